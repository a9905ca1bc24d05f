"""Pages with a form: create, edit, and a change with consequences of its own."""

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rocb import markup
from rocb.drafts import draft_of, forget_draft
from rocb.kept import forget
from rocb.views.house.base import RecordPage
from rocb.workflow import StepRefused


class FormPage(RecordPage):
    """What create and edit share: the form, its draft, and a save that is one transaction."""

    template_name = "generic/form.html"
    form_class: Any = None
    submit_label: Any = gettext_lazy("Save")
    lead: Any = ""
    kicker: Any = ""

    def opened(self):
        """Find what the form is about; an answer given here ends the request."""
        return

    def about(self) -> dict:
        """What the form is told beside what was typed."""
        return {}

    def post(self, request, *args, **kwargs):
        """Take what was typed: how, each kind of page says."""
        raise NotImplementedError

    def form(self, data=None, files=None, **more):
        return self.form_class(data, files, **more)

    def versioned(self, form, version: str):
        """The form with the version of the record that it was opened with."""
        form.fields["version"] = forms.CharField(
            widget=forms.HiddenInput, initial=version, required=False
        )
        return form

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
            self.taken()
        messages.success(self.request, self.saved(record))
        return HttpResponseRedirect(self.success_url(record))

    def taken(self):
        """What was typed is stored: its draft is done with, and sums are counted anew."""
        forget_draft(self.request.user, self.request.path)
        transaction.on_commit(forget)

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

    def opened(self):
        return self.prepare()

    def get(self, request, *args, **kwargs):
        if (answer := self.opened()) is not None:
            return answer
        return self.show(self.form(initial=self.drafted(self.initial())))

    def post(self, request, *args, **kwargs):
        if (answer := self.opened()) is not None:
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

    def opened(self):
        self.record = self.find()
        return self.turned_away(self.record)

    def about(self):
        return {"instance": self.record}

    def get(self, request, *args, **kwargs):
        if (answer := self.opened()) is not None:
            return answer
        form = self.form(**self.about(), initial=self.drafted({}))
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

    def opened(self):
        self.record = self.find()

    def get(self, request, *args, **kwargs):
        self.opened()
        return self.show(self.form(initial=self.drafted(self.initial(self.record))))

    def post(self, request, *args, **kwargs):
        self.opened()
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
        self.taken()
        messages.success(request, self.saved(record))
        return HttpResponseRedirect(self.success_url(record))
