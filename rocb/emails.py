"""What is special about the messages of the ground floor. The words are in templates/emails/."""

from typing import Any

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rocb import markup
from rocb.invitations import link_of
from rocb.models import Invitation, Mail
from rocb.outbox import Letter, address_of
from rocb.roles import Role


def invitation(mail: Mail) -> dict[str, Any] | None:
    """The link of an invitation that is still open; a renewed one has a mail of its own."""
    found = (
        Invitation.objects.select_related("created_by__person")
        .filter(pk=mail.object_id or 0)
        .first()
    )
    if found is None or not found.is_open(timezone.now()):
        return None
    if found.expires_at.isoformat() != mail.context["expires"]:
        return None
    # Whoever may edit the contact book must not be able to turn an invitation to themselves.
    if mail.person is None or address_of(mail.person).lower() != found.email:
        return None
    return {
        "path": link_of(found),
        "by": found.created_by.full_name if found.created_by else _("The regional office"),
        "role": found.get_role_display(),
        "until": markup.day(found.expires_at),
        "why": _("You get this mail because you were invited to the ROCB portal."),
    }


def password_reset(mail: Mail) -> dict[str, Any] | None:
    """A link of the moment of sending, so that it is no older than the mail."""
    if mail.person is None:
        return None
    user = mail.person.user
    parts = [user_pk_to_url_str(user), default_token_generator.make_token(user)]
    return {"path": reverse("account_reset_password_from_key", args=parts)}


# What changed about an account, by the name that the library gives it.
NOTICES = {
    "password_changed": gettext_lazy("Your password was changed."),
    "password_set": gettext_lazy("A password was set."),
    "password_reset": gettext_lazy("Your password was set anew."),
    "totp_activated": gettext_lazy("An authenticator app was set up."),
    "totp_deactivated": gettext_lazy("The authenticator app was turned off."),
    "webauthn_added": gettext_lazy("A passkey was added."),
    "webauthn_removed": gettext_lazy("A passkey was removed."),
    "recovery_codes_generated": gettext_lazy("New recovery codes were made."),
}


def account_notice(mail: Mail) -> dict[str, Any]:
    """In words, in the receiver's language."""
    return {"what": NOTICES.get(mail.context["what"]) or _("Something about your sign-in changed.")}


def held(mail: Mail) -> dict[str, Any]:
    """The role in the receiver's language."""
    return {"role": Role(mail.context["role"]).label}


LETTERS = (
    Letter("invitation_held", held, gettext_lazy("See the invitation")),
    Letter("invitation_known", held, gettext_lazy("Open the portal"), is_open=True),
    Letter("address_doubted", None, gettext_lazy("See whose it is")),
    Letter(
        "invitation",
        invitation,
        gettext_lazy("Choose a password"),
        is_open=True,
        is_secret=True,
    ),
    Letter("password_reset", password_reset, gettext_lazy("Choose a new password"), is_secret=True),
    Letter("account_notice", account_notice, gettext_lazy("Where you are signed in")),
    Letter("handover", None, gettext_lazy("Open your desk")),
)
