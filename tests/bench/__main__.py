"""Measure the groups that are asked for, or all of them, each on a database of its own.

The whole run writes what it measured into docs/performance.md.
"""

import json
import os
import platform
import subprocess
import sys
import time
from pathlib import Path

from tests.bench.table import HEADINGS, Result, markdown

ROOT = Path(__file__).parent.parent.parent
PAPER = ROOT / "docs" / "performance.md"
GROUPS = ("pages", "reminders", "files", "growth")
# As in production, but for HTTPS and for mail, which needs somebody to send it to.
SETTINGS = {
    "DEBUG": "0",
    "HTTPS": "0",
    "ALLOWED_HOSTS": "testserver,localhost",
    "SECOND_FACTOR_REQUIRED": "0",
    "HASHED_STATIC": "0",
    "LOG_LEVEL": "CRITICAL",
}
MARK = "<!-- What follows is written by `make bench`. -->\n"


def main() -> int:
    """0 when every bar is kept."""
    asked = [name for name in sys.argv[1:] if name in GROUPS] or list(GROUPS)
    rounds = sys.argv[sys.argv.index("--rounds") + 1] if "--rounds" in sys.argv else "40"
    for name in ("DATABASE_URL", "REDIS_URL"):
        os.environ.pop(name, None)
    from tests.plumbing import schema, servers

    results: list[Result] = []
    pages: list[dict] = []
    began = time.monotonic()
    with servers.servers():
        postgres = next(one for one in servers._started if isinstance(one, schema.Postgres))
        template = postgres.url(schema.make_template(postgres))
        for name in asked:
            found = measure(name, rounds, schema.copy_database(template, f"bench_{name}"))
            results += [Result(**one) for one in found["results"]]
            pages += found["pages"]
            print(markdown(HEADINGS, [one.cells() for one in results]), flush=True)
    minutes = (time.monotonic() - began) / 60
    if asked == list(GROUPS):
        write(results, pages, minutes)
    print(f"{sum(not one.is_kept for one in results)} bars not kept; {minutes:.1f} minutes")
    return 0 if all(one.is_kept for one in results) else 1


def measure(name: str, rounds: str, database: str) -> dict:
    """One group in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.bench.group", name, rounds],
        env={**os.environ, **SETTINGS, "DATABASE_URL": database},
        stdout=subprocess.PIPE,
        check=True,
    )
    return json.loads(done.stdout)


def machine() -> str:
    """What it was measured on."""
    told = Path("/proc/cpuinfo").read_text().splitlines()
    names = [line.split(":")[1].strip() for line in told if "model name" in line]
    cpu = names[0] if names else platform.machine()
    memory = int(Path("/proc/meminfo").read_text().split()[1]) // 1_000_000
    load = os.getloadavg()[0]
    return (
        f"{os.cpu_count()} cores ({cpu}), {memory} GB, Python {platform.python_version()}, "
        f"load {load:.1f} at the end"
    )


def write(results: list[Result], pages: list[dict], minutes: float) -> None:
    """Put the tables into the paper, below its mark."""
    about = f"{time.strftime('%d %B %Y')}, {machine()}; the run took {minutes:.1f} minutes."
    tables = [
        "## Bars\n",
        markdown(HEADINGS, [one.cells() for one in results]),
        "\n## Every page, at once and a hundred times the size\n",
        markdown(list(pages[0]), [list(one.values()) for one in pages]),
    ]
    text = PAPER.read_text().partition(MARK)[0]
    PAPER.write_text(f"{text}{MARK}\n{about}\n\n" + "\n".join(tables) + "\n")


if __name__ == "__main__":
    sys.exit(main())
