"""Actions written, shared with donors, told of, and put off."""

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Max
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from missions.actions import request_extension, share_action, tell_others
from missions.forms.plans import ActionForm, ExtensionForm
from missions.models import Action, ActionPlan
from missions.views.actions import ActionRecord, may_edit
from missions.views.plans import may_add_action
from missions.workflow import PlanStatus
from rocb import markup
from rocb.views.house import CreatePage, EditPage, VerbPage


class ActionCreate(CreatePage):
    perm = "missions.change_action"
    model = Action
    title = gettext_lazy("Add an action")
    form_class = ActionForm

    @transaction.atomic
    def post(self, request, *args, **kwargs):
        # One after the other, so that two never take the same number.
        plans = ActionPlan.objects.visible_to(request.user).order_by().values("pk")
        rows = ActionPlan.objects.filter(pk__in=plans).select_for_update(of=("self",))
        rows.filter(pk=self.kwargs["pk"]).first()
        return super().post(request, *args, **kwargs)

    def prepare(self):
        plans = ActionPlan.objects.visible_to(self.request.user).select_related("administration")
        self.plan = get_object_or_404(plans, pk=self.kwargs["pk"])
        if not self.plan.allows(self.request.user, self.perm):
            raise PermissionDenied
        if may_add_action(self.plan, self.request.user) and self.plan.status in (
            PlanStatus.DRAFT,
            PlanStatus.IN_FORCE,
        ):
            return None
        status = self.plan.get_status_display()
        messages.error(self.request, _("No action can be added: the plan is “%s”.") % status)
        return HttpResponseRedirect(self.plan.get_absolute_url())

    def breadcrumbs(self):
        return [
            (_("Action plans"), reverse("missions:plan-list")),
            (self.plan.title, self.plan.get_absolute_url()),
            (self.title, None),
        ]

    def form(self, data=None, files=None, **more):
        return ActionForm(data, files, plan=self.plan, **more)

    def cancel_url(self):
        return self.plan.get_absolute_url()

    def success_url(self, record):
        return self.plan.get_absolute_url()

    def save(self, form):
        last = self.plan.actions.aggregate(last=Max("position"))["last"] or 0
        form.instance.plan, form.instance.position = self.plan, last + 1
        return super().save(form)


class ActionEdit(ActionRecord, EditPage):
    perm = "missions.change_action"
    title = gettext_lazy("Edit the action")
    form_class = ActionForm

    def closed(self, action):
        if may_edit(action, self.request.user):
            return ""
        return _("The plan is “%s”: its actions cannot be edited now.") % (
            action.plan.get_status_display()
        )


class ActionShare(ActionRecord, VerbPage):
    """The member alone decides what donors read."""

    perm = "missions.share_action"
    template_name = "generic/step.html"
    form_class = forms.Form

    def find(self):
        record = super().find()
        if not self.request.user.is_member:
            raise PermissionDenied
        return record

    def page(self, context, status=200):
        if self.record.is_shared:
            label = _("Stop sharing with donors")
            then = [_("Donors do not find this action any more.")]
        else:
            label = _("Share with donors")
            then = [
                _(
                    "Every donor with a sign-in can read its title, expected result, status and cost."
                ),
                _("Nothing else of the plan, and nobody's name, is shown to them."),
            ]
        context |= {"title": label, "submit_label": label, "consequences": then}
        return super().page({**context, "record": self.record, "draft_url": ""}, status)

    def act(self, record):
        return share_action(record, by=self.request.user, is_shared=not record.is_shared)


class ActionTell(ActionShare):
    """The member alone decides whether others read how it was done."""

    def page(self, context, status=200):
        if self.record.tells_others:
            label = _("Stop showing it to other members")
            then = [_("Other members do not find this action any more.")]
        else:
            label = _("Show it to other members")
            then = [
                _(
                    "Members with a recommendation on the same standards read its title and "
                    "expected result, and which member it is."
                ),
                _("They read it once the action is implemented; nothing else is shown to them."),
            ]
        context |= {"title": label, "submit_label": label, "consequences": then}
        return VerbPage.page(self, {**context, "record": self.record, "draft_url": ""}, status)

    def act(self, record):
        return tell_others(record, by=self.request.user, tells_others=not record.tells_others)


class ActionExtension(ActionRecord, VerbPage):
    perm = "missions.request_extension"
    title = gettext_lazy("Ask for a later due date")
    submit_label = gettext_lazy("Send the request")
    form_class = ExtensionForm

    @property
    def kicker(self):
        return str(self.record)

    @property
    def lead(self):
        return _("Due until now: %s. The regional office decides.") % markup.weekday(
            self.record.current_due_on, "–"
        )

    def act(self, record, **values):
        return request_extension(record, by=self.request.user, **values)

    def saved(self, record):
        return _("The request is with the regional office.")
