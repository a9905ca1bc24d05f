"""Who is at an event on given days: as a resource person, or with a seat."""

from django.utils.translation import gettext as _

from programmes.models import Event, Nomination, ResourcePerson
from programmes.workflow import SEATED, EventStatus, ResourceStatus
from rocb.engaged import Commitment, engages

NOT_HELD = (EventStatus.CANCELLED, EventStatus.POSTPONED)


def on_these_days(rows, people, first, last, apart):
    rows = rows.filter(
        person__in=people, event__starts_on__lte=last, event__ends_on__gte=first
    ).exclude(event__status__in=NOT_HELD)
    return rows.exclude(event=apart.pk) if isinstance(apart, Event) else rows


def speaking(people, first, last, apart):
    places = ResourcePerson.objects.filter(
        status__in=[ResourceStatus.ASKED, ResourceStatus.ACCEPTED]
    )
    found = on_these_days(places, people, first, last, apart)
    return engages(found, "speaking", person="person_id", text="event__title")


def seated(people, first, last, apart):
    found = on_these_days(Nomination.objects.filter(status__in=SEATED), people, first, last, apart)
    return engages(found, "seated", person="person_id", text="event__title")


def at_an_event(title: str) -> str:
    return _("is at another event at that time: %s") % title


COMMITMENTS = (
    Commitment("speaking", speaking, at_an_event),
    Commitment("seated", seated, at_an_event),
)
