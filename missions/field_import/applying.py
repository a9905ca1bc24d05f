"""What the rows would do, and doing it."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from missions.actions.report import Note, check_writing, write_notes
from missions.field_import.reading import key_of
from missions.models import Assessment, Finding, Mission, MissionImport, Recommendation
from missions.workflow import MissionStatus
from rocb.workflow import StepRefused


def states(record: MissionImport) -> list[tuple[dict[str, Any], str]]:
    """(row, wrong | new | unchanged) as things stand now; three queries."""
    rows = record.content["rows"]
    keys = {key_of(record, row) for row in rows if row["values"].get("text")}
    known = set(Finding.objects.filter(key__in=keys).values_list("key", flat=True))
    known |= set(Recommendation.objects.filter(key__in=keys).values_list("key", flat=True))
    own = {row.area_id: row for row in record.mission.assessments.all()}
    found = []
    for row in rows:
        if row["problems"]:
            state = "wrong"
        elif row["kind"] == "assessment":
            mine = own.get(row["values"]["area"])
            same = mine and all(
                getattr(mine, name) == row["values"].get(name, getattr(mine, name))
                for name in ("level", "situation", "needs")
            )
            state = "unchanged" if same else "new"
        else:
            state = "unchanged" if key_of(record, row) in known else "new"
        found.append((row, state))
    return found


@transaction.atomic
def apply(record: MissionImport, *, by, take_good: bool = False) -> int:
    """Store what is new; returns how many rows. Raises StepRefused while rows are wrong and
    `take_good` is off, or when the mission is closed to them; PermissionDenied."""
    record = MissionImport.objects.select_for_update(of=("self",)).get(pk=record.pk)
    rows = states(record)
    wrong = sum(state == "wrong" for _row, state in rows)
    if wrong and not take_good:
        raise StepRefused(
            ngettext(
                "%d row is wrong. Correct the file, or take the good rows without it.",
                "%d rows are wrong. Correct the file, or take the good rows without them.",
                wrong,
            )
            % wrong
        )
    new = [row for row, state in rows if state == "new"]
    notes = [
        Note(key_of(record, row), row["kind"], stored(row))
        for row in new
        if row["kind"] != "assessment"
    ]
    if notes:
        write_notes(record.mission, notes, by=by)
    levels = [row for row in new if row["kind"] == "assessment"]
    if levels:
        store_levels(record.mission, levels, by=by)
    record.applied_at = record.applied_at or timezone.now()
    record.save(update_fields=["applied_at"])
    return len(new)


def stored(row: dict[str, Any]) -> dict[str, Any]:
    values = dict(row["values"])
    values["area_id"] = values.pop("area")
    return values


def may_assess(mission: Mission, user) -> bool:
    """The member assesses itself until the visit begins."""
    before = (
        MissionStatus.REQUESTED,
        MissionStatus.ACCEPTED,
        MissionStatus.TEAM_SELECTED,
        MissionStatus.TERMS_AGREED,
    )
    return mission.status in before and mission.allows(user, "missions.assess_self")


def store_levels(mission: Mission, rows: list[dict[str, Any]], *, by) -> None:
    """The member's view of some areas. Raises PermissionDenied, or StepRefused after the visit."""
    if not mission.allows(by, "missions.assess_self"):
        raise PermissionDenied
    if not may_assess(mission, by):
        raise StepRefused(_("The visit has begun: the self-assessment is kept as it is."))
    for row in rows:
        values = {
            k: row["values"][k] for k in ("level", "situation", "needs") if k in row["values"]
        }
        Assessment.objects.update_or_create(
            mission=mission,
            area_id=row["values"]["area"],
            defaults={**values, "updated_by": by},
            create_defaults={**values, "created_by": by, "updated_by": by},
        )


def check_may(mission: Mission, kinds: tuple[str, ...], by) -> None:
    """Raise unless `by` may bring rows of these kinds into the mission now."""
    if kinds == ("assessment",):
        if not mission.allows(by, "missions.assess_self"):
            raise PermissionDenied
        if not may_assess(mission, by):
            raise StepRefused(_("The visit has begun: the self-assessment is kept as it is."))
    else:
        check_writing(mission, by)
