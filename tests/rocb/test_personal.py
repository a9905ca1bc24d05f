"""Everything about a person is told whole, and what names them goes without a count being lost."""

import json
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command
from django.db import InternalError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from knox.models import AuthToken

from missions.models import Expert, TeamMember
from programmes.models import Certificate, Nomination
from rocb import standing
from rocb.invitations import invite
from rocb.models import Comment, DataRequest, Draft, Invitation, Mail, Person, StatusChange, User
from rocb.models.trail import Attachment
from rocb.outbox import queue_mail
from rocb.people import merge, relations
from rocb.personal.erasing import erase, preview
from rocb.personal.holdings import holdings
from rocb.personal.telling import held, told
from rocb.roles import Role
from rocb.signins import unblock
from rocb.trail import add_comment, add_file, history_model
from rocb.workflow import StepRefused
from tests.factories.missions import ExpertFactory, MissionFactory, TeamMemberFactory
from tests.factories.programmes import EventFactory
from tests.factories.rocb import PersonFactory

pytestmark = pytest.mark.django_db
SECRETS = ("Salote", "Fonua", "salote", "+676", "Likes fish", "Speaks loud", "My life")


@pytest.fixture
def salote(officer, member):
    """Somebody with a row of every kind: invited, nominated, an expert, on a mission, written to."""
    person = PersonFactory(
        given_name="Salote", family_name="Fonua", email="salote@example.org", phone="+676 1",
        position="Inspector", gender="w", organisation=member,
    )  # fmt: skip
    user = User.objects.create_user("salote@example.org", "x" * 14, person=person)
    Draft.objects.create(user=user, path="/", fields={"a": ["My life"]})
    AuthToken.objects.create(user)
    expert = ExpertFactory(person=person, administration=member, experience="My life in ports")
    TeamMemberFactory(
        mission=MissionFactory(), person=person, status="accepted", reasons="Speaks loud"
    )
    nomination = Nomination.objects.create(
        event=EventFactory(office=officer.person.organisation.office),
        administration=member, person=person, status="attended", needs="Likes fish",
        motivation="Salote is good",
    )  # fmt: skip
    Certificate.objects.create(
        nomination=nomination, given_name="Salote", family_name="Fonua", event_title="Valuation",
        starts_on="2026-01-01", ends_on="2026-01-02", issued_on="2026-01-02",
    )  # fmt: skip
    StatusChange.objects.create(
        record=nomination, step="withdraw", source="a", target="b", by=officer, comment="She is ill"
    )
    add_comment(expert, "Salote speaks loud", by=officer, is_internal=True)
    add_comment(member, "Written in office", by=user, is_internal=False)
    queue_mail(key="m", template="handover", to=person, context={"by": "Salote"}, by=officer)
    return person


def everything_about(person: Person) -> str:
    """All that is stored in the rows about a person and in their history, as text."""
    found = []
    for kind in holdings:
        rows = kind.of(person)
        if kind.key in ("certificates",):
            continue
        ids = list(rows.values_list("pk", flat=True))
        found += rows.model._base_manager.filter(pk__in=ids).values()
        if history := history_model(rows.model):
            found += history.objects.filter(pgh_obj_id__in=ids).values()
    return repr(found)


def test_every_table_that_points_at_a_person_is_declared():
    """A new table with a foreign key to a person says in its pillar's personal.py what becomes of it."""
    somebody = PersonFactory()
    declared = {kind.of(somebody).model for kind in holdings}
    assert {field.model for field in relations(Person)} - declared == set()


def test_all_of_it_is_handed_out_and_the_register_says_so(client, head, salote):
    client.force_login(head)
    url = reverse("office-person-data", args=[salote.pk])
    page = client.get(url).content.decode()
    assert "Likes fish" in page
    assert "Salote speaks loud" in page
    assert client.post(url, {"reason": ""}).status_code == 422
    answer = client.post(url, {"reason": "Letter of 3 March"})
    data = json.loads(answer.content)
    assert answer["Cache-Control"] == "no-store"
    assert answer["Content-Disposition"].startswith("attachment")
    kinds = {kind["kind"]: kind["rows"] for kind in data["holds"]}
    assert kinds["nominations"][0]["needs"] == "Likes fish"
    assert kinds["remarks"][0]["text"] == "Salote speaks loud"
    assert "password" not in answer.content.decode()
    row = DataRequest.objects.get()
    assert (row.kind, row.reason, row.by) == ("handed_out", "Letter of 3 March", head)
    assert row.counts["nominations"] == 1


