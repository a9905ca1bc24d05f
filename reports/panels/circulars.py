"""What circulars show elsewhere: desk, news, search, a member's page."""

from django.db.models import Exists, OuterRef, Value
from django.db.models.functions import Concat, JSONArray, Trim
from django.urls import reverse
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from reports.models import Circular, Copy, Reply
from rocb import markup
from rocb.news import News, Told, news, tells
from rocb.panels import Box, Found, RecordPanel, Waiting, boxes, finds, record_panels, waits
from rocb.search import Searchable, searchables
from rocb.standing import Blank


def unread(user) -> list:
    """Circulars that went to the reader's administration and that the reader has not opened."""
    if not user.is_member:
        return []
    opened = Copy.objects.filter(
        reply__circular=OuterRef("pk"), person=user.person_id, read_at__isnull=False
    )
    rows = Circular.objects.visible_to(user).exclude(Exists(opened))
    name = Trim(Concat("reference", Value(" "), "subject"))
    return [waits(rows, "circulars", what=name, at="sent_at")]


def unread_line(row: Waiting) -> dict:
    url = reverse("reports:circular-detail", args=[row.id])
    return {"text": row.what, "url": url, "by": markup.day(row.at)}


def replies_since(user, moment: Blank) -> list:
    """Replies that came in meanwhile."""
    if not user.is_office:
        return []
    rows = Reply.objects.visible_to(user).filter(answered_at__gt=moment)
    names = JSONArray("administration__country_name", "circular__subject")
    return [tells(rows, "replies", at="answered_at", names=names)]


def reply_line(row: Told) -> tuple[str, str]:
    member, subject = row.names
    words = _("%(member)s has replied to “%(subject)s”")
    return (
        words % {"member": member, "subject": subject},
        reverse("reports:circular-reply", args=[row.id]),
    )


def sent_to(user, member) -> list:
    """The latest circulars to a member and whether it has replied."""
    rows = Reply.objects.visible_to(user).filter(administration=member.pk)
    told = ("sent_at", "reference", "subject", "reply_by")
    return [
        finds(
            rows.order_by("-pk"),  # made the moment that each is sent
            "circulars",
            *(f"circular__{name}" for name in told),
            "circular",
            "answered_at",
        )[:5]
    ]


def circulars_panel(_user, _member, found: list[Found]) -> dict:
    found.sort(key=lambda row: row.names[0] or "", reverse=True)
    return {"replies": [sent_line(row) for row in found]}


def sent_line(row: Found) -> dict:
    sent_at, reference, subject, reply_by, circular, answered_at = row.names
    line = {
        "text": f"{reference} {subject}".strip(),
        "by": markup.day(parse_datetime(sent_at) if sent_at else None),
    }
    if not reply_by:
        return {**line, "url": reverse("reports:circular-detail", args=[circular])}
    return {
        **line,
        "url": reverse("reports:circular-reply", args=[row.id]),
        "tag": _("Replied") if answered_at else _("No reply yet"),
        "tone": "ok" if answered_at else "warn",
    }


FOUND = Searchable(
    "circulars",
    gettext_lazy("Circulars"),
    lambda user: Circular.objects.visible_to(user).order_by("-sent_at"),
    "search",
    lambda one: (str(one), one.get_absolute_url(), markup.day(one.sent_at)),
    "reports.view_circular",
)


def register() -> None:
    boxes.register(
        Box(
            "circulars",
            gettext_lazy("Circulars to read"),
            "reports.view_circular",
            unread,
            unread_line,
            most=5,
        )
    )
    news.register(News("replies", "reports.view_circular", replies_since, reply_line))
    record_panels.register(
        RecordPanel(
            "circulars",
            "member",
            "reports.view_circular",
            "reports/_circulars.html",
            circulars_panel,
            sent_to,
        )
    )
    searchables.register(FOUND)
