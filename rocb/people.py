"""People that stand in the contact book twice: found, and made one without losing a row."""

from collections.abc import Iterator
from itertools import groupby
from typing import Any

import pgtrigger
from django.apps import apps
from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, models, transaction
from django.db.models import Count, F
from django.db.models.functions import Coalesce, Lower
from django.utils.translation import gettext as _
from pghistory.models import Event

from rocb.models import Comment, DataRequest, Person, StatusChange, User
from rocb.models.people import SAME_NAME

# Names and people that are shown at a time.
MOST_GROUPS, MOST_PEOPLE = 6, 40


def names_twice(people) -> list[str]:
    """The names of those among `people` (a queryset) who are not each in a place of their own, in order.

    A look through the whole contact book, and no further than lists are counted.
    """
    named = people.annotate(same=SAME_NAME).values("same")
    counted = named.annotate(n=Count("pk"), placed=Count("organisation"))
    counted = counted.annotate(places=Count("organisation", distinct=True))
    twice = counted.filter(n__gt=1).exclude(n=F("placed"), placed=F("places")).order_by("same")
    return list(twice.values_list("same", flat=True)[: settings.MOST_COUNTED])


def duplicates(people, names: list[str], start: int = 0) -> list[list[Person]]:
    """Groups among `people` (a queryset) who are probably one person. Four queries at most.

    The same address, in the contact book of the one and for the sign-in of the other; then the
    same name in the same organisation, or where one of them has none: the first of `names`, or
    those from `start` on.
    """
    groups = [] if start else same_address(people)
    named = people.annotate(same=SAME_NAME).filter(same__in=names[start : start + MOST_GROUPS])
    rows = named.select_related("organisation", "user").order_by("same", "pk")[:MOST_PEOPLE]
    for _name, group in groupby(rows, key=lambda person: person.same):
        groups += same_place(list(group))
    return groups


def same_address(people) -> list[list[Person]]:
    """People whose address is what somebody else signs in with, or was somebody else's before."""
    address = models.OuterRef("address")
    signs_in = User.objects.annotate(address=Lower("email")).filter(address=address)
    before = Person.objects.owning().filter(address=address)
    # Sought from the few who sign in, not from the many who do not.
    theirs = Person.objects.owning().exclude(pk=models.OuterRef("person"))
    theirs = theirs.annotate(address=Lower("email")).filter(address=models.OuterRef("address"))
    named = User.objects.annotate(address=Lower("email"))
    named = named.annotate(named=models.Subquery(theirs.values("pk")[:1])).exclude(named=None)
    rows = (
        people.filter(
            models.Q(pk__in=list(named.values_list("named", flat=True)[:MOST_PEOPLE]))
            | models.Q(has_others_email=True)
        )
        .exclude(email="")
        .annotate(address=Lower("email"))
        .annotate(
            other=Coalesce(
                models.Subquery(signs_in.values("person")[:1]),
                models.Case(
                    models.When(
                        has_others_email=True, then=models.Subquery(before.values("pk")[:1])
                    )
                ),
                output_field=models.BigIntegerField(),
            )
        )
        .exclude(other=None)
        .exclude(other=models.F("pk"))
        .select_related("organisation", "user")[:MOST_GROUPS]
    )
    others = people.select_related("organisation", "user").in_bulk([row.other for row in rows])
    return [[others[row.other], row] for row in rows if row.other in others]


def same_place(people: list[Person]) -> Iterator[list[Person]]:
    """People of one name, split by organisation; those without one count with everybody."""
    nowhere = [person for person in people if person.organisation_id is None]
    places = {person.organisation_id for person in people if person.organisation_id}
    if len(places) != 1:
        groups = [[p for p in people if p.organisation_id == place] for place in places]
        groups.append(people if nowhere and places else nowhere)
    else:
        groups = [people]
    return iter([group for group in groups if len(group) > 1])


def relations(model) -> list[models.Field]:
    """Every foreign key that may point at a row of `model`, those of many-to-many tables included.

    History is left alone: it says what was.
    """
    return [
        relation.field
        for relation in model._meta.get_fields(include_hidden=True)
        if relation.auto_created
        and (relation.one_to_many or relation.one_to_one)
        and relation.field.concrete
        and not getattr(relation.field.remote_field, "parent_link", False)
        and not issubclass(relation.related_model, Event)
    ]


def loose_relations() -> Iterator[tuple[Any, GenericForeignKey]]:
    """Every kind of row that may hang on any record; steps of workflows can never be changed."""
    for other in apps.get_models():
        for field in other._meta.private_fields:
            if isinstance(field, GenericForeignKey) and other is not StatusChange:
                yield other, field


def loosely(model, field: GenericForeignKey, record):
    kind = ContentType.objects.get_for_model(record)
    return model._base_manager.filter(**{field.ct_field: kind, field.fk_field: record.pk})


def pointing_at(person: Person) -> list[tuple[str, int]]:
    """What would move with this person, in words, and how many rows of each."""
    found = []
    for field in relations(Person):
        number = field.model._base_manager.filter(**{field.name: person}).count()
        found.append((f"{field.model._meta.verbose_name_plural} ({field.verbose_name})", number))
    for model, field in loose_relations():
        number = loosely(model, field, person).count()
        found.append((str(model._meta.verbose_name_plural), number))
    return [(label, number) for label, number in found if number]


