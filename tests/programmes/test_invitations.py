"""Invitations: previewed, sent once, answered in time, opened again; and the list that comes back."""

import re
from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from programmes import actions
from programmes.models import Invitation, Nomination, NominationImport
from rocb.addresses import owner_of
from rocb.deadlines import deadlines
from rocb.models import Mail, Person
from rocb.outbox import send_waiting
from rocb.people import merge
from rocb.roles import Role
from rocb.workflow import StepRefused
from tests.factories.programmes import EventFactory, InvitationFactory, NominationFactory
from tests.factories.rocb import AdministrationFactory, PersonFactory, UserFactory

pytestmark = pytest.mark.django_db
SOON = date.today() + timedelta(days=60)
UNTIL = date.today() + timedelta(days=20)


@pytest.fixture
def event(office):
    return EventFactory(
        office=office,
        status="announced",
        starts_on=SOON,
        ends_on=SOON + timedelta(days=4),
        capacity=3,
    )


@pytest.fixture
def invitation(event, member, coordinator, officer):
    (made,) = actions.invite_members(event, [member], by=officer, seats=2, respond_by=UNTIL)
    return made


def post(client, user, name, *args, **data):
    client.force_login(user)
    return client.post(reverse(f"programmes:{name}", args=args), data, follow=True)


def text(response) -> str:
    return response.content.decode()


def templates() -> list[str]:
    return sorted(Mail.objects.values_list("template", flat=True))


def test_nothing_goes_before_the_preview_and_then_once(
    client, officer, event, member, other_member, coordinator
):
    chosen = {
        "groups": ["members"],
        "seats": 2,
        "respond_by": UNTIL.isoformat(),
        "message": "Come.",
    }
    page = text(post(client, officer, "event-invite", event.pk, **chosen))
    assert "2 administrations are invited:" in page
    assert "1 coordinator will get a mail." in page
    assert "1 has nobody with an address:</strong> Tonga" in page
    assert "more than the 3 seats of the event" in page
    assert (Invitation.objects.count(), Mail.objects.count()) == (0, 0)
    for _twice in range(2):
        post(client, officer, "event-invite", event.pk, **chosen, send=1)
    assert Invitation.objects.count() == 2
    assert templates() == ["event_invitation"]


def test_the_mail_says_what_when_how_many_and_until(smtp, invitation, coordinator):
    send_waiting()
    (message,) = smtp.to(coordinator.email)
    body = message.get_body(("plain",)).get_content()
    assert "You have 2 seats." in body
    assert f"/programmes/invitations/{invitation.pk}/" in body


def test_more_members_later_and_nobody_twice(event, member, other_member, invitation, officer):
    more = actions.invite_members(
        event, [member, other_member], by=officer, seats=1, respond_by=UNTIL
    )
    assert [one.administration for one in more] == [other_member]
    assert Invitation.objects.get(administration=member).seats == 2


def test_a_group_outside_the_wco_is_invited_too(client, officer, event, office):
    AdministrationFactory(region=office.region, country_name="Nauru", iso2="NR", is_member=False)
    page = text(
        post(client, officer, "event-invite", event.pk, groups=["guests"], seats=1,
             respond_by=UNTIL.isoformat(), send=1)
    )  # fmt: skip
    assert "1 administration is invited." in page
    assert Invitation.objects.get().administration.country_name == "Nauru"


def test_bad_invitations(client, officer, event, member):
    late = post(client, officer, "event-invite", event.pk, groups=["members"], seats=1,
                respond_by=SOON.isoformat(), send=1)  # fmt: skip
    assert late.status_code == 422
    assert "before the event begins" in text(late)
    nobody = post(client, officer, "event-invite", event.pk, seats=1, respond_by=UNTIL.isoformat())
    assert (nobody.status_code, Invitation.objects.count()) == (422, 0)
    assert "Choose at least one group" in text(nobody)


def test_only_while_the_event_is_open(event, member, officer):
    type(event).objects.filter(pk=event.pk).update(status="cancelled")
    with pytest.raises(StepRefused, match="Cancelled"):
        actions.invite_members(event, [member], by=officer, seats=1, respond_by=UNTIL)


