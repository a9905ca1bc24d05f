"""The region's training centres: the compendium, its pages, and which centre fits an event."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_GET

from programmes.compendium import compendium, since
from programmes.filters.centres import CentreFilter
from programmes.forms.centres import CentreForm
from programmes.models import Event, TrainingCentre
from rocb import markup
from rocb.documents import MissingGlyph, pdf
from rocb.languages import names_of
from rocb.views.house import Column, CreatePage, DetailPage, EditPage, ListPage

CENTRE = "programmes:centre-detail"


class CentreList(ListPage):
    perm = "programmes.view_trainingcentre"
    model = TrainingCentre
    title = gettext_lazy("Training centres")
    filterset_class = CentreFilter
    ordering = ("name__az",)
    columns = (
        Column("name", gettext_lazy("Centre"), link=CENTRE),
        Column("run", gettext_lazy("Run by"), "run_by__country_name"),
        Column("city", gettext_lazy("City")),
        Column("seats", gettext_lazy("Seats"), kind="number"),
        Column("beds", gettext_lazy("Beds"), kind="number"),
        Column("since", gettext_lazy("Since"), "since_on", kind="day"),
        Column("verified", gettext_lazy("Verified"), "is_verified", kind="flag"),
    )
    create = (
        "programmes.change_trainingcentre",
        "programmes:centre-create",
        gettext_lazy("New training centre"),
    )
    empty = {
        "title": gettext_lazy("No training centre yet"),
        "text": gettext_lazy("The region's own training centres are described here."),
    }

    @property
    def lead(self):
        meetings = f"{reverse('programmes:event-list')}?kind={Event.Kind.CENTRES}"
        return format_html(
            "{} · {}",
            markup.link(_("The compendium as PDF"), reverse("programmes:compendium")),
            markup.link(_("Yearly meetings of the centres"), meetings),
        )

    def count_label(self, count):
        return ngettext("%d training centre", "%d training centres", count) % count


class CentreRecord:
    model = TrainingCentre

    def queryset(self):
        return super().queryset().select_related("run_by", "region")

    def breadcrumbs(self):
        trail = [(_("Training centres"), reverse("programmes:centre-list"))]
        record = getattr(self, "record", None)
        return [*trail, (record.name, record.get_absolute_url())] if record else trail

    def cancel_url(self):
        record = getattr(self, "record", None)
        return record.get_absolute_url() if record else reverse("programmes:centre-list")

    def form(self, data=None, files=None, **more):
        return CentreForm(data, files, user=self.request.user, **more)


class CentreDetail(CentreRecord, DetailPage):
    perm = "programmes.view_trainingcentre"
    kicker = gettext_lazy("Regional training centre")
    template_name = "programmes/centre_detail.html"

    def tab_names(self):
        names = [("", _("Profile"))]
        if self.record.shows_trail(self.request.user):
            names.append(("past", _("History, comments, files")))
        return names

    def shows_past(self):
        return self.tab == "past"

    def status(self, centre):
        return None if centre.is_verified else (_("Not verified"), "warn")

    def links(self, centre):
        if not centre.allows(self.request.user, "programmes.change_trainingcentre"):
            return []
        return [
            (_("Edit"), reverse("programmes:centre-edit", args=[centre.pk])),
            (_("Add a course"), reverse("programmes:course-create", args=[centre.pk])),
        ]

    def facts(self, centre):
        return [
            (_("Run by"), centre.run_by.name),
            (_("City"), centre.city),
            (_("Regional centre"), since(centre)),
            (_("Until"), markup.day(centre.until_on)),
            (_("Languages"), names_of(centre.languages)),
            (_("Themes"), ", ".join(str(theme) for theme in centre.themes.all())),
            (_("Seats in the largest room"), centre.seats),
            (_("Beds"), centre.beds),
            (_("Website"), centre.website and markup.link(centre.website, centre.website)),
            (_("Contacts"), ", ".join(one.full_name for one in centre.contacts.all())),
            (_("Source"), centre.source),
        ]

    def who_can_see(self, centre):
        return [_("Everybody with a sign-in")]

    def details(self, centre):
        if self.tab:
            return {}
        may_edit = centre.allows(self.request.user, "programmes.change_trainingcentre")
        events = Event.objects.visible_to(self.request.user).filter(centre=centre)
        return {
            "lead": centre.profile,
            "courses": [
                {
                    "course": one,
                    "languages": names_of(one.languages),
                    "edit_url": reverse("programmes:course-edit", args=[one.pk])
                    if may_edit
                    else "",
                    "delete_url": reverse("programmes:course-delete", args=[one.pk])
                    if may_edit
                    else "",
                }
                for one in centre.courses.all()
            ],
            "may_edit": may_edit,
            "events": [
                {
                    "text": one.title,
                    "url": one.get_absolute_url(),
                    "tag": one.get_status_display(),
                    "tone": markup.tone_of(one.status),
                    "by": markup.days(one.starts_on, one.ends_on),
                }
                for one in events.order_by("-starts_on", "-pk")[:20]
            ],
        }


class CentreCreate(CentreRecord, CreatePage):
    perm = "programmes.change_trainingcentre"
    title = gettext_lazy("New training centre")
    form_class = CentreForm


class CentreEdit(CentreRecord, EditPage):
    perm = "programmes.change_trainingcentre"
    title = gettext_lazy("Edit the training centre")
    form_class = CentreForm


@require_GET
def compendium_pdf(request):
    """The compendium to print: the regional centres of today, in the reader's region."""
    user = request.user
    if not user.has_perm("programmes.view_trainingcentre"):
        raise PermissionDenied
    today = timezone.localdate()
    centres = TrainingCentre.objects.visible_to(user).at_work(today).order_by("name__az")
    rows = list(centres.select_related("run_by").prefetch_related("courses", "themes", "contacts"))
    try:
        file = pdf(compendium(rows, str(_("The regional office")), today))
    except MissingGlyph as missing:
        messages.error(
            request,
            _("The PDF cannot show these letters: %s. Write them in Latin letters.") % missing,
        )
        return HttpResponseRedirect(reverse("programmes:centre-list"))
    response = HttpResponse(file, content_type="application/pdf")
    response["Content-Disposition"] = f'attachment; filename="compendium-{today:%Y-%m-%d}.pdf"'
    return response
