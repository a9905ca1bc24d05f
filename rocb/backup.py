"""One file that holds the database and the uploaded files, and the way back.

The file is a tar: `database.dump` (pg_dump's own format), `files/`, and `about.json`.
pg_dump sees one moment of the database; a file uploaded in the same second may be in the tar
without its row, never the other way round, because the database is dumped first and files are
never changed in place.
"""

import json
import os
import shutil
import subprocess
import tarfile
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from django.core.files.storage import default_storage
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

from rocb.embedded import Postgres

DUMP, FILES, ABOUT = "database.dump", "files", "about.json"
NEWER_SETTING = b"SET transaction_timeout"


class BackupError(RuntimeError):
    """The backup cannot be made or read; the message is for a person."""


def files_folder() -> Path:
    """Where uploads are kept."""
    return Path(default_storage.path(""))


def program(name: str) -> str:
    """pg_dump and its like: the ones in the wheel, which are as new as any server we support."""
    inside = Postgres.programs() / name
    found = str(inside) if inside.exists() else shutil.which(name)
    if found is None:
        raise BackupError(f"{name} is not installed.")
    return found


def run_program(name: str, *arguments: str) -> None:
    """Run it on the portal's database; the password goes through the environment."""
    params = connection.get_connection_params()
    names = {
        "PGHOST": "host",
        "PGPORT": "port",
        "PGUSER": "user",
        "PGPASSWORD": "password",
        "PGDATABASE": "dbname",
    }
    environment = {key: str(params[value]) for key, value in names.items() if params.get(value)}
    done = subprocess.run(
        [program(name), *arguments],
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise BackupError(f"{name} failed: {done.stderr.strip()[-1000:]}")


def statements_of(dump: Path) -> Path:
    """The dump as statements, in a file beside it.

    Our pg_restore is newer than many a server and begins with a setting that those before 17 do not
    know, so that they would refuse all of it: it is made a remark.
    """
    script = dump.with_suffix(".sql")
    run_program("pg_restore", "--no-owner", "-f", str(script), str(dump))
    with script.open("r+b") as statements:
        place = statements.read(4096).find(NEWER_SETTING)
        if place >= 0:
            statements.seek(place)
            statements.write(b"-- ")
    return script


def fill_database(dump: Path) -> None:
    """The dump into the database, as one transaction or not at all."""
    run_program(
        "psql",
        *("--no-psqlrc", "--quiet", "--output", os.devnull),
        *("--single-transaction", "--set", "ON_ERROR_STOP=1", "--file", str(statements_of(dump))),
    )


def write_backup(target: Path) -> Path:
    """Write the backup whole or not at all; readable to its owner alone."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=target.parent, prefix=".backup-") as scratch:
        dump = Path(scratch) / DUMP
        run_program("pg_dump", "--format=custom", "--no-owner", "--no-privileges", "-f", str(dump))
        about = Path(scratch) / ABOUT
        about.write_text(json.dumps(describe(), indent=1))
        draft = Path(scratch) / "whole"
        with tarfile.open(draft, "w") as tar:
            tar.add(about, ABOUT)
            tar.add(dump, DUMP)
            if files_folder().is_dir():
                tar.add(files_folder(), FILES)
        draft.chmod(0o600)
        draft.replace(target)
    return target


def describe() -> dict[str, object]:
    """When it was made, and at which migrations."""
    applied = MigrationRecorder(connection).applied_migrations()
    return {
        "made_at": datetime.now(UTC).isoformat(timespec="seconds"),
        "migrations": sorted(f"{app}.{name}" for app, name in applied),
    }


def read_backup(source: Path) -> dict[str, object]:
    """Restore into an empty database and an empty files folder; refuses anything else."""
    if connection.introspection.table_names():
        raise BackupError("The database is not empty: restore into a new one.")
    if files_folder().is_dir() and any(files_folder().iterdir()):
        raise BackupError(f"The folder {files_folder()} is not empty: restore into a new DATA_DIR.")
    connection.close()
    files_folder().parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=files_folder().parent, prefix=".restore-") as scratch:
        try:
            with tarfile.open(source) as tar:
                tar.extractall(scratch, filter="data")
            about = json.loads((Path(scratch) / ABOUT).read_text())
        except (OSError, tarfile.TarError, ValueError) as error:
            raise BackupError(f"{source} is not a backup of the portal: {error}") from error
        fill_database(Path(scratch) / DUMP)
        if (Path(scratch) / FILES).is_dir():
            if files_folder().is_dir():
                files_folder().rmdir()
            (Path(scratch) / FILES).rename(files_folder())
    return about
