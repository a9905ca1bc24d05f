"""The programmes under which technical assistance is given."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from programmes.forms.events import ProgrammeForm
from programmes.models import Programme
from rocb import markup
from rocb.views.house import Column, CreatePage, DetailPage, EditPage, ListPage


class ProgrammeList(ListPage):
    perm = "programmes.view_programme"
    model = Programme
    title = gettext_lazy("Programmes")
    ordering = ("name__az",)
    columns = (
        Column("name", gettext_lazy("Programme"), link="programmes:programme-detail"),
        Column("acronym", gettext_lazy("Short name")),
        Column("sponsor", gettext_lazy("Sponsor"), "sponsor__name"),
        Column("starts", gettext_lazy("Starts"), "starts_on", kind="day"),
        Column("ends", gettext_lazy("Ends"), "ends_on", kind="day"),
    )
    create = (
        "programmes.change_programme",
        "programmes:programme-create",
        gettext_lazy("New programme"),
    )
    empty = {
        "title": gettext_lazy("No programme yet"),
        "text": gettext_lazy("Programmes such as Columbus or CCF Japan are listed here."),
    }

    def count_label(self, count):
        return ngettext("%d programme", "%d programmes", count) % count


class ProgrammeRecord:
    model = Programme

    def queryset(self):
        return super().queryset().select_related("sponsor")

    def breadcrumbs(self):
        trail = [(_("Programmes"), reverse("programmes:programme-list"))]
        record = getattr(self, "record", None)
        return [*trail, (record.name, record.get_absolute_url())] if record else trail

    def cancel_url(self):
        record = getattr(self, "record", None)
        return record.get_absolute_url() if record else reverse("programmes:programme-list")


class ProgrammeDetail(ProgrammeRecord, DetailPage):
    perm = "programmes.view_programme"
    kicker = gettext_lazy("Programme")

    def trail(self, record):
        return super().trail(record) if self.request.user.is_office else {}

    def links(self, record):
        if not record.allows(self.request.user, "programmes.change_programme"):
            return []
        return [(_("Edit"), reverse("programmes:programme-edit", args=[record.pk]))]

    def facts(self, record):
        return [
            (_("Short name"), record.acronym),
            (_("Sponsor"), record.sponsor),
            (_("Period"), markup.days(record.starts_on, record.ends_on)),
            (_("Description"), record.description),
        ]

    def who_can_see(self, record):
        return [_("Everybody with a sign-in")]


class ProgrammeCreate(ProgrammeRecord, CreatePage):
    perm = "programmes.change_programme"
    title = gettext_lazy("New programme")
    form_class = ProgrammeForm


class ProgrammeEdit(ProgrammeRecord, EditPage):
    perm = "programmes.change_programme"
    title = gettext_lazy("Edit the programme")
    form_class = ProgrammeForm
