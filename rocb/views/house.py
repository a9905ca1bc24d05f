"""The five pages of the house: list, detail, create, edit, confirm.

One level above Django, nothing mixed in. A screen is a declaration; what differs is overridden by
name. Each page asks `perm` of the reader (403) and finds rows through `visible_to` (404).
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.html import conditional_escape
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import View

from rocb import markup
from rocb.drafts import draft_of, forget_draft
from rocb.exports import export
from rocb.trail import comments_of, files_of, shows_trail, timeline_of
from rocb.workflow import StepRefused, UnknownStep, Workflow


class Page(View):
    """What all pages share: who may open them, and what their frame shows."""

    perm = ""
    title: Any = ""
    template_name = ""

    def dispatch(self, request, *args, **kwargs):
        if self.perm and not request.user.has_perm(self.perm):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def breadcrumbs(self) -> list[tuple[Any, str | None]]:
        return []

    def wants_rows(self) -> bool:
        """Whether htmx asks for the fragment alone; going back in the history wants the page."""
        htmx = getattr(self.request, "htmx", None)
        return bool(htmx and not htmx.boosted and not htmx.history_restore_request)

    def page(self, context: dict, status: int = 200):
        context = {"title": self.title, "breadcrumbs": self.breadcrumbs(), **context}
        return render(self.request, self.template_name, context, status=status)


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a list: shown, sorted and exported from one declaration.

    `source` is an ORM path; `kind` says how its value is shown. `link` names the page of the row,
    reversed with the value of `link_by`.
    """

    key: str
    label: Any
    source: str = ""
    kind: str = "text"
    choices: Any = None
    link: str = ""
    link_by: str = "pk"
    is_sortable: bool = True

    @property
    def path(self) -> str:
        return self.source or self.key

    @property
    def numeric(self) -> bool:
        return self.kind in ("number", "percent")

    def labels(self) -> dict:
        return dict(self.choices.choices) if self.choices else {}

    def shower(self) -> Callable[[Any], str]:
        """A function from a raw value to safe HTML, with everything slow done beforehand."""
        labels = {value: conditional_escape(label) for value, label in self.labels().items()}
        if self.kind == "tag":
            tags = {v: markup.tag(label, markup.tone_of(v)) for v, label in self.labels().items()}
            return lambda value: tags.get(value, "")
        if self.kind == "day":
            return markup.day
        if self.kind == "percent":
            return lambda value: "" if value is None else f"{value} %"
        if self.kind == "number":
            return markup.number
        if self.kind == "flag":
            words = {True: str(_("Yes")), False: str(_("No"))}
            return lambda value: words.get(value, "")
        if labels:
            return lambda value: labels.get(value, "")
        return lambda value: "" if value is None else conditional_escape(value)


