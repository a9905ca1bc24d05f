"""Files of a report: upload, download, and how to cite it."""

from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.cache import get_conditional_response
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from reports.actions import add_version, count_download
from reports.citations import FORMATS
from reports.forms.library import FileForm
from reports.models import FileVersion
from reports.views.reports import ReportRecord
from rocb.ranges import in_ranges
from rocb.views.house import RecordPage, VerbPage

TYPES = {
    FileVersion.Kind.PDF: "application/pdf",
    FileVersion.Kind.WORD: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}


class FileCreate(ReportRecord, VerbPage):
    """Upload a file: the first one, one in another language, or a new version."""

    perm = "reports.change_report"
    title = gettext_lazy("Upload a file")
    template_name = "reports/form.html"
    form_class = FileForm
    submit_label = gettext_lazy("Upload")
    lead = gettext_lazy(
        "Readers get the newest file of each language. The one before it stays on record for the "
        "office."
    )

    @property
    def kicker(self):
        return str(self.record)

    def act(self, record, *, file, language, note):
        self.version = add_version(record, file, by=self.request.user, language=language, note=note)
        return record

    def saved(self, record):
        return (
            _("Uploaded as version %s. Its text is being read for the search.")
            % self.version.number
        )


class FileDownload(ReportRecord, RecordPage):
    """A file to whoever may read its report: always a download, and taken up again where it broke."""

    def get(self, request, number, version):
        self.record = self.find()
        versions = FileVersion.objects.filter(report=self.record, number=version)
        is_own = request.user.is_authenticated and self.record.shows_trail(request.user)
        file = get_object_or_404(versions if is_own else versions.filter(is_current=True))
        etag = f'"{file.sha256}"'
        if request.headers.get("If-None-Match") == etag:
            return get_conditional_response(request, etag=etag)
        opened = file.file.open("rb")
        response = FileResponse(
            opened, as_attachment=True, filename=file.name, content_type=TYPES[file.kind]
        )
        response["ETag"] = etag
        response["X-Content-Type-Options"] = "nosniff"
        response["Content-Security-Policy"] = "default-src 'none'; sandbox"
        response["Cache-Control"] = "private, no-cache"
        # A file that has been replaced meanwhile is begun again (RFC 9110, If-Range).
        is_new = request.headers.get("If-Range", etag) != etag
        if request.method == "GET" and (is_new or begins(request.headers.get("Range", ""))):
            count_download(file)
        if is_new:
            return response
        return in_ranges(request, response, opened, file.size)


def begins(asked: str) -> bool:
    """Whether a request asks for the beginning: the rest of a broken download is none of its own."""
    return not asked or asked.replace(" ", "").startswith("bytes=0-")


class Cite(ReportRecord, RecordPage):
    """The report as an entry for a reference manager."""

    def get(self, request, number, kind):
        if kind not in FORMATS:
            raise Http404
        self.record = self.find()
        make, content_type = FORMATS[kind]
        response = HttpResponse(make(self.record), content_type=f"{content_type}; charset=utf-8")
        name = f"{self.record.series.code}-{self.record.number}.{kind}"
        response["Content-Disposition"] = f'attachment; filename="{name}"'
        response["X-Content-Type-Options"] = "nosniff"
        return response
