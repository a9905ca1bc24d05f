"""Missions of every phase, with the people on them."""

from datetime import timedelta

import pghistory
from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector, SearchVectorField
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from missions.models.choices import TEXT_LIMIT
from missions.workflow import (
    GONE,
    MISSION,
    PLACE,
    UNDER_WAY,
    WRITING,
    MissionStatus,
    PlaceStatus,
)
from programmes.models import Event, Programme
from rocb.languages import Language
from rocb.models import (
    Administration,
    DiagnosticArea,
    Framework,
    OfAdministrationQuerySet,
    Person,
    Record,
    StatusChange,
)
from rocb.models.base import UNTRACKED
from rocb.roles import Role

REPORT_TEXT = 12_000


class MissionQuerySet(OfAdministrationQuerySet):
    """Missions: of the own region or member, and those that somebody is on."""

    def visible_to(self, user):
        if user.is_superuser or user.role == Role.SECRETARIAT:
            return self
        seen = self.of_own(user)
        if user.has_perm("missions.view_mission") and user.person_id is not None:
            mine = TeamMember.objects.filter(person=user.person_id, status=PlaceStatus.ACCEPTED)
            seen |= Q(pk__in=mine.values("mission"))
        return self.filter(seen)

    def running(self):
        """Neither final nor over: somebody still has something to do for its report."""
        return self.filter(status__in=UNDER_WAY)

    def conducted(self, day):
        """Begun by `day` and not cancelled: what the office counts as a mission conducted."""
        return self.filter(status__in=GONE, starts_on__lte=day)

    def with_regional_experts(self):
        """Joined by an expert of a customs administration of the region."""
        joined = TeamMember.objects.filter(
            mission=models.OuterRef("pk"),
            status=PlaceStatus.ACCEPTED,
            origin=TeamMember.Origin.REGION,
        )
        return self.filter(models.Exists(joined))


