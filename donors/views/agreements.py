"""Agreements: the register, one agreement with its money, and its life."""

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from donors.filters import AgreementFilter
from donors.models import Agreement
from donors.money import Balance, with_money
from donors.views.agreement_parts import allocations_of, instalment, places_of, reports_of
from donors.views.requests import OwnTrail
from donors.workflow import AGREEMENT, AgreementStatus
from rocb import markup
from rocb.roles import Role
from rocb.views.house import (
    Column,
    DetailPage,
    ListPage,
)


class AgreementList(ListPage):
    perm = "donors.view_agreement"
    model = Agreement
    title = gettext_lazy("Agreements")
    filterset_class = AgreementFilter
    ordering = ("-starts_on", "-pk")
    columns = (
        Column("reference", gettext_lazy("Reference"), link="donors:agreement-detail"),
        Column("title", gettext_lazy("Title")),
        Column("donor", gettext_lazy("Donor"), "donor__name"),
        Column("currency", gettext_lazy("Currency")),
        Column("amount", gettext_lazy("Agreed"), kind="number"),
        Column("received", gettext_lazy("Received"), kind="number"),
        Column("allocated", gettext_lazy("Allocated"), kind="number"),
        Column("spent", gettext_lazy("Spent"), kind="number"),
        Column("ends", gettext_lazy("Last day"), "ends_on", kind="day"),
        Column("status", gettext_lazy("Status"), kind="tag", choices=AgreementStatus),
    )
    create = ("donors.change_agreement", "donors:agreement-create", gettext_lazy("New agreement"))
    empty = {
        "title": gettext_lazy("No agreement yet"),
        "text": gettext_lazy(
            "An agreement comes from a request that a donor agreed to, or is entered here."
        ),
    }

    def breadcrumbs(self):
        return [(_("Partners"), reverse("donors:home")), (self.title, None)]

    def rows(self):
        return with_money(super().rows())

    def count_label(self, count):
        return ngettext("%d agreement", "%d agreements", count) % count


class AgreementRecord:
    model = Agreement

    def queryset(self):
        return super().queryset().select_related("donor", "office", "officer__person", "request")

    def breadcrumbs(self):
        trail = [
            (_("Partners"), reverse("donors:home")),
            (_("Agreements"), reverse("donors:agreement-list")),
        ]
        record = getattr(self, "record", None)
        return [*trail, (record.reference, record.get_absolute_url())] if record else trail

    def cancel_url(self):
        record = getattr(self, "record", None)
        return record.get_absolute_url() if record else reverse("donors:agreement-list")


class AgreementDetail(OwnTrail, AgreementRecord, DetailPage):
    perm = "donors.view_agreement"
    template_name = "donors/agreement_detail.html"
    kicker = gettext_lazy("Agreement")
    workflow = AGREEMENT
    step_url = "donors:agreement-step"

    def queryset(self):
        return with_money(super().queryset())

    def tab_names(self):
        past = _("History, comments, files") if self.request.user.is_office else _("Files")
        return [("", _("Agreement")), ("past", past)]

    def links(self, record):
        user, found, at = self.request.user, [], [record.pk]
        if record.status in OPEN and record.allows(user, "donors.change_agreement"):
            found.append((_("Edit"), reverse("donors:agreement-edit", args=at)))
            found.append((_("Places"), reverse("donors:agreement-shares", args=at)))
        is_signed = record.status in (*AMENDED, AgreementStatus.SUSPENDED)
        if is_signed and record.allows(user, "donors.run_agreement"):
            found.append((_("Amend"), reverse("donors:agreement-amend", args=at)))
        return found

    def facts(self, record):
        user, donor = self.request.user, record.donor
        is_donor = user.role == Role.DONOR
        name = donor.name if is_donor else markup.link(donor.name, donor.get_absolute_url())
        found = [
            (_("Donor"), name),
            (_("Amount"), markup.money(record.amount, record.currency)),
            (_("Period"), markup.days(record.starts_on, record.ends_on)),
            (_("Signed"), markup.day(record.signed_on)),
            (_("Sector"), record.get_sector_display()),
            (_("For"), places_of(record)),
        ]
        if record.officer:
            found.append((_("Officer in charge"), record.officer.full_name))
        return found

    def chain(self, record):
        asked = record.request
        before = [(asked.title, asked.get_absolute_url())] if asked else []
        things = [
            (one["title"][:60], one["url"]) for one in self.given(record)[:3] if not one["released"]
        ]
        return [
            (_("Request for money"), before, False),
            (_("Agreement"), [(record.reference, "")], True),
            (_("Activities"), things, False),
        ]

    def given(self, record) -> list[dict]:
        if not hasattr(self, "_given"):
            self._given = allocations_of(record, self.request.user)
        return self._given

    def who_can_see(self, record):
        who = [_("Your regional office"), _("The WCO Secretariat")]
        if record.status == AgreementStatus.DRAFT:
            return [*who, _("The donor: once it is signed")]
        return [
            *who,
            _("The donor: without the office's comments"),
            _("Members: which of their activities are paid for, without amounts"),
        ]

    def details(self, record):
        if self.tab:
            return {"agreement": record}
        user, today = self.request.user, timezone.localdate()
        may_money = record.status not in OVER and record.allows(user, "donors.record_money")
        may_allocate = record.is_running and record.allows(user, "donors.allocate_money")
        may_report = record.allows(user, "donors.change_donorreport")
        at = [record.pk]
        balance = Balance(
            record.currency, record.amount, record.received, record.allocated, record.spent
        )
        return {
            "agreement": record,
            "lead": record.purpose,
            "bar": balance.bar(),
            "instalments": [instalment(one, record, today) for one in record.instalments.all()],
            "given": self.given(record),
            "expenditures": [
                {
                    "on": markup.day(one.on),
                    "what": one.what,
                    "amount": markup.money(one.amount, record.currency),
                    "paid": markup.money(one.paid_amount, one.paid_currency)
                    if one.paid_amount
                    else "",
                    "rate_on": markup.day(one.rate_on),
                    "pk": one.pk,
                }
                for one in record.expenditures.order_by("-on", "-pk")[:50]
            ],
            "amendments": list(record.amendments.select_related("donor_before")),
            "reports": reports_of(record, user, today),
            "may_money": may_money,
            "may_allocate": may_allocate,
            "instalment_url": reverse("donors:instalment-create", args=at) if may_money else "",
            "allocation_url": reverse("donors:allocation-create", args=at) if may_allocate else "",
            "report_url": reverse("donors:report-create", args=at) if may_report else "",
        }


OVER = (AgreementStatus.CLOSED, AgreementStatus.TERMINATED)
AMENDED = (AgreementStatus.SIGNED, AgreementStatus.ACTIVE)
OPEN = (AgreementStatus.DRAFT, *AMENDED, AgreementStatus.SUSPENDED)
