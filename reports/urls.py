"""Addresses of pillar 4, part by part; the library comes last, since its numbers stand alone."""

from django.urls import path

from reports.views import annual, figures, indicators, library, plans, region, work

app_name = "reports"

FIGURES = [
    path("figures/", figures.Figures.as_view(), name="figures"),
    path("figures/<slug:key>/", figures.FigureDetail.as_view(), name="figure"),
    path("figures.json", figures.FiguresJson.as_view(), name="figures-json"),
]

PLAN = [
    path("region/", region.RegionPage.as_view(), name="region"),
    path("plan/", plans.PlanHome.as_view(), name="plan"),
    path("plan/all/", plans.PlanList.as_view(), name="plan-list"),
    path("plan/new/", plans.PlanCreate.as_view(), name="plan-create"),
    path("plan/<int:pk>/", plans.PlanDetail.as_view(), name="plan-detail"),
    path("plan/<int:pk>/edit/", plans.PlanEdit.as_view(), name="plan-edit"),
    path("plan/<int:pk>/steps/<slug:step>/", plans.PlanStep.as_view(), name="plan-step"),
    path("plan/<int:pk>/objectives/new/", plans.ObjectiveCreate.as_view(), name="objective-create"),
    path("plan/objectives/<int:pk>/edit/", plans.ObjectiveEdit.as_view(), name="objective-edit"),
    path(
        "plan/objectives/<int:pk>/delete/", plans.ObjectiveDelete.as_view(), name="objective-delete"
    ),
    path(
        "plan/objectives/<int:pk>/indicators/new/",
        indicators.IndicatorCreate.as_view(),
        name="indicator-create",
    ),
    path(
        "plan/indicators/<int:pk>/", indicators.IndicatorDetail.as_view(), name="indicator-detail"
    ),
    path(
        "plan/indicators/<int:pk>/edit/", indicators.IndicatorEdit.as_view(), name="indicator-edit"
    ),
    path(
        "plan/indicators/<int:pk>/targets/",
        indicators.IndicatorTargets.as_view(),
        name="indicator-targets",
    ),
    path(
        "plan/indicators/<int:pk>/values/new/",
        indicators.ReadingCreate.as_view(),
        name="reading-create",
    ),
    path("plan/pillars/", indicators.Pillars.as_view(), name="pillars"),
    path(
        "plan/pillars/<int:number>/title/",
        indicators.PillarTitleCreate.as_view(),
        name="pillar-title",
    ),
    path("plan/work/", work.WorkList.as_view(), name="work-list"),
    path("plan/work/new/", work.WorkCreate.as_view(), name="work-create"),
    path("plan/work/<int:pk>/", work.WorkDetail.as_view(), name="work-detail"),
    path("plan/work/<int:pk>/edit/", work.WorkEdit.as_view(), name="work-edit"),
    path("plan/work/<int:pk>/steps/<slug:step>/", work.WorkStep.as_view(), name="work-step"),
    path("plan/load/", work.LoadPage.as_view(), name="load"),
]

ANNUAL = [
    path("annual/", annual.AnnualList.as_view(), name="annual-list"),
    path("annual/new/", annual.AnnualCreate.as_view(), name="annual-create"),
    path("annual/open/<int:pk>/", annual.AnnualOpen.as_view(), name="annual-open"),
    path("annual/<int:year>/", annual.AnnualDetail.as_view(), name="annual-detail"),
    path("annual/<int:year>/edit/", annual.AnnualEdit.as_view(), name="annual-edit"),
    path("annual/<int:year>/steps/<slug:step>/", annual.AnnualStep.as_view(), name="annual-step"),
    path("annual/<int:year>/report.<slug:kind>", annual.AnnualFile.as_view(), name="annual-file"),
]

LIBRARY = [
    path("", library.ReportList.as_view(), name="report-list"),
    path("new/", library.ReportCreate.as_view(), name="report-create"),
    path("<int:number>/", library.ReportDetail.as_view(), name="report-detail"),
    path("<int:number>/edit/", library.ReportEdit.as_view(), name="report-edit"),
    path("<int:number>/steps/<slug:step>/", library.ReportStep.as_view(), name="report-step"),
]

urlpatterns = [*FIGURES, *PLAN, *ANNUAL, *LIBRARY]
