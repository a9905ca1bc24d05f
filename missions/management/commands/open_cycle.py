"""Open a follow-up cycle: one matrix for each plan in force."""

from datetime import date

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from missions.actions import open_cycle
from missions.models import Cycle
from missions.workflow import CycleStatus
from rocb.models import Framework, Office, User
from rocb.roles import Role
from rocb.workflow import StepRefused


def half_year(day: date) -> dict:
    """The half-yearly cycle in which `day` lies: its name and its three dates."""
    if day.month <= 6:
        dates = date(day.year, 4, 15), date(day.year, 6, 15), date(day.year, 7, 31)
        name = f"{day.year} first half"
    else:
        dates = date(day.year, 10, 15), date(day.year, 12, 15), date(day.year + 1, 1, 31)
        name = f"{day.year} second half"
    return {"name": name, **dict(zip(("opens_on", "due_on", "closes_on"), dates, strict=True))}


class Command(BaseCommand):
    """`manage.py open_cycle [NAME] [--office AP] [--due 2026-12-15] [--by EMAIL]`. Idempotent.

    Without a name: the cycle of the half-year that today lies in, planned here if nobody has.
    """

    help = "Open a follow-up cycle, or make up for plans that came into force since."

    def add_arguments(self, parser):
        parser.add_argument("name", nargs="?", help="A cycle that is planned or open.")
        parser.add_argument("--office", default="AP", help="Code of the region; AP by default.")
        parser.add_argument("--due", type=date.fromisoformat, help="Due date of a new cycle.")
        parser.add_argument("--by", help="E-mail of who opens it; the head of office by default.")

    def handle(self, **options):
        office = Office.objects.filter(region__code__iexact=options["office"]).first()
        if office is None:
            raise CommandError(f"There is no office of the region “{options['office']}”.")
        by = self.opener(office, options["by"])
        cycle = self.cycle(office, options, by)
        before = cycle.matrices.count()
        try:
            cycle = open_cycle(cycle, by=by)
        except StepRefused as refused:
            raise CommandError(str(refused)) from refused
        after = cycle.matrices.count()
        self.stdout.write(f"{cycle.name}: {after} matrices, {after - before} of them new.")

    def opener(self, office: Office, email: str | None) -> User:
        users = User.objects.current(timezone.localdate())
        if email:
            found = users.filter(email__iexact=email).first()
        else:
            found = users.filter(role=Role.HEAD, person__organisation=office.pk).first()
        if found is None:
            raise CommandError(
                "Nobody may open it: name a current sign-in of the office with --by EMAIL."
            )
        return found

    def cycle(self, office: Office, options, by: User) -> Cycle:
        if options["name"]:
            found = Cycle.objects.filter(office=office, name__iexact=options["name"]).first()
            if found is None:
                raise CommandError(f"The office has no cycle “{options['name']}”.")
            return found
        values = half_year(timezone.localdate())
        framework = Framework.objects.filter(is_default=True).first()
        if framework is None:
            raise CommandError("Load the reference data first: manage.py load_reference.")
        if options["due"]:
            values["due_on"] = options["due"]
            values["closes_on"] = max(values["closes_on"], options["due"])
            values["opens_on"] = min(values["opens_on"], timezone.localdate())
        name = values.pop("name")
        cycle, _made = Cycle.objects.get_or_create(
            office=office,
            name=name,
            defaults={
                **values,
                "framework": framework,
                "created_by": by,
                "updated_by": by,
                "status": CycleStatus.PLANNED,
            },
        )
        return cycle
