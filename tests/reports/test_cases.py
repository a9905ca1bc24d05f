"""From the call for cases to the cases."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from reports.actions import call_for_cases, submit_case
from reports.models import CaseStudy
from reports.workflow import CASE, REPORT
from rocb.models import Mail, Reminder
from rocb.outbox import send_waiting
from rocb.reminders import remind
from rocb.workflow import StepRefused
from tests.factories.reports import ReportFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def study(office, officer):
    return ReportFactory(office=office, title="Release times", created_by=officer)


def call(study, by, members):
    return call_for_cases(
        study,
        by=by,
        call_text="How do you measure?",
        call_due_on=timezone.localdate() + timedelta(days=30),
        administrations=members,
    )


@pytest.fixture
def case(study, officer, coordinator, member):
    call(study, officer, [member])
    return CaseStudy.objects.get()


def test_a_call_asks_each_coordinator_once(study, officer, coordinator, member, other_member, smtp):
    study = call(study, officer, [member])
    study = REPORT.perform(study, "end-call", by=officer)
    call(study, officer, [member, other_member])
    send_waiting()
    (mail,) = smtp.to(coordinator.email)
    assert mail["Subject"] == "Your case for the study “Release times”"
    assert "How do you measure?" in mail.get_body(("plain",)).get_content()
    assert CaseStudy.objects.count() == 2


def test_a_call_to_nobody_is_refused(study, officer):
    with pytest.raises(StepRefused, match="nobody selected means nobody"):
        call(study, officer, [])
    study.refresh_from_db()
    assert study.status == "draft"


def test_the_form_of_the_call(client, study, officer, member):
    client.force_login(officer)
    address = reverse("reports:report-step", args=[study.handle, "call"])
    bad = client.post(address, {"call_text": "T", "call_due_on": "2001-01-01"})
    assert bad.status_code == 422
    assert "This day has passed." in bad.text
    assert "nobody selected means nobody" in bad.text
    day = timezone.localdate() + timedelta(days=30)
    fields = {"call_text": "T", "call_due_on": day, "members": [member.pk]}
    assert client.post(address, fields).status_code == 302
    assert CaseStudy.objects.get().administration == member


def test_a_case_is_written_with_files_and_handed_in(client, case, coordinator, officer):
    client.force_login(coordinator)
    with pytest.raises(StepRefused, match="Give the case a title"):
        submit_case(case, by=coordinator)
    address = reverse("reports:case-edit", args=[case.pk])
    version = client.get(address).context["form"].fields["version"].initial
    client.post(address, {"title": "Port Vila", "text": "We measured.", "version": version})
    upload = SimpleUploadedFile("times.csv", b"hour,minutes\n1,20\n")
    client.post(reverse("file-add", args=["reports.casestudy", case.pk]), {"file": upload})
    client.post(reverse("reports:case-step", args=[case.pk, "submit"]))
    case.refresh_from_db()
    assert (case.title, case.status) == ("Port Vila", "submitted")
    page = client.get(case.get_absolute_url())
    assert "times.csv" in page.text
    closed = client.get(address, follow=True)
    assert "It has been handed in" in closed.text
    assert Mail.objects.get(template="case_submitted").person == officer.person


def test_questions_and_thanks(case, coordinator, officer):
    CaseStudy.objects.update(title="T", text="X")
    case = CASE.perform(case, "submit", by=coordinator)
    with pytest.raises(StepRefused, match="Please write a comment"):
        CASE.perform(case, "return", by=officer)
    case = CASE.perform(case, "return", by=officer, comment="How many hours?")
    case = CASE.perform(case, "submit", by=coordinator)
    CASE.perform(case, "accept", by=officer)
    to_member = Mail.objects.filter(person=coordinator.person).order_by("pk")
    assert list(to_member.values_list("template", flat=True)) == [
        "case_asked", "case_returned", "case_accepted",
    ]  # fmt: skip


def test_cases_are_their_members_own(client, case, other_coordinator, donor, expert, secretariat):
    for user, status in ((other_coordinator, 404), (donor, 403), (expert, 403), (secretariat, 200)):
        client.force_login(user)
        assert client.get(case.get_absolute_url()).status_code == status
    client.force_login(other_coordinator)
    assert client.get("/api/v1/cases/").json()["count"] == 0
    assert "Release times" not in client.get(reverse("reports:case-list")).text


def test_members_are_reminded_until_they_answer(case, study, coordinator, officer):
    late = timezone.now() + timedelta(days=28)
    remind(late, at_once=True)
    assert Reminder.objects.filter(kind="case").count() == 1
    CASE.perform(case, "decline", by=coordinator, comment="We have none.")
    remind(late + timedelta(days=10), at_once=True)
    assert Reminder.objects.filter(kind="case").count() == 1


def test_the_end_of_a_call_ends_the_reminders(case, study, officer):
    study.refresh_from_db()
    REPORT.perform(study, "end-call", by=officer)
    remind(timezone.now() + timedelta(days=60), at_once=True)
    assert not Reminder.objects.filter(kind="case").exists()


def test_the_list_costs_the_same_with_many(
    client, office, officer, member, django_assert_max_num_queries
):
    def many(count):
        for _number in range(count):
            CaseStudy.objects.create(
                report=ReportFactory(office=office, status="calling"), administration=member
            )

    client.force_login(officer)
    many(1)
    client.get(reverse("reports:case-list"))
    with django_assert_max_num_queries(8) as first:
        client.get(reverse("reports:case-list"))
    many(30)
    with django_assert_max_num_queries(len(first.captured_queries)):
        assert "31 cases" in client.get(reverse("reports:case-list")).text
