"""Walk the portal as each reader, ask the checkers that are named (or all), say what they found."""

import sys
import time

from tests.audit.checks import CHECKS, Missing, walk
from tests.audit.site import portal

WITHOUT_A_WALK = {"api", "code", "axe"}


def main() -> int:
    """0 when no check found anything."""
    asked = [name for name in sys.argv[1:] if name in CHECKS] or list(CHECKS)
    bad = []
    with portal() as site:
        began = time.monotonic()
        walked = {} if set(asked) <= WITHOUT_A_WALK else walk(site)
        pages = sum(len(found) for found in walked.values())
        print(f"{pages} pages walked by {len(walked)} readers in {time.monotonic() - began:.0f} s")
        for name in asked:
            began = time.monotonic()
            try:
                found = CHECKS[name](walked, site)
            except Missing as missing:
                print(f"*** {name}: NOT CHECKED: {missing} ***", flush=True)
                continue
            verdict = f"{len(found)} findings" if found else "clean"
            print(f"{name}: {verdict} ({time.monotonic() - began:.0f} s)", flush=True)
            for sentence in found[:100]:
                print(f"  - {sentence}")
            if found:
                bad.append(name)
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
