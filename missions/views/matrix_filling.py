"""Filling a matrix in: the form, and the address where it saves rows as they are typed."""

import json

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpResponseRedirect, JsonResponse, QueryDict
from django.middleware.csrf import get_token
from django.urls import reverse
from django.utils.translation import gettext as _

from missions.actions import report_nothing
from missions.filing import Filed, Key, file_rows, posted_rows, typed_back
from missions.models import Matrix
from missions.sheets import LETTERS, Sheet, headings, progress_of, rows_of
from missions.views.matrices import MatrixPage, due_line
from rocb.drafts import draft_of, forget_draft
from rocb.models import Draft
from rocb.posted import number_in
from rocb.workflow import StepRefused

MOST_AT_ONCE = 500_000  # bytes of one save; a full matrix of long texts is about half of that


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
        if kept := draft_of(request):
            typed = typed_before(kept, rows)
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


def typed_before(draft: Draft, rows: dict[str, list]) -> dict[Key, dict]:
    """The rows that a kept draft was typed into, laid over what is stored."""
    post = QueryDict(mutable=True)
    for name, values in draft.fields.items():
        post.setlist(name, values)
    stored = {(part, row["id"]): row for part in rows for row in rows[part]}
    typed = {
        key: {**stored[key], **values} for key, values in posted_rows(post).items() if key in stored
    }
    for values in typed.values():
        for name in ("level", "percent"):
            if name in values:
                values[name] = number_in(str(values[name]), values[name])
    return typed


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
        return JsonResponse(
            {"rows": {f"{LETTERS[key[0]]}{key[1]}": told(filed, key) for key in wanted}}
        )

    def wanted(self, body: dict) -> dict:
        post = {
            f"{name}.{field}": ("on" if value is True else value)
            for name, values in body["rows"].items()
            for field, value in values.items()
        }
        return posted_rows(post)


def told(filed: Filed, key: Key) -> dict:
    """What became of one row, for the page that sent it."""
    if key in filed.conflicts:
        theirs = filed.conflicts[key]
        return {"theirs": theirs["values"], "revision": theirs["revision"]}
    if key in filed.errors:
        return {"errors": filed.errors[key]}
    if key in filed.saved:
        return {"revision": filed.saved[key]}
    return {"errors": {"": _("This row is not part of the matrix any more.")}}
