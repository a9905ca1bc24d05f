"""`make guides`: take the pictures of the guides anew, beside a running `make run`.

One picture of 720 x 450 for each entry in rocb/guides.py and each language, as WebP of at most 40 KB
under static/help/. Pages are laid out 1080 wide and drawn smaller, so that a picture shows more of them.
"""

import io
import os
import shutil
import sys
from pathlib import Path

from rocb.environment import learn

ROOT = Path(__file__).parent.parent.parent
WIDTH, HEIGHT, LAID_OUT = 720, 450, 1080
MOST = 40_000  # bytes
LANGUAGES = ("en", "fr")
READERS = {
    "officer": "officer@demo.example.org",
    "coordinator": "coordinator.pg@demo.example.org",
    "donor": "donor.adb@demo.example.org",
    "administrator": "administrator@demo.example.org",
}


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


def as_webp(png: bytes) -> bytes:
    """The picture at its final size, as good as fits into its weight."""
    from PIL import Image

    picture = Image.open(io.BytesIO(png)).convert("RGB")
    picture = picture.resize((WIDTH, HEIGHT), Image.Resampling.LANCZOS)
    for quality in (80, 70, 60, 50, 40):
        out = io.BytesIO()
        picture.save(out, "WEBP", quality=quality, method=6)
        if out.tell() <= MOST:
            break
    return out.getvalue()


def take(tab, site: str, address: str, click: str) -> bytes:
    """One picture of what the reader sees there; raises when it is not a page."""
    answer = tab.goto(f"{site}{address}")
    if not answer.ok:
        raise SystemExit(f"{address} answers {answer.status}.")
    if click:
        tab.locator(click).first.click()
        tab.wait_for_load_state("networkidle")
    return tab.screenshot()


def main() -> int:
    """0 when every picture was taken."""
    learn(ROOT)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "rocb.settings")
    if "SITE_URL" not in os.environ:
        print("Start the demonstration first, in another window: make run", file=sys.stderr)
        return 1
    import django

    django.setup()
    from django.conf import settings
    from playwright.sync_api import sync_playwright

    from rocb.guides import GUIDES, picture_path

    sessions = {guide.slug: session_of(READERS[guide.slug]) for guide in GUIDES}
    site, name = settings.SITE_URL, settings.SESSION_COOKIE_NAME
    browser_path = os.environ.get("CHROMIUM") or shutil.which("chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=browser_path,
            args=["--no-sandbox", "--disable-quic", "--disable-background-networking"],
        )
        for guide in GUIDES:
            for language in LANGUAGES:
                context = browser.new_context(
                    locale=language,
                    viewport={"width": LAID_OUT, "height": LAID_OUT * HEIGHT // WIDTH},
                )
                context.add_cookies([{"name": name, "value": sessions[guide.slug], "url": site}])
                tab = context.new_page()
                for picture, address, click in guide.shows:
                    target = ROOT / "static" / picture_path(guide.slug, picture, language)
                    target.parent.mkdir(exist_ok=True)
                    target.write_bytes(as_webp(take(tab, site, address, click)))
                    print(f"{target.relative_to(ROOT)}  {target.stat().st_size:,} bytes")
                context.close()
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
