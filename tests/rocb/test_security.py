"""What docs/security.md promises beyond single pages: headers, sessions, limits, records that stay."""

import time
from datetime import timedelta
from hashlib import sha256

import pytest
from django.apps import apps
from django.core.cache import cache
from django.db import InternalError, connection, transaction
from django.urls import reverse
from django.utils import timezone
from knox.models import AuthToken
from pghistory.models import Event

from missions.models import MatrixVersion, ReportVersion
from missions.workflow import MATRIX
from rocb.models import DataRequest, Draft, Mail, Reminder, StatusChange, User
from rocb.outbox import compose, wanted
from rocb.pace import PACE
from rocb.roles import Role
from tests.factories.missions import MissionFactory
from tests.factories.rocb import PASSWORD, UserFactory

pytestmark = pytest.mark.django_db
LOGIN = "/accounts/login/"


@pytest.fixture(autouse=True)
def no_limits_left_over():
    cache.clear()
    yield
    cache.clear()


@pytest.fixture
def known(coordinator):
    """A coordinator with a password."""
    coordinator.set_password(PASSWORD)
    coordinator.save()
    return coordinator


def sign_in(client, user, **more):
    return client.post(LOGIN, {"login": user.email, "password": PASSWORD, **more})


def test_every_kind_of_answer_carries_the_headers(client, officer, plan):
    """Pages, refusals, files, data, errors: a policy without inline code, no frames, no guessing."""
    client.force_login(officer)
    addresses = (
        "/", plan.get_absolute_url(), "/nowhere/", "/healthz", "/api/v1/plans/", "/api/schema/",
        "/office/audit/", "/missions/plans/?export=csv", "/my/data.json", "/help/",
    )  # fmt: skip
    for address in addresses:
        headers = client.get(address).headers
        policy = headers["Content-Security-Policy"]
        assert "unsafe" not in policy
        assert {"default-src 'none'", "script-src 'self'", "frame-ancestors 'none'"} <= set(
            policy.split("; ")
        )
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["X-Frame-Options"] == "DENY"
        assert headers["Referrer-Policy"] == "same-origin"
        assert "camera=()" in headers["Permissions-Policy"]


def test_what_is_personal_is_kept_by_no_shared_cache(client, officer, coordinator):
    client.force_login(officer)
    for address in ("/", coordinator.person.get_absolute_url(), "/office/people/"):
        assert "private" in client.get(address).headers["Cache-Control"]


def test_a_session_made_before_signing_in_is_worth_nothing_after(client, known):
    client.get(LOGIN)
    session = client.session
    session["planted"] = "by somebody else"
    session.save()
    before = session.session_key
    client.cookies["sessionid"] = before
    sign_in(client, known)
    assert client.cookies["sessionid"].value != before
    client.cookies["sessionid"] = before
    assert client.get("/my/").headers["Location"].startswith(LOGIN)


def test_the_cookie_is_out_of_reach_of_scripts_and_of_other_sites(client, known):
    cookie = sign_in(client, known).cookies["sessionid"]
    assert (cookie["httponly"], cookie["samesite"], cookie["path"]) == (True, "Lax", "/")


def test_signing_out_ends_the_session_on_the_server(client, known):
    sign_in(client, known)
    key = client.cookies["sessionid"].value
    assert client.post("/accounts/logout/").headers["Clear-Site-Data"] == '"cache"'
    client.cookies["sessionid"] = key
    assert client.get("/my/").status_code == 302


def test_a_new_password_ends_the_other_sessions(client, known):
    from django.test import Client

    other = Client()
    sign_in(other, known)
    sign_in(client, known)
    assert other.get("/my/").status_code == 200
    answer = client.post(
        "/accounts/password/change/",
        {"oldpassword": PASSWORD, "password1": "a new long one 7", "password2": "a new long one 7"},
    )
    assert answer.status_code == 302
    assert other.get("/my/").status_code == 302
    assert client.get("/my/").status_code == 200


