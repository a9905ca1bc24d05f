"""Addresses of pillar 4, part by part; the library comes last, since its numbers stand alone."""

from django.urls import path

from reports.views import figures, library

app_name = "reports"

FIGURES = [
    path("figures/", figures.Figures.as_view(), name="figures"),
    path("figures/<slug:key>/", figures.FigureDetail.as_view(), name="figure"),
    path("figures.json", figures.FiguresJson.as_view(), name="figures-json"),
]

LIBRARY = [
    path("", library.ReportList.as_view(), name="report-list"),
    path("new/", library.ReportCreate.as_view(), name="report-create"),
    path("<int:number>/", library.ReportDetail.as_view(), name="report-detail"),
    path("<int:number>/edit/", library.ReportEdit.as_view(), name="report-edit"),
    path("<int:number>/steps/<slug:step>/", library.ReportStep.as_view(), name="report-step"),
]

urlpatterns = [*FIGURES, *LIBRARY]
