"""What stands on the page of a report beside its record: topics, files, cases, and its neighbours."""

from django.db.models import Count, Sum
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from missions.models import Recommendation
from reports.models import Following, Report
from reports.workflow.library import CaseStatus, ReportStatus
from rocb import markup
from rocb.languages import names_of


def topics_of(record, user) -> list[dict]:
    """Themes and standards, each with the way to its other reports and whether it is followed."""
    followed = set()
    if user.is_authenticated:
        followed = set(Following.objects.filter(user=user).values_list("theme", "standard"))
    library = reverse("reports:report-list")
    found = [
        {
            "label": theme.name,
            "url": f"{library}?theme={theme.code}",
            "key": f"theme-{theme.pk}",
            "is_followed": (theme.pk, None) in followed,
        }
        for theme in record.themes.all()
    ]
    found += [
        {
            "label": str(standard),
            "url": f"{library}?standard={standard.code}",
            "key": f"standard-{standard.pk}",
            "is_followed": (None, standard.pk) in followed,
        }
        for standard in record.standards.all()
    ]
    return found


def versions_of(record, is_own_office: bool) -> dict[str, list[dict]]:
    """The files that readers get, and for the office the ones they replaced."""
    rows = record.files.annotate(total=Sum("downloads__count")).order_by("language", "-number")
    if not is_own_office:
        rows = rows.filter(is_current=True)
    found: dict[str, list[dict]] = {"current": [], "older": []}
    for row in rows:
        parts = [row.get_kind_display(), str(names_of([row.language]))]
        if row.pages:
            parts.append(ngettext("%d page", "%d pages", row.pages) % row.pages)
        parts.append(str(markup.day(row.at)))
        found["current" if row.is_current else "older"].append(
            {
                "name": row.name,
                "number": row.number,
                "url": reverse("reports:file", args=[record.handle, row.number]),
                "size": row.size,
                "by": " · ".join(parts),
                "note": row.note,
                "reading": row.get_reading_display() if row.reading != "done" else "",
                "tone": "info" if row.reading == "waiting" else "warn",
                "downloads": ngettext("%s download", "%s downloads", row.total or 0)
                % markup.number(row.total or 0),
            }
        )
    return found


def events_of(record, user) -> list[dict]:
    """The events it comes from; only those this reader may open."""
    if not user.has_perm("programmes.view_event"):
        return []
    rows = record.related_events.visible_to(user).order_by("-starts_on")[:8]
    return [
        {
            "text": event.title,
            "url": event.get_absolute_url(),
            "by": markup.days(event.starts_on, event.ends_on),
        }
        for event in rows
    ]


def advice_on(record, user) -> list[dict]:
    """What missions advised on the same standards, as far as this reader may see it."""
    if not user.has_perm("missions.view_recommendation"):
        return []
    rows = (
        Recommendation.objects.visible_to(user)
        .filter(standards__in=record.standards.all())
        .select_related("administration")
        .distinct()
        .order_by("administration__country_name__az", "number")[:6]
    )
    return [
        {
            "text": f"{one.number} {markup.shortened(one.text, 110)}",
            "url": one.get_absolute_url(),
            "by": one.administration.country_name,
        }
        for one in rows
    ]


def others_like(record, user) -> list[dict]:
    """Other reports on the same themes or standards, the closest first."""
    same = (
        Report.objects.visible_to(user)
        .filter(status=ReportStatus.PUBLISHED)
        .exclude(pk=record.pk)
        .filter(standards__in=record.standards.all())
        .annotate(shared=Count("standards"))
        .order_by("-shared", "-published_on")[:5]
    )
    return [
        {"text": str(one), "url": one.get_absolute_url(), "by": str(one.year or "")} for one in same
    ]


def cases_of(record) -> dict:
    """The cases that were asked for, as a table."""
    headings = [_("Member"), _("Case"), _("Status"), _("Changed")]
    rows = []
    for case in record.cases.select_related("administration").order_by(
        "administration__country_name__az"
    ):
        status = CaseStatus(case.status)
        rows.append(
            (
                markup.link(case.administration.country_name, case.get_absolute_url()),
                case.title,
                markup.tag(status.label, markup.tone_of(status)),
                markup.day(case.updated_at),
            )
        )
    columns = [{"label": word} for word in headings]
    return {
        "call_text": record.call_text,
        "call_due": markup.weekday(record.call_due_on),
        "case_headings": columns,
        "case_rows": markup.rows_html(rows, columns),
        "case_count": len(rows),
        "report": record,
    }
