"""Asking a donor for money, and what becomes of it."""

from datetime import date, timedelta

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from donors.models import Agreement, Engagement, FundingRequest, Need
from donors.workflow import REQUEST
from missions.models import Action
from missions.workflow import PlanStatus
from programmes.workflow import OPEN_REQUESTS as OPEN_ASSISTANCE
from rocb.models import User
from rocb.post import tell
from rocb.roles import Role
from rocb.workflow import StepRefused


def donor_users(donor) -> list[User]:
    """The current sign-ins of a donor."""
    return list(
        User.objects.current(timezone.localdate())
        .filter(person__organisation=donor.pk, role=Role.DONOR)
        .select_related("person")
    )


def office_users(office, *roles) -> list[User]:
    """The current sign-ins of an office, in these roles."""
    return list(
        User.objects.current(timezone.localdate())
        .filter(person__organisation=office.pk, role__in=roles)
        .select_related("person")
    )


def not_shared(request: FundingRequest) -> list[str]:
    """The needs in a request that their members do not share with donors (any more), in words."""
    actions = request.for_actions.filter(is_shared=False).values_list("number", "title")
    shared = Need.objects.filter(is_shared=True).values("request")
    requests = request.for_requests.exclude(pk__in=shared).values_list("title", flat=True)
    return [f"{number} {title}" for number, title in actions] + list(requests)


@transaction.atomic
def send_request(request: FundingRequest, *, by, comment: str = "") -> FundingRequest:
    """Send a request to the donor, whose sign-ins get a mail.

    Raises StepRefused where the donor has ended, or where a need in it is not shared by its member.
    """
    request = REQUEST.take(request, "send", by=by, comment=comment)
    today = timezone.localdate()
    if not request.donor.is_current(today):
        raise StepRefused(
            _("%s has ended: choose its successor or another donor first.") % request.donor.name
        )
    if hidden := not_shared(request):
        raise StepRefused(
            _("These needs are not shared with donors by their members: %s. Ask the member first.")
            % ", ".join(hidden[:5])
        )
    request.sent_at = timezone.now()
    request.save(update_fields=["sent_at"])
    tell(
        donor_users(request.donor),
        "funding_request_sent",
        f"funding-request:{request.pk}",
        about=request,
        administration=None,
        by=by,
        title=request.title,
    )
    return request


def reference_for(office, on: date) -> str:
    """The next free reference of an office's agreements of a year, such as 2026-007."""
    start = f"{on.year}-"
    taken = set(
        Agreement.objects.filter(reference__startswith=start).values_list("reference", flat=True)
    )
    return next(one for n in range(1, 10_000) if (one := f"{start}{n:03d}") not in taken)


@transaction.atomic
def agree_request(request: FundingRequest, *, by, comment: str = "") -> FundingRequest:
    """The donor said yes: a draft agreement is made from the request, nothing typed twice."""
    request = REQUEST.take(request, "agree", by=by, comment=comment)
    today = timezone.localdate()
    starts = request.starts_on or today
    Agreement.objects.create(
        office=request.office,
        donor=request.donor,
        request=request,
        reference=reference_for(request.office, today),
        title=request.title,
        purpose=request.purpose,
        amount=request.amount,
        currency=request.currency,
        starts_on=starts,
        ends_on=request.ends_on or starts + timedelta(days=365),
        officer=request.officer,
        is_invented=request.is_invented,
        created_by=by,
        updated_by=by,
    )
    return request


@transaction.atomic
def done_next_step(engagement: Engagement, *, by, on: date) -> Engagement:
    """The next step after a talk has been done."""
    engagement = Engagement.objects.select_for_update(of=("self",)).get(pk=engagement.pk)
    if not engagement.allows(by, "donors.change_engagement"):
        raise PermissionDenied
    if not engagement.next_step or engagement.done_on:
        raise StepRefused(_("Nothing is left to be done after this talk."))
    if on > timezone.localdate():
        raise ValidationError({"on": _("Choose today or a day in the past.")})
    if on < engagement.on:
        raise ValidationError({"on": _("The talk itself was later than that.")})
    engagement.done_on, engagement.updated_by = on, by
    engagement.save(update_fields=["done_on", "updated_by", "updated_at"])
    return engagement


@transaction.atomic
def share_request(request, *, by, is_shared: bool) -> Need:
    """Show a request for assistance to donors, or stop showing it. The member alone decides."""
    if not by.is_member or not request.allows(by, "donors.share_request"):
        raise PermissionDenied
    if is_shared and request.status not in OPEN_ASSISTANCE:
        raise StepRefused(
            _("The request is “%s”: there is nothing to share any more.")
            % request.get_status_display()
        )
    need, _made = Need.objects.select_for_update(of=("self",)).get_or_create(
        request=request, defaults={"created_by": by}
    )
    need.is_shared, need.updated_by = is_shared, by
    need.shared_by, need.shared_at = (by, timezone.now()) if is_shared else (None, None)
    need.save()
    return need


@transaction.atomic
def set_need(request, *, by, cost, currency: str, is_covered: bool) -> Need:
    """What the office knows of a need: its cost, and whether anything is still sought."""
    if not request.allows(by, "donors.change_need"):
        raise PermissionDenied
    need, _made = Need.objects.select_for_update(of=("self",)).get_or_create(
        request=request, defaults={"created_by": by}
    )
    need.cost, need.currency, need.is_covered, need.updated_by = cost, currency, is_covered, by
    need.full_clean()
    need.save()
    return need


def is_shared_now(record) -> bool:
    """Whether the member shows a need (action or request for assistance) to donors at this moment."""
    if isinstance(record, Action):
        open_plans = (PlanStatus.IN_FORCE, PlanStatus.CLOSED)
        return record.is_shared and record.plan.status in open_plans
    return Need.objects.on_the_board().filter(request=record.pk).exists()


@transaction.atomic
def show_interest(record, *, by, title: str, office, message: str) -> Engagement:
    """A donor is interested in a need: the office finds it as a talk with a next step, and is told."""
    if by.role != Role.DONOR or not by.has_perm("donors.show_interest"):
        raise PermissionDenied
    if not is_shared_now(record):
        raise StepRefused(_("The member does not share this need any more."))
    donor = by.person.organisation.donor
    today = timezone.localdate()
    engagement = Engagement.objects.create(
        office=office,
        donor=donor,
        kind=Engagement.Kind.INTEREST,
        on=today,
        subject=title[:240],
        present=by.full_name,
        summary=message,
        next_step=_("Answer the donor"),
        next_step_due_on=today + timedelta(days=14),
        created_by=by,
        updated_by=by,
    )
    tell(
        office_users(office, Role.HEAD, Role.OFFICER),
        "donor_interested",
        f"donor-interested:{engagement.pk}",
        about=engagement,
        administration=None,
        by=by,
        donor=lambda: donor.name,
        title=title,
        message=message,
    )
    return engagement
