"""Invitations as pages: invite somebody, see who has not come yet, send again, withdraw."""

from allauth.decorators import rate_limit
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from rocb import markup, signins
from rocb.invitations import invite, send_again, withdraw
from rocb.models import Invitation, Person
from rocb.office_filters import InvitationFilter
from rocb.office_forms import InviteForm
from rocb.posted import number_in
from rocb.roles import Role
from rocb.views.confirm import ConfirmPage
from rocb.views.house import Column, CreatePage, DetailPage, ListPage, VerbPage
from rocb.views.users import Place


@method_decorator(rate_limit(action="invite"), name="dispatch")
class UserInvite(Place, CreatePage):
    perm = "rocb.invite_user"
    title = gettext_lazy("Invite somebody")
    lead = gettext_lazy(
        "They get a mail with a link that works once, for 14 days, and choose their own password."
    )
    submit_label = gettext_lazy("Send the invitation")
    form_class = InviteForm

    def breadcrumbs(self):
        return [*super().breadcrumbs(), (self.title, None)]

    def form(self, data=None, files=None, **more):
        return InviteForm(data, by=self.request.user, **more)

    def initial(self):
        """Somebody of the contact book, when the address names them."""
        pk = self.request.GET.get("person", "")
        people = Person.objects.visible_to(self.request.user)
        person = people.filter(pk=number_in(pk, 0)).first()
        names = ("email", "given_name", "family_name", "organisation")
        return {name: getattr(person, name) for name in names} if person else {}

    def cancel_url(self):
        return self.to("users")

    def post(self, request, *args, **kwargs):
        form = self.form(request.POST)
        if not form.is_valid():
            return self.show(form, status=422)
        try:
            return self.finish(form)
        except ValidationError as error:
            fields = error.message_dict if hasattr(error, "error_dict") else {None: error.messages}
            for name, sentences in fields.items():
                form.add_error(name if name in form.fields else None, sentences)
            return self.show(form, status=422)

    def save(self, form):
        values = form.cleaned_data
        place = self.request.user.person.organisation
        return invite(by=self.request.user, **{"organisation": place, **values})

    def saved(self, invitation):
        return _("The invitation to %s is on its way.") % invitation.email

    def success_url(self, invitation):
        return self.to("invitation", invitation.pk)


def invitation_columns(place: str):
    return (
        Column("email", gettext_lazy("E-mail"), link=f"{place}-invitation"),
        Column("role", gettext_lazy("Role"), choices=Role),
        Column("organisation", gettext_lazy("Organisation"), "person__organisation__name"),
        Column("state", gettext_lazy("State"), kind="tag", choices=Invitation.State),
        Column("sent", gettext_lazy("Invited"), "created_at", kind="day"),
        Column("expires", gettext_lazy("Expires"), "expires_at", kind="day"),
    )


class InvitationList(Place, ListPage):
    perm = "rocb.invite_user"
    model = Invitation
    title = gettext_lazy("Invitations")
    filterset_class = InvitationFilter
    ordering = ("-created_at", "-pk")
    columns = invitation_columns("office")
    create = ("rocb.invite_user", "office-user-invite", gettext_lazy("Invite somebody"))
    empty = {
        "title": gettext_lazy("Nobody has been invited yet"),
        "text": gettext_lazy("An invitation is the only way to a sign-in."),
    }

    def breadcrumbs(self):
        return [*super().breadcrumbs(), (self.title, None)]

    def rows(self):
        return super().rows().with_state(timezone.now())

    def count_label(self, count):
        return ngettext("%s invitation", "%s invitations", count) % markup.number(count)


class OwnInvitationList(InvitationList):
    perm = "rocb.manage_own_users"
    place = "my"
    columns = invitation_columns("my")
    create = ("rocb.manage_own_users", "my-user-invite", gettext_lazy("Invite somebody"))


class InvitationRecord(Place):
    """What every page of one invitation shares."""

    perm = "rocb.invite_user"
    model = Invitation

    def queryset(self):
        rows = super().queryset().with_state(timezone.now())
        return rows.select_related("person__organisation", "created_by__person")


class InvitationDetail(InvitationRecord, DetailPage):
    kicker = gettext_lazy("Invitation")

    def breadcrumbs(self):
        return [*super().breadcrumbs(), (self.record.email, None)]

    def trail(self, invitation):
        return {}

    def status(self, invitation):
        return Invitation.State(invitation.state).label, markup.tone_of(invitation.state)

    def links(self, invitation):
        if invitation.state not in ("open", "lapsed"):
            return []
        if invitation.role not in signins.roles_open_to(self.request.user):
            return []
        return [
            (_("Send again"), self.to("invitation-send", invitation.pk)),
            (_("Withdraw"), self.to("invitation-withdraw", invitation.pk)),
        ]

    def facts(self, invitation):
        by = invitation.created_by
        held = ""
        if invitation.is_held and self.request.user.has_perm("rocb.invite_user"):
            held = _(
                "No link was sent: the address belongs to somebody of another organisation. "
                "Set that right in the contact book, then invite anew."
            )
        return [
            (_("Link"), held),
            (_("Person"), invitation.person.full_name),
            (_("Organisation"), invitation.person.organisation),
            (_("Role"), invitation.get_role_display()),
            (_("Invited by"), by and by.full_name),
            (_("Invited"), markup.moment(invitation.created_at)),
            (_("Expires"), markup.moment(invitation.expires_at)),
            (_("Accepted"), markup.moment(invitation.accepted_at)),
            (_("Withdrawn"), markup.moment(invitation.withdrawn_at)),
            (_("Sign-in ends"), markup.day(invitation.ends_on)),
        ]


class InvitationVerb(InvitationRecord, ConfirmPage):
    """Sending again and withdrawing."""

    def find(self):
        # VerbPage asks the record; whose invitation may be touched is asked of its role.
        invitation = super(VerbPage, self).find()
        if invitation.role not in signins.roles_open_to(self.request.user):
            raise PermissionDenied
        return invitation

    def cancel_url(self):
        return self.to("invitation", self.record.pk)

    def success_url(self, record):
        return self.to("invitation", record.pk)


@method_decorator(rate_limit(action="invite"), name="dispatch")
class InvitationSend(InvitationVerb):
    title = gettext_lazy("Send an invitation again")
    submit_label = gettext_lazy("Send again")

    def consequences(self, invitation):
        return [
            _("%s gets a mail with a new link, for another 14 days.") % invitation.email,
            _("The link before it stops working."),
        ]

    def act(self, invitation):
        return send_again(invitation, by=self.request.user)

    def saved(self, invitation):
        return _("The invitation to %s is on its way.") % invitation.email


class InvitationWithdraw(InvitationVerb):
    title = gettext_lazy("Withdraw an invitation")
    submit_label = gettext_lazy("Withdraw")
    tone = "warning"

    def consequences(self, invitation):
        return [_("The link that %s got stops working.") % invitation.email]

    def act(self, invitation):
        return withdraw(invitation, by=self.request.user)

    def saved(self, invitation):
        return _("The invitation is withdrawn.")
