"""What pillar 1 shows on pages of the ground floor: desk, member page, search."""

from django.contrib.postgres.search import SearchVector
from django.db.models import Count, F, Q
from django.urls import reverse
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from missions import helping
from missions.actions.teams import link_of
from missions.models import (
    Action,
    ActionPlan,
    Certification,
    Cycle,
    Expert,
    ExtensionRequest,
    Implementation,
    Matrix,
    Mission,
    Recommendation,
    TeamMember,
)
from missions.models.choices import FINISHED
from missions.workflow import (
    ENDED,
    EXTENSION,
    MATRIX,
    MISSION,
    PLAN,
    CycleStatus,
    MatrixStatus,
    MissionStatus,
    PlaceStatus,
    PlanStatus,
)
from rocb import markup
from rocb.handover import OpenWork, open_work
from rocb.news import Followed, news, news_of_steps
from rocb.panels import (
    Box,
    Found,
    Outlook,
    RecordPanel,
    Waiting,
    boxes,
    finds,
    outlooks,
    record_panels,
    waits,
)
from rocb.roles import Role
from rocb.search import Searchable, searchables

MOST = 8  # of a kind on a member's page


def follow_up_of(user, member) -> list:
    """A member's plans with how far they are, and its last matrices."""
    done = Count("actions", filter=Q(actions__status__in=FINISHED))
    plans = (
        ActionPlan.objects.visible_to(user)
        .filter(administration=member.pk)
        .annotate(total=Count("actions"), done=done)
        .order_by("-pk")[:MOST]
    )
    matrices = Matrix.objects.visible_to(user).filter(administration=member.pk)
    told = ("cycle__due_on", "cycle__name", "status", "due_on", "has_nothing_to_report")
    return [
        finds(plans, "follow-up:plan", "title", "status", "total", "done"),
        finds(matrices.order_by("-cycle__due_on"), "follow-up:matrix", *told)[:6],
    ]


def follow_up(_user, member, found: list[Found]) -> dict:
    plans = [row for row in found if row.key == "follow-up:plan"]
    matrices = [row for row in found if row.key == "follow-up:matrix"]
    advice = f"{reverse('missions:recommendation-list')}?administration={member.pk}"
    return {
        "plans": [plan_line(row) for row in sorted(plans, key=lambda row: -row.id)],
        "matrices": [
            matrix_line(row)
            for row in sorted(matrices, key=lambda row: row.names[0] or "", reverse=True)
        ],
        "advice_url": advice,
    }


def plan_line(row: Found) -> dict:
    title, status, total, done = row.names
    return {
        "url": reverse("missions:plan-detail", args=[row.id]),
        "title": title,
        "status": (PlanStatus(status).label, markup.tone_of(status)),
        "bar": markup.progress(round(done * 100 / total) if total else 0),
        "by": _("%(done)s of %(total)s actions finished") % {"done": done, "total": total},
    }


def matrix_line(row: Found) -> dict:
    _day, cycle, status, due_on, has_nothing = row.names
    is_sent = status in (MatrixStatus.SUBMITTED, MatrixStatus.ACCEPTED)
    return {
        "text": cycle,
        "url": reverse("missions:matrix-detail", args=[row.id]),
        "tag": _("nothing to report") if has_nothing and is_sent else MatrixStatus(status).label,
        "tone": markup.tone_of(status),
        "by": _("due %s") % markup.day(parse_date(due_on)),
    }


def missions_of(user, member) -> list:
    """A member's missions, the newest first."""
    rows = Mission.objects.visible_to(user).filter(administration=member.pk)
    told = ("starts_on", "ends_on", "phase", "status")
    return [finds(rows.order_by("-starts_on", "-pk"), "missions", *told)[:MOST]]


def missions_panel(user, member, found: list[Found]) -> dict:
    # One without a date is still to come, and stands first.
    found.sort(key=lambda row: (row.names[0] or "9", row.id), reverse=True)
    may_ask = user.has_perm("missions.change_mission") or user.has_perm("missions.request_mission")
    new = f"{reverse('missions:mission-create')}?administration={member.pk}"
    return {"missions": [mission_line(row) for row in found], "new_url": new if may_ask else ""}