def test_a_member_nominates_in_ranks_and_sends(client, coordinator, invitation, officer):
    for name in ("Vaka", "Fifita", "Moala"):
        page = text(
            post(client, coordinator, "nomination-create", invitation.pk,
                 given_name="Siaosi", family_name=name, email=f"{name}@example.org".lower())
        )  # fmt: skip
    assert "with rank 3" in page
    assert "There are 2 seats: the nominee ranked below is in reserve" in page
    rows = list(Nomination.objects.order_by("rank"))
    assert [(row.rank, row.status) for row in rows] == [(n, "nominated") for n in (1, 2, 3)]
    post(client, coordinator, "invitation-ranks", invitation.pk, **{f"r-{rows[2].pk}": 0})
    assert list(Nomination.objects.order_by("rank").values_list("pk", flat=True)) == [
        rows[2].pk, rows[0].pk, rows[1].pk,
    ]  # fmt: skip
    post(client, coordinator, "invitation-step", invitation.pk, "answer")
    invitation.refresh_from_db()
    assert (invitation.status, invitation.answered_at is not None) == ("answered", True)
    assert Mail.objects.filter(template="invitation_answered").count() == 1


def test_an_empty_answer_is_refused(invitation, coordinator):
    with pytest.raises(StepRefused, match="at least one person"):
        actions.answer_invitation(invitation, by=coordinator)


def test_nobody_comes_and_why(client, invitation, coordinator):
    NominationFactory(invitation=invitation)
    post(client, coordinator, "invitation-step", invitation.pk, "decline", comment="Budget.")
    invitation.refresh_from_db()
    assert invitation.status == "declined"
    assert Nomination.objects.get().status == "withdrawn"
    assert Mail.objects.filter(template="invitation_declined").count() == 1


def test_answers_after_closing(client, invitation, coordinator, officer, member):
    invitation.nominations.create(
        event=invitation.event, administration=member, person=PersonFactory(organisation=member)
    )
    late = timezone.now() + timedelta(days=25)
    with time_machine.travel(late, tick=False):
        with pytest.raises(StepRefused, match="Answers were wanted by"):
            actions.answer_invitation(invitation, by=coordinator)
        page = text(
            post(client, coordinator, "nomination-create", invitation.pk, family_name="Late")
        )
        assert "Ask the regional office for more time" in page
        # The office enters what came by mail.
        actions.nominate(invitation, by=officer, person=PersonFactory(organisation=member))
        later = date.today() + timedelta(days=5)
        actions.change_invitation(invitation, by=officer, seats=2, respond_by=later, message="")
        actions.answer_invitation(invitation, by=coordinator)
    assert Mail.objects.filter(template="invitation_extended").count() == 1


def test_the_last_day_ends_where_the_member_lives(invitation, coordinator, member):
    """Port Moresby is ten hours ahead: there the day after has begun at 14:30 UTC."""
    NominationFactory(invitation=invitation)
    end = datetime(UNTIL.year, UNTIL.month, UNTIL.day, 14, 30, tzinfo=UTC)
    with time_machine.travel(end - timedelta(hours=1), tick=False):
        page_open = actions.answer_invitation(invitation, by=coordinator)
    assert page_open.status == "answered"
    Invitation.objects.filter(pk=invitation.pk).update(respond_by=UNTIL)
    again = InvitationFactory(
        event=invitation.event, administration=AdministrationFactory(), respond_by=UNTIL
    )
    user = UserFactory(organisation=again.administration)
    NominationFactory(invitation=again)
    with time_machine.travel(end, tick=False), pytest.raises(StepRefused):
        actions.answer_invitation(again, by=user)


def test_the_deadline_is_the_members_and_moves(invitation, coordinator, officer, other_coordinator):
    kind = deadlines["event-invitation"]
    (row,) = kind.visible(coordinator)
    assert (row.owed_on, row.owed_by) == (UNTIL, invitation.administration_id)
    assert list(kind.visible(other_coordinator)) == []
    before = row.owed_round
    actions.change_invitation(
        invitation, by=officer, seats=2, respond_by=UNTIL + timedelta(days=3), message=""
    )
    (row,) = kind.owed()
    assert row.owed_round == before + 3
    actions.cancel_invitation(invitation, by=officer, comment="Moved.")
    assert list(kind.owed()) == []


