"""Nobody gets in but by an invitation, and an invitation gets one person in, once."""

import re
from datetime import timedelta
from hashlib import sha256

import pytest
from django.core import mail
from django.core.cache import cache
from django.core.exceptions import PermissionDenied, ValidationError
from django.urls import reverse
from django.utils import timezone

from rocb import invitations
from rocb.models import Invitation, Mail, Person, User
from rocb.outbox import send_waiting
from rocb.roles import Role
from rocb.workflow import StepRefused
from tests.factories.rocb import AdministrationFactory, PersonFactory, RegionFactory, UserFactory

pytestmark = pytest.mark.django_db
GOOD = "mangrove tide 48 lantern"


@pytest.fixture(autouse=True)
def no_limits_left_over():
    cache.clear()


@pytest.fixture
def invitation(officer, member):
    return invitations.invite(
        by=officer,
        email="New@Example.org",
        given_name="Lani",
        family_name="Tupou",
        organisation=member,
        role=Role.COORDINATOR,
    )


def sent_link(settings) -> str:
    """Send what waits and take the link from the mail that came out."""
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    send_waiting()
    return re.search(r"/invitation/\w+/", mail.outbox[-1].body)[0]


def test_the_link_in_the_mail_makes_a_sign_in_once(client, settings, invitation, member):
    link = sent_link(settings)
    assert mail.outbox[-1].to == ["new@example.org"]
    answer = client.get(link)
    assert answer.status_code == 200
    assert b"Lani Tupou" in answer.content
    answer = client.post(link, {"password1": GOOD, "password2": GOOD})
    assert (answer.status_code, answer["Location"]) == (302, "/")
    user = User.objects.get(email="new@example.org")
    assert (user.role, user.person.organisation_id) == (Role.COORDINATOR, member.pk)
    assert user.check_password(GOOD)
    assert client.session["_auth_user_id"] == str(user.pk)
    client.logout()
    assert client.get(link).status_code == 410
    assert client.post(link, {"password1": GOOD, "password2": GOOD}).status_code == 410


def test_only_a_hash_is_stored_and_the_outbox_never_holds_the_token(settings, invitation):
    link = sent_link(settings)
    token = link.split("/")[2]
    row = Mail.objects.get(template="invitation")
    assert invitation.token_hash == sha256(token.encode()).hexdigest()
    assert token not in f"{row.key}{row.context}{row.subject}{row.body}{row.last_error}"
    assert row.body == ""


def test_used_expired_withdrawn_and_unknown_links_look_the_same(
    client, officer, invitation, time_machine
):
    link = invitations.link_of(invitation)
    unknown = client.get(reverse("invitation", args=["0" * 64])).content
    invitations.withdraw(invitation, by=officer)
    withdrawn = client.get(link).content
    again = invitations.invite(
        by=officer, email="new@example.org", organisation=invitation.person.organisation,
        role=Role.COORDINATOR,
    )  # fmt: skip
    late = timezone.now() + timedelta(days=15)
    time_machine.move_to(late)
    expired = client.get(invitations.link_of(again)).content

    def bare(page):
        return re.sub(rb'value="[^"]*"', b"", page)

    assert bare(unknown) == bare(withdrawn) == bare(expired)


def test_a_poor_password_is_refused_at_its_field(client, invitation):
    link = invitations.link_of(invitation)
    answer = client.post(link, {"password1": "password", "password2": "password"})
    assert answer.status_code == 422
    assert "too common" in answer.content.decode()
    answer = client.post(link, {"password1": GOOD, "password2": f"{GOOD}!"})
    assert answer.status_code == 422
    assert User.objects.filter(email="new@example.org").count() == 0


def test_sending_again_voids_the_link_before(client, officer, invitation):
    before = invitations.link_of(invitation)
    again = invitations.send_again(invitation, by=officer)
    assert client.get(before).status_code == 410
    assert client.get(invitations.link_of(again)).status_code == 200
    assert Mail.objects.filter(template="invitation").count() == 2


def test_a_mail_that_waits_is_dropped_when_the_invitation_was_renewed(
    settings, officer, invitation
):
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    invitations.send_again(invitation, by=officer)
    done = send_waiting()
    assert (done.sent, done.skipped) == (1, 1)


def test_an_invitation_cannot_be_turned_to_another_address(settings, officer, invitation):
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    Person.objects.filter(pk=invitation.person_id).update(email="attache@example.org")
    assert send_waiting().skipped == 1
    assert mail.outbox == []
    with pytest.raises(StepRefused):
        invitations.send_again(invitation, by=officer)


