"""What pillar 1 holds about a person, and what stays of it when the person is erased."""

from django.utils.translation import gettext_lazy as _

from missions.models import Absence, Action, Certification, Expert, TeamMember
from rocb.personal.holdings import Holding

HOLDINGS = (
    Holding(
        "expert",
        _("Expert profile"),
        lambda person: Expert.objects.filter(person=person),
        ("category", "administration__country_name", "languages", "experience", "is_active"),
        blanked={"languages": [], "experience": "", "is_active": False},
        stays=_("The category stays: the region's experts are counted by it."),
        is_about=True,
    ),
    Holding(
        "certifications",
        _("Steps of certification"),
        lambda person: Certification.objects.filter(expert__person=person),
        ("scheme", "stage", "awarded_on", "expires_on"),
        internal=("note",),
        blanked={"note": ""},
        stays=_("How many were certified, and when."),
        is_about=True,
    ),
    Holding(
        "absences",
        _("Absences of an expert"),
        lambda person: Absence.objects.filter(expert__person=person),
        ("from_on", "until_on", "reason"),
        is_deleted=True,
    ),
    Holding(
        "mission_places",
        _("Places on mission teams"),
        lambda person: TeamMember.objects.filter(person=person),
        ("mission__administration__country_name", "role", "origin", "status", "asked_at"),
        internal=("reasons",),
        blanked={"reasons": ""},
        stays=_("Missions keep how large their team was. Reports that were sent stay as sent."),
        is_about=True,
    ),
    Holding(
        "actions",
        _("Actions in charge of"),
        lambda person: Action.objects.filter(responsible_person=person),
        ("plan__administration__country_name", "number", "title"),
        stays=_("Actions stay; the unit in charge is named on them, the person no longer."),
    ),
)
