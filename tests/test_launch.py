"""`make run`: one sentence when it cannot, nothing left behind when it ends."""

import fcntl
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import psutil
import psycopg2
import pytest

from rocb.embedded import free_port
from rocb.supervised import MOST_ENDS, LaunchError, Program

BASE_DIR = Path(__file__).resolve().parent.parent
SECONDS = 120
OURS = ("DATABASE_URL", "REDIS_URL", "EMAIL_URL", "SECRET_KEY", "DEBUG", "DEMO", "SITE_URL")


def environment(folder: Path, **more: str) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name not in OURS}
    return {**kept, "DATA_DIR": str(folder), "PORT": str(free_port()), "DEMO": "0", **more}


def launch(folder: Path, **more: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "rocb.launch"],
        cwd=BASE_DIR,
        env=environment(folder, **more),
        capture_output=True,
        text=True,
        timeout=SECONDS,
    )


def left_behind(folder: Path) -> list[str]:
    """The processes that were started for this data folder and live."""
    found = []
    for process in psutil.process_iter():
        try:
            line = " ".join(process.cmdline())
            theirs = process.environ().get("DATA_DIR") == str(folder)
        except psutil.Error:
            continue
        if (theirs or str(folder) in line) and process.status() != "zombie":
            found.append(line)
    return found


def test_a_port_that_is_no_number(tmp_path):
    answer = launch(tmp_path, PORT="http")
    assert answer.returncode == 1
    assert answer.stderr == "PORT=http is not a port number between 1 and 65535.\n"


def test_a_taken_port(tmp_path):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        answer = launch(tmp_path, PORT=str(port))
    assert answer.returncode == 1
    assert answer.stderr == (
        f"Port {port} cannot be used (Address already in use): stop what uses it, or choose "
        f"another with PORT={port + 1}.\n"
    )


def test_a_data_folder_that_is_a_file(tmp_path):
    file = tmp_path / "file"
    file.write_text("not a folder")
    answer = launch(file)
    assert answer.returncode == 1
    assert answer.stderr == (
        f"The data folder {file} cannot be written (File exists): "
        "give its right to write back, or choose another with DATA_DIR=.\n"
    )


def test_a_data_folder_that_nobody_may_write():
    # Not even root makes a folder there.
    answer = launch(Path("/proc/portal"))
    assert (answer.returncode, "/proc/portal cannot be written (" in answer.stderr) == (1, True)


