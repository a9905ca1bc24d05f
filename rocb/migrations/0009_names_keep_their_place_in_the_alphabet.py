from django.db import migrations, models
from django.db.models.functions import Coalesce, NullIf

from rocb.models.alphabet import Alphabetical
from rocb.schema import ApplyTogether


def key(*names):
    """A column that the database keeps: the first of the names that is there, as a key."""
    english, *french = names
    name = Coalesce(NullIf(french[0], models.Value("")), english) if french else english
    return models.GeneratedField(
        db_persist=True, expression=Alphabetical(name), output_field=models.TextField()
    )


class Migration(migrations.Migration):
    """Keys for the names under which many rows stand: members and parties. Both tables are small."""

    dependencies = [
        ("rocb", "0008_names_in_the_order_of_the_alphabet"),
    ]

    operations = [
        ApplyTogether(
            [
                migrations.AddField("administration", "country_name_en_az", key("country_name_en")),
                migrations.AddField(
                    "administration",
                    "country_name_fr_az",
                    key("country_name_en", "country_name_fr"),
                ),
                migrations.AddField("organisation", "name_en_az", key("name_en")),
                migrations.AddField("organisation", "name_fr_az", key("name_en", "name_fr")),
                migrations.AddIndex(
                    "administration",
                    models.Index(fields=["country_name_en_az"], name="administration_az"),
                ),
                migrations.AddIndex(
                    "administration",
                    models.Index(fields=["country_name_fr_az"], name="administration_az_fr"),
                ),
            ]
        ),
    ]
