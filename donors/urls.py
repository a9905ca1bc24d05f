"""Addresses of pillar 2."""

from django.urls import path

from donors.views import (
    activities,
    agreements,
    donors,
    engagements,
    home,
    iati,
    money,
    needs,
    rates,
    reports,
    requests,
)

app_name = "donors"

urlpatterns = [
    path("", home.Home.as_view(), name="home"),
    path("list/", donors.DonorList.as_view(), name="donor-list"),
    path("new/", donors.DonorCreate.as_view(), name="donor-create"),
    path("<int:pk>/", donors.DonorDetail.as_view(), name="donor-detail"),
    path("<int:pk>/edit/", donors.DonorEdit.as_view(), name="donor-edit"),
    path("<int:pk>/rename/", donors.DonorRename.as_view(), name="donor-rename"),
    path("<int:pk>/close/", donors.DonorClose.as_view(), name="donor-close"),
    path("<int:pk>/delete/", donors.DonorDelete.as_view(), name="donor-delete"),
    path("<int:pk>/matches/", needs.DonorMatches.as_view(), name="donor-matches"),
    path("<int:pk>/contacts/new/", donors.ContactCreate.as_view(), name="contact-create"),
    path("contacts/<int:pk>/edit/", donors.ContactEdit.as_view(), name="contact-edit"),
    # Talks
    path("engagements/", engagements.EngagementList.as_view(), name="engagement-list"),
    path("engagements/new/", engagements.EngagementCreate.as_view(), name="engagement-create"),
    path("engagements/<int:pk>/", engagements.EngagementDetail.as_view(), name="engagement-detail"),
    path(
        "engagements/<int:pk>/edit/", engagements.EngagementEdit.as_view(), name="engagement-edit"
    ),
    path(
        "engagements/<int:pk>/done/", engagements.EngagementDone.as_view(), name="engagement-done"
    ),
    # Needs
    path("needs/", needs.ActionNeeds.as_view(), name="need-list"),
    path("needs/requests/", needs.RequestNeeds.as_view(), name="need-request-list"),
    path("needs/actions/<int:pk>/", needs.ActionNeed.as_view(), name="need-action"),
    path("needs/requests/<int:pk>/", needs.RequestNeed.as_view(), name="need-request"),
    path("needs/requests/<int:pk>/share/", needs.NeedShare.as_view(), name="need-share"),
    path("needs/requests/<int:pk>/edit/", needs.NeedEdit.as_view(), name="need-edit"),
    path(
        "needs/<slug:kind>/<int:pk>/interest/", needs.NeedInterest.as_view(), name="need-interest"
    ),
    # Requests for money
    path("requests/", requests.FundingRequestList.as_view(), name="request-list"),
    path("requests/new/", requests.RequestCreate.as_view(), name="request-create"),
    path("requests/<int:pk>/", requests.RequestDetail.as_view(), name="request-detail"),
    path("requests/<int:pk>/edit/", requests.RequestEdit.as_view(), name="request-edit"),
    path(
        "requests/<int:pk>/steps/<slug:step>/", requests.RequestStep.as_view(), name="request-step"
    ),
    # Agreements
    path("agreements/", agreements.AgreementList.as_view(), name="agreement-list"),
    path("agreements/new/", agreements.AgreementCreate.as_view(), name="agreement-create"),
    path("agreements/<int:pk>/", agreements.AgreementDetail.as_view(), name="agreement-detail"),
    path("agreements/<int:pk>/edit/", agreements.AgreementEdit.as_view(), name="agreement-edit"),
    path("agreements/<int:pk>/amend/", agreements.AgreementAmend.as_view(), name="agreement-amend"),
    path(
        "agreements/<int:pk>/places/", agreements.AgreementShares.as_view(), name="agreement-shares"
    ),
    path(
        "agreements/<int:pk>/steps/<slug:step>/",
        agreements.AgreementStep.as_view(),
        name="agreement-step",
    ),
    path(
        "agreements/<int:pk>/instalments/new/",
        money.InstalmentCreate.as_view(),
        name="instalment-create",
    ),
    path(
        "agreements/<int:pk>/allocations/new/",
        money.AllocationCreate.as_view(),
        name="allocation-create",
    ),
    path("agreements/<int:pk>/reports/new/", reports.ReportCreate.as_view(), name="report-create"),
    path("instalments/<int:pk>/", money.InstalmentAgreement.as_view(), name="instalment-agreement"),
    path(
        "instalments/<int:pk>/receive/",
        money.InstalmentReceive.as_view(),
        name="instalment-receive",
    ),
    path(
        "instalments/<int:pk>/delete/", money.InstalmentDelete.as_view(), name="instalment-delete"
    ),
    path("allocations/", money.AllocationList.as_view(), name="allocation-list"),
    path(
        "allocations/<int:pk>/release/",
        money.AllocationRelease.as_view(),
        name="allocation-release",
    ),
    path("allocations/<int:pk>/spend/", money.AllocationSpend.as_view(), name="allocation-spend"),
    # What it moved
    path("activities/", activities.ActivityList.as_view(), name="activity-list"),
    path("activities/<slug:slug>/", activities.ActivityDetail.as_view(), name="activity-detail"),
    path("activities/<slug:slug>/pdf/", activities.activity_pdf, name="activity-pdf"),
    path("activities/<slug:slug>/edit/", activities.ActivityEdit.as_view(), name="activity-edit"),
    path(
        "activities/<slug:slug>/freeze/",
        activities.ActivityFreeze.as_view(),
        name="activity-freeze",
    ),
    path("snapshots/<int:pk>/", activities.SnapshotDetail.as_view(), name="snapshot-detail"),
    path(
        "snapshots/<int:pk>/steps/<slug:step>/",
        activities.SnapshotStep.as_view(),
        name="snapshot-step",
    ),
    # Reports to donors
    path("reports/", reports.ReportList.as_view(), name="report-list"),
    path("reports/<int:pk>/", reports.ReportDetail.as_view(), name="report-detail"),
    path("reports/<int:pk>/edit/", reports.ReportEdit.as_view(), name="report-edit"),
    path("reports/<int:pk>/steps/<slug:step>/", reports.ReportStep.as_view(), name="report-step"),
    path("reports/<int:pk>/<slug:kind>/", reports.ReportFile.as_view(), name="report-file"),
    # Rates
    path("rates/", rates.RateList.as_view(), name="rate-list"),
    path("rates/new/", rates.RateCreate.as_view(), name="rate-create"),
    path("rates/<int:pk>/edit/", rates.RateEdit.as_view(), name="rate-edit"),
    path("rates/import/", rates.RateImportPage.as_view(), name="rate-import"),
    path("rates/import/<int:pk>/", rates.RateImportPreview.as_view(), name="rate-import-preview"),
    # IATI
    path("iati.xml", iati.iati_xml, name="export-iati"),
    path("iati/", iati.IatiCheck.as_view(), name="iati-check"),
]
