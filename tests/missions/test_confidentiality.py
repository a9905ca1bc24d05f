"""What a reader must not learn by the back door: forms, search, trails, counts, mails."""

import re
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
    FindingFactory,
    MissionFactory,
    RecommendationFactory,
    TeamMemberFactory,
)
from tests.factories.programmes import ProgrammeFactory
from tests.factories.rocb import FrameworkFactory

pytestmark = pytest.mark.django_db
NOW = "2026-01-01T00:00Z"


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


def test_who_edits_an_action_keeps_the_advice_that_is_not_shown(
    client, coordinator, advice, draft, member
):
    """The office tied it to advice that the member has not been sent: it stays, and is not told."""
    known = RecommendationFactory(administration=member)
    action = ActionFactory(plan=draft, number="1", title="Scan")
    action.recommendations.set([advice, known])
    board = read(client, coordinator, reverse("missions:plan-board", args=[draft.pk]))
    assert "1 Scan" in board
    url = reverse("missions:action-edit", args=[action.pk])
    version = re.search(r'name="version"[^>]*?value="([^"]+)"', read(client, coordinator, url))[1]
    values = {"number": "1", "title": "Scan all", "support_needed": "none", "version": version}
    assert client.post(url, values).status_code == 302
    action.refresh_from_db()
    assert action.title == "Scan all"
    assert list(action.recommendations.all()) == [advice]
    board = read(client, coordinator, reverse("missions:plan-board", args=[draft.pk]))
    assert "1 Scan all" in board


def test_an_action_does_not_tell_the_advice_it_follows_before_the_member_has_it(
    client, coordinator, officer, advice, draft
):
    """Neither its page nor the list that counts the actions of a recommendation."""
    action = ActionFactory(plan=draft, title="Scan")
    action.recommendations.add(advice)
    counted = f"{reverse('missions:action-list')}?recommendation={advice.pk}"
    for user, is_told in ((officer, True), (coordinator, False)):
        assert ("R9" in read(client, user, action.get_absolute_url())) is is_told
        assert ("Scan" in read(client, user, counted)) is is_told
    actions.send_report(advice.mission, by=officer)
    assert "R9" in read(client, coordinator, action.get_absolute_url())
    assert "Scan" in read(client, coordinator, counted)


def test_the_register_does_not_tell_who_of_the_roster_was_there(
    client, coordinator, officer, unsent
):
    """A member sees its own experts on the roster; for others the list is as empty as for nobody."""
    expert = ExpertFactory()
    TeamMemberFactory(mission=unsent, person=expert.person, status="accepted")
    counted = f"{reverse('missions:mission-list')}?expert="
    assert unsent.get_absolute_url() in read(client, officer, f"{counted}{expert.pk}")
    asked = [f"{counted}{key}" for key in (expert.pk, 9999, 10**30, "x")]
    told = {unsent.get_absolute_url() in read(client, coordinator, one) for one in asked}
    assert told == {False}


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


def test_what_is_written_after_sending_waits_for_the_next_sending(
    client, coordinator, officer, advice
):
    mission = advice.mission
    actions.send_report(mission, by=officer)
    late = RecommendationFactory(
        administration=mission.administration, mission=mission, number="R10", text="Buy two."
    )
    found = FindingFactory(mission=mission, number=7, text="A second scanner is broken.")
    client.force_login(coordinator)
    for record in (late, found):
        rows = type(record).objects.visible_to(coordinator)
        assert (late in rows, found in rows) == (False, False)
    assert client.get(late.get_absolute_url()).status_code == 404
    page = reverse("missions:mission-detail", args=[mission.pk])
    assert "second scanner" not in read(client, coordinator, f"{page}?tab=findings")
    assert "second scanner" in read(client, officer, f"{page}?tab=findings")
    actions.finalise_report(mission, by=officer)
    assert client.get(late.get_absolute_url()).status_code == 200
    assert "second scanner" in read(client, coordinator, f"{page}?tab=findings")


