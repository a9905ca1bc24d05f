"""Results of a survey as rows of a file."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _

from programmes.asking import words
from programmes.forms.answers import RATINGS, YES_NO
from programmes.models import Question
from programmes.results import Results
from rocb.models.alphabet import az

Kind = Question.Kind


def headings_of(results: Results) -> list[str]:
    if results.survey.is_named:
        questions = results.survey.content.get("questions", [])
        return [_("Member"), *(words(one["text"]) for one in questions)]
    return [_("Question"), _("Level"), _("Answer"), _("Answers"), _("Mean")]


def rows_of_file(results: Results) -> Iterator[list[Any]]:
    """One row for each administration; without names one for each possible answer, added up.

    Single answers without a name never stand in one row: together they would tell who it was.
    """
    if results.survey.is_named:
        yield from named_rows(results)
        return
    if results.is_hidden:
        return
    for one in results.questions:
        if one.is_hidden:
            yield [one.text, one.level_name, _("too few answers to be shown"), None, None]
            continue
        mean = round(one.mean, 2) if one.mean is not None else None
        if not one.bars and not one.texts:
            yield [one.text, one.level_name, "", one.count, mean]
        for bar in one.bars:
            yield [one.text, one.level_name, bar.label, bar.value, mean]
        for text in one.texts:
            yield [one.text, one.level_name, text, None, None]


def named_rows(results: Results) -> Iterator[list[Any]]:
    questions = results.survey.content.get("questions", [])
    for _gender, member, answers in sorted(results.rows, key=lambda row: az(row[1] or "")):
        yield [member or "", *(in_words(one, answers.get(one["code"])) for one in questions)]


def in_words(question: dict, value) -> Any:
    """One stored answer as its reader would say it."""
    kind = question["kind"]
    if value is None:
        return None
    if kind == Kind.RATING:
        return str(dict(RATINGS)[str(value)])
    if kind == Kind.YES_NO:
        return str(dict(YES_NO)["yes" if value else "no"])
    if kind in (Kind.CHOICE, Kind.CHOICES):
        options = words(question["options"])
        chosen = value if isinstance(value, list) else [value]
        return "; ".join(options[at] for at in chosen if at < len(options))
    return value
