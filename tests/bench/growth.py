"""The office as it is and a hundred times as large: every page, and how its queries find their rows.

Both sizes stand side by side, each with a process of its own, and are asked in turn: what slows the
machine for a moment meets both. A list that fills its page only at the larger size is measured there
with as many rows as it has at the office's size, and beside it as it is.
"""

import gc
import gzip
import json
import os
import time
from collections.abc import Iterable
from dataclasses import dataclass
from statistics import median
from urllib.parse import urlsplit

from django.apps import apps
from django.core.cache import cache
from django.core.management import call_command
from django.db import connection, connections, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext, override_settings
from django.urls import NoReverseMatch, resolve, reverse

from rocb.growing import grow
from rocb.models import User
from rocb.views.house import ListPage, Page
from tests.bench import floor
from tests.bench.aside import Aside
from tests.bench.office import signed_in
from tests.bench.table import Result
from tests.plumbing import schema
from tests.world import addresses

SCALE = int(os.environ.get("SCALE", "100"))
READERS = ("officer", "coordinator.pg")
# Forms of what does not exist yet are the same at any size; the file of all that is held about
# somebody is as large as that is.
LEFT_OUT = ("create", "import", "invite", "award", "second", "data-file")
OTHERS = ("/", "/members/pg/", "/search/?q=customs", "/api/v1/nominations/?limit=100")
APPS = ("rocb", "programmes", "missions", "donors", "reports")
LARGE = 20_000  # rows: above this no page reads a table from end to end
SLACK = 4  # milliseconds, below which a ratio is noise
ROUNDS = 7


@dataclass
class Seen:
    """One page as it answers once, and the times it took after that, in milliseconds and bytes."""

    url: str
    is_list: bool
    first: float  # after somebody has taken a step, when nothing is kept
    queries: int
    size: int  # as it goes over the wire
    whole: str  # the large tables that were read from end to end
    rows: int  # of the table of a list
    ms: float = 0
    floor: float = 0
    full: float = 0  # with all the rows that its page holds


def growth(rounds: int) -> tuple[list[Result], list[dict]]:
    """The bars of growth, and a row of figures for each page."""
    small_url = os.environ["DATABASE_URL"]
    made = milliseconds(furnish)
    connections.close_all()
    large_url = schema.copy_database(small_url, "large")
    keeper = os.environ["REDIS_URL"].rpartition("/")[0]
    small, large = Aside(small_url, f"{keeper}/1"), Aside(large_url, f"{keeper}/2")
    try:
        grown, rows = large(enlarge)
        small(with_floor), large(with_floor)
        pages = [judged(small, large, who, url) for who, url in small(visited)]
    finally:
        small.close()
        large.close()
    return [
        Result("demonstration office, in a minute", 60_000, made, 1),
        Result(f"{rows:,} rows of the past added, in five minutes", 300_000, grown, 1),
        *short_of(on_floor(one) for one, _other in pages),
        *short_of(grown_to(one, other) for one, other in pages),
    ], [row(one, other) for one, other in pages]


def milliseconds(act) -> float:
    began = time.perf_counter()
    act()
    return (time.perf_counter() - began) * 1000


def furnish() -> None:
    """The demonstration office."""
    with override_settings(DEBUG=True, DEMO=True):
        call_command("seed_demo", verbosity=0)
    settle()


def enlarge() -> tuple[float, int]:
    """Its past, many times: the milliseconds that took, and the rows."""
    began = time.perf_counter()
    with transaction.atomic():
        rows = grow(SCALE)
    settle()
    return (time.perf_counter() - began) * 1000, rows


def settle() -> None:
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")


def visited() -> list[tuple[str, str]]:
    """Every page that takes no record, and one record of each kind, with its first reader."""
    staff = reader(READERS[0])
    urls = dict.fromkeys(OTHERS)
    for name in addresses():
        try:
            url = reverse(name)
        except NoReverseMatch:
            continue
        view = getattr(resolve(url).func, "view_class", None)
        if view and issubclass(view, Page) and not any(word in name for word in LEFT_OUT):
            urls[url] = None
    for app in APPS:
        for model in apps.get_app_config(app).get_models():
            if hasattr(model, "get_absolute_url") and hasattr(model.objects, "visible_to"):
                record = model.objects.visible_to(staff).order_by("pk").first()
                if record is not None:
                    urls[record.get_absolute_url()] = None
    readers = ((next((who for who in READERS if may(who, url)), ""), url) for url in urls)
    return [(who, url) for who, url in readers if who]


def with_floor() -> None:
    """This process answers for the floor as well from now on."""
    override_settings(ROOT_URLCONF="tests.bench.floor").enable()


_clients: dict[str, Client] = {}


def reader(name: str) -> User:
    return User.objects.get(email=f"{name}@demo.example.org")


