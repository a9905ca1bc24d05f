"""What plans show on pages of others: desk, search, and what changed."""

from datetime import datetime

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from reports.models import AnnualReport, StrategicPlan, WorkItem
from reports.workflow import AnnualStatus, StrategyStatus
from rocb import markup
from rocb.models import StatusChange
from rocb.panels import Box, News, RecordPanel, boxes, news, record_panels
from rocb.search import Searchable, searchables

MOST = 8


def carried(user) -> list[dict]:
    """Open items of the work plan that the reader carries, the most urgent first; one query."""
    if not user.is_office:
        return []
    today = timezone.localdate()
    rows = WorkItem.objects.open().filter(carried_by=user).order_by("ends_on", "pk")[:MOST]
    return [
        {
            "text": item.title,
            "url": item.get_absolute_url(),
            "tag": _("overdue") if item.ends_on < today else item.get_status_display(),
            "tone": "bad" if item.ends_on < today else markup.tone_of(item.status),
            "by": _("until %s") % markup.weekday(item.ends_on),
        }
        for item in rows
    ]


def steps_since(user, moment: datetime) -> list[tuple[datetime, str, str, str]]:
    """Plans adopted and annual reports issued since then; three queries."""
    kinds = {
        ContentType.objects.get_for_model(StrategicPlan).pk: (StrategicPlan, _("Plan adopted")),
        ContentType.objects.get_for_model(AnnualReport).pk: (AnnualReport, _("Report issued")),
    }
    told = Q(target__in=[StrategyStatus.ADOPTED, AnnualStatus.ISSUED])
    changes = (
        StatusChange.objects.filter(told, content_type__in=kinds, at__gt=moment)
        .exclude(by=user)
        .select_related("by__person")
        .order_by("-at")[:10]
    )
    found = []
    for change in changes:
        model, words = kinds[change.content_type_id]
        rows = model.objects.visible_to(user).select_related("office__region")
        record = rows.filter(pk=change.object_id).first()
        if record is not None:
            who = change.by.full_name if change.by else ""
            found.append((change.at, f"{words}: {record}", record.get_absolute_url(), who))
    return found


def work_of_event(user, event) -> dict:
    """Items of the work plan that an event belongs to; one query."""
    rows = (
        WorkItem.objects.visible_to(user).filter(event=event).select_related("carried_by__person")
    )
    items = [
        {
            "text": item.title,
            "url": item.get_absolute_url(),
            "tag": item.get_status_display(),
            "tone": markup.tone_of(item.status),
            "by": item.carried_by.full_name if item.carried_by else "",
        }
        for item in rows.order_by("starts_on", "pk")[:MOST]
    ]
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
            carried)
    )  # fmt: skip
    news.register(News("plans", "reports.view_strategicplan", steps_since))
    record_panels.register(
        RecordPanel(
            "event-work",
            "event",
            "reports.view_workitem",
            "reports/_event_work.html",
            work_of_event,
        )
    )
    for searchable in SEARCHABLES:
        searchables.register(searchable)
