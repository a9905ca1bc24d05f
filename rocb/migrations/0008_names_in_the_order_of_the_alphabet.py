from django.contrib.postgres.operations import AddIndexConcurrently, RemoveIndexConcurrently
from django.db import migrations, models

import rocb.models.alphabet

# Mostly a name is plain ASCII, and no more is done with it than to forget its capitals.
FUNCTION = r"""
CREATE OR REPLACE FUNCTION rocb_az(text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
SELECT CASE WHEN octet_length($1) = char_length($1) THEN lower($1) ELSE lower(translate(
    replace(replace(replace(replace(replace(replace(replace(replace(
        regexp_replace(normalize($1, NFKD), '[\u0300-\u036f]', '', 'g'),
    'æ', 'ae'), 'Æ', 'ae'), 'œ', 'oe'), 'Œ', 'oe'), 'ß', 'ss'), 'ẞ', 'ss'), 'þ', 'th'), 'Þ', 'th'),
    'øØłŁđĐðÐı', 'oollddddi'
)) END
$$
"""


class Migration(migrations.Migration):
    """The key of a name in the alphabet; people are listed by it. Indexes are built without a lock."""

    atomic = False

    dependencies = [
        ("rocb", "0007_what_grows"),
    ]

    operations = [
        migrations.RunSQL(FUNCTION, "DROP FUNCTION IF EXISTS rocb_az(text)"),
        migrations.AlterModelOptions(name="theme", options={"ordering": ["name__az"]}),
        AddIndexConcurrently(
            model_name="person",
            index=models.Index(
                rocb.models.alphabet.Alphabetical("family_name"),
                rocb.models.alphabet.Alphabetical("given_name"),
                models.F("id"),
                name="person_az",
            ),
        ),
        RemoveIndexConcurrently(model_name="person", name="person_name"),
    ]
