"""A donor asks for another donor's everything: by number, address, export, search, API, file and feed."""

import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from donors.models import Expenditure
from rocb.trail import add_file
from tests.factories.donors import (
    AgreementFactory,
    AllocationFactory,
    ContactFactory,
    DonorReportFactory,
    EngagementFactory,
    FundingRequestFactory,
    InstalmentFactory,
)

pytestmark = pytest.mark.django_db
SECRET = "Zwieback"


@pytest.fixture
def theirs(office, officer, donor):
    """Everything that the office has with `donor`, each of it with the secret word in it."""
    own = donor.person.organisation.donor
    own.name, own.note = f"{SECRET} Fund", SECRET
    own.save()
    agreement = AgreementFactory(
        office=office, donor=own, title=SECRET, purpose=SECRET, reference=SECRET
    )
    allocation = AllocationFactory(
        agreement=agreement,
        what=SECRET,
        activity__event__title=SECRET,
        activity__event__status="planned",
    )
    report = DonorReportFactory(agreement=agreement, status="sent", summary=SECRET)
    spent = Expenditure.objects.create(
        agreement=agreement, allocation=allocation, on="2026-03-03", what=SECRET, amount=5
    )
    upload = SimpleUploadedFile(f"{SECRET}.txt", SECRET.encode())
    return {
        "donor": own,
        "agreement": agreement,
        "allocation": allocation,
        "activity": allocation.activity,
        "instalment": InstalmentFactory(agreement=agreement, condition=SECRET),
        "report": report,
        "spent": spent,
        "request": FundingRequestFactory(office=office, donor=own, status="sent", title=SECRET),
        "talk": EngagementFactory(office=office, donor=own, subject=SECRET),
        "contact": ContactFactory(donor=own, duty=SECRET),
        "file": add_file(agreement, upload, by=officer),
    }


def addresses(theirs) -> list[str]:
    """Every address of a single record of theirs."""
    at = {name: [record.pk] for name, record in theirs.items()}
    names = [
        *((f"donors:donor-{x}", at["donor"]) for x in ("detail", "edit", "rename", "close")),
        *((f"donors:donor-{x}", at["donor"]) for x in ("delete", "matches")),
        ("donors:contact-create", at["donor"]),
        ("donors:contact-edit", at["contact"]),
        ("donors:engagement-detail", at["talk"]),
        ("donors:request-detail", at["request"]),
        *(
            (f"donors:agreement-{x}", at["agreement"])
            for x in ("detail", "edit", "amend", "shares")
        ),
        ("donors:instalment-agreement", at["instalment"]),
        ("donors:instalment-receive", at["instalment"]),
        ("donors:allocation-spend", at["allocation"]),
        ("donors:allocation-release", at["allocation"]),
        ("donors:activity-detail", [theirs["activity"].slug]),
        ("donors:activity-pdf", [theirs["activity"].slug]),
        ("donors:activity-edit", [theirs["activity"].slug]),
        ("donors:report-detail", at["report"]),
        ("donors:report-file", [*at["report"], "pdf"]),
        ("donors:report-file", [*at["report"], "docx"]),
        ("file", at["file"]),
    ]
    api = {
        "donors": "donor",
        "engagements": "talk",
        "funding-requests": "request",
        "agreements": "agreement",
        "instalments": "instalment",
        "allocations": "allocation",
        "expenditures": "spent",
        "funded-activities": "activity",
        "donor-reports": "report",
    }
    urls = [reverse(name, args=args) for name, args in names]
    urls += [f"/api/v1/{key}/{theirs[name].pk}/" for key, name in api.items()]
    donor = theirs["donor"].pk
    urls += [f"/donors/iati.xml?donor={donor}", f"/donors/iati/?donor={donor}"]
    urls.append(reverse("comment-add", args=["donors.agreement", theirs["agreement"].pk]))
    return urls


def listings() -> list[str]:
    """Every list, export, feed and search that might let something slip."""
    lists = [
        reverse(f"donors:{name}-list")
        for name in (
            "donor",
            "request",
            "agreement",
            "instalment",
            "allocation",
            "report",
            "need",
            "need-request",
            "activity",
        )
    ]
    found = [
        "/",
        reverse("donors:home"),
        reverse("donors:export-iati"),
        reverse("donors:iati-check"),
    ]
    for url in lists:
        found += [url, f"{url}?export=csv", f"{url}?export=xlsx"]
    keys = (
        "donors", "engagements", "funding-requests", "agreements", "instalments", "allocations",
        "expenditures", "funded-activities", "donor-reports", "needs", "request-needs", "rates",
        "deadlines",
    )  # fmt: skip
    found += [f"/api/v1/{key}/" for key in keys]
    found += [f"/search/?q={SECRET}", "/programmes/events/", "/missions/actions/"]
    return found


def body(response) -> str:
    if response.streaming:
        text = b"".join(response.streaming_content).decode(errors="replace")
        for closer in response._resource_closers:
            closer()
        return text
    return response.content.decode(errors="replace")


