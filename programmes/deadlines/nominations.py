"""What members owe: answers to invitations, and a yes or no for each seat; what the office owes them."""

from datetime import timedelta

from django.db.models import (
    CharField,
    Count,
    Exists,
    F,
    IntegerField,
    Max,
    OuterRef,
    Q,
    QuerySet,
    Value,
)
from django.db.models.functions import Cast, Concat, Extract
from django.utils.translation import gettext_lazy as _

from programmes.models import Event, Invitation, Nomination
from programmes.models.invitations import InvitationQuerySet
from programmes.workflow import GATHERING, InvitationStatus, NominationStatus
from rocb.deadlines import MEMBER, OFFICE, DeadlineKind, after, owed

# How long the office takes to select, once the last answers were wanted.
SELECTED_WITHIN = timedelta(days=14)
# Whoever was selected says within a week whether to come.
CONFIRMED_WITHIN = timedelta(days=7)


def days_since_1970(path: str):
    """A date as a number: another day starts the reminders anew."""
    return Cast(Extract(F(path), "epoch") / 86400, IntegerField())


def invitations_to_answer(invitations: InvitationQuerySet) -> QuerySet:
    """Open invitations to events that have not begun; a later day is a new round."""
    return owed(
        invitations.waiting(),
        what="event__title",
        on="respond_by",
        turn=days_since_1970("respond_by"),
        member="administration",
    )


def nominees_to_confirm(nominations: QuerySet) -> QuerySet:
    """Selected a week ago, and neither confirmed nor withdrawn."""
    return owed(
        nominations.filter(status=NominationStatus.SELECTED, event__status__in=GATHERING).exclude(
            asked_at=None
        ),
        what=Concat(
            F("person__given_name"),
            Value(" "),
            F("person__family_name"),
            Value(", "),
            F("event__title"),
            output_field=CharField(),
        ),
        on=after(F("asked_at"), CONFIRMED_WITHIN),
        member="administration",
    )


def events_to_select(events: QuerySet) -> QuerySet:
    """Events with nominees sent in that nobody has decided on, two weeks after the last day to answer."""
    undecided = Nomination.objects.filter(
        event=OuterRef("pk"), status=NominationStatus.NOMINATED
    ).exclude(invitation__status=InvitationStatus.OPEN)
    return owed(
        events.filter(Exists(undecided), status__in=GATHERING)
        .annotate(answers_until=Max("invitations__respond_by"), asked=Count("invitations"))
        .filter(asked__gt=0),
        what="title",
        on=after(F("answers_until"), SELECTED_WITHIN),
        office="office",
    )


def attendance_to_record(events: QuerySet) -> QuerySet:
    """Events that were held and have people with a seat of whom nothing is noted."""
    left = Nomination.objects.filter(
        Q(status=NominationStatus.SELECTED) | Q(status=NominationStatus.CONFIRMED),
        event=OuterRef("pk"),
    )
    return owed(
        events.filter(Exists(left), status__in=["held", "closed"]).exclude(ends_on=None),
        what="title",
        on=after(F("ends_on"), timedelta(days=7)),
        office="office",
    )


KINDS = (
    DeadlineKind(
        "event-invitation",
        _("Invitation to answer"),
        Invitation,
        invitations_to_answer,
        MEMBER,
        "programmes:invitation-detail",
        "programmes.view_invitation",
        (-14, -3, 0),
        call=_("Answer the invitation"),
    ),
    DeadlineKind(
        "seat",
        _("Seat to confirm"),
        Nomination,
        nominees_to_confirm,
        MEMBER,
        "programmes:nomination-detail",
        "programmes.confirm_nomination",
        (0, 7),
    ),
    DeadlineKind(
        "selection",
        _("Nominees to select"),
        Event,
        events_to_select,
        OFFICE,
        "programmes:event-selection",
        "programmes.select_nominees",
        (-3, 0, 7),
    ),
    DeadlineKind(
        "attendance",
        _("Attendance to record"),
        Event,
        attendance_to_record,
        OFFICE,
        "programmes:event-attendance",
        "programmes.record_attendance",
        (0, 7),
    ),
)