@pghistory.track(exclude=[*UNTRACKED, "search"])
class Mission(Record):
    """A visit to one member under the Columbus Programme or another; phases I, II and III are one.

    What its team finds belongs to the office and the team until the draft report is sent; from then
    on the member reads it too. A phase III mission points at the one whose state it compares with.
    """

    class Phase(models.TextChoices):
        DIAGNOSTIC = "1", _("Phase I: diagnostic")
        PLANNING = "2", _("Phase II: planning")
        EVALUATION = "3", _("Phase III: evaluation")

    class Kind(models.TextChoices):
        FULL = "full", _("All seven areas")
        TARGETED = "targeted", _("Some areas")
        WORKSHOP = "workshop", _("Workshop")
        ADVICE = "advice", _("Expert advice")

    class Lead(models.TextChoices):
        SECRETARIAT = "secretariat", _("WCO Secretariat")
        OFFICE = "office", _("Regional office")

    administration = models.ForeignKey(
        Administration, models.PROTECT, verbose_name=_("member"), related_name="missions"
    )
    programme = models.ForeignKey(
        Programme,
        models.PROTECT,
        verbose_name=_("programme"),
        null=True,
        blank=True,
        related_name="missions",
    )
    phase = models.CharField(_("phase"), max_length=1, choices=Phase, default=Phase.DIAGNOSTIC)
    kind = models.CharField(_("kind"), max_length=12, choices=Kind, default=Kind.FULL)
    lead = models.CharField(_("led by"), max_length=12, choices=Lead, default=Lead.OFFICE)
    status = models.CharField(
        _("status"),
        max_length=16,
        choices=MissionStatus,
        default=MissionStatus.REQUESTED,
        editable=False,
    )
    starts_on = models.DateField(_("first day"), null=True, blank=True)
    ends_on = models.DateField(_("last day"), null=True, blank=True)
    framework = models.ForeignKey(
        Framework,
        models.PROTECT,
        verbose_name=_("edition of the standards"),
        null=True,
        blank=True,
        related_name="+",
    )
    areas = models.ManyToManyField(
        DiagnosticArea, verbose_name=_("areas"), blank=True, related_name="missions"
    )
    languages = ArrayField(
        models.CharField(max_length=8, choices=Language),
        verbose_name=_("languages"),
        default=list,
        blank=True,
    )
    officer = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        verbose_name=_("officer in charge"),
        null=True,
        blank=True,
        related_name="missions_in_charge",
    )
    event = models.ForeignKey(
        Event,
        models.SET_NULL,
        verbose_name=_("workshop it belongs to"),
        null=True,
        blank=True,
        related_name="missions",
    )
    before = models.ForeignKey(
        "self",
        models.PROTECT,
        verbose_name=_("compared with"),
        null=True,
        blank=True,
        related_name="evaluations",
        help_text=_("For phase III: the mission whose findings are the state before."),
    )
    objectives = models.TextField(_("why it is asked for"), max_length=TEXT_LIMIT, blank=True)
    terms = models.TextField(_("terms of reference"), max_length=REPORT_TEXT, blank=True)
    situation = models.TextField(_("situation"), max_length=REPORT_TEXT, blank=True)
    way_forward = models.TextField(_("way forward"), max_length=REPORT_TEXT, blank=True)
    debrief_on = models.DateField(_("debrief"), null=True, blank=True)
    debrief = models.TextField(_("what was said at the debrief"), max_length=TEXT_LIMIT, blank=True)
    assessed_at = models.DateTimeField(_("self-assessment sent"), null=True, editable=False)
    sent_at = models.DateTimeField(_("draft report sent"), null=True, editable=False)
    comments_due_on = models.DateField(_("comments due"), null=True, editable=False)
    final_on = models.DateField(_("final report"), null=True, editable=False)
    is_invented = models.BooleanField(_("demonstration data"), default=False, editable=False)
    search = models.GeneratedField(
        # Not the report's own text: a member may not even learn which words an unsent draft holds.
        expression=SearchVector("objectives", "terms", config="simple"),
        output_field=SearchVectorField(),
        db_persist=True,
    )

    objects = MissionQuerySet.as_manager()
    # Steps say the dates, and the versions of the report its text, to those who may read it.
    told_by_steps = (
        "sent_at",
        "comments_due_on",
        "final_on",
        "assessed_at",
        "situation",
        "way_forward",
        "debrief",
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(starts_on=None) | Q(ends_on__gte=F("starts_on")),
                name="mission_ends_after_it_starts",
                violation_error_message=_("The mission ends before it starts."),
            )
        ]
        indexes = [
            models.Index(fields=["administration", "-starts_on"], name="mission_of_member"),
            models.Index(fields=["starts_on"], name="mission_start"),
            models.Index(fields=["status", "ends_on"], name="mission_by_status"),
            GinIndex(fields=["search"], name="mission_search"),
        ]
        triggers = [MISSION.trigger()]
        permissions = [
            ("run_mission", "Take missions through their life"),
            ("request_mission", "Ask for a mission"),
            ("agree_terms", "Agree on terms of reference"),
            ("write_findings", "Write findings and recommendations"),
            ("assess_self", "Fill in the self-assessment"),
            ("comment_report", "Comment on a draft report"),
            ("view_heat_map", "See the heat map of the region"),
        ]

    def __str__(self):
        return self.called(self.administration.country_name, self.phase)

    @classmethod
    def called(cls, country: str, phase: str) -> str:
        """What a mission is called, by its country and its phase."""
        return f"{country}, {cls.Phase(phase).label}"

    def get_absolute_url(self):
        return reverse("missions:mission-detail", args=[self.pk])

    def allows(self, user, perm):
        if not user.has_perm(perm):
            return False
        if perm == "missions.write_findings" and user.is_member:
            # Members are written about: only who is on the team writes.
            return self.has_on_team(user)
        if user.may_work_for(self.administration):
            return True
        return perm in OF_TEAM and self.has_on_team(user)

    def has_on_team(self, user) -> bool:
        """Whether this reader has accepted a place on it."""
        return (
            user.person_id is not None
            and self.team.filter(person=user.person_id, status=PlaceStatus.ACCEPTED).exists()
        )

    def shows_unsent(self, user) -> bool:
        """Whether this reader follows the writing: the office, the team, the Secretariat."""
        return not user.is_member or self.has_on_team(user)

    def shows_findings(self, user) -> bool:
        """Members read what was found when the draft report is sent, not while it is written."""
        return self.sent_at is not None or self.shows_unsent(user)

    def shows_trail(self, user) -> bool:
        """Members do not read what hangs on a report that they have not been sent."""
        return self.shows_findings(user) or not self.has_begun

    @property
    def has_begun(self) -> bool:
        """Whether its team has been in the country, cancelled afterwards or not; up to one query."""
        if self.status != MissionStatus.CANCELLED:
            return self.status in GONE
        steps = StatusChange.objects.of(self)
        return steps.filter(target=MissionStatus.IN_COUNTRY).exists()

    @property
    def is_being_written(self) -> bool:
        return self.status in WRITING

    @property
    def is_evaluation(self) -> bool:
        return self.phase == self.Phase.EVALUATION

    @property
    def assessment_due_on(self):
        """Two weeks before the visit, so that the team can read it; none without a date."""
        return self.starts_on and self.starts_on - timedelta(days=14)


