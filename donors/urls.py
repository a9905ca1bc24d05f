"""Addresses of pillar 2."""

from django.urls import path

from donors.views import (
    activities,
    agreement_changes,
    agreements,
    allocations,
    consent,
    donor_changes,
    donors,
    engagements,
    home,
    iati,
    instalments,
    matches,
    needs,
    rates,
    reports,
    requests,
    snapshots,
)

app_name = "donors"

urlpatterns = [
    path("", home.Home.as_view(), name="home"),
    path("list/", donors.DonorList.as_view(), name="donor-list"),
    path("new/", donor_changes.DonorCreate.as_view(), name="donor-create"),
    path("<int:pk>/", donors.DonorDetail.as_view(), name="donor-detail"),
    path("<int:pk>/edit/", donor_changes.DonorEdit.as_view(), name="donor-edit"),
    path("<int:pk>/rename/", donor_changes.DonorRename.as_view(), name="donor-rename"),
    path("<int:pk>/close/", donor_changes.DonorClose.as_view(), name="donor-close"),
    path("<int:pk>/delete/", donor_changes.DonorDelete.as_view(), name="donor-delete"),
    path("<int:pk>/matches/", matches.DonorMatches.as_view(), name="donor-matches"),
    path("<int:pk>/contacts/new/", donor_changes.ContactCreate.as_view(), name="contact-create"),
    path("contacts/<int:pk>/edit/", donor_changes.ContactEdit.as_view(), name="contact-edit"),
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
    path("needs/requests/<int:pk>/share/", consent.NeedShare.as_view(), name="need-share"),
    path("needs/requests/<int:pk>/edit/", consent.NeedEdit.as_view(), name="need-edit"),
    path(
        "needs/<slug:kind>/<int:pk>/interest/", consent.NeedInterest.as_view(), name="need-interest"
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
    path("agreements/new/", agreement_changes.AgreementCreate.as_view(), name="agreement-create"),
    path("agreements/<int:pk>/", agreements.AgreementDetail.as_view(), name="agreement-detail"),
    path(
        "agreements/<int:pk>/edit/",
        agreement_changes.AgreementEdit.as_view(),
        name="agreement-edit",
    ),
    path(
        "agreements/<int:pk>/amend/",
        agreement_changes.AgreementAmend.as_view(),
        name="agreement-amend",
    ),
    path(
        "agreements/<int:pk>/places/",
        agreement_changes.AgreementShares.as_view(),
        name="agreement-shares",
    ),
    path(
        "agreements/<int:pk>/steps/<slug:step>/",
        agreement_changes.AgreementStep.as_view(),
        name="agreement-step",
    ),
    path(
        "agreements/<int:pk>/instalments/new/",
        instalments.InstalmentCreate.as_view(),
        name="instalment-create",
    ),
    path(
        "agreements/<int:pk>/allocations/new/",
        allocations.AllocationCreate.as_view(),
        name="allocation-create",
    ),
    path("agreements/<int:pk>/reports/new/", reports.ReportCreate.as_view(), name="report-create"),
    path("instalments/", instalments.InstalmentList.as_view(), name="instalment-list"),
    path(
        "instalments/<int:pk>/",
        instalments.InstalmentAgreement.as_view(),
        name="instalment-agreement",
    ),
    path(
        "instalments/<int:pk>/receive/",
        instalments.InstalmentReceive.as_view(),
        name="instalment-receive",
    ),
    path(
        "instalments/<int:pk>/delete/",
        instalments.InstalmentDelete.as_view(),
        name="instalment-delete",
    ),
    path(
        "instalments/<int:pk>/undo/", instalments.InstalmentUndo.as_view(), name="instalment-undo"
    ),
    path(
        "expenditures/<int:pk>/delete/",
        allocations.ExpenditureDelete.as_view(),
        name="expenditure-delete",
    ),
    path("allocations/", allocations.AllocationList.as_view(), name="allocation-list"),
    path(
        "allocations/<int:pk>/release/",
        allocations.AllocationRelease.as_view(),
        name="allocation-release",
    ),
    path(
        "allocations/<int:pk>/spend/",
        allocations.AllocationSpend.as_view(),
        name="allocation-spend",
    ),
    # What it moved
    path("activities/", activities.ActivityList.as_view(), name="activity-list"),
    path("activities/<slug:slug>/", activities.ActivityDetail.as_view(), name="activity-detail"),
    path("activities/<slug:slug>/pdf/", activities.activity_pdf, name="activity-pdf"),
    path("activities/<slug:slug>/edit/", activities.ActivityEdit.as_view(), name="activity-edit"),
    path(
        "activities/<slug:slug>/freeze/",
        snapshots.ActivityFreeze.as_view(),
        name="activity-freeze",
    ),
    path("snapshots/<int:pk>/", snapshots.SnapshotDetail.as_view(), name="snapshot-detail"),
    path(
        "snapshots/<int:pk>/steps/<slug:step>/",
        snapshots.SnapshotStep.as_view(),
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
