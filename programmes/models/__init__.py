"""Pillar 3: programmes, and the events that are held under them."""

from programmes.models.events import Event
from programmes.models.programmes import Programme, ProgrammeQuerySet

__all__ = ["Event", "Programme", "ProgrammeQuerySet"]
