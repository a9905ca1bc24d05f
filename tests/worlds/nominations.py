"""Records behind the addresses of invitations, nominees, selection, attendance and certificates."""

from datetime import timedelta

from django.utils import timezone

from tests.factories.programmes import (
    CertificateFactory,
    EventFactory,
    InvitationFactory,
    NominationFactory,
    NominationImportFactory,
)


def furnish(cast: dict) -> dict[str, dict]:
    """An event that gathers people, with one seat confirmed; another that was held."""
    office, member = cast["office"], cast["member"]
    today = timezone.localdate()
    ahead = EventFactory(
        office=office,
        status="announced",
        capacity=20,
        starts_on=today + timedelta(days=50),
        ends_on=today + timedelta(days=54),
    )
    held = EventFactory(
        office=office,
        status="held",
        starts_on=today - timedelta(days=9),
        ends_on=today - timedelta(days=5),
    )
    invitation = InvitationFactory(event=ahead, administration=member)
    draft = NominationFactory(invitation=invitation)
    seated = NominationFactory(invitation=invitation, status="confirmed")
    past = InvitationFactory(event=held, administration=member, status="answered")
    came = NominationFactory(invitation=past, status="attended")
    certificate = CertificateFactory(nomination=came)
    NominationFactory(invitation=past, status="attended")
    listed = NominationImportFactory(invitation=invitation, by=cast["coordinator"])
    return {
        "programmes:event-participants": {"pk": ahead.pk},
        "programmes:event-invite": {"pk": ahead.pk},
        "programmes:event-nomination-import": {"pk": ahead.pk},
        "programmes:event-selection": {"pk": ahead.pk},
        "programmes:event-results": {"pk": ahead.pk},
        "programmes:event-offer": {"pk": ahead.pk},
        "programmes:event-letters": {"pk": ahead.pk},
        "programmes:event-attendance": {"pk": held.pk},
        "programmes:event-walk-in": {"pk": held.pk},
        "programmes:event-certificates": {"pk": held.pk},
        "programmes:event-certificates-pdf": {"pk": held.pk},
        "programmes:certificate-withdraw": {"pk": certificate.pk},
        "programmes:invitation-list": {},
        "programmes:invitation-": {"pk": invitation.pk},
        "programmes:invitation-step": {"pk": invitation.pk, "step": "decline"},
        "programmes:nomination-create": {"pk": invitation.pk},
        "programmes:nomination-import": {"pk": invitation.pk},
        "programmes:nomination-import-preview": {"pk": listed.pk},
        "programmes:nomination-template": {},
        "programmes:nomination-list": {},
        "programmes:nomination-": {"pk": seated.pk},
        "programmes:nomination-remove": {"pk": draft.pk},
        "programmes:nomination-step": {"pk": seated.pk, "step": "withdraw"},
        "programmes:nomination-answer": {"token": "unknown"},
        "programmes:nomination-answer-letter": {"token": "unknown"},
        "programmes:participation": {},
        "certificate-check": {},
        "certificate": {"code": certificate.code},
        "certificate-pdf": {"code": certificate.code},
        "api:event-invitations-": {"pk": invitation.pk},
        "api:event-invitations-step": {"pk": invitation.pk, "step": "decline"},
        "api:nominations-": {"pk": seated.pk},
        "api:nominations-step": {"pk": seated.pk, "step": "withdraw"},
        "api:certificates-": {"pk": certificate.pk},
    }
