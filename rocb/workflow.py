"""One door for states.

A status moves only through a declared table of steps. The buttons on a page and the verbs of the
API come from the same table; `pgtrigger.FSM`, built from it too, holds raw SQL to it as well.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import pgtrigger
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.module_loading import import_string
from django.utils.translation import gettext as _

from rocb.models.trail import StatusChange


class StepRefused(Exception):
    """The step cannot be taken now. The message is a sentence for the person who tried."""


class UnknownStep(LookupError):
    """No such step in this workflow: an address nobody was given. Pages answer 404."""


@dataclass(frozen=True, slots=True)
class Step:
    """One arrow: `name` from any of `sources` to `target`, for whoever holds `perm`.

    `action` names the function that takes the step with its consequences, as a dotted path:
    `action(record, *, by, comment, **extra)`. Without it the step is the change of status alone.
    """

    name: str
    label: Any
    sources: tuple[str, ...]
    target: str
    perm: str
    needs_comment: bool = False
    action: str = ""
    tone: str = "primary"
    is_offered: bool = True


class Workflow:
    """The steps of one kind of record, keyed by name."""

    def __init__(self, *steps: Step, field: str = "status") -> None:
        self.field = field
        self.steps = {step.name: step for step in steps}
        if len(self.steps) != len(steps):
            raise ValueError("A step name stands twice in one workflow.")

    def __iter__(self) -> Iterator[Step]:
        return iter(self.steps.values())

    def step(self, name: str) -> Step:
        """The step called `name`; raises UnknownStep."""
        try:
            return self.steps[name]
        except KeyError:
            raise UnknownStep(name) from None

    def open_to(self, record, user) -> list[Step]:
        """The steps that `user` may take on `record` as it stands: the buttons of its page."""
        status = getattr(record, self.field)
        return [
            step
            for step in self
            if step.is_offered and status in step.sources and record.allows(user, step.perm)
        ]

    def perform(self, record, name: str, *, by, comment: str = "", **extra):
        """Take the step with its consequences; returns the record. Raises like `take`."""
        step = self.step(name)
        if step.action:
            return import_string(step.action)(record, by=by, comment=comment, **extra)
        return self.take(record, name, by=by, comment=comment)

    @transaction.atomic
    def take(self, record, name: str, *, by, comment: str = "", by_link: bool = False):
        """Move the status, and nothing else, under a lock on the row; returns the locked record.

        `by_link` says that a signed link has shown the right to it: then `by` is None. Raises
        UnknownStep, PermissionDenied, or StepRefused when the status has moved meanwhile or a
        comment is missing. Other unsaved changes of `record` are not kept.
        """
        step = self.step(name)
        locked = type(record)._base_manager.select_for_update(of=("self",)).get(pk=record.pk)
        if not by_link and not locked.allows(by, step.perm):
            raise PermissionDenied
        source = getattr(locked, self.field)
        if source not in step.sources:
            raise StepRefused(self.refusal(locked, step))
        if step.needs_comment and not comment.strip():
            raise StepRefused(_("Please write a comment: it is what the other side will read."))
        setattr(locked, self.field, step.target)
        locked.updated_by = by
        locked.save(update_fields=[self.field, "updated_by", "updated_at"])
        StatusChange.objects.create(
            content_type=ContentType.objects.get_for_model(locked),
            object_id=locked.pk,
            step=name,
            source=source,
            target=step.target,
            by=by,
            comment=comment.strip(),
        )
        return locked

    def refusal(self, record, step: Step) -> str:
        """Why `step` is not open, in words: usually that somebody else was quicker."""
        now = getattr(record, f"get_{self.field}_display")()
        return _(
            "“%(step)s” is not possible any more: the status is now “%(status)s”. "
            "Somebody may have changed it while you were reading."
        ) % {"step": step.label, "status": now}

    def trigger(self, name: str = "steps") -> pgtrigger.FSM:
        """The same table as a database trigger, for the model's Meta.triggers."""
        arrows = {(source, step.target) for step in self for source in step.sources}
        return pgtrigger.FSM(
            name=name,
            field=self.field,
            transitions=sorted(arrow for arrow in arrows if arrow[0] != arrow[1]),
        )


def changes_of(records: Iterable) -> dict[int, list[StatusChange]]:
    """The steps of several records of one kind, by id, oldest first; one query."""
    records = list(records)
    found: dict[int, list[StatusChange]] = {record.pk: [] for record in records}
    if records:
        kind = ContentType.objects.get_for_model(records[0])
        rows = StatusChange.objects.filter(content_type=kind, object_id__in=found)
        for row in rows.select_related("by__person").order_by("at", "id"):
            found[row.object_id].append(row)
    return found
