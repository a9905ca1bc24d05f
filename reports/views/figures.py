"""The figures of the office for any day, as a page and as JSON."""

from datetime import date

from django.http import JsonResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from reports.sections import InReports
from rocb.figures import figures_of
from rocb.models import Office
from rocb.views.house import Page


def asked_day(request) -> date | None:
    """The day of the address, today without one; None for something that is no day."""
    text = request.GET.get("as_at", "")
    try:
        return parse_date(text) if text else timezone.localdate()
    except ValueError:
        return None


def office_of(user) -> Office:
    """The own office for staff; the first office for everybody else who may read figures."""
    if user.is_office:
        return Office.objects.get(pk=user.organisation_id)
    if user.is_member:
        return Office.objects.get(region__administrations=user.organisation_id)
    return Office.objects.order_by("pk").first()


class Figures(InReports, Page):
    """Totals of the region: everybody signed in may read them, staff may open the rows."""

    section = "figures"
    perm = "reports.view_figures"
    template_name = "reports/figures.html"
    title = gettext_lazy("Figures")

    def breadcrumbs(self):
        return [(_("Reports"), reverse("reports:report-list")), (self.title, None)]

    def get(self, request):
        day = asked_day(request)
        if day is None:
            return self.page(
                {"error": _("Write the day as in 2008-06-30."), "as_at": "", "rows": []}, 400
            )
        opens = request.user.has_perm("rocb.view_region")
        return self.page(
            {
                "as_at": day,
                "office": office_of(request.user),
                "json_url": f"{reverse('reports:figures-json')}?as_at={day.isoformat()}",
                "rows": [
                    {
                        "figure": figure,
                        "value": value,
                        "url": figure.url(day) if opens else "",
                    }
                    for figure, value in figures_of(office_of(request.user), day)
                ],
            }
        )


class FiguresJson(Page):
    """The same numbers for programs."""

    perm = "reports.view_figures"

    def get(self, request):
        day = asked_day(request)
        if day is None:
            return JsonResponse({"detail": _("Write the day as in 2008-06-30.")}, status=400)
        found = figures_of(office_of(request.user), day)
        return JsonResponse(
            {
                "as_at": day.isoformat(),
                "figures": {
                    figure.key: {
                        "value": value,
                        "title": str(figure.title),
                        "definition": str(figure.definition),
                    }
                    for figure, value in found
                },
            }
        )
