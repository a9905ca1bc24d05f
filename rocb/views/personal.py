"""Personal data: what is held about somebody, handed out or erased; and how long what is kept."""

from django import forms
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Value
from django.db.models.functions import Concat
from django.http import JsonResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from rocb import markup
from rocb.models import DataRequest, Person
from rocb.personal.erasing import erase, may_erase, preview, why_not
from rocb.personal.telling import hand_out, held, told
from rocb.retention import rules
from rocb.views.house import Column, ListPage, Page, VerbPage
from rocb.views.office import OFFICE
from rocb.views.people import PEOPLE

REASON = {
    "label": gettext_lazy("Reason"),
    "max_length": 500,
    "help_text": gettext_lazy("Who asked, and when. It is kept: leave names and addresses out."),
}


class HandOutForm(forms.Form):
    """Why somebody's data are handed out."""

    reason = forms.CharField(**REASON)


class EraseForm(forms.Form):
    """Why somebody is erased, and the name once more: there is no way back."""

    reason = forms.CharField(**REASON)
    name = forms.CharField(
        label=gettext_lazy("The full name once more"),
        max_length=250,
        help_text=gettext_lazy("As it stands above, so that nobody else is erased by mistake."),
    )


def as_file(data: dict, person: Person) -> JsonResponse:
    """The data as a file of their own, kept by no cache."""
    name = f"person-{person.pk}-{timezone.localdate():%Y%m%d}.json"
    return JsonResponse(
        data,
        json_dumps_params={"indent": 1, "ensure_ascii": False},
        headers={
            "Content-Disposition": f'attachment; filename="{name}"',
            "Cache-Control": "no-store",
        },
    )


class PersonData(Page):
    """Everything that the portal holds about one person, and the file to hand out."""

    perm = "rocb.answer_data_request"
    title = gettext_lazy("Personal data")
    template_name = "office/person_data.html"

    def setup(self, request, *args, **kwargs):
        super().setup(request, *args, **kwargs)
        self.record = None

    def find(self):
        people = Person.objects.visible_to(self.request.user).select_related("organisation", "user")
        return get_object_or_404(people, pk=self.kwargs["pk"])

    def breadcrumbs(self):
        return [
            OFFICE,
            PEOPLE,
            (str(self.record), self.record.get_absolute_url()),
            (self.title, None),
        ]

    def show(self, form, status: int = 200):
        person = self.record
        context = {
            "person": person,
            "found": held(person, is_internal=True),
            "form": form,
            "erase_url": reverse("office-person-erase", args=[person.pk])
            if may_erase(person, self.request.user)
            else "",
            "requests": DataRequest.objects.filter(person=person)
            .select_related("by__person")
            .order_by("-at"),
        }
        return self.page(context, status=status)

    def get(self, request, pk):
        self.record = self.find()
        return self.show(HandOutForm())

    def post(self, request, pk):
        self.record = self.find()
        form = HandOutForm(request.POST)
        if not form.is_valid():
            return self.show(form, status=422)
        return as_file(hand_out(self.record, by=request.user, **form.cleaned_data), self.record)


class PersonErase(VerbPage):
    """What goes and what stays, then the button."""

    perm = "rocb.answer_data_request"
    model = Person
    title = gettext_lazy("Erase a person")
    template_name = "office/person_erase.html"
    form_class = EraseForm
    submit_label = gettext_lazy("Erase for good")

    def find(self):
        person = super().find()
        if not may_erase(person, self.request.user):
            raise PermissionDenied
        return person

    def breadcrumbs(self):
        person = self.record
        return [
            OFFICE,
            PEOPLE,
            (str(person), person.get_absolute_url()),
            (_("Personal data"), reverse("office-person-data", args=[person.pk])),
            (self.title, None),
        ]

    def show(self, form, status: int = 200, **more):
        return super().show(
            form,
            status,
            record=self.record,
            tone="warning",
            fates=preview(self.record),
            reason=why_not(self.record, self.request.user),
            draft_url="",
            **more,
        )

    def cancel_url(self):
        return reverse("office-person-data", args=[self.record.pk])

    def success_url(self, record):
        return reverse("office-person-data", args=[self.record.pk])

    def act(self, person, *, reason, name):
        if " ".join(name.split()).casefold() != person.full_name.casefold():
            raise ValidationError({"name": _("This is not the name of the person above.")})
        return erase(person, by=self.request.user, reason=reason)

    def saved(self, record):
        return _("The person was erased. What is counted stays, without a name.")


class DataRequests(ListPage):
    """The register of what was handed out and erased, and how long what is kept."""

    perm = "rocb.answer_data_request"
    model = DataRequest
    title = gettext_lazy("Personal data")
    lead = gettext_lazy(
        "Whoever stands in the portal may ask what it holds about them, and to be erased. "
        "Both begin at the entry in the contact book."
    )
    template_name = "office/data_requests.html"
    ordering = ("-at", "-pk")
    columns = (
        Column("name", gettext_lazy("Person"), "name", link="office-person-data", link_by="person"),
        Column("kind", gettext_lazy("What was done"), choices=DataRequest.Kind),
        Column("reason", gettext_lazy("Reason"), is_sortable=False),
        Column("by", gettext_lazy("By"), "by_name"),
        Column("at", gettext_lazy("When"), kind="day"),
    )
    empty = {
        "title": gettext_lazy("Nobody has asked yet"),
        "text": gettext_lazy("Requests that were answered stand here, with their reason."),
    }

    def breadcrumbs(self):
        return [OFFICE, (self.title, None)]

    def rows(self):
        def named(path):
            return Concat(f"{path}__given_name", Value(" "), f"{path}__family_name")

        return super().rows().annotate(name=named("person"), by_name=named("by__person"))

    def details(self):
        return {
            "rules": [(rule.label, lasts(rule.after.days), rule.starts) for rule in rules],
        }

    def count_label(self, count):
        return ngettext("%s request", "%s requests", count) % markup.number(count)


def lasts(days: int) -> str:
    """A time in words; whole years where it is."""
    if days == 0:
        return _("not at all")
    if days % 365 == 0:
        years = days // 365
        return ngettext("%d year", "%d years", years) % years
    return ngettext("%d day", "%d days", days) % days


class MyData(Page):
    """What the portal holds about its reader."""

    title = gettext_lazy("What is held about me")
    template_name = "my/data.html"

    def get(self, request):
        return self.page({"found": held(request.user.person, is_internal=False)})


class MyDataFile(Page):
    """The same as a file, whole."""

    def get(self, request):
        return as_file(told(request.user.person, is_internal=False), request.user.person)
