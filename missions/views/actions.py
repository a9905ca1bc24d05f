"""Actions of plans: the list, and one action."""

from django.urls import reverse
from django.utils.html import format_html_join
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from missions.filters import ActionFilter, SharedActionFilter
from missions.models import Action, ActionRow, Implementation, Support
from missions.views.plans import may_add_action, member_can_see
from missions.workflow import MatrixStatus, PlanStatus
from rocb import markup
from rocb.panels import panels_on
from rocb.roles import Role
from rocb.views.house import Column, DetailPage, ListPage

TITLE = Column("title", gettext_lazy("Action"), link="missions:action-detail")

MEMBER = Column("member", gettext_lazy("Member"), "plan__administration__country_name")

STATUS = Column("status", gettext_lazy("Status"), kind="tag", choices=Implementation)

COST = Column("cost", gettext_lazy("Cost"), kind="number")

CURRENCY = Column("currency", gettext_lazy("Currency"))


class ActionList(ListPage):
    perm = "missions.view_action"
    model = Action
    title = gettext_lazy("Actions")
    ordering = ("plan__administration__country_name__az", "plan", "position", "pk")
    empty = {
        "title": gettext_lazy("No action to show"),
        "text": gettext_lazy("Actions are part of the action plans of the members."),
    }

    @property
    def is_donor(self):
        return self.request.user.role == Role.DONOR

    @property
    def filterset_class(self):
        return SharedActionFilter if self.is_donor else ActionFilter

    @property
    def columns(self):
        if self.is_donor:
            result = Column("result", gettext_lazy("Expected result"), "expected_result")
            return (TITLE, MEMBER, result, STATUS, COST, CURRENCY)
        return (
            Column("number", gettext_lazy("Number")),
            TITLE,
            MEMBER,
            Column("unit", gettext_lazy("Responsible"), "responsible_unit"),
            Column("due", gettext_lazy("Due"), "current_due_on", kind="day"),
            STATUS,
            Column("percent", gettext_lazy("% done"), kind="percent"),
            Column("support", gettext_lazy("Support"), "support_needed", choices=Support),
            COST,
            CURRENCY,
        )

    def count_label(self, count):
        return ngettext("%d action", "%d actions", count) % count


class ActionRecord:
    """What every page of one action shares."""

    model = Action

    def queryset(self):
        """Those that this reader may see, with what the page shows of each."""
        return Action.objects.visible_to(self.request.user).select_related(
            "plan__administration", "responsible_person"
        )

    def breadcrumbs(self):
        action = getattr(self, "record", None)
        if action is None:
            return [(_("Actions"), reverse("missions:action-list"))]
        if self.request.user.role == Role.DONOR:
            trail = [(_("Actions"), reverse("missions:action-list"))]
        else:
            trail = [
                (_("Action plans"), reverse("missions:plan-list")),
                (action.plan.title, action.plan.get_absolute_url()),
            ]
        return [*trail, (str(action), action.get_absolute_url())]


