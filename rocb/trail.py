"""What a record's page shows of its past: steps, changed fields, comments, files."""

import hashlib
from typing import Any

import puremagic
from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import FieldDoesNotExist, ValidationError
from django.db import transaction
from django.db.models import BigIntegerField, F, OuterRef, Subquery, Value
from django.db.models.fields.json import KeyTextTransform
from django.db.models.functions import Cast, Concat
from django.urls import reverse
from django.utils.translation import gettext as _
from pghistory.models import Event

from rocb import markup
from rocb.models import Attachment, Comment, StatusChange, User

# Files that a browser or a desktop would run. Everything else is only ever sent as a download.
REFUSED = (".exe", ".dll", ".bat", ".cmd", ".js", ".vbs", ".scr", ".msi", ".jar", ".ps1", ".sh")
REFUSED_CONTENT = (b"MZ", b"\x7fELF", b"#!")


def words_of(model, name: str, value) -> str:
    """A stored value as a reader knows it: choices as words, dates as dates."""
    try:
        field = model._meta.get_field(name)
    except FieldDoesNotExist:
        return str(value)
    if field.choices:
        return str(dict(field.flatchoices).get(value, value))
    if hasattr(value, "strftime"):
        return markup.day(value)
    return "" if value is None else str(value)


def changed_fields(record, events) -> list[tuple]:
    """The differences between one stored state and the next."""
    entries = []
    before = None
    # What a step tells better: who submitted, reviewed or decided, and when.
    skipped = {"status", "search", *getattr(record, "told_by_steps", ())}
    for event in events:
        names = [
            field.name
            for field in event._meta.concrete_fields
            if not field.name.startswith("pgh_") and field.name not in skipped
        ]
        if before is not None:
            for name in names:
                attribute = event._meta.get_field(name).attname
                old, new = getattr(before, attribute), getattr(event, attribute)
                if old == new:
                    continue
                label = record._meta.get_field(name).verbose_name
                if record._meta.get_field(name).is_relation:
                    text = _("%s changed") % label
                else:
                    text = _("%(field)s: from “%(old)s” to “%(new)s”") % {
                        "field": label,
                        "old": words_of(type(record), name, old)[:200],
                        "new": words_of(type(record), name, new)[:200],
                    }
                entries.append((event.pgh_created_at, event.who or "", text, "", "field"))
        before = event
    return entries


def shows_trail(record, user) -> bool:
    """Whether a reader of this record may also read its past, comments and files.

    Some may read a record in part only, as a donor does a shared action: its model says so.
    """
    ask = getattr(record, "shows_trail", None)
    return ask is None or ask(user)


def history_model(model) -> Any:
    """The table that keeps the stored states of a kind of record; None where there is none."""
    for relation in model._meta.related_objects:
        if relation.field.name == "pgh_obj" and issubclass(relation.related_model, Event):
            return relation.related_model
    return None


def history_of(record):
    """The stored states of a record, as a queryset; None for a kind that keeps no history."""
    history = history_model(type(record))
    return None if history is None else history._default_manager.filter(pgh_obj=record.pk)


def timeline_of(record, reader) -> list[dict[str, Any]]:
    """Steps and changed fields of a record, the newest first. Two queries.

    A record that was kept from this reader at first says since when its past is told
    (`past_told_since`): wordings given up before are nobody else's.
    """
    entries = []
    steps = StatusChange.objects.of(record).select_related("by__person").order_by("at", "id")
    names = (
        dict(type(record)._meta.get_field("status").flatchoices)
        if hasattr(record, "status")
        else {}
    )
    for change in steps:
        text = (
            f"{names.get(change.source, change.source)} → {names.get(change.target, change.target)}"
        )
        who = change.by.full_name if change.by else ""
        entries.append((change.at, who, text, change.comment, "step"))
    events = history_of(record)
    if events is not None:
        user = Cast(KeyTextTransform("user", OuterRef("pgh_context__metadata")), BigIntegerField())
        full_name = Concat(F("person__given_name"), Value(" "), F("person__family_name"))
        who = User.objects.filter(pk=user).values(name=full_name)
        entries += changed_fields(record, events.annotate(who=Subquery(who)).order_by("pgh_id"))
    since = record.past_told_since(reader) if hasattr(record, "past_told_since") else None
    if since is not None:
        entries = [entry for entry in entries if entry[0] >= since]
    entries.sort(key=lambda entry: entry[0], reverse=True)
    return [
        {"when": markup.moment(when), "who": who, "text": text, "comment": comment, "kind": kind}
        for when, who, text, comment, kind in entries
    ]


