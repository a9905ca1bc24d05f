from django.db import migrations
from django.db.models import OuterRef, Subquery


def take_over(apps, _schema_editor) -> None:
    """The day of the first accepted matrix that reported an action as implemented."""
    reports = apps.get_model("missions", "ActionRow").objects.filter(
        action=OuterRef("pk"), status="implemented", matrix__status="accepted"
    )
    first = reports.order_by("matrix__reviewed_at").values("matrix__reviewed_at")[:1]
    apps.get_model("missions", "Action").objects.update(implemented_at=Subquery(first))


class Migration(migrations.Migration):
    """What was implemented before actions knew when."""

    dependencies = [
        ("missions", "0003_when_an_action_was_implemented"),
    ]

    operations = [
        migrations.RunPython(take_over, migrations.RunPython.noop),
    ]
