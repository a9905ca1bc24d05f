"""Real files with actions: whatever people call their columns and however they type their dates."""

import io
from datetime import date
from decimal import Decimal

import openpyxl
import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command
from django.urls import reverse

from missions.models import Action, ActionPlan, PlanImport
from missions.plan_import.cells import day_from, money_from
from tests.factories.missions import (
    ActionFactory,
    ActionPlanFactory,
    MissionFactory,
    RecommendationFactory,
)
from tests.missions.test_workbook import resaved, saved


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("4 Mar 2027", date(2027, 3, 4)),
        ("4th of March, 2027", date(2027, 3, 4)),
        ("March 4, 2027", date(2027, 3, 4)),
        ("04/03/2027", date(2027, 3, 4)),
        ("12/31/2027", date(2027, 12, 31)),
        ("4.3.27", date(2027, 3, 4)),
        ("2027-03-04", date(2027, 3, 4)),
        ("2027-03-04 00:00:00", date(2027, 3, 4)),
        ("1er août 2027", date(2027, 8, 1)),
        ("Feb 2028", date(2028, 2, 29)),
        ("06/2027", date(2027, 6, 30)),
        ("Q1 2027", date(2027, 3, 31)),
        ("3rd quarter 2027", date(2027, 9, 30)),
        ("2027", date(2027, 12, 31)),
        (46450, date(2027, 3, 4)),
        (date(2027, 3, 4), date(2027, 3, 4)),
        ("  ", None),
    ],
)
def test_dates_in_the_usual_ways(text, day):
    assert day_from(text) == day


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("4 Mar 1927", "lies in the year 1927: check the century"),
        (date(2227, 1, 1), "lies in the year 2227: check the century"),
        ("4/3/98", "check the century"),
        ("31/2/2027", "is no day of the calendar"),
        ("soon", "is not understood as a date"),
        (12, "is not a date"),
    ],
)
def test_dates_that_are_none(text, words):
    with pytest.raises(ValidationError, match=words):
        day_from(text)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("USD 12,500.00", ("12500.00", "USD")),
        ("12 500,00 EUR", ("12500.00", "EUR")),
        ("12.500,5", ("12500.50", "")),
        ("$1,250", ("1250.00", "USD")),
        (300, ("300.00", "")),
        ("1.250.000", ("1250000.00", "")),
    ],
)
def test_money_in_the_usual_ways(text, found):
    amount, currency = found
    assert money_from(text) == (Decimal(amount), currency)


HEADS = ["Ref", "Planned actions", "Remarks", "Lead Unit", "Target date (end)", "Cost", "Support"]


def workbook(*rows, heads=HEADS) -> openpyxl.Workbook:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Plan"
    sheet["A1"] = "National action plan"
    sheet.append([])
    sheet.append(heads)
    for row in rows:
        sheet.append(row)
    return book


def run(tmp_path, content: bytes, name="plan.xlsx", **options):
    path = tmp_path / name
    path.write_bytes(content)
    out, err = io.StringIO(), io.StringIO()
    call_command("import_plan", str(path), member="VU", stdout=out, stderr=err, **options)
    return out.getvalue(), err.getvalue()


ROWS = (
    ["1.1", "Draft the law", "x", "Legal", "March 2027", "USD 1,000", "Expertise"],
    ["1.2", "Train the ports", "x", "Training", "30.06.2027", 250, None],
)


def test_columns_are_known_by_their_headings(tmp_path, member):
    out, _err = run(tmp_path, saved(workbook(*ROWS)))
    assert (
        out == "Columns that are not taken over: Remarks.\n2 new, 0 changed, 0 unchanged, 0 wrong\n"
    )
    plan = ActionPlan.objects.get(administration=member)
    assert (plan.title, plan.status) == ("plan", "draft")
    found = plan.actions.values_list(
        "number", "title", "responsible_unit", "current_due_on", "cost", "support_needed"
    )
    assert list(found.order_by("position")) == [
        ("1.1", "Draft the law", "Legal", date(2027, 3, 31), Decimal("1000.00"), "expertise"),
        ("1.2", "Train the ports", "Training", date(2027, 6, 30), Decimal("250.00"), "none"),
    ]


def test_the_same_file_twice_adds_nothing(tmp_path, member):
    content = saved(workbook(*ROWS))
    run(tmp_path, content)
    before = list(Action.objects.values_list("pk", "updated_at"))
    out, _err = run(tmp_path, content)
    assert out.endswith("0 new, 0 changed, 2 unchanged, 0 wrong\n")
    assert list(Action.objects.values_list("pk", "updated_at")) == before


def test_a_file_saved_by_libreoffice_with_merged_cells(tmp_path, member):
    book = workbook(
        ["1", "First", None, "Legal", "4 Mar 2027", None, None],
        ["2", "Second", None, None, "4 Mar 2027", None, None],
    )
    book["Plan"].merge_cells("D4:D5")
    run(tmp_path, resaved(saved(book), tmp_path))
    assert set(Action.objects.values_list("responsible_unit", flat=True)) == {"Legal"}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_csv_with_semicolons_in_french(tmp_path, member, encoding):
    text = "N°;Activité;Échéance;Responsable\n1;Établir la liste;31/12/2027;Contrôle\n"
    run(tmp_path, text.encode(encoding), "plan.csv")
    action = Action.objects.get()
    assert (action.title, action.responsible_unit) == ("Établir la liste", "Contrôle")
    assert action.current_due_on == date(2027, 12, 31)


