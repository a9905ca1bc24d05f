"""A member's request from received to answered: the steps that have consequences."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from programmes.models import AssistanceRequest, Event
from programmes.workflow import REQUEST
from rocb.models import User
from rocb.post import officers_of, tell, users_of
from rocb.roles import Role
from rocb.workflow import StepRefused


def in_charge(request: AssistanceRequest) -> list[User]:
    """The officer of the request, else the member's own, else the heads of the office."""
    current = User.objects.current(timezone.localdate())
    own = list(current.filter(pk=request.officer_id).select_related("person"))
    return own or officers_of(request.administration)


def of_member(request: AssistanceRequest) -> list[User]:
    """Who is told on the member's side."""
    return users_of(request.administration, Role.COORDINATOR, Role.EXECUTIVE)


def news(request: AssistanceRequest, users, template: str, by, comment: str = "") -> None:
    """Tell people about a step; `updated_at` moves with each step and makes the key."""
    tell(
        users,
        template,
        f"{template}:{request.pk}:{request.updated_at.timestamp():.0f}",
        about=request,
        administration=request.administration,
        by=by,
        request=request.title,
        comment=comment,
    )


def tell_of_request(request: AssistanceRequest, *, by) -> None:
    """A member has asked for help: the office is told."""
    news(request, in_charge(request), "request_received", by)


@transaction.atomic
def assess_request(
    request: AssistanceRequest,
    *,
    by,
    comment: str = "",
    officer: User | None = None,
    assessment: str = "",
    needs_funding: bool = False,
) -> AssistanceRequest:
    """The office takes it up. Whoever assesses it is in charge unless somebody is named or was.

    The member is told who looks after it; the assessment itself stays in the office.
    """
    request = REQUEST.take(request, "assess", by=by, comment=comment)
    if officer is not None:
        request.officer = officer
    elif request.officer_id is None and by.is_office:
        request.officer = by
    request.assessment = assessment or request.assessment
    request.needs_funding = needs_funding
    request.save(update_fields=["officer", "assessment", "needs_funding"])
    news(request, of_member(request), "request_assessed", by, comment)
    return request


def own_events(by, wanted) -> list[Event]:
    """Events, given as such or by id, among those of the office; others do not exist for it."""
    keys = {getattr(one, "pk", one) for one in wanted}
    events = Event.objects.visible_to(by).filter(pk__in=keys)
    if not by.is_superuser:
        events = events.filter(office=by.organisation_id)
    found = list(events)
    if len(found) < len(keys):
        raise ValidationError(_("Choose among the events of your office."))
    return found


@transaction.atomic
def match_request(
    request: AssistanceRequest, *, by, comment: str = "", activities=(), helpers=()
) -> AssistanceRequest:
    """Say what helps: events of the office, and administrations that send resource persons.

    What is named is added to what stands there. Raises ValidationError for an event that is not
    the office's; StepRefused where nothing is named and the
    comment does not say what helps either, or where the member would help itself.
    """
    request = REQUEST.take(request, "match", by=by, comment=comment)
    events = own_events(by, activities)
    if any(helper.pk == request.administration_id for helper in helpers):
        raise StepRefused(_("Name an administration other than the one that asks."))
    request.activities.add(*events)
    request.helpers.add(*helpers)
    if not (request.activities.exists() or request.helpers.exists() or comment.strip()):
        raise StepRefused(
            _("Name an event or an administration that helps, or say in the comment what does.")
        )
    news(request, of_member(request), "request_matched", by, comment)
    return request


def conclude(request: AssistanceRequest, answer: str) -> None:
    request.answer, request.answered_at = answer.strip(), timezone.now()
    request.save(update_fields=["answer", "answered_at"])


@transaction.atomic
def answer_request(request: AssistanceRequest, *, by, comment: str = "") -> AssistanceRequest:
    """The comment is the answer that the member reads."""
    request = REQUEST.take(request, "answer", by=by, comment=comment)
    conclude(request, comment)
    news(request, of_member(request), "request_answered", by, comment)
    return request


@transaction.atomic
def decline_request(request: AssistanceRequest, *, by, comment: str = "") -> AssistanceRequest:
    """The office cannot help; the comment says why."""
    request = REQUEST.take(request, "decline", by=by, comment=comment)
    conclude(request, comment)
    news(request, of_member(request), "request_declined", by, comment)
    return request


@transaction.atomic
def withdraw_request(request: AssistanceRequest, *, by, comment: str = "") -> AssistanceRequest:
    """The member needs it no more; the officer is told why."""
    request = REQUEST.take(request, "withdraw", by=by, comment=comment)
    news(request, in_charge(request), "request_withdrawn", by, comment)
    return request
