"""The annual work plan: its list, one item with its steps, and each officer's load by month."""

import django_filters as filters
from django import forms
from django.contrib.postgres.search import SearchQuery
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from reports.forms.plans import WorkItemForm
from reports.models import WorkItem
from reports.offices import own_office
from reports.sections import InReports
from reports.views.plans import trail
from reports.workflow import WORK, WorkStatus
from rocb import fiscal, markup
from rocb.models import Office, User
from rocb.models.people import name_at
from rocb.narrowing import RecordFilter
from rocb.roles import OFFICE_ROLES
from rocb.search import prefixes
from rocb.views.house import Column, CreatePage, DetailPage, EditPage, ListPage, StepPage


def carriers(request):
    """Who may carry an item, among those the reader sees."""
    staff = User.objects.visible_to(request.user) if request.user.is_office else User.objects.all()
    return staff.filter(role__in=OFFICE_ROLES).select_related("person").order_by("email")


def regions() -> list[tuple[str, str]]:
    """The regions that have an office, by code."""
    rows = Office.objects.order_by("opened_on", "pk").values_list("region__code", "region__name")
    return list(rows)


class WorkFilter(filters.FilterSet):
    q = filters.CharFilter(
        label=gettext_lazy("Words"),
        method="by_words",
        widget=forms.TextInput(attrs={"type": "search"}),
    )
    year = filters.ChoiceFilter(label=gettext_lazy("Fiscal year"), empty_label=gettext_lazy("All"))
    status = filters.ChoiceFilter(
        label=gettext_lazy("Status"), choices=WorkStatus, empty_label=gettext_lazy("All")
    )
    carried_by = RecordFilter(
        label=gettext_lazy("Carried by"), queryset=carriers, empty_label=gettext_lazy("All")
    )
    open = filters.BooleanFilter(
        label=gettext_lazy("Only open"), method="by_open", widget=forms.CheckboxInput
    )
    late = filters.BooleanFilter(
        label=gettext_lazy("Only late"), method="by_late", widget=forms.CheckboxInput
    )
    office = filters.ChoiceFilter(
        label=gettext_lazy("Regional office"),
        field_name="office__region__code",
        choices=regions,
        empty_label=gettext_lazy("All"),
    )

    class Meta:
        model = WorkItem
        fields: list[str] = []

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        now = fiscal.fiscal_year(timezone.localdate())
        years = [(year, fiscal.label(year)) for year in range(now + 2, now - 8, -1)]
        self.filters["year"].extra["choices"] = years
        self.filters["carried_by"].field.label_from_instance = lambda one: one.full_name
        if self.request.user.is_office:
            self.filters.pop("office")

    def by_words(self, queryset, _name, value):
        raw = prefixes(value)
        if not raw:
            return queryset
        return queryset.filter(search=SearchQuery(raw, config="simple", search_type="raw"))

    def by_open(self, queryset, _name, value):
        return queryset.open() if value else queryset

    def by_late(self, queryset, _name, value):
        return queryset.open().filter(ends_on__lt=timezone.localdate()) if value else queryset


class InWork(InReports):
    section = "plan"
    model = WorkItem

    def breadcrumbs(self):
        record = getattr(self, "record", None)
        found = [*trail(), (_("Annual work plan"), reverse("reports:work-list"))]
        return [*found, (str(record), record.get_absolute_url())] if record else found


class WorkList(InWork, ListPage):
    perm = "reports.view_workitem"
    template_name = "reports/list.html"
    title = gettext_lazy("Annual work plan")
    filterset_class = WorkFilter
    ordering = ("-year", "starts_on", "pk")
    columns = (
        Column("title", gettext_lazy("What"), link="reports:work-detail"),
        Column("pillar", gettext_lazy("Pillar"), "pillar__number", kind="number"),
        Column("who", gettext_lazy("Carried by"), "who"),
        Column("starts", gettext_lazy("From"), "starts_on", kind="day"),
        Column("ends", gettext_lazy("Until"), "ends_on", kind="day"),
        Column("percent", gettext_lazy("Done"), kind="percent"),
        Column("status", gettext_lazy("Status"), kind="tag", choices=WorkStatus),
    )
    create = ("reports.change_workitem", "reports:work-create", gettext_lazy("New item"))
    empty = {
        "title": gettext_lazy("Nothing planned yet"),
        "text": gettext_lazy("What the office will do this fiscal year, and who carries it."),
    }

    def breadcrumbs(self):
        return [*trail(), (self.title, None)]

    def rows(self):
        return super().rows().annotate(who=name_at("carried_by__person"))

    def count_label(self, count):
        return ngettext("%s item", "%s items", count) % markup.number(count)


