"""Files that were read but not yet applied: what stands between an upload and its preview."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from missions.models.cycles import Matrix
from missions.models.missions import Mission
from missions.models.plans import ActionPlan
from rocb.models import Administration, OfAdministrationQuerySet


class ReadFile(models.Model):
    """A file somebody sent in. `content` is what was read from it; nothing is applied by reading."""

    name = models.CharField(_("file"), max_length=240)
    sha256 = models.CharField(max_length=64)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField(_("sent in"), auto_now_add=True)
    applied_at = models.DateTimeField(_("applied"), null=True)
    content = models.JSONField()

    objects = OfAdministrationQuerySet.as_manager()

    class Meta:
        abstract = True

    def __str__(self):
        return self.name


class MatrixUploadQuerySet(OfAdministrationQuerySet):
    """Uploaded workbooks, seen by whoever sees the matrix."""

    path = "matrix__administration"


class MatrixUpload(ReadFile):
    """A matrix workbook that was uploaded, waiting for its preview to be applied."""

    matrix = models.ForeignKey(Matrix, models.CASCADE, related_name="uploads")

    objects = MatrixUploadQuerySet.as_manager()


class PlanImport(ReadFile):
    """A workbook or CSV file with actions, waiting for its preview to be applied."""

    administration = models.ForeignKey(Administration, models.CASCADE, related_name="plan_imports")
    plan = models.ForeignKey(ActionPlan, models.CASCADE, null=True, related_name="imports")


class MissionImportQuerySet(OfAdministrationQuerySet):
    """Files with what was written in the field, seen by whoever sent them in."""

    path = "mission__administration"

    def visible_to(self, user):
        seen = Mission.objects.visible_to(user).values("pk")
        return self.filter(mission__in=seen)


class MissionImport(ReadFile):
    """A workbook with findings, recommendations or a self-assessment, waiting for its preview."""

    mission = models.ForeignKey(Mission, models.CASCADE, related_name="imports")

    objects = MissionImportQuerySet.as_manager()
