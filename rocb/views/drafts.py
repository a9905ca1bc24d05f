"""Where forms keep what is typed into them."""

from django.http import HttpResponseBadRequest, HttpResponseRedirect, JsonResponse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from rocb.drafts import forget_draft, is_too_long, kept_fields, save_draft


@require_POST
def draft_save(request):
    """Keep the posted fields as the reader's draft for `?path=`."""
    path = request.GET.get("path", "")
    fields = kept_fields(request.POST)
    is_ours = path.startswith("/") and url_has_allowed_host_and_scheme(path, allowed_hosts=None)
    if not is_ours or is_too_long(fields):
        return HttpResponseBadRequest()
    draft = save_draft(request.user, path, fields)
    return JsonResponse({"kept_at": draft.updated_at.isoformat()})


@require_POST
def draft_discard(request):
    path = request.POST.get("path", "/")
    forget_draft(request.user, path)
    safe = url_has_allowed_host_and_scheme(path, allowed_hosts=None)
    return HttpResponseRedirect(path if safe else "/")
