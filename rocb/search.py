"""Search over everything the reader may see: each pillar registers what can be found."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib.postgres.search import SearchQuery
from django.db.models import QuerySet

from rocb.registry import Registry


@dataclass(frozen=True, slots=True)
class Searchable:
    """One kind of record that can be found.

    `visible(user)` must be the model's own `visible_to`; `vector` names its search column;
    `show(row)` makes (title, address, line under it) from a model instance.
    """

    key: str
    label: Any
    visible: Callable[[Any], QuerySet]
    vector: str
    show: Callable[[Any], tuple[str, str, str]]
    perm: str = ""


searchables: Registry[Searchable] = Registry("Search")


def prefixes(words: str) -> str:
    """Words as a raw text-search query: all of them, each matched by its beginning."""
    terms = "".join(c if c.isalnum() else " " for c in words).split()
    return " & ".join(f"{term}:*" for term in terms[:8])


def found(user, words: str, *, limit: int = 10) -> list[tuple[Searchable, list, bool]]:
    """For each kind with hits: the kind, up to `limit` (title, url, line), and whether there are more.

    Words are joined with AND and matched as prefixes, so that half a name already finds.
    """
    raw = prefixes(words)
    if not raw:
        return []
    query = SearchQuery(raw, config="simple", search_type="raw")
    results = []
    for kind in searchables:
        if kind.perm and not user.has_perm(kind.perm):
            continue
        rows = list(kind.visible(user).filter(**{kind.vector: query})[: limit + 1])
        if rows:
            results.append((kind, [kind.show(row) for row in rows[:limit]], len(rows) > limit))
    return results
