"""One of everything, so that every address of the portal has a record behind it."""

from datetime import timedelta

from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import NoReverseMatch, URLPattern, URLResolver, get_resolver, reverse
from django.utils import timezone

from missions import actions
from missions.models import Absence, MatrixUpload, MissionImport, PlanImport, ReportVersion
from missions.report import content_of, digest_of
from rocb.invitations import invite
from rocb.models import Framework, Mail, ReminderPause
from rocb.roles import Role
from rocb.trail import add_file
from tests.factories.missions import (
    ActionFactory,
    ActionPlanFactory,
    AgendaItemFactory,
    DiagnosticAreaFactory,
    ExpertFactory,
    FindingFactory,
    MissionFactory,
    RecommendationFactory,
    TeamMemberFactory,
)
from tests.factories.programmes import EventFactory, ProgrammeFactory
from tests.factories.rocb import PersonFactory
from tests.worlds import accounts, assist, donors, evaluation, ground, nominations, operation, refer
from tests.worlds.circulars import circulars_world
from tests.worlds.library import library_world

# Pages of libraries that we keep: what they ask for is told by their own tests.
NOT_OURS = ("account_", "mfa_", "usersessions_")


def addresses() -> list[str]:
    """The full name of every address of our own."""
    found = []

    def walk(patterns, space):
        for pattern in patterns:
            if isinstance(pattern, URLResolver):
                below = f"{space}{pattern.namespace}:" if pattern.namespace else space
                walk(pattern.url_patterns, below)
            elif isinstance(pattern, URLPattern) and pattern.name:
                found.append(f"{space}{pattern.name}")

    walk(get_resolver().url_patterns, "")
    return [name for name in dict.fromkeys(found) if not name.startswith(NOT_OURS)]


def missions_of(cast: dict) -> dict[str, dict]:
    """A mission that gathers its team, and one whose draft report is with the member."""
    member, officer = cast["member"], cast["officer"]
    DiagnosticAreaFactory()
    Framework.objects.update(is_default=True)
    expert = ExpertFactory(person=PersonFactory(organisation=cast["office"]), administration=None)
    away = Absence.objects.create(
        expert=expert, from_on=timezone.localdate(), until_on=timezone.localdate()
    )
    early = MissionFactory(administration=member, status="accepted", terms="See the ports.")
    late = MissionFactory(
        administration=member,
        status="member_comments",
        sent_at=timezone.now(),
        comments_due_on=timezone.localdate(),
        situation="Paper everywhere.",
    )
    place = TeamMemberFactory(mission=early, person=expert.person, status="asked")
    finding = FindingFactory(mission=late)
    RecommendationFactory(administration=member, mission=late)
    content = content_of(late)
    version = ReportVersion.objects.create(
        mission=late,
        number=1,
        kind="draft",
        content=content,
        sha256=digest_of(content),
        made_at=timezone.now(),
        made_by=officer,
    )
    remark = actions.remark(version, by=cast["coordinator"], anchor="situation-1", text="No.")
    upload = MissionImport.objects.create(
        mission=late, name="f.xlsx", sha256="", by=officer, content={"rows": [], "kind": "notes"}
    )
    item = AgendaItemFactory(mission=late)
    return {
        "missions:expert-": {"pk": expert.pk},
        "missions:expert-list": {},
        "missions:expert-create": {},
        "missions:expert-award": {},
        "missions:expert-mine": {},
        "missions:certification-create": {"pk": expert.pk},
        "missions:certification-": {"pk": expert.certifications.get().pk},
        "missions:absence-create": {"pk": expert.pk},
        "missions:absence-delete": {"pk": away.pk},
        "missions:mission-list": {},
        "missions:mission-create": {},
        "missions:mission-": {"pk": late.pk},
        "missions:mission-team": {"pk": early.pk},
        "missions:mission-terms": {"pk": early.pk},
        "missions:mission-step": {"pk": early.pk, "step": "cancel"},
        "missions:place-step": {"pk": place.pk, "step": "release"},
        "missions:place-mission": {"pk": place.pk},
        "missions:place-answer": {"token": "unknown"},
        "missions:agenda-create": {"pk": late.pk},
        "missions:agenda-": {"pk": item.pk},
        "missions:assessment": {"pk": early.pk},
        "missions:team-view": {"pk": late.pk},
        "missions:notes-workbook": {"pk": late.pk},
        "missions:field-import": {"pk": late.pk},
        "missions:field-import-preview": {"pk": late.pk, "upload": upload.pk},
        "missions:finding-": {"pk": finding.pk},
        "missions:report-preview": {"pk": late.pk},
        "missions:report-version": {"pk": late.pk, "number": 1},
        "missions:report-file": {"pk": late.pk, "number": 1, "kind": "docx"},
        "missions:remark-reply": {"pk": remark.pk},
        "api:missions-": {"pk": late.pk},
        "api:missions-step": {"pk": early.pk, "step": "cancel"},
        "api:experts-": {"pk": expert.pk},
        "api:findings-": {"pk": finding.pk},
    }


