"""The ladder: each rung once, to the right person, whatever happens meanwhile."""

from datetime import UTC, date, datetime, timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from missions import actions
from rocb.deadlines import deadlines
from rocb.models import Mail, Reminder, ReminderPause
from rocb.outbox import send_waiting
from rocb.reminders import remind, write_ledger
from tests.conftest import filled

DUE = date(2026, 12, 15)


def at(days: int, hour: int = 3) -> datetime:
    """Noon or so in the Pacific, `days` from the due date."""
    return datetime(DUE.year, DUE.month, DUE.day, hour, tzinfo=UTC) + timedelta(days=days)


def ledger(kind="matrix"):
    rows = Reminder.objects.filter(kind=kind).order_by("rung", "person__email")
    return [(row.rung, row.person.user, row.reason) for row in rows]


def test_nothing_is_due_before_the_first_rung(matrix):
    assert remind(at(-31)).rows == 0


def test_each_rung_once_to_the_right_person(matrix, coordinator, officer, executive, head):
    for day in range(-40, 40):
        write_ledger(deadlines["matrix"], at(day))
        write_ledger(deadlines["matrix"], at(day, hour=5))
    assert ledger() == sorted(
        [
            (-30, coordinator, "debtor"),
            (-14, coordinator, "debtor"),
            (-3, coordinator, "debtor"),
            (0, coordinator, "debtor"),
            (7, coordinator, "debtor"),
            (7, officer, "officer"),
            (21, coordinator, "debtor"),
            (21, officer, "officer"),
            (21, executive, "head"),
            (21, head, "head"),
        ],
        key=lambda row: (row[0], row[1].email),
    )


def test_an_outage_is_made_up_for_by_one_rung(matrix, coordinator):
    remind(at(-30))
    remind(at(2))
    assert [rung for rung, _user, _reason in ledger()] == [-30, 0]


def test_the_day_is_the_members_own(matrix):
    matrix.administration.time_zone = "Pacific/Apia"  # UTC+13
    matrix.administration.save()
    before_midnight_there = datetime(2026, 12, 14, 10, 30, tzinfo=UTC)
    after_midnight_there = datetime(2026, 12, 14, 11, 30, tzinfo=UTC)
    remind(before_midnight_there)
    assert [rung for rung, *_ in ledger()] == [-3]
    remind(after_midnight_there)
    assert [rung for rung, *_ in ledger()] == [-3, 0]


def test_submitted_matrices_leave_the_ladder(matrix, coordinator):
    remind(at(-30))
    actions.submit_matrix(filled(matrix, coordinator), by=coordinator)
    remind(at(8))
    assert [rung for rung, *_ in ledger()] == [-30]


def test_a_returned_matrix_starts_anew(matrix, coordinator, officer):
    remind(at(-14))
    matrix = actions.submit_matrix(filled(matrix, coordinator), by=coordinator)
    soon = timezone.localdate() + timedelta(days=20)
    matrix = actions.return_matrix(matrix, by=officer, comment="Add.", due_on=soon)
    remind(datetime(soon.year, soon.month, soon.day, 3, tzinfo=UTC) - timedelta(days=14))
    rounds = Reminder.objects.filter(kind="matrix").order_by("round")
    assert [(row.round, row.rung, row.due_on) for row in rounds] == [(0, -14, DUE), (1, -14, soon)]


def test_withdrawn_and_cancelled_ones_leave_it(submitted_matrix, coordinator, officer):
    matrix = actions.withdraw_matrix(submitted_matrix, by=coordinator)
    remind(at(0))
    assert ledger() == []
    matrix.status = "cancelled"
    matrix.save()
    remind(at(0))
    assert ledger() == []


def test_a_pause_stops_it_and_ends(matrix, member, officer):
    ReminderPause.objects.create(
        administration=member,
        reason="Cyclone",
        from_on=DUE - timedelta(days=30),
        until_on=DUE - timedelta(days=4),
        by=officer,
    )
    for day in range(-30, 1):
        write_ledger(deadlines["matrix"], at(day))
    assert [rung for rung, *_ in ledger()] == [-3, 0]


def test_a_pause_of_another_kind_does_not(matrix, member, officer):
    ReminderPause.objects.create(
        administration=member, kind="action", reason="x", from_on=date(2026, 1, 1), by=officer
    )
    remind(at(0))
    assert [rung for rung, *_ in ledger()] == [0]


def test_where_nobody_can_be_written_to_the_officer_is(matrix, coordinator, officer):
    coordinator.is_active = False
    coordinator.save()
    remind(at(-14))
    assert ledger() == [(-14, officer, "nobody")]


def test_every_head_stands_in_for_an_officer_who_has_left(matrix, coordinator, officer, head):
    officer.ends_on = date(2026, 12, 1)
    officer.save()
    remind(at(8))
    assert ledger() == sorted(
        [(7, coordinator, "debtor"), (7, head, "officer")],
        key=lambda row: (row[0], row[1].email),
    )


