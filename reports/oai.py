"""The library for harvesters: OAI-PMH 2.0 with Dublin Core.

A record is whatever anybody could once read; what has been withdrawn since, or is for members only
now, is told as deleted, for ever. Pages go on from a signed token that says where the last one ended.
"""

from datetime import UTC, datetime, timedelta
from typing import Any

from django.conf import settings
from django.core import signing
from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils import timezone, translation
from lxml import etree

from reports.facets import country_names
from reports.models import Report, Series
from reports.oai_records import (
    OAI,
    OAI_DC,
    PREFIX,
    STAMP,
    XSI,
    add,
    identifier_of,
    put_header,
    put_record,
    safe,
    stamp,
)
from rocb.context import office_name

PAGE = 50
TOKEN, TOKEN_LASTS = "reports.oai", timedelta(days=2)

# Verb -> arguments that it needs, and that it takes.
VERBS: dict[str, tuple[set[str], set[str]]] = {
    "Identify": (set(), set()),
    "ListMetadataFormats": (set(), {"identifier"}),
    "ListSets": (set(), {"resumptionToken"}),
    "GetRecord": ({"identifier", "metadataPrefix"}, set()),
    "ListIdentifiers": ({"metadataPrefix"}, {"from", "until", "set"}),
    "ListRecords": ({"metadataPrefix"}, {"from", "until", "set"}),
}


