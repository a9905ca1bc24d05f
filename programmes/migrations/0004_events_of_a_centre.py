from django.contrib.postgres.operations import AddIndexConcurrently
from django.db import migrations, models


class Migration(migrations.Migration):
    """An index for what was held at a training centre, newest first, built without a lock."""

    atomic = False

    dependencies = [
        ("programmes", "0003_events_by_where_they_stand"),
    ]

    operations = [
        AddIndexConcurrently(
            model_name="event",
            index=models.Index(fields=["centre", "-starts_on", "-id"], name="event_of_centre"),
        ),
    ]