@pytest.mark.parametrize(("resource", "field"), [("findings", "mission"), ("matrices", "cycle")])
def test_a_filter_does_not_tell_which_records_exist(
    client, other_coordinator, unsent, matrix, resource, field
):
    """A hidden record and one that does not exist are answered alike."""
    client.force_login(other_coordinator)
    hidden = {"mission": unsent.pk, "cycle": matrix.cycle_id}[field]
    answers = [
        client.get(f"/api/v1/{resource}/?{field}={pk}") for pk in (hidden, 987_654, "nonsense")
    ]
    assert [answer.status_code for answer in answers] == [200, 200, 400]
    assert answers[0].json() == answers[1].json() == {
        "count": 0, "next": None, "previous": None, "results": [],
    }  # fmt: skip


def test_input_is_looked_at_after_the_right(client, executive, member, officer):
    """Who may not write is refused alike, whatever is named in the input."""
    mission = MissionFactory(administration=member, status="member_comments", sent_at=NOW)
    finding = FindingFactory(mission=mission)
    client.force_login(executive)
    for pk in (finding.pk, 987_654, "nonsense"):
        note = {"kind": "recommendation", "area": 1, "text": "x", "findings": [pk]}
        answer = client.post(
            f"/api/v1/missions/{mission.pk}/notes/", note, content_type="application/json"
        )
        assert answer.status_code == 403


def test_a_key_of_another_mission_is_refused_in_words(client, officer, member, other_member):
    other = MissionFactory(administration=other_member, status="draft_report")
    mission = MissionFactory(administration=member, status="draft_report")
    theirs = FindingFactory(mission=other, key="6ba7b810-9dad-11d1-80b4-00c04fd430c8")
    client.force_login(officer)
    note = {"kind": "finding", "area": theirs.area_id, "text": "x", "key": str(theirs.key)}
    answer = client.post(
        f"/api/v1/missions/{mission.pk}/notes/", note, content_type="application/json"
    )
    assert (answer.status_code, mission.findings.count()) == (400, 0)


def test_what_was_sent_stays_what_the_member_reads_until_it_is_sent_anew(
    client, coordinator, officer, unsent
):
    area = DiagnosticAreaFactory()
    weak, odd = (
        FindingFactory(mission=unsent, number=number, text=words, area=area)
        for number, words in ((1, "Seals are weak."), (2, "Lamps are odd."))
    )
    advice = RecommendationFactory(
        administration=unsent.administration, mission=unsent, number="R1", text="Buy seals."
    )
    actions.prepare_areas(unsent)
    unsent.assessments.update(team_level=1)
    mission = actions.send_report(unsent, by=officer)
    findings = f"{mission.get_absolute_url()}?tab=findings"
    places = [findings, advice.get_absolute_url(), f"{findings}&page=1", "/search/?q=stolen",
              f"{mission.get_absolute_url()}?tab=visit", "/api/v1/recommendations/"]  # fmt: skip

    client.force_login(officer)
    for name, record, words in (
        ("finding-edit", weak, {"text": "Seals are stolen.", "area": area.pk}),
        ("recommendation-edit", advice, {"text": "Guard stolen seals.", "number": "R1",
         "administration": advice.administration_id, "priority": "high", "horizon": "short"}),
    ):  # fmt: skip
        url = reverse(f"missions:{name}", args=[record.pk])
        version = client.get(url).context["form"]["version"].value()
        answer = client.post(url, {**words, "version": version}, follow=True)
        assert "when the report is sent again" in answer.content.decode()
        assert "stolen" in client.get(url).context["form"]["text"].value()
    client.post(reverse("missions:finding-delete", args=[odd.pk]))
    unsent.assessments.update(team_level=4)

    for place in places[:2]:
        assert "stolen" in read(client, officer, place)
    assert "Struck out" in read(client, officer, findings)
    assert "stolen" in read(client, officer, reverse("missions:report-preview", args=[mission.pk]))
    shown = [read(client, coordinator, place) for place in places]
    assert [place for place, html in zip(places, shown, strict=True) if "stolen" in html] == [
        "/search/?q=stolen"  # the word that was asked for
    ]
    assert advice.get_absolute_url() not in shown[3]
    assert ("Lamps are odd" in shown[0], "Rewritten" in shown[0]) == (True, False)
    assert ("Planned" in shown[4], "Fully" in shown[4]) == (True, False)

    actions.finalise_report(mission, by=officer)
    assert "Seals are stolen." in read(client, coordinator, findings)
    assert "Lamps are odd" not in read(client, coordinator, findings)
    assert "Guard stolen seals." in read(client, coordinator, advice.get_absolute_url())
    assert "stolen" in str(mission.report_versions.get(number=2).content)
