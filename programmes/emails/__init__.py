"""What is special about the messages of pillar 3, by noun. The words are in templates/emails/."""

from programmes.emails import nominations, surveys
from rocb.outbox import Letter

LETTERS: tuple[Letter, ...] = (*nominations.LETTERS, *surveys.LETTERS)
