"""Records behind the addresses of pillar 2: all of them of the donor of the cast."""

from django.utils import timezone

from donors import actions
from donors.actions.allocations import activity_for
from donors.models import Need, RateImport
from missions.models import Action
from programmes.models import AssistanceRequest
from tests.factories.donors import (
    AgreementFactory,
    AllocationFactory,
    ContactFactory,
    DonorReportFactory,
    EngagementFactory,
    ExpenditureFactory,
    FundingRequestFactory,
    InstalmentFactory,
    RateFactory,
)
from tests.factories.programmes import EventFactory


def furnish(cast: dict) -> dict[str, dict]:
    office, officer = cast["office"], cast["officer"]
    donor = cast["donor"].person.organisation.donor
    contact = ContactFactory(donor=donor)
    talk = EngagementFactory(
        office=office,
        donor=donor,
        next_step="Write",
        next_step_due_on=timezone.localdate(),
    )
    sent = FundingRequestFactory(office=office, donor=donor, status="sent")
    drafting = FundingRequestFactory(office=office, donor=donor)
    agreement = AgreementFactory(office=office, donor=donor)
    draft = AgreementFactory(office=office, donor=donor, status="draft", signed_on=None)
    instalment = InstalmentFactory(agreement=agreement)
    event = EventFactory(office=office, status="held")
    allocation = AllocationFactory(agreement=agreement, activity=activity_for(event, officer))
    spent = ExpenditureFactory(allocation=allocation)
    activity = allocation.activity
    snapshot = actions.freeze(activity, by=officer, shows_amounts=False)
    actions.publish_snapshot(snapshot, by=officer)
    frozen = actions.freeze(activity, by=officer, shows_amounts=False)
    hidden = AllocationFactory(agreement=agreement).activity
    report = DonorReportFactory(agreement=agreement, summary="All went well.")
    rate = RateFactory()
    upload = RateImport.objects.create(name="r.csv", by=officer, content={"rows": []})
    action = Action.objects.filter(plan=cast["plan"]).last()
    Action.objects.filter(pk=action.pk).update(is_shared=True)
    request = AssistanceRequest.objects.create(
        administration=cast["member"], title="Seminar", reason="New law"
    )
    Need.objects.create(request=request, is_shared=True)
    slug = {"slug": activity.slug}
    return {
        "donors:home": {},
        "donors:donor-list": {},
        "donors:donor-create": {},
        "donors:donor-": {"pk": donor.pk},
        "donors:contact-create": {"pk": donor.pk},
        "donors:contact-": {"pk": contact.pk},
        "donors:engagement-": {"pk": talk.pk},
        "donors:engagement-list": {},
        "donors:engagement-create": {},
        "donors:need-list": {},
        "donors:need-request-list": {},
        "donors:need-action": {"pk": action.pk},
        "donors:need-": {"pk": request.pk},
        "donors:need-interest": {"kind": "request", "pk": request.pk},
        "donors:request-list": {},
        "donors:request-create": {},
        "donors:request-": {"pk": sent.pk},
        "donors:request-edit": {"pk": drafting.pk},
        "donors:request-step": {"pk": drafting.pk, "step": "send"},
        "donors:agreement-list": {},
        "donors:agreement-create": {},
        "donors:agreement-": {"pk": agreement.pk},
        "donors:agreement-step": {"pk": draft.pk, "step": "sign"},
        "donors:instalment-": {"pk": instalment.pk},
        "donors:instalment-list": {},
        "donors:expenditure-": {"pk": spent.pk},
        "donors:instalment-create": {"pk": agreement.pk},
        "donors:allocation-create": {"pk": agreement.pk},
        "donors:allocation-list": {},
        "donors:allocation-": {"pk": allocation.pk},
        "donors:activity-list": {},
        "donors:activity-": slug,
        "donors:activity-edit": {"slug": hidden.slug},
        "donors:snapshot-": {"pk": frozen.pk},
        "donors:snapshot-step": {"pk": frozen.pk, "step": "publish"},
        "donors:report-list": {},
        "donors:report-create": {"pk": agreement.pk},
        "donors:report-": {"pk": report.pk},
        "donors:report-step": {"pk": report.pk, "step": "send"},
        "donors:report-file": {"pk": report.pk, "kind": "docx"},
        "donors:rate-list": {},
        "donors:rate-create": {},
        "donors:rate-import": {},
        "donors:rate-": {"pk": rate.pk},
        "donors:rate-import-preview": {"pk": upload.pk},
        "donors:export-iati": {},
        "donors:iati-check": {},
        "api:engagements-": {"pk": talk.pk},
        "api:funding-requests-": {"pk": sent.pk},
        "api:funding-requests-step": {"pk": sent.pk, "step": "discuss"},
        "api:agreements-": {"pk": agreement.pk},
        "api:agreements-step": {"pk": agreement.pk, "step": "suspend"},
        "api:instalments-": {"pk": instalment.pk},
        "api:allocations-": {"pk": allocation.pk},
        "api:expenditures-": {"pk": spent.pk},
        "api:funded-activities-": {"pk": activity.pk},
        "api:donor-reports-": {"pk": report.pk},
        "api:donor-reports-step": {"pk": report.pk, "step": "send"},
        "api:needs-": {"pk": action.pk},
        "api:request-needs-": {"pk": request.pk},
        "api:rates-": {"pk": rate.pk},
    }
