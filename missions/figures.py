"""The figures of pillar 1, each with its definition; see rocb/figures.py."""

from datetime import date

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from missions.models import Expert, Mission
from programmes.models import Event
from programmes.workflow import PAST
from rocb.figures import Figure


def listed(name: str, **query: str) -> str:
    words = "&".join(f"{key}={value}" for key, value in query.items())
    return f"{reverse(name)}?{words}"


def missions_of(office, phase: str, day: date):
    """Missions of a phase to the members of the office's region that had begun by `day`."""
    return Mission.objects.conducted(day).filter(
        administration__region=office.region_id, phase=phase
    )


def workshops(office, day: date) -> int:
    held = Event.objects.filter(office=office, status__in=PAST, ends_on__lte=day)
    return held.filter(kind=Event.Kind.ACCREDITATION).count()


def certified(office, day: date) -> int:
    return Expert.objects.certified(day).filter(administration__region=office.region_id).count()


def diagnostic(office, day: date) -> int:
    return missions_of(office, Mission.Phase.DIAGNOSTIC, day).count()


def with_regional_experts(office, day: date) -> int:
    return missions_of(office, Mission.Phase.DIAGNOSTIC, day).with_regional_experts().count()


def planning(office, day: date) -> int:
    return missions_of(office, Mission.Phase.PLANNING, day).filter(
        kind=Mission.Kind.WORKSHOP
    ).count()  # fmt: skip


FIGURES = (
    Figure(
        "diagnostic_framework_workshops",
        _("Diagnostic Framework workshops"),
        _("Accreditation workshops of the office that had ended by the day."),
        workshops,
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
        lambda day: listed("missions:expert-list", certified_on=day.isoformat()),
    ),
    Figure(
        "diagnostic_missions_in_region",
        _("Diagnostic missions in the region"),
        _("Phase I missions to members of the region that had begun by the day; none cancelled."),
        diagnostic,
        lambda day: listed("missions:mission-list", phase="1", conducted=day.isoformat()),
    ),
    Figure(
        "diagnostic_missions_with_regional_experts",
        _("Diagnostic missions with regional experts"),
        _("Those of them that somebody from a customs administration of the region was on."),
        with_regional_experts,
        lambda day: listed(
            "missions:mission-list", phase="1", conducted=day.isoformat(), regional="on"
        ),
    ),
    Figure(
        "phase_2_national_workshops",
        _("Phase II national workshops"),
        _("Phase II missions held as a national workshop that had begun by the day."),
        planning,
        lambda day: listed(
            "missions:mission-list", phase="2", kind="workshop", conducted=day.isoformat()
        ),
    ),
)
