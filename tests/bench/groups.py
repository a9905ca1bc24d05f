"""What is measured."""

import gzip
import json
import smtplib
import time
from dataclasses import dataclass
from datetime import UTC, date, datetime
from email.message import EmailMessage
from urllib.parse import urlencode

from aiosmtpd.controller import Controller
from django.db import connection
from django.test import Client
from django.test.utils import override_settings
from django.urls import reverse

from missions import actions
from missions.models import Action, ActionPlan, Matrix
from rocb.errands import Told, ask_for
from rocb.exports import list_file
from rocb.models import Errand, Mail, Person, User
from rocb.outbox import send_waiting
from rocb.reminders import remind
from rocb.roles import Role
from tests.bench import floor
from tests.bench.table import Result, in_turn
from tests.factories.missions import ActionFactory, ActionPlanFactory, CycleFactory
from tests.factories.rocb import (
    AdministrationFactory,
    OfficeFactory,
    StandardFactory,
    UserFactory,
)

TEXT = "The draft was discussed with the ports and is with the legal unit for its opinion. "


@dataclass
class Office:
    """An office with one large plan and its matrix, filled."""

    coordinator: User
    officer: User
    plan: ActionPlan
    matrix: Matrix


def furnish() -> Office:
    """17 standards, a plan of 200 actions, a matrix with words in every row, 30 more members."""
    office = OfficeFactory()
    member = AdministrationFactory(region=office.region)
    officer = UserFactory(role=Role.OFFICER, organisation=office)
    coordinator = UserFactory(role=Role.COORDINATOR, organisation=member)
    plan = ActionPlanFactory(administration=member)
    ActionFactory.create_batch(
        200, plan=plan, responsible_unit="Risk Management Division", expected_result=TEXT
    )
    cycle = CycleFactory(office=office)
    StandardFactory.create_batch(17, framework=cycle.framework)
    for _more in range(30):
        other = AdministrationFactory(region=office.region)
        ActionFactory.create_batch(10, plan=ActionPlanFactory(administration=other))
    actions.open_cycle(cycle, by=officer)
    matrix = Matrix.objects.get(plan=plan)
    matrix.action_rows.update(
        status="in_progress", percent=40, progress=TEXT, next_step=TEXT, support_needed="training"
    )
    matrix.standard_rows.update(level=2, remark=TEXT)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    return Office(coordinator, officer, plan, matrix)


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


@override_settings(ROOT_URLCONF="tests.bench.floor")
def pages(office: Office, rounds: int) -> list[Result]:
    """Every page that has a bar: time against its floor, and weight."""
    matrix, plan = office.matrix, office.plan
    member, staff = signed_in(office.coordinator), signed_in(office.officer)
    asked = [
        ("plan of 200 actions", member, plan.get_absolute_url(), 2.5),
        ("matrix, read, 217 rows", member, matrix.get_absolute_url(), 2.5),
        ("matrix, form, 217 rows", member, reverse("missions:matrix-edit", args=[matrix.pk]), 4),
        ("desk of a coordinator", member, "/", 4),
        ("desk of an officer", staff, "/", 4),
        ("list of matrices", staff, reverse("missions:matrix-list"), 4),
        ("list of actions", staff, reverse("missions:action-list"), 4),
        ("cycle, 31 members", staff, matrix.cycle.get_absolute_url(), 4),
        ("member page", staff, matrix.administration.get_absolute_url(), 4),
        ("members", staff, reverse("member-list"), 4),
        ("action", member, plan.actions.first().get_absolute_url(), 4),
        ("API, list of 100 actions", staff, "/api/v1/actions/?limit=100", 1.5),
    ]
    results = []
    for what, client, url, bar in asked:
        client.get(url)
        queries = floor.record(lambda c=client, u=url: c.get(u))
        size = len(gzip.compress(floor.now["body"], 6)) / 1000
        base, ours = in_turn(
            lambda c=client: c.get("/floor/"), lambda c=client, u=url: c.get(u), rounds
        )
        label = f"{what} ({queries} queries, {size:.1f} KB)"
        results.append(Result(label, base, ours, bar))
    return [*results, refused_form(office, rounds)]


