"""What the pages behind links in mails share: they are read without a sign-in."""

from django.conf import settings
from django.utils.translation import override


def language_of(request, person) -> str:
    """What the reader chose on this device, else the language of the letter that brought the link."""
    chosen = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
    return chosen if chosen in dict(settings.LANGUAGES) else person.language


def as_the_letter(request, person):
    """A context in which pages are in that language."""
    return override(language_of(request, person))
