"""Checking a certificate, for anybody who has its code; withdrawing one."""

import re

from allauth.decorators import rate_limit
from django.http import Http404, HttpResponseRedirect
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from programmes.actions import withdraw_certificate
from programmes.certificates import grouped, paper_of
from programmes.forms.nominations import ReasonForm
from programmes.models import Certificate
from programmes.views.seats import as_pdf
from rocb import markup
from rocb.documents import MissingGlyph
from rocb.views.house import Page, VerbPage


def behind(code: str) -> Certificate | None:
    """The certificate of a code, however it is typed; None for every other."""
    plain = re.sub(r"[^A-Z0-9]", "", code.upper())
    if len(plain) != 16:
        return None
    rows = Certificate.objects.select_related(
        "nomination__event__office", "nomination__administration", "nomination__person"
    )
    return rows.filter(code=plain).first()


@method_decorator(rate_limit(action="certificate", limit_get=True), name="dispatch")
class CertificateCheck(Page):
    """Type a code. A wrong one is told so and nothing else."""

    title = gettext_lazy("Check a certificate")
    template_name = "programmes/certificate_check.html"

    def get(self, request):
        code = request.GET.get("code", "")[:60]
        found = behind(code) if code.strip() else None
        if found:
            return HttpResponseRedirect(found.get_absolute_url())
        return self.page({"code": code, "is_wrong": bool(code.strip())})


@method_decorator(rate_limit(action="certificate", limit_get=True), name="dispatch")
class CertificatePage(Page):
    """What anybody may know who holds the paper: whose it is, for what, and whether it counts."""

    template_name = "programmes/certificate.html"
    title = gettext_lazy("Certificate of participation")

    def get(self, request, code):
        one = behind(code)
        if one is None:
            self.template_name = "programmes/certificate_check.html"
            return self.page({"title": _("Check a certificate"), "code": "", "is_wrong": True}, 404)
        response = self.page(
            {
                "certificate": one,
                "facts": [
                    (_("Name"), one.full_name),
                    (_("Event"), one.event_title),
                    (_("When"), markup.days(one.starts_on, one.ends_on)),
                    (_("Where"), one.place),
                    (_("Issued by"), one.nomination.event.office.name),
                    (_("Issued on"), markup.day(one.issued_on)),
                    (_("Code"), grouped(one.code)),
                ],
                "pdf_url": "" if one.withdrawn_on else reverse("certificate-pdf", args=[one.code]),
            }
        )
        response.headers["X-Robots-Tag"] = "noindex"
        response.headers["Cache-Control"] = "no-store"
        return response


@rate_limit(action="certificate", limit_get=True)
def certificate_pdf(request, code):
    """The paper itself: it says no more than the page, so whoever has the code may print it."""
    one = behind(code)
    if one is None or one.withdrawn_on:
        raise Http404
    try:
        return as_pdf(paper_of([one]), f"certificate-{one.code}")
    except MissingGlyph:
        raise Http404 from None


class CertificateWithdraw(VerbPage):
    perm = "programmes.issue_certificate"
    model = Certificate
    title = gettext_lazy("Withdraw a certificate")
    lead = gettext_lazy(
        "Its public page says from now on that it was withdrawn, but not why. Its "
        "holder is told why. Another can be issued afterwards."
    )
    submit_label = gettext_lazy("Withdraw")
    form_class = ReasonForm

    def queryset(self):
        return super().queryset().select_related("nomination__event__office")

    def kwargs_of_record(self):
        return {"pk": self.kwargs["pk"]}

    def breadcrumbs(self):
        event = self.record.nomination.event
        return [
            (event.title, event.get_absolute_url()),
            (_("Certificates"), self.cancel_url()),
            (self.record.full_name, None),
        ]

    def cancel_url(self):
        event = self.record.nomination.event_id
        return reverse("programmes:event-certificates", args=[event])

    def success_url(self, record):
        return self.cancel_url()

    def act(self, certificate, **values):
        return withdraw_certificate(certificate, by=self.request.user, **values)

    def saved(self, record):
        return _("The certificate is withdrawn.")
