"""Plans, actions, recommendations, extension requests and cycles, as people use their pages."""

import re
from datetime import date, timedelta
from io import StringIO
from threading import Barrier, Thread

import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection, transaction
from django.test import Client
from django.urls import reverse

from missions import actions
from missions.models import Action, ActionPlan, Cycle, ExtensionRequest, Matrix, Recommendation
from rocb.models import Mail, StatusChange
from tests.factories.missions import (
    ActionFactory,
    ActionPlanFactory,
    CycleFactory,
    ExpertFactory,
    MissionFactory,
    RecommendationFactory,
    TeamMemberFactory,
)
from tests.factories.rocb import FrameworkFactory, StandardFactory

pytestmark = pytest.mark.django_db


def page(client, user, name, *args, **query):
    client.force_login(user)
    return client.get(reverse(f"missions:{name}", args=args), query)


def post(client, user, view, /, *args, follow=True, **data):
    client.force_login(user)
    return client.post(reverse(f"missions:{view}", args=args), data, follow=follow)


def test_a_plan_from_draft_into_force(client, coordinator, executive, officer, member):
    response = post(client, coordinator, "plan-create", title="Plan A", summary="")
    plan = ActionPlan.objects.get()
    assert plan.administration == member
    refused = post(client, coordinator, "plan-step", plan.pk, "submit")
    assert "A plan without actions cannot be submitted" in refused.content.decode()
    post(
        client, coordinator, "action-create", plan.pk, number="1", title="Draft the law",
        current_due_on="2027-06-30", support_needed="none", currency="USD",
    )  # fmt: skip
    post(client, coordinator, "plan-step", plan.pk, "submit")
    post(client, executive, "plan-step", plan.pk, "endorse")
    post(client, officer, "plan-step", plan.pk, "bring-into-force")
    plan.refresh_from_db()
    action = plan.actions.get()
    assert (plan.status, plan.endorsed_by) == ("in_force", executive)
    assert action.baseline_due_on == action.current_due_on == date(2027, 6, 30)
    steps = StatusChange.objects.of(plan).order_by("id").values_list("step", flat=True)
    assert list(steps) == ["submit", "endorse", "bring-into-force"]
    mails = Mail.objects.order_by("id").values_list("template", "person")
    assert list(mails) == [
        ("plan_submitted", executive.person_id),
        ("plan_endorsed", coordinator.person_id),
        ("plan_endorsed", officer.person_id),
        ("plan_in_force", coordinator.person_id),
        ("plan_in_force", executive.person_id),
    ]
    assert response.status_code == 200


def test_one_plan_in_force_at_a_time(client, officer, plan, member):
    second = ActionPlanFactory(administration=member, status="endorsed", title="Second")
    refused = post(client, officer, "plan-step", second.pk, "bring-into-force")
    assert "Another plan of this member is in force" in refused.content.decode()
    second.refresh_from_db()
    assert second.status == "endorsed"


def test_the_baseline_stays_even_against_sql(plan):
    action = plan.actions.first()
    Action.objects.filter(pk=action.pk).update(baseline_due_on=date(2027, 1, 1))
    with pytest.raises(DatabaseError, match="keep_baseline"), transaction.atomic():
        Action.objects.filter(pk=action.pk).update(baseline_due_on=date(2028, 1, 1))


def test_a_due_date_moves_only_by_request(client, coordinator, officer, plan):
    action = plan.actions.first()
    later = action.current_due_on + timedelta(days=90)
    early = post(
        client, coordinator, "action-extension", action.pk, new_due_on="2020-01-01", reason="x"
    )
    assert early.status_code == 422
    assert "Choose a day after the present due date." in early.content.decode()
    post(client, coordinator, "action-extension", action.pk, new_due_on=later, reason="Flood")
    request = ExtensionRequest.objects.get()
    again = post(
        client, coordinator, "action-extension", action.pk, new_due_on=later, reason="Flood"
    )
    assert "is already waiting for the office" in again.content.decode()
    denied = post(client, coordinator, "extension-step", request.pk, "approve", follow=False)
    assert denied.status_code == 403
    post(client, officer, "extension-step", request.pk, "approve")
    action.refresh_from_db()
    assert action.current_due_on == later
    assert list(Mail.objects.order_by("id").values_list("template", flat=True)) == [
        "extension_requested",
        "extension_decided",
    ]


def test_the_edit_form_of_a_plan_in_force_has_no_due_date(client, officer, plan):
    html = page(client, officer, "action-edit", plan.actions.first().pk).content.decode()
    assert 'name="current_due_on"' not in html


def test_who_saves_second_is_shown_both(client, officer, member):
    plan = ActionPlanFactory(administration=member, status="draft", title="First")
    url = reverse("missions:plan-edit", args=[plan.pk])
    client.force_login(officer)
    version = client.get(url).context["form"]["version"].value()
    ActionPlan.objects.get(pk=plan.pk).save()
    answer = client.post(url, {"title": "Mine", "summary": "", "version": version})
    assert answer.status_code == 409
    html = answer.content.decode()
    assert "Somebody saved this while you were writing" in html
    assert "<ins>Mine</ins>" in html
    plan.refresh_from_db()
    assert plan.title == "First"
    again = answer.context["form"]["version"].value()
    client.post(url, {"title": "Mine", "summary": "", "version": again})
    plan.refresh_from_db()
    assert plan.title == "Mine"


