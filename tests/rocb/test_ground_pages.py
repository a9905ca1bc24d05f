"""Desk, members, search, files and comments; and a cache that is away."""

import resource
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from django.core.cache import cache
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from missions import actions
from rocb.embedded import free_port
from rocb.models import Attachment, Comment, Person
from rocb.search import found
from rocb.trail import add_comment, add_file
from tests.conftest import filled
from tests.factories.rocb import PersonFactory

pytestmark = pytest.mark.django_db


def html_of(client, user, url):
    client.force_login(user)
    response = client.get(url)
    assert response.status_code == 200
    return response.content.decode()


def test_the_matrix_stands_on_top_of_the_coordinators_desk(client, coordinator, matrix):
    html = html_of(client, coordinator, "/")
    assert f'href="/missions/matrices/{matrix.pk}/edit/">Fill in the matrix' in html


def test_with_nothing_due_it_says_when_the_next_cycle_opens(client, other_coordinator):
    assert "The next follow-up cycle is not planned yet." in html_of(client, other_coordinator, "/")


def test_what_others_did_is_told_once(client, officer, coordinator, matrix):
    actions.submit_matrix(filled(matrix, coordinator), by=coordinator)
    html = html_of(client, officer, "/")
    assert "Matrix to review" in html
    assert f"Vanuatu, {matrix.cycle.name}: Submit" in html


def test_an_officer_does_what_is_in_the_own_charge(client, officer, submitted_matrix, member):
    assert "Yours to do" in html_of(client, officer, "/").split("Matrix to review")[0]
    member.officer = None
    member.save()
    before = html_of(client, officer, "/").split("Matrix to review")[0]
    assert "With others" in before


def test_what_others_owe_is_told_by_kind(client, head, matrix, plan):
    from tests.factories.missions import ActionFactory

    late = timezone.localdate() - timedelta(days=3)
    ActionFactory.create_batch(14, plan=plan, current_due_on=late, baseline_due_on=late)
    html = html_of(client, head, "/").split("With others")[1]
    assert html.count('<details class="kind">') == 2
    assert 'Action <span class="by">14</span>' in html
    assert "14 overdue" in html
    assert "and 2 more" in html


def test_hours_are_those_of_the_readers_own_place(client, coordinator, secretariat, member, matrix):
    member.time_zone = "Pacific/Efate"  # eleven hours ahead all year
    member.save()
    url = f"{matrix.plan.get_absolute_url()}?tab=past"
    add_comment(matrix.plan, "Seen.", by=coordinator, is_internal=False)
    Comment.objects.update(at=datetime(2026, 3, 4, 20, 30, tzinfo=UTC))
    assert "5 Mar 2026, 07:30" in html_of(client, coordinator, url)
    assert "4 Mar 2026, 20:30" in html_of(client, secretariat, url)


def test_the_desk_costs_the_same_however_much_is_due(
    client, coordinator, matrix, plan, django_assert_max_num_queries
):
    from tests.factories.missions import ActionFactory

    html_of(client, coordinator, "/")
    for _turn in range(2):
        with django_assert_max_num_queries(8):
            client.get("/")
        ActionFactory.create_batch(40, plan=plan)


def test_silent_jobs_raise_an_alarm(client, officer):
    assert "“Write reminders” has not run as it should" in html_of(client, officer, "/")


def test_the_public_home_shows_public_reports_alone(client, db):
    from tests.factories.reports import ReportFactory

    ReportFactory(title="For all", status="published", is_public=True)
    ReportFactory(title="For members", status="published", is_public=False)
    html = client.get("/").content.decode()
    assert ("For all" in html, "For members" in html) == (True, False)


def test_a_members_page_and_what_was_sent(client, officer, coordinator, matrix, member):
    url = member.get_absolute_url()
    assert matrix.cycle.name in html_of(client, officer, url)
    sent = html_of(client, coordinator, f"{url}?tab=sent")
    assert "Waiting" in sent  # the mail about the opening of the cycle


def test_the_office_edits_a_member(client, officer, member):
    client.force_login(officer)
    url = reverse("member-edit", args=["vu"])
    version = client.get(url).context["form"]["version"].value()
    values = {"name_en": "Vanuatu Customs", "time_zone": "Mars/Base", "version": version}
    assert client.post(url, values).status_code == 422
    values |= {"time_zone": "Pacific/Efate", "officer": officer.pk}
    assert client.post(url, values).status_code == 302
    member.refresh_from_db()
    assert (member.time_zone, member.officer) == ("Pacific/Efate", officer)


def test_the_directory_is_open_the_pages_behind_it_are_not(client, coordinator, other_member):
    assert "Tonga" in html_of(client, coordinator, reverse("member-list"))
    assert client.get(other_member.get_absolute_url()).status_code == 404


def test_search_finds_what_one_may_see(coordinator, other_coordinator, donor, plan):
    action = plan.actions.first()

    def titles(user, words):
        return [row[0] for _kind, rows, _more in found(user, words) for row in rows]

    assert titles(coordinator, action.title[:9]) == [str(a) for a in plan.actions.all()]
    assert titles(other_coordinator, action.title[:9]) == []
    plan.actions.update(is_shared=True, responsible_unit="Secretunit")
    assert titles(coordinator, "secretu") != []
    assert titles(donor, "secretu") == []
    assert titles(donor, action.title[:9]) != []
    assert titles(coordinator, "' & | ! :*") == []


