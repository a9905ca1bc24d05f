"""What is owed in pillar 1, each declared once; desk, reminders and calendars read it from here."""

from datetime import timedelta

from django.db.models import (
    CharField,
    Count,
    DateField,
    DateTimeField,
    Exists,
    ExpressionWrapper,
    F,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
)
from django.db.models.functions import Cast, Coalesce, Concat
from django.utils.translation import gettext_lazy as _

from missions.models import (
    Action,
    ActionPlan,
    Certification,
    Cycle,
    ExtensionRequest,
    Matrix,
    Mission,
    Recommendation,
    TeamMember,
)
from missions.models.actions import ActionQuerySet
from missions.models.cycles import MatrixQuerySet
from missions.models.missions import MissionQuerySet
from missions.workflow import (
    GATHERING,
    CycleStatus,
    ExtensionStatus,
    MatrixStatus,
    MissionStatus,
    PlaceStatus,
    PlanStatus,
)
from rocb.deadlines import DeadlineKind, after, named, owed, times_taken
from rocb.roles import Role

# The office answers what members send in within two weeks; so does a head of customs.
ANSWERED_IN = timedelta(days=14)


def matrices_to_file(matrices: MatrixQuerySet) -> QuerySet:
    """Not yet filed, in an open cycle. Each return is a new round with its own due date."""
    return owed(
        matrices.owed(), what="cycle__name", on="due_on", turn=F("round"), member="administration"
    )


def matrices_to_review(matrices: QuerySet) -> QuerySet:
    """Submitted, and not yet accepted or returned."""
    return owed(
        matrices.filter(status=MatrixStatus.SUBMITTED),
        what="cycle__name",
        on=after("submitted_at", ANSWERED_IN),
        turn=times_taken(Matrix, "submit"),
        member="administration",
    )


def extensions_to_decide(requests: QuerySet) -> QuerySet:
    """Requests for a later due date that wait for the office."""
    return owed(
        requests.filter(status=ExtensionStatus.REQUESTED),
        what=named("action__number", "action__title"),
        on=after("created_at", ANSWERED_IN),
        member="action__plan__administration",
    )


def plans_to_endorse(plans: QuerySet) -> QuerySet:
    """Plans that wait for the head of customs."""
    return owed(
        plans.filter(status=PlanStatus.SUBMITTED),
        what="title",
        on=after("updated_at", ANSWERED_IN),
        turn=times_taken(ActionPlan, "submit"),
        member="administration",
    )


def plans_to_bring_into_force(plans: QuerySet) -> QuerySet:
    """Endorsed plans that wait for the office."""
    return owed(
        plans.filter(status=PlanStatus.ENDORSED),
        what="title",
        on=after("updated_at", ANSWERED_IN),
        turn=times_taken(ActionPlan, "endorse"),
        member="administration",
    )


def actions_due(actions: ActionQuerySet) -> QuerySet:
    """Unfinished actions of plans in force. An approved extension starts a new ladder."""
    approved = (
        ExtensionRequest.objects.filter(action=OuterRef("pk"), status=ExtensionStatus.APPROVED)
        .order_by()
        .values("action")
        .annotate(n=Count("pk"))
        .values("n")
    )
    return owed(
        actions.open().exclude(current_due_on=None),
        what=named("number", "title"),
        on="current_due_on",
        turn=Coalesce(Subquery(approved, output_field=IntegerField()), 0),
        member="plan__administration",
    )


def cycles_to_open(cycles: QuerySet) -> QuerySet:
    """Planned cycles, due on the day they open."""
    return owed(
        cycles.filter(status=CycleStatus.PLANNED), what="name", on="opens_on", office="office"
    )


def cycles_to_close(cycles: QuerySet) -> QuerySet:
    """Open cycles with nothing left to wait for, or at their end."""
    return owed(
        cycles.filter(Q(status=CycleStatus.OPEN)), what="name", on="closes_on", office="office"
    )


def named_mission():
    return Concat(
        F("administration__country_name"),
        Value(", phase "),
        F("phase"),
        output_field=CharField(),
    )