def test_a_reset_link_works_once(client, known, settings):
    client.post("/accounts/password/reset/", {"email": known.email})
    mail = Mail.objects.get(template="password_reset")
    context, _reason = wanted(mail, timezone.now())
    text = compose(mail, context).text
    link = next(word for word in text.split() if "/accounts/password/reset/key/" in word)
    path = link.removeprefix(settings.SITE_URL)
    form = client.get(path, follow=True).redirect_chain[-1][0]
    new = {"password1": "a new long one 7", "password2": "a new long one 7"}
    assert client.post(form, new).status_code == 302
    client.logout()
    page = client.get(path, follow=True)
    assert "password1" not in page.content.decode()


@pytest.mark.parametrize("target", ["//evil.example", "https://evil.example/", "javascript:x()"])
def test_signing_in_leads_nowhere_else(client, known, target):
    assert sign_in(client, known, next=target)["Location"] == "/"


def test_a_form_from_another_site_is_refused(known):
    from django.test import Client

    strict = Client(enforce_csrf_checks=True)
    strict.force_login(known)
    answer = strict.post("/my/", {"family_name": "Changed"})
    assert answer.status_code == 403
    known.person.refresh_from_db()
    assert known.person.family_name != "Changed"


def test_the_api_counts_each_reader(client, settings, coordinator, officer):
    """The 601st call of a minute is told when to come back; somebody else's is answered."""
    from rest_framework.throttling import UserRateThrottle

    def api(user):
        token = AuthToken.objects.create(user, expiry=timedelta(days=1))[1]
        return lambda: client.get("/api/v1/plans/", headers={"Authorization": f"Token {token}"})

    first, second = api(coordinator), api(officer)
    key = UserRateThrottle.cache_format % {"scope": "user", "ident": coordinator.pk}
    now = timezone.now().timestamp()
    cache.set(key, [now] * 600, 60)
    answer = first()
    assert (answer.status_code, int(answer["Retry-After"]) > 0) == (429, True)
    assert second().status_code == 200


def test_links_that_carry_a_secret_are_not_tried_at_leisure(client):
    """Thirty wrong links a minute from one address, then a pause."""
    address = reverse("missions:place-answer", args=["unknown"])
    answers = [client.get(address).status_code for _try in range(31)]
    assert (set(answers[:30]), answers[30]) == ({410}, 429)


def histories() -> list:
    return [model for model in apps.get_models() if issubclass(model, Event)]


