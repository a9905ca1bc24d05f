"""Holding the rows of a list against the contact book and the nominees that are there already."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from programmes.actions.nominating import Alike, elsewhere
from programmes.models import Event, Invitation, Nomination
from programmes.namesakes import Known, Namesakes, name_key, namesakes_of
from programmes.workflow import LIVE, InvitationStatus
from rocb.models import Administration, Person, User
from rocb.tables import normal

GOOD, WARNING, WRONG, THERE = "good", "warning", "wrong", "there"
CLOSED = (InvitationStatus.CANCELLED, InvitationStatus.DECLINED)


@dataclass
class Found:
    """What one row would do."""

    where: str
    state: str
    name: str
    member: str = ""
    values: dict[str, Any] = field(default_factory=dict)
    invitation: Invitation | None = None
    person_id: int | None = None
    problems: list[tuple[str, str]] = field(default_factory=list)  # cell, reason
    remarks: list[tuple[str, str]] = field(default_factory=list)


@dataclass
class Ground:
    """What the rows are held against; read once."""

    event: Event
    own: Invitation | None
    by_member: dict[str, Invitation]
    books: dict[int, Namesakes]
    emails: dict[str, Known]
    nominated: dict[int, set[int]]  # person -> administrations it was nominated by
    seen: dict[tuple[int, str], str] = field(default_factory=dict)
    seen_emails: dict[str, str] = field(default_factory=dict)


def ground_of(event: Event, own: Invitation | None, rows: list[dict], by: User) -> Ground:
    """Four queries, however many rows. Of people elsewhere it has those whom `by` may see."""
    invitations = list(event.invitations.select_related("administration"))
    by_member: dict[str, Invitation] = {}
    for one in invitations:
        for word in words_for(one):
            by_member.setdefault(word, one)
    members = [own.administration_id] if own else [one.administration_id for one in invitations]
    people = Person.objects.filter(organisation__in=members).order_by("pk")
    books: dict[int, Namesakes] = {member: Namesakes() for member in members}
    for row in people.values_list("pk", "given_name", "family_name", "email", "organisation_id"):
        known = Known(*row)
        books[known.organisation_id or 0].add(known)
    typed = [row["values"].get("email") for row in rows if row["values"].get("email")]
    emails = namesakes_of(Person.objects.visible_to(by).with_email(*typed)).by_email
    nominated: dict[int, set[int]] = {}
    live = Nomination.objects.filter(event=event, status__in=LIVE)
    for person, member_id in live.values_list("person", "administration"):
        nominated.setdefault(person, set()).add(member_id)
    return Ground(event, own, by_member, books, emails, nominated)


def compare(rows: Iterable[dict], event: Event, own: Invitation | None, *, by: User) -> list[Found]:
    """The rows of a list (Parsed as JSON): which are good, and what `by` is told of the others."""
    rows = list(rows)
    ground = ground_of(event, own, rows, by)
    return [one(row, ground) for row in rows]


def one(row: dict, ground: Ground) -> Found:
    values, places = row["values"], row["places"]
    name = " ".join(filter(None, (values.get("given_name"), values.get("family_name"))))
    found = Found(row["where"], GOOD, name, values=values)
    found.problems = [(places.get(key, row["where"]), why) for key, why in row["problems"].items()]
    found.invitation = invitation_of(found, row, ground)
    if found.invitation and not row["problems"]:
        find_person(found, places, ground)
    if found.problems:
        found.state = WRONG
    elif found.state == GOOD and found.remarks:
        found.state = WARNING
    return found


def invitation_of(found: Found, row: dict, ground: Ground) -> Invitation | None:
    """Whose nominee it is: the invitation's own member, or the one that the row names."""
    typed = str(row["values"].get("member") or "")
    place = row["places"].get("member", row["where"])
    named = ground.by_member.get(normal(typed)) if typed else None
    if ground.own is not None:
        found.member = ground.own.administration.country_name
        if typed and normal(typed) not in words_for(ground.own):
            found.problems.append(
                (
                    place,
                    _("This list is for %(member)s, not for “%(typed)s”.")
                    % {"member": found.member, "typed": typed[:40]},
                )
            )
            return None
        return ground.own
    if not typed:
        found.problems.append((place, _("The member is missing.")))
    elif named is None:
        found.problems.append((place, _("“%s” is not invited to this event.") % typed[:40]))
    elif named.status in CLOSED:
        words = _("The invitation of %(member)s is “%(status)s”.")
        found.problems.append(
            (place, words % {"member": typed[:40], "status": named.get_status_display()})
        )
    else:
        found.member = named.administration.country_name
        return named
    return None


def words_for(invitation: Invitation) -> set[str]:
    member = invitation.administration
    names = [getattr(member, name) for name in Administration.EVERY_NAME]
    return {normal(word) for word in (*names, member.acronym, member.iso2, member.iso3) if word}


def find_person(found: Found, places: dict[str, str], ground: Ground) -> None:
    """Who it is; whether that person stands there already, here or in the list."""
    values, invitation = found.values, found.invitation
    assert invitation is not None
    member = invitation.administration_id
    if refuse_repeated(found, places, member, ground):
        return
    try:
        known = known_person(values, member, ground)
    except ValidationError as error:
        found.problems.append((places.get("email", found.where), error.messages[0]))
        return
    if isinstance(known, Alike):
        words = _(
            "The contact book has a name written nearly the same: %s. Taken as somebody "
            "new unless you correct the spelling."
        )
        found.remarks.append((found.where, words % known.names))
        if twin := next((one for one in known.people if one.pk in ground.nominated), None):
            found.remarks.append((found.where, _("%s is nominated already.") % twin.full_name))
    elif known is not None:
        found.person_id = known.pk
        if known.pk in ground.nominated:
            found.state = THERE
        elif known.email and values.get("email") and known.email.lower() != values["email"]:
            found.remarks.append(
                (
                    places.get("email", found.where),
                    _("The contact book has the address %s for this person; it is kept.")
                    % known.email,
                )
            )
    elif not values.get("email"):
        found.remarks.append(
            (
                places.get("email", found.where),
                _("Without an e-mail address the result cannot be sent to the person."),
            )
        )


def known_person(values: dict, member: int, ground: Ground) -> Known | Alike | None:
    """Like `person_for`, from what was read once for all rows. Raises ValidationError."""
    book, email = ground.books[member], values.get("email", "")
    if email:
        if found := book.by_email.get(email):
            return found
        if email in ground.emails:
            raise ValidationError(elsewhere(email))
    given, family = values.get("given_name", ""), values.get("family_name", "")
    if same := book.same(given, family):
        return same
    alike = book.alike(given, family)
    return Alike(alike) if alike else None


def refuse_repeated(found: Found, places: dict, member: int, ground: Ground) -> bool:
    """The same name or address twice in one list is wrong the second time, and names the first."""
    key = (member, name_key(found.values.get("given_name", ""), found.values["family_name"]))
    email = found.values.get("email", "")
    first = ground.seen.get(key) or (email and ground.seen_emails.get(email))
    if first:
        words = _("%(name)s stands in the list twice, also in %(where)s.")
        found.problems.append((found.where, words % {"name": found.name, "where": first}))
        return True
    ground.seen[key] = found.where
    if email:
        ground.seen_emails[email] = found.where
    return False
