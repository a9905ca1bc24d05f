"""Addresses of pillar 4."""

from django.urls import path

from reports.views import figures, reports

app_name = "reports"

urlpatterns = [
    path("figures/", figures.Figures.as_view(), name="figures"),
    path("figures/<slug:key>/", figures.FigureDetail.as_view(), name="figure"),
    path("figures.json", figures.FiguresJson.as_view(), name="figures-json"),
    path("", reports.ReportList.as_view(), name="report-list"),
    path("new/", reports.ReportCreate.as_view(), name="report-create"),
    path("<int:number>/", reports.ReportDetail.as_view(), name="report-detail"),
    path("<int:number>/edit/", reports.ReportEdit.as_view(), name="report-edit"),
    path("<int:number>/steps/<slug:step>/", reports.ReportStep.as_view(), name="report-step"),
]