def test_each_problem_is_named_and_nothing_is_changed(tmp_path, member):
    book = workbook(
        ["1", "Good", None, None, "4 Mar 2027", None, None],
        ["2", "Wrong century", None, None, "4 Mar 1927", None, None],
        ["3", None, None, "Legal", None, "lots", None],
        ["4", "Twice", None, None, None, None, None],
        ["4", "Twice more", None, None, None, None, "Prayers"],
        ["5", "x" * 401, None, None, None, None, None],
    )
    path = tmp_path / "plan.xlsx"
    path.write_bytes(saved(book))
    err = io.StringIO()
    with pytest.raises(CommandError):
        call_command("import_plan", str(path), member="VU", stdout=io.StringIO(), stderr=err)
    assert err.getvalue().splitlines() == [
        "Plan!E5: “4 Mar 1927” lies in the year 1927: check the century.",
        "Plan!F6: “lots” is not an amount.",
        "Plan!B6: The action has no text.",
        "Plan!A7: The number “4” stands in the file twice, also in Plan!A8.",
        "Plan!G8: “Prayers” is not a kind of support: expertise, training, equipment, funding or none.",
        "Plan!A8: The number “4” stands in the file twice, also in Plan!A7.",
        "Plan!B9: The text has 401 characters; at most 400 fit. Shorten it.",
    ]
    assert (Action.objects.count(), ActionPlan.objects.count(), PlanImport.objects.count()) == (
        0,
        0,
        0,
    )
    out, _err = run(tmp_path, saved(book), good_rows=True)
    assert out.splitlines()[-1] == "1 new, 0 changed, 0 unchanged, 5 wrong"
    assert Action.objects.get().title == "Good"


def test_recommendations_are_linked_or_named(tmp_path, member):
    advice = RecommendationFactory(administration=member, number="R7")
    heads = ["No", "Action", "Recommendations"]
    run(tmp_path, saved(workbook(["1", "A", "R7"], heads=heads)))
    assert list(Action.objects.get().recommendations.all()) == [advice]
    with pytest.raises(CommandError):
        run(tmp_path, saved(workbook(["2", "B", "R8"], heads=heads)))


def test_what_no_file_can_name_stays_tied(tmp_path, member):
    """Advice that the member has not been sent is neither dropped nor told by a file of the member."""
    told = RecommendationFactory(administration=member, number="R7")
    mission = MissionFactory(administration=member, status="draft_report")
    unsent = RecommendationFactory(administration=member, mission=mission, number="R9")
    plan = ActionPlanFactory(administration=member, status="draft")
    action = ActionFactory(plan=plan, number="1", title="A")
    action.recommendations.set([unsent])
    heads = ["No", "Action", "Recommendations"]
    content = saved(workbook(["1", "A", "R7"], heads=heads))
    out, err = run(tmp_path, content, plan=plan.pk)
    assert out.endswith("0 new, 1 changed, 0 unchanged, 0 wrong\n")
    assert "R9" not in out + err
    assert set(action.recommendations.all()) == {told, unsent}
    out, _err = run(tmp_path, content, plan=plan.pk)
    assert out.endswith("0 new, 0 changed, 1 unchanged, 0 wrong\n")


def test_due_dates_of_a_plan_in_force_do_not_move(tmp_path, plan, member):
    action = plan.actions.first()
    heads = ["No", "Action", "Due date"]
    content = saved(workbook([action.number, "New words", "1 Jan 2031"], heads=heads))
    run(tmp_path, content, plan=plan.pk)
    before = action.current_due_on
    action.refresh_from_db()
    assert (action.title, action.current_due_on) == ("New words", before)


def test_a_file_without_a_table(tmp_path, member):
    with pytest.raises(CommandError, match="No table of actions was found"):
        run(tmp_path, b"a,b\n1,2\n", "plan.csv")


def test_on_the_page_with_preview(client, coordinator, member):
    client.force_login(coordinator)
    book = workbook(*ROWS, ["9", "Wrong", None, None, "never", None, None])
    file = SimpleUploadedFile("plan.xlsx", saved(book))
    url = reverse("missions:plan-import")
    assert client.get(url).status_code == 200
    response = client.post(url, {"administration": member.pk, "file": file})
    preview = response.headers["Location"]
    html = client.get(preview).content.decode()
    assert "<code>Plan!E6</code> “never” is not understood as a date." in html
    assert Action.objects.count() == 0
    page = client.post(preview, follow=True)
    assert "1 row is wrong" in page.content.decode()
    page = client.post(preview, {"take_good": "on"}, follow=True)
    assert "2 actions were taken over." in page.content.decode()


def test_who_may_import(client, member, plan, coordinator, other_coordinator, executive, officer):
    client.force_login(other_coordinator)
    file = SimpleUploadedFile("plan.xlsx", saved(workbook(*ROWS)))
    url = reverse("missions:plan-import")
    answer = client.post(url, {"administration": member.pk, "file": file})
    assert answer.status_code == 422  # not one of the members this reader may choose
    client.force_login(executive)
    assert client.get(url).status_code == 403
    client.force_login(coordinator)
    draft = ActionPlanFactory(administration=member, status="draft")
    file.seek(0)
    where = client.post(url, {"administration": member.pk, "plan": draft.pk, "file": file}).headers[
        "Location"
    ]
    client.force_login(other_coordinator)
    assert [client.get(where).status_code, client.post(where).status_code] == [404, 404]
    client.force_login(officer)
    assert client.get(where).status_code == 200
