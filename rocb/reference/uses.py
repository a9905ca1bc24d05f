"""Which records point to a reference record."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.db.models import Model, QuerySet
from pghistory.models import Event

from rocb.figures import counted


def pointing(record: Model) -> Iterator[QuerySet]:
    """The rows of each kind of record that name this one; their history does not count."""
    relations: Iterable[Any] = record._meta.get_fields(include_hidden=True)
    for relation in relations:
        model = relation.related_model
        if not relation.auto_created or relation.concrete or model is None:
            continue
        # The rows between two kinds are told by the relation itself.
        if issubclass(model, Event) or model._meta.auto_created:
            continue
        yield model._base_manager.filter(**{relation.field.name: record})


def uses_of(record: Model) -> int:
    """How many records name this one; one query."""
    return sum(counted(pointing(record)))


def is_used(record: Model) -> bool:
    return uses_of(record) > 0
