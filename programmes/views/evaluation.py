"""Results of several events together."""

from datetime import date
from typing import NamedTuple

from django.db.models import F
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from programmes.filters.surveys import EvaluationFilter
from programmes.models import OF_EVENT, Beat, Question, Survey
from programmes.results import QuestionResult, level_means, with_counts
from programmes.together import together
from programmes.views.surveys import READ
from programmes.workflow import SurveyStatus
from rocb import markup
from rocb.exports import export_rows
from rocb.kept import kept
from rocb.views.house import Page

MOST = 200  # surveys on one page


class Evaluation(Page):
    """What participants said, added up over the events that the filters choose."""

    perm = READ
    title = gettext_lazy("Evaluation of events")
    template_name = "programmes/evaluation.html"

    def breadcrumbs(self):
        return [(_("Surveys"), reverse("programmes:survey-list"))]

    def get(self, request):
        query = request.GET.copy()
        query.setdefault("beat", Beat.END)
        rows = Survey.objects.visible_to(request.user).filter(
            event__isnull=False, status=SurveyStatus.CLOSED
        )
        narrowed = EvaluationFilter(query, queryset=rows, request=request)
        whole = added_up(narrowed)
        if request.GET.get("export") in ("csv", "xlsx"):
            return export_rows(HEADINGS, file_rows(whole), str(self.title), request.GET["export"])
        return self.page(
            {
                "filter": narrowed,
                "filters_active": any(request.GET.get(name) for name in narrowed.form.fields),
                "whole": whole,
                "tiles": tiles(whole),
                "levels": [
                    {
                        "label": str(Question.Level(level).label),
                        "value": mean,
                        "text": f"{mean:.1f}",
                    }
                    for level, mean in level_means(whole.questions)
                ],
                "rows": [event_row(one) for one in whole.lines],
                "columns": COLUMNS,
                "exports": [
                    (label, f"{request.path}?{with_export(request, kind)}")
                    for label, kind in (("CSV", "csv"), ("Excel", "xlsx"))
                ],
                "too_few": ngettext(
                    "%d survey with fewer than three answers is left out.",
                    "%d surveys with fewer than three answers are left out.",
                    whole.too_few,
                )
                % whole.too_few
                if whole.too_few
                else "",
                "beats": OF_EVENT,
                "today": timezone.localdate(),
            }
        )


class Line(NamedTuple):
    """One event of a sum: how many answered, and the mean rating of what was rated first."""

    title: str
    url: str
    ended: date | None
    asked: int
    answered: int
    rate: int | None
    rating: float | None


class Sum(NamedTuple):
    """What the page shows of the surveys that it adds up."""

    questions: list[QuestionResult]
    lines: list[Line]
    too_few: int


def summed(surveys: list[Survey]) -> Sum:
    whole = together(surveys)
    lines = []
    for one in whole.surveys:
        means = level_means(one.questions)
        lines.append(
            Line(
                one.survey.event.title,
                one.survey.get_absolute_url(),
                one.survey.event.ends_on,
                one.asked,
                one.answered,
                one.rate,
                means[0][1] if means else None,
            )
        )
    return Sum(whole.questions, lines, whole.too_few)


def added_up(narrowed: EvaluationFilter) -> Sum:
    """The surveys that the filters choose, the newest first, as one."""
    chosen = narrowed.qs if narrowed.is_valid() else Survey.objects.none()
    surveys = with_counts(Survey.objects.filter(pk__in=chosen.values("pk")))
    surveys = surveys.select_related("event").order_by(F("event__ends_on").desc(), "pk")
    found = list(surveys[:MOST])
    told = tuple((one.pk, one.n_asked, one.n_answered, one.event.title) for one in found)
    return kept("evaluation", lambda: summed(found), told)


HEADINGS = (
    gettext_lazy("Question"),
    gettext_lazy("Level"),
    gettext_lazy("Answer"),
    gettext_lazy("Answers"),
    gettext_lazy("Mean"),
)
COLUMNS = [
    {"label": gettext_lazy("Event"), "numeric": False},
    {"label": gettext_lazy("Ended"), "numeric": False, "nowrap": True},
    {"label": gettext_lazy("Asked of"), "numeric": True},
    {"label": gettext_lazy("Answered"), "numeric": True},
    {"label": gettext_lazy("Rate"), "numeric": True},
    {"label": gettext_lazy("Mean rating"), "numeric": True},
]


def with_export(request, kind: str) -> str:
    query = request.GET.copy()
    query["export"] = kind
    return query.urlencode()


def tiles(whole: Sum) -> list[dict]:
    asked = sum(one.asked for one in whole.lines)
    answered = sum(one.answered for one in whole.lines)
    rate = f"{round(answered * 100 / asked)} %" if asked else "–"
    return [
        {"number": markup.number(len(whole.lines)), "text": _("events with results")},
        {"number": markup.number(asked), "text": _("people asked")},
        {"number": markup.number(answered), "text": _("people answered")},
        {"number": rate, "text": _("response rate")},
    ]


def event_row(one: Line) -> list:
    return [
        markup.link(one.title, one.url),
        markup.day(one.ended),
        markup.number(one.asked),
        markup.number(one.answered),
        "–" if one.rate is None else f"{one.rate} %",
        "–" if one.rating is None else f"{one.rating:.1f}",
    ]


def file_rows(whole):
    """Each question with each answer, added up."""
    for one in whole.questions:
        mean = None if one.mean is None else round(one.mean, 2)
        if not one.bars:
            yield [one.text, one.level_name, "", one.count, mean]
        for bar in one.bars:
            yield [one.text, one.level_name, bar.label, bar.value, mean]
