"""Agreements: the register, one agreement with its money, and its life."""

from django.core.exceptions import PermissionDenied
from django.db.models import Sum
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from donors.actions import amend, set_shares
from donors.activity_page import title_of
from donors.filters import AgreementFilter
from donors.forms.agreements import AgreementForm, AmendForm, SharesForm, SignForm
from donors.models import Agreement, Allocation, DonorReport
from donors.money import Balance, with_money
from donors.views.requests import OwnTrail
from donors.workflow import AGREEMENT, AgreementStatus, ReportStatus
from rocb import markup
from rocb.roles import Role
from rocb.views.house import (
    Column,
    CreatePage,
    DetailPage,
    EditPage,
    ListPage,
    StepPage,
    VerbPage,
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


def places_of(record) -> str:
    """For whom an agreement is, in words; one query."""
    shares = record.shares.select_related("administration")
    parts = [
        f"{one.administration.country_name if one.administration else one.get_region_display()} "
        f"{one.percent.normalize():f}\u00a0%"
        for one in shares
    ]
    return ", ".join(parts) or _("the whole region")


def instalment(one, record, today) -> dict:
    if one.received_on:
        tag = (_("received"), "ok")
    elif one.due_on < today:
        tag = (_("overdue"), "bad")
    else:
        tag = (_("planned"), "neutral")
    return {
        "number": one.number,
        "due": markup.day(one.due_on),
        "amount": markup.money(one.amount, record.currency),
        "received": markup.money(one.received_amount, record.currency)
        if one.received_amount
        else "",
        "received_on": markup.day(one.received_on),
        "condition": one.condition,
        "tag": markup.tag(*tag),
        "pk": one.pk,
        "is_open": one.received_on is None,
    }


def allocations_of(record, user) -> list[dict]:
    """What an agreement gives to which activity, what is spent of it; one query."""
    rows = (
        record.allocations.select_related(
            "activity__event", "activity__mission__administration", "activity__action"
        )
        .annotate(spent=Sum("expenditures__amount"))
        .order_by("on", "pk")
    )
    if user.role == Role.DONOR:
        rows = rows.filter(released_on=None)
    return [
        {
            "pk": one.pk,
            "title": title_of(one.activity),
            "url": one.activity.get_absolute_url(),
            "kind": {"event": _("Event"), "mission": _("Mission"), "action": _("Action")}[
                one.activity.kind
            ],
            "what": one.what,
            "is_money": one.kind == Allocation.Kind.MONEY,
            "amount": markup.money(one.amount, record.currency),
            "spent": markup.money(one.spent, record.currency) if one.spent else "",
            "on": markup.day(one.on),
            "released": markup.day(one.released_on),
            "reason": one.released_reason,
        }
        for one in rows
    ]


def reports_of(record, user, today) -> list[dict]:
    """The reports owed and sent, as this reader sees them; one query."""
    rows = DonorReport.objects.visible_to(user).filter(agreement=record)
    found = []
    for one in rows:
        is_late = one.status == ReportStatus.WRITING and one.due_on < today
        found.append(
            {
                "text": f"{one.get_kind_display()}, {markup.days(one.from_on, one.until_on)}",
                "url": one.get_absolute_url(),
                "by": _("due %s") % markup.day(one.due_on),
                "tag": _("overdue") if is_late else one.get_status_display(),
                "tone": "bad" if is_late else markup.tone_of(one.status),
            }
        )
    return found


class AgreementWriting(AgreementRecord):
    """Its form knows who fills it in."""

    form_class = AgreementForm

    def form(self, data=None, files=None, **more):
        return AgreementForm(data, files, user=self.request.user, **more)


class AgreementCreate(AgreementWriting, CreatePage):
    perm = "donors.change_agreement"
    title = gettext_lazy("New agreement")
    lead = gettext_lazy("A draft. It counts, and the donor reads it, once it is signed.")

    def initial(self):
        asked = self.request.GET.get("donor", "")
        return {
            "donor": asked if asked.isdecimal() else None,
            "officer": self.request.user.pk,
            "currency": "USD",
        }

    def save(self, form):
        form.instance.office_id = self.request.user.organisation_id
        return super().save(form)


class AgreementEdit(AgreementWriting, EditPage):
    perm = "donors.change_agreement"
    title = gettext_lazy("Edit the agreement")

    def closed(self, record):
        if record.status in OPEN:
            return ""
        return _("The agreement is “%s”: it cannot be edited any more.") % (
            record.get_status_display()
        )

    @property
    def lead(self):
        if self.record.status == AgreementStatus.DRAFT:
            return ""
        return _("It is signed: amount and days change only by an amendment.")


class AgreementStep(AgreementRecord, StepPage):
    workflow = AGREEMENT
    step_forms = {"sign": SignForm}

    def consequences(self, record):
        return {
            "sign": [
                _("The donor can read it from now on."),
                _("Amount and days change only by amendments, and each is kept."),
                _("Money of it can be allocated."),
            ],
            "activate": [_("It has begun.")],
            "suspend": [_("Nothing more is allocated from it until it goes on.")],
            "resume": [_("Money of it can be allocated again.")],
            "close": [
                _("Nothing in it can be changed any more."),
                _("Every report must have been sent, and what was spent must have come in."),
            ],
            "terminate": [
                _("Nothing in it can be changed any more; the donor reads that it was ended."),
            ],
        }[self.step.name]


class AgreementAmend(AgreementRecord, VerbPage):
    perm = "donors.run_agreement"
    title = gettext_lazy("Amend the agreement")
    submit_label = gettext_lazy("Record the amendment")
    form_class = AmendForm

    @property
    def kicker(self):
        return str(self.record)

    def initial(self, record):
        return {"amount": record.amount, "ends_on": record.ends_on}

    def act(self, record, **values):
        amend(record, by=self.request.user, **values)
        return record


class AgreementShares(AgreementRecord, VerbPage):
    perm = "donors.change_agreement"
    title = gettext_lazy("For which places it is")
    template_name = "donors/agreement_shares.html"
    form_class = SharesForm
    lead = gettext_lazy(
        "The parts make 100 per cent together. Leave all of it empty if it is for the whole region."
    )

    @property
    def kicker(self):
        return str(self.record)

    def find(self):
        record = super().find()
        if record.status in OVER:
            raise PermissionDenied
        return record

    def form(self, data=None, files=None, **more):
        more.pop("initial", None)
        now = [
            (f"m{m}" if m else f"r{r}", percent)
            for m, r, percent in self.record.shares.values_list(
                "administration", "region", "percent"
            )
        ]
        return SharesForm(data, user=self.request.user, now=now)

    def show(self, form, status=200, **more):
        pairs = [
            (form[name], form[name.replace("place_", "percent_")])
            for name in form.fields
            if name.startswith("place_")
        ]
        return super().show(form, status, pairs=pairs, draft_url="", draft=None, **more)

    def act(self, record, shares):
        set_shares(record, by=self.request.user, shares=shares)
        return record
