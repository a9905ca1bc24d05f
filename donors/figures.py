"""The figures of pillar 2; see rocb/figures.py."""

from datetime import date

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from donors.models import Donor
from rocb.figures import Figure, Shown

# The DAC's code of the Customs Co-operation Fund: the WCO's own, whoever fills it.
OWN_FUND = "47139"


def donors(_office, day: date):
    """Donors belong to no region: every office works with those of the register."""
    return Donor.objects.exclude(crs_channel=OWN_FUND).filter(
        Q(valid_from_on=None) | Q(valid_from_on__lte=day),
        Q(valid_until_on=None) | Q(valid_until_on__gte=day),
    )


FIGURES = (
    Figure(
        "donors",
        _("Donor institutions"),
        _(
            "Institutions of the register that were donors on the day; the Customs Cooperation "
            "Funds of the WCO itself are not counted."
        ),
        donors,
        Shown("name", "acronym", None, "donors:donor-detail", perm="donors.view_donor"),
        pillar=2,
    ),
)
