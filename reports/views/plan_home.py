"""Where the office stands on a day: the chain of plans, and how far its own has come."""

from django.core.exceptions import ValidationError
from django.db.models import Count, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from reports.models import WorkItem
from reports.offices import asked_office, is_inside, switch
from reports.plan_page import HEADINGS, chain_of, current_plan, objective_groups
from reports.progress import Standing, State, progress_of, tally
from reports.views.figures import asked_day
from reports.views.plans import InPlan, trail
from rocb import fiscal
from rocb.models import Office
from rocb.views.house import (
    Page,
)


class PlanHome(InPlan, Page):
    """The chain of plans on a day, and how far the office's has come."""

    perm = "reports.view_strategicplan"
    template_name = "reports/plan_home.html"
    title = gettext_lazy("Plan and progress")

    def breadcrumbs(self):
        return [*trail()[:1], (_("Plan"), None)]

    def get(self, request):
        office = asked_office(request)
        frame = {"office": office, "offices": switch(request, office)}
        try:
            day = asked_day(request, office)
        except ValidationError as error:
            return self.page({**frame, "error": error.messages[0]}, 400)
        plan = current_plan(office, day)
        year = fiscal.fiscal_year(day)
        context = {**frame, "as_at": day, "year": fiscal.label(year), "registers": self.registers()}
        if plan is not None:
            found = progress_of(plan, office, day)
            context |= {
                "plan": plan,
                "plan_chain": chain_of(plan),
                "segments": tally(found),
                "groups": objective_groups(plan, found, day),
                "headings": HEADINGS,
                "tiles": self.tiles(office, year, found),
            }
        elif is_inside(request.user, office) and request.user.has_perm(
            "reports.change_strategicplan"
        ):
            context["create_url"] = reverse("reports:plan-create")
        return self.page(context)

    def tiles(self, office: Office, year: int, found: list[Standing]) -> list[dict]:
        behind = sum(one.state == State.BEHIND for one in found)
        missing = sum(one.state in (State.NO_VALUE, State.NO_TARGET) for one in found)
        tiles = [
            {"number": behind, "text": _("indicators behind")},
            {"number": missing, "text": _("without value or target")},
        ]
        user = self.request.user
        if user.has_perm("reports.view_workitem") and is_inside(user, office):
            items = WorkItem.objects.visible_to(user).filter(office=office, year=year)
            today = timezone.localdate()
            late = Q(status__in=["planned", "running"], ends_on__lt=today)
            numbers = items.aggregate(
                open=Count("pk", filter=Q(status__in=["planned", "running"])),
                late=Count("pk", filter=late),
                done=Count("pk", filter=Q(status="done")),
            )
            work = f"{reverse('reports:work-list')}?office={office.region.code}&year={year}"
            tiles += [
                {"number": numbers["open"], "text": _("items of the work plan open"),
                 "url": f"{work}&open=on"},
                {"number": numbers["late"], "text": _("items late"), "url": f"{work}&late=on"},
                {"number": numbers["done"], "text": _("items done"), "url": f"{work}&status=done"},
            ]  # fmt: skip
        return tiles

    def registers(self) -> list[dict]:
        user = self.request.user
        known = (
            ("reports.view_strategicplan", _("All plans"), "plan-list"),
            ("reports.view_workitem", _("Annual work plan"), "work-list"),
            ("reports.view_workitem", _("Each officer's load"), "load"),
            ("reports.view_workitem", _("Titles of the pillars"), "pillars"),
        )
        return [
            {"text": label, "url": reverse(f"reports:{name}")}
            for perm, label, name in known
            if user.has_perm(perm)
        ]
