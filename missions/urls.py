"""Addresses of pillar 1."""

from django.urls import path

from missions.views import matrices

app_name = "missions"

urlpatterns = [
    path("matrices/", matrices.MatrixList.as_view(), name="matrix-list"),
    path("matrices/<int:pk>/", matrices.MatrixDetail.as_view(), name="matrix-detail"),
    path("matrices/<int:pk>/edit/", matrices.MatrixEdit.as_view(), name="matrix-edit"),
    path("matrices/<int:pk>/rows/", matrices.MatrixRows.as_view(), name="matrix-rows"),
    path("matrices/<int:pk>/versions/", matrices.MatrixVersions.as_view(), name="matrix-versions"),
    path(
        "matrices/<int:pk>/steps/<slug:step>/", matrices.MatrixStep.as_view(), name="matrix-step"
    ),
]