def test_a_withdrawn_invitation_is_not_sent(settings, officer, invitation):
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    invitations.withdraw(invitation, by=officer)
    assert send_waiting().skipped == 1
    assert mail.outbox == []


def test_a_second_invitation_replaces_the_first(officer, invitation, member):
    invitations.invite(
        by=officer, email="new@example.org", organisation=member, role=Role.CONTRIBUTOR
    )
    states = Invitation.objects.with_state(timezone.now()).order_by("pk")
    assert list(states.values_list("state", flat=True)) == ["withdrawn", "open"]


def test_two_clicks_on_one_link_make_one_sign_in(invitation):
    invitations.accept(invitation, password=GOOD)
    with pytest.raises(StepRefused):
        invitations.accept(invitation, password=GOOD)
    assert User.objects.filter(email="new@example.org").count() == 1


@pytest.mark.parametrize(
    ("by", "roles"),
    [
        ("officer", {"coordinator", "contributor", "executive", "donor", "expert"}),
        (
            "head",
            {"coordinator", "contributor", "executive", "donor", "expert",
             "head", "officer", "attache"},
        ),
        ("coordinator", {"coordinator", "contributor", "executive"}),
        ("administrator", set(Role.values)),
        ("attache", set()),
        ("contributor", set()),
        ("donor", set()),
        ("secretariat", set()),
    ],
)  # fmt: skip
def test_nobody_gives_a_role_above_their_own(request, by, roles):
    from rocb.signins import roles_open_to

    assert roles_open_to(request.getfixturevalue(by)) == roles


def test_an_officer_invites_no_colleague(officer, office):
    with pytest.raises(ValidationError):
        invitations.invite(
            by=officer, email="a@example.org", organisation=office, role=Role.OFFICER
        )


def test_a_contributor_invites_nobody(contributor, member):
    with pytest.raises(PermissionDenied):
        invitations.invite(
            by=contributor, email="a@example.org", organisation=member, role=Role.CONTRIBUTOR
        )


def test_a_coordinator_invites_for_the_own_administration_only(coordinator, other_member):
    with pytest.raises(ValidationError):
        invitations.invite(
            by=coordinator, email="a@example.org", organisation=other_member, role=Role.CONTRIBUTOR
        )


def test_an_officer_invites_for_the_own_region_only(officer):
    far = AdministrationFactory(region=RegionFactory(code="EU", name="Europe"))
    with pytest.raises(ValidationError):
        invitations.invite(
            by=officer, email="a@example.org", organisation=far, role=Role.COORDINATOR
        )


def test_a_coordinator_cannot_claim_somebody_of_the_contact_book(coordinator, member):
    free = PersonFactory(email="free@example.org", organisation=None)
    made = invitations.invite(
        by=coordinator, email="free@example.org", organisation=member, role=Role.CONTRIBUTOR
    )
    free.refresh_from_db()
    assert (made.is_held, made.person == free, free.organisation) == (True, False, None)
    assert invitations.find(invitations.token_of(made), timezone.now()) is None
    with pytest.raises(StepRefused):
        invitations.accept(made, password=GOOD)


@pytest.mark.parametrize("role", [Role.COORDINATOR, Role.DONOR])
def test_a_role_has_its_kind_of_organisation(officer, office, role):
    with pytest.raises(ValidationError):
        invitations.invite(by=officer, email="a@example.org", organisation=office, role=role)


def test_who_signs_in_already_is_not_invited(officer, coordinator, member):
    with pytest.raises(ValidationError) as refused:
        invitations.invite(
            by=officer, email=coordinator.email.upper(), organisation=member,
            role=Role.CONTRIBUTOR,
        )  # fmt: skip
    assert refused.value.message_dict == {"email": ["This person signs in already."]}


def test_a_sign_in_that_has_ended_comes_back_under_a_new_address(officer, member, settings):
    yesterday = timezone.localdate() - timedelta(days=1)
    old = UserFactory(organisation=member, ends_on=yesterday)
    old.person.email = "moved@example.org"
    old.person.save()
    made = invitations.invite(
        by=officer, email="moved@example.org", organisation=member, role=Role.EXECUTIVE
    )
    sent_link(settings)
    assert mail.outbox[-1].to == ["moved@example.org"]
    user = invitations.accept(made, password=GOOD)
    assert (user.pk, user.email, user.role) == (old.pk, "moved@example.org", Role.EXECUTIVE)
    assert user.is_current(timezone.now())


