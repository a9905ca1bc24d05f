"""Experts written, awarded stages, and noted as away."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from missions.forms.experts import AbsenceForm, AwardForm, CertificationForm, ExpertForm
from missions.models import Absence, Certification, Expert
from missions.views.experts import ExpertRecord, may_keep
from rocb.views.confirm import ConfirmPage, TakeOut
from rocb.views.house import CreatePage, EditPage, FormPage


class ExpertCreate(ExpertRecord, CreatePage):
    perm = "missions.change_expert"
    title = gettext_lazy("New expert")
    form_class = ExpertForm
    lead = gettext_lazy("The person must be in the contact book.")

    def form(self, data=None, files=None, **more):
        return ExpertForm(data, files, user=self.request.user, **more)

    def cancel_url(self):
        return reverse("missions:expert-list")


class ExpertEdit(ExpertRecord, EditPage):
    """By the office, or by the expert: each is shown what is theirs to say."""

    title = gettext_lazy("Edit the profile")
    form_class = ExpertForm

    def find(self):
        expert = get_object_or_404(self.queryset(), **self.kwargs_of_record())
        user = self.request.user
        if not (expert.allows(user, "missions.change_expert") or may_keep(expert, user)):
            raise PermissionDenied
        return expert

    def form(self, data=None, files=None, **more):
        return ExpertForm(data, files, user=self.request.user, **more)


class OfExpert(ExpertRecord):
    """Something new that hangs on one expert."""

    def prepare(self):
        self.record = get_object_or_404(self.queryset(), pk=self.kwargs["pk"])
        if not self.may(self.record):
            raise PermissionDenied

    def may(self, expert) -> bool:
        return expert.allows(self.request.user, "missions.change_expert")

    def cancel_url(self):
        return self.record.get_absolute_url()


class CertificationCreate(OfExpert, CreatePage):
    perm = "missions.change_expert"
    title = gettext_lazy("Add a stage")
    form_class = CertificationForm

    def form(self, data=None, files=None, **more):
        return CertificationForm(data, files, instance=Certification(expert=self.record), **more)

    def finish(self, form):
        try:
            with transaction.atomic():
                return super().finish(form)
        except IntegrityError:
            form.add_error("stage", _("This stage of that day is on record already."))
            return self.show(form, status=422)


class CertificationEdit(EditPage):
    perm = "missions.change_expert"
    model = Certification
    title = gettext_lazy("Edit the stage")
    form_class = CertificationForm

    def queryset(self):
        return super().queryset().select_related("expert__person", "expert__administration")

    def breadcrumbs(self):
        expert = self.record.expert
        roster = (_("Experts"), reverse("missions:expert-list"))
        return [roster, (str(expert), expert.get_absolute_url())]


class AbsenceCreate(OfExpert, CreatePage):
    title = gettext_lazy("Add a time away")
    form_class = AbsenceForm

    def may(self, expert):
        return super().may(expert) or may_keep(expert, self.request.user)

    def form(self, data=None, files=None, **more):
        return AbsenceForm(data, files, instance=Absence(expert=self.record), **more)

    def success_url(self, record):
        return self.record.get_absolute_url()


class AbsenceDelete(TakeOut, ConfirmPage):
    title = gettext_lazy("Take the time away out")
    whole = "expert"

    def find(self):
        user = self.request.user
        experts = Expert.objects.visible_to(user)
        absence = get_object_or_404(
            Absence.objects.filter(expert__in=experts.values("pk")).select_related("expert"),
            pk=self.kwargs["pk"],
        )
        expert = absence.expert
        if not (expert.allows(user, "missions.change_expert") or may_keep(expert, user)):
            raise PermissionDenied
        return absence

    def consequences(self, absence):
        return [_("From then on the matcher counts these days as free.")]

    def cancel_url(self):
        return self.record.expert.get_absolute_url()


class Award(FormPage):
    """A stage for everybody who reached it at one workshop, in one step."""

    perm = "missions.change_expert"
    title = gettext_lazy("Award at a workshop")
    form_class = AwardForm
    lead = gettext_lazy("Everybody ticked gets the stage; who has it of that day already keeps it.")

    def breadcrumbs(self):
        return [(_("Experts"), reverse("missions:expert-list")), (self.title, None)]

    def cancel_url(self):
        return reverse("missions:expert-list")

    def form(self, data=None, files=None, **more):
        return AwardForm(data, files, user=self.request.user, **more)

    def get(self, request):
        return self.show(self.form(initial=self.drafted({"event": request.GET.get("event")})))

    def post(self, request):
        form = self.form(request.POST)
        if not form.is_valid():
            return self.show(form, status=422)
        experts = form.cleaned_data.pop("experts")
        made = Certification.objects.bulk_create(
            [
                Certification(
                    expert=expert,
                    created_by=request.user,
                    updated_by=request.user,
                    **form.cleaned_data,
                )
                for expert in experts
            ],
            ignore_conflicts=True,
        )
        count = len(made)
        words = ngettext("%d expert has the stage now.", "%d experts have the stage now.", count)
        messages.success(request, words % count)
        return HttpResponseRedirect(reverse("missions:expert-list"))
