"""Submitting a matrix, reviewing it, and taking it back."""

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from missions.actions.matrices import RETURNED_DUE_IN
from missions.versions import content_of, missing_in, worded
from missions.views.matrices import MatrixPage
from missions.workflow import MATRIX
from rocb.posted import numbered
from rocb.views.house import CommentForm, StepPage

PARTS_OF_COMMENT = {"cs": "standards", "ca": "actions"}


class ReturnForm(CommentForm):
    """Why a matrix goes back, by when it is wanted, and what about which row."""

    due_on = forms.DateField(
        label=gettext_lazy("New due date"), widget=forms.DateInput(attrs={"type": "date"})
    )

    def __init__(self, data=None, files=None, **more):
        initial = {"due_on": timezone.localdate() + RETURNED_DUE_IN}
        super().__init__(data, files, initial=initial, **more)
        self.fields["comment"].label = _("What should be corrected")

    def clean(self):
        cleaned = super().clean()
        rows = {}
        for start, part in PARTS_OF_COMMENT.items():
            for pk, text in numbered(self.data, start).items():
                if text.strip():
                    rows[part, pk] = text[:4000]
        cleaned["rows"] = rows
        return cleaned


class MatrixStep(MatrixPage, StepPage):
    perm = ""
    workflow = MATRIX
    step_forms = {"return": ReturnForm}

    def dispatch(self, request, *args, **kwargs):
        if self.step.name == "return":
            self.template_name = "missions/matrix_return.html"
        return super().dispatch(request, *args, **kwargs)

    def show(self, record, form, status=200):
        self.matrix = record
        if form.errors and self.step.name == "submit":
            errors = form.non_field_errors()
            if len(errors) > 20:
                more = len(errors) - 20
                del form.errors["__all__"][20:]
                form.add_error(None, ngettext("and %d more.", "and %d more.", more) % more)
        return super().show(record, form, status)

    def page(self, context, status=200):
        context["breadcrumbs"] = self.crumbs(self.matrix, self.step.label)
        context["record"] = f"{self.matrix.administration}, {self.matrix.cycle}"
        if self.step.name == "return":
            context["rows"] = commented_rows(self.matrix, self.request.POST)
        return super().page(context, status)

    def consequences(self, matrix):
        member = matrix.administration.country_name
        if self.step.name == "submit":
            missing = missing_in(content_of(matrix))
            first = (
                ngettext(
                    "%d row still needs an answer: it cannot be submitted yet.",
                    "%d rows still need an answer: it cannot be submitted yet.",
                    len(missing),
                )
                % len(missing)
                if missing
                else _("Every row is answered.")
            )
            return [
                first,
                _("The regional office is told and reviews it; you can withdraw it until then."),
                _("This version is kept word for word, with your name as signatory."),
            ]
        return {
            "accept": [
                _("The actions of %s take over the status and percentage reported.") % member,
                _("The coordinator is told, and the WCO Secretariat gets its copy."),
            ],
            "return": [
                _("The coordinator of %s is told, with your comments row by row.") % member,
                _("The reminders start anew towards the new due date."),
            ],
            "withdraw": [_("The office is told. You can correct the matrix and submit it again.")],
            "cancel": [_("%s will not be asked for this matrix any more.") % member],
        }[self.step.name]


def commented_rows(matrix, typed) -> list[dict]:
    """Each row with what was reported in it, and the comment typed so far."""
    content = content_of(matrix)
    found = []
    for start, part, label, short in (
        ("cs", "standards", "code", ("level",)),
        ("ca", "actions", "number", ("status", "percent")),
    ):
        for row in content[part]:
            name = f"{start}{row['id']}"
            words = [worded(field, row[field]) for field in short if row[field] not in (None, "")]
            texts = [row.get(field) for field in ("remark", "progress", "obstacle", "next_step")]
            if row.get("is_unchanged"):
                words.append(_("No change this period"))
            found.append(
                {
                    "name": name,
                    "label": f"{row[label]} {row['title']}",
                    "words": ", ".join(words),
                    "texts": [text for text in texts if text],
                    "typed": typed.get(name, ""),
                }
            )
    return found
