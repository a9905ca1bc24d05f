"""Requests for assistance: the register, the record, the member's form and the office's part."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from programmes.filters.requests import RequestFilter
from programmes.models import AssistanceRequest, Event
from programmes.workflow import REQUEST, RequestStatus
from rocb import markup
from rocb.languages import names_of
from rocb.models.people import name_at
from rocb.panels import panels_on
from rocb.views.house import Column, DetailPage, ListPage


class RequestList(ListPage):
    perm = "programmes.view_assistancerequest"
    model = AssistanceRequest
    title = gettext_lazy("Requests for assistance")
    filterset_class = RequestFilter
    ordering = ("-created_at", "-pk")
    columns = (
        Column("title", gettext_lazy("Request"), link="programmes:request-detail"),
        Column("member", gettext_lazy("Member"), "administration__country_name"),
        Column("kind", gettext_lazy("Kind"), choices=AssistanceRequest.Kind),
        Column("received", gettext_lazy("Received"), "created_at", kind="day"),
        Column("wanted", gettext_lazy("Wanted from"), "wanted_from_on", kind="day"),
        Column("charge", gettext_lazy("In charge"), "officer_name"),
        Column("status", gettext_lazy("Status"), kind="tag", choices=RequestStatus),
    )
    empty = {
        "title": gettext_lazy("No request yet"),
        "text": gettext_lazy(
            "Members ask here for seminars, training, advice or equipment, and follow what becomes "
            "of it."
        ),
    }

    @property
    def create(self):
        if self.request.user.has_perm("programmes.ask_assistance"):
            return (
                "programmes.ask_assistance",
                "programmes:request-create",
                _("Ask for assistance"),
            )
        return (
            "programmes.change_assistancerequest",
            "programmes:request-create",
            _("New request"),
        )

    def rows(self):
        return super().rows().annotate(officer_name=name_at("officer__person"))

    def count_label(self, count):
        return ngettext("%d request", "%d requests", count) % count


class RequestRecord:
    """What every page of one request shares."""

    model = AssistanceRequest

    def queryset(self):
        return super().queryset().select_related("administration", "officer__person")

    def breadcrumbs(self):
        trail = [(_("Requests for assistance"), reverse("programmes:request-list"))]
        record = getattr(self, "record", None)
        return [*trail, (record.title, record.get_absolute_url())] if record else trail


class RequestDetail(RequestRecord, DetailPage):
    perm = "programmes.view_assistancerequest"
    kicker = gettext_lazy("Request for assistance")
    template_name = "programmes/request_detail.html"
    workflow = REQUEST
    step_url = "programmes:request-step"

    def tab_names(self):
        return [("", _("Request")), ("past", _("History, comments, files"))]

    def links(self, request):
        user, found = self.request.user, []
        if may_edit(request, user):
            found.append((_("Edit"), reverse("programmes:request-edit", args=[request.pk])))
        if request.is_open and request.allows(user, "programmes.change_assistancerequest"):
            office = reverse("programmes:request-office", args=[request.pk])
            found.append((_("The office's part"), office))
        if may_become_event(request, user):
            found.append((_("Make an event of it"), event_address(request)))
        return found

    def facts(self, request):
        member, officer = request.administration, request.officer
        facts = [
            (_("Member"), markup.link(member.country_name, member.get_absolute_url())),
            (_("Kind"), request.get_kind_display()),
            (_("Received"), markup.weekday(request.created_at)),
            (_("Wanted"), markup.days(request.wanted_from_on, request.wanted_until_on)),
            (_("Participants expected"), request.participants),
            (_("Languages"), names_of(request.languages)),
            (_("Themes"), ", ".join(str(one) for one in request.themes.all())),
            (
                _("Standards"),
                ", ".join(str(one) for one in request.standards.order_by("position")),
            ),
            (_("Officer in charge"), officer and officer.full_name),
        ]
        if request.shows_assessment(self.request.user):
            facts += [
                (_("Needs money from a donor"), _("Yes") if request.needs_funding else _("No")),
                (_("Assessment (office only)"), request.assessment),
            ]
        return facts

    def chain(self, request):
        if self.tab:
            return []
        seen = Event.objects.visible_to(self.request.user)
        self.events = list(seen.filter(assistance_requests=request).order_by("starts_on", "pk"))
        self.helpers = list(request.helpers.order_by("country_name__az"))
        return [
            (_("Request"), [(request.get_status_display(), "")], True),
            (_("Events"), [(one.title, one.get_absolute_url()) for one in self.events], False),
            (_("Resource persons from"), [(one.country_name, "") for one in self.helpers], False),
            (_("Answer"), [(markup.day(request.answered_at), "")] if request.answer else [], False),
        ]

    def who_can_see(self, request):
        return [
            _("The regional office"),
            _("The coordinator, contributors and head of customs of %s")
            % request.administration.country_name,
            _("The WCO Secretariat"),
        ]

    def details(self, request):
        if self.tab:
            return {}
        return {
            "events": [event_line(one) for one in self.events],
            "helpers": [one.country_name for one in self.helpers],
            "panels": panels_on("request", self.request.user, request),
        }


def event_line(event) -> dict:
    return {
        "text": event.title,
        "url": event.get_absolute_url(),
        "tag": event.get_status_display(),
        "tone": markup.tone_of(event.status),
        "by": ", ".join(
            part for part in (markup.days(event.starts_on, event.ends_on), event.place) if part
        ),
    }


def may_edit(request, user) -> bool:
    """Members correct a request until it is taken up; the office while it is open."""
    if user.is_member:
        is_new = request.status == RequestStatus.RECEIVED
        return is_new and request.allows(user, "programmes.ask_assistance")
    return request.is_open and request.allows(user, "programmes.change_assistancerequest")


def may_become_event(request, user) -> bool:
    return request.status in (RequestStatus.ASSESSED, RequestStatus.MATCHED) and (
        request.allows(user, "programmes.change_assistancerequest")
        and user.has_perm("programmes.change_event")
    )


def event_address(request) -> str:
    return f"{reverse('programmes:event-create')}?request={request.pk}"
