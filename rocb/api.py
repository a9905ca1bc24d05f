"""The ground of `/api/v1/`: what every resource shares, and refusals answered in words.

The same rights and the same actions as the pages: rows through `visible_to`, verbs through the same
workflow tables. Each pillar's `api.py` declares its resources; apps.py registers them.
"""

from dataclasses import dataclass
from functools import cache
from typing import Any, cast

from django.conf import settings
from django.core.exceptions import FieldDoesNotExist, PermissionDenied
from drf_spectacular.utils import extend_schema
from rest_framework import permissions, serializers, viewsets
from rest_framework.decorators import action
from rest_framework.exceptions import NotFound
from rest_framework.response import Response
from rest_framework.views import APIView

from rocb.registry import Registry
from rocb.standing import whole
from rocb.workflow import Workflow


@dataclass(frozen=True, slots=True)
class Resource:
    """A list of the API at `/api/v1/<key>/`."""

    key: str
    viewset: Any


resources: Registry[Resource] = Registry("API resource")


class MayUse(permissions.IsAuthenticated):
    """The policy table decides: the view names the permission as `perm`."""

    def has_permission(self, request, view):
        return super().has_permission(request, view) and request.user.has_perm(view.perm)


class StepInput(serializers.Serializer):
    """What a step of a workflow takes."""

    comment = serializers.CharField(required=False, allow_blank=True, default="", max_length=10_000)


# A list that is asked for with nothing but these is asked for as a whole.
PAGING = frozenset({"limit", "offset"})


class Records(viewsets.GenericViewSet):
    """List and read what the reader may see.

    `serializer_class` names the fields; rows come straight from one `values_list` of their
    sources, so a list costs one query and no Python per field.
    """

    permission_classes = (MayUse,)
    perm = ""
    model: Any = None
    ordering: tuple[str, ...] = ("pk",)
    filterset_class: Any = None

    def visible(self, reader):
        """The records that a reader may see."""
        return self.model.objects.visible_to(reader)

    def get_queryset(self):
        if getattr(self, "swagger_fake_view", False):
            return self.model.objects.none()
        return self.visible(self.request.user).order_by(*self.ordering)

    def record_for(self, perm: str):
        """The record of the address: 404 where it may not be seen, 403 where `perm` is not held on it.

        Asked before the input is looked at, so that refusals of the input tell strangers nothing.
        """
        record = self.get_object()
        if not record.allows(self.request.user, perm):
            raise PermissionDenied
        return record

    def asked(self, perm: str, kind: type[serializers.Serializer]) -> tuple[Any, dict[str, Any]]:
        """The record of the address, for whoever holds `perm` on it, and what was sent, as `kind`."""
        record = self.record_for(perm)
        serializer = kind(data=self.request.data)
        serializer.is_valid(raise_exception=True)
        return record, dict(serializer.validated_data)

    def get_serializer(self, *args, **kwargs):
        """Asked for by the OpenAPI document alone: what may be null in the table may be null in it."""
        serializer = super().get_serializer(*args, **kwargs)
        for name, path in sources(type(serializer)).items():
            serializer.fields[name].allow_null = may_be_null(self.model, path)
        return serializer

    def fields(self) -> dict[str, str]:
        """Name in the API -> ORM path, of each field that this reader is told."""
        return sources(cast(type[serializers.Serializer], self.get_serializer_class()))

    def columns(self, queryset):
        """The values of the fields, as tuples."""
        return queryset.values_list(*self.fields().values())

    def rows(self, queryset) -> list[dict]:
        return self.named(self.columns(queryset))

    def named(self, rows) -> list[dict]:
        """Tuples of `columns` by their names."""
        names = tuple(self.fields())
        return [dict(zip(names, row, strict=True)) for row in rows]

    def list(self, request):
        """The records that the reader may see."""
        found: Slices | Whole
        if PAGING.issuperset(request.GET):
            found = Whole(self)
        else:
            found = Slices(self.filter_queryset(self.get_queryset()), self.rows)
        page = self.paginator.paginate_queryset(found, request, view=self)
        return self.paginator.get_paginated_response(page)

    def retrieve(self, request, pk=None):
        """One record, with more than its row in the list tells."""
        record = self.get_object()
        (row,) = self.rows(self.model.objects.filter(pk=record.pk))
        return Response({**row, **self.more(record)})

    def more(self, record) -> dict:
        """What one record tells beyond its row in the list."""
        return {}


@cache
def sources(serializer: type[serializers.Serializer]) -> dict[str, str]:
    """Name in the API -> ORM path, of each field."""
    return {name: "__".join(field.source_attrs) for name, field in serializer().fields.items()}


def may_be_null(model: Any, path: str) -> bool:
    """Whether a row may have nothing at the end of an ORM path; sums made by annotation never do."""
    for part in path.split("__"):
        try:
            found = model._meta.get_field(part)
        except FieldDoesNotExist:
            return False
        if found.null:
            return True
        model = found.related_model
    return False


class Whole:
    """The whole list of a resource: put into SQL once for each kind of reader."""

    def __init__(self, view: Records) -> None:
        self.view = view
        self.found = whole(
            view.request.user,
            ("API", type(view).__qualname__),
            lambda reader: view.visible(reader).order_by(*view.ordering),
            view.columns,
        )

    def count(self) -> int:
        return self.found.count(settings.MOST_COUNTED + 1)

    def __len__(self) -> int:
        return self.count()

    def __getitem__(self, piece: slice) -> list[dict]:
        return self.view.named(self.found.rows(piece))


class Slices:
    """A queryset that counts as one and gives plain rows when it is sliced."""

    def __init__(self, queryset, rows) -> None:
        self.queryset, self.rows = queryset, rows

    def count(self) -> int:
        return self.queryset.order_by()[: settings.MOST_COUNTED + 1].count()

    def __len__(self) -> int:
        return self.count()

    def __getitem__(self, piece):
        return self.rows(self.queryset[piece])


class NoSuchAddress(APIView):
    """Whatever else is asked for below `/api/v1/`: 404 as the API says it, not as a page."""

    schema = None

    def initial(self, request, *args, **kwargs):
        super().initial(request, *args, **kwargs)
        raise NotFound


class Steps(viewsets.GenericViewSet):
    """Adds `POST <record>/steps/<step>/`: the same table that the buttons come from."""

    workflow: Workflow
    step_serializers: dict[str, type[serializers.Serializer]] = {}

    def more(self, record) -> dict:
        steps = self.workflow.open_to(record, self.request.user)
        return {"steps": [step.name for step in steps]}

    @extend_schema(request=StepInput)
    @action(detail=True, methods=["post"], url_path="steps/(?P<step>[a-z-]+)")
    def step(self, request, pk=None, step=""):
        """Take a step. 404 for a step that does not exist, 409 for one that is not open now."""
        arrow = self.workflow.step(step)
        kind = self.step_serializers.get(arrow.name, StepInput)
        record, values = self.asked(arrow.perm, kind)
        record = self.workflow.perform(record, step, by=request.user, **values)
        (row,) = self.rows(self.model.objects.filter(pk=record.pk))
        return Response({**row, **self.more(record)})
