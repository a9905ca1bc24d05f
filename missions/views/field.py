"""Writing in the field: findings and advice, on lines that come and go."""

import json
from uuid import UUID, uuid4

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpResponseRedirect, JsonResponse, QueryDict
from django.middleware.csrf import get_token
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from missions.actions import Note, remove_finding, write_notes
from missions.actions.report import check_writing, rewrite
from missions.forms.field import AdviceForm, FindingForm
from missions.models import Finding, Mission
from missions.views.missions import MissionRecord
from rocb.views.confirm import ConfirmPage
from rocb.views.house import EditPage, RecordPage
from rocb.workflow import StepRefused

MOST_NOTES = 50


class WritingPage(MissionRecord, RecordPage):
    """Pages for the team while the report is being written."""

    perm = "missions.write_findings"

    def find(self):
        mission = super().find()
        if not mission.allows(self.request.user, self.perm):
            raise PermissionDenied
        return mission

    def turned_away(self, mission):
        if mission.is_being_written:
            return None
        messages.error(
            self.request,
            _("Nothing can be written while the mission is “%s”.") % mission.get_status_display(),
        )
        return HttpResponseRedirect(f"{mission.get_absolute_url()}?tab=findings")


def form_of(kind: str, mission, data=None):
    if kind == "finding":
        return FindingForm(data, prefix="finding")
    return AdviceForm(data, mission=mission, prefix="recommendation")


def values_of(form) -> dict:
    """The cleaned values of a note, as the action takes them."""
    return dict(form.cleaned_data)


class MissionField(WritingPage):
    """One form for findings, one for recommendations; without a script they are plain posts."""

    template_name = "missions/mission_field.html"
    title = gettext_lazy("Write in the field")

    def get(self, request, pk):
        self.record = mission = self.find()
        if (answer := self.turned_away(mission)) is not None:
            return answer
        return self.answer({})

    def post(self, request, pk):
        self.record = mission = self.find()
        kind = "finding" if "finding-text" in request.POST else "recommendation"
        form = form_of(kind, mission, request.POST)
        if not form.is_valid():
            return self.answer({kind: form}, 422)
        try:
            key = UUID(request.POST.get("key", ""))
        except ValueError:
            key = uuid4()
        try:
            given = write_notes(mission, [Note(key, kind, values_of(form))], by=request.user)
        except StepRefused as refused:
            messages.error(request, str(refused))
            return HttpResponseRedirect(mission.get_absolute_url())
        messages.success(request, _("Saved as %s.") % given[key])
        return HttpResponseRedirect(request.path)

    def answer(self, forms, status=200):
        mission = self.record
        written = [
            (f"F{row.number}", row.text)
            for row in mission.findings.order_by("-number")[:8]
        ] + [
            (row.number, row.text)
            for row in mission.recommendations.order_by("-pk")[:8]
        ]  # fmt: skip
        return self.page(
            {
                "mission": mission,
                "finding_form": forms.get("finding") or form_of("finding", mission),
                "advice_form": forms.get("recommendation") or form_of("recommendation", mission),
                "form": next(iter(forms.values()), None),
                "keys": [str(uuid4()), str(uuid4())],
                "written": written,
            },
            status,
        )


class MissionNotes(WritingPage):
    """Where the page sends what was written; answers each note by its number or its errors."""

    def get(self, request, pk):
        self.find()
        return JsonResponse({"token": get_token(request)})

    def post(self, request, pk):
        mission = self.find()
        try:
            sent = json.loads(request.body)["notes"]
            items = {UUID(key): values for key, values in sent.items()}
        except (ValueError, KeyError, TypeError, AttributeError):
            return JsonResponse({"error": _("The message was not understood.")}, status=400)
        if len(items) > MOST_NOTES:
            return JsonResponse({"error": _("At most %d notes at once.") % MOST_NOTES}, status=400)
        answer, notes = {}, []
        for key, values in items.items():
            kind = values.get("kind") if isinstance(values, dict) else None
            if kind not in ("finding", "recommendation"):
                answer[str(key)] = {
                    "errors": {"kind": _("Neither a finding nor a recommendation.")}
                }
                continue
            form = form_of(kind, mission, prefixed(kind, values))
            if form.is_valid():
                notes.append(Note(key, kind, values_of(form)))
            else:
                errors = {name: found[0] for name, found in form.errors.items()}
                answer[str(key)] = {"errors": errors}
        try:
            given = write_notes(mission, notes, by=request.user)
        except StepRefused as refused:
            return JsonResponse({"error": str(refused)}, status=409)
        answer |= {str(key): {"number": number} for key, number in given.items()}
        return JsonResponse({"notes": answer})


def prefixed(kind: str, values: dict) -> dict:
    """JSON values as a form's data; lists stay lists."""
    data = QueryDict(mutable=True)
    for name, value in values.items():
        if isinstance(value, list):
            data.setlist(f"{kind}-{name}", [str(one) for one in value])
        elif isinstance(value, str | int):
            data[f"{kind}-{name}"] = str(value)
    return data


class FindingRecord:
    perm = "missions.write_findings"
    model = Finding
    form_class = FindingForm

    def queryset(self):
        return super().queryset().select_related("mission__administration")

    def find(self):
        finding = get_object_or_404(self.queryset(), pk=self.kwargs["pk"])
        if not finding.allows(self.request.user, self.perm):
            raise PermissionDenied
        return finding

    def closed(self, finding):
        try:
            check_writing(finding.mission, self.request.user)
        except StepRefused as refused:
            return str(refused)
        return ""


class Rewriting:
    """Edits of what may have been sent: the writer works on the own last words."""

    @transaction.atomic
    def post(self, request, *args, **kwargs):
        # The mission first, as whoever sends the report does: so neither waits for the other.
        mission = Mission.objects.filter(pk=self.find().mission_id)
        mission.select_for_update(of=("self",)).first()
        return super().post(request, *args, **kwargs)

    def form(self, data=None, files=None, **more):
        if "instance" in more:
            more["instance"].as_written()
        return super().form(data, files, **more)

    def save(self, form):
        record = rewrite(form.save(commit=False), by=self.request.user)
        form.save_m2m()
        return record

    def saved(self, record):
        if record.rewritten:
            return _("Saved. The member reads it when the report is sent again.")
        return super().saved(record)


class FindingEdit(Rewriting, FindingRecord, EditPage):
    title = gettext_lazy("Edit the finding")


class FindingDelete(FindingRecord, ConfirmPage):
    title = gettext_lazy("Strike the finding out")
    submit_label = gettext_lazy("Strike it out")
    tone = "warning"
    form_class = ConfirmPage.form_class

    def consequences(self, finding):
        return [finding.text[:200], _("Recommendations that rest on it stay.")]

    def success_url(self, record):
        return f"{record.get_absolute_url()}?tab=findings"

    def act(self, record):
        mission = record.mission
        remove_finding(record, by=self.request.user)
        return mission
