"""Finding the table of names in a list, and understanding its rows; nothing is looked up here.

Columns are known by their headings, in any order, in English or French.
"""

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _

from programmes.models import Nomination
from rocb.sheets import Sheet, Value
from rocb.tables import Parsed, Table, find_table, meanings, normal, read_tables, words_of

HEADINGS = {
    "member": "member,administration,country,member administration,economy,membre,pays",
    "family_name": "family name,surname,last name,family,nom,nom de famille,lastname",
    "given_name": "given name,first name,forename,given,prenom,firstname",
    "name": "name,full name,nominee,participant,nom complet,nom et prenom,nominee name",
    "gender": "gender,sex,sexe,genre",
    "email": "e mail,email,mail,e mail address,email address,courriel,adresse electronique",
    "phone": "telephone,phone,tel,mobile,telephone number",
    "position": "position,title,job title,post,rank in service,function,fonction,poste,titre",
    "unit": "unit,department,division,section,office,service,unite",
    "language": "language,english,command of english,language level,langue,anglais,niveau de langue",
    "has_course": "e learning,elearning,course finished,e learning finished,online course,"
    "formation en ligne",
    "is_self_funded": "self funded,pays own way,own funding,autofinance",
    "motivation": "motivation,why,why this person,reason,remark,remarque",
    "needs": "need,dietary need,diet,dietary,accessibility,special need,besoin,regime",
}
FIELDS = words_of(HEADINGS)
LIMITS = {"phone": 60, "motivation": 2000, "needs": 500, "position": 160, "unit": 160}
YES = {"yes", "y", "oui", "o", "x", "true", "1", "done", "finished"}
NO = {"", "no", "n", "non", "false", "0", "not yet"}
GENDERS = {
    **dict.fromkeys(("w", "f", "woman", "female", "femme", "ms", "mrs", "mme"), "w"),
    **dict.fromkeys(("m", "man", "male", "homme", "mr", "h"), "m"),
    "": "",
}


class NoList(Exception):
    """No table of names was found. The message is a sentence for its sender."""


def parse(sheets: list[Sheet]) -> tuple[list[Parsed], list[str]]:
    """All rows of all tables of names, and remarks. Raises NoList."""
    found = read_tables(sheets, find_names, rows_of)
    if found is None:
        raise NoList(
            _(
                "No table of names was found. The first row holds headings: “Family name” "
                "and at least one more, such as “Given name” or “E-mail”."
            )
        )
    return found


def find_names(sheet: Sheet) -> Table | None:
    return find_table(sheet, FIELDS, "family_name") or find_table(sheet, FIELDS, "name")


def rows_of(table: Table) -> list[Parsed]:
    return [row_of(table, number, cells) for number, cells in table.rows()]


def row_of(table: Table, number: int, cells: dict[str, Value]) -> Parsed:
    places = {name: table.where(number, name) for name in table.columns}
    name = "family_name" if "family_name" in places else "name"
    parsed = Parsed(where=places[name], places=places)
    for field_name, value in cells.items():
        try:
            parsed.values[field_name] = READ.get(field_name, text)(field_name, value)
        except ValidationError as error:
            parsed.problems[field_name] = error.messages[0]
    if "name" in parsed.values and not parsed.values.get("family_name"):
        given, family = split(parsed.values["name"])
        parsed.values |= {
            "given_name": parsed.values.get("given_name") or given,
            "family_name": family,
        }
    parsed.values.pop("name", None)
    if not parsed.values.get("family_name") and not parsed.problems:
        parsed.problems[name] = _("The family name is missing.")
    return parsed


def split(name: str) -> tuple[str, str]:
    """A full name in its two parts: what is in capitals is the family's, else the last word."""
    words = name.split()
    capitals = [word for word in words if len(word) > 1 and word.isupper()]
    if capitals and len(capitals) < len(words):
        return " ".join(word for word in words if word not in capitals), " ".join(capitals)
    return " ".join(words[:-1]), words[-1] if words else ""


def text(name: str, value: Value) -> str:
    """Text that fits its field. Raises ValidationError."""
    found = " ".join(str(value if value is not None else "").replace("\x00", "").split())
    limit = LIMITS.get(name, 120)
    if len(found) > limit:
        raise ValidationError(
            _("The text has %(length)s characters; at most %(limit)s fit. Shorten it.")
            % {"length": len(found), "limit": limit}
        )
    return found


def email(name: str, value: Value) -> str:
    found = text(name, value).lower()
    if found:
        try:
            validate_email(found)
        except ValidationError:
            raise ValidationError(_("“%s” is not an e-mail address.") % found[:60]) from None
    return found


def gender(name: str, value: Value) -> str:
    words = normal(value) if value is not None else ""
    if words not in GENDERS:
        raise ValidationError(
            _("“%s” is not understood: write woman, man, or nothing.") % str(value)[:40]
        )
    return GENDERS[words]


def language(name: str, value: Value) -> str:
    words = normal(value) if value is not None else ""
    known = {
        "": "",
        "good": "working",
        "native": "fluent",
        "excellent": "fluent",
        **meanings(Nomination.English),
    }
    if words not in known:
        raise ValidationError(
            _("“%s” is not understood: write fluent, working, basic, or nothing.") % str(value)[:40]
        )
    return known[words]


def flag(name: str, value: Value) -> bool:
    words = normal(value) if value is not None else ""
    if words not in YES | NO:
        raise ValidationError(_("“%s” is not understood: write yes or no.") % str(value)[:40])
    return words in YES


READ = {
    "email": email,
    "gender": gender,
    "language": language,
    "has_course": flag,
    "is_self_funded": flag,
}
