from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ReportsConfig(AppConfig):
    """Pillar 4: reports and coordination."""

    name = "reports"
    verbose_name = _("Reports")
