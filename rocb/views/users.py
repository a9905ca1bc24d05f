"""Sign-ins and invitations: the office's, and a coordinator's narrowed to the own administration.

Both are the same pages at two addresses; `place` is the beginning of their names.
"""

from allauth.decorators import rate_limit
from allauth.mfa.utils import is_mfa_enabled
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Value
from django.db.models.functions import Concat
from django.urls import reverse
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from rocb import markup, signins
from rocb.invitations import invite, send_again, withdraw
from rocb.models import Invitation, Person, User
from rocb.office_filters import InvitationFilter, UserFilter
from rocb.office_forms import InviteForm, SigninForm
from rocb.roles import Role
from rocb.trail import timeline_of
from rocb.views.confirm import ConfirmPage
from rocb.views.house import Column, CreatePage, DetailPage, ListPage, VerbPage
from rocb.views.office import OFFICE

ACCOUNT = (gettext_lazy("My account"), "/my/")
NAME = Concat("person__given_name", Value(" "), "person__family_name")


class Place:
    """Where a page stands: among the office's, or among a coordinator's own."""

    place = "office"

    def to(self, name, *args):
        return reverse(f"{self.place}-{name}", args=args)

    def breadcrumbs(self):
        home = OFFICE if self.place == "office" else ACCOUNT
        trail = [home, (_("Sign-ins"), self.to("users"))]
        record = getattr(self, "record", None)
        if isinstance(record, User):
            trail.append((record.full_name, self.to("user", record.pk)))
        elif isinstance(record, Invitation):
            trail.append((_("Invitations"), self.to("invitations")))
        return trail


def user_columns(place: str):
    return (
        Column("name", gettext_lazy("Name"), "name", link=f"{place}-user"),
        Column("email", gettext_lazy("E-mail")),
        Column("role", gettext_lazy("Role"), choices=Role),
        Column("organisation", gettext_lazy("Organisation"), "person__organisation__name"),
        Column("active", gettext_lazy("Not blocked"), "is_active", kind="flag"),
        Column("ends", gettext_lazy("Ends"), "ends_on", kind="day"),
        Column("seen", gettext_lazy("Last seen"), "last_seen_at", kind="day"),
    )


class UserList(Place, ListPage):
    perm = "rocb.manage_users"
    model = User
    title = gettext_lazy("Sign-ins")
    template_name = "office/users.html"
    filterset_class = UserFilter
    ordering = ("name", "pk")
    columns = user_columns("office")
    create = ("rocb.invite_user", "office-user-invite", gettext_lazy("Invite somebody"))
    empty = {
        "title": gettext_lazy("Nobody signs in yet"),
        "text": gettext_lazy("Invite somebody: they choose their own password."),
    }

    def breadcrumbs(self):
        return [*super().breadcrumbs()[:1], (self.title, None)]

    def rows(self):
        return super().rows().annotate(name=NAME)

    def extra(self):
        return {"invitations_url": self.to("invitations")}

    def count_label(self, count):
        return ngettext("%s sign-in", "%s sign-ins", count) % markup.number(count)


class OwnUserList(UserList):
    perm = "rocb.manage_own_users"
    place = "my"
    columns = user_columns("my")
    create = ("rocb.manage_own_users", "my-user-invite", gettext_lazy("Invite somebody"))


class UserDetail(Place, DetailPage):
    perm = "rocb.manage_users"
    model = User
    template_name = "office/user.html"
    kicker = gettext_lazy("Sign-in")

    def queryset(self):
        return super().queryset().select_related("person__organisation")

    def breadcrumbs(self):
        return [*super().breadcrumbs()[:2], (self.record.full_name, None)]

    def trail(self, user):
        return {"timeline": timeline_of(user)}

    def status(self, user):
        if not user.is_active:
            return _("Blocked"), "bad"
        if user.is_current(timezone.now()):
            return _("Current"), "ok"
        return (_("Ended"), "neutral") if user.ends_on else (_("Not begun"), "info")

    def links(self, user):
        if not signins.may_manage(self.request.user, user):
            return []
        links = [(_("Change"), self.to("user-change", user.pk))]
        if user.is_active:
            links.append((_("Block"), self.to("user-block", user.pk)))
        else:
            links.append((_("Unblock"), self.to("user-unblock", user.pk)))
        if is_mfa_enabled(user):
            links.append((_("Take the second step away"), self.to("user-second-step", user.pk)))
        return links

    def facts(self, user):
        person = user.person
        name = person.full_name
        if self.request.user.has_perm("rocb.view_person"):
            name = markup.link(name, person.get_absolute_url())
        return [
            (_("Person"), name),
            (_("E-mail"), user.email),
            (_("Role"), user.get_role_display()),
            (_("Organisation"), person.organisation),
            (_("From"), markup.day(user.starts_on)),
            (_("Until"), markup.day(user.ends_on)),
            (_("Second step at sign-in"), _("Yes") if is_mfa_enabled(user) else _("No")),
            (_("Last seen"), markup.moment(user.last_seen_at)),
        ]


class UserVerb(Place):
    """A change to a sign-in that is not the reader's own and not above them."""

    perm = "rocb.manage_users"
    model = User

    def queryset(self):
        return super().queryset().select_related("person__organisation")

    def find(self):
        user = super().find()
        if not signins.may_manage(self.request.user, user):
            raise PermissionDenied
        return user

    def cancel_url(self):
        return self.to("user", self.record.pk)

    def success_url(self, record):
        return self.to("user", record.pk)


class UserChange(UserVerb, VerbPage):
    title = gettext_lazy("Change a sign-in")
    form_class = SigninForm

    def form(self, data=None, files=None, **more):
        return SigninForm(data, by=self.request.user, user=self.record, **more)

    def initial(self, user):
        return {"role": user.role, "ends_on": user.ends_on}

    def act(self, user, **values):
        return signins.change_signin(user, by=self.request.user, **values)


class UserBlock(UserVerb, ConfirmPage):
    title = gettext_lazy("Block a sign-in")
    submit_label = gettext_lazy("Block")
    tone = "warning"

    def consequences(self, user):
        return [
            _("%s is signed out everywhere, at once.") % user.full_name,
            _("Their tokens and their calendar address stop working for good."),
            _("Their records, comments and history stay."),
        ]

    def act(self, user):
        return signins.block(user, by=self.request.user)

    def saved(self, user):
        return _("The sign-in is blocked.")


class UserUnblock(UserVerb, ConfirmPage):
    title = gettext_lazy("Unblock a sign-in")
    submit_label = gettext_lazy("Unblock")

    def consequences(self, user):
        return [_("%s can sign in again, with the password of before.") % user.full_name]

    def act(self, user):
        return signins.unblock(user, by=self.request.user)

    def saved(self, user):
        return _("The sign-in is open again.")


class UserSecondStep(UserVerb, ConfirmPage):
    title = gettext_lazy("Take the second step away")
    submit_label = gettext_lazy("Take it away")
    tone = "warning"

    def consequences(self, user):
        return [
            _("Do this only when you have spoken to %s: phone and codes are lost.")
            % user.full_name,
            _("They are signed out everywhere, and sign in by password alone the next time."),
            _("Where the role needs a second step, they set up a new one at once."),
        ]

    def act(self, user):
        return signins.forget_second_step(user, by=self.request.user)

    def saved(self, user):
        return _("The second step is gone.")


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
        person = people.filter(pk=pk).first() if pk.isdecimal() else None
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
        return [
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