def test_a_comment_for_the_office_is_for_the_office(client, officer, coordinator, matrix):
    url = reverse("comment-add", args=["missions.matrix", matrix.pk])
    client.force_login(officer)
    client.post(url, {"text": "Ask them twice.", "is_internal": "on"})
    client.post(url, {"text": "Thank you.", "is_internal": ""})
    html = html_of(client, coordinator, f"{matrix.get_absolute_url()}?tab=past")
    assert ("Thank you." in html, "Ask them twice." in html) == (True, False)
    assert client.post(url, {"text": "x", "is_internal": "on"}).status_code == 403
    assert Comment.objects.count() == 2


def test_a_file_is_read_by_who_reads_its_record(
    client, officer, coordinator, other_coordinator, matrix
):
    client.force_login(coordinator)
    url = reverse("file-add", args=["missions.matrix", matrix.pk])
    client.post(url, {"file": SimpleUploadedFile("run.exe", b"MZ program")})
    client.post(url, {"file": SimpleUploadedFile("letter.html", b"<script>alert(1)</script>")})
    file = Attachment.objects.get()
    answer = client.get(reverse("file", args=[file.pk]))
    assert b"".join(answer.streaming_content) == b"<script>alert(1)</script>"
    assert answer.headers["Content-Disposition"] == 'attachment; filename="letter.html"'
    for closer in answer._resource_closers:
        closer()
    client.force_login(other_coordinator)
    assert client.get(reverse("file", args=[file.pk])).status_code == 404


@pytest.mark.parametrize(
    ("asked", "status", "piece", "place"),
    [
        ("bytes=2-4", 206, b"234", "bytes 2-4/10"),
        ("bytes=7-", 206, b"789", "bytes 7-9/10"),
        ("bytes=-2", 206, b"89", "bytes 8-9/10"),
        ("bytes=0-99", 206, b"0123456789", "bytes 0-9/10"),
        ("bytes=10-", 416, b"", "bytes */10"),
        ("bytes=1-2,4-5", 200, b"0123456789", None),
        ("lines=1-2", 200, b"0123456789", None),
    ],
)
def test_a_download_is_taken_up_where_the_line_broke(
    client, coordinator, matrix, asked, status, piece, place
):
    file = add_file(matrix, SimpleUploadedFile("a.txt", b"0123456789"), by=coordinator)
    client.force_login(coordinator)
    answer = client.get(reverse("file", args=[file.pk]), headers={"Range": asked})
    content = b"".join(answer.streaming_content) if answer.streaming else answer.content
    for closer in answer._resource_closers:
        closer()
    assert (answer.status_code, content, answer.get("Content-Range")) == (status, piece, place)


@contextmanager
def disk_of(size: int):
    """No file of this process may grow past `size` bytes: the system refuses as a full disk does."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@pytest.mark.fault
@pytest.mark.parametrize("size", [300_000, 3_000_000], ids=["kept in memory", "on disk at once"])
def test_a_full_disk_refuses_a_file_whole_and_in_words(
    client, coordinator, matrix, settings, tmp_path, size
):
    settings.FILE_UPLOAD_TEMP_DIR = tmp_path
    kept = Path(default_storage.location)
    client.force_login(coordinator)
    client.raise_request_exception = False
    url = reverse("file-add", args=["missions.matrix", matrix.pk])

    def send():
        upload = SimpleUploadedFile("letter.pdf", b"%PDF-1.4 " + b"x" * size)
        return client.post(url, {"file": upload})

    before = {path for path in kept.rglob("*") if path.is_file()}
    with disk_of(100_000):
        answer = send()
    assert answer.status_code == 507
    assert "what you sent was not kept" in answer.content.decode()
    assert Attachment.objects.count() == 0
    assert {path for path in kept.rglob("*") if path.is_file()} == before
    assert list(tmp_path.iterdir()) == []
    assert send().status_code == 302  # there is room again
    whole = Attachment.objects.get()
    assert whole.file.size == whole.size == size + 9


def test_without_its_cache_the_portal_works(client, coordinator, settings):
    from django.core.cache import caches

    client.force_login(coordinator)
    away = f"redis://127.0.0.1:{free_port()}/0"
    settings.CACHES = {"default": {**settings.CACHES["default"], "LOCATION": away}}
    caches["default"]
    assert client.get("/").status_code == 200


def test_a_list_with_more_than_is_counted_says_so_and_is_counted_once(
    client, officer, member, other_member, settings
):
    """Nobody waits twice for a thousand rows to be counted; a shorter list is counted each time."""
    settings.MOST_COUNTED = 3
    cache.clear()
    client.force_login(officer)
    url = reverse("office-people")

    def visit(more=""):
        with CaptureQueriesContext(connection) as captured:
            page = client.get(url + more).content.decode()
        return page, sum("count(*)" in query["sql"].lower() for query in captured)

    assert Person.objects.visible_to(officer).count() == 1
    assert "1 person" in visit()[0]
    PersonFactory.create_batch(5, organisation=member)
    page, counted = visit()
    assert ("More than 3 people" in page, counted) == (True, 1)
    page, counted = visit()
    assert ("More than 3 people" in page, counted) == (True, 0)
    assert "More than" not in visit(f"?organisation={other_member.pk}")[0]
