from django.db import migrations, models
from django.db.models.functions import Lower


class Migration(migrations.Migration):
    """The index of addresses leaves out the doubted ones. Built beside the old one, without a lock."""

    atomic = False

    dependencies = [
        ("rocb", "0004_names_in_french"),
    ]

    operations = [
        migrations.SeparateDatabaseAndState(
            database_operations=[
                # What an attempt that was cut off has left behind.
                migrations.RunSQL(
                    "DROP INDEX CONCURRENTLY IF EXISTS person_email_once_new",
                    migrations.RunSQL.noop,
                ),
                migrations.RunSQL(
                    "CREATE UNIQUE INDEX CONCURRENTLY person_email_once_new ON rocb_person "
                    "(lower(email)) WHERE email <> '' AND NOT has_others_email",
                    "DROP INDEX CONCURRENTLY IF EXISTS person_email_once_new",
                ),
                migrations.RunSQL(
                    "DROP INDEX CONCURRENTLY IF EXISTS person_email_once",
                    "CREATE UNIQUE INDEX CONCURRENTLY person_email_once ON rocb_person "
                    "(lower(email)) WHERE email <> ''",
                ),
                migrations.RunSQL(
                    "ALTER INDEX person_email_once_new RENAME TO person_email_once",
                    "ALTER INDEX person_email_once RENAME TO person_email_once_new",
                ),
            ],
            state_operations=[
                migrations.RemoveConstraint(model_name="person", name="person_email_once"),
                migrations.AddConstraint(
                    model_name="person",
                    constraint=models.UniqueConstraint(
                        Lower("email"),
                        condition=models.Q(
                            models.Q(("email", ""), _negated=True), ("has_others_email", False)
                        ),
                        name="person_email_once",
                    ),
                ),
            ],
        ),
    ]
