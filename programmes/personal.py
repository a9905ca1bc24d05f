"""What pillar 3 holds about a person, and what stays of it when the person is erased."""

from django.utils.translation import gettext_lazy as _

from programmes.models import (
    Certificate,
    Nomination,
    ResourcePerson,
    ResourceProfile,
    Respondent,
    TrainingCentre,
)
from rocb.personal.holdings import Holding

HOLDINGS = (
    Holding(
        "nominations",
        _("Nominations for events"),
        lambda person: Nomination.objects.filter(person=person),
        (
            "event__title", "administration__country_name", "status", "language", "has_course",
            "is_self_funded", "motivation", "needs", "created_at",
        ),
        internal=("mark", "waiting_position"),
        blanked={"motivation": "", "needs": ""},
        stays=_("Who came is counted by member and gender; the rows stay without a name."),
        is_about=True,
    ),
    Holding(
        "certificates",
        _("Certificates"),
        lambda person: Certificate.objects.filter(nomination__person=person),
        ("code", "given_name", "family_name", "event_title", "issued_on", "withdrawn_on"),
        stays=_("A certificate stays as it was issued, with its name: its holder can have it checked."),
    ),
    Holding(
        "resource_profile",
        _("Roster of resource persons"),
        lambda person: ResourceProfile.objects.filter(person=person),
        ("languages", "is_active"),
        internal=("note",),
        blanked={"languages": [], "note": "", "is_active": False},
        stays=_("An empty row, out of use."),
        is_about=True,
    ),
    Holding(
        "resource_places",
        _("Places as a resource person"),
        lambda person: ResourcePerson.objects.filter(person=person),
        ("event__title", "subject", "status", "asked_at", "answered_at"),
        stays=_("Events keep how many spoke, and about what."),
        is_about=True,
    ),
    Holding(
        "respondents",
        _("Surveys asked to answer"),
        lambda person: Respondent.objects.filter(person=person),
        ("survey__title", "asked_at", "answered_at"),
        stays=_("That somebody was asked and answered; what, the portal does not know."),
    ),
    Holding(
        "centre_contacts",
        _("Contact of a training centre"),
        lambda person: TrainingCentre.contacts.through.objects.filter(person=person),
        ("trainingcentre__name",),
        is_deleted=True,
    ),
)  # fmt: skip