def test_the_form_invites_and_shows_what_it_did(client, officer, member):
    client.force_login(officer)
    answer = client.post(
        reverse("office-user-invite"),
        {"email": "a@example.org", "role": Role.COORDINATOR, "organisation": member.pk},
    )
    made = Invitation.objects.get()
    assert answer["Location"] == reverse("office-invitation", args=[made.pk])
    page = client.get(answer["Location"]).content.decode()
    assert "Send again" in page
    assert "Withdraw" in page


def test_the_form_says_at_the_field_what_is_wrong(client, officer, coordinator, member):
    client.force_login(officer)
    data = {"email": coordinator.email, "role": Role.COORDINATOR, "organisation": member.pk}
    answer = client.post(reverse("office-user-invite"), data)
    assert answer.status_code == 422
    assert 'id="id_email_error"' in answer.content.decode()


def test_a_coordinators_form_has_no_organisation(client, coordinator, member):
    client.force_login(coordinator)
    page = client.get(reverse("my-user-invite")).content.decode()
    assert 'name="organisation"' not in page
    client.post(reverse("my-user-invite"), {"email": "a@example.org", "role": Role.CONTRIBUTOR})
    assert Invitation.objects.get().person.organisation_id == member.pk


def test_withdrawing_and_sending_again_through_the_pages(client, officer, invitation):
    client.force_login(officer)
    for name in ("send", "withdraw"):
        url = reverse(f"office-invitation-{name}", args=[invitation.pk])
        assert client.get(url).status_code == 200
        assert client.post(url).status_code == 302
    invitation.refresh_from_db()
    assert invitation.withdrawn_at is not None
    answer = client.post(url, follow=True)
    assert "accepted or withdrawn meanwhile" in answer.content.decode()


@pytest.mark.parametrize(
    ("who", "status"),
    [("coordinator", 200), ("other_coordinator", 404), ("contributor", 403), ("donor", 403)],
)
def test_whose_invitation_a_coordinator_sees(request, client, invitation, who, status):
    client.force_login(request.getfixturevalue(who))
    assert client.get(reverse("my-invitation", args=[invitation.pk])).status_code == status


def test_the_page_answers_a_flood_with_a_pause(client):
    url = reverse("invitation", args=["0" * 64])
    answers = [client.get(url).status_code for _try in range(21)]
    assert answers == [410] * 20 + [429]


def shown_to(client, user, address: str) -> str:
    """All that inviting an address, sending again and withdrawing tell, without what is its own."""
    client.force_login(user)
    data = {"email": address, "role": Role.CONTRIBUTOR}
    answer = client.post(reverse("my-user-invite"), data, follow=True)
    made = Invitation.objects.get(email=address)
    pages = [answer.content.decode()]
    pages.append(client.get(reverse("my-invitations")).content.decode().split("</tr>")[1])
    pages.append(client.get(f"{user.person.organisation.get_absolute_url()}?tab=sent"))
    pages[-1] = pages[-1].content.decode()
    for verb in ("send", "withdraw"):
        again = client.post(reverse(f"my-invitation-{verb}", args=[made.pk]), follow=True)
        pages.append(again.content.decode())
    text = "\n".join(pages).replace(address, "ADDRESS").replace(address.partition("@")[0], "NAME")
    return re.sub(r"/invitations/\d+/|csrfmiddlewaretoken\S+ value=\S+|\d\d:\d\d", "", text)


def test_inviting_tells_a_member_nothing_of_people_elsewhere(
    client, settings, coordinator, other_coordinator, other_member, officer
):
    """Somebody who signs in elsewhere, somebody in the contact book, nobody: the same pages."""
    known = PersonFactory(email="known@example.org", organisation=other_member)
    addresses = (other_coordinator.email, known.email, "nobody@example.org")
    shown = [shown_to(client, coordinator, address) for address in addresses]
    assert shown[0] == shown[1] == shown[2]
    assert [made.is_held for made in Invitation.objects.order_by("pk")] == [True, True, False]
    mails = Mail.objects.filter(key__startswith="invitation").select_related("person")
    letters = {(row.template, row.person) for row in mails}
    assert letters == {
        ("invitation_held", officer.person),
        ("invitation_known", other_coordinator.person),
        ("invitation_known", known),
        ("invitation", Person.objects.get(email="nobody@example.org")),
    }
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    send_waiting()
    words = " ".join(one.body for one in mail.outbox if one.to == [known.email])
    assert "The portal knows you at another organisation" in words
    held = Invitation.objects.get(email=known.email)
    client.force_login(officer)
    page = client.get(reverse("office-invitation", args=[held.pk])).content.decode()
    assert "No link was sent" in page
