from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class MissionsConfig(AppConfig):
    """Pillar 1: SAFE Framework and Columbus Programme."""

    name = "missions"
    verbose_name = _("Missions")