def test_reopened_and_sent_again(invitation, coordinator, officer):
    NominationFactory(invitation=invitation)
    answered = actions.answer_invitation(invitation, by=coordinator)
    assert Nomination.objects.sent_in().count() == 1
    opened = actions.reopen_invitation(answered, by=officer)
    assert Nomination.objects.sent_in().count() == 0
    actions.answer_invitation(opened, by=coordinator)
    assert templates().count("invitation_answered") == 2


def test_the_same_person_twice_also_with_another_spelling(client, coordinator, invitation, member):
    """Accents, swapped names and capitals are the same person; one wrong letter is asked about."""
    known = PersonFactory(
        organisation=member, given_name="José", family_name="Natuman", email="jose@example.org"
    )
    page = text(
        post(client, coordinator, "nomination-create", invitation.pk, given_name="NATUMAN",
             family_name="Jose", email="other@example.org")
    )  # fmt: skip
    assert "stands in the contact book already and was taken from there" in page
    assert "jose@example.org, was kept" in page
    assert Nomination.objects.get().person == known
    again = post(client, coordinator, "nomination-create", invitation.pk, given_name="José",
                 family_name="Natuman")  # fmt: skip
    assert again.status_code == 422
    assert "stands among the nominees of this event already" in text(again)
    asked = post(client, coordinator, "nomination-create", invitation.pk, given_name="José",
                 family_name="Natumann")  # fmt: skip
    assert "Yes, José Natuman" in text(asked)
    data = {"given_name": "José", "family_name": "Natumann", "alike": str(known.pk)}
    assert "already" in text(post(client, coordinator, "nomination-create", invitation.pk, **data))
    data["alike"] = "other"
    post(client, coordinator, "nomination-create", invitation.pk, **data)
    assert Nomination.objects.count() == 2
    assert Person.objects.filter(family_name="Natumann").count() == 1


def test_a_nominee_from_another_administration(
    client, coordinator, invitation, other_member, officer
):
    stranger = PersonFactory(organisation=other_member, email="elsewhere@example.org")
    by_key = post(client, coordinator, "nomination-create", invitation.pk, person=stranger.pk)
    assert by_key.status_code == 422
    by_mail = post(client, officer, "nomination-create", invitation.pk, family_name="New",
                   email="Elsewhere@example.org")  # fmt: skip
    assert "belongs to somebody of another organisation" in text(by_mail)
    with pytest.raises(ValidationError, match="each administration nominates its own people"):
        actions.nominate(invitation, by=officer, person=stranger)
    assert Nomination.objects.count() == 0


def told_of(client, user, invitation: Invitation, address: str) -> str:
    """All that naming somebody under an address tells a member, without what is its own."""
    pages, names = [], {"given_name": "Ana", "family_name": "Vaka", "email": address.upper()}
    listed = f"Family name;E-mail\nVaka;{address}\n"
    pages.append(text(post(client, user, "nomination-import", invitation.pk, text=listed)))
    pages.append(text(post(client, user, "nomination-create", invitation.pk, **names)))
    row = Nomination.objects.select_related("person").latest("pk")
    pages.append(text(client.get(row.get_absolute_url())))
    again = names | {"family_name": "Otherwise"}
    pages.append(text(post(client, user, "nomination-create", invitation.pk, **again)))
    pages.append(text(post(client, user, "nomination-import", invitation.pk, text=listed)))
    actions.answer_invitation(invitation, by=user)
    pages.append(text(post(client, user, "nomination-replace", row.pk, family_name="Moala",
                           given_name="Siaosi", email=f"new.{address}")))  # fmt: skip
    invited = {"email": address, "role": Role.CONTRIBUTOR}
    pages.append(text(client.post(reverse("my-user-invite"), invited, follow=True)))
    pages.append(text(client.get(f"{invitation.administration.get_absolute_url()}?tab=sent")))
    words = "\n".join(pages)
    for own in (address, address.upper(), address.title()):
        words = words.replace(own, "ADDRESS")
    own = r"(/|%2F)\d+(/|%2F)|csrfmiddlewaretoken\S+ value=\S+|\d\d:\d\d|value=.\d+.|nonce=\S+"
    return re.sub(own, "", words)


