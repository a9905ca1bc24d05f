"""Asking for assistance, correcting what was asked, and the office's part and steps."""

from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from programmes.actions import tell_of_request
from programmes.actions.requests import in_charge, of_member
from programmes.forms.requests import (
    AssessForm,
    MatchForm,
    OfficePartForm,
    RequestForm,
    helping_events,
    helping_members,
    staff_of,
)
from programmes.views.requests import RequestRecord, may_edit
from programmes.workflow import REQUEST
from rocb.views.house import CreatePage, EditPage, StepPage


class RequestCreate(RequestRecord, CreatePage):
    """A member asks; the office may also enter what was asked by letter."""

    form_class = RequestForm

    def dispatch(self, request, *args, **kwargs):
        user = request.user
        if not (
            user.has_perm("programmes.ask_assistance")
            or user.has_perm("programmes.change_assistancerequest")
        ):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    @property
    def title(self):
        return _("Ask for assistance") if self.request.user.is_member else _("New request")

    @property
    def lead(self):
        return _("The office answers within two weeks. What you type is kept while you write.")

    @property
    def submit_label(self):
        return _("Send the request") if self.request.user.is_member else _("Save")

    def form(self, data=None, files=None, **more):
        return RequestForm(data, files, user=self.request.user, **more)

    def initial(self):
        wanted = self.request.GET.get("administration", "")
        return {"administration": wanted} if wanted.isdecimal() else {}

    def cancel_url(self):
        return reverse("programmes:request-list")

    def save(self, form):
        request = super().save(form)
        if self.request.user.is_member:
            tell_of_request(request, by=self.request.user)
        return request

    def saved(self, record):
        if self.request.user.is_member:
            return _("Your request has been sent. The office answers within two weeks.")
        return _("Saved.")


class RequestEdit(RequestRecord, EditPage):
    form_class = RequestForm
    title = gettext_lazy("Edit the request")

    @property
    def perm(self):
        if self.request.user.is_member:
            return "programmes.ask_assistance"
        return "programmes.change_assistancerequest"

    def form(self, data=None, files=None, **more):
        return RequestForm(data, files, user=self.request.user, **more)

    def closed(self, record):
        if may_edit(record, self.request.user):
            return ""
        return _("This request is “%s”: it is not changed any more.") % record.get_status_display()


class RequestOffice(RequestRecord, EditPage):
    """Who is in charge, what the office thinks of it, and what helps."""

    perm = "programmes.change_assistancerequest"
    form_class = OfficePartForm
    title = gettext_lazy("The office's part")

    def form(self, data=None, files=None, **more):
        return OfficePartForm(data, files, user=self.request.user, **more)

    def closed(self, record):
        if record.is_open:
            return ""
        return _("This request is “%s”: it is not changed any more.") % record.get_status_display()


class RequestStep(RequestRecord, StepPage):
    workflow = REQUEST
    step_forms = {"assess": AssessForm, "match": MatchForm}

    def find(self):
        self.found = super().find()
        return self.found

    def form(self, data=None, files=None):
        form = super().form(data, files)
        user, request = self.request.user, self.found
        if self.step.name == "assess":
            form.fields["officer"].queryset = staff_of(user)
            form.fields["needs_funding"].initial = request.needs_funding
        elif self.step.name == "match":
            events, field = helping_events(user, request), form.fields["activities"]
            field.queryset = events
            # What is named already need not be ticked again; ticking it again changes nothing.
            rest = events.exclude(assistance_requests=request.pk)
            field.choices = [(one.pk, field.label_from_instance(one)) for one in rest]
            named = [one.title for one in request.activities.order_by("pk")]
            if named:
                field.help_text = _("Named already: %s.") % "; ".join(named)
            form.fields["helpers"].queryset = helping_members(request)
        return form

    def consequences(self, request):
        return {
            "assess": [
                _("You become the officer in charge, unless somebody is named."),
                _("The member is told who looks after the request."),
            ],
            "match": [
                _("The member is told that there is help, and sees which."),
                _("Events that are not announced yet stay unseen until they are."),
            ],
            "answer": [_("What you write is the answer that the member reads.")],
            "decline": [_("The member is told why.")],
            "withdraw": [_("The office is told why, and does nothing more about it.")],
        }[self.step.name]

    def receivers(self, request):
        """Who gets a mail, by name, before anything goes."""
        to_office = self.step.name == "withdraw"
        users = in_charge(request) if to_office else of_member(request)
        names = [user.full_name for user in users if user != self.request.user]
        return {"count": len(names), "names": names, "missing": []}
