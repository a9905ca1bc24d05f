"""Cycles of the demonstration office: three years of accepted matrices, and one that is open."""

import hashlib
import json
from datetime import date, timedelta
from itertools import pairwise

import pgtrigger
from django.db.models import OuterRef, Subquery

from missions import actions
from missions.filing import file_rows
from missions.models import (
    Action,
    ActionPlan,
    ActionRow,
    Cycle,
    Implementation,
    Matrix,
    MatrixVersion,
    StandardRow,
)
from missions.seeding import texts
from missions.seeding.plans import standards_in_use
from missions.versions import content_of
from missions.workflow import CycleStatus, MatrixStatus, PlanStatus
from rocb.frozen import in_every_language
from rocb.models import Framework, Mail, Reminder
from rocb.seeding import Demo, at, passed

HISTORY = 6


def half_years(today: date) -> list[dict]:
    """The cycles from three years back to the next one; the last but one is today's.

    It is open and not yet due, whatever the day: where its usual dates do not fit, they are moved.
    """
    year, half = today.year, 1 if today.month <= 6 else 2
    found = []
    for back in range(HISTORY, -2, -1):
        index = year * 2 + half - 1 - back
        of_year, second = divmod(index, 2)
        opens = date(of_year, 10 if second else 4, 15)
        due = date(of_year, 12 if second else 6, 15)
        closes = date(of_year + 1, 1, 31) if second else date(of_year, 7, 31)
        if back == 0:
            # A month of it lies behind us, and there is some time left.
            opens = min(opens, today - timedelta(days=30))
            due = due if due >= today + timedelta(days=10) else today + timedelta(days=21)
            closes = max(closes, due + timedelta(days=45))
        elif back > 0:
            closes = min(closes, today - timedelta(days=1))
        name = f"{of_year} {'second' if second else 'first'} half"
        found.append({"name": name, "opens_on": opens, "due_on": due, "closes_on": closes})
    for before, after in pairwise(found):
        after["opens_on"] = max(after["opens_on"], before["opens_on"] + timedelta(days=1))
    if found[-1]["due_on"] <= found[-1]["opens_on"]:
        found[-1]["due_on"] = found[-1]["opens_on"] + timedelta(days=60)
    return found


def cycles(demo: Demo) -> None:
    """History for every plan in force, then the open cycle with all that can be seen in one."""
    framework = Framework.objects.get(is_default=True)
    by = demo.user("head")
    *past, current, coming = half_years(demo.today)
    common = {"office": demo.office, "framework": framework, "created_by": by, "updated_by": by}
    plans = list(
        ActionPlan.objects.filter(status=PlanStatus.IN_FORCE).select_related(
            "administration__officer"
        )
    )
    standards = list(standards_in_use().values())
    for number, values in enumerate(past):
        cycle = Cycle.objects.create(**common, **values, status=CycleStatus.CLOSED)
        opened = ("open", "planned", "open", by, cycle.opens_on, "")
        passed([(cycle, opened), (cycle, ("close", "open", "closed", by, cycle.closes_on, ""))])
        for plan in plans:
            accepted(demo, cycle, plan, standards, number)
    implemented()
    cycle = Cycle.objects.create(**common, **current)
    Cycle.objects.create(**common, **coming)
    with demo.moment(at(current["opens_on"])):
        actions.open_cycle(cycle, by=by)
    Matrix.objects.filter(cycle=cycle).update(created_at=at(current["opens_on"]))
    open_matrices(demo, cycle)


def accepted(demo: Demo, cycle: Cycle, plan: ActionPlan, standards, number: int) -> None:
    """A matrix of the past; a few members never filed theirs."""
    code = plan.administration.iso2.lower()
    by, officer = demo.user(f"coordinator.{code}"), plan.administration.officer
    is_last = number == HISTORY - 1
    missed = demo.random.random() < 0.08 and code != "pg" and not is_last
    filed = cycle.due_on + timedelta(days=demo.random.randint(-20, 12))
    reviewed = filed + timedelta(days=demo.random.randint(2, 12))
    reviewed = min(reviewed, demo.today - timedelta(days=1))
    matrix = Matrix(
        cycle=cycle,
        plan=plan,
        administration=plan.administration,
        due_on=cycle.due_on,
        status=MatrixStatus.CANCELLED if missed else MatrixStatus.ACCEPTED,
        created_by=officer,
        updated_by=officer,
    )
    if not missed:
        matrix.typed_by = matrix.submitted_by = by
        matrix.typed_at = matrix.submitted_at = at(filed)
        matrix.reviewed_by, matrix.reviewed_at = officer, at(reviewed)
        matrix.copied_to, matrix.copied_at = demo.user("secretariat").email, at(reviewed)
    matrix.save()
    Matrix.objects.filter(pk=matrix.pk).update(created_at=at(cycle.opens_on))
    reminded(demo, matrix, by, cycle.closes_on if missed else filed)
    if missed:
        why = "The member did not file in time; it reports again in the next cycle."
        passed([(matrix, ("cancel", "draft", "cancelled", officer, cycle.closes_on, why))])
        return
    rows_of_the_past(demo, matrix, plan, standards, number)
    version_of_the_past(matrix)
    submitted = ("submit", "draft", "submitted", by, filed, "")
    passed(
        [
            (matrix, submitted),
            (matrix, ("accept", "submitted", "accepted", officer, reviewed, "Thank you.")),
        ]
    )


