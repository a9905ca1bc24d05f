"""How people come in: by invitation, by e-mail, never by signing themselves up."""

import smtplib

import structlog
from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.utils import is_mfa_enabled
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils import timezone

from rocb.demo import DEMO_DOMAIN, is_demo
from rocb.outbox import queue_mail
from rocb.roles import OFFICE_ROLES, Role

log = structlog.get_logger(__name__)

# They work on everybody's records, read every region, or keep the installation running.
SECOND_FACTOR_ROLES = OFFICE_ROLES | {Role.SECRETARIAT, Role.ADMINISTRATOR}


def needs_second_factor(user) -> bool:
    """Whether this user's role asks for a second factor that is not set up yet. One query."""
    must = user.is_superuser or user.role in SECOND_FACTOR_ROLES
    return must and not is_mfa_enabled(user)


class AccountAdapter(DefaultAccountAdapter):
    """Sign-up is closed; demonstration sign-ins only work where demonstration is on."""

    def is_open_for_signup(self, request):
        return False

    def pre_authenticate(self, request, **credentials):
        email = (credentials.get("email") or "").lower()
        if email.endswith(f"@{DEMO_DOMAIN}") and not is_demo():
            raise PermissionDenied
        super().pre_authenticate(request, **credentials)

    def pre_login(self, request, user, **kwargs):
        """Outside its dates a sign-in is told so, as a blocked one is."""
        if not user.is_current(timezone.now()):
            return self.respond_user_inactive(request, user)
        return super().pre_login(request, user, **kwargs)

    def authentication_failed(self, request, **credentials):
        """Told to the log, beside the address of the line: a flood of them is somebody guessing."""
        log.warning("sign_in_refused")
        super().authentication_failed(request, **credentials)

    def post_login(self, request, user, **kwargs):
        log.info("signed_in", user_id=user.pk)
        return super().post_login(request, user, **kwargs)

    def send_password_reset_mail(self, user, email, context):
        """Through the outbox: a mail server that is away delays the link, and loses nothing."""
        queue_mail(
            key=f"password_reset:{user.pk}:{timezone.now():%Y%m%d%H%M%S%f}",
            template="password_reset",
            to=user,
            administration=getattr(user.person.organisation, "administration", None),
            about=user,
        )

    def send_notification_mail(self, template_prefix, user, context=None, email=None):
        """Whoever signs in hears when password, second step or their like changed."""
        queue_mail(
            key=f"account_notice:{user.pk}:{timezone.now():%Y%m%d%H%M%S%f}",
            template="account_notice",
            to=user,
            context={
                "what": template_prefix.rpartition("/")[2],
                "ip": self.get_client_ip(self.request),
                "path": reverse("usersessions_list"),
            },
            administration=getattr(user.person.organisation, "administration", None),
            about=user,
        )

    def send_mail(self, template_prefix, email, context):
        """Whatever else the library sends: worth sending, never worth an error page."""
        try:
            super().send_mail(template_prefix, email, context)
        except (OSError, smtplib.SMTPException) as error:
            log.warning("account_mail_not_sent", template=template_prefix, error=str(error))
