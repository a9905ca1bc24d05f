"""Addresses of pillar 1."""

from django.urls import path

from missions.views import (
    actions,
    cycles,
    extensions,
    home,
    matrices,
    plan_imports,
    plans,
    recommendations,
    workbooks,
)

app_name = "missions"

urlpatterns = [
    path("", home.Home.as_view(), name="home"),
    path(
        "recommendations/", recommendations.RecommendationList.as_view(), name="recommendation-list"
    ),
    path(
        "recommendations/new/",
        recommendations.RecommendationCreate.as_view(),
        name="recommendation-create",
    ),
    path(
        "recommendations/<int:pk>/",
        recommendations.RecommendationDetail.as_view(),
        name="recommendation-detail",
    ),
    path(
        "recommendations/<int:pk>/edit/",
        recommendations.RecommendationEdit.as_view(),
        name="recommendation-edit",
    ),
    path(
        "recommendations/<int:pk>/answer/",
        recommendations.RecommendationAnswer.as_view(),
        name="recommendation-answer",
    ),
    path("plans/", plans.PlanList.as_view(), name="plan-list"),
    path("plans/new/", plans.PlanCreate.as_view(), name="plan-create"),
    path("plans/import/", plan_imports.PlanImportPage.as_view(), name="plan-import"),
    path(
        "plans/import/<int:pk>/",
        plan_imports.PlanImportPreview.as_view(),
        name="plan-import-preview",
    ),
    path("plans/<int:pk>/", plans.PlanDetail.as_view(), name="plan-detail"),
    path("plans/<int:pk>/edit/", plans.PlanEdit.as_view(), name="plan-edit"),
    path("plans/<int:pk>/steps/<slug:step>/", plans.PlanStep.as_view(), name="plan-step"),
    path("plans/<int:pk>/actions/new/", actions.ActionCreate.as_view(), name="action-create"),
    path("actions/", actions.ActionList.as_view(), name="action-list"),
    path("actions/<int:pk>/", actions.ActionDetail.as_view(), name="action-detail"),
    path("actions/<int:pk>/edit/", actions.ActionEdit.as_view(), name="action-edit"),
    path("actions/<int:pk>/share/", actions.ActionShare.as_view(), name="action-share"),
    path("actions/<int:pk>/extension/", actions.ActionExtension.as_view(), name="action-extension"),
    path("extensions/", extensions.ExtensionList.as_view(), name="extension-list"),
    path("extensions/<int:pk>/", extensions.ExtensionDetail.as_view(), name="extension-detail"),
    path(
        "extensions/<int:pk>/steps/<slug:step>/",
        extensions.ExtensionStep.as_view(),
        name="extension-step",
    ),
    path("cycles/", cycles.CycleList.as_view(), name="cycle-list"),
    path("cycles/new/", cycles.CycleCreate.as_view(), name="cycle-create"),
    path("cycles/<int:pk>/", cycles.CycleDetail.as_view(), name="cycle-detail"),
    path("cycles/<int:pk>/edit/", cycles.CycleEdit.as_view(), name="cycle-edit"),
    path("cycles/<int:pk>/steps/<slug:step>/", cycles.CycleStep.as_view(), name="cycle-step"),
    path("matrices/", matrices.MatrixList.as_view(), name="matrix-list"),
    path("matrices/<int:pk>/", matrices.MatrixDetail.as_view(), name="matrix-detail"),
    path("matrices/<int:pk>/edit/", matrices.MatrixEdit.as_view(), name="matrix-edit"),
    path("matrices/<int:pk>/rows/", matrices.MatrixRows.as_view(), name="matrix-rows"),
    path("matrices/<int:pk>/workbook/", workbooks.MatrixWorkbook.as_view(), name="matrix-workbook"),
    path("matrices/<int:pk>/upload/", workbooks.MatrixUploadPage.as_view(), name="matrix-upload"),
    path(
        "matrices/<int:pk>/upload/<int:upload>/",
        workbooks.MatrixUploadPreview.as_view(),
        name="matrix-upload-preview",
    ),
    path("matrices/<int:pk>/versions/", matrices.MatrixVersions.as_view(), name="matrix-versions"),
    path("matrices/<int:pk>/steps/<slug:step>/", matrices.MatrixStep.as_view(), name="matrix-step"),
]
