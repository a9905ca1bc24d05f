"""Who could speak at an event, the fitting first, and why: in words."""

from dataclasses import dataclass, field
from datetime import timedelta

from django.db.models import Count, Max, Q
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from programmes.actions.resources import helped_by
from programmes.models import Event, ResourceProfile
from programmes.workflow import PAST, ResourceStatus
from rocb import markup
from rocb.engaged import engaged
from rocb.languages import names_of
from rocb.models.alphabet import az

# Somebody who spoke lately is asked again later.
LATELY = timedelta(days=730)


@dataclass(slots=True)
class Candidate:
    """Somebody of the roster, seen from one event."""

    profile: ResourceProfile
    reasons: list[str] = field(default_factory=list)
    obstacles: list[str] = field(default_factory=list)
    weight: int = 0


def propose(event: Event, profiles, today) -> list[Candidate]:
    """Everybody in `profiles` with reasons and obstacles. Six queries, however many they are."""
    used = Q(
        person__resource_places__status=ResourceStatus.ACCEPTED,
        person__resource_places__event__status__in=PAST,
    )
    recent = used & Q(person__resource_places__event__starts_on__gte=today - LATELY)
    rows = list(
        profiles.select_related("person__organisation")
        .prefetch_related("themes")
        .annotate(
            last_on=Max("person__resource_places__event__starts_on", filter=used),
            lately=Count("person__resource_places", filter=recent, distinct=True),
        )
    )
    wanted = {theme.pk: str(theme) for theme in event.themes.all()}
    people = [row.person_id for row in rows]
    taken = engaged(people, event.starts_on, event.ends_on, apart=event)
    asked = set(event.resource_persons.holding().values_list("person", flat=True))
    helped = helped_by(event)
    found = [seen(row, event, wanted, taken, asked) for row in rows]
    for one in found:
        if one.profile.person.organisation_id in helped:
            one.obstacles.append(_("belongs to the administration that is helped"))
    found.sort(
        key=lambda one: (bool(one.obstacles), -one.weight, az(one.profile.person.family_name))
    )
    return found


def seen(profile, event, wanted: dict[int, str], taken: dict[int, str], asked: set[int]):
    one = Candidate(profile)
    person = profile.person
    themes = [wanted[theme.pk] for theme in profile.themes.all() if theme.pk in wanted]
    if themes:
        one.reasons.append(_("speaks about %s") % ", ".join(themes))
        one.weight += 4 * len(themes)
    spoken = [code for code in profile.languages if code in event.languages]
    if spoken:
        one.reasons.append(_("speaks %s") % names_of(spoken))
        one.weight += 2
    if profile.lately:
        words = ngettext("used %d time in two years", "used %d times in two years", profile.lately)
        one.reasons.append(words % profile.lately)
        one.weight -= profile.lately
    elif profile.last_on:
        one.reasons.append(_("last used %s") % markup.day(profile.last_on))
    else:
        one.reasons.append(_("never used yet"))
    if event.host_id and person.organisation_id == event.host_id:
        one.reasons.append(_("belongs to the host itself"))
        one.weight -= 1
    if person.pk in asked:
        one.obstacles.append(_("has been asked already"))
    if person.pk in taken:
        one.obstacles.append(taken[person.pk])
    if not person.email:
        one.obstacles.append(_("has no e-mail address"))
    return one
