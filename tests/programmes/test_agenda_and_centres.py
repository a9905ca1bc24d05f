"""Agendas, training centres, which of them fits, and what came of an event."""

import io
from datetime import date, time, timedelta

import openpyxl
import pypdfium2
import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from programmes.fitting import fits
from programmes.models import Course, Event, EventSession, Nomination, TrainingCentre
from programmes.outcomes import attendance_of, people_line
from rocb.models import Theme
from tests.factories.programmes import (
    CourseFactory,
    EventFactory,
    EventSessionFactory,
    ResourcePersonFactory,
    TrainingCentreFactory,
)
from tests.factories.rocb import AdministrationFactory, PersonFactory

pytestmark = pytest.mark.django_db
AHEAD = timezone.localdate() + timedelta(days=60)


@pytest.fixture
def event(office):
    return EventFactory(
        office=office, starts_on=AHEAD, ends_on=AHEAD + timedelta(days=2), languages=["en"]
    )


def test_the_agenda_day_by_day(client, event, officer, coordinator):
    speaker = ResourcePersonFactory(event=event, status="accepted", person__given_name="Mele")
    asked = ResourcePersonFactory(event=event, person__given_name="Unsure")
    client.force_login(officer)
    new = reverse("programmes:session-create", args=[event.pk])
    client.post(new, {"on": AHEAD, "begins_at": "09:00", "ends_at": "10:30", "title": "Opening",
                      "speakers": [speaker.pk, asked.pk]})  # fmt: skip
    session = EventSession.objects.get()
    assert (session.begins_at, session.speakers.count()) == (time(9), 2)
    Event.objects.update(status="planned")
    Event.objects.update(status="announced")
    client.force_login(coordinator)
    page = client.get(reverse("programmes:event-agenda", args=[event.pk])).content.decode()
    assert ("Opening" in page, "Mele" in page, "Unsure" in page) == (True, True, False)


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"on": AHEAD + timedelta(days=3)}, "choose one of its days"),
        ({"on": AHEAD - timedelta(days=1)}, "choose one of its days"),
        ({"begins_at": "11:00", "ends_at": "10:00"}, "It ends before it starts."),
        ({"ends_at": "10:00"}, "Say from what hour, too."),
        ({"title": ""}, "This field is required"),
    ],
)
def test_sessions_that_cannot_be(client, event, officer, wrong, sentence):
    client.force_login(officer)
    data = {"on": AHEAD, "title": "Opening", **wrong}
    response = client.post(reverse("programmes:session-create", args=[event.pk]), data)
    assert (response.status_code, sentence in response.content.decode()) == (422, True)
    assert EventSession.objects.count() == 0


def test_the_agenda_of_a_cancelled_event_stays(client, event, officer):
    session = EventSessionFactory(event=event)
    Event.objects.update(status="cancelled")
    client.force_login(officer)
    url = reverse("programmes:session-delete", args=[session.pk])
    assert "is not changed any more" in client.post(url, follow=True).content.decode()
    assert EventSession.objects.count() == 1


def test_a_centre_too_small(client, office, officer, member):
    small = TrainingCentreFactory(run_by=member, seats=20, city="Port Vila")
    client.force_login(officer)
    data = {"title": "Big", "kind": "workshop", "scope": "regional", "time_zone": "Asia/Bangkok",
            "centre": small.pk, "capacity": "30"}  # fmt: skip
    response = client.post(reverse("programmes:event-create"), data)
    assert "seats 20, and the event has 30" in response.content.decode()
    client.post(reverse("programmes:event-create"), {**data, "capacity": "20"})
    event = Event.objects.get()
    assert (event.centre, event.place, event.host.pk) == (small, "Port Vila", member.pk)


def test_which_centre_fits_and_why(client, event, officer, member, office):
    theme = Theme.objects.create(code="aeo", name="AEO")
    event.themes.add(theme)
    Event.objects.update(capacity=30)
    event.refresh_from_db()
    good = TrainingCentreFactory(run_by=member, name="Good", seats=40, languages=["en"], beds=60)
    good.themes.add(theme)
    small = TrainingCentreFactory(run_by=AdministrationFactory(), name="Small", seats=10)
    taken = TrainingCentreFactory(run_by=AdministrationFactory(), name="Taken")
    EventFactory(office=office, title="Other", centre=taken, starts_on=AHEAD, ends_on=AHEAD)
    found = {one.centre.name: one for one in fits(event, officer)}
    assert next(iter(found)) == "Good"
    assert found["Good"].reasons == [
        "teaches AEO", "works in English", "a room for 40", "60 beds",
        "no event of ours on these days",
    ]  # fmt: skip
    assert found["Small"].obstacles == ["its largest room seats 10"]
    assert found["Taken"].obstacles == ["taken on these days: Other"]
    client.force_login(officer)
    url = reverse("programmes:event-centres", args=[event.pk])
    version = event.updated_at.isoformat()
    refused = client.post(url, {"centre": small.pk, "version": version}, follow=True)
    assert "cannot be taken" in refused.content.decode()
    late = client.post(url, {"centre": good.pk, "version": "2026-01-01"}, follow=True)
    assert "Somebody has changed the event meanwhile" in late.content.decode()
    event.refresh_from_db()
    assert event.centre is None
    client.post(url, {"centre": good.pk, "version": version})
    event.refresh_from_db()
    assert event.centre == good


