"""Write the database and the uploaded files into one file."""

from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from rocb.backup import BackupError, write_backup


class Command(BaseCommand):
    """`manage.py backup [FILE]`: FILE is in DATA_DIR/backups by default, named after the moment."""

    help = "Write the database and the uploaded files into one file."

    def add_arguments(self, parser):
        parser.add_argument("file", nargs="?", type=Path)

    def handle(self, **options):
        name = f"rocb-{timezone.now():%Y%m%dT%H%M%SZ}.tar"
        target = options["file"] or Path(settings.DATA_DIR) / "backups" / name
        try:
            write_backup(target)
        except (BackupError, OSError) as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"{target} ({target.stat().st_size:,} bytes)")
