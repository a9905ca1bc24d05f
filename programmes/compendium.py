"""The compendium of the region's training centres, as a document."""

from datetime import date

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from programmes.models import TrainingCentre
from rocb import markup
from rocb.documents import Block, Document, Heading, Paragraph, Table
from rocb.languages import names_of


def compendium(centres: list[TrainingCentre], office: str, day: date) -> Document:
    """One chapter for each centre. `centres` come with courses, themes and contacts prefetched."""
    blocks: list[Block] = []
    for centre in centres:
        blocks += chapter(centre)
    return Document(
        title=_("Compendium of regional training centres"),
        subtitle=office,
        facts=[
            (_("As at"), markup.day(day)),
            (_("Centres"), str(len(centres))),
        ],
        blocks=blocks,
        language=get_language() or "en",
        footer=_("Details marked as not verified have not been confirmed by the centre."),
    )


def since(centre: TrainingCentre) -> str:
    """Since when it is a regional centre, with a word where that is not sure."""
    text = markup.day(centre.since_on, _("before 2008"))
    return text if centre.is_verified else _("%s (not verified)") % text


def chapter(centre: TrainingCentre) -> list[Block]:
    facts = [
        (_("Run by"), centre.run_by.name),
        (_("City"), centre.city),
        (_("Regional centre"), since(centre)),
        (_("Languages"), names_of(centre.languages)),
        (_("Themes"), ", ".join(str(theme) for theme in centre.themes.all())),
        (_("Seats in the largest room"), centre.seats),
        (_("Beds"), centre.beds),
        (_("Website"), centre.website),
    ]
    blocks: list[Block] = [
        Heading(centre.name),
        Table(
            _("Facts about %s") % centre.name,
            [_("What"), _("Details")],
            [[str(label), str(value or "–")] for label, value in facts],
            widths=[1, 3],
        ),
    ]
    for title, text in ((_("Profile"), centre.profile), (_("Facilities"), centre.facilities)):
        if text:
            blocks += [Heading(title, 2), Paragraph(text)]
    courses = list(centre.courses.all())
    if courses:
        blocks += [
            Heading(_("Courses"), 2),
            Table(
                _("Courses of %s") % centre.name,
                [_("Course"), _("Days"), _("Languages"), _("For whom")],
                [
                    [one.title, str(one.days or "–"), names_of(one.languages), one.audience]
                    for one in courses
                ],
                widths=[4, 1, 2, 3],
                numeric=[1],
            ),
        ]
    contacts = [contact_line(person) for person in centre.contacts.all()]
    if contacts:
        blocks += [Heading(_("Contacts"), 2), Paragraph("\n".join(contacts))]
    return blocks


def contact_line(person) -> str:
    return ", ".join(part for part in (person.full_name, person.position, person.email) if part)
