"""The cache. While its server is away nothing is cached, and nobody is kept out for that."""

from typing import Any

import structlog
from django.core.cache.backends.locmem import LocMemCache
from django.core.cache.backends.redis import RedisCache, RedisCacheClient
from redis.exceptions import ConnectionError, TimeoutError

log = structlog.get_logger(__name__)
AWAY = (ConnectionError, TimeoutError)


# Counts of attempts (allauth, REST framework) go on in the process itself, so that nobody tries
# passwords without limit by taking the cache away. Each process counts for itself meanwhile.
COUNTS = ("allauth:rl", "throttle_")
own_counts = LocMemCache("attempts", {"OPTIONS": {"MAX_ENTRIES": 20_000}})


def forgiving(method: str, fallback):
    """A method of the cache that answers `fallback(arguments)` while the server is away."""

    def call(self, *args, **kwargs):
        try:
            return getattr(RedisCache, method)(self, *args, **kwargs)
        except AWAY as error:
            log.warning("cache_away", method=method, error=str(error))
            if args and isinstance(args[0], str) and args[0].startswith(COUNTS):
                return getattr(own_counts, method)(*args, **kwargs)
            return fallback(*args, **kwargs)

    call.__name__ = method
    return call


def given_default(key, default=None, version=None):
    return default


class KeptClient(RedisCacheClient):
    """One client for each server: making one for every call, as Django does, costs twice the call."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self._clients: dict[Any, Any] = {}

    def get_client(self, key=None, *, write=False):
        pool = self._get_connection_pool(write)
        if pool not in self._clients:
            self._clients[pool] = super().get_client(key, write=write)
        return self._clients[pool]


class ForgivingRedisCache(RedisCache):
    """Sessions and drafts live in PostgreSQL: what is lost without it is speed."""

    def __init__(self, server, params):
        super().__init__(server, params)
        self._class = KeptClient

    get = forgiving("get", given_default)
    get_many = forgiving("get_many", lambda *a, **k: {})
    has_key = forgiving("has_key", lambda *a, **k: False)
    set = forgiving("set", lambda *a, **k: None)
    set_many = forgiving("set_many", lambda data, *a, **k: list(data))
    add = forgiving("add", lambda *a, **k: True)
    touch = forgiving("touch", lambda *a, **k: False)
    delete = forgiving("delete", lambda *a, **k: False)
    delete_many = forgiving("delete_many", lambda *a, **k: None)
