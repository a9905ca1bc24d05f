"""The facts of the ground floor: regions, offices, members, frameworks. Sources are in data/*.json."""

import json
from datetime import date
from pathlib import Path
from typing import Any

from rocb.models import (
    Administration,
    AdministrationFact,
    DiagnosticArea,
    Framework,
    Grouping,
    Measure,
    Office,
    Region,
    Standard,
    Theme,
)
from rocb.reference import Counts, Loader, keep

FOLDER = Path(__file__).parent / "data"
THEMES = {
    "harmonized-system": "Harmonized System",
    "valuation": "Valuation",
    "origin": "Rules of origin",
    "ipr": "Intellectual property rights",
    "safe": "SAFE Framework",
    "aeo": "Authorised economic operator",
    "risk-management": "Risk management",
    "pca": "Post-clearance audit",
    "single-window": "Single window",
    "time-release": "Time release study",
    "integrity": "Integrity",
    "human-resources": "Human resources and training",
    "coordinated-border": "Coordinated border management",
    "transit": "Transit",
    "inspection-technology": "Non-intrusive inspection",
    "rkc": "Revised Kyoto Convention",
}


def read(name: str, folder: Path = FOLDER) -> dict[str, Any]:
    """One file of facts."""
    return json.loads((folder / f"{name}.json").read_text())


def first_day(text: str | None) -> date | None:
    """“2004-09” and “2007” begin on their first day."""
    if not text:
        return None
    parts = [int(part) for part in text.split("-")]
    return date(*parts, *([1] * (3 - len(parts))))


def regions() -> Counts:
    rows = read("regions")["regions"]
    names = ("code", "name", "long_name")
    return keep(Region, ["code"], ({name: row[name] for name in names} for row in rows))


def offices() -> Counts:
    known = {region.code: region.pk for region in Region.objects.all()}
    rows = (
        {
            "region_id": known[row["code"]],
            "name": row["office"]["name"],
            "acronym": f"ROCB {row['code']}",
            "iso2": row["office"]["iso2"],
            "city": row["office"]["city"],
            "host": row["office"]["host"],
            "opened_on": first_day(row["office"]["opened"]),
            "website": f"https://{site}" if (site := row["office"]["website"]) else "",
            "time_zone": row["office"]["time_zone"],
        }
        for row in read("regions")["regions"]
    )
    # What an office says of itself, it says on its own settings page.
    own = ("name", "city", "host", "website", "time_zone", "opened_on")
    return keep(Office, ["region_id"], rows, once=own)


def groupings() -> Counts:
    rows = read("members")["groupings"]
    return keep(
        Grouping,
        ["code"],
        ({"code": row["code"], "name": row["code"], "source": row["source"][:300]} for row in rows),
        once=["name"],
    )


def members() -> Counts:
    region = Region.objects.get(code="AP")
    facts = read("members")
    counts = keep(
        Administration,
        ["iso2"],
        (
            {
                "iso2": row["iso2"],
                "iso3": row["iso3"],
                "country_name": row["country"],
                "name": row["name"],
                "region_id": region.pk,
                "wco_group": row["group"],
                "time_zone": row["time_zone"],
                "is_member": row["member"],
                "is_name_verified": row["verified"],
            }
            for row in facts["members"]
        ),
        once=["name", "is_name_verified", "time_zone"],
    )
    group_members(facts)
    return counts


def group_members(facts: dict[str, Any]) -> None:
    """Who belongs to which grouping; memberships that are not in the facts stay."""
    groups = {group.code: group.pk for group in Grouping.objects.all()}
    ids = dict(Administration.objects.values_list("iso2", "pk"))
    link = Administration.groupings.through
    pairs = {
        (ids[iso2], groups[group["code"]])
        for group in facts["groupings"]
        for iso2 in group["members"]
        if iso2 in ids
    }
    pairs |= {
        (ids[row["iso2"]], groups[code]) for row in facts["members"] for code in row["groupings"]
    }
    there = set(link.objects.values_list("administration_id", "grouping_id"))
    link.objects.bulk_create(
        link(administration_id=member, grouping_id=group) for member, group in sorted(pairs - there)
    )


