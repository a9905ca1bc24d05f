"""Write the reminders that are due, and send them."""

from datetime import UTC, datetime

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from django.utils.dateparse import parse_date, parse_datetime

from rocb.outbox import send_waiting
from rocb.reminders import remind


def moment(text: str) -> datetime:
    """An ISO date or moment, UTC unless it says otherwise; raises CommandError."""
    try:
        at = parse_datetime(text)
        if at is None and (day := parse_date(text)):
            at = datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
    except ValueError:
        at = None
    if at is None:
        raise CommandError(f"“{text}” is not a moment. Write it like 2026-12-15T08:00.")
    return at if timezone.is_aware(at) else at.replace(tzinfo=UTC)


class Command(BaseCommand):
    """`manage.py send_reminders [--at 2026-12-15T08:00] [--only-write]`. Idempotent.

    `--at` moves time: everything is reckoned as if it were that moment, and mail goes at once.
    """

    help = "Write the reminders that are due into the ledger, and send them."

    def add_arguments(self, parser):
        parser.add_argument("--at", type=str, help="ISO moment; UTC unless it names a zone.")
        parser.add_argument(
            "--only-write", action="store_true", help="Leave the sending to the worker."
        )

    def handle(self, **options):
        at = moment(options["at"]) if options["at"] else timezone.now()
        reminded = remind(at, at_once=True)
        self.stdout.write(f"{reminded.rows} reminders written, {reminded.mails} digests made.")
        if not options["only_write"]:
            sent = send_waiting()
            self.stdout.write(f"{sent.sent} sent, {sent.failed} failed, {sent.skipped} put off.")