def unique_sets(model) -> Iterator[tuple[str, ...]]:
    """The sets of fields that a row of `model` shares with no other."""
    yield from ((field.name,) for field in model._meta.fields if field.unique)
    yield from model._meta.unique_together
    for constraint in model._meta.constraints:
        if isinstance(constraint, models.UniqueConstraint) and constraint.fields:
            yield tuple(constraint.fields)


def twin_of(row, field, keep):
    """The row that stands where `row` would stand if it pointed at `keep`."""
    for names in unique_sets(type(row)):
        if field.name in names:
            key = {name: getattr(row, row._meta.get_field(name).attname) for name in names}
            key[field.name] = keep.pk
            if twin := type(row)._base_manager.filter(**key).first():
                return twin
    return None


def absorb(keep, lose) -> None:
    """Let everything that points at `lose` point at `keep`, then delete `lose`.

    Where both have the row that only one may have, the two rows become one in the same way.
    """
    for field in relations(type(lose)):
        rows = field.model._base_manager.filter(**{field.name: lose})
        try:
            with transaction.atomic():
                rows.update(**{field.name: keep})
        except IntegrityError:
            for row in rows:
                point(row, field, keep)
    for model, field in loose_relations():
        loosely(model, field, lose).update(**{field.fk_field: keep.pk})
    lose.delete()


def point(row, field, keep) -> None:
    """Point one row at `keep`, or let it go up in the row that is there already."""
    try:
        with transaction.atomic():
            type(row)._base_manager.filter(pk=row.pk).update(**{field.name: keep})
    except IntegrityError:
        twin = twin_of(row, field, keep)
        if twin is None:
            what = type(row)._meta.verbose_name
            raise ValidationError(
                _("Both have a row of “%s” and only one may: settle that first.") % what
            ) from None
        absorb(twin, row)


# What one row may take over from its duplicate, where it says nothing itself.
FILLED = (
    "organisation", "honorific", "given_name", "email", "phone", "position", "unit", "gender",
    "seconded_from",
)  # fmt: skip


def fillings(keep: Person, lose: Person) -> dict[str, Any]:
    """What `keep` does not say and `lose` does: field -> value."""
    return {
        name: getattr(lose, name)
        for name in FILLED
        if not getattr(keep, name) and getattr(lose, name)
    }


def why_not(keep: Person, lose: Person) -> str:
    """Why these two cannot be merged, as a sentence; empty when they can."""
    if keep.pk == lose.pk:
        return _("This is the same entry twice.")
    if DataRequest.objects.filter(person__in=[keep, lose], kind=DataRequest.Kind.ERASED).exists():
        return _("One of them was erased: that entry stays as it is.")
    signs_in = [hasattr(person, "user") for person in (keep, lose)]
    if all(signs_in):
        return _(
            "Both sign in, so they cannot become one. Block the sign-in that is not used, and "
            "leave that entry as it is."
        )
    places = {keep.organisation_id, lose.organisation_id}
    if any(signs_in) and len(places - {None}) == 2:
        return _(
            "They belong to different organisations, and one of them signs in: what a sign-in may "
            "see hangs on its organisation. Set the organisation right first."
        )
    return ""


@transaction.atomic
def merge(keep: Person, lose: Person, *, by: User) -> Person:
    """Make one person of two: `keep` gets every row that points at `lose`, which goes.

    What was merged is kept as an internal comment, and in the history of both. Raises
    ValidationError with the reason, PermissionDenied unless `by` sees both and may merge.
    """
    people = Person.objects.visible_to(by).filter(pk__in=[keep.pk, lose.pk])
    if not by.has_perm("rocb.merge_person") or people.count() != len({keep.pk, lose.pk}):
        raise PermissionDenied
    found = Person.objects.select_for_update(of=("self",)).in_bulk(sorted([keep.pk, lose.pk]))
    keep, lose = found[keep.pk], found[lose.pk]
    if reason := why_not(keep, lose):
        raise ValidationError(reason)
    moved, filled, number = pointing_at(lose), fillings(keep, lose), lose.pk
    was = ", ".join(filter(None, (lose.full_name, lose.email, str(lose.organisation or ""))))
    with pgtrigger.ignore("rocb.Reminder:keep", "rocb.DataRequest:keep"):
        absorb(keep, lose)
    for name, value in filled.items():
        setattr(keep, name, value)
    others = Person.objects.with_email(keep.email).exclude(pk=keep.pk)
    keep.has_others_email = others.exists()
    keep.updated_by = by
    keep.save()
    moves = "; ".join(f"{label}: {count}" for label, count in moved) or "–"
    Comment.objects.create(
        content_type=ContentType.objects.get_for_model(keep),
        object_id=keep.pk,
        text=_("Merged with %(was)s (no. %(number)s). Moved: %(moves)s.")
        % {"was": was, "number": number, "moves": moves},
        is_internal=True,
        by=by,
    )
    return keep
