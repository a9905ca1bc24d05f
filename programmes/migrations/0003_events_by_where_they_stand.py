from django.contrib.postgres.operations import AddIndexConcurrently
from django.db import migrations, models


class Migration(migrations.Migration):
    """An index for the events ahead and in preparation, built without a lock."""

    atomic = False

    dependencies = [
        ("programmes", "0002_names_in_french"),
    ]

    operations = [
        AddIndexConcurrently(
            model_name="event",
            index=models.Index(fields=["status", "ends_on"], name="event_by_status"),
        ),
    ]
