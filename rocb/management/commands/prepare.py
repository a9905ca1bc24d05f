"""Bring database, static files and data up to this release, in one process.

One command in place of four, since Django takes a second or two to start each.
"""

import hashlib
import json
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.contrib.staticfiles import finders
from django.core.management import call_command, get_commands
from django.core.management.base import BaseCommand
from django.db import connection
from django.db.migrations.executor import MigrationExecutor


class Command(BaseCommand):
    """`manage.py prepare [--demo]`: migrate, collectstatic, load_reference, seed_demo if empty."""

    help = "Bring database, static files and reference data up to this release."
    # `make check` asks for these; here they would cost every start a second.
    requires_system_checks = ()

    def add_arguments(self, parser):
        parser.add_argument(
            "--demo", action="store_true", help="Fill an empty database with demonstration data."
        )

    def handle(self, **options):
        self.migrate()
        if settings.HASHED_STATIC:
            self.collect_static()
        self.call("load_reference", "Loading the reference data")
        if options["demo"] and not apps.get_model("rocb", "User").objects.exists():
            self.call("seed_demo", "Making the demonstration office, once")

    def migrate(self):
        """Nothing to say and nothing to do on most starts."""
        executor = MigrationExecutor(connection)
        if executor.migration_plan(executor.loader.graph.leaf_nodes()):
            self.stdout.write("Bringing the database up to date ...")
            call_command("migrate", interactive=False, verbosity=0)

    def collect_static(self):
        """Skipped where the same files have been collected before."""
        stamp = Path(settings.STATIC_ROOT) / ".collected"
        now = fingerprint_static()
        if stamp.exists() and stamp.read_text() == now:
            return
        self.stdout.write("Collecting the static files ...")
        call_command("collectstatic", interactive=False, verbosity=0, clear=True)
        stamp.write_text(now)

    def call(self, name: str, sentence: str):
        """Run a command of the portal with the sentence that announces it."""
        if name in get_commands():
            self.stdout.write(f"{sentence} ...")
            call_command(name, verbosity=0)


def fingerprint_static() -> str:
    """Path, size and date of every static file of every app."""
    files = [
        (path, *stat_of(storage, path))
        for finder in finders.get_finders()
        for path, storage in finder.list([])
    ]
    return hashlib.sha256(json.dumps(sorted(files)).encode()).hexdigest()


def stat_of(storage, path: str) -> tuple[int, int]:
    """Size in bytes and date in nanoseconds."""
    found = Path(storage.path(path)).stat()
    return found.st_size, found.st_mtime_ns
