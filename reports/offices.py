"""Whose accounts are read: one installation serves all regional offices.

The address says which office (`?office=ESA`, the code of its region), so that a page can be mailed and
printed; without it staff and members read their own. Totals of another region are for everybody
with a sign-in; what stands behind them is decided by `visible_to`, as everywhere.
"""

from django.db.models import QuerySet
from django.http import Http404
from django.utils.translation import gettext as _

from rocb.models import Office
from rocb.roles import Role


def own_office(user) -> Office:
    """The office of a reader: where they work, or the one of their region; else the oldest."""
    offices = Office.objects.select_related("region")
    if user.is_office:
        return offices.get(pk=user.organisation_id)
    if user.is_member:
        return offices.get(region__administrations=user.organisation_id)
    first = offices.order_by("opened_on", "pk").first()
    if first is None:
        raise Http404(_("No regional office has been set up yet."))
    return first


def asked_office(request) -> Office:
    """The office of the address; 404 for a region that does not exist."""
    code = request.GET.get("office", "")
    if not code:
        return own_office(request.user)
    office = Office.objects.select_related("region").filter(region__code__iexact=code).first()
    if office is None:
        raise Http404(_("There is no regional office with this code."))
    return office


def is_inside(user, office: Office) -> bool:
    """Whether the reader reads this office from within: its staff, and the Secretariat."""
    return user.is_superuser or user.role == Role.SECRETARIAT or user.office_id == office.pk


def inside_of(user) -> QuerySet:
    """The offices that the reader reads from within."""
    if user.is_superuser or user.role == Role.SECRETARIAT:
        return Office.objects.all()
    return Office.objects.filter(pk=user.office_id) if user.is_office else Office.objects.none()


def switch(office: Office, offices: QuerySet | None = None) -> list[tuple[str, str, bool]]:
    """The choice of an office: (code of its region, name, whether it is this one); one query."""
    rows = Office.objects.all() if offices is None else offices
    found = [
        (code, name, pk == office.pk)
        for pk, code, name in rows.order_by("opened_on", "pk").values_list(
            "pk", "region__code", "region__name"
        )
    ]
    return found if len(found) > 1 else []
