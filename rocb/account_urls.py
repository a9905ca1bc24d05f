"""Addresses under /accounts/: allauth's, without those the portal has no use for."""

from allauth.account.views import password_reset
from django.http import Http404
from django.urls import include, path

from rocb.pace import at_one_pace


def closed(request, **kwargs):
    """An address is changed by the office; nobody signs in by a code in the mail."""
    raise Http404


urlpatterns = [
    path("email/", closed),
    path("confirm-email/", closed),
    path("confirm-email/<str:key>/", closed),
    path("login/code/confirm/", closed),
    path("password/reset/", at_one_pace(password_reset), name="account_reset_password"),
    path("", include("allauth.urls")),
]
