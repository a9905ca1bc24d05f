"""The API of pillar 3, by noun."""

from programmes.api import centres, events, nominations, requests, surveys

RESOURCES = {
    **events.RESOURCES,
    **requests.RESOURCES,
    **centres.RESOURCES,
    **nominations.RESOURCES,
    **surveys.RESOURCES,
}
