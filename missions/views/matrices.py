"""The follow-up matrix: list, read, fill in, review, versions."""

import json
from datetime import timedelta

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpResponseRedirect, JsonResponse, QueryDict
from django.middleware.csrf import get_token
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from missions.actions import report_nothing
from missions.filing import file_rows, posted_rows, typed_back
from missions.filters import MatrixFilter
from missions.models import Matrix
from missions.sheets import LETTERS, Sheet, headings, progress_of, reading, rows_of
from missions.versions import content_of, missing_in, worded
from missions.workflow import MATRIX, MatrixStatus
from rocb import markup
from rocb.deadlines import local_today
from rocb.drafts import draft_of, forget_draft
from rocb.models.parties import name_at
from rocb.posted import number_in, numbered
from rocb.views.house import Column, CommentForm, DetailPage, ListPage, RecordPage, StepPage
from rocb.workflow import StepRefused

MOST_AT_ONCE = 500_000  # bytes of one save; a full matrix of long texts is about half of that


class MatrixList(ListPage):
    perm = "missions.view_matrix"
    model = Matrix
    title = gettext_lazy("Follow-up matrices")
    filterset_class = MatrixFilter
    ordering = ("-cycle__due_on", "-cycle_id", "administration__country_name__az")
    columns = (
        Column(
            "member",
            gettext_lazy("Member"),
            "administration__country_name",
            link="missions:matrix-detail",
        ),
        Column("cycle", gettext_lazy("Cycle"), "cycle__name"),
        Column("status", gettext_lazy("Status"), kind="tag", choices=MatrixStatus),
        Column("due", gettext_lazy("Due"), "due_on", kind="day"),
        Column("submitted", gettext_lazy("Submitted"), "submitted_at", kind="day"),
    )
    empty = {
        "title": gettext_lazy("No matrix yet"),
        "text": gettext_lazy("When a cycle opens, each plan in force gets its matrix here."),
    }

    def count_label(self, count):
        return ngettext("%d matrix", "%d matrices", count) % count


class MatrixPage(RecordPage):
    """A matrix with the records every page of it names."""

    perm = "missions.view_matrix"
    model = Matrix

    def queryset(self):
        return (
            super()
            .queryset()
            .select_related("cycle", "plan", "administration")
            .annotate(
                typed_name=name_at("typed_by__person"),
                submitted_name=name_at("submitted_by__person"),
            )
        )

    def crumbs(self, matrix, last=None):
        trail = [
            (_("Follow-up matrices"), reverse("missions:matrix-list")),
            (f"{matrix.administration.country_name}, {matrix.cycle.name}", None),
        ]
        if last:
            trail[-1] = (trail[-1][0], matrix.get_absolute_url())
            trail.append((last, None))
        return trail