def test_the_member_alone_shares_an_action(client, coordinator, officer, donor, plan):
    action = plan.actions.first()
    assert page(client, donor, "action-detail", action.pk).status_code == 404
    assert post(client, officer, "action-share", action.pk).status_code == 403
    post(client, coordinator, "action-share", action.pk)
    html = page(client, donor, "action-detail", action.pk).content.decode()
    assert action.title in html
    hidden = ("Responsible", "What was reported", "Comments", "Files", plan.title)
    assert [word for word in hidden if word in html.split("<main")[1]] == []


def test_a_recommendation_is_answered_with_a_reason(client, coordinator, officer, member):
    standard = StandardFactory(framework=FrameworkFactory(is_default=True))
    post(
        client, officer, "recommendation-create", administration=member.pk, number="R1",
        text="Publish release times.", priority="high", horizon="short", standards=[standard.pk],
    )  # fmt: skip
    advice = Recommendation.objects.get()
    assert list(advice.standards.all()) == [standard]
    refused = post(client, coordinator, "recommendation-answer", advice.pk, answer="noted")
    assert "Say why it is not accepted as it stands." in refused.content.decode()
    post(
        client, coordinator, "recommendation-answer", advice.pk, answer="noted",
        answer_reason="Law first",
    )  # fmt: skip
    advice.refresh_from_db()
    assert (advice.answer, advice.answered_by) == ("noted", coordinator)


def test_a_cycle_says_first_what_opening_does(client, officer, coordinator, plan, other_member):
    ActionFactory(plan=ActionPlanFactory(administration=other_member))
    cycle = CycleFactory(office=officer.person.organisation.office)
    html = page(client, officer, "cycle-step", cycle.pk, "open").content.decode()
    assert "2 plans in force get their matrix" in html
    assert "1 person will get a mail." in html
    assert "Tonga" in html  # nobody there to write to
    assert Matrix.objects.count() == 0
    post(client, officer, "cycle-step", cycle.pk, "open")
    assert Matrix.objects.count() == 2
    html = page(client, officer, "cycle-detail", cycle.pk).content.decode()
    assert ("Vanuatu" in html, "Tonga" in html) == (True, True)


def test_a_plan_that_comes_later_is_made_up_for(client, officer, matrix, other_member):
    ActionFactory(plan=ActionPlanFactory(administration=other_member))
    html = page(client, officer, "cycle-detail", matrix.cycle_id).content.decode()
    assert "1 plan came into force since" in html
    post(client, officer, "cycle-step", matrix.cycle_id, "open")
    assert Matrix.objects.count() == 2


def test_a_member_sees_its_own_matrix_in_the_cycle(client, other_coordinator, matrix):
    html = page(client, other_coordinator, "cycle-detail", matrix.cycle_id).content.decode()
    assert "Vanuatu" not in html


def test_a_closed_cycle_takes_no_matrix(client, officer, coordinator, matrix):
    actions.report_nothing(matrix, by=coordinator, reason="Elections")
    post(client, officer, "cycle-step", matrix.cycle_id, "close")
    refused = post(client, coordinator, "matrix-step", matrix.pk, "submit")
    assert "The cycle is closed" in refused.content.decode()
    matrix.refresh_from_db()
    assert matrix.status == "draft"


def test_dates_out_of_order_are_refused(client, officer):
    framework = StandardFactory().framework
    answer = post(
        client, officer, "cycle-create", name="C", framework=framework.pk, opens_on="2027-05-01",
        due_on="2027-04-01", closes_on="2027-06-01",
    )  # fmt: skip
    assert answer.status_code == 422
    assert "a cycle opens, then falls due, then closes" in answer.content.decode()


def test_open_cycle_by_command_is_idempotent(office, head, plan, coordinator):
    framework = FrameworkFactory(is_default=True)
    StandardFactory.create_batch(2, framework=framework)
    out = StringIO()
    call_command("open_cycle", stdout=out)
    call_command("open_cycle", stdout=out)
    name = Cycle.objects.get().name
    assert out.getvalue().splitlines() == [
        f"{name}: 1 matrices, 1 of them new.",
        f"{name}: 1 matrices, 0 of them new.",
    ]
    assert Mail.objects.filter(template="cycle_opened").count() == 1
    with pytest.raises(CommandError, match="no cycle"):
        call_command("open_cycle", "Never")


