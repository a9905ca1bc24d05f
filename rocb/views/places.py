"""Where the link leads that asks somebody for a place: on a team, on an agenda."""

from collections.abc import Callable
from typing import Any

from allauth.decorators import rate_limit
from django import forms
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rocb.views.house import Page
from rocb.views.links import as_the_letter
from rocb.workflow import StepRefused


class AnswerPlaceForm(forms.Form):
    """Yes or no, from whoever was asked; a no says why."""

    answer = forms.ChoiceField(
        label=gettext_lazy("Your answer"),
        choices=[
            ("accept", gettext_lazy("Yes, I will come")),
            ("decline", gettext_lazy("I cannot come")),
        ],
        widget=forms.RadioSelect,
    )
    comment = forms.CharField(
        label=gettext_lazy("Message to the office"),
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
        max_length=2000,
        help_text=gettext_lazy("If you cannot come, please say why in a few words."),
    )

    def clean(self):
        values = super().clean()
        if values.get("answer") == "decline" and not (values.get("comment") or "").strip():
            self.add_error("comment", _("Please say in a few words why you cannot come."))
        return values


@method_decorator(rate_limit(action="place", limit_get=True), name="dispatch")
class PlaceAnswer(Page):
    """A signed link in a mail: it needs no sign-in and works until it is answered.

    `behind` finds the place of a token or None, `accept` and `decline` are the actions; `facts`
    is what somebody has to know before answering.
    """

    template_name = "generic/place_answer.html"
    behind: Callable[[str], Any]
    accept: Callable[..., Any]
    decline: Callable[..., Any]
    accepted: Any = ""

    def facts(self, place) -> list[tuple[Any, Any]]:
        raise NotImplementedError

    def dispatch(self, request, token):
        self.place = type(self).behind(token)
        if self.place is None:
            return self.said(
                _("This link does not lead anywhere any more"),
                _(
                    "It has been answered, taken back or has expired. "
                    "If that surprises you, write to the regional office."
                ),
                410,
            )
        with as_the_letter(request, self.place.person):
            return super().dispatch(request, token)

    def said(self, title, text, status: int = 200):
        self.template_name = "generic/message.html"
        return self.page({"title": title, "text": text}, status)

    def get(self, request, token):
        return self.ask(AnswerPlaceForm())

    def post(self, request, token):
        form = AnswerPlaceForm(request.POST)
        if not form.is_valid():
            return self.ask(form, 422)
        has_accepted = form.cleaned_data["answer"] == "accept"
        act = type(self).accept if has_accepted else type(self).decline
        try:
            act(self.place, by=None, comment=form.cleaned_data["comment"])
        except StepRefused as refused:
            form.add_error(None, str(refused))
            return self.ask(form, 422)
        if has_accepted:
            return self.said(
                self.accepted,
                _("The office has been told and will write to you about the next steps."),
            )
        return self.said(
            _("Thank you for your answer."),
            _("The office has been told. You need not do anything else."),
        )

    def ask(self, form, status: int = 200):
        return self.page(
            {"form": form, "place": self.place, "facts": self.facts(self.place)}, status
        )
