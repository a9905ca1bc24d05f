"""Instalments, allocations, expenditure: what is added to an agreement, and the registers of it."""

from django import forms
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from donors.actions import (
    drop_instalment,
    plan_instalment,
    receive_instalment,
    undo_receipt,
)
from donors.filters import InstalmentFilter
from donors.forms.fields import ReasonForm
from donors.forms.money import InstalmentForm, ReceiveForm
from donors.models import Instalment
from donors.views.agreements import AgreementRecord
from rocb import markup
from rocb.views.house import Column, ListPage, RecordPage, VerbPage


class InstalmentList(ListPage):
    """Every payment that donors have planned, over all agreements: what is to come, what is late."""

    perm = "donors.view_agreement"
    model = Instalment
    title = gettext_lazy("Instalments")
    filterset_class = InstalmentFilter
    ordering = ("-due_on", "-pk")
    columns = (
        Column(
            "agreement",
            gettext_lazy("Agreement"),
            "agreement__reference",
            link="donors:agreement-detail",
            link_by="agreement",
        ),
        Column("donor", gettext_lazy("Donor"), "agreement__donor__name"),
        Column("due", gettext_lazy("Planned for"), "due_on", kind="day"),
        Column("amount", gettext_lazy("Planned"), kind="number"),
        Column("currency", gettext_lazy("Currency"), "agreement__currency"),
        Column("received_on", gettext_lazy("Received on"), kind="day"),
        Column("received", gettext_lazy("Received"), "received_amount", kind="number"),
        Column("condition", gettext_lazy("On what condition")),
    )
    empty = {
        "title": gettext_lazy("No instalment is planned"),
        "text": gettext_lazy("Payments of donors are planned on the page of their agreement."),
    }

    def breadcrumbs(self):
        return [(_("Partners"), reverse("donors:home")), (self.title, None)]

    def count_label(self, count):
        return ngettext("%d instalment", "%d instalments", count) % count


class OnAgreement(AgreementRecord, VerbPage):
    """Something new in one agreement; back to it afterwards."""

    @property
    def kicker(self):
        return str(self.record)


class InstalmentCreate(OnAgreement):
    perm = "donors.record_money"
    title = gettext_lazy("Plan an instalment")
    form_class = InstalmentForm

    def act(self, record, **values):
        plan_instalment(record, by=self.request.user, **values)
        return record


class OfAgreementRecord:
    """A row of an agreement, and the way back to it."""

    def queryset(self):
        return super().queryset().select_related("agreement__donor", "agreement__office")

    @property
    def kicker(self):
        return str(self.record.agreement)

    def breadcrumbs(self):
        agreement = self.record.agreement
        return [
            (_("Agreements"), reverse("donors:agreement-list")),
            (agreement.reference, agreement.get_absolute_url()),
            (self.title, None),
        ]


class InstalmentAgreement(RecordPage):
    """The way from a payment that is due to its agreement."""

    perm = "donors.view_agreement"
    model = Instalment

    def get(self, request, pk):
        return HttpResponseRedirect(self.find().get_absolute_url())


class InstalmentReceive(OfAgreementRecord, VerbPage):
    perm = "donors.record_money"
    model = Instalment
    title = gettext_lazy("An instalment came in")
    form_class = ReceiveForm

    @property
    def lead(self):
        one = self.record
        return _("Instalment %(number)s: %(amount)s, planned for %(day)s.") % {
            "number": one.number,
            "amount": markup.money(one.amount, one.agreement.currency),
            "day": markup.day(one.due_on),
        }

    def initial(self, record):
        return {"received_on": timezone.localdate(), "received_amount": record.amount}

    def act(self, record, **values):
        return receive_instalment(record, by=self.request.user, **values)


class InstalmentDelete(OfAgreementRecord, VerbPage):
    perm = "donors.record_money"
    model = Instalment
    title = gettext_lazy("Take the planned instalment away")
    submit_label = gettext_lazy("Take it away")
    form_class = forms.Form

    def act(self, record):
        drop_instalment(record, by=self.request.user)
        return record


class InstalmentUndo(OfAgreementRecord, VerbPage):
    perm = "donors.record_money"
    model = Instalment
    title = gettext_lazy("It did not come in")
    submit_label = gettext_lazy("Take the receipt back")
    form_class = ReasonForm
    lead = gettext_lazy("The instalment is to come again. What was noted stays as a comment.")

    def act(self, record, **values):
        return undo_receipt(record, by=self.request.user, **values)
