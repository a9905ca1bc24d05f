"""`make run`: everything the portal needs, started, watched and stopped as one.

Order: database and broker (embedded unless given), mail catcher (unless given), migrations and
data, then web server, Celery worker and Celery beat. Worker and beat are started again when they
end, as systemd and Docker do; any other ending ends all of it, in words.
"""

import fcntl
import os
import signal
import socket
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import IO

from rocb import environment
from rocb.embedded import EmbeddedError, Postgres, Valkey, catch_mail, spawn, stop_process
from rocb.supervised import BASE_DIR, LaunchError, Program, say

READY_SECONDS = 90
ASKED_TO_STOP = threading.Event()


class Stopped(Exception):
    """Somebody asked for the end: Ctrl-C, SIGTERM, or the terminal was closed."""


def read_port() -> int:
    """PORT, 8000 by default."""
    text = os.environ.get("PORT") or "8000"
    if not text.isdigit() or not 0 < int(text) < 65536:
        raise LaunchError(f"PORT={text} is not a port number between 1 and 65535.")
    return int(text)


def refuse_taken_port(host: str, port: int) -> None:
    """Raise LaunchError unless this address can be listened on."""
    with socket.socket() as listener:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind((host, port))
        except OSError as error:
            raise LaunchError(
                f"Port {port} cannot be used ({error.strerror}): stop what uses it, or choose "
                f"another with PORT={port + 1}."
            ) from error