@pytest.mark.parametrize(
    ("name", "queries"),
    [
        ("plan-list", 5),
        ("action-list", 5),
        ("recommendation-list", 5),
        ("extension-list", 5),
        ("cycle-list", 4),
        ("matrix-list", 6),
    ],
)
def test_lists_cost_the_same_however_long(
    client, officer, matrix, name, queries, django_assert_max_num_queries, member
):
    page(client, officer, name)
    for _turn in range(2):
        with django_assert_max_num_queries(queries):
            assert page_again(client, name).status_code == 200
        for number in range(30):
            RecommendationFactory(administration=member, number=f"X{_turn}{number}")
            ActionFactory(plan=matrix.plan)
            CycleFactory(office=officer.person.organisation.office)
            ActionPlanFactory(administration=member, status="closed")


def page_again(client, name):
    return client.get(reverse(f"missions:{name}"))


def test_a_list_is_exported_as_it_is_filtered(client, officer, plan):
    ActionFactory(plan=plan, title="=cmd()", status="implemented")
    response = page(client, officer, "action-list", status="implemented", export="csv")
    lines = b"".join(response.streaming_content).decode("utf-8-sig").splitlines()
    assert len(lines) == 2
    assert "'=cmd()" in lines[1]


def test_htmx_gets_the_rows_alone(client, officer, plan):
    client.force_login(officer)
    html = client.get(
        reverse("missions:action-list"), headers={"HX-Request": "true"}
    ).content.decode()
    assert html.startswith('<div id="rows">')


def test_the_entrance_counts_what_its_links_show(client, officer, matrix):
    ActionFactory(plan=matrix.plan, status="implemented")
    ActionFactory(plan=ActionPlanFactory(status="draft", administration=matrix.administration))
    tiles = page(client, officer, "home").context["tiles"]
    assert [(tile["number"], tile["text"]) for tile in tiles[:1]] == [
        ("1", "matrices not yet filed")
    ]
    for tile in tiles:
        answer = client.get(tile["url"])
        count = answer.context["count"]
        assert tile["number"] == str(count), tile


@pytest.mark.django_db(transaction=True)
def test_two_posts_of_one_number_are_one_action_and_one_sentence(member, coordinator):
    """A double click, or two people at once: the second waits, and is told that it is taken."""
    plan = ActionPlanFactory(administration=member, status="draft")
    start, answers = Barrier(2), []
    url = reverse("missions:action-create", args=[plan.pk])
    data = {
        "number": "77", "title": "Draft the law", "current_due_on": "2027-06-30",
        "support_needed": "none", "currency": "USD",
    }  # fmt: skip

    def send():
        client = Client()
        client.force_login(coordinator)
        start.wait(10)
        try:
            answers.append(client.post(url, data))
        finally:
            connection.close()

    threads = [Thread(target=send) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert sorted(answer.status_code for answer in answers) == [302, 422]
    told = next(answer for answer in answers if answer.status_code == 422)
    assert "number" in told.context["form"].errors or told.context["form"].non_field_errors()
    assert plan.actions.filter(number="77").count() == 1


def more_of(content: str, register: str) -> str:
    """Where “See all of them” leads; empty where nothing is left out."""
    found = re.search(rf'href="({reverse(register)}\?[^"]+)">See all of them', content)
    return found[1] if found else ""


def test_what_a_recommendation_does_not_show_is_one_link_away(
    client, coordinator, member, other_member
):
    advice = RecommendationFactory(administration=member)
    plan = ActionPlanFactory(administration=member)
    ActionFactory(plan=plan)  # for nothing in particular
    for action in ActionFactory.create_batch(12, plan=plan):
        action.recommendations.add(advice)
    content = page(client, coordinator, "recommendation-detail", advice.pk).content.decode()
    assert (content.count("Undertaking"), more_of(content, "missions:action-list")) == (12, "")
    last = ActionFactory(plan=plan, position=10_000, title="The thirteenth")
    last.recommendations.add(advice)
    elsewhere = ActionFactory(plan=ActionPlanFactory(administration=other_member))
    elsewhere.recommendations.add(advice)
    content = page(client, coordinator, "recommendation-detail", advice.pk).content.decode()
    assert "The thirteenth" not in content
    register = client.get(more_of(content, "missions:action-list")).content.decode()
    assert "13 actions" in register
    assert "The thirteenth" in register


def test_what_an_expert_page_does_not_show_is_one_link_away(client, officer, member):
    expert = ExpertFactory()
    first = date(2020, 1, 1)
    for number in range(13):
        mission = MissionFactory(
            administration=member,
            starts_on=first + timedelta(days=30 * number),
            ends_on=first + timedelta(days=30 * number + 5),
        )
        TeamMemberFactory(mission=mission, person=expert.person)
        if number == 0:
            TeamMemberFactory(mission=mission)  # somebody else
    ahead = MissionFactory(administration=member, starts_on=None, ends_on=None)
    TeamMemberFactory(mission=ahead, person=expert.person)
    declined = MissionFactory(administration=member)
    TeamMemberFactory(mission=declined, person=expert.person, status="declined")
    content = page(client, officer, "expert-detail", expert.pk).content.decode()
    shown = re.findall(r"/missions/(\d+)/\">", content)
    assert shown[0] == str(ahead.pk)  # what has no date yet is to come
    assert len(shown) == 12
    register = client.get(more_of(content, "missions:mission-list")).content.decode()
    assert "14 missions" in register
