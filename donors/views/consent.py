"""What members, the office and donors say about a need: shared, what it costs, of interest."""

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from donors.actions import set_need, share_request, show_interest
from donors.forms.requests import InterestForm, NeedForm
from donors.needs import (
    actions_on_the_board,
    requests_on_the_board,
)
from missions.models import Action
from programmes.models import AssistanceRequest
from rocb.views.house import Page, VerbPage


class OwnRequest(Page):
    """A request for assistance that this reader may see as such: the member's, or the office's."""

    def cancel_url(self):
        return self.record.get_absolute_url()

    def find(self):
        rows = AssistanceRequest.objects.visible_to(self.request.user)
        return get_object_or_404(
            rows.select_related("administration", "need"), pk=self.kwargs["pk"]
        )


class NeedShare(OwnRequest, VerbPage):
    """The member alone decides what donors read."""

    perm = "donors.share_request"
    template_name = "generic/step.html"
    form_class = forms.Form

    def find(self):
        record = super().find()
        if not self.request.user.is_member or not record.allows(self.request.user, self.perm):
            raise PermissionDenied
        return record

    def is_shared(self, record) -> bool:
        need = getattr(record, "need", None)
        return bool(need and need.is_shared)

    def page(self, context, status=200):
        if self.is_shared(self.record):
            label = _("Stop sharing with donors")
            then = [_("Donors do not find this request any more, from this moment on.")]
        else:
            label = _("Share with donors")
            then = [
                _(
                    "Every donor with a sign-in can read its title, kind, reason, expected result, "
                    "themes, number of participants, dates and cost."
                ),
                _("Nobody's name is shown to them, and nothing else of your administration."),
                _("You can stop sharing it at any time."),
            ]
        context |= {"title": label, "submit_label": label, "consequences": then}
        return Page.page(self, {**context, "record": self.record, "draft_url": ""}, status)

    def act(self, record):
        share_request(record, by=self.request.user, is_shared=not self.is_shared(record))
        return record


class NeedEdit(OwnRequest, VerbPage):
    """What a request would cost, and whether anything is still sought."""

    perm = "donors.change_need"
    title = gettext_lazy("Cost, and whether it is paid for")
    form_class = NeedForm

    def find(self):
        record = super().find()
        if not record.allows(self.request.user, self.perm):
            raise PermissionDenied
        return record

    @property
    def kicker(self):
        return self.record.title

    def initial(self, record):
        need = getattr(record, "need", None)
        if need is None:
            return {"currency": "USD"}
        return {"cost": need.cost, "currency": need.currency, "is_covered": need.is_covered}

    def act(self, record, **values):
        set_need(record, by=self.request.user, **values)
        return record


class NeedInterest(VerbPage):
    """A donor tells the office that a need is of interest."""

    perm = "donors.show_interest"
    title = gettext_lazy("We are interested")
    submit_label = gettext_lazy("Tell the regional office")
    form_class = InterestForm

    def find(self):
        user, pk = self.request.user, self.kwargs["pk"]
        if self.kwargs["kind"] == "action":
            rows = actions_on_the_board(user).select_related("plan__administration__region__office")
            self.need = get_object_or_404(rows, pk=pk)
            self.member, self.asked = self.need.plan.administration, self.need.title
            return self.need
        if self.kwargs["kind"] == "request":
            rows = requests_on_the_board(user).select_related(
                "request__administration__region__office"
            )
            self.need = get_object_or_404(rows, request=pk)
            self.member, self.asked = self.need.request.administration, self.need.request.title
            return self.need
        raise Http404

    @property
    def kicker(self):
        return f"{self.member.country_name}: {self.asked}"

    @property
    def lead(self):
        return _("%s is told, and answers you.") % self.member.region.office.name

    def cancel_url(self):
        kind = self.kwargs["kind"]
        return reverse(f"donors:need-{kind}", args=[self.kwargs["pk"]])

    def act(self, record, message=""):
        target = record if isinstance(record, Action) else record.request
        return show_interest(
            target,
            by=self.request.user,
            title=f"{self.member.country_name}: {self.asked}",
            office=self.member.region.office,
            message=message,
        )

    def saved(self, record):
        return _("The regional office has been told.")

    def success_url(self, record):
        return self.cancel_url()
