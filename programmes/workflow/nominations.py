"""Invitations of members, and whom they send."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from rocb.workflow import Step, Workflow


class InvitationStatus(TextChoices):
    OPEN = "open", _("Waiting for the answer")
    ANSWERED = "answered", _("Answered")
    DECLINED = "declined", _("Nobody comes")
    CANCELLED = "cancelled", _("Taken back")


INVITATION = Workflow(
    Step(
        "answer",
        _("Send the nominations"),
        (InvitationStatus.OPEN,),
        InvitationStatus.ANSWERED,
        "programmes.answer_invitation",
        action="programmes.actions.answer_invitation",
    ),
    Step(
        "decline",
        _("Nobody can come"),
        (InvitationStatus.OPEN,),
        InvitationStatus.DECLINED,
        "programmes.answer_invitation",
        needs_comment=True,
        tone="secondary",
        action="programmes.actions.decline_invitation",
    ),
    Step(
        "reopen",
        _("Open it again"),
        (InvitationStatus.ANSWERED, InvitationStatus.DECLINED),
        InvitationStatus.OPEN,
        "programmes.invite_members",
        tone="secondary",
        action="programmes.actions.reopen_invitation",
    ),
    Step(
        "cancel",
        _("Take the invitation back"),
        (InvitationStatus.OPEN,),
        InvitationStatus.CANCELLED,
        "programmes.invite_members",
        needs_comment=True,
        tone="warning",
        action="programmes.actions.cancel_invitation",
    ),
)


class NominationStatus(TextChoices):
    NOMINATED = "nominated", _("Nominated")
    SELECTED = "selected", _("Selected")
    WAITING = "waiting", _("On the waiting list")
    OFFERED = "offered", _("Seat offered")
    CONFIRMED = "confirmed", _("Confirmed")
    ATTENDED = "attended", _("Attended")
    NO_SHOW = "no_show", _("Did not come")
    NOT_SELECTED = "not_selected", _("Not selected")
    LAPSED = "lapsed", _("Offer expired")
    WITHDRAWN = "withdrawn", _("Withdrawn")


# Holds a seat.
SEATED = (
    NominationStatus.SELECTED,
    NominationStatus.OFFERED,
    NominationStatus.CONFIRMED,
    NominationStatus.ATTENDED,
)

# Comes, as far as is known.
COMING = (NominationStatus.SELECTED, NominationStatus.CONFIRMED)

# Still in play: one such row for one person at one event.
LIVE = (*SEATED, NominationStatus.NOMINATED, NominationStatus.WAITING, NominationStatus.NO_SHOW)

NOMINATION = Workflow(
    Step(
        "select",
        _("Select"),
        (NominationStatus.NOMINATED, NominationStatus.WAITING),
        NominationStatus.SELECTED,
        "programmes.select_nominees",
        is_offered=False,
    ),
    Step(
        "wait",
        _("Put on the waiting list"),
        (NominationStatus.NOMINATED,),
        NominationStatus.WAITING,
        "programmes.select_nominees",
        is_offered=False,
    ),
    Step(
        "turn_down",
        _("Do not select"),
        (NominationStatus.NOMINATED, NominationStatus.WAITING),
        NominationStatus.NOT_SELECTED,
        "programmes.select_nominees",
        is_offered=False,
    ),
    # The portal's own: a seat has become free, or an offer was not taken in time.
    Step(
        "offer",
        _("Offer the seat"),
        (NominationStatus.WAITING,),
        NominationStatus.OFFERED,
        "programmes.select_nominees",
        is_offered=False,
    ),
    Step(
        "lapse",
        _("Let the offer expire"),
        (NominationStatus.OFFERED,),
        NominationStatus.LAPSED,
        "programmes.select_nominees",
        is_offered=False,
    ),
    Step(
        "confirm",
        _("Confirm"),
        (NominationStatus.SELECTED, NominationStatus.OFFERED),
        NominationStatus.CONFIRMED,
        "programmes.confirm_nomination",
        action="programmes.actions.confirm_nomination",
    ),
    Step(
        "withdraw",
        _("Withdraw"),
        (
            NominationStatus.NOMINATED,
            NominationStatus.WAITING,
            NominationStatus.OFFERED,
            NominationStatus.SELECTED,
            NominationStatus.CONFIRMED,
        ),
        NominationStatus.WITHDRAWN,
        "programmes.withdraw_nomination",
        needs_comment=True,
        tone="warning",
        action="programmes.actions.withdraw_nomination",
    ),
    Step(
        "attend",
        _("Attended"),
        (NominationStatus.SELECTED, NominationStatus.CONFIRMED, NominationStatus.NO_SHOW),
        NominationStatus.ATTENDED,
        "programmes.record_attendance",
        is_offered=False,
    ),
    Step(
        "miss",
        _("Did not come"),
        (NominationStatus.SELECTED, NominationStatus.CONFIRMED, NominationStatus.ATTENDED),
        NominationStatus.NO_SHOW,
        "programmes.record_attendance",
        is_offered=False,
    ),
)