def test_naming_somebody_tells_a_member_nothing_of_people_elsewhere(
    client, coordinator, other_member, other_coordinator, officer, member
):
    """A sign-in elsewhere, a contact elsewhere, nobody: the same pages; the office is told."""
    known = PersonFactory(email="Known@example.org", organisation=other_member)
    UserFactory(role=Role.DONOR, email="signs.in@example.org", person__email="")
    addresses = (
        "nobody@example.org",
        other_coordinator.email,
        "known@example.org",
        "signs.in@example.org",
    )
    told = []
    for address in addresses:
        event = EventFactory(office=officer.person.organisation.office, status="announced",
                             title="Workshop", starts_on=SOON, ends_on=SOON)  # fmt: skip
        invitation = InvitationFactory(event=event, administration=member, respond_by=UNTIL)
        with transaction.atomic():
            told.append(told_of(client, coordinator, invitation, address))
            transaction.set_rollback(True)
        client.cookies.clear()
    assert "Ana Vaka is nominated, with rank 1" in told[0]
    assert "Ana Vaka stands among the nominees of this event already" in told[0]
    assert (told[0] == told[1], told[0] == told[2], told[0] == told[3]) == (True, True, True)
    data = {"given_name": "Ana", "family_name": "Vaka", "email": "known@example.org"}
    post(client, coordinator, "nomination-create", invitation.pk, **data)
    person = Nomination.objects.get().person
    assert (person.organisation_id, person.email) == (member.pk, "known@example.org")
    letter = Mail.objects.get(template="address_doubted")
    assert (letter.person, letter.administration) == (officer.person, None)
    client.force_login(officer)
    page = text(client.get(person.get_absolute_url()))
    assert f'<a href="{known.get_absolute_url()}">{known.full_name}, Tonga Customs</a> has' in page
    page = text(client.get(reverse("office-duplicates")))
    assert f"{known.pk}/merge/?with={person.pk}" in page
    merge(person, known, by=officer)
    person.refresh_from_db()
    assert (person.has_others_email, owner_of(person)) == (False, None)


def test_a_list_with_addresses_of_people_elsewhere(
    client, coordinator, officer, other_member, invitation
):
    for number in (1, 2):
        PersonFactory(email=f"Known{number}@example.org", organisation=other_member)
    listed = "Family name;E-mail\nVaka;known1@example.org\nMoala;known2@example.org\n"
    page = post(client, coordinator, "nomination-import", invitation.pk, text=listed)
    assert "of another organisation" not in text(page)
    post(client, coordinator, "nomination-import-preview", NominationImport.objects.get().pk)
    assert Nomination.objects.filter(person__has_others_email=True).count() == 2
    letter = Mail.objects.get(template="address_doubted")
    assert "Vaka <known1@example.org>; Moala <known2@example.org>" in letter.context["names"]
    page = post(client, officer, "nomination-import", invitation.pk, text=listed)
    assert "There already" in text(page)


def test_rights(client, invitation, other_coordinator, contributor, donor, head):
    person = PersonFactory(organisation=invitation.administration)
    with pytest.raises(PermissionDenied):
        actions.nominate(invitation, by=contributor, person=person)
    with pytest.raises(PermissionDenied):
        actions.nominate(invitation, by=other_coordinator, person=person)
    client.force_login(other_coordinator)
    assert client.get(invitation.get_absolute_url()).status_code == 404
    client.force_login(donor)
    assert client.get(invitation.get_absolute_url()).status_code == 403


def test_a_letter_hangs_on_the_nomination(client, coordinator, invitation):
    letter = SimpleUploadedFile("letter.pdf", b"%PDF-1.4 letter")
    post(client, coordinator, "nomination-create", invitation.pk, family_name="Vaka", letter=letter)
    page = client.get(Nomination.objects.get().get_absolute_url() + "?tab=past").content.decode()
    assert "letter.pdf" in page


