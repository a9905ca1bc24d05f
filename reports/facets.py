"""What narrows the library: one query counts every facet, and the address is the state."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote_plus

from django.db.models import CharField, Count, F, Func, QuerySet, Value
from django.db.models.functions import Cast
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from reports.models import Report, Series
from reports.workflow.library import ReportStatus
from rocb.kept import kept, reader
from rocb.languages import Language
from rocb.models import Administration, Standard, Theme
from rocb.models.alphabet import az
from rocb.standing import ask

# Key in the address, heading, what it filters on.
FACETS = (
    ("theme", _("Theme"), "themes__code"),
    ("standard", _("Standard"), "standards__code"),
    ("country", _("Case country"), "countries__contains"),
    ("language", _("Language"), "languages__contains"),
    ("year", _("Year"), "year"),
    ("series", _("Series"), "series__code"),
    ("status", _("Status"), "status"),
)
MOST = 12  # values of one facet that are shown


@dataclass(frozen=True)
class Facet:
    """One facet with its values: (label, how many, address, chosen)."""

    key: str
    label: Any
    values: list[tuple[str, int, str, bool]]


def country_names() -> dict[str, str]:
    """The name of each country by its code; one query."""
    return dict(Administration.objects.values_list("iso2", "country_name"))


def chosen(query: QueryDict) -> dict[str, str]:
    """What the address asks for, as far as it can be asked."""
    wanted = {}
    for key, _label, _path in FACETS:
        value = query.get(key, "").replace("\x00", "").strip()[:60]
        if value and (key != "year" or (value.isascii() and value.isdecimal() and len(value) <= 4)):
            wanted[key] = value
    return wanted


def narrowed(reports: QuerySet, wanted: dict[str, str]) -> QuerySet:
    """The reports that fit all of it."""
    for key, _label, path in FACETS:
        if key in wanted:
            value = wanted[key]
            reports = reports.filter(**{path: [value] if path.endswith("contains") else value})
    # A join to topics gives a row a topic: asked again by id.
    if {"theme", "standard"} & wanted.keys():
        return reports.model.objects.filter(pk__in=reports.values("pk"))
    return reports


Counted = tuple[str, str, str, int]


def counted_for(user) -> list[Counted]:
    """The same of the whole library, as its reader sees it; counted once between two steps."""
    if not user.is_authenticated:
        return kept("facets", lambda: list(counted(Report.objects.visible_to(user))))

    def make():
        return ask(user, "facets", lambda one: counted(Report.objects.visible_to(one)))

    return kept("facets", make, *reader(user))


def counted(hits: QuerySet) -> QuerySet:
    """(facet, value, label, how many) of everything in these reports; one query."""
    ids = hits.order_by().values("pk")
    rows = Report.objects.filter(pk__in=ids).order_by()

    def columns(queryset, key, value, label):
        text = CharField()
        return (
            queryset.annotate(
                facet=Value(key, text), value=Cast(value, text), label=Cast(label, text)
            )
            .values("facet", "value", "label")
            .annotate(n=Count("pk", distinct=True))
            .values_list("facet", "value", "label", "n")
        )

    topics = Theme.objects.filter(reports__in=ids).order_by()
    parts = [
        topics.annotate(facet=Value("theme", CharField()))
        .annotate(n=Count("reports"))
        .values_list("facet", "code", "name", "n"),
        Standard.objects.filter(reports__in=ids)
        .order_by()
        .annotate(facet=Value("standard", CharField()))
        .annotate(n=Count("reports"))
        .values_list("facet", "code", "title", "n"),
        Series.objects.filter(reports__in=ids)
        .order_by()
        .annotate(facet=Value("series", CharField()))
        .annotate(n=Count("reports"))
        .values_list("facet", "code", "title", "n"),
        columns(rows.exclude(year=None), "year", F("year"), F("year")),
        columns(rows, "status", F("status"), F("status")),
        columns(rows, "country", unnested("countries"), Value("")),
        columns(rows, "language", unnested("languages"), Value("")),
    ]
    return parts[0].union(*parts[1:], all=True)


def unnested(name: str) -> Func:
    return Func(F(name), function="unnest", output_field=CharField())


def facets_of(
    counts: Iterable[Counted], query: QueryDict, names: dict[str, str], path: str
) -> list[Facet]:
    """The facets that were counted, with the addresses that choose or leave a value."""
    wanted = chosen(query)
    labels = {
        "status": {value: str(label) for value, label in ReportStatus.choices},
        "language": {value: str(label) for value, label in Language.choices},
        "country": names,
    }
    found: dict[str, list] = {key: [] for key, _label, _path in FACETS}
    for key, value, label, count in counts:
        if value:
            found[key].append((labels.get(key, {}).get(value, label or value), count, value))
    facets = []
    for key, heading, _path in FACETS:
        values = found[key]
        if key == "year":
            values.sort(key=lambda one: one[2], reverse=True)
        else:
            values.sort(key=lambda one: (-one[1], az(one[0])))
        chosen_one = wanted.get(key)
        if len(values) > 1 or chosen_one is not None:
            leave, choose = addresses(query, path, key)
            shown = [
                (text, count, leave, True)
                if value == chosen_one
                else (text, count, f"{choose}{quote_plus(value)}", False)
                for text, count, value in values[:MOST]
            ]
            facets.append(Facet(key, heading, shown))
    return facets


def addresses(query: QueryDict, path: str, key: str) -> tuple[str, str]:
    """This page without this facet, and the beginning of its address with a value of it."""
    asked = query.copy()
    asked.pop("page", None)
    asked.pop(key, None)
    rest = asked.urlencode()
    return f"{path}?{rest}" if rest else path, f"{path}?{rest}{'&' if rest else ''}{key}="
