"""Two entries of one person become one, and nothing that pointed at either is lost."""

import re
from datetime import UTC, date, datetime

import pytest
from django.core.cache import cache
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from rocb.addresses import add_people, owner_of
from rocb.models import Comment, Grouping, Invitation, Mail, Person, Reminder
from rocb.office_forms import PersonForm
from rocb.people import absorb, duplicates, merge, names_twice, pointing_at
from rocb.roles import Role
from rocb.trail import add_comment
from tests.factories.missions import ActionFactory
from tests.factories.rocb import AdministrationFactory, PersonFactory, RegionFactory, UserFactory

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 3, 4, tzinfo=UTC)


@pytest.fixture
def keep(member):
    return PersonFactory(given_name="Ana", family_name="Tupou", organisation=member, phone="")


@pytest.fixture
def lose(member):
    return PersonFactory(
        given_name="TUPOU", family_name="Ana", organisation=member, phone="5", unit="Valuation"
    )


def mail_to(person, key):
    return Mail.objects.create(key=key, template="handover", person=person, not_before=NOW)


def reminded(person, rung):
    return Reminder.objects.create(
        kind="matrix", object_id=1, rung=rung, due_on=date(2026, 3, 4), person=person,
        reason="owner", made_at=NOW,
    )  # fmt: skip


def test_every_row_moves_and_the_entry_that_stays_is_filled(officer, plan, keep, lose):
    action = ActionFactory(plan=plan, responsible_person=lose)
    mails = [mail_to(keep, "a"), mail_to(lose, "b")]
    invitation = Invitation.objects.create(
        person=lose, email="x@example.org", role=Role.CONTRIBUTOR, token_hash="t", expires_at=NOW
    )
    add_comment(lose, "Speaks French.", by=officer, is_internal=True)
    merge(keep, lose, by=officer)
    keep.refresh_from_db()
    action.refresh_from_db()
    invitation.refresh_from_db()
    assert (action.responsible_person, invitation.person) == (keep, keep)
    assert list(Mail.objects.filter(person=keep).order_by("pk")) == mails
    assert (keep.given_name, keep.phone, keep.unit) == ("Ana", "5", "Valuation")
    assert not Person.objects.filter(pk=lose.pk).exists()
    texts = list(Comment.objects.of(keep).order_by("pk").values_list("text", flat=True))
    assert texts[0] == "Speaks French."
    assert texts[1].startswith("Merged with TUPOU Ana")
    assert lose.events.model.objects.filter(pgh_obj_id=lose.pk).exists()


def test_the_ledger_of_reminders_keeps_each_rung_once(officer, keep, lose):
    reminded(keep, 7), reminded(lose, 7), reminded(lose, 21)
    merge(keep, lose, by=officer)
    rungs = Reminder.objects.order_by("rung").values_list("rung", "person")
    assert list(rungs) == [(7, keep.pk), (21, keep.pk)]


def test_a_sign_in_moves_to_the_entry_that_stays(officer, keep, member):
    user = UserFactory(organisation=member)
    merge(keep, user.person, by=officer)
    user.refresh_from_db()
    assert user.person == keep


def test_the_address_of_the_entry_that_goes_is_taken_over(officer, member, lose):
    keep = PersonFactory(given_name="Ana", family_name="Tupou", organisation=member, email="")
    merge(keep, lose, by=officer)
    keep.refresh_from_db()
    assert keep.email == lose.email


def test_what_forbids_a_merge_is_a_sentence(officer, coordinator, contributor, keep, other_member):
    other = PersonFactory(organisation=other_member)
    for one, two in ((coordinator.person, contributor.person), (keep, keep),
                     (coordinator.person, other)):  # fmt: skip
        with pytest.raises(ValidationError):
            merge(one, two, by=officer)


def test_who_may_not_merge(attache, coordinator, officer, keep, lose):
    far = PersonFactory(organisation=AdministrationFactory(region=RegionFactory(code="EU")))
    for by, two in ((attache, lose), (coordinator, lose), (officer, far)):
        with pytest.raises(PermissionDenied):
            merge(keep, two, by=by)


def test_many_to_many_rows_move_and_meet(member, other_member):
    one, two = Grouping.objects.create(code="A"), Grouping.objects.create(code="B")
    member.groupings.set([one, two])
    other_member.groupings.set([two])
    absorb(one, two)
    assert [list(m.groupings.all()) for m in (member, other_member)] == [[one], [one]]


