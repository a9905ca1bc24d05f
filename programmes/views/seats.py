"""Where the links in the mails to nominees lead: no sign-in, one seat, nothing else."""

from datetime import timedelta

from allauth.decorators import rate_limit
from django.http import HttpResponse
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from programmes.actions import confirm_nomination, nomination_behind, withdraw_nomination
from programmes.actions.invitations import has_begun
from programmes.actions.nominations import refuse_expired
from programmes.actions.seat_links import ANSWERABLE
from programmes.forms.nominees import AnswerSeatForm
from programmes.letters import letter_of
from programmes.models import Nomination
from programmes.workflow import NominationStatus
from rocb import markup
from rocb.deadlines import local_today
from rocb.documents import pdf
from rocb.languages import names_of
from rocb.views.house import Page
from rocb.views.links import as_the_letter
from rocb.workflow import StepRefused


@method_decorator(rate_limit(action="answer", limit_get=True), name="dispatch")
class NominationAnswer(Page):
    """Take the seat or give it back. The link works until the event begins."""

    template_name = "programmes/nomination_answer.html"
    title = gettext_lazy("Will you come?")

    def dispatch(self, request, token):
        self.nomination = row = nomination_behind(token)
        if row is None:
            return self.turned_away()
        with as_the_letter(request, row.person):
            if why_void(row):
                return self.turned_away()
            response = super().dispatch(request, token)
        response.headers["Cache-Control"] = "no-store"
        return response

    def turned_away(self):
        title = _("This link does not lead anywhere any more")
        return self.said(title, why_void(self.nomination), 410)

    def said(self, title, text, status=200):
        self.template_name = "generic/message.html"
        return self.page({"title": title, "text": text}, status)

    def get(self, request, token):
        return self.answer(AnswerSeatForm())

    def post(self, request, token):
        form = AnswerSeatForm(request.POST)
        if not form.is_valid():
            return self.answer(form, 422)
        is_yes = form.cleaned_data["answer"] == "confirm"
        if is_yes and self.nomination.status == NominationStatus.CONFIRMED:
            return self.thanks(is_yes)  # pressed twice: the answer is the same
        act = confirm_nomination if is_yes else withdraw_nomination
        try:
            act(self.nomination, by=None, comment=form.cleaned_data["comment"])
        except StepRefused as refused:
            form.add_error(None, str(refused))
            return self.answer(form, 409)
        return self.thanks(is_yes)

    def thanks(self, is_yes: bool):
        if is_yes:
            return self.said(
                _("Thank you. The seat is yours."),
                _(
                    "Your administration and the regional office have been told. Should you not "
                    "be able to come after all, open the link in the mail again."
                ),
            )
        return self.said(
            _("Thank you for telling us."),
            _(
                "Your administration and the regional office have been told; somebody who "
                "waits gets the seat."
            ),
        )

    def answer(self, form, status=200):
        row = self.nomination
        event = row.event
        offered = row.status == NominationStatus.OFFERED
        return self.page(
            {
                "form": form,
                "nominee": row.person.full_name,
                "has_confirmed": row.status == NominationStatus.CONFIRMED,
                "offer_until": in_zone(row) if offered else "",
                "facts": [
                    (_("Event"), event.title),
                    (_("When"), markup.days(event.starts_on, event.ends_on)),
                    (_("Where"), event.place),
                    (_("Languages"), names_of(event.languages)),
                ],
                "letter_url": f"{self.request.path}letter.pdf" if not offered else "",
            },
            status,
        )


def in_zone(row: Nomination) -> str:
    """The last day of an offer where the nominee lives: it ends at that day's midnight."""
    last = row.offer_until - timedelta(seconds=1)
    return markup.weekday(local_today(last, row.administration.time_zone))


def why_void(row: Nomination | None) -> str:
    """Why a link leads nowhere, as a sentence; empty while it does."""
    if row is None:
        return _(
            "It is not complete, or a newer mail has replaced it. Use the newest mail you got."
        )
    if row.status == NominationStatus.LAPSED:
        return _(
            "The seat was offered to you until a day that has passed, and went to somebody else."
        )
    if row.status not in ANSWERABLE:
        return _(
            "You are not expected any more. If that surprises you, write to your administration."
        )
    if not row.event.is_open:
        return _("The event is “%s” now.") % row.event.get_status_display()
    if has_begun(row.event):
        return _("The event has begun.")
    try:
        refuse_expired(row, timezone.now())
    except StepRefused as refused:
        return str(refused)
    return ""


@rate_limit(action="answer", limit_get=True)
def answer_letter(request, token):
    """The letter of invitation, for whoever has the link of a seat."""
    page = NominationAnswer()
    page.setup(request, token=token)
    row = page.nomination = nomination_behind(token)
    if row is None or why_void(row):
        return page.turned_away()
    if row.status == NominationStatus.OFFERED:
        return page.said(
            _("Take the seat first"), _("The letter is there when you have taken the seat."), 409
        )
    return as_pdf(pdf(letter_of(row)), f"letter-{row.pk}")


def as_pdf(content: bytes, name: str) -> HttpResponse:
    response = HttpResponse(content, content_type="application/pdf")
    response["Content-Disposition"] = f'attachment; filename="{name}.pdf"'
    response["Cache-Control"] = "private, no-store"
    return response
