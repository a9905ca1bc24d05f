"""What is owed in pillar 3, by noun; desk, reminders and calendars read it from here."""

from programmes.deadlines import events, nominations, requests, resources, surveys

KINDS = (
    *requests.KINDS,
    *events.KINDS,
    *resources.KINDS,
    *nominations.KINDS,
    *surveys.KINDS,
)