def whole_form(matrix: Matrix) -> dict:
    """The post of the form without JavaScript, with one wrong value in every action."""
    post = {}
    for row in matrix.standard_rows.all():
        post |= {f"s{row.standard_id}.revision": row.revision, f"s{row.standard_id}.level": "2"}
        post[f"s{row.standard_id}.remark"] = TEXT.strip()
    for row in matrix.action_rows.all():
        name = f"a{row.action_id}"
        post |= {f"{name}.revision": row.revision, f"{name}.status": "in_progress"}
        post |= {f"{name}.percent": "140", f"{name}.progress": TEXT, f"{name}.next_step": TEXT}
    return post


def refused_form(office: Office, rounds: int) -> Result:
    """The form posted whole and refused: bound, with an error in each of 200 rows."""
    url, client = (
        reverse("missions:matrix-edit", args=[office.matrix.pk]),
        signed_in(office.coordinator),
    )
    post = urlencode(whole_form(office.matrix))
    form = "application/x-www-form-urlencoded"
    floor.record(lambda: client.post(url, post, content_type=form))
    base, ours = in_turn(
        lambda: client.post("/floor/", post, content_type=form),
        lambda: client.post(url, post, content_type=form),
        max(10, rounds // 2),
    )
    return Result("matrix, form refused, 217 rows", base, ours, 4)


@override_settings(ROOT_URLCONF="tests.bench.floor")
def saving(office: Office, rounds: int) -> list[Result]:
    """One row as it is typed, against a signed-in view that does one UPDATE."""
    client = signed_in(office.coordinator)
    row = office.matrix.action_rows.first()
    url = reverse("missions:matrix-rows", args=[office.matrix.pk])
    state = {"revision": row.revision, "turn": 0}

    def save():
        state["turn"] += 1
        values = {"revision": state["revision"], "progress": f"{TEXT} {state['turn']}"}
        answer = client.post(
            url,
            json.dumps({"rows": {f"a{row.action_id}": values}}),
            content_type="application/json",
        )
        state["revision"] = answer.json()["rows"][f"a{row.action_id}"]["revision"]

    floor.now |= {
        "sql": [f"UPDATE missions_actionrow SET progress = progress || '' WHERE id = {row.pk}"],
        "body": b"{}",
        "status": 200,
    }
    base, ours = in_turn(lambda: client.post("/floor/"), save, rounds)
    return [Result("save one row of the matrix", base, ours, 3)]


MANY = 10_000
BARE = """
INSERT INTO rocb_reminder (kind, object_id, round, rung, due_on, person_id, reason, made_at)
SELECT 'bare', action.id, 0, 0, action.current_due_on, person.id, 'debtor', now()
FROM missions_action action
JOIN missions_actionplan plan ON plan.id = action.plan_id
JOIN rocb_person person ON person.organisation_id = plan.administration_id
WHERE action.current_due_on = '2030-06-30'
"""
BARE_MAILS = """
INSERT INTO rocb_mail
    (key, template, context, person_id, email, subject, body, created_at, not_before)
SELECT 'bare:' || id, 'bare', '{}', id, '', '', '', now(), now() FROM rocb_person
WHERE email LIKE 'many%'
"""


def many_deadlines() -> None:
    """10,000 actions due on one day: 100 members, each with one coordinator and 100 actions."""
    due = date(2030, 6, 30)
    for number in range(100):
        member = AdministrationFactory()
        person = Person.objects.create(
            family_name="Many", email=f"many{number}@example.org", organisation=member
        )
        UserFactory(person=person, email=person.email, role=Role.COORDINATOR)
        plan = ActionPlanFactory(administration=member)
        Action.objects.bulk_create(
            Action(plan=plan, number=str(n), title=f"Action {n}", current_due_on=due, position=n)
            for n in range(MANY // 100)
        )
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def reminders(office: Office, rounds: int) -> list[Result]:
    """Ledger and outbox of 10,000 deadlines, and sending, each against the least there can be."""
    many_deadlines()
    at = datetime(2030, 6, 30, 6, tzinfo=UTC)
    began = time.perf_counter()
    with connection.cursor() as cursor:
        cursor.execute(BARE)
        rows = cursor.rowcount
        cursor.execute(BARE_MAILS)
    bare = (time.perf_counter() - began) * 1000
    began = time.perf_counter()
    first = remind(at)
    ours = (time.perf_counter() - began) * 1000
    again = remind(at)
    assert rows == MANY, rows
    assert first.rows >= MANY, first
    assert (again.rows, again.mails) == (0, 0), again
    return [
        Result(f"reminders: {first.rows} ledger rows, {first.mails} digests", bare, ours, 3),
        sending(),
    ]


class Sink:
    """A mail server that takes everything."""

    async def handle_DATA(self, server, session, envelope):  # noqa: N802
        return "250 OK"


def sending() -> Result:
    """Mails a second, against a bare smtplib loop on one connection with messages of our size."""
    from rocb.embedded import free_port

    Mail.objects.all().delete()
    user = User.objects.filter(role=Role.COORDINATOR).select_related("person").first()
    count = 500
    Mail.objects.bulk_create(
        Mail(
            key=f"bench:{n}",
            template="matrix_accepted",
            person=user.person,
            context={"member": "M", "by": "A", "cycle": "C", "path": "/missions/matrices/1/"},
            not_before=datetime(2020, 1, 1, tzinfo=UTC),
        )
        for n in range(count)
    )
    controller = Controller(Sink(), hostname="127.0.0.1", port=free_port())
    controller.start()
    try:
        with override_settings(
            EMAIL_BACKEND="django.core.mail.backends.smtp.EmailBackend",
            EMAIL_HOST="127.0.0.1",
            EMAIL_PORT=controller.port,
        ):
            began = time.perf_counter()
            sent = send_waiting()
            ours = count / (time.perf_counter() - began)
        assert sent.sent == count, sent
        bare = bare_loop(controller.port, user.email, count)
    finally:
        controller.stop(no_assert=True)
    return Result("sending, mails a second", bare, ours, 0.6, at_least=True, unit="1/s")


def bare_loop(port: int, to: str, count: int) -> float:
    began = time.perf_counter()
    with smtplib.SMTP("127.0.0.1", port) as server:
        for number in range(count):
            message = EmailMessage()
            message["Subject"], message["From"], message["To"] = f"{number}", "a@example.org", to
            message.set_content(TEXT * 6)
            message.add_alternative(f"<p>{TEXT * 8}</p>", subtype="html")
            server.send_message(message)
    return count / (time.perf_counter() - began)


def files(office: Office, rounds: int) -> list[Result]:
    """Exports of 10,000 rows against bare XlsxWriter."""
    import io

    import xlsxwriter

    if Action.objects.count() < MANY:
        many_deadlines()
    office.officer.role = Role.SECRETARIAT
    office.officer.save()
    address = {"address": f"{reverse('missions:action-list')}?export=xlsx"}
    errand = ask_for("list-file", by=office.officer, title="Actions", params=address)
    Errand.objects.update(status="running")
    rows = list(
        Action.objects.values_list("number", "title", "status", "percent", "currency")[:MANY]
    )

    def bare():
        book = xlsxwriter.Workbook(io.BytesIO(), {"constant_memory": True})
        sheet = book.add_worksheet()
        for number, row in enumerate(rows):
            for column, value in enumerate(row * 2):
                sheet.write(number, column, value)
        book.close()

    base, ours = in_turn(bare, lambda: list_file(errand, Told(errand)), 3)
    return [Result("export of 10,000 actions as XLSX, 10 columns", base, ours, 1.5)]