def test_no_record_of_another_donor_is_answered(client, theirs, other_donor):
    client.force_login(other_donor)
    found = {}
    for url in addresses(theirs):
        for method in (client.get, client.post):
            response = method(url)
            if response.status_code == 405:
                continue
            if response.status_code not in (403, 404) or SECRET in body(response):
                found[url] = response.status_code
    assert found == {}


def test_no_list_export_feed_or_search_tells_of_another_donor(client, theirs, other_donor):
    client.force_login(other_donor)
    found = []
    for url in listings():
        response = client.get(url)
        # The search page says the words again that were asked for.
        asked = "q=" in url
        text = str(response.context["results"]) if asked else body(response)
        if SECRET in text:
            found.append(url)
    assert found == []


def test_the_donor_itself_reads_what_is_its_own(client, theirs, donor):
    """The same addresses are alive: the attack above is not refused because nothing works."""
    client.force_login(donor)
    for name in ("agreement", "request", "report"):
        response = client.get(theirs[name].get_absolute_url())
        assert (response.status_code, SECRET in body(response)) == (200, True)
    assert SECRET in body(client.get(theirs["activity"].get_absolute_url()))
    assert SECRET in body(client.get(reverse("donors:export-iati")))
    assert body(client.get(reverse("file", args=[theirs["file"].pk]))) == SECRET
    own = json.loads(body(client.get("/api/v1/agreements/")))["results"]
    assert [row["id"] for row in own] == [theirs["agreement"].pk]


def test_a_donor_never_reads_the_office_own_notes_of_itself(client, theirs, donor):
    client.force_login(donor)
    page = body(client.get(theirs["donor"].get_absolute_url()))
    main = page.split("<main")[1].replace(f"{SECRET} Fund", "").replace(f"{SECRET} {SECRET}", "")
    assert theirs["talk"].get_absolute_url() not in main
    assert theirs["contact"].person.full_name not in main
    assert "Note</dt>" not in main
    assert client.get(theirs["talk"].get_absolute_url()).status_code == 403
    assert client.get(reverse("donors:engagement-list")).status_code == 403


def test_of_a_shared_activity_each_donor_reads_its_own_amounts(client, theirs, office, other_donor):
    mine = AgreementFactory(office=office, donor=other_donor.person.organisation.donor)
    AllocationFactory(agreement=mine, activity=theirs["activity"], amount=111)
    client.force_login(other_donor)
    url = theirs["activity"].get_absolute_url()
    page = body(client.get(url, {"as": "office", "donor": theirs["donor"].pk}))
    assert "USD\u00a0111" in page
    assert "Zwieback Fund" in page  # who else pays is told, how much is not
    assert "30,000" not in page
    assert theirs["agreement"].get_absolute_url() not in page
    content = client.get(f"/api/v1/funded-activities/{theirs['activity'].pk}/").json()["content"]
    theirs_there = next(p for p in content["payers"] if p["donor"] == "Zwieback Fund")
    assert (theirs_there["amounts"], theirs_there["agreements"], theirs_there["in_kind"]) == (
        [],
        [],
        [],
    )


def test_a_draft_is_not_told_to_its_donor(client, office, donor):
    own = donor.person.organisation.donor
    draft = AgreementFactory(office=office, donor=own, status="draft", title=SECRET)
    request = FundingRequestFactory(office=office, donor=own, title=SECRET)
    client.force_login(donor)
    assert client.get(draft.get_absolute_url()).status_code == 404
    assert client.get(request.get_absolute_url()).status_code == 404
    assert [url for url in listings() if "q=" not in url and SECRET in body(client.get(url))] == []


def test_another_office_reads_none_of_it(client, theirs, db):
    from rocb.roles import Role
    from tests.factories.rocb import OfficeFactory, RegionFactory, UserFactory

    far = OfficeFactory(region=RegionFactory(code="ESA", name="East"), name="ROCB ESA")
    head = UserFactory(role=Role.HEAD, organisation=far)
    client.force_login(head)
    for name in ("agreement", "request", "report", "talk", "activity"):
        assert client.get(theirs[name].get_absolute_url()).status_code == 404
    text = body(client.get("/api/v1/agreements/"))
    assert json.loads(text)["results"] == []


def test_members_learn_who_pays_for_their_own_but_never_how_much(
    client, theirs, office, plan, coordinator, other_coordinator
):
    action = plan.actions.first()
    type(action).objects.filter(pk=action.pk).update(is_shared=True)
    from tests.factories.donors import ActivityFactory

    activity = ActivityFactory(office=office, event=None, action=action)
    AllocationFactory(agreement=theirs["agreement"], activity=activity, amount=4321)
    client.force_login(coordinator)
    page = body(client.get(action.get_absolute_url()))
    assert ("Zwieback Fund" in page, "4,321" in page) == (True, False)
    assert client.get(activity.get_absolute_url()).status_code == 404
    client.force_login(other_coordinator)
    assert client.get(action.get_absolute_url()).status_code == 404
