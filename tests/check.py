"""`make check`: everything that can be said about the code without running it.

Each check runs even if one before it failed; the last lines say which did.
"""

import os
import subprocess
import sys
import time

from tests.plumbing.servers import servers

PYTHON = [sys.executable, "-m"]
MANAGE = [sys.executable, "-W", "ignore", "manage.py"]
# `check --deploy` is asked about the settings of production.
PRODUCTION = {
    "DEBUG": "0",
    "DEMO": "0",
    "SECRET_KEY": "".join(chr(33 + number * 7 % 90) for number in range(80)),
    "SITE_URL": "https://portal.example.org",
    "ALLOWED_HOSTS": "portal.example.org",
}
CHECKS: list[tuple[str, list[str], dict[str, str]]] = [
    ("style", [*PYTHON, "ruff", "check", "."], {}),
    ("format", [*PYTHON, "ruff", "format", "--check", "."], {}),
    (
        "imports",
        [sys.executable, "-c", "from importlinter.cli import lint_imports_command as c; c()"],
        {},
    ),
    ("types", [*PYTHON, "mypy"], {}),
    ("templates", [*PYTHON, "djlint", "templates", "--lint", "--quiet"], {}),
    ("models", [*MANAGE, "makemigrations", "--check", "--dry-run"], {}),
    (
        "migrations",
        [
            *MANAGE,
            "lintmigrations",
            "--no-cache",
            "--ignore-initial-migrations",
            "--quiet",
            "ok",
            "ignore",
        ]
        + ["--include-apps", "rocb", "programmes", "missions", "donors", "reports"],
        {"LINT_MIGRATIONS": "1", "LOG_LEVEL": "WARNING"},
    ),
    ("deployment", [*MANAGE, "check", "--deploy", "--fail-level", "WARNING"], PRODUCTION),
]


def main() -> int:
    """0 when every check passed."""
    failed = []
    with servers():
        for name, command, more in CHECKS:
            began = time.monotonic()
            print(f"--- {name}", flush=True)
            if subprocess.run(command, env={**os.environ, **more}, check=False).returncode:
                failed.append(name)
            print(f"    {name}: {time.monotonic() - began:.1f} s", flush=True)
    print(f"Failed: {', '.join(failed)}" if failed else "All checks passed.")
    return bool(failed)


if __name__ == "__main__":
    sys.exit(main())
