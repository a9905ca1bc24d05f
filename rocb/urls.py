"""Addresses of the whole portal. Each pillar has its own; what is not listed here does not exist."""

from django.urls import include, path

from rocb import health
from rocb.views import desk, drafts, members, search, trail

urlpatterns = [
    path("", desk.desk, name="desk"),
    path("members/", members.MemberList.as_view(), name="member-list"),
    path("members/<str:iso2>/", members.MemberDetail.as_view(), name="member"),
    path("search/", search.Search.as_view(), name="search"),
    path("healthz", health.healthz, name="health"),
    path("readyz", health.readyz, name="ready"),
    path("accounts/", include("allauth.urls")),
    path("programmes/", include("programmes.urls")),
    path("missions/", include("missions.urls")),
    path("donors/", include("donors.urls")),
    path("reports/", include("reports.urls")),
    path("trail/<str:label>/<int:pk>/comment/", trail.comment_add, name="comment-add"),
    path("trail/<str:label>/<int:pk>/file/", trail.file_add, name="file-add"),
    path("files/<int:pk>/", trail.file, name="file"),
    path("my/drafts/", drafts.draft_save, name="draft-save"),
    path("my/drafts/discard/", drafts.draft_discard, name="draft-discard"),
]