# What somebody on the team may do on a mission that is not of the own member or region.
OF_TEAM = frozenset(
    {"missions.view_mission", "missions.write_findings", "rocb.comment_shared", "rocb.add_file"}
)


class TeamMemberQuerySet(models.QuerySet):
    """Places on teams: seen by whoever sees the mission, and by the person asked."""

    def visible_to(self, user):
        seen = Mission.objects.visible_to(user).values("pk")
        return self.filter(Q(mission__in=seen) | Q(person=user.person_id, person__isnull=False))

    def holding(self):
        """Asked or accepted: who is, or may be, on the mission."""
        return self.filter(status__in=[PlaceStatus.ASKED, PlaceStatus.ACCEPTED])

    def accepted(self):
        return self.filter(status=PlaceStatus.ACCEPTED)

    def aggregate_places(self) -> dict[str, int]:
        """How many have not answered (`asked`), and how many lead (`leaders`)."""
        leads = Q(status=PlaceStatus.ACCEPTED, role=TeamMember.Role.LEADER)
        return self.aggregate(
            asked=models.Count("pk", filter=Q(status=PlaceStatus.ASKED)),
            leaders=models.Count("pk", filter=leads),
        )


@pghistory.track(exclude=UNTRACKED)
class TeamMember(Record):
    """One person's place on a mission. A declined or released place stays on record."""

    class Role(models.TextChoices):
        LEADER = "leader", _("Leader")
        EXPERT = "expert", _("Expert")
        OBSERVER = "observer", _("Observer")

    class Origin(models.TextChoices):
        REGION = "region", _("Region")
        SECRETARIAT = "secretariat", _("WCO Secretariat")
        DONOR = "donor", _("Donor")
        OFFICE = "office", _("Regional office")

    mission = models.ForeignKey(Mission, models.CASCADE, related_name="team")
    person = models.ForeignKey(
        Person, models.PROTECT, verbose_name=_("person"), related_name="mission_places"
    )
    role = models.CharField(_("as"), max_length=8, choices=Role, default=Role.EXPERT)
    origin = models.CharField(_("from"), max_length=12, choices=Origin, default=Origin.REGION)
    status = models.CharField(
        _("status"),
        max_length=8,
        choices=PlaceStatus,
        default=PlaceStatus.ASKED,
        editable=False,
    )
    reasons = models.TextField(_("why this person"), max_length=1000, blank=True)
    asked_at = models.DateTimeField(_("asked"), null=True, editable=False)
    answer_by = models.DateField(_("answer wanted by"), null=True, blank=True)
    answered_at = models.DateTimeField(_("answered"), null=True, editable=False)

    objects = TeamMemberQuerySet.as_manager()
    told_by_steps = ("asked_at", "answered_at")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["mission", "person"],
                condition=Q(status__in=["reserve", "asked", "accepted"]),
                name="one_place_on_a_mission",
            )
        ]
        indexes = [models.Index(fields=["person", "status"], name="places_of_person")]
        triggers = [PLACE.trigger()]
        permissions = [("answer_place", "Accept or decline a place on a mission")]

    def __str__(self):
        return f"{self.person.full_name}, {self.get_role_display()}"

    def get_absolute_url(self):
        return f"{reverse('missions:mission-detail', args=[self.mission_id])}?tab=team"

    def allows(self, user, perm):
        if user.has_perm(perm) and user.person_id == self.person_id:
            return perm == "missions.answer_place"
        return perm != "missions.answer_place" and self.mission.allows(user, perm)
