"""Certificates: issued to those who attended, withdrawn with a reason, never changed."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from programmes.actions.invitations import locked_event
from programmes.models import Certificate, Event
from programmes.workflow import PAST
from rocb.deadlines import local_today
from rocb.post import post_to
from rocb.workflow import StepRefused


def certifiable(event: Event):
    """The participants without a certificate that counts."""
    valid = Certificate.objects.valid().values("nomination")
    return event.nominations.attended().exclude(pk__in=valid)


@transaction.atomic
def issue_certificates(event: Event, *, by) -> list[Certificate]:
    """One certificate for each participant who has none; each gets a mail with the link.

    A second time issues only for those who were added since. Raises StepRefused before the event was
    held, or with nobody to issue for.
    """
    event = locked_event(event.pk)
    if not event.allows(by, "programmes.issue_certificate"):
        raise PermissionDenied
    if event.status not in PAST:
        raise StepRefused(
            _("Certificates are issued when the event was held: take that step first.")
        )
    if not (event.starts_on and event.ends_on):
        raise StepRefused(_("Give the event its dates first: they stand on the certificate."))
    rows = list(certifiable(event).select_related("person", "administration"))
    if not rows:
        raise StepRefused(_("Everybody who attended has a certificate."))
    today = local_today(timezone.now(), event.time_zone)
    made = Certificate.objects.bulk_create(
        Certificate(
            nomination=row,
            given_name=row.person.given_name,
            family_name=row.person.family_name,
            event_title=event.title,
            place=event.place,
            starts_on=event.starts_on,
            ends_on=event.ends_on,
            issued_on=today,
            created_by=by,
            updated_by=by,
        )
        for row in rows
    )
    for certificate in made:
        row = certificate.nomination
        post_to(
            [row.person],
            "certificate_issued",
            f"certificate_issued:{certificate.pk}",
            about=certificate,
            administration=row.administration,
            by=by,
        )
    return made


@transaction.atomic
def withdraw_certificate(certificate: Certificate, *, by, reason: str) -> Certificate:
    """It counts no more, and its public page says so; its holder is told why."""
    certificate = (
        Certificate.objects.select_for_update(of=("self",))
        .select_related("nomination__event", "nomination__person", "nomination__administration")
        .get(pk=certificate.pk)
    )
    if not certificate.allows(by, "programmes.issue_certificate"):
        raise PermissionDenied
    if certificate.withdrawn_on:
        raise StepRefused(_("It was withdrawn already."))
    if not reason.strip():
        raise StepRefused(_("Say why it is withdrawn."))
    certificate.withdrawn_on = timezone.localdate()
    certificate.withdrawn_reason = reason.strip()[:500]
    certificate.updated_by = by
    certificate.save()
    row = certificate.nomination
    post_to(
        [row.person],
        "certificate_withdrawn",
        f"certificate_withdrawn:{certificate.pk}",
        about=certificate,
        administration=row.administration,
        by=by,
        comment=reason,
        path="",
    )
    return certificate
