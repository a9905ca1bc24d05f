"""Settings, all from the environment. Nothing starts in production without SECRET_KEY.

Units: ages and lifetimes in seconds, sizes in bytes, times in UTC.
"""

from pathlib import Path

from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured
from django.utils.translation import gettext_lazy as _
from environs import Env

from rocb.logs import log_settings

env = Env()

BASE_DIR = Path(__file__).resolve().parent.parent
DATA_DIR = env.path("DATA_DIR", BASE_DIR / "var")

DEBUG = env.bool("DEBUG", False)
# Demonstration sign-ins exist only where this is on as well as DEBUG (see rocb/accounts.py).
DEMO = env.bool("DEMO", False)
SECRET_KEY = env.str("SECRET_KEY")
if len(SECRET_KEY) < 32:
    raise ImproperlyConfigured("SECRET_KEY must be at least 32 characters long, and random.")
COMPRESS_PAGES = env.bool("COMPRESS_PAGES", False)
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", ["localhost", "127.0.0.1", "[::1]"])
SITE_URL = env.str("SITE_URL", "http://localhost:8000")
# An installation's own name is the same in both languages unless it says otherwise.
OWN_NAME = env.str("OFFICE_NAME", "")
OFFICE_NAMES = {
    "en": OWN_NAME or "Regional Office for Capacity Building",
    "fr": env.str("OFFICE_NAME_FR", "")
    or OWN_NAME
    or "Bureau régional de renforcement des capacités",
}

# The office's registered IATI identifier; without one its export is a preview.
IATI_REPORTING_REF = env.str("IATI_REPORTING_REF", "")
# The folder of the official IATI 2.03 schemas, for whoever wants exports checked against them.
IATI_SCHEMA_DIR = env.str("IATI_SCHEMA_DIR", "")

INSTALLED_APPS = [
    "rocb.apps.RocbConfig",
    "programmes.apps.ProgrammesConfig",
    "missions.apps.MissionsConfig",
    "donors.apps.DonorsConfig",
    "reports.apps.ReportsConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.admin",
    "django.contrib.humanize",
    "django.contrib.postgres",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.forms",
    "pgtrigger",
    "pghistory",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "django_filters",
    "django_htmx",
    "rest_framework",
    "knox",
    "drf_spectacular",
    "csp",
    "django_structlog",
]

# Only `make check` has the package and asks for it.
if env.bool("LINT_MIGRATIONS", False):
    INSTALLED_APPS.append("django_migration_linter")

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    # Where no proxy compresses, as under `make run`.
    *(["rocb.middleware.CompressMiddleware"] if COMPRESS_PAGES else []),
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django_permissions_policy.PermissionsPolicyMiddleware",
    "rocb.middleware.PrivateMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "rocb.middleware.ReaderClockMiddleware",
    "rocb.middleware.ClosedByDefaultMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "rocb.middleware.UploadLimitMiddleware",
    "rocb.middleware.SecondFactorMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "allauth.usersessions.middleware.UserSessionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "django_structlog.middlewares.RequestMiddleware",
    "rocb.middleware.HistoryMiddleware",
    "rocb.once.OnceMiddleware",
    "rocb.middleware.NotFoundMiddleware",
]

ROOT_URLCONF = "rocb.urls"
WSGI_APPLICATION = "rocb.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "rocb.context.portal",
            ],
            "builtins": ["rocb.templatetags.portal"],
        },
    }
]
FORM_RENDERER = "rocb.forms.PortalRenderer"

DATABASES = {
    "default": {
        **env.dj_db_url("DATABASE_URL", "postgres://localhost/rocb", conn_max_age=600),
        "CONN_HEALTH_CHECKS": True,
        # Behind a pooler that hands out a connection for one transaction (docs/operations.md).
        "DISABLE_SERVER_SIDE_CURSORS": env.bool("DATABASE_POOLED", False),
        "TEST": {
            "NAME": env.str("TEST_DATABASE_NAME", "test_rocb"),
            "TEMPLATE": env.str("TEST_DATABASE_TEMPLATE", "") or None,
        },
    }
}
# A database that is away is an error page after seconds, not a page that never comes; one that
# falls silent, because its machine or the line to it has gone, is given up after a minute.
DATABASES["default"]["OPTIONS"] = {
    "connect_timeout": 5,
    "keepalives_idle": 30,
    "keepalives_interval": 10,
    "keepalives_count": 3,
    **DATABASES["default"].get("OPTIONS", {}),
}
if not DATABASES["default"]["DISABLE_SERVER_SIDE_CURSORS"]:
    # What is read by a cursor (choices of a form, exports) is read to its end, where PostgreSQL would
    # plan for its first tenth; and no disk of today takes four times as long for one row in the middle.
    DATABASES["default"]["OPTIONS"].setdefault(
        "options", "-c cursor_tuple_fraction=1 -c random_page_cost=1.1"
    )
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

