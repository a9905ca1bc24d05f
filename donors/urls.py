"""Addresses of pillar 2."""

from django.urls import path

from donors import views

app_name = "donors"

urlpatterns = [
    path("", views.DonorList.as_view(), name="donor-list"),
    path("new/", views.DonorCreate.as_view(), name="donor-create"),
    path("<int:pk>/", views.DonorDetail.as_view(), name="donor-detail"),
    path("<int:pk>/edit/", views.DonorEdit.as_view(), name="donor-edit"),
]
