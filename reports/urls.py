"""Addresses of pillar 4."""

from django.urls import path

from reports import views

app_name = "reports"

urlpatterns = [
    path("", views.ReportList.as_view(), name="report-list"),
    path("new/", views.ReportCreate.as_view(), name="report-create"),
    path("<int:number>/", views.ReportDetail.as_view(), name="report-detail"),
    path("<int:number>/edit/", views.ReportEdit.as_view(), name="report-edit"),
    path("<int:number>/steps/<slug:step>/", views.ReportStep.as_view(), name="report-step"),
]
