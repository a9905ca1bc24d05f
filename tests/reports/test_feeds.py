"""The library for programs: OAI-PMH harvested by a real client, Atom, citations."""

import re
from datetime import timedelta

import feedparser
import pytest
from django.utils import timezone
from lxml import etree
from sickle import Sickle
from sickle.oaiexceptions import BadResumptionToken, IdDoesNotExist, NoRecordsMatch

from reports import oai, oai_records
from reports.citations import bibtex, ris
from reports.models import Report
from reports.workflow import REPORT
from rocb.models import Theme
from tests.factories.reports import ReportFactory

pytestmark = pytest.mark.django_db
SPACES = {"o": oai_records.OAI, "dc": oai_records.DC}


def put(office, count: int, **more) -> list[Report]:
    fields = {
        "status": "published", "is_public": True, "summary": "A & B < C", "year": 2008,
        "published_on": timezone.localdate(), "deposited_at": timezone.now(),
        "countries": ["VU"], "languages": ["en"], **more,
    }  # fmt: skip
    return ReportFactory.create_batch(count, office=office, **fields)


def asked(client, query: str):
    answer = client.get(f"/reports/oai/{query}")
    assert (answer.status_code, answer["Content-Type"]) == (200, "text/xml; charset=utf-8")
    return etree.fromstring(answer.content)


def error_of(client, query: str) -> str:
    (error,) = asked(client, query).findall("o:error", SPACES)
    return error.get("code")


@pytest.mark.django_db(transaction=True)
def test_a_harvester_takes_everything(live_server, office, officer, member):
    reports = put(office, oai.PAGE + 7)
    put(office, 1, is_public=False, deposited_at=None)
    put(office, 1, status="draft", deposited_at=None)
    reports[0].themes.add(Theme.objects.create(code="aeo", name="AEO"))
    REPORT.perform(reports[3], "withdraw", by=officer, comment="A mistake.")
    harvester = Sickle(f"{live_server.url}/reports/oai/")
    records = list(harvester.ListRecords(metadataPrefix="oai_dc"))
    assert len(records) == oai.PAGE + 7
    gone = [record for record in records if record.deleted]
    assert [record.header.identifier for record in gone] == [oai_records.identifier_of(reports[3])]
    first = harvester.GetRecord(
        metadataPrefix="oai_dc", identifier=oai_records.identifier_of(reports[0])
    )
    assert first.metadata["title"] == [reports[0].title]
    assert first.metadata["description"] == ["A & B < C"]
    assert first.metadata["subject"] == ["AEO"]
    assert first.metadata["coverage"] == ["Vanuatu"]
    assert [one.setSpec for one in harvester.ListSets()] == ["good-practice"]
    assert [one.metadataPrefix for one in harvester.ListMetadataFormats()] == ["oai_dc"]
    identify = harvester.Identify()
    assert (identify.protocolVersion, identify.deletedRecord) == ("2.0", "persistent")
    headers = list(harvester.ListIdentifiers(metadataPrefix="oai_dc", set="good-practice"))
    assert len(headers) == oai.PAGE + 7
    tomorrow = (timezone.localdate() + timedelta(days=2)).isoformat()
    with pytest.raises(NoRecordsMatch):
        harvester.ListRecords(metadataPrefix="oai_dc", **{"from": tomorrow})
    with pytest.raises(IdDoesNotExist):
        harvester.GetRecord(metadataPrefix="oai_dc", identifier="oai:nowhere:1")
    with pytest.raises(BadResumptionToken):
        harvester.ListRecords(resumptionToken="wrong")


