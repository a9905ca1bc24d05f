"""What search finds in pillar 2."""

from django.contrib.postgres.search import SearchVector
from django.db.models import F
from django.utils.translation import gettext_lazy

from donors.models import (
    Activity,
    Agreement,
    Donor,
    Engagement,
    FundingRequest,
)
from donors.names import named
from donors.needs import requests_on_the_board
from rocb import markup
from rocb.search import Searchable


def searched_needs(user):
    """Requests for assistance that donors may find, by what they may read of them."""
    return (
        requests_on_the_board(user)
        .select_related("request__administration")
        .annotate(words=F("request__search"))
    )


def searched_activities(user):
    """Funded activities by what they are called."""
    return named(Activity.objects.visible_to(user)).annotate(
        words=SearchVector("name", "purpose", "outcome", config="simple")
    )


SEARCHABLES = (
    Searchable(
        "donors",
        gettext_lazy("Donors"),
        lambda user: Donor.objects.visible_to(user).annotate(
            words=SearchVector("name", "acronym", config="simple")
        ),
        "words",
        lambda one: (one.name, one.get_absolute_url(), one.acronym),
        "donors.view_donor",
    ),
    Searchable(
        "agreements",
        gettext_lazy("Agreements"),
        lambda user: Agreement.objects.visible_to(user).select_related("donor"),
        "search",
        lambda one: (
            str(one),
            one.get_absolute_url(),
            f"{one.donor.name}, {markup.money(one.amount, one.currency)}",
        ),
        "donors.view_agreement",
    ),
    Searchable(
        "funding-requests",
        gettext_lazy("Requests for money"),
        lambda user: FundingRequest.objects.visible_to(user).select_related("donor"),
        "search",
        lambda one: (one.title, one.get_absolute_url(), one.donor.name),
        "donors.view_fundingrequest",
    ),
    Searchable(
        "needs",
        gettext_lazy("Needs: requests for assistance"),
        searched_needs,
        "words",
        lambda one: (
            one.request.title,
            one.get_absolute_url(),
            one.request.administration.country_name,
        ),
        "donors.view_need",
    ),
    Searchable(
        "funded-activities",
        gettext_lazy("Funded activities"),
        searched_activities,
        "words",
        lambda one: (one.name, one.get_absolute_url(), ""),
        "donors.view_activity",
    ),
    Searchable(
        "engagements",
        gettext_lazy("Talks with donors"),
        lambda user: (
            Engagement.objects.visible_to(user)
            .select_related("donor")
            .annotate(words=SearchVector("subject", "summary", "next_step", config="simple"))
        ),
        "words",
        lambda one: (one.subject, one.get_absolute_url(), one.donor.name),
        "donors.view_engagement",
    ),
)
