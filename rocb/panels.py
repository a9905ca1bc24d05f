"""What pillars put on pages of the ground floor: public home, desk, and a member's one page."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from rocb.registry import Registry


@dataclass(frozen=True, slots=True)
class Panel:
    """A part of a member's page. `context(user, administration)` fills `template`."""

    key: str
    perm: str
    template: str
    context: Callable[[Any, Any], dict]


@dataclass(frozen=True, slots=True)
class RecordPanel:
    """A part of a lower pillar's page, owned by the pillar that has the data.

    `on` names the page, as "recommendation"; `context(user, record)` fills `template`, and an empty
    one leaves the part out.
    """

    key: str
    on: str
    perm: str
    template: str
    context: Callable[[Any, Any], dict]


@dataclass(frozen=True, slots=True)
class HomePanel:
    """A part of the public home: `context()` gives what anybody may read."""

    key: str
    template: str
    context: Callable[[], dict]


@dataclass(frozen=True, slots=True)
class Box:
    """A part of the desk: what waits for this reader.

    `tasks(user)` gives dicts with text, url, by, tag and tone, in the fewest queries it can.
    """

    key: str
    label: Any
    perm: str
    tasks: Callable[[Any], list[dict]]


@dataclass(frozen=True, slots=True)
class News:
    """What changed: `since(user, moment)` gives (when, text, url, who), the newest first."""

    key: str
    perm: str
    since: Callable[[Any, datetime], list[tuple[datetime, str, str, str]]]


@dataclass(frozen=True, slots=True)
class Outlook:
    """A sentence for a reader with nothing due: when something will be next."""

    key: str
    perm: str
    sentence: Callable[[Any], str]


member_panels: Registry[Panel] = Registry("Member panel")
record_panels: Registry[RecordPanel] = Registry("Record panel")
home_panels: Registry[HomePanel] = Registry("Home panel")
boxes: Registry[Box] = Registry("Desk box")
news: Registry[News] = Registry("News")
outlooks: Registry[Outlook] = Registry("Outlook")


def panels_on(page: str, user, record) -> list[tuple[str, dict]]:
    """(template, context) of what other pillars show on this page to this reader."""
    found = []
    for panel in record_panels:
        if panel.on == page and user.has_perm(panel.perm):
            context = panel.context(user, record)
            if context:
                found.append((panel.template, context))
    return found
