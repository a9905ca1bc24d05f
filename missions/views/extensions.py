"""Requests for a later due date: what waits for the office, and what was decided."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from missions.filters import ExtensionFilter
from missions.models import ExtensionRequest
from missions.views.plans import member_can_see
from missions.workflow import EXTENSION, ExtensionStatus
from rocb import markup
from rocb.views.house import Column, DetailPage, ListPage, StepPage


class ExtensionList(ListPage):
    perm = "missions.view_extension"
    model = ExtensionRequest
    title = gettext_lazy("Requests for a later due date")
    filterset_class = ExtensionFilter
    ordering = ("-created_at",)
    columns = (
        Column("action", gettext_lazy("Action"), "action__title", link="missions:extension-detail"),
        Column("member", gettext_lazy("Member"), "action__plan__administration__country_name"),
        Column("before", gettext_lazy("Due until now"), "due_on_before", kind="day"),
        Column("new", gettext_lazy("New date"), "new_due_on", kind="day"),
        Column("status", gettext_lazy("Status"), kind="tag", choices=ExtensionStatus),
        Column("asked", gettext_lazy("Asked"), "created_at", kind="day"),
    )
    empty = {
        "title": gettext_lazy("No request yet"),
        "text": gettext_lazy(
            "When a plan is in force, its coordinator asks here to move a due date."
        ),
    }

    def count_label(self, count):
        return ngettext("%d request", "%d requests", count) % count


class ExtensionRecord:
    model = ExtensionRequest

    def queryset(self):
        return (
            super()
            .queryset()
            .select_related(
                "action__plan__administration", "created_by__person", "decided_by__person"
            )
        )


class ExtensionDetail(ExtensionRecord, DetailPage):
    perm = "missions.view_extension"
    kicker = gettext_lazy("Request for a later due date")
    workflow = EXTENSION
    step_url = "missions:extension-step"

    def breadcrumbs(self):
        action = self.record.action
        return [
            (_("Requests for a later due date"), reverse("missions:extension-list")),
            (str(action), None),
        ]

    def facts(self, request):
        action = request.action
        days = (request.new_due_on - request.due_on_before).days
        return [
            (_("Action"), markup.link(str(action), action.get_absolute_url())),
            (_("Member"), action.plan.administration.country_name),
            (_("Due until now"), markup.weekday(request.due_on_before)),
            (
                _("New date"),
                f"{markup.weekday(request.new_due_on)} ({ngettext('%d day', '%d days', days) % days})",
            ),
            (_("Reason"), request.reason),
            (_("Asked by"), request.created_by and request.created_by.full_name),
            (
                _("Decided by"),
                request.decided_by
                and f"{request.decided_by.full_name}, {markup.moment(request.decided_at)}",
            ),
        ]

    def chain(self, request):
        action = request.action
        return [
            (_("Action"), [(str(action), action.get_absolute_url())], False),
            (_("New date"), [(markup.day(request.new_due_on), "")], True),
        ]

    def who_can_see(self, request):
        return member_can_see(request.action.plan.administration)

    def details(self, request):
        return {"title": str(request.action)}


class ExtensionStep(ExtensionRecord, StepPage):
    workflow = EXTENSION

    def consequences(self, request):
        return {
            "approve": [
                _("The action is then due on %s; its baseline stays as it was.")
                % markup.weekday(request.new_due_on),
                _("The coordinator is told."),
            ],
            "refuse": [_("The due date stays as it is; the coordinator is told why.")],
            "withdraw": [_("The office is not asked any more.")],
        }[self.step.name]
