"""What is special about the messages of pillar 1: the button on each, and when one is stale.

The words are in templates/emails/. Registered from apps.py.
"""

from typing import Any

from django.utils.translation import gettext_lazy as _

from missions.models import Matrix
from missions.workflow import EDITABLE, MatrixStatus
from rocb.models import Mail
from rocb.outbox import Letter


def while_matrix(*statuses: str):
    """A context for letters that only matter while their matrix is in one of these statuses."""

    def context(mail: Mail) -> dict[str, Any] | None:
        still = Matrix.objects.filter(pk=mail.object_id or 0, status__in=statuses).exists()
        return {} if still else None

    return context


LETTERS = (
    Letter("cycle_opened", while_matrix(*EDITABLE), _("Fill in the matrix")),
    Letter("matrix_submitted", while_matrix(MatrixStatus.SUBMITTED), _("Review the matrix")),
    Letter("matrix_withdrawn", None, _("See the matrix")),
    Letter("matrix_returned", while_matrix(*EDITABLE), _("Correct the matrix")),
    Letter("matrix_accepted", None, _("See the matrix")),
    Letter("matrix_copy", None, _("Read the matrix")),
    Letter("extension_requested", None, _("Decide on it")),
    Letter("extension_decided", None, _("See the action")),
    Letter("plan_submitted", None, _("Read the plan")),
    Letter("plan_returned", None, _("Open the plan")),
    Letter("plan_endorsed", None, _("Open the plan")),
    Letter("plan_in_force", None, _("Open the plan")),
)
