"""One group of measurements, as JSON on standard output: the name and the number of rounds."""

import json
import logging
import sys
from dataclasses import asdict


def main() -> None:
    import django

    django.setup()
    logging.disable(
        logging.CRITICAL
    )  # a line for each refused form would be measured, and read as JSON
    from tests.bench import files, growth, pages, post

    groups = {
        "pages": pages.pages,
        "reminders": post.reminders,
        "files": files.files,
        "growth": growth.growth,
    }
    found = groups[sys.argv[1]](int(sys.argv[2]))
    results, table = found if isinstance(found, tuple) else (found, [])
    json.dump({"results": [asdict(one) for one in results], "pages": table}, sys.stdout)


if __name__ == "__main__":
    main()
