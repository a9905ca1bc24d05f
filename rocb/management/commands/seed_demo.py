"""Make the demonstration office."""

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import connection, transaction
from django.utils import timezone

from rocb.demo import DEMO_DOMAIN
from rocb.growing import grow
from rocb.models import User
from rocb.seeding import Demo, seeders


class Command(BaseCommand):
    """`manage.py seed_demo [--scale N] [--members N]`: an office in use, the same on each machine.

    `--scale` has its past N times, for measuring; `--members` makes plans for the first few members
    only. Does nothing where it was done before; refuses an office that real people use, and an
    installation that is not for trying out.
    """

    help = "Fill the portal with demonstration data."

    def add_arguments(self, parser):
        parser.add_argument("--scale", type=int, default=1, help="What is over, times N.")
        parser.add_argument("--members", type=int, help="Plans for the first N members only.")

    def handle(self, **options):
        if not settings.DEBUG:
            raise CommandError("Demonstration data is for trying out: it needs DEBUG=1.")
        if options["scale"] < 1:
            raise CommandError("--scale is a whole number from 1.")
        if User.objects.filter(email__endswith=f"@{DEMO_DOMAIN}").exists():
            self.stdout.write("The demonstration office is here already.")
            return
        if User.objects.exists():
            raise CommandError("Real people use this portal: it takes no demonstration data.")
        with transaction.atomic():
            call_command("load_reference", verbosity=0)
            demo = Demo(today=timezone.localdate(), only=options["members"])
            for seeder in seeders:
                seeder.seed(demo)
            grown = grow(options["scale"])
            with connection.cursor() as cursor:
                cursor.execute("ANALYZE")
        if options["verbosity"]:
            self.stdout.write(f"{len(demo.users)} sign-ins made, {grown} rows of the past added.")
