"""The calendar: pages for everybody, and feeds read back by a real parser."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.core.cache import cache
from django.urls import reverse
from django.utils import timezone
from icalendar import Calendar

from programmes import actions
from programmes.feeds import calendar_of
from programmes.models import Event
from programmes.workflow import EVENT
from rocb.models import Theme
from tests.factories.programmes import EventFactory

pytestmark = pytest.mark.django_db
NOW = date.today()
FEED = "/programmes/calendar.ics"


@pytest.fixture(autouse=True)
def no_limits_left_over():
    cache.clear()


def workshop(office, **values) -> Event:
    values = {"status": "announced", "title": "AEO workshop", "office": office, **values}
    values.setdefault("starts_on", NOW + timedelta(days=40))
    values.setdefault("ends_on", values["starts_on"] + timedelta(days=4))
    return EventFactory(**values)


def read(body: bytes) -> list:
    return list(Calendar.from_ical(body).events)


def test_all_day_events_end_the_day_after(office):
    one = workshop(office, starts_on=date(2027, 3, 8), ends_on=date(2027, 3, 12))
    single = workshop(office, starts_on=date(2027, 3, 31), ends_on=date(2027, 3, 31))
    first, second = read(calendar_of([one, single]))
    assert (first["DTSTART"].dt, first["DTEND"].dt) == (date(2027, 3, 8), date(2027, 3, 13))
    assert first["DTSTART"].params["VALUE"] == "DATE"
    assert (second["DTSTART"].dt, second["DTEND"].dt) == (date(2027, 3, 31), date(2027, 4, 1))
    assert (first["UID"], first["SEQUENCE"]) == (f"event-{one.pk}@localhost", 0)
    assert first["STATUS"] == "TENTATIVE"


@pytest.mark.parametrize(
    ("day", "hours_in_utc"), [(date(2027, 1, 20), (22, 0)), (date(2027, 7, 20), (23, 1))]
)
def test_hours_in_a_zone_with_daylight_saving(office, day, hours_in_utc):
    webinar = workshop(
        office,
        kind="webinar",
        status="confirmed",
        starts_on=day,
        ends_on=day,
        begins_at=time(9),
        finishes_at=time(11),
        time_zone="Australia/Sydney",
    )
    body = calendar_of([webinar])
    (entry,) = read(body)
    assert entry["DTSTART"].params["TZID"] == "Australia/Sydney"
    sydney = ZoneInfo("Australia/Sydney")
    assert entry["DTSTART"].dt == datetime.combine(day, time(9), tzinfo=sydney)
    utc = [entry[name].dt.astimezone(UTC).hour for name in ("DTSTART", "DTEND")]
    assert tuple(utc) == hours_in_utc
    calendar = Calendar.from_ical(body)
    assert [zone["TZID"] for zone in calendar.timezones] == ["Australia/Sydney"]
    assert calendar.get_missing_tzids() == set()
    # A reader that knows only the rules in the file comes to the same moment.
    rules = calendar.timezones[0].to_tz(lookup_tzid=False)
    assert datetime.combine(day, time(9), tzinfo=rules).astimezone(UTC) == datetime.combine(
        day, time(9), tzinfo=sydney
    ).astimezone(UTC)


def test_a_webinar_of_several_days_leaves_the_nights_free(office):
    day = date(2027, 3, 26)
    webinar = workshop(
        office, starts_on=day, ends_on=day + timedelta(days=2), begins_at=time(9),
        finishes_at=time(11), time_zone="Europe/Paris",
    )  # fmt: skip
    (entry,) = read(calendar_of([webinar]))
    assert entry["DTEND"].dt - entry["DTSTART"].dt == timedelta(hours=2)
    assert entry["RRULE"] == {"FREQ": ["DAILY"], "COUNT": [3]}


def test_past_midnight_and_without_an_end(office):
    day = date(2027, 3, 8)
    night = workshop(office, starts_on=day, ends_on=day, begins_at=time(23), finishes_at=time(1))
    open_end = workshop(office, starts_on=day, ends_on=day, begins_at=time(9))
    first, second = read(calendar_of([night, open_end]))
    assert first["DTEND"].dt - first["DTSTART"].dt == timedelta(hours=2)
    assert second["DTEND"].dt - second["DTSTART"].dt == timedelta(hours=1)


def test_a_subscriber_before_and_after_a_postponement(client, office, officer):
    event = workshop(office)
    (before,) = read(client.get(FEED).content)
    event = EVENT.take(event, "confirm", by=officer)
    (confirmed,) = read(client.get(FEED).content)
    event = actions.postpone_event(event, by=officer, comment="Flood")
    (waiting,) = read(client.get(FEED).content)
    later = NOW + timedelta(days=90)
    Event.objects.filter(pk=event.pk).update(starts_on=later, ends_on=later)
    event.refresh_from_db()
    with time_machine.travel(timezone.now() + timedelta(minutes=5)):
        actions.announce_event(event, by=officer)
    (after,) = read(client.get(FEED).content)
    assert len({one["UID"] for one in (before, confirmed, waiting, after)}) == 1
    statuses = [one["STATUS"] for one in (before, confirmed, waiting, after)]
    assert statuses == ["TENTATIVE", "CONFIRMED", "TENTATIVE", "TENTATIVE"]
    assert waiting["SUMMARY"] == "Postponed: AEO workshop"
    assert (waiting["TRANSP"], after["TRANSP"]) == ("TRANSPARENT", "OPAQUE")
    assert after["DTSTART"].dt == later
    turns = [one["SEQUENCE"] for one in (before, confirmed, waiting, after)]
    assert turns[2] > turns[0]
    assert turns[3] > turns[2]
    assert turns == sorted(turns)
    assert after["DTSTAMP"].dt > before["DTSTAMP"].dt


def test_a_cancelled_event_says_so(client, office, officer):
    event = workshop(office)
    (before,) = read(client.get(FEED).content)
    actions.cancel_event(event, by=officer, comment="No money")
    (after,) = read(client.get(FEED).content)
    assert (after["UID"], after["STATUS"]) == (before["UID"], "CANCELLED")
    assert after["SEQUENCE"] > before["SEQUENCE"]
    assert after["SUMMARY"] == "Cancelled: AEO workshop"


def test_the_feed_is_narrowed_and_holds_nothing_unpublished(client, office):
    workshop(office, status="planned", title="Secret")
    workshop(office, status="idea", title="Idea")
    webinar = workshop(office, kind="webinar", scope="national", title="Webinar")
    valuation = Theme.objects.create(code="valuation", name="Valuation")
    themed = workshop(office, title="Themed")
    themed.themes.add(valuation)
    old = workshop(office, starts_on=NOW - timedelta(days=500), title="Old", status="closed")

    def titles(query=""):
        return {str(one["SUMMARY"]) for one in read(client.get(f"{FEED}{query}").content)}

    assert titles() == {"Webinar", "Themed"}
    assert titles("?kind=webinar&scope=national") == {webinar.title}
    assert titles("?theme=valuation") == {themed.title}
    assert titles("?kind=nonsense") == set()
    assert old.title not in titles()


def test_a_reader_is_told_that_nothing_changed(client, office, django_assert_num_queries):
    event = workshop(office)
    first = client.get(FEED)
    assert first["Content-Type"] == "text/calendar; charset=utf-8"
    again = client.get(FEED, headers={"If-None-Match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    since = client.get(FEED, headers={"If-Modified-Since": first["Last-Modified"]})
    assert since.status_code == 304
    event.title = "New title"
    event.save()
    changed = client.get(FEED, headers={"If-None-Match": first["ETag"]})
    assert (changed.status_code, b"New title" in changed.content) == (200, True)


def test_one_event_as_a_file(client, office):
    event = workshop(office)
    answer = client.get(reverse("programmes:calendar-event-file", args=[event.pk]))
    assert [one["UID"] for one in read(answer.content)] == [f"event-{event.pk}@localhost"]
    hidden = workshop(office, status="planned")
    for name in ("calendar-event-file", "calendar-event"):
        assert client.get(reverse(f"programmes:{name}", args=[hidden.pk])).status_code == 404


def test_long_and_awkward_texts_survive(office):
    title = "Äöü; comma, “quotes” \\ backslash " + "x" * 200
    event = workshop(office, title=title[:300], summary="Line one\nLine two")
    (entry,) = read(calendar_of([event]))
    assert entry["SUMMARY"] == event.title
    assert entry["DESCRIPTION"].endswith("Line one\nLine two")


def page(client, **query):
    return client.get(reverse("programmes:calendar"), query)


def test_the_month_shows_each_day_of_an_event_to_anybody(client, office):
    workshop(office, starts_on=date(2027, 3, 30), ends_on=date(2027, 4, 2))
    workshop(office, status="planned", title="Secret", starts_on=date(2027, 3, 1))
    march = page(client, month="2027-03").content.decode()
    assert "March 2027" in march
    assert march.count(">AEO workshop") == 2
    assert "Secret" not in march
    april = page(client, month="2027-04").content.decode()
    assert april.count("AEO workshop") == 2
    assert "AEO workshop" not in page(client, month="2027-05").content.decode()


def test_the_list_runs_for_a_year(client, office):
    workshop(office, starts_on=date(2027, 3, 30), ends_on=date(2027, 4, 2))
    html = page(client, month="2026-05", view="list").content.decode()
    assert html.count("AEO workshop") == 1
    assert "30 Mar 2027 – 2 Apr 2027" in html
    assert "AEO workshop" not in page(client, month="2027-05", view="list").content.decode()


@pytest.mark.parametrize("month", ["", "x", "2026-13", "0-0", "99999-01", "2026-", "-5", "²-3"])
def test_a_wrong_month_is_this_month(client, month):
    answer = page(client, month=month)
    assert answer.status_code == 200
    assert f"{NOW:%B %Y}" in answer.content.decode()


def test_filters_keep_the_month_and_narrow_the_feed(client, office):
    workshop(office, kind="webinar", title="Webinar", starts_on=date(2027, 3, 3))
    workshop(office, starts_on=date(2027, 3, 3))
    html = page(client, month="2027-03", kind="webinar").content.decode()
    assert "Webinar</a>" in html
    assert "AEO workshop" not in html
    assert "calendar.ics?kind=webinar" in html
    assert 'name="month" value="2027-03"' in html


def test_the_own_deadlines_are_for_whoever_is_signed_in(client, matrix, coordinator, office):
    month = f"{matrix.due_on:%Y-%m}"
    assert "Follow-up matrix" not in page(client, month=month).content.decode()
    client.force_login(coordinator)
    assert "Follow-up matrix" in page(client, month=month).content.decode()
    assert "Follow-up matrix" in page(client, month=month, view="list").content.decode()


@pytest.mark.parametrize("view", ["", "list"])
def test_the_calendar_asks_as_often_for_one_event_as_for_thirty(
    client, office, coordinator, django_assert_max_num_queries, view
):
    client.force_login(coordinator)
    day = date(2027, 3, 3)
    counts = []
    for number in (1, 30):
        while Event.objects.count() < number:
            workshop(office, starts_on=day)
        with django_assert_max_num_queries(8) as asked:
            page(client, month="2027-03", view=view)
        counts.append(len(asked))
    assert counts[0] == counts[1]


def test_the_public_page_of_an_event(client, office, member, coordinator):
    event = workshop(office, host=member, sponsor=office, begins_at=time(9), outcome="Agreed.")
    html = client.get(reverse("programmes:calendar-event", args=[event.pk])).content.decode()
    for part in ("AEO workshop", "Bangkok", str(member), "09:00", "Agreed."):
        assert part in html
    assert event.get_absolute_url() not in html
    client.force_login(coordinator)
    html = client.get(reverse("programmes:calendar-event", args=[event.pk])).content.decode()
    assert event.get_absolute_url() in html


def test_the_public_home_tells_what_is_next(client, office):
    workshop(office)
    workshop(office, title="Gone", status="cancelled")
    html = client.get("/").content.decode()
    assert "AEO workshop" in html
    assert "Gone" not in html
    assert 'href="/programmes/calendar/"' in html


def test_an_idea_that_was_cancelled_is_told_to_nobody(client, office, officer, coordinator):
    idea = workshop(office, status="planned", title="Secret")
    actions.cancel_event(idea, by=officer, comment="No money")
    told = workshop(office)
    actions.cancel_event(told, by=officer, comment="No money")
    assert [str(one["SUMMARY"]) for one in read(client.get(FEED).content)] == [
        "Cancelled: AEO workshop"
    ]
    assert list(Event.objects.visible_to(coordinator)) == [told]
    assert set(Event.objects.visible_to(officer)) == {told, idea}
