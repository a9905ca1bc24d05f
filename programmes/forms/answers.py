"""The form of a questionnaire, as whoever answers it sees it."""

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from programmes.asking import LONGEST_ANSWER, words
from programmes.models import Question

Kind = Question.Kind
RATINGS = (
    ("5", gettext_lazy("5 – very good")),
    ("4", gettext_lazy("4 – good")),
    ("3", gettext_lazy("3 – fair")),
    ("2", gettext_lazy("2 – poor")),
    ("1", gettext_lazy("1 – very poor")),
)
YES_NO = (("yes", gettext_lazy("Yes")), ("no", gettext_lazy("No")))


class AnswerForm(forms.Form):
    """One field for each question of a content. `answers()` is what is stored, by code.

    Choices are kept by their place in the list, so that they mean the same in every language.
    """

    def __init__(self, *args, content, language="en", **kwargs):
        super().__init__(*args, auto_id="id_%s", **kwargs)
        self.content = content
        for question in content.get("questions", []):
            self.fields[name_of(question)] = field_of(question, language)

    def answers(self) -> dict:
        found = {}
        for question in self.content["questions"]:
            value = self.cleaned_data.get(name_of(question))
            if value not in (None, "", []):
                found[question["code"]] = stored(question["kind"], value)
        return found


def name_of(question: dict) -> str:
    return f"q-{question['code']}"


def stored(kind: str, value):
    if kind in (Kind.RATING, Kind.CHOICE):
        return int(value)
    if kind == Kind.CHOICES:
        return sorted(int(one) for one in value)
    if kind == Kind.YES_NO:
        return value == "yes"
    if kind == Kind.NUMBER:
        return float(value)
    return value.strip()


def field_of(question: dict, language: str) -> forms.Field:
    kind, common = question["kind"], common_of(question, language)
    options = [
        (str(place), option) for place, option in enumerate(words(question["options"], language))
    ]
    if kind == Kind.RATING:
        return one_of(RATINGS, common)
    if kind == Kind.YES_NO:
        return one_of(YES_NO, common)
    if kind == Kind.CHOICE:
        return one_of(options, common)
    if kind == Kind.CHOICES:
        return forms.MultipleChoiceField(
            choices=options,
            widget=forms.CheckboxSelectMultiple,
            **common,
            error_messages={**NEEDED, "invalid_choice": NOT_OFFERED},
        )
    if kind == Kind.NUMBER:
        return forms.DecimalField(
            min_value=0, max_digits=12, decimal_places=2, error_messages=NEEDED, **common
        )
    return forms.CharField(
        max_length=LONGEST_ANSWER,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages=NEEDED,
        **common,
    )


NEEDED = {"required": gettext_lazy("Please answer this question.")}
NOT_OFFERED = gettext_lazy("Choose among the answers that are offered.")


def common_of(question: dict, language: str) -> dict:
    return {
        "label": words(question["text"], language),
        "help_text": words(question["help"], language) or help_of(question["kind"]),
        "required": question["required"],
    }


def help_of(kind: str) -> str:
    return _("You may choose several.") if kind == Kind.CHOICES else ""


def one_of(choices, common: dict) -> forms.ChoiceField:
    return forms.ChoiceField(
        choices=choices,
        widget=forms.RadioSelect,
        error_messages={**NEEDED, "invalid_choice": NOT_OFFERED},
        **common,
    )
