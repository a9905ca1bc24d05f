"""Donors entered, edited, renamed, merged, closed; and the people there."""

from django import forms
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from donors.actions import close_donor, delete_donor, rename_donor
from donors.forms.donors import CloseForm, ContactForm, DonorForm, RenameForm
from donors.models import Contact
from donors.views.donors import DonorRecord
from rocb.views.house import CreatePage, EditPage, VerbPage


class DonorCreate(DonorRecord, CreatePage):
    perm = "donors.change_donor"
    title = gettext_lazy("New donor")
    form_class = DonorForm

    def form(self, data=None, files=None, **more):
        return DonorForm(data, files, user=self.request.user, **more)


class DonorEdit(DonorRecord, EditPage):
    perm = "donors.change_donor"
    title = gettext_lazy("Edit the donor")
    form_class = DonorForm

    def form(self, data=None, files=None, **more):
        return DonorForm(data, files, user=self.request.user, **more)


class DonorRename(DonorRecord, VerbPage):
    perm = "donors.change_donor"
    title = gettext_lazy("A new name")
    form_class = RenameForm
    lead = gettext_lazy("The old name is kept with its last day.")

    def initial(self, record):
        today = timezone.localdate()
        return {
            "name": record.name_en,
            "name_fr": record.name_fr,
            "acronym": record.acronym,
            "until_on": today,
        }

    def act(self, record, **values):
        return rename_donor(record, by=self.request.user, **values)


class DonorClose(DonorRecord, VerbPage):
    perm = "donors.change_donor"
    title = gettext_lazy("Merged or closed")
    form_class = CloseForm
    lead = gettext_lazy(
        "Everything it ever gave stays under its name. From its last day on nothing new is asked of it."
    )

    def form(self, data=None, files=None, **more):
        return CloseForm(data, files, donor=self.record, **more)

    def initial(self, record):
        return {"until_on": record.valid_until_on, "successor": record.successor_id}

    def act(self, record, **values):
        return close_donor(record, by=self.request.user, **values)


class DonorDelete(DonorRecord, VerbPage):
    perm = "donors.change_donor"
    title = gettext_lazy("Delete the donor")
    submit_label = gettext_lazy("Delete")
    template_name = "generic/step.html"
    form_class = forms.Form

    def page(self, context, status=200):
        then = [_("Only a donor that was entered by mistake can be deleted.")]
        return super().page(
            {
                **context,
                "record": self.record,
                "tone": "warning",
                "consequences": then,
                "draft_url": "",
            },
            status,
        )

    def act(self, record):
        delete_donor(record, by=self.request.user)
        return record

    def saved(self, record):
        return _("%s was deleted.") % record.name

    def success_url(self, record):
        return reverse("donors:donor-list")


class OfDonor(DonorRecord):
    """Something new that hangs on one donor."""

    def prepare(self):
        self.record = get_object_or_404(self.queryset(), pk=self.kwargs["pk"])
        if not self.record.allows(self.request.user, self.perm):
            raise PermissionDenied


class ContactCreate(OfDonor, CreatePage):
    perm = "donors.change_engagement"
    title = gettext_lazy("Somebody to speak with")
    form_class = ContactForm

    def form(self, data=None, files=None, **more):
        return ContactForm(data, files, donor=self.record, user=self.request.user, **more)


class ContactEdit(EditPage):
    perm = "donors.change_engagement"
    model = Contact
    title = gettext_lazy("Edit the contact")
    form_class = ContactForm

    def queryset(self):
        return super().queryset().select_related("donor", "person")

    @property
    def kicker(self):
        return self.record.person.full_name

    def breadcrumbs(self):
        donor = self.record.donor
        return [
            (_("Donors"), reverse("donors:donor-list")),
            (donor.name, donor.get_absolute_url()),
            (self.title, None),
        ]

    def form(self, data=None, files=None, **more):
        donor = self.record.donor
        return ContactForm(data, files, donor=donor, user=self.request.user, **more)
