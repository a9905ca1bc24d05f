"""The figures of pillar 3, each with its definition; see rocb/figures.py."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from programmes.models import AssistanceRequest, Event, Nomination, TrainingCentre
from programmes.workflow import PAST, NominationStatus
from rocb.figures import Figure, Shown, end_of, year_before

# Meetings are coordination, and accreditations are counted with the diagnosis that they serve.
ASSISTANCE = (Event.Kind.WORKSHOP, Event.Kind.SEMINAR, Event.Kind.WEBINAR)


def held_in_year(office, day: date):
    """Events of the office that ended in the twelve months up to a day."""
    return Event.objects.filter(
        office=office, status__in=PAST, ends_on__lte=day, ends_on__gt=year_before(day)
    )


def assistance(office, day: date):
    return held_in_year(office, day).filter(kind__in=ASSISTANCE)


def centres(office, day: date):
    return TrainingCentre.objects.at_work(day).filter(region=office.region_id)


def participants(office, day: date):
    return Nomination.objects.filter(
        status=NominationStatus.ATTENDED, event__in=held_in_year(office, day).values("pk")
    )


def requests(office, day: date):
    return AssistanceRequest.objects.filter(
        administration__region=office.region_id,
        created_at__lt=end_of(day),
        created_at__gte=end_of(year_before(day)),
    )


FIGURES = (
    Figure(
        "technical_assistance_activities_per_year",
        _("Technical assistance activities in a year"),
        _(
            "Workshops, seminars and webinars of the office that ended in the twelve months up to "
            "the day."
        ),
        assistance,
        Shown("title", "place", "ends_on", "programmes:event-detail"),
        pillar=3,
    ),
    Figure(
        "participants_trained_per_year",
        _("Participants in a year"),
        _(
            "People who attended an event of the office that ended in the twelve months up to the day."
        ),
        participants,
        Shown("event__title", "administration__country_name", "event__ends_on"),
        pillar=3,
    ),
    Figure(
        "assistance_requests_per_year",
        _("Requests for assistance in a year"),
        _("Requests that members of the region made in the twelve months up to the day."),
        requests,
        Shown("title", "administration__country_name", "created_at"),
        pillar=3,
        of_members=True,
    ),
    Figure(
        "regional_training_centres",
        _("Regional training centres"),
        _("Training centres of the region that were regional centres of the WCO on the day."),
        centres,
        Shown("name", "city", "since_on"),
        pillar=3,
    ),
)