class MatrixDetail(MatrixPage, DetailPage):
    template_name = "missions/matrix_detail.html"
    kicker = gettext_lazy("Follow-up matrix")
    workflow = MATRIX
    step_url = "missions:matrix-step"

    def may_fill(self, matrix):
        user = self.request.user
        return user.is_member and matrix.is_editable and matrix.allows(user, "missions.fill_matrix")

    def steps(self, matrix):
        found = super().steps(matrix)
        if not self.may_fill(matrix):
            return found
        fill = (_("Fill in"), reverse("missions:matrix-edit", args=[matrix.pk]), "primary")
        return [fill, *((label, url, "secondary") for label, url, _tone in found)]

    def links(self, matrix):
        pk, found = matrix.pk, []
        if self.may_fill(matrix):
            found.append((_("Upload a workbook"), reverse("missions:matrix-upload", args=[pk])))
        found.append((_("Download as a workbook"), reverse("missions:matrix-workbook", args=[pk])))
        found.append((_("Versions"), reverse("missions:matrix-versions", args=[pk])))
        return found

    def facts(self, matrix):
        return [
            (_("Action plan"), markup.link(matrix.plan.title, matrix.plan.get_absolute_url())),
            (_("Due"), due_line(matrix)),
            (_("Typed by"), signed(matrix.typed_name, matrix.typed_at)),
            (_("Submitted by"), signed(matrix.submitted_name, matrix.submitted_at)),
            (_("Copy to the Secretariat"), matrix.copied_to and markup.moment(matrix.copied_at)),
        ]

    def chain(self, matrix):
        plan = matrix.plan
        return [
            (_("Action plan"), [(plan.title, plan.get_absolute_url())], False),
            (_("Progress"), [(matrix.cycle.name, "")], True),
            (
                _("Verified"),
                [(_("accepted"), "")] if matrix.status == MatrixStatus.ACCEPTED else [],
                False,
            ),
        ]

    def who_can_see(self, matrix):
        member = matrix.administration.country_name
        return [
            _("The coordinator, contributors and head of customs of %s") % member,
            _("The regional office"),
            _("The WCO Secretariat"),
        ]

    def tab_names(self):
        return [("", _("Matrix")), ("past", _("History, comments, files"))]

    def details(self, matrix):
        frame = {
            "title": f"{matrix.administration.country_name}, {matrix.cycle.name}",
            "breadcrumbs": self.crumbs(matrix),
        }
        if self.tab:
            return frame
        rows = rows_of(matrix)
        done, total = progress_of(rows)
        return {
            **frame,
            "sheet": reading(rows),
            "done": done,
            "total": total,
        }


def signed(name: str, moment) -> str:
    return f"{name}, {markup.moment(moment)}" if name else ""


def due_line(matrix) -> str:
    """The due date, and how long that still is where the member lives."""
    day = markup.weekday(matrix.due_on)
    if not matrix.is_editable:
        return day
    left = (matrix.due_on - local_today(timezone.now(), matrix.administration.time_zone)).days
    if left < 0:
        late = ngettext("%d day overdue", "%d days overdue", -left) % -left
        return mark_safe(f"{day} {markup.tag(late, 'bad')}")
    return f"{day} ({ngettext('%d day left', '%d days left', left) % left})"


class MatrixEdit(MatrixPage):
    """Fill a matrix in: one form, saved row by row where JavaScript runs, whole where not."""

    perm = "missions.fill_matrix"
    template_name = "missions/matrix_edit.html"

    def find(self):
        matrix = super().find()
        if not self.request.user.is_member:
            raise PermissionDenied
        return matrix

    def get(self, request, pk):
        matrix = self.find()
        if not matrix.is_editable:
            messages.info(request, _("This matrix can only be read now."))
            return HttpResponseRedirect(matrix.get_absolute_url())
        rows, typed = rows_of(matrix), {}
        kept = draft_of(request)
        if kept:
            post = QueryDict(mutable=True)
            for name, values in kept.fields.items():
                post.setlist(name, values)
            wanted = posted_rows(post)
            stored = {(part, row["id"]): row for part in rows for row in rows[part]}
            typed = {key: {**stored[key], **wanted[key]} for key in wanted if key in stored}
            for values in typed.values():
                for name in ("level", "percent"):
                    if name in values:
                        values[name] = number_in(str(values[name]), values[name])
            messages.info(request, _("What you typed before you were signed out is back. Save it."))
        return self.show(matrix, rows, Sheet(rows, typed=typed))

    def post(self, request, pk):
        matrix = self.find()
        wanted = posted_rows(request.POST)
        try:
            filed = file_rows(matrix, wanted, by=request.user)
            reason = request.POST.get("nothing_reason", "")
            nothing = request.POST.get("nothing") == "on"
            if nothing != matrix.has_nothing_to_report or reason != matrix.nothing_reason:
                report_nothing(matrix, by=request.user, reason=reason if nothing else None)
        except StepRefused as refused:
            messages.error(request, str(refused))
            return HttpResponseRedirect(matrix.get_absolute_url())
        except ValidationError as error:
            messages.error(request, error.messages[0])
            return HttpResponseRedirect(request.path)
        forget_draft(request.user, request.path)
        if filed.is_clean:
            messages.success(request, _("Everything is saved."))
            if "review" in request.POST:
                return HttpResponseRedirect(reverse("missions:matrix-step", args=[pk, "submit"]))
            return HttpResponseRedirect(request.path)
        rows = rows_of(matrix)
        sheet = Sheet(rows, typed=typed_back(wanted, filed, rows), errors=filed.errors)
        return self.show(matrix, rows, sheet, filed=filed, status=422)

    def show(self, matrix, rows, sheet, filed=None, status=200):
        done, total = progress_of(rows)
        labels = {(part, row["id"]): row["label"] for part in rows for row in rows[part]}
        problems = [
            (f"{LETTERS[part]}{row_id}", f"{labels.get((part, row_id), '')}: {text}")
            for (part, row_id), texts in (filed.errors.items() if filed else ())
            for text in texts.values()
        ]
        return self.page(
            {
                "title": _("Fill in the matrix"),
                "matrix": matrix,
                "breadcrumbs": self.crumbs(matrix, _("Fill in")),
                "standards": sheet["standards"],
                "actions": sheet["actions"],
                "standard_headings": list(enumerate(headings("standards"))),
                "action_headings": list(enumerate(headings("actions"))),
                "has_actions": bool(rows["actions"]),
                "done": done,
                "total": total,
                "due": due_line(matrix),
                "problems": problems,
                "may_submit": matrix.allows(self.request.user, "missions.submit_matrix"),
            },
            status=status,
        )


