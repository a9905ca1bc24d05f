"""What a running portal lets `manage.py` know: where its servers are, as long as it runs.

`make run` chooses ports and keys by itself; so that a command beside it works on the same portal,
it leaves them in the data folder, readable to their owner alone.
"""

import json
import os
from pathlib import Path

NAME = "environment.json"
TOLD = (
    "DATABASE_URL",
    "REDIS_URL",
    "EMAIL_URL",
    "SECRET_KEY",
    "DEBUG",
    "DEMO",
    "HTTPS",
    "DATA_DIR",
    "SITE_URL",
    "CSRF_TRUSTED_ORIGINS",
    "HASHED_STATIC",
    "LOG_JSON",
)


def tell(folder: Path, environment: dict[str, str]) -> Path:
    """Leave the variables of a running portal in its data folder."""
    path = folder / NAME
    path.unlink(missing_ok=True)
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w") as file:
        json.dump({name: environment[name] for name in TOLD if name in environment}, file)
    return path


def learn(base: Path) -> None:
    """Take over the variables of the portal that runs on the data folder, unless some are given."""
    if "DATABASE_URL" in os.environ or "SECRET_KEY" in os.environ:
        return
    folder = Path(os.environ.get("DATA_DIR") or base / "var")
    try:
        told = json.loads((folder / NAME).read_text())
    except (OSError, ValueError):
        return
    for name, value in told.items():
        os.environ.setdefault(name, value)
    # A command's own lines are what its caller wants to read.
    os.environ.setdefault("LOG_LEVEL", "WARNING")