def test_the_compendium_as_pdf(client, coordinator, member):
    centre = TrainingCentreFactory(run_by=member, name="RTC Vanuatu", facilities="Two rooms.")
    CourseFactory(centre=centre, title="Valuation for trainers", days=5)
    client.force_login(coordinator)
    answer = client.get(reverse("programmes:compendium"))
    text = "".join(
        page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(answer.content)
    )
    assert answer["Content-Type"] == "application/pdf"
    for words in ("RTC Vanuatu", "Two rooms.", "Valuation for trainers", "not verified"):
        assert words in text


def test_a_centre_is_kept_by_the_office(client, officer, coordinator, member):
    client.force_login(officer)
    data = {"name_en": "RTC New", "run_by": member.pk, "time_zone": "Pacific/Efate",
            "since_on": "2020-01-01", "until_on": "2019-01-01"}  # fmt: skip
    response = client.post(reverse("programmes:centre-create"), data)
    assert "It ends before it begins." in response.content.decode()
    client.post(reverse("programmes:centre-create"), {**data, "until_on": ""})
    centre = TrainingCentre.objects.get()
    assert (centre.region_id, centre.is_verified) == (member.region_id, False)
    client.post(reverse("programmes:course-create", args=[centre.pk]), {"title": "AEO"})
    course = Course.objects.get()
    client.post(reverse("programmes:course-delete", args=[course.pk]))
    assert Course.objects.count() == 0
    client.force_login(coordinator)
    assert "Not verified" in client.get(centre.get_absolute_url()).content.decode()
    assert client.get(reverse("programmes:centre-edit", args=[centre.pk])).status_code == 403


def test_the_five_centres_of_2008(db):
    call_command("load_reference", verbosity=0)
    centres = TrainingCentre.objects.all()
    codes = centres.at_work(date(2008, 6, 30)).order_by("iso2").values_list("iso2", flat=True)
    assert list(codes) == ["CN", "HK", "IN", "JP", "MY"]
    assert centres.at_work(date(2022, 11, 1)).count() == 10


def test_the_outcome_is_counted(client, event, officer, donor, member, other_member, office):
    people = (("w", member, "attended"), ("w", member, "attended"), ("m", other_member, "attended"),
              ("m", other_member, "no_show"))  # fmt: skip
    for gender, home, status in people:
        Nomination.objects.create(
            event=event,
            administration=home,
            person=PersonFactory(organisation=home, gender=gender, family_name="Secret"),
            status=status,
        )
    ResourcePersonFactory(event=event, status="accepted", person=PersonFactory(organisation=office))
    assert people_line(attendance_of(event)) == (
        "3 participants (2 women, 1 man) from 2 administrations"
    )
    for status in ("planned", "announced", "confirmed", "held"):
        Event.objects.update(status=status)
    Event.objects.update(starts_on=date(2025, 9, 1), ends_on=date(2025, 9, 2), outcome="Agreed.")
    client.force_login(donor)
    page = client.get(event.get_absolute_url()).content.decode()
    assert "3 participants (2 women, 1 man) from 2 administrations" in page
    assert "Secret" not in page
    url = reverse("programmes:outcome-list")
    book = client.get(url, {"export": "xlsx", "year": "2025"})
    rows = list(openpyxl.load_workbook(io.BytesIO(book.content)).active.values)
    row = dict(zip(rows[0], rows[1], strict=True))
    assert (row["Participants"], row["Women"], row["Outcome"]) == (3, 2, "Agreed.")
    assert row["Resource persons from"] == office.name
    assert "0 events" in client.get(url, {"year": "2024"}).content.decode()
    assert client.get(url, {"year": "x"}).status_code == 200


@pytest.mark.parametrize("name", ["centre-list", "outcome-list", "event-list"])
def test_lists_cost_the_same_at_one_and_at_thirty(client, officer, member, office, name):
    def add(count):
        for _number in range(count):
            if name == "centre-list":
                TrainingCentreFactory(run_by=AdministrationFactory())
            else:
                EventFactory(office=office, status="closed")

    client.force_login(officer)
    url = reverse(f"programmes:{name}")
    add(1)
    client.get(url)
    with CaptureQueriesContext(connection) as one:
        client.get(url)
    add(29)
    with CaptureQueriesContext(connection) as thirty:
        client.get(url)
    assert len(one) == len(thirty) <= 8


@pytest.mark.parametrize("name", ["event-detail", "event-agenda", "event-resources", "event-past"])
def test_the_parts_of_an_event_cost_little(client, event, officer, name):
    EventSessionFactory.create_batch(6, event=event)
    ResourcePersonFactory.create_batch(3, event=event, status="accepted")
    client.force_login(officer)
    url = reverse(f"programmes:{name}", args=[event.pk])
    client.get(url)
    with CaptureQueriesContext(connection) as queries:
        client.get(url)
    assert len(queries) <= (10 if name == "event-past" else 8)


def test_the_home_shows_what_the_reader_may_open(client, officer, donor):
    client.force_login(officer)
    page = client.get(reverse("programmes:home")).content.decode()
    assert ("Resource persons" in page, "requests open" in page) == (True, True)
    client.force_login(donor)
    page = client.get(reverse("programmes:home")).content.decode()
    assert ("Resource persons" in page, "requests open" in page) == (False, False)
