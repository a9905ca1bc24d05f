"""Choosing among hundreds of records in a form, without a script.

A field shows what is chosen already, and beside it what fits best; words find the rest. Searching
shows the form again with everything that was typed: nothing is saved, nothing is lost.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from django import forms
from django.contrib.postgres.search import SearchQuery
from django.db.models import Case, Q, QuerySet, Value, When

from rocb.posted import number_in
from rocb.search import prefixes

# How many are offered at once beside what is chosen.
OFFERED = 12


class Searched(forms.widgets.ChoiceWidget):
    """What both finders show around their choices."""

    template_name: Any = "components/finder.html"
    words = ""
    more = False

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        # The words that these choices answer: other words in a post are a search not yet made.
        return {**context, "words": self.words, "more": self.more}


class Finder(Searched, forms.CheckboxSelectMultiple):
    """Boxes to tick below a search field."""


class FinderOfOne(Searched, forms.RadioSelect):
    """The same, to choose one."""


class FindingForm:
    """Mixed into forms with finders; `words` is what somebody searches for before they save."""

    def __init__(self, *args, words=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.sought = self.data if words is None else words

    def words_for(self, name: str) -> str:
        return str(self.sought.get(f"find_{name}", ""))[:200].strip()


def matching(words: str, vector: str, *names: str) -> Q:
    """Rows that have every word: in their search column, or at the beginning of a word of a name."""
    wanted = Q()
    for word in prefixes(words).split(" & "):
        if word:
            query = SearchQuery(word, config="simple", search_type="raw")
            found = Q(**{vector: query})
            plain = word.removesuffix(":*")
            for name in names:
                found |= Q(**{f"{name}__istartswith": plain}) | Q(
                    **{f"{name}__icontains": f" {plain}"}
                )
            wanted &= found
    return wanted


def keys_of(value: Any) -> list[int]:
    """The keys in a field's value, whatever form it has; what is no key is left to validation."""
    several: Iterable[Any] = value if isinstance(value, list | tuple | set | QuerySet) else [value]
    texts = (str(getattr(one, "pk", one)) for one in several if one is not None)
    return [key for text in texts if (key := number_in(text, None)) is not None]


def offered(
    rows: QuerySet, chosen: Sequence[int], wanted: Q, order: Sequence[str]
) -> tuple[list, bool]:
    """What a finder shows of `rows`: all that is chosen, then what is wanted; whether there is more.

    One query.
    """
    is_chosen = Case(When(pk__in=chosen, then=Value(0)), default=Value(1))
    # By key: joins of the condition must not show a row twice.
    keys = rows.model._base_manager.filter(Q(pk__in=chosen) | wanted).values("pk")
    most = len(chosen) + OFFERED
    found = list(
        rows.filter(pk__in=keys)
        .annotate(found_first=is_chosen)
        .order_by("found_first", *order)[: most + 1]
    )
    return found[:most], len(found) > most


def offer(
    form, name: str, rows: QuerySet, *, wanted: Q, fits: Q | None = None, order: Sequence[str]
) -> None:
    """Let the field `name` of a form choose several of `rows`.

    `wanted` is what its words find, from `matching`; `fits` what is offered while there are none.
    """
    field = form.fields[name]
    field.queryset = rows
    words = form.words_for(name)
    chosen = keys_of(form[name].value())
    condition = wanted if words else (Q() if fits is None else fits)
    found, more = offered(rows, chosen, condition, order)
    widget = Finder()
    widget.words, widget.more = words, more
    field.widget = widget
    widget.is_required = field.required
    widget.choices = [(one.pk, field.label_from_instance(one)) for one in found]


def is_search(data) -> bool:
    """Whether a post searches: by the button, or by words that were not searched for yet."""
    if "find" in data:
        return True
    return any(
        data.get(key, "").strip() != data.get(f"found_{key.removeprefix('find_')}", "").strip()
        for key in data
        if key.startswith("find_")
    )
