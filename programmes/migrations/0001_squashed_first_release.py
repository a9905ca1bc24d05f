import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.contrib.postgres.search
import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
import rocb.models.parties
import rocb.schema
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    replaces = [('programmes', '0001_initial'), ('programmes', '0002_initial'), ('programmes', '0003_events')]

    initial = True

    dependencies = [
        ('pghistory', '0007_auto_20250421_0444'),
        ('rocb', '0001_squashed_first_release'),
    ]

    operations = [
        rocb.schema.CreateTogether(
            operations=[
                migrations.CreateModel(
                    name='Event',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('created_at', models.DateTimeField(auto_now_add=True, verbose_name='created')),
                        ('created_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('updated_at', models.DateTimeField(auto_now=True, verbose_name='changed')),
                        ('updated_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('office', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='events', to='rocb.office', verbose_name='office')),
                        ('title', models.CharField(max_length=300, verbose_name='title')),
                        ('kind', models.CharField(choices=[('workshop', 'Workshop'), ('seminar', 'Seminar'), ('accreditation', 'Accreditation workshop'), ('webinar', 'Webinar'), ('meeting', 'Meeting')], default='workshop', max_length=16, verbose_name='kind')),
                        ('scope', models.CharField(choices=[('national', 'National'), ('subregional', 'Sub-regional'), ('regional', 'Regional')], default='regional', max_length=12, verbose_name='for whom')),
                        ('programme', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='activities', to='programmes.programme', verbose_name='programme')),
                        ('starts_on', models.DateField(blank=True, null=True, verbose_name='starts')),
                        ('ends_on', models.DateField(blank=True, null=True, verbose_name='ends')),
                        ('time_zone', models.CharField(default='Asia/Bangkok', max_length=64, validators=[rocb.models.parties.check_time_zone], verbose_name='time zone')),
                        ('host', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='hosted_events', to='rocb.organisation', verbose_name='host')),
                        ('place', models.CharField(blank=True, max_length=160, verbose_name='place')),
                        ('languages', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(choices=[('en', 'English'), ('fr', 'French'), ('es', 'Spanish'), ('pt', 'Portuguese'), ('ru', 'Russian'), ('ar', 'Arabic'), ('zh', 'Chinese'), ('ja', 'Japanese'), ('ko', 'Korean'), ('ms', 'Malay'), ('id', 'Indonesian'), ('th', 'Thai'), ('vi', 'Vietnamese'), ('lo', 'Lao'), ('km', 'Khmer'), ('hi', 'Hindi'), ('bn', 'Bengali'), ('ur', 'Urdu'), ('fa', 'Persian'), ('mn', 'Mongolian'), ('tpi', 'Tok Pisin')], max_length=8), blank=True, default=list, size=None, verbose_name='languages')),
                        ('capacity', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='seats')),
                        ('summary', models.TextField(blank=True, max_length=4000, verbose_name='what it is about')),
                        ('outcome', models.TextField(blank=True, max_length=4000, verbose_name='outcome')),
                        ('status', models.CharField(choices=[('idea', 'Idea'), ('planned', 'Planned'), ('announced', 'Announced'), ('confirmed', 'Confirmed'), ('held', 'Held'), ('closed', 'Closed'), ('postponed', 'Postponed'), ('cancelled', 'Cancelled')], default='idea', editable=False, max_length=12, verbose_name='status')),
                        ('search', models.GeneratedField(db_persist=True, expression=django.contrib.postgres.search.SearchVector('title', 'place', 'summary', config='simple'), output_field=django.contrib.postgres.search.SearchVectorField())),
                        ('themes', models.ManyToManyField(blank=True, related_name='events', to='rocb.theme', verbose_name='themes')),
                        ('standards', models.ManyToManyField(blank=True, related_name='events', to='rocb.standard', verbose_name='standards')),
                    ],
                    options={
                        'permissions': [('run_event', 'Take events through their life')],
                        'indexes': [models.Index(fields=['starts_on'], name='event_start'), django.contrib.postgres.indexes.GinIndex(fields=['search'], name='event_search')],
                        'constraints': [models.CheckConstraint(condition=models.Q(('ends_on', None), ('starts_on', None), ('ends_on__gte', models.F('starts_on')), _connector='OR'), name='event_ends_after_it_starts', violation_error_message='The event ends before it starts.')],
                    },
                ),
                migrations.CreateModel(
                    name='EventEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='programmes.event')),
                        ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                        ('id', models.BigIntegerField()),
                        ('office', models.ForeignKey(db_constraint=False, editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='rocb.office', verbose_name='office')),
                        ('title', models.CharField(max_length=300, verbose_name='title')),
                        ('kind', models.CharField(choices=[('workshop', 'Workshop'), ('seminar', 'Seminar'), ('accreditation', 'Accreditation workshop'), ('webinar', 'Webinar'), ('meeting', 'Meeting')], default='workshop', max_length=16, verbose_name='kind')),
                        ('scope', models.CharField(choices=[('national', 'National'), ('subregional', 'Sub-regional'), ('regional', 'Regional')], default='regional', max_length=12, verbose_name='for whom')),
                        ('programme', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='programmes.programme', verbose_name='programme')),
                        ('starts_on', models.DateField(blank=True, null=True, verbose_name='starts')),
                        ('ends_on', models.DateField(blank=True, null=True, verbose_name='ends')),
                        ('time_zone', models.CharField(default='Asia/Bangkok', max_length=64, validators=[rocb.models.parties.check_time_zone], verbose_name='time zone')),
                        ('host', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='rocb.organisation', verbose_name='host')),
                        ('place', models.CharField(blank=True, max_length=160, verbose_name='place')),
                        ('languages', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(choices=[('en', 'English'), ('fr', 'French'), ('es', 'Spanish'), ('pt', 'Portuguese'), ('ru', 'Russian'), ('ar', 'Arabic'), ('zh', 'Chinese'), ('ja', 'Japanese'), ('ko', 'Korean'), ('ms', 'Malay'), ('id', 'Indonesian'), ('th', 'Thai'), ('vi', 'Vietnamese'), ('lo', 'Lao'), ('km', 'Khmer'), ('hi', 'Hindi'), ('bn', 'Bengali'), ('ur', 'Urdu'), ('fa', 'Persian'), ('mn', 'Mongolian'), ('tpi', 'Tok Pisin')], max_length=8), blank=True, default=list, size=None, verbose_name='languages')),
                        ('capacity', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='seats')),
                        ('summary', models.TextField(blank=True, max_length=4000, verbose_name='what it is about')),
                        ('outcome', models.TextField(blank=True, max_length=4000, verbose_name='outcome')),
                        ('status', models.CharField(choices=[('idea', 'Idea'), ('planned', 'Planned'), ('announced', 'Announced'), ('confirmed', 'Confirmed'), ('held', 'Held'), ('closed', 'Closed'), ('postponed', 'Postponed'), ('cancelled', 'Cancelled')], default='idea', editable=False, max_length=12, verbose_name='status')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='Programme',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('created_at', models.DateTimeField(auto_now_add=True, verbose_name='created')),
                        ('created_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('updated_at', models.DateTimeField(auto_now=True, verbose_name='changed')),
                        ('updated_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('name', models.CharField(max_length=160, unique=True, verbose_name='name')),
                        ('acronym', models.CharField(blank=True, max_length=40, verbose_name='short name')),
                        ('sponsor', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='programmes', to='rocb.organisation', verbose_name='sponsor')),
                        ('starts_on', models.DateField(blank=True, null=True, verbose_name='starts')),
                        ('ends_on', models.DateField(blank=True, null=True, verbose_name='ends')),
                        ('description', models.TextField(blank=True, max_length=4000, verbose_name='description')),
                    ],
                    options={
                        'constraints': [models.CheckConstraint(condition=models.Q(('ends_on', None), ('starts_on', None), ('ends_on__gte', models.F('starts_on')), _connector='OR'), name='programme_ends_after_it_starts', violation_error_message='The programme ends before it starts.')],
                    },
                ),
                migrations.CreateModel(
                    name='ProgrammeEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='programmes.programme')),
                        ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                        ('id', models.BigIntegerField()),
                        ('name', models.CharField(max_length=160, verbose_name='name')),
                        ('acronym', models.CharField(blank=True, max_length=40, verbose_name='short name')),
                        ('sponsor', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='rocb.organisation', verbose_name='sponsor')),
                        ('starts_on', models.DateField(blank=True, null=True, verbose_name='starts')),
                        ('ends_on', models.DateField(blank=True, null=True, verbose_name='ends')),
                        ('description', models.TextField(blank=True, max_length=4000, verbose_name='description')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='event',
                    trigger=pgtrigger.compiler.Trigger(name='steps', sql=pgtrigger.compiler.UpsertTriggerSql(declare='DECLARE _is_valid_transition BOOLEAN;', func='SELECT CONCAT(OLD."status", \':\', NEW."status") = ANY(\'{announced:cancelled,announced:confirmed,announced:postponed,confirmed:cancelled,confirmed:held,confirmed:postponed,held:closed,idea:cancelled,idea:planned,planned:announced,planned:cancelled,postponed:announced,postponed:cancelled}\'::text[]) INTO _is_valid_transition; IF (_is_valid_transition IS FALSE AND OLD."status" IS DISTINCT FROM NEW."status") THEN RAISE EXCEPTION \'pgtrigger: Invalid transition of field "status" from "%" to "%" on table %\', OLD."status", NEW."status", TG_TABLE_NAME; ELSE RETURN NEW; END IF;', hash='69a9a2c91b9c8a6a00777c73afd4807034fa7f4e', operation='UPDATE', pgid='pgtrigger_steps_51c65', table='programmes_event', when='BEFORE')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='event',
                    trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "programmes_eventevent" ("capacity", "ends_on", "host_id", "id", "kind", "languages", "office_id", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "programme_id", "scope", "starts_on", "status", "summary", "time_zone", "title") VALUES (NEW."capacity", NEW."ends_on", NEW."host_id", NEW."id", NEW."kind", NEW."languages", NEW."office_id", NEW."outcome", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."place", NEW."programme_id", NEW."scope", NEW."starts_on", NEW."status", NEW."summary", NEW."time_zone", NEW."title"); RETURN NULL;', hash='d72c166321dc80332752f47baa62fbb7669dcbf1', operation='INSERT', pgid='pgtrigger_insert_insert_8adcc', table='programmes_event', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='event',
                    trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."capacity" IS DISTINCT FROM (NEW."capacity") OR OLD."ends_on" IS DISTINCT FROM (NEW."ends_on") OR OLD."host_id" IS DISTINCT FROM (NEW."host_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."languages" IS DISTINCT FROM (NEW."languages") OR OLD."office_id" IS DISTINCT FROM (NEW."office_id") OR OLD."outcome" IS DISTINCT FROM (NEW."outcome") OR OLD."place" IS DISTINCT FROM (NEW."place") OR OLD."programme_id" IS DISTINCT FROM (NEW."programme_id") OR OLD."scope" IS DISTINCT FROM (NEW."scope") OR OLD."starts_on" IS DISTINCT FROM (NEW."starts_on") OR OLD."status" IS DISTINCT FROM (NEW."status") OR OLD."summary" IS DISTINCT FROM (NEW."summary") OR OLD."time_zone" IS DISTINCT FROM (NEW."time_zone") OR OLD."title" IS DISTINCT FROM (NEW."title"))', func='INSERT INTO "programmes_eventevent" ("capacity", "ends_on", "host_id", "id", "kind", "languages", "office_id", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "programme_id", "scope", "starts_on", "status", "summary", "time_zone", "title") VALUES (NEW."capacity", NEW."ends_on", NEW."host_id", NEW."id", NEW."kind", NEW."languages", NEW."office_id", NEW."outcome", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."place", NEW."programme_id", NEW."scope", NEW."starts_on", NEW."status", NEW."summary", NEW."time_zone", NEW."title"); RETURN NULL;', hash='e1a0dcaae6c280b3ca91ffca571124555cb47700', operation='UPDATE', pgid='pgtrigger_update_update_ea73c', table='programmes_event', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='eventevent',
                    trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='4a5edf64fe67bae4b65343b61c68a20713f2535c', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_19f1b', table='programmes_eventevent', when='BEFORE')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='programme',
                    trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "programmes_programmeevent" ("acronym", "description", "ends_on", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sponsor_id", "starts_on") VALUES (NEW."acronym", NEW."description", NEW."ends_on", NEW."id", NEW."name", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."sponsor_id", NEW."starts_on"); RETURN NULL;', hash='9ba7d5fec5b4edc84394a4e0249a59353083b8a0', operation='INSERT', pgid='pgtrigger_insert_insert_56ab2', table='programmes_programme', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='programme',
                    trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."acronym" IS DISTINCT FROM (NEW."acronym") OR OLD."description" IS DISTINCT FROM (NEW."description") OR OLD."ends_on" IS DISTINCT FROM (NEW."ends_on") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."name" IS DISTINCT FROM (NEW."name") OR OLD."sponsor_id" IS DISTINCT FROM (NEW."sponsor_id") OR OLD."starts_on" IS DISTINCT FROM (NEW."starts_on"))', func='INSERT INTO "programmes_programmeevent" ("acronym", "description", "ends_on", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sponsor_id", "starts_on") VALUES (NEW."acronym", NEW."description", NEW."ends_on", NEW."id", NEW."name", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."sponsor_id", NEW."starts_on"); RETURN NULL;', hash='fa55c55b86e426920e2bb022987f9227263d914b', operation='UPDATE', pgid='pgtrigger_update_update_af864', table='programmes_programme', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='programmeevent',
                    trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='5fe1ee674ae180722b68fb3695b029aa2ce00d96', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_df196', table='programmes_programmeevent', when='BEFORE')),
                ),
            ],
        ),
    ]
