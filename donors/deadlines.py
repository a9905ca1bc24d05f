"""What is owed in pillar 2: payments of donors, reports to them, promised next steps, answers."""

from django.db.models import CharField, Exists, F, OuterRef, QuerySet, Value
from django.db.models.functions import Concat
from django.utils.translation import gettext_lazy as _

from donors.models import DonorReport, Engagement, FundingRequest, Instalment
from donors.models.engagements import EngagementQuerySet
from donors.models.reports import DonorReportQuerySet
from donors.workflow import RUNNING, RequestStatus
from rocb.deadlines import DeadlineKind, owed
from rocb.models import User
from rocb.roles import OFFICE_ROLES, Role


def joined(first: str, second: str):
    """Two columns, a colon between them."""
    return Concat(F(first), Value(": "), F(second), output_field=CharField())


def instalments_due(instalments: QuerySet) -> QuerySet:
    """Payments that donors have planned and that have not come in."""
    return owed(
        instalments.filter(received_on=None, agreement__status__in=RUNNING),
        what=joined("agreement__reference", "agreement__title"),
        on="due_on",
        office="agreement__office",
        charge="agreement__officer",
    )


def payments_due(instalments: QuerySet) -> QuerySet:
    """The same payments, as the donor owes them; where it has a sign-in that can be reminded."""
    signed_in = User.objects.filter(
        role=Role.DONOR, is_active=True, person__organisation=OuterRef("agreement__donor")
    )
    return owed(
        instalments.filter(Exists(signed_in), received_on=None, agreement__status__in=RUNNING),
        what=joined("agreement__reference", "agreement__title"),
        on="due_on",
        party="agreement__donor",
        office="agreement__office",
        charge="agreement__officer",
    )


def reports_due(reports: DonorReportQuerySet) -> QuerySet:
    """Reports that are to be written and sent."""
    return owed(
        reports.owed(),
        what=joined("agreement__reference", "agreement__title"),
        on="due_on",
        office="agreement__office",
        charge="agreement__officer",
    )


def next_steps_due(engagements: EngagementQuerySet) -> QuerySet:
    """What somebody promised a donor."""
    return owed(
        engagements.with_next_step(),
        what=joined("donor__name", "next_step"),
        on="next_step_due_on",
        office="office",
        charge="next_step_by",
    )


def answers_due(requests: QuerySet) -> QuerySet:
    """Requests for money that a donor was to answer by a day: time to ask again."""
    return owed(
        requests.filter(status__in=[RequestStatus.SENT, RequestStatus.IN_DISCUSSION]).exclude(
            answer_by=None
        ),
        what=joined("donor__name", "title"),
        on="answer_by",
        office="office",
        charge="officer",
    )


KINDS = (
    DeadlineKind(
        "instalment",
        _("Instalment of a donor"),
        Instalment,
        instalments_due,
        OFFICE_ROLES,
        "donors:instalment-agreement",
        "donors.view_money",
        (-14, 0, 7, 21),
    ),
    # What the office follows up, the donor is told of in time: a month before, a week before, that day.
    DeadlineKind(
        "payment",
        _("Your payment to the regional office"),
        Instalment,
        payments_due,
        frozenset({Role.DONOR}),
        "donors:instalment-agreement",
        "donors.pay_instalment",
        (-30, -7, 0),
    ),
    DeadlineKind(
        "donor-report",
        _("Report to a donor"),
        DonorReport,
        reports_due,
        OFFICE_ROLES,
        "donors:report-detail",
        "donors.view_donorreport",
        (-30, -14, -3, 0, 7),
    ),
    DeadlineKind(
        "next-step",
        _("Next step with a donor"),
        Engagement,
        next_steps_due,
        OFFICE_ROLES,
        "donors:engagement-detail",
        "donors.view_engagement",
        (-3, 0, 7),
    ),
    DeadlineKind(
        "funding-answer",
        _("Answer of a donor"),
        FundingRequest,
        answers_due,
        OFFICE_ROLES,
        "donors:request-detail",
        "donors.view_fundingrequest",
        (0, 7),
    ),
)
