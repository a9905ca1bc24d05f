"""Surveys: the register, one survey with its results and who was asked, its steps, and files."""

from django.db.models import Case, Value, When
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from programmes.actions import people_of
from programmes.actions.nudging import MOST_NUDGES, to_nudge
from programmes.actions.respondents import missing_members
from programmes.actions.surveys import FEWEST
from programmes.asking import state_of
from programmes.filters.surveys import SurveyFilter
from programmes.models import Beat, Survey
from programmes.results import results_of, with_counts
from programmes.workflow import SURVEY, SurveyStatus
from rocb import markup
from rocb.views.house import (
    Column,
    DetailPage,
    ListPage,
)

READ, RUN = "programmes.view_survey", "programmes.run_survey"
# What is under way, what has come in, what is still to come.
OPEN_FIRST = Case(
    When(status=SurveyStatus.OPEN, then=Value(0)),
    When(status=SurveyStatus.CLOSED, then=Value(1)),
    default=Value(2),
)


class SurveyList(ListPage):
    perm = READ
    model = Survey
    title = gettext_lazy("Surveys")
    template_name = "programmes/survey_list.html"
    filterset_class = SurveyFilter
    ordering = (OPEN_FIRST, "-opens_on", "-pk")
    columns = (
        Column("title", gettext_lazy("Survey"), link="programmes:survey-detail"),
        Column("beat", gettext_lazy("Asked"), choices=Beat),
        Column("opens", gettext_lazy("Opens"), "opens_on", kind="day"),
        Column("closes", gettext_lazy("Closes"), "closes_on", kind="day"),
        Column("asked", gettext_lazy("Asked of"), "n_asked", kind="number"),
        Column("answered", gettext_lazy("Answered"), "n_answered", kind="number"),
        Column("status", gettext_lazy("Status"), kind="tag", choices=SurveyStatus),
    )
    create = (RUN, "programmes:survey-create", gettext_lazy("New yearly survey"))
    empty = {
        "title": gettext_lazy("No survey yet"),
        "text": gettext_lazy(
            "The surveys around an event are planned when it is announced. Yearly ones begin here."
        ),
    }

    def rows(self):
        return with_counts(super().rows())

    def count_label(self, count):
        return ngettext("%d survey", "%d surveys", count) % count


class SurveyRecord:
    model = Survey

    def queryset(self):
        return super().queryset().select_related("event", "office", "questionnaire")

    def breadcrumbs(self):
        survey = getattr(self, "record", None)
        if survey is None:
            return [(_("Surveys"), reverse("programmes:survey-list"))]
        return [
            (_("Surveys"), reverse("programmes:survey-list")),
            (survey.title, survey.get_absolute_url()),
        ]

    def cancel_url(self):
        record = getattr(self, "record", None)
        return record.get_absolute_url() if record else reverse("programmes:survey-list")


class SurveyDetail(SurveyRecord, DetailPage):
    perm = READ
    kicker = gettext_lazy("Survey")
    template_name = "programmes/survey_detail.html"
    workflow = SURVEY
    step_url = "programmes:survey-step"

    def tab_names(self):
        return [
            ("", _("Results")),
            ("who", _("Who was asked")),
            ("past", _("History, comments, files")),
        ]

    def links(self, survey):
        found = []
        if survey.status != SurveyStatus.CLOSED and survey.allows(self.request.user, RUN):
            found.append((_("Edit"), reverse("programmes:survey-edit", args=[survey.pk])))
        return found

    def facts(self, survey):
        event = survey.event
        return [
            (_("Asked"), survey.get_beat_display()),
            (_("Event"), event and markup.link(event.title, event.get_absolute_url())),
            (_("From"), markup.weekday(survey.opens_on)),
            (_("Until"), markup.weekday(survey.closes_on)),
            (
                _("Questionnaire"),
                markup.link(survey.questionnaire.title, survey.questionnaire.get_absolute_url()),
            ),
            (
                _("Answers"),
                _("in the name of the administration")
                if survey.is_named
                else _("without a name, not even for the office"),
            ),
        ]

    def who_can_see(self, survey):
        return [
            _("The regional office and the WCO Secretariat"),
            _("Nobody reads fewer than three answers")
            if not survey.is_named
            else _("Which administration answered what: the office and the Secretariat"),
        ]

    def details(self, survey):
        if self.tab == "who":
            return self.who(survey)
        if self.tab:
            return {}
        if survey.status == SurveyStatus.PLANNED:
            return self.outlook(survey)
        return shown(survey)

    def outlook(self, survey) -> dict:
        """Before it opens: whom it would ask today."""
        people = people_of(survey)
        return {
            "is_planned": True,
            "preview": {
                "count": len(people),
                "missing": missing_members(survey, people),
                "no_address": [one.full_name for one, _member in people if not one.email],
            },
            "preview_url": reverse(
                "programmes:questionnaire-preview", args=[survey.questionnaire_id]
            ),
        }

    def who(self, survey) -> dict:
        asked = survey.respondents.order_by(
            "has_answered", "person__family_name__az", "person__given_name__az", "pk"
        ).values_list(
            "person__given_name",
            "person__family_name",
            "person__email",
            "administration__country_name",
            "has_answered",
            "nudges",
        )
        rows, answered, waiting = list(asked), _("answered"), _("not yet")
        people = [
            [
                f"{given} {family}".strip(),
                member or "",
                markup.tag(answered, "ok") if done else markup.tag(waiting, "neutral"),
                markup.number(nudges) if nudges else "",
                "" if email else markup.tag(_("no address"), "warn"),
            ]
            for given, family, email, member, done, nudges in rows
        ]
        labels = (_("Name"), _("Member"), _("Answer"), _("Reminded"), "")
        may = survey.allows(self.request.user, RUN) and not state_of(survey, timezone.now())
        count = to_nudge(survey, timezone.now()).count() if may else 0
        return {
            "people": people,
            "columns": [{"label": label, "numeric": False} for label in labels],
            "answered": sum(one[4] for one in rows),
            "nudge_count": count,
            "nudge_url": reverse("programmes:survey-nudge", args=[survey.pk]) if count else "",
            "is_open": may,
            "most_nudges": MOST_NUDGES,
        }


def shown(survey) -> dict:
    """The results as the page shows them, or why it shows none."""
    results = results_of(survey)
    is_held = survey.status == SurveyStatus.OPEN and not survey.is_named
    return {
        "results": results,
        "is_held": is_held and not results.counted,
        "fewest": FEWEST,
        "rate": results.rate,
        "questions": [] if results.is_hidden else results.questions,
        "members": members_of(survey) if survey.is_named else [],
        "exports": []
        if results.is_hidden or not results.counted
        else [
            (label, f"{reverse('programmes:survey-export', args=[survey.pk])}?as={kind}")
            for label, kind in (("CSV", "csv"), ("Excel", "xlsx"))
        ],
    }


def members_of(survey) -> list[str]:
    rows = survey.responses.exclude(administration=None).order_by(
        "administration__country_name__az"
    )
    return list(rows.values_list("administration__country_name", flat=True))
