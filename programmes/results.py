"""What the answers say: per question, by level, before and after, over several events.

Without names, fewer than three answers are never shown, nor can they be had by subtraction: a group
is only broken down when every part of it has three or more (or none), several events are only added
up from parts that could be shown alone, and what comes in after a reopening waits until three more
have come (`Response.is_counted`).
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from statistics import fmean
from typing import Any

from django.db.models import Count, Q, QuerySet
from django.utils.translation import gettext as _

from programmes.actions.surveys import FEWEST
from programmes.asking import words
from programmes.forms.answers import RATINGS
from programmes.models import OF_EVENT, Question, Response, Survey
from rocb.models import Person
from rocb.models.alphabet import az

Kind = Question.Kind
SCALED = (Kind.RATING, Kind.NUMBER)
# (gender, administration, answers) of one response.
Row = tuple[str, str, dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Bar:
    """How often one answer was given."""

    label: str
    value: int


@dataclass(slots=True)
class QuestionResult:
    """What was answered to one question. `is_hidden`: by so few that it is not told."""

    code: str
    text: str
    kind: str
    level: int | None
    count: int = 0
    is_hidden: bool = False
    mean: float | None = None
    bars: list[Bar] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    groups: list[tuple[str, int, float]] = field(default_factory=list)
    before: float | None = None

    @property
    def chart(self) -> list[dict[str, Any]]:
        """Its bars as components/bar_chart.html takes them."""
        return [{"label": bar.label, "value": bar.value} for bar in self.bars]

    @property
    def mean_text(self) -> str:
        return "" if self.mean is None else f"{self.mean:.1f}"

    @property
    def change(self) -> str:
        """How the mean moved since before the event: +0.8."""
        if self.mean is None or self.before is None:
            return ""
        return f"{self.mean - self.before:+.1f}"

    @property
    def level_name(self) -> str:
        return str(Question.Level(self.level).label) if self.level else ""


@dataclass(slots=True)
class Results:
    """One survey as far as it may be told. `rows` are the answers themselves, for named ones only."""

    survey: Survey
    asked: int
    answered: int
    rows: list[Row] = field(repr=False)
    questions: list[QuestionResult]

    @property
    def counted(self) -> int:
        return len(self.rows)

    @property
    def is_hidden(self) -> bool:
        """Whether so few answers count that nothing is told."""
        return not self.survey.is_named and self.counted < FEWEST

    @property
    def held_back(self) -> int:
        """Answers that came too late and alone to be told."""
        return max(0, self.answered - self.counted)

    @property
    def rate(self) -> int | None:
        return round(self.answered * 100 / self.asked) if self.asked else None


def results_of(survey: Survey) -> Results:
    """Everything that may be told of one survey, beside what was said before; two queries."""
    wanted = Q(pk=survey.pk)
    if survey.beat in OF_EVENT[1:]:
        wanted |= Q(event=survey.event_id, beat=OF_EVENT[0])
    found = told(list(with_counts(Survey.objects.filter(wanted))))
    compare(found)
    mine = next(one for one in found if one.survey.pk == survey.pk)
    mine.survey = survey
    return mine


def results_around(event) -> dict[str, Results]:
    """What may be told of each survey around an event, by its beat; two queries."""
    surveys = with_counts(event.surveys.select_related("event", "office"))
    found = told(list(surveys))
    compare(found)
    return {one.survey.beat: one for one in found}


def told(surveys: Sequence[Survey]) -> list[Results]:
    """Each survey as far as it may be told; `surveys` carry `n_asked`, `n_answered`. One query.

    The answers that count, in no order that tells anything.
    """
    by_survey: dict[int, list[Row]] = {survey.pk: [] for survey in surveys}
    rows = Response.objects.filter(survey__in=by_survey, is_counted=True).order_by("pk")
    for pk, *row in rows.values_list(
        "survey_id", "gender", "administration__country_name", "answers"
    ):
        by_survey[pk].append(tuple(row))
    return [
        Results(
            survey,
            survey.n_asked,
            survey.n_answered,
            by_survey[survey.pk],
            summed(survey, by_survey[survey.pk]),
        )
        for survey in surveys
    ]


def summed(survey: Survey, rows: Sequence[Row]) -> list[QuestionResult]:
    fewest = 0 if survey.is_named else FEWEST
    return [result_of(one, rows, fewest) for one in survey.content.get("questions", [])]


def result_of(question: dict[str, Any], rows: Sequence[Row], fewest: int) -> QuestionResult:
    code, kind = question["code"], question["kind"]
    given = [(gender, answers[code]) for gender, _member, answers in rows if code in answers]
    result = QuestionResult(code, words(question["text"]), kind, question["level"], len(given))
    if len(given) < max(fewest, 1):
        result.is_hidden = bool(fewest)
        result.count = 0 if fewest else len(given)
        return result
    values = [value for _gender, value in given]
    if kind == Kind.TEXT:
        # By the alphabet: the order of the answers would tell which belong to one person.
        result.texts = sorted((str(value) for value in values), key=az)
        return result
    result.bars = bars_of(question, values)
    if kind in SCALED:
        result.mean = fmean(values)
        result.groups = by_gender(given, fewest)
    return result


def bars_of(question: dict[str, Any], values: list) -> list[Bar]:
    kind = question["kind"]
    if kind == Kind.NUMBER:
        return []
    if kind == Kind.YES_NO:
        return [Bar(_("Yes"), values.count(True)), Bar(_("No"), values.count(False))]
    if kind == Kind.RATING:
        return [Bar(str(label), values.count(int(value))) for value, label in RATINGS]
    flat = [one for value in values for one in (value if isinstance(value, list) else [value])]
    times = Counter(flat)
    return [Bar(label, times[at]) for at, label in enumerate(words(question["options"]))]


def by_gender(given: list[tuple[str, Any]], fewest: int) -> list[tuple[str, int, float]]:
    """(group, answers, mean) of women and men, if no part of the whole is too small to be told."""
    parts: dict[str, list] = {}
    for gender, value in given:
        parts.setdefault(gender, []).append(value)
    told = [key for key in (Person.Gender.WOMAN, Person.Gender.MAN) if key in parts]
    if len(told) < 2 or any(len(values) < max(fewest, FEWEST) for values in parts.values()):
        return []
    names = {Person.Gender.WOMAN: _("Women"), Person.Gender.MAN: _("Men")}
    return [(names[key], len(parts[key]), fmean(parts[key])) for key in told]


def compare(results: Sequence[Results]) -> None:
    """Put the mean before the event beside each later question with the same code."""
    before = next((one for one in results if one.survey.beat == OF_EVENT[0]), None)
    if before is None:
        return
    means = {one.code: one.mean for one in before.questions}
    for later in results:
        if later is not before:
            for one in later.questions:
                one.before = means.get(one.code)


def level_means(questions: Iterable[QuestionResult]) -> list[tuple[int, float]]:
    """(level, mean rating) of the questions that may be told, each weighted by its answers."""
    sums: dict[int, list[float]] = {}
    for one in questions:
        if one.level and one.kind == Kind.RATING and one.mean is not None:
            sums.setdefault(one.level, [0.0, 0.0])
            sums[one.level][0] += one.mean * one.count
            sums[one.level][1] += one.count
    return [(level, total / count) for level, (total, count) in sorted(sums.items())]


def with_counts(surveys: QuerySet) -> QuerySet:
    """Adds how many were asked and have answered."""
    answered = Count("respondents", filter=Q(respondents__has_answered=True))
    return surveys.annotate(n_asked=Count("respondents"), n_answered=answered)
