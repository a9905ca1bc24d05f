"""What the portal stands on goes away and comes back, under a real web server and a real worker."""

import json
import os
import signal
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request

import pytest
from celery import Celery
from django.db import transaction
from knox.models import AuthToken

from missions.models import ActionRow
from rocb.embedded import Valkey, free_port
from rocb.models import Mail, StatusChange
from rocb.outbox import SEND_TASK, queue_mail
from rocb.settings import BASE_DIR
from rocb.stuck import EXIT_CODE
from tests.conftest import filled
from tests.plumbing.servers import cut_connections

pytestmark = [pytest.mark.fault, pytest.mark.django_db(transaction=True)]
SECONDS = 60
PRODUCTION = {"DEBUG": "0", "DEMO": "0", "HTTPS": "0", "ALLOWED_HOSTS": "127.0.0.1"}
ALONE = ("-c", "2", "--without-gossip", "--without-mingle")  # as `make run` starts it
QUIET = {"HASHED_STATIC": "0", "LOG_LEVEL": "CRITICAL", "SECOND_FACTOR_REQUIRED": "0"}


def wait_for(happens, what):
    until = time.monotonic() + SECONDS
    while time.monotonic() < until:
        if happens():
            return
        time.sleep(0.05)
    raise AssertionError(f"{what}: not within {SECONDS} s")


class Site:
    """A web server and a worker with a broker of their own, on this test's database."""

    def __init__(self, env, folder, mail_port):
        self.broker = Valkey(folder, durable=False).start()
        self.address = f"http://127.0.0.1:{free_port()}"
        self.env = env | PRODUCTION | QUIET | {"EMAIL_URL": f"smtp://127.0.0.1:{mail_port}"}
        self.env["REDIS_URL"] = self.broker.url()
        bind = self.address.removeprefix("http://")
        self.web = self.start("gunicorn", "rocb.wsgi", "--bind", bind, "--threads", "4")
        self.start_worker()
        wait_for(self.is_up, "the web server answers")

    def start(self, *command):
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        line = [sys.executable, "-m", *command]
        return subprocess.Popen(line, env=self.env, start_new_session=True, **quiet)

    def start_worker(self):
        self.worker = self.start("celery", "-A", "rocb", "worker", "-P", "threads", *ALONE)

    def is_up(self):
        try:
            return self.ask("/healthz", "")[0] == 200
        except (OSError, ValueError):
            return False

    def ask(self, path, token, method="GET", data=None):
        """Status and JSON of an answer."""
        request = urllib.request.Request(
            f"{self.address}{path}", method=method, data=data and json.dumps(data).encode()
        )
        request.add_header("Content-Type", "application/json")
        if token:
            request.add_header("Authorization", f"Token {token}")
        try:
            with urllib.request.urlopen(request, timeout=SECONDS) as answer:
                return answer.status, json.load(answer)
        except urllib.error.HTTPError as error:
            return error.code, json.load(error)

    def lose_the_broker(self, with_signal=signal.SIGKILL):
        self.broker.process.send_signal(with_signal)
        self.broker.process.wait()

    def give_the_broker_back(self):
        again = Valkey(self.broker.folder, durable=False, port=self.broker.port)
        again.password = self.broker.password
        self.broker = again.start()

    def stop(self):
        for child in (self.web, self.worker):
            if child.poll() is None:
                os.killpg(child.pid, signal.SIGKILL)
                child.wait()
        self.broker.stop()


@pytest.fixture
def site(live_env, tmp_path, smtp):
    running = Site(live_env, tmp_path / "broker", smtp.port)
    yield running
    running.stop()


def the_broker_goes_while_a_mail_is_sent(site, smtp, coordinator):
    """The same worker finishes its task, which it cannot report, and takes the next one."""
    for end in (signal.SIGKILL, signal.SIGTERM):
        smtp.hang(2)
        queue_mail(key=f"a{end}", template="matrix_accepted", to=coordinator, context=CONTEXT)
        knock(site)
        wait_for(lambda: smtp.is_hanging, "the worker is at it")
        site.lose_the_broker(end)
        wait_for(lambda: mails("queued") == [], "the mail goes all the same")
        smtp.hang(0)
        site.give_the_broker_back()
        smtp.clear()
        queue_mail(key=f"b{end}", template="matrix_accepted", to=coordinator, context=CONTEXT)
        wait_for(lambda: wakes(site, smtp), "the worker goes on")


CONTEXT = {"member": "Vanuatu", "by": "Ana", "cycle": "2026", "path": "/"}


def mails(status):
    """Those of this test in order; the jobs of the worker's start write others."""
    found = Mail.objects.filter(template__startswith="matrix_", status=status).order_by("pk")
    return list(found.values_list("template", flat=True))


