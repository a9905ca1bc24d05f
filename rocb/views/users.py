"""Sign-ins: the office's, and a coordinator's narrowed to the own administration.

Both are the same pages at two addresses; `place` is the beginning of their names.
"""

from allauth.mfa.utils import is_mfa_enabled
from django.core.exceptions import PermissionDenied
from django.db.models import Value
from django.db.models.functions import Concat
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from rocb import markup, signins
from rocb.models import Invitation, User
from rocb.models.alphabet import Alphabetical
from rocb.office_filters import UserFilter
from rocb.office_forms import SigninForm
from rocb.roles import Role
from rocb.trail import timeline_of
from rocb.views.confirm import ConfirmPage
from rocb.views.house import Column, DetailPage, ListPage, VerbPage
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
    ordering = (Alphabetical("name__az"), "pk")
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

    def details(self):
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
        return {"timeline": timeline_of(user, self.request.user)}

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
