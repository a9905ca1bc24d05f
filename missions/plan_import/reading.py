"""Finding the table of actions in a file, and understanding its rows.

Columns are known by their headings, in any order, in English or French; titles above, extra columns
and cells merged downwards are taken as they come. Each problem is named by sheet, cell and reason.
"""

import re

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from missions.models import Action
from missions.models.choices import TEXT_LIMIT
from missions.plan_import.cells import day_from, money_from
from missions.workbook.words import values_by_word
from rocb.sheets import Sheet, Value
from rocb.tables import Parsed, Table, find_table, normal, read_tables, words_of

HEADINGS = {
    "number": "no,nr,number,num,action no,action number,ref,reference,numero,n,item,item no,id",
    "title": "action,activity,title,measure,task,action title,description,action to be taken,"
    "planned action,proposed action,activite,mesure,intitule,action a entreprendre",
    "expected_result": "expected result,result,output,expected output,outcome,expected outcome,"
    "deliverable,objective,resultat attendu,resultat,objectif",
    "responsible_unit": "responsible,responsible unit,unit,department,division,lead,lead unit,"
    "responsible office,responsible party,who,responsable,unite responsable,service responsable",
    "current_due_on": "due,due date,deadline,target date,completion date,date,by when,time frame,"
    "timeframe,timeline,end date,target completion date,echeance,date limite,date prevue",
    "cost": "cost,estimated cost,budget,amount,cost estimate,cout,cout estime,montant",
    "currency": "currency,devise,monnaie",
    "support_needed": "support,support needed,support required,assistance,assistance needed,"
    "help needed,type of support,appui,appui necessaire,soutien,assistance requise",
    "recommendations": "recommendation,rec,recommendation no,recommendation number,recommandation",
    "standards": "standard,safe standard,norme,norme safe",
}
FIELDS = words_of(HEADINGS)


class NoPlan(Exception):
    """The file holds no table of actions. The message is a sentence for its sender."""


def parse(sheets: list[Sheet]) -> tuple[list[Parsed], list[str]]:
    """All rows of all tables of actions in a file, and remarks. Raises NoPlan."""
    found = read_tables(sheets, lambda sheet: find_table(sheet, FIELDS, "title"), rows_of)
    if found is None:
        raise NoPlan(
            _(
                "No table of actions was found. It needs a row of headings with at least “Action” "
                "and one more, such as “Due date” or “Responsible”."
            )
        )
    mark_duplicates(found[0])
    return found


def rows_of(table: Table) -> list[Parsed]:
    found = []
    for number, cells in table.rows():
        filled = [value for value in table.sheet.rows[number] if value is not None]
        if len(filled) == 1 and cells.get("title") is None:
            continue  # the title of a section
        places = {name: table.where(number, name) for name in table.columns}
        parsed = Parsed(where=places["title"], places=places)
        understand(parsed, cells)
        found.append(parsed)
    return found


def understand(parsed: Parsed, cells: dict[str, Value]) -> None:
    """Fill in `values` and `problems` of one row."""
    for name, value in cells.items():
        try:
            if name == "cost":
                amount, currency = money_from(value)
                parsed.values["cost"] = None if amount is None else str(amount)
                if currency:
                    parsed.values.setdefault("currency", currency)
            else:
                parsed.values[name] = READ[name](name, value)
        except ValidationError as error:
            parsed.problems[name] = error.messages[0]
    if not parsed.values.get("currency"):
        parsed.values.pop("currency", None)
    if not parsed.values.get("title") and "title" not in parsed.problems:
        parsed.problems["title"] = _("The action has no text.")


def text(name: str, value: Value) -> str:
    """Text that fits its field. Raises ValidationError."""
    if value is None:
        return ""
    found = str(value).replace("\r\n", "\n").replace("_x000D_", "").strip()
    if "\x00" in found:
        raise ValidationError(_("The text holds a character that cannot be stored (a null byte)."))
    limit = getattr(Action._meta.get_field(name), "max_length", None) or TEXT_LIMIT
    if len(found) > limit:
        raise ValidationError(
            _("The text has %(length)s characters; at most %(limit)s fit. Shorten it.")
            % {"length": len(found), "limit": limit}
        )
    return found


def due(name: str, value: Value) -> str | None:
    day = day_from(value)
    return day.isoformat() if day else None


def support(name: str, value: Value) -> str:
    words = normal(value) if value is not None else ""
    if words in ("", "no", "nil", "n a", "na", "non", "aucun"):
        return "none"
    known = values_by_word("support_needed")
    if words not in known:
        raise ValidationError(
            _(
                "“%(value)s” is not a kind of support: expertise, training, equipment, funding or none."
            )
            % {"value": str(value)[:40]}
        )
    return known[words]


def currency(name: str, value: Value) -> str:
    found = str(value or "").strip().upper()
    if found and not re.fullmatch("[A-Z]{3}", found):
        raise ValidationError(
            _("“%s” is not a currency: write three letters, like USD.") % found[:40]
        )
    return found


def several(name: str, value: Value) -> list[str]:
    """Numbers or codes, separated by commas, semicolons or lines."""
    return [part.strip() for part in re.split(r"[;,\n]+", str(value or "")) if part.strip()]


READ = {
    "number": text,
    "title": text,
    "expected_result": text,
    "responsible_unit": text,
    "current_due_on": due,
    "support_needed": support,
    "currency": currency,
    "recommendations": several,
    "standards": several,
}


def mark_duplicates(rows: list[Parsed]) -> None:
    """The same number twice is wrong in both places, and each names the other."""
    first: dict[str, Parsed] = {}
    for row in rows:
        number = row.values.get("number")
        if not number:
            continue
        if number in first:
            other = first[number]
            sentence = _("The number “%(number)s” stands in the file twice, also in %(where)s.")
            here, there = row.places["number"], other.places["number"]
            row.problems["number"] = sentence % {"number": number, "where": there}
            other.problems.setdefault("number", sentence % {"number": number, "where": here})
        else:
            first[number] = row
