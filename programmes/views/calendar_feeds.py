"""The feed of published events, and one event as a file."""

from datetime import timedelta
from hashlib import sha256

from allauth.decorators import rate_limit
from django.db.models import Count, Max, Sum
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import condition, require_safe

from programmes import feeds
from programmes.filters.calendar import CalendarFilter
from programmes.views.calendar import published

FEED_BACK = timedelta(days=366)


def feed_rows(request):
    """The events of the feed: from a year ago on, narrowed as the calendar is."""
    rows = published().filter(ends_on__gte=timezone.localdate() - FEED_BACK)
    narrowed = CalendarFilter(request.GET, queryset=rows, request=request)
    return narrowed.qs if narrowed.is_valid() else rows.none()


def mark_of(rows) -> dict:
    return rows.order_by().aggregate(
        count=Count("pk", distinct=True), turns=Sum("calendar_turn"), changed=Max("updated_at")
    )


def feed_etag(request, *args, **kwargs) -> str:
    marks = mark_of(feed_rows(request))
    parts = (*marks.values(), request.GET.urlencode(), get_language())
    return f'"{sha256(repr(parts).encode()).hexdigest()[:32]}"'


def feed_changed(request, *args, **kwargs):
    return mark_of(feed_rows(request))["changed"]


@require_safe
@rate_limit(action="feed", limit_get=True)
@condition(etag_func=feed_etag, last_modified_func=feed_changed)
def calendar_feed(request):
    """Everything published from a year ago on; asks two small questions when nothing changed."""
    return as_calendar(feeds.calendar_of(feed_rows(request).order_by("starts_on", "pk")), "events")


@require_safe
def calendar_event_file(request, pk):
    """One event, for a calendar of one's own."""
    event = get_object_or_404(published().filter(starts_on__isnull=False), pk=pk)
    return as_calendar(feeds.calendar_of([event]), f"event-{event.pk}")


def as_calendar(body: bytes, name: str) -> HttpResponse:
    response = HttpResponse(body, content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = f'inline; filename="{name}.ics"'
    response["Cache-Control"] = "public, max-age=0, must-revalidate"
    return response