class ListPage(Page):
    """Filters, search, sort, count, pages, and export of exactly the filtered rows."""

    template_name = "generic/list.html"
    model: Any = None
    filterset_class: Any = None
    columns: tuple[Column, ...] = ()
    ordering: tuple[str, ...] = ("pk",)
    per_page = 50
    lead: Any = ""
    empty: dict[str, Any] = {}
    create: tuple[str, str, Any] | None = None  # permission, URL name, label

    def rows(self):
        """The rows this reader may see, before the filters."""
        return self.model.objects.visible_to(self.request.user)

    def count_label(self, count: int) -> str:
        names = self.model._meta
        return f"{markup.number(count)} {names.verbose_name if count == 1 else names.verbose_name_plural}"

    def sorted_by(self) -> tuple[str, bool]:
        """The key of the column that the address asks for, and whether it is descending."""
        asked = self.request.GET.get("sort", "")
        key = asked.removeprefix("-")
        known = {column.key for column in self.columns if column.is_sortable}
        return (key, asked.startswith("-")) if key in known else ("", False)

    def in_order(self, queryset):
        key, descending = self.sorted_by()
        if not key:
            return queryset.order_by(*self.ordering)
        path = next(column.path for column in self.columns if column.key == key)
        return queryset.order_by(f"-{path}" if descending else path, "pk")

    def address(self, **changes) -> str:
        """This page's own address with some of its query changed; None takes one away."""
        query = self.request.GET.copy()
        for name, value in changes.items():
            query.pop(name, None)
            if value is not None:
                query[name] = value
        return f"{self.request.path}?{query.urlencode()}" if query else self.request.path

    def headings(self) -> list[dict]:
        key, descending = self.sorted_by()
        found = []
        for column in self.columns:
            is_now = column.key == key
            turn = f"-{column.key}" if is_now and not descending else column.key
            found.append(
                {
                    "label": str(column.label),
                    "key": column.key,
                    "numeric": column.numeric,
                    "nowrap": column.kind == "day",
                    "sort_url": self.address(sort=turn, page=None) if column.is_sortable else "",
                    "sorted": ("desc" if descending else "asc") if is_now else "",
                }
            )
        return found

    def cells(self, queryset) -> list[list[str]]:
        """One query for the rows of this page; no work per cell but a dictionary look-up."""
        paths = ["pk"]
        for column in self.columns:
            paths += [column.path] + ([column.link_by] if column.link else [])
        paths = list(dict.fromkeys(paths))
        at = {path: index for index, path in enumerate(paths)}
        plans = []
        for column in self.columns:
            address = reverse(column.link, args=[987654321]) if column.link else ""
            plans.append((at[column.path], column.shower(), address, at.get(column.link_by, 0)))
        rows = []
        for values in queryset.values_list(*paths):
            row = []
            for index, show, address, key in plans:
                cell = show(values[index])
                if address:
                    cell = markup.link(cell, address.replace("987654321", str(values[key])))
                row.append(cell)
            rows.append(row)
        return rows

    def get(self, request, *args, **kwargs):
        queryset = self.rows()
        filterset = None
        if self.filterset_class:
            filterset = self.filterset_class(request.GET, queryset=queryset, request=request)
            queryset = filterset.qs if filterset.is_valid() else queryset.none()
        queryset = self.in_order(queryset)
        if request.GET.get("export") in ("csv", "xlsx"):
            kind = request.GET["export"]
            return export(request, queryset, self.columns, str(self.title), kind)
        count = queryset.count()
        pages = max(1, -(-count // self.per_page))
        asked = request.GET.get("page", "")
        number = min(max(1, int(asked)), pages) if asked.isdecimal() else 1
        start = (number - 1) * self.per_page
        context = {
            "lead": self.lead,
            "filter": filterset,
            "filters_active": bool(
                filterset and any(request.GET.get(name) for name in filterset.form.fields)
            ),
            "columns": self.headings(),
            "rows": self.cells(queryset[start : start + self.per_page]) if count else [],
            "count": count,
            "count_label": self.count_label(count),
            "page_links": self.page_links(number, pages),
            "exports": [
                ("CSV", self.address(export="csv", page=None)),
                ("Excel", self.address(export="xlsx", page=None)),
            ],
            "empty": self.empty,
            **self.details(),
        }
        if self.create and request.user.has_perm(self.create[0]):
            context |= {"create_url": reverse(self.create[1]), "create_label": self.create[2]}
        if self.wants_rows():
            self.template_name = "generic/_rows.html"
        response = self.page(context)
        response.headers["Vary"] = "HX-Request, Cookie"
        return response

    def details(self) -> dict:
        """More context for a list with something of its own."""
        return {}

    def page_links(self, number: int, pages: int) -> dict | None:
        if pages == 1:
            return None
        return {
            "previous_url": self.address(page=number - 1) if number > 1 else "",
            "next_url": self.address(page=number + 1) if number < pages else "",
            "number": number,
            "pages": pages,
        }


class RecordPage(Page):
    """A page about one record, found among those the reader may see."""

    model: Any = None

    def queryset(self):
        return self.model.objects.visible_to(self.request.user)

    def find(self):
        """The record of the address; 404 where the reader may not see it."""
        return get_object_or_404(self.queryset(), **self.kwargs_of_record())

    def kwargs_of_record(self) -> dict:
        return {"pk": self.kwargs["pk"]}


class DetailPage(RecordPage):
    """A record with everything that hangs on it."""

    template_name = "generic/detail.html"
    kicker: Any = ""
    workflow: Workflow | None = None
    step_url = ""

    def get(self, request, *args, **kwargs):
        self.record = record = self.find()
        is_first = self.tab == self.tab_names()[0][0]
        context = {
            "record": record,
            "title": str(record),
            "kicker": self.kicker,
            "status": self.status(record),
            "steps": self.steps(record),
            "actions": self.links(record),
            "tab": self.tab,
            "tabs": self.tabs(),
            "facts": self.facts(record) if is_first else [],
            "chain": self.chain(record),
            **(self.trail(record) if self.shows_past() else {}),
            "who_can_see": self.who_can_see(record),
            **self.details(record),
        }
        return self.page(context)

    def tab_names(self) -> list[tuple[str, Any]]:
        """The parts of the page, (key, label), the first one first. One: all on one page.

        Pages with much to show keep what happened so far, comments and files in a part `past`.
        """
        return [("", "")]

    @property
    def tab(self) -> str:
        """The part that the address asks for."""
        names = [key for key, _label in self.tab_names()]
        asked = self.request.GET.get("tab", "")
        return asked if asked in names else names[0]

    def tabs(self) -> list[tuple[Any, str, bool]]:
        names, path = self.tab_names(), self.request.path
        if len(names) == 1:
            return []
        return [
            (label, f"{path}?tab={key}" if index else path, key == self.tab)
            for index, (key, label) in enumerate(names)
        ]

    def shows_past(self) -> bool:
        is_here = len(self.tab_names()) == 1 or self.tab == "past"
        return is_here and shows_trail(self.record, self.request.user)

    def trail(self, record) -> dict:
        """Its past, comments and files; five queries."""
        user = self.request.user
        may_comment = record.allows(user, "rocb.comment_shared")
        target = [record._meta.label_lower, record.pk]
        may_add = record.allows(user, "rocb.add_file")
        return {
            "timeline": timeline_of(record, user),
            "comments": comments_of(record, user),
            "comment_url": reverse("comment-add", args=target) if may_comment else "",
            "can_comment_internal": user.has_perm("rocb.comment_internal"),
            "can_comment_shared": may_comment,
            "files": files_of(record, user),
            "file_url": reverse("file-add", args=target) if may_add else "",
        }

    def status(self, record) -> tuple[str, str] | None:
        if self.workflow is None:
            return None
        value = getattr(record, self.workflow.field)
        label = getattr(record, f"get_{self.workflow.field}_display")()
        return label, markup.tone_of(value)

    def steps(self, record) -> list[tuple[Any, str, str]]:
        """The steps open to the reader, as buttons, from the same table that takes them."""
        if self.workflow is None:
            return []
        return [
            (step.label, reverse(self.step_url, args=[record.pk, step.name]), step.tone)
            for step in self.workflow.open_to(record, self.request.user)
        ]

    def links(self, record) -> list[tuple[Any, str]]:
        return []

    def facts(self, record) -> list[tuple[Any, Any]]:
        return []

    def chain(self, record) -> list[tuple[Any, list, bool]]:
        return []

    def who_can_see(self, record) -> list[str]:
        return []

    def details(self, record) -> dict:
        return {}


class FormPage(RecordPage):
    """What create and edit share: the form, its draft, and a save that is one transaction."""

    template_name = "generic/form.html"
    form_class: Any = None
    submit_label: Any = gettext_lazy("Save")
    lead: Any = ""
    kicker: Any = ""

    def form(self, data=None, files=None, **more):
        return self.form_class(data, files, **more)

    def cancel_url(self) -> str:
        return "/"

    def success_url(self, record) -> str:
        return record.get_absolute_url()

    def saved(self, record) -> str:
        """The sentence shown after saving."""
        return _("Saved.")

    def save(self, form):
        """Store the form and return the record; override where saving has consequences."""
        record = form.save(commit=False)
        if record.pk is None:
            record.created_by = self.request.user
        record.updated_by = self.request.user
        record.save()
        form.save_m2m()
        return record

    def finish(self, form):
        with transaction.atomic():
            record = self.save(form)
            forget_draft(self.request.user, self.request.path)
        messages.success(self.request, self.saved(record))
        return HttpResponseRedirect(self.success_url(record))

    def show(self, form, status: int = 200, **more):
        draft = None
        if self.request.method == "GET" and "draft" not in self.request.GET:
            kept = draft_of(self.request)
            draft = kept and {
                "when": markup.moment(kept.updated_at),
                "restore_url": f"{self.request.path}?draft=1",
                "discard_url": "",
            }
        context = {
            "form": form,
            "kicker": self.kicker,
            "lead": self.lead,
            "submit_label": self.submit_label,
            "cancel_url": self.cancel_url(),
            "draft": draft,
            "draft_url": f"{reverse('draft-save')}?{urlencode({'path': self.request.path})}",
            **more,
        }
        return self.page(context, status=status)

    def drafted(self, initial: dict) -> dict:
        """Initial values, with the reader's draft over them when the address asks for it."""
        if "draft" in self.request.GET and (kept := draft_of(self.request)):
            names = self.form_class.base_fields
            for name, values in kept.fields.items():
                if name in names:
                    several = isinstance(
                        names[name], forms.MultipleChoiceField | forms.ModelMultipleChoiceField
                    )
                    initial[name] = values if several else values[-1]
        return initial


class CreatePage(FormPage):
    """A new record."""

    def initial(self) -> dict:
        return {}

    def prepare(self):
        """Find what the new record will hang on; an answer given here ends the request."""
        return

    def get(self, request, *args, **kwargs):
        if (answer := self.prepare()) is not None:
            return answer
        return self.show(self.form(initial=self.drafted(self.initial())))

    def post(self, request, *args, **kwargs):
        if (answer := self.prepare()) is not None:
            return answer
        form = self.form(request.POST, request.FILES)
        if not form.is_valid():
            return self.show(form, status=422)
        return self.finish(form)


class EditPage(FormPage):
    """A change to a record. The form carries the version it was opened with.

    Whoever saves second is shown theirs and mine, field by field, and loses nothing.
    """

    def find(self):
        record = super().find()
        if not record.allows(self.request.user, self.perm):
            raise PermissionDenied
        return record

    def cancel_url(self) -> str:
        return self.record.get_absolute_url()

    def closed(self, record) -> str:
        """Why this record cannot be edited as it stands, as a sentence; empty when it can."""
        return ""

    def turned_away(self, record):
        """The way back to a record that is closed, with the reason; None when it is open."""
        reason = self.closed(record)
        if not reason:
            return None
        messages.error(self.request, reason)
        return HttpResponseRedirect(record.get_absolute_url())

    def version(self, record) -> str:
        return record.updated_at.isoformat()

    def versioned(self, form, version: str):
        form.fields["version"] = forms.CharField(
            widget=forms.HiddenInput, initial=version, required=False
        )
        return form

    def get(self, request, *args, **kwargs):
        self.record = self.find()
        if (answer := self.turned_away(self.record)) is not None:
            return answer
        form = self.form(instance=self.record, initial=self.drafted({}))
        return self.show(self.versioned(form, self.version(self.record)))

    @transaction.atomic
    def post(self, request, *args, **kwargs):
        self.find()
        self.record = self.model._base_manager.select_for_update(of=("self",)).get(
            **self.kwargs_of_record()
        )
        if (answer := self.turned_away(self.record)) is not None:
            return answer
        now = self.version(self.record)
        before = forms.model_to_dict(self.record, fields=self.form_class.base_fields)
        form = self.form(request.POST, request.FILES, instance=self.record)
        self.versioned(form, now)
        if request.POST.get("version", "") != now:
            return self.show(self.answered(now), status=409, conflict=self.conflict(form, before))
        if not form.is_valid():
            return self.show(form, status=422)
        return self.finish(form)

    def answered(self, version: str):
        """The posted form again, but with the version as it is now: saving again is deliberate."""
        data = self.request.POST.copy()
        data["version"] = version
        record = self.model._base_manager.get(pk=self.record.pk)
        return self.versioned(self.form(data, self.request.FILES, instance=record), version)

    def conflict(self, form, before: dict) -> list[dict]:
        rows = []
        for name, field in form.fields.items():
            if name == "version":
                continue
            theirs = field.prepare_value(before.get(name))
            bound = form[name].value()
            if field.has_changed(theirs, bound):
                label = field.label or name
                rows.append(
                    {
                        "name": name,
                        "label": label,
                        "theirs": in_words(field, theirs),
                        "mine": in_words(field, bound),
                    }
                )
        return rows


def in_words(field, value) -> str:
    """A form value as its reader chose it: words in place of keys."""
    if value in (None, "", []):
        return ""
    if isinstance(field, forms.BooleanField):
        return _("Yes") if value else _("No")
    choices = getattr(field, "choices", None)
    if choices is None:
        return markup.day(value) if hasattr(value, "strftime") else str(value)
    chosen = {str(one) for one in (value if isinstance(value, list | tuple) else [value])}
    flat = forms.ChoiceField(choices=[(str(key), label) for key, label in choices]).choices
    return ", ".join(str(label) for key, label in flat if key in chosen)


class VerbPage(FormPage):
    """A change with consequences and a form of its own: fetch, form, action, back."""

    def find(self):
        record = super().find()
        if not record.allows(self.request.user, self.perm):
            raise PermissionDenied
        return record

    def cancel_url(self) -> str:
        return self.record.get_absolute_url()

    def initial(self, record) -> dict:
        return {}

    def act(self, record, **values):
        """Call the action with what the form says; returns the record to go back to."""
        raise NotImplementedError

    def get(self, request, *args, **kwargs):
        self.record = self.find()
        return self.show(self.form(initial=self.drafted(self.initial(self.record))))

    def post(self, request, *args, **kwargs):
        self.record = self.find()
        form = self.form(request.POST, request.FILES)
        if not form.is_valid():
            return self.show(form, status=422)
        try:
            record = self.act(self.record, **form.cleaned_data)
        except StepRefused as refused:
            messages.error(request, str(refused))
            return HttpResponseRedirect(self.cancel_url())
        except ValidationError as error:
            form.add_error(None, error)
            return self.show(form, status=422)
        forget_draft(request.user, request.path)
        messages.success(request, self.saved(record))
        return HttpResponseRedirect(self.success_url(record))


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
