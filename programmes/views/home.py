"""The entrance to pillar 3: what is to come, what waits, and the way to each register."""

from collections.abc import Callable
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from programmes.member_results import answered_by
from programmes.models import AssistanceRequest, Event, Survey
from programmes.workflow import SurveyStatus
from rocb import markup
from rocb.views.house import Page

Tile = tuple[int, str, str] | None


def events_ahead(user) -> Tile:
    count = Event.objects.visible_to(user).ahead(timezone.localdate()).count()
    return count, _("events to come"), f"{reverse('programmes:event-list')}?ahead=on"


def events_prepared(user) -> Tile:
    if not user.has_perm("programmes.change_event"):
        return None
    count = Event.objects.visible_to(user).prepared().count()
    return count, _("events in preparation"), f"{reverse('programmes:event-list')}?prepared=on"


def requests_open(user) -> Tile:
    if not user.has_perm("programmes.view_assistancerequest"):
        return None
    count = AssistanceRequest.objects.visible_to(user).open().count()
    return count, _("requests open"), f"{reverse('programmes:request-list')}?open=on"


def surveys_open(user) -> Tile:
    if not user.has_perm("programmes.view_survey"):
        return None
    count = Survey.objects.visible_to(user).filter(status=SurveyStatus.OPEN).count()
    return count, _("surveys open"), f"{reverse('programmes:survey-list')}?status=open"


# What stands open; each function gives (number, words, the rows that it counts), or None.
TILES: tuple[Callable[[Any], Tile], ...] = (
    events_ahead,
    events_prepared,
    requests_open,
    surveys_open,
)
# (permission, label, name of the list).
REGISTERS = (
    (
        "programmes.view_assistancerequest",
        gettext_lazy("Requests for assistance"),
        "request-list",
    ),
    ("programmes.view_event", gettext_lazy("Events"), "event-list"),
    ("programmes.view_event", gettext_lazy("Outcomes of events"), "outcome-list"),
    ("programmes.view_resourceprofile", gettext_lazy("Resource persons"), "profile-list"),
    ("programmes.view_trainingcentre", gettext_lazy("Training centres"), "centre-list"),
    ("programmes.view_event", gettext_lazy("Calendar"), "calendar"),
    ("programmes.view_survey", gettext_lazy("Surveys"), "survey-list"),
    ("programmes.view_survey", gettext_lazy("Evaluation of events"), "evaluation"),
    ("programmes.view_survey", gettext_lazy("Questionnaires"), "questionnaire-list"),
    ("programmes.view_programme", gettext_lazy("Programmes"), "programme-list"),
    ("programmes.view_invitation", gettext_lazy("Invitations"), "invitation-list"),
    ("programmes.view_nomination", gettext_lazy("Nominees and participants"), "nomination-list"),
    ("programmes.view_participation", gettext_lazy("Participation"), "participation"),
)


MOST = 5


def answered(user) -> list[dict]:
    """The yearly surveys that the reader's administration has answered; one query, for members."""
    if not (user.is_member and user.organisation_id):
        return []
    statuses = dict(SurveyStatus.choices)
    rows = answered_by(user.organisation_id).values_list("pk", "title", "closes_on", "status")
    return [
        {
            "text": title,
            "url": reverse("programmes:survey-results", args=[pk]),
            "by": _("until %s") % markup.day(closes_on),
            "tag": statuses[status],
            "tone": markup.tone_of(status),
        }
        for pk, title, closes_on, status in rows[:MOST]
    ]


class Home(Page):
    perm = "programmes.view_programme"
    title = gettext_lazy("Technical assistance and training")
    template_name = "programmes/home.html"

    def get(self, request):
        tiles = [tile for one in TILES if (tile := one(request.user))]
        return self.page(
            {
                "tiles": [
                    {"number": markup.number(count), "text": text, "url": url}
                    for count, text, url in tiles
                ],
                "registers": [
                    {"text": label, "url": reverse(f"programmes:{name}")}
                    for perm, label, name in REGISTERS
                    if request.user.has_perm(perm)
                ],
                "answered": answered(request.user),
            }
        )