def furnish(cast: dict) -> dict[str, dict]:
    """Make the records; returns what each kind of address takes, by the beginning of its name."""
    member, coordinator, officer = cast["member"], cast["coordinator"], cast["officer"]
    matrix, plan = cast["matrix"], cast["plan"]
    action = plan.actions.first()
    extension = actions.request_extension(
        action,
        by=coordinator,
        new_due_on=action.current_due_on + timedelta(days=30),
        reason="Flood",
    )
    draft = ActionPlanFactory(administration=member, status="draft", title="Next plan")
    drafted = ActionFactory(plan=draft)
    advice = RecommendationFactory(administration=member)
    file = add_file(matrix, SimpleUploadedFile("letter.txt", b"Dear Sir"), by=coordinator)
    invitation = invite(
        by=coordinator,
        email="new@example.org",
        family_name="New",
        role=Role.CONTRIBUTOR,
        organisation=member,
    )
    pause = ReminderPause.objects.create(
        administration=member, reason="Cyclone", from_on=timezone.localdate(), by=officer
    )
    mail = Mail.objects.filter(administration=member).first()
    library = library_world(cast)
    programme = ProgrammeFactory()
    donor = cast["donor"].person.organisation
    upload = MatrixUpload.objects.create(
        matrix=matrix, name="m.xlsx", sha256="", by=coordinator, content={"rows": [], "notes": []}
    )
    plan_import = PlanImport.objects.create(
        administration=member, name="p.xlsx", sha256="", by=coordinator,
        content={"rows": [], "notes": [], "title": "p"},
    )  # fmt: skip
    event = EventFactory(office=cast["office"], status="announced")
    idea = EventFactory(office=cast["office"])
    return {
        **ground.furnish(cast),
        **refer.furnish(cast),
        **missions_of(cast),
        **accounts.furnish(cast),
        **assist.furnish(cast),
        **donors.furnish(cast),
        **operation.furnish(cast),
        **evaluation.furnish(cast),
        **nominations.furnish(cast),
        "missions:plan-board": {"pk": draft.pk},
        "programmes:event-": {"pk": event.pk},
        "programmes:event-list": {},
        "programmes:event-create": {},
        "programmes:event-step": {"pk": idea.pk, "step": "plan"},
        "api:events-": {"pk": event.pk},
        "api:events-step": {"pk": idea.pk, "step": "plan"},
        "reports:figures": {},
        "reports:figures-json": {},
        "missions:plan-import-preview": {"pk": plan_import.pk},
        "missions:matrix-upload-preview": {"pk": matrix.pk, "upload": upload.pk},
        "missions:plan-import": {},
        "missions:plan-list": {},
        "missions:plan-create": {},
        "member-list": {},
        "member": {"iso2": member.iso2.lower()},
        "missions:recommendation-": {"pk": advice.pk},
        "missions:plan-edit": {"pk": draft.pk},
        "missions:plan-step": {"pk": draft.pk, "step": "submit"},
        "missions:plan-": {"pk": plan.pk},
        "missions:action-create": {"pk": draft.pk},
        "missions:action-edit": {"pk": drafted.pk},
        "missions:action-": {"pk": action.pk},
        "missions:extension-step": {"pk": extension.pk, "step": "approve"},
        "missions:extension-": {"pk": extension.pk},
        "missions:cycle-step": {"pk": matrix.cycle_id, "step": "close"},
        "missions:cycle-": {"pk": matrix.cycle_id},
        "missions:matrix-step": {"pk": matrix.pk, "step": "submit"},
        "missions:matrix-": {"pk": matrix.pk},
        "programmes:": {"pk": programme.pk},
        "donors:": {"pk": donor.pk},
        **library,
        **circulars_world(cast),
        "api:members-": {"pk": member.pk},
        "api:programmes-": {"pk": programme.pk},
        "api:recommendations-": {"pk": advice.pk},
        "api:plans-step": {"pk": draft.pk, "step": "submit"},
        "api:plans-": {"pk": plan.pk},
        "api:actions-": {"pk": action.pk},
        "api:extensions-step": {"pk": extension.pk, "step": "approve"},
        "api:extensions-": {"pk": extension.pk},
        "api:cycles-step": {"pk": matrix.cycle_id, "step": "close"},
        "api:cycles-": {"pk": matrix.cycle_id},
        "api:matrices-step": {"pk": matrix.pk, "step": "submit"},
        "api:matrices-": {"pk": matrix.pk},
        "api:donors-": {"pk": donor.pk},
        "comment-add": {"label": "missions.matrix", "pk": matrix.pk},
        "file-add": {"label": "missions.matrix", "pk": matrix.pk},
        "file": {"pk": file.pk},
        "office-settings": {"pk": cast["office"].pk},
        "office-person": {"pk": cast["person"].pk},
        "office-user": {"pk": cast["contributor"].pk},
        "my-user": {"pk": cast["contributor"].pk},
        "office-invitation": {"pk": invitation.pk},
        "my-invitation": {"pk": invitation.pk},
        "office-mail": {"pk": mail.pk},
        "office-pause-end": {"pk": pause.pk},
        "invitation": {"token": "unknown"},
    }


def arguments(name: str, world: dict[str, dict]) -> dict:
    """What the address of this name takes: by the longest beginning that is known."""
    known = [start for start in world if name.startswith(start)]
    return world[max(known, key=len)] if known else {}


def address(name: str, world: dict[str, dict]) -> str:
    """The address of this name, with a record behind it where it takes one."""
    try:
        return reverse(name, kwargs=arguments(name, world))
    except NoReverseMatch:
        return reverse(name)
