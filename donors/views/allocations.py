"""Parts of agreements that go to activities: the register, and what is spent."""

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from donors.actions import (
    allocate,
    release_allocation,
    spend,
    strike_expenditure,
)
from donors.filters import AllocationFilter
from donors.forms.fields import ReasonForm
from donors.forms.money import AllocationForm, SpendForm
from donors.models import Allocation, Expenditure
from donors.money import balance_of
from donors.names import named
from donors.views.instalments import OfAgreementRecord, OnAgreement
from rocb import markup
from rocb.views.finding import FindingPage
from rocb.views.house import Column, ListPage, VerbPage


class AllocationCreate(FindingPage, OnAgreement):
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
        """The page of an event, a mission or an action names it in the address."""
        asked = self.request.GET
        things = [
            f"{name}-{asked[name]}" for name in ("event", "mission", "action") if name in asked
        ]
        return {
            "on": timezone.localdate(),
            "kind": Allocation.Kind.MONEY,
            "thing": "".join(things[:1]),
        }

    def act(self, record, thing, **values):
        allocate(record, thing, by=self.request.user, **values)
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


class ExpenditureDelete(OfAgreementRecord, VerbPage):
    perm = "donors.record_money"
    model = Expenditure
    title = gettext_lazy("Take an expenditure back")
    submit_label = gettext_lazy("Take it back")
    form_class = ReasonForm

    @property
    def lead(self):
        one = self.record
        return _("%(what)s, %(amount)s, paid on %(day)s. What it said stays as a comment.") % {
            "what": one.what,
            "amount": markup.money(one.amount, one.agreement.currency),
            "day": markup.day(one.on),
        }

    def act(self, record, **values):
        return strike_expenditure(record, by=self.request.user, **values)


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
