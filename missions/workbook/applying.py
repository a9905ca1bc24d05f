"""Taking over what a workbook says: only after its preview, and through the same door as the form."""

from collections.abc import Set

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from missions.actions.rows import check_open
from missions.filing import Filed, file_rows
from missions.models import MatrixUpload
from rocb.workflow import StepRefused


@transaction.atomic
def apply_upload(upload: MatrixUpload, *, by, conflicts: Set[str] = frozenset()) -> Filed:
    """Save the good rows of an uploaded workbook, and those contested rows that were chosen.

    `conflicts` names rows like "a12". Wrong rows are never taken. Raises StepRefused when the upload
    was applied before or the matrix is closed meanwhile.
    """
    upload = MatrixUpload.objects.select_for_update(of=("self",)).get(pk=upload.pk)
    check_open(upload.matrix, by)
    if upload.applied_at is not None:
        raise StepRefused(_("This file has been taken over already."))
    wanted = {}
    for row in upload.content["rows"]:
        name = f"{row['part'][0]}{row['id']}"
        if row["state"] == "changed" or (row["state"] == "conflict" and name in conflicts):
            wanted[row["part"], row["id"]] = {**row["values"], "revision": row["revision"]}
    filed = file_rows(upload.matrix, wanted, by=by)
    upload.applied_at = timezone.now()
    upload.save(update_fields=["applied_at"])
    return filed
