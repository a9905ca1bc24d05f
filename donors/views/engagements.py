"""Talks with donors, and what follows from them."""

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from donors.actions import done_next_step
from donors.filters import EngagementFilter
from donors.forms.donors import EngagementForm
from donors.forms.fields import DayForm
from donors.models import Engagement
from donors.views.donors import next_step_tag
from rocb import markup
from rocb.views.house import Column, CreatePage, DetailPage, EditPage, ListPage, VerbPage


class EngagementList(ListPage):
    perm = "donors.view_engagement"
    model = Engagement
    title = gettext_lazy("Talks with donors")
    filterset_class = EngagementFilter
    ordering = ("-on", "-pk")
    columns = (
        Column("subject", gettext_lazy("Subject"), link="donors:engagement-detail"),
        Column("donor", gettext_lazy("Donor"), "donor__name"),
        Column("kind", gettext_lazy("Kind"), choices=Engagement.Kind),
        Column("on", gettext_lazy("Day"), kind="day"),
        Column("next_step", gettext_lazy("Next step")),
        Column("due", gettext_lazy("Due"), "next_step_due_on", kind="day"),
        Column("done", gettext_lazy("Done"), "done_on", kind="day"),
    )
    create = (
        "donors.change_engagement",
        "donors:engagement-create",
        gettext_lazy("Note a talk"),
    )
    empty = {
        "title": gettext_lazy("No talk noted yet"),
        "text": gettext_lazy(
            "Note meetings and calls with donors here: whoever comes after you will know what was said."
        ),
    }

    def breadcrumbs(self):
        return [(_("Partners"), reverse("donors:home")), (self.title, None)]

    def count_label(self, count):
        return ngettext("%d talk", "%d talks", count) % count


class EngagementRecord:
    model = Engagement

    def queryset(self):
        return super().queryset().select_related("donor", "next_step_by__person", "office")

    def breadcrumbs(self):
        trail = [
            (_("Partners"), reverse("donors:home")),
            (_("Talks with donors"), reverse("donors:engagement-list")),
        ]
        record = getattr(self, "record", None)
        return [*trail, (record.subject, record.get_absolute_url())] if record else trail

    def cancel_url(self):
        record = getattr(self, "record", None)
        return record.get_absolute_url() if record else reverse("donors:engagement-list")


class EngagementDetail(EngagementRecord, DetailPage):
    perm = "donors.view_engagement"
    kicker = gettext_lazy("Talk with a donor")

    def status(self, record):
        found = next_step_tag(record, timezone.localdate())
        return (found["tag"], found["tone"]) if found else None

    def links(self, record):
        user, found = self.request.user, []
        if not record.allows(user, "donors.change_engagement"):
            return found
        if record.next_step and not record.done_on:
            done = reverse("donors:engagement-done", args=[record.pk])
            found.append((_("The next step is done"), done))
        found.append((_("Edit"), reverse("donors:engagement-edit", args=[record.pk])))
        return found

    def facts(self, record):
        by = record.next_step_by
        return [
            (_("Donor"), markup.link(record.donor.name, record.donor.get_absolute_url())),
            (_("Kind"), record.get_kind_display()),
            (_("Day"), markup.weekday(record.on)),
            (_("Who took part"), record.present),
            (_("What was said"), record.summary),
            (_("Next step"), record.next_step),
            (_("Next step due"), markup.weekday(record.next_step_due_on)),
            (_("Who does it"), by.full_name if by else ""),
            (_("Done"), markup.day(record.done_on)),
        ]

    def who_can_see(self, record):
        return [_("Your regional office"), _("Nobody else: not the donor, not other offices")]


class EngagementWriting(EngagementRecord):
    """Its form knows who fills it in."""

    form_class = EngagementForm

    def form(self, data=None, files=None, **more):
        return EngagementForm(data, files, user=self.request.user, **more)


class EngagementCreate(EngagementWriting, CreatePage):
    perm = "donors.change_engagement"
    title = gettext_lazy("Note a talk")

    def initial(self):
        asked = self.request.GET.get("donor", "")
        return {
            "donor": asked if asked.isdecimal() else None,
            "on": timezone.localdate(),
            "next_step_by": self.request.user.pk,
        }

    def save(self, form):
        form.instance.office_id = self.request.user.organisation_id
        return super().save(form)


class EngagementEdit(EngagementWriting, EditPage):
    perm = "donors.change_engagement"
    title = gettext_lazy("Edit the talk")


class EngagementDone(EngagementRecord, VerbPage):
    perm = "donors.change_engagement"
    title = gettext_lazy("The next step is done")
    form_class = DayForm

    @property
    def lead(self):
        return self.record.next_step

    def initial(self, record):
        return {"on": timezone.localdate()}

    def act(self, record, **values):
        return done_next_step(record, by=self.request.user, **values)
