"""Who people are to the office. Nothing here may import models or backends: models import this."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Role(TextChoices):
    """What a sign-in may do, in the office's own words (see rocb/policy.py for the rights)."""

    HEAD = "head", _("Head of office")
    OFFICER = "officer", _("Officer")
    ATTACHE = "attache", _("Attaché")
    COORDINATOR = "coordinator", _("Coordinator")
    CONTRIBUTOR = "contributor", _("Contributor")
    EXECUTIVE = "executive", _("Head of customs")
    DONOR = "donor", _("Donor")
    EXPERT = "expert", _("Expert")
    SECRETARIAT = "secretariat", _("WCO Secretariat")
    ADMINISTRATOR = "administrator", _("Administrator")


OFFICE_ROLES = frozenset({Role.HEAD, Role.OFFICER, Role.ATTACHE})
MEMBER_ROLES = frozenset({Role.COORDINATOR, Role.CONTRIBUTOR, Role.EXECUTIVE})
