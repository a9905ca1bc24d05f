"""Certificates that expire."""

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from missions.models import Certification
from rocb.deadlines import OFFICE, DeadlineKind, named, owed


def certificates_to_renew(certificates: QuerySet) -> QuerySet:
    """Certificates that expire, unless a later one of the same scheme is there."""
    later = Certification.objects.filter(
        Q(expires_on=None) | Q(expires_on__gt=OuterRef("expires_on")),
        expert=OuterRef("expert"),
        scheme=OuterRef("scheme"),
        stage__in=[*Certification.CERTIFIED, Certification.Stage.LAPSED],
        awarded_on__gt=OuterRef("awarded_on"),
    )
    return owed(
        certificates.filter(
            ~Exists(later), stage__in=Certification.CERTIFIED, expert__is_active=True
        ).exclude(Q(expires_on=None) | Q(expert__administration=None)),
        what=named("expert__person__given_name", "expert__person__family_name"),
        on="expires_on",
        member="expert__administration",
    )


KINDS = (
    DeadlineKind(
        "certificate",
        _("Certificate that expires"),
        Certification,
        certificates_to_renew,
        OFFICE,
        "missions:certification-expert",
        "missions.view_roster",
        (-90, -30, 0),
    ),
)
