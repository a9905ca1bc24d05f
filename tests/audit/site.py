"""The portal that is audited: a running demonstration, else one that is started for it."""

import os
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from rocb.embedded import free_port
from rocb.environment import NAME, learn

ROOT = Path(__file__).parent.parent.parent
READERS = {
    "officer": "officer@demo.example.org",
    "head": "head@demo.example.org",
    "coordinator": "coordinator.pg@demo.example.org",
    "executive": "executive.pg@demo.example.org",
    "donor": "donor.adb@demo.example.org",
    "expert": "expert@demo.example.org",
    "secretariat": "secretariat@demo.example.org",
    "administrator": "administrator@demo.example.org",
}
START_SECONDS = 600


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back from one address."""

    status: int
    kind: str
    body: bytes
    url: str
    found_on: str = ""  # the page that led there


class Staying(urllib.request.HTTPRedirectHandler):
    """Redirects are followed inside the portal alone."""

    def redirect_request(self, req, fp, code, msg, headers, newurl):
        if urlsplit(req.full_url).netloc != urlsplit(newurl).netloc:
            raise urllib.error.HTTPError(newurl, code, "leads elsewhere", headers, fp)
        return super().redirect_request(req, fp, code, msg, headers, newurl)


@dataclass(slots=True)
class Visitor:
    """One reader with a session, or nobody."""

    who: str
    site: str
    headers: dict[str, str] = field(default_factory=dict)

    def get(self, path: str) -> Answer:
        request = urllib.request.Request(f"{self.site}{path}", headers=self.headers)
        opener = urllib.request.build_opener(Staying)
        try:
            with opener.open(request, timeout=120) as answer:
                kind = answer.headers.get_content_type()
                return Answer(answer.status, kind, answer.read(), answer.url)
        except urllib.error.HTTPError as error:
            return Answer(error.code, error.headers.get_content_type(), error.read(), path)


@contextmanager
def portal() -> Iterator[str]:
    """The address of the portal; Django is set up on its database."""
    learn(ROOT)
    if "DATABASE_URL" in os.environ:
        yield begin()
        return
    with tempfile.TemporaryDirectory(prefix="rocb-audit-") as folder:
        port = free_port()
        own = {"DATA_DIR": folder, "PORT": str(port), "DEMO_PASSWORD": "only for this audit"}
        log = Path(folder) / "launch.log"
        with log.open("w") as out:
            process = subprocess.Popen(
                [sys.executable, "-m", "rocb.launch"],
                cwd=ROOT,
                env={**os.environ, **own},
                stdout=out,
                stderr=subprocess.STDOUT,
            )
            try:
                wait(process, port, log)
                os.environ["DATA_DIR"] = folder
                learn(ROOT)
                yield begin()
            finally:
                process.terminate()
                process.wait(60)


def wait(process: subprocess.Popen, port: int, log: Path) -> None:
    """Until it is ready; raises SystemExit with its own words when it ends before."""
    until = time.monotonic() + START_SECONDS
    while time.monotonic() < until and process.poll() is None:
        try:
            with urllib.request.urlopen(f"http://localhost:{port}/readyz", timeout=10) as answer:
                if answer.status == 200 and (log.parent / NAME).exists():
                    return
        except OSError:
            time.sleep(1)
    raise SystemExit(f"The demonstration did not start: {log.read_text()[-500:]}")


def begin() -> str:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "rocb.settings")
    import django

    django.setup()
    from django.conf import settings

    return settings.SITE_URL


def session_of(email: str) -> str:
    """A session for one of the demonstration's sign-ins."""
    from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
    from django.contrib.sessions.backends.cached_db import SessionStore

    from rocb.models import User

    user = User.objects.get(email=email)
    session = SessionStore()
    session[SESSION_KEY] = str(user.pk)
    session[BACKEND_SESSION_KEY] = "rocb.backends.PolicyBackend"
    session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    session.create()
    return session.session_key


def token_of(email: str) -> str:
    """A token of an hour for one of the demonstration's sign-ins."""
    from datetime import timedelta

    from knox.models import AuthToken

    from rocb.models import User

    return AuthToken.objects.create(User.objects.get(email=email), expiry=timedelta(hours=1))[1]


def visitors(site: str) -> list[Visitor]:
    """Each of the readers, and nobody."""
    from django.conf import settings

    name = settings.SESSION_COOKIE_NAME
    known = [
        Visitor(who, site, {"Cookie": f"{name}={session_of(email)}"})
        for who, email in READERS.items()
    ]
    return [*known, Visitor("nobody", site)]
