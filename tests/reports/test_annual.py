"""The annual report: made from the records, frozen when issued, the same bytes for ever."""

import hashlib
import io
import json

import pytest
from django.db import InternalError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from docx import Document as WordFile

from missions.models import Mission
from programmes.models import Event, Nomination
from reports.annual import described
from reports.models import AnnualReport
from rocb import fiscal
from rocb.errands import do_errand
from rocb.models import Errand
from tests.factories.missions import MissionFactory
from tests.factories.programmes import EventFactory
from tests.factories.reports import (
    AnnualReportFactory,
    IndicatorFactory,
    ObjectiveFactory,
    PillarTitleFactory,
    StrategicPlanFactory,
    TargetFactory,
    WorkItemFactory,
)
from tests.factories.rocb import OfficeFactory, PersonFactory, RegionFactory, UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def year():
    return fiscal.fiscal_year(timezone.localdate()) - 1


@pytest.fixture
def report(office, year):
    return AnnualReportFactory(office=office, year=year, foreword="Dear colleagues,\n\nwell done.",
                               highlights="- All matrices in time")  # fmt: skip


@pytest.fixture
def records(office, member, other_member, year):
    """What the year was: an event with three people, a mission, a plan, items of work."""
    pillar = PillarTitleFactory(pillar__office=office, title="To support the SAFE Framework").pillar
    day = fiscal.first_day(year)
    event = EventFactory(office=office, title="Workshop on valuation", status="held",
                         starts_on=day, ends_on=day)  # fmt: skip
    for home, name in ((member, "Ana"), (member, "Ema"), (other_member, "Lani")):
        person = PersonFactory(organisation=home, given_name=name, family_name="Secretname")
        Nomination.objects.create(event=event, administration=home, person=person,
                                  status="attended")  # fmt: skip
    MissionFactory(administration=member, status="closed", starts_on=day, ends_on=day)
    plan = StrategicPlanFactory(office=office, title="Plan of the office", starts_on=day,
                                ends_on=fiscal.last_day(year + 1))  # fmt: skip
    indicator = IndicatorFactory(
        objective=ObjectiveFactory(plan=plan, pillar=pillar), title="Missions done",
        figure_key="diagnostic_missions_in_region",
    )  # fmt: skip
    TargetFactory(indicator=indicator, year=year, value=1)
    WorkItemFactory(office=office, year=year, pillar=pillar, title="Visit two members",
                    starts_on=day, ends_on=day)  # fmt: skip
    WorkItemFactory(office=office, year=year + 1, pillar=pillar, title="Visit three members",
                    starts_on=fiscal.first_day(year + 1), ends_on=fiscal.last_day(year + 1))  # fmt: skip
    return event


def words(content, language="en"):
    return json.dumps(content[language], ensure_ascii=False)


def test_what_it_tells(report, records):
    content = described(report)
    text = words(content)
    for said in ("well done.", "All matrices in time", "Workshop on valuation", "Plan of the office",
                 "Missions done", "Visit two members", "Visit three members", "Vanuatu",
                 "Pillar 1: To support the SAFE Framework",
                 "3 people from 2 administrations took part"):  # fmt: skip
        assert said in text
    tables = [block for block in content["en"]["blocks"] if block["kind"] == "table"]
    people = next(
        t for t in tables if t["caption"] == "People who took part in the office’s events"
    )
    assert people["rows"] == [["Tonga", "1", "1"], ["Vanuatu", "2", "1"]]
    events = next(t for t in tables if t["caption"].startswith("Events held"))
    assert events["rows"][0][3:] == ["3", "2"]


def test_it_names_no_participant_and_no_members_mission(report, records):
    text = words(described(report))
    assert "Secretname" not in text
    (missions,) = [
        b for b in described(report)["en"]["blocks"] if b.get("headings") == ["Phase", "Number"]
    ]
    assert missions["rows"] == [["Phase I: diagnostic", "1"]]


def test_progress_is_told(report, records):
    heard = []
    described(report, lambda done, total: heard.append((done, total)))
    assert heard[0][0] == 0
    assert heard[-1][0] == heard[-1][1]
    assert [done for done, _total in heard] == sorted(done for done, _total in heard)


