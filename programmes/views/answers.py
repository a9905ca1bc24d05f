"""Where the link in the mail leads: the questions, without a sign-in, once."""

from allauth.decorators import rate_limit
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.utils.translation import override as in_language

from programmes.actions import record_answer
from programmes.asking import behind, languages_in, words
from programmes.forms.answers import AnswerForm
from rocb import markup
from rocb.views.house import Page
from rocb.views.links import language_of
from rocb.workflow import StepRefused


def void(state: str) -> tuple[str, str]:
    """Title and sentence for a link that takes no answer."""
    return {
        "answered": (
            _("Your answer has arrived"),
            _("It was given with this link. Thank you; there is nothing else to do."),
        ),
        "planned": (
            _("The survey has not begun yet"),
            _("Please come back on its first day; the link will work then."),
        ),
        "closed": (
            _("The survey has closed"),
            _("Answers are not taken any more. If you had no time to answer, write to the office."),
        ),
        "unknown": (
            _("This link does not lead anywhere"),
            _("Perhaps a part of it is missing. Open it again from the mail."),
        ),
    }[state]


@method_decorator(rate_limit(action="answer", limit_get=True), name="dispatch")
class Answer(Page):
    """Every link that does not work is told apart only as far as its holder may know."""

    template_name = "programmes/answer.html"

    def dispatch(self, request, token):
        self.door = behind(token, timezone.now())
        if self.door.respondent is None:
            return self.turn_away("unknown")
        with in_language(self.language()):
            if self.door.state:
                return self.turn_away(self.door.state)
            return super().dispatch(request, token)

    def turn_away(self, state: str):
        title, text = void(state)
        return self.message(title, text, 410)

    def message(self, title: str, text: str, status: int = 200):
        self.template_name = "generic/message.html"
        return self.hidden(self.page({"title": title, "text": text}, status))

    def hidden(self, response):
        response.headers["Cache-Control"] = "no-store"
        response.headers["Referrer-Policy"] = "same-origin"
        return response

    def language(self) -> str:
        """That of the address or the form, else what the device or the person's letters say."""
        asked = self.request.POST.get("language") or self.request.GET.get("language")
        choice = languages_in(self.door.respondent.survey.content)
        letters = language_of(self.request, self.door.respondent.person)
        for wanted in (asked, letters, get_language()):
            if wanted in choice:
                return wanted
        return choice[0]

    def form(self, data=None, **more):
        survey, language = self.door.respondent.survey, self.language()
        return AnswerForm(data, content=survey.content, language=language, **more)

    def get(self, request, token):
        return self.show(self.form())

    def post(self, request, token):
        if "switch" in request.POST:
            return self.show(self.form(initial=typed(request.POST)))
        form = self.form(request.POST)
        if not form.is_valid():
            return self.show(form, 422)
        try:
            record_answer(self.door.respondent, form.answers(), at=timezone.now())
        except StepRefused as refused:
            return self.message(_("Thank you"), str(refused), 410)
        return self.message(
            _("Thank you. Your answer has arrived."),
            _("It is kept in the name of your administration.")
            if self.door.respondent.survey.is_named
            else _("It is kept without your name. The link does not work any more."),
        )

    def show(self, form, status=200):
        respondent, language = self.door.respondent, self.language()
        survey = respondent.survey
        choice = languages_in(survey.content)
        return self.hidden(
            self.page(
                {
                    "title": words(survey.content["title"], language),
                    "kicker": survey.event.title if survey.event else survey.title,
                    "intro": words(survey.content["intro"], language),
                    "until": markup.weekday(survey.closes_on),
                    "member": respondent.administration if survey.is_named else None,
                    "form": form,
                    "language": language,
                    "languages": [(code, code == language) for code in choice],
                },
                status,
            )
        )


def typed(post) -> dict:
    """What stands in the form so far, to be shown again in the other language."""
    return {
        name: values if len(values) > 1 else values[0]
        for name, values in post.lists()
        if name.startswith("q-")
    }