class MatrixRows(MatrixPage):
    """Where the form saves rows as they are typed: JSON in, one answer for each row.

    In: {"rows": {"a12": {"revision": 3, "status": "in_progress", ...}}}. Out, by row: `revision`
    when it is stored, `errors` by field, or `theirs` with the `revision` that is stored now.
    GET gives a fresh token to a page whose session was renewed meanwhile.
    """

    perm = "missions.fill_matrix"

    def queryset(self):
        return Matrix.objects.visible_to(self.request.user).select_related("administration")

    def get(self, request, pk):
        self.find()
        return JsonResponse({"token": get_token(request)})

    def post(self, request, pk):
        matrix = self.find()
        if len(request.body) > MOST_AT_ONCE:
            return JsonResponse({"error": _("Too much at once; save fewer rows.")}, status=413)
        try:
            wanted = self.wanted(json.loads(request.body))
        except (ValueError, TypeError, AttributeError, KeyError):
            return JsonResponse({"error": _("The rows could not be read.")}, status=400)
        try:
            filed = file_rows(matrix, wanted, by=request.user)
        except StepRefused as refused:
            return JsonResponse({"error": str(refused)}, status=409)
        answer = {}
        for part, row_id in wanted:
            key, name = (part, row_id), f"{LETTERS[part]}{row_id}"
            if key in filed.conflicts:
                theirs = filed.conflicts[key]
                answer[name] = {"theirs": theirs["values"], "revision": theirs["revision"]}
            elif key in filed.errors:
                answer[name] = {"errors": filed.errors[key]}
            elif key in filed.saved:
                answer[name] = {"revision": filed.saved[key]}
            else:
                answer[name] = {"errors": {"": _("This row is not part of the matrix any more.")}}
        return JsonResponse({"rows": answer})

    def wanted(self, body: dict) -> dict:
        post = {
            f"{name}.{field}": ("on" if value is True else value)
            for name, values in body["rows"].items()
            for field, value in values.items()
        }
        return posted_rows(post)


class ReturnForm(CommentForm):
    """Why a matrix goes back, by when it is wanted, and what about which row."""

    due_on = forms.DateField(
        label=gettext_lazy("New due date"), widget=forms.DateInput(attrs={"type": "date"})
    )

    def __init__(self, data=None, files=None, **more):
        initial = {"due_on": timezone.localdate() + timedelta(days=14)}
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


PARTS_OF_COMMENT = {"cs": "standards", "ca": "actions"}


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
