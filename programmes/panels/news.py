"""What changed in pillar 3 since somebody was here: the steps that others took."""

from datetime import datetime
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q

from programmes.models import AssistanceRequest, Event
from programmes.workflow import EVENT, REQUEST
from rocb.models import StatusChange
from rocb.panels import News, news
from rocb.workflow import Workflow

# Records whose steps are news, with the columns that name them.
FOLLOWED: tuple[tuple[Any, Workflow, tuple[str, ...]], ...] = (
    (AssistanceRequest, REQUEST, ("administration__country_name", "title")),
    (Event, EVENT, ("title",)),
)


def steps_since(user, moment: datetime) -> list[tuple[datetime, str, str, str]]:
    """The steps others took on records that this reader sees; a query, and one for each kind."""
    seen = Q(pk__in=[])
    kinds = {}
    for model, flow, path in FOLLOWED:
        kind = ContentType.objects.get_for_model(model)
        kinds[kind.pk] = (model, flow, path)
        seen |= Q(content_type=kind, object_id__in=model.objects.visible_to(user).values("pk"))
    changes = StatusChange.objects.filter(seen, at__gt=moment).exclude(by=user)
    rows = list(changes.select_related("by__person").order_by("-at")[:15])
    names = {}
    for kind, (model, _flow, path) in kinds.items():
        pks = {row.object_id for row in rows if row.content_type_id == kind}
        if pks:
            for pk, *parts in model.objects.filter(pk__in=pks).values_list("pk", *path):
                names[kind, pk] = (", ".join(parts), model(pk=pk).get_absolute_url())
    found = []
    for row in rows:
        _model, flow, _path = kinds[row.content_type_id]
        label = flow.step(row.step).label if row.step in flow.steps else row.step
        name, url = names.get((row.content_type_id, row.object_id), ("", ""))
        found.append((row.at, f"{name}: {label}", url, row.by.full_name if row.by else ""))
    return found


def register() -> None:
    news.register(News("training-steps", "programmes.view_assistancerequest", steps_since))