def day_plus(path: str, days: int):
    """The day so many days after a date (before it, if negative)."""
    moved = ExpressionWrapper(F(path) + timedelta(days=days), output_field=DateTimeField())
    return Cast(moved, DateField())


def missions_to_accept(missions: MissionQuerySet) -> QuerySet:
    """Requests that wait for the office's answer."""
    return owed(
        missions.filter(status=MissionStatus.REQUESTED),
        what=named_mission(),
        on=after("created_at", ANSWERED_IN),
        member="administration",
    )


def assessments_to_send(missions: MissionQuerySet) -> QuerySet:
    """The member's self-assessment, two weeks before the visit."""
    return owed(
        missions.filter(status__in=GATHERING, assessed_at=None).exclude(starts_on=None),
        what=named_mission(),
        on=day_plus("starts_on", -14),
        member="administration",
    )


def reports_to_send(missions: MissionQuerySet) -> QuerySet:
    """Draft reports, a month after the visit."""
    written = [MissionStatus.IN_COUNTRY, MissionStatus.DRAFT_REPORT]
    return owed(
        missions.filter(status__in=written).exclude(ends_on=None),
        what=named_mission(),
        on=day_plus("ends_on", 30),
        turn=times_taken(Mission, "revise"),
        member="administration",
    )


def reports_to_comment(missions: MissionQuerySet) -> QuerySet:
    """Draft reports that are with the member."""
    return owed(
        missions.filter(status=MissionStatus.MEMBER_COMMENTS).exclude(comments_due_on=None),
        what=named_mission(),
        on="comments_due_on",
        turn=times_taken(Mission, "send"),
        member="administration",
    )


def reports_to_finish(missions: MissionQuerySet) -> QuerySet:
    """Reports whose time for comments is over: two weeks to make them final."""
    return owed(
        missions.filter(status=MissionStatus.MEMBER_COMMENTS).exclude(comments_due_on=None),
        what=named_mission(),
        on=day_plus("comments_due_on", 14),
        turn=times_taken(Mission, "send"),
        member="administration",
    )


def advice_to_answer(missions: MissionQuerySet) -> QuerySet:
    """Recommendations of a final report that the member has not answered within two months."""
    waiting = Recommendation.objects.filter(mission=OuterRef("pk"), answer="")
    return owed(
        missions.filter(Exists(waiting), final_on__isnull=False),
        what=named_mission(),
        on=day_plus("final_on", 60),
        member="administration",
    )


def places_to_answer(places: QuerySet) -> QuerySet:
    """People who were asked to join a mission and have not said whether they come."""
    return owed(
        places.filter(status=PlaceStatus.ASKED, mission__status__in=GATHERING).exclude(
            answer_by=None
        ),
        what=Concat(
            F("person__given_name"),
            Value(" "),
            F("person__family_name"),
            output_field=CharField(),
        ),
        on="answer_by",
        member="mission__administration",
    )


def certificates_to_renew(certificates: QuerySet) -> QuerySet:
    """Certificates that expire, unless a later one of the same scheme is there."""
    later = Certification.objects.filter(
        Q(expires_on=None) | Q(expires_on__gt=OuterRef("expires_on")),
        expert=OuterRef("expert"),
        scheme=OuterRef("scheme"),
        stage__in=[*Certification.CERTIFIED, Certification.Stage.LAPSED],
        awarded_on__gt=OuterRef("awarded_on"),
    )
    return owed(
        certificates.filter(
            ~Exists(later), stage__in=Certification.CERTIFIED, expert__is_active=True
        ).exclude(Q(expires_on=None) | Q(expert__administration=None)),
        what=Concat(
            F("expert__person__given_name"),
            Value(" "),
            F("expert__person__family_name"),
            output_field=CharField(),
        ),
        on="expires_on",
        member="expert__administration",
    )


MEMBER = frozenset({Role.COORDINATOR})
OFFICE = frozenset({Role.OFFICER, Role.HEAD})
EXECUTIVE = frozenset({Role.EXECUTIVE})