def version_of_the_past(matrix: Matrix) -> None:
    """What was submitted, word for word."""
    content = in_every_language(lambda: content_of(matrix))
    text = json.dumps(content, sort_keys=True, ensure_ascii=False)
    MatrixVersion.objects.create(
        matrix=matrix,
        number=1,
        submitted_at=matrix.submitted_at,
        submitted_by=matrix.submitted_by,
        typed_by=matrix.typed_by,
        content=content,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
    )


def implemented() -> None:
    """Each action knows when its implementation was first accepted."""
    reports = ActionRow.objects.filter(
        action=OuterRef("pk"),
        status=Implementation.IMPLEMENTED,
        matrix__status=MatrixStatus.ACCEPTED,
    ).order_by("matrix__reviewed_at")
    Action.objects.update(implemented_at=Subquery(reports.values("matrix__reviewed_at")[:1]))


def rows_of_the_past(demo: Demo, matrix: Matrix, plan, standards, number: int) -> None:
    """What stood in a matrix of the past. In the last one each action stands as it does now."""
    rng = demo.random
    share = (number + 1) / HISTORY
    StandardRow.objects.bulk_create(
        StandardRow(
            matrix=matrix,
            standard=standard,
            level=min(4, max(0, round(share * 3 + rng.random() * 1.6 - 0.6))),
            remark=rng.choice(texts.REMARKS),
        )
        for standard in standards
    )
    rows = []
    for action in plan.actions.order_by("position"):
        status, percent = stood(action, number)
        moving = percent > 0
        rows.append(
            ActionRow(
                matrix=matrix,
                action=action,
                status=status,
                percent=percent,
                progress=rng.choice(texts.PROGRESS) if moving else "",
                obstacle=rng.choice(texts.OBSTACLES) if rng.random() < 0.3 else "",
                next_step=rng.choice(texts.NEXT) if moving and percent < 100 else "",
                support_needed=action.support_needed,
                is_unchanged=not moving and number < HISTORY - 1,
            )
        )
    ActionRow.objects.bulk_create(rows, 500)


def stood(action, number: int) -> tuple[str, int]:
    """Status and percentage of an action in the given cycle of the past."""
    if number == HISTORY - 1:
        return action.status, action.percent
    # Not all began at once: every action has a cycle in which it first moved.
    first = action.position % 4
    share = max(0, number - first + 1) / (HISTORY - first)
    percent = int(action.percent * share / 5) * 5
    return status_at(percent), percent


def status_at(percent: int) -> str:
    """The status that goes with a percentage."""
    if percent == 100:
        return Implementation.IMPLEMENTED
    if percent >= 60:
        return Implementation.PARTLY
    return Implementation.IN_PROGRESS if percent else Implementation.NOT_STARTED


def reminded(demo: Demo, matrix: Matrix, by, filed: date) -> None:
    """The rungs that had passed before the matrix was filed, each with the digest it went in."""
    what = f"Follow-up matrix: {matrix.cycle.name}"
    for rung in (-30, -14, -3, 0, 7):
        day = matrix.due_on + timedelta(days=rung)
        if day >= filed:
            return
        mail, made = Mail.objects.get_or_create(
            key=f"digest:{by.person_id}:{day}",
            defaults={
                "template": "digest",
                "context": {"at": at(day).isoformat()},
                "person": by.person,
                "email": by.email,
                "subject": f"{'1 overdue' if rung > 0 else '1 due soon'}: {what}",
                "body": f"{what}\nDue {matrix.due_on:%d %B %Y}\n",
                "status": Mail.Status.SENT,
                "not_before": at(day),
                "sent_at": at(day),
                "attempts": 1,
            },
        )
        if made:
            Mail.objects.filter(pk=mail.pk).update(created_at=at(day))
        Reminder.objects.create(
            kind="matrix",
            object_id=matrix.pk,
            rung=rung,
            due_on=matrix.due_on,
            person=by.person,
            administration=matrix.administration,
            reason="debtor",
            made_at=at(day),
            mail=mail,
        )


