"""The step tables of pillar 2."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from rocb.workflow import Step, Workflow


class RequestStatus(TextChoices):
    DRAFTING = "drafting", _("Drafting")
    SENT = "sent", _("Sent")
    IN_DISCUSSION = "in_discussion", _("In discussion")
    AGREED = "agreed", _("Agreed")
    DECLINED = "declined", _("Declined")
    WITHDRAWN = "withdrawn", _("Withdrawn")


class AgreementStatus(TextChoices):
    DRAFT = "draft", _("Draft")
    SIGNED = "signed", _("Signed")
    ACTIVE = "active", _("Active")
    SUSPENDED = "suspended", _("Suspended")
    CLOSED = "closed", _("Closed")
    TERMINATED = "terminated", _("Terminated")


class SnapshotStatus(TextChoices):
    FROZEN = "frozen", _("Frozen, not published")
    PUBLISHED = "published", _("Published")
    WITHDRAWN = "withdrawn", _("Withdrawn")


class ReportStatus(TextChoices):
    WRITING = "writing", _("To be written")
    SENT = "sent", _("Sent")
    WAIVED = "waived", _("Not needed")


# The donor has it in hand, or has answered it.
WITH_DONOR = (
    RequestStatus.SENT,
    RequestStatus.IN_DISCUSSION,
    RequestStatus.AGREED,
    RequestStatus.DECLINED,
    RequestStatus.WITHDRAWN,
)
OPEN_REQUESTS = (RequestStatus.DRAFTING, RequestStatus.SENT, RequestStatus.IN_DISCUSSION)
# Money can be promised to activities.
RUNNING = (AgreementStatus.SIGNED, AgreementStatus.ACTIVE)
# What was agreed counts, whatever became of it later.
IN_THE_BOOKS = (
    AgreementStatus.SIGNED,
    AgreementStatus.ACTIVE,
    AgreementStatus.SUSPENDED,
    AgreementStatus.CLOSED,
    AgreementStatus.TERMINATED,
)

REQUEST = Workflow(
    Step(
        "send",
        _("Send to the donor"),
        (RequestStatus.DRAFTING,),
        RequestStatus.SENT,
        "donors.run_fundingrequest",
        action="donors.actions.send_request",
    ),
    Step(
        "discuss",
        _("The donor discusses it"),
        (RequestStatus.SENT,),
        RequestStatus.IN_DISCUSSION,
        "donors.run_fundingrequest",
    ),
    Step(
        "agree",
        _("Agreed: make the agreement"),
        (RequestStatus.SENT, RequestStatus.IN_DISCUSSION),
        RequestStatus.AGREED,
        "donors.run_fundingrequest",
        action="donors.actions.agree_request",
    ),
    Step(
        "decline",
        _("The donor declined"),
        (RequestStatus.SENT, RequestStatus.IN_DISCUSSION),
        RequestStatus.DECLINED,
        "donors.run_fundingrequest",
        needs_comment=True,
        tone="secondary",
    ),
    Step(
        "withdraw",
        _("Withdraw"),
        OPEN_REQUESTS,
        RequestStatus.WITHDRAWN,
        "donors.run_fundingrequest",
        needs_comment=True,
        tone="warning",
    ),
)

AGREEMENT = Workflow(
    Step(
        "sign",
        _("It is signed"),
        (AgreementStatus.DRAFT,),
        AgreementStatus.SIGNED,
        "donors.run_agreement",
        action="donors.actions.sign_agreement",
    ),
    Step(
        "activate",
        _("It starts"),
        (AgreementStatus.SIGNED,),
        AgreementStatus.ACTIVE,
        "donors.run_agreement",
    ),
    Step(
        "suspend",
        _("Suspend"),
        (AgreementStatus.SIGNED, AgreementStatus.ACTIVE),
        AgreementStatus.SUSPENDED,
        "donors.run_agreement",
        needs_comment=True,
        tone="secondary",
    ),
    Step(
        "resume",
        _("Resume"),
        (AgreementStatus.SUSPENDED,),
        AgreementStatus.ACTIVE,
        "donors.run_agreement",
    ),
    Step(
        "close",
        _("Close"),
        (AgreementStatus.ACTIVE,),
        AgreementStatus.CLOSED,
        "donors.run_agreement",
        action="donors.actions.close_agreement",
        tone="secondary",
    ),
    Step(
        "terminate",
        _("Terminate"),
        (AgreementStatus.SIGNED, AgreementStatus.ACTIVE, AgreementStatus.SUSPENDED),
        AgreementStatus.TERMINATED,
        "donors.run_agreement",
        needs_comment=True,
        tone="warning",
    ),
)

SNAPSHOT = Workflow(
    Step(
        "publish",
        _("Publish"),
        (SnapshotStatus.FROZEN,),
        SnapshotStatus.PUBLISHED,
        "donors.publish_activity",
        action="donors.actions.publish_snapshot",
    ),
    Step(
        "withdraw",
        _("Withdraw"),
        (SnapshotStatus.FROZEN, SnapshotStatus.PUBLISHED),
        SnapshotStatus.WITHDRAWN,
        "donors.publish_activity",
        tone="warning",
    ),
)

REPORT = Workflow(
    Step(
        "send",
        _("Send to the donor"),
        (ReportStatus.WRITING,),
        ReportStatus.SENT,
        "donors.send_donorreport",
        action="donors.actions.send_report",
    ),
    Step(
        "waive",
        _("It is not needed"),
        (ReportStatus.WRITING,),
        ReportStatus.WAIVED,
        "donors.send_donorreport",
        needs_comment=True,
        tone="secondary",
    ),
)
