"""One PostgreSQL cluster and one Valkey for the whole run, whoever starts it.

DATABASE_URL and REDIS_URL, where given, are used as they are. Otherwise the process that starts
the run starts embedded servers and stops them; the workers of xdist inherit the addresses, each
with its own database (pytest-django's suffix) and its own Valkey number, since `cache.clear()`
empties a whole number.
"""

import os
import shutil
import socket
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from rocb.embedded import Postgres, Valkey
from tests.plumbing.schema import make_template

__all__ = [
    "live_env",
    "loopback_only",
    "nobody_left_behind",
    "pytest_load_initial_conftests",
    "pytest_unconfigure",
]

BASE = "ROCB_TEST_REDIS"  # the Valkey of the run, handed to the workers
_started: list[Postgres | Valkey] = []
_folders: list[Path] = []


def _folder(name: str) -> Path:
    folder = Path(tempfile.mkdtemp(prefix=f"rocb-{name}-"))
    _folders.append(folder)
    return folder


def _start_servers() -> None:
    if "DATABASE_URL" not in os.environ:
        postgres = Postgres(_folder("pg") / "data", durable=False).start()
        _started.append(postgres)
        os.environ["DATABASE_URL"] = postgres.create_database("rocb")
    if "REDIS_URL" not in os.environ:
        valkey = Valkey(_folder("valkey"), durable=False).start()
        _started.append(valkey)
        os.environ["REDIS_URL"] = valkey.url()
        os.environ[BASE] = valkey.url()


def _take_valkey_number() -> None:
    """Database numbers from 1 up, one per worker; 0 is the run without workers."""
    worker = os.environ.get("PYTEST_XDIST_WORKER", "")
    if worker and BASE in os.environ:
        number = int(worker.removeprefix("gw")) + 1
        os.environ["REDIS_URL"] = os.environ[BASE].rsplit("/", 1)[0] + f"/{number}"


def start() -> None:
    """Say where everything is, before Django's settings are read; start what is missing."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "rocb.settings")
    os.environ.setdefault("SECRET_KEY", "only-for-the-tests-" + "x" * 50)
    # The suite runs as a demonstration does: plain HTTP, demonstration sign-ins known.
    os.environ.setdefault("DEBUG", "1")
    os.environ.setdefault("DEMO", "1")
    os.environ["DATA_DIR"] = str(_folder("data"))
    _start_servers()
    _take_valkey_number()


def stop() -> None:
    """Stop what this process started, and leave no folder behind."""
    while _started:
        _started.pop().stop()
    while _folders:
        shutil.rmtree(_folders.pop(), ignore_errors=True)


@contextmanager
def servers() -> Iterator[None]:
    """The same servers for a program that is no test: `make check`, `make bench`."""
    start()
    try:
        yield
    finally:
        stop()


@pytest.hookimpl(tryfirst=True)
def pytest_load_initial_conftests():
    """The earliest moment that pytest gives."""
    # Playwright's synchronous interface keeps an event loop in the test's own thread.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    start()
    # The workers of xdist inherit the name; on somebody else's server nothing is left behind.
    for server in _started:
        if isinstance(server, Postgres):
            os.environ["TEST_DATABASE_TEMPLATE"] = make_template(server)


def pytest_unconfigure():
    """The last one."""
    stop()


@pytest.fixture(autouse=True, scope="session")
def loopback_only():
    """No test talks to the outside: a connection that leaves the machine is an error."""
    connect = socket.socket.connect

    def guarded(self, address):
        if self.family in (socket.AF_INET, socket.AF_INET6):
            host = address[0]
            if not (host.startswith("127.") or host in ("localhost", "::1")):
                raise OSError(f"A test tried to reach {host}; only loopback is open.")
        return connect(self, address)

    socket.socket.connect = guarded
    yield
    socket.socket.connect = connect


@pytest.fixture
def live_env(transactional_db, settings):
    """The environment for a child process (worker, gunicorn, command) on this test's database."""
    from urllib.parse import urlsplit, urlunsplit

    parts = urlsplit(os.environ["DATABASE_URL"])
    name = settings.DATABASES["default"]["NAME"]
    return {
        **os.environ,
        "DATABASE_URL": urlunsplit(parts._replace(path=f"/{name}")),
        "REDIS_URL": settings.REDIS_URL,
        "DATA_DIR": str(settings.DATA_DIR),
        "DJANGO_SETTINGS_MODULE": "rocb.settings",
    }


def cut_connections(waiting_only=False):
    """What a restart of the database does to whoever is connected; returns how many there were."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_stat_clear_snapshot()")  # who came after the transaction began
        cursor.execute(
            "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity "
            "WHERE datname = current_database() AND pid <> pg_backend_pid() "
            "AND (NOT %s OR wait_event_type = 'Lock')",
            [waiting_only],
        )
        return cursor.fetchone()[0]


@pytest.fixture(autouse=True, scope="session")
def nobody_left_behind(django_db_setup, django_db_blocker):
    """The test database is dropped at the end; a thread of the live server may still hold on to it."""
    from django.db import connection

    yield
    connection.close()  # a test may have cut it
    with django_db_blocker.unblock(), connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
            "WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )
        connection.close()
