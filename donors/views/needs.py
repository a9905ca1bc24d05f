"""The needs board: what members share, whom it fits, and the member's own word on it."""

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from donors.filters import ActionNeedFilter, RequestNeedFilter
from donors.matching import matches
from donors.models import Donor, Need
from donors.needs import (
    actions_on_the_board,
    requests_on_the_board,
    wanted_actions,
    wanted_requests,
)
from donors.views.matches import match_line
from missions.models import Action, Implementation, Support
from programmes.models import AssistanceRequest
from rocb import markup
from rocb.roles import Role
from rocb.views.house import Column, ListPage, RecordPage


def board_tabs(here: str) -> list[tuple]:
    return [
        (_("Actions"), reverse("donors:need-list"), here == "actions"),
        (_("Requests for assistance"), reverse("donors:need-request-list"), here == "requests"),
    ]


class Board(ListPage):
    """What both halves of the board share."""

    perm = "donors.view_need"
    template_name = "donors/needs.html"
    title = gettext_lazy("Needs board")
    lead = gettext_lazy(
        "What members need, and chose to show to donors. A need leaves the board the moment its "
        "member stops sharing it, or it is paid for."
    )
    here = ""

    def breadcrumbs(self):
        return [(_("Partners"), reverse("donors:home")), (self.title, None)]

    def details(self):
        return {"tabs": board_tabs(self.here)}


class ActionNeeds(Board):
    here = "actions"
    model = Action
    filterset_class = ActionNeedFilter
    ordering = ("plan__administration__country_name__az", "pk")
    columns = (
        Column("title", gettext_lazy("Action"), link="donors:need-action"),
        Column("member", gettext_lazy("Member"), "plan__administration__country_name"),
        Column("support", gettext_lazy("Support needed"), "support_needed", choices=Support),
        Column("status", gettext_lazy("Status"), kind="tag", choices=Implementation),
        Column("cost", gettext_lazy("Cost"), kind="number"),
        Column("currency", gettext_lazy("Currency")),
        Column("promised", gettext_lazy("Promised"), kind="number"),
    )
    empty = {
        "title": gettext_lazy("No action is shared at the moment"),
        "text": gettext_lazy(
            "Members decide on each action of their plan whether donors may read it."
        ),
    }

    def rows(self):
        return actions_on_the_board(self.request.user)

    def count_label(self, count):
        return ngettext("%d action", "%d actions", count) % count


class RequestNeeds(Board):
    here = "requests"
    model = Need
    filterset_class = RequestNeedFilter
    ordering = ("request__administration__country_name__az", "pk")
    columns = (
        Column(
            "title",
            gettext_lazy("Request"),
            "request__title",
            link="donors:need-request",
            link_by="request__pk",
        ),
        Column("member", gettext_lazy("Member"), "request__administration__country_name"),
        Column("kind", gettext_lazy("Kind"), "request__kind", choices=AssistanceRequest.Kind),
        Column("from", gettext_lazy("Wanted from"), "request__wanted_from_on", kind="day"),
        Column("until", gettext_lazy("Wanted until"), "request__wanted_until_on", kind="day"),
        Column("people", gettext_lazy("Participants"), "request__participants", kind="number"),
        Column("cost", gettext_lazy("Cost"), kind="number"),
        Column("currency", gettext_lazy("Currency")),
    )
    empty = {
        "title": gettext_lazy("No request is shared at the moment"),
        "text": gettext_lazy(
            "Members decide on each request for assistance whether donors may read it."
        ),
    }

    def rows(self):
        return requests_on_the_board(self.request.user)

    def count_label(self, count):
        return ngettext("%d request", "%d requests", count) % count


class NeedPage(RecordPage):
    """One need as donors read it. The office sees whom it fits; a donor how it fits itself."""

    perm = "donors.view_need"
    template_name = "donors/need_detail.html"
    kind = ""

    def get(self, request, pk):
        self.record = record = self.find()
        user = request.user
        need = self.wanted(record)
        donors = list(Donor.objects.visible_to(user).order_by("name__az"))
        found = matches(donors, [need], timezone.localdate()) if need else []
        context = {
            "title": need.title if need else "",
            "kicker": _("Need of a member"),
            "record": record,
            "facts": self.facts(record, need),
            "matches": [match_line(one, user) for one in found[:12]],
            "is_donor": user.role == Role.DONOR,
            "who_can_see": [
                _("Every donor with a sign-in, while the member shares it"),
                _("The regional office"),
                _("The WCO Secretariat"),
            ],
            **self.links_of(record, user),
        }
        return self.page(context)

    def breadcrumbs(self):
        return [(_("Partners"), reverse("donors:home")), (_("Needs board"), self.board())]

    def board(self) -> str:
        return reverse("donors:need-list")

    def links_of(self, record, user) -> dict:
        links = []
        if user.has_perm("donors.show_interest"):
            where = reverse("donors:need-interest", args=[self.kind, record.pk])
            links.append((_("We are interested"), where, ""))
        if user.has_perm("donors.change_fundingrequest"):
            query = f"?{self.kind}={record.pk}"
            links.append(
                (_("Ask a donor for it"), f"{reverse('donors:request-create')}{query}", "")
            )
        return {"steps": links}


def standards_of(wanted) -> str:
    """The standards that a need is about, in words."""
    return (
        ", ".join(f"{code} {title}" for code, title in wanted.standards.values()) if wanted else ""
    )


class ActionNeed(NeedPage):
    kind = "action"

    def queryset(self):
        found = actions_on_the_board(self.request.user)
        return found.select_related("plan__administration")

    def wanted(self, record):
        return next(
            iter(wanted_actions(actions_on_the_board(self.request.user).filter(pk=record.pk))), None
        )

    def facts(self, action, wanted):
        return [
            (_("Member"), action.plan.administration.country_name),
            (_("Expected result"), action.expected_result),
            (_("Support needed"), action.get_support_needed_display()),
            (_("Status"), action.get_status_display()),
            (_("Cost"), markup.money(action.cost, action.currency)),
            (
                _("Promised so far"),
                markup.money(action.promised, action.currency) if action.promised else "",
            ),
            (_("Standards"), standards_of(wanted)),
        ]


class RequestNeed(NeedPage):
    kind = "request"

    def queryset(self):
        found = requests_on_the_board(self.request.user)
        return found.select_related("request__administration")

    def kwargs_of_record(self):
        return {"request": self.kwargs["pk"]}

    def board(self):
        return reverse("donors:need-request-list")

    def links_of(self, record, user):
        found = super().links_of(record.request, user)
        if record.allows(user, "donors.change_need"):
            where = reverse("donors:need-edit", args=[record.request_id])
            found["actions"] = [(_("Cost, and whether it is paid for"), where)]
        return found

    def wanted(self, record):
        mine = requests_on_the_board(self.request.user).filter(pk=record.pk)
        return next(iter(wanted_requests(mine)), None)

    def facts(self, need, wanted):
        asked = need.request
        return [
            (_("Member"), asked.administration.country_name),
            (_("Kind"), asked.get_kind_display()),
            (_("Why it is needed"), asked.reason),
            (_("What it should lead to"), asked.expected),
            (_("Participants expected"), asked.participants),
            (_("Wanted"), markup.days(asked.wanted_from_on, asked.wanted_until_on)),
            (_("Cost"), markup.money(need.cost, need.currency)),
            (_("Themes"), ", ".join(wanted.themes.values()) if wanted else ""),
            (_("Standards"), standards_of(wanted)),
        ]
