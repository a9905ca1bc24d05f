"""The figures of the ground floor: members of the region, staff, and the other offices."""

from datetime import date

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from rocb.figures import Figure, Shown
from rocb.models import Administration, AdministrationFact, Office, User
from rocb.models.people import name_at
from rocb.roles import Role


def at_work(office, day: date, roles):
    """Sign-ins of an office whose dates hold the day, whatever became of them since."""
    return User.objects.filter(
        Q(ends_on=None) | Q(ends_on__gte=day),
        person__organisation=office,
        role__in=roles,
        starts_on__lte=day,
    )


def full_time(office, day: date):
    return at_work(office, day, [Role.HEAD, Role.OFFICER])


def attaches(office, day: date):
    return at_work(office, day, [Role.ATTACHE])


def other_offices(office, day: date):
    return Office.objects.exclude(pk=office.pk).filter(opened_on__lte=day)


def members(office, day: date):
    """Members on the day: those whose accession is not dated are taken to have been there."""
    facts = AdministrationFact.objects.filter(
        Q(from_on=None) | Q(from_on__lte=day),
        Q(until_on=None) | Q(until_on__gt=day),
        kind=AdministrationFact.Kind.WCO_MEMBER,
    )
    dated = AdministrationFact.objects.filter(kind=AdministrationFact.Kind.WCO_MEMBER)
    of_region = Administration.objects.filter(region=office.region_id)
    return of_region.filter(
        Q(pk__in=facts.values("administration"))
        | (Q(is_member=True) & ~Q(pk__in=dated.values("administration")))
    )


STAFF = Shown(
    name_at("person"),
    "person__seconded_from__country_name",
    "starts_on",
    "office-user",
    perm="rocb.manage_users",
)
FIGURES = (
    Figure(
        "members_in_region",
        _("Members of the region"),
        _("Administrations of the region that were members of the WCO on the day."),
        members,
        Shown("country_name", "name", None, "member", "iso2"),
    ),
    Figure(
        "full_time_officers",
        _("Full-time officers"),
        _("The head and the officers of the office whose secondment held the day."),
        full_time,
        STAFF,
    ),
    Figure(
        "attaches",
        _("Attachés who assist the office"),
        _("Attachés of the office whose time with it held the day."),
        attaches,
        STAFF,
    ),
    Figure(
        "other_rocbs_established",
        _("Other regional offices established"),
        _("Regional offices for capacity building of other regions that had opened by the day."),
        other_offices,
        Shown("name", "city", "opened_on"),
    ),
)
