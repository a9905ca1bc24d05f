"""The needs that fit a donor."""

from django.db.models import Exists, OuterRef
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from donors.matching import Match, matches
from donors.models import Donor
from donors.needs import wanted_of
from donors.views.donors import DonorRecord
from rocb import markup
from rocb.roles import Role
from rocb.views.house import RecordPage

SHOWN = 60


def match_line(one: Match, user) -> dict:
    """A match in words. The points only rank; the reasons are what people read."""
    may_ask = user.has_perm("donors.change_fundingrequest")
    ask = f"{reverse('donors:request-create')}?donor={one.donor.pk}&{one.need.kind}={one.need.pk}"
    return {
        "donor": one.donor.name,
        "donor_url": one.donor.get_absolute_url(),
        "need": one.need.title,
        "need_url": one.need.url,
        "member": one.need.member,
        "cost": markup.money(one.need.cost, one.need.currency),
        "points": one.points,
        "ask_url": ask if may_ask else "",
        "reasons": one.reasons,
        "cautions": one.cautions,
    }


class DonorMatches(DonorRecord, RecordPage):
    """The needs that fit one donor, the best first, each with the reasons."""

    perm = "donors.view_need"
    template_name = "donors/donor_matches.html"

    def queryset(self):
        themes = Donor.themes.through.objects.filter(donor=OuterRef("pk"))
        members = Donor.administrations.through.objects.filter(donor=OuterRef("pk"))
        return super().queryset().annotate(cares=Exists(themes) | Exists(members))

    def get(self, request, pk):
        self.record = donor = self.find()
        found = matches([donor], wanted_of(request.user), timezone.localdate())
        return self.page(
            {
                "title": _("Needs that fit %s") % donor.name,
                "record": donor,
                "matches": [match_line(one, request.user) for one in found[:SHOWN]],
                "more": max(0, len(found) - SHOWN),
                "is_donor": request.user.role == Role.DONOR,
                "is_ended": not donor.is_current(timezone.localdate()),
                "has_priorities": bool(donor.instruments or donor.cares),
            }
        )