def guarded_tables() -> dict[str, set[str]]:
    """table -> the triggers of ours on it."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT c.relname, t.tgname FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid"
            " WHERE NOT t.tgisinternal AND t.tgenabled = 'O'"
        )
        found: dict[str, set[str]] = {}
        for table, name in cursor.fetchall():
            found.setdefault(table, set()).add(name)
    return found


def test_no_table_of_history_can_be_rewritten():
    guards = guarded_tables()
    tables = [model._meta.db_table for model in histories() if "pgh_obj" in
              {field.name for field in model._meta.fields}]  # fmt: skip
    assert len(tables) > 20
    open_ones = [
        table
        for table in tables
        if not any("append_only" in name for name in guards.get(table, ()))
    ]
    assert open_ones == []


def test_what_must_stay_is_refused_to_sql(head, officer, coordinator, submitted_matrix):
    """Steps, versions, the ledger, the register and history answer an UPDATE or DELETE with an error."""
    MATRIX.perform(submitted_matrix, "accept", by=officer, comment="")
    mission = MissionFactory()
    ReportVersion.objects.create(
        mission=mission, number=1, kind="draft", content={}, sha256="", made_at=timezone.now(),
        made_by=officer,
    )  # fmt: skip
    DataRequest.objects.create(
        person=coordinator.person, kind="handed_out", reason="Asked", by=head
    )
    Reminder.objects.create(
        kind="matrix", object_id=1, rung=0, due_on="2026-01-01", person=coordinator.person,
        reason="owner", made_at=timezone.now(),
    )  # fmt: skip
    officer.role = Role.ATTACHE
    officer.save()
    tables = {
        StatusChange: "comment = ''",
        MatrixVersion: "sha256 = ''",
        ReportVersion: "sha256 = ''",
        DataRequest: "reason = ''",
        apps.get_model("rocb.UserEvent"): "role = 'head'",
        Reminder: "",
    }
    for model, change in tables.items():
        table = model._meta.db_table
        assert model.objects.exists()
        for verb in (f"DELETE FROM {table}", change and f"UPDATE {table} SET {change}"):
            if verb:
                with pytest.raises(InternalError), transaction.atomic():
                    connection.cursor().execute(verb)


def test_an_upload_is_only_ever_a_download(client, officer, plan):
    from django.core.files.uploadedfile import SimpleUploadedFile

    from rocb.trail import add_file

    page = add_file(plan, SimpleUploadedFile("x.html", b"<script>alert(1)</script>"), by=officer)
    client.force_login(officer)
    answer = client.get(reverse("file", args=[page.pk]))
    assert b"".join(answer.streaming_content) == b"<script>alert(1)</script>"
    answer.close()
    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


def test_whoever_has_left_gets_nothing_from_any_door(client, former):
    token = AuthToken.objects.create(former, expiry=timedelta(days=1))[1]
    answer = client.get("/api/v1/members/", headers={"Authorization": f"Token {token}"})
    assert answer.status_code == 401
    User.objects.filter(pk=former.pk).update(calendar_key_hash=sha256(b"key").hexdigest())
    assert client.get(f"{reverse('deadlines-feed')}?key=key").status_code == 404
    User.objects.update(ends_on=None)
    assert client.get(f"{reverse('deadlines-feed')}?key=key").status_code == 200
    User.objects.filter(pk=former.pk).update(ends_on=former.ends_on)
    client.force_login(former)
    assert client.get("/office/").status_code == 302


def test_a_password_is_long_and_not_among_the_common_ones(client, known):
    sign_in(client, known)
    for poor in ("short", "password1234", known.email):
        answer = client.post(
            "/accounts/password/change/",
            {"oldpassword": PASSWORD, "password1": poor, "password2": poor},
        )
        assert answer.status_code == 200
        known.refresh_from_db()
        assert known.check_password(PASSWORD)


def test_nobody_else_may_be_found_out_by_an_invitation_or_a_reset(client, known):
    """A stranger reads the same words for an address that signs in and for one that does not."""
    pages = []
    for email in (known.email, "stranger@example.org"):
        cache.clear()
        answer = client.post("/accounts/password/reset/", {"email": email}, follow=True)
        pages.append(answer.content.decode().replace(email, "?"))
    assert pages[0].split("csrfmiddlewaretoken")[0] == pages[1].split("csrfmiddlewaretoken")[0]
    assert UserFactory._meta.model.objects.filter(email="stranger@example.org").count() == 0


def test_nobody_fills_the_disk_with_forms_that_are_kept(client, officer):
    """What is typed after a session has ended is kept; a few times, and only so much of it."""
    for number in range(25):
        answer = client.post("/missions/plans/new/", {"title": f"Plan {number}"})
        assert answer.status_code == 302
    assert Draft.objects.count() == 20
    cache.clear()
    client.post("/missions/plans/new/", {"n" * 200_001: ""})
    client.force_login(officer)
    long = client.post("/my/drafts/?path=/missions/plans/new/", {"n" * 200_001: ""})
    assert (Draft.objects.count(), long.status_code) == (20, 400)


@pytest.mark.parametrize("page", ["/accounts/password/reset/", "/reports/newsletters/subscribe/"])
def test_the_time_of_an_answer_tells_nothing(client, known, page):
    """Who is known has a mail written, which takes longer; both wait for the same moment."""
    took = []
    for email in (known.email, "nobody@example.org"):
        began = time.monotonic()
        answer = client.post(page, {"email": email, "language": "en"})
        took.append(time.monotonic() - began)
        assert answer.status_code == 302
    assert min(took) >= PACE
