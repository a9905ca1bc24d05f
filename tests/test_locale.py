"""The second language is complete, and its compiled file is the one of its text."""

import ast
import gettext
import re
from pathlib import Path

import pytest
from django.utils import translation

from rocb.outbox import send_waiting
from rocb.reminders import remind

FOLDER = Path(__file__).parent.parent / "locale" / "fr" / "LC_MESSAGES"
HOLES = re.compile(r"%\(\w+\)[sd]|%[sd]|%%")


def entries() -> list[tuple[str, str, list[str]]]:
    """(text, plural or nothing, translations) of each entry of the catalogue."""
    found = []
    for block in (FOLDER / "django.po").read_text().split("\n\n")[1:]:
        texts = {"msgid": "", "msgid_plural": ""}
        translations: list[str] = []
        key = ""
        for line in block.splitlines():
            if line.startswith("#"):
                continue
            name = re.match(r"(msgid_plural|msgid|msgstr\S*) ", line)
            if name:
                key = name[1]
                if key.startswith("msgstr"):
                    translations.append("")
            piece = ast.literal_eval(line[line.index('"') :])
            if key.startswith("msgstr"):
                translations[-1] += piece
            else:
                texts[key] += piece
        found.append((texts["msgid"], texts["msgid_plural"], translations))
    return found


def test_nothing_is_left_in_english():
    assert [text for text, _plural, found in entries() if not all(found)] == []
    assert "fuzzy" not in (FOLDER / "django.po").read_text()


def test_every_hole_is_kept():
    wrong = []
    for text, plural, found in entries():
        whole = sorted(HOLES.findall(plural or text))
        wrong += [text for one in found[-1:] if sorted(HOLES.findall(one)) != whole]
    assert wrong == []


def test_the_compiled_file_is_up_to_date():
    with (FOLDER / "django.mo").open("rb") as file:
        compiled = gettext.GNUTranslations(file)
    stale = [
        text
        for text, plural, found in entries()
        if (compiled.ngettext(text, plural, 2) if plural else compiled.gettext(text)) != found[-1]
    ]
    assert stale == []


@pytest.mark.django_db
def test_a_page_and_a_reminder_in_french(client, matrix, coordinator, smtp):
    coordinator.person.language = "fr"
    coordinator.person.save()
    client.force_login(coordinator)
    html = client.get("/", headers={"Accept-Language": "fr"}).content.decode()
    assert "Remplir la matrice" in html
    assert "Fill in the matrix" not in html
    from tests.rocb.test_reminders import at

    remind(at(0), at_once=True)
    send_waiting()
    subjects = sorted(str(message["Subject"]).strip() for message in smtp.to(coordinator.email))
    assert subjects == [
        f"1 bientôt: Matrice de suivi: {matrix.cycle.name}",
        f"{matrix.cycle.name} : votre matrice de suivi est ouverte, échéance 15 déc. 2026",
    ]


def test_the_scales_of_the_matrix():
    from missions.models import Level

    with translation.override("fr"):
        assert str(Level.FULLY.label) == "4 Entièrement mis en œuvre"