def test_somebody_is_taken_off_a_list_that_was_not_sent(client, coordinator, invitation):
    row = NominationFactory(invitation=invitation)
    assert "nothing was sent yet" in text(
        client_get(client, coordinator, "nomination-remove", row.pk)
    )
    post(client, coordinator, "nomination-remove", row.pk)
    assert Nomination.objects.count() == 0
    row = NominationFactory(invitation=invitation)
    actions.answer_invitation(invitation, by=coordinator)
    post(client, coordinator, "nomination-remove", row.pk)
    assert Nomination.objects.count() == 1


def client_get(client, user, name, *args):
    client.force_login(user)
    return client.get(reverse(f"programmes:{name}", args=args))


def test_two_officers_change_one_invitation(client, officer, invitation):
    client.force_login(officer)
    url = reverse("programmes:invitation-edit", args=[invitation.pk])
    version = client.get(url).context["form"]["version"].value()
    data = {"seats": 3, "respond_by": UNTIL.isoformat(), "message": "", "version": version}
    assert client.post(url, data).status_code == 302
    assert client.post(url, {**data, "seats": 4}).status_code == 409


def test_five_hundred_names_with_errors_in_ten(client, coordinator, invitation):
    """Good rows are taken, the ten are named with cell and reason, and twice adds nothing."""
    rows = [f"Name{n:03}x{chr(97 + n % 26) * 3};Given{n};n{n}@example.org;w" for n in range(500)]
    for n in (10, 20, 30):
        rows[n] = f";Given{n};n{n}@example.org;w"
    rows[40] = "Fortieth;Given;not an address;w"
    rows[50] = "Fiftieth;Given;n50@example.org;robot"
    rows[60] = "Sixtieth;Given;n60@example..org;m"
    rows[70] = rows[69]
    rows[80] = "Eightieth;Given;n1@example.org;m"
    rows[90] = "N" * 130 + ";Given;n90@example.org;m"
    rows[100] = "Hundredth;Given;n100@;m"
    pasted = "Family name;Given name;E-mail;Gender\n" + "\n".join(rows)
    page = text(post(client, coordinator, "nomination-import", invitation.pk, text=pasted))
    assert "Take the good rows without the 10 wrong ones" in page
    assert "<code>A12</code> The family name is missing." in page
    assert "<code>C42</code> “not an address” is not an e-mail address." in page
    assert "<code>D52</code> “robot” is not understood" in page
    assert "<code>C62</code> “n60@example..org” is not an e-mail address." in page
    assert "stands in the list twice, also in A71" in page
    record = NominationImport.objects.get()
    refused = post(client, coordinator, "nomination-import-preview", record.pk)
    assert "10 rows are wrong" in text(refused)
    assert Nomination.objects.count() == 0
    done = post(client, coordinator, "nomination-import-preview", record.pk, take_good="on")
    assert "490 nominees were added." in text(done)
    post(client, coordinator, "nomination-import-preview", record.pk, take_good="on")
    post(client, coordinator, "nomination-import", invitation.pk, text=pasted)
    again = NominationImport.objects.latest("pk")
    post(
        client, coordinator, "nomination-import-preview", again.pk, take_good="on", take_warned="on"
    )
    assert Nomination.objects.count() == 490
    assert Nomination.objects.order_by("-rank").first().rank == 490


def test_the_offices_list_for_several_members(client, officer, event, invitation, other_member):
    other = InvitationFactory(event=event, administration=other_member)
    AdministrationFactory(country_name="Palau", iso2="PW")
    pasted = (
        "Country\tName\tE-mail\nVanuatu\tAna VAKA\ta@example.org\nTO\tSione "
        "Moala\tb@example.org\nPalau\tX Y\tc@example.org"
    )
    page = text(post(client, officer, "event-nomination-import", event.pk, text=pasted))
    assert "“Palau” is not invited to this event." in page
    record = NominationImport.objects.get()
    post(client, officer, "nomination-import-preview", record.pk, take_good="on")
    names = Nomination.objects.values_list("administration__iso2", "person__family_name")
    assert sorted(names) == [("TO", "Moala"), ("VU", "VAKA")]
    other.refresh_from_db()
    assert other.status == "answered"


