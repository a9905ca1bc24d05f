"""The scales of pillar 1. The office's own wording: the WCO publishes no official form."""

from django.db.models import IntegerChoices, TextChoices
from django.utils.translation import gettext_lazy as _

# Longest text of one cell of a matrix or of one field of an action, in characters.
TEXT_LIMIT = 4000


class Level(IntegerChoices):
    """How far a SAFE standard is implemented."""

    NOT_STARTED = 0, _("0 Not started")
    PLANNED = 1, _("1 Planned")
    UNDER_WAY = 2, _("2 Under way")
    LARGELY = 3, _("3 Largely implemented")
    FULLY = 4, _("4 Fully implemented")


class Implementation(TextChoices):
    """How far an action has come, as the member reports it."""

    NOT_STARTED = "not_started", _("Not started")
    IN_PROGRESS = "in_progress", _("In progress")
    PARTLY = "partly", _("Partly implemented")
    IMPLEMENTED = "implemented", _("Implemented")
    POSTPONED = "postponed", _("Postponed")
    DROPPED = "dropped", _("No longer applicable")


# An action in one of these is finished: nobody is asked about its due date any more.
FINISHED = (Implementation.IMPLEMENTED, Implementation.DROPPED)


class Support(TextChoices):
    """What kind of help an action needs."""

    NONE = "none", _("None")
    EXPERTISE = "expertise", _("Expertise")
    TRAINING = "training", _("Training")
    EQUIPMENT = "equipment", _("Equipment")
    FUNDING = "funding", _("Funding")


class Answer(TextChoices):
    """What a member says to a recommendation."""

    ACCEPTED = "accepted", _("Accepted")
    PARTLY = "partly", _("Partly accepted")
    NOTED = "noted", _("Noted")


class Priority(TextChoices):
    """How much hangs on a recommendation."""

    HIGH = "high", _("High")
    MEDIUM = "medium", _("Medium")
    LOW = "low", _("Low")


class Horizon(TextChoices):
    """When a recommendation is meant to be carried out."""

    SHORT = "short", _("Short term (up to 1 year)")
    MEDIUM = "medium", _("Medium term (1 to 3 years)")
    LONG = "long", _("Long term (over 3 years)")
