from django.contrib.postgres.operations import AddIndexConcurrently
from django.db import migrations, models


class Migration(migrations.Migration):
    """An index for the replies that came last, built without a lock."""

    atomic = False

    dependencies = [
        ("reports", "0003_circulars_are_reopened"),
    ]

    operations = [
        AddIndexConcurrently(
            model_name="reply",
            index=models.Index(fields=["answered_at"], name="reply_newest"),
        ),
    ]
