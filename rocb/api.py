"""The ground of `/api/v1/`: pages of a list, and errors answered in words.

The same rights and the same actions as the pages. Each pillar's `api.py` adds its own viewsets.
"""

from django.core.exceptions import ValidationError
from rest_framework import exceptions, status
from rest_framework.pagination import LimitOffsetPagination
from rest_framework.response import Response
from rest_framework.views import exception_handler

from rocb.workflow import StepRefused, UnknownStep


class Pages(LimitOffsetPagination):
    """`?limit=` and `?offset=`; at most 500 rows at once."""

    default_limit = 100
    max_limit = 500


def answer_errors(error, context):
    """Refusals of our own actions as HTTP: 409 for a step out of order, 400 for bad input."""
    if isinstance(error, StepRefused):
        return Response({"detail": str(error)}, status=status.HTTP_409_CONFLICT)
    if isinstance(error, UnknownStep):
        error = exceptions.NotFound()
    if isinstance(error, ValidationError):
        error = exceptions.ValidationError(
            error.message_dict if hasattr(error, "error_dict") else error.messages
        )
    return exception_handler(error, context)
