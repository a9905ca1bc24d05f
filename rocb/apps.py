from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class RocbConfig(AppConfig):
    """The ground floor: parties, rights, trail, post, deadlines."""

    name = "rocb"
    verbose_name = _("Office")
