"""What is special about the messages of pillar 4. The words are in templates/emails/."""

from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from reports.actions.library import is_for
from reports.actions.subscribers import confirm_link, is_reader, leave_link
from reports.markdown import html_of
from reports.models import CaseStudy, Circular, Newsletter, Reply, Report, Subscriber
from reports.newsletter import parts
from reports.workflow.circulars import CircularStatus
from reports.workflow.library import CaseStatus, ReportStatus
from rocb.models import Attachment, Mail
from rocb.outbox import Letter


def about_report(mail: Mail) -> dict[str, Any] | None:
    """While it is published, and only to whoever may read it."""
    report = Report.objects.filter(pk=mail.object_id or 0, status=ReportStatus.PUBLISHED).first()
    user = getattr(mail.person, "user", None)
    if report is None or user is None or not is_for(user, report):
        return None
    return {"summary": report.summary}


def while_case(*statuses: str):
    """A context for letters that matter while a case is in one of these statuses."""

    def context(mail: Mail) -> dict[str, Any] | None:
        still = CaseStudy.objects.filter(pk=mail.object_id or 0, status__in=statuses).exists()
        return {} if still else None

    return context


def about_circular(mail: Mail) -> dict[str, Any] | None:
    """The letter itself, so that it is read where the portal is slow; its questions are there."""
    circular = Circular.objects.filter(pk=mail.object_id or 0).first()
    if circular is None:
        return None
    files = Attachment.objects.of(circular).filter(is_internal=False).count()
    return {
        "reference": circular.reference,
        "subject_line": circular.subject,
        "letter": circular.body.strip(),
        "reply_by": circular.reply_by,
        "files": files,
    }


def about_moved_day(mail: Mail) -> dict[str, Any] | None:
    """While the circular is open, to members that have still not replied."""
    waits = Reply.objects.filter(
        circular=mail.object_id or 0, circular__status=CircularStatus.SENT,
        administration=mail.administration_id, answered_at=None,
    )  # fmt: skip
    return {} if waits.exists() else None


def about_newsletter(mail: Mail) -> dict[str, Any] | None:
    """The issue itself; None for whoever has left meanwhile."""
    newsletter = Newsletter.objects.filter(pk=mail.object_id or 0).first()
    if newsletter is None or not is_reader(mail):
        return None
    headings = parts()
    grouped: dict[str, list[dict[str, str]]] = {}
    for item in newsletter.items.filter(is_included=True):
        url = f"{settings.SITE_URL}{item.url}" if item.url.startswith("/") else item.url
        grouped.setdefault(item.part, []).append(
            {"title": item.title, "text": item.text, "url": url}
        )
    return {
        "path": newsletter.get_absolute_url(),
        "title": newsletter.title,
        "intro": newsletter.intro,
        "intro_html": html_of(newsletter.intro),
        "parts": [(headings[key], grouped[key]) for key in headings if key in grouped],
        "leave": f"{settings.SITE_URL}{leaving(mail)}",
        "why": _now("You get this newsletter as a member, a donor or a subscriber."),
    }


def leaving(mail: Mail) -> str:
    return leave_link(subscriber=mail.context.get("subscriber"), person=mail.person_id)


def list_headers(mail: Mail) -> dict[str, str]:
    """How mail programs offer to leave with one click (RFC 2369, RFC 8058)."""
    return {
        "List-Unsubscribe": f"<{settings.SITE_URL}{leaving(mail)}>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    }


def about_signing_up(mail: Mail) -> dict[str, Any] | None:
    """The link to confirm, made at the moment of sending; a newer wish has a mail of its own."""
    subscriber = Subscriber.objects.filter(pk=mail.context.get("subscriber", 0)).first()
    if subscriber is None or subscriber.asked_at.isoformat() != mail.context["asked"]:
        return None
    return {
        "path": confirm_link(subscriber, mail.context["language"]),
        "why": _now("You get this mail because your address was given on our public page."),
    }


LETTERS = (
    Letter(
        "newsletter",
        about_newsletter,
        _("Read it on the site"),
        is_open=True,
        is_secret=True,
        headers=list_headers,
    ),
    Letter("newsletter_confirm", about_signing_up, _("Confirm"), is_open=True, is_secret=True),
    Letter("circular", about_circular, _("Open the circular")),
    Letter("circular_moved", about_moved_day, _("Reply")),
    Letter("circular_reopened", about_moved_day, _("Reply")),
    Letter("circular_answered", None, _("Read the reply")),
    Letter("file_not_searchable", None, _("Open the report")),
    Letter("report_published", about_report, _("Read the report")),
    Letter(
        "case_asked", while_case(CaseStatus.ASKED, CaseStatus.RETURNED), _("Contribute the case")
    ),
    Letter("case_submitted", while_case(CaseStatus.SUBMITTED), _("Read the case")),
    Letter("case_declined", None, _("See the case")),
    Letter("case_returned", while_case(CaseStatus.RETURNED), _("Complete the case")),
    Letter("case_accepted", None, _("See the case")),
)
