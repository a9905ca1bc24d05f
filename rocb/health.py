"""Two questions a supervisor asks: is the process alive, and can it serve?"""

from collections.abc import Callable
from functools import cache
from typing import Any

import redis
import structlog
from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.db import DatabaseError, connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder
from django.http import HttpRequest, JsonResponse
from django.views.decorators.cache import never_cache

log = structlog.get_logger(__name__)
WELL = "ok"


def database() -> str:
    """PostgreSQL answers."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return "The database does not answer."
    return WELL


def broker() -> str:
    """The broker answers; without it nothing is sent until it is back."""
    client = redis.Redis.from_url(
        settings.CELERY_BROKER_URL, socket_connect_timeout=2, socket_timeout=2
    )
    try:
        client.ping()
    except (redis.RedisError, OSError):
        return "The broker does not answer."
    finally:
        client.close()
    return WELL


@cache
def known_migrations() -> frozenset[tuple[str, str]]:
    """The migrations that this release ships; they do not change while it runs."""
    return frozenset(MigrationLoader(None).disk_migrations or ())


def migrations() -> str:
    """The database is at this release, or ahead of it while an upgrade is under way."""
    try:
        applied = MigrationRecorder(connection).applied_migrations()
    except DatabaseError:
        return "The database cannot be asked."
    missing = known_migrations() - applied.keys()
    total = len(known_migrations())
    return f"{len(missing)} of {total} migrations are not applied." if missing else WELL


CHECKS: dict[str, Callable[[], str]] = {
    "database": database,
    "broker": broker,
    "migrations": migrations,
}


@login_not_required
@never_cache
def healthz(request: HttpRequest) -> JsonResponse:
    """The process answers; nothing else is asked, so that a slow database restarts nobody."""
    return JsonResponse({"status": WELL})


@login_not_required
@never_cache
def readyz(request: HttpRequest) -> JsonResponse:
    """200 when the database, the broker and the migrations are well, else 503 naming the part."""
    parts: dict[str, Any] = {name: check() for name, check in CHECKS.items()}
    failing = [name for name, answer in parts.items() if answer != WELL]
    if failing:
        log.warning("not_ready", failing=failing)
    return JsonResponse(
        {"status": WELL if not failing else "unavailable", "failing": failing, **parts},
        status=503 if failing else 200,
    )
