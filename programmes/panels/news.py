"""What changed in pillar 3 since somebody was here: the steps that others took."""

from programmes.models import AssistanceRequest, Event, Invitation, Nomination
from programmes.workflow import EVENT, INVITATION, NOMINATION, REQUEST
from rocb.news import Followed, news, news_of_steps

# What a sheet or a desk does to sixty people at once is one piece of news, told by a mail.
QUIET = ("attend", "miss", "wait", "turn_down", "select")


def nominee_called(names: list) -> str:
    given, family, event = names
    return f"{given} {family}".strip() + f", {event}"


def register() -> None:
    news.register(
        news_of_steps(
            "training-steps",
            "programmes.view_assistancerequest",
            Followed(
                AssistanceRequest,
                REQUEST,
                ("administration__country_name", "title"),
                "programmes:request-detail",
            ),
            Followed(Event, EVENT, ("title",), "programmes:event-detail"),
        )
    )
    news.register(
        news_of_steps(
            "nominations",
            "programmes.view_nomination",
            Followed(
                Invitation,
                INVITATION,
                ("administration__country_name", "event__title"),
                "programmes:invitation-detail",
            ),
            Followed(
                Nomination,
                NOMINATION,
                ("person__given_name", "person__family_name", "event__title"),
                "programmes:nomination-detail",
                nominee_called,
            ),
            quiet=QUIET,
        )
    )
