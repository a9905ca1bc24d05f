"""The house's own questionnaires, in English and French: one for each beat.

They follow the five levels that the WCO adopted in 2021 (reaction, learning, behaviour, results,
return on investment) and the steps of the yearly follow-up survey as the office has published them.
The wording of the questions is the portal's own: none has been published.
"""

import json
from pathlib import Path

from programmes.models import Question, Questionnaire
from rocb.reference import Counts, keep

FILE = Path(__file__).parent / "data" / "questionnaires.json"
NO_WORDS: dict[str, object] = {"help": "", "help_fr": "", "options": [], "options_fr": []}


def questionnaires() -> Counts:
    facts = json.loads(FILE.read_text())
    head = [{key: value for key, value in one.items() if key != "questions"} for one in facts]
    counts = keep(
        Questionnaire,
        ["office_id", "beat"],
        ({**one, "office_id": None, "is_default": True} for one in head),
        once=["is_default"],
    )
    ids = dict(Questionnaire.objects.filter(office=None).values_list("beat", "pk"))
    rows = (
        {**NO_WORDS, **question, "position": place, "questionnaire_id": ids[one["beat"]]}
        for one in facts
        for place, question in enumerate(one["questions"], 1)
    )
    more = keep(Question, ["questionnaire_id", "code"], rows)
    return Counts(
        counts.added + more.added,
        counts.changed + more.changed,
        counts.unchanged + more.unchanged,
    )
