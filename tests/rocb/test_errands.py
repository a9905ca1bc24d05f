"""Long work: asked for once, done by a worker that may be killed, fetched by its asker alone."""

import csv
import io
import os
import re
import signal
import subprocess
import sys
import time
from contextlib import contextmanager, suppress
from datetime import timedelta

import openpyxl
import pytest
from django.core.files.storage import default_storage
from django.urls import reverse
from django.utils import timezone

from rocb.errands import (
    MOST_ATTEMPTS,
    ErrandKind,
    ErrandRefused,
    Product,
    ask_for,
    do_errand,
    errands,
    forget_expired,
    take_up_again,
    taken,
)
from rocb.models import Errand, Person
from tests.factories.rocb import ErrandFactory

pytestmark = pytest.mark.django_db
PEOPLE = "/office/people/"


def crowd(organisation, many: int) -> None:
    Person.objects.bulk_create(
        Person(family_name=f"Crowd{n:06}", organisation=organisation) for n in range(many)
    )


@pytest.fixture
def kind():
    """A kind that tests put their own work into."""
    made = []

    def register(run):
        made.append(ErrandKind("test-work", "Work", run))
        errands.register(made[0])
        return made[0]

    yield register
    for one in made:
        del errands._entries[one.key]


def asked(user, **params) -> Errand:
    return ask_for("test-work", by=user, title="Work", params=params)


def test_a_short_list_is_sent_at_once(client, officer, member):
    crowd(member, 3)
    client.force_login(officer)
    response = client.get(f"{PEOPLE}?export=csv")
    assert (response.status_code, Errand.objects.count()) == (200, 0)


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_a_long_list_becomes_an_errand_with_exactly_the_filtered_rows(
    client, officer, member, other_member, form
):
    crowd(member, 600)
    crowd(other_member, 5)
    client.force_login(officer)
    address = f"{PEOPLE}?organisation={member.pk}&export={form}"
    response = client.get(address)
    errand = Errand.objects.get()
    assert response["Location"] == errand.get_absolute_url()
    assert client.get(address)["Location"] == errand.get_absolute_url()  # a double click
    assert do_errand(errand.pk) == "done"
    answer = client.get(reverse("my-errand-file", args=[errand.pk]))
    content = b"".join(answer.streaming_content)
    if form == "csv":
        rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))
    else:
        sheet = openpyxl.load_workbook(io.BytesIO(content)).active
        rows = list(sheet.iter_rows(values_only=True))
    crowded = [row for row in rows if any("Crowd" in str(cell) for cell in row)]
    assert len(crowded) == 600
    errand.refresh_from_db()
    assert (errand.status, errand.done, errand.total) == ("done", len(rows) - 1, len(rows) - 1)
    assert re.search(rf'filename="people-.*\.{form}"', answer["Content-Disposition"])
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Cache-Control"] == "private, no-store"


def test_a_download_is_taken_up_where_the_line_broke(client, officer, member):
    crowd(member, 600)
    client.force_login(officer)
    client.get(f"{PEOPLE}?export=csv")
    errand = Errand.objects.get()
    do_errand(errand.pk)
    url = reverse("my-errand-file", args=[errand.pk])
    whole = b"".join(client.get(url).streaming_content)
    rest = client.get(url, headers={"Range": "bytes=1000-"})
    assert (rest.status_code, b"".join(rest.streaming_content)) == (206, whole[1000:])


def test_nobody_else_sees_it_or_its_file(client, officer, head, kind):
    kind(lambda errand, told: Product("a.txt", b"secret"))
    errand = asked(officer)
    do_errand(errand.pk)
    client.force_login(head)
    for name in ("my-errand", "my-errand-file"):
        assert client.get(reverse(name, args=[errand.pk])).status_code == 404
    assert client.post(reverse("my-errand-remove", args=[errand.pk])).status_code == 404
    assert "Work" not in client.get(reverse("my-errands")).content.decode()


