"""Whose accounts are read: one installation serves all regional offices.

The address says which office (`?office=ESA`, the code of its region), so that a page can be mailed and
printed; without it staff and members read their own. Totals of a region are for everybody; what stands
behind them is decided by `visible_to`, as everywhere.
"""

from django.http import Http404
from django.utils.translation import gettext as _

from rocb.models import Administration, Office
from rocb.roles import Role
from rocb.standing import records


def all_offices(request) -> list[Office]:
    """Every office with its region, the oldest first; one query for a whole request."""
    if not hasattr(request, "all_offices"):
        rows = Office.objects.select_related("region").order_by("opened_on", "pk")
        request.all_offices = records(("offices",), lambda: rows)
    return request.all_offices


def own_office(request) -> Office:
    """The office of a reader: where they work, or the one of their region; else the oldest."""
    user, offices = request.user, all_offices(request)
    if not offices:
        raise Http404(_("No regional office has been set up yet."))
    if not user.is_authenticated:
        return offices[0]
    if user.is_office:
        return next(one for one in offices if one.pk == user.organisation_id)
    if user.is_member:
        home = Administration.objects.values_list("region", flat=True).get(pk=user.organisation_id)
        return next((one for one in offices if one.region_id == home), offices[0])
    return offices[0]


def asked_office(request) -> Office:
    """The office of the address; 404 for a region that does not exist."""
    code = request.GET.get("office", "").upper()
    if not code:
        return own_office(request)
    found = next((one for one in all_offices(request) if one.region.code.upper() == code), None)
    if found is None:
        raise Http404(_("There is no regional office with this code."))
    return found


def is_inside(user, office: Office) -> bool:
    """Whether the reader reads this office from within: its staff, and the Secretariat."""
    if not user.is_authenticated:
        return False
    return user.is_superuser or user.role == Role.SECRETARIAT or user.office_id == office.pk


def switch(request, office: Office) -> list[tuple[str, str, bool]]:
    """The choice of an office: (code of its region, name of that, whether it is this one)."""
    offices = all_offices(request)
    if len(offices) < 2:
        return []
    return [(one.region.code, one.region.name, one.pk == office.pk) for one in offices]
