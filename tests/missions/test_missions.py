"""A mission from request to final report, as its people take it there."""

from datetime import date, timedelta
from io import BytesIO

import pikepdf
import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import DatabaseError, transaction
from django.urls import reverse
from django.utils import timezone
from docx import Document as WordFile

from missions import actions
from missions.actions.teams import token_of
from missions.models import (
    Finding,
    Mission,
    Recommendation,
    ReportRemark,
    ReportVersion,
    TeamMember,
)
from rocb.deadlines import deadlines
from rocb.models import DiagnosticArea, Framework, Mail, StatusChange
from rocb.outbox import send_waiting
from rocb.people import merge
from rocb.roles import Role
from rocb.workflow import StepRefused
from tests.factories.missions import (
    CertificationFactory,
    DiagnosticAreaFactory,
    ExpertFactory,
    FindingFactory,
    MissionFactory,
    RecommendationFactory,
    TeamMemberFactory,
)
from tests.factories.programmes import EventFactory
from tests.factories.rocb import PersonFactory, UserFactory

pytestmark = pytest.mark.django_db

SOON = date.today() + timedelta(days=40)


@pytest.fixture
def areas():
    return [DiagnosticAreaFactory(number=n) for n in range(1, 8)]


@pytest.fixture
def accepted(member, officer, areas):
    """Accepted, with dates a month ahead, and its seven areas."""
    mission = MissionFactory(
        administration=member,
        starts_on=SOON,
        ends_on=SOON + timedelta(days=9),
        languages=["en"],
        objectives="Where do we stand?",
    )
    return actions.accept_mission(mission, by=officer)


@pytest.fixture
def written(member, officer, areas):
    """The visit has ended; two findings and a situation are there, no advice yet."""
    mission = MissionFactory(
        administration=member,
        status="draft_report",
        situation="Paper everywhere.\n\nOne scanner works.",
        officer=officer,
    )
    FindingFactory(mission=mission, number=1, area=areas[3])
    FindingFactory(mission=mission, number=2, area=areas[3], text="No audit after release.")
    return mission


@pytest.fixture
def sent(written, officer):
    RecommendationFactory(
        administration=written.administration, mission=written, number="R1", area_id=None
    )
    return actions.send_report(written, by=officer)


def page(client, user, name, *args, **query):
    client.force_login(user)
    return client.get(reverse(f"missions:{name}", args=args), query)


def post(client, user, view, /, *args, **data):
    client.force_login(user)
    return client.post(reverse(f"missions:{view}", args=args), data, follow=True)


def text(response) -> str:
    return response.content.decode()


def sent_mails(template: str) -> list[int]:
    rows = Mail.objects.filter(template=template).order_by("person_id")
    return list(rows.values_list("person_id", flat=True))


def test_a_member_asks_and_the_office_accepts(
    client, coordinator, executive, officer, member, areas
):
    response = post(
        client, coordinator, "mission-create", phase="1", kind="full",
        objectives="A new system is coming.", languages=["en"], areas=[areas[1].pk, areas[3].pk],
    )  # fmt: skip
    mission = Mission.objects.get()
    assert response.redirect_chain[-1][0] == mission.get_absolute_url()
    assert (mission.administration, mission.status) == (member, "requested")
    assert sent_mails("mission_requested") == [officer.person_id]
    post(client, officer, "mission-step", mission.pk, "accept")
    mission.refresh_from_db()
    assert (mission.status, mission.officer) == ("accepted", officer)
    numbers = mission.assessments.values_list("area__number", flat=True)
    assert list(numbers) == [2, 4]
    assert sent_mails("mission_accepted") == sorted([coordinator.person_id, executive.person_id])


def test_two_missions_on_the_same_days_have_to_be_meant(client, officer, member, areas):
    Framework.objects.get_or_create(code="SAFE", edition="2025", defaults={"name": "SAFE"})
    MissionFactory(administration=member, starts_on=SOON, ends_on=SOON + timedelta(days=9))
    values = {
        "administration": member.pk, "phase": "1", "kind": "full", "lead": "office",
        "starts_on": (SOON + timedelta(days=5)).isoformat(),
        "ends_on": (SOON + timedelta(days=12)).isoformat(),
    }  # fmt: skip
    refused = post(client, officer, "mission-create", **values)
    assert refused.status_code == 422
    assert "Another mission is there on these days" in text(refused)
    post(client, officer, "mission-create", **values, is_overlap_meant="on")
    assert Mission.objects.count() == 2


