import django.contrib.postgres.indexes
from django.contrib.postgres.operations import AddIndexConcurrently
from django.db import migrations, models


class Migration(migrations.Migration):
    """Indexes for replies by day and by member, and for reports by country, built without a lock."""

    atomic = False

    dependencies = [
        ("reports", "0003_circulars_are_reopened"),
    ]

    operations = [
        AddIndexConcurrently(
            model_name="reply",
            index=models.Index(fields=["answered_at"], name="reply_newest"),
        ),
        AddIndexConcurrently(
            model_name="reply",
            index=models.Index(fields=["administration", "-id"], name="reply_of_member"),
        ),
        AddIndexConcurrently(
            model_name="report",
            index=django.contrib.postgres.indexes.GinIndex(
                fields=["countries"], name="report_countries"
            ),
        ),
    ]
