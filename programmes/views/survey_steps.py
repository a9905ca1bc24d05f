"""A survey planned, corrected, opened, closed; its reminders and files, and the way to one's own form."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from programmes.actions import new_survey, nudge, people_of
from programmes.actions.nudging import MOST_NUDGES, to_nudge
from programmes.actions.respondents import missing_members
from programmes.asking import link_of, state_of
from programmes.forms.surveys import ReopenForm, SurveyForm
from programmes.models import Respondent
from programmes.results import results_of
from programmes.results_file import headings_of, rows_of_file
from programmes.views.surveys import READ, RUN, SurveyRecord
from programmes.workflow import SURVEY, SurveyStatus
from rocb import markup
from rocb.exports import export_rows
from rocb.views.house import (
    CreatePage,
    EditPage,
    RecordPage,
    StepPage,
)
from rocb.workflow import StepRefused


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
            title=form.cleaned_data["title_en"],
            title_fr=form.cleaned_data["title_fr"],
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