def dated_facts() -> Counts:
    ids = dict(Administration.objects.values_list("iso2", "pk"))
    kinds = AdministrationFact.Kind
    named = {"member": kinds.WCO_MEMBER, "wto": kinds.WTO_MEMBER, "ldc": kinds.LDC,
             "sids": kinds.SIDS, "lldc": kinds.LLDC}  # fmt: skip
    rows = []
    for row in read("members")["members"]:
        for name, kind in named.items():
            if row.get(name):
                since = row.get("wco_from") if kind == kinds.WCO_MEMBER else None
                rows.append(
                    {
                        "administration_id": ids[row["iso2"]],
                        "kind": kind.value,
                        "from_on": date.fromisoformat(since) if since else None,
                        "is_verified": bool(since),
                    }
                )
    return keep(AdministrationFact, ["administration_id", "kind", "from_on"], rows)


def frameworks() -> Counts:
    safe, tfa, rkc = read("safe"), read("tfa"), read("rkc")
    rows = [
        {
            "code": "SAFE",
            "edition": edition["year"],
            "name": safe["name"],
            "note": edition["change"],
            "is_default": edition["year"] == safe["default_edition"],
        }
        for edition in safe["editions"]
    ]
    for code, facts in (("TFA", tfa), ("RKC", rkc)):
        rows.append({"code": code, "edition": facts["edition"], "name": facts["name"]})
    # Which edition new cycles use is the office's choice once it has one.
    return keep(Framework, ["code", "edition"], rows, once=["is_default"])


def standards() -> Counts:
    facts = read("safe")
    ids = {row.edition: row.pk for row in Framework.objects.filter(code="SAFE")}
    rows = [
        {
            "framework_id": ids[year],
            "code": row["code"],
            "pillar": row["pillar"],
            "number": row["number"],
            "title": row["title"],
            "position": position,
            "is_active": row["active"],
            "source": row["confidence"][:300],
        }
        for position, row in enumerate(facts["standards"], 1)
        for year in row["editions"]
        if year in ids
    ]
    # Somebody who has verified a title of the third pillar switches it on by hand.
    return keep(Standard, ["framework_id", "code"], rows, once=["is_active", "title"])


def areas() -> Counts:
    return keep(
        DiagnosticArea,
        ["number"],
        (
            {
                "number": row["number"],
                "title": row["title"],
                "former_title": row.get("former_title", ""),
                "topics": row["suggested_topics"],
            }
            for row in read("diagnostic")["areas"]
        ),
        once=["topics"],
    )


def measures() -> Counts:
    ids = {row.code: row.pk for row in Framework.objects.exclude(code="SAFE")}
    rows = [
        {
            "framework_id": ids[code],
            "code": row["code"],
            "title": row["title"],
            "heading": row["heading"],
            "position": position,
        }
        for code in ("TFA", "RKC")
        for position, row in enumerate(read(code.lower())["measures"], 1)
    ]
    return keep(Measure, ["framework_id", "code"], rows)


def themes() -> Counts:
    return keep(Theme, ["code"], ({"code": code, "name": name} for code, name in THEMES.items()))


LOADERS = (
    Loader("regions", "Regions", regions),
    Loader("offices", "Regional offices", offices),
    Loader("groupings", "Groupings", groupings),
    Loader("members", "Administrations", members),
    Loader("facts", "Dated facts", dated_facts),
    Loader("frameworks", "Frameworks", frameworks),
    Loader("standards", "SAFE standards", standards),
    Loader("areas", "Diagnostic areas", areas),
    Loader("measures", "TFA measures and RKC chapters", measures),
    Loader("themes", "Themes", themes),
)