def test_a_file_made_for_one_role_is_not_for_the_next(client, officer, kind):
    kind(lambda errand, told: Product("a.txt", b"secret"))
    errand, late = asked(officer), asked(officer, later=True)
    do_errand(errand.pk)
    officer.role = "donor"
    officer.save()
    client.force_login(officer)
    assert client.get(reverse("my-errand-file", args=[errand.pk])).status_code == 404
    assert do_errand(late.pk) == "failed"
    late.refresh_from_db()
    assert late.error == "Your sign-in has changed since. Please ask again."


def test_a_list_that_is_closed_meanwhile_gives_nothing(officer):
    errand = ask_for("list-file", by=officer, title="Audit", params={"address": "/office/audit/"})
    assert do_errand(errand.pk) == "failed"
    errand.refresh_from_db()
    assert errand.error == "This list is not open to you any more."


def test_the_page_tells_progress_and_asks_again(client, officer):
    errand = ErrandFactory(asked_by=officer, status="running", done=250, total=1000)
    client.force_login(officer)
    url = errand.get_absolute_url()
    html = client.get(url).content.decode()
    assert "250 of 1,000" in html
    assert f'href="{url}">Look again' in html
    fragment = client.get(url, headers={"HX-Request": "true"}).content.decode()
    assert (fragment.startswith("<div hx-get"), "<html" in fragment) == (True, False)
    Errand.objects.update(status="failed", error="The disk is full.")
    fragment = client.get(url, headers={"HX-Request": "true"}).content.decode()
    assert ("The disk is full." in fragment, "hx-get" in fragment) == (True, False)


def test_it_is_on_the_desk_until_it_is_fetched(client, officer, kind):
    kind(lambda errand, told: Product("a.txt", b"text"))
    errand = asked(officer)
    client.force_login(officer)
    assert "Prepared for you" in client.get("/").content.decode()
    do_errand(errand.pk)
    assert "kept until" in client.get("/").content.decode()
    b"".join(client.get(reverse("my-errand-file", args=[errand.pk])).streaming_content)
    assert "Prepared for you" not in client.get("/").content.decode()


def test_work_may_end_on_a_page(client, officer, kind):
    kind(lambda errand, told: Product(url="/missions/plans/"))
    errand = asked(officer)
    do_errand(errand.pk)
    client.force_login(officer)
    assert 'href="/missions/plans/">Open' in client.get(errand.get_absolute_url()).content.decode()


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (ErrandRefused("There is no such year."), "There is no such year."),
        (OSError(28, "No space left on device"), "The portal's disk is full."),
        (RuntimeError("boom"), "Something unforeseen happened."),
    ],
)
def test_what_goes_wrong_is_a_sentence(officer, kind, error, sentence):
    def run(errand, told):
        raise error

    kind(run)
    errand = asked(officer)
    assert do_errand(errand.pk) == "failed"
    errand.refresh_from_db()
    assert errand.error.startswith(sentence)


@pytest.mark.fault
def test_a_disk_that_is_full_leaves_no_half_file(officer, kind, settings, tmp_path):
    """/dev/full answers every write as a full disk does."""

    def run(errand, told):
        with open("/dev/full", "wb", buffering=0) as full:
            full.write(b"x")

    kind(run)
    errand = asked(officer)
    assert do_errand(errand.pk) == "failed"
    errand.refresh_from_db()
    assert (errand.error, errand.file.name) == ("The portal's disk is full.", "")


def test_taking_it_away_stops_it_and_removes_the_file(client, officer, kind):
    client.force_login(officer)

    def run(errand, told):
        told(0, 0)
        client.post(reverse("my-errand-remove", args=[errand.pk]))
        return Product("a.txt", b"text")

    kind(run)
    errand = asked(officer)
    assert do_errand(errand.pk) == "stopped"
    assert Errand.objects.count() == 0
    assert not default_storage.exists(f"errands/{errand.pk}")


