from django.db import migrations, models


class Migration(migrations.Migration):
    """An action knows when its implementation was first accepted."""

    dependencies = [
        ("missions", "0002_keep_what_was_sent"),
        ("rocb", "0006_reference_records_have_a_history"),
        ("programmes", "0002_names_in_french"),
    ]

    operations = [
        migrations.AddField(
            model_name="action",
            name="implemented_at",
            field=models.DateTimeField(editable=False, null=True, verbose_name="implemented"),
        ),
    ]
