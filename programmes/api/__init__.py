"""The API of pillar 3, by noun."""

from programmes.api import events, surveys

RESOURCES = {**events.RESOURCES, **surveys.RESOURCES}
