"""Nominees: the register, one nominee, putting somebody forward, changing, replacing, withdrawing."""

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import Count, Q
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from programmes.actions import remove_nominee
from programmes.actions.invitations import has_begun
from programmes.actions.replacing import REPLACEABLE
from programmes.eligibility import judged, shown
from programmes.filters.nominations import NominationFilter
from programmes.forms.nominees import DetailsForm
from programmes.letters import letter_of
from programmes.models import Nomination
from programmes.views.seats import as_pdf
from programmes.workflow import LIVE, NOMINATION, InvitationStatus, NominationStatus
from rocb import markup
from rocb.documents import MissingGlyph, pdf
from rocb.models.people import name_at
from rocb.roles import Role
from rocb.views.confirm import ConfirmPage
from rocb.views.house import Column, DetailPage, EditPage, ListPage, StepPage


class NominationList(ListPage):
    perm = "programmes.view_nomination"
    model = Nomination
    title = gettext_lazy("Nominees and participants")
    filterset_class = NominationFilter
    ordering = ("-event__starts_on", "administration__country_name__az", "rank", "pk")
    columns = (
        Column("name", gettext_lazy("Name"), "full_name", link="programmes:nomination-detail"),
        Column("member", gettext_lazy("Member"), "administration__country_name"),
        Column("event", gettext_lazy("Event"), "event__title"),
        Column("starts", gettext_lazy("Starts"), "event__starts_on", kind="day"),
        Column("rank", gettext_lazy("Rank"), kind="number"),
        Column("status", gettext_lazy("Status"), kind="tag", choices=NominationStatus),
    )
    empty = {
        "title": gettext_lazy("Nobody yet"),
        "text": gettext_lazy("People whom members nominate for events are listed here."),
    }

    def rows(self):
        return super().rows().annotate(full_name=name_at("person"))

    def count_label(self, count):
        return ngettext("%d person", "%d people", count) % count


class NominationRecord:
    model = Nomination

    def queryset(self):
        return (
            super()
            .queryset()
            .select_related(
                "event__office", "administration", "person", "invitation", "replaces__person"
            )
        )

    def breadcrumbs(self):
        record = getattr(self, "record", None)
        if record is None:
            return [(_("Nominees and participants"), reverse("programmes:nomination-list"))]
        trail = [(_("Nominees and participants"), reverse("programmes:nomination-list"))]
        if record.invitation:
            url = record.invitation.get_absolute_url()
            trail = [
                (_("Invitations"), reverse("programmes:invitation-list")),
                (f"{record.event}: {record.administration}", url),
            ]
        return [*trail, (record.person.full_name, record.get_absolute_url())]


class NominationDetail(NominationRecord, DetailPage):
    perm = "programmes.view_nomination"
    kicker = gettext_lazy("Nominee")
    template_name = "programmes/nomination_detail.html"
    workflow = NOMINATION
    step_url = "programmes:nomination-step"

    def breadcrumbs(self):
        return [*super().breadcrumbs()[:-1], (self.record.person.full_name, None)]

    @property
    def is_open(self) -> bool:
        return self.record.event.is_open and not has_begun(self.record.event)

    @property
    def is_draft(self) -> bool:
        row = self.record
        return bool(
            row.status == NominationStatus.NOMINATED
            and row.invitation
            and row.invitation.status == InvitationStatus.OPEN
        )

    def status(self, row):
        if self.is_draft:
            return _("Not sent yet"), "warn"
        return super().status(row)

    def steps(self, row):
        steps = super().steps(row) if self.is_open else []
        # A list not sent yet is changed by removing from it.
        return [] if self.is_draft else steps

    def links(self, row):
        user, found = self.request.user, []
        may = self.is_open and row.allows(user, "programmes.nominate")
        if may and row.status in LIVE:
            found.append((_("Change"), to("nomination-edit", row)))
        if may and self.is_draft:
            found.append((_("Remove"), to("nomination-remove", row)))
        elif may and row.invitation_id and row.status in REPLACEABLE:
            found.append((_("Send somebody else"), to("nomination-replace", row)))
        if row.status in (NominationStatus.SELECTED, NominationStatus.CONFIRMED):
            found.append((_("Letter (PDF)"), to("nomination-letter", row)))
        return found

    def facts(self, row):
        user, person, event = self.request.user, row.person, row.event
        name = person.full_name
        if user.has_perm("rocb.view_person"):
            name = markup.link(name, person.get_absolute_url())
        found = [
            (_("Event"), markup.link(event.title, event.get_absolute_url())),
            (_("When"), markup.days(event.starts_on, event.ends_on)),
            (_("Member"), row.administration.country_name),
            (_("Person"), name),
            (_("Position"), person.position),
            (_("E-mail"), person.email),
            (_("Rank"), row.rank),
            (_("Command of the language"), row.get_language_display()),
            (_("Pays the own way"), _("Yes") if row.is_self_funded else _("No")),
            (_("Why this person"), row.motivation),
        ]
        if may_read_needs(user):
            found.append((_("Dietary or accessibility needs"), row.needs))
        if row.replaces:
            found.append(
                (
                    _("Replaces"),
                    markup.link(row.replaces.person.full_name, row.replaces.get_absolute_url()),
                )
            )
        if row.status == NominationStatus.OFFERED:
            found.append((_("Offer open until"), markup.moment(row.offer_until)))
        if row.status == NominationStatus.ATTENDED and row.days_attended:
            found.append((_("Days attended"), row.days_attended))
        return found

    def who_can_see(self, row):
        return [
            _("The regional office that invites"),
            _("The coordinator, contributors and head of customs of %s")
            % row.administration.country_name,
            _("The WCO Secretariat, but not the needs"),
        ]

    def tab_names(self):
        return [("", _("Nominee")), ("past", _("History, comments, files"))]

    def details(self, row):
        if self.tab:
            return {}
        signs = judged(row.event, [row])[row.pk] if row.status in LIVE else []
        certificates = row.certificates.order_by("-pk")
        return {"signs": shown(signs) if signs else "", "certificates": list(certificates)}


