"""The guides: open to all, in both languages, each with its pictures, and light."""

import gzip
import re
from pathlib import Path

import pytest
from django.conf import settings
from django.urls import reverse

from rocb.guides import GUIDES, picture_path

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("guide", GUIDES, ids=lambda one: one.slug)
def test_each_guide_in_each_language(client, guide, language):
    address = reverse("help-guide", args=[guide.slug])
    answer = client.get(address, headers={"Accept-Language": language})
    html = answer.content.decode()
    assert answer.status_code == 200
    assert f'<html lang="{language}"' in html
    assert ("Chaque" in html or "Vous" in html or "vous" in html) == (language == "fr")
    assert len(gzip.compress(answer.content)) < 15_000


def test_both_languages_have_the_same_parts():
    """Chapters, pictures and links are the same: whoever changes one guide changes both."""
    for guide in GUIDES:
        parts = []
        for language in ("en", "fr"):
            path = Path(settings.BASE_DIR) / "templates" / "help" / language / f"{guide.slug}.html"
            found = re.findall(r'<h2 id="\w+"|pictures\.\w+|{% way "[\w:-]+"', path.read_text())
            parts.append(found)
        assert parts[0] == parts[1]
        shown = {part.removeprefix("pictures.") for part in parts[0] if "pictures." in part}
        assert shown == {f"{guide.slug}_{name}" for name, _url, _click in guide.shows}


def test_links_are_there_for_whoever_may_open_them(client, cast):
    """Whoever is not signed in is led to the sign-in; an administrator reads no member's records."""
    page, donors = reverse("help-guide", args=["donor"]), f'<a href="{reverse("donors:home")}">'
    assert donors in client.get(page).content.decode()
    for who, is_led in (("donor", True), ("administrator", False)):
        client.force_login(cast[who])
        assert (donors in client.get(page).content.decode()) == is_led
    client.force_login(cast.administrator)
    for guide in GUIDES:
        html = client.get(reverse("help-guide", args=[guide.slug])).content.decode()
        text = html.partition("<main")[2].partition("</main>")[0]
        for url in re.findall(r'href="(/[^"#]*)"', text):
            assert client.get(url).status_code in (200, 302), url


def test_the_own_guide_stands_first(client, coordinator, cast):
    client.force_login(coordinator)
    html = client.get(reverse("help")).content.decode()
    slugs = re.findall(r"/help/(\w+)/", html)
    assert slugs == ["coordinator", "officer", "donor", "administrator"]


def test_an_unknown_guide_is_not_found(client):
    assert client.get("/help/nothing/").status_code == 404


def test_every_page_leads_to_the_help(client, coordinator):
    client.force_login(coordinator)
    assert f'href="{reverse("help")}"' in client.get("/").content.decode()


def test_pictures_are_there_and_light():
    missing, heavy = [], []
    for guide in GUIDES:
        for name, _url, _click in guide.shows:
            for language in ("en", "fr"):
                path = Path(settings.BASE_DIR) / "static" / picture_path(guide.slug, name, language)
                if not path.exists():
                    missing.append(path.name)
                elif path.stat().st_size > 40_000:
                    heavy.append(path.name)
    assert (missing, heavy) == ([], [])
