"""How people come in: by invitation, by e-mail, never by signing themselves up."""

from allauth.account.adapter import DefaultAccountAdapter
from django.core.exceptions import PermissionDenied

from rocb.demo import DEMO_DOMAIN, is_demo


class AccountAdapter(DefaultAccountAdapter):
    """Sign-up is closed; demonstration sign-ins only work where demonstration is on."""

    def is_open_for_signup(self, request):
        return False

    def pre_authenticate(self, request, **credentials):
        email = (credentials.get("email") or "").lower()
        if email.endswith(f"@{DEMO_DOMAIN}") and not is_demo():
            raise PermissionDenied
        super().pre_authenticate(request, **credentials)
