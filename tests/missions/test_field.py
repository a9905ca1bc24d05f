"""Findings and recommendations from the field: typed over bad lines, or brought in a workbook."""

import json
from datetime import date
from io import BytesIO
from uuid import uuid4

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from missions.actions import accept_mission
from missions.models import Assessment, Finding, Mission, Recommendation
from rocb.models import Framework
from tests.factories.missions import (
    DiagnosticAreaFactory,
    FindingFactory,
    MissionFactory,
    RecommendationFactory,
)
from tests.factories.rocb import FrameworkFactory, StandardFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def framework():
    framework = FrameworkFactory(edition="2025", is_default=True)
    for number in (4, 6):
        StandardFactory(framework=framework, code=f"P1-S{number}", title=f"Standard {number}")
    old = Framework.objects.create(code="SAFE", edition="2007", name="SAFE")
    StandardFactory(framework=old, code="P1-S12", title="Only then")
    return framework


@pytest.fixture
def mission(member, officer, framework):
    for number in range(1, 8):
        DiagnosticAreaFactory(number=number, title=f"Topic {number}")
    return MissionFactory(
        administration=member, status="in_country", framework=framework, officer=officer
    )


def area(number: int) -> int:
    return DiagnosticAreaFactory(number=number).pk


def send(client, user, mission, notes: dict):
    client.force_login(user)
    url = reverse("missions:mission-notes", args=[mission.pk])
    return client.post(url, json.dumps({"notes": notes}), content_type="application/json")


def finding(**more) -> dict:
    return {"kind": "finding", "area": str(area(4)), "text": "No audit.", "evidence": "", **more}


def advice(**more) -> dict:
    values = {"kind": "recommendation", "area": str(area(4)), "text": "Set up audit."}
    return {**values, "priority": "high", "horizon": "short", "standards": [], **more}


def test_a_note_sent_twice_is_made_once(client, officer, mission):
    key = str(uuid4())
    first = send(client, officer, mission, {key: finding()}).json()
    again = send(client, officer, mission, {key: finding()}).json()
    assert first == again == {"notes": {key: {"number": "F1"}}}
    assert Finding.objects.count() == 1


def test_notes_are_numbered_and_tied_together(client, officer, mission, framework):
    RecommendationFactory(administration=mission.administration, number="R7")
    made = FindingFactory(mission=mission, number=3)
    standard = framework.standards.get(code="P1-S4")
    key = str(uuid4())
    note = advice(findings=[str(made.pk)], standards=[str(standard.pk)])
    answer = send(client, officer, mission, {key: note, str(uuid4()): finding()}).json()
    assert answer["notes"][key] == {"number": "R8"}
    row = Recommendation.objects.get(mission=mission)
    assert (list(row.findings.all()), list(row.standards.all())) == ([made], [standard])
    assert (row.made_on, row.priority) == (mission.ends_on, "high")
    assert mission.findings.order_by("-number").first().number == 4


def test_a_wrong_note_does_not_stop_the_others(client, officer, mission):
    good, bad, odd = str(uuid4()), str(uuid4()), str(uuid4())
    answer = send(
        client, officer, mission, {good: finding(), bad: finding(text=""), odd: {"kind": "poem"}}
    ).json()["notes"]
    assert answer[good] == {"number": "F1"}
    assert "text" in answer[bad]["errors"]
    assert answer[odd]["errors"] == {"kind": "Neither a finding nor a recommendation."}


def test_a_standard_of_another_edition_is_refused_by_name(client, officer, mission):
    other = Framework.objects.get(edition="2007").standards.get()
    key = str(uuid4())
    answer = send(client, officer, mission, {key: advice(standards=[str(other.pk)])}).json()
    assert "is not in SAFE 2025" in answer["notes"][key]["errors"]["standards"]


@pytest.mark.parametrize("body", ["", "[]", "{}", '{"notes": {"x": {}}}', '{"notes": 3}'])
def test_messages_that_nobody_sent(client, officer, mission, body):
    client.force_login(officer)
    url = reverse("missions:mission-notes", args=[mission.pk])
    assert client.post(url, body, content_type="application/json").status_code == 400


def test_nothing_is_written_after_the_final_report(client, officer, mission):
    ended = MissionFactory(administration=mission.administration, status="final")
    answer = send(client, officer, ended, {str(uuid4()): finding()})
    assert answer.status_code == 409
    assert "Nothing can be written while the mission is “Final report”." in answer.json()["error"]


def test_the_page_works_without_a_script(client, officer, mission):
    client.force_login(officer)
    url = reverse("missions:mission-field", args=[mission.pk])
    key = str(uuid4())
    data = {"key": key, "finding-area": area(2), "finding-text": "Staff rotate every year."}
    for _twice in range(2):
        response = client.post(url, data, follow=True)
    assert "Saved as F1." in response.content.decode()
    assert Finding.objects.count() == 1
    empty = client.post(url, {"finding-text": "", "finding-area": ""})
    assert (empty.status_code, Finding.objects.count()) == (422, 1)