class WorkRecord(InWork):
    def queryset(self):
        return (
            super()
            .queryset()
            .select_related("office", "pillar", "objective__plan", "carried_by__person")
            .select_related("event", "mission__administration")
        )


class WorkDetail(WorkRecord, DetailPage):
    perm = "reports.view_workitem"
    template_name = "reports/detail.html"
    workflow = WORK
    step_url = "reports:work-step"

    def breadcrumbs(self):
        return [*super().breadcrumbs()[:-1], (str(self.record), None)]

    @property
    def kicker(self):
        return _("Work plan %(year)s, %(office)s") % {
            "year": self.record.year_label,
            "office": self.record.office,
        }

    def links(self, item):
        if not item.is_open or not item.allows(self.request.user, "reports.change_workitem"):
            return []
        return [(_("Edit"), reverse("reports:work-edit", args=[item.pk]))]

    def facts(self, item):
        left = ""
        if item.is_open and item.ends_on < timezone.localdate():
            left = markup.tag(_("overdue"), "bad")
        pillar = ""
        if item.pillar:
            title = (
                item.pillar.titles.filter(from_on__lte=item.starts_on)
                .order_by("-from_on")
                .values_list("title", flat=True)
                .first()
            )
            pillar = f"{item.pillar.number}. {title or ''}"
        user = self.request.user
        mission = item.mission
        return [
            (_("Pillar"), pillar),
            (_("Objective"), item.objective
             and markup.link(item.objective, item.objective.get_absolute_url())),
            (_("Carried by"), item.carried_by and item.carried_by.full_name),
            (_("Days"), mark_safe(f"{markup.days(item.starts_on, item.ends_on)} {left}")),
            (_("Working days it takes"), markup.number(item.effort.normalize())),
            (_("Done"), markup.progress(item.percent)),
            (_("Progress so far"), item.progress),
            (_("Intended outcome"), item.outcome),
            (_("Description"), item.description),
            (_("Event"), item.event and markup.link(item.event, item.event.get_absolute_url())),
            (_("Mission"), mission and (
                markup.link(mission, mission.get_absolute_url())
                if user.has_perm("missions.view_mission") else str(mission))),
        ]  # fmt: skip

    def who_can_see(self, item):
        return [_("The regional office"), _("The WCO Secretariat")]


class WorkCreate(InWork, CreatePage):
    perm = "reports.change_workitem"
    template_name = "reports/form.html"
    title = gettext_lazy("New item of the work plan")
    form_class = WorkItemForm

    def prepare(self):
        self.office = own_office(self.request)

    def form(self, data=None, files=None, **more):
        return WorkItemForm(data, files, office=self.office, **more)

    def initial(self):
        asked = self.request.GET
        found = {"year": fiscal.fiscal_year(timezone.localdate()), "percent": 0, "effort": 5}
        known = ("event", "mission", "objective", "pillar")
        return {**found, **{name: asked[name] for name in known if asked.get(name, "").isdecimal()}}

    def cancel_url(self):
        return reverse("reports:work-list")

    def save(self, form):
        form.instance.office = self.office
        return super().save(form)


class WorkEdit(WorkRecord, EditPage):
    perm = "reports.change_workitem"
    template_name = "reports/form.html"
    title = gettext_lazy("Edit the item")
    form_class = WorkItemForm

    def form(self, data=None, files=None, **more):
        return WorkItemForm(data, files, office=self.record.office, **more)

    def closed(self, item):
        if item.is_open:
            return ""
        return _("It is “%s”: take it up again first.") % item.get_status_display()


class WorkStep(WorkRecord, StepPage):
    workflow = WORK
    template_name = "reports/step.html"

    def consequences(self, item):
        return {
            "start": [_("It stands as under way.")],
            "finish": [_("It counts as done, all of it, and nobody is reminded any more.")],
            "drop": [_("It weighs on nobody any more; your comment says why.")],
            "reopen": [_("It is open again, and due on its last day.")],
        }[self.step.name]
