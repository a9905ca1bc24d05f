"""The certificates of one event: issued, listed, printed."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from programmes.actions import issue_certificates
from programmes.actions.certificates import certifiable
from programmes.certificates import paper_of
from programmes.models import Certificate
from programmes.views.of_event import OfEvent
from programmes.views.seats import as_pdf
from programmes.workflow import PAST
from rocb.documents import MissingGlyph
from rocb.views.confirm import ConfirmPage


class EventCertificates(OfEvent, ConfirmPage):
    """Issue what is not issued yet; those that are, in one table."""

    perm = "programmes.issue_certificate"
    title = gettext_lazy("Certificates")
    submit_label = gettext_lazy("Issue the certificates")
    template_name = "programmes/certificates.html"

    def breadcrumbs(self):
        return [*super().breadcrumbs(), (self.title, None)]

    def cancel_url(self):
        return self.home()

    def success_url(self, record):
        return self.request.path

    def consequences(self, event):
        rows = list(certifiable(event).select_related("person"))
        if not rows or event.status not in PAST:
            return []
        self.missing = [row.person.full_name for row in rows if not row.person.email]
        first = ngettext(
            "%d participant gets a certificate with a code of its own.",
            "%d participants get certificates with codes of their own.",
            len(rows),
        )
        self.receivers = len(rows) - len(self.missing)
        return [first % len(rows)]

    def show(self, form, status=200, **more):
        event = self.record
        rows = (
            Certificate.objects.filter(nomination__event=event)
            .select_related("nomination__administration")
            .order_by("nomination__administration__country_name__az", "family_name__az", "pk")
        )
        self.missing, self.receivers = [], 0
        found = self.consequences(event)
        return super().show(
            form,
            status,
            certificates=list(rows),
            can_issue=bool(found),
            is_past=event.status in PAST,
            receivers={"count": self.receivers, "names": [], "missing": self.missing}
            if found
            else None,
            **more,
        )

    def act(self, event, **values):
        self.made = issue_certificates(event, by=self.request.user)
        return event

    def saved(self, event):
        number = len(self.made)
        return ngettext("%d certificate is issued.", "%d certificates are issued.", number) % number


class EventCertificatesPdf(OfEvent):
    """All certificates of an event that count, in one file to print."""

    perm = "programmes.issue_certificate"

    def get(self, request, pk):
        self.record = event = self.find()
        rows = list(
            Certificate.objects.valid()
            .filter(nomination__event=event)
            .select_related(
                "nomination__event__office", "nomination__administration", "nomination__person"
            )
            .order_by("nomination__administration__country_name__az", "family_name__az")
        )
        if not rows:
            return self.turned_back(_("No certificate has been issued yet."))
        try:
            return as_pdf(paper_of(rows), f"certificates-{event.pk}")
        except MissingGlyph as error:
            return self.turned_back(
                _(
                    "The letters “%s” cannot be printed by our fonts. Write the name in Latin letters."
                )
                % error
            )
