"""Agreements entered, edited, amended, and taken from step to step."""

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from donors.actions import amend, set_shares
from donors.forms.agreements import AgreementForm, AmendForm, SharesForm, SignForm
from donors.views.agreements import OPEN, OVER, AgreementRecord
from donors.workflow import AGREEMENT, AgreementStatus
from rocb.views.house import (
    CreatePage,
    EditPage,
    StepPage,
    VerbPage,
)


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
