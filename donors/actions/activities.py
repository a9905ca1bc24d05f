"""A funded activity's page: frozen as at a day, previewed, published."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from donors.activity_frozen import digest_of, named_people, without_amounts
from donors.activity_page import content_of
from donors.models import Activity, Snapshot
from donors.workflow import SNAPSHOT, SnapshotStatus
from missions.workflow import PlanStatus
from rocb.frozen import in_every_language
from rocb.workflow import StepRefused


def refuse_unshared(activity: Activity) -> None:
    """An action's own page is for the public only while its member shares the action."""
    action = activity.action
    if action is None:
        return
    if not action.is_shared or action.plan.status == PlanStatus.DRAFT:
        raise StepRefused(
            _("%s does not share this action: its page cannot be published. Ask the member first.")
            % action.plan.administration
        )


@transaction.atomic
def freeze(activity: Activity, *, by, shows_amounts: bool) -> Snapshot:
    """Keep the page as it stands today, to be looked at and then published.

    Raises StepRefused where a text names somebody who took part, or the member does not share it.
    """
    activity = Activity.objects.select_for_update(of=("self",)).get(pk=activity.pk)
    if not activity.allows(by, "donors.publish_activity"):
        raise PermissionDenied
    refuse_unshared(activity)
    content = in_every_language(lambda: content_of(activity, is_public=True))
    if names := named_people(activity, content):
        raise StepRefused(
            _("The page names persons: %s. Take the names out of its texts first.")
            % ", ".join(names[:5])
        )
    if not shows_amounts:
        content = without_amounts(content)
    return Snapshot.objects.create(
        activity=activity,
        as_at=timezone.localdate(),
        shows_amounts=shows_amounts,
        content=content,
        sha256=digest_of(content),
        made_by=by,
        created_by=by,
        updated_by=by,
    )


@transaction.atomic
def publish_snapshot(snapshot: Snapshot, *, by, comment: str = "") -> Snapshot:
    """Everybody may read it from now on; the one published before is withdrawn."""
    activity = Activity.objects.select_for_update(of=("self",)).get(pk=snapshot.activity_id)
    refuse_unshared(activity)
    for before in activity.snapshots.filter(status=SnapshotStatus.PUBLISHED).exclude(
        pk=snapshot.pk
    ):
        SNAPSHOT.take(before, "withdraw", by=by, comment=comment)
    snapshot = SNAPSHOT.take(snapshot, "publish", by=by, comment=comment)
    snapshot.published_at = timezone.now()
    snapshot.save(update_fields=["published_at"])
    return snapshot
