"""Long work of the reader's own: how far it is, the file when it is there."""

from django.contrib import messages
from django.http import FileResponse, Http404, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_POST

from rocb.errands import forget
from rocb.models import Errand
from rocb.prepared import TONES
from rocb.ranges import in_ranges
from rocb.views.house import Column, ListPage, RecordPage


class MyErrands(ListPage):
    """What was prepared for the reader and is still kept."""

    model = Errand
    title = gettext_lazy("Prepared for me")
    template_name = "my/errands.html"
    lead = gettext_lazy("Long lists and reports that a worker put together for you.")
    ordering = ("-created_at", "-pk")
    columns = (
        Column("title", gettext_lazy("What"), link="my-errand"),
        Column("status", gettext_lazy("Status"), kind="tag", choices=Errand.Status),
        Column("created_at", gettext_lazy("Asked for"), kind="day"),
        Column("expires_at", gettext_lazy("Kept until"), kind="day"),
    )
    empty = {
        "title": gettext_lazy("Nothing was prepared for you"),
        "text": gettext_lazy(
            "When you export a long list or make a large report, it is put together here while you "
            "go on with something else. Files are kept for a week."
        ),
    }


class MyErrand(RecordPage):
    """One piece of long work; htmx asks for its state every two seconds while it is open."""

    model = Errand
    template_name = "my/errand.html"

    def breadcrumbs(self):
        return [(MyErrands.title, reverse("my-errands")), (self.record.title, None)]

    def get(self, request, *args, **kwargs):
        self.record = record = self.find()
        if self.wants_rows():
            self.template_name = "my/_errand.html"
        response = self.page(
            {
                "title": record.title,
                "record": record,
                "tone": TONES[Errand.Status(record.status)],
            }
        )
        response.headers["Cache-Control"] = "no-store"
        response.headers["Vary"] = "HX-Request, Cookie"
        return response


@require_GET
def errand_file(request, pk):
    """The file, to its asker alone, as a download that can be taken up where the line broke."""
    errand = get_object_or_404(
        Errand.objects.visible_to(request.user).filter(status=Errand.Status.DONE), pk=pk
    )
    if not errand.file:
        raise Http404
    try:
        opened = errand.file.open("rb")
    except FileNotFoundError:
        messages.error(request, _("The file is not kept any more. Please ask for it again."))
        return HttpResponseRedirect(errand.get_absolute_url())
    if errand.fetched_at is None:
        Errand.objects.filter(pk=pk).update(fetched_at=timezone.now())
    response = FileResponse(
        opened,
        as_attachment=True,
        filename=errand.file_name,
        content_type="application/octet-stream",
    )
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, no-store"
    return in_ranges(request, response, opened, errand.size)


@require_POST
def errand_remove(request, pk):
    """Take it away, file and all; what is being prepared stops."""
    errand = get_object_or_404(Errand.objects.visible_to(request.user), pk=pk)
    forget(errand)
    messages.success(request, _("“%s” was taken away.") % errand.title)
    return HttpResponseRedirect(reverse("my-errands"))
