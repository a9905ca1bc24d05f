"""Recommendations, action plans and extension requests of the demonstration office."""

from datetime import date, timedelta
from decimal import Decimal

from missions.models import (
    Action,
    ActionPlan,
    Answer,
    ExtensionRequest,
    Implementation,
    Recommendation,
)
from missions.models.choices import Horizon, Priority
from missions.seeding import texts
from missions.workflow import ExtensionStatus, PlanStatus
from rocb.models import Administration, DiagnosticArea, Standard
from rocb.seeding import Demo, at, passed

IN_FORCE = "PG FJ WS SB TO VU LK NP BD BT MV KH LA MM VN PH ID MN TL PW TH MY"
OTHERS = {
    "AF": PlanStatus.DRAFT,
    "PK": PlanStatus.DRAFT,
    "BN": PlanStatus.DRAFT,
    "IR": PlanStatus.SUBMITTED,
    "MO": PlanStatus.SUBMITTED,
    "IN": PlanStatus.ENDORSED,
}
ACTIONS_OF = {"PG": 24, "FJ": 200}


def plans(demo: Demo) -> None:
    """A plan for most members, in every state that a plan can be in."""
    members = {row.iso2: row for row in Administration.objects.filter(is_member=True)}
    wanted = [(iso2, PlanStatus.IN_FORCE) for iso2 in IN_FORCE.split()] + list(OTHERS.items())
    for iso2, status in wanted[: demo.only]:
        plan_of(demo, members[iso2], status)
    if demo.only is None:
        for iso2 in ("LK", "VN"):
            plan_of(demo, members[iso2], PlanStatus.CLOSED)


# When a plan began, in years before today, and for how many it was made.
SPANS = {PlanStatus.CLOSED: (9, 5), PlanStatus.IN_FORCE: (4, 7)}


def plan_of(demo: Demo, member: Administration, status: str) -> ActionPlan:
    """One plan with its recommendations, actions and links."""
    code = member.iso2.lower()
    by, chief = demo.user(f"coordinator.{code}"), demo.user(f"executive.{code}")
    years_ago, length = SPANS.get(status, (0, 4))
    began = date(demo.today.year - years_ago, 7, 1)
    endorsed = status in (PlanStatus.ENDORSED, PlanStatus.IN_FORCE, PlanStatus.CLOSED)
    in_force = status in (PlanStatus.IN_FORCE, PlanStatus.CLOSED)
    signed = began - timedelta(days=20) if in_force else demo.today - timedelta(days=4)
    plan = ActionPlan.objects.create(
        administration=member,
        title=f"Customs modernisation plan {began.year}–{began.year + length}",
        summary="Demonstration plan, made from the recommendations of a diagnostic mission.",
        status=status,
        starts_on=began,
        ends_on=date(began.year + length, 6, 30),
        endorsed_by=chief if endorsed else None,
        endorsed_on=signed if endorsed else None,
        in_force_on=began if in_force else None,
        created_by=by,
        updated_by=by,
    )
    road(plan, signed, by, chief)
    advice = recommendations(demo, member, by, began) if status != PlanStatus.CLOSED else []
    actions = actions_of(demo, plan, by, in_force)
    link(demo, actions, advice)
    if status == PlanStatus.IN_FORCE:
        extensions(demo, actions, by, member.officer)
    return plan


def road(plan: ActionPlan, signed: date, by, chief) -> None:
    """The steps that brought the plan where it is."""
    officer, began = plan.administration.officer, plan.in_force_on
    ended = "All that could be done is done; the rest is in the next plan."
    steps = [
        ("submit", "draft", "submitted", by, signed - timedelta(days=9), ""),
        ("endorse", "submitted", "endorsed", chief, signed, ""),
        ("bring-into-force", "endorsed", "in_force", officer, began, ""),
        ("close", "in_force", "closed", officer, plan.ends_on, ended),
    ]
    stations = [step[1] for step in steps] + [PlanStatus.CLOSED]
    passed([(plan, step) for step in steps[: stations.index(plan.status)]])


def recommendations(demo: Demo, member, by, began: date) -> list[Recommendation]:
    """Four to twelve pieces of advice, most of them answered."""
    areas = {area.number: area for area in DiagnosticArea.objects.all()}
    standards = standards_in_use()
    count = 10 if member.iso2 == "PG" else demo.random.randint(4, 12)
    made_on = began - timedelta(days=150 + 37 * (sum(map(ord, member.iso2)) % 7))
    made = []
    for number, (text, codes, area) in enumerate(demo.random.sample(texts.ADVICE, count), 1):
        answer = demo.random.choice([Answer.ACCEPTED] * 5 + [Answer.PARTLY, Answer.NOTED, ""])
        if not answer and made_on < demo.today - timedelta(days=400):
            answer = Answer.ACCEPTED  # nobody leaves advice unanswered for years
        row = Recommendation.objects.create(
            administration=member,
            number=f"R{number}",
            text=text,
            area=areas[area],
            priority=demo.random.choice(Priority.values),
            horizon=demo.random.choice(Horizon.values),
            source="Diagnostic mission (demonstration)",
            made_on=made_on,
            answer=answer,
            answer_reason=demo.random.choice(texts.REASONS)
            if answer in (Answer.PARTLY, Answer.NOTED)
            else "",
            answered_by=by if answer else None,
            answered_at=at(made_on + timedelta(days=75)) if answer else None,
            created_by=member.officer,
            updated_by=member.officer,
        )
        row.standards.set([standards[code] for code in codes.split()])
        made.append(row)
    return made


