"""The facts the portal starts from: loaded by natural key, compared before anything is written.

Each pillar registers what it owns. A second run writes nothing; what an office decides for itself
(its ladder, who is in charge of a member) is set once and never touched again. Nor is a reference record
that somebody has worded anew in the portal.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Model
from django.db.models.fields.json import KeyTextTransform

from rocb.models.reference import Reference
from rocb.registry import Registry
from rocb.trail import history_model


@dataclass
class Counts:
    """What loading one kind did."""

    added: int = 0
    changed: int = 0
    unchanged: int = 0


@dataclass(frozen=True, slots=True)
class Loader:
    """One kind of facts. `load()` is idempotent."""

    key: str
    label: str
    load: Callable[[], Counts]


loaders: Registry[Loader] = Registry("Loader")


def written_here(model: type[Model], label: str = "") -> set[int]:
    """The rows that somebody has changed in the portal, not a command; `label="insert"`: has added."""
    rows = history_model(model)._default_manager.filter(**({"pgh_label": label} if label else {}))
    who = KeyTextTransform("user", "pgh_context__metadata")
    return set(rows.annotate(who=who).exclude(who=None).values_list("pgh_obj_id", flat=True))


def keep(
    model: type[Model],
    key: Sequence[str],
    rows: Iterable[dict[str, Any]],
    *,
    once: Sequence[str] = (),
    where_empty: Sequence[str] = (),
) -> Counts:
    """Bring the rows of a model up to the facts, by the fields of `key`. One or two queries to read.

    Fields in `once` are only set on new rows, those in `where_empty` also where nothing stands yet.
    Rows that are not in the facts are left alone.
    """
    known = {tuple(getattr(row, name) for name in key): row for row in model._default_manager.all()}
    left_alone = written_here(model) if issubclass(model, Reference) else ()
    counts = Counts()
    for values in rows:
        row = known.get(tuple(values[name] for name in key))
        if row is None:
            row = model(**values)
            row.save()
            known[tuple(values[name] for name in key)] = row
            counts.added += 1
            continue
        changed = [
            name
            for name, value in values.items()
            if row.pk not in left_alone
            and name not in once
            and getattr(row, name) != value
            and not (name in where_empty and getattr(row, name))
        ]
        for name in changed:
            setattr(row, name, values[name])
        if changed:
            row.save()
            counts.changed += 1
        else:
            counts.unchanged += 1
    return counts
