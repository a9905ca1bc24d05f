"""Donors: who finances capacity building."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from donors.forms import DonorForm
from donors.models import Donor
from rocb import markup
from rocb.views.house import Column, CreatePage, DetailPage, EditPage, ListPage


class DonorList(ListPage):
    perm = "donors.view_donor"
    model = Donor
    title = gettext_lazy("Donors")
    ordering = ("name",)
    columns = (
        Column("name", gettext_lazy("Donor"), link="donors:donor-detail"),
        Column("acronym", gettext_lazy("Acronym")),
        Column("kind", gettext_lazy("Kind"), choices=Donor.Kind),
        Column("iso2", gettext_lazy("Country")),
        Column("until", gettext_lazy("Until"), "valid_until_on", kind="day"),
    )
    create = ("donors.change_donor", "donors:donor-create", gettext_lazy("New donor"))
    empty = {
        "title": gettext_lazy("No donor yet"),
        "text": gettext_lazy("Institutions that give money, goods or people are listed here."),
    }

    def count_label(self, count):
        return ngettext("%d donor", "%d donors", count) % count


class DonorRecord:
    model = Donor

    def queryset(self):
        return super().queryset().select_related("successor")

    def breadcrumbs(self):
        trail = [(_("Donors"), reverse("donors:donor-list"))]
        record = getattr(self, "record", None)
        return [*trail, (record.name, record.get_absolute_url())] if record else trail

    def cancel_url(self):
        record = getattr(self, "record", None)
        return record.get_absolute_url() if record else reverse("donors:donor-list")


class DonorDetail(DonorRecord, DetailPage):
    perm = "donors.view_donor"
    kicker = gettext_lazy("Donor")

    def trail(self, record):
        # The office's notes on a donor are not the donor's to read.
        return super().trail(record) if self.request.user.is_office else {}

    def links(self, record):
        if not record.allows(self.request.user, "donors.change_donor"):
            return []
        return [(_("Edit"), reverse("donors:donor-edit", args=[record.pk]))]

    def facts(self, donor):
        found = [
            (_("Acronym"), donor.acronym),
            (_("Kind"), donor.get_kind_display()),
            (_("Country"), donor.iso2),
            (_("Website"), donor.website and markup.link(donor.website, donor.website)),
            (_("IATI identifier"), identifier(donor)),
            (_("Period"), markup.days(donor.valid_from_on, donor.valid_until_on)),
            (
                _("Successor"),
                donor.successor
                and markup.link(donor.successor.name, donor.successor.get_absolute_url()),
            ),
        ]
        if self.request.user.is_office:
            found.append((_("Note"), donor.note))
        return found

    def who_can_see(self, donor):
        return [_("Every regional office"), _("The WCO Secretariat"), _("The donor itself")]


def identifier(donor) -> str:
    """The IATI identifier, saying so where nobody has verified it."""
    if not donor.iati_identifier or donor.is_identifier_verified:
        return donor.iati_identifier
    return markup.mark_safe(
        f"{markup.escape(donor.iati_identifier)} {markup.tag(_('not verified'), 'warn')}"
    )


class DonorCreate(DonorRecord, CreatePage):
    perm = "donors.change_donor"
    title = gettext_lazy("New donor")
    form_class = DonorForm


class DonorEdit(DonorRecord, EditPage):
    perm = "donors.change_donor"
    title = gettext_lazy("Edit the donor")
    form_class = DonorForm
