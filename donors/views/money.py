"""Instalments, allocations, expenditure: what is added to an agreement, and the registers of it."""

from django import forms
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from donors.actions import (
    allocate,
    drop_instalment,
    plan_instalment,
    receive_instalment,
    release_allocation,
    spend,
)
from donors.filters import AllocationFilter
from donors.forms.agreements import AllocationForm, InstalmentForm, ReceiveForm, SpendForm
from donors.forms.fields import ReasonForm
from donors.models import Allocation, Instalment
from donors.money import balance_of
from donors.names import named
from donors.views.agreements import AgreementRecord
from rocb import markup
from rocb.views.house import Column, ListPage, RecordPage, VerbPage


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


class AllocationCreate(OnAgreement):
    perm = "donors.allocate_money"
    title = gettext_lazy("Allocate to an activity")
    submit_label = gettext_lazy("Allocate")
    form_class = AllocationForm

    @property
    def lead(self):
        balance = balance_of(self.record)
        return _("%(left)s of %(agreed)s is not allocated yet.") % {
            "left": markup.money(balance.left, balance.currency),
            "agreed": markup.money(balance.agreed, balance.currency),
        }

    def form(self, data=None, files=None, **more):
        return AllocationForm(data, files, agreement=self.record, user=self.request.user, **more)

    def initial(self, record):
        asked = self.request.GET
        return {
            "on": timezone.localdate(),
            "kind": Allocation.Kind.MONEY,
            **{
                name: asked[name]
                for name in ("event", "mission", "action")
                if asked.get(name, "").isdecimal()
            },
        }

    def act(self, record, event=None, mission=None, action=None, **values):
        thing = event or mission or action
        try:
            allocate(record, thing, by=self.request.user, **values)
        except forms.ValidationError as error:
            # What lies outside the agreement's days is said beside what was chosen.
            if "activity" not in getattr(error, "error_dict", {}):
                raise
            name = "event" if event else "mission" if mission else "action"
            said = error.message_dict
            said[name] = said.pop("activity")
            raise forms.ValidationError(said) from None
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


class AllocationRelease(OfAgreementRecord, VerbPage):
    perm = "donors.allocate_money"
    model = Allocation
    title = gettext_lazy("Release the allocation")
    submit_label = gettext_lazy("Release it")
    form_class = ReasonForm
    lead = gettext_lazy("The money can be allocated anew. The allocation stays on record.")

    def act(self, record, **values):
        return release_allocation(record, by=self.request.user, **values)


class AllocationSpend(OfAgreementRecord, VerbPage):
    perm = "donors.record_money"
    model = Allocation
    title = gettext_lazy("Record expenditure")
    form_class = SpendForm

    def initial(self, record):
        return {"on": timezone.localdate(), "currency": record.agreement.currency}

    def act(self, record, **values):
        spend(record, by=self.request.user, **values)
        return record


class AllocationList(ListPage):
    """Every part of every agreement that went to an activity: what accountants ask for."""

    perm = "donors.view_agreement"
    model = Allocation
    title = gettext_lazy("Allocations")
    filterset_class = AllocationFilter
    ordering = ("-on", "-pk")
    columns = (
        Column(
            "activity",
            gettext_lazy("Activity"),
            "name",
            link="donors:activity-detail",
            link_by="activity__slug",
        ),
        Column("agreement", gettext_lazy("Agreement"), "agreement__reference"),
        Column("donor", gettext_lazy("Donor"), "agreement__donor__name"),
        Column("kind", gettext_lazy("Kind"), choices=Allocation.Kind),
        Column("what", gettext_lazy("For what")),
        Column("amount", gettext_lazy("Amount"), kind="number"),
        Column("currency", gettext_lazy("Currency"), "agreement__currency"),
        Column("on", gettext_lazy("Allocated"), kind="day"),
        Column("released", gettext_lazy("Released"), "released_on", kind="day"),
    )
    empty = {
        "title": gettext_lazy("Nothing allocated yet"),
        "text": gettext_lazy("Money is allocated to activities from the page of an agreement."),
    }

    def breadcrumbs(self):
        return [(_("Partners"), reverse("donors:home")), (self.title, None)]

    def rows(self):
        return named(super().rows(), "activity__")

    def count_label(self, count):
        return ngettext("%d allocation", "%d allocations", count) % count
