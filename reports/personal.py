"""What pillar 4 holds about a person, and what stays of it when the person is erased."""

from django.utils.translation import gettext_lazy as _

from reports.models import Copy, NewsletterRefusal, Subscriber
from rocb.models import Person
from rocb.personal.holdings import Holding


def subscriptions(person: Person):
    """The public newsletter, asked for under an address of the person."""
    return Subscriber.objects.filter(email__in=person.addresses())


HOLDINGS = (
    Holding(
        "circulars",
        _("Circulars received"),
        lambda person: Copy.objects.filter(person=person),
        ("reply__circular__subject", "is_mailed", "read_at"),
        stays=_("That a circular reached the member, and when it was read."),
    ),
    Holding(
        "newsletter_refusal",
        _("Newsletter refused"),
        lambda person: NewsletterRefusal.objects.filter(person=person),
        ("at",),
        is_deleted=True,
    ),
    Holding(
        "subscriptions",
        _("Newsletter asked for"),
        subscriptions,
        ("email", "language", "asked_at", "confirmed_at", "left_at"),
        is_deleted=True,
    ),
)