def test_errors_as_the_protocol_names_them(client, office):
    put(office, 1)
    for query, code in {
        "": "badVerb",
        "?verb=Nonsense": "badVerb",
        "?verb=Identify&verb=Identify": "badVerb",
        "?verb=Identify&x=1": "badArgument",
        "?verb=GetRecord&metadataPrefix=oai_dc": "badArgument",
        "?verb=ListRecords": "badArgument",
        "?verb=ListRecords&metadataPrefix=marc": "cannotDisseminateFormat",
        "?verb=ListRecords&metadataPrefix=oai_dc&from=yesterday": "badArgument",
        "?verb=ListRecords&metadataPrefix=oai_dc&from=2030-01-01&until=2020-01-01": "badArgument",
        "?verb=ListRecords&metadataPrefix=oai_dc&from=2020-01-01"
        "&until=2030-01-01T00:00:00Z": "badArgument",
        "?verb=ListRecords&metadataPrefix=oai_dc&set=none": "noRecordsMatch",
        "?verb=ListRecords&resumptionToken=x": "badResumptionToken",
        "?verb=ListRecords&resumptionToken=x&metadataPrefix=oai_dc": "badArgument",
        "?verb=ListSets&resumptionToken=x": "badResumptionToken",
        "?verb=GetRecord&metadataPrefix=oai_dc&identifier=%00%01": "idDoesNotExist",
        f"?verb=GetRecord&metadataPrefix=oai_dc&identifier=oai:x:{'9' * 40}": "idDoesNotExist",
    }.items():
        assert (query, error_of(client, query)) == (query, code)


def test_a_token_of_one_list_does_not_open_another(client, office):
    put(office, oai.PAGE + 1)
    root = asked(client, "?verb=ListIdentifiers&metadataPrefix=oai_dc")
    token = root.find(".//o:resumptionToken", SPACES)
    assert token.get("completeListSize") == str(oai.PAGE + 1)
    assert error_of(client, f"?verb=ListRecords&resumptionToken={token.text}") == (
        "badResumptionToken"
    )
    rest = asked(client, f"?verb=ListIdentifiers&resumptionToken={token.text}")
    assert len(rest.findall(".//o:header", SPACES)) == 1
    assert rest.find(".//o:resumptionToken", SPACES).text is None


def test_it_answers_posts_and_counts_its_queries(client, office, django_assert_num_queries):
    put(office, 1)
    body = {"verb": "ListRecords", "metadataPrefix": "oai_dc"}
    client.post("/reports/oai/", body)
    with django_assert_num_queries(5):
        client.post("/reports/oai/", body)
    put(office, 30)
    with django_assert_num_queries(5):
        answer = client.post("/reports/oai/", body)
    assert len(etree.fromstring(answer.content).findall(".//o:record", SPACES)) == 31


def test_what_becomes_members_only_is_told_as_deleted(client, office):
    (report,) = put(office, 1)
    report.is_public = False
    report.save()
    root = asked(client, "?verb=ListRecords&metadataPrefix=oai_dc")
    assert root.find(".//o:header", SPACES).get("status") == "deleted"
    assert root.find(".//o:metadata", SPACES) is None


def test_the_feed_has_the_public_ones_and_is_asked_cheaply(client, office):
    (report,) = put(office, 1, title="Ports <b> & airports")
    put(office, 1, is_public=False, title="For members")
    theme = Theme.objects.create(code="aeo", name="AEO")
    answer = client.get("/reports/atom.xml")
    feed = feedparser.parse(answer.content)
    assert not feed.bozo
    assert [entry.title for entry in feed.entries] == [f"{report.number} Ports <b> & airports"]
    again = client.get("/reports/atom.xml", headers={"If-None-Match": answer["ETag"]})
    assert again.status_code == 304
    assert feedparser.parse(client.get("/reports/atom.xml?theme=aeo").content).entries == []
    report.themes.add(theme)
    assert len(feedparser.parse(client.get("/reports/atom.xml?theme=aeo").content).entries) == 1
    assert client.get("/reports/atom.xml?theme=%00&standard='").status_code == 200


def test_citations(client, office):
    (report,) = put(office, 1, title="50% faster: {ports} & C_1", authors="Tari, Ana; WCO")
    text = bibtex(report)
    assert r"title = {{50\% faster: \{ports\} \& C\_1}}" in text
    assert "author = {{Tari, Ana} and {WCO}}" in text
    assert text.count("{") == text.count("}")
    lines = ris(report).split("\r\n")
    assert lines[0] == "TY  - RPRT"
    assert lines[-2] == "ER  - "
    assert all(re.match(r"[A-Z][A-Z0-9]  - ", line) for line in lines[:-1])
    answer = client.get(f"{report.get_absolute_url()}cite.ris")
    assert answer["Content-Type"].startswith("application/x-research-info-systems")
    assert client.get(f"{report.get_absolute_url()}cite.exe").status_code == 404
