"""Funded activities: live for the donor, frozen and published for everybody."""

from datetime import date

from django.db.models import CharField, F, OuterRef, Subquery
from django.db.models.fields.json import KeyTextTransform
from django.db.models.functions import Coalesce
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, gettext_lazy, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from donors.activity_chain import Content
from donors.activity_frozen import still_shared
from donors.activity_page import activities_with_records, contents_of, title_of
from donors.documents import (
    activity_document,
    activity_facts,
)
from donors.forms.activities import ActivityForm
from donors.models import Activity, Snapshot
from donors.names import named
from donors.views.activity_parts import (
    chain_of,
    published_of,
    reading,
    sees_live,
    shown,
    snapshots_of,
)
from donors.workflow import SnapshotStatus
from rocb import markup
from rocb.documents import MissingGlyph, pdf
from rocb.frozen import as_read
from rocb.views.finding import FindingPage
from rocb.views.house import (
    Column,
    DetailPage,
    EditPage,
    ListPage,
)

NAME = Column(
    "name",
    gettext_lazy("Activity"),
    link="donors:activity-detail",
    link_by="slug",
)


class ActivityList(ListPage):
    """Live for the office, the Secretariat and donors; for everybody else what is published."""

    model = Activity
    title = gettext_lazy("Funded activities")
    lead = gettext_lazy("What donors pay for, and what it moved.")
    ordering = ("-pk",)
    empty = {
        "title": gettext_lazy("No activity to show yet"),
        "text": gettext_lazy("An activity stands here once money is allocated to it."),
    }

    @property
    def columns(self):
        if sees_live(self.request.user):
            return (
                NAME,
                Column("starts", gettext_lazy("Starts"), "starts_on", kind="day"),
                Column("place", gettext_lazy("Where")),
                Column("published", gettext_lazy("Published as at"), "as_at", kind="day"),
            )
        return (
            NAME,
            Column("place", gettext_lazy("Where")),
            Column("as_at", gettext_lazy("As at"), kind="day"),
        )

    def breadcrumbs(self):
        if sees_live(self.request.user):
            return [(_("Partners"), reverse("donors:home")), (self.title, None)]
        return []

    def rows(self):
        shown = Snapshot.objects.filter(
            activity=OuterRef("pk"), status=SnapshotStatus.PUBLISHED
        ).order_by("-pk")
        as_at = Subquery(shown.values("as_at")[:1])
        if sees_live(self.request.user):
            rows = named(Activity.objects.visible_to(self.request.user))
            return rows.annotate(as_at=as_at, starts_on=starts_on(), place=place())

        def told(key):
            return Subquery(
                shown.annotate(told=KeyTextTransform(key, "content")).values("told")[:1],
                output_field=CharField(),
            )

        rows = Activity.objects.published()
        return rows.annotate(as_at=as_at, name=told("title"), place=told("place"))

    def get(self, request, *args, **kwargs):
        # Files of lists are made for somebody: who is not signed in reads the pages.
        if "export" in request.GET and not request.user.is_authenticated:
            return HttpResponseRedirect(request.path)
        return super().get(request, *args, **kwargs)

    def details(self):
        return {} if self.request.user.is_authenticated else {"exports": []}

    def count_label(self, count):
        return ngettext("%d activity", "%d activities", count) % count


def starts_on():
    return Coalesce(F("event__starts_on"), F("mission__starts_on"), F("action__current_due_on"))


def place():
    return Coalesce(
        F("event__place"),
        F("mission__administration__country_name"),
        F("action__plan__administration__country_name"),
        output_field=CharField(),
    )