def standards_in_use() -> dict[str, Standard]:
    rows = Standard.objects.in_use().filter(framework__is_default=True)
    return {row.code: row for row in rows}


def actions_of(demo: Demo, plan: ActionPlan, by, in_force: bool) -> list[Action]:
    """The actions of a plan, as far along as the plan is old."""
    rng, iso2 = demo.random, plan.administration.iso2
    count = ACTIONS_OF.get(iso2, rng.randint(8, 30))
    people = list(plan.administration.people.order_by("pk"))
    order = rng.sample(range(len(texts.ACTIONS)), len(texts.ACTIONS))
    rows = []
    for position in range(count):
        title, unit, _codes, support, cost = texts.ACTIONS[order[position % len(order)]]
        turn = position // len(order)
        due = demo.today + timedelta(days=rng.randint(-330, 720))
        if plan.status == PlanStatus.CLOSED:
            due = plan.starts_on + timedelta(days=rng.randint(200, 1800))
        percent, status = (0, Implementation.NOT_STARTED)
        if in_force:
            percent, status = standing(rng, (due - demo.today).days)
        rows.append(
            Action(
                plan=plan,
                number=f"{position // 8 + 1}.{position % 8 + 1}",
                title=f"{title}, phase {turn + 1}" if turn else title,
                expected_result=rng.choice(texts.RESULTS),
                responsible_unit=unit,
                responsible_person=rng.choice(people) if rng.random() < 0.6 else None,
                baseline_due_on=due if in_force else None,
                current_due_on=due,
                cost=Decimal(cost * 1000) if rng.random() < 0.8 else None,
                support_needed=support,
                is_shared=in_force and support != "none" and rng.random() < 0.4,
                tells_others=status == Implementation.IMPLEMENTED and position % 3 == 0,
                status=status,
                percent=percent,
                position=position + 1,
                created_by=by,
                updated_by=by,
            )
        )
    return Action.objects.bulk_create(rows, 500)


def standing(rng, days_left: int) -> tuple[int, str]:
    """How far an action is, given how near its date: most are on time, some are late."""
    if days_left < 0 and rng.random() < 0.75:
        return 100, Implementation.IMPLEMENTED
    if days_left > 500 and rng.random() < 0.7:
        return 0, Implementation.NOT_STARTED
    if rng.random() < 0.06:
        return rng.choice([0, 20]), rng.choice([Implementation.POSTPONED, Implementation.DROPPED])
    percent = rng.choice([10, 20, 25, 30, 40, 50, 60, 70, 75, 80])
    return percent, Implementation.PARTLY if percent >= 60 else Implementation.IN_PROGRESS


def link(demo: Demo, actions: list[Action], advice: list[Recommendation]) -> None:
    """Each action to its standards, and to a recommendation on one of them where there is one."""
    standards = standards_in_use()
    codes = {title: words.split() for title, _unit, words, _support, _cost in texts.ACTIONS}
    to_standard, to_advice = Action.standards.through, Action.recommendations.through
    links, carried = [], []
    advised = {text: codes for text, codes, _area in texts.ADVICE}
    by_code: dict[str, Recommendation] = {}
    for row in advice:
        for code in advised[row.text].split():
            by_code.setdefault(code, row)
    for action in actions:
        named = codes[action.title.split(", phase ")[0]]
        links += [to_standard(action=action, standard=standards[code]) for code in named]
        found = {by_code[code] for code in named if code in by_code}
        carried += [to_advice(action=action, recommendation=row) for row in found]
    to_standard.objects.bulk_create(links, 1000)
    to_advice.objects.bulk_create(carried, 1000)


DECIDED = {
    ExtensionStatus.APPROVED: ("approve", ""),
    ExtensionStatus.REFUSED: ("refuse", "The date hangs together with the donor's closing date."),
}


def extensions(demo: Demo, actions: list[Action], by, officer) -> None:
    """Two or three requests for each plan: approved, refused, and sometimes one that waits."""
    rng = demo.random
    unfinished = [a for a in actions if not a.is_finished]
    chosen = rng.sample(unfinished, min(3, len(unfinished)))
    statuses = [ExtensionStatus.APPROVED, ExtensionStatus.REFUSED]
    if by.person.organisation.iso2 in ("PG", "WS", "NP", "KH", "ID"):
        statuses.append(ExtensionStatus.REQUESTED)
    for action, status in zip(chosen, statuses, strict=False):
        before, after = action.current_due_on, action.current_due_on + timedelta(days=120)
        is_decided = status != ExtensionStatus.REQUESTED
        request = ExtensionRequest.objects.create(
            action=action,
            status=status,
            due_on_before=before,
            new_due_on=after,
            reason=rng.choice(texts.DELAYS),
            decided_by=officer if is_decided else None,
            decided_at=demo.days_ago(60) if is_decided else None,
            created_by=by,
            updated_by=officer if is_decided else by,
        )
        ExtensionRequest.objects.filter(pk=request.pk).update(
            created_at=demo.days_ago(70 if is_decided else 5)
        )
        if is_decided:
            step, says = DECIDED[status]
            decision = (step, "requested", status, officer, demo.today - timedelta(days=60), says)
            passed([(request, decision)])
        if status == ExtensionStatus.APPROVED:
            Action.objects.filter(pk=action.pk).update(current_due_on=after)
