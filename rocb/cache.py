"""The cache. While its server is away nothing is cached, and nobody is kept out for that."""

import structlog
from django.core.cache.backends.redis import RedisCache
from redis.exceptions import ConnectionError, TimeoutError

log = structlog.get_logger(__name__)
AWAY = (ConnectionError, TimeoutError)


def forgiving(method: str, fallback):
    """A method of the cache that answers `fallback(arguments)` while the server is away."""

    def call(self, *args, **kwargs):
        try:
            return getattr(RedisCache, method)(self, *args, **kwargs)
        except AWAY as error:
            log.warning("cache_away", method=method, error=str(error))
            return fallback(*args, **kwargs)

    call.__name__ = method
    return call


def given_default(key, default=None, version=None):
    return default


class ForgivingRedisCache(RedisCache):
    """Sessions and drafts live in PostgreSQL; what is lost here is speed, and counts of attempts."""

    get = forgiving("get", given_default)
    get_many = forgiving("get_many", lambda *a, **k: {})
    has_key = forgiving("has_key", lambda *a, **k: False)
    set = forgiving("set", lambda *a, **k: None)
    set_many = forgiving("set_many", lambda data, *a, **k: list(data))
    add = forgiving("add", lambda *a, **k: True)
    touch = forgiving("touch", lambda *a, **k: False)
    delete = forgiving("delete", lambda *a, **k: False)
    delete_many = forgiving("delete_many", lambda *a, **k: None)
