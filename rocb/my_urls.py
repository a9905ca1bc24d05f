"""Addresses under /my/: the own account, and a coordinator's sign-ins."""

from django.urls import path

from rocb.views import drafts, entry, errands, invitations, my, personal, users

own = {"place": "my", "perm": "rocb.manage_own_users"}

urlpatterns = [
    path("", my.MyDetails.as_view(), name="my"),
    path("reminders/", my.MyReminders.as_view(), name="my-reminders"),
    path("tokens/", my.MyTokens.as_view(), name="my-tokens"),
    path("data/", personal.MyData.as_view(), name="my-data"),
    path("data.json", personal.MyDataFile.as_view(), name="my-data-file"),
    path("prepared/", errands.MyErrands.as_view(), name="my-errands"),
    path("prepared/<int:pk>/", errands.MyErrand.as_view(), name="my-errand"),
    path("prepared/<int:pk>/file/", errands.errand_file, name="my-errand-file"),
    path("prepared/<int:pk>/remove/", errands.errand_remove, name="my-errand-remove"),
    path("drafts/", drafts.draft_save, name="draft-save"),
    path("drafts/discard/", drafts.draft_discard, name="draft-discard"),
    path("deadlines.ics", entry.deadlines_feed, name="deadlines-feed"),
    path("users/", users.OwnUserList.as_view(), name="my-users"),
    path("users/invite/", invitations.UserInvite.as_view(**own), name="my-user-invite"),
    path("users/<int:pk>/", users.UserDetail.as_view(**own), name="my-user"),
    path("users/<int:pk>/change/", users.UserChange.as_view(**own), name="my-user-change"),
    path("users/<int:pk>/block/", users.UserBlock.as_view(**own), name="my-user-block"),
    path("users/<int:pk>/unblock/", users.UserUnblock.as_view(**own), name="my-user-unblock"),
    path(
        "users/<int:pk>/second-step/",
        users.UserSecondStep.as_view(**own),
        name="my-user-second-step",
    ),
    path("invitations/", invitations.OwnInvitationList.as_view(), name="my-invitations"),
    path(
        "invitations/<int:pk>/", invitations.InvitationDetail.as_view(**own), name="my-invitation"
    ),
    path(
        "invitations/<int:pk>/send/",
        invitations.InvitationSend.as_view(**own),
        name="my-invitation-send",
    ),
    path(
        "invitations/<int:pk>/withdraw/",
        invitations.InvitationWithdraw.as_view(**own),
        name="my-invitation-withdraw",
    ),
]