class ActionDetail(ActionRecord, DetailPage):
    perm = "missions.view_action"
    template_name = "missions/action_detail.html"
    kicker = gettext_lazy("Action")

    def status(self, action):
        tone = (
            "ok" if action.status == Implementation.IMPLEMENTED else markup.tone_of(action.status)
        )
        return action.get_status_display(), tone

    def links(self, action):
        user, plan, found = self.request.user, action.plan, []
        if may_edit(action, user):
            found.append((_("Edit"), reverse("missions:action-edit", args=[action.pk])))
        in_force = plan.status == PlanStatus.IN_FORCE and not action.is_finished
        if in_force and action.allows(user, "missions.request_extension"):
            ask = reverse("missions:action-extension", args=[action.pk])
            found.append((_("Ask for a later due date"), ask))
        if user.is_member and action.allows(user, "missions.share_action"):
            label = _("Stop sharing with donors") if action.is_shared else _("Share with donors")
            found.append((label, reverse("missions:action-share", args=[action.pk])))
            tell = _("Stop showing it to other members") if action.tells_others else ""
            tell = tell or _("Show it to other members")
            found.append((tell, reverse("missions:action-tell", args=[action.pk])))
        return found

    def facts(self, action):
        if self.request.user.role == Role.DONOR:
            return [
                (_("Member"), action.plan.administration.country_name),
                (_("Expected result"), action.expected_result),
                (_("Cost"), markup.money(action.cost, action.currency)),
            ]
        return [
            (_("Expected result"), action.expected_result),
            (_("Responsible"), unit_and_person(action)),
            (_("Due"), due_with_slippage(action)),
            (_("Done"), markup.progress(action.percent)),
            (_("Cost"), markup.money(action.cost, action.currency)),
            (_("Support needed"), action.get_support_needed_display()),
            (_("Shared with donors"), _("yes") if action.is_shared else _("no")),
            (
                _("Standards"),
                format_html_join(
                    mark_safe("<br>"),
                    "{}",
                    ((one,) for one in action.standards.order_by("position")),
                ),
            ),
        ]

    def chain(self, action):
        if self.request.user.role == Role.DONOR:
            return []
        told = action.recommendations.visible_to(self.request.user)
        advice = [(one.number, one.get_absolute_url()) for one in told]
        accepted = [row for row in self.progress if row["status"] == MatrixStatus.ACCEPTED]
        return [
            (_("Recommendations"), advice, False),
            (_("Action"), [(action.number, "")], True),
            (_("Reported"), [(row["cycle"], row["url"]) for row in self.progress[:1]], False),
            (_("Verified"), [(row["cycle"], row["url"]) for row in accepted[:1]], False),
        ]

    def who_can_see(self, action):
        who = member_can_see(action.plan.administration)
        if action.is_shared:
            who.append(_("Every donor: its title, expected result, status and cost"))
        else:
            who.append(_("Donors: no, unless the member shares it"))
        return who

    def get(self, request, *args, **kwargs):
        self.progress = (
            [] if request.user.role == Role.DONOR else progress_of(kwargs["pk"], request.user)
        )
        return super().get(request, *args, **kwargs)

    def tab_names(self):
        if self.request.user.role == Role.DONOR:
            return super().tab_names()
        return [("", _("Action")), ("past", _("History, comments, files"))]

    def details(self, action):
        if self.tab:
            return {}
        panels = panels_on("action", self.request.user, action)
        if self.request.user.role == Role.DONOR:
            return {"is_donor": True, "panels": panels}
        requests = action.extension_requests.select_related("created_by__person")
        return {
            "panels": panels,
            "progress": self.progress,
            "earlier_url": earlier(action) if len(self.progress) == MOST_REPORTS else "",
            "extensions": [
                {
                    "url": one.get_absolute_url(),
                    "text": _("%(old)s → %(new)s")
                    % {"old": markup.day(one.due_on_before), "new": markup.day(one.new_due_on)},
                    "by": one.reason,
                    "tag": one.get_status_display(),
                    "tone": markup.tone_of(one.status),
                }
                for one in requests
            ],
        }


# Reports that are told in full: six years of half-yearly cycles. Those before are in the matrices.
MOST_REPORTS = 12


def progress_of(pk: int, user) -> list[dict]:
    """What was last reported on an action, the newest cycle first; one query."""
    rows = (
        ActionRow.objects.visible_to(user)
        .filter(action=pk)
        .exclude(matrix__status=MatrixStatus.CANCELLED)
        .select_related("matrix__cycle")
        .order_by("-matrix")[:MOST_REPORTS]
    )
    return [
        {
            "cycle": row.matrix.cycle.name,
            "url": row.matrix.get_absolute_url(),
            "status": row.matrix.status,
            "matrix": (row.matrix.get_status_display(), markup.tone_of(row.matrix.status)),
            "row": row,
        }
        for row in sorted(rows, key=lambda row: row.matrix.cycle.due_on, reverse=True)
    ]


def earlier(action) -> str:
    """Every matrix of the action's member, where reports older than those told here are read."""
    return f"{reverse('missions:matrix-list')}?administration={action.plan.administration_id}"


def unit_and_person(action) -> str:
    person = action.responsible_person
    return ", ".join(
        part for part in (action.responsible_unit, person and person.full_name) if part
    )


def due_with_slippage(action):
    """The due date, and how far it has moved since the plan came into force."""
    day = markup.weekday(action.current_due_on)
    if not action.slippage:
        return day
    moved = ngettext("%d day later than planned", "%d days later than planned", action.slippage)
    return f"{day} ({moved % action.slippage})"


def may_edit(action, user) -> bool:
    """Members edit drafts; the office also the wording of an action in a plan in force."""
    return may_add_action(action.plan, user) and action.plan.status != PlanStatus.CLOSED
