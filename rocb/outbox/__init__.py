"""The outbox: mail is a row, written in the transaction that caused it and sent by a worker.

A worker takes one row at a time under `FOR UPDATE SKIP LOCKED`, sends it and commits. Several may
work at once; one that is killed gives its row back with its database connection, so nothing is
lost and at most the message in flight is repeated, under the same Message-ID.
"""

from rocb.outbox.queue import (
    SEND_TASK,
    AlreadyGone,
    cancel_mail,
    edit_mail,
    queue_mail,
    retry_mail,
    wake_sender,
)
from rocb.outbox.sending import send_waiting
from rocb.outbox.wording import (
    Letter,
    address_of,
    compose,
    letter_of,
    letters,
    wanted,
    words_of,
)

__all__ = [
    "SEND_TASK",
    "AlreadyGone",
    "Letter",
    "address_of",
    "cancel_mail",
    "compose",
    "edit_mail",
    "letter_of",
    "letters",
    "queue_mail",
    "retry_mail",
    "send_waiting",
    "wake_sender",
    "wanted",
    "words_of",
]
