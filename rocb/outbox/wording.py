"""Letters, and how they are put into words at the moment they are sent."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.conf import settings
from django.template import TemplateDoesNotExist
from django.template.loader import get_template, render_to_string
from django.utils import translation
from django.utils.dateparse import parse_date

from rocb.context import office_name
from rocb.models import Mail, Person
from rocb.registry import Registry


@dataclass(frozen=True, slots=True)
class Letter:
    """What is special about one message, beside its templates `emails/<key>.*`.

    `context(mail)` gives what only the moment of sending knows; None means that the message is
    not wanted any more. `url_label` is on the button. `is_open` lets it go to people without a
    current sign-in, as an invitation does; a mail to a bare address needs it. `headers(mail)` gives
    more of the message's head, such as how to leave a list.
    """

    key: str
    context: Callable[[Mail], dict[str, Any] | None] | None = None
    url_label: Any = ""
    going: Callable[[Mail], None] | None = None
    is_open: bool = False
    is_secret: bool = False
    headers: Callable[[Mail], dict[str, str]] | None = None


letters: Registry[Letter] = Registry("Letter")


def letter_of(mail: Mail) -> Letter:
    """How this message is special; most are not."""
    return letters[mail.template] if mail.template in letters else Letter(mail.template)


def address_of(person: Person) -> str:
    """Where a person gets mail today: the address of the sign-in, else that of the contact book."""
    user = getattr(person, "user", None)
    return user.email if user else person.email


def wanted(mail: Mail, now: datetime) -> tuple[dict[str, Any] | None, str]:
    """What the message says if it is still wanted, else None and why not."""
    letter = letter_of(mail)
    user = getattr(mail.person, "user", None)
    if not letter.is_open and (user is None or not user.is_current(now)):
        return None, "The receiver has no current sign-in."
    context = dict(mail.context)
    if letter.context is not None:
        with translation.override(mail.language):
            more = letter.context(mail)
        if more is None:
            return None, "What it was about has been settled."
        context |= more
    return context, ""


@dataclass(frozen=True, slots=True)
class Message:
    """A message in words."""

    subject: str
    text: str
    html: str


def compose(mail: Mail, context: dict[str, Any]) -> Message:
    """Put a message into words, in its receiver's language."""
    with translation.override(mail.language):
        words = words_of(mail, context)
        text = render_to_string("emails/_base.txt", words)
        try:
            page = get_template(f"emails/{mail.template}.html")
        except TemplateDoesNotExist:
            page = get_template("emails/_base.html")
        return Message(words["subject"], text.strip() + "\n", page.render(words))


def words_of(mail: Mail, context: dict[str, Any]) -> dict[str, Any]:
    """What the layout of a message is filled with: `subject`, `text`, and what stands around them.

    What staff wrote over it (`mail.subject`, `mail.body`) stands in place of the template's text.
    """
    path = context.get("path")
    words = {name: parsed(name, value) for name, value in context.items()}
    words |= {
        "name": mail.person.full_name if mail.person else "",
        "office": office_name(),
        "url": f"{settings.SITE_URL}{path}" if path else "",
        "url_label": letter_of(mail).url_label,
        "site": settings.SITE_URL,
    }
    name = f"emails/{mail.template}"
    subject = mail.subject or render_to_string(f"{name}.subject.txt", words)
    words["subject"] = " ".join(subject.split())
    words["text"] = mail.body or render_to_string(f"{name}.txt", words).strip()
    return words


def parsed(name: str, value):
    """ISO text under a name that ends in `_on` is a date."""
    return parse_date(value) or value if name.endswith("_on") and isinstance(value, str) else value
