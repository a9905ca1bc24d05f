"""Invitations: whom to ask, who has answered, and the page on which a member answers."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db.models import Count, OuterRef
from django.db.models.functions import Coalesce
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from programmes.actions import change_invitation, rank_nominees
from programmes.actions.invitations import has_begun, is_late
from programmes.eligibility import judged, shown
from programmes.filters.nominations import InvitationFilter
from programmes.forms.nominations import InvitationForm
from programmes.models import Invitation, Nomination
from programmes.workflow import INVITATION, LIVE, InvitationStatus, NominationStatus
from rocb import markup
from rocb.trail import files_of
from rocb.views.house import (
    Column,
    DetailPage,
    EditPage,
    ListPage,
    RecordPage,
    StepPage,
)
from rocb.workflow import StepRefused

# Counted for the rows of a page alone: a join would count those of all invitations first.
LIVE_ONES = Coalesce(
    Nomination.objects.filter(invitation=OuterRef("pk"), status__in=LIVE)
    .order_by()
    .values("invitation")
    .values(number=Count("pk")),
    0,
)


class InvitationList(ListPage):
    perm = "programmes.view_invitation"
    model = Invitation
    title = gettext_lazy("Invitations")
    filterset_class = InvitationFilter
    ordering = ("-event__starts_on", "administration__country_name", "pk")
    columns = (
        Column("event", gettext_lazy("Event"), "event__title", link="programmes:invitation-detail"),
        Column("starts", gettext_lazy("Starts"), "event__starts_on", kind="day"),
        Column("member", gettext_lazy("Member"), "administration__country_name"),
        Column("seats", gettext_lazy("Seats"), kind="number"),
        Column("nominees", gettext_lazy("Nominees"), "number", kind="number"),
        Column("until", gettext_lazy("Answer wanted by"), "respond_by", kind="day"),
        Column("status", gettext_lazy("Status"), kind="tag", choices=InvitationStatus),
    )
    empty = {
        "title": gettext_lazy("No invitation yet"),
        "text": gettext_lazy("Who is invited to an event, and who has answered, is listed here."),
    }

    def rows(self):
        return super().rows().annotate(number=LIVE_ONES)

    def count_label(self, count):
        return ngettext("%d invitation", "%d invitations", count) % count


class InvitationRecord:
    model = Invitation

    def queryset(self):
        return super().queryset().select_related("event__office", "administration")

    def breadcrumbs(self):
        record = getattr(self, "record", None)
        trail = [(_("Invitations"), reverse("programmes:invitation-list"))]
        return [*trail, (str(record), record.get_absolute_url())] if record else trail


class InvitationDetail(InvitationRecord, DetailPage):
    perm = "programmes.view_invitation"
    kicker = gettext_lazy("Invitation")
    template_name = "programmes/invitation_detail.html"
    workflow = INVITATION
    step_url = "programmes:invitation-step"

    def tab_names(self):
        return [("", _("Nominees")), ("past", _("History, comments, files"))]

    def links(self, invitation):
        user, found = self.request.user, []
        if self.may_nominate:
            found += [
                (_("Nominate somebody"), to("nomination-create", invitation)),
                (_("Several at once"), to("nomination-import", invitation)),
            ]
        if invitation.allows(user, "programmes.invite_members") and self.is_open:
            found.append((_("Change"), to("invitation-edit", invitation)))
        return found

    @property
    def is_open(self) -> bool:
        event = self.record.event
        return event.is_open and not has_begun(event)

    @property
    def may_nominate(self) -> bool:
        invitation, user = self.record, self.request.user
        return (
            invitation.status == InvitationStatus.OPEN
            and self.is_open
            and invitation.allows(user, "programmes.nominate")
            and not (user.is_member and is_late(invitation))
        )

    def steps(self, invitation):
        return super().steps(invitation) if self.is_open else []

    def facts(self, invitation):
        event = invitation.event
        return [
            (_("Event"), markup.link(event.title, event.get_absolute_url())),
            (_("When"), markup.days(event.starts_on, event.ends_on)),
            (_("Where"), event.place),
            (_("Member"), invitation.administration.country_name),
            (_("Seats"), invitation.seats),
            (_("Answer wanted by"), markup.weekday(invitation.respond_by)),
            (_("Answered"), markup.moment(invitation.answered_at)),
            (_("E-learning required"), event.required_course),
        ]

    def who_can_see(self, invitation):
        return [
            _("The regional office that invites"),
            _("The coordinator, contributors and head of customs of %s")
            % invitation.administration.country_name,
            _("The WCO Secretariat"),
        ]

    def details(self, invitation):
        if self.tab:
            return {}
        user = self.request.user
        rows = list(
            Nomination.objects.visible_to(user)
            .filter(invitation=invitation)
            .select_related("person")
            .order_by("rank", "pk")
        )
        signs = judged(invitation.event, rows)
        live = [row for row in rows if row.status in LIVE]
        reserve = max(0, len(live) - invitation.seats)
        return {
            "lead": invitation.message,
            "invitation": invitation,
            "rows": [shown_row(row, invitation, signs) for row in rows],
            "may_rank": self.may_nominate and len(live) > 1,
            "may_nominate": self.may_nominate,
            "create_url": to("nomination-create", invitation),
            "reserve": reserve,
            "notes": list(filter(None, notes_on(invitation, user, len(live), reserve, self))),
            "files": files_of(invitation, user),
            "file_url": reverse("file-add", args=["programmes.invitation", invitation.pk])
            if invitation.allows(user, "rocb.add_file")
            else "",
            "can_comment_internal": user.has_perm("rocb.comment_internal"),
        }


def to(name: str, record) -> str:
    return reverse(f"programmes:{name}", args=[record.pk])


def shown_row(row: Nomination, invitation: Invitation, signs) -> dict:
    is_live = row.status in LIVE
    return {
        "pk": row.pk,
        "rank": row.rank if is_live else "",
        "name": row.person.full_name,
        "position": row.person.position,
        "url": row.get_absolute_url(),
        "is_reserve": is_live and row.rank > invitation.seats,
        "status": status_of(row, invitation),
        "signs": shown(signs[row.pk]) if is_live else "",
    }


def status_of(row: Nomination, invitation: Invitation | None) -> str:
    """The status as a tag; what a member still puts together is not sent."""
    is_draft = (
        row.status == NominationStatus.NOMINATED
        and invitation is not None
        and invitation.status == InvitationStatus.OPEN
    )
    if is_draft:
        return markup.tag(_("Not sent yet"), "warn")
    return markup.tag(row.get_status_display(), markup.tone_of(row.status))


def notes_on(
    invitation: Invitation, user, number: int, reserve: int, page
) -> list[tuple[str, str]]:
    """(tone, sentence) above the table: what this reader should know now."""
    found = []
    is_waiting = invitation.status == InvitationStatus.OPEN and page.is_open
    if is_waiting and user.is_member and is_late(invitation):
        found.append(
            (
                "warn",
                _(
                    "Answers were wanted by %s. Ask the regional office to give you more time, "
                    "or send it the names by mail."
                )
                % markup.weekday(invitation.respond_by),
            )
        )
    elif is_waiting and number:
        found.append(("warn", _("Not sent yet: the office reads the nominees when you send them.")))
    if reserve:
        seats = (
            ngettext("There is %d seat", "There are %d seats", invitation.seats) % invitation.seats
        )
        words = ngettext(
            "%(seats)s: the nominee ranked below is in reserve, and comes only if the "
            "office has a seat to spare.",
            "%(seats)s: the %(n)s nominees ranked below are in reserve, and come only if "
            "the office has seats to spare.",
            reserve,
        )
        found.append(("info", words % {"seats": seats, "n": reserve}))
    return found


class InvitationEdit(InvitationRecord, EditPage):
    perm = "programmes.invite_members"
    title = gettext_lazy("Change the invitation")
    form_class = InvitationForm

    def closed(self, invitation):
        if invitation.status == InvitationStatus.CANCELLED:
            return _("This invitation was taken back.")
        if not invitation.event.is_open or has_begun(invitation.event):
            return _("Nothing can be changed here any more: the event is over, or not open.")
        return ""

    def save(self, form):
        return change_invitation(
            Invitation.objects.get(pk=form.instance.pk),
            by=self.request.user,
            **{name: form.cleaned_data[name] for name in InvitationForm.Meta.fields},
        )

    def finish(self, form):
        try:
            return super().finish(form)
        except ValidationError as error:
            form.add_error(None, error)
            return self.show(form, status=422)


class InvitationStep(InvitationRecord, StepPage):
    workflow = INVITATION

    def consequences(self, invitation):
        live = invitation.nominations.filter(status=NominationStatus.NOMINATED).count()
        reserve = max(0, live - invitation.seats)
        sent = (
            ngettext(
                "%d nominee goes to the regional office.",
                "%d nominees go to the regional office.",
                live,
            )
            % live
        )
        found = {
            "answer": [
                sent,
                _("Afterwards the office opens the invitation again if you ask it to."),
            ],
            "decline": [_("The office is told that nobody comes, and why."), gone(live)],
            "reopen": [_("The member can add and change nominees again; it is told.")],
            "cancel": [
                _("The member is told that the invitation was taken back, and why."),
                gone(live),
            ],
        }[self.step.name]
        if self.step.name == "answer" and reserve:
            words = ngettext(
                "%d of them is in reserve: there are fewer seats.",
                "%d of them are in reserve: there are fewer seats.",
                reserve,
            )
            found.insert(1, words % reserve)
        return [sentence for sentence in found if sentence]


def gone(number: int) -> str:
    if not number:
        return ""
    words = ngettext(
        "%d nominee not yet selected is withdrawn.",
        "%d nominees not yet selected are withdrawn.",
        number,
    )
    return words % number


class InvitationRanks(InvitationRecord, RecordPage):
    """The numbers in front of the nominees, put in order."""

    perm = "programmes.nominate"

    def post(self, request, pk):
        invitation = self.find()
        order = {
            int(name[2:]): int(value)
            for name, value in request.POST.items()
            if name[:2] == "r-" and name[2:].isdecimal() and value.isdecimal()
        }
        try:
            rank_nominees(invitation, order, by=request.user)
        except StepRefused as refused:
            messages.error(request, str(refused))
        else:
            messages.success(request, _("The order is saved."))
        return HttpResponseRedirect(invitation.get_absolute_url())