def test_nearly_the_same_name_in_a_list_waits_for_a_word(client, coordinator, invitation, member):
    PersonFactory(
        organisation=member, given_name="Sione", family_name="Fifita", email="s@example.org"
    )
    pasted = "Family name\tGiven name\tE-mail\nFifita\tSionne\tnew@example.org"
    page = text(post(client, coordinator, "nomination-import", invitation.pk, text=pasted))
    assert "written nearly the same: Sione Fifita" in page
    record = NominationImport.objects.get()
    post(client, coordinator, "nomination-import-preview", record.pk)
    assert Nomination.objects.count() == 0
    post(client, coordinator, "nomination-import-preview", record.pk, take_warned="on")
    assert Nomination.objects.count() == 1


def test_the_template_can_be_filled_in_and_sent(client, coordinator, invitation):
    from io import BytesIO

    import openpyxl

    content = client_get(client, coordinator, "nomination-template").content
    book = openpyxl.load_workbook(BytesIO(content))
    book.active.append(
        ["Vaka", "Ana", "Woman", "ana@example.org", "", "Officer", "", "Fluent", "Yes"]
    )
    buffer = BytesIO()
    book.save(buffer)
    file = SimpleUploadedFile("n.xlsx", buffer.getvalue())
    post(client, coordinator, "nomination-import", invitation.pk, file=file)
    post(client, coordinator, "nomination-import-preview", NominationImport.objects.get().pk)
    row = Nomination.objects.get()
    assert (row.person.gender, row.language, row.has_course) == ("w", "fluent", True)


@pytest.mark.parametrize("content", [b"\x00\x01\x02" * 50, b"PK\x03\x04broken", b"only;words\n1;2"])
def test_files_that_are_no_list(client, coordinator, invitation, content):
    file = SimpleUploadedFile("n.xlsx", content)
    response = post(client, coordinator, "nomination-import", invitation.pk, file=file)
    assert (response.status_code, NominationImport.objects.count()) == (422, 0)


@pytest.mark.parametrize("name", ["invitation-list", "nomination-list", "participation"])
def test_lists_cost_the_same_with_one_row_and_thirty(
    client, officer, event, office, name, django_assert_max_num_queries
):
    for number in range(30):
        member = AdministrationFactory(
            region=office.region, country_name=f"Land {number}", iso2=f"{chr(65 + number % 26)}9"
        )
        NominationFactory(
            invitation=InvitationFactory(event=event, administration=member), status="attended"
        )
    client.force_login(officer)
    with django_assert_max_num_queries(8):
        page = client.get(reverse(f"programmes:{name}")).content.decode()
    assert "Land 29" in page
    rows = client.get(reverse(f"programmes:{name}"), {"export": "csv"})
    assert b"".join(rows.streaming_content).count(b"Land ") == 30


def test_the_invitation_page_costs_the_same_with_thirty(
    client, coordinator, invitation, django_assert_max_num_queries
):
    NominationFactory.create_batch(30, invitation=invitation)
    client.force_login(coordinator)
    with django_assert_max_num_queries(9):
        page = client.get(invitation.get_absolute_url())
    assert page.content.decode().count("Rank of") == 30


def test_the_api_nominates_and_sends(client, coordinator, invitation, other_coordinator):
    person = PersonFactory(organisation=invitation.administration)
    client.force_login(coordinator)
    base = f"/api/v1/event-invitations/{invitation.pk}/"
    made = client.post(f"{base}nominate/", {"person": person.pk}, content_type="application/json")
    assert (made.status_code, made.json()["rank"]) == (201, 1)
    assert client.get(base).json()["steps"] == ["answer", "decline"]
    client.post(f"{base}steps/answer/", {}, content_type="application/json")
    (row,) = client.get("/api/v1/nominations/").json()["results"]
    assert (row["family_name"], row["status"], "needs" in row) == (
        person.family_name,
        "nominated",
        False,
    )
    client.force_login(other_coordinator)
    assert client.get("/api/v1/nominations/").json()["results"] == []
    assert client.get(base).status_code == 404