def test_the_team_needs_a_leader_who_has_accepted(accepted, officer):
    expert = ExpertFactory()
    with pytest.raises(StepRefused, match="no leader"):
        actions.select_team(accepted, by=officer)
    place = actions.ask(accepted, expert, by=officer, role="leader")
    with pytest.raises(StepRefused, match="has not answered yet"):
        actions.select_team(accepted, by=officer)
    actions.accept_place(place)
    assert actions.select_team(accepted, by=officer).status == "team_selected"


@pytest.mark.parametrize(
    ("make", "reason"),
    [
        (lambda m: ExpertFactory(administration=m.administration), "own administration"),
        (lambda m: ExpertFactory(certified=False), "holds no certificate"),
        (
            lambda m: ExpertFactory(certified__expires_on=m.ends_on - timedelta(days=1)),
            "before the mission ends",
        ),
        (lambda m: ExpertFactory(languages=["fr"]), "speaks none of: English"),
        (lambda m: ExpertFactory(is_active=False), "not on the active roster"),
    ],
)
def test_who_cannot_be_asked(accepted, officer, make, reason):
    with pytest.raises(ValidationError, match=reason):
        actions.ask(accepted, make(accepted), by=officer, role="expert")
    assert TeamMember.objects.count() == 0


def test_nobody_is_on_two_missions_at_once(accepted, officer):
    expert = ExpertFactory()
    other = MissionFactory(starts_on=SOON + timedelta(days=9), ends_on=SOON + timedelta(days=20))
    TeamMemberFactory(mission=other, person=expert.person, status="asked")
    with pytest.raises(ValidationError, match=f"mission to {other.administration.country_name}"):
        actions.ask(accepted, expert, by=officer, role="expert")
    Mission.objects.filter(pk=other.pk).update(starts_on=SOON + timedelta(days=10))
    assert actions.ask(accepted, expert, by=officer, role="expert").status == "asked"


def test_an_expired_certificate_still_lets_somebody_observe(accepted, officer):
    expert = ExpertFactory(certified=False)
    assert actions.ask(accepted, expert, by=officer, role="observer").role == "observer"


def test_there_is_one_leader(accepted, officer):
    actions.ask(accepted, ExpertFactory(), by=officer, role="leader")
    with pytest.raises(ValidationError, match="has the leader's place"):
        actions.ask(accepted, ExpertFactory(), by=officer, role="leader")


def test_the_link_is_answered_without_signing_in(client, accepted, officer):
    place = actions.ask(accepted, ExpertFactory(), by=officer, role="expert")
    url = reverse("missions:place-answer", args=[token_of(place)])
    client.logout()
    assert "Will you join this mission?" in text(client.get(url))
    refused = client.post(url, {"answer": "decline"})
    assert (refused.status_code, "why you cannot come" in text(refused)) == (422, True)
    client.post(url, {"answer": "decline", "comment": "Exams at home."})
    place.refresh_from_db()
    assert place.status == "declined"
    assert StatusChange.objects.of(place).get().comment == "Exams at home."
    assert sent_mails("place_declined") == [officer.person_id]
    assert client.get(url).status_code == 410
    assert client.post(url, {"answer": "accept"}).status_code == 410


def test_the_mail_carries_the_link_and_the_table_does_not(client, accepted, officer, mailoutbox):
    place = actions.ask(accepted, ExpertFactory(), by=officer, role="leader", answer_by=SOON)
    send_waiting()
    (mail,) = [m for m in mailoutbox if m.to == [place.person.email]]
    # Signed at the moment of sending: a second later it would read otherwise.
    path = reverse("missions:place-answer", args=["TOKEN"]).removesuffix("TOKEN/")
    token = mail.body.split(path)[1].split("/")[0]
    row = Mail.objects.get(template="place_asked")
    assert token not in f"{row.context}{row.body}"
    assert client.get(f"{path}{token}/").status_code == 200


def test_each_answer_is_told(accepted, officer):
    for role in ("leader", "expert"):
        actions.accept_place(actions.ask(accepted, ExpertFactory(), by=officer, role=role))
    assert sent_mails("place_accepted") == [officer.person_id] * 2


