"""The figures of pillar 1, each with its definition; see rocb/figures.py."""

from datetime import date

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from missions.models import ActionPlan, Expert, Matrix, Mission
from missions.workflow import MatrixStatus, PlanStatus
from programmes.models import Event
from programmes.workflow import PAST
from rocb.figures import Figure, Shown, end_of, status_on, year_before
from rocb.models.people import name_at


def listed(name: str, **query: str) -> str:
    words = "&".join(f"{key}={value}" for key, value in query.items())
    return f"{reverse(name)}?{words}"


def missions_of(office, phase: str, day: date):
    """Missions of a phase to the members of the office's region that had begun by `day`."""
    return Mission.objects.conducted(day).filter(
        administration__region=office.region_id, phase=phase
    )


def workshops(office, day: date):
    held = Event.objects.filter(office=office, status__in=PAST, ends_on__lte=day)
    return held.filter(kind=Event.Kind.ACCREDITATION)


def certified(office, day: date):
    return Expert.objects.certified(day).filter(administration__region=office.region_id)


def diagnostic(office, day: date):
    return missions_of(office, Mission.Phase.DIAGNOSTIC, day)


def with_regional_experts(office, day: date):
    return diagnostic(office, day).with_regional_experts()


def planning(office, day: date):
    return missions_of(office, Mission.Phase.PLANNING, day).filter(kind=Mission.Kind.WORKSHOP)


def plans(office, day: date):
    """Plans that had come into force by the day and were not closed yet."""
    known = ActionPlan.objects.filter(
        administration__region=office.region_id, in_force_on__lte=day
    ).annotate(then=status_on(ActionPlan, day))
    return known.exclude(then=PlanStatus.CLOSED)


def matrices(office, day: date):
    return Matrix.objects.filter(
        administration__region=office.region_id,
        status=MatrixStatus.ACCEPTED,
        reviewed_at__lt=end_of(day),
        reviewed_at__gte=end_of(year_before(day)),
    )


VISIT = Shown("administration__country_name", None, "starts_on", "missions:mission-detail")
FIGURES = (
    Figure(
        "diagnostic_framework_workshops",
        _("Diagnostic Framework workshops"),
        _("Accreditation workshops of the office that had ended by the day."),
        workshops,
        Shown("title", "place", "ends_on", "programmes:event-detail"),
        1,
        lambda day: listed("programmes:event-list", kind="accreditation", held=day.isoformat()),
    ),
    Figure(
        "certified_diagnostic_experts",
        _("Certified diagnostic experts"),
        _(
            "Experts of the region's administrations who hold a certificate as accredited or "
            "recognised on the day."
        ),
        certified,
        Shown(
            name_at("person"),
            "administration__country_name",
            None,
            "missions:expert-detail",
            perm="missions.view_roster",
        ),
        1,
        lambda day: listed("missions:expert-list", certified_on=day.isoformat()),
    ),
    Figure(
        "diagnostic_missions_in_region",
        _("Diagnostic missions in the region"),
        _("Phase I missions to members of the region that had begun by the day; none cancelled."),
        diagnostic,
        VISIT,
        1,
        lambda day: listed("missions:mission-list", phase="1", conducted=day.isoformat()),
    ),
    Figure(
        "diagnostic_missions_with_regional_experts",
        _("Diagnostic missions with regional experts"),
        _("Those of them that somebody from a customs administration of the region was on."),
        with_regional_experts,
        VISIT,
        1,
        lambda day: listed(
            "missions:mission-list", phase="1", conducted=day.isoformat(), regional="on"
        ),
    ),
    Figure(
        "phase_2_national_workshops",
        _("Phase II national workshops"),
        _("Phase II missions held as a national workshop that had begun by the day."),
        planning,
        VISIT,
        1,
        lambda day: listed(
            "missions:mission-list", phase="2", kind="workshop", conducted=day.isoformat()
        ),
    ),
    Figure(
        "action_plans_in_force",
        _("Action plans in force"),
        _(
            "Plans of members of the region that had come into force by the day and were not closed."
        ),
        plans,
        Shown("title", "administration__country_name", "in_force_on", "missions:plan-detail"),
        1,
        of_members=True,
    ),
    Figure(
        "matrices_accepted_per_year",
        _("Follow-up matrices accepted in a year"),
        _("Matrices of members that the office accepted in the twelve months up to the day."),
        matrices,
        Shown(
            "administration__country_name",
            "cycle__name",
            "reviewed_at",
            "missions:matrix-detail",
        ),
        1,
        of_members=True,
    ),
)
