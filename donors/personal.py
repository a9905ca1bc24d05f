"""What pillar 2 holds about a person, and what stays of it when the person is erased."""

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from donors.models import Contact
from rocb.personal.holdings import Holding

HOLDINGS = (
    Holding(
        "donor_contacts",
        _("Contact of a donor"),
        lambda person: Contact.objects.filter(person=person),
        ("donor__name", "duty", "until_on"),
        internal=("is_main",),
        blanked={"duty": "", "is_main": False, "until_on": lambda person: timezone.localdate()},
        stays=_("That the office had somebody to speak with there, until today."),
        is_about=True,
    ),
)
