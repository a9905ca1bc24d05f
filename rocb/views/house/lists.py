"""The list: one declaration of columns for the table, its order and its export."""

from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.conf import settings
from django.core.cache import cache as shared_cache
from django.db.models import CharField, F, TextField
from django.http import QueryDict
from django.urls import reverse
from django.utils.html import conditional_escape
from django.utils.translation import gettext as _

from rocb import markup, standing
from rocb.exports import export
from rocb.models.alphabet import Alphabetical
from rocb.posted import number_in
from rocb.views.house.base import Page


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a list: shown, sorted and exported from one declaration.

    `source` is an ORM path; `kind` says how its value is shown. `link` names the page of the row,
    reversed with `link_args` and the value of `link_by`.
    """

    key: str
    label: Any
    source: str = ""
    kind: str = "text"
    choices: Any = None
    link: str = ""
    link_by: str = "pk"
    link_args: tuple[str, ...] = ()
    is_sortable: bool = True

    @property
    def path(self) -> str:
        return self.source or self.key

    @property
    def numeric(self) -> bool:
        return self.kind in ("number", "percent")

    def labels(self) -> dict:
        return dict(self.choices.choices) if self.choices else {}

    def shower(self) -> Callable[[Any], str]:
        """A function from a raw value to safe HTML, with everything slow done beforehand."""
        labels = {value: conditional_escape(label) for value, label in self.labels().items()}
        if self.kind == "tag":
            tags = {v: markup.tag(label, markup.tone_of(v)) for v, label in self.labels().items()}
            return lambda value: tags.get(value, "")
        if self.kind == "day":
            return cache(markup.day)
        if self.kind == "percent":
            return lambda value: "" if value is None else f"{value} %"
        if self.kind == "number":
            return markup.number
        if self.kind == "flag":
            words = {True: str(_("Yes")), False: str(_("No"))}
            return lambda value: words.get(value, "")
        if labels:
            return lambda value: labels.get(value, "")
        return lambda value: "" if value is None else conditional_escape(value)


def is_text(queryset, path: str) -> bool:
    """Whether a column holds words, which are put in order by the alphabet."""
    column = F(path).resolve_expression(queryset.query.chain())
    return isinstance(column.output_field, CharField | TextField)


# A list that is asked for with nothing but these is not narrowed.
PLAIN = frozenset({"sort", "page"})
MANY_SECONDS = 600


class Narrowed:
    """The rows that the filters of an address leave, counted and read as a whole list is."""

    def __init__(self, queryset, paths: tuple[str, ...]) -> None:
        self.queryset, self.paths = queryset, paths

    def count(self, most: int) -> int:
        return self.queryset.order_by()[:most].count()

    def rows(self, piece: slice):
        return self.queryset[piece].values_list(*self.paths)


def fitting(filterset, rows):
    """The rows that fit the filters; none where these make no sense."""
    if filterset is None:
        return rows
    return filterset.qs if filterset.is_valid() else rows.none()


class ListPage(Page):
    """Filters, search, sort, count, pages, and export of exactly the filtered rows."""

    template_name = "generic/list.html"
    model: Any = None
    filterset_class: Any = None
    columns: tuple[Column, ...] = ()
    ordering: tuple[Any, ...] = ("pk",)
    per_page = 50
    lead: Any = ""
    empty: dict[str, Any] = {}
    create: tuple[str, str, Any] | None = None  # permission, URL name, label

    def create_url(self) -> str:
        """Where a new row is made; only asked where there is `create`."""
        return reverse(self.create[1])

    def rows(self):
        """The rows this reader may see, before the filters."""
        return self.model.objects.visible_to(self.request.user)

    def count_label(self, count: int) -> str:
        names = self.model._meta
        return f"{markup.number(count)} {names.verbose_name if count == 1 else names.verbose_name_plural}"

    def sorted_by(self) -> tuple[str, bool]:
        """The key of the column that the address asks for, and whether it is descending."""
        asked = self.request.GET.get("sort", "")
        key = asked.removeprefix("-")
        known = {column.key for column in self.columns if column.is_sortable}
        return (key, asked.startswith("-")) if key in known else ("", False)

    def in_order(self, queryset):
        key, descending = self.sorted_by()
        if not key:
            return queryset.order_by(*self.ordering)
        column = next(column for column in self.columns if column.key == key)
        if column.kind == "text" and not column.choices and is_text(queryset, column.path):
            name = Alphabetical(column.path)
            return queryset.order_by(name.desc() if descending else name.asc(), "pk")
        return queryset.order_by(f"-{column.path}" if descending else column.path, "pk")

    def address(self, **changes) -> str:
        """This page's own address with some of its query changed; None takes one away."""
        query = self.request.GET.copy()
        for name, value in changes.items():
            query.pop(name, None)
            if value is not None:
                query[name] = value
        return f"{self.request.path}?{query.urlencode()}" if query else self.request.path

    def headings(self) -> list[dict]:
        key, descending = self.sorted_by()
        found = []
        for column in self.columns:
            is_now = column.key == key
            turn = f"-{column.key}" if is_now and not descending else column.key
            found.append(
                {
                    "label": str(column.label),
                    "key": column.key,
                    "numeric": column.numeric,
                    "nowrap": column.kind == "day",
                    "sort_url": self.address(sort=turn, page=None) if column.is_sortable else "",
                    "sorted": ("desc" if descending else "asc") if is_now else "",
                }
            )
        return found

    def paths(self) -> tuple[str, ...]:
        """The ORM paths that are read of each row."""
        paths = ["pk"]
        for column in self.columns:
            paths += [column.path] + ([column.link_by] if column.link else [])
        return tuple(dict.fromkeys(paths))

    def cells(self, found: Iterable[tuple]) -> list[Any]:
        """What a template gets of the rows; no work per cell but a dictionary look-up."""
        at = {path: index for index, path in enumerate(self.paths())}
        plans = []
        for column in self.columns:
            link = markup.Linker(column.link, *column.link_args) if column.link else None
            plans.append((at[column.path], column.shower(), link, at.get(column.link_by, 0)))
        rows = []
        for values in found:
            row = []
            for index, show, link, key in plans:
                cell = show(values[index])
                row.append(link(cell, values[key]) if link else cell)
            rows.append(row)
        return rows

    def filters(self, data, rows):
        """The filters of this list, filled with `data`; None where it has none."""
        if not self.filterset_class:
            return None
        return self.filterset_class(data, queryset=rows, request=self.request)

    def whole(self) -> standing.Whole:
        """The list that is not narrowed: the same question for every reader of a kind.

        Raises `Unfit` where it is not, as where the list belongs to a record of the address.
        """
        kind, paths, (key, descending) = type(self), self.paths(), self.sorted_by()
        sort = f"-{key}" if descending else key

        def make(reader):
            page: Any = kind()
            page.request = standing.StandInRequest(reader, QueryDict(f"sort={sort}"))
            try:
                return page.in_order(fitting(page.filters({}, rows := page.rows()), rows))
            except AttributeError as error:
                raise standing.Unfit(str(error)) from error

        name = (kind.__module__, kind.__qualname__, sort, paths)
        return standing.whole(self.request.user, name, make, lambda rows: rows.values_list(*paths))

    def get(self, request, *args, **kwargs):
        found: standing.Whole | Narrowed | None = None
        if PLAIN.issuperset(request.GET):
            with suppress(standing.Unfit):
                found = self.whole()
        rows = self.model.objects.none() if found else self.rows()
        filterset = self.filters(request.GET, rows)
        if found is None:
            queryset = self.in_order(fitting(filterset, rows))
            if request.GET.get("export") in ("csv", "xlsx"):
                kind = request.GET["export"]
                return export(request, queryset, self.columns, str(self.title), kind)
            found = Narrowed(queryset, self.paths())
        if self.wants_rows():
            self.template_name = "generic/_rows.html"
        response = self.page(self.frame(filterset) | self.sheet(found) | self.details())
        response.headers["Vary"] = "HX-Request, Cookie"
        return response

    def frame(self, filterset) -> dict:
        """What stands around the rows."""
        context = {
            "lead": self.lead,
            "filter": filterset,
            "filters_active": bool(
                filterset and any(self.request.GET.get(name) for name in filterset.form.fields)
            ),
            "columns": self.headings(),
            "exports": [
                ("CSV", self.address(export="csv", page=None)),
                ("Excel", self.address(export="xlsx", page=None)),
            ],
            "empty": self.empty,
        }
        if self.create and self.request.user.has_perm(self.create[0]):
            context |= {"create_url": self.create_url(), "create_label": self.create[2]}
        return context

    def counted(self, found: "standing.Whole | Narrowed", most: int) -> int:
        """How many rows, counted no further than `most`.

        A whole list with more than that has more tomorrow too: this is remembered for each reader, so
        that nobody waits for a thousand rows to be counted again.
        """
        if isinstance(found, Narrowed):
            return found.count(most)
        user, kind = self.request.user, type(self)
        key = f"many:{kind.__module__}.{kind.__qualname__}:{user.pk}:{user.standing}"
        if shared_cache.get(key):
            return most
        count = found.count(most)
        if count == most:
            shared_cache.set(key, True, MANY_SECONDS)
        return count

    def sheet(self, found: "standing.Whole | Narrowed") -> dict:
        """The rows of the page that is asked for, and how many there are in all."""
        most = settings.MOST_COUNTED
        count = self.counted(found, most + 1)
        pages = max(1, -(-min(count, most) // self.per_page))
        number = min(max(1, number_in(self.request.GET.get("page", ""), 1)), pages)
        start = (number - 1) * self.per_page
        label = self.count_label(min(count, most))
        return {
            "rows": self.cells(found.rows(slice(start, start + self.per_page))) if count else [],
            "count": count,
            "count_label": label if count <= most else _("More than %s") % label,
            "page_links": self.page_links(number, pages),
        }

    def details(self) -> dict:
        """More context for a list with something of its own."""
        return {}

    def page_links(self, number: int, pages: int) -> dict | None:
        if pages == 1:
            return None
        return {
            "previous_url": self.address(page=number - 1) if number > 1 else "",
            "next_url": self.address(page=number + 1) if number < pages else "",
            "number": number,
            "pages": pages,
        }
