"""Load the facts the portal starts from."""

from django.core.management.base import BaseCommand
from django.db import transaction

from rocb.reference import loaders


class Command(BaseCommand):
    """`manage.py load_reference`. Idempotent: what is there already is left alone."""

    help = "Load regions, members, frameworks, donors and programmes."

    @transaction.atomic
    def handle(self, **options):
        for loader in loaders:
            counts = loader.load()
            if options["verbosity"]:
                self.stdout.write(
                    f"{loader.label:<32} {counts.added:>4} added {counts.changed:>4} changed "
                    f"{counts.unchanged:>4} unchanged"
                )