class TestIssuing:
    def issue(self, client, head, report):
        client.force_login(head)
        client.post(f"/reports/annual/{report.year}/steps/issue/", {"comment": ""})
        report.refresh_from_db()
        return report

    def test_freezes_it_with_its_hash(self, client, head, report, records):
        report = self.issue(client, head, report)
        assert (report.status, report.issued_by) == ("issued", head)
        raw = json.dumps(report.content, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
        assert report.sha256 == hashlib.sha256(raw.encode()).hexdigest()
        assert set(report.content) == {"en", "fr"}

    @pytest.mark.parametrize("kind", ["pdf", "docx"])
    def test_gives_the_same_bytes_whatever_becomes_of_the_records(
        self, client, head, report, records, kind
    ):
        self.issue(client, head, report)
        address = f"/reports/annual/{report.year}/report.{kind}"
        before = client.get(address)
        assert before.status_code == 200
        names = {}
        for language in ("en", "fr"):
            file = client.get(f"{address}?language={language}")
            names[file.headers["Content-Disposition"].rpartition("-")[2]] = file.content
        assert set(names) == {f'en.{kind}"', f'fr.{kind}"'}
        assert names[f'en.{kind}"'] == before.content != names[f'fr.{kind}"']
        Event.objects.update(title="Renamed")
        Mission.objects.all().delete()
        assert client.get(address).content == before.content
        assert client.get(f"{address}?language=fr").content == names[f'fr.{kind}"']
        assert client.get(f"{address}?language=xx").status_code == 404

    def test_offers_every_language_that_was_frozen(self, client, head, report, records):
        self.issue(client, head, report)
        page = client.get(f"/reports/annual/{report.year}/")
        assert [one[0] for one in page.context["downloads"]] == [
            "PDF, English", "Word, English", "PDF, français", "Word, français",
        ]  # fmt: skip

    def test_cannot_be_undone_even_by_sql(self, client, head, report, records):
        self.issue(client, head, report)
        with pytest.raises(InternalError), transaction.atomic():
            AnnualReport.objects.update(foreword="Better.")
        answer = client.get(f"/reports/annual/{report.year}/edit/", follow=True)
        assert "is not changed any more" in answer.content.decode()

    def test_not_before_the_year_is_over(self, client, head, office, year):
        running = AnnualReportFactory(office=office, year=year + 1)
        client.force_login(head)
        answer = client.post(f"/reports/annual/{running.year}/steps/issue/", follow=True)
        assert "is not over yet" in answer.content.decode()
        running.refresh_from_db()
        assert (running.status, running.content) == ("draft", None)

    def test_letters_that_cannot_be_printed_are_named(self, client, head, office, year):
        # Cuneiform: no font of ours will ever have it.
        report = AnnualReportFactory(
            office=office, year=year, foreword="Dear \U00012000\U0001202d,"
        )
        client.force_login(head)
        page = client.post(f"/reports/annual/{report.year}/steps/issue/", follow=True).text
        assert "cannot show these letters" in page
        assert "\U00012000" in page
        report.refresh_from_db()
        assert (report.status, report.content) == ("draft", None)

    def test_twice_is_refused_in_a_sentence(self, client, head, report, records):
        self.issue(client, head, report)
        answer = client.post(f"/reports/annual/{report.year}/steps/issue/", follow=True)
        assert "is not possible any more" in answer.content.decode()


def test_a_draft_is_prepared_by_a_worker(client, officer, report, records):
    client.force_login(officer)
    answer = client.get(f"/reports/annual/{report.year}/report.docx")
    errand = Errand.objects.get()
    assert answer.headers["Location"] == errand.get_absolute_url()
    assert do_errand(errand.pk) == "done"
    errand.refresh_from_db()
    assert errand.file_name.endswith(".docx")
    with errand.file.open() as file:
        text = "\n".join(p.text for p in WordFile(io.BytesIO(file.read())).paragraphs)
    assert "Annual report" in text
    assert "well done." in text
    client.get(f"/reports/annual/{report.year}/report.pdf")
    pdf = Errand.objects.latest("pk")
    assert do_errand(pdf.pk) == "done"
    pdf.refresh_from_db()
    with pdf.file.open() as file:
        assert file.read(5) == b"%PDF-"


def test_a_draft_that_is_gone_is_told(client, officer, report):
    client.force_login(officer)
    client.get(f"/reports/annual/{report.year}/report.pdf")
    AnnualReport.objects.all().delete()
    errand = Errand.objects.get()
    assert do_errand(errand.pk) == "failed"
    errand.refresh_from_db()
    assert errand.error == "This report is not there any more."


def test_a_draft_is_its_offices_own(client, report, records, coordinator, head, secretariat):
    region = RegionFactory(code="ESA", name="East and Southern Africa")
    stranger = UserFactory(role="head", organisation=OfficeFactory(region=region))
    address = f"/reports/annual/{report.year}/?office=AP"
    for user, status in ((coordinator, 404), (stranger, 404), (secretariat, 200), (head, 200)):
        client.force_login(user)
        assert client.get(address).status_code == status
        assert client.get("/api/v1/annual-reports/").json()["count"] == (status == 200)
    client.force_login(head)
    client.post(f"/reports/annual/{report.year}/steps/issue/")
    for user in (coordinator, stranger, secretariat):
        client.force_login(user)
        page = client.get(address)
        assert page.status_code == 200
        assert "Workshop on valuation" in page.content.decode()


def test_a_report_is_begun_once_a_year(client, officer, office, year):
    client.force_login(officer)
    values = {"year": year, "foreword": "Hello"}
    answer = client.post("/reports/annual/new/", values)
    assert answer.headers["Location"] == f"/reports/annual/{year}/?office=AP"
    assert client.post("/reports/annual/new/", values).status_code == 422
    assert client.get("/reports/annual/1999/").status_code == 404
    assert client.get(f"/reports/annual/{year}/report.exe").status_code == 404


def test_the_list_costs_the_same_with_thirty(client, officer, office, report):
    def cost():
        with CaptureQueriesContext(connection) as queries:
            assert client.get("/reports/annual/").status_code == 200
        return len(queries)

    client.force_login(officer)
    cost()
    before = cost()
    for number in range(30):
        AnnualReportFactory(office=office, year=2000 + number - 10)
    assert cost() == before <= 8
