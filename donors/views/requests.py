"""Requests for money: the register, one request, and its way to an agreement."""

from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from donors.actions.requests import donor_users, not_shared
from donors.filters import FundingRequestFilter
from donors.forms.requests import FundingRequestForm
from donors.models import FundingRequest, Need
from donors.workflow import REQUEST, RequestStatus
from missions.models import Action
from programmes.models import AssistanceRequest
from rocb import markup
from rocb.roles import Role
from rocb.trail import files_of
from rocb.views.finding import FindingPage
from rocb.views.house import Column, CreatePage, DetailPage, EditPage, ListPage, StepPage


class OwnTrail:
    """The office reads the past of a record and what was said; a donor its files, and no more."""

    def trail(self, record):
        user = self.request.user
        if user.is_office or user.is_superuser:
            return super().trail(record)
        return {"files": files_of(record, user)}


class FundingRequestList(ListPage):
    perm = "donors.view_fundingrequest"
    model = FundingRequest
    title = gettext_lazy("Requests for money")
    filterset_class = FundingRequestFilter
    ordering = ("-pk",)
    columns = (
        Column("title", gettext_lazy("Request"), link="donors:request-detail"),
        Column("donor", gettext_lazy("Donor"), "donor__name"),
        Column("amount", gettext_lazy("Amount"), kind="number"),
        Column("currency", gettext_lazy("Currency")),
        Column("status", gettext_lazy("Status"), kind="tag", choices=RequestStatus),
        Column("answer_by", gettext_lazy("Answer wanted by"), kind="day"),
    )
    create = (
        "donors.change_fundingrequest",
        "donors:request-create",
        gettext_lazy("New request"),
    )
    empty = {
        "title": gettext_lazy("No request for money yet"),
        "text": gettext_lazy(
            "A request brings needs of members and a donor together. Start on the needs board."
        ),
    }

    def breadcrumbs(self):
        return [(_("Partners"), reverse("donors:home")), (self.title, None)]

    def count_label(self, count):
        return ngettext("%d request", "%d requests", count) % count


class RequestRecord:
    model = FundingRequest

    def queryset(self):
        return super().queryset().select_related("donor", "officer__person", "office", "agreement")

    def breadcrumbs(self):
        trail = [
            (_("Partners"), reverse("donors:home")),
            (_("Requests for money"), reverse("donors:request-list")),
        ]
        record = getattr(self, "record", None)
        return [*trail, (record.title, record.get_absolute_url())] if record else trail

    def cancel_url(self):
        record = getattr(self, "record", None)
        return record.get_absolute_url() if record else reverse("donors:request-list")


class RequestDetail(OwnTrail, RequestRecord, DetailPage):
    perm = "donors.view_fundingrequest"
    template_name = "donors/request_detail.html"
    kicker = gettext_lazy("Request for money")
    workflow = REQUEST
    step_url = "donors:request-step"

    def tab_names(self):
        if not self.request.user.is_office:
            return super().tab_names()
        return [("", _("Request")), ("past", _("History, comments, files"))]

    def links(self, record):
        if record.status != RequestStatus.DRAFTING or not record.allows(
            self.request.user, "donors.change_fundingrequest"
        ):
            return []
        return [(_("Edit"), reverse("donors:request-edit", args=[record.pk]))]

    def facts(self, record):
        user = self.request.user
        donor = record.donor
        name = (
            donor.name
            if user.role == Role.DONOR
            else markup.link(donor.name, donor.get_absolute_url())
        )
        found = [
            (_("Donor"), name),
            (_("Amount"), markup.money(record.amount, record.currency)),
            (_("Period"), markup.days(record.starts_on, record.ends_on)),
            (_("Sent"), markup.day(record.sent_at)),
            (_("Answer wanted by"), markup.weekday(record.answer_by)),
        ]
        if record.officer:
            found.append((_("Officer in charge"), record.officer.full_name))
        return found

    def chain(self, record):
        agreement = getattr(record, "agreement", None)
        seen = agreement is not None and (
            self.request.user.role != Role.DONOR or agreement.status != "draft"
        )
        after = [(agreement.reference, agreement.get_absolute_url())] if seen else []
        return [
            (_("Needs"), [(_("%d needs") % len(self.needs(record)), "")], False),
            (_("Request for money"), [(record.title, "")], True),
            (_("Agreement"), after, False),
        ]

    def needs(self, record) -> list[dict]:
        """What it is for, as this reader may read it; four queries, made once."""
        if not hasattr(self, "_needs"):
            self._needs = needs_of(record, self.request.user)
        return self._needs

    def who_can_see(self, record):
        who = [_("Your regional office"), _("The WCO Secretariat")]
        if record.status == RequestStatus.DRAFTING:
            return [*who, _("The donor: once it is sent")]
        return [*who, _("The donor it was sent to: without your comments")]

    def details(self, record):
        if self.tab:
            return {}
        hidden = not_shared(record) if self.request.user.is_office else []
        return {"lead": record.purpose, "needs": self.needs(record), "hidden": hidden}


