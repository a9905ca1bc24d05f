"""Confirm a step of a workflow: the page behind each button that moves a status."""

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpResponseRedirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rocb.views.house.base import RecordPage
from rocb.workflow import StepRefused, UnknownStep, Workflow


class CommentForm(forms.Form):
    """The comment that goes with a step."""

    comment = forms.CharField(
        label=gettext_lazy("Comment"),
        widget=forms.Textarea(attrs={"rows": 4}),
        required=False,
        max_length=10_000,
    )


class StepPage(RecordPage):
    """Confirm a step of a workflow: what will happen first, then the button.

    `step_forms` gives steps that need more than a comment a form of their own; its fields beyond
    `comment` are handed to the step's action by name.
    """

    template_name = "generic/step.html"
    workflow: Workflow
    step_forms: dict[str, type[forms.Form]] = {}

    def setup(self, request, *args, **kwargs):
        super().setup(request, *args, **kwargs)
        try:
            self.step = self.workflow.step(kwargs["step"])
        except UnknownStep:
            raise Http404 from None

    def form(self, data=None, files=None):
        form = self.step_forms.get(self.step.name, CommentForm)(data, files)
        if "comment" in form.fields:
            form.fields["comment"].required = self.step.needs_comment
        return form

    def find(self):
        record = super().find()
        if not record.allows(self.request.user, self.step.perm):
            raise PermissionDenied
        return record

    def consequences(self, record) -> list[str]:
        return []

    def receivers(self, record) -> dict | None:
        return None

    def show(self, record, form, status: int = 200):
        return self.page(
            {
                "title": self.step.label,
                "record": record,
                "step": self.step,
                "tone": self.step.tone,
                "form": form,
                "consequences": self.consequences(record),
                "receivers": self.receivers(record),
                "submit_label": self.step.label,
                "cancel_url": record.get_absolute_url(),
            },
            status=status,
        )

    def get(self, request, *args, **kwargs):
        record = self.find()
        if getattr(record, self.workflow.field) not in self.step.sources:
            messages.error(request, self.workflow.refusal(record, self.step))
            return HttpResponseRedirect(record.get_absolute_url())
        return self.show(record, self.form())

    def post(self, request, *args, **kwargs):
        record = self.find()
        form = self.form(request.POST, request.FILES)
        if not form.is_valid():
            return self.show(record, form, status=422)
        try:
            record = self.workflow.perform(
                record, self.step.name, by=request.user, **form.cleaned_data
            )
        except StepRefused as refused:
            messages.error(request, str(refused))
        except ValidationError as error:
            form.add_error(None, error)
            return self.show(record, form, status=422)
        else:
            messages.success(request, self.done(record))
        return HttpResponseRedirect(record.get_absolute_url())

    def done(self, record) -> str:
        status = getattr(record, f"get_{self.workflow.field}_display")()
        return _("Done. The status is now “%s”.") % status
