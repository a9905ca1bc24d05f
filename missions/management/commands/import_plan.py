"""Import an action plan from a workbook or CSV file."""

import hashlib
from pathlib import Path

from django.core.exceptions import PermissionDenied
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from missions.models import ActionPlan, PlanImport
from missions.plan_import import NoPlan, apply_rows, compare, parse, plan_for
from rocb.models import Administration, User
from rocb.sheets import SheetRefused, read_sheets
from rocb.workflow import StepRefused


class Command(BaseCommand):
    """`manage.py import_plan FILE --member PG [--plan ID] [--title T] [--by EMAIL]
    [--good-rows] [--dry-run]`. The same file twice adds nothing.

    Each problem is named by sheet, cell and reason; with any, nothing is changed and the exit code
    is 1, unless --good-rows takes the others.
    """

    help = "Import an action plan from a workbook or CSV file."

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path)
        parser.add_argument("--member", required=True, help="Country code, such as PG.")
        parser.add_argument(
            "--plan", type=int, help="Id of the plan; the newest draft if not given."
        )
        parser.add_argument("--title", default="", help="Title of a plan that is made anew.")
        parser.add_argument("--by", help="E-mail of the sign-in it is done for.")
        parser.add_argument("--good-rows", "--good-rows-only", action="store_true")
        parser.add_argument("--dry-run", action="store_true", help="Only say what would happen.")

    def handle(self, **options):
        member = Administration.objects.filter(iso2__iexact=options["member"]).first()
        if member is None:
            raise CommandError(f"There is no member “{options['member']}”.")
        plan = self.plan(member, options["plan"])
        by = self.user(options["by"])
        try:
            content = options["file"].read_bytes()
            parsed, notes = parse(read_sheets(content, options["file"].name))
        except (OSError, SheetRefused, NoPlan) as error:
            raise CommandError(str(error)) from error
        rows = [row.as_json() for row in parsed]
        for note in notes:
            self.stdout.write(note)
        found = compare(rows, plan, member)
        for row in found:
            for where, reason in row.problems:
                self.stderr.write(f"{where}: {reason}")
        if not options["dry_run"]:
            found = self.apply(options, member, plan, rows, content, by)
        counts = {state: sum(row.state == state for row in found) for state in STATES}
        self.stdout.write(", ".join(f"{count} {state}" for state, count in counts.items()))
        if counts["wrong"] and not options["good_rows"]:
            raise CommandError("Nothing was changed: correct the file, or use --good-rows.")

    def plan(self, member, pk):
        if pk is None:
            return plan_for(member)
        plan = ActionPlan.objects.filter(administration=member, pk=pk).first()
        if plan is None:
            raise CommandError(f"{member} has no plan {pk}.")
        return plan

    def user(self, email):
        if not email:
            return None
        user = User.objects.filter(email__iexact=email).first()
        if user is None:
            raise CommandError(f"Nobody signs in as {email}.")
        return user

    def apply(self, options, member, plan, rows, content, by):
        title = options["title"] or options["file"].stem[:240]
        try:
            with transaction.atomic():
                record = PlanImport.objects.create(
                    name=options["file"].name[-240:],
                    sha256=hashlib.sha256(content).hexdigest(),
                    administration=member,
                    plan=plan,
                    by=by,
                    content={"rows": rows, "notes": [], "title": title},
                )
                _plan, found = apply_rows(
                    record, by=by, take_good=options["good_rows"], title=title
                )
                return found
        except StepRefused as refused:
            raise CommandError(str(refused)) from refused
        except PermissionDenied:
            raise CommandError(f"{by} may not import plans of {member}.") from None


STATES = ("new", "changed", "unchanged", "wrong")
