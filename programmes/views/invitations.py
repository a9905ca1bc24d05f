"""Invitations: whom to ask, who has answered, and the page on which a member answers."""

from django.db.models import Count, OuterRef
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from programmes.actions.invitations import has_begun, is_late
from programmes.eligibility import judged, shown
from programmes.filters.nominations import InvitationFilter
from programmes.models import Invitation, Nomination
from programmes.workflow import INVITATION, LIVE, InvitationStatus, NominationStatus
from rocb import markup
from rocb.trail import files_of
from rocb.views.house import (
    Column,
    DetailPage,
    ListPage,
)

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
    ordering = ("-event__starts_on", "administration__country_name__az", "pk")
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
