"""The registers of reference records: one set of pages for all kinds that are declared."""

from datetime import date

from django.db.models import BooleanField, CharField, DateField
from django.http import Http404
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from rocb import markup
from rocb.figures import counted
from rocb.models.reference import Ending
from rocb.reference.filters import filter_of
from rocb.reference.forms import form_of
from rocb.reference.kinds import kinds
from rocb.reference.uses import uses_of
from rocb.trail import history_of, timeline_of
from rocb.views.house import Column, CreatePage, DetailPage, EditPage, ListPage, Page


class Reference(Page):
    """The kinds, with how many rows each has."""

    perm = "rocb.view_reference"
    title = gettext_lazy("Reference lists")
    template_name = "office/reference.html"

    def breadcrumbs(self):
        return way(self.request.user)

    def get(self, request):
        every = list(kinds)
        numbers = counted(kind.model.objects.visible_to(request.user) for kind in every)
        lists = [
            {
                "text": kind.label,
                "url": reverse("reference-list", args=[kind.key]),
                "by": kind.lead,
                "tag": markup.number(number),
                "tone": "neutral",
            }
            for kind, number in zip(every, numbers, strict=True)
        ]
        return self.page({"lists": lists})


def way(user) -> list[tuple]:
    """The pages above: not everybody who reads the lists opens the office's own pages."""
    own = [(_("Office"), reverse("office"))] if user.has_perm("rocb.view_person") else []
    return [*own, (_("Reference lists"), reverse("reference"))]


class OfKind:
    """What the pages of one kind share: its declaration, by the name in the address."""

    def setup(self, request, *args, **kwargs):
        super().setup(request, *args, **kwargs)
        if kwargs["kind"] not in kinds:
            raise Http404
        self.kind = kinds[kwargs["kind"]]
        self.model = self.kind.model

    @property
    def list_url(self) -> str:
        return reverse("reference-list", args=[self.kind.key])

    def breadcrumbs(self):
        trail = [*way(self.request.user), (self.kind.label, self.list_url)]
        record = getattr(self, "record", None)
        return [*trail, (str(record), record.get_absolute_url())] if record else trail

    def cancel_url(self):
        record = getattr(self, "record", None)
        return record.get_absolute_url() if record else self.list_url

    @property
    def form_class(self):
        return form_of(self.kind.key)

    def save(self, form):
        """Who and when is told by the history."""
        return form.save()

    def saved(self, record):
        return _("Saved. It is shown like this from now on, by every office of this portal.")


KINDS_OF_COLUMN = ((BooleanField, "flag"), (DateField, "day"), (CharField, "text"))


class ReferenceList(OfKind, ListPage):
    perm = "rocb.view_reference"
    per_page = 100

    @property
    def title(self):
        return self.kind.label

    @property
    def lead(self):
        return self.kind.lead

    @property
    def filterset_class(self):
        return filter_of(self.kind.key)

    @property
    def ordering(self):
        return tuple(self.kind.ordering)

    @property
    def columns(self):
        """The name leads to the record."""
        found = []
        for path in self.kind.shown:
            field = self.model._meta.get_field(path.split("__")[0])
            if "__" in path:
                field = field.related_model._meta.get_field(path.split("__")[1])
            kinds_of = (kind for base, kind in KINDS_OF_COLUMN if isinstance(field, base))
            is_name = path in (self.kind.name, f"{self.kind.name}_en")
            found.append(
                Column(
                    path.replace("__", "-"),
                    capfirst(field.verbose_name),
                    path,
                    kind=next(kinds_of, "number"),
                    link="reference-record" if is_name else "",
                    link_args=(self.kind.key,),
                )
            )
        return tuple(found)

    @property
    def create(self):
        if not self.kind.add_label:
            return None
        return "rocb.change_reference", "reference-create", self.kind.add_label

    def create_url(self):
        return reverse("reference-create", args=[self.kind.key])

    def count_label(self, count):
        return ngettext("%d entry", "%d entries", count) % count


class ReferenceRecord(OfKind, DetailPage):
    perm = "rocb.view_reference"

    @property
    def kicker(self):
        return self.kind.label

    def status(self, record):
        if not isinstance(record, Ending) or self.model.objects.in_use().filter(pk=record.pk):
            return None
        return _("not in use"), "neutral"

    def links(self, record):
        if not record.allows(self.request.user, "rocb.change_reference"):
            return []
        return [(_("Edit"), reverse("reference-edit", args=[self.kind.key, record.pk]))]

    def facts(self, record):
        fields = [self.model._meta.get_field(name) for name in self.kind.fields]
        number = uses_of(record)
        return [
            *((capfirst(field.verbose_name), self.value(record, field)) for field in fields),
            (
                _("Used"),
                ngettext("%s record names it", "%s records name it", number) % markup.number(number)
                if number
                else _("nothing names it yet"),
            ),
        ]

    def value(self, record, field):
        """What stands in a field, as its reader knows it."""
        value = getattr(record, field.name)
        if isinstance(value, list):
            return ", ".join(value)
        if isinstance(value, bool):
            return _("Yes") if value else _("No")
        return markup.day(value) if isinstance(value, date) else value

    def trail(self, record):
        return {"timeline": timeline_of(record, self.request.user)}

    def who_can_see(self, record):
        return [
            _("The regional offices, the WCO Secretariat and administrators of the portal"),
            _("Its name: everybody, where a record names it"),
        ]


class ReferenceCreate(OfKind, CreatePage):
    perm = "rocb.change_reference"

    @property
    def title(self):
        return self.kind.add_label

    def prepare(self):
        if not self.kind.add_label:
            raise Http404


class ReferenceEdit(OfKind, EditPage):
    perm = "rocb.change_reference"
    title = gettext_lazy("Edit the entry")
    lead = gettext_lazy(
        "All offices of this portal share it, and every record that names it shows the new words. "
        "What has been sent or issued keeps the old ones."
    )

    @property
    def kicker(self):
        return str(self.record)

    def version(self, record):
        """It moves with every change, as its history does."""
        return str(history_of(record).order_by("-pgh_id").values_list("pk", flat=True).first())