def test_the_api_writes_through_the_same_door(client, officer, mission):
    client.force_login(officer)
    url = reverse("api:missions-notes", args=[mission.pk])
    values = {"kind": "finding", "area": area(4), "text": "No audit."}
    made = client.post(url, json.dumps(values), content_type="application/json")
    assert (made.status_code, made.json()["number"]) == (201, "F1")
    bad = client.post(url, json.dumps({**values, "area": 999}), content_type="application/json")
    assert bad.status_code == 400


def workbook(**sheets) -> bytes:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def upload(client, user, mission, content: bytes, kind: str = "", name: str = "notes.xlsx"):
    client.force_login(user)
    url = reverse("missions:field-import", args=[mission.pk]) + (f"?kind={kind}" if kind else "")
    return client.post(url, {"file": SimpleUploadedFile(name, content)}, follow=True)


NOTES = {
    "Findings": [
        ["Mission to Vanuatu"],
        ["Area", "Finding", "Evidence"],
        ["4 Topic 4", "No audit after release.", "Interviews"],
        [2, "Staff rotate every year.", None],
    ],
    "Advice": [
        ["Area", "Recommendation", "Standards (SAFE)", "Priority", "Horizon"],
        ["topic 4", "Set up post-clearance audit.", "P1-S4, P1-S6", "High", "Short term"],
    ],
}


def test_a_workbook_brings_findings_and_advice(client, officer, mission):
    preview = upload(client, officer, mission, workbook(**NOTES))
    assert preview.status_code == 200
    assert (Finding.objects.count(), Recommendation.objects.count()) == (0, 0)
    client.post(preview.request["PATH_INFO"])
    rows = Finding.objects.order_by("number").values_list("area__number", "text", "evidence")
    assert list(rows) == [
        (4, "No audit after release.", "Interviews"),
        (2, "Staff rotate every year.", ""),
    ]
    row = Recommendation.objects.get()
    assert (row.priority, row.horizon, row.standards.count()) == ("high", "short", 2)
    again = upload(client, officer, mission, workbook(**NOTES))
    assert "There already" in again.content.decode()
    client.post(again.request["PATH_INFO"])
    assert (Finding.objects.count(), Recommendation.objects.count()) == (2, 1)


def test_wrong_cells_are_named_and_the_good_rows_can_be_taken(client, officer, mission):
    content = workbook(
        Findings=[
            ["Area", "Finding"],
            ["9 Nowhere", "Lost."],
            ["4", "Kept."],
            ["4", None],
        ],
        Advice=[
            ["Area", "Recommendation", "Standards", "Priority"],
            ["4", "Old standard.", "P1-S12", "Huge"],
        ],
    )
    preview = upload(client, officer, mission, content)
    body = preview.content.decode()
    for said in (
        "Findings!A2", "“9 Nowhere” is none of the seven areas.", "Findings!B4",
        "The row has no text.", "P1-S12 is a standard of SAFE 2007", "Advice!D2",
        "“Huge” is not understood here",
    ):  # fmt: skip
        assert said in body
    url = preview.request["PATH_INFO"]
    client.post(url)
    assert Finding.objects.count() == 0
    client.post(url, {"take_good": "on"})
    assert [row.text for row in Finding.objects.all()] == ["Kept."]
    assert Recommendation.objects.count() == 0


def test_a_file_without_a_table_says_what_is_missing(client, officer, mission):
    response = upload(client, officer, mission, workbook(Sheet=[["Hello"], ["World"]]))
    assert response.status_code == 422
    assert "No table was found" in response.content.decode()


def test_our_own_empty_workbook_is_understood(client, officer, mission):
    client.force_login(officer)
    content = client.get(reverse("missions:notes-workbook", args=[mission.pk])).content
    book = openpyxl.load_workbook(BytesIO(content))
    book["Findings"].append(["4 Topic 4", "Filled in offline.", "Visit"])
    out = BytesIO()
    book.save(out)
    preview = upload(client, officer, mission, out.getvalue())
    client.post(preview.request["PATH_INFO"])
    assert Finding.objects.get().text == "Filled in offline."


def test_the_self_assessment_from_a_workbook(client, coordinator, officer, mission):
    early = MissionFactory(administration=mission.administration, status="requested")
    early = accept_mission(early, by=officer)
    client.force_login(coordinator)
    content = client.get(reverse("missions:assessment-workbook", args=[early.pk])).content
    book = openpyxl.load_workbook(BytesIO(content))
    sheet = book.active
    sheet["B2"], sheet["C2"] = "2 Under way", "A strategy is being written."
    sheet["B3"] = 1
    out = BytesIO()
    book.save(out)
    preview = upload(client, coordinator, early, out.getvalue(), kind="assessment")
    client.post(preview.request["PATH_INFO"], {"take_good": "on"})
    rows = Assessment.objects.filter(mission=early).order_by("area__number")
    assert [row.level for row in rows[:2]] == [2, 1]
    assert rows[0].situation == "A strategy is being written."
    Mission.objects.filter(pk=mission.pk).update(starts_on=date(2026, 1, 1))
    late = upload(client, coordinator, mission, out.getvalue(), kind="assessment")
    assert "The visit has begun" in late.content.decode()


def test_members_do_not_bring_findings(client, coordinator, mission):
    assert upload(client, coordinator, mission, workbook(**NOTES)).status_code == 403
    assert send(client, coordinator, mission, {str(uuid4()): finding()}).status_code == 403
    assert Finding.objects.count() == 0
