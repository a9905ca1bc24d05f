"""What came of a yearly survey, for the members that answered it."""

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from programmes.asking import words
from programmes.member_results import answered_by, results_for
from programmes.workflow import SurveyStatus
from rocb import markup
from rocb.views.house import Page


class SurveyResults(Page):
    """The own answers as they were given, and the region's numbers once the survey has closed."""

    perm = "programmes.answer_survey"
    template_name = "programmes/survey_results.html"

    def breadcrumbs(self):
        return [(_("Technical assistance and training"), reverse("programmes:home"))]

    def get(self, request, pk):
        user = request.user
        if not (user.is_member and user.organisation_id):
            raise Http404
        survey = get_object_or_404(answered_by(user.organisation_id), pk=pk)
        member = user.person.organisation
        rows = results_for(survey, member)
        return self.page(
            {
                "title": words(survey.content["title"]) or survey.title,
                "kicker": survey.get_beat_display(),
                "member": member,
                "days": markup.days(survey.opens_on, survey.closes_on),
                "is_closed": survey.status == SurveyStatus.CLOSED,
                "until": markup.weekday(survey.closes_on),
                "rows": rows,
                "number": max((one.region.count for one in rows), default=0),
            }
        )
