"""What pillars show on each other's pages and on the desk: each line of it, in one query."""

import re
from datetime import date, timedelta
from decimal import Decimal
from html import unescape

import pytest
from django.contrib.contenttypes.models import ContentType
from django.utils import timezone

from rocb import markup
from rocb.models import StatusChange
from rocb.news import told_since
from rocb.panels import panels_on, waiting_for
from tests.factories.donors import (
    ActivityFactory,
    AgreementFactory,
    AllocationFactory,
    DonorReportFactory,
    FundingRequestFactory,
)
from tests.factories.missions import ExpertFactory, MissionFactory
from tests.factories.programmes import (
    AssistanceRequestFactory,
    EventFactory,
    InvitationFactory,
    NominationFactory,
    ResourcePersonFactory,
)
from tests.factories.reports import (
    AnnualReportFactory,
    CaseStudyFactory,
    ReportFactory,
    StrategicPlanFactory,
    WorkItemFactory,
)
from tests.factories.rocb import PersonFactory

pytestmark = pytest.mark.django_db
LONG_AGO = timezone.now() - timedelta(days=3000)


def words_on(client, user, url) -> str:
    client.force_login(user)
    text = unescape(re.sub(r"<[^>]+>", " ", client.get(url).content.decode()))
    return re.sub(r"\s+", " ", text.replace("\xa0", " "))


@pytest.fixture
def event(office, member, plan, officer, donor):
    """An event that every pillar has something to say about."""
    event = EventFactory(office=office, status="held", kind="accreditation", title="Audit seminar")
    MissionFactory(administration=member, event=event, starts_on=date(2026, 3, 2))
    expert = ExpertFactory(administration=member, person__given_name="Ana")
    expert.certifications.update(event=event)
    action = plan.actions.first()
    action.activities.add(event)
    paid = ActivityFactory(office=office, event=event)
    agreement = AgreementFactory(office=office, donor=donor.person.organisation.donor)
    AllocationFactory(agreement=agreement, activity=paid, amount=Decimal("30000.50"))
    AllocationFactory(agreement=agreement, activity=paid, kind="in_kind", amount=None, what="Hall")
    ReportFactory(title="Audit in small ports", status="published").related_events.add(event)
    WorkItemFactory(office=office, event=event, title="Teach auditors", carried_by=officer)
    return event


def test_every_pillar_has_its_say_on_an_event(
    client, event, office, officer, coordinator, donor, plan, django_assert_num_queries
):
    url, action = event.get_absolute_url(), plan.actions.first()
    amounts = "USD 30,000.50, Hall"
    words = words_on(client, officer, url)
    for part in (
        "Vanuatu, Phase I: diagnostic 2 Mar 2026",
        "Certified here Ana ",
        str(action),
        amounts,
        "Audit in small ports",
        "Teach auditors",
        "Allocate money of an agreement",
    ):
        assert part in words
    of_member = words_on(client, coordinator, url)
    assert donor.person.organisation.name in of_member
    assert "Hall" not in of_member
    assert amounts in words_on(client, donor, url)
    assert "Teach auditors" not in words_on(client, donor, url)
    panels_on("event", officer, event)  # from here on the officer's own office is known
    with django_assert_num_queries(1):
        panels_on("event", officer, event)


def step_on(record, step: str, target: str, by) -> None:
    kind = ContentType.objects.get_for_model(record)
    StatusChange.objects.create(
        content_type=kind, object_id=record.pk, step=step, source="x", target=target, by=by
    )


