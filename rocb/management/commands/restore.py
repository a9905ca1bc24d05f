"""Bring a backup back."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from rocb.backup import BackupError, read_backup


class Command(BaseCommand):
    """`manage.py restore FILE`: into an empty database and data folder; run `prepare` after it."""

    help = "Bring a backup back into an empty database and an empty data folder."
    # An empty database is what is asked for.
    requires_migrations_checks = False

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path)

    def handle(self, **options):
        try:
            about = read_backup(options["file"])
        except (BackupError, OSError) as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"Restored the portal of {about['made_at']}.")
