"""What is over in pillar 1, for an office of many more years."""

from django.db.models import Q

from missions.models import (
    Action,
    ActionPlan,
    ActionRow,
    Cycle,
    ExtensionRequest,
    Finding,
    Matrix,
    Mission,
    Recommendation,
    StandardRow,
    TeamMember,
)
from missions.models.choices import Answer
from missions.workflow import CycleStatus, ExtensionStatus, MissionStatus, PlanStatus
from rocb.growing import Growth

GROWTHS = (
    Growth(
        "cycles",
        (
            (Cycle, Q(status=CycleStatus.CLOSED)),
            (Matrix, "cycle"),
            (StandardRow, "matrix"),
            (ActionRow, "matrix"),
        ),
        {Cycle: {"name": "t.name || ' / ' || k"}},
        # Three years are shown: an office that keeps twenty has 35,000 rows of progress.
        times=9,
    ),
    # Together, so that the actions of a copy carry out the recommendations of a copy.
    Growth(
        "missions and plans",
        (
            (Mission, Q(status=MissionStatus.CLOSED)),
            (Finding, "mission"),
            (Recommendation, "mission"),
            (TeamMember, "mission"),
            (ActionPlan, Q(status__in=(PlanStatus.IN_FORCE, PlanStatus.CLOSED))),
            (Action, "plan"),
            (ExtensionRequest, "action"),
            (Action.recommendations.through, "action"),
            (Action.standards.through, "action"),
        ),
        {
            # Not all on one day.
            Mission: {"starts_on": "t.starts_on - k % 300", "ends_on": "t.ends_on - k % 300"},
            Recommendation: {
                "number": "t.number || '/' || k",
                "answer": f"CASE WHEN t.answer = '' THEN '{Answer.NOTED}' ELSE t.answer END",
            },
            ActionPlan: {
                "status": f"'{PlanStatus.CLOSED}'",
                "starts_on": "t.starts_on - k % 300",
                "ends_on": "t.ends_on - k % 300",
            },
            ExtensionRequest: {"status": f"'{ExtensionStatus.APPROVED}'"},
        },
    ),
)
