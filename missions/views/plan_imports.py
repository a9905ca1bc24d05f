"""An action plan from a file: choose it, see what it says row by row, take it over."""

import hashlib
from pathlib import PurePath

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from missions.models import Action, ActionPlan, PlanImport
from missions.plan_import import NoPlan, apply_rows, compare, parse
from missions.plan_import.applying import OPEN_TO_FILES, check_may
from missions.views.workbooks import UploadForm
from missions.workflow import PlanStatus
from rocb import markup
from rocb.models import Administration
from rocb.sheets import SheetRefused, read_sheets
from rocb.views.house import Page, RecordPage
from rocb.workflow import StepRefused


class PlanChoice(forms.ModelChoiceField):
    def label_from_instance(self, plan):
        return f"{plan.administration.country_name}: {plan.title} ({plan.get_status_display()})"


class ImportForm(UploadForm):
    """Whose plan, which plan, and the file."""

    administration = forms.ModelChoiceField(
        Administration.objects.none(), label=gettext_lazy("Member")
    )
    plan = PlanChoice(
        ActionPlan.objects.none(),
        label=gettext_lazy("Into which plan"),
        required=False,
        empty_label=gettext_lazy("A new draft"),
    )
    field_order = ("administration", "plan", "file")

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        members = Administration.objects.visible_to(user).order_by("country_name__az")
        self.fields["administration"].queryset = members
        statuses = [PlanStatus.DRAFT] if user.is_member else OPEN_TO_FILES
        self.fields["plan"].queryset = (
            ActionPlan.objects.visible_to(user)
            .filter(status__in=statuses)
            .select_related("administration")
            .order_by("administration__country_name__az", "-pk")
        )
        if user.is_member:
            self.fields["administration"].initial = members.first()
            self.fields["administration"].widget = forms.HiddenInput()

    def clean(self):
        values = super().clean()
        plan, member = values.get("plan"), values.get("administration")
        if plan and member and plan.administration_id != member.pk:
            self.add_error("plan", _("This plan belongs to another member."))
        return values


class PlanImportPage(Page):
    perm = "missions.import_plan"
    template_name = "missions/plan_import.html"
    title = gettext_lazy("Import actions from a file")

    def breadcrumbs(self):
        return [(_("Action plans"), reverse("missions:plan-list")), (self.title, None)]

    def get(self, request):
        initial = {"plan": request.GET.get("plan"), "administration": request.GET.get("member")}
        initial = {name: value for name, value in initial.items() if value and value.isdecimal()}
        return self.page({"form": ImportForm(user=request.user, initial=initial)})

    def post(self, request):
        form = ImportForm(request.POST, request.FILES, user=request.user)
        if not form.is_valid():
            return self.page({"form": form}, 422)
        file, member = form.cleaned_data["file"], form.cleaned_data["administration"]
        plan, content = form.cleaned_data["plan"], file.read()
        try:
            check_may(plan, member, request.user)
            rows, notes = parse(read_sheets(content, file.name))
        except (SheetRefused, NoPlan, StepRefused) as refused:
            form.add_error("file", str(refused))
            return self.page({"form": form}, 422)
        record = PlanImport.objects.create(
            name=file.name.replace("\x00", "")[-240:],
            sha256=hashlib.sha256(content).hexdigest(),
            by=request.user,
            administration=member,
            plan=plan,
            content={
                "rows": [row.as_json() for row in rows],
                "notes": notes,
                "title": PurePath(file.name).stem[:240],
            },
        )
        return HttpResponseRedirect(reverse("missions:plan-import-preview", args=[record.pk]))


STATES = (
    ("wrong", gettext_lazy("Wrong"), "bad"),
    ("new", gettext_lazy("New"), "ok"),
    ("changed", gettext_lazy("Changed"), "info"),
    ("unchanged", gettext_lazy("There already"), "neutral"),
)


class PlanImportPreview(RecordPage):
    perm = "missions.import_plan"
    model = PlanImport
    template_name = "missions/plan_import_preview.html"
    title = gettext_lazy("What the file brings")

    def breadcrumbs(self):
        return [
            (_("Action plans"), reverse("missions:plan-list")),
            (_("Import actions from a file"), reverse("missions:plan-import")),
            (self.title, None),
        ]

    def find(self):
        record = get_object_or_404(
            self.queryset().select_related("administration", "plan"), pk=self.kwargs["pk"]
        )
        if not self.request.user.may_work_for(record.administration):
            raise PermissionDenied
        return record

    def get(self, request, pk):
        record = self.find()
        rows = compare(record.content["rows"], record.plan, record.administration)
        counts = [
            {"number": count, "text": label}
            for state, label, _tone in STATES
            if (count := sum(row.state == state for row in rows))
        ]
        tags = {state: markup.tag(label, tone) for state, label, tone in STATES}
        return self.page(
            {
                "record": record,
                "tiles": counts,
                "notes": record.content["notes"],
                "is_fixed": record.plan and record.plan.status == PlanStatus.IN_FORCE,
                "rows": [shown(row, tags) for row in rows],
                "wrong": sum(row.state == "wrong" for row in rows),
                "good": sum(row.state in ("new", "changed") for row in rows),
            }
        )

    def post(self, request, pk):
        record = self.find()
        try:
            plan, rows = apply_rows(record, by=request.user, take_good="take_good" in request.POST)
        except StepRefused as refused:
            messages.error(request, str(refused))
            return HttpResponseRedirect(request.path)
        count = sum(row.state in ("new", "changed") for row in rows)
        words = ngettext("%d action was taken over.", "%d actions were taken over.", count)
        messages.success(request, words % count)
        return HttpResponseRedirect(plan.get_absolute_url())


def shown(row, tags) -> dict:
    """A row of the preview in words."""
    return {
        "where": row.where,
        "number": row.number,
        "title": row.title,
        "tag": tags[row.state],
        "problems": row.problems,
        "changes": [
            (Action._meta.get_field(name).verbose_name, where, in_words(old), in_words(new))
            for name, where, old, new in row.changes
        ],
        "due": markup.day(row.values.get("current_due_on")),
        "unit": row.values.get("responsible_unit", ""),
    }


def in_words(value) -> str:
    if value in (None, ""):
        return "–"
    return markup.day(value) if hasattr(value, "strftime") else str(value)
