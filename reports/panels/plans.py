"""What plans show on pages of others: desk, search, and what changed."""

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from reports.models import AnnualReport, StrategicPlan, WorkItem
from reports.workflow import AnnualStatus, StrategyStatus, WorkStatus
from rocb import fiscal, markup
from rocb.news import News, Told, news, tells_steps
from rocb.panels import Box, Found, RecordPanel, Waiting, boxes, finds, record_panels, waits
from rocb.search import Searchable, searchables
from rocb.standing import Blank

MOST = 8


def carried(user) -> list:
    """Open items of the work plan that the reader carries, the most urgent first."""
    if not user.is_office:
        return []
    rows = WorkItem.objects.open().filter(carried_by=user.pk)
    return [waits(rows, "work-items", what="title", tag="status", on="ends_on")]


def carried_line(row: Waiting) -> dict:
    is_late = row.on is not None and row.on < timezone.localdate()
    return {
        "text": row.what,
        "url": WorkItem(pk=row.id).get_absolute_url(),
        "tag": _("overdue") if is_late else WorkStatus(row.tag).label,
        "tone": "bad" if is_late else markup.tone_of(row.tag),
        "by": _("until %s") % markup.weekday(row.on),
    }


def steps_since(user, moment: Blank) -> list:
    """Plans adopted and annual reports issued since then."""
    plans = StrategicPlan.objects.visible_to(user)
    annual = AnnualReport.objects.visible_to(user)
    of_year = ("year", "office__region__code")
    return [
        tells_steps(user, moment, "plans:plan", plans, ("title",), target=StrategyStatus.ADOPTED),
        tells_steps(user, moment, "plans:year", annual, of_year, target=AnnualStatus.ISSUED),
    ]


def step_line(row: Told) -> tuple[str, str]:
    if row.key == "plans:plan":
        plan = StrategicPlan(pk=row.id, title=row.names[0])
        return f"{_('Plan adopted')}: {plan}", plan.get_absolute_url()
    year, region = row.names
    words = _("Annual report %s") % fiscal.label(year)
    return (
        f"{_('Report issued')}: {words}",
        f"{reverse('reports:annual-detail', args=[year])}?office={region}",
    )


def work_of_event(user, event) -> list:
    """Items of the work plan that an event belongs to."""
    rows = WorkItem.objects.visible_to(user).filter(event=event.pk).order_by("starts_on", "pk")
    carrier = ("carried_by__person__given_name", "carried_by__person__family_name")
    return [finds(rows, "event-work", "starts_on", "title", "status", *carrier)[:MOST]]


def event_panel(_user, _event, found: list[Found]) -> dict:
    items = []
    for row in sorted(found, key=lambda row: (row.names[0] or "", row.id)):
        _day, title, status, given, family = row.names
        items.append(
            {
                "text": title,
                "url": WorkItem(pk=row.id).get_absolute_url(),
                "tag": WorkStatus(status).label,
                "tone": markup.tone_of(status),
                "by": f"{given or ''} {family or ''}".strip(),
            }
        )
    return {"items": items} if items else {}


SEARCHABLES = (
    Searchable(
        "strategic-plans",
        gettext_lazy("Plans of the office"),
        lambda user: StrategicPlan.objects.visible_to(user),
        "search",
        lambda plan: (
            str(plan), plan.get_absolute_url(), markup.days(plan.starts_on, plan.ends_on)
        ),
        "reports.view_strategicplan",
    ),
    Searchable(
        "work-items",
        gettext_lazy("Work plan"),
        lambda user: WorkItem.objects.visible_to(user),
        "search",
        lambda item: (
            item.title, item.get_absolute_url(), markup.days(item.starts_on, item.ends_on)
        ),
        "reports.view_workitem",
    ),
)  # fmt: skip


def register() -> None:
    """Put all of it into the registries."""
    boxes.register(
        Box("work-items", gettext_lazy("Your items of the work plan"), "reports.change_workitem",
            carried, carried_line, first="on", most=MOST)
    )  # fmt: skip
    news.register(News("plans", "reports.view_strategicplan", steps_since, step_line))
    record_panels.register(
        RecordPanel(
            "event-work",
            "event",
            "reports.view_workitem",
            "reports/_event_work.html",
            event_panel,
            work_of_event,
        )
    )
    searchables.register(*SEARCHABLES)