def mission_line(row: Found) -> dict:
    starts_on, ends_on, phase, status = row.names
    return {
        "text": Mission.Phase(phase).label,
        "url": reverse("missions:mission-detail", args=[row.id]),
        "tag": MissionStatus(status).label,
        "tone": markup.tone_of(status),
        "by": markup.days(*(parse_date(day) if day else None for day in (starts_on, ends_on))),
    }


def around_event(user, event) -> list:
    """The missions that an event belongs to, and who was certified at it."""
    missions = Mission.objects.visible_to(user).filter(event=event.pk)
    parts = [
        finds(
            missions,
            "event-missions:mission",
            "administration__country_name",
            "phase",
            "starts_on",
        )
    ]
    if user.has_perm("missions.view_roster"):
        stages = Certification.objects.visible_to(user).filter(event=event.pk)
        person = ("expert__person__given_name", "expert__person__family_name")
        parts.append(finds(stages, "event-missions:award", "expert", *person, "stage"))
    return parts


def event_panel(user, event, found: list[Found]) -> dict:
    missions, awarded = [], []
    for row in sorted(found, key=lambda row: row.id):
        if row.key == "event-missions:mission":
            member, phase, day = row.names
            missions.append(
                {
                    "text": f"{member}, {Mission.Phase(phase).label}",
                    "url": reverse("missions:mission-detail", args=[row.id]),
                    "by": markup.day(parse_date(day) if day else None),
                }
            )
        else:
            expert, given, family, stage = row.names
            awarded.append(
                {
                    "text": f"{given} {family}".strip(),
                    "url": reverse("missions:expert-detail", args=[expert]),
                    "by": Certification.Stage(stage).label,
                }
            )
    may_award = user.has_perm("missions.change_expert") and event.kind == event.Kind.ACCREDITATION
    award = f"{reverse('missions:expert-award')}?event={event.pk}" if may_award else ""
    if not (missions or awarded or award):
        return {}
    return {"missions": missions, "awarded": awarded, "award_url": award}


def asked(user) -> list:
    """Missions that the reader is asked to join."""
    if user.person_id is None:
        return []
    places = TeamMember.objects.filter(person=user.person_id, status=PlaceStatus.ASKED)
    member = "mission__administration__country_name"
    return [waits(places, "asked", what=member, tag="role", on="answer_by", at="asked_at")]


def asked_line(row: Waiting) -> dict:
    return {
        "text": _("Will you join the mission to %s?") % row.what,
        "url": link_of(TeamMember(pk=row.id, asked_at=row.at)),
        "tag": TeamMember.Role(row.tag).label,
        "tone": "info",
        "by": _("answer by %s") % markup.day(row.on) if row.on else "",
    }


def begun(user) -> list:
    """What a member has begun and nobody waits for yet: taken-back matrices, draft plans."""
    if not user.is_member:
        return []
    matrices = Matrix.objects.visible_to(user).filter(
        status=MatrixStatus.WITHDRAWN, cycle__status=CycleStatus.OPEN
    )
    plans = ActionPlan.objects.visible_to(user).filter(status=PlanStatus.DRAFT)
    return [
        waits(matrices, "begun:matrix", what="cycle__name"),
        waits(plans, "begun:plan", what="title"),
    ]


def begun_line(row: Waiting) -> dict:
    if row.key == "begun:matrix":
        return {
            "text": _("Follow-up matrix %s") % row.what,
            "url": reverse("missions:matrix-edit", args=[row.id]),
            "tag": _("taken back"),
            "tone": "warn",
            "by": _("Submit it again when it is right."),
        }
    return {
        "text": row.what,
        "url": reverse("missions:plan-detail", args=[row.id]),
        "tag": PlanStatus.DRAFT.label,
        "tone": "neutral",
        "by": _("Complete it, then submit it for endorsement."),
    }


def mission_called(names: list) -> str:
    member, day = names
    return f"{member}, {_('mission')} {markup.day(parse_date(day) if day else None)}".strip()


STEPS = news_of_steps(
    "steps",
    "missions.view_mission",
    Followed(
        Matrix, MATRIX, ("administration__country_name", "cycle__name"), "missions:matrix-detail"
    ),
    Followed(ActionPlan, PLAN, ("administration__country_name", "title"), "missions:plan-detail"),
    Followed(
        ExtensionRequest,
        EXTENSION,
        ("action__plan__administration__country_name", "action__title"),
        "missions:extension-detail",
    ),
    Followed(
        Mission,
        MISSION,
        ("administration__country_name", "starts_on"),
        "missions:mission-detail",
        mission_called,
    ),
)


