"""The API of pillar 3, by noun."""

from programmes.api import events, nominations, surveys

RESOURCES = {**events.RESOURCES, **nominations.RESOURCES, **surveys.RESOURCES}