def test_duplicates_by_name_and_by_address(member, other_member, keep, lose):
    nowhere = PersonFactory(given_name="Ana", family_name="Tupou", organisation=None)
    PersonFactory(given_name="Sione", family_name="Vea", organisation=member)
    PersonFactory(given_name="Sione", family_name="Vea", organisation=other_member)
    user = UserFactory(organisation=member, email="double@example.org")
    twin = PersonFactory(email="double@example.org", organisation=member)
    groups = duplicates(Person.objects.all(), names_twice(Person.objects.all()))
    assert [{person.pk for person in group} for group in groups] == [
        {user.person_id, twin.pk},
        {keep.pk, lose.pk, nowhere.pk},
    ]


def test_what_would_move_is_told_before(keep, lose):
    mail_to(lose, "a")
    assert [number for _label, number in pointing_at(lose)] == [1]
    assert pointing_at(keep) == []


def test_the_page_compares_then_merges(client, officer, keep, lose):
    mail_to(lose, "a")
    client.force_login(officer)
    url = reverse("office-person-merge", args=[keep.pk])
    assert lose.full_name in client.get(url, {"q": "tup"}).content.decode()
    page = client.get(url, {"with": lose.pk}).content.decode()
    assert "This entry goes" in page
    assert "taken over" in page
    answer = client.post(url, {"with": lose.pk})
    assert answer["Location"] == reverse("office-person", args=[keep.pk])
    assert client.get(answer["Location"]).status_code == 200
    assert client.post(url, {"with": lose.pk}).status_code == 404


def test_the_page_refuses_in_words(client, officer, coordinator, contributor):
    client.force_login(officer)
    url = reverse("office-person-merge", args=[coordinator.person_id])
    page = client.get(url, {"with": contributor.person_id}).content.decode()
    assert "Both sign in" in page
    assert "Make one of the two" not in page
    assert client.post(url, {"with": contributor.person_id}).status_code == 422
    assert client.get(url, {"with": "x"}).status_code == 404


def test_the_list_of_duplicates_costs_the_same_however_many(client, officer, member):
    client.force_login(officer)

    def queries(number):
        for index in range(number):
            PersonFactory.create_batch(2, family_name=f"Twin{index}", organisation=member)
        cache.clear()
        with CaptureQueriesContext(connection) as captured:
            assert client.get(reverse("office-duplicates")).status_code == 200
        return len(captured)

    assert queries(1) == queries(20)


def test_whoever_only_shares_a_name_does_not_hide_those_behind(client, officer, member):
    """Six groups at a time, each once, whatever the names; the last page leads back."""
    client.force_login(officer)
    for number in range(8):
        PersonFactory.create_batch(2, family_name=f"Twin{number}", organisation=member)
    user = UserFactory(organisation=member, email="double@example.org")
    PersonFactory(email="double@example.org", organisation=member)
    seen, url = [], reverse("office-duplicates")
    while url:
        page = client.get(url).content.decode()
        seen += re.findall(r"<caption>(.*?)</caption>", page)
        further = re.search(r'href="([^"]+)">Next<', page)
        url = further and further[1]
    assert seen[0] == user.full_name
    assert [name.rpartition(" ")[2] for name in seen[1:]] == [f"Twin{n}" for n in range(8)]
    assert "From the beginning" in page
    assert client.get(reverse("office-duplicates"), {"from": "x" * 50}).status_code == 200


def test_an_address_of_somebody_else_is_settled_by_its_entry(officer, coordinator, member):
    """The entry can be edited while it is open, an own address settles it, and a merge does too."""
    owner = PersonFactory(email="Owner@example.org")
    (named,) = add_people(
        [Person(organisation=member, family_name="Vaka", email="owner@example.org")], by=coordinator
    )
    assert (named.has_others_email, owner_of(named)) == (True, owner)
    assert duplicates(Person.objects.all(), []) == [[owner, named]]

    def edited(**data):
        values = {"family_name": "Vaka", "language": "en", "organisation": member.pk, **data}
        form = PersonForm(values, instance=Person.objects.get(pk=named.pk), by=officer)
        assert form.is_valid(), form.errors
        return form.save()

    assert edited(email="owner@example.org", phone="1").has_others_email is True
    assert edited(email="own@example.org").has_others_email is False
    other = PersonForm(
        {"family_name": "X", "language": "en", "email": "OWN@example.org"}, by=officer
    )
    assert other.errors["email"] == ["Somebody else in the contact book has this address."]
