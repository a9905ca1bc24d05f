"""The tab of an event: its three surveys, and what came of them."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from programmes.actions import keep_beats
from programmes.models import OF_EVENT, Event, Question
from programmes.results import level_means, results_around
from programmes.views.events import EventPage
from programmes.views.surveys import READ, RUN
from programmes.workflow import GATHERING, PAST, SurveyStatus
from rocb import markup
from rocb.views.house import RecordPage


class EventEvaluation(EventPage):
    """Before, at the end, six months later: when each is asked, who answered, what they said."""

    part = "evaluation"
    template_name = "programmes/event_evaluation.html"

    def find(self):
        event = super().find()
        if not (self.request.user.has_perm(READ) and event.shows_trail(self.request.user)):
            raise Http404
        return event

    def facts(self, event):
        return []

    def who_can_see(self, event):
        return [_("The regional office; nobody reads fewer than three answers")]

    def details(self, event):
        found = results_around(event)
        told = {
            beat: found[beat]
            for beat in OF_EVENT
            if beat in found and found[beat].survey.status != SurveyStatus.PLANNED
        }
        may_plan = event.allows(self.request.user, RUN) and event.status in (*GATHERING, *PAST)
        lacks = any(beat not in found for beat in OF_EVENT)
        latest = next((told[beat] for beat in reversed(OF_EVENT) if shows(told.get(beat))), None)
        return {
            "surveys": [
                beat_row(found[beat].survey, told.get(beat)) for beat in OF_EVENT if beat in found
            ],
            "plan_url": reverse("programmes:event-surveys-plan", args=[event.pk])
            if may_plan and lacks
            else "",
            "changes": changes(told),
            "levels": levels(told),
            "latest": latest and latest.survey,
            "questions": latest.questions if latest else [],
        }


def shows(results) -> bool:
    return bool(results and results.counted and not results.is_hidden)


def beat_row(survey, results) -> dict:
    counts = ""
    if results:
        counts = _("%(answered)d of %(asked)d answered") % {
            "answered": results.answered,
            "asked": results.asked,
        }
    return {
        "text": survey.get_beat_display(),
        "url": survey.get_absolute_url(),
        "tag": survey.get_status_display(),
        "tone": markup.tone_of(survey.status),
        "by": ", ".join(filter(None, [markup.days(survey.opens_on, survey.closes_on), counts])),
    }


def changes(told: dict) -> list[dict]:
    """The questions that were asked more than once, with their mean in each beat."""
    means: dict[str, dict] = {}
    texts: dict[str, str] = {}
    for beat, results in told.items():
        if not shows(results):
            continue
        for one in results.questions:
            if one.mean is not None and not one.is_hidden:
                means.setdefault(one.code, {})[beat] = one.mean
                texts.setdefault(one.code, one.text)
    rows = []
    for code, by_beat in means.items():
        if len(by_beat) < 2:
            continue
        found = [by_beat.get(beat) for beat in OF_EVENT]
        known = [mean for mean in found if mean is not None]
        rows.append(
            {
                "text": texts[code],
                "means": ["–" if mean is None else f"{mean:.1f}" for mean in found],
                "change": f"{known[-1] - known[0]:+.1f}",
                "tone": "ok" if known[-1] > known[0] else "neutral",
            }
        )
    return rows


def levels(told: dict) -> list[dict]:
    """Mean rating by level, of what was said once the event was over."""
    after = [told[beat] for beat in OF_EVENT[1:] if shows(told.get(beat))]
    questions = [one for results in after for one in results.questions]
    return [
        {"label": str(Question.Level(level).label), "value": mean, "text": f"{mean:.1f}"}
        for level, mean in level_means(questions)
    ]


class EventSurveysPlan(RecordPage):
    """Plan now what the clock would plan within the hour."""

    perm = RUN
    model = Event
    http_method_names = ["post"]

    def post(self, request, pk):
        event = self.find()
        if not event.allows(request.user, RUN):
            raise PermissionDenied
        count = len(keep_beats(event, by=request.user))
        if count:
            words = ngettext("%d survey is planned.", "%d surveys are planned.", count)
            messages.success(request, words % count)
        else:
            messages.error(
                request,
                _(
                    "Nothing to plan: the event needs dates, a questionnaire must be in use, and the "
                    "days must still be to come."
                ),
            )
        return HttpResponseRedirect(reverse("programmes:event-evaluation", args=[pk]))
