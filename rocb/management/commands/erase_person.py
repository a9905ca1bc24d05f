"""Erase one person: first what would go and what would stay, then with --yes for good."""

from django.core.exceptions import PermissionDenied, ValidationError
from django.core.management.base import BaseCommand, CommandError

from rocb.management.commands.person_data import somebody, somebody_who_signs_in
from rocb.personal.erasing import erase, preview


class Command(BaseCommand):
    """`manage.py erase_person WHO --by ADDRESS --reason TEXT [--yes]`; WHO: a number, an address."""

    help = "Take away for good what says who somebody is; what is counted stays without a name."

    def add_arguments(self, parser):
        parser.add_argument("who")
        parser.add_argument("--by", required=True, help="The address under which you sign in.")
        parser.add_argument("--reason", required=True)
        parser.add_argument("--yes", action="store_true", help="Without it you only see what goes.")

    def handle(self, **options):
        person, by = somebody(options["who"]), somebody_who_signs_in(options["by"])
        if not options["yes"]:
            for fate in preview(person):
                line = f"{fate.label}: {fate.count}. Goes: {fate.goes or '-'}."
                self.stdout.write(f"{line} {fate.stays}".strip())
            self.stdout.write(f"Nothing was changed. With --yes {person.full_name} is erased.")
            return
        try:
            request = erase(person, by=by, reason=options["reason"])
        except PermissionDenied as error:
            raise CommandError(f"{by.email} may not erase {person.full_name}.") from error
        except ValidationError as error:
            raise CommandError(" ".join(error.messages)) from error
        self.stdout.write(f"Erased; {sum(request.counts.values())} rows were concerned.")
