"""Run the groups that are asked for, or all of them, on a database of their own."""

import os
import sys

from tests.plumbing.servers import servers

GROUPS = ("pages", "saving", "reminders", "files")


def main() -> int:
    """0 when every bar is kept."""
    asked = [name for name in sys.argv[1:] if name in GROUPS] or GROUPS
    rounds = int(sys.argv[sys.argv.index("--rounds") + 1]) if "--rounds" in sys.argv else 40
    os.environ["DEBUG"] = "0"
    os.environ["HTTPS"] = "0"
    os.environ["ALLOWED_HOSTS"] = "testserver,localhost"
    os.environ["SECOND_FACTOR_REQUIRED"] = "0"
    os.environ["HASHED_STATIC"] = "0"
    os.environ["LOG_LEVEL"] = "CRITICAL"
    with servers():
        import django

        django.setup()
        from django.core.management import call_command

        call_command("migrate", verbosity=0)
        from tests.bench import groups, table

        office = groups.furnish()
        results = []
        for name in asked:
            results += getattr(groups, name)(office, rounds)
        return table.show(results)


if __name__ == "__main__":
    sys.exit(main())
