"""What pillar 1 shows on pages of the ground floor: desk, member page, search. By noun."""

from missions import helping
from missions.panels import events, experts, follow_up, missions, news
from rocb.handover import open_work
from rocb.news import news as told
from rocb.panels import boxes, outlooks, record_panels
from rocb.search import searchables


def register() -> None:
    """Put all of it into the registries, in the order of the pages; called once by apps.py."""
    record_panels.register(*follow_up.PANELS, *missions.PANELS, *events.PANELS, *helping.PANELS)
    boxes.register(*experts.BOXES, *follow_up.BOXES)
    told.register(news.STEPS)
    outlooks.register(*follow_up.OUTLOOKS)
    open_work.register(*missions.OPEN_WORK)
    searchables.register(*missions.SEARCHABLES, *experts.SEARCHABLES, *follow_up.SEARCHABLES)
