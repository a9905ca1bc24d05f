"""Which rows say something about a person, and what becomes of them when the person is erased.

Each pillar registers its own kinds from its `apps.py`. A test holds that every table that points at
a person is declared here by somebody, so that no new table is forgotten.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.contrib.auth.hashers import make_password
from django.contrib.contenttypes.models import ContentType
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from rocb.models import (
    Attachment,
    Comment,
    DataRequest,
    Draft,
    Errand,
    Invitation,
    Mail,
    Person,
    Reminder,
    StatusChange,
    User,
)
from rocb.registry import Registry


@dataclass(frozen=True, slots=True)
class Holding:
    """One kind of rows about a person.

    `of(person)` gives the rows. `columns` are told to whoever may ask, the person included;
    `internal` ones by the office alone. On erasure the rows go (`is_deleted`), or the columns of
    `blanked` are emptied, in the row and in all of its history; a value there may be a function of
    the person. `stays` says in a sentence why the rest is kept. With `is_about` the rows are about
    nobody else, so comments and files that hang on them go too, and the words given with steps.
    """

    key: str
    label: Any
    of: Callable[[Person], QuerySet]
    columns: tuple[str, ...]
    internal: tuple[str, ...] = ()
    blanked: dict[str, Any] = field(default_factory=dict)
    is_deleted: bool = False
    stays: Any = ""
    is_about: bool = False


holdings: Registry[Holding] = Registry("Holding")


def nameless(person: Person) -> str:
    """What somebody is called who was erased."""
    return f"Erased person {person.pk}"


def hanging_on(rows: QuerySet, model) -> QuerySet:
    """The comments, files or steps that hang on any of `rows`."""
    kind = ContentType.objects.get_for_model(rows.model)
    return model.objects.filter(content_type=kind, object_id__in=rows.order_by().values("pk"))


def steps_with_words(rows: QuerySet) -> QuerySet:
    """The steps on any of `rows` that were taken with a comment."""
    return hanging_on(rows, StatusChange).exclude(comment="")


def about(person: Person) -> Iterator[QuerySet]:
    """Rows that are about this person and nobody else, kind by kind."""
    yield from (kind.of(person) for kind in holdings if kind.is_about)


def remarks_about(person: Person) -> QuerySet[Comment]:
    """Comments that were written on rows about the person."""
    found = Comment.objects.none()
    for rows in about(person):
        found |= hanging_on(rows, Comment)
    return found


def files_about(person: Person) -> QuerySet[Attachment]:
    """Files that were put on rows about the person."""
    found = Attachment.objects.none()
    for rows in about(person):
        found |= hanging_on(rows, Attachment)
    return found


def written_by(model) -> Callable[[Person], QuerySet]:
    """Rows that the person wrote, of a kind that says so in `by`."""
    return lambda person: model.objects.filter(by__person=person)


HOLDINGS = (
    Holding(
        "person",
        _("Entry in the contact book"),
        lambda person: Person.objects.filter(pk=person.pk),
        (
            "honorific", "given_name", "family_name", "email", "phone", "position", "unit", "gender",
            "language", "organisation__name", "seconded_from__country_name", "created_at",
        ),
        blanked={
            "honorific": "", "given_name": "", "family_name": nameless, "email": "", "phone": "",
            "position": "", "unit": "", "language": "en", "seconded_from": None,
            "has_others_email": False,
        },
        stays=_("Organisation and gender stay: the office's figures are counted by them."),
        is_about=True,
    ),
    Holding(
        "signin",
        _("Sign-in"),
        lambda person: User.objects.filter(person=person),
        ("email", "role", "starts_on", "ends_on", "is_active", "last_seen_at", "wants_digest"),
        blanked={
            "email": lambda person: f"erased-{person.pk}@erased.invalid",
            "password": lambda person: make_password(None),
            "is_active": False,
            "calendar_key_hash": "",
            "last_seen_at": None,
            "last_login": None,
        },
        stays=_(
            "The sign-in stays, closed and nameless, so that what was done under it has an author."
        ),
        is_about=True,
    ),
    Holding(
        "second_step",
        _("Second steps at sign-in"),
        lambda person: Authenticator.objects.filter(user__person=person),
        ("type", "created_at", "last_used_at"),
        is_deleted=True,
    ),
    Holding(
        "sessions",
        _("Where somebody is signed in"),
        lambda person: UserSession.objects.filter(user__person=person),
        ("ip", "user_agent", "created_at", "last_seen_at"),
        is_deleted=True,
    ),
    Holding(
        "addresses",
        _("Addresses of the sign-in"),
        lambda person: EmailAddress.objects.filter(user__person=person),
        ("email", "verified"),
        is_deleted=True,
    ),
    Holding(
        "drafts",
        _("Typed and not saved"),
        lambda person: Draft.objects.filter(user__person=person),
        ("path", "fields", "updated_at"),
        is_deleted=True,
    ),
    Holding(
        "errands",
        _("Files asked for"),
        lambda person: Errand.objects.filter(asked_by__person=person),
        ("title", "created_at", "ended_at", "size"),
        # Its file goes with the next round of clearing away.
        blanked={"title": "", "params": {}, "expires_at": lambda person: timezone.now()},
        stays=_("The file goes within a day."),
    ),
    Holding(
        "invitations",
        _("Invitations to sign in"),
        lambda person: Invitation.objects.filter(person=person),
        ("email", "role", "created_at", "expires_at", "accepted_at", "withdrawn_at"),
        blanked={"email": ""},
        stays=_("That somebody was invited, by whom and for which role."),
    ),
    Holding(
        "mails",
        _("Messages sent"),
        lambda person: Mail.objects.filter(person=person),
        ("template", "email", "subject", "body", "status", "created_at", "sent_at"),
        blanked={"email": "", "subject": "", "body": "", "context": {}, "last_error": ""},
        stays=_("That a message of this kind went, and when."),
    ),
    Holding(
        "reminders",
        _("Reminders"),
        lambda person: Reminder.objects.filter(person=person),
        ("kind", "rung", "due_on", "reason", "made_at"),
        stays=_("The ledger of reminders holds no words; it shows that somebody was reminded."),
    ),
    Holding(
        "remarks",
        _("Remarks about the person"),
        remarks_about,
        (),
        internal=("text", "by__person__family_name", "at"),
        is_deleted=True,
    ),
    Holding(
        "files",
        _("Files about the person"),
        files_about,
        ("name", "size", "at"),
        is_deleted=True,
    ),
    Holding(
        "written_remarks",
        _("Comments written"),
        written_by(Comment),
        ("text", "at"),
        stays=_("What somebody wrote in office belongs to the record it stands on; the name goes."),
    ),
    Holding(
        "written_files",
        _("Files put on records"),
        written_by(Attachment),
        ("name", "size", "at"),
        stays=_("They belong to the record they hang on; the name goes."),
    ),
    Holding(
        "steps",
        _("Steps taken"),
        written_by(StatusChange),
        ("content_type__model", "source", "target", "comment", "at"),
        stays=_("Steps of office cannot be changed; the name goes."),
    ),
    Holding(
        "data_requests",
        _("Requests about personal data"),
        lambda person: DataRequest.objects.filter(person=person),
        ("kind", "reason", "at"),
        stays=_("They show that a request was answered."),
    ),
)  # fmt: skip
