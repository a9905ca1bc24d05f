"""What was backed up comes back, row for row and byte for byte, or not at all."""

import os
import re
import subprocess
import sys
import tarfile
from pathlib import Path

import psycopg2
import pytest
from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.management import CommandError, call_command
from django.db import connection

from rocb.backup import BackupError, statements_of, write_backup
from rocb.models import Person

EMPTY = "restored"


def manage(*arguments: str, env: dict[str, str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "manage.py", *arguments],
        cwd=settings.BASE_DIR,
        env=env,
        capture_output=True,
        text=True,
    )


def contents(name: str) -> dict[str, str]:
    """A digest of each table's rows, whatever their order."""
    params = {**connection.get_connection_params(), "dbname": name}
    params.pop("cursor_factory", None)
    other = psycopg2.connect(**params)
    try:
        with other.cursor() as cursor:
            cursor.execute(
                "SELECT quote_ident(schemaname) || '.' || quote_ident(tablename) FROM pg_tables"
                " WHERE schemaname NOT IN ('pg_catalog', 'information_schema') ORDER BY 1"
            )
            digests = {}
            for (table,) in cursor.fetchall():
                cursor.execute(
                    f"SELECT count(*) || ' ' || coalesce(md5(string_agg(t::text, '|'"
                    f" ORDER BY t::text)), '') FROM {table} t"
                )
                digests[table] = cursor.fetchone()[0]
            return digests
    finally:
        other.close()


@pytest.fixture
def empty_database(live_env, tmp_path):
    """The environment of a portal on a second, empty database and data folder."""
    name = f"{connection.settings_dict['NAME']}_{EMPTY}"
    with connection.cursor() as cursor:
        cursor.execute(f'DROP DATABASE IF EXISTS "{name}"')
        cursor.execute(f'CREATE DATABASE "{name}"')
    url = live_env["DATABASE_URL"].replace(f"/{connection.settings_dict['NAME']}", f"/{name}", 1)
    yield name, {**live_env, "DATABASE_URL": url, "DATA_DIR": str(tmp_path / "new")}
    with connection.cursor() as cursor:
        cursor.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


@pytest.mark.fault
def test_a_restored_portal_is_the_same(empty_database, tmp_path):
    name, env = empty_database
    Person.objects.create(family_name="Ōta’i", given_name="Ana", email="ana@example.org")
    stored = default_storage.save("2008/plan.txt", ContentFile(b"\x00\xffplan"))
    call_command("backup", str(tmp_path / "one.tar"), verbosity=0)

    answer = manage("restore", str(tmp_path / "one.tar"), env=env)

    assert (answer.returncode, answer.stderr) == (0, "")
    assert contents(name) == contents(connection.settings_dict["NAME"])
    assert (Path(env["DATA_DIR"]) / "files" / stored).read_bytes() == b"\x00\xffplan"
    default_storage.delete(stored)
    # And the restored one is ready to serve: nothing is left to migrate.
    assert manage("migrate", "--check", env=env).returncode == 0


def test_a_backup_is_for_its_owner_alone(transactional_db, tmp_path):
    call_command("backup", str(tmp_path / "one.tar"), verbosity=0)
    assert (tmp_path / "one.tar").stat().st_mode & 0o777 == 0o600
    assert os.listdir(tmp_path) == ["one.tar"]
    with tarfile.open(tmp_path / "one.tar") as tar:
        assert tar.getnames()[:2] == ["about.json", "database.dump"]


# What PostgreSQL 15 knows of what pg_restore sets, whatever its own version.
KNOWN_TO_15 = {
    "statement_timeout", "lock_timeout", "idle_in_transaction_session_timeout", "client_encoding",
    "standard_conforming_strings", "check_function_bodies", "xmloption", "client_min_messages",
    "row_security", "default_tablespace", "default_table_access_method",
}  # fmt: skip


def test_servers_older_than_our_programs_understand_a_backup(transactional_db, tmp_path):
    """pg_restore 18 sets what PostgreSQL 15 and 16 refuse, and with it they refuse all that follows."""
    write_backup(tmp_path / "one.tar")
    with tarfile.open(tmp_path / "one.tar") as tar:
        tar.extract("database.dump", tmp_path, filter="data")
    statements = statements_of(tmp_path / "database.dump").read_text()
    assert set(re.findall(r"(?m)^SET (\w+) = ", statements)) == KNOWN_TO_15
    # Half a dump is no dump: it is refused before anything reaches the database.
    os.truncate(tmp_path / "database.dump", (tmp_path / "database.dump").stat().st_size // 2)
    with pytest.raises(BackupError, match="pg_restore failed"):
        statements_of(tmp_path / "database.dump")


def test_restore_refuses_a_database_in_use(transactional_db, tmp_path):
    with pytest.raises(CommandError, match="The database is not empty: restore into a new one"):
        call_command("restore", str(tmp_path / "none.tar"))


@pytest.mark.fault
def test_restore_refuses_another_file(empty_database, tmp_path):
    (tmp_path / "holiday.tar").write_text("no tar at all")
    answer = manage("restore", str(tmp_path / "holiday.tar"), env=empty_database[1])
    assert answer.returncode == 1
    assert f"{tmp_path}/holiday.tar is not a backup of the portal" in answer.stderr
