"""What Django REST framework's settings point at: pages, tokens, and refusals in words."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext as _
from django_filters import NumberFilter
from django_filters.rest_framework import DjangoFilterBackend, filterset
from drf_spectacular.extensions import OpenApiAuthenticationExtension
from knox.auth import TokenAuthentication
from rest_framework import exceptions, status
from rest_framework.pagination import LimitOffsetPagination
from rest_framework.response import Response

from rocb.workflow import StepRefused, UnknownStep


class Pages(LimitOffsetPagination):
    """`?limit=` and `?offset=`; at most 500 rows at once."""

    default_limit = 100
    max_limit = 500


class PlainFilterSet(filterset.FilterSet):
    """A filter by the id of another record is a number: an unknown one finds nothing, as a hidden one."""

    FILTER_DEFAULTS = {
        **filterset.FilterSet.FILTER_DEFAULTS,
        models.ForeignKey: {"filter_class": NumberFilter},
        models.OneToOneField: {"filter_class": NumberFilter},
    }


MADE: dict[type, type[filterset.FilterSet] | None] = {}


class PlainFilters(DjangoFilterBackend):
    """`filterset_fields` without choices that would tell which records exist."""

    filterset_base = PlainFilterSet

    def get_filterset_class(self, view, queryset=None):
        """The same for every request of a view: django-filter would make the class anew each time."""
        if type(view) not in MADE:
            MADE[type(view)] = super().get_filterset_class(view, queryset)
        return MADE[type(view)]


class CurrentTokenAuthentication(TokenAuthentication):
    """A token works only between the two dates of its owner's sign-in."""

    def validate_user(self, auth_token):
        user, token = super().validate_user(auth_token)
        if not user.is_current(timezone.now()):
            raise exceptions.AuthenticationFailed(_("This sign-in has ended."))
        return user, token


class TokenScheme(OpenApiAuthenticationExtension):
    """How the OpenAPI document names the token."""

    target_class = "rocb.rest.CurrentTokenAuthentication"
    name = "token"

    def get_security_definition(self, auto_schema):
        return {
            "type": "apiKey",
            "in": "header",
            "name": "Authorization",
            "description": "“Token ” and a token made at /my/tokens/.",
        }


def answer_errors(error, context):
    """Refusals of our own actions as HTTP: 409 for a step out of order, 400 for bad input."""
    from rest_framework.views import exception_handler  # its module reads the settings that name us

    if isinstance(error, StepRefused):
        return Response({"detail": str(error)}, status=status.HTTP_409_CONFLICT)
    if isinstance(error, UnknownStep):
        error = exceptions.NotFound()
    if isinstance(error, ValidationError):
        error = exceptions.ValidationError(
            error.message_dict if hasattr(error, "error_dict") else error.messages
        )
    return exception_handler(error, context)
