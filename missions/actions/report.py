"""The report of a mission: written in the field, sent, commented on, made final."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from missions.actions.missions import in_charge, news
from missions.models import Finding, Mission, Recommendation, ReportRemark, ReportVersion
from missions.report import anchors_of, content_of, digest_of
from missions.workflow import MISSION, WRITING, MissionStatus
from rocb.frozen import in_every_language
from rocb.models import User
from rocb.post import tell, users_of
from rocb.roles import Role
from rocb.workflow import StepRefused

COMMENTS_TAKE = timedelta(days=30)


def check_writing(mission: Mission, by) -> None:
    """Raise unless `by` may write findings and recommendations of this mission now."""
    if not mission.allows(by, "missions.write_findings"):
        raise PermissionDenied
    if mission.status not in WRITING:
        raise StepRefused(
            _("Nothing can be written while the mission is “%s”.") % mission.get_status_display()
        )


def next_numbers(mission: Mission) -> tuple[int, int]:
    """The next number of a finding, and of a recommendation (R…) among the member's own."""
    last = mission.findings.aggregate(n=Max("number"))["n"] or 0
    taken = Recommendation.objects.filter(
        administration=mission.administration_id, number__regex=r"^R\d+$"
    ).values_list("number", flat=True)
    return last + 1, max((int(number[1:]) for number in taken), default=0) + 1


@dataclass
class Note:
    """One thing written in the field, as its form validated it."""

    key: UUID
    kind: str  # finding | recommendation
    values: dict[str, Any] = field(default_factory=dict)


@transaction.atomic
def write_notes(mission: Mission, notes: Iterable[Note], *, by) -> dict[UUID, str]:
    """Store findings and recommendations; returns the number that each was given, by key.

    A key that is known already is left as it is and answered with its number: a message that was
    sent twice makes one record. Raises PermissionDenied, or StepRefused when writing is over.
    """
    mission = (
        Mission.objects.select_for_update(of=("self",))
        .select_related("administration")
        .get(pk=mission.pk)
    )
    check_writing(mission, by)
    notes = list(notes)
    keys = [note.key for note in notes]
    check_keys(mission, keys)
    given = numbers_given(mission, keys)
    finding, advice = next_numbers(mission)
    for note in notes:
        if note.key in given:
            continue
        if note.kind == "finding":
            record = Finding.objects.create(
                mission=mission,
                number=finding,
                key=note.key,
                created_by=by,
                updated_by=by,
                **note.values,
            )
            given[note.key], finding = str(record), finding + 1
        else:
            number = f"R{advice}"
            write_advice(mission, number, note, by)
            given[note.key], advice = number, advice + 1
    return given


def numbers_given(mission: Mission, keys: list[UUID]) -> dict[UUID, str]:
    """The numbers of those notes that are there already, by key."""
    findings = Finding.objects.filter(mission=mission, key__in=keys)
    advice = Recommendation.objects.filter(mission=mission, key__in=keys)
    return {one.key: str(one) for one in findings if one.key} | {
        one.key: one.number for one in advice if one.key
    }


def check_keys(mission: Mission, keys: list[UUID]) -> None:
    """Raise ValidationError for a key that a note of another mission has."""
    for model in (Finding, Recommendation):
        if model._base_manager.filter(key__in=keys).exclude(mission=mission).exists():
            raise ValidationError({"key": _("This key is in use elsewhere: choose another.")})


def write_advice(mission: Mission, number: str, note: Note, by) -> Recommendation:
    values = dict(note.values)
    standards, findings = values.pop("standards", []), values.pop("findings", [])
    row = Recommendation.objects.create(
        administration=mission.administration,
        mission=mission,
        number=number,
        key=note.key,
        source=str(mission)[:240],
        made_on=mission.ends_on or timezone.localdate(),
        created_by=by,
        updated_by=by,
        **values,
    )
    row.standards.set(standards)
    row.findings.set(findings)
    return row


@transaction.atomic
def rewrite(record: Finding | Recommendation, *, by):
    """Keep a change to a finding or a recommendation; returns the record.

    While a report is being written, what the member was sent stays as it was sent: the change waits
    for the next version. Everything else is changed at once.
    """
    mission = record.mission and Mission.objects.select_for_update(of=("self",)).get(
        pk=record.mission.pk
    )
    record.updated_by = by
    if mission is None or mission.status not in WRITING or not record.was_sent():
        record.rewritten = None
    else:
        sent = type(record)._base_manager.get(pk=record.pk)
        now, then = (
            {name: getattr(one, name) for name in record.waiting} for one in (record, sent)
        )
        record.rewritten = {name: now[name] for name in now if now[name] != then[name]} or None
        for name, value in then.items():
            setattr(record, name, value)
    record.save()
    return record


@transaction.atomic
def remove_finding(finding: Finding, *, by) -> None:
    """Strike a finding out while the report is being written.

    One that the member was sent goes with the next version.
    """
    check_writing(finding.mission, by)
    if not finding.was_sent():
        finding.delete()
        return
    finding = Finding.objects.select_for_update(of=("self",)).get(pk=finding.pk)
    finding.rewritten = {**(finding.rewritten or {}), "struck": True}
    finding.updated_by = by
    finding.save()