def letter(request, pk):
    """The letter of invitation of one who was selected, for the office and the own member."""
    if not request.user.has_perm("programmes.view_nomination"):
        raise PermissionDenied
    rows = Nomination.objects.visible_to(request.user).filter(
        status__in=[NominationStatus.SELECTED, NominationStatus.CONFIRMED]
    )
    row = get_object_or_404(
        rows.select_related("person", "administration", "event__office", "event__sponsor"), pk=pk
    )
    try:
        return as_pdf(pdf(letter_of(row)), f"letter-{row.pk}")
    except MissingGlyph as error:
        messages.error(
            request,
            _("The letters “%s” cannot be printed by our fonts. Write the name in Latin letters.")
            % error,
        )
        return HttpResponseRedirect(row.get_absolute_url())


def may_read_needs(user) -> bool:
    """Dietary and accessibility needs are for the office and the own member alone."""
    return user.is_superuser or user.role != Role.SECRETARIAT


def to(name: str, record) -> str:
    return reverse(f"programmes:{name}", args=[record.pk])


class NominationEdit(NominationRecord, EditPage):
    perm = "programmes.nominate"
    title = gettext_lazy("Change what is said about a nominee")
    form_class = DetailsForm

    def closed(self, row):
        if row.status not in LIVE:
            return _("This nominee is not in play any more.")
        if not row.event.is_open or has_begun(row.event):
            return _("Nothing can be changed here any more: the event has begun, or is not open.")
        return ""


class NominationRemove(NominationRecord, ConfirmPage):
    perm = "programmes.nominate"
    title = gettext_lazy("Remove a nominee")
    submit_label = gettext_lazy("Remove")
    tone = "warning"

    def consequences(self, row):
        return [
            _("%s is taken off the list; nothing was sent yet.") % row.person.full_name,
            _("The person stays in the contact book."),
        ]

    def act(self, row, **values):
        return remove_nominee(row, by=self.request.user)

    def saved(self, record):
        return _("Removed.")


class WithdrawForm(forms.Form):
    """Why somebody does not come."""

    comment = forms.CharField(
        label=gettext_lazy("Reason"), widget=forms.Textarea(attrs={"rows": 3}), max_length=2000
    )


class NominationStep(NominationRecord, StepPage):
    workflow = NOMINATION
    step_forms = {"withdraw": WithdrawForm}

    def consequences(self, row):
        event = row.event
        counted = event.nominations.aggregate(
            waiting=Count("pk", filter=Q(status=NominationStatus.WAITING))
        )
        if self.step.name == "confirm":
            return [_("%s takes the seat; member and office are told.") % row.person.full_name]
        if self.step.name != "withdraw":
            return []
        found = [_("Member, office and the person are told, and why.")]
        if row.has_seat and counted["waiting"]:
            found.insert(0, _("The seat is offered at once to the first on the waiting list."))
        elif row.has_seat:
            found.insert(0, _("The seat is free again; nobody is on the waiting list."))
        return found
