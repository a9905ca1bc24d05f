"""What a page weighs over the wire: each visit as Chromium makes it, each answer as it is compressed."""

import gzip
from dataclasses import dataclass, field

import brotli

# Pacific lines: bytes and requests of a first visit, bytes of any page alone.
COLD, COLD_WITHOUT_SCRIPTS, REQUESTS, ALONE = 32_000, 15_000, 5, 15_000
PICTURES = ("image/webp", "image/png", "image/jpeg")  # guides show some; they come when scrolled to


@dataclass
class Scales:
    """Weighs what a tab fetches; a hashed file costs once, and a repeat visit is the page alone."""

    site: str
    sizes: dict[str, int] = field(default_factory=dict)
    fetched: list = field(default_factory=list)

    def watch(self, tab) -> None:
        """From now on, this tab alone: what comes late to the one before is nobody's."""
        self.fetched = fetched = []
        tab.on("requestfinished", lambda request: fetched.append(request))

    def size(self, request) -> int:
        """Static files are compressed once and for all, pages as they go out."""
        if request.url not in self.sizes:
            body = request.response().body()
            is_static = request.url.startswith(f"{self.site}/static/")
            self.sizes[request.url] = len(
                brotli.compress(body) if is_static else gzip.compress(body, 6)
            )
        return self.sizes[request.url]

    def problems(self, page) -> list[str]:
        """What is too heavy about the page that was just opened."""
        others = {
            one.url: one
            for one in self.fetched
            if one.url != page.url and one.url.startswith("http") and not is_picture(one)
        }
        self.fetched.clear()
        alone = len(gzip.compress(page.body(), 6))
        scripts = sum(self.size(o) for o in others.values() if o.resource_type == "script")
        rest = sum(self.size(o) for o in others.values() if o.resource_type != "script")
        strangers = [url for url in others if not url.startswith(self.site)]
        found = [f"asks elsewhere: {url}" for url in strangers]
        limit = 2 * ALONE if page.url.endswith("/edit/") and "/matrices/" in page.url else ALONE
        for what, weight, most in (
            ("bytes alone", alone, limit),
            ("bytes with scripts", alone + rest + scripts, COLD),
            ("bytes without scripts", alone + rest, COLD_WITHOUT_SCRIPTS),
            ("requests", 1 + len(others), REQUESTS),
        ):
            if weight > most:
                found.append(f"{weight} {what}, at most {most}")
        return found


def is_picture(request) -> bool:
    answer = request.response()
    return bool(answer) and answer.headers.get("content-type") in PICTURES
