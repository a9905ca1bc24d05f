"""What Django REST framework's settings point at: pages, tokens, and refusals in words."""

from datetime import date
from decimal import Decimal

from django.conf import settings
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
from rest_framework.renderers import JSONRenderer
from rest_framework.response import Response
from rest_framework.utils.encoders import JSONEncoder

from rocb.workflow import StepRefused, UnknownStep


class Pages(LimitOffsetPagination):
    """`?limit=` and `?offset=`; at most 500 rows at once.

    `count` is null where there is more than is counted: a list that grows for years answers as quickly.
    `next` leads through all of it.
    """

    default_limit = 100
    max_limit = 500

    def paginate_queryset(self, queryset, request, view=None):
        """`queryset` counts no further than it must. One row more tells whether there is more."""
        self.request = request
        self.limit, self.offset = self.get_limit(request), self.get_offset(request)
        self.count = self.get_count(queryset)
        if self.offset >= self.count and self.count <= settings.MOST_COUNTED:
            self.goes_on = False
            return []
        rows = queryset[self.offset : self.offset + self.limit + 1]
        self.goes_on = len(rows) > self.limit
        return rows[: self.limit]

    def get_next_link(self):
        if not self.goes_on:
            return None
        query = self.request.GET.copy()
        query["limit"], query["offset"] = self.limit, self.offset + self.limit
        return self.request.build_absolute_uri(f"{self.request.path}?{query.urlencode()}")

    def get_paginated_response(self, data):
        response = super().get_paginated_response(data)
        if self.count > settings.MOST_COUNTED:
            response.data["count"] = None
        return response

    def get_paginated_response_schema(self, schema):
        document = super().get_paginated_response_schema(schema)
        document["properties"]["count"]["nullable"] = True
        return document


class ExactEncoder(JSONEncoder):
    """Money goes as text: a number would lose its cents."""

    def default(self, obj):
        if isinstance(obj, Decimal):
            return str(obj)
        # A hundred rows have two hundred of them, and the way there is long.
        return obj.isoformat() if type(obj) is date else super().default(obj)


class ExactJSON(JSONRenderer):
    encoder_class = ExactEncoder


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