def test_a_data_folder_in_use(tmp_path):
    with (tmp_path / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        answer = launch(tmp_path)
    assert answer.returncode == 1
    assert answer.stderr == (
        f"A portal already runs on the data folder {tmp_path}: stop it first, or choose another "
        "with DATA_DIR=.\n"
    )


def test_a_data_folder_of_another_version(tmp_path):
    (tmp_path / "postgres").mkdir()
    (tmp_path / "postgres" / "PG_VERSION").write_text("16\n")
    answer = launch(tmp_path)
    assert answer.returncode == 1
    assert answer.stderr == (
        f"The folder {tmp_path}/postgres was made by PostgreSQL 16, this is PostgreSQL 18: "
        "restore a backup into a new DATA_DIR, or use the older release.\n"
    )


def test_a_data_folder_with_something_else_in_it(tmp_path):
    (tmp_path / "postgres").mkdir()
    (tmp_path / "postgres" / "photo.jpg").write_text("x")
    answer = launch(tmp_path)
    assert answer.returncode == 1
    assert answer.stderr == (
        f"The folder {tmp_path}/postgres holds files but no PostgreSQL data; "
        "move it away, or restore it from a backup.\n"
    )


def test_a_damaged_data_folder(tmp_path):
    (tmp_path / "postgres").mkdir()
    (tmp_path / "postgres" / "PG_VERSION").write_text("18\n")
    answer = launch(tmp_path)
    assert answer.returncode == 1
    assert answer.stderr.startswith(f"PostgreSQL cannot start on {tmp_path}/postgres: ")
    assert left_behind(tmp_path) == []


def test_no_interpreter(tmp_path):
    (tmp_path / "deploy").mkdir()
    shutil.copy(BASE_DIR / "deploy" / "environment.sh", tmp_path / "deploy")
    (tmp_path / "bin").mkdir()
    for name in ("sh", "dirname", "cat", "rm", "uname"):
        (tmp_path / "bin" / name).symlink_to(shutil.which(name))
    answer = subprocess.run(
        ["/bin/sh", "deploy/environment.sh", "run"],
        cwd=tmp_path,
        env={"PATH": str(tmp_path / "bin")},
        capture_output=True,
        text=True,
        timeout=SECONDS,
    )
    assert answer.returncode == 1
    assert answer.stderr == (
        "The portal needs Python 3.11, 3.12 or 3.13, and this machine has no Python: "
        "install one, or name it with PYTHON=.\n"
    )


class Running:
    """A portal that was started the way `make run` does."""

    def __init__(self, folder: Path):
        self.folder = folder
        self.environment = environment(folder)
        began = time.monotonic()
        self.log = (folder.parent / f"{folder.name}.log").open("a+")
        self.process = subprocess.Popen(
            [sys.executable, "-m", "rocb.launch"],
            cwd=BASE_DIR,
            env=self.environment,
            stdout=self.log,
            stderr=self.log,
            start_new_session=True,
        )
        while not self.is_ready():
            assert self.process.poll() is None, self.said()
            assert time.monotonic() - began < SECONDS, self.said()
            time.sleep(0.1)
        self.seconds = time.monotonic() - began

    def is_ready(self) -> bool:
        try:
            address = f"http://127.0.0.1:{self.environment['PORT']}/readyz"
            with urllib.request.urlopen(address, timeout=5) as answer:
                return answer.status == 200
        except OSError:
            return False

    def said(self) -> str:
        self.log.seek(0)
        return self.log.read()

    def sql(self, statement: str) -> list[tuple]:
        connection = psycopg2.connect(
            host=(self.folder / "postgres" / "postmaster.pid").read_text().splitlines()[4],
            user="postgres",
            dbname="rocb",
        )
        with connection, connection.cursor() as cursor:
            cursor.execute(statement)
            rows = cursor.fetchall() if cursor.description else []
        connection.close()
        return rows

    def wait(self) -> int:
        code = self.process.wait(SECONDS)
        self.log.close()
        return code

    def child(self, word: str) -> psutil.Process:
        """A program of the portal; worker and clock come a moment after the first page."""
        until = time.monotonic() + SECONDS
        while time.monotonic() < until:
            for child in psutil.Process(self.process.pid).children():
                if word in child.cmdline():
                    return child
            time.sleep(0.1)
        raise AssertionError(f"{word} did not start")


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """One data folder for the real starts, so that only the first makes it; with spaces."""
    return tmp_path_factory.mktemp("launch") / "data of the portal"


@pytest.fixture
def running():
    """Start portals that are stopped after the test whatever happens."""
    started: list[Running] = []

    def start(folder: Path) -> Running:
        started.append(Running(folder))
        return started[-1]

    yield start
    for portal in started:
        if portal.process.poll() is None:
            portal.process.terminate()
            portal.process.wait(SECONDS)
        portal.log.close()


@pytest.mark.fault
def test_start_stop_and_start_again(folder, running):
    """Ended politely, by Ctrl-C, with a child that dies, and by a kill: each time it starts again."""
    first = running(folder)
    first.sql("CREATE TABLE kept (word text); INSERT INTO kept VALUES ('still here')")
    secret = (first.folder / "secret-key").read_text()
    assert (first.folder / "secret-key").stat().st_mode & 0o777 == 0o600
    first.process.send_signal(signal.SIGTERM)
    assert (first.wait(), left_behind(first.folder)) == (0, [])

    second = running(folder)
    assert second.seconds < 30  # ten on a machine that does nothing else
    assert second.sql("SELECT word FROM kept") == [("still here",)]
    assert (second.folder / "secret-key").read_text() == secret
    worker_and_clock_are_started_again(second)
    everything_ends_with_the_web_server(second)

    third = running(folder)
    nothing_outlives_a_killed_launcher(third)

    fourth = running(folder)
    os.killpg(fourth.process.pid, signal.SIGINT)  # Ctrl-C goes to the whole group
    assert (fourth.wait(), left_behind(fourth.folder)) == (0, [])


def worker_and_clock_are_started_again(portal):
    for word in ("worker", "beat"):
        before = portal.child(word)
        before.kill()
        before.wait(SECONDS)
        assert portal.child(word).pid != before.pid
    assert portal.process.poll() is None
    said = portal.said()
    for name, short in (("The worker", "worker"), ("The clock (Celery beat)", "beat")):
        log = f"{portal.folder}/logs/{short}.log"
        assert f"{name} (see {log}) has ended by itself and is started again." in said


def everything_ends_with_the_web_server(portal):
    portal.child("gunicorn").kill()
    code = portal.process.wait(SECONDS)
    said = portal.said()
    assert (code, left_behind(portal.folder)) == (1, [])
    assert f"The web server (see {portal.folder}/logs/web.log) has ended by itself" in said


def test_what_ends_over_and_over_again_is_not_started_for_ever(tmp_path):
    log = tmp_path / "log"
    program = Program("The worker", log, [sys.executable, "-c", "print('no')"], dict(os.environ))
    program.start()
    for _end in range(MOST_ENDS):
        program.process.wait(SECONDS)
        program.start_again()
    program.process.wait(SECONDS)
    with pytest.raises(LaunchError, match=r"The worker \(see .*log\) ends over and over again"):
        program.start_again()
    assert log.read_text() == "no\n" * (MOST_ENDS + 1)


def nothing_outlives_a_killed_launcher(portal):
    portal.process.kill()
    portal.process.wait(SECONDS)
    until = time.monotonic() + 40
    while time.monotonic() < until and len(left_behind(portal.folder)) > 1:
        time.sleep(0.2)
    # PostgreSQL alone stays, by design of its package; the next start takes it over.
    assert ["postgres" in line for line in left_behind(portal.folder) if " -D " in line] == [True]


@pytest.mark.parametrize("when", ["before", "after_in_parent"])
def test_a_wish_to_stop_while_a_process_starts_is_kept(tmp_path, when):
    """Python drops what a handler raises while it forks, and a child half started must be known."""
    code = (
        "import os, signal, sys, pathlib\n"
        "from rocb import launch\n"
        "launch.listen_for_the_end(launch.note_the_wish)\n"
        f"os.register_at_fork({when}=lambda: os.kill(os.getpid(), signal.SIGTERM))\n"
        "portal = launch.Launch(pathlib.Path(sys.argv[1]), '127.0.0.1', 1)\n"
        "if os.fork() == 0: os._exit(0)\n"
        "try: portal.watch()\n"
        "except launch.Stopped: print('stopped')\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path)],
        cwd=BASE_DIR, capture_output=True, text=True, timeout=20, check=True,
    )  # fmt: skip
    assert done.stdout == "stopped\n"
