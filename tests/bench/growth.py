"""The office as it is and a hundred times as large: every page, and how its queries find their rows."""

import gzip
import json
import os
import time
from dataclasses import dataclass
from statistics import median
from urllib.parse import urlsplit

from django.apps import apps
from django.core.cache import cache
from django.core.management import call_command
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext, override_settings
from django.urls import NoReverseMatch, resolve, reverse

from rocb.growing import grow
from rocb.models import User
from rocb.views.house import ListPage, Page
from tests.bench import floor
from tests.bench.office import signed_in
from tests.bench.table import Result
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


@dataclass
class Seen:
    """One page as a reader met it, in milliseconds and bytes as they go over the wire."""

    url: str
    is_list: bool
    first: float  # after somebody has taken a step, when nothing is kept
    ms: float
    floor: float
    queries: int
    size: int
    whole: str  # the large tables that were read from end to end


@override_settings(ROOT_URLCONF="tests.bench.floor")
def growth(rounds: int) -> tuple[list[Result], list[dict]]:
    """The bars of growth, and a row of figures for each page."""
    began = time.perf_counter()
    with override_settings(DEBUG=True, DEMO=True):
        call_command("seed_demo", verbosity=0)
    made = (time.perf_counter() - began) * 1000
    visits = visited()
    idle, small = empty_page(visits), look(visits)
    began = time.perf_counter()
    with transaction.atomic():
        rows = grow(SCALE)
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")
    grown = (time.perf_counter() - began) * 1000
    # The same machine at another moment: an empty page says how much slower it is now.
    pace, large = idle / empty_page(visits), look(visits, with_plans=True)
    return [
        Result("demonstration office, in a minute", 60_000, made, 1),
        Result(f"{rows:,} rows of the past added, in five minutes", 300_000, grown, 1),
        *slowest(small),
        *grew(small, large, pace),
    ], [row(one, other, pace) for one, other in zip(small, large, strict=True)]


def visited() -> list[tuple[Client, str]]:
    """Every page that takes no record, and one record of each kind, for the first reader of each."""
    users = [User.objects.get(email=f"{name}@demo.example.org") for name in READERS]
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
                record = model.objects.visible_to(users[0]).order_by("pk").first()
                if record is not None:
                    urls[record.get_absolute_url()] = None
    found = []
    for url in urls:
        for user in users:
            client = signed_in(user)
            if client.get(url).status_code == 200:
                found.append((client, url))
                break
    return found


def timed(ask, rounds: int) -> float:
    times = []
    for _round in range(rounds):
        began = time.perf_counter()
        ask()
        times.append((time.perf_counter() - began) * 1000)
    return median(times)


def empty_page(visits) -> float:
    """A signed-in page without rows."""
    client = visits[0][0]
    floor.now |= {"sql": [], "body": b"", "status": 200}
    return timed(lambda: client.get("/floor/"), 40)


def look(visits, with_plans: bool = False) -> list[Seen]:
    """Each page: once with nothing kept, then its time and, in turn, that of its floor.

    The SQL of the floor is what the page asks when nothing is kept.
    """
    found = []
    for client, url in visits:
        cache.clear()
        with CaptureQueriesContext(connection) as captured:
            began = time.perf_counter()
            queries = floor.record(lambda c=client, u=url: c.get(u))
            first = (time.perf_counter() - began) * 1000
        client.get(url)
        size = len(gzip.compress(floor.now["body"], 6))
        whole = read_whole(captured.captured_queries) if with_plans else ""
        ours = timed(lambda c=client, u=url: c.get(u), 4)
        base = timed(lambda c=client: c.get("/floor/"), 4)
        view = getattr(resolve(urlsplit(url).path).func, "view_class", Page)
        found.append(Seen(url, issubclass(view, ListPage), first, ours, base, queries, size, whole))
    return found


def read_whole(queries: list[dict]) -> str:
    """The names of large tables that a query of the page reads from end to end."""
    found = set()
    with connection.cursor() as cursor:
        cursor.execute("SELECT relname FROM pg_class WHERE reltuples > %s", [LARGE])
        large = {name for (name,) in cursor.fetchall()}
        for sql in (query["sql"] for query in queries):
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


def slowest(pages: list[Seen]) -> list[Result]:
    """Every page above four times its floor, or the one that comes nearest."""
    worst = sorted(pages, key=lambda page: -page.ms / page.floor)
    above = [page for page in worst if page.ms > 4 * page.floor and page.ms > 4 * SLACK]
    return [
        Result(f"{page.url} ({page.queries} queries), 1 x", page.floor, page.ms, 4)
        for page in above or worst[:1]
    ]


def grew(small: list[Seen], large: list[Seen], pace: float) -> list[Result]:
    """Every page that takes more than 1.2 of its time at a hundred times the size, or the nearest."""
    found = [
        Result(f"{one.url}, {SCALE} x", one.ms, other.ms * pace, 1.2, slack=SLACK)
        for one, other in zip(small, large, strict=True)
    ]
    found.sort(key=lambda result: -result.ratio)
    return [result for result in found if not result.is_kept] or found[:1]


def row(one: Seen, other: Seen, pace: float) -> dict:
    """A line of the table of pages."""
    return {
        "page": one.url,
        "is a list": "yes" if one.is_list else "",
        "queries": f"{one.queries}, {other.queries}",
        "KB": f"{one.size / 1000:.1f}, {other.size / 1000:.1f}",
        "ms": f"{one.ms:.1f}",
        "with nothing kept": f"{one.first:.1f}, {other.first * pace:.1f}",
        "x floor": f"{one.ms / one.floor:.1f}",
        f"x at {SCALE}": f"{other.ms * pace / one.ms:.2f}",
        "reads whole": other.whole,
    }