def knock(site):
    assert site.worker.poll() is None, "the worker has ended"
    with Celery(broker=site.broker.url(), set_as_current=False) as app:
        app.send_task(SEND_TASK)


def wakes(site, smtp):
    """Ask the worker to send, as the clock does each minute; whether something has arrived."""
    knock(site)
    time.sleep(0.2)
    return smtp.recipients != []


def test_broker_and_database_come_back_and_nothing_is_lost(
    site, smtp, matrix, coordinator, officer
):
    """Lost: nothing. Repeated: nothing but the save that was cut, by whoever made it."""
    Mail.objects.all().delete()
    filled(matrix, coordinator)
    (_one, typist), (_two, reviewer) = (
        AuthToken.objects.create(coordinator),
        AuthToken.objects.create(officer),
    )
    path = f"/api/v1/matrices/{matrix.pk}"
    queue_mail(key="up", template="matrix_accepted", to=coordinator, context=CONTEXT)
    wait_for(lambda: wakes(site, smtp), "the worker is up")
    smtp.clear()
    row = ActionRow.objects.filter(matrix=matrix).first()

    # The broker is gone: saving and submitting go on, the mail waits in its table.
    site.lose_the_broker()
    assert site.ask(f"{path}/steps/submit/", typist, "POST", {})[0] == 200
    assert mails("queued") == ["matrix_submitted"]
    # It is back: the clock's next round sends it, and the next mail goes at once.
    site.give_the_broker_back()
    wait_for(lambda: wakes(site, smtp), "the mail goes")
    asked = {"comment": "Which ports?"}
    assert site.ask(f"{path}/steps/return/", reviewer, "POST", asked)[0] == 200
    wait_for(lambda: mails("queued") == [], "the next mail goes")

    # The database goes away in the middle of a save.
    row.refresh_from_db()
    values = {"revision": row.revision, "progress": "The main port and Lae."}
    rows = {"rows": {f"a{row.action_id}": values}}
    answers = []
    save = threading.Thread(
        target=lambda: answers.append(site.ask(f"{path}/rows/", typist, "PATCH", rows))
    )
    with transaction.atomic():
        ActionRow.objects.select_for_update().get(pk=row.pk)
        save.start()
        wait_for(lambda: cut_connections(waiting_only=True), "the save waits and is cut")
    save.join(SECONDS)
    ((status, said),) = answers
    assert (status, said["detail"]) == (
        503,
        "The portal will be back shortly. Nothing that you saved is lost.",
    )
    row.refresh_from_db()
    assert (row.revision, row.progress) == (values["revision"], "Drafted.")
    # The same once more is stored once; everybody else's connection was cut as well.
    cut_connections()
    status, said = site.ask(f"{path}/rows/", typist, "PATCH", rows)
    assert (status, said["rows"]) == (200, {f"a{row.action_id}": {"revision": row.revision + 1}})
    assert site.ask(f"{path}/steps/submit/", typist, "POST", {})[0] == 200
    wait_for(lambda: mails("queued") == [], "the worker goes on")
    assert mails("sent") == [
        "matrix_accepted",
        "matrix_submitted",
        "matrix_returned",
        "matrix_submitted",
    ]
    arrived = [message["Message-ID"] for message in smtp.messages]
    assert len(arrived) == len(set(arrived)) >= 3
    steps = StatusChange.objects.filter(object_id=matrix.pk, content_type__model="matrix")
    assert list(steps.order_by("pk").values_list("step", flat=True)) == [
        "submit", "return", "submit",
    ]  # fmt: skip
    the_broker_goes_while_a_mail_is_sent(site, smtp, coordinator)


JAMMED = """
import time
from celery.signals import worker_ready
from rocb.celery import app

@worker_ready.connect
def jam(sender, **_):
    sender.hub.call_soon(time.sleep, 600)
"""


def test_a_worker_that_takes_no_more_work_ends_itself(live_env, tmp_path):
    """Alive, with free hands, and deaf: what neither systemd nor Docker would see."""
    (tmp_path / "jammed.py").write_text(JAMMED)
    env = live_env | QUIET | {"WORKER_PATIENCE": "2", "PYTHONPATH": f"{tmp_path}:{BASE_DIR}"}
    line = [sys.executable, "-m", "celery", "-A", "jammed", "worker", "-P", "threads", *ALONE]
    done = subprocess.run(line, env=env, cwd=tmp_path, timeout=SECONDS, capture_output=True)
    assert done.returncode == EXIT_CODE
    assert b"worker_stuck" in done.stderr
