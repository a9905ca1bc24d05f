"""A newsletter from collecting to sending."""

from datetime import date

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connection, transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from reports.models import Newsletter, NewsletterItem, NewsletterRefusal, Subscriber
from reports.newsletter import sources
from reports.workflow.newsletters import NEWSLETTER
from rocb.models import Mail, User
from rocb.outbox import wake_sender
from rocb.roles import MEMBER_ROLES, Role
from rocb.workflow import StepRefused


@transaction.atomic
def make_newsletter(office, *, by: User, title: str, from_on: date, until_on: date) -> Newsletter:
    """A draft of the next number, filled with what the period gives. Raises ValidationError."""
    if until_on < from_on:
        raise ValidationError({"until_on": _("It ends before it begins.")})
    last = Newsletter.objects.filter(office=office).aggregate(n=Max("number"))["n"] or 0
    newsletter = Newsletter.objects.create(
        office=office,
        number=last + 1,
        title=title,
        from_on=from_on,
        until_on=until_on,
        created_by=by,
        updated_by=by,
    )
    collect(newsletter, by=by)
    return newsletter


@transaction.atomic
def collect(newsletter: Newsletter, *, by: User) -> int:
    """Add what the sources have and the draft has not; returns how many. What was left out stays out."""
    newsletter = Newsletter.objects.select_for_update(of=("self",)).get(pk=newsletter.pk)
    if not newsletter.allows(by, "reports.change_newsletter"):
        raise PermissionDenied
    if not newsletter.is_draft:
        raise StepRefused(_("It has been sent: it stays as it went out."))
    there = set(newsletter.items.values_list("url", flat=True))
    position = newsletter.items.aggregate(n=Max("position"))["n"] or 0
    new = []
    for source in sources:
        pieces = source.pieces(newsletter.office, newsletter.from_on, newsletter.until_on)
        for piece in pieces:
            if piece.url in there:
                continue
            position += 1
            new.append(
                NewsletterItem(
                    newsletter=newsletter,
                    part=source.key,
                    title=piece.title[:300],
                    text=piece.text[:2000],
                    url=piece.url[:300],
                    position=position,
                )
            )
    NewsletterItem.objects.bulk_create(new)
    newsletter.updated_by = by
    newsletter.save(update_fields=["updated_by", "updated_at"])
    return len(new)


class Readers:
    """Who would get an issue of this office today, each address once."""

    def __init__(self, newsletter: Newsletter) -> None:
        today = timezone.localdate()
        refused = NewsletterRefusal.objects.values("person")
        users = User.objects.current(today).exclude(person__in=refused).select_related("person")
        self.members = list(
            users.filter(
                role__in=MEMBER_ROLES,
                person__organisation__administration__region=newsletter.office.region_id,
            )
        )
        self.donors = list(users.filter(role=Role.DONOR))
        written = {user.email.lower() for user in [*self.members, *self.donors]}
        self.subscribers = [
            one
            for one in Subscriber.objects.filter(confirmed_at__isnull=False, left_at=None)
            if one.email.lower() not in written
        ]

    @property
    def count(self) -> int:
        return len(self.members) + len(self.donors) + len(self.subscribers)


@transaction.atomic
def send_newsletter(newsletter: Newsletter, *, by: User, comment: str = "") -> Newsletter:
    """Send it, once, to members, donors and confirmed subscribers; and put it into the archive.

    Raises StepRefused for an empty one, and where nobody would get it.
    """
    newsletter = NEWSLETTER.take(newsletter, "send", by=by, comment=comment)
    is_empty = not newsletter.items.filter(is_included=True).exists()
    if is_empty and not newsletter.intro.strip():
        raise StepRefused(
            _("Nothing stands in it yet. Take something in, or write an introduction.")
        )
    readers = Readers(newsletter)
    if not readers.count:
        raise StepRefused(_("Nobody would get it: there are no readers yet."))
    newsletter.sent_at = timezone.now()
    newsletter.save(update_fields=["sent_at"])
    common = {
        "template": "newsletter",
        "about": newsletter,
        "by": by,
        "not_before": newsletter.sent_at,
    }
    mails = [
        Mail(key=f"newsletter:{newsletter.pk}:{user.person_id}", person=user.person, **common)
        for user in [*readers.members, *readers.donors]
    ]
    mails += [
        Mail(
            key=f"newsletter:{newsletter.pk}:s{one.pk}",
            person=None,
            email=one.email,
            context={"language": one.language, "subscriber": one.pk},
            **common,
        )
        for one in readers.subscribers
    ]
    Mail.objects.bulk_create(mails, 500, ignore_conflicts=True)
    if not any(call[1] is wake_sender for call in connection.run_on_commit):
        transaction.on_commit(wake_sender)
    return newsletter
