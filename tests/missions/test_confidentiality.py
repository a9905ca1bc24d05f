"""What a reader must not learn by the back door: forms, search, trails, counts, mails."""

from datetime import date, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from donors.models import Donor
from missions import actions
from missions.models import Action
from missions.workflow import MISSION
from rocb.models import Attachment, Mail
from rocb.trail import add_file
from tests.factories.missions import (
    ActionFactory,
    ActionPlanFactory,
    DiagnosticAreaFactory,
    ExpertFactory,
    MissionFactory,
    RecommendationFactory,
    TeamMemberFactory,
)
from tests.factories.programmes import ProgrammeFactory
from tests.factories.rocb import FrameworkFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def unsent(member, officer):
    """A report that the team still writes."""
    return MissionFactory(
        administration=member,
        status="draft_report",
        situation="Scanners from the nineties.",
        officer=officer,
    )


@pytest.fixture
def advice(unsent):
    return RecommendationFactory(
        administration=unsent.administration, mission=unsent, number="R9", text="Buy no scanner."
    )


@pytest.fixture
def draft(member):
    return ActionPlanFactory(administration=member, status="draft")


def read(client, user, path) -> str:
    client.force_login(user)
    return client.get(path).content.decode()


def test_unsent_advice_is_no_choice_for_an_action(client, coordinator, officer, advice, draft):
    form = reverse("missions:action-create", args=[draft.pk])
    assert "Buy no scanner" not in read(client, coordinator, form)
    values = {"number": "1", "title": "Scan", "recommendations": [advice.pk]}
    assert client.post(form, values).status_code == 422
    assert not Action.objects.filter(plan=draft).exists()
    actions.send_report(advice.mission, by=officer)
    assert "Buy no scanner" in read(client, coordinator, form)


def test_before_and_after_wait_for_the_report(client, coordinator, officer, member):
    area = DiagnosticAreaFactory()
    before = MissionFactory(administration=member, status="closed", sent_at="2025-01-01T00:00Z")
    after = MissionFactory(administration=member, phase="3", before=before, status="draft_report")
    actions.prepare_areas(after)
    after.assessments.filter(area=area).update(team_level=3)
    page = reverse("missions:mission-detail", args=[after.pk])
    assert "Before and after" in read(client, officer, page)
    assert "Before and after" not in read(client, coordinator, page)


def test_an_expert_reads_no_draft_plan_beside_the_advice(client, expert, member, draft):
    mission = MissionFactory(administration=member, status="draft_report")
    TeamMemberFactory(mission=mission, person=expert.person, status="accepted")
    advice = RecommendationFactory(administration=member, mission=mission)
    ActionFactory(plan=draft, title="Secret so far").recommendations.add(advice)
    page = reverse("missions:recommendation-detail", args=[advice.pk])
    assert "Secret so far" not in read(client, expert, page)


def test_search_does_not_know_the_words_of_an_unsent_report(client, coordinator, unsent):
    address = unsent.get_absolute_url()
    assert address not in read(client, coordinator, "/search/?q=nineties")


def test_wordings_given_up_before_sending_stay_with_the_team(client, coordinator, officer, advice):
    for words in ("Dismiss the director.", "Buy no scanner."):
        advice.text = words
        advice.save()
    actions.send_report(advice.mission, by=officer)
    page = reverse("missions:recommendation-detail", args=[advice.pk])
    assert "Dismiss the director" in read(client, officer, page)
    assert "Dismiss the director" not in read(client, coordinator, page)


def test_cancelling_opens_nothing_that_was_closed(client, coordinator, officer, member):
    mission = MissionFactory(administration=member, status="terms_agreed")
    mission = MISSION.take(mission, "arrive", by=officer)
    file = add_file(mission, SimpleUploadedFile("notes.txt", b"Not for them"), by=officer)
    actions.cancel_mission(mission, by=officer, comment="Flood")
    client.force_login(coordinator)
    assert client.get(reverse("file", args=[file.pk])).status_code == 404
    client.force_login(officer)
    answer = client.get(reverse("file", args=[file.pk]))
    assert answer.status_code == 200
    answer.close()


def test_a_member_cannot_make_its_group_so_small_that_others_show(client, coordinator, officer):
    FrameworkFactory(is_default=True)
    assert "grouping" not in read(client, coordinator, reverse("missions:heat-map"))
    assert "grouping" in read(client, officer, reverse("missions:heat-map"))


def test_a_member_is_not_told_whom_the_office_asked(client, coordinator, officer, member):
    mission = MissionFactory(
        administration=member,
        status="accepted",
        starts_on=date.today() + timedelta(days=40),
        ends_on=date.today() + timedelta(days=44),
    )
    expert = ExpertFactory(administration=None)
    actions.ask(mission, expert, by=officer, role="observer")
    mail = Mail.objects.get(template="place_asked")
    page = reverse("member", args=[member.iso2.lower()]) + "?tab=sent"
    assert expert.person.full_name in read(client, officer, page)
    assert expert.person.full_name not in read(client, coordinator, page)
    assert not Mail.objects.visible_to(coordinator).filter(pk=mail.pk).exists()


@pytest.mark.parametrize("who", ["coordinator", "expert", "donor"])
def test_the_trail_of_a_programme_is_the_office_s(request, client, who):
    programme = ProgrammeFactory()
    client.force_login(request.getfixturevalue(who))
    path = reverse("file-add", args=["programmes.programme", programme.pk])
    file = SimpleUploadedFile("a.txt", b"Mine")
    assert client.post(path, {"file": file}).status_code == 404
    assert not Attachment.objects.exists()


def test_a_donor_does_not_fetch_the_office_s_files_on_it(client, donor, officer):
    record = Donor.objects.get(pk=donor.organisation_id)
    file = add_file(record, SimpleUploadedFile("a.txt", b"Our view"), by=officer)
    client.force_login(donor)
    assert client.get(reverse("file", args=[file.pk])).status_code == 404
    client.force_login(officer)
    answer = client.get(reverse("file", args=[file.pk]))
    assert answer.status_code == 200
    answer.close()


def test_what_has_no_trail_is_not_found(client, officer):
    client.force_login(officer)
    path = reverse("comment-add", args=["rocb.invitation", 1])
    assert client.post(path, {"text": "x"}).status_code == 404


def test_a_draft_never_leads_off_the_portal(client, officer):
    client.force_login(officer)
    answer = client.post(reverse("draft-save") + "?path=//evil.example/", {"a": "b"})
    assert answer.status_code == 400
