"""Missions: the register, and one mission."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from missions.filters import MissionFilter
from missions.models import Mission
from missions.views.mission_parts import PLACE_TONES, advice_of, assessments, by_area, comparison
from missions.views.plans import member_can_see
from missions.workflow import ENDED, GATHERING, MISSION, PLACE, MissionStatus, PlaceStatus
from rocb import markup
from rocb.languages import names_of
from rocb.panels import panels_on
from rocb.roles import Role
from rocb.views.house import Column, DetailPage, ListPage

MISSION_PAGE = "missions:mission-detail"


class MissionList(ListPage):
    perm = "missions.view_mission"
    model = Mission
    title = gettext_lazy("Missions")
    filterset_class = MissionFilter
    ordering = ("-starts_on", "-pk")
    columns = (
        Column("member", gettext_lazy("Member"), "administration__country_name", link=MISSION_PAGE),
        Column("phase", gettext_lazy("Phase"), choices=Mission.Phase),
        Column("starts", gettext_lazy("First day"), "starts_on", kind="day"),
        Column("ends", gettext_lazy("Last day"), "ends_on", kind="day"),
        Column("lead", gettext_lazy("Led by"), choices=Mission.Lead),
        Column("programme", gettext_lazy("Programme"), "programme__acronym"),
        Column("status", gettext_lazy("Status"), kind="tag", choices=MissionStatus),
    )
    empty = {
        "title": gettext_lazy("No mission yet"),
        "text": gettext_lazy("A mission begins with a request; it is listed from then on."),
    }

    @property
    def create(self):
        if self.request.user.has_perm("missions.request_mission"):
            return (
                "missions.request_mission",
                "missions:mission-create",
                _("Ask for a mission"),
            )
        return ("missions.change_mission", "missions:mission-create", _("New mission"))

    def count_label(self, count):
        return ngettext("%d mission", "%d missions", count) % count


class MissionRecord:
    """What every page of one mission shares."""

    model = Mission

    def queryset(self):
        missions = super().queryset()
        return missions.select_related(
            "administration", "programme", "framework", "officer__person", "event"
        )

    def breadcrumbs(self):
        trail = [(_("Missions"), reverse("missions:mission-list"))]
        record = getattr(self, "record", None)
        return [*trail, (str(record), record.get_absolute_url())] if record else trail


class MissionDetail(MissionRecord, DetailPage):
    perm = "missions.view_mission"
    template_name = "missions/mission_detail.html"
    kicker = gettext_lazy("Mission")
    workflow = MISSION
    step_url = "missions:mission-step"

    def tab_names(self):
        return [
            ("", _("Mission")),
            ("team", _("Team")),
            ("visit", _("Visit")),
            ("findings", _("Findings and advice")),
            ("report", _("Report")),
            ("past", _("History, comments, files")),
        ]

    def links(self, mission):
        user, found = self.request.user, []
        is_open = mission.status not in ENDED

        def offer(perm, label, name):
            if mission.allows(user, perm):
                found.append((label, reverse(f"missions:{name}", args=[mission.pk])))

        if is_open and self.tab == "":
            offer("missions.change_mission", _("Edit"), "mission-edit")
            offer("missions.change_mission", _("Terms of reference"), "mission-terms")
        if self.tab == "team" and mission.status in GATHERING:
            offer("missions.run_mission", _("Find people"), "mission-team")
        if self.tab == "visit" and is_open:
            offer("missions.change_mission", _("Add an appointment"), "agenda-create")
            if mission.status not in (MissionStatus.REQUESTED,):
                offer("missions.assess_self", _("Self-assessment"), "assessment")
        if self.tab in ("findings", "report") and mission.is_being_written:
            offer("missions.write_findings", _("Write in the field"), "mission-field")
            offer("missions.write_findings", _("Text of the report"), "mission-text")
            offer("missions.write_findings", _("The team's levels"), "team-view")
            if self.tab == "findings":
                offer("missions.write_findings", _("Import"), "field-import")
        return found

    def facts(self, mission):
        member, officer = mission.administration, mission.officer
        areas = ", ".join(str(area) for area in mission.areas.all())
        return [
            # An expert knows the member of a mission, and has no page about it.
            (
                _("Member"),
                member.country_name
                if self.request.user.role == Role.EXPERT
                else markup.link(member.country_name, member.get_absolute_url()),
            ),
            (_("Dates"), markup.days(mission.starts_on, mission.ends_on)),
            (_("Kind"), mission.get_kind_display()),
            (_("Led by"), mission.get_lead_display()),
            (_("Programme"), mission.programme),
            (_("Workshop"), linked(mission.event)),
            (_("Areas"), areas or _("all seven")),
            (_("Languages"), names_of(mission.languages)),
            (_("Edition of the standards"), mission.framework),
            (_("Officer in charge"), officer and officer.full_name),
            (_("Compared with"), linked(mission.before)),
            (_("Comments wanted by"), markup.weekday(mission.comments_due_on)),
            (_("Final report"), markup.day(mission.final_on)),
        ]

    def chain(self, mission):
        self.advice = []
        if mission.shows_findings(self.request.user):
            self.advice = list(advice_of(mission, self.request.user))
        plans = mission.plans.visible_to(self.request.user).order_by("pk")
        at = f"{mission.get_absolute_url()}?tab=findings"
        counted = ngettext("%d recommendation", "%d recommendations", len(self.advice))
        return [
            (_("Mission"), [(mission.get_phase_display(), "")], True),
            (
                _("Recommendations"),
                [(counted % len(self.advice), at)] if self.advice else [],
                False,
            ),
            (_("Action plan"), [(plan.title, plan.get_absolute_url()) for plan in plans], False),
        ]

    def who_can_see(self, mission):
        return [
            *member_can_see(mission.administration),
            _("The people on the team"),
            _("Findings and recommendations: the member only when the draft report is sent"),
        ]

    def details(self, mission):
        more = {
            "": self.first_part,
            "team": self.team_part,
            "visit": self.visit_part,
            "findings": self.findings_part,
            "report": self.report_part,
        }.get(self.tab)
        return {"mission": mission, **(more(mission) if more else {})}

    def first_part(self, mission):
        return {
            "lead": mission.objectives,
            "terms": mission.terms,
            "panels": panels_on("mission", self.request.user, mission),
            "comparison": comparison(mission, self.request.user),
            "evaluations": [
                {"text": str(one), "url": one.get_absolute_url(), "by": markup.day(one.starts_on)}
                for one in Mission.objects.visible_to(self.request.user)
                .filter(before=mission)
                .select_related("administration")
            ],
        }

    def team_part(self, mission):
        user = self.request.user
        places = mission.team.select_related("person__organisation", "mission__administration")
        if not (mission.allows(user, "missions.run_mission") or user.role == Role.SECRETARIAT):
            places = places.filter(status=PlaceStatus.ACCEPTED)
        return {
            "places": [
                {
                    "name": place.person.full_name,
                    "from": place.person.organisation,
                    "role": place.get_role_display(),
                    "status": place.get_status_display(),
                    "tone": PLACE_TONES[place.status],
                    "reasons": place.reasons,
                    "answer_by": markup.weekday(place.answer_by)
                    if place.status == PlaceStatus.ASKED
                    else "",
                    "steps": [
                        (step.label, reverse("missions:place-step", args=[place.pk, step.name]))
                        for step in PLACE.open_to(place, user)
                        if step.name in ("ask", "release")
                    ],
                }
                for place in places.order_by("status", "-role", "pk")
            ],
            "has_open_place": mission.status in GATHERING,
        }

    def visit_part(self, mission):
        may_edit = (
            mission.allows(self.request.user, "missions.change_mission")
            and mission.status not in ENDED
        )
        return {
            "agenda": [
                {
                    "day": markup.weekday(item.on),
                    "time": " – ".join(
                        f"{at:%H:%M}" for at in (item.begins_at, item.ends_at) if at
                    ),
                    "item": item,
                    "edit_url": reverse("missions:agenda-edit", args=[item.pk]) if may_edit else "",
                    "delete_url": reverse("missions:agenda-delete", args=[item.pk])
                    if may_edit
                    else "",
                }
                for item in mission.agenda.all()
            ],
            "assessments": assessments(mission, self.request.user),
            "assessed": markup.moment(mission.assessed_at),
            "assessment_due": markup.weekday(mission.assessment_due_on),
        }

    def findings_part(self, mission):
        user = self.request.user
        if not mission.shows_findings(user):
            return {"is_hidden": True}
        may_write = mission.is_being_written and mission.allows(user, "missions.write_findings")
        return {
            "areas": by_area(mission, self.advice, may_write, user),
            "may_write": may_write,
        }

    def report_part(self, mission):
        user = self.request.user
        may_preview = mission.allows(user, "missions.write_findings")
        remarks = mission.remarks.visible_to(user)
        return {
            "versions": [
                {
                    "text": str(version),
                    "url": version.get_absolute_url(),
                    "by": markup.moment(version.made_at),
                    "tag": version.get_kind_display(),
                    "tone": "ok" if version.kind == "final" else "info",
                }
                for version in mission.report_versions.visible_to(user).order_by("-number")
            ],
            "preview_url": reverse("missions:report-preview", args=[mission.pk])
            if may_preview
            else "",
            "waiting": remarks.filter(reply="").count(),
        }


def linked(record):
    return record and markup.link(record, record.get_absolute_url())