class OaiError(Exception):
    """An error as the protocol names it; answered with status 200."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


@translation.override("en")
def answer(pairs: list[tuple[str, str]]) -> bytes:
    """The answer to a request given as (argument, value) in any order; harvesters read English."""
    root = etree.Element(f"{{{OAI}}}OAI-PMH", nsmap={None: OAI, "xsi": XSI})
    root.set(f"{{{XSI}}}schemaLocation", f"{OAI} {OAI}OAI-PMH.xsd")
    add(root, "responseDate", stamp(timezone.now()))
    request = add(root, "request", f"{settings.SITE_URL}{reverse('reports:oai')}")
    try:
        arguments = checked(pairs)
        for name, value in arguments.items():
            request.set(name, value)
        root.append(ANSWERS[arguments["verb"]](arguments))
    except OaiError as error:
        if error.code not in ("badVerb", "badArgument"):
            for name, value in pairs:
                request.set(name, safe(value))
        add(root, "error", str(error)).set("code", error.code)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8")


def checked(pairs: list[tuple[str, str]]) -> dict[str, str]:
    """The arguments, each once and each known to its verb."""
    names = [name for name, _value in pairs]
    arguments = {name: safe(value) for name, value in pairs}
    verb = arguments.get("verb", "")
    if names.count("verb") != 1 or verb not in VERBS:
        raise OaiError("badVerb", "The verb is missing, repeated or none of the protocol.")
    if len(names) != len(set(names)):
        raise OaiError("badArgument", "An argument is repeated.")
    given = set(names) - {"verb"}
    needed, optional = VERBS[verb]
    if "resumptionToken" in given and verb in ("ListIdentifiers", "ListRecords"):
        if given != {"resumptionToken"}:
            raise OaiError("badArgument", "A resumptionToken stands alone.")
        return arguments
    if unknown := given - needed - optional:
        raise OaiError(
            "badArgument", f"{verb} does not take {', '.join(sorted(map(safe, unknown)))}."
        )
    if missing := needed - given:
        raise OaiError("badArgument", f"{verb} needs {', '.join(sorted(missing))}.")
    return arguments


def harvested() -> QuerySet:
    return Report.objects.filter(deposited_at__isnull=False).select_related("series", "office")


def identify(_arguments) -> Any:
    root = etree.Element(f"{{{OAI}}}Identify")
    first = harvested().order_by("updated_at").values_list("updated_at", flat=True).first()
    add(root, "repositoryName", f"{office_name()}: best-practice library")
    add(root, "baseURL", f"{settings.SITE_URL}{reverse('reports:oai')}")
    add(root, "protocolVersion", "2.0")
    add(root, "adminEmail", settings.DEFAULT_FROM_EMAIL.rpartition("<")[2].rstrip(">"))
    add(root, "earliestDatestamp", stamp(first or timezone.now()))
    add(root, "deletedRecord", "persistent")
    add(root, "granularity", "YYYY-MM-DDThh:mm:ssZ")
    return root


def formats(arguments) -> Any:
    if "identifier" in arguments:
        found(arguments["identifier"])
    root = etree.Element(f"{{{OAI}}}ListMetadataFormats")
    one = add(root, "metadataFormat")
    add(one, "metadataPrefix", PREFIX)
    add(one, "schema", f"{OAI}oai_dc.xsd")
    add(one, "metadataNamespace", OAI_DC)
    return root


def sets(arguments) -> Any:
    if "resumptionToken" in arguments:
        raise OaiError("badResumptionToken", "The sets come in one answer, without a token.")
    root = etree.Element(f"{{{OAI}}}ListSets")
    for series in Series.objects.all():
        one = add(root, "set")
        add(one, "setSpec", series.code)
        add(one, "setName", series.title)
    if not len(root):
        raise OaiError("noSetHierarchy", "There are no sets yet.")
    return root


def found(identifier: str) -> Report:
    """The record of an identifier. Raises OaiError for one that was never public."""
    pk = identifier.rpartition("/")[2]
    known = pk.isascii() and pk.isdecimal() and len(pk) < 19
    report = harvested().filter(pk=int(pk)).first() if known else None
    if report is None or identifier_of(report) != identifier:
        raise OaiError("idDoesNotExist", "No record has this identifier.")
    return report


def get_record(arguments) -> Any:
    check_prefix(arguments["metadataPrefix"])
    root = etree.Element(f"{{{OAI}}}GetRecord")
    put_record(root, found(arguments["identifier"]), country_names())
    return root


def check_prefix(prefix: str) -> None:
    if prefix != PREFIX:
        raise OaiError("cannotDisseminateFormat", f"The only format is {PREFIX}.")


def moment(text: str, *, is_until: bool = False) -> datetime:
    """A day or a second in UTC; a day as `until` is its end."""
    for pattern in ("%Y-%m-%d", STAMP):
        try:
            at = datetime.strptime(text, pattern).replace(tzinfo=UTC)
        except ValueError:
            continue
        length = timedelta(days=1) if pattern == "%Y-%m-%d" else timedelta(seconds=1)
        return at + length if is_until else at
    raise OaiError("badArgument", "Write dates as YYYY-MM-DD or YYYY-MM-DDThh:mm:ssZ.")


def unpacked(arguments) -> dict[str, Any]:
    """What a list asks for: from its own arguments, or from the token of the page before."""
    token = arguments.get("resumptionToken")
    if token is None:
        check_prefix(arguments["metadataPrefix"])
        return {name: arguments[name] for name in ("from", "until", "set") if name in arguments}
    try:
        kept = signing.loads(token, salt=TOKEN, max_age=TOKEN_LASTS)
    except signing.BadSignature:
        kept = {}
    if kept.get("verb") != arguments["verb"]:
        raise OaiError("badResumptionToken", "This token is unknown, or it has expired.")
    return kept


def selected(wanted: dict[str, Any]) -> QuerySet:
    rows = harvested()
    first, last = wanted.get("from"), wanted.get("until")
    if first and last and len(first) != len(last):
        raise OaiError("badArgument", "Write both dates to the same granularity.")
    if first:
        rows = rows.filter(updated_at__gte=moment(first))
    if last:
        end = moment(last, is_until=True)
        if first and moment(first) >= end:
            raise OaiError("badArgument", "The list would end before it begins.")
        rows = rows.filter(updated_at__lt=end)
    if "set" in wanted:
        rows = rows.filter(series__code=wanted["set"])
    return rows.order_by("updated_at", "pk")


def list_of(arguments) -> Any:
    """ListIdentifiers and ListRecords: the same rows, with or without what they say."""
    verb = arguments["verb"]
    wanted = unpacked(arguments)
    rows = selected(wanted)
    total, cursor = wanted.get("total"), wanted.get("cursor", 0)
    if total is None:
        total = rows.count()
    if "after" in wanted:
        at, pk = datetime.fromisoformat(wanted["after"][0]), wanted["after"][1]
        rows = rows.filter(Q(updated_at__gt=at) | Q(updated_at=at, pk__gt=pk))
    reports = list(rows.prefetch_related("themes", "standards")[: PAGE + 1])
    if not reports:
        raise OaiError("noRecordsMatch", "Nothing fits this request.")
    root = etree.Element(f"{{{OAI}}}{verb}")
    names = country_names()
    for report in reports[:PAGE]:
        if verb == "ListIdentifiers":
            put_header(root, report)
        else:
            put_record(root, report, names)
    put_token(root, verb, wanted, reports, total, cursor)
    return root


def put_token(root, verb: str, wanted: dict, reports: list, total: int, cursor: int) -> None:
    has_more = len(reports) > PAGE
    if not has_more and cursor == 0:
        return
    text = ""
    if has_more:
        last = reports[PAGE - 1]
        text = signing.dumps(
            {
                **{name: wanted[name] for name in ("from", "until", "set") if name in wanted},
                "verb": verb,
                "after": [last.updated_at.isoformat(), last.pk],
                "total": total,
                "cursor": cursor + PAGE,
            },
            salt=TOKEN,
        )
    token = add(root, "resumptionToken", text)
    token.set("completeListSize", str(max(total, cursor + len(reports[:PAGE]))))
    token.set("cursor", str(cursor))
    if has_more:
        token.set("expirationDate", stamp(timezone.now() + TOKEN_LASTS))


ANSWERS = {
    "Identify": identify,
    "ListMetadataFormats": formats,
    "ListSets": sets,
    "GetRecord": get_record,
    "ListIdentifiers": list_of,
    "ListRecords": list_of,
}
