"""Needs: visible by the member's consent alone, gone at once without it, and matched with reasons."""

from datetime import date
from decimal import Decimal

import pytest
from django.urls import reverse

from donors import actions
from donors.models import Agreement, Engagement, FundingRequest, Need
from missions.models import Action
from programmes.models import AssistanceRequest
from rocb.models import Mail, Theme
from rocb.outbox import send_waiting
from rocb.workflow import StepRefused
from tests.factories.donors import (
    AgreementFactory,
    AllocationFactory,
    FundingRequestFactory,
    NeedFactory,
    RateFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def shared(plan):
    action = plan.actions.first()
    action.is_shared, action.cost = True, Decimal(10_000)
    action.title, action.support_needed = "Introduce risk management at the ports", "expertise"
    action.save()
    return action


@pytest.fixture
def asked(member):
    return AssistanceRequest.objects.create(
        administration=member, title="Seminar on valuation", reason="A new valuation law"
    )


def html(client, user, name, *args, **query) -> str:
    client.force_login(user)
    return client.get(reverse(name, args=args), query).content.decode()


def everywhere(client, donor, kind, pk, words) -> dict[str, bool]:
    """Where a donor meets a need: board, its page, both exports, search, API list and record."""
    client.force_login(donor)
    board = reverse("donors:need-list" if kind == "action" else "donors:need-request-list")
    api = "needs" if kind == "action" else "request-needs"
    listed = client.get(f"/api/v1/{api}/").json()["results"]
    csv = b"".join(client.get(board, {"export": "csv"}).streaming_content).decode()
    fit = reverse("donors:donor-matches", args=[donor.organisation_id])
    results = client.get("/search/", {"q": words}).context["results"]
    return {
        "board": words in client.get(board).content.decode(),
        "page": client.get(reverse(f"donors:need-{kind}", args=[pk])).status_code == 200,
        "export": words in csv,
        "search": words in str(results),
        "api list": pk in [row["id"] for row in listed],
        "api record": client.get(f"/api/v1/{api}/{pk}/").status_code == 200,
        "matches": words in client.get(fit).content.decode(),
    }


def test_an_action_is_seen_by_consent_alone_and_gone_at_once(client, donor, coordinator, plan):
    action = plan.actions.first()
    action.title = "Valuation database"
    action.save()
    own = donor.person.organisation.donor
    own.themes.add(Theme.objects.get_or_create(code="valuation", defaults={"name": "Valuation"})[0])
    places = ("action", action.pk, "Valuation database")
    assert set(everywhere(client, donor, *places).values()) == {False}
    client.force_login(coordinator)
    client.post(reverse("missions:action-share", args=[action.pk]))
    assert set(everywhere(client, donor, *places).values()) == {True}
    client.force_login(coordinator)
    client.post(reverse("missions:action-share", args=[action.pk]))
    assert set(everywhere(client, donor, *places).values()) == {False}


def test_a_request_is_seen_by_consent_alone_and_gone_at_once(client, donor, coordinator, asked):
    own = donor.person.organisation.donor
    theme = Theme.objects.get_or_create(code="valuation", defaults={"name": "Valuation"})[0]
    own.themes.add(theme)
    asked.themes.add(theme)
    places = ("request", asked.pk, "Seminar on valuation")
    assert set(everywhere(client, donor, *places).values()) == {False}
    actions.share_request(asked, by=coordinator, is_shared=True)
    assert set(everywhere(client, donor, *places).values()) == {True}
    actions.share_request(asked, by=coordinator, is_shared=False)
    assert set(everywhere(client, donor, *places).values()) == {False}


def test_the_member_alone_shares_a_request(client, officer, other_coordinator, coordinator, asked):
    url = reverse("donors:need-share", args=[asked.pk])
    client.force_login(officer)
    assert client.post(url).status_code == 403
    client.force_login(other_coordinator)
    assert client.post(url).status_code == 404
    assert Need.objects.count() == 0


def test_a_closed_request_leaves_the_board(donor, coordinator, asked):
    actions.share_request(asked, by=coordinator, is_shared=True)
    AssistanceRequest.objects.filter(pk=asked.pk).update(status="withdrawn")
    assert Need.objects.visible_to(donor).count() == 0
    asked.refresh_from_db()
    with pytest.raises(StepRefused, match="nothing to share any more"):
        actions.share_request(asked, by=coordinator, is_shared=True)


def test_mail_of_a_need_that_is_not_shared_any_more_is_dropped(officer, donor, shared, smtp):
    own = donor.person.organisation.donor
    request = FundingRequestFactory(office=officer.person.organisation.office, donor=own)
    request.for_actions.add(shared)
    actions.send_request(request, by=officer)
    assert Mail.objects.get(template="funding_request_sent").status == "queued"
    Action.objects.filter(pk=shared.pk).update(is_shared=False)
    send_waiting()
    mail = Mail.objects.get(template="funding_request_sent")
    assert (mail.status, mail.last_error) == ("dropped", "What it was about has been settled.")
    assert smtp.to(donor.email) == []


def test_a_request_with_an_unshared_need_is_not_sent(officer, donor, plan):
    request = FundingRequestFactory(
        office=officer.person.organisation.office, donor=donor.person.organisation.donor
    )
    request.for_actions.add(plan.actions.first())
    with pytest.raises(StepRefused, match="not shared with donors by their members"):
        actions.send_request(request, by=officer)
    request.refresh_from_db()
    assert (request.status, Mail.objects.count()) == ("drafting", 0)


def test_a_sent_request_is_out_of_the_donors_sight_while_a_need_is_not_shared(
    client, donor, shared, office, officer
):
    request = FundingRequestFactory(
        office=office, donor=donor.person.organisation.donor, status="sent", title="Ports"
    )
    request.for_actions.add(shared)
    assert shared.title in html(client, donor, "donors:request-detail", request.pk)
    Action.objects.filter(pk=shared.pk).update(is_shared=False)
    assert client.get(request.get_absolute_url()).status_code == 404
    assert "Ports" not in html(client, donor, "donors:request-list")
    assert "Ports" not in html(client, donor, "donors:home")
    assert "Not shared with donors by their members" in html(
        client, officer, "donors:request-detail", request.pk
    )
    FundingRequest.objects.filter(pk=request.pk).update(status="in_discussion")
    FundingRequest.objects.filter(pk=request.pk).update(status="agreed")
    assert shared.title not in html(client, donor, "donors:request-detail", request.pk)


def on_board(client, user) -> list[int]:
    client.force_login(user)
    return [row["id"] for row in client.get("/api/v1/needs/").json()["results"]]


def test_a_need_that_is_paid_for_leaves_the_board(client, officer, office, shared):
    agreement = AgreementFactory(office=office)
    actions.allocate(agreement, shared, by=officer, amount=Decimal("9999.99"))
    assert on_board(client, officer) == [shared.pk]
    actions.allocate(agreement, shared, by=officer, amount=Decimal("0.01"))
    assert on_board(client, officer) == []


def test_what_is_promised_in_another_currency_counts_at_its_rate(client, officer, office, shared):
    agreement = AgreementFactory(office=office, currency="JPY", amount=Decimal(10_000_000))
    actions.allocate(agreement, shared, by=officer, amount=Decimal(2_000_000))
    assert on_board(client, officer) == [shared.pk]
    RateFactory(currency="JPY", on=date(2026, 1, 1), usd=Decimal("0.004"))
    assert on_board(client, officer) == [shared.pk]
    RateFactory(currency="JPY", on=date(2026, 2, 1), usd=Decimal("0.005"))
    assert on_board(client, officer) == []


def test_the_board_is_narrowed_by_words_theme_standard_and_member(
    client, officer, shared, other_member
):
    theme = Theme.objects.get_or_create(code="rm", defaults={"name": "Risk management"})[0]

    def rows(**query):
        client.force_login(officer)
        return client.get(reverse("donors:need-list"), query).context["count"]

    assert rows() == 1
    assert (rows(q="ports risk"), rows(q="valuation")) == (1, 0)
    assert rows(theme=theme.pk) == 1
    member = shared.plan.administration
    assert (rows(member=member.pk), rows(member=other_member.pk)) == (1, 0)


def test_a_match_says_its_reasons_and_ranks_by_them(client, officer, donor, other_donor, shared):
    good, bad = donor.person.organisation.donor, other_donor.person.organisation.donor
    good.name, bad.name = "Zeta Fund", "Alpha Fund"
    good.instruments = ["expertise"]
    good.save()
    bad.instruments = ["expertise"]
    bad.save()
    good.administrations.add(shared.plan.administration)
    good.themes.add(Theme.objects.get_or_create(code="rm", defaults={"name": "Risk management"})[0])
    client.force_login(officer)
    page = client.get(reverse("donors:need-action", args=[shared.pk]))
    assert [(one["donor"], one["points"], one["reasons"]) for one in page.context["matches"]] == [
        (
            "Zeta Fund",
            8,
            [
                "it cares for: Risk management",
                "Vanuatu is among the members that it helps",
                "it helps with: Experts",
            ],
        ),
        ("Alpha Fund", 2, ["it helps with: Experts"]),
    ]
    good.valid_until_on = date(2025, 1, 1)
    good.save()
    page = client.get(reverse("donors:need-action", args=[shared.pk]))
    assert [one["donor"] for one in page.context["matches"]] == ["Alpha Fund"]


def test_a_donor_reads_its_own_fit_and_nobody_elses(client, donor, other_donor, shared):
    for user in (donor, other_donor):
        own = user.person.organisation.donor
        own.instruments = ["expertise"]
        own.save()
    page = html(client, donor, "donors:need-action", shared.pk)
    assert donor.person.organisation.name in page
    assert other_donor.person.organisation.name not in page


def test_interest_of_a_donor_becomes_a_next_step(client, donor, officer, head, shared):
    client.force_login(donor)
    url = reverse("donors:need-interest", args=["action", shared.pk])
    client.post(url, {"message": "We could send an expert."})
    talk = Engagement.objects.get()
    assert (talk.kind, talk.next_step, talk.summary) == (
        "interest",
        "Answer the donor",
        "We could send an expert.",
    )
    told = set(Mail.objects.filter(template="donor_interested").values_list("person", flat=True))
    assert told == {officer.person_id, head.person_id}
    Action.objects.filter(pk=shared.pk).update(is_shared=False)
    assert client.post(url, {"message": "x"}).status_code == 404


def test_from_shared_action_to_agreement_without_retyping(client, officer, donor, shared):
    client.force_login(officer)
    own = donor.person.organisation.donor
    form = client.get(
        reverse("donors:request-create"), {"action": shared.pk, "donor": own.pk}
    ).context["form"]
    values = {
        name: form[name].value() for name in ("donor", "title", "amount", "currency", "for_actions")
    }
    assert values["amount"] == Decimal("10000.00")
    client.post(
        reverse("donors:request-create"),
        {
            **values,
            "purpose": "Help the ports.",
            "starts_on": "2026-01-01",
            "ends_on": "2026-12-31",
        },
    )
    request = FundingRequest.objects.get()
    for step in ("send", "discuss"):
        client.post(reverse("donors:request-step", args=[request.pk, step]), {})
    answer = client.post(reverse("donors:request-step", args=[request.pk, "agree"]), {})
    made = Agreement.objects.get()
    assert answer.headers["Location"] == made.get_absolute_url()
    assert (made.donor, made.title, made.purpose, made.amount, made.currency, made.status) == (
        own,
        shared.title,
        "Help the ports.",
        Decimal("10000.00"),
        "USD",
        "draft",
    )
    assert (made.starts_on, made.ends_on) == (date(2026, 1, 1), date(2026, 12, 31))


def test_a_donor_that_has_ended_is_asked_for_nothing(officer, office, donor):
    own = donor.person.organisation.donor
    own.valid_until_on = date(2025, 1, 1)
    own.save()
    request = FundingRequestFactory(office=office, donor=own)
    with pytest.raises(StepRefused, match="has ended"):
        actions.send_request(request, by=officer)


@pytest.mark.parametrize("count", [1, 30])
def test_the_board_and_the_matches_cost_the_same_however_many(
    client, officer, donor, office, plan, member, count, django_assert_max_num_queries
):
    from tests.factories.missions import ActionFactory

    own = donor.person.organisation.donor
    own.instruments = ["expertise"]
    own.save()
    agreement = AgreementFactory(office=office, donor=own)
    for _n in range(count):
        action = ActionFactory(plan=plan, is_shared=True, support_needed="expertise")
        asked = AssistanceRequest.objects.create(
            administration=member, title="Seminar", reason="x", kind="advice"
        )
        NeedFactory(request=asked)
    AllocationFactory(agreement=agreement)
    client.force_login(officer)
    ceilings = (
        (reverse("donors:need-list"), 8),
        (reverse("donors:need-request-list"), 8),
        (reverse("donors:donor-matches", args=[own.pk]), 8),
        (reverse("donors:need-action", args=[action.pk]), 8),
        (reverse("donors:need-request", args=[asked.pk]), 8),
        (f"{reverse('donors:request-create')}?action={action.pk}", 9),
    )
    for url, ceiling in ceilings:
        with django_assert_max_num_queries(ceiling):
            assert client.get(url).status_code == 200
