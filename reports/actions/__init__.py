"""What pillar 4 does with consequences."""

from reports.actions.cases import (
    accept_case,
    call_for_cases,
    decline_case,
    return_case,
    submit_case,
)
from reports.actions.circulars import (
    audience,
    mark_read,
    move_reply_day,
    reopen_circular,
    reply,
    send_circular,
)
from reports.actions.library import (
    add_version,
    count_download,
    follow,
    publish_report,
    read_version,
    save_report,
    unfollow,
)
from reports.actions.newsletters import collect, make_newsletter, send_newsletter
from reports.actions.subscribers import subscribe

__all__ = [
    "accept_case",
    "add_version",
    "audience",
    "call_for_cases",
    "collect",
    "count_download",
    "decline_case",
    "follow",
    "make_newsletter",
    "mark_read",
    "move_reply_day",
    "publish_report",
    "read_version",
    "reopen_circular",
    "reply",
    "return_case",
    "save_report",
    "send_circular",
    "send_newsletter",
    "submit_case",
    "subscribe",
    "unfollow",
]
