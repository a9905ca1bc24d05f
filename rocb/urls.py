"""Addresses of the whole portal. Each pillar has its own; what is not listed here does not exist."""

from django.urls import include, path, re_path
from drf_spectacular.views import SpectacularAPIView
from rest_framework.routers import DefaultRouter

from rocb import health
from rocb.api import NoSuchAddress, resources
from rocb.views import desk, docs, entry, guides, members, search, trail


def api_router() -> DefaultRouter:
    """The lists of the API, as the pillars have registered them."""
    router = DefaultRouter()
    router.include_format_suffixes = False
    for resource in resources:
        router.register(resource.key, resource.viewset, basename=resource.key)
    return router


urlpatterns = [
    path("", desk.desk, name="desk"),
    path("members/", members.MemberList.as_view(), name="member-list"),
    path("members/<str:iso2>/", members.MemberDetail.as_view(), name="member"),
    path("members/<str:iso2>/edit/", members.MemberEdit.as_view(), name="member-edit"),
    path("search/", search.Search.as_view(), name="search"),
    path("help/", guides.Help.as_view(), name="help"),
    path("help/<slug:slug>/", guides.HelpGuide.as_view(), name="help-guide"),
    path("healthz", health.healthz, name="health"),
    path("readyz", health.readyz, name="ready"),
    path("accounts/", include("rocb.account_urls")),
    path("programmes/", include("programmes.urls")),
    path("certificates/", include("programmes.certificate_urls")),
    path("missions/", include("missions.urls")),
    path("donors/", include("donors.urls")),
    path("reports/", include("reports.urls")),
    path("api/v1/", include((api_router().urls, "api"))),
    re_path(r"^api/v1/[\s\S]*/$", NoSuchAddress.as_view()),
    path("api/schema/", SpectacularAPIView.as_view(), name="api-schema"),
    path("api/docs/", docs.ApiDocs.as_view(), name="api-docs"),
    path("trail/<str:label>/<int:pk>/comment/", trail.comment_add, name="comment-add"),
    path("trail/<str:label>/<int:pk>/file/", trail.file_add, name="file-add"),
    path("files/<int:pk>/", trail.file, name="file"),
    path("my/", include("rocb.my_urls")),
    path("office/", include("rocb.office_urls")),
    path("invitation/<str:token>/", entry.Welcome.as_view(), name="invitation"),
    path("language/", entry.language, name="set-language"),
]
handler500 = "rocb.views.errors.failed"
