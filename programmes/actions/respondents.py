"""Whom a survey asks, and the mails with a link of their own."""

from collections.abc import Sequence

from django.db import transaction
from django.utils import timezone

from programmes.models import (
    YEARLY,
    Nomination,
    Respondent,
    Survey,
)
from programmes.models.questionnaires import Beat
from programmes.workflow import (
    COMING,
    NominationStatus,
)
from rocb.models import Administration, Person, User
from rocb.post import post_to
from rocb.roles import Role

# Who is asked, and for which administration.
Asked = tuple[Person, Administration | None]


def people_of(survey: Survey) -> list[Asked]:
    """Whom a survey asks as things stand; one query or two."""
    if survey.event_id:
        return participants(survey)
    if survey.beat not in YEARLY:
        return []
    chosen = list(survey.administrations.values_list("pk", flat=True))
    wanted = Administration.objects.filter(region__office=survey.office_id, is_member=True)
    if chosen:
        wanted = wanted.filter(pk__in=chosen)
    users = User.objects.current(timezone.localdate()).filter(
        role=Role.COORDINATOR, person__organisation__in=wanted.values("pk")
    )
    found = users.select_related("person__organisation__administration").order_by("person_id")
    return [(user.person, user.person.organisation.administration) for user in found]


def participants(survey: Survey) -> list[Asked]:
    """Before an event those who are coming; afterwards those who came.

    On the last day attendance is often not on record yet: then everybody is asked who has a seat
    and was not missed.
    """
    rows = Nomination.objects.filter(event=survey.event_id)
    attended = rows.filter(status=NominationStatus.ATTENDED)
    if survey.beat == Beat.LATER and attended.exists():
        rows = attended
    elif survey.beat == Beat.BEFORE:
        rows = rows.filter(status__in=COMING)
    else:
        rows = rows.filter(status__in=[*COMING, NominationStatus.ATTENDED])
    rows = rows.select_related("person", "administration").order_by("pk")
    return list({row.person_id: (row.person, row.administration) for row in rows}.values())


def missing_members(survey: Survey, asked: Sequence[Asked]) -> list[str]:
    """Members that a yearly survey would ask and that have no coordinator with a sign-in."""
    if survey.beat not in YEARLY:
        return []
    wanted = Administration.objects.filter(region__office=survey.office_id, is_member=True)
    if chosen := list(survey.administrations.values_list("pk", flat=True)):
        wanted = wanted.filter(pk__in=chosen)
    there = {member.pk for _person, member in asked if member}
    names = wanted.exclude(pk__in=there).order_by("country_name__az")
    return list(names.values_list("country_name", flat=True))


def ask_new(survey: Survey, people: list[Asked], by: User | None) -> list[Respondent]:
    """Note those who were not asked yet, and write to them."""
    known = set(survey.respondents.values_list("person_id", flat=True))
    new = {person.pk: (person, member) for person, member in people if person.pk not in known}
    now = timezone.now()
    rows = Respondent.objects.bulk_create(
        Respondent(survey=survey, person=person, administration=member, asked_at=now)
        for person, member in new.values()
    )
    for row in rows:
        write(row, "survey_asked", "asked", by)
    return rows


def write(respondent: Respondent, template: str, which: str, by: User | None) -> None:
    """One mail with the link; its text is made at sending, so that no secret is stored."""
    post_to(
        [respondent.person],
        template,
        f"{template}:{respondent.pk}:{which}",
        about=respondent,
        administration=respondent.administration,
        by=by,
    )


@transaction.atomic
def keep_respondents(survey: Survey) -> int:
    """Ask who joined an event meanwhile, and forget who turned out not to come; returns both."""
    if not survey.event_id:
        return 0
    people = people_of(survey)
    there = {person.pk for person, _member in people}
    gone = survey.respondents.filter(has_answered=False).exclude(person__in=there).delete()[0]
    return gone + len(ask_new(survey, people, None))
