"""What the office's home shows of its work: how much each officer carries, and what comes."""

from datetime import date, timedelta

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy

from donors.models import Agreement
from missions.models import Cycle, Mission
from missions.workflow import ENDED, CycleStatus
from programmes.models import Event
from programmes.workflow import EventStatus
from reports.load import FULL, loads
from rocb import fiscal, markup
from rocb.panels import OfficePanel, Waiting, office_panels, waits
from rocb.standing import ask, united

AHEAD = timedelta(days=60)
MOST = 10
# What a row is, and where it leads.
COMES = {
    "event": (gettext_lazy("Event"), "programmes:event-detail"),
    "mission": (gettext_lazy("Mission"), "missions:mission-detail"),
    "opens": (gettext_lazy("Cycle opens"), "missions:cycle-detail"),
    "closes": (gettext_lazy("Cycle closes"), "missions:cycle-detail"),
    "agreement": (gettext_lazy("Agreement ends"), "donors:agreement-detail"),
}


def load_now(user, today: date) -> dict:
    """Working days that each officer carries this month; one query."""
    month = fiscal.months(fiscal.fiscal_year(today)).index(today.replace(day=1))
    found = loads(user.organisation_id, fiscal.fiscal_year(today))
    bars = [
        {
            "label": one.name,
            "value": one.days[month],
            "text": markup.number(one.days[month]),
            "fill": "f5" if one.days[month] > FULL else "f2",
        }
        for one in found
    ]
    return {"bars": bars, "full": int(FULL), "url": reverse("reports:load")} if bars else {}


def what_comes(user, today: date) -> dict:
    """Events, missions, cycles and ends of agreements of the next weeks, by day; one query."""
    rows = ask(user, "what comes", lambda reader: coming(reader, today))
    tasks = []
    for row in sorted(map(Waiting._make, rows), key=lambda one: (one.on, one.what))[:MOST]:
        label, name = COMES[row.key]
        about = ", ".join(part for part in (markup.weekday(row.on), row.who) if part)
        url = reverse(name, args=[row.id])
        tasks.append(
            {"text": row.what, "url": url, "tag": str(label), "tone": "neutral", "by": about}
        )
    return {"tasks": tasks, "calendar_url": reverse("programmes:calendar")}


def coming(reader, today: date) -> QuerySet | None:
    """The first rows of each kind, as `Waiting`."""
    soon = (today, today + AHEAD)
    mine = {"office": reader.organisation_id}
    events = Event.objects.filter(**mine, starts_on__range=soon).exclude(
        status__in=(EventStatus.IDEA, EventStatus.CANCELLED, EventStatus.POSTPONED)
    )
    missions = Mission.objects.visible_to(reader).filter(starts_on__range=soon)
    cycles = Cycle.objects.filter(**mine)
    agreements = Agreement.objects.filter(**mine).running().filter(ends_on__range=soon)
    parts = [
        waits(events, "event", what="title", who="place", on="starts_on"),
        waits(missions.exclude(status__in=ENDED), "mission",
              what="administration__country_name", on="starts_on"),
        waits(cycles.filter(status=CycleStatus.PLANNED, opens_on__range=soon), "opens",
              what="name", on="opens_on"),
        waits(cycles.filter(~Q(status=CycleStatus.CLOSED), closes_on__range=soon), "closes",
              what="name", on="closes_on"),
        waits(agreements, "agreement", what="title", who="donor__name", on="ends_on"),
    ]  # fmt: skip
    return united(part.order_by("waits_on", "pk")[:MOST] for part in parts)


def register() -> None:
    """Put both into the registry."""
    office_panels.register(
        OfficePanel("coming", "reports.view_workitem", "reports/_coming.html", what_comes)
    )
    office_panels.register(
        OfficePanel("load", "reports.view_workitem", "reports/_load.html", load_now)
    )
