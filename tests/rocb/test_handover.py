"""All open work of one colleague moves to another in one step."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.urls import reverse
from django.utils import timezone

from rocb.handover import hand_over, works_of
from rocb.models import Administration, Comment, Mail
from rocb.roles import Role
from rocb.trail import history_of
from tests.factories.missions import MissionFactory
from tests.factories.rocb import AdministrationFactory, OfficeFactory, RegionFactory, UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def successor(office):
    return UserFactory(role=Role.OFFICER, organisation=office)


def test_the_members_in_charge_of_move_with_the_note(
    officer, successor, head, member, other_member
):
    assert [number for _kind, number in works_of(officer)][:1] == [1]
    moved = hand_over(officer, successor, by=head, note="Ask for the valuation unit.")
    assert moved["administrations"] == 1
    member.refresh_from_db()
    other_member.refresh_from_db()
    assert (member.officer, other_member.officer) == (successor, None)
    comment = Comment.objects.get(object_id=member.pk)
    assert comment.is_internal
    assert comment.text.endswith("Ask for the valuation unit.")
    mail = Mail.objects.get()
    assert (mail.person_id, mail.template) == (successor.person_id, "handover")
    assert [event.officer_id for event in history_of(member).order_by("pgh_id")][-1] == successor.pk


def test_open_missions_move_and_ended_ones_stay(officer, successor, head, member):
    running, over = (
        MissionFactory(administration=member, officer=officer, status=status)
        for status in ("in_country", "closed")
    )
    assert hand_over(officer, successor, by=head) == {"administrations": 1, "missions": 1}
    running.refresh_from_db()
    over.refresh_from_db()
    assert (running.officer, over.officer) == (successor, officer)


def test_somebody_who_has_left_hands_over_but_receives_nothing(former, successor, head, member):
    Administration.objects.filter(pk=member.pk).update(officer=former)
    assert hand_over(former, successor, by=head) == {"administrations": 1}
    with pytest.raises(ValidationError):
        hand_over(successor, former, by=head)


def test_nothing_to_move_is_said(officer, successor, head, member):
    with pytest.raises(ValidationError):
        hand_over(successor, officer, by=head)
    with pytest.raises(ValidationError):
        hand_over(officer, officer, by=head)


def test_only_within_the_own_office_and_by_whoever_may(officer, successor, attache, coordinator):
    far = OfficeFactory(region=RegionFactory(code="EU"), name="ROCB Europe")
    stranger = UserFactory(role=Role.OFFICER, organisation=far)
    for giver, taker, by in (
        (officer, stranger, officer),
        (officer, successor, attache),
        (officer, successor, stranger),
        (officer, coordinator, officer),
    ):
        with pytest.raises(PermissionDenied):
            hand_over(giver, taker, by=by)


def test_the_page_shows_first_and_moves_then(client, officer, successor, head, member):
    client.force_login(head)
    url = reverse("office-handover")
    assert client.get(url).status_code == 200
    chosen = {"giver": officer.pk, "taker": successor.pk}
    page = client.get(url, chosen).content.decode()
    assert "members in charge: 1" in page
    answer = client.post(url, {**chosen, "note": "Good luck."}, follow=True)
    assert "1 record handed over." in answer.content.decode()
    assert "has no open work" in client.get(url, chosen).content.decode()
    assert client.post(url, chosen).status_code == 422


def test_the_page_offers_no_one_of_another_office(client, head, coordinator):
    client.force_login(head)
    answer = client.get(reverse("office-handover"), {"giver": coordinator.pk, "taker": head.pk})
    assert answer.status_code == 422


def test_the_page_costs_the_same_with_many_members(client, head, officer, successor, office,
                                                    django_assert_max_num_queries):  # fmt: skip
    AdministrationFactory.create_batch(12, region=office.region, officer=officer)
    client.force_login(head)
    chosen = {"giver": officer.pk, "taker": successor.pk}
    with django_assert_max_num_queries(12):
        client.get(reverse("office-handover"), chosen)


def test_a_handover_long_after_the_end_keeps_the_history(officer, successor, head, member):
    officer.ends_on = timezone.localdate() - timedelta(days=300)
    officer.save()
    hand_over(officer, successor, by=head)
    assert [e.officer_id for e in history_of(member).order_by("pgh_id")][-2:] == [
        officer.pk, successor.pk,
    ]  # fmt: skip