def ask(who: str, url: str):
    """The answer that a reader gets."""
    if who not in _clients:
        _clients[who] = signed_in(reader(who))
    return _clients[who].get(url)


def may(who: str, url: str) -> bool:
    return ask(who, url).status_code == 200


def view_of(url: str):
    return getattr(resolve(urlsplit(url).path).func, "view_class", Page)


def timed(who: str, url: str, rows: int = 0) -> float:
    """The milliseconds of one visit; of a list with `rows` of its rows, 0 for all that it shows."""
    gc.collect(0)
    view = view_of(url)
    if not (rows and issubclass(view, ListPage)):
        return milliseconds(lambda: ask(who, url))
    shows, view.per_page = view.per_page, min(rows, view.per_page)
    try:
        return milliseconds(lambda: ask(who, url))
    finally:
        view.per_page = shows


def met(who: str, url: str) -> Seen:
    """A page with nothing kept; what it asks then is the SQL of its floor."""
    ask(who, url)
    cache.clear()
    with CaptureQueriesContext(connection) as captured:
        began = time.perf_counter()
        queries = floor.record(lambda: ask(who, url))
        first = (time.perf_counter() - began) * 1000
    size = len(gzip.compress(floor.now["body"], 6))
    whole = read_whole(captured.captured_queries)
    rows = floor.now["body"].count(b"<tr>") - floor.now["body"].count(b"<thead>")
    return Seen(url, issubclass(view_of(url), ListPage), first, queries, size, whole, rows)


def judged(small: Aside, large: Aside, who: str, url: str) -> tuple[Seen, Seen]:
    """A page at both sizes. What seems to fall short may have met a slow moment: it is met longer."""
    seen = compared(small, large, who, url, ROUNDS)
    if on_floor(seen[0]).is_kept and grown_to(*seen).is_kept:
        return seen
    return compared(small, large, who, url, 3 * ROUNDS)


def compared(small: Aside, large: Aside, who: str, url: str, rounds: int) -> tuple[Seen, Seen]:
    """A page at both sizes, in turn, and its floor at the office's size."""
    one, other = small(met, who, url), large(met, who, url)
    turns = [
        (
            small(timed, who, url),
            large(timed, who, url, one.rows),
            large(timed, who, url),
            small(timed, who, "/floor/"),
        )
        for _round in range(rounds)
    ]
    one.ms, other.ms, other.full, one.floor = (median(times) for times in zip(*turns, strict=True))
    return one, other


def read_whole(queries: list[dict]) -> str:
    """The names of large tables that a query of the page reads from end to end."""
    found = set()
    with connection.cursor() as cursor:
        cursor.execute("SELECT relname FROM pg_class WHERE reltuples > %s", [LARGE])
        large = {name for (name,) in cursor.fetchall()}
        for sql in (query["sql"].lstrip() for query in queries):
            if sql.startswith(("SELECT", "WITH", "(SELECT")) and "set_config(" not in sql:
                cursor.execute(f"EXPLAIN (FORMAT JSON) {sql}")
                plan = cursor.fetchone()[0]
                plan = json.loads(plan) if isinstance(plan, str) else plan
                found |= {name for name in scans(plan[0]["Plan"]) if name in large}
    return ", ".join(sorted(found))


def scans(node: dict):
    """The tables under a node of a plan that are read without an index."""
    if node["Node Type"] == "Seq Scan":
        yield node["Relation Name"]
    for part in node.get("Plans", ()):
        yield from scans(part)


def on_floor(one: Seen) -> Result:
    """A page at the office's size against its floor."""
    return Result(f"{one.url} ({one.queries} queries), 1 x", one.floor, one.ms, 4, slack=3 * SLACK)


def grown_to(one: Seen, other: Seen) -> Result:
    """A page of a hundred times the past against the same of the office."""
    return Result(f"{one.url}, {SCALE} x", one.ms, other.ms, 1.2, slack=SLACK)


def short_of(results: Iterable[Result]) -> list[Result]:
    """What falls short, the worst first; where nothing does, what comes nearest."""
    worst = sorted(results, key=lambda result: -result.ratio)
    return [result for result in worst if not result.is_kept] or worst[:1]


def row(one: Seen, other: Seen) -> dict:
    """A line of the table of pages."""
    return {
        "page": one.url,
        "is a list": "yes" if one.is_list else "",
        "queries": f"{one.queries}, {other.queries}",
        "KB": f"{one.size / 1000:.1f}, {other.size / 1000:.1f}",
        "ms": f"{one.ms:.1f}, {other.full:.1f}",
        "with nothing kept": f"{one.first:.1f}, {other.first:.1f}",
        "x floor": f"{one.ms / one.floor:.1f}",
        f"x at {SCALE}": f"{other.ms / one.ms:.2f}",
        "reads whole": other.whole,
    }