def bring_up(mission: Mission) -> None:
    """What was rewritten since the version before becomes what the member reads."""
    for model in (Finding, Recommendation):
        for row in model.objects.filter(mission=mission).exclude(rewritten=None):
            if row.as_written().is_struck:
                row.delete()
            else:
                row.rewritten = None
                row.save()


def freeze(mission: Mission, kind: str, by) -> ReportVersion:
    """Keep the report as it stands as the next version."""
    bring_up(mission)
    content = in_every_language(lambda: content_of(mission))
    last = mission.report_versions.aggregate(n=Max("number"))["n"] or 0
    return ReportVersion.objects.create(
        mission=mission,
        number=last + 1,
        kind=kind,
        content=content,
        sha256=digest_of(content),
        made_at=timezone.now(),
        made_by=by,
    )


@transaction.atomic
def send_report(
    mission: Mission, *, by, comment: str = "", comments_due_on: date | None = None
) -> Mission:
    """Send the draft to the member, who can comment until `comments_due_on` (30 days by default).

    Freezes a version. Raises StepRefused without a recommendation or a description of the situation.
    """
    mission = MISSION.take(mission, "send", by=by, comment=comment)
    if not mission.recommendations.exists():
        raise StepRefused(
            _("The report has no recommendation. Write at least one before it is sent.")
        )
    if not mission.situation.strip():
        raise StepRefused(_("The report does not describe the situation yet. Write that first."))
    today = timezone.localdate()
    due = comments_due_on or today + COMMENTS_TAKE
    if due <= today:
        raise ValidationError(
            {"comments_due_on": _("Choose a day after today, so that there is time to comment.")}
        )
    mission.comments_due_on = due
    mission.sent_at = mission.sent_at or timezone.now()
    mission.save(update_fields=["comments_due_on", "sent_at"])
    freeze(mission, ReportVersion.Kind.DRAFT, by)
    receivers = users_of(mission.administration, Role.COORDINATOR, Role.EXECUTIVE)
    news(mission, receivers, "report_sent", by, comment)
    return mission


@transaction.atomic
def finalise_report(mission: Mission, *, by, comment: str = "") -> Mission:
    """The report is final. Raises StepRefused while a comment of the member has no reply."""
    mission = MISSION.take(mission, "finalise", by=by, comment=comment)
    waiting = mission.remarks.filter(reply="").count()
    if waiting:
        raise StepRefused(
            ngettext(
                "%d comment of the member has no reply yet. Reply to it first.",
                "%d comments of the member have no reply yet. Reply to them first.",
                waiting,
            )
            % waiting
        )
    mission.final_on = timezone.localdate()
    mission.save(update_fields=["final_on"])
    freeze(mission, ReportVersion.Kind.FINAL, by)
    receivers = users_of(mission.administration, Role.COORDINATOR, Role.EXECUTIVE)
    today = timezone.localdate()
    receivers += User.objects.current(today).filter(role=Role.SECRETARIAT).select_related("person")
    news(mission, receivers, "report_final", by, comment)
    return mission


@transaction.atomic
def remark(version: ReportVersion, *, by, anchor: str, text: str) -> ReportRemark:
    """The member comments on one place of a draft; the officer is told once a day at the most.

    Raises StepRefused when the time for comments is over, ValidationError for an unknown place or an
    empty text.
    """
    mission = Mission.objects.select_for_update(of=("self",)).get(pk=version.mission_id)
    if not mission.allows(by, "missions.comment_report"):
        raise PermissionDenied
    if mission.status != MissionStatus.MEMBER_COMMENTS:
        raise StepRefused(
            _("Comments are not open: the report is “%s”.") % mission.get_status_display()
        )
    if anchor not in anchors_of(version.content):
        raise ValidationError({"anchor": _("There is no such place in this version.")})
    if not text.strip():
        raise ValidationError({"text": _("Please write something first.")})
    made = ReportRemark.objects.create(
        mission=mission,
        version=version,
        anchor=anchor,
        text=text.strip(),
        created_by=by,
        updated_by=by,
    )
    tell_of_remarks(mission, by)
    return made


def tell_of_remarks(mission: Mission, by) -> None:
    """One mail a day about comments, however many are written."""
    tell(
        in_charge(mission),
        "report_remarked",
        f"report_remarked:{mission.pk}:{timezone.localdate().isoformat()}",
        about=mission,
        administration=mission.administration,
        by=by,
        path=f"{mission.get_absolute_url()}?tab=report",
    )


@transaction.atomic
def reply(made: ReportRemark, *, by, text: str) -> ReportRemark:
    """The office answers a comment of the member."""
    made = ReportRemark.objects.select_for_update(of=("self",)).get(pk=made.pk)
    if not made.mission.allows(by, "missions.run_mission"):
        raise PermissionDenied
    if not text.strip():
        raise ValidationError({"reply": _("Please write something first.")})
    made.reply, made.replied_by, made.updated_by = text.strip(), by, by
    made.save()
    return made
