"""The pillars of an office and their titles, each from a day on."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from reports.forms.plans import (
    PillarTitleForm,
)
from reports.models import Pillar, PillarTitle
from reports.offices import asked_office, own_office, switch
from reports.sections import InReports
from reports.views.plans import trail
from rocb import markup
from rocb.views.house import CreatePage, Page


class Pillars(InReports, Page):
    """What each pillar of the office is and was called."""

    perm = "reports.view_workitem"
    section = "plan"
    template_name = "reports/pillars.html"
    title = gettext_lazy("Titles of the pillars")

    def breadcrumbs(self):
        return [*trail(), (self.title, None)]

    def get(self, request):
        office = asked_office(request)
        titles = PillarTitle.objects.filter(pillar__office=office).order_by(
            "pillar__number", "-from_on"
        )
        groups: dict[int, list] = {}
        for number_of, title, from_on in titles.values_list("pillar__number", "title", "from_on"):
            groups.setdefault(number_of, []).append((title, markup.day(from_on)))
        may_edit = request.user.has_perm("reports.change_strategicplan") and (
            request.user.office_id == office.pk
        )
        following = max(groups, default=0) + 1
        return self.page(
            {
                "office": office,
                "offices": switch(request, office),
                "groups": [
                    (n, rows, reverse("reports:pillar-title", args=[n]) if may_edit else "")
                    for n, rows in groups.items()
                ],
                "new_url": reverse("reports:pillar-title", args=[following])
                if may_edit and following <= 12
                else "",
            }
        )


class PillarTitleCreate(InReports, CreatePage):
    """A new title for a pillar of the own office; the next number makes a new pillar."""

    perm = "reports.change_strategicplan"
    section = "plan"
    model = PillarTitle
    template_name = "reports/form.html"
    form_class = PillarTitleForm

    @property
    def title(self):
        return _("New title of pillar %d") % self.kwargs["number"]

    def breadcrumbs(self):
        where = reverse("reports:pillars")
        return [*trail(), (_("Titles of the pillars"), where), (self.title, None)]

    def prepare(self):
        office = own_office(self.request)
        if self.request.user.office_id != office.pk:
            raise PermissionDenied
        known = office.pillars.order_by("-number").values_list("number", flat=True)
        wanted = self.kwargs["number"]
        if (wanted not in known and wanted != (known[0] if known else 0) + 1) or wanted > 12:
            raise Http404
        self.pillar = office.pillars.filter(number=wanted).first() or Pillar(
            office=office, number=wanted
        )

    def form(self, data=None, files=None, **more):
        return PillarTitleForm(data, files, pillar=self.pillar, **more)

    def initial(self):
        return {"from_on": timezone.localdate().isoformat()}

    def cancel_url(self):
        return reverse("reports:pillars")

    def finish(self, form):
        with transaction.atomic():
            if self.pillar.pk is None:
                self.pillar.save()
            form.instance.pillar = self.pillar
            form.save()
        return HttpResponseRedirect(self.cancel_url())
