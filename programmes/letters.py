"""Letters to people who were selected, as documents: one, or all of an event in one file."""

from collections.abc import Iterable

from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.utils.translation import override as in_language

from programmes.models import Event, Nomination
from programmes.workflow import NominationStatus
from rocb import markup
from rocb.documents import Block, Document, Heading, PageBreak, Paragraph

# Who has a letter of invitation.
LETTERED = (
    NominationStatus.SELECTED,
    NominationStatus.CONFIRMED,
    NominationStatus.ATTENDED,
)


def words_of(row: Nomination) -> list[Block]:
    """The text of one letter, in the nominee's language whoever prints it."""
    language = row.person.language
    with in_language(language):
        return [Paragraph(str(text), language=language) for text in sentences_of(row)]


def sentences_of(row: Nomination) -> list[str]:
    event, person = row.event, row.person
    honorific = person.get_honorific_display() if person.honorific else ""
    name = " ".join(part for part in (honorific, person.full_name) if part)
    place = event.place or _("a place to be announced")
    return [
        "\n".join(filter(None, (name, person.position, row.administration.name))),
        _("Dear %s,") % name,
        _("The regional office is pleased to invite you to “%(event)s”, %(days)s, %(place)s.")
        % {
            "event": event.title,
            "days": markup.days(event.starts_on, event.ends_on),
            "place": place,
        },
        _("You were nominated by %s and selected among the nominees of the region.")
        % row.administration.name,
        *([money_of(row)] if event.sponsor or row.is_self_funded else []),
        *([course_of(event)] if event.required_course else []),
        _(
            "Please confirm through the link in the mail that came with this letter, or "
            "through the coordinator of your administration. This letter may be shown to "
            "obtain a visa."
        ),
        f"{event.office.name}\n{markup.day(timezone.localdate())}",
    ]


def money_of(row: Nomination) -> str:
    if row.is_self_funded:
        return _("Travel and subsistence are borne by your administration.")
    return _("The event is sponsored by %s.") % row.event.sponsor


def course_of(event: Event) -> str:
    return _("Please finish the e-learning “%s” before the event.") % event.required_course


def letter_of(row: Nomination) -> Document:
    """The letter to one person who was selected."""
    with in_language(row.person.language):
        return Document(
            title=_("Invitation"),
            subtitle=row.event.title,
            kicker=row.event.office.name,
            blocks=words_of(row),
            language=row.person.language,
            footer=row.event.office.name,
        )


def letters_of(event: Event, rows: Iterable[Nomination]) -> Document:
    """The letters to all who were selected, each on a page of its own and in its own language."""
    blocks: list[Block] = []
    for row in rows:
        if blocks:
            blocks.append(PageBreak())
        blocks += [Heading(f"{row.person.full_name}, {row.administration.country_name}")]
        blocks += words_of(row)
    return Document(
        title=_("Letters of invitation"),
        subtitle=event.title,
        kicker=event.office.name,
        facts=[(_("When"), markup.days(event.starts_on, event.ends_on)), (_("Where"), event.place)],
        blocks=blocks,
        language=get_language() or "en",
        footer=event.office.name,
    )
