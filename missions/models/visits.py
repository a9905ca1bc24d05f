"""A visit day by day, and the seven areas as they were seen on it."""

from django.core.validators import MaxValueValidator
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from missions.models.choices import TEXT_LIMIT, Level
from missions.models.missions import Mission
from rocb.models import (
    DiagnosticArea,
    Record,
)
from rocb.models.base import Appointment, ends_after_it_starts


class AgendaItem(Appointment):
    """One appointment of a visit: when, where, and the people to meet."""

    mission = models.ForeignKey(Mission, models.CASCADE, related_name="agenda")
    place = models.CharField(_("where"), max_length=160, blank=True)
    people = models.TextField(
        _("people to meet"),
        max_length=1000,
        blank=True,
        help_text=_("Name and position, one a line."),
    )

    class Meta(Appointment.Meta):
        constraints = [ends_after_it_starts("appointment_ends_after_it_starts")]

    def get_absolute_url(self):
        return f"{reverse('missions:mission-detail', args=[self.mission_id])}?tab=visit"


class Assessment(Record):
    """One of the seven areas on one mission: the member's own view first, then the team's.

    The team's level is the state that a later evaluation calls “before”; each mission has its own
    rows, so nothing that comes later can overwrite it.
    """

    mission = models.ForeignKey(Mission, models.CASCADE, related_name="assessments")
    area = models.ForeignKey(DiagnosticArea, models.PROTECT, related_name="assessments")
    level = models.PositiveSmallIntegerField(
        _("own level"), choices=Level, null=True, blank=True, validators=[MaxValueValidator(4)]
    )
    situation = models.TextField(_("where we stand"), max_length=TEXT_LIMIT, blank=True)
    needs = models.TextField(_("what we need"), max_length=TEXT_LIMIT, blank=True)
    team_level = models.PositiveSmallIntegerField(
        _("team's level"), choices=Level, null=True, blank=True, validators=[MaxValueValidator(4)]
    )
    team_note = models.TextField(_("team's note"), max_length=TEXT_LIMIT, blank=True)

    class Meta:
        ordering = ["area__number"]
        constraints = [
            models.UniqueConstraint(fields=["mission", "area"], name="area_once_on_a_mission")
        ]

    def __str__(self):
        return f"{self.mission_id} {self.area_id}"