def test_asking_again_voids_the_first_link(client, accepted, officer):
    place = actions.ask(accepted, ExpertFactory(), by=officer, role="reserve")
    assert sent_mails("place_asked") == []
    place = actions.ask_reserve(place, by=officer)
    first = token_of(place)
    TeamMember.objects.filter(pk=place.pk).update(asked_at=timezone.now())
    assert actions.place_behind(first) is None
    assert actions.place_behind("nonsense") is None


def test_a_question_about_a_cancelled_mission_is_not_sent(accepted, officer, mailoutbox):
    place = actions.ask(accepted, ExpertFactory(), by=officer, role="expert")
    actions.release_place(place, by=officer, comment="The team is smaller now.")
    send_waiting()
    templates = [m.subject for m in mailoutbox if m.to == [place.person.email]]
    assert len(templates) == 1
    assert "Your place on the mission" in templates[0]


def test_the_matcher_page_asks_a_team_in_one_step(client, accepted, officer):
    best = [ExpertFactory() for _ in range(4)]
    far = ExpertFactory(languages=["fr"])
    content = text(page(client, officer, "mission-team", accepted.pk))
    assert content.index(str(best[0])) < content.index(str(far))
    assert "speaks none of: English" in content
    chosen = {
        f"r-{best[0].pk}": "leader",
        f"r-{best[1].pk}": "expert",
        f"r-{best[2].pk}": "reserve",
    }
    response = post(client, officer, "mission-team", accepted.pk, **chosen)
    assert "2 people have been asked." in text(response)
    roles = accepted.team.order_by("pk").values_list("role", "status")
    assert list(roles) == [("leader", "asked"), ("expert", "asked"), ("expert", "reserve")]


def test_one_who_cannot_come_keeps_everybody_from_being_asked(client, accepted, officer):
    good, bad = ExpertFactory(), ExpertFactory(certified=False)
    chosen = {f"r-{good.pk}": "leader", f"r-{bad.pk}": "expert"}
    response = post(client, officer, "mission-team", accepted.pk, **chosen)
    assert response.status_code == 422
    assert "holds no certificate" in text(response)
    assert "Nobody has been asked yet" in text(response)
    assert (accepted.team.count(), sent_mails("place_asked")) == (0, [])


def test_terms_before_agreement(accepted, officer, coordinator):
    actions.accept_place(actions.ask(accepted, ExpertFactory(), by=officer, role="leader"))
    ready = actions.select_team(accepted, by=officer)
    with pytest.raises(StepRefused, match="no terms of reference"):
        actions.agree_terms(ready, by=coordinator)
    Mission.objects.filter(pk=ready.pk).update(terms="See both ports.")
    ready.refresh_from_db()
    agreed = actions.agree_terms(ready, by=coordinator)
    assert agreed.status == "terms_agreed"
    with pytest.raises(StepRefused, match="The visit begins on"):
        actions.arrive(agreed, by=officer)


def test_the_database_knows_the_steps_too(accepted):
    with pytest.raises(DatabaseError), transaction.atomic():
        Mission.objects.filter(pk=accepted.pk).update(status="final")


def test_a_cancelled_mission_tells_everybody_once(accepted, officer, coordinator, executive):
    place = actions.ask(accepted, ExpertFactory(), by=officer, role="leader")
    reserve = actions.ask(accepted, ExpertFactory(), by=officer, role="reserve")
    actions.cancel_mission(accepted, by=officer, comment="Elections.")
    told = {coordinator.person_id, executive.person_id, place.person_id}
    assert set(sent_mails("mission_cancelled")) == told
    assert reserve.person_id not in told


def test_a_report_without_recommendation_is_not_sent(written, officer):
    with pytest.raises(StepRefused, match="no recommendation"):
        actions.send_report(written, by=officer)
    RecommendationFactory(administration=written.administration, mission=written)
    Mission.objects.filter(pk=written.pk).update(situation="")
    with pytest.raises(StepRefused, match="does not describe the situation"):
        actions.send_report(written, by=officer)
    Mission.objects.filter(pk=written.pk).update(situation="Paper.")
    with pytest.raises(ValidationError, match="after today"):
        actions.send_report(written, by=officer, comments_due_on=date.today())
    assert ReportVersion.objects.count() == 0