def test_the_own_data_leave_out_what_the_office_keeps_to_itself(client, salote):
    client.force_login(salote.user)
    page = client.get(reverse("my-data")).content.decode()
    assert "Likes fish" in page
    assert "Salote speaks loud" not in page
    answer = client.get(reverse("my-data-file"))
    assert "Speaks loud" not in answer.content.decode()
    assert json.loads(answer.content) == {
        **json.loads(json.dumps(told(salote, is_internal=False))),
        "made_at": json.loads(answer.content)["made_at"],
    }


def test_what_names_a_person_goes_from_rows_history_and_mails(head, salote):
    before = everything_about(salote)
    assert all(word in before for word in SECRETS)
    erase(salote, by=head, reason="Asked on 3 March")
    after = everything_about(Person.objects.get(pk=salote.pk))
    assert [word for word in SECRETS if word in after] == []
    salote.refresh_from_db()
    assert (salote.full_name, salote.email) == (f"Erased person {salote.pk}", "")


def test_counts_and_certificates_stay(head, member, salote):
    erase(salote, by=head, reason="Asked")
    nomination = Nomination.objects.get(person=salote)
    assert (nomination.status, nomination.administration) == ("attended", member)
    assert Certificate.objects.get(nomination=nomination).full_name == "Salote Fonua"
    assert Person.objects.filter(gender="w", organisation=member).count() == 1
    assert TeamMember.objects.get(person=salote).status == "accepted"
    assert Expert.objects.get(person=salote).is_active is False
    assert StatusChange.objects.of(nomination).get().comment == ""
    assert Comment.objects.get(by__person=salote).text == "Written in office"


def test_nobody_signs_in_or_is_written_to_any_more(client, head, officer, salote):
    client.force_login(salote.user)
    erase(salote, by=head, reason="Asked")
    assert client.get(reverse("my")).status_code == 302
    user = User.objects.get(person=salote)
    assert (user.is_active, user.has_usable_password()) == (False, False)
    assert user.email == f"erased-{salote.pk}@erased.invalid"
    assert AuthToken.objects.filter(user=user).count() == 0
    assert Draft.objects.filter(user=user).count() == 0
    assert Mail.objects.get(person=salote).status == Mail.Status.CANCELLED
    with pytest.raises(StepRefused):
        unblock(user, by=head)


def test_files_go_but_the_same_one_on_another_record_stays(
    head, officer, salote, member, django_capture_on_commit_callbacks
):
    own = add_file(salote, SimpleUploadedFile("cv.txt", b"My life"), by=officer)
    shared = add_file(salote, SimpleUploadedFile("map.txt", b"A map"), by=officer)
    kept = add_file(member, SimpleUploadedFile("map.txt", b"A map"), by=officer)
    storage, paths = own.file.storage, (own.file.name, shared.file.name)
    with django_capture_on_commit_callbacks(execute=True):
        erase(salote, by=head, reason="Asked")
    assert list(Attachment.objects.all()) == [kept]
    assert [storage.exists(path) for path in (*paths, kept.file.name)] == [False, False, True]


def test_a_form_that_was_open_before_brings_nothing_back(client, head, salote):
    client.force_login(head)
    url = reverse("office-person-edit", args=[salote.pk])
    version = client.get(url).context["form"]["version"].value()
    erase(salote, by=head, reason="Asked")
    data = {"version": version, "family_name": "Fonua", "language": "en"}
    assert client.post(url, data)["Location"] == salote.get_absolute_url()
    salote.refresh_from_db()
    assert salote.family_name == f"Erased person {salote.pk}"


def test_an_erased_entry_is_not_merged(head, salote, person):
    erase(salote, by=head, reason="Asked")
    with pytest.raises(ValidationError):
        merge(person, salote, by=head)


def test_a_handed_out_entry_can_be_merged(head, person, member):
    twin = PersonFactory(organisation=member)
    DataRequest.objects.create(person=twin, kind="handed_out", reason="x", by=head)
    merge(person, twin, by=head)
    assert DataRequest.objects.get().person == person


def test_who_is_not_erased(head, officer, coordinator, administrator, member, salote):
    with pytest.raises(ValidationError):
        erase(head.person, by=head, reason="x")
    with pytest.raises(ValidationError):  # has the member in charge
        erase(officer.person, by=head, reason="x")
    for by, somebody in (
        (officer, salote),
        (coordinator, salote),
        (head, administrator.person),
    ):
        with pytest.raises(PermissionDenied):
            erase(somebody, by=by, reason="x")
    erase(salote, by=administrator, reason="x")
    with pytest.raises(ValidationError):
        erase(salote, by=administrator, reason="x")