def next_cycle(user) -> str:
    """When the next follow-up begins, for somebody with nothing due."""
    planned = Cycle.objects.filter(status=CycleStatus.PLANNED)
    if user.is_member:
        planned = planned.filter(office__region__administrations=user.organisation_id)
    else:
        planned = planned.filter(office=user.organisation_id)
    cycle = planned.order_by("opens_on").first()
    if cycle is None:
        return _("The next follow-up cycle is not planned yet.")
    return _("The next follow-up cycle, %(name)s, opens on %(day)s.") % {
        "name": cycle.name,
        "day": markup.weekday(cycle.opens_on),
    }


def searched_actions(user):
    """Donors find actions by what they may read of them, nothing else."""
    actions = Action.objects.visible_to(user).select_related("plan__administration")
    if user.role == Role.DONOR:
        return actions.annotate(words=SearchVector("title", "expected_result", config="simple"))
    return actions.annotate(words=F("search"))


def searched_plans(user):
    plans = ActionPlan.objects.visible_to(user).select_related("administration")
    return plans.annotate(
        words=SearchVector("title", "administration__country_name", config="simple")
    )


LEAD = OpenWork(
    "missions",
    gettext_lazy("missions"),
    lambda user: Mission.objects.filter(officer=user).exclude(status__in=ENDED),
    "officer",
)

SEARCHABLES = (
    Searchable(
        "missions",
        gettext_lazy("Missions"),
        lambda user: (
            Mission.objects.visible_to(user)
            .select_related("administration")
            .annotate(
                words=SearchVector(
                    "administration__country_name", "objectives", "terms", config="simple"
                )
            )
        ),
        "words",
        lambda one: (str(one), one.get_absolute_url(), markup.days(one.starts_on, one.ends_on)),
        "missions.view_mission",
    ),
    Searchable(
        "experts",
        gettext_lazy("Experts"),
        lambda user: (
            Expert.objects.visible_to(user)
            .select_related("person", "administration")
            .annotate(words=F("person__search"))
        ),
        "words",
        lambda one: (
            str(one),
            one.get_absolute_url(),
            one.administration.country_name if one.administration else "",
        ),
        "missions.view_expert",
    ),
    Searchable(
        "plans",
        gettext_lazy("Action plans"),
        searched_plans,
        "words",
        lambda plan: (plan.title, plan.get_absolute_url(), plan.administration.country_name),
        "missions.view_plan",
    ),
    Searchable(
        "actions",
        gettext_lazy("Actions"),
        searched_actions,
        "words",
        lambda action: (
            str(action),
            action.get_absolute_url(),
            f"{action.plan.administration.country_name}, {Implementation(action.status).label}",
        ),
        "missions.view_action",
    ),
    Searchable(
        "recommendations",
        gettext_lazy("Recommendations"),
        lambda user: Recommendation.objects.visible_to(user).select_related("administration"),
        "search",
        lambda one: (
            f"{one.number} {one.text[:120]}",
            one.get_absolute_url(),
            one.administration.country_name,
        ),
        "missions.view_recommendation",
    ),
)


PANELS = (
    RecordPanel(
        "follow-up",
        "member",
        "missions.view_plan",
        "missions/_member.html",
        follow_up,
        follow_up_of,
    ),
    RecordPanel(
        "missions",
        "member",
        "missions.view_mission",
        "missions/_missions.html",
        missions_panel,
        missions_of,
    ),
    RecordPanel(
        "event-missions",
        "event",
        "missions.view_mission",
        "missions/_event.html",
        event_panel,
        around_event,
    ),
)


def register() -> None:
    """Put all of it into the registries; called once by apps.py."""
    for panel in PANELS:
        record_panels.register(panel)
    for panel in helping.PANELS:
        record_panels.register(panel)
    boxes.register(
        Box(
            "asked",
            gettext_lazy("You are asked to join"),
            "missions.answer_place",
            rows=asked,
            line=asked_line,
        )
    )
    boxes.register(
        Box(
            "begun",
            gettext_lazy("Begun by you"),
            "missions.fill_matrix",
            rows=begun,
            line=begun_line,
        )
    )
    news.register(STEPS)
    outlooks.register(Outlook("cycle", "missions.view_matrix", next_cycle))
    open_work.register(LEAD)
    for searchable in SEARCHABLES:
        searchables.register(searchable)
