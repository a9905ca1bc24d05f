"""Changes of pillar 3 that have consequences. All atomic."""

from programmes.actions.attendance import add_walk_in, all_attended, record_attendance
from programmes.actions.certificates import issue_certificates, withdraw_certificate
from programmes.actions.events import (
    announce_event,
    cancel_event,
    hold_event,
    plan_event,
    postpone_event,
)
from programmes.actions.invitations import (
    answer_invitation,
    cancel_invitation,
    change_invitation,
    decline_invitation,
    invite_members,
    reopen_invitation,
)
from programmes.actions.nominations import (
    add_person,
    confirm_nomination,
    nominate,
    nomination_behind,
    rank_nominees,
    remove_nominee,
    replace_nominee,
    withdraw_nomination,
)
from programmes.actions.offers import lapse_offers, offer_free_seats
from programmes.actions.selection import save_marks, send_results

__all__ = [
    "add_person",
    "add_walk_in",
    "all_attended",
    "announce_event",
    "answer_invitation",
    "cancel_event",
    "cancel_invitation",
    "change_invitation",
    "confirm_nomination",
    "decline_invitation",
    "hold_event",
    "invite_members",
    "issue_certificates",
    "lapse_offers",
    "nominate",
    "nomination_behind",
    "offer_free_seats",
    "plan_event",
    "postpone_event",
    "rank_nominees",
    "record_attendance",
    "remove_nominee",
    "reopen_invitation",
    "replace_nominee",
    "save_marks",
    "send_results",
    "withdraw_certificate",
    "withdraw_nomination",
]
