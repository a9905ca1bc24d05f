"""Reports from draft to readers: who sees what, publication, followers, lists."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.urls import reverse
from django.utils import timezone

from reports.actions import add_version, follow, publish_report
from reports.models import Following, Report
from reports.workflow import REPORT
from rocb.models import Mail, Theme
from rocb.outbox import send_waiting
from rocb.roles import Role
from rocb.workflow import StepRefused
from tests.factories.donors import DonorFactory
from tests.factories.reports import ReportFactory, SeriesFactory
from tests.factories.rocb import OfficeFactory, RegionFactory, StandardFactory, UserFactory
from tests.worlds.library import word_file

pytestmark = pytest.mark.django_db
LIBRARY = "/reports/"


def titles(reports) -> list[str]:
    return sorted(report.title for report in reports)


@pytest.fixture
def shelf(office):
    """One report of each kind."""
    ReportFactory(office=office, title="Draft")
    ReportFactory(office=office, title="Public", status="published", is_public=True)
    ReportFactory(office=office, title="Members", status="published")
    ReportFactory(office=office, title="Gone", status="withdrawn", is_public=True)


def test_each_circle_sees_its_own(shelf, officer, coordinator, donor, expert, administrator):
    def seen(user):
        return titles(Report.objects.visible_to(user))

    assert seen(officer) == ["Draft", "Gone", "Members", "Public"]
    assert seen(coordinator) == seen(expert) == ["Members", "Public"]
    assert seen(donor) == seen(administrator) == seen(AnonymousUser()) == ["Public"]


def test_drafts_are_not_another_offices(shelf, client):
    other = OfficeFactory(region=RegionFactory(code="EU", name="Europe"), name="ROCB Europe")
    stranger = UserFactory(role=Role.HEAD, organisation=other)
    assert titles(Report.objects.visible_to(stranger)) == ["Members", "Public"]
    members_only = Report.objects.get(title="Members")
    assert not members_only.allows(stranger, "reports.publish_report")
    client.force_login(stranger)
    draft = Report.objects.get(title="Draft")
    assert client.get(draft.get_absolute_url()).status_code == 404


def test_without_a_sign_in_the_public_reads_and_others_are_asked_to_sign_in(shelf, client):
    page = client.get(LIBRARY)
    assert page.status_code == 200
    assert "Public" in page.text
    assert "Members</a>" not in page.text
    public = Report.objects.get(title="Public")
    assert client.get(public.get_absolute_url()).status_code == 200
    for address in (Report.objects.get(title="Members").get_absolute_url(), "/reports/9999/"):
        answer = client.get(address)
        assert (answer.status_code, answer["Location"]) == (302, f"/accounts/login/?next={address}")


def test_a_number_is_taken_once_in_a_series(office, officer, client):
    series = SeriesFactory(office=office)
    other = SeriesFactory(office=office, code="notes", title="Notes", is_main=False)
    ReportFactory(office=office, series=series, number=7)
    client.force_login(officer)
    fields = {"number": 7, "title": "Another", "series": series.pk}
    answer = client.post(reverse("reports:report-create"), fields)
    assert answer.status_code == 422
    assert "This number of the series is taken." in answer.text
    client.post(reverse("reports:report-create"), {**fields, "series": other.pk})
    assert Report.objects.get(title="Another").get_absolute_url() == "/reports/notes-7/"


def test_publishing_needs_a_file_and_a_summary(office, officer):
    report = ReportFactory(office=office, status="in_review")
    with pytest.raises(StepRefused, match="There is no file yet"):
        publish_report(report, by=officer)
    add_version(report, word_file(), by=officer, language="en")
    with pytest.raises(StepRefused, match="There is no summary yet"):
        publish_report(report, by=officer)
    Report.objects.filter(pk=report.pk).update(summary="What was learnt.")
    report = publish_report(report, by=officer)
    assert (report.status, report.published_on) == ("published", timezone.localdate())
    assert report.deposited_at is None  # members only: harvesters never hear of it


def ready(office, officer, **more) -> Report:
    """A report that can be published."""
    report = ReportFactory(office=office, status="in_review", summary="Learnt.", **more)
    add_version(report, word_file(), by=officer, language="en")
    return report


def test_followers_get_one_mail_once(office, officer, coordinator, donor, smtp):
    theme, standard = Theme.objects.create(code="aeo", name="AEO"), StandardFactory()
    follow(coordinator, theme=theme)
    follow(coordinator, theme=theme)
    follow(coordinator, standard=standard)
    follow(donor, theme=theme)
    report = ready(office, officer)
    report.themes.add(theme)
    report.standards.add(standard)
    report = publish_report(report, by=officer)
    send_waiting()
    (mail,) = smtp.to(coordinator.email)
    assert mail["Subject"] == f"New in the library: {report.title}"
    assert report.get_absolute_url() in mail.get_body(("plain",)).get_content()
    assert smtp.to(donor.email) == []  # for members only
    report = REPORT.perform(report, "withdraw", by=officer, comment="A mistake on page 3.")
    REPORT.perform(report, "publish", by=officer)
    send_waiting()
    assert len(smtp.to(coordinator.email)) == 1


def test_a_mail_that_waits_is_dropped_when_the_report_is_withdrawn(
    office, officer, coordinator, smtp
):
    theme = Theme.objects.create(code="aeo", name="AEO")
    follow(coordinator, theme=theme)
    report = ready(office, officer)
    report.themes.add(theme)
    report = publish_report(report, by=officer)
    REPORT.perform(report, "withdraw", by=officer, comment="A mistake.")
    send_waiting()
    assert smtp.messages == []
    assert Mail.objects.get(template="report_published").status == "dropped"


def test_following_and_stopping(client, coordinator):
    theme = Theme.objects.create(code="aeo", name="AEO")
    client.force_login(coordinator)
    address = reverse("reports:following")
    assert "AEO" in client.get(address).text
    client.post(address, {"topic": f"theme-{theme.pk}"})
    assert Following.objects.get().user == coordinator
    client.post(address, {"topic": f"theme-{theme.pk}", "verb": "stop"})
    assert Following.objects.count() == 0
    for topic in ("theme-0", "report-1", "theme-x", "", f"theme-{'9' * 30}"):
        assert client.post(address, {"topic": topic}).status_code == 404
    away = client.post(address, {"topic": f"theme-{theme.pk}", "next": "https://evil.example/"})
    assert away["Location"] == address


def many(office, count: int) -> None:
    theme = Theme.objects.get_or_create(code="aeo", name="AEO")[0]
    for _number in range(count):
        report = ReportFactory(
            office=office, status="published", countries=["JP"], languages=["en"], year=2008
        )
        report.themes.add(theme)


@pytest.mark.parametrize("query", ["", "?q=member", "?theme=aeo&year=2008"])
def test_the_library_costs_the_same_with_many_reports(
    client, officer, office, django_assert_max_num_queries, query
):
    client.force_login(officer)
    many(office, 1)
    client.get(LIBRARY + query)
    with django_assert_max_num_queries(8) as first:
        client.get(LIBRARY + query)
    many(office, 30)
    with django_assert_max_num_queries(len(first.captured_queries)):
        assert client.get(LIBRARY + query).status_code == 200


def test_facets_count_and_narrow(client, officer, office):
    many(office, 3)
    ReportFactory(office=office, status="published", countries=["FJ"], year=2010)
    client.force_login(officer)
    page = client.get(LIBRARY + "?country=JP")
    assert "3 reports" in page.text
    counts = {
        facet.key: {label: n for label, n, _url, _on in facet.values}
        for facet in client.get(LIBRARY).context["facets"]
    }
    assert counts["country"] == {"JP": 3, "FJ": 1}
    assert counts["year"] == {"2010": 1, "2008": 3}
    for bad in ("?year=x", "?year=99999", "?theme=%00", "?country=" + "x" * 500, "?language='"):
        assert client.get(LIBRARY + bad).status_code == 200


def test_the_export_is_the_filtered_list(client, coordinator, office):
    many(office, 2)
    ReportFactory(office=office, title="Hidden draft", countries=["JP"])
    client.force_login(coordinator)
    lines = b"".join(client.get(LIBRARY + "?country=JP&export=csv")).decode().splitlines()
    assert len(lines) == 3
    assert "Hidden" not in "".join(lines)


def test_the_page_of_a_report(client, officer, coordinator, office, plan):
    report = ready(office, officer, title="Hidden sums")
    address = report.get_absolute_url()
    client.force_login(coordinator)
    assert client.get(address).status_code == 404
    publish_report(report, by=officer)
    page = client.get(address)
    assert "study.docx" in page.text
    assert "What happened" not in page.text
    assert client.get(f"{address}?tab=past").context["tab"] == ""
    client.force_login(officer)
    assert "In review → Published" in client.get(f"{address}?tab=past").text


def test_a_donor_may_not_take_steps(client, office, officer):
    user = UserFactory(role=Role.DONOR, organisation=DonorFactory())
    report = ReportFactory(office=office, status="published", is_public=True)
    client.force_login(user)
    answer = client.get(reverse("reports:report-step", args=[report.handle, "withdraw"]))
    assert answer.status_code == 403
    missing = client.get(reverse("reports:report-step", args=[report.handle, "nonsense"]))
    assert missing.status_code == 404


def test_what_becomes_public_later_is_deposited(client, officer, office):
    report = publish_report(ready(office, officer), by=officer)
    client.force_login(officer)
    address = reverse("reports:report-edit", args=[report.handle])
    version = client.get(address).context["form"].fields["version"].initial
    answer = client.post(
        address,
        {
            "series": report.series_id,
            "number": report.number,
            "title": report.title,
            "summary": "Learnt.",
            "is_public": "on",
            "version": version,
        },
    )
    assert answer.status_code == 302
    report.refresh_from_db()
    assert report.deposited_at is not None
