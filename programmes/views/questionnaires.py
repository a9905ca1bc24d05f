"""The questionnaire builder: what may be asked, question by question, and how it will look."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.utils.translation import override as in_language

from programmes.actions import (
    copy_questionnaire,
    save_questionnaire,
)
from programmes.asking import content_of, languages_in, words
from programmes.filters.surveys import QuestionnaireFilter
from programmes.forms.answers import AnswerForm
from programmes.forms.surveys import QuestionnaireForm
from programmes.models import Beat, Questionnaire
from rocb.views.house import (
    Column,
    CreatePage,
    DetailPage,
    EditPage,
    ListPage,
    RecordPage,
)

READ, CHANGE = "programmes.view_survey", "programmes.change_questionnaire"


class QuestionnaireList(ListPage):
    perm = READ
    model = Questionnaire
    title = gettext_lazy("Questionnaires")
    lead = gettext_lazy("What is asked around events and once a year.")
    filterset_class = QuestionnaireFilter
    ordering = ("beat", "office_id", "title__az", "pk")
    columns = (
        Column("title", gettext_lazy("Questionnaire"), link="programmes:questionnaire-detail"),
        Column("beat", gettext_lazy("Asked"), choices=Beat),
        Column("default", gettext_lazy("Used by default"), "is_default", kind="flag"),
        Column("active", gettext_lazy("In use"), "is_active", kind="flag"),
        Column("office", gettext_lazy("Office"), "office__name"),
        Column("changed", gettext_lazy("Changed"), "updated_at", kind="day"),
    )
    create = (CHANGE, "programmes:questionnaire-create", gettext_lazy("New questionnaire"))
    empty = {
        "title": gettext_lazy("No questionnaire yet"),
        "text": gettext_lazy(
            "Questionnaires are listed here. Begin one, or copy one of the house."
        ),
    }

    def breadcrumbs(self):
        return [(_("Surveys"), reverse("programmes:survey-list"))]

    def count_label(self, count):
        return ngettext("%d questionnaire", "%d questionnaires", count) % count


class QuestionnaireRecord:
    model = Questionnaire

    def breadcrumbs(self):
        trail = [
            (_("Surveys"), reverse("programmes:survey-list")),
            (_("Questionnaires"), reverse("programmes:questionnaire-list")),
        ]
        record = getattr(self, "record", None)
        return [*trail, (record.title, record.get_absolute_url())] if record else trail

    def cancel_url(self):
        record = getattr(self, "record", None)
        return record.get_absolute_url() if record else reverse("programmes:questionnaire-list")

    def save(self, form):
        if form.instance.pk is None:
            form.instance.office_id = self.request.user.organisation_id
        return save_questionnaire(form.save(commit=False), by=self.request.user)


class QuestionnaireDetail(QuestionnaireRecord, DetailPage):
    perm = READ
    kicker = gettext_lazy("Questionnaire")
    template_name = "programmes/questionnaire_detail.html"

    def tab_names(self):
        return [("", _("Questions")), ("past", _("History, comments, files"))]

    def links(self, sheet):
        user, found = self.request.user, []
        found.append((_("Preview"), reverse("programmes:questionnaire-preview", args=[sheet.pk])))
        if sheet.allows(user, CHANGE):
            found.append((_("Edit"), reverse("programmes:questionnaire-edit", args=[sheet.pk])))
        return found

    def facts(self, sheet):
        use = [_("in use") if sheet.is_active else _("not in use any more")]
        if sheet.is_default:
            use.append(_("used unless another is chosen"))
        return [
            (_("Asked"), sheet.get_beat_display()),
            (_("Use"), ", ".join(use)),
            (_("Whose"), sheet.office or _("The house’s own: copy it to change it")),
            (_("Introduction"), sheet.intro),
        ]

    def who_can_see(self, sheet):
        return [_("The regional office and the WCO Secretariat; what is asked, whoever is asked")]

    def details(self, sheet):
        if self.tab:
            return {}
        user = self.request.user
        may_change = sheet.allows(user, CHANGE)
        questions = list(sheet.questions.all())
        languages = languages_in(content_of(sheet)) if questions else []
        return {
            "questions": [
                {
                    "record": one,
                    "kind": one.get_kind_display(),
                    "level": one.get_level_display() if one.level else "",
                    "options": ", ".join(one.options),
                    "edit_url": reverse("programmes:question-edit", args=[one.pk]),
                    "move_url": reverse("programmes:question-move", args=[one.pk]),
                    "delete_url": reverse("programmes:question-delete", args=[one.pk]),
                }
                for one in questions
            ],
            "may_change": may_change,
            "lacks_french": bool(questions) and "fr" not in languages,
            "add_url": reverse("programmes:question-create", args=[sheet.pk]),
            "copy_url": reverse("programmes:questionnaire-copy", args=[sheet.pk])
            if user.has_perm(CHANGE) and user.is_office
            else "",
        }


class QuestionnaireCreate(QuestionnaireRecord, CreatePage):
    perm = CHANGE
    title = gettext_lazy("New questionnaire")
    form_class = QuestionnaireForm

    def prepare(self):
        if not self.request.user.is_office:
            raise PermissionDenied


class QuestionnaireEdit(QuestionnaireRecord, EditPage):
    perm = CHANGE
    title = gettext_lazy("Edit the questionnaire")
    form_class = QuestionnaireForm


class QuestionnaireCopy(QuestionnaireRecord, RecordPage):
    """A copy of one's own; by a button, so only by POST."""

    perm = CHANGE
    http_method_names = ["post"]

    def post(self, request, pk):
        copy = copy_questionnaire(self.find(), by=request.user)
        messages.success(request, _("This is your copy: change it as you like."))
        return HttpResponseRedirect(copy.get_absolute_url())


class QuestionnairePreview(QuestionnaireRecord, RecordPage):
    """The form as the answerer sees it; what is sent from here is checked and thrown away."""

    perm = READ
    template_name = "programmes/answer.html"

    def get(self, request, pk):
        return self.answer(None)

    def post(self, request, pk):
        return self.answer(request.POST)

    def answer(self, data):
        self.record = sheet = self.find()
        content = content_of(sheet)
        choice = languages_in(content)
        asked = self.request.GET.get("language", "")
        language = asked if asked in choice else choice[0]
        with in_language(language):
            form = AnswerForm(data, content=content, language=language)
            is_right = data is not None and form.is_valid()
            if is_right:
                messages.success(self.request, _("All answers are right. Nothing has been kept."))
            return self.page(
                {
                    "title": words(content["title"], language),
                    "intro": words(content["intro"], language),
                    "form": form,
                    "is_preview": True,
                    "language": language,
                    "languages": [(code, code == language) for code in choice],
                    "back_url": sheet.get_absolute_url(),
                },
                200 if data is None or is_right else 422,
            )
