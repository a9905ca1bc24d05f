"""Circulars: to whom they go, once; who has read and replied; chasing; who sees which."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from programmes.models import Beat, Question, Questionnaire
from reports.actions import audience, mark_read, reply, send_circular
from reports.markdown import html_of
from reports.models import Circular
from reports.workflow import CIRCULAR
from rocb.models import Grouping, Mail, Reminder
from rocb.outbox import send_waiting
from rocb.reminders import remind
from rocb.roles import Role
from rocb.workflow import StepRefused
from tests.factories.reports import CircularFactory
from tests.factories.rocb import AdministrationFactory, UserFactory

pytestmark = pytest.mark.django_db


def in_days(days: int):
    return timezone.localdate() + timedelta(days=days)


@pytest.fixture
def circular(office, coordinator, other_coordinator):
    return CircularFactory(office=office, reply_by=in_days(20), subject="Contact points")


@pytest.fixture
def sent(circular, officer):
    return send_circular(circular, by=officer)


def test_each_person_gets_one_mail_once(circular, officer, coordinator, other_coordinator, smtp):
    circular = send_circular(circular, by=officer)
    with pytest.raises(StepRefused, match="is not possible any more"):
        send_circular(circular, by=officer)
    send_waiting()
    send_waiting()
    assert sorted(smtp.recipients) == sorted([coordinator.email, other_coordinator.email])
    (mail,) = smtp.to(coordinator.email)
    assert mail["To"] == coordinator.email
    assert mail["Subject"] == f"Circular {circular.reference}: Contact points"
    assert "please **read** this." in mail.get_body(("plain",)).get_content()
    assert circular.reference == f"{timezone.localdate().year}/1"


def test_nobody_selected_means_nobody(office, officer, member):
    circular = CircularFactory(office=office, all_members=False)
    with pytest.raises(StepRefused, match="It would go to nobody"):
        send_circular(circular, by=officer)
    circular.refresh_from_db()
    assert (circular.status, Mail.objects.count()) == ("draft", 0)


def test_groupings_and_single_members_are_put_together(office, officer, member, other_member):
    third = AdministrationFactory(region=office.region, country_name="Palau", iso2="PW")
    pacific = Grouping.objects.create(code="PIC", name="Pacific islands")
    member.groupings.add(pacific)
    other_member.groupings.add(pacific)
    circular = CircularFactory(office=office, all_members=False)
    circular.groupings.add(pacific)
    circular.members.add(member, third)
    send_circular(circular, by=officer)
    names = circular.replies.values_list("administration__country_name", flat=True)
    assert sorted(names) == ["Palau", "Tonga", "Vanuatu"]


def test_the_preview_says_how_many_and_who_has_no_address(
    client, circular, officer, member, executive
):
    AdministrationFactory(region=member.region, country_name="Nauru", iso2="NR")
    client.force_login(officer)
    page = client.get(reverse("reports:circular-step", args=[circular.pk, "send"]))
    assert "2 people will get a mail." in page.text
    assert "1 has no address:</strong> Nauru" in page.text
    assert "<strong>read</strong>" in page.text
    Circular.objects.filter(pk=circular.pk).update(to_executives=True)
    circular.refresh_from_db()
    assert len(audience(circular).people) == 3


def test_a_member_without_a_coordinator_is_written_to_through_others(
    office, officer, member, contributor
):
    circular = CircularFactory(office=office)
    found = audience(circular)
    assert ([user.pk for user in found.people], found.unreachable) == ([contributor.pk], [])


def test_who_sees_which(sent, circular, office, coordinator, member, donor, expert, secretariat):
    stranger = UserFactory(
        role=Role.COORDINATOR,
        organisation=AdministrationFactory(region=office.region, country_name="Samoa", iso2="WS"),
    )
    draft = CircularFactory(office=office)

    def seen(user):
        return list(Circular.objects.visible_to(user).values_list("pk", flat=True))

    assert seen(coordinator) == seen(secretariat) == [sent.pk]
    assert seen(stranger) == seen(donor) == seen(expert) == []
    assert draft.pk not in seen(coordinator)


def test_reading_is_noted_when_it_is_opened_signed_in(client, sent, coordinator, officer):
    sheet = sent.replies.get(administration=coordinator.organisation_id)
    copy = sheet.copies.get()
    assert (copy.is_mailed, copy.read_at) == (True, None)
    client.force_login(officer)
    client.get(sent.get_absolute_url())
    copy.refresh_from_db()
    assert copy.read_at is None
    client.force_login(coordinator)
    client.get(sent.get_absolute_url())
    copy.refresh_from_db()
    first = copy.read_at
    assert first is not None
    client.get(sent.get_absolute_url())
    copy.refresh_from_db()
    assert copy.read_at == first


def test_the_office_sees_who_has_read_and_replied(client, sent, officer, coordinator):
    mark_read(sent, by=coordinator)
    sheet = sent.replies.get(administration=coordinator.organisation_id)
    reply(sheet, by=coordinator, text="Ms Tari, Risk Management.", answers={})
    client.force_login(officer)
    page = client.get(f"{sent.get_absolute_url()}?tab=replies")
    numbers = [(tile["number"], tile["text"]) for tile in page.context["tiles"]]
    assert numbers == [
        ("2", "members"), ("1", "have read it"), ("1", "have replied"), ("1", "have not replied"),
    ]  # fmt: skip
    lines = b"".join(client.get(f"{sent.get_absolute_url()}?export=csv")).decode().splitlines()
    assert len(lines) == 3
    assert "Ms Tari, Risk Management." in lines[2]
    assert Mail.objects.get(template="circular_answered").person == officer.person


def test_members_do_not_read_each_others_replies(client, sent, coordinator, other_coordinator):
    theirs = sent.replies.get(administration=other_coordinator.organisation_id)
    reply(theirs, by=other_coordinator, text="Ours alone.", answers={})
    client.force_login(coordinator)
    assert client.get(theirs.get_absolute_url()).status_code == 404
    assert client.get(f"{sent.get_absolute_url()}?tab=replies").context["tab"] == ""
    assert "export" not in client.get(f"{sent.get_absolute_url()}?export=csv").headers
    assert "Ours alone." not in client.get(f"{sent.get_absolute_url()}?export=csv").text
    own = client.get(f"/api/v1/circulars/{sent.pk}/").json()["replies"]
    assert [row["member"] for row in own] == ["VU"]


def test_chasing_stops_when_the_reply_is_there(sent, coordinator, other_coordinator):
    at = timezone.now() + timedelta(days=18)
    remind(at, at_once=True)
    kinds = Reminder.objects.filter(kind="circular")
    assert sorted(kinds.values_list("person", flat=True)) == sorted(
        [coordinator.person_id, other_coordinator.person_id]
    )
    sheet = sent.replies.get(administration=coordinator.organisation_id)
    reply(sheet, by=coordinator, text="Here.", answers={})
    remind(at + timedelta(days=10), at_once=True)
    late = Reminder.objects.filter(kind="circular", rung=7, reason="debtor")
    assert list(late.values_list("person", flat=True)) == [other_coordinator.person_id]


def test_another_day_for_replies_is_told_and_reminded_anew(
    client, sent, officer, coordinator, other_coordinator, smtp
):
    sheet = sent.replies.get(administration=coordinator.organisation_id)
    reply(sheet, by=coordinator, text="Here.", answers={})
    remind(timezone.now() + timedelta(days=18), at_once=True)
    first = Reminder.objects.filter(kind="circular")
    assert set(first.values_list("person", "round")) == {(other_coordinator.person_id, 0)}
    address = reverse("reports:circular-step", args=[sent.pk, "move"])
    client.force_login(officer)
    assert "1 person will get a mail." in client.get(address).text
    for day, said in ((in_days(-1), "This day has passed."), (in_days(20), "by this day already")):
        bad = client.post(address, {"reply_by": day.isoformat()})
        assert (bad.status_code, said in bad.text) == (422, True)
    Mail.objects.all().delete()
    client.post(address, {"reply_by": in_days(40).isoformat(), "comment": "After the cyclone."})
    sent.refresh_from_db()
    assert (sent.reply_by, sent.status) == (in_days(40), "sent")
    send_waiting()
    (mail,) = smtp.messages
    assert mail["To"] == other_coordinator.email
    assert "After the cyclone." in mail.get_body(("plain",)).get_content()
    remind(timezone.now() + timedelta(days=38), at_once=True)
    again = Reminder.objects.filter(kind="circular", round=1)
    assert set(again.values_list("person", flat=True)) == {other_coordinator.person_id}
    client.force_login(coordinator)
    assert client.post(address, {"reply_by": in_days(50).isoformat()}).status_code == 403


def test_nothing_is_taken_after_it_is_closed(client, sent, officer, coordinator):
    sheet = sent.replies.get(administration=coordinator.organisation_id)
    CIRCULAR.perform(sent, "close", by=officer)
    with pytest.raises(StepRefused, match="No reply can be given any more"):
        reply(sheet, by=coordinator, text="Late.", answers={})
    remind(timezone.now() + timedelta(days=30), at_once=True)
    assert not Reminder.objects.filter(kind="circular").exists()


def test_one_closed_by_mistake_takes_replies_again(
    client, sent, officer, coordinator, other_coordinator, smtp
):
    sheet = sent.replies.get(administration=coordinator.organisation_id)
    reply(sheet, by=coordinator, text="Here.", answers={})
    remind(timezone.now() + timedelta(days=18), at_once=True)
    CIRCULAR.perform(sent, "close", by=officer)
    address = reverse("reports:circular-step", args=[sent.pk, "reopen"])
    client.force_login(coordinator)
    assert client.post(address, {"comment": "Please"}).status_code == 403
    client.force_login(officer)
    assert "1 person will get a mail." in client.get(address).text
    bad = client.post(address, {"comment": " "})
    assert bad.status_code == 422
    assert Circular.objects.get().status == "closed"
    Mail.objects.all().delete()
    assert client.post(address, {"comment": "Closed by mistake."}).status_code == 302
    twice = client.post(address, {"comment": "Twice."}, follow=True)
    assert "is not possible any more" in twice.text
    send_waiting()
    (mail,) = smtp.messages
    assert mail["To"] == other_coordinator.email
    assert "Closed by mistake." in mail.get_body(("plain",)).get_content()
    remind(timezone.now() + timedelta(days=18), at_once=True)
    again = Reminder.objects.filter(kind="circular", round=1)
    assert set(again.values_list("person", flat=True)) == {other_coordinator.person_id}
    late = sent.replies.get(administration=other_coordinator.organisation_id)
    reply(late, by=other_coordinator, text="Here too.", answers={})
    assert sent.replies.filter(answered_at=None).count() == 0


@pytest.fixture
def asked(circular, officer):
    """The circular with two questions, sent."""
    sheet = Questionnaire.objects.create(title="Contact points", beat=Beat.CIRCULAR)
    Question.objects.create(
        questionnaire=sheet, code="has-one", text="Do you have one?", kind="yes_no"
    )
    Question.objects.create(
        questionnaire=sheet, code="who", text="Who is it?", kind="text", is_required=False
    )
    Circular.objects.filter(pk=circular.pk).update(questionnaire=sheet)
    circular.refresh_from_db()
    return send_circular(circular, by=officer)


def test_questions_are_answered_with_the_reply(client, asked, coordinator, officer):
    sheet = asked.replies.get(administration=coordinator.organisation_id)
    address = reverse("reports:circular-answer", args=[sheet.pk])
    client.force_login(coordinator)
    page = client.get(address)
    assert "Do you have one?" in page.text
    version = page.context["form"]["version"].value()
    bad = client.post(address, {"text": "My words", "version": version})
    assert bad.status_code == 422
    assert "Please answer this question." in bad.text
    assert "My words" in bad.text
    answers = {"q-has-one": "yes", "q-who": "Ms Tari", "version": version}
    assert client.post(address, answers).status_code == 302
    sheet.refresh_from_db()
    assert sheet.answers == {"has-one": True, "who": "Ms Tari"}
    page = client.get(sheet.get_absolute_url())
    assert "Ms Tari" in page.text
    # What was asked stays what it was.
    Question.objects.filter(code="who").update(text="Changed")
    assert "Who is it?" in client.get(sheet.get_absolute_url()).text
    again = client.get(address).context["form"]
    assert again["q-has-one"].value() == "yes"
    client.force_login(officer)
    export = b"".join(client.get(f"{asked.get_absolute_url()}?export=csv")).decode()
    assert "Do you have one?" in export.splitlines()[0]
    page = client.get(f"{asked.get_absolute_url()}?tab=replies")
    has_one, who = page.context["results"]
    assert [(bar.label, bar.value) for bar in has_one.bars] == [("Yes", 1), ("No", 0)]
    assert who.texts == ["Vanuatu: Ms Tari"]
    assert "Vanuatu: Ms Tari" in page.text


def test_two_people_of_one_administration_do_not_overwrite(client, asked, coordinator, executive):
    sheet = asked.replies.get(administration=coordinator.organisation_id)
    address = reverse("reports:circular-answer", args=[sheet.pk])
    client.force_login(coordinator)
    version = client.get(address).context["form"]["version"].value()
    reply(sheet, by=executive, text="The chief's word.", answers={"has-one": False})
    late = client.post(address, {"q-has-one": "yes", "text": "Mine", "version": version})
    assert late.status_code == 422
    assert "has replied while you were writing" in late.text
    sheet.refresh_from_db()
    assert sheet.text == "The chief's word."


def test_others_may_not_reply(client, sent, contributor, other_coordinator, officer):
    sheet = sent.replies.get(administration=contributor.organisation_id)
    address = reverse("reports:circular-answer", args=[sheet.pk])
    for user, status in ((contributor, 403), (other_coordinator, 404), (officer, 403)):
        client.force_login(user)
        assert client.get(address).status_code == status


def test_writing_and_editing_a_draft(client, office, officer, member, attache):
    client.force_login(attache)
    address = reverse("reports:circular-create")
    bad = client.post(address, {"subject": "S", "body": "B", "reply_by": "2001-01-01"})
    assert bad.status_code == 422
    assert "This day has passed." in bad.text
    client.post(address, {"subject": "S", "body": "B", "members": [member.pk]})
    draft = Circular.objects.get()
    assert list(draft.members.all()) == [member]
    steps = reverse("reports:circular-step", args=[draft.pk, "send"])
    assert client.get(steps).status_code == 403  # decides nothing in the office's name
    client.force_login(officer)
    client.post(steps)
    draft.refresh_from_db()
    assert draft.status == "sent"
    edit = client.get(reverse("reports:circular-edit", args=[draft.pk]), follow=True)
    assert "its words stay as they went out" in edit.text


def test_the_archive_costs_the_same_with_many(
    client, office, officer, coordinator, django_assert_max_num_queries
):
    def send(count):
        for _number in range(count):
            send_circular(CircularFactory(office=office), by=officer)

    for user in (coordinator, officer):
        client.force_login(user)
        send(1)
        client.get(reverse("reports:circular-list"))
        with django_assert_max_num_queries(8) as first:
            client.get(reverse("reports:circular-list"))
        send(10)
        with django_assert_max_num_queries(len(first.captured_queries)):
            page = client.get(reverse("reports:circular-list") + "?q=circular")
    assert "22 circulars" in page.text
    for bad in ("?year=x", "?year=99999999999", "?q=%00'", "?status=no"):
        assert client.get(reverse("reports:circular-list") + bad).status_code == 200


def test_markdown_is_made_harmless():
    html = html_of("# Big\n<script>alert(1)</script> [x](javascript:alert(1)) ![p](http://a/b.png)")
    assert "<script" not in html
    assert "<img" not in html
    assert 'href="javascript' not in html
    assert "<h2>Big</h2>" in html
    link = html_of("[x](https://example.org)")
    assert link == ('<p><a href="https://example.org" rel="noopener noreferrer">x</a></p>\n')