def test_what_changed_is_told_in_words_and_once(
    office, member, head, officer, coordinator, plan, matrix, django_assert_num_queries
):
    mission = MissionFactory(administration=member, starts_on=date(2026, 3, 2))
    event = EventFactory(office=office, title="Audit seminar", status="announced")
    invitation = InvitationFactory(event=event, administration=member)
    nominee = PersonFactory(given_name="Ana", family_name="Fono", organisation=member)
    nomination = NominationFactory(invitation=invitation, person=nominee)
    request = AssistanceRequestFactory(administration=member, title="Scanners")
    agreement = AgreementFactory(office=office, reference="T-1", title="Grant")
    asked = FundingRequestFactory(office=office, title="Money for ports")
    told = DonorReportFactory(agreement=agreement, until_on=date(2026, 6, 30))
    library = ReportFactory(title="Ports", status="published", office=office)
    strategy = StrategicPlanFactory(office=office, title="Plan to 2030")
    year = AnnualReportFactory(office=office, year=2025)
    for record, step, target in (
        (matrix, "submit", "submitted"),
        (plan, "submit", "submitted"),
        (mission, "accept", "accepted"),
        (event, "announce", "announced"),
        (invitation, "decline", "declined"),
        (nomination, "confirm", "confirmed"),
        (nomination, "wait", "waiting"),  # told by a mail
        (request, "assess", "assessed"),
        (agreement, "sign", "signed"),
        (asked, "send", "sent"),
        (told, "send", "sent"),
        (library, "publish", "published"),
        (library, "submit", "in_review"),  # not news before it is out
        (strategy, "adopt", "adopted"),
        (year, "issue", "issued"),
    ):
        step_on(record, step, target, coordinator)
    step_on(matrix, "accept", "accepted", head)  # the reader's own step
    CaseStudyFactory(administration=member, report=library, status="submitted")
    told_since(head, LONG_AGO)  # content types are known from here on
    with django_assert_num_queries(1):
        found = told_since(head, LONG_AGO)
    region = office.region.code
    by = coordinator.full_name
    assert {(text, url, who) for _at, text, url, who in found} == {
        (f"Vanuatu, {matrix.cycle.name}: Submit", matrix.get_absolute_url(), by),
        (f"Vanuatu, {plan.title}: Submit for endorsement", plan.get_absolute_url(), by),
        ("Vanuatu, mission 2 Mar 2026: Accept the request", mission.get_absolute_url(), by),
        ("Audit seminar: Announce", event.get_absolute_url(), by),
        ("Vanuatu, Audit seminar: Nobody can come", invitation.get_absolute_url(), by),
        ("Ana Fono, Audit seminar: Confirm", nomination.get_absolute_url(), by),
        ("Vanuatu, Scanners: Assess", request.get_absolute_url(), by),
        ("T-1 Grant: It is signed", agreement.get_absolute_url(), by),
        ("Money for ports: Send to the donor", asked.get_absolute_url(), by),
        ("Progress report 30 Jun 2026: Send to the donor", told.get_absolute_url(), by),
        ("New in the library: Ports", library.get_absolute_url(), by),
        ("Plan adopted: Plan to 2030", strategy.get_absolute_url(), by),
        ("Report issued: Annual report 2025/26", f"/reports/annual/2025/?office={region}", by),
        ("Vanuatu has sent a case for “Ports”", library.cases.get().get_absolute_url(), ""),
    }
    assert [at for at, *_rest in found] == sorted((at for at, *_rest in found), reverse=True)


def test_a_donor_reads_what_was_done_not_who_did_it(donor, officer, office):
    agreement = AgreementFactory(office=office, donor=donor.person.organisation.donor)
    step_on(agreement, "sign", "signed", officer)
    ((_at, text, _url, who),) = told_since(donor, LONG_AGO)
    assert (text, who) == (f"{agreement}: It is signed", "")


def test_what_waits_stands_in_boxes_with_the_most_urgent_first(
    office, member, officer, coordinator, django_assert_num_queries
):
    now = timezone.now()
    event = EventFactory(office=office, status="announced", title="Audit seminar",
                         starts_on=date(2027, 3, 1), ends_on=date(2027, 3, 5))  # fmt: skip
    invitation = InvitationFactory(event=event, administration=member, status="answered")
    for name, days in (("Late", 5), ("Soon", 1)):
        person = PersonFactory(given_name="", family_name=name, organisation=member)
        NominationFactory(invitation=invitation, person=person, status="offered",
                          offer_until=now + timedelta(days=days))  # fmt: skip
    NominationFactory(invitation=invitation)
    ResourcePersonFactory(event=event, person=coordinator.person, status="asked", asked_at=now)
    WorkItemFactory(office=office, title="Later", ends_on=date(2027, 6, 1), carried_by=officer)
    WorkItemFactory(office=office, title="Overdue", ends_on=date(2026, 9, 2), carried_by=officer)
    waiting_for(coordinator)
    with django_assert_num_queries(1):
        boxes = {str(label): tasks for label, tasks in waiting_for(coordinator)}
    assert [task["text"] for task in boxes["Seats on offer"]] == [
        "A seat is offered to Soon", "A seat is offered to Late"
    ]  # fmt: skip
    assert [task["text"] for task in boxes["You are asked to speak"]] == [
        "Will you speak at “Audit seminar”?"
    ]
    boxes = {str(label): tasks for label, tasks in waiting_for(officer)}
    assert [(task["text"], task["tag"]) for task in boxes["Your items of the work plan"]] == [
        ("Overdue", "overdue"), ("Later", "Planned")
    ]  # fmt: skip
    assert boxes["Nominees to select among"] == [
        {
            "text": "Audit seminar",
            "url": f"/programmes/events/{event.pk}/selection/",
            "tag": "1 nominee",
            "tone": "info",
            "by": markup.days(event.starts_on, event.ends_on),
        }
    ]
