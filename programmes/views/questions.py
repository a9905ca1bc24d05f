"""The questions of a questionnaire: added, corrected, moved, taken out."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from programmes.actions import (
    move_question,
    take_out_question,
)
from programmes.forms.surveys import QuestionForm
from programmes.models import Question, Questionnaire
from programmes.views.questionnaires import CHANGE
from rocb.views.house import (
    CreatePage,
    EditPage,
    RecordPage,
)


class QuestionPage:
    """What the forms of one question share."""

    model = Question
    form_class = QuestionForm
    perm = CHANGE

    def queryset(self):
        sheets = Questionnaire.objects.visible_to(self.request.user)
        return Question.objects.filter(questionnaire__in=sheets).select_related("questionnaire")

    def breadcrumbs(self):
        sheet = self.sheet()
        return [
            (_("Questionnaires"), reverse("programmes:questionnaire-list")),
            (sheet.title, sheet.get_absolute_url()),
        ]

    def sheet(self):
        return self.record.questionnaire

    def cancel_url(self):
        return self.sheet().get_absolute_url()


class QuestionCreate(QuestionPage, CreatePage):
    title = gettext_lazy("New question")

    def prepare(self):
        sheets = Questionnaire.objects.visible_to(self.request.user)
        self.parent = get_object_or_404(sheets, pk=self.kwargs["pk"])
        if not self.parent.allows(self.request.user, CHANGE):
            raise PermissionDenied

    def sheet(self):
        return self.parent

    def form(self, data=None, files=None, **more):
        return QuestionForm(data, questionnaire=self.parent, **more)


class QuestionEdit(QuestionPage, EditPage):
    title = gettext_lazy("Edit the question")
    lead = gettext_lazy("Surveys that are open go on with the words that they were opened with.")


class QuestionMove(QuestionPage, RecordPage):
    """One place up or down, by a button."""

    http_method_names = ["post"]

    def post(self, request, pk):
        question = self.find()
        move_question(question, by=request.user, up=request.POST.get("to") == "up")
        return HttpResponseRedirect(f"{question.get_absolute_url()}#q{question.pk}")


class QuestionDelete(QuestionPage, RecordPage):
    """Taken out after a second look."""

    template_name = "generic/step.html"
    title = gettext_lazy("Take the question out")

    def find(self):
        self.record = question = super().find()
        if not question.allows(self.request.user, CHANGE):
            raise PermissionDenied
        return question

    def get(self, request, pk):
        question = self.find()
        return self.page(
            {
                "record": question,
                "tone": "warning",
                "consequences": [
                    _("It is not asked any more."),
                    _("Surveys that were opened with it keep it, and the answers to it."),
                ],
                "submit_label": _("Take it out"),
                "cancel_url": self.cancel_url(),
            }
        )

    def post(self, request, pk):
        question = self.find()
        take_out_question(question, by=request.user)
        messages.success(request, _("The question has been taken out."))
        return HttpResponseRedirect(self.cancel_url())