def test_the_member_reads_findings_when_the_draft_is_sent(client, written, coordinator, officer):
    advice = RecommendationFactory(administration=written.administration, mission=written)
    hidden = page(client, coordinator, "mission-detail", written.pk, tab="findings")
    assert "No audit after release" not in text(hidden)
    assert page(client, coordinator, "recommendation-detail", advice.pk).status_code == 404
    assert not Finding.objects.visible_to(coordinator).exists()
    assert "audit" not in text(client.get("/search/?q=audit")).split("<main")[1].split("value=")[0]
    actions.send_report(written, by=officer)
    shown = page(client, coordinator, "mission-detail", written.pk, tab="findings")
    assert "No audit after release" in text(shown)
    assert page(client, coordinator, "recommendation-detail", advice.pk).status_code == 200


def test_a_version_once_sent_never_changes(sent, officer):
    version = sent.report_versions.get()
    assert version.content["areas"][0]["findings"][1]["text"] == "No audit after release."
    with pytest.raises(DatabaseError), transaction.atomic():
        ReportVersion.objects.filter(pk=version.pk).update(content={})
    Finding.objects.filter(number=2).update(text="Audit has begun.")
    version.refresh_from_db()
    assert version.content["areas"][0]["findings"][1]["text"] == "No audit after release."


def test_a_sent_report_is_read_in_french_whoever_sent_it(client, written, officer, areas):
    member = written.administration
    member.country_name_fr, areas[3].title_fr = "Vanouatou", "Procédures douanières"
    member.save()
    areas[3].save()
    RecommendationFactory(administration=member, mission=written, number="R1", area=areas[3])
    actions.send_report(written, by=officer)
    client.force_login(officer)
    for language, name, title in (
        ("fr", "Vanouatou", "Procédures douanières"),
        ("en", "Vanuatu", areas[3].title_en),
    ):
        head = {"Accept-Language": language}
        shown = client.get(reverse("missions:report-version", args=[written.pk, 1]), headers=head)
        address = reverse("missions:report-file", args=[written.pk, 1, "docx"])
        word = WordFile(BytesIO(client.get(address, headers=head).content))
        body = "\n".join(part.text for part in word.paragraphs)
        for said in (shown.text, body):
            assert (name in said, title in said) == (True, True)
        assert ("Vanouatou" in body) == (language == "fr")


def test_comments_and_replies_before_the_final_report(client, sent, coordinator, officer):
    version = sent.report_versions.get()
    args = (sent.pk, version.number)
    post(client, coordinator, "report-version", *args, anchor="situation-2", text="Two work now.")
    post(client, coordinator, "report-version", *args, anchor="R1", text="Agreed.")
    unknown = post(client, coordinator, "report-version", *args, anchor="situation-9", text="?")
    assert "no such place" in text(unknown)
    assert sent_mails("report_remarked") == [officer.person_id]  # one a day, not one a comment
    with pytest.raises(StepRefused, match="2 comments of the member have no reply"):
        actions.finalise_report(sent, by=officer)
    for remark in ReportRemark.objects.all():
        post(client, officer, "remark-reply", remark.pk, text="Thank you.")
    final = actions.finalise_report(sent, by=officer)
    assert (final.status, final.report_versions.count()) == ("final", 2)
    late = post(client, coordinator, "report-version", *args, anchor="R1", text="One more.")
    assert "Comments are not open" in text(late)


def test_the_office_does_not_comment_for_the_member(sent, officer, other_coordinator):
    version = sent.report_versions.get()
    for user in (officer, other_coordinator):
        with pytest.raises(PermissionDenied):
            actions.remark(version, by=user, anchor="R1", text="Mine.")


def test_the_report_as_pdf_and_word(client, sent, coordinator):
    args = (sent.pk, 1)
    pdf = page(client, coordinator, "report-file", *args, "pdf").content
    with pikepdf.open(BytesIO(pdf)) as file:
        assert file.Root.MarkInfo.Marked
        assert "/StructTreeRoot" in file.Root
    word = WordFile(BytesIO(page(client, coordinator, "report-file", *args, "docx").content))
    words = "\n".join(p.text for p in word.paragraphs)
    assert "Paper everywhere." in words
    cells = {cell.text for table in word.tables for row in table.rows for cell in row.cells}
    assert {"No audit after release.", "Introduce risk management at the main ports."} <= cells
    assert page(client, coordinator, "report-file", *args, "exe").status_code == 404


