from django.contrib.postgres.operations import AddIndexConcurrently
import django.db.models.functions.comparison
import django.db.models.functions.text
from django.db import migrations, models


class Migration(migrations.Migration):
    """Indexes for steps of a kind, mail that failed and people named alike, built without a lock."""

    atomic = False

    dependencies = [
        ("rocb", "0006_reference_records_have_a_history"),
    ]

    operations = [
        AddIndexConcurrently(
            model_name="mail",
            index=models.Index(
                condition=models.Q(("status", "failed")), fields=["id"], name="mail_not_delivered"
            ),
        ),
        AddIndexConcurrently(
            model_name="person",
            index=models.Index(
                django.db.models.functions.text.Concat(
                    django.db.models.functions.comparison.Least(
                        django.db.models.functions.text.Lower("given_name"),
                        django.db.models.functions.text.Lower("family_name"),
                    ),
                    models.Value(" "),
                    django.db.models.functions.comparison.Greatest(
                        django.db.models.functions.text.Lower("given_name"),
                        django.db.models.functions.text.Lower("family_name"),
                    ),
                ),
                name="person_same_name",
            ),
        ),
        AddIndexConcurrently(
            model_name="person",
            index=models.Index(
                condition=models.Q(("has_others_email", True)),
                fields=["id"],
                name="person_with_others_address",
            ),
        ),
        AddIndexConcurrently(
            model_name="statuschange",
            index=models.Index(fields=["content_type", "at"], name="step_of_kind"),
        ),
    ]
