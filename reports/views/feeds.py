"""The library for programs: Atom for readers of feeds, OAI-PMH for library catalogues."""

from datetime import UTC, datetime
from hashlib import sha256

from allauth.decorators import rate_limit
from django.conf import settings
from django.http import HttpResponse
from django.urls import reverse
from django.utils.cache import get_conditional_response
from django.utils.decorators import method_decorator
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.generic import View

from reports.models import Report
from reports.oai import answer
from rocb.context import office_name
from rocb.models import Standard, Theme

NEWEST = 50


def feed_of(reports, title: str, address: str, about: str) -> bytes:
    """Published reports as an Atom feed; the same reports give the same bytes."""
    feed = Atom1Feed(
        title=title,
        link=f"{settings.SITE_URL}{about}",
        description="",
        feed_url=f"{settings.SITE_URL}{address}",
        author_name=office_name(),
    )
    for report in reports:
        feed.add_item(
            title=str(report),
            link=f"{settings.SITE_URL}{report.get_absolute_url()}",
            description=report.summary,
            unique_id=f"{settings.SITE_URL}{reverse('reports:report-list')}#{report.pk}",
            author_name="; ".join(report.author_names),
            pubdate=datetime.combine(report.published_on, datetime.min.time(), UTC)
            if report.published_on
            else report.created_at,
            updateddate=report.updated_at,
            categories=[theme.name for theme in report.themes.all()],
        )
    return feed.writeString("utf-8").encode()


class Atom(View):
    """`?theme=` or `?standard=` follows a topic; otherwise everything that anybody may read."""

    def get(self, request):
        reports, title, query = Report.objects.public(), _("Best-practice library"), ""
        code = request.GET.get("theme", "").replace("\x00", "")[:60]
        if code:
            theme = Theme.objects.filter(code=code).first()
            reports = reports.filter(themes=theme) if theme else reports.none()
            title, query = f"{title}: {theme.name if theme else code}", f"?theme={code}"
        code = request.GET.get("standard", "").replace("\x00", "")[:60]
        if code and not query:
            known = Standard.objects.filter(code=code)
            reports = reports.filter(standards__in=known).distinct()
            title, query = f"{title}: {code}", f"?standard={code}"
        rows = (
            reports.select_related("series", "office")
            .prefetch_related("themes")
            .order_by("-published_on", "-pk")[:NEWEST]
        )
        about = f"{reverse('reports:report-list')}{query}"
        body = feed_of(rows, title, f"{reverse('reports:atom')}{query}", about)
        response = HttpResponse(body, content_type="application/atom+xml; charset=utf-8")
        response["Cache-Control"] = "public, max-age=600"
        etag = f'"{sha256(body).hexdigest()[:32]}"'
        response["ETag"] = etag
        return get_conditional_response(request, etag=etag, response=response)


@method_decorator(csrf_exempt, name="dispatch")
@method_decorator(rate_limit(action="harvest", limit_get=True), name="dispatch")
class Oai(View):
    """OAI-PMH, by GET and by POST as the protocol asks. It only reads."""

    def get(self, request):
        return self.answered(request.GET)

    def post(self, request):
        return self.answered(request.POST)

    def answered(self, query):
        pairs = [(name, value) for name, values in query.lists() for value in values]
        return HttpResponse(answer(pairs), content_type="text/xml; charset=utf-8")
