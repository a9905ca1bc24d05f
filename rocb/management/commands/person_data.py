"""Everything about one person, as JSON: to hand out, where no page can be reached."""

import json
from pathlib import Path

from django.core.exceptions import PermissionDenied
from django.core.management.base import BaseCommand, CommandError

from rocb.models import Person, User
from rocb.personal.telling import hand_out


def somebody(words: str) -> Person:
    """The person with this number or address; raises CommandError."""
    person = None
    if words.isdecimal():
        person = Person.objects.filter(pk=int(words)).first()
    else:
        person = (
            Person.objects.filter(user__email__iexact=words).first()
            or Person.objects.with_email(words).first()
        )
    if person is None:
        raise CommandError(f"Nobody in the contact book is “{words}”: give a number or an address.")
    return person


def somebody_who_signs_in(address: str) -> User:
    """The sign-in in whose name it is done; raises CommandError."""
    user = User.objects.select_related("person__organisation").filter(email__iexact=address).first()
    if user is None:
        raise CommandError(f"Nobody signs in as {address}.")
    return user


class Command(BaseCommand):
    """`manage.py person_data WHO FILE --by ADDRESS --reason TEXT`; WHO is a number or an address."""

    help = "Write everything that the portal holds about one person into a file."

    def add_arguments(self, parser):
        parser.add_argument("who")
        parser.add_argument("file", type=Path)
        parser.add_argument("--by", required=True, help="The address under which you sign in.")
        parser.add_argument("--reason", required=True)

    def handle(self, **options):
        person, by = somebody(options["who"]), somebody_who_signs_in(options["by"])
        try:
            data = hand_out(person, by=by, reason=options["reason"])
        except PermissionDenied as error:
            raise CommandError(f"{by.email} may not hand out personal data.") from error
        target = options["file"]
        target.touch(mode=0o600)
        target.write_text(json.dumps(data, indent=1, ensure_ascii=False))
        rows = sum(len(kind["rows"]) for kind in data["holds"])
        self.stdout.write(f"{target}: {rows} rows about {person.full_name}")
