"""How a nominee fits an event: language, the same theme lately, the e-learning required.

Rules that speak, none that forbids: the office decides. One query for any number of nominees.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils import timezone
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from programmes.models import Event, Nomination
from rocb import markup

LATELY = timedelta(days=730)


@dataclass(frozen=True, slots=True)
class Sign:
    """One thing that speaks for a nominee (ok), against (bad), or is not known (warn)."""

    text: str
    tone: str
    detail: str = ""


def attended_lately(event: Event, people: Iterable[int]) -> dict[int, list[tuple[str, date]]]:
    """Who of these was at an event of the same theme in the 24 months before; one query."""
    until = event.starts_on or timezone.localdate()
    found: dict[int, list[tuple[str, date]]] = defaultdict(list)
    rows = (
        Nomination.objects.attended()
        .filter(
            person__in=list(people),
            event__themes__in=event.themes.values("pk"),
            event__ends_on__gte=until - LATELY,
            event__ends_on__lt=until,
        )
        .exclude(event=event)
        .order_by("-event__ends_on")
        .values_list("person_id", "event__title", "event__ends_on")
        .distinct()
    )
    for person, title, day in rows:
        found[person].append((title, day))
    return found


def signs_of(event: Event, language: str, has_course: bool, lately) -> list[Sign]:
    """What there is to say about one nominee."""
    signs = []
    if event.languages:
        if language in (Nomination.English.FLUENT, Nomination.English.WORKING):
            signs.append(Sign(str(Nomination.English(language).label), "ok"))
        elif language:
            signs.append(Sign(_("Only basic command of the language"), "bad"))
        else:
            signs.append(Sign(_("Language not stated"), "warn"))
    if event.required_course:
        if has_course:
            signs.append(Sign(_("E-learning finished"), "ok"))
        else:
            signs.append(Sign(_("E-learning not finished"), "bad"))
    for title, day in lately[:1]:
        signs.append(Sign(_("Same theme lately"), "warn", f"{title}, {markup.day(day)}"))
    return signs


def judged(event: Event, nominations: list[Nomination]) -> dict[int, list[Sign]]:
    """The signs of several nominees, by the id of the nomination. One query."""
    lately = attended_lately(event, {one.person_id for one in nominations})
    return {
        one.pk: signs_of(event, one.language, one.has_course, lately.get(one.person_id, []))
        for one in nominations
    }


def shown(signs: list[Sign]) -> SafeString:
    """The signs as tags, with what is behind them."""
    if not signs:
        return SafeString("–")
    return format_html_join(
        "\n",
        '{} <span class="by">{}</span>',
        ((markup.tag(one.text, one.tone), one.detail) for one in signs),
    )
