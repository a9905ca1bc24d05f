"""Comments and files of any record: added by whoever may, read by whoever reads the record."""

from django.apps import apps
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import FileResponse, Http404, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from rocb.models import Attachment, Record
from rocb.ranges import in_ranges
from rocb.trail import add_comment, add_file, shows_trail


def record_of(user, label: str, pk: int):
    """The record that something hangs on; 404 unless it is of a kind with a trail and visible."""
    try:
        model = apps.get_model(label)
    except (LookupError, ValueError):
        raise Http404 from None
    has_trail = issubclass(model, Record) and hasattr(model, "allows")
    if not has_trail or not hasattr(model.objects, "visible_to"):
        raise Http404
    record = get_object_or_404(model.objects.visible_to(user), pk=pk)
    if not shows_trail(record, user):
        raise Http404
    return record


@require_POST
def comment_add(request, label, pk):
    record = record_of(request.user, label, pk)
    is_internal = request.POST.get("is_internal") == "on"
    perm = "rocb.comment_internal" if is_internal else "rocb.comment_shared"
    if not record.allows(request.user, perm):
        raise PermissionDenied
    try:
        add_comment(record, request.POST.get("text", ""), by=request.user, is_internal=is_internal)
    except ValidationError as error:
        messages.error(request, error.messages[0])
    else:
        messages.success(request, _("Comment added."))
    return HttpResponseRedirect(record.get_absolute_url() + "#comments")


@require_POST
def file_add(request, label, pk):
    record = record_of(request.user, label, pk)
    is_internal = request.POST.get("is_internal") == "on"
    if not record.allows(request.user, "rocb.add_file"):
        raise PermissionDenied
    if is_internal and not request.user.has_perm("rocb.comment_internal"):
        raise PermissionDenied
    upload = request.FILES.get("file")
    try:
        if upload is None:
            raise ValidationError(_("Choose a file first."))
        add_file(record, upload, by=request.user, is_internal=is_internal)
    except ValidationError as error:
        messages.error(request, error.messages[0])
    else:
        messages.success(request, _("File added."))
    return HttpResponseRedirect(record.get_absolute_url() + "#files")


@require_GET
def file(request, pk):
    """A file, always as a download, to whoever may see the record it hangs on."""
    if not request.user.has_perm("rocb.view_file"):
        raise PermissionDenied
    attachment = get_object_or_404(Attachment.objects.visible_to(request.user), pk=pk)
    kind = attachment.content_type
    record_of(request.user, f"{kind.app_label}.{kind.model}", attachment.object_id)
    opened = attachment.file.open("rb")
    response = FileResponse(
        opened,
        as_attachment=True,
        filename=attachment.name,
        content_type="application/octet-stream",
    )
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, no-store"
    return in_ranges(request, response, opened, attachment.size)
