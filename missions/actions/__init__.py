"""Changes of pillar 1 that have consequences. All atomic; mail leaves through the outbox."""

from missions.actions.cycles import open_cycle
from missions.actions.extensions import approve_extension, refuse_extension, request_extension
from missions.actions.matrices import (
    accept_matrix,
    report_nothing,
    return_matrix,
    submit_matrix,
    withdraw_matrix,
)
from missions.actions.plans import (
    answer_recommendation,
    bring_plan_into_force,
    endorse_plan,
    return_plan,
    share_action,
    submit_plan,
)
from missions.actions.rows import RowConflict, save_action_row, save_standard_row

__all__ = [
    "RowConflict",
    "accept_matrix",
    "answer_recommendation",
    "approve_extension",
    "bring_plan_into_force",
    "endorse_plan",
    "open_cycle",
    "refuse_extension",
    "report_nothing",
    "request_extension",
    "return_matrix",
    "return_plan",
    "save_action_row",
    "save_standard_row",
    "share_action",
    "submit_matrix",
    "submit_plan",
    "withdraw_matrix",
]