def take_folder(folder: Path) -> IO[str]:
    """Make the data folder, see that it can be written, and hold it for this process alone."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock = (folder / "lock").open("a+")
        (folder / "logs").mkdir(exist_ok=True)
    except OSError as error:
        raise LaunchError(
            f"The data folder {folder} cannot be written ({error.strerror}): "
            "give its right to write back, or choose another with DATA_DIR=."
        ) from error
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        lock.close()
        raise LaunchError(
            f"A portal already runs on the data folder {folder}: stop it first, or choose another "
            "with DATA_DIR=."
        ) from error
    return lock


class Launch:
    """One run of the portal on one data folder."""

    def __init__(self, folder: Path, host: str, port: int):
        self.folder, self.host, self.port = folder, host, port
        self.environment = dict(os.environ)
        # What must stay alive: its name for people, and whether it is.
        self.watched: list[tuple[str, Callable[[], bool]]] = []
        self.programs: list[Program] = []
        # Those that are started again when they end.
        self.background: list[Program] = []

    def start_servers(self, stack: ExitStack) -> None:
        """PostgreSQL, Valkey and the mail catcher, each unless its address is given."""
        given = self.environment
        if not given.get("DATABASE_URL"):
            postgres = Postgres(self.folder / "postgres")
            stack.callback(postgres.stop)
            given["DATABASE_URL"] = postgres.start().create_database("rocb")
            self.watched.append(("PostgreSQL", postgres.is_running))
        if not given.get("REDIS_URL"):
            valkey = Valkey(self.folder / "valkey")
            stack.callback(valkey.stop)
            given["REDIS_URL"] = valkey.start().url()
            self.watched.append(("Valkey", valkey.is_running))
        if not given.get("EMAIL_URL"):
            given["EMAIL_URL"], stop = catch_mail(self.folder / "mail")
            stack.callback(stop)

    def set_environment(self) -> None:
        """What the settings read; whatever the caller has set stays."""
        from rocb.demo import kept_secret

        address = f"http://localhost:{self.port}"
        debug = self.environment.get("DEBUG", "1")
        defaults = {
            "DEBUG": debug,
            "DEMO": debug,
            "HTTPS": "0",
            "DATA_DIR": str(self.folder),
            "SITE_URL": address,
            "CSRF_TRUSTED_ORIGINS": f"{address},http://127.0.0.1:{self.port}",
            "HASHED_STATIC": "1",
            "COMPRESS_PAGES": "1",
            "LOG_JSON": "0",
            "DJANGO_SETTINGS_MODULE": "rocb.settings",
        }
        for name, value in defaults.items():
            self.environment.setdefault(name, value)
        if not self.environment.get("SECRET_KEY"):
            self.environment["SECRET_KEY"] = kept_secret(
                self.folder / "secret-key", lambda: os.urandom(48).hex()
            )
        os.environ.update(self.environment)

    def prepare(self) -> None:
        """Migrations, static files, reference and demonstration data, in one process."""
        command = [sys.executable, "manage.py", "prepare"]
        if self.environment["DEMO"].lower() in ("1", "true", "yes", "on"):
            command.append("--demo")
        process = spawn(command, cwd=BASE_DIR, env=self.environment)
        try:
            while process.poll() is None:
                self.refuse_silence()
                ASKED_TO_STOP.wait(0.05)
        finally:
            stop_process(process)
        if process.returncode:
            raise LaunchError("The database could not be prepared; the lines above say why.")

    def start_web(self) -> None:
        """The web server: what people wait for comes first."""
        python = [sys.executable, "-m"]
        web = self._start(
            "The web server",
            "web",
            [*python, "gunicorn", "rocb.wsgi", "--no-control-socket", "--preload"]
            + ["--worker-class", "gthread", "--workers", "2", "--threads", "4"]
            + ["--bind", f"{self.host}:{self.port}", "--graceful-timeout", "5"]
            + ["--access-logfile", "-", "--limit-request-line", "0"],
        )
        self.watched.append((str(web), web.is_running))

    def start_background(self) -> None:
        """Worker and clock; at the same time they would only slow the first page down."""
        celery = [sys.executable, "-m", "celery", "-A", "rocb"]
        beat_notes = self.folder / "beat-schedule"
        worker = [*celery, "worker", "-P", "threads", "-c", "4"]
        self.background = [
            self._start("The worker", "worker", [*worker, "--without-gossip", "--without-mingle"]),
            self._start(
                "The clock (Celery beat)",
                "beat",
                [*celery, "beat", "--pidfile=", "-s", str(beat_notes)],
            ),
        ]

    def _start(self, name: str, short: str, command: list[str]) -> Program:
        log = self.folder / "logs" / f"{short}.log"
        program = Program(name, log, command, self.environment)
        program.start()
        self.programs.append(program)
        return program

    def refuse_silence(self) -> None:
        """Raise LaunchError when anything that must run does not, Stopped when nothing should."""
        if ASKED_TO_STOP.is_set():
            raise Stopped
        for name, is_alive in self.watched:
            if not is_alive():
                raise LaunchError(f"{name} has ended by itself, so the portal stops.")
        for program in self.background:
            program.start_again()

    def wait_until_ready(self) -> None:
        """Until /readyz says yes."""
        host = "127.0.0.1" if self.host == "0.0.0.0" else self.host  # noqa: S104
        request = urllib.request.Request(
            f"http://{host}:{self.port}/readyz", headers={"Host": "localhost"}
        )
        until = time.monotonic() + READY_SECONDS
        answer = "nothing"
        while time.monotonic() < until:
            self.refuse_silence()
            try:
                with urllib.request.urlopen(request, timeout=5):  # noqa: S310
                    return
            except urllib.error.HTTPError as error:
                answer = error.read(500).decode(errors="replace")
            except OSError:
                pass
            ASKED_TO_STOP.wait(0.1)
        raise LaunchError(f"The portal did not become ready; /readyz says: {answer}")

    def greet(self, seconds: float) -> None:
        """The address, and who can sign in."""
        say(f"\nThe portal is ready after {seconds:.0f} s:  {self.environment['SITE_URL']}/")
        if self.environment["DEMO"].lower() in ("1", "true", "yes", "on"):
            from rocb.demo import DEMO_SIGNINS, demo_password

            say(f"\nDemonstration sign-ins; the password of each is  {demo_password()}")
            width = max(len(role) for role, _ in DEMO_SIGNINS)
            for role, email in DEMO_SIGNINS:
                say(f"  {role:<{width}}  {email}")
        say(f"\nData, mail and logs are in {self.folder}; Ctrl-C stops everything.")

    def watch(self) -> None:
        """Until something ends; raises LaunchError then."""
        while True:
            ASKED_TO_STOP.wait(0.5)
            self.refuse_silence()

    def stop_programs(self) -> None:
        """Ask all at once, then wait for each."""
        for program in self.programs:
            if program.is_running():
                program.process.terminate()
        for program in self.programs:
            program.stop()


def run() -> None:
    """Start, watch, and stop in the reverse order whatever happens."""
    began = time.monotonic()
    host, port = os.environ.get("HOST") or "127.0.0.1", read_port()
    folder = Path(os.environ.get("DATA_DIR") or BASE_DIR / "var").expanduser().resolve()
    refuse_taken_port(host, port)
    with ExitStack() as stack:
        stack.enter_context(take_folder(folder))
        # While things are being stopped a second Ctrl-C must not leave half of them behind.
        launch = Launch(folder, host, port)
        stack.callback(say, "Stopped.")
        try:
            listen_for_the_end(note_the_wish)
            launch.start_servers(stack)
            stack.callback(launch.stop_programs)
            launch.set_environment()
            told = environment.tell(folder, launch.environment)
            stack.callback(told.unlink, missing_ok=True)
            launch.prepare()
            launch.start_web()
            launch.wait_until_ready()
            launch.start_background()
            launch.refuse_silence()
            launch.greet(time.monotonic() - began)
            launch.watch()
        finally:
            listen_for_the_end(signal.SIG_IGN)
            say("\nStopping ...")


def note_the_wish(*_: object) -> None:
    """A signal's handler: it only takes note, and every loop here asks.

    Raising from it could strike between the start of a process and the line that remembers it, or
    be dropped by Python while a process is forked.
    """
    ASKED_TO_STOP.set()


def listen_for_the_end(handler: Callable[..., None] | signal.Handlers) -> None:
    """Set what Ctrl-C, SIGTERM and a closed terminal do; `nohup` is respected."""
    signal.signal(signal.SIGINT, handler)
    signal.signal(signal.SIGTERM, handler)
    if signal.getsignal(signal.SIGHUP) != signal.SIG_IGN or handler is signal.SIG_IGN:
        signal.signal(signal.SIGHUP, handler)


def main() -> int:
    """The exit code: 0 after Ctrl-C or SIGTERM, 1 with a sentence otherwise."""
    try:
        run()
    except Stopped:
        return 0
    except (LaunchError, EmbeddedError) as error:
        print(f"{error}", file=sys.stderr, flush=True)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
