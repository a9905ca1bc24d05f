"""What is owed in pillar 3, by noun; desk, reminders and calendars read it from here."""

from programmes.deadlines import events, surveys

KINDS = (*events.KINDS, *surveys.KINDS)