def test_the_page_asks_for_the_name_and_shows_what_stays(client, head, salote):
    client.force_login(head)
    url = reverse("office-person-erase", args=[salote.pk])
    page = client.get(url).content.decode()
    assert "What goes, and what stays" in page
    assert "A certificate stays as it was issued" in page
    answer = client.post(url, {"reason": "Asked", "name": "Salote"})
    assert (answer.status_code, "This is not the name" in answer.content.decode()) == (422, True)
    answer = client.post(url, {"reason": "Asked", "name": " salote  FONUA "})
    assert answer["Location"] == reverse("office-person-data", args=[salote.pk])
    assert "Erased person" in client.get(answer["Location"]).content.decode()
    assert client.post(url, {"reason": "Again", "name": "x"}).status_code == 422


def test_the_register_cannot_be_changed_even_by_sql(head, person):
    row = DataRequest.objects.create(person=person, kind="handed_out", reason="x", by=head)
    for verb in ("UPDATE rocb_datarequest SET reason = 'y'", "DELETE FROM rocb_datarequest"):
        with pytest.raises(InternalError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(verb)
    assert DataRequest.objects.get() == row


def test_the_register_lists_what_its_reader_may_see(client, head, salote, person, officer):
    def queries():
        with CaptureQueriesContext(connection) as captured:
            assert client.get(url).status_code == 200
        return len(captured)

    client.force_login(head)
    url = reverse("office-data-requests")
    assert "Nobody has asked yet" in client.get(url).content.decode()
    DataRequest.objects.create(person=person, kind="handed_out", reason="x", by=head)
    one = queries()
    DataRequest.objects.bulk_create(
        DataRequest(person=salote, kind="handed_out", reason="x", by=head) for _ in range(30)
    )
    assert queries() == one
    assert one <= 8
    assert DataRequest.objects.visible_to(head).count() == 31
    assert DataRequest.objects.visible_to(officer).count() == 0


def test_the_dossier_costs_the_same_however_much_there_is(head, officer, salote):
    def queries():
        with CaptureQueriesContext(connection) as captured:
            held(salote, is_internal=True)
        return len(captured)

    one = queries()
    for _ in range(30):
        add_comment(salote, "Again", by=officer, is_internal=True)
    assert queries() == one
    remarks = next(one for one in held(salote, is_internal=True) if one.kind.key == "remarks")
    assert (remarks.number, len(remarks.rows), remarks.more) == ("31", 5, 26)


def test_what_is_counted_no_further_says_so(client, officer, salote, settings, head):
    """Whoever works here for years has taken ten thousands of steps: nobody counts them for a page."""
    settings.MOST_COUNTED = 20
    standing.kept.clear()
    for _ in range(22):
        add_comment(salote, "Again", by=officer, is_internal=True)
    remarks = next(one for one in held(salote, is_internal=True) if one.kind.key == "remarks")
    assert (remarks.number, remarks.is_counted) == ("20+", False)
    client.force_login(head)
    page = client.get(reverse("office-person-data", args=[salote.pk])).content.decode()
    assert "All the others stand in the file." in page
    standing.kept.clear()


def test_the_commands(tmp_path, capsys, head, salote):
    target = tmp_path / "person.json"
    call_command("person_data", "SALOTE@example.org", target, by=head.email, reason="Letter")
    assert json.loads(target.read_text())["person"] == salote.pk
    assert target.stat().st_mode & 0o777 == 0o600
    call_command("erase_person", str(salote.pk), by=head.email, reason="Letter")
    assert "Nothing was changed" in capsys.readouterr().out
    assert preview(salote)
    with pytest.raises(CommandError):
        call_command("erase_person", "999999", by=head.email, reason="Letter")
    with pytest.raises(CommandError):
        call_command("erase_person", str(salote.pk), by="nobody@example.org", reason="x")
    call_command("erase_person", str(salote.pk), by=head.email, reason="Letter", yes=True)
    assert DataRequest.objects.filter(kind="erased").count() == 1


def test_what_is_kept_for_a_time_goes_when_it_has_passed(coordinator, member, officer):
    from rocb.jobs import run_job

    now = timezone.now()
    queue_mail(key="old", template="handover", to=officer, context={"note": "x"})
    queue_mail(key="waits", template="handover", to=officer, context={"note": "x"})
    Mail.objects.filter(key="old").update(status="sent", body="Words", subject="Kept")
    invite(
        by=coordinator, email="a@example.org", family_name="A", role=Role.CONTRIBUTOR,
        organisation=member,
    )  # fmt: skip
    Draft.objects.create(user=officer, path="/")
    run_job("tidy", now + timedelta(days=100))
    assert Mail.objects.get(key="old").body == "Words"
    assert Invitation.objects.count() == Draft.objects.count() == 1
    run_job("tidy", now + timedelta(days=731))
    old = Mail.objects.get(key="old")
    assert (old.body, old.context, old.subject) == ("", {}, "Kept")
    assert Mail.objects.get(key="waits").context == {"note": "x"}
    assert Invitation.objects.count() == Draft.objects.count() == 0
