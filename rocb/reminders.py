"""Reminders: a ladder, not a date match.

A run writes the latest rung that has passed and is not yet in the ledger, for each open deadline and
each person it concerns, and puts what is new into one digest a day per person. So a missed run is
made up for, a week's outage sends one mail and not four, and a second run does nothing.

Each kind of deadline becomes one INSERT ... SELECT: 10,000 of them cost as much as one statement.
"""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import connection, transaction
from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _

from rocb import markup
from rocb.deadlines import COLUMNS, Deadline, DeadlineKind, deadlines, keyed, read
from rocb.models import Mail, Reminder, ReminderPause
from rocb.outbox import Letter, wake_sender
from rocb.roles import OFFICE_ROLES
from rocb.standing import Among, answer, statement

# The local hour before which nobody is written to.
MORNING = 6

# Reasons, in the order in which one person's several reasons are weighed.
DEBTOR, NOBODY, OFFICER, HEAD = "debtor", "nobody", "officer", "head"

LEDGER = """
WITH owed AS ({owed}),
standing AS (
    SELECT owed.*, office.officer_rung, office.head_rung, office.region_id,
        coalesce(owed.owed_charge, member.officer_id) AS officer_id,
        member.organisation_ptr_id AS member_id,
        (%(at)s::timestamptz AT TIME ZONE coalesce(owed.owed_zone, 'UTC'))::date AS today,
        coalesce(%(rungs)s::smallint[], office.reminder_rungs) AS rungs
    FROM owed
    JOIN rocb_office office ON office.organisation_ptr_id = owed.owed_to
    LEFT JOIN rocb_administration member ON member.organisation_ptr_id = owed.owed_by
),
due AS (
    SELECT standing.*, latest.rung
    FROM standing
    CROSS JOIN LATERAL (
        SELECT max(rung) AS rung FROM unnest(rungs) rung WHERE owed_on + rung::int <= today
    ) latest
    WHERE latest.rung IS NOT NULL AND NOT EXISTS (
        SELECT FROM rocb_reminderpause pause
        WHERE pause.administration_id = owed_by
            AND (pause.kind = %(kind)s OR pause.kind = '' AND NOT %(is_office)s)
            AND (pause.object_id IS NULL OR pause.object_id = owed_id)
            AND pause.from_on <= today AND (pause.until_on IS NULL OR today <= pause.until_on)
    )
),
-- The sign-ins that can be written to on the day of the deadline's place.
people AS (
    SELECT u.id AS user_id, u.person_id, u.role, person.organisation_id, u.starts_on, u.ends_on
    FROM rocb_user u JOIN rocb_person person ON person.id = u.person_id
    WHERE u.is_active AND u.wants_digest
),
debtors AS (
    SELECT due.owed_id, people.person_id
    FROM due JOIN people
        ON people.organisation_id = CASE WHEN %(is_office)s THEN NULL ELSE due.owed_by END
        AND people.role = ANY(%(debtors)s)
        AND people.starts_on <= due.today AND (people.ends_on IS NULL OR due.today <= people.ends_on)
),
heads AS (
    SELECT due.owed_id, people.person_id
    FROM due JOIN people ON people.organisation_id = due.owed_to AND people.role = 'head'
        AND people.starts_on <= due.today AND (people.ends_on IS NULL OR due.today <= people.ends_on)
),
-- The officer in charge; every head of the office where nobody is, or nobody any more.
officers AS (
    SELECT due.owed_id, people.person_id
    FROM due JOIN people ON people.user_id = due.officer_id
        AND people.starts_on <= due.today AND (people.ends_on IS NULL OR due.today <= people.ends_on)
    UNION
    SELECT heads.owed_id, heads.person_id
    FROM heads JOIN due USING (owed_id)
    WHERE NOT EXISTS (
        SELECT FROM people WHERE people.user_id = due.officer_id
            AND people.starts_on <= due.today
            AND (people.ends_on IS NULL OR due.today <= people.ends_on)
    )
),
executives AS (
    SELECT due.owed_id, people.person_id
    FROM due JOIN people ON people.organisation_id = due.owed_by AND people.role = 'executive'
        AND people.starts_on <= due.today AND (people.ends_on IS NULL OR due.today <= people.ends_on)
),
receivers AS (
    SELECT 1 AS weight, 'debtor' AS reason, owed_id, person_id FROM debtors
    UNION ALL
    SELECT 1, 'debtor', owed_id, person_id FROM officers WHERE %(is_office)s
    UNION ALL
    SELECT 2, 'nobody', officers.owed_id, officers.person_id FROM officers
    WHERE NOT %(is_office)s
        AND NOT EXISTS (SELECT FROM debtors WHERE debtors.owed_id = officers.owed_id)
    UNION ALL
    SELECT 3, 'officer', officers.owed_id, officers.person_id FROM officers JOIN due USING (owed_id)
    WHERE due.rung >= due.officer_rung
    UNION ALL
    SELECT 4, 'head', both_heads.owed_id, both_heads.person_id
    FROM (SELECT * FROM heads UNION SELECT * FROM executives) both_heads JOIN due USING (owed_id)
    WHERE due.rung >= due.head_rung
)
INSERT INTO rocb_reminder
    (kind, object_id, round, rung, due_on, person_id, administration_id, reason, made_at)
SELECT DISTINCT ON (due.owed_id, receivers.person_id)
    %(kind)s, due.owed_id, due.owed_round, due.rung, due.owed_on, receivers.person_id,
    due.member_id,
    receivers.reason, %(at)s
FROM receivers JOIN due USING (owed_id)
-- A clock that jumps back comes to a lower rung again: who has had a higher one is not sent it.
WHERE NOT EXISTS (
    SELECT FROM rocb_reminder had
    WHERE had.kind = %(kind)s AND had.object_id = due.owed_id AND had.round = due.owed_round
        AND had.due_on = due.owed_on AND had.person_id = receivers.person_id
        AND had.rung > due.rung
)
ORDER BY due.owed_id, receivers.person_id, receivers.weight
ON CONFLICT DO NOTHING
"""