def need(record, text: str, by: str) -> dict:
    """A line of the list of needs."""
    return {
        "text": text,
        "by": by,
        "url": record.get_absolute_url(),
        "tag": record.get_status_display(),
        "tone": markup.tone_of(record.status),
    }


def needs_of(record, user) -> list[dict]:
    """The needs in a request. A donor reads of a member's need only while the member shares it."""
    is_donor = user.role == Role.DONOR
    actions = record.for_actions.select_related("plan__administration").order_by("pk")
    asked = record.for_requests.select_related("administration").order_by("pk")
    events, missions = record.for_events.order_by("pk"), record.for_missions.none()
    if is_donor:
        actions = actions.filter(is_shared=True)
        asked = asked.filter(pk__in=Need.objects.filter(is_shared=True).values("request"))
        events = events.published()
    else:
        missions = record.for_missions.select_related("administration").order_by("pk")
    return [
        *(
            need(one, one.title, f"{_('Action')}, {one.plan.administration.country_name}")
            for one in actions
        ),
        *(
            {
                "text": one.title,
                "by": f"{_('Request for assistance')}, {one.administration.country_name}",
                "url": reverse("donors:need-request", args=[one.pk])
                if is_donor
                else one.get_absolute_url(),
            }
            for one in asked
        ),
        *(
            need(
                one,
                one.title,
                f"{_('Event')}, {markup.days(one.starts_on, one.ends_on)}".strip(", "),
            )
            for one in events
        ),
        *(need(one, str(one), _("Mission")) for one in missions),
    ]


class RequestWriting(RequestRecord):
    """Its form knows who fills it in."""

    form_class = FundingRequestForm

    def form(self, data=None, files=None, **more):
        return FundingRequestForm(data, files, user=self.request.user, **more)


class RequestCreate(FindingPage, RequestWriting, CreatePage):
    perm = "donors.change_fundingrequest"
    title = gettext_lazy("New request for money")

    def initial(self):
        user, asked = self.request.user, self.request.GET
        found = {"officer": user.pk, "currency": "USD"}
        if asked.get("donor", "").isdecimal():
            found["donor"] = asked["donor"]
        if asked.get("action", "").isdecimal():
            action = (
                Action.objects.visible_to(user)
                .filter(pk=asked["action"][:18], is_shared=True)
                .first()
            )
            if action:
                found |= {"for_actions": [action.pk], "title": action.title[:240]}
                found |= {"purpose": action.expected_result}
                if action.cost:
                    found |= {"amount": action.cost, "currency": action.currency}
        if asked.get("request", "").isdecimal():
            one = (
                AssistanceRequest.objects.visible_to(user)
                .filter(pk=asked["request"][:18], need__is_shared=True)
                .select_related("need")
                .first()
            )
            if one:
                found |= {"for_requests": [one.pk], "title": one.title, "purpose": one.reason}
                if one.need.cost:
                    found |= {"amount": one.need.cost, "currency": one.need.currency}
        return found

    def save(self, form):
        form.instance.office_id = self.request.user.organisation_id
        return super().save(form)


class RequestEdit(FindingPage, RequestWriting, EditPage):
    perm = "donors.change_fundingrequest"
    title = gettext_lazy("Edit the request")

    def closed(self, record):
        if record.status == RequestStatus.DRAFTING:
            return ""
        return _("It has been sent: it is “%s” now, and stays as the donor read it.") % (
            record.get_status_display()
        )


class RequestStep(RequestRecord, StepPage):
    workflow = REQUEST

    def consequences(self, record):
        return {
            "send": [
                _("The donor can read it from now on: what it is for, the amount and the needs."),
                _("It cannot be edited any more."),
            ],
            "discuss": [_("You note that the donor looks into it.")],
            "agree": [
                _("A draft agreement is made from it: donor, title, amount and period."),
                _("You can correct the draft before it is signed."),
            ],
            "decline": [_("It is kept with the donor's reason.")],
            "withdraw": [_("The donor reads that it was withdrawn.")],
        }[self.step.name]

    def receivers(self, record):
        if self.step.name != "send":
            return None
        users = donor_users(record.donor)
        return {"count": len(users), "names": [one.full_name for one in users], "missing": []}

    def post(self, request, *args, **kwargs):
        answer = super().post(request, *args, **kwargs)
        if self.step.name == "agree" and isinstance(answer, HttpResponseRedirect):
            made = FundingRequest.objects.filter(pk=kwargs["pk"], agreement__isnull=False).first()
            if made is not None:
                return HttpResponseRedirect(made.agreement.get_absolute_url())
        return answer
