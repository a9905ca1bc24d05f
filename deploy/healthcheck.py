"""The health checks of the containers: `healthcheck.py web|worker|beat`, exit code 0 when well."""

import os
import sys
import time
import urllib.request
from pathlib import Path


def web() -> bool:
    """The process answers and its database, broker and migrations are well."""
    port = os.environ.get("BIND", ":8000").rsplit(":", 1)[1]
    request = urllib.request.Request(
        f"http://127.0.0.1:{port}/readyz",
        headers={"Host": "localhost", "X-Forwarded-Proto": "https"},
    )
    with urllib.request.urlopen(request, timeout=8) as answer:  # noqa: S310
        return answer.status == 200


def worker() -> bool:
    """This container's worker answers a ping through the broker."""
    from rocb.celery import app

    name = f"celery@{os.uname().nodename}"
    return bool(app.control.ping(destination=[name], timeout=5))


def beat() -> bool:
    """The clock has written its notes within the last five minutes."""
    notes = Path(os.environ.get("BEAT_SCHEDULE", "/tmp/beat-schedule"))  # noqa: S108
    # The ending depends on the kind of file that this Python's shelve makes.
    newest = max(path.stat().st_mtime for path in notes.parent.glob(f"{notes.name}*"))
    return time.time() - newest < 300


def main() -> int:
    """0 when the part is well, else 1 with the reason on standard error."""
    try:
        return 0 if {"web": web, "worker": worker, "beat": beat}[sys.argv[1]]() else 1
    except Exception as error:
        sys.stderr.write(f"{error}\n")
        return 1


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
    sys.exit(main())
