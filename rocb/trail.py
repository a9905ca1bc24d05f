"""What a record's page shows of its past: steps, changed fields, comments, files."""

import hashlib
from typing import Any

import puremagic
from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import FieldDoesNotExist, ValidationError
from django.db import transaction
from django.db.models import BigIntegerField, CharField, OuterRef, Subquery, Value
from django.db.models.fields.json import KeyTextTransform
from django.db.models.functions import Cast, Coalesce, NullIf
from django.urls import reverse
from django.utils.translation import gettext as _
from pghistory.models import Event

from rocb import markup
from rocb.models import Attachment, Comment, StatusChange, User
from rocb.models.people import name_at
from rocb.standing import Blank, answer, ask

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


def changed_fields(model, names: tuple[str, ...], states) -> list[tuple]:
    """The differences between one stored state and the next.

    A state is (when, who, a value for each of the `names`), the oldest first.
    """
    entries = []
    before = None
    for when, who, *values in states:
        for name, old, new in zip(names, before or values, values, strict=True):
            if old == new:
                continue
            field = model._meta.get_field(name)
            if field.is_relation:
                text = _("%s changed") % field.verbose_name
            else:
                text = _("%(field)s: from “%(old)s” to “%(new)s”") % {
                    "field": field.verbose_name,
                    "old": words_of(model, name, old)[:200],
                    "new": words_of(model, name, new)[:200],
                }
            entries.append((when, who or "", text, "", "field"))
        before = values
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


HERE = {"content_type": Blank("kind"), "object_id": Blank("record")}
WHO = Coalesce(
    NullIf(name_at("by__person"), Value("")), "by__email", Value(""), output_field=CharField()
)


def where(record) -> dict[str, int]:
    """What fills the blanks of `HERE`."""
    return {"kind": ContentType.objects.get_for_model(record).pk, "record": record.pk}


def steps_of(record) -> list[tuple]:
    """(when, who, from, to, why) of each step, the oldest first."""
    return answer(
        ("steps",),
        lambda: (
            StatusChange.objects.filter(**HERE)
            .order_by("at", "id")
            .values_list("at", WHO, "source", "target", "comment")
        ),
        **where(record),
    )


def fields_told(history, record) -> tuple[str, ...]:
    """The stored fields whose changes are told; a step tells better who submitted, and when."""
    untold = {"status", "search", *getattr(record, "told_by_steps", ())}
    return tuple(
        field.name
        for field in history._meta.concrete_fields
        if not field.name.startswith("pgh_") and field.name not in untold
    )


def changes_of(record) -> list[tuple]:
    """The changed fields of a record; none where its kind keeps no history."""
    history, model = history_model(type(record)), type(record)
    if history is None:
        return []
    names = fields_told(history, record)
    by = Cast(KeyTextTransform("user", OuterRef("pgh_context__metadata")), BigIntegerField())
    who = User.objects.filter(pk=by).values(name=name_at("person"))
    states = answer(
        ("states", model),
        lambda: (
            history._default_manager.filter(pgh_obj=Blank("record"))
            .order_by("pgh_id")
            .values_list("pgh_created_at", Subquery(who), *names)
        ),
        record=record.pk,
    )
    return changed_fields(model, names, states)


def timeline_of(record, reader) -> list[dict[str, Any]]:
    """Steps and changed fields of a record, the newest first. Two queries.

    A record that was kept from this reader at first says since when its past is told
    (`past_told_since`): wordings given up before are nobody else's.
    """
    names = (
        dict(type(record)._meta.get_field("status").flatchoices)
        if hasattr(record, "status")
        else {}
    )
    entries = [
        (at, who, f"{names.get(source, source)} → {names.get(target, target)}", why, "step")
        for at, who, source, target, why in steps_of(record)
    ]
    entries += changes_of(record)
    since = record.past_told_since(reader) if hasattr(record, "past_told_since") else None
    if since is not None:
        entries = [entry for entry in entries if entry[0] >= since]
    entries.sort(key=lambda entry: entry[0], reverse=True)
    return [
        {"when": markup.moment(when), "who": who, "text": text, "comment": comment, "kind": kind}
        for when, who, text, comment, kind in entries
    ]


def hanging_on(record, user, model, *columns) -> list[tuple]:
    """What this reader may read of what hangs on a record, the oldest first."""
    return ask(
        user,
        model._meta.label,
        lambda reader: (
            model.objects.filter(**HERE).visible_to(reader).order_by("at").values_list(*columns)
        ),
        **where(record),
    )


def comments_of(record, user) -> list[dict[str, Any]]:
    """The comments this reader may read, oldest first."""
    return [
        {"who": who, "when": markup.moment(at), "text": text, "is_internal": is_internal}
        for who, at, text, is_internal in hanging_on(
            record, user, Comment, WHO, "at", "text", "is_internal"
        )
    ]


def files_of(record, user) -> list[dict[str, Any]]:
    """The files this reader may open, oldest first."""
    return [
        {
            "name": name,
            "url": reverse("file", args=[pk]),
            "size": size,
            "kind": kind,
            "who": who,
            "when": markup.moment(at),
            "is_internal": is_internal,
        }
        for pk, name, size, kind, who, at, is_internal in hanging_on(
            record,
            user,
            Attachment,
            "pk",
            "name",
            "size",
            "content_type_name",
            WHO,
            "at",
            "is_internal",
        )
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
