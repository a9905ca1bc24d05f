"""The working languages that experts speak and events are held in, by ISO 639-1 code."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Language(TextChoices):
    """English and French are the WCO's own; the others are those of the regions."""

    ENGLISH = "en", _("English")
    FRENCH = "fr", _("French")
    SPANISH = "es", _("Spanish")
    PORTUGUESE = "pt", _("Portuguese")
    RUSSIAN = "ru", _("Russian")
    ARABIC = "ar", _("Arabic")
    CHINESE = "zh", _("Chinese")
    JAPANESE = "ja", _("Japanese")
    KOREAN = "ko", _("Korean")
    MALAY = "ms", _("Malay")
    INDONESIAN = "id", _("Indonesian")
    THAI = "th", _("Thai")
    VIETNAMESE = "vi", _("Vietnamese")
    LAO = "lo", _("Lao")
    KHMER = "km", _("Khmer")
    HINDI = "hi", _("Hindi")
    BENGALI = "bn", _("Bengali")
    URDU = "ur", _("Urdu")
    PERSIAN = "fa", _("Persian")
    MONGOLIAN = "mn", _("Mongolian")
    TOK_PISIN = "tpi", _("Tok Pisin")


def names_of(codes) -> str:
    """Codes as words in the reader's language: English, French."""
    known = dict(Language.choices)
    return ", ".join(str(known.get(code, code)) for code in codes)
