"""The office's pages: who opens them, what they show, and that they cost the same when full."""

from datetime import timedelta

import pghistory
import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from missions.models import Matrix
from rocb import audit
from rocb.deadlines import local_today
from rocb.fiscal import fiscal_year
from rocb.jobs import jobs
from rocb.models import Administration, Invitation, JobRun, Mail, Office, Person, ReminderPause
from rocb.outbox import queue_mail
from rocb.roles import Role
from tests.factories.programmes import EventFactory
from tests.factories.reports import WorkItemFactory
from tests.factories.rocb import (
    AdministrationFactory,
    OfficeFactory,
    PersonFactory,
    RegionFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db

LISTS = {
    "office": {"head", "officer", "attache", "administrator"},
    "office-people": {"head", "officer", "attache", "administrator"},
    "office-person-create": {"head", "officer", "attache"},
    "office-duplicates": {"head", "officer"},
    "office-users": {"head", "officer", "administrator"},
    "office-user-invite": {"head", "officer", "administrator"},
    "office-invitations": {"head", "officer", "administrator"},
    "office-handover": {"head", "officer"},
    "office-outbox": {"head", "officer", "administrator"},
    "office-pauses": {"head", "officer"},
    "office-pause-create": {"head", "officer"},
    "office-jobs": {"head", "officer", "administrator"},
    "office-audit": {"head", "administrator"},
    "my-users": {"coordinator"},
    "my-user-invite": {"coordinator"},
    "my-invitations": {"coordinator"},
}
CAST = (
    "head", "officer", "attache", "coordinator", "contributor", "executive", "donor", "expert",
    "secretariat", "administrator",
)  # fmt: skip


@pytest.fixture(autouse=True)
def no_limits_left_over():
    cache.clear()


@pytest.fixture
def far_member(db):
    region = RegionFactory(code="EU", name="Europe")
    OfficeFactory(region=region, name="ROCB Europe")
    return AdministrationFactory(region=region)


@pytest.fixture
def waiting(coordinator, member):
    return a_mail(coordinator, member, "one")


def a_mail(user, member, key, template="matrix_copy", by=None):
    queue_mail(
        key=key, template=template, to=user, administration=member, by=by,
        context={"member": "Vanuatu", "cycle": "2026-1", "path": "/"},
    )  # fmt: skip
    return Mail.objects.get(key=key)


@pytest.mark.parametrize("who", CAST)
def test_each_page_opens_to_its_roles_alone(request, client, who):
    client.force_login(request.getfixturevalue(who))
    found = {name: client.get(reverse(name)).status_code for name in LISTS}
    assert found == {name: 200 if who in roles else 403 for name, roles in LISTS.items()}


def count_queries(client, url):
    with CaptureQueriesContext(connection) as captured:
        assert client.get(url).status_code == 200
    return len(captured)


def test_lists_cost_the_same_at_one_and_at_thirty_rows(client, head, coordinator, member):
    client.force_login(head)

    def fill(start, number):
        for index in range(start, start + number):
            user = UserFactory(organisation=member)
            a_mail(user, member, f"m{index}")
            ReminderPause.objects.create(
                administration=member, reason="Cyclone", from_on=timezone.localdate(), by=head
            )
            Invitation.objects.create(
                person=user.person, email=user.email, role=Role.CONTRIBUTOR,
                token_hash=str(index), expires_at=timezone.now(),
            )  # fmt: skip

    names = ("office-people", "office-users", "office-invitations", "office-outbox",
             "office-pauses", "office-audit", "office-jobs", "office")  # fmt: skip
    with pghistory.context(user=head.pk):
        fill(0, 1)
    for name in names:  # content types and the session are read once
        client.get(reverse(name))
    few = {name: count_queries(client, reverse(name)) for name in names}
    fill(1, 29)
    many = {name: count_queries(client, reverse(name)) for name in names}
    assert few == many
    assert max(many.values()) <= 8, many


def test_the_home_tells_what_is_late_what_comes_and_who_carries_it(
    client, head, officer, office, matrix, administrator
):
    today = timezone.localdate()
    Matrix.objects.update(due_on=today - timedelta(days=2))
    EventFactory(office=office, title="Seminar on origin", status="announced",
                 starts_on=today + timedelta(days=9), ends_on=today + timedelta(days=10))  # fmt: skip
    EventFactory(office=office, title="Mere idea", starts_on=today + timedelta(days=9),
                 ends_on=today + timedelta(days=10), status="idea")  # fmt: skip
    WorkItemFactory(office=office, carried_by=officer, effort=200, starts_on=today,
                    ends_on=today + timedelta(days=40), year=fiscal_year(today))  # fmt: skip
    client.force_login(head)
    page = client.get(reverse("office"))
    assert ("Follow-up matrix", 1, 0) in [(str(label), *n) for label, *n in page.context["due"]]
    assert "Seminar on origin" in page.text
    assert "Mere idea" not in page.text
    panels = dict(page.context["panels"])
    (bar,) = panels["reports/_load.html"]["bars"]
    assert (bar["label"], bar["fill"]) == (officer.full_name, "f5" if bar["value"] > 20 else "f2")
    client.force_login(administrator)  # keeps the installation running; reads no records
    assert "Seminar on origin" not in client.get(reverse("office")).text


@pytest.mark.parametrize(
    "name", ["office-people", "office-users", "office-outbox", "office-pauses"]
)
def test_lists_answer_htmx_with_the_rows_and_export_them(client, head, waiting, name):
    client.force_login(head)
    rows = client.get(reverse(name), headers={"HX-Request": "true"}).content.decode()
    assert rows.startswith('<div id="rows">')
    export = client.get(reverse(name), {"export": "csv"})
    assert export["Content-Type"] == "text/csv; charset=utf-8"


def test_an_office_reads_no_mail_of_another_office(client, officer, head, donor, far_member):
    """A digest belongs to no member, and tells all that its reader owes."""
    far_head = UserFactory(role=Role.HEAD, organisation=far_member.region.office)
    to_far, to_donor = (UserFactory(organisation=far_member), donor)
    mails = [
        a_mail(to_far, None, "far digest", "digest"),
        a_mail(far_head, None, "far office", "digest"),
        a_mail(to_donor, None, "donor's digest", "digest"),
        a_mail(to_donor, None, "far words", by=far_head),
        a_mail(officer, None, "digest", "digest"),
        a_mail(to_donor, None, "own words", by=head),
        a_mail(to_donor, None, "of the portal itself"),
    ]
    Mail.objects.update(status=Mail.Status.SENT)
    client.force_login(officer)
    pages = [reverse("office-mail", args=[mail.pk]) for mail in mails]
    verbs = [reverse(f"office-mail-{verb}", args=[mails[0].pk]) for verb in ("edit", "cancel")]
    assert [client.get(url).status_code for url in pages] == [404] * 4 + [200] * 3
    assert [client.post(url).status_code for url in verbs] == [404, 404]
    assert client.get(reverse("office-outbox")).context["count"] == 3


def test_the_office_sees_its_own_region_only(client, officer, far_member, head):
    far = UserFactory(organisation=far_member)
    mail = a_mail(far, far_member, "far")
    pause = ReminderPause.objects.create(
        administration=far_member, reason="x", from_on=timezone.localdate(), by=head
    )
    client.force_login(officer)
    addresses = [
        reverse("office-person", args=[far.person_id]),
        reverse("office-person-edit", args=[far.person_id]),
        reverse("office-user", args=[far.pk]),
        reverse("office-user-block", args=[far.pk]),
        reverse("office-mail", args=[mail.pk]),
        reverse("office-mail-cancel", args=[mail.pk]),
        reverse("office-pause-end", args=[pause.pk]),
    ]
    assert [client.get(url).status_code for url in addresses] == [404] * len(addresses)
    assert far.email not in client.get(reverse("office-users")).content.decode()


def test_a_coordinator_manages_the_own_administration_only(
    client, coordinator, contributor, other_coordinator
):
    client.force_login(coordinator)
    page = client.get(reverse("my-users")).content.decode()
    assert contributor.email in page
    assert other_coordinator.email not in page
    assert client.get(reverse("my-user", args=[other_coordinator.pk])).status_code == 404
    url = reverse("my-user-block", args=[contributor.pk])
    assert client.post(url)["Location"] == reverse("my-user", args=[contributor.pk])
    contributor.refresh_from_db()
    assert contributor.is_active is False
    assert "blocked already" in client.post(url, follow=True).content.decode()
    assert client.post(reverse("my-user-block", args=[coordinator.pk])).status_code == 403


def test_an_officer_changes_a_sign_in_but_not_the_heads(client, officer, head, coordinator):
    client.force_login(officer)
    url = reverse("office-user-change", args=[coordinator.pk])
    answer = client.post(url, {"role": Role.CONTRIBUTOR, "ends_on": "2030-01-31"})
    assert answer["Location"] == reverse("office-user", args=[coordinator.pk])
    coordinator.refresh_from_db()
    assert (coordinator.role, str(coordinator.ends_on)) == (Role.CONTRIBUTOR, "2030-01-31")
    page = client.get(answer["Location"]).content.decode()
    assert "role: from “Coordinator” to “Contributor”" in page
    assert client.post(url, {"role": Role.HEAD}).status_code == 422
    above = reverse("office-user-change", args=[head.pk])
    assert client.get(above).status_code == 403
    assert client.post(above, {"role": Role.OFFICER}).status_code == 403


def test_a_sign_in_does_not_end_before_it_starts(client, officer, coordinator):
    client.force_login(officer)
    url = reverse("office-user-change", args=[coordinator.pk])
    assert client.post(url, {"role": coordinator.role, "ends_on": "1999-01-01"}).status_code == 422


def test_filters_of_the_sign_ins(client, officer, former, coordinator):
    client.force_login(officer)

    def found(**query):
        page = client.get(reverse("office-users"), query).content.decode()
        return [user.email in page for user in (officer, former, coordinator)]

    assert found(role=Role.OFFICER) == [True, True, False]
    assert found(current="on") == [True, False, True]
    assert found(q=coordinator.email) == [False, False, True]
    assert found(organisation=coordinator.organisation_id) == [False, False, True]


def test_a_person_is_written_down_and_found_again(client, attache, member):
    client.force_login(attache)
    answer = client.post(
        reverse("office-person-create"),
        {"family_name": "Kalo", "given_name": "Rita", "organisation": member.pk,
         "email": "rita@example.org", "language": "fr"},
    )  # fmt: skip
    person = Person.objects.get(family_name="Kalo")
    assert answer["Location"] == reverse("office-person", args=[person.pk])
    assert person.created_by == attache
    assert client.get(answer["Location"]).status_code == 200
    assert "Kalo" in client.get(reverse("office-people"), {"q": "kal ri"}).content.decode()


def test_an_address_stands_once_whatever_its_capitals(client, attache, person):
    client.force_login(attache)
    data = {"family_name": "Kalo", "email": person.email.upper(), "language": "en"}
    answer = client.post(reverse("office-person-create"), data)
    assert answer.status_code == 422
    assert "has this address" in answer.content.decode()


def edited(person, **changes):
    fields = {
        "given_name": person.given_name, "family_name": person.family_name,
        "organisation": person.organisation_id or "", "language": "en", "email": person.email,
        "version": person.updated_at.isoformat(),
    }  # fmt: skip
    return {**fields, **changes}


def test_an_attache_does_not_move_a_sign_in_to_another_member(
    client, attache, officer, coordinator, other_member
):
    person = coordinator.person
    url = reverse("office-person-edit", args=[person.pk])
    client.force_login(attache)
    client.post(url, edited(person, organisation=other_member.pk, phone="1"))
    person.refresh_from_db()
    assert (person.phone, person.organisation_id) == ("1", coordinator.organisation_id)
    client.force_login(officer)
    client.post(url, edited(person, organisation=other_member.pk))
    person.refresh_from_db()
    assert person.organisation_id == other_member.pk
    answer = client.post(url, edited(person, organisation=""))
    assert answer.status_code == 422


def test_nobody_takes_the_office_from_somebody_above(client, officer, head, other_member):
    client.force_login(officer)
    url = reverse("office-person-edit", args=[head.person_id])
    client.post(url, edited(head.person, organisation=other_member.pk))
    head.person.refresh_from_db()
    assert head.person.organisation_id != other_member.pk


def test_two_people_edit_one_entry(client, officer, person):
    client.force_login(officer)
    url = reverse("office-person-edit", args=[person.pk])
    data = edited(person, phone="mine")
    person.phone = "theirs"
    person.save()
    answer = client.post(url, data)
    assert answer.status_code == 409
    assert "theirs" in answer.content.decode()


def settings_of(office, **changes):
    fields = {
        "name_en": office.name, "city": "", "time_zone": "Asia/Bangkok",
        "reminder_rungs": "-30,-14,0,7,21", "officer_rung": 7, "head_rung": 21,
        "maximum_extension_days": 365, "version": office.updated_at.isoformat(),
    }  # fmt: skip
    return {**fields, **changes}


def test_the_ladder_of_reminders_is_a_list_of_days(client, head, office):
    client.force_login(head)
    url = reverse("office-settings", args=[office.pk])
    page = client.get(url).content.decode()
    assert 'value="-30,-14,-3,0,7,21"' in page
    assert client.post(url, settings_of(office, reminder_rungs="7,-30")).status_code == 302
    office.refresh_from_db()
    assert office.reminder_rungs == [-30, 7]


@pytest.mark.parametrize(
    "changes", [{"reminder_rungs": ""}, {"reminder_rungs": "soon"}, {"time_zone": "Moon/Base"}]
)
def test_settings_that_make_no_sense_are_refused(client, head, office, changes):
    client.force_login(head)
    url = reverse("office-settings", args=[office.pk])
    assert client.post(url, settings_of(office, **changes)).status_code == 422


def test_whose_settings_are_whose(client, head, officer, administrator, office, far_member):
    far = reverse("office-settings", args=[Office.objects.exclude(pk=office.pk).get().pk])
    answers = []
    for user in (head, officer, administrator):
        client.force_login(user)
        answers.append(client.get(far).status_code)
    assert answers == [404, 403, 200]


def test_a_message_is_read_reworded_and_stopped(client, officer, waiting):
    client.force_login(officer)
    detail = reverse("office-mail", args=[waiting.pk])
    assert "As it will go" in client.get(detail).content.decode()
    edit = reverse("office-mail-edit", args=[waiting.pk])
    assert client.get(edit).status_code == 200
    client.post(edit, {"subject": "Another subject", "body": "Other words."})
    page = client.get(detail).content.decode()
    assert "Another subject" in page
    assert "Other words." in page
    cancel = reverse("office-mail-cancel", args=[waiting.pk])
    assert client.get(cancel).status_code == 200
    assert client.post(cancel)["Location"] == detail
    waiting.refresh_from_db()
    assert waiting.status == Mail.Status.CANCELLED
    for url in (cancel, edit):
        answer = client.post(url, {"subject": "x", "body": "y"}, follow=True)
        assert "has gone, or is just going" in answer.content.decode()


def test_only_what_failed_is_tried_again(client, officer, waiting):
    client.force_login(officer)
    url = reverse("office-mail-retry", args=[waiting.pk])
    assert "can be tried again" in client.post(url, follow=True).content.decode()
    Mail.objects.filter(pk=waiting.pk).update(status=Mail.Status.FAILED)
    assert client.get(url).status_code == 200
    client.post(url)
    waiting.refresh_from_db()
    assert waiting.status == Mail.Status.QUEUED


def test_a_secret_message_shows_no_words_and_is_not_reworded(client, officer, coordinator, member):
    mail = a_mail(coordinator, member, "secret", template="password_reset")
    client.force_login(officer)
    page = client.get(reverse("office-mail", args=[mail.pk])).content.decode()
    assert "holds a secret link" in page
    assert "/accounts/password/reset/key/" not in page
    assert client.get(reverse("office-mail-edit", args=[mail.pk])).status_code == 403


def test_a_message_that_cannot_be_written_still_has_a_page(client, officer, coordinator, member):
    mail = a_mail(coordinator, member, "odd", template="no_such_letter")
    client.force_login(officer)
    page = client.get(reverse("office-mail", args=[mail.pk])).content.decode()
    assert "cannot be written" in page


def test_reminders_rest_and_go_on(client, officer, member, far_member):
    client.force_login(officer)
    today = local_today(timezone.now(), officer.time_zone)
    data = {"administration": member.pk, "reason": "Cyclone", "from_on": str(today)}
    answer = client.post(reverse("office-pause-create"), data)
    assert answer["Location"] == reverse("office-pauses")
    pause = ReminderPause.objects.get()
    assert (pause.by, pause.until_on) == (officer, None)
    end = reverse("office-pause-end", args=[pause.pk])
    assert "Cyclone" in client.get(end).content.decode()
    client.post(end)
    pause.refresh_from_db()
    assert pause.until_on == today - timedelta(days=1)
    assert "ended already" in client.post(end, follow=True).content.decode()
    data["administration"] = far_member.pk
    assert client.post(reverse("office-pause-create"), data).status_code == 422


def test_a_pause_does_not_end_before_it_starts(client, officer, member):
    client.force_login(officer)
    data = {"administration": member.pk, "reason": "x", "from_on": "2026-05-02",
            "until_on": "2026-05-01"}  # fmt: skip
    assert client.post(reverse("office-pause-create"), data).status_code == 422


def test_a_silent_job_raises_an_alarm(client, officer):
    client.force_login(officer)
    assert "never ran" in client.get(reverse("office-jobs")).content.decode()
    for job in jobs:
        JobRun.objects.create(
            job=job.key, started_at=timezone.now(), ended_at=timezone.now(), outcome="done", sent=3
        )
    page = client.get(reverse("office-jobs")).content.decode()
    assert "Every job has run when it should." in page
    JobRun.objects.update(outcome="failed")
    assert "Not every job has run" in client.get(reverse("office-jobs")).content.decode()
    assert "have not run as they should" in client.get(reverse("office")).content.decode()


def test_the_audit_tells_fields_and_steps(client, head, officer, coordinator, submitted_matrix):
    client.force_login(officer)
    url = reverse("office-person-edit", args=[coordinator.person_id])
    client.post(url, edited(coordinator.person, phone="+678"))
    entries, _older = audit.read(head, audit.Asked())
    (change,) = [
        entry
        for entry in entries
        if entry.title == coordinator.full_name
        and entry.lines != ["Made."]
        and str(entry.kind) == "person"
    ]
    assert change.lines == ["telephone: from “” to “+678”"]
    assert (change.who, change.url) == (
        officer.full_name, reverse("office-person", args=[coordinator.person_id]),
    )  # fmt: skip
    steps = [entry for entry in entries if entry.is_step]
    assert [(entry.lines, entry.who) for entry in steps] == [
        (["To be filled in → Submitted"], coordinator.full_name),
        (["Planned → Open"], officer.full_name),
    ]
    client.force_login(head)
    page = client.get(reverse("office-audit")).content.decode()
    assert "telephone: from “” to “+678”" in page


def test_the_audit_narrows_and_pages_by_key(client, head, officer, member):
    for number in range(7):
        PersonFactory(organisation=member, family_name=f"Kalo{number}")
    asked = audit.Asked(kind="rocb.person")
    everything, _older = audit.read(head, asked, limit=1000)
    paged, key = [], ""
    while True:
        entries, key = audit.read(head, asked, after=audit.parse_key(key), limit=2)
        paged += entries
        if not key:
            break
    assert paged == everything
    assert len(paged) == 9
    assert {entry.kind for entry in everything} == {"person"}
    tomorrow = local_today(timezone.now(), head.time_zone) + timedelta(days=1)
    assert audit.read(head, audit.Asked(since=tomorrow)) == ([], "")
    assert audit.read(head, audit.Asked(who=officer)) == ([], "")
    client.force_login(head)
    answer = client.get(reverse("office-audit"), {"since": tomorrow, "kind": "rocb.person"})
    assert "Nothing fits these filters" in answer.content.decode()
    for nonsense in ("x", "1", "1.x-2.3", "9.99999999999999999999", "--"):
        assert client.get(reverse("office-audit"), {"after": nonsense}).status_code == 200


def test_the_audit_stays_in_the_own_region(head, administrator, far_member, matrix):
    PersonFactory(organisation=far_member, family_name="Faraway")
    kinds = {entry.kind for entry in audit.read(administrator, audit.Asked(), limit=1000)[0]}
    assert "matrix" not in {str(kind) for kind in kinds}
    titles = {entry.title for entry in audit.read(head, audit.Asked(), limit=1000)[0]}
    assert "Ana Faraway" not in titles
    assert str(far_member) not in titles
    assert Administration.objects.count() == 2


def test_the_landing_costs_little(client, head, django_assert_max_num_queries):
    client.force_login(head)
    with django_assert_max_num_queries(11):
        client.get(reverse("office"))
