"""Frozen pages of funded activities: made, looked at, published."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from donors.actions import freeze
from donors.activity_frozen import still_shared
from donors.activity_page import title_of
from donors.documents import (
    activity_facts,
)
from donors.forms.activities import FreezeForm
from donors.models import Snapshot
from donors.views.activities import ActivityRecord
from donors.views.activity_parts import chain_of, shown
from donors.workflow import SNAPSHOT
from rocb import markup
from rocb.frozen import as_read
from rocb.views.house import (
    RecordPage,
    StepPage,
    VerbPage,
)


class ActivityFreeze(ActivityRecord, VerbPage):
    perm = "donors.publish_activity"
    title = gettext_lazy("Freeze and preview")
    submit_label = gettext_lazy("Freeze it as it stands")
    template_name = "generic/step.html"
    form_class = FreezeForm

    def page(self, context, status=200):
        then = [
            _("The page is kept as it stands today. Nobody else sees it yet."),
            _("You look at it, and publish it on the next page."),
            _("People are counted, never named; what members do not share is only counted."),
        ]
        context |= {"record": title_of(self.record), "consequences": then, "draft_url": ""}
        return super().page(context, status)

    def act(self, record, **values):
        return freeze(record, by=self.request.user, **values)

    def saved(self, record):
        return _("Frozen. Look at it, then publish it.")


class SnapshotRecord:
    model = Snapshot

    def queryset(self):
        return super().queryset().select_related("activity__office", "made_by__person")


class SnapshotDetail(SnapshotRecord, RecordPage):
    """A frozen page as the public would meet it, for staff to look at before it is published."""

    perm = "donors.view_activity"
    template_name = "donors/activity_detail.html"

    def get(self, request, pk):
        snapshot = self.find()
        content = still_shared(as_read(snapshot.content))
        steps = [
            (step.label, reverse("donors:snapshot-step", args=[snapshot.pk, step.name]), step.tone)
            for step in SNAPSHOT.open_to(snapshot, request.user)
        ]
        return self.page(
            {
                "record": snapshot,
                "title": content["title"],
                "kicker": _("Funded activity, frozen"),
                "status": (snapshot.get_status_display(), markup.tone_of(snapshot.status)),
                "steps": steps,
                "chain": chain_of(content),
                "part": shown(content),
                "facts": activity_facts(content),
                "note": _("As at %(day)s. This is what everybody would read. Check sum %(sum)s.")
                % {"day": markup.day(snapshot.as_at), "sum": snapshot.sha256[:12]},
                "who_can_see": [_("Your regional office"), _("Everybody, once it is published")],
            }
        )

    def breadcrumbs(self):
        return [(_("Funded activities"), reverse("donors:activity-list"))]


class SnapshotStep(SnapshotRecord, StepPage):
    workflow = SNAPSHOT

    def consequences(self, record):
        return {
            "publish": [
                _("Everybody can read it without a sign-in, under the address of the activity."),
                _("What was published before is withdrawn."),
            ],
            "withdraw": [_("Nobody but the office and the donors that pay reads it any more.")],
        }[self.step.name]

    def page(self, context, status=200):
        record = context["record"]
        context["record"] = f"{record.content['title']}, {markup.day(record.as_at)}"
        return super().page(context, status)
