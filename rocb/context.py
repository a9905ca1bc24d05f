"""What every page's frame needs. It asks the database nothing."""

from django.conf import settings
from django.utils.functional import cached_property
from django.utils.translation import get_language_info

from rocb import navigation
from rocb.models.bilingual import spoken


def office_name() -> str:
    """What the portal calls itself, in the reader's language."""
    return settings.OFFICE_NAMES[spoken()]


# Each language by its own name.
LANGUAGES = [(code, get_language_info(code)["name_local"]) for code, _name in settings.LANGUAGES]


class Portal:
    """The frame around a page: name of the office, banner, menu. Lazy: fragments pay nothing."""

    languages = LANGUAGES

    def __init__(self, request) -> None:
        self.request = request
        self.office = office_name()
        self.is_demo = settings.DEMO

    @cached_property
    def menu(self) -> list[tuple]:
        """(label, address, whether the reader is inside it) of each menu entry allowed to them."""
        user = getattr(self.request, "user", None)
        if user is None:
            return []
        entries = navigation.entries(user)
        here = closest([url for _label, url in entries], self.request.path)
        return [(label, url, url == here) for label, url in entries]


def closest(urls: list[str], path: str) -> str:
    """The longest of `urls` that `path` lies under, so that a plan is not also a mission."""
    inside = [url for url in urls if url == path or (url != "/" and path.startswith(url))]
    return max(inside, key=len, default="")


def portal(request) -> dict:
    """Context processor: `portal` in every template."""
    return {"portal": Portal(request)}