def test_old_files_go(officer, kind, django_capture_on_commit_callbacks):
    kind(lambda errand, told: Product("a.txt", b"text"))
    errand = asked(officer)
    do_errand(errand.pk)
    assert forget_expired(timezone.now()) == 0
    with django_capture_on_commit_callbacks(execute=True):
        assert forget_expired(timezone.now() + timedelta(days=8)) == 1
    assert not default_storage.exists(f"errands/{errand.pk}")


def test_a_lost_file_is_a_sentence(client, officer, kind):
    kind(lambda errand, told: Product("a.txt", b"text"))
    errand = asked(officer)
    do_errand(errand.pk)
    default_storage.delete(f"errands/{errand.pk}")
    client.force_login(officer)
    page = client.get(reverse("my-errand-file", args=[errand.pk]), follow=True)
    assert "The file is not kept any more." in page.content.decode()


def test_after_several_interruptions_it_has_failed(officer, kind):
    kind(lambda errand, told: Product("a.txt", b"text"))
    errand = asked(officer)
    Errand.objects.update(status="running", attempts=MOST_ATTEMPTS)
    assert do_errand(errand.pk) == "failed"
    errand.refresh_from_db()
    assert errand.error.startswith("The work was interrupted several times.")


@pytest.mark.django_db(transaction=True)
def test_two_workers_do_not_do_the_same(officer, kind, live_env):
    kind(lambda errand, told: Product("a.txt", b"text"))
    errand = asked(officer)
    code = (
        "import django; django.setup(); from rocb.errands import do_errand; "
        f"print(do_errand({errand.pk}))"
    )
    assert taken(errand.pk)  # this connection is at it
    done = subprocess.run(
        [sys.executable, "-c", code], env=live_env, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "taken"


def test_the_list_costs_the_same_with_one_and_with_thirty(
    client, officer, django_assert_max_num_queries
):
    client.force_login(officer)
    ErrandFactory(asked_by=officer)
    url = reverse("my-errands")
    client.get(url)
    for _turn in range(2):
        with django_assert_max_num_queries(6):
            assert client.get(url).status_code == 200
        ErrandFactory.create_batch(29, asked_by=officer)


@contextmanager
def worker(env):
    """The worker of `make run`, in a session of its own."""
    command = [sys.executable, "-m", "celery", "-A", "rocb", "worker", "-P", "threads", "-c", "2"]
    process = subprocess.Popen(
        [*command, "--without-gossip", "--without-mingle"],
        env=env,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        yield process
    finally:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def wait_for(errand, happens, seconds=60):
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        errand.refresh_from_db()
        if happens(errand):
            return
        time.sleep(0.02)
    raise AssertionError(f"{errand.status} {errand.done}/{errand.total} {errand.error}")


@pytest.mark.fault
@pytest.mark.django_db(transaction=True)
def test_a_killed_worker_is_made_up_for(client, officer, member, live_env):
    """Killed in the middle of a long list; the next worker does it once more, from the beginning."""
    crowd(member, 10_000)
    client.force_login(officer)
    with worker(live_env) as first:
        client.get(f"{PEOPLE}?export=xlsx")
        errand = Errand.objects.get()
        wait_for(errand, lambda one: one.status == "running" and one.total > 0)
        os.killpg(first.pid, signal.SIGKILL)
        first.wait()
    errand.refresh_from_db()
    assert (errand.status, errand.attempts) == ("running", 1)
    Errand.objects.update(created_at=timezone.now() - timedelta(minutes=1))
    assert take_up_again(timezone.now()) == (1, 0)
    with worker(live_env):
        wait_for(errand, lambda one: one.status == "done")
    assert errand.attempts == 2
    content = b"".join(client.get(reverse("my-errand-file", args=[errand.pk])).streaming_content)
    sheet = openpyxl.load_workbook(io.BytesIO(content), read_only=True).active
    assert sum(1 for row in sheet.iter_rows() if "Crowd" in str(row[0].value)) == 10_000
