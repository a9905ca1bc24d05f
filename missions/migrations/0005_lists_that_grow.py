from django.contrib.postgres.operations import AddIndexConcurrently
from django.db import migrations, models


class Migration(migrations.Migration):
    """Indexes for what is read by its date or by where it stands, built without a lock."""

    atomic = False

    dependencies = [
        ("missions", "0004_implemented_until_now"),
    ]

    operations = [
        AddIndexConcurrently(
            model_name="action",
            index=models.Index(
                models.OrderBy(models.F("implemented_at"), descending=True, nulls_last=True),
                models.OrderBy(models.F("id"), descending=True),
                condition=models.Q(("tells_others", True)),
                name="action_told",
            ),
        ),
        AddIndexConcurrently(
            model_name="cycle",
            index=models.Index(fields=["-due_on", "-id"], name="cycle_newest"),
        ),
        AddIndexConcurrently(
            model_name="extensionrequest",
            index=models.Index(fields=["-created_at"], name="extension_newest"),
        ),
        AddIndexConcurrently(
            model_name="matrix",
            index=models.Index(
                fields=["administration", "status", "-reviewed_at"], name="matrix_accepted"
            ),
        ),
        AddIndexConcurrently(
            model_name="mission",
            index=models.Index(fields=["status", "ends_on"], name="mission_by_status"),
        ),
        AddIndexConcurrently(
            model_name="recommendation",
            index=models.Index(
                condition=models.Q(("answer", "")),
                fields=["administration"],
                name="recommendation_unanswered",
            ),
        ),
    ]