def comments_of(record, user) -> list[dict[str, Any]]:
    """The comments this reader may read, oldest first."""
    rows = Comment.objects.of(record).visible_to(user).select_related("by__person").order_by("at")
    return [
        {
            "who": row.by.full_name,
            "when": markup.moment(row.at),
            "text": row.text,
            "is_internal": row.is_internal,
        }
        for row in rows
    ]


def files_of(record, user) -> list[dict[str, Any]]:
    """The files this reader may open, oldest first."""
    rows = Attachment.objects.of(record).visible_to(user).select_related("by__person")
    return [
        {
            "name": row.name,
            "url": reverse("file", args=[row.pk]),
            "size": row.size,
            "kind": row.content_type_name,
            "who": row.by.full_name,
            "when": markup.moment(row.at),
            "is_internal": row.is_internal,
        }
        for row in rows.order_by("at")
    ]


def add_comment(record, text: str, *, by, is_internal: bool) -> Comment:
    """Say something about a record. Raises ValidationError when there is nothing to say."""
    text = text.replace("\x00", "").strip()
    if not text:
        raise ValidationError(_("Please write something first."))
    if len(text) > 10_000:
        raise ValidationError(_("A comment is at most 10,000 characters long."))
    return Comment.objects.create(
        content_type=ContentType.objects.get_for_model(record),
        object_id=record.pk,
        text=text,
        is_internal=is_internal,
        by=by,
    )


def kind_of_file(head: bytes, name: str) -> str:
    """The type of a file by its content, as a MIME name."""
    try:
        return puremagic.from_string(head, mime=True, filename=name) or "application/octet-stream"
    except (puremagic.PureError, ValueError):
        return "text/plain" if b"\x00" not in head else "application/octet-stream"


@transaction.atomic
def add_file(record, upload, *, by, is_internal: bool = False) -> Attachment:
    """Hang a file on a record. The same content twice on one record is kept once.

    Raises ValidationError for files that are empty, too large, or programs.
    """
    limit = settings.MAX_UPLOAD_BYTES
    if upload.size > limit:
        raise ValidationError(
            _("“%(name)s” is larger than %(limit)s MB, the most that can be kept.")
            % {"name": upload.name, "limit": limit // 1024 // 1024}
        )
    head = upload.read(4096)
    if not head:
        raise ValidationError(_("“%s” is empty.") % upload.name)
    if upload.name.lower().endswith(REFUSED) or head.startswith(REFUSED_CONTENT):
        raise ValidationError(
            _("“%s” is a program. Send documents, pictures or archives.") % upload.name
        )
    upload.seek(0)
    digest = hashlib.sha256()
    for chunk in upload.chunks():
        digest.update(chunk)
    upload.seek(0)
    sha256 = digest.hexdigest()
    same = Attachment.objects.of(record).filter(sha256=sha256, is_internal=is_internal).first()
    if same:
        return same
    name = upload.name.replace("\x00", "")[-240:]
    attachment = Attachment(
        content_type=ContentType.objects.get_for_model(record),
        object_id=record.pk,
        name=name,
        sha256=sha256,
        size=upload.size,
        content_type_name=kind_of_file(head, name)[:120],
        is_internal=is_internal,
        by=by,
    )
    attachment.file.save(sha256, upload, save=False)
    attachment.save()
    return attachment
