import django.db.models.deletion
import rocb.schema
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('reports', '0004_reports_have_a_series'),
        ('rocb', '0001_initial'),
    ]

    operations = [
        rocb.schema.CreateTogether(
            operations=[
                migrations.AlterField(
                    model_name='report',
                    name='handle',
                    field=models.CharField(editable=False, max_length=40, unique=True),
                ),
                migrations.AlterField(
                    model_name='report',
                    name='office',
                    field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='reports', to='rocb.office', verbose_name='office'),
                ),
                migrations.AlterField(
                    model_name='report',
                    name='series',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='reports', to='reports.series', verbose_name='series'),
                ),
            ],
        ),
    ]