# One digest for everybody who has reminders in no mail yet and none that waits. What is written
# after today's has gone is tomorrow's.
DIGESTS = """
WITH waiting AS (
    SELECT DISTINCT reminder.person_id,
        (%(at)s::timestamptz AT TIME ZONE coalesce(nullif(party.time_zone, ''), 'UTC'))::date AS day,
        coalesce(nullif(party.time_zone, ''), 'UTC') AS zone
    FROM rocb_reminder reminder
    JOIN rocb_person person ON person.id = reminder.person_id
    LEFT JOIN rocb_organisation party ON party.id = person.organisation_id
    WHERE reminder.mail_id IS NULL AND NOT EXISTS (
        SELECT FROM rocb_mail mail
        WHERE mail.person_id = reminder.person_id AND mail.template = 'digest'
            AND mail.status = 'queued'
    )
)
INSERT INTO rocb_mail
    (key, template, context, person_id, email, subject, body, created_at, not_before)
SELECT 'digest:' || person_id || ':' || day, 'digest', jsonb_build_object('at', %(at)s::text),
    person_id, '', '', '', now(),
    CASE WHEN %(at_once)s THEN now()
        ELSE greatest(now(), (day + make_time(%(morning)s, 0, 0)) AT TIME ZONE zone) END
FROM waiting
ON CONFLICT (key) DO NOTHING
"""


@dataclass(frozen=True, slots=True)
class Reminded:
    """What a run wrote: rows of the ledger, and mails for the outbox."""

    rows: int
    mails: int


@transaction.atomic
def remind(at: datetime, *, at_once: bool = False) -> Reminded:
    """Write what has become due by `at` (aware) into ledger and outbox; changes nothing else.

    Mails wait for the receiver's morning unless `at_once`. Idempotent.
    """
    rows = sum(write_ledger(kind, at) for kind in deadlines)
    with connection.cursor() as cursor:
        cursor.execute(DIGESTS, {"at": at, "at_once": at_once, "morning": MORNING})
        mails = cursor.rowcount
    if mails:
        transaction.on_commit(wake_sender)
    return Reminded(rows, mails)


