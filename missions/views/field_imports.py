"""What a team wrote in a workbook: the empty one to take along, and its way in, with a preview."""

import hashlib

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.text import slugify
from django.utils.translation import gettext_lazy, ngettext

from missions import field_import
from missions.models import MissionImport
from missions.views.missions import MissionRecord
from missions.views.workbooks import UploadForm
from rocb import markup
from rocb.exports import XLSX
from rocb.models import DiagnosticArea
from rocb.sheets import SheetRefused, read_sheets
from rocb.views.house import Page, RecordPage
from rocb.workflow import StepRefused

KINDS = {"assessment": ("assessment",), "notes": ("finding", "recommendation")}


class FieldWorkbook(MissionRecord, RecordPage):
    """An empty workbook for the member's self-assessment or the team's notes."""

    perm = "missions.view_mission"
    kind = "assessment"

    def get(self, request, pk):
        mission = self.find()
        name = slugify(f"{mission.administration.iso2}-{self.kind}-{mission.pk}")
        content = field_import.workbook(mission, KINDS[self.kind])
        response = HttpResponse(content, content_type=XLSX)
        response["Content-Disposition"] = f'attachment; filename="{name}.xlsx"'
        return response


class FieldImport(MissionRecord, RecordPage):
    """Choose a file; nothing is stored before its preview is confirmed."""

    template_name = "missions/field_import.html"
    title = gettext_lazy("Import from a workbook")
    perm = "missions.view_mission"

    @property
    def kind(self) -> str:
        return "assessment" if self.request.GET.get("kind") == "assessment" else "notes"

    def get(self, request, pk):
        self.record = mission = self.find()
        try:
            field_import.check_may(mission, KINDS[self.kind], request.user)
        except StepRefused as refused:
            messages.error(request, str(refused))
            return HttpResponseRedirect(mission.get_absolute_url())
        return self.answer(UploadForm())

    def post(self, request, pk):
        self.record = mission = self.find()
        form = UploadForm(request.POST, request.FILES)
        if not form.is_valid():
            return self.answer(form, 422)
        file = form.cleaned_data["file"]
        content = file.read()
        try:
            field_import.check_may(mission, KINDS[self.kind], request.user)
            rows = field_import.parse(read_sheets(content, file.name), mission, KINDS[self.kind])
        except (SheetRefused, field_import.NothingFound, StepRefused) as refused:
            form.add_error("file", str(refused))
            return self.answer(form, 422)
        record = MissionImport.objects.create(
            mission=mission,
            name=file.name.replace("\x00", "")[-240:],
            sha256=hashlib.sha256(content).hexdigest(),
            by=request.user,
            content={"rows": [row.as_json() for row in rows], "kind": self.kind},
        )
        return HttpResponseRedirect(
            reverse("missions:field-import-preview", args=[mission.pk, record.pk])
        )

    def answer(self, form, status=200):
        name = "assessment-workbook" if self.kind == "assessment" else "notes-workbook"
        return self.page(
            {
                "mission": self.record,
                "form": form,
                "workbook_url": reverse(f"missions:{name}", args=[self.record.pk]),
                "is_assessment": self.kind == "assessment",
            },
            status,
        )


STATES = {
    "wrong": (gettext_lazy("Wrong"), "bad"),
    "new": (gettext_lazy("New"), "ok"),
    "unchanged": (gettext_lazy("There already"), "neutral"),
}
KIND_WORDS = {
    "finding": gettext_lazy("Finding"),
    "recommendation": gettext_lazy("Recommendation"),
    "assessment": gettext_lazy("Self-assessment"),
}


class FieldImportPreview(MissionRecord, Page):
    """What the file would bring, row by row, then the button."""

    template_name = "missions/field_import_preview.html"
    title = gettext_lazy("What the file brings")
    perm = "missions.view_mission"

    def find(self):
        seen = MissionImport.objects.visible_to(self.request.user).filter(by=self.request.user)
        record = get_object_or_404(
            seen.select_related("mission__administration", "mission__framework"),
            pk=self.kwargs["upload"],
            mission=self.kwargs["pk"],
        )
        self.record = record.mission
        return record

    def get(self, request, pk, upload):
        record = self.find()
        rows = field_import.states(record)
        areas = {area.pk: str(area) for area in DiagnosticArea.objects.all()}
        counts = {state: sum(s == state for _row, s in rows) for state in STATES}
        return self.page(
            {
                "mission": self.record,
                "file": record,
                "tiles": [
                    {"number": count, "text": STATES[state][0]}
                    for state, count in counts.items()
                    if count
                ],
                "rows": [
                    {
                        "kind": KIND_WORDS[row["kind"]],
                        "area": areas.get(row["values"].get("area"), ""),
                        "text": row["values"].get("text") or row["values"].get("situation", ""),
                        "tag": markup.tag(*STATES[state]),
                        "problems": row["problems"],
                    }
                    for row, state in rows
                ],
                "wrong": counts["wrong"],
                "good": counts["new"],
            }
        )

    def post(self, request, pk, upload):
        record = self.find()
        try:
            count = field_import.apply(
                record, by=request.user, take_good="take_good" in request.POST
            )
        except StepRefused as refused:
            messages.error(request, str(refused))
            return HttpResponseRedirect(request.path)
        words = ngettext("%d row was taken over.", "%d rows were taken over.", count)
        messages.success(request, words % count)
        tab = "visit" if record.content["kind"] == "assessment" else "findings"
        return HttpResponseRedirect(f"{self.record.get_absolute_url()}?tab={tab}")