def test_letters_that_the_pdf_cannot_show_are_named(client, written, officer):
    Mission.objects.filter(pk=written.pk).update(situation="Well done 🙂")
    response = page(client, officer, "report-preview", written.pk, **{"as": "pdf"})
    assert response.status_code == 302
    again = client.get(response.headers["Location"])
    assert "cannot show these letters" in text(again)


def test_an_evaluation_stands_beside_the_state_before(client, member, officer, areas):
    before = MissionFactory(administration=member, status="closed")
    after = MissionFactory(
        administration=member, phase="3", before=before, status="draft_report",
        starts_on=date(2026, 9, 1), ends_on=date(2026, 9, 8),
    )  # fmt: skip
    for mission, level in ((before, 1), (after, 3)):
        actions.prepare_areas(mission)
        mission.assessments.filter(area=areas[0]).update(team_level=level)
    content = text(page(client, officer, "mission-detail", after.pk))
    row = content.split("1 Area 1")[1].split("</tr>")[0]
    assert "1 Planned" in row
    assert "3 Largely implemented" in row
    post(client, officer, "team-view", after.pk, **{f"a{areas[0].pk}-team_level": "4"})
    assert before.assessments.get(area=areas[0]).team_level == 1
    assert after.assessments.get(area=areas[0]).team_level == 4


def test_the_self_assessment_is_sent_when_it_is_complete(
    client, accepted, coordinator, officer, areas
):
    values = {f"a{area.pk}-level": "2" for area in areas[:6]}
    early = post(client, coordinator, "assessment", accepted.pk, **values, send="1")
    assert "These areas have no level yet: 7 Area 7" in text(early)
    values[f"a{areas[6].pk}-level"] = "0"
    values[f"a{areas[6].pk}-situation"] = "No unit for integrity yet."
    post(client, coordinator, "assessment", accepted.pk, **values, send="1")
    accepted.refresh_from_db()
    assert accepted.assessed_at is not None
    assert accepted.assessments.get(area=areas[6]).situation == "No unit for integrity yet."
    assert sent_mails("mission_assessed") == [officer.person_id]


def test_an_appointment_is_within_the_visit(client, accepted, officer):
    day = accepted.ends_on + timedelta(days=1)
    refused = post(client, officer, "agenda-create", accepted.pk, on=day.isoformat(), title="Port")
    assert "The visit lasts from" in text(refused)
    post(
        client, officer, "agenda-create", accepted.pk, on=accepted.ends_on.isoformat(), title="Port"
    )
    item = accepted.agenda.get()
    post(client, officer, "agenda-delete", item.pk)
    assert accepted.agenda.count() == 0


@pytest.fixture
def on_team(written):
    """An expert with a sign-in who is on the mission, and belongs to nobody of the cast."""
    user = UserFactory(role=Role.EXPERT)
    ExpertFactory(person=user.person, administration=None)
    TeamMemberFactory(mission=written, person=user.person)
    return user


def test_the_team_sees_its_own_mission_and_nothing_else(
    client, written, on_team, expert, matrix, plan
):
    other = MissionFactory()
    seen = Mission.objects.visible_to(on_team)
    assert list(seen) == [written]
    assert list(Mission.objects.visible_to(expert)) == []
    assert page(client, on_team, "mission-detail", written.pk, tab="findings").status_code == 200
    assert page(client, on_team, "mission-detail", other.pk).status_code == 404
    assert page(client, on_team, "plan-detail", plan.pk).status_code == 404
    plan.mission = written
    plan.save()
    assert page(client, on_team, "plan-detail", plan.pk).status_code == 200
    assert page(client, on_team, "matrix-detail", matrix.pk).status_code == 200


def test_who_has_declined_sees_nothing(written, on_team):
    TeamMember.objects.filter(person=on_team.person).delete()
    TeamMemberFactory(mission=written, person=on_team.person, status="declined")
    assert not Mission.objects.visible_to(on_team).exists()
    assert not Recommendation.objects.visible_to(on_team).exists()