class ActivityDetail(DetailPage):
    """One address: live for those who may read it so, else the published state, else nothing."""

    model = Activity
    template_name = "donors/activity_detail.html"
    kicker = gettext_lazy("Funded activity")

    def get(self, request, slug):
        if sees_live(request.user):
            rows = activities_with_records(Activity.objects.visible_to(request.user))
            self.record = rows.filter(slug=slug).first()
            if self.record is not None:
                return self.live(self.record)
        snapshot = published_of(slug)
        if snapshot is None:
            raise Http404
        return self.frozen(snapshot)

    def live(self, activity):
        user = self.request.user
        (content,) = contents_of([activity], donor_id=reading(user))
        is_past = bool(self.tab)
        return self.page(
            {
                "record": activity,
                "title": content["title"],
                "kicker": self.kicker,
                "chain": chain_of(content),
                "tab": self.tab,
                "tabs": self.tabs(),
                "actions": self.links(activity),
                "part": shown(content, user),
                "facts": [] if is_past else activity_facts(content),
                "note": _("This is how things stand today. It is not published.")
                if user.is_office
                else _("This is how things stand today; only you and the office read it."),
                "snapshots": snapshots_of(activity, user),
                "pdf_url": reverse("donors:activity-pdf", args=[activity.slug]),
                "who_can_see": [
                    _("The donors that pay for it: each its own amounts, and who else pays"),
                    _("Your regional office"),
                    _("The WCO Secretariat"),
                    _("Everybody: only what has been published"),
                ],
                **(self.trail(activity) if is_past and user.is_office else {}),
            }
        )

    def frozen(self, snapshot):
        content = still_shared(as_read(snapshot.content))
        return self.page(
            {
                "title": content["title"],
                "kicker": self.kicker,
                "chain": chain_of(content),
                "part": shown(content),
                "facts": activity_facts(content),
                "note": _("As at %s.") % markup.day(snapshot.as_at),
                "is_public": True,
                "pdf_url": reverse("donors:activity-pdf", args=[snapshot.activity.slug]),
                "who_can_see": [_("Everybody")],
            }
        )

    def tab_names(self):
        if self.request.user.is_authenticated and self.request.user.is_office:
            return [("", _("Activity")), ("past", _("History, comments, files"))]
        return super().tab_names()

    def breadcrumbs(self):
        return [(_("Funded activities"), reverse("donors:activity-list"))]

    def links(self, activity):
        user, found = self.request.user, []
        if activity.allows(user, "donors.change_activity"):
            found.append(
                (_("Edit the texts"), reverse("donors:activity-edit", args=[activity.slug]))
            )
        if activity.allows(user, "donors.publish_activity"):
            where = reverse("donors:activity-freeze", args=[activity.slug])
            found.append((_("Freeze and preview"), where))
        if user.is_office:
            found.append((_("Its record"), activity.record.get_absolute_url()))
        return found


@require_GET
def activity_pdf(request, slug):
    """The page as PDF: what its reader would meet under the page's address, no more."""
    activity, mark, as_at = None, "", timezone.localdate()
    if sees_live(request.user):
        rows = activities_with_records(Activity.objects.visible_to(request.user))
        activity = rows.filter(slug=slug).first()
    if activity is not None:
        content: Content = contents_of([activity], donor_id=reading(request.user))[0]
        mark = _("Not published")
    else:
        snapshot = published_of(slug)
        if snapshot is None:
            raise Http404
        content, as_at = still_shared(as_read(snapshot.content)), snapshot.as_at
    return printed(request, content, as_at, mark, slug)


def printed(request, content: Content, as_at: date, mark: str, slug: str):
    document = activity_document(content, as_at=as_at, mark=mark, language=get_language() or "en")
    try:
        file = pdf(document)
    except MissingGlyph as missing:
        return HttpResponse(
            _("The PDF cannot show these letters: %s.") % missing,
            content_type="text/plain; charset=utf-8",
            status=422,
        )
    response = HttpResponse(file, content_type="application/pdf")
    response["Content-Disposition"] = f'attachment; filename="{slug}.pdf"'
    response["Cache-Control"] = "private, no-store"
    return response


class ActivityRecord:
    """An activity by its address."""

    model = Activity

    def queryset(self):
        return activities_with_records(super().queryset())

    def kwargs_of_record(self):
        return {"slug": self.kwargs["slug"]}

    def breadcrumbs(self):
        record = getattr(self, "record", None)
        trail = [(_("Funded activities"), reverse("donors:activity-list"))]
        return [*trail, (title_of(record), record.get_absolute_url())] if record else trail

    @property
    def kicker(self):
        return title_of(self.record)


class ActivityEdit(FindingPage, ActivityRecord, EditPage):
    perm = "donors.change_activity"
    title = gettext_lazy("Edit the texts of the page")
    form_class = ActivityForm
    lead = gettext_lazy(
        "Donors read these texts, and everybody once the page is published: no names, no addresses."
    )

    def form(self, data=None, files=None, **more):
        return ActivityForm(data, files, user=self.request.user, **more)
