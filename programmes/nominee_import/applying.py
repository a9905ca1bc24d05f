"""Taking the rows of a list over, in one transaction."""

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from programmes.actions.invitations import answer_invitation, locked_event, refuse_closed
from programmes.actions.nominating import DETAILS, new_person, open_to
from programmes.models import Event, Nomination, NominationImport
from programmes.nominee_import.comparing import GOOD, WARNING, WRONG, Found, compare
from programmes.workflow import LIVE, InvitationStatus
from rocb.addresses import add_people
from rocb.workflow import StepRefused


def check_may(event: Event, invitation, by) -> None:
    """Raise unless `by` may nominate from a list here now. The event is locked from here on."""
    if invitation is not None:
        open_to(invitation, by)
        return
    event = locked_event(event.pk)
    if not (by.is_office and event.allows(by, "programmes.nominate")):
        raise PermissionDenied
    refuse_closed(event)


@transaction.atomic
def apply_rows(
    record: NominationImport, *, by, take_good: bool = False, take_warned: bool = False
) -> list[Found]:
    """Take a list over; returns the rows that were taken. Held against the nominees as they are now,
    so that a second time adds nothing.

    Rows that are wrong are left out with `take_good` only, rows with a warning taken with
    `take_warned` only; else StepRefused. The office's list for a whole event answers the invitations.
    """
    check_may(record.event, record.invitation, by)
    record = NominationImport.objects.select_for_update(of=("self",)).get(pk=record.pk)
    rows = compare(record.content["rows"], record.event, record.invitation, by=by)
    wrong = sum(row.state == WRONG for row in rows)
    if wrong and not take_good:
        raise StepRefused(
            ngettext(
                "%d row is wrong. Correct the list, or take the good rows without it.",
                "%d rows are wrong. Correct the list, or take the good rows without them.",
                wrong,
            )
            % wrong
        )
    taken = [row for row in rows if row.state == GOOD or (row.state == WARNING and take_warned)]
    try:
        with transaction.atomic():
            store(record.event, taken, by)
    except IntegrityError:
        raise StepRefused(
            _("Somebody has changed the contact book meanwhile: look at the preview again.")
        ) from None
    if record.invitation is None and by.has_perm("programmes.answer_invitation"):
        answer_all({row.invitation for row in taken if row.invitation}, by)
    record.applied_at = record.applied_at or timezone.now()
    record.save(update_fields=["applied_at"])
    return taken


def store(event: Event, rows: list[Found], by) -> None:
    """New people first, then the nominees, each member's ranks going on from its last."""
    new = [row for row in rows if row.person_id is None]
    people = add_people(
        (
            new_person(
                row.invitation.administration, row.values, by=by, is_invented=event.is_invented
            )
            for row in new
            if row.invitation
        ),
        by=by,
    )
    for row, person in zip(new, people, strict=True):
        row.person_id = person.pk
    last = dict(
        event.nominations.filter(status__in=LIVE)
        .order_by()
        .values_list("invitation")
        .annotate(last=Max("rank"))
    )
    made = []
    for row in rows:
        invitation, person_id = row.invitation, row.person_id
        if invitation is None or person_id is None:
            continue
        last[invitation.pk] = last.get(invitation.pk, 0) + 1
        made.append(
            Nomination(
                event=event,
                invitation=invitation,
                administration_id=invitation.administration_id,
                person_id=person_id,
                rank=last[invitation.pk],
                is_invented=event.is_invented,
                created_by=by,
                updated_by=by,
                **{name: row.values[name] for name in DETAILS if name in row.values},
            )
        )
    Nomination.objects.bulk_create(made)


def answer_all(invitations, by) -> None:
    """What the office enters for members counts as sent in."""
    for invitation in sorted(invitations, key=lambda one: one.pk):
        if invitation.status == InvitationStatus.OPEN:
            answer_invitation(invitation, by=by)