def test_one_digest_a_day_and_person(matrix, plan, coordinator, smtp):
    plan.actions.update(current_due_on=DUE)
    remind(at(0), at_once=True)
    Mail.objects.exclude(template="digest").delete()
    assert send_waiting().sent == 1
    (message,) = smtp.to(coordinator.email)
    text = message.get_body(("plain",)).get_content()
    assert text.count("http://localhost:8000/missions/") == 4  # a matrix and three actions
    assert f"/missions/matrices/{matrix.pk}/edit/" in text
    # Something new on the same day waits for tomorrow's digest.
    plan.actions.filter(number=plan.actions.first().number).update(current_due_on=DUE)
    Reminder.objects.filter(kind="matrix").update(mail=None)
    assert remind(at(0, hour=6), at_once=True).mails == 0
    assert send_waiting().sent == 0
    assert remind(at(1), at_once=True).mails == 1


def test_what_is_settled_meanwhile_is_not_mentioned(matrix, coordinator, smtp):
    remind(at(0), at_once=True)
    matrix.status = "cancelled"
    matrix.save()
    Mail.objects.exclude(template="digest").delete()
    assert send_waiting().skipped == 1
    assert smtp.messages == []


def test_a_week_without_mail_server_is_one_digest(matrix, coordinator, smtp, settings):
    Mail.objects.all().delete()
    port, settings.EMAIL_PORT = settings.EMAIL_PORT, 1
    for day in (-14, -3, 0):
        remind(at(day), at_once=True)
        send_waiting()
    settings.EMAIL_PORT = port
    assert (send_waiting().sent, len(smtp.messages)) == (1, 1)


def test_the_morning_is_waited_for(matrix, coordinator):
    remind(at(0))
    mail = Mail.objects.get(template="digest")
    # 06:00 in Port Moresby, which is ten hours ahead.
    assert mail.not_before == datetime(2026, 12, 14, 20, tzinfo=UTC)


def test_reminding_changes_nothing_on_the_record(matrix):
    before = matrix.updated_at
    remind(at(0))
    matrix.refresh_from_db()
    assert matrix.updated_at == before


def test_ten_or_one_cost_the_same(matrix, plan, django_assert_num_queries):
    from tests.factories.missions import ActionFactory

    # One INSERT ... SELECT for each kind of deadline that is mailed, and three for the digests.
    expected = sum(kind.rungs != () for kind in deadlines) + 3
    with django_assert_num_queries(expected):
        remind(at(-30))
    for action in ActionFactory.create_batch(30, plan=plan):
        action.current_due_on = DUE
        action.save()
    with django_assert_num_queries(expected):
        remind(at(0))


def test_the_command_moves_time(matrix, coordinator, smtp):
    Mail.objects.all().delete()
    out = StringIO()
    call_command("send_reminders", at="2026-12-15T08:00", stdout=out)
    call_command("send_reminders", at="2026-12-15T08:00", stdout=out)
    assert out.getvalue().splitlines() == [
        "1 reminders written, 1 digests made.",
        "1 sent, 0 failed, 0 put off.",
        "0 reminders written, 0 digests made.",
        "0 sent, 0 failed, 0 put off.",
    ]
    with pytest.raises(CommandError, match="is not a moment"):
        call_command("send_reminders", at="soon")


@pytest.mark.parametrize(
    ("due_on", "last_of_eve", "first_of_day", "last_of_week", "first_after_week"),
    [
        # Clocks go forward on the day: it has 23 hours, and midnight comes an hour earlier after it.
        (date(2026, 9, 27), "09-26T11:59", "09-26T12:01", "10-03T10:59", "10-03T11:01"),
        # Clocks go back on the day: it has 25.
        (date(2026, 4, 5), "04-04T10:59", "04-04T11:01", "04-11T11:59", "04-11T12:01"),
    ],
)
def test_a_change_of_summer_time_moves_no_day(
    matrix, due_on, last_of_eve, first_of_day, last_of_week, first_after_week
):
    matrix.administration.time_zone = "Pacific/Auckland"
    matrix.administration.save()
    matrix.due_on = due_on
    matrix.save()
    for moment, rungs in (
        (last_of_eve, [-3]),
        (first_of_day, [-3, 0]),
        (last_of_week, [-3, 0]),
        (first_after_week, [-3, 0, 7]),
    ):
        remind(datetime.fromisoformat(f"2026-{moment}+00:00"))
        assert sorted({rung for rung, *_ in ledger()}) == rungs, moment


def test_a_clock_that_jumps_back_repeats_nothing(matrix):
    remind(at(0))
    before = ledger()
    for day in (-30, -3, -1, 0):
        assert remind(at(day)).rows == 0
    assert ledger() == before
    remind(at(7))
    assert {rung for rung, *_ in ledger()} == {0, 7}
