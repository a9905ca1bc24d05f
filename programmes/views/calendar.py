"""The calendar of events: month and list, one event for the public, and the feed."""

from datetime import timedelta

from django.conf import settings
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from programmes.filters.calendar import CalendarFilter
from programmes.models import Event
from programmes.views.calendar_sheet import by_month, month_of, months_on, weekdays, weeks
from programmes.workflow import EventStatus
from rocb import markup
from rocb.deadlines import Deadline, deadlines_of, is_mine
from rocb.languages import names_of
from rocb.views.house import Page

MARKED = (EventStatus.POSTPONED, EventStatus.CANCELLED)


class CalendarPage(Page):
    """A month as a grid, or a year as a list; its address says which, and what is left out.

    Everybody reads the same events: those that have been announced. Somebody who is signed in sees
    the own deadlines as well.
    """

    title = gettext_lazy("Calendar")
    template_name = "programmes/calendar.html"

    def get(self, request):
        today = timezone.localdate()
        self.month = month_of(request.GET.get("month", ""), today)
        self.is_list = request.GET.get("view") == "list"
        self.until = months_on(self.month, 12 if self.is_list else 1) - timedelta(days=1)
        narrowed = CalendarFilter(request.GET, queryset=Event.objects.published(), request=request)
        chosen = narrowed.qs if narrowed.is_valid() else Event.objects.none()
        events = entries(chosen.filter(starts_on__lte=self.until, ends_on__gte=self.month))
        due = [] if self.is_narrowed(narrowed) else self.deadlines()
        step = 12 if self.is_list else 1
        back, on = months_on(self.month, -step), months_on(self.month, step)
        return self.page(
            {
                "filter": narrowed,
                "filters_active": self.is_narrowed(narrowed),
                "heading": self.heading(),
                "views": [
                    (_("Month"), self.address(view=None), not self.is_list),
                    (_("List"), self.address(view="list"), self.is_list),
                ],
                "previous_url": self.address(month=f"{back:%Y-%m}"),
                "next_url": self.address(month=f"{on:%Y-%m}"),
                "today_url": self.address(month=None),
                "is_now": self.month == today.replace(day=1),
                "weeks": [] if self.is_list else weeks(self.month, today, events, due),
                "weekdays": weekdays(),
                "months": by_month(self.month, events, due) if self.is_list else [],
                "is_empty": not events and not due,
                "next_url_of": self.next_after(chosen) if not events and not due else None,
                "feed_url": f"{settings.SITE_URL}{reverse('programmes:calendar-feed')}"
                + self.feed_query(narrowed),
                "hidden": {"view": "list" if self.is_list else "", "month": self.asked_month()},
            }
        )

    def next_after(self, chosen) -> dict | None:
        """What comes after an empty month, and where the calendar shows it."""
        ahead = chosen.exclude(status__in=MARKED).filter(starts_on__gt=self.until)
        found = entries(ahead, 1)
        if not found:
            return None
        month = f"{found[0]['starts']:%Y-%m}"
        return {**found[0], "url": self.address(month=month)}

    def is_narrowed(self, narrowed) -> bool:
        return any(self.request.GET.get(name) for name in narrowed.form.fields)

    def asked_month(self) -> str:
        return f"{self.month:%Y-%m}" if "month" in self.request.GET else ""

    def feed_query(self, narrowed) -> str:
        query = self.request.GET.copy()
        for name in list(query):
            if name not in narrowed.form.fields or not query[name]:
                del query[name]
        return f"?{query.urlencode()}" if query else ""

    def address(self, **changes) -> str:
        query = self.request.GET.copy()
        for name, value in changes.items():
            query.pop(name, None)
            if value is not None:
                query[name] = value
        return f"{self.request.path}?{query.urlencode()}" if query else self.request.path

    def heading(self) -> str:
        first = date_format(self.month, "F Y")
        return f"{first} – {date_format(self.until, 'F Y')}" if self.is_list else first

    def deadlines(self) -> list[dict]:
        user = self.request.user
        if not user.is_authenticated:
            return []
        found = deadlines_of(user, at=timezone.now(), until=self.until)
        charge = frozenset(
            user.administrations_in_charge.values_list("pk", flat=True) if user.is_office else ()
        )
        return [
            {
                "day": one.due_on,
                "title": one.title if user.is_member else titled(one),
                "url": one.url,
                "is_late": one.is_overdue,
            }
            for one in found
            if one.due_on >= self.month and is_mine(one, user, charge)
        ]


def titled(deadline: Deadline) -> str:
    """With the administration, for those who look after several."""
    return ", ".join(filter(None, [deadline.title, deadline.administration]))


def entries(queryset, most: int | None = None) -> list[dict]:
    """What the calendar shows of each event; one query."""
    kinds, statuses = dict(Event.Kind.choices), dict(EventStatus.choices)
    rows = queryset.order_by("starts_on", "begins_at", "pk").values_list(
        "pk", "title", "kind", "status", "starts_on", "ends_on", "place", "begins_at"
    )[:most]
    link = markup.Linker("programmes:calendar-event")
    return [
        {
            "title": title,
            "url": link.url(pk),
            "kind": kinds[kind],
            "tag": statuses[status] if status in MARKED else "",
            "tone": "bad" if status == EventStatus.CANCELLED else "warn",
            "starts": starts,
            "ends": ends,
            "days": markup.days(starts, ends),
            "place": place,
            "hour": f"{begins:%H:%M}" if begins else "",
        }
        for pk, title, kind, status, starts, ends, place, begins in rows
    ]


def coming(count: int = 5) -> list[dict]:
    """The next published events, for the public home; one query."""
    ahead = Event.objects.published().exclude(status__in=MARKED)
    return entries(ahead.filter(ends_on__gte=timezone.localdate()), count)


class CalendarEvent(Page):
    """What anybody may read of one event: title, dates, place, host, sponsor."""

    template_name = "programmes/calendar_event.html"

    def breadcrumbs(self):
        return [(_("Calendar"), reverse("programmes:calendar"))]

    def get(self, request, pk):
        event = get_object_or_404(published(), pk=pk)
        may = request.user.is_authenticated and request.user.has_perm("programmes.view_event")
        return self.page(
            {
                "title": event.title,
                "kicker": event.get_kind_display(),
                "status": (event.get_status_display(), markup.tone_of(event.status)),
                "lead": event.summary,
                "facts": facts_of(event),
                "ics_url": reverse("programmes:calendar-event-file", args=[event.pk]),
                "record_url": event.get_absolute_url() if may else "",
                "is_open": event.starts_on and event.status != EventStatus.CANCELLED,
            }
        )


def published():
    return Event.objects.published().select_related("host", "sponsor", "programme", "centre")


def facts_of(event) -> list[tuple]:
    hours = ""
    if event.begins_at:
        hours = f"{event.begins_at:%H:%M}"
        hours += f"–{event.finishes_at:%H:%M}" if event.finishes_at else ""
        hours += f" ({event.time_zone})"
    facts = [
        (_("When"), markup.days(event.starts_on, event.ends_on) or _("days to come")),
        (_("Hours"), hours),
        (_("Where"), event.place),
        (_("For whom"), event.get_scope_display()),
        (_("Host"), event.host),
        (_("Sponsor"), event.sponsor),
        (_("Programme"), event.programme),
        (_("Languages"), names_of(event.languages)),
        (_("Themes"), ", ".join(str(one) for one in event.themes.all())),
        (_("Outcome"), event.outcome),
    ]
    return [(label, value) for label, value in facts if value]
