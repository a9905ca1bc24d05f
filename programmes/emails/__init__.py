"""What is special about the messages of pillar 3, by noun. The words are in templates/emails/."""

from programmes.emails import events, nominations, requests, surveys
from rocb.outbox import Letter

LETTERS: tuple[Letter, ...] = (
    *requests.LETTERS,
    *events.LETTERS,
    *nominations.LETTERS,
    *surveys.LETTERS,
)
