"""Several surveys added up from what each may tell alone, and the few figures that others are told."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from programmes.models import OF_EVENT, Beat, Question, Survey
from programmes.results import Bar, Kind, QuestionResult, Results, level_means, told, with_counts


@dataclass(slots=True)
class Together:
    """Several surveys of one beat, added up from what each may tell alone."""

    surveys: list[Results]
    questions: list[QuestionResult]
    too_few: int = 0

    @property
    def asked(self) -> int:
        return sum(one.asked for one in self.surveys)

    @property
    def answered(self) -> int:
        return sum(one.answered for one in self.surveys)

    @property
    def rate(self) -> int | None:
        return round(self.answered * 100 / self.asked) if self.asked else None


def together(surveys: Sequence[Survey]) -> Together:
    """Add up surveys by the codes of their questions; `surveys` carry `n_asked`, `n_answered`.

    One query. A survey with fewer than three answers is counted in `too_few` and left out; so is a
    question that one of them may not tell.
    """
    found = told(surveys)
    shown = [one for one in found if not one.is_hidden and one.counted]
    questions = added([question for one in shown for question in one.questions])
    return Together(shown, questions, len(found) - len(shown))


def added(questions: Iterable[QuestionResult]) -> list[QuestionResult]:
    """Results of the same code and kind made one; texts stay with their own event."""
    whole: dict[tuple[str, str], QuestionResult] = {}
    for one in questions:
        if one.is_hidden or one.kind == Kind.TEXT or not one.count:
            continue
        key = (one.code, one.kind)
        if key not in whole:
            whole[key] = QuestionResult(
                one.code, one.text, one.kind, one.level, one.count, mean=one.mean, bars=one.bars
            )
            continue
        sum_up(whole[key], one)
    return list(whole.values())


def sum_up(into: QuestionResult, one: QuestionResult) -> None:
    if into.mean is not None and one.mean is not None:
        count = into.count + one.count
        into.mean = (into.mean * into.count + one.mean * one.count) / count
    times = Counter({bar.label: bar.value for bar in into.bars})
    times.update({bar.label: bar.value for bar in one.bars})
    labels = dict.fromkeys([bar.label for bar in (*into.bars, *one.bars)])
    into.bars = [Bar(label, times[label]) for label in labels]
    into.count += one.count


def headlines(events: Iterable[int]) -> dict[int, dict[str, Any]]:
    """The few figures of each event that may be told outside the office, by its id. Two queries.

    `answered` and `asked` at the end of it, the mean rating (1 to 5), and of the survey six months
    later the share (%) that has used what was learnt. Events without any are left out.
    """
    after = Survey.objects.filter(event__in=list(events), beat__in=OF_EVENT[1:])
    found: dict[int, dict[str, Any]] = {}
    for one in together(list(with_counts(after))).surveys:
        figures = found.setdefault(one.survey.event_id or 0, {})
        if one.survey.beat == Beat.END:
            means = dict(level_means(one.questions))
            reaction = means.get(Question.Level.REACTION)
            figures |= {"asked": one.asked, "answered": one.answered, "reaction": reaction}
            continue
        used = next((row for row in one.questions if row.code == "applied"), None)
        if used and used.bars and used.kind == Kind.YES_NO:
            figures["applied"] = round(used.bars[0].value * 100 / used.count)
            figures["applied_of"] = used.count
    return found


def headline(event) -> dict[str, Any] | None:
    """The figures of one event, as `headlines` tells them; None without any."""
    return headlines([event.pk]).get(event.pk)
