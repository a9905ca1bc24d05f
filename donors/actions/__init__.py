"""Changes with consequences in pillar 2: what pages, API and imports all end in."""

from donors.actions.activities import freeze, publish_snapshot
from donors.actions.agreements import amend, close_agreement, set_shares, sign_agreement
from donors.actions.allocations import allocate, release_allocation
from donors.actions.donors import close_donor, delete_donor, rename_donor
from donors.actions.instalments import (
    drop_instalment,
    plan_instalment,
    receive_instalment,
    undo_receipt,
)
from donors.actions.rates import apply_rates, compared, parse_rates
from donors.actions.reports import plan_report, send_report
from donors.actions.requests import (
    agree_request,
    done_next_step,
    send_request,
    set_need,
    share_request,
    show_interest,
)
from donors.actions.spending import spend, strike_expenditure

__all__ = [
    "agree_request",
    "allocate",
    "amend",
    "apply_rates",
    "close_agreement",
    "close_donor",
    "compared",
    "delete_donor",
    "done_next_step",
    "drop_instalment",
    "freeze",
    "parse_rates",
    "plan_instalment",
    "plan_report",
    "publish_snapshot",
    "receive_instalment",
    "release_allocation",
    "rename_donor",
    "send_report",
    "send_request",
    "set_need",
    "set_shares",
    "share_request",
    "show_interest",
    "sign_agreement",
    "spend",
    "strike_expenditure",
    "undo_receipt",
]
