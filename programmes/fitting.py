"""Which training centre fits an event, and why: the region's own resources are used first."""

from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from programmes.models import Event, TrainingCentre
from programmes.workflow import EventStatus
from rocb.languages import names_of
from rocb.models.alphabet import az


@dataclass(slots=True)
class Fit:
    """A centre, seen from one event."""

    centre: TrainingCentre
    reasons: list[str] = field(default_factory=list)
    obstacles: list[str] = field(default_factory=list)
    weight: int = 0


def fits(event: Event, user) -> list[Fit]:
    """The centres of the office's region, the fitting first. Four queries.

    Theme, language, room and days are looked at; what the compendium does not say is no obstacle,
    but it is said.
    """
    centres = TrainingCentre.objects.visible_to(user).filter(region=event.office.region_id)
    rows = list(centres.select_related("run_by").prefetch_related("themes"))
    wanted = {theme.pk: str(theme) for theme in event.themes.all()}
    taken = taken_on_days(event)
    found = [seen(centre, event, wanted, taken) for centre in rows]
    found.sort(key=lambda one: (bool(one.obstacles), -one.weight, az(one.centre.name)))
    return found


def taken_on_days(event: Event) -> dict[int, str]:
    """Centre -> another event that is held there on these days."""
    if not (event.starts_on and event.ends_on):
        return {}
    others = Event.objects.filter(
        centre__isnull=False, starts_on__lte=event.ends_on, ends_on__gte=event.starts_on
    ).exclude(pk=event.pk)
    gone = [EventStatus.CANCELLED, EventStatus.POSTPONED]
    return dict(others.exclude(status__in=gone).values_list("centre", "title"))


def seen(centre, event, wanted: dict[int, str], taken: dict[int, str]) -> Fit:
    one = Fit(centre)
    themes = [wanted[theme.pk] for theme in centre.themes.all() if theme.pk in wanted]
    if themes:
        one.reasons.append(_("teaches %s") % ", ".join(themes))
        one.weight += 4 * len(themes)
    spoken = [code for code in centre.languages if code in event.languages]
    if spoken:
        one.reasons.append(_("works in %s") % names_of(spoken))
        one.weight += 2
    elif centre.languages and event.languages:
        one.obstacles.append(_("works in %s only") % names_of(centre.languages))
    if event.capacity and centre.seats:
        if centre.seats < event.capacity:
            one.obstacles.append(_("its largest room seats %d") % centre.seats)
        else:
            one.reasons.append(_("a room for %d") % centre.seats)
            one.weight += 1
    elif event.capacity:
        one.reasons.append(_("how many it seats is not known"))
    if centre.beds:
        one.reasons.append(_("%d beds") % centre.beds)
    day = event.starts_on
    if day and centre.since_on and centre.since_on > day:
        one.obstacles.append(_("not yet a regional centre on these days"))
    if day and centre.until_on and centre.until_on <= day:
        one.obstacles.append(_("no regional centre any more on these days"))
    if centre.pk in taken:
        one.obstacles.append(_("taken on these days: %s") % taken[centre.pk])
    elif day:
        one.reasons.append(_("no event of ours on these days"))
    if event.host_id and event.host_id == centre.run_by_id:
        one.reasons.append(_("run by the host"))
        one.weight += 3
    return one
