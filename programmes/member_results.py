"""What a member reads of a survey that it answered: its own words, and the region's numbers."""

from dataclasses import dataclass
from typing import Any

from programmes.actions.surveys import FEWEST
from programmes.models import YEARLY, Question, Survey
from programmes.results import QuestionResult, Row, result_of
from programmes.results_file import in_words
from programmes.workflow import SurveyStatus
from rocb.models import Administration


@dataclass(frozen=True, slots=True)
class OwnResult:
    """One question: what this member answered, and what all together did as far as it may be told."""

    mine: str
    region: QuestionResult

    @property
    def is_told(self) -> bool:
        """Whether numbers of the region may stand beside it; what others wrote in words never does."""
        return self.region.kind != Question.Kind.TEXT


def answered_by(member_id: int):
    """The yearly surveys that a member has answered, the newest first."""
    mine = Survey.objects.filter(beat__in=YEARLY, responses__administration=member_id)
    return mine.order_by("-closes_on", "-pk")


def results_for(survey: Survey, member: Administration) -> list[OwnResult]:
    """One query. Numbers of the region are told once the survey has closed.

    A reader could take the own answer away from a total, so one answer more is needed than elsewhere.
    """
    own: dict[str, Any] = {}
    rows: list[Row] = []
    answers_in = survey.responses.filter(is_counted=True)
    for pk, answers in answers_in.values_list("administration_id", "answers"):
        rows.append(("", "", answers))
        own = answers if pk == member.pk else own
    told = rows if survey.status == SurveyStatus.CLOSED else []
    found = []
    for question in survey.content.get("questions", []):
        value = in_words(question, own.get(question["code"]))
        is_text = question["kind"] == Question.Kind.TEXT
        region = result_of(question, [] if is_text else told, FEWEST + 1)
        mine = "" if value is None else f"{value:g}" if isinstance(value, float) else str(value)
        found.append(OwnResult(mine, region))
    return found
