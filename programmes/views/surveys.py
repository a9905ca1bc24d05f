"""Surveys: the register, one survey with its results and who was asked, its steps, and files."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import Case, Value, When
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from programmes.actions import new_survey, nudge, people_of
from programmes.actions.surveys import FEWEST, MOST_NUDGES, missing_members, to_nudge
from programmes.asking import link_of, state_of
from programmes.filters.surveys import SurveyFilter
from programmes.forms.surveys import ReopenForm, SurveyForm
from programmes.models import Beat, Respondent, Survey
from programmes.results import results_of, with_counts
from programmes.results_file import headings_of, rows_of_file
from programmes.workflow import SURVEY, SurveyStatus
from rocb import markup
from rocb.exports import export_rows
from rocb.views.house import (
    Column,
    CreatePage,
    DetailPage,
    EditPage,
    ListPage,
    RecordPage,
    StepPage,
)
from rocb.workflow import StepRefused

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
            "has_answered", "person__family_name", "person__given_name", "pk"
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
    rows = survey.responses.exclude(administration=None).order_by("administration__country_name")
    return list(rows.values_list("administration__country_name", flat=True))


class SurveyCreate(SurveyRecord, CreatePage):
    """A yearly survey: the needs survey, or the follow-up of last year's workshops."""

    perm = RUN
    title = gettext_lazy("New yearly survey")
    lead = gettext_lazy("Asked of administrations, and answered in their name.")
    form_class = SurveyForm

    def prepare(self):
        if not self.request.user.is_office:
            raise PermissionDenied

    def form(self, data=None, files=None, **more):
        return SurveyForm(data, user=self.request.user, **more)

    def save(self, form):
        return new_survey(
            form.cleaned_data["questionnaire"],
            office=self.request.user.person.organisation.office,
            title=form.cleaned_data["title"],
            opens_on=form.cleaned_data["opens_on"],
            closes_on=form.cleaned_data["closes_on"],
            administrations=form.cleaned_data["administrations"],
            by=self.request.user,
        )


class SurveyEdit(SurveyRecord, EditPage):
    perm = RUN
    title = gettext_lazy("Edit the survey")
    form_class = SurveyForm

    def form(self, data=None, files=None, **more):
        return SurveyForm(data, user=self.request.user, **more)

    def closed(self, survey):
        if survey.status == SurveyStatus.CLOSED:
            return _("This survey is closed. Open it again to change its last day.")
        return ""

    def save(self, form):
        # Days that somebody has chosen do not move with the event any more.
        if {"opens_on", "closes_on"} & set(form.changed_data):
            form.instance.follows_event = False
        return super().save(form)


class SurveyStep(SurveyRecord, StepPage):
    workflow = SURVEY
    step_forms = {"reopen": ReopenForm}

    def consequences(self, survey):
        if self.step.name == "close":
            after = (
                []
                if survey.is_named
                else [_("The answers are shown, if at least three have come in.")]
            )
            return [_("No answer is taken any more; links that are out stop working."), *after]
        if self.step.name == "reopen":
            return [
                _("Those who have not answered can do so again with the link they have."),
                _("Nobody gets a mail by this alone."),
            ]
        return [
            _("The questions are fixed as they are now."),
            _("It closes by itself at the end of %s.") % markup.weekday(survey.closes_on),
        ]

    def receivers(self, survey):
        if self.step.name != "open":
            return None
        people = people_of(survey)
        without = [one.full_name for one, _member in people if not one.email]
        return {
            "count": len(people) - len(without),
            "names": [one.full_name for one, _member in people if one.email][:40],
            "missing": [*without, *missing_members(survey, people)],
        }


class SurveyNudge(SurveyRecord, RecordPage):
    """Remind those who have not answered, after a look at how many that are."""

    perm = RUN
    template_name = "generic/step.html"
    title = gettext_lazy("Remind them")

    def find(self):
        self.record = survey = super().find()
        if not survey.allows(self.request.user, RUN):
            raise PermissionDenied
        return survey

    def back(self):
        return HttpResponseRedirect(f"{self.record.get_absolute_url()}?tab=who")

    def get(self, request, pk):
        survey = self.find()
        people = [one.person for one in to_nudge(survey, timezone.now())]
        if not people or state_of(survey, timezone.now()):
            messages.error(request, _("There is nobody to remind now."))
            return self.back()
        return self.page(
            {
                "record": survey,
                "consequences": [
                    _("Nobody is reminded more than %d times, or twice within two days.")
                    % MOST_NUDGES
                ],
                "receivers": {
                    "count": sum(bool(one.email) for one in people),
                    "names": [one.full_name for one in people if one.email][:40],
                    "missing": [one.full_name for one in people if not one.email],
                },
                "submit_label": _("Send the reminders"),
                "cancel_url": f"{survey.get_absolute_url()}?tab=who",
            }
        )

    def post(self, request, pk):
        survey = self.find()
        try:
            count = nudge(survey, by=request.user)
        except StepRefused as refused:
            messages.error(request, str(refused))
        else:
            words = ngettext("%d person is reminded.", "%d people are reminded.", count)
            messages.success(request, words % count)
        return self.back()


class SurveyExport(SurveyRecord, RecordPage):
    """The results as a file: added up without names, by administration where it is named."""

    perm = READ

    def get(self, request, pk):
        survey = self.find()
        kind = request.GET.get("as", "csv")
        if kind not in ("csv", "xlsx") or survey.status == SurveyStatus.PLANNED:
            raise Http404
        results = results_of(survey)
        return export_rows(headings_of(results), rows_of_file(results), survey.title[:80], kind)


def survey_mine(request, pk):
    """From a deadline or the desk to the form: for the person asked, or the member's coordinator."""
    if not request.user.has_perm("programmes.answer_survey"):
        raise PermissionDenied
    respondents = Respondent.objects.visible_to(request.user).select_related("survey")
    respondent = get_object_or_404(respondents, pk=pk)
    user = request.user
    is_mine = respondent.person_id == user.person_id or (
        user.is_member and respondent.administration_id == user.organisation_id
    )
    url = link_of(respondent) if is_mine else respondent.get_absolute_url()
    return HttpResponseRedirect(url)