REDIS_URL = env.str("REDIS_URL", "redis://localhost:6379/0")
CACHES = {
    "default": {
        "BACKEND": "rocb.cache.ForgivingRedisCache",
        "LOCATION": REDIS_URL,
        "KEY_PREFIX": "rocb",
        "OPTIONS": {"socket_connect_timeout": 2, "socket_timeout": 5},
    }
}
# Written through to PostgreSQL: an emptied cache signs nobody out.
SESSION_ENGINE = "django.contrib.sessions.backends.cached_db"
SESSION_COOKIE_AGE = env.int("SESSION_COOKIE_AGE", 60 * 60 * 12)

# Accounts
AUTH_USER_MODEL = "rocb.User"
# The address is unique whatever its capitals: a constraint on Lower("email").
SILENCED_SYSTEM_CHECKS = ["auth.W004"]
AUTHENTICATION_BACKENDS = ["rocb.backends.PolicyBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "desk"
ACCOUNT_ADAPTER = "rocb.accounts.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"  # an invitation already proves the address
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False  # no mail to strangers because somebody typed their address
ACCOUNT_LOGOUT_REDIRECT_URL = "desk"
ACCOUNT_REAUTHENTICATION_TIMEOUT = 60 * 15
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_RATE_LIMITS = {
    "login_failed": "10/m/ip,5/5m/key",
    "login": "30/m/ip",
    "reset_password": "20/m/ip,5/m/key",
    "reset_password_from_key": "20/m/ip",
    "reauthenticate": "10/m/user",
    "invitation": "20/m/ip",
    "invite": "60/h/user",
    "feed": "60/m/ip",
    "harvest": "120/m/ip",
    "figures": "120/m/ip",
    "subscribe": "5/m/ip,30/h/ip",
    "place": "30/m/ip",
    "certificate": "60/m/ip",
    "park": "20/m/ip,60/h/ip",  # up to 200 kB each, kept for half a day
    "answer": "300/m/ip",  # a whole class answers from one address on the last day
}
ALLAUTH_TRUSTED_PROXY_COUNT = env.int("TRUSTED_PROXY_COUNT", 0)
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = DEBUG
MFA_TOTP_ISSUER = "ROCB portal"
MFA_TOTP_TOLERANCE = 1  # half a minute either way: slow lines, and phones whose clock is off
# Roles of the office work on everybody's records: they need a second factor.
SECOND_FACTOR_REQUIRED = env.bool("SECOND_FACTOR_REQUIRED", not DEBUG)
USERSESSIONS_TRACK_ACTIVITY = False

# Language and time
LANGUAGE_CODE = "en"
FILTERS_EMPTY_CHOICE_LABEL = _("All")
LANGUAGES = [("en", _("English")), ("fr", _("French"))]
LOCALE_PATHS = [BASE_DIR / "locale"]
TIME_ZONE = "UTC"
USE_TZ = True
FORMAT_MODULE_PATH = ["rocb.formats"]

# Static files and uploads
# Hashed names, compressed and kept for ever by browsers; off while somebody works on the files.
HASHED_STATIC = env.bool("HASHED_STATIC", not DEBUG)
STATIC_URL = "/static/"
STATIC_ROOT = env.path("STATIC_ROOT", DATA_DIR / "static")
STATICFILES_DIRS = [BASE_DIR / "static"]
STORAGES = {
    "default": {
        "BACKEND": "rocb.storage.WholeFiles",
        "OPTIONS": {"location": str(DATA_DIR / "files"), "base_url": None},
    },
    "staticfiles": {
        "BACKEND": "rocb.storage.HashedStaticFiles"
        if HASHED_STATIC
        else "django.contrib.staticfiles.storage.StaticFilesStorage"
    },
}
WHITENOISE_AUTOREFRESH = WHITENOISE_USE_FINDERS = not HASHED_STATIC
# Seconds, for the few files that are asked for without a hash in their name.
WHITENOISE_MAX_AGE = 60
WHITENOISE_ALLOW_ALL_ORIGINS = False
# Nobody turns more than twenty pages: what is longer is narrowed or exported, and not counted to its end.
MOST_COUNTED = 1_000
MAX_UPLOAD_BYTES = 20 * 1024 * 1024
MAX_REPORT_BYTES = 50 * 1024 * 1024  # a file of the library
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 6000  # the whole matrix, 217 rows, posted without JavaScript

# Mail
email = env.dj_email_url("EMAIL_URL", "smtp://localhost:8025")
EMAIL_BACKEND = email["EMAIL_BACKEND"]
EMAIL_HOST = email["EMAIL_HOST"]
EMAIL_PORT = email["EMAIL_PORT"]
EMAIL_HOST_USER = email["EMAIL_HOST_USER"]
EMAIL_HOST_PASSWORD = email["EMAIL_HOST_PASSWORD"]
EMAIL_USE_TLS = email["EMAIL_USE_TLS"]
EMAIL_USE_SSL = email["EMAIL_USE_SSL"]
EMAIL_TIMEOUT = 20
DEFAULT_FROM_EMAIL = env.str("DEFAULT_FROM_EMAIL", "ROCB portal <portal@rocb.example.org>")
SERVER_EMAIL = DEFAULT_FROM_EMAIL

# Celery
CELERY_BROKER_URL = REDIS_URL
CELERY_BROKER_TRANSPORT = "rocb.broker:Transport"
CELERY_BROKER_CONNECTION_MAX_RETRIES = None  # a broker may be away for a day
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_ACKS_LATE = True
CELERY_WORKER_PREFETCH_MULTIPLIER = 1  # what one worker holds back, another could be doing
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_WORKER_HIJACK_ROOT_LOGGER = False
# Seconds for which tasks may wait before a worker with free hands; then it ends (rocb/stuck.py).
# Longer than the pause between two attempts at a broker that was away, which is 30 seconds at most.
WORKER_PATIENCE = env.int("WORKER_PATIENCE", 120)
CELERY_TIMEZONE = "UTC"
# Seconds. A round that was missed, because the clock or the worker was away, is made up for by the
# next one; `expires` keeps rounds from piling up meanwhile.
CELERY_BEAT_SCHEDULE = {
    key: {
        "task": "rocb.tasks.run_scheduled",
        "args": [key],
        "schedule": every,
        "options": {"expires": every},
    }
    for key, every in (
        ("send", 60),
        ("errands", 60),
        ("remind", 60 * 60),
        ("tidy", 60 * 60 * 24),
        ("read-files", 60 * 5),
        ("subscribers", 60 * 60 * 24),
        ("offers", 60 * 15),
        ("surveys", 60 * 60),
    )
}
# A web request must not hang because the broker is away: the outbox is swept by beat anyway.
CELERY_BROKER_TRANSPORT_OPTIONS = {"socket_connect_timeout": 2, "visibility_timeout": 3600}

# API
REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": [
        "rocb.rest.CurrentTokenAuthentication",
        "rest_framework.authentication.SessionAuthentication",
    ],
    "DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.IsAuthenticated"],
    "DEFAULT_PAGINATION_CLASS": "rocb.rest.Pages",
    "PAGE_SIZE": 100,
    "DEFAULT_FILTER_BACKENDS": ["rocb.rest.PlainFilters"],
    "DEFAULT_SCHEMA_CLASS": "drf_spectacular.openapi.AutoSchema",
    "DEFAULT_THROTTLE_CLASSES": [
        "rest_framework.throttling.AnonRateThrottle",
        "rest_framework.throttling.UserRateThrottle",
    ],
    "DEFAULT_THROTTLE_RATES": {"anon": "60/min", "user": "600/min"},
    "EXCEPTION_HANDLER": "rocb.rest.answer_errors",
    "DEFAULT_RENDERER_CLASSES": ["rocb.rest.ExactJSON"],
}
REST_KNOX = {"TOKEN_TTL": None, "AUTO_REFRESH": False, "TOKEN_LIMIT_PER_USER": 10}
SPECTACULAR_SETTINGS = {
    "TITLE": "ROCB portal",
    "DESCRIPTION": "The same records, rights and actions as the pages.",
    "VERSION": "1",
    "SERVE_INCLUDE_SCHEMA": False,
    "DEFAULT_GENERATOR_CLASS": "rocb.openapi.OneDocument",
    # A field's name that stands for several sets of words: each set has a name of its own.
    "ENUM_NAME_OVERRIDES": {"AllocationKind": "donors.models.Allocation.Kind"},
    "POSTPROCESSING_HOOKS": [
        "drf_spectacular.hooks.postprocess_schema_enums",
        "rocb.openapi.name_refusals",
    ],
    "SERVE_PERMISSIONS": ["rest_framework.permissions.IsAuthenticated"],
    "SERVE_AUTHENTICATION": [
        "rocb.rest.CurrentTokenAuthentication",
        "rest_framework.authentication.SessionAuthentication",
    ],
}

# Headers and cookies
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
        "manifest-src": [SELF],
    }
}
PERMISSIONS_POLICY: dict[str, list[str]] = {
    name: []
    for name in ("camera", "geolocation", "microphone", "payment", "usb", "display-capture")
}
HTTPS = env.bool("HTTPS", not DEBUG)
SECURE_SSL_REDIRECT = HTTPS
SECURE_HSTS_SECONDS = 60 * 60 * 24 * 365 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = HTTPS
SECURE_HSTS_PRELOAD = HTTPS
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]
SECURE_REFERRER_POLICY = "same-origin"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SESSION_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "rocb.views.errors.csrf_failure"
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", [SITE_URL] if "://" in SITE_URL else [])
X_FRAME_OPTIONS = "DENY"

PGHISTORY_APPEND_ONLY = True
PGHISTORY_DEFAULT_TRACKERS = None

# Logs: readable lines for people, JSON for machines
LOGGING = log_settings(json=env.bool("LOG_JSON", not DEBUG), level=env.str("LOG_LEVEL", "INFO"))
DJANGO_STRUCTLOG_CELERY_ENABLED = True
