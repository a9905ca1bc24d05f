"""From the call for cases to the cases themselves."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from reports.audience import audience_of
from reports.models import CaseStudy, Report
from reports.workflow.library import CASE, REPORT
from rocb.models import Administration, User
from rocb.post import tell, users_of
from rocb.roles import Role
from rocb.workflow import StepRefused


@transaction.atomic
def call_for_cases(
    report: Report,
    *,
    by: User,
    comment: str = "",
    call_text: str = "",
    call_due_on: date | None = None,
    administrations: list[Administration] | None = None,
) -> Report:
    """Ask members for their cases; each coordinator gets one mail. A second call adds members.

    Raises StepRefused for a call to nobody, without words, or without a day.
    """
    report = REPORT.take(report, "call", by=by, comment=comment)
    if not administrations:
        raise StepRefused(_("Choose at least one member: nobody selected means nobody."))
    if not call_text.strip() or call_due_on is None:
        raise StepRefused(_("Say what is asked for, and by when."))
    report.call_text, report.call_due_on = call_text.strip(), call_due_on
    report.save(update_fields=["call_text", "call_due_on"])
    asked = set(report.cases.values_list("administration", flat=True))
    new = [member for member in administrations if member.pk not in asked]
    cases = CaseStudy.objects.bulk_create(
        CaseStudy(report=report, administration=member, created_by=by, updated_by=by)
        for member in new
    )
    case_of = {case.administration_id: case for case in cases}
    people = audience_of(new, Role.COORDINATOR).people
    for user in people:
        case = case_of[user.person.organisation_id]
        tell(
            [user],
            "case_asked",
            f"case_asked:{case.pk}",
            about=case,
            administration=case.administration,
            by=by,
            title=report.title,
            text=report.call_text,
            due_on=call_due_on.isoformat(),
        )
    return report


def told(case: CaseStudy, users, template: str, by, comment: str) -> None:
    tell(
        users,
        template,
        f"{template}:{case.pk}:{case.updated_at.timestamp():.0f}",
        about=case,
        administration=case.administration,
        by=by,
        title=case.report.title,
        comment=comment,
    )


def authors_of(case: CaseStudy) -> list[User]:
    """Who works on the study: whoever began it."""
    by = case.report.created_by
    return [by] if by is not None else []


@transaction.atomic
def submit_case(case: CaseStudy, *, by: User, comment: str = "") -> CaseStudy:
    """Hand the case in; whoever writes the study is told. Raises StepRefused for an empty one."""
    case = CASE.take(case, "submit", by=by, comment=comment)
    if not case.title.strip() or not case.text.strip():
        raise StepRefused(_("Give the case a title and its text before you submit it."))
    told(case, authors_of(case), "case_submitted", by, comment)
    return case


@transaction.atomic
def decline_case(case: CaseStudy, *, by: User, comment: str = "") -> CaseStudy:
    """The member has no case to tell; nobody reminds any more."""
    case = CASE.take(case, "decline", by=by, comment=comment)
    told(case, authors_of(case), "case_declined", by, comment)
    return case


@transaction.atomic
def return_case(case: CaseStudy, *, by: User, comment: str = "") -> CaseStudy:
    """Ask the member for more."""
    case = CASE.take(case, "return", by=by, comment=comment)
    told(case, users_of(case.administration, Role.COORDINATOR), "case_returned", by, comment)
    return case


@transaction.atomic
def accept_case(case: CaseStudy, *, by: User, comment: str = "") -> CaseStudy:
    """The case goes into the study; its member is thanked."""
    case = CASE.take(case, "accept", by=by, comment=comment)
    told(case, users_of(case.administration, Role.COORDINATOR), "case_accepted", by, comment)
    return case
