"""A newsletter from collecting to sending, and the addresses that get it."""

from datetime import date, datetime, timedelta

from django.core import signing
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connection, transaction
from django.db.models import Max
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from reports.models import Newsletter, NewsletterItem, NewsletterRefusal, Subscriber
from reports.newsletter import sources
from reports.workflow.newsletters import NEWSLETTER
from rocb.models import Mail, Person, User
from rocb.outbox import queue_mail, wake_sender
from rocb.roles import MEMBER_ROLES, Role
from rocb.workflow import StepRefused

CONFIRM, LEAVE = "reports.newsletter.confirm", "reports.newsletter.leave"
CONFIRM_LASTS = timedelta(days=7)
ASK_AGAIN = timedelta(minutes=10)
FORGET_UNCONFIRMED = timedelta(days=30)


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


@transaction.atomic
def subscribe(email: str, *, language: str, at: datetime) -> None:
    """Somebody asks for the newsletter: the address gets a link to confirm, and nothing else.

    Whether it was known is told to nobody. Asked again within ten minutes it gets no second mail.
    """
    email = email.strip().lower()
    subscriber, made = Subscriber.objects.get_or_create(
        email=email, defaults={"language": language, "asked_at": at}
    )
    if not made:
        if subscriber.asked_at > at - ASK_AGAIN:
            return
        subscriber.asked_at = at
        if subscriber.confirmed_at is None:
            subscriber.language = language
        subscriber.save(update_fields=["asked_at", "language"])
    queue_mail(
        key=f"newsletter_confirm:{subscriber.pk}:{at.timestamp():.0f}",
        template="newsletter_confirm",
        to=email,
        context={
            "language": language,
            "subscriber": subscriber.pk,
            "asked": subscriber.asked_at.isoformat(),
        },
    )


def confirm_link(subscriber: Subscriber) -> str:
    token = signing.dumps(
        {"s": subscriber.pk, "asked": subscriber.asked_at.isoformat()}, salt=CONFIRM
    )
    return reverse("reports:newsletter-confirm", args=[token])


def to_confirm(token: str) -> Subscriber | None:
    """The subscriber behind a link that still works: the newest one, for a week."""
    try:
        found = signing.loads(token, salt=CONFIRM, max_age=CONFIRM_LASTS)
    except signing.BadSignature:
        return None
    subscriber = Subscriber.objects.filter(pk=found["s"]).first()
    if subscriber is None or subscriber.asked_at.isoformat() != found["asked"]:
        return None
    return subscriber


@transaction.atomic
def confirm(subscriber: Subscriber, *, at: datetime) -> None:
    """The address is its owner's own wish: it gets the newsletter from now on. Twice is once."""
    Subscriber.objects.filter(pk=subscriber.pk).update(confirmed_at=at, left_at=None)


def leave_link(*, subscriber: int | None = None, person: int | None = None) -> str:
    """The address that ends it for one reader, without a sign-in."""
    key = {"s": subscriber} if subscriber else {"p": person}
    return reverse("reports:newsletter-leave", args=[signing.dumps(key, salt=LEAVE)])


def to_leave(token: str) -> Subscriber | Person | None:
    """Who is behind a link to leave; it works for ever."""
    try:
        found = signing.loads(token, salt=LEAVE)
    except signing.BadSignature:
        return None
    if "s" in found:
        return Subscriber.objects.filter(pk=found["s"]).first()
    return Person.objects.filter(pk=found.get("p")).first()


@transaction.atomic
def leave(reader: Subscriber | Person, *, at: datetime) -> None:
    """No newsletter any more; mails of it that wait are dropped when they are sent."""
    if isinstance(reader, Subscriber):
        Subscriber.objects.filter(pk=reader.pk, left_at=None).update(left_at=at)
    else:
        NewsletterRefusal.objects.get_or_create(person=reader)


def is_reader(mail: Mail) -> bool:
    """Whether a mail of the newsletter is still wanted by whom it is to."""
    if mail.person_id:
        return not NewsletterRefusal.objects.filter(person=mail.person_id).exists()
    return Subscriber.objects.filter(
        pk=mail.context.get("subscriber", 0), confirmed_at__isnull=False, left_at=None
    ).exists()


def forget_unconfirmed(at: datetime) -> int:
    """Addresses that never confirmed are nobody's wish: they are deleted after a month."""
    rows = Subscriber.objects.filter(confirmed_at=None, asked_at__lt=at - FORGET_UNCONFIRMED)
    return rows.delete()[0]
