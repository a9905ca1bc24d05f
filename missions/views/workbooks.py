"""The matrix as a workbook: download, upload, preview."""

import hashlib

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from missions.models import MatrixUpload
from missions.sheets import LETTERS
from missions.versions import FIELD_WORDS, worded
from missions.views.matrices import MatrixPage
from missions.workbook import Preview, WrongWorkbook, apply_upload, compare, make_workbook
from rocb.exports import XLSX
from rocb.sheets import MOST_BYTES, SheetRefused, read_sheets
from rocb.workflow import StepRefused


class MatrixWorkbook(MatrixPage):
    """The matrix as .xlsx, for everybody who may read it."""

    def get(self, request, pk):
        matrix = self.find()
        name = slugify(f"{matrix.administration.iso2}-matrix-{matrix.cycle.name}")
        response = HttpResponse(make_workbook(matrix), content_type=XLSX)
        response["Content-Disposition"] = f'attachment; filename="{name}.xlsx"'
        return response


class UploadForm(forms.Form):
    """One file, of at most so many bytes."""

    file = forms.FileField(
        label=gettext_lazy("Workbook"),
        help_text=gettext_lazy(
            "An .xlsx, .ods, .xls or .csv file of at most 10 MB. You see what changes first."
        ),
        error_messages={
            "required": gettext_lazy("Choose a file first."),
            "empty": gettext_lazy("The file is empty."),
        },
    )

    def clean_file(self):
        file = self.cleaned_data["file"]
        if file.size > MOST_BYTES:
            raise ValidationError(
                _("The file is larger than %d MB. A filled-in workbook is far smaller.")
                % (MOST_BYTES // 1024 // 1024)
            )
        return file


class TypingPage(MatrixPage):
    """Pages on which a member changes its matrix."""

    perm = "missions.fill_matrix"

    def dispatch(self, request, *args, **kwargs):
        if request.user.has_perm(self.perm):
            self.matrix = self.find()
            if not request.user.is_member:
                raise PermissionDenied
            if not self.matrix.is_editable:
                status = self.matrix.get_status_display().lower()
                messages.error(
                    request, _("This matrix is %s: nothing can be typed into it now.") % status
                )
                return HttpResponseRedirect(self.matrix.get_absolute_url())
        return super().dispatch(request, *args, **kwargs)


class MatrixUploadPage(TypingPage):
    template_name = "missions/matrix_upload.html"

    def show(self, form, status=200):
        return self.page(
            {
                "title": _("Upload a workbook"),
                "matrix": self.matrix,
                "form": form,
                "breadcrumbs": self.crumbs(self.matrix, _("Upload a workbook")),
            },
            status,
        )

    def get(self, request, pk):
        return self.show(UploadForm())

    def post(self, request, pk):
        form = UploadForm(request.POST, request.FILES)
        if not form.is_valid():
            return self.show(form, 422)
        file = form.cleaned_data["file"]
        content = file.read()
        try:
            preview = compare(self.matrix, read_sheets(content, file.name))
        except (SheetRefused, WrongWorkbook) as refused:
            form.add_error("file", str(refused))
            return self.show(form, 422)
        upload = MatrixUpload.objects.create(
            matrix=self.matrix,
            name=file.name.replace("\x00", "")[-240:],
            sha256=hashlib.sha256(content).hexdigest(),
            by=request.user,
            content={"rows": preview.rows, "notes": preview.notes},
        )
        return HttpResponseRedirect(
            reverse("missions:matrix-upload-preview", args=[self.matrix.pk, upload.pk])
        )


STATES = (
    ("wrong", gettext_lazy("Wrong: not taken over"), "bad"),
    ("conflict", gettext_lazy("In conflict: you decide"), "warn"),
    ("changed", gettext_lazy("Changed: will be taken over"), "ok"),
)


class MatrixUploadPreview(TypingPage):
    template_name = "missions/matrix_preview.html"

    def upload(self, request, upload):
        found = MatrixUpload.objects.visible_to(request.user).filter(matrix=self.matrix)
        return get_object_or_404(found, pk=upload)

    def get(self, request, pk, upload):
        found = self.upload(request, upload)
        preview = Preview(found.content["rows"], found.content["notes"])
        groups = [
            {"state": state, "label": label, "tone": tone, "rows": [shown(r) for r in rows]}
            for state, label, tone in STATES
            if (rows := preview.of(state))
        ]
        counts = {state: len(preview.of(state)) for state, _label, _tone in STATES}
        return self.page(
            {
                "title": _("What the workbook changes"),
                "matrix": self.matrix,
                "upload": found,
                "notes": preview.notes,
                "groups": groups,
                "unchanged": len(preview.of("unchanged")),
                "counts": counts,
                "may_apply": not found.applied_at and (counts["changed"] or counts["conflict"]),
                "breadcrumbs": self.crumbs(self.matrix, _("Upload a workbook")),
            }
        )

    def post(self, request, pk, upload):
        found = self.upload(request, upload)
        try:
            filed = apply_upload(
                found, by=request.user, conflicts=set(request.POST.getlist("conflict"))
            )
        except StepRefused as refused:
            messages.error(request, str(refused))
            return HttpResponseRedirect(request.path)
        count = len(filed.saved)
        messages.success(
            request,
            ngettext("%d row was taken over.", "%d rows were taken over.", count) % count,
        )
        left = len(filed.errors)
        if left:
            sentence = ngettext(
                "%d row was changed by somebody else since the preview and stays as it is. "
                "Upload the file again to see it.",
                "%d rows were changed by somebody else since the preview and stay as they are. "
                "Upload the file again to see them.",
                left,
            )
            messages.warning(request, sentence % left)
        return HttpResponseRedirect(reverse("missions:matrix-edit", args=[pk]))


def shown(row: dict) -> dict:
    """A row of the preview in words."""
    return {
        "name": f"{LETTERS[row['part']]}{row['id']}",
        "label": f"{row['label']} {row['title']}",
        "problem": row["problem"],
        "cells": [
            {
                "field": FIELD_WORDS[cell["field"]],
                "where": cell["where"],
                "old": worded(cell["field"], cell["old"]),
                "new": cell["new"]
                if cell["state"] == "wrong"
                else worded(cell["field"], cell["new"]),
                "problem": cell["problem"],
                "state": cell["state"],
            }
            for cell in row["cells"]
        ],
    }
