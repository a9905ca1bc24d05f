"""The audit page: who changed what, and when, over every record the reader may see."""

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rocb.audit import Asked, parse_key, read, tracked
from rocb.models import User
from rocb.views.house import Page
from rocb.views.office import OFFICE


class AuditForm(forms.Form):
    """By whom, of what, between which days."""

    who = forms.ModelChoiceField(
        None, label=gettext_lazy("By"), required=False, empty_label=gettext_lazy("All")
    )
    kind = forms.ChoiceField(label=gettext_lazy("Kind of record"), required=False)
    since = forms.DateField(label=gettext_lazy("From"), required=False)
    until = forms.DateField(label=gettext_lazy("Until"), required=False)

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        people = User.objects.visible_to(user).select_related("person")
        self.fields["who"].queryset = people.order_by(
            "person__family_name__az", "person__given_name__az"
        )
        self.fields["who"].label_from_instance = lambda one: one.full_name
        kinds = [(label, model._meta.verbose_name) for label, (model, _e) in tracked().items()]
        self.fields["kind"].choices = [("", _("All")), *kinds]


class Filter:
    """A form in the shape that the filter component draws."""

    def __init__(self, form):
        self.form = form


class Audit(Page):
    perm = "rocb.view_audit"
    title = gettext_lazy("Audit")
    template_name = "office/audit.html"

    def breadcrumbs(self):
        return [OFFICE, (self.title, None)]

    def get(self, request):
        form = AuditForm(request.GET, user=request.user)
        after = parse_key(request.GET.get("after", ""))
        entries, older = [], ""
        if form.is_valid():
            entries, older = read(request.user, Asked(**form.cleaned_data), after=after)
        if older:
            query = request.GET.copy()
            query["after"] = older
            older = f"{request.path}?{query.urlencode()}"
        context = {
            "filter": Filter(form),
            "filters_active": any(request.GET.get(name) for name in form.fields),
            "entries": entries,
            "older_url": older,
            "is_top": not after,
        }
        if self.wants_rows():
            self.template_name = "office/_entries.html"
        response = self.page(context)
        response.headers["Vary"] = "HX-Request, Cookie"
        return response
