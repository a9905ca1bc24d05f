"""Erasing a person: names, addresses, files and free texts go; counts, steps and certificates stay."""

from dataclasses import dataclass
from functools import partial
from typing import Any

import pgtrigger
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.storage import default_storage
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from rocb import signins
from rocb.handover import works_of
from rocb.models import Attachment, DataRequest, Mail, Person, StatusChange, User
from rocb.personal.holdings import Holding, about, holdings, steps_with_words
from rocb.trail import history_model


@dataclass(frozen=True, slots=True)
class Fate:
    """What becomes of the rows of one kind: `goes` names what is lost, empty where nothing is."""

    label: Any
    count: int
    goes: str
    stays: Any


def labels(kind: Holding, model) -> str:
    """What is emptied, in words."""
    silent = {"password", "calendar_key_hash", "last_login", "context"}
    names = [name for name in kind.blanked if name not in silent]
    return ", ".join(str(model._meta.get_field(name).verbose_name) for name in names)


def preview(person: Person) -> list[Fate]:
    """What would go and what would stay, kind by kind. One query for each."""
    found = []
    for kind in holdings:
        rows = kind.of(person)
        count = rows.count()
        if count:
            goes = _("all of it") if kind.is_deleted else labels(kind, rows.model)
            found.append(Fate(kind.label, count, goes, "" if kind.is_deleted else kind.stays))
    return found


def is_erased(person: Person) -> bool:
    """Whether somebody was erased; one query."""
    return person.data_requests.filter(kind=DataRequest.Kind.ERASED).exists()


def why_not(person: Person, by: User) -> str:
    """Why this person cannot be erased now, as a sentence; empty when they can."""
    if person.pk == by.person_id:
        return _("You cannot erase yourself: ask a colleague.")
    if is_erased(person):
        return _("This person was erased already.")
    user = signins.signin_of(person)
    if user is not None and any(number for _kind, number in works_of(user)):
        return _("%s has open work: hand it over first.") % person.full_name
    return ""


def may_erase(person: Person, by: User) -> bool:
    user = signins.signin_of(person)
    return person.allows(by, "rocb.answer_data_request") and (
        user is None or user.pk == by.pk or signins.may_manage(by, user)
    )


@transaction.atomic
def erase(person: Person, *, by: User, reason: str) -> DataRequest:
    """Take away for good what says who somebody is, in every row, its history and its files.

    What is counted stays, without a name. Raises PermissionDenied, and ValidationError with the
    reason why it cannot be done now.
    """
    person = Person.objects.select_for_update(of=("self",)).get(pk=person.pk)
    if not may_erase(person, by):
        raise PermissionDenied
    if sentence := why_not(person, by):
        raise ValidationError(sentence)
    counts = {kind.key: kind.of(person).count() for kind in holdings}
    user = signins.signin_of(person)
    if user is not None:
        signins.close_doors(user)
    Mail.objects.filter(person=person).waiting().update(status=Mail.Status.CANCELLED)
    forget_words_of_steps(person)
    for kind in holdings:
        forget(kind, person)
    return DataRequest.objects.create(
        person=person,
        kind=DataRequest.Kind.ERASED,
        reason=reason,
        counts={key: count for key, count in counts.items() if count},
        by=by,
    )


def forget(kind: Holding, person: Person) -> None:
    """Let one kind of rows go, or empty what names the person, in the rows and in their history."""
    rows = kind.of(person)
    ids = list(rows.values_list("pk", flat=True))
    if not ids:
        return
    rows = rows.model._base_manager.filter(pk__in=ids)
    if kind.is_deleted:
        delete(rows)
    elif kind.blanked:
        values = {
            name: value(person) if callable(value) else value
            for name, value in kind.blanked.items()
        }
        rows.update(**values, **touched(rows.model))
        forget_history(rows.model, ids, values)


def touched(model) -> dict[str, Any]:
    """The new version of an emptied row: a form that was open before is not saved over it."""
    names = {field.name for field in model._meta.concrete_fields}
    return {"updated_at": timezone.now()} if "updated_at" in names else {}


def forget_history(model, ids: list[int], values: dict[str, Any]) -> None:
    """Empty the same columns in every stored state; that something changed, and when, stays."""
    history = history_model(model)
    if history is None:
        return
    kept = {field.name for field in history._meta.concrete_fields}
    values = {name: value for name, value in values.items() if name in kept}
    if values:
        with pgtrigger.ignore(f"{history._meta.app_label}.{history.__name__}:append_only"):
            history.objects.filter(pgh_obj_id__in=ids).update(**values)


def delete(rows: QuerySet) -> None:
    """Delete rows; of files also what lies in the storage, unless another record holds the same."""
    if rows.model is Attachment:
        paths = set(rows.values_list("file", flat=True))
        rows.delete()
        paths -= set(Attachment.objects.filter(file__in=paths).values_list("file", flat=True))
        for path in paths:
            transaction.on_commit(partial(default_storage.delete, path))
    else:
        rows.delete()


def forget_words_of_steps(person: Person) -> None:
    """Steps on rows about the person stay; the words given with them go."""
    for rows in about(person):
        with pgtrigger.ignore("rocb.StatusChange:keep"):
            StatusChange.objects.filter(pk__in=steps_with_words(rows).values("pk")).update(
                comment=""
            )
