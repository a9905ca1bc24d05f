"""Addresses under /office/."""

from django.urls import path

from rocb.views import audit, invitations, jobs, office, people, personal, post, reference, users

urlpatterns = [
    path("", office.OfficeHome.as_view(), name="office"),
    path("settings/<int:pk>/", office.OfficeSettings.as_view(), name="office-settings"),
    path("people/", people.PersonList.as_view(), name="office-people"),
    path("people/new/", people.PersonCreate.as_view(), name="office-person-create"),
    path("people/duplicates/", people.Duplicates.as_view(), name="office-duplicates"),
    path("people/<int:pk>/", people.PersonDetail.as_view(), name="office-person"),
    path("people/<int:pk>/edit/", people.PersonEdit.as_view(), name="office-person-edit"),
    path("people/<int:pk>/merge/", people.PersonMerge.as_view(), name="office-person-merge"),
    path("people/<int:pk>/data/", personal.PersonData.as_view(), name="office-person-data"),
    path("people/<int:pk>/erase/", personal.PersonErase.as_view(), name="office-person-erase"),
    path("personal-data/", personal.DataRequests.as_view(), name="office-data-requests"),
    path("users/", users.UserList.as_view(), name="office-users"),
    path("users/invite/", invitations.UserInvite.as_view(), name="office-user-invite"),
    path("users/<int:pk>/", users.UserDetail.as_view(), name="office-user"),
    path("users/<int:pk>/change/", users.UserChange.as_view(), name="office-user-change"),
    path("users/<int:pk>/block/", users.UserBlock.as_view(), name="office-user-block"),
    path("users/<int:pk>/unblock/", users.UserUnblock.as_view(), name="office-user-unblock"),
    path(
        "users/<int:pk>/second-step/",
        users.UserSecondStep.as_view(),
        name="office-user-second-step",
    ),
    path("invitations/", invitations.InvitationList.as_view(), name="office-invitations"),
    path("invitations/<int:pk>/", invitations.InvitationDetail.as_view(), name="office-invitation"),
    path(
        "invitations/<int:pk>/send/",
        invitations.InvitationSend.as_view(),
        name="office-invitation-send",
    ),
    path(
        "invitations/<int:pk>/withdraw/",
        invitations.InvitationWithdraw.as_view(),
        name="office-invitation-withdraw",
    ),
    path("handover/", office.Handover.as_view(), name="office-handover"),
    path("outbox/", post.MailList.as_view(), name="office-outbox"),
    path("outbox/<int:pk>/", post.MailDetail.as_view(), name="office-mail"),
    path("outbox/<int:pk>/edit/", post.MailEdit.as_view(), name="office-mail-edit"),
    path("outbox/<int:pk>/cancel/", post.MailCancel.as_view(), name="office-mail-cancel"),
    path("outbox/<int:pk>/retry/", post.MailRetry.as_view(), name="office-mail-retry"),
    path("pauses/", office.PauseList.as_view(), name="office-pauses"),
    path("pauses/new/", office.PauseCreate.as_view(), name="office-pause-create"),
    path("pauses/<int:pk>/end/", office.PauseEnd.as_view(), name="office-pause-end"),
    path("jobs/", jobs.JobList.as_view(), name="office-jobs"),
    path("reference/", reference.Reference.as_view(), name="reference"),
    path("reference/<slug:kind>/", reference.ReferenceList.as_view(), name="reference-list"),
    path(
        "reference/<slug:kind>/new/", reference.ReferenceCreate.as_view(), name="reference-create"
    ),
    path(
        "reference/<slug:kind>/<int:pk>/",
        reference.ReferenceRecord.as_view(),
        name="reference-record",
    ),
    path(
        "reference/<slug:kind>/<int:pk>/edit/",
        reference.ReferenceEdit.as_view(),
        name="reference-edit",
    ),
    path("audit/", audit.Audit.as_view(), name="office-audit"),
]