KINDS = (
    DeadlineKind(
        "matrix",
        _("Follow-up matrix"),
        Matrix,
        matrices_to_file,
        MEMBER,
        "missions:matrix-edit",
        "missions.view_matrix",
        call=_("Fill in the matrix"),
        page_name="missions:matrix-detail",
    ),
    DeadlineKind(
        "matrix-review",
        _("Matrix to review"),
        Matrix,
        matrices_to_review,
        OFFICE,
        "missions:matrix-detail",
        "missions.view_matrix",
        (-3, 7),
    ),
    DeadlineKind(
        "extension",
        _("Later due date to decide on"),
        ExtensionRequest,
        extensions_to_decide,
        OFFICE,
        "missions:extension-detail",
        "missions.view_extension",
        (-3, 7),
    ),
    DeadlineKind(
        "plan-endorsement",
        _("Plan to endorse"),
        ActionPlan,
        plans_to_endorse,
        EXECUTIVE,
        "missions:plan-detail",
        "missions.view_plan",
        (-3, 7, 21),
    ),
    DeadlineKind(
        "plan-in-force",
        _("Plan to bring into force"),
        ActionPlan,
        plans_to_bring_into_force,
        OFFICE,
        "missions:plan-detail",
        "missions.view_plan",
        (-3, 7),
    ),
    # Twenty actions a member, each chased like a matrix, would be noise: the matrix asks about all
    # of them. A month before, and on the day, is what a coordinator can act upon.
    DeadlineKind(
        "action",
        _("Action"),
        Action,
        actions_due,
        MEMBER,
        "missions:action-detail",
        "missions.view_plan",
        (-30, 0),
    ),
    DeadlineKind(
        "cycle-opening",
        _("Cycle to open"),
        Cycle,
        cycles_to_open,
        OFFICE,
        "missions:cycle-detail",
        "missions.change_cycle",
        (-3, 0, 7),
    ),
    DeadlineKind(
        "cycle-closing",
        _("Cycle to close"),
        Cycle,
        cycles_to_close,
        OFFICE,
        "missions:cycle-detail",
        "missions.change_cycle",
        (0, 7),
    ),
    DeadlineKind(
        "mission-request",
        _("Mission asked for"),
        Mission,
        missions_to_accept,
        OFFICE,
        "missions:mission-detail",
        "missions.view_mission",
        (-3, 7),
    ),
    DeadlineKind(
        "assessment",
        _("Self-assessment before the visit"),
        Mission,
        assessments_to_send,
        MEMBER,
        "missions:assessment",
        "missions.view_mission",
        (-14, -3, 0, 7),
    ),
    DeadlineKind(
        "place",
        _("Answer of somebody asked to join a mission"),
        TeamMember,
        places_to_answer,
        OFFICE,
        "missions:place-mission",
        "missions.run_mission",
        (0,),
    ),
    DeadlineKind(
        "mission-report",
        _("Draft report to send"),
        Mission,
        reports_to_send,
        OFFICE,
        "missions:mission-detail",
        "missions.view_mission",
        (-14, -3, 7),
    ),
    DeadlineKind(
        "report-comments",
        _("Draft report to comment on"),
        Mission,
        reports_to_comment,
        MEMBER,
        "missions:mission-detail",
        "missions.view_mission",
        (-14, -3, 0),
    ),
    DeadlineKind(
        "report-final",
        _("Report to make final"),
        Mission,
        reports_to_finish,
        OFFICE,
        "missions:mission-detail",
        "missions.view_mission",
        (-3, 7),
    ),
    DeadlineKind(
        "answers",
        _("Recommendations to answer"),
        Mission,
        advice_to_answer,
        MEMBER,
        "missions:mission-detail",
        "missions.view_mission",
        (-14, -3, 7),
    ),
    DeadlineKind(
        "certificate",
        _("Certificate that expires"),
        Certification,
        certificates_to_renew,
        OFFICE,
        "missions:certification-expert",
        "missions.view_roster",
        (-90, -30, 0),
    ),
)
