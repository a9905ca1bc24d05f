"""Forms of circulars: what is sent, and what is replied."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from programmes.forms.answers import AnswerForm, name_of
from programmes.models import Beat, Question, Questionnaire
from reports.audience import members_of
from reports.models import Circular
from rocb.forms import day_field, offer_in_use
from rocb.models import Grouping


class CircularForm(forms.ModelForm):
    """A circular and its receivers."""

    class Meta:
        model = Circular
        fields = [
            "subject",
            "body",
            "reply_by",
            "questionnaire",
            "all_members",
            "groupings",
            "members",
            "to_executives",
        ]
        widgets = {
            "body": forms.Textarea(attrs={"rows": 14}),
            "reply_by": forms.DateInput(attrs={"type": "date"}),
            "groupings": forms.CheckboxSelectMultiple,
            "members": forms.CheckboxSelectMultiple,
        }

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        mine = members_of(user)
        self.fields["members"].queryset = mine
        own = Grouping.objects.filter(administrations__in=mine)
        self.fields["groupings"].queryset = own.distinct()
        offer_in_use(self, "groupings")
        self.fields["all_members"].help_text = _(
            "Otherwise choose groupings or single members below; nobody selected means nobody."
        )
        self.fields["questionnaire"].queryset = Questionnaire.objects.visible_to(user).filter(
            is_active=True, beat=Beat.CIRCULAR
        )
        self.fields["questionnaire"].empty_label = _("No questions: a reply in words")

    def clean(self):
        values = super().clean()
        day = values.get("reply_by")
        if day and "reply_by" in self.changed_data and day < timezone.localdate():
            self.add_error("reply_by", _("This day has passed."))
        if values.get("questionnaire") and not day:
            self.add_error("reply_by", _("Questions need a day by which they are answered."))
        return values


class ReplyDayForm(forms.Form):
    """Another day for replies, with a word to those who have not replied."""

    reply_by = day_field(label=gettext_lazy("New day for replies"))
    comment = forms.CharField(
        label=gettext_lazy("A word to them"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class ReplyForm(AnswerForm):
    """The answers to the questions, and a reply in words."""

    text = forms.CharField(
        label=gettext_lazy("Reply"),
        max_length=10_000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text=gettext_lazy("Files can be added to the reply afterwards."),
    )
    version = forms.CharField(required=False, widget=forms.HiddenInput)

    def clean(self):
        """What the action takes: text, version, and the answers by the code of their question."""
        super().clean()
        answers = {} if self.errors or not self.content else self.answers()
        text, version = self.cleaned_data.get("text", ""), self.cleaned_data.get("version")
        return {"text": text, "version": version or None, "answers": answers}


def as_typed(content: dict, answers: dict) -> dict[str, Any]:
    """Stored answers as the form shows them again."""
    found: dict[str, Any] = {}
    for question in content.get("questions", []):
        value = answers.get(question["code"])
        if value is None:
            continue
        kind = question["kind"]
        if kind == Question.Kind.YES_NO:
            value = "yes" if value else "no"
        elif kind in (Question.Kind.RATING, Question.Kind.CHOICE):
            value = str(value)
        elif kind == Question.Kind.CHOICES:
            value = [str(one) for one in value]
        found[name_of(question)] = value
    return found


def in_words(content: dict, answers: dict, language: str) -> list[tuple[str, str]]:
    """(question, answer) as people read them."""
    from programmes.asking import words

    found = []
    for question in content.get("questions", []):
        value, options = answers.get(question["code"]), words(question["options"], language)
        kind = question["kind"]
        if value is None:
            text = ""
        elif kind == Question.Kind.YES_NO:
            text = _("Yes") if value else _("No")
        elif kind == Question.Kind.CHOICE:
            text = option(options, value)
        elif kind == Question.Kind.CHOICES:
            text = ", ".join(option(options, one) for one in value)
        elif isinstance(value, float) and value == int(value):
            text = str(int(value))
        else:
            text = str(value)
        found.append((words(question["text"], language), text))
    return found


def option(options: list[str], place: int) -> str:
    return options[place] if 0 <= place < len(options) else str(place)
