"""Readers of the newsletter: signing up, confirming by the mailbox, leaving with one click."""

from datetime import datetime, timedelta

from django.core import signing
from django.db import transaction
from django.urls import reverse

from reports.models import NewsletterRefusal, Subscriber
from rocb.models import Mail, Person
from rocb.outbox import queue_mail

CONFIRM, LEAVE = "reports.newsletter.confirm", "reports.newsletter.leave"
CONFIRM_LASTS = timedelta(days=7)


ASK_AGAIN = timedelta(minutes=10)


FORGET_UNCONFIRMED = timedelta(days=30)


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
        subscriber.save(update_fields=["asked_at"])
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


def confirm_link(subscriber: Subscriber, language: str) -> str:
    """The address that confirms: what was asked for, and in which language."""
    asked = subscriber.asked_at.isoformat()
    token = signing.dumps({"s": subscriber.pk, "asked": asked, "in": language}, salt=CONFIRM)
    return reverse("reports:newsletter-confirm", args=[token])


def to_confirm(token: str) -> Subscriber | None:
    """The subscriber behind a link that still works: the newest one, for a week.

    With the language that was asked for, which confirming keeps: before, it is anybody's wish.
    """
    try:
        found = signing.loads(token, salt=CONFIRM, max_age=CONFIRM_LASTS)
    except signing.BadSignature:
        return None
    subscriber = Subscriber.objects.filter(pk=found["s"]).first()
    if subscriber is None or subscriber.asked_at.isoformat() != found["asked"]:
        return None
    subscriber.language = found.get("in", subscriber.language)
    return subscriber


@transaction.atomic
def confirm(subscriber: Subscriber, *, at: datetime) -> None:
    """The address is its owner's own wish: it gets the newsletter from now on. Twice is once."""
    Subscriber.objects.filter(pk=subscriber.pk).update(
        confirmed_at=at, left_at=None, language=subscriber.language
    )


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
