"""Who came: recorded on a sheet from the first day on, corrected as long as it matters."""

from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from programmes.actions.invitations import has_begun, locked_event
from programmes.actions.nominating import create
from programmes.models import Event, Nomination
from programmes.workflow import GATHERING, LIVE, NOMINATION, PAST, NominationStatus
from rocb.models import Administration, Person
from rocb.workflow import StepRefused

CAME, MISSED = NominationStatus.ATTENDED, NominationStatus.NO_SHOW
# Whoever had a seat when the event began, and what became of them.
ON_THE_SHEET = (NominationStatus.SELECTED, NominationStatus.CONFIRMED, CAME, MISSED)
STEP_TO: dict[str, str] = {CAME: "attend", MISSED: "miss"}


def sheet_open(event: Event) -> str:
    """Why attendance cannot be recorded now, as a sentence; empty when it can."""
    if event.status not in (*GATHERING, *PAST):
        return _("No attendance can be recorded while the event is “%s”.") % (
            event.get_status_display()
        )
    if not has_begun(event):
        return _("Attendance is recorded from the first day of the event on.")
    return ""


def refuse_sheet(event: Event, by) -> Event:
    event = locked_event(event.pk)
    if not event.allows(by, "programmes.record_attendance"):
        raise PermissionDenied
    if reason := sheet_open(event):
        raise StepRefused(reason)
    return event


@transaction.atomic
def record_attendance(
    event: Event, came: dict[int, tuple[str, str]], days: dict[int, int | None], *, by
) -> int:
    """Note who came: id -> (status that the sheet was opened with, status that it has now).

    Returns how many rows changed. Raises StepRefused, with the name, where somebody else has noted
    the opposite meanwhile or a certificate stands against it; nothing is changed then.
    """
    event = refuse_sheet(event, by)
    changed = 0
    rows = event.nominations.filter(status__in=ON_THE_SHEET, pk__in=came)
    for row in rows.select_related("person").prefetch_related("certificates"):
        was, now = came[row.pk]
        wanted = check_days(event, days.get(row.pk)) if now == CAME else None
        if now != was and now in STEP_TO and row.status != now:
            if row.status != was:
                raise StepRefused(noted_otherwise(row))
            if now == MISSED and is_certified(row):
                raise StepRefused(
                    _("%s has a certificate: withdraw it first.") % row.person.full_name
                )
            row = NOMINATION.take(row, STEP_TO[now], by=by)
            changed += 1
        if row.status in STEP_TO and row.days_attended != wanted and row.pk in days:
            row.days_attended = wanted
            row.save(update_fields=["days_attended"])
            changed += 1
    return changed


def noted_otherwise(row: Nomination) -> str:
    return _("%(name)s was noted as “%(status)s” by somebody else meanwhile. Look again.") % {
        "name": row.person.full_name,
        "status": row.get_status_display(),
    }


def is_certified(row: Nomination) -> bool:
    return any(one.withdrawn_on is None for one in row.certificates.all())


def check_days(event: Event, days: int | None) -> int | None:
    """Part of the days; all of them are stored as nothing. Raises StepRefused beyond the event."""
    if days is None or days == event.days:
        return None
    if not 1 <= days <= event.days:
        raise StepRefused(
            _("The event has %(days)s days: “%(given)s” do not fit.")
            % {"days": event.days, "given": days}
        )
    return days


@transaction.atomic
def all_attended(event: Event, *, by) -> int:
    """Everybody with a seat of whom nothing is noted yet has come."""
    event = refuse_sheet(event, by)
    rows = event.nominations.coming()
    for row in rows:
        NOMINATION.take(row, "attend", by=by)
    return len(rows)


@transaction.atomic
def add_walk_in(
    event: Event, administration: Administration, person: Person, *, by, **details: Any
) -> Nomination:
    """Somebody came without having been selected. Whoever was nominated keeps that row's history.

    Raises ValidationError when the person stands on the sheet already or belongs elsewhere.
    """
    event = refuse_sheet(event, by)
    if person.organisation_id != administration.pk:
        raise ValidationError(
            _("%(person)s does not belong to %(member)s.")
            % {"person": person.full_name, "member": administration.country_name}
        )
    row = event.nominations.filter(person=person, status__in=LIVE).first()
    if row is not None and row.status in ON_THE_SHEET:
        raise ValidationError(_("%s stands on the sheet already.") % person.full_name)
    if row is not None:
        if row.status == NominationStatus.OFFERED:
            row = NOMINATION.take(row, "confirm", by=by, by_link=True)
        else:
            row = NOMINATION.take(row, "select", by=by, by_link=True)
        return NOMINATION.take(row, "attend", by=by)
    invitation = event.invitations.filter(administration=administration).first()
    return create(
        event=event,
        invitation=invitation,
        administration=administration,
        person=person,
        rank=1,
        status=CAME,
        is_invented=event.is_invented,
        created_by=by,
        updated_by=by,
        **details,
    )
