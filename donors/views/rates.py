"""Rates of currencies: the register, one by hand, many from a file."""

from django.contrib import messages
from django.db import IntegrityError, transaction
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from donors.actions import apply_rates, compared, parse_rates
from donors.forms.money import RateForm
from donors.models import Rate, RateImport
from missions.views.workbooks import UploadForm
from rocb import markup
from rocb.sheets import SheetRefused, read_sheets
from rocb.views.house import Column, CreatePage, EditPage, ListPage, Page, RecordPage
from rocb.workflow import StepRefused


class RateList(ListPage):
    perm = "donors.view_money"
    model = Rate
    title = gettext_lazy("Rates of currencies")
    template_name = "donors/rate_list.html"
    lead = gettext_lazy(
        "What one unit was worth in US dollars. A sum over currencies uses the latest rate on or "
        "before its day, and says which."
    )
    ordering = ("-on", "currency")
    columns = (
        Column("currency", gettext_lazy("Currency"), link="donors:rate-edit"),
        Column("on", gettext_lazy("Day"), kind="day"),
        Column("usd", gettext_lazy("US dollars for one unit")),
        Column("source", gettext_lazy("Source")),
    )
    create = ("donors.change_rate", "donors:rate-create", gettext_lazy("New rate"))
    empty = {
        "title": gettext_lazy("No rate yet"),
        "text": gettext_lazy(
            "Without a rate, amounts in other currencies than US dollars stand for themselves."
        ),
    }

    def breadcrumbs(self):
        return [(_("Partners"), reverse("donors:home")), (self.title, None)]

    def count_label(self, count):
        return ngettext("%d rate", "%d rates", count) % count

    def details(self):
        may = self.request.user.has_perm("donors.change_rate")
        return {"import_url": reverse("donors:rate-import") if may else ""}


class RateRecord:
    model = Rate
    perm = "donors.change_rate"
    form_class = RateForm

    def breadcrumbs(self):
        return [
            (_("Partners"), reverse("donors:home")),
            (_("Rates of currencies"), reverse("donors:rate-list")),
            (self.title, None),
        ]

    def cancel_url(self):
        return reverse("donors:rate-list")

    def finish(self, form):
        try:
            with transaction.atomic():
                return super().finish(form)
        except IntegrityError:
            form.add_error("on", _("There is a rate of this currency for that day already."))
            return self.show(form, status=422)


class RateCreate(RateRecord, CreatePage):
    title = gettext_lazy("New rate")


class RateEdit(RateRecord, EditPage):
    title = gettext_lazy("Edit the rate")


class RateImportPage(Page):
    perm = "donors.change_rate"
    template_name = "donors/rate_import.html"
    title = gettext_lazy("Import rates from a file")

    def breadcrumbs(self):
        return [
            (_("Partners"), reverse("donors:home")),
            (_("Rates of currencies"), reverse("donors:rate-list")),
            (self.title, None),
        ]

    def get(self, request):
        return self.page({"form": UploadForm()})

    def post(self, request):
        form = UploadForm(request.POST, request.FILES)
        if not form.is_valid():
            return self.page({"form": form}, 422)
        file = form.cleaned_data["file"]
        try:
            rows = parse_rates(read_sheets(file.read(), file.name), timezone.localdate())
        except SheetRefused as refused:
            form.add_error("file", str(refused))
            return self.page({"form": form}, 422)
        record = RateImport.objects.create(
            name=file.name.replace("\x00", "")[-240:],
            by=request.user,
            content={"rows": [row.as_json() for row in rows]},
        )
        return HttpResponseRedirect(reverse("donors:rate-import-preview", args=[record.pk]))


STATES = (
    ("wrong", gettext_lazy("Wrong"), "bad"),
    ("new", gettext_lazy("New"), "ok"),
    ("changed", gettext_lazy("Changed"), "info"),
    ("unchanged", gettext_lazy("There already"), "neutral"),
)


class RateImportPreview(RecordPage):
    perm = "donors.change_rate"
    model = RateImport
    template_name = "donors/rate_import_preview.html"
    title = gettext_lazy("What the file brings")

    def breadcrumbs(self):
        return [
            (_("Rates of currencies"), reverse("donors:rate-list")),
            (_("Import rates from a file"), reverse("donors:rate-import")),
            (self.title, None),
        ]

    def get(self, request, pk):
        record = self.find()
        rows = compared(record.content["rows"])
        tags = {state: markup.tag(label, tone) for state, label, tone in STATES}
        return self.page(
            {
                "record": record,
                "tiles": [
                    {"number": count, "text": label}
                    for state, label, _tone in STATES
                    if (count := sum(row.state == state for row in rows))
                ],
                "rows": [{**row.as_json(), "tag": tags[row.state]} for row in rows[:500]],
                "wrong": sum(row.state == "wrong" for row in rows),
                "good": sum(row.state in ("new", "changed") for row in rows),
            }
        )

    def post(self, request, pk):
        record = self.find()
        try:
            rows = apply_rates(record, by=request.user, take_good="take_good" in request.POST)
        except StepRefused as refused:
            messages.error(request, str(refused))
            return HttpResponseRedirect(request.path)
        count = sum(row.state in ("new", "changed") for row in rows)
        words = ngettext("%d rate was taken over.", "%d rates were taken over.", count)
        messages.success(request, words % count)
        return HttpResponseRedirect(reverse("donors:rate-list"))
