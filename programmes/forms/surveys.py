"""Forms of questionnaires, their questions, and surveys."""

from django import forms
from django.db.models import F, Max
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from programmes.models import YEARLY, Beat, Question, Questionnaire, Survey
from programmes.workflow import SurveyStatus
from rocb.forms import day_field
from rocb.models import Administration

CHOOSING = (Question.Kind.CHOICE, Question.Kind.CHOICES)
MOST_OPTIONS = 20
DAY = forms.DateInput(attrs={"type": "date"})


class QuestionnaireForm(forms.ModelForm):
    """The frame of a questionnaire; its questions have forms of their own."""

    class Meta:
        model = Questionnaire
        fields = [
            "title_en",
            "title_fr",
            "beat",
            "intro",
            "intro_fr",
            "is_active",
            "is_default",
        ]
        widgets = {
            "intro": forms.Textarea(attrs={"rows": 4}),
            "intro_fr": forms.Textarea(attrs={"rows": 4}),
        }
        help_texts = {
            "beat": gettext_lazy("When it is asked. It decides whether answers carry a name."),
            "intro": gettext_lazy("What people read before the first question."),
            "is_default": gettext_lazy(
                "New surveys of this kind start from it. It takes the place of the present one."
            ),
        }


class Lines(forms.CharField):
    """A list of texts, one a line."""

    widget = forms.Textarea

    def __init__(self, *, longest=120, **kwargs):
        self.longest = longest
        super().__init__(**kwargs)

    def prepare_value(self, value):
        return "\n".join(value) if isinstance(value, list) else value

    def clean(self, value):
        lines = [" ".join(line.split()) for line in super().clean(value).splitlines()]
        lines = [line for line in lines if line]
        too_long = next((line for line in lines if len(line) > self.longest), None)
        if too_long:
            raise forms.ValidationError(
                _("This answer is longer than %(most)d characters: “%(line)s…”"),
                params={"most": self.longest, "line": too_long[:40]},
            )
        twice = next((line for at, line in enumerate(lines) if line in lines[:at]), None)
        if twice:
            raise forms.ValidationError(_("“%s” stands here twice.") % twice)
        return lines

    def has_changed(self, initial, data):
        return super().has_changed(self.prepare_value(initial), data)


class QuestionForm(forms.ModelForm):
    """One question of a questionnaire, in both languages."""

    options = Lines(
        label=gettext_lazy("Answers"),
        required=False,
        help_text=gettext_lazy("One a line; for questions with answers to choose from."),
    )
    options_fr = Lines(
        label=gettext_lazy("Answers in French"),
        required=False,
        help_text=gettext_lazy("In the same order."),
    )

    class Meta:
        model = Question
        fields = [
            "text_en",
            "text_fr",
            "help",
            "help_fr",
            "kind",
            "options",
            "options_fr",
            "is_required",
            "level",
            "code",
        ]
        widgets = {
            "text_en": forms.Textarea(attrs={"rows": 2}),
            "text_fr": forms.Textarea(attrs={"rows": 2}),
        }
        help_texts = {
            "code": gettext_lazy(
                "A short word without spaces. The same word before and after an event makes the two "
                "comparable."
            ),
            "level": gettext_lazy("What it tells: the five levels of evaluation."),
        }

    def __init__(self, *args, questionnaire=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.questionnaire = questionnaire or self.instance.questionnaire
        self.instance.questionnaire = self.questionnaire

    def clean_code(self):
        code = self.cleaned_data["code"].lower()
        same = Question.objects.filter(questionnaire=self.questionnaire, code=code)
        if same.exclude(pk=self.instance.pk).exists():
            raise forms.ValidationError(_("Another question has this code. Choose another one."))
        return code

    def clean(self):
        values = super().clean()
        kind, options = values.get("kind"), values.get("options", [])
        if kind not in CHOOSING:
            values["options"], values["options_fr"] = [], []
            return values
        if "options" in values and len(options) < 2:
            self.add_error("options", _("Give at least two answers to choose from."))
        elif len(options) > MOST_OPTIONS:
            self.add_error(
                "options", _("Give at most %d answers: nobody reads more.") % MOST_OPTIONS
            )
        french = values.get("options_fr", [])
        if french and len(french) != len(options):
            self.add_error(
                "options_fr",
                _("There are %(en)d answers in English and %(fr)d in French. Give as many of both.")
                % {"en": len(options), "fr": len(french)},
            )
        return values

    def save(self, commit=True):
        if self.instance.pk is None:
            last = self.questionnaire.questions.aggregate(last=Max("position"))["last"]
            self.instance.position = (last or 0) + 1
        return super().save(commit)


def to_choose(user, beat: str = ""):
    """The questionnaires that may be asked, those used by default first."""
    rows = Questionnaire.objects.visible_to(user).filter(is_active=True)
    rows = rows.filter(beat=beat) if beat else rows.filter(beat__in=YEARLY)
    return rows.order_by("-is_default", F("office").asc(nulls_last=True), "title__az")


class SurveyForm(forms.ModelForm):
    """A yearly survey as it is planned: what is asked, of whom, from when to when."""

    class Meta:
        model = Survey
        fields = [
            "title_en", "title_fr", "questionnaire", "administrations", "opens_on", "closes_on",
        ]  # fmt: skip
        widgets = {
            "administrations": forms.CheckboxSelectMultiple,
            "opens_on": DAY,
            "closes_on": DAY,
        }
        help_texts = {
            "opens_on": gettext_lazy("It opens by itself on this day, and the mails go out."),
            "closes_on": gettext_lazy("The last day on which answers are taken."),
        }

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        survey = self.instance
        self.fields["questionnaire"].queryset = to_choose(user, survey.beat if survey.pk else "")
        members = Administration.objects.visible_to(user).filter(is_member=True)
        self.fields["administrations"].queryset = members.order_by("country_name__az")
        if survey.event_id or survey.beat == Beat.CIRCULAR:
            del self.fields["administrations"]
        if survey.pk and survey.status != SurveyStatus.PLANNED:
            for name in ("questionnaire", "administrations", "opens_on"):
                self.fields.pop(name, None)

    def clean_closes_on(self):
        day = self.cleaned_data["closes_on"]
        if day < timezone.localdate() and "closes_on" in self.changed_data:
            raise forms.ValidationError(_("This day has passed."))
        return day

    def clean(self):
        values = super().clean()
        opens, closes = values.get("opens_on", self.instance.opens_on), values.get("closes_on")
        if opens and closes and closes < opens:
            self.add_error("closes_on", _("The survey closes before it opens."))
        return values


class ReopenForm(forms.Form):
    """Until when answers are taken again."""

    closes_on = day_field(label=gettext_lazy("Closes"))
