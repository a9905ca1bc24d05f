import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
import rocb.schema
from django.db import migrations, models


class Migration(migrations.Migration):

    replaces = [('donors', '0001_initial')]

    initial = True

    dependencies = [
        ('pghistory', '0007_auto_20250421_0444'),
        ('rocb', '0001_squashed_first_release'),
    ]

    operations = [
        rocb.schema.CreateTogether(
            operations=[
                migrations.CreateModel(
                    name='Donor',
                    fields=[
                        ('organisation_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to='rocb.organisation')),
                        ('kind', models.CharField(choices=[('international', 'International'), ('regional', 'Regional'), ('national', 'National')], max_length=16, verbose_name='kind')),
                        ('iati_identifier', models.CharField(blank=True, max_length=60, verbose_name='IATI identifier')),
                        ('iati_organisation_type', models.CharField(blank=True, max_length=4, verbose_name='IATI type')),
                        ('crs_channel', models.CharField(blank=True, max_length=12, verbose_name='CRS channel code')),
                        ('is_identifier_verified', models.BooleanField(default=False, verbose_name='identifier verified')),
                        ('valid_from_on', models.DateField(blank=True, null=True, verbose_name='from')),
                        ('valid_until_on', models.DateField(blank=True, null=True, verbose_name='until')),
                        ('successor', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, to='donors.donor', verbose_name='successor')),
                        ('note', models.TextField(blank=True, max_length=4000, verbose_name='note')),
                    ],
                    options={
                        'constraints': [models.CheckConstraint(condition=models.Q(('valid_until_on', None), ('valid_from_on', None), ('valid_until_on__gte', models.F('valid_from_on')), _connector='OR'), name='donor_dates_in_order', violation_error_message='The last day is before the first.')],
                    },
                    bases=('rocb.organisation',),
                ),
                migrations.CreateModel(
                    name='DonorEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='kind_iati_identifier_crs_channel_valid_until_on_successor_events', to='donors.donor')),
                        ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                        ('kind', models.CharField(choices=[('international', 'International'), ('regional', 'Regional'), ('national', 'National')], max_length=16, verbose_name='kind')),
                        ('iati_identifier', models.CharField(blank=True, max_length=60, verbose_name='IATI identifier')),
                        ('crs_channel', models.CharField(blank=True, max_length=12, verbose_name='CRS channel code')),
                        ('valid_until_on', models.DateField(blank=True, null=True, verbose_name='until')),
                        ('successor', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='donors.donor', verbose_name='successor')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='donor',
                    trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "donors_donorevent" ("crs_channel", "iati_identifier", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "successor_id", "valid_until_on") VALUES (NEW."crs_channel", NEW."iati_identifier", NEW."kind", _pgh_attach_context(), NOW(), \'insert\', NEW."organisation_ptr_id", NEW."successor_id", NEW."valid_until_on"); RETURN NULL;', hash='f9e760e2100d3480f43de93e8c8e5d616d9fbfc3', operation='INSERT', pgid='pgtrigger_insert_insert_79eaf', table='donors_donor', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='donor',
                    trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."crs_channel" IS DISTINCT FROM (NEW."crs_channel") OR OLD."iati_identifier" IS DISTINCT FROM (NEW."iati_identifier") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."successor_id" IS DISTINCT FROM (NEW."successor_id") OR OLD."valid_until_on" IS DISTINCT FROM (NEW."valid_until_on"))', func='INSERT INTO "donors_donorevent" ("crs_channel", "iati_identifier", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "successor_id", "valid_until_on") VALUES (NEW."crs_channel", NEW."iati_identifier", NEW."kind", _pgh_attach_context(), NOW(), \'update\', NEW."organisation_ptr_id", NEW."successor_id", NEW."valid_until_on"); RETURN NULL;', hash='b8e637e47f54a1693b0b93d8f98774c9aa35a364', operation='UPDATE', pgid='pgtrigger_update_update_9c475', table='donors_donor', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='donorevent',
                    trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='efc328464fa72e7a7ec7854219ce5c472f79e530', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_59fab', table='donors_donorevent', when='BEFORE')),
                ),
            ],
        ),
    ]
