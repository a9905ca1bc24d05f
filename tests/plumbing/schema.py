"""The migrated database, made once and copied: running every migration takes longer than most tests.

Each test database is copied from a template in the run's own cluster. The template is filled from
a dump in the user's cache folder, whose name is a hash of every migration, of the locked libraries
and of Python: whatever could change the outcome changes the name, and the migrations run again.
"""

import hashlib
import os
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

from rocb.embedded import Postgres

TEMPLATE = "rocb_migrated"
ROOT = Path(__file__).parent.parent.parent
KEPT = 8  # dumps of other branches and of before


def fingerprint() -> str:
    """What the migrated database depends on, in one name."""
    digest = hashlib.sha256(sys.version.encode())
    for path in [ROOT / "requirements-dev.txt", *sorted(ROOT.glob("*/migrations/*.py"))]:
        digest.update(f"{path.relative_to(ROOT)}\0".encode() + path.read_bytes())
    return digest.hexdigest()[:32]


def cache_folder() -> Path:
    """Readable to its owner alone: what lies here becomes our database."""
    base = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    folder = base / "rocb-tests"
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder


def run(postgres: Postgres, program: str, *arguments: str) -> None:
    """pg_dump or pg_restore on the template."""
    subprocess.run(
        [str(postgres.programs() / program), "--dbname", postgres.url(TEMPLATE), *arguments],
        check=True,
    )


def make_template(postgres: Postgres) -> str:
    """Fill the template of this cluster and return its name."""
    url = postgres.create_database(TEMPLATE)
    dump = cache_folder() / f"{fingerprint()}.dump"
    if dump.exists():
        run(postgres, "pg_restore", "--no-owner", "--exit-on-error", str(dump))
        dump.touch()
        return TEMPLATE
    subprocess.run(
        [sys.executable, "manage.py", "migrate", "--verbosity", "0"],
        env={**os.environ, "DATABASE_URL": url, "LOG_LEVEL": "WARNING"},
        cwd=ROOT,
        check=True,
    )
    draft = dump.with_suffix(f".{os.getpid()}")
    run(postgres, "pg_dump", "--format=custom", "--no-owner", "-f", str(draft))
    draft.replace(dump)
    for old in sorted(dump.parent.glob("*.dump"), key=lambda one: -one.stat().st_mtime)[KEPT:]:
        old.unlink(missing_ok=True)
    return TEMPLATE


def copy_database(template: str, name: str) -> str:
    """Copy the database at a DATABASE_URL, which nobody may use meanwhile; returns that of the copy."""
    import psycopg2

    parts = urlsplit(template)
    connection = psycopg2.connect(urlunsplit(parts._replace(path="/postgres")))
    connection.autocommit = True
    with connection.cursor() as cursor:
        cursor.execute(f'CREATE DATABASE "{name}" TEMPLATE "{parts.path[1:]}"')
    connection.close()
    return urlunsplit(parts._replace(path=f"/{name}"))