def write_ledger(kind: DeadlineKind, at: datetime) -> int:
    """The ledger rows of one kind of deadline; how many are new."""
    if kind.rungs == ():
        return 0
    owed = statement(("owed", kind.key), lambda: kind.owed().order_by().values_list(*COLUMNS))
    if owed is None:
        return 0
    with connection.cursor() as cursor:
        inner = cursor.mogrify(owed.sql, owed.filled({})).decode().replace("%", "%%")
        named = f"SELECT * FROM ({inner}) AS t ({', '.join(COLUMNS)})"  # noqa: S608
        cursor.execute(
            LEDGER.replace("{owed}", named),
            {
                "at": at,
                "kind": kind.key,
                "rungs": list(kind.rungs) if kind.rungs else None,
                "debtors": sorted(kind.debtors),
                "is_office": kind.debtors <= OFFICE_ROLES,
            },
        )
        return cursor.rowcount


def in_digest(mail: Mail):
    """The ledger rows a digest tells of: those it has taken, and until then all that wait."""
    return Reminder.objects.filter(Q(mail=mail) | Q(mail=None, person=mail.person_id))


def take_in(mail: Mail) -> None:
    """The digest is going out: note in the ledger with which mail each row went."""
    Reminder.objects.filter(mail=None, person=mail.person_id).update(mail=mail)


def digest_of(mail: Mail) -> dict[str, Any] | None:
    """What a digest says at the moment it is sent: only what is still owed. None: nothing is."""
    written_at = parse_datetime(mail.context["at"])
    at = max(written_at, timezone.now()) if written_at else timezone.now()
    wanted: dict[str, dict] = defaultdict(dict)
    for row in in_digest(mail):
        wanted[row.kind][row.object_id, row.round] = row.reason
    owed = [
        (deadline, reasons[deadline.object_id, deadline.round])
        for key, reasons in wanted.items()
        if key in deadlines
        for deadline in read(owed_among(deadlines[key], {pk for pk, _round in reasons}), at)
        if (deadline.object_id, deadline.round) in reasons
    ]
    pauses = pauses_of({deadline.administration_id for deadline, _reason in owed}, at)
    found = [pair for pair in owed if not is_paused(pair[0], pauses)]
    if not found:
        return None
    found.sort(key=lambda pair: (pair[0].due_on, pair[0].what))
    items = [
        {
            "what": deadline.title,
            "member": deadline.administration if reason != DEBTOR else "",
            "when": _("Due %(day)s: %(left)s")
            % {"day": markup.weekday(deadline.due_on), "left": deadline.left()},
            "url": f"{settings.SITE_URL}{deadline.url}",
            "why": WHY[reason](),
        }
        for deadline, reason in found
    ]
    overdue = sum(deadline.is_overdue for deadline, _reason in found)
    return {
        "items": items,
        "first": items[0]["what"],
        "overdue": overdue,
        "soon": len(found) - overdue,
        "my_url": f"{settings.SITE_URL}{reverse('my')}",
    }


def owed_among(kind: DeadlineKind, ids: set[int]) -> list[tuple]:
    """What is still owed of these records, as rows of `keyed`."""

    def make() -> QuerySet:
        return keyed(kind, kind.owed().filter(Among("pk", "ids")))

    return answer(("owed among", kind.key), make, ids=sorted(ids))


WHY = {
    DEBTOR: lambda: _("You get this because it is yours to do."),
    NOBODY: lambda: _("You get this because nobody there can be reminded by mail."),
    OFFICER: lambda: _("You get this as the officer in charge: it is overdue."),
    HEAD: lambda: _("You get this as head: it has been overdue for weeks."),
}


def pauses_of(members: set[int | None], at: datetime) -> set[tuple[int, str, int | None]]:
    """(administration, kind or "" for all, record or None for all) of the pauses that hold; one query."""
    today = timezone.localdate(at)
    pauses = ReminderPause.objects.filter(
        Q(until_on=None) | Q(until_on__gte=today), administration__in=members, from_on__lte=today
    )
    return set(pauses.values_list("administration", "kind", "object_id"))


def is_paused(deadline: Deadline, pauses: set[tuple[int, str, int | None]]) -> bool:
    """Whether one of the pauses holds it; one for all kinds leaves the office its own deadlines."""
    kind = deadline.kind
    kinds = (kind.key,) if kind.debtors <= OFFICE_ROLES else ("", kind.key)
    return any(
        (deadline.administration_id, one, record) in pauses
        for one in kinds
        for record in (None, deadline.object_id)
    )


DIGEST = Letter("digest", digest_of, going=take_in)