def test_a_coordinator_on_a_team_abroad_writes_there_and_only_there(
    client, written, other_coordinator, member, coordinator
):
    TeamMemberFactory(mission=written, person=other_coordinator.person)
    assert page(client, other_coordinator, "mission-field", written.pk).status_code == 200
    assert page(client, coordinator, "mission-field", written.pk).status_code == 403
    own = MissionFactory(administration=member, status="in_country")
    assert page(client, other_coordinator, "mission-field", own.pk).status_code == 404


def test_certificates_awarded_at_a_workshop(client, officer, office):
    event = EventFactory(office=office, kind="accreditation", status="held")
    region = office.region
    experts = [ExpertFactory(certified=False, administration__region=region) for _ in range(2)]
    post(
        client, officer, "expert-award", event=event.pk, scheme="facilitator", stage="accredited",
        experts=[expert.pk for expert in experts], expires_on="2031-03-06",
    )  # fmt: skip
    found = [expert.certifications.get() for expert in experts]
    assert [(c.awarded_on, c.expires_on, c.event) for c in found] == [
        (event.ends_on, date(2031, 3, 6), event)
    ] * 2


def test_an_expert_keeps_the_own_profile(client, officer):
    user = UserFactory(role=Role.EXPERT)
    expert = ExpertFactory(person=user.person, administration=None)
    other = ExpertFactory()
    assert page(client, user, "expert-mine").headers["Location"] == expert.get_absolute_url()
    content = text(page(client, user, "expert-edit", expert.pk))
    assert 'name="is_active"' not in content
    version = expert.updated_at.isoformat()
    post(client, user, "expert-edit", expert.pk, languages=["en", "fr"], version=version)
    expert.refresh_from_db()
    assert expert.languages == ["en", "fr"]
    assert page(client, user, "expert-detail", other.pk).status_code == 404
    post(client, user, "absence-create", expert.pk, from_on="2027-01-01", until_on="2027-01-31")
    assert expert.absences.count() == 1


def test_the_roster_finds_who_is_free(client, officer, office):
    region = office.region
    busy, away, free = (ExpertFactory(administration__region=region) for _ in range(3))
    TeamMemberFactory(
        mission=MissionFactory(starts_on=SOON, ends_on=SOON), person=busy.person, status="asked"
    )
    away.absences.create(from_on=SOON, until_on=SOON)
    content = text(
        page(
            client, officer, "expert-list", free_from=SOON.isoformat(), free_until=SOON.isoformat()
        )
    )
    names = [one.person.family_name in content for one in (busy, away, free)]
    assert names == [False, False, True]


def test_expiring_certificates_are_a_deadline_until_renewed(officer, member):
    expert = ExpertFactory(administration=member, certified__expires_on=date(2027, 1, 31))
    kind = deadlines["certificate"]
    assert [row.owed_on for row in kind.owed()] == [date(2027, 1, 31)]
    CertificationFactory(
        expert=expert, stage="recognised", awarded_on=date(2026, 6, 1), expires_on=date(2031, 6, 1)
    )
    assert [row.owed_on for row in kind.owed()] == [date(2031, 6, 1)]


def test_what_a_mission_owes_at_each_stage(accepted, officer):
    def owed(key):
        return [row.owed_on for row in deadlines[key].owed()]

    assert owed("assessment") == [SOON - timedelta(days=14)]
    MissionFactory(status="in_country", administration=accepted.administration)
    assert owed("mission-report") == [date(2026, 4, 10)]
    MissionFactory(status="member_comments", comments_due_on=date(2026, 5, 1))
    assert (owed("report-comments"), owed("report-final")) == (
        [date(2026, 5, 1)],
        [date(2026, 5, 15)],
    )
    final = MissionFactory(status="final", final_on=date(2026, 6, 1))
    assert owed("answers") == []
    RecommendationFactory(administration=final.administration, mission=final)
    assert owed("answers") == [date(2026, 7, 31)]


def test_a_person_merged_keeps_the_places(officer, office, accepted):
    """The contact book's merge moves places and the roster's row like everything else."""
    keep, lose = PersonFactory(organisation=None), PersonFactory(organisation=None)
    expert = ExpertFactory(person=lose, administration=None)
    TeamMemberFactory(mission=accepted, person=lose)
    merge(keep, lose, by=officer)
    expert.refresh_from_db()
    assert expert.person == keep
    assert accepted.team.get().person == keep
    assert DiagnosticArea.objects.count() == 7
