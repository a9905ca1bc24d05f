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
    "harmonized-system": ("Harmonized System", "Système harmonisé"),
    "valuation": ("Valuation", "Évaluation en douane"),
    "origin": ("Rules of origin", "Règles d’origine"),
    "ipr": ("Intellectual property rights", "Droits de propriété intellectuelle"),
    "safe": ("SAFE Framework", "Cadre SAFE"),
    "aeo": ("Authorised economic operator", "Opérateur économique agréé"),
    "risk-management": ("Risk management", "Gestion des risques"),
    "pca": ("Post-clearance audit", "Contrôle après dédouanement"),
    "single-window": ("Single window", "Guichet unique"),
    "time-release": ("Time release study", "Étude du temps nécessaire à la mainlevée"),
    "integrity": ("Integrity", "Intégrité"),
    "human-resources": ("Human resources and training", "Ressources humaines et formation"),
    "coordinated-border": ("Coordinated border management", "Gestion coordonnée des frontières"),
    "transit": ("Transit", "Transit"),
    "inspection-technology": ("Non-intrusive inspection", "Inspection non intrusive"),
    "rkc": ("Revised Kyoto Convention", "Convention de Kyoto révisée"),
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
    names = ("code", "name_en", "name_fr", "long_name_en", "long_name_fr")
    facts = ({name: row[name.removesuffix("_en")] for name in names} for row in rows)
    return keep(Region, ["code"], facts)


def offices() -> Counts:
    known = {region.code: region.pk for region in Region.objects.all()}
    rows = (
        {
            "region_id": known[row["code"]],
            "name_en": row["office"]["name"],
            "name_fr": row["office"]["name_fr"],
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
    own = ("name_en", "city", "host", "website", "time_zone", "opened_on")
    return keep(Office, ["region_id"], rows, once=own, where_empty=["name_fr"])


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
                "country_name_en": row["country"],
                "country_name_fr": row["country_fr"],
                "name_en": row["name"],
                "region_id": region.pk,
                "wco_group": row["group"],
                "time_zone": row["time_zone"],
                "is_member": row["member"],
                "is_name_verified": row["verified"],
            }
            for row in facts["members"]
        ),
        once=["name_en", "is_name_verified", "time_zone"],
        where_empty=["country_name_fr"],
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
            "name_en": safe["name"],
            "name_fr": safe["name_fr"],
            "note": edition["change"],
            "is_default": edition["year"] == safe["default_edition"],
        }
        for edition in safe["editions"]
    ]
    for code, facts in (("TFA", tfa), ("RKC", rkc)):
        names = {"name_en": facts["name"], "name_fr": facts["name_fr"]}
        rows.append({"code": code, "edition": facts["edition"], **names})
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
            "title_en": row["title"],
            "title_fr": row["title_fr"],
            "position": position,
            "is_active": row["active"],
            "source": row["confidence"][:300],
        }
        for position, row in enumerate(facts["standards"], 1)
        for year in row["editions"]
        if year in ids
    ]
    # Somebody who has verified a title of the third pillar switches it on by hand.
    once = ["is_active", "title_en"]
    return keep(Standard, ["framework_id", "code"], rows, once=once, where_empty=["title_fr"])


def areas() -> Counts:
    return keep(
        DiagnosticArea,
        ["number"],
        (
            {
                "number": row["number"],
                "title_en": row["title"],
                "title_fr": row["title_fr"],
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
            "title_en": row["title"],
            "title_fr": row["title_fr"],
            "heading_en": row["heading"],
            "heading_fr": row["heading_fr"],
            "position": position,
        }
        for code in ("TFA", "RKC")
        for position, row in enumerate(read(code.lower())["measures"], 1)
    ]
    return keep(Measure, ["framework_id", "code"], rows)


def themes() -> Counts:
    rows = (
        {"code": code, "name_en": english, "name_fr": french}
        for code, (english, french) in THEMES.items()
    )
    return keep(Theme, ["code"], rows)


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