# What became of each member's matrix in the open cycle; those not named have not begun.
FATES = {
    "submitted": "FJ WS LK VN PH MN",
    "returned": "SB KH",
    "accepted": "TO NP BT MY TH",
    "nothing": "PW",
    "withdrawn": "MV",
}


def open_matrices(demo: Demo, cycle: Cycle) -> None:
    matrices = {
        matrix.administration.iso2: matrix
        for matrix in Matrix.objects.filter(cycle=cycle).select_related("administration__officer")
    }
    for fate, codes in FATES.items():
        for number, iso2 in enumerate(codes.split()):
            if iso2 in matrices:
                ended(demo, matrices[iso2], fate, 20 - number)
    if "PG" in matrices:
        begun(demo, matrices["PG"])


def typed(demo: Demo, matrix: Matrix, by, rows: int = 1000, least: int = 0) -> None:
    """Words of this half-year in the first `rows` rows of each part, `least` per cent or more."""
    rng, wanted = demo.random, {}
    for row in matrix.standard_rows.order_by("standard__position")[:rows]:
        level = min(4, (row.level or 0) + (rng.random() < 0.3))
        wanted["standards", row.standard_id] = {
            "revision": row.revision,
            "level": level,
            "remark": rng.choice(texts.REMARKS),
        }
    for row in matrix.action_rows.order_by("action__position")[:rows]:
        percent = min(100, max(least, (row.percent or 0) + rng.choice([0, 5, 10, 20])))
        wanted["actions", row.action_id] = {
            "revision": row.revision,
            "status": status_at(percent),
            "percent": percent,
            "progress": rng.choice(texts.PROGRESS) if percent else "",
            "next_step": rng.choice(texts.NEXT),
        }
    file_rows(matrix, wanted, by=by)


def ended(demo: Demo, matrix: Matrix, fate: str, days_ago: int) -> None:
    """Let one matrix go its way through the same actions that people use."""
    code = matrix.administration.iso2.lower()
    by, officer = demo.user(f"coordinator.{code}"), matrix.administration.officer
    when, later = demo.days_ago(days_ago), demo.days_ago(max(1, days_ago - 6))
    if fate == "nothing":
        reason = "The administration prepared the regional summit; all actions rested."
        matrix = actions.report_nothing(matrix, by=by, reason=reason)
    else:
        typed(demo, matrix, by)
    with demo.moment(when):
        matrix = actions.submit_matrix(matrix, by=by)
    with demo.moment(later):
        if fate == "accepted":
            actions.accept_matrix(matrix, by=officer)
        elif fate == "withdrawn":
            actions.withdraw_matrix(matrix, by=by, comment="Two rows need the port's figures.")
        elif fate == "returned":
            row = matrix.action_rows.order_by("action__position").first()
            actions.return_matrix(
                matrix,
                by=officer,
                comment="Thank you. One row needs a few more words.",
                due_on=matrix.due_on + timedelta(days=7),
                rows={("actions", row.action_id): "Which ports does the pilot cover?"},
            )
    reviewed = later if fate in ("accepted", "returned") else None
    Matrix.objects.filter(pk=matrix.pk).update(
        typed_at=when,
        submitted_at=when,
        reviewed_at=reviewed,
        copied_at=later if fate == "accepted" else None,
    )
    with pgtrigger.ignore("missions.MatrixVersion:keep"):
        MatrixVersion.objects.filter(matrix=matrix).update(submitted_at=when)


def begun(demo: Demo, matrix: Matrix) -> None:
    """The matrix that a visitor finds as coordinator: begun, and far from done."""
    by = demo.user("contributor.pg")
    typed(demo, matrix, by, rows=9, least=5)
    Matrix.objects.filter(pk=matrix.pk).update(typed_at=demo.days_ago(1))
    left = matrix.standard_rows.order_by("standard__position")[10:].values_list("pk", flat=True)
    matrix.standard_rows.filter(pk__in=list(left)).update(level=None, remark="")
    rest = matrix.action_rows.order_by("action__position")[9:].values_list("pk", flat=True)
    matrix.action_rows.filter(pk__in=list(rest)).update(
        status="", percent=None, progress="", obstacle="", next_step=""
    )
