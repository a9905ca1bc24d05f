import django.contrib.postgres.fields
import pgtrigger.compiler
import pgtrigger.migrations
import programmes.models.surveys
import rocb.schema
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('programmes', '0004_assistance_and_training'),
        ('rocb', '0001_initial'),
        ('rocb', '__first__'),
    ]

    operations = [
        rocb.schema.CreateTogether(
            operations=[
                pgtrigger.migrations.RemoveTrigger(
                    model_name='question',
                    name='insert_insert',
                ),
                pgtrigger.migrations.RemoveTrigger(
                    model_name='question',
                    name='update_update',
                ),
                pgtrigger.migrations.RemoveTrigger(
                    model_name='questionnaire',
                    name='insert_insert',
                ),
                pgtrigger.migrations.RemoveTrigger(
                    model_name='questionnaire',
                    name='update_update',
                ),
                pgtrigger.migrations.RemoveTrigger(
                    model_name='survey',
                    name='insert_insert',
                ),
                pgtrigger.migrations.RemoveTrigger(
                    model_name='survey',
                    name='update_update',
                ),
                migrations.AlterModelOptions(
                    name='survey',
                    options={'permissions': [('run_survey', 'Open and close surveys'), ('answer_survey', 'Answer surveys')]},
                ),
                migrations.AddField(
                    model_name='question',
                    name='help_fr',
                    field=models.CharField(blank=True, max_length=400, verbose_name='help in French'),
                ),
                migrations.AddField(
                    model_name='question',
                    name='options_fr',
                    field=django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=120), blank=True, default=list, size=None, verbose_name='answers in French'),
                ),
                migrations.AddField(
                    model_name='question',
                    name='text_fr',
                    field=models.CharField(blank=True, max_length=400, verbose_name='question in French'),
                ),
                migrations.AddField(
                    model_name='questionevent',
                    name='help_fr',
                    field=models.CharField(blank=True, max_length=400, verbose_name='help in French'),
                ),
                migrations.AddField(
                    model_name='questionevent',
                    name='options_fr',
                    field=django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=120), blank=True, default=list, size=None, verbose_name='answers in French'),
                ),
                migrations.AddField(
                    model_name='questionevent',
                    name='text_fr',
                    field=models.CharField(blank=True, max_length=400, verbose_name='question in French'),
                ),
                migrations.AddField(
                    model_name='questionnaire',
                    name='intro_fr',
                    field=models.TextField(blank=True, max_length=2000, verbose_name='introduction in French'),
                ),
                migrations.AddField(
                    model_name='questionnaire',
                    name='title_fr',
                    field=models.CharField(blank=True, max_length=200, verbose_name='title in French'),
                ),
                migrations.AddField(
                    model_name='questionnaireevent',
                    name='intro_fr',
                    field=models.TextField(blank=True, max_length=2000, verbose_name='introduction in French'),
                ),
                migrations.AddField(
                    model_name='questionnaireevent',
                    name='title_fr',
                    field=models.CharField(blank=True, max_length=200, verbose_name='title in French'),
                ),
                migrations.AddField(
                    model_name='respondent',
                    name='has_answered',
                    field=models.BooleanField(default=False, verbose_name='answered'),
                ),
                migrations.AddField(
                    model_name='response',
                    name='is_counted',
                    field=models.BooleanField(default=False, verbose_name='in the results'),
                ),
                migrations.AddField(
                    model_name='survey',
                    name='administrations',
                    field=models.ManyToManyField(blank=True, help_text='Nobody chosen: every member of the region.', related_name='+', to='rocb.administration', verbose_name='members'),
                ),
                migrations.AddField(
                    model_name='survey',
                    name='follows_event',
                    field=models.BooleanField(default=True, verbose_name='moves with the dates of the event'),
                ),
                migrations.AddField(
                    model_name='surveyevent',
                    name='follows_event',
                    field=models.BooleanField(default=True, verbose_name='moves with the dates of the event'),
                ),
                migrations.AlterField(
                    model_name='questionnaire',
                    name='beat',
                    field=models.CharField(choices=[('before', 'Before the event'), ('end', 'At the end'), ('later', 'Six months later'), ('follow_up', 'Yearly follow-up survey'), ('needs', 'Needs survey'), ('circular', 'With a circular')], default='end', max_length=12, verbose_name='asked'),
                ),
                migrations.AlterField(
                    model_name='questionnaireevent',
                    name='beat',
                    field=models.CharField(choices=[('before', 'Before the event'), ('end', 'At the end'), ('later', 'Six months later'), ('follow_up', 'Yearly follow-up survey'), ('needs', 'Needs survey'), ('circular', 'With a circular')], default='end', max_length=12, verbose_name='asked'),
                ),
                migrations.AlterField(
                    model_name='response',
                    name='answered_on',
                    field=models.DateField(null=True, verbose_name='answered'),
                ),
                migrations.AlterField(
                    model_name='response',
                    name='id',
                    field=models.BigIntegerField(default=programmes.models.surveys.random_id, editable=False, primary_key=True, serialize=False),
                ),
                migrations.AlterField(
                    model_name='survey',
                    name='beat',
                    field=models.CharField(choices=[('before', 'Before the event'), ('end', 'At the end'), ('later', 'Six months later'), ('follow_up', 'Yearly follow-up survey'), ('needs', 'Needs survey'), ('circular', 'With a circular')], editable=False, max_length=12, verbose_name='asked'),
                ),
                migrations.AlterField(
                    model_name='survey',
                    name='content',
                    field=models.JSONField(default=dict, editable=False),
                ),
                migrations.AlterField(
                    model_name='surveyevent',
                    name='beat',
                    field=models.CharField(choices=[('before', 'Before the event'), ('end', 'At the end'), ('later', 'Six months later'), ('follow_up', 'Yearly follow-up survey'), ('needs', 'Needs survey'), ('circular', 'With a circular')], editable=False, max_length=12, verbose_name='asked'),
                ),
                migrations.AlterField(
                    model_name='surveyevent',
                    name='content',
                    field=models.JSONField(default=dict, editable=False),
                ),
                migrations.AddIndex(
                    model_name='respondent',
                    index=models.Index(condition=models.Q(('has_answered', False)), fields=['survey'], name='asked_and_not_answered'),
                ),
                migrations.AddConstraint(
                    model_name='questionnaire',
                    constraint=models.UniqueConstraint(condition=models.Q(('is_default', True)), fields=('office', 'beat'), name='one_default_questionnaire_a_beat', nulls_distinct=False),
                ),
                migrations.AddConstraint(
                    model_name='response',
                    constraint=models.UniqueConstraint(condition=models.Q(('administration__isnull', False)), fields=('survey', 'administration'), name='one_answer_of_a_member'),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='question',
                    trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "programmes_questionevent" ("code", "help", "help_fr", "id", "is_required", "kind", "level", "options", "options_fr", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "questionnaire_id", "text", "text_fr") VALUES (NEW."code", NEW."help", NEW."help_fr", NEW."id", NEW."is_required", NEW."kind", NEW."level", NEW."options", NEW."options_fr", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."position", NEW."questionnaire_id", NEW."text", NEW."text_fr"); RETURN NULL;', hash='b2293f168c9e7e5a8e21cb500c389e18fcf678f6', operation='INSERT', pgid='pgtrigger_insert_insert_22e3a', table='programmes_question', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='question',
                    trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."code" IS DISTINCT FROM (NEW."code") OR OLD."help" IS DISTINCT FROM (NEW."help") OR OLD."help_fr" IS DISTINCT FROM (NEW."help_fr") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_required" IS DISTINCT FROM (NEW."is_required") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."level" IS DISTINCT FROM (NEW."level") OR OLD."options" IS DISTINCT FROM (NEW."options") OR OLD."options_fr" IS DISTINCT FROM (NEW."options_fr") OR OLD."position" IS DISTINCT FROM (NEW."position") OR OLD."questionnaire_id" IS DISTINCT FROM (NEW."questionnaire_id") OR OLD."text" IS DISTINCT FROM (NEW."text") OR OLD."text_fr" IS DISTINCT FROM (NEW."text_fr"))', func='INSERT INTO "programmes_questionevent" ("code", "help", "help_fr", "id", "is_required", "kind", "level", "options", "options_fr", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "questionnaire_id", "text", "text_fr") VALUES (NEW."code", NEW."help", NEW."help_fr", NEW."id", NEW."is_required", NEW."kind", NEW."level", NEW."options", NEW."options_fr", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."position", NEW."questionnaire_id", NEW."text", NEW."text_fr"); RETURN NULL;', hash='94e2c7d16497936c4f7efbcd9fce655f59b1d626', operation='UPDATE', pgid='pgtrigger_update_update_96d0c', table='programmes_question', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='questionnaire',
                    trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "programmes_questionnaireevent" ("beat", "id", "intro", "intro_fr", "is_active", "is_default", "office_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "title", "title_fr") VALUES (NEW."beat", NEW."id", NEW."intro", NEW."intro_fr", NEW."is_active", NEW."is_default", NEW."office_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."title", NEW."title_fr"); RETURN NULL;', hash='e01232f7efb9b5657d1b4acfafb3e77cb2b60629', operation='INSERT', pgid='pgtrigger_insert_insert_dab36', table='programmes_questionnaire', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='questionnaire',
                    trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."beat" IS DISTINCT FROM (NEW."beat") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."intro" IS DISTINCT FROM (NEW."intro") OR OLD."intro_fr" IS DISTINCT FROM (NEW."intro_fr") OR OLD."is_active" IS DISTINCT FROM (NEW."is_active") OR OLD."is_default" IS DISTINCT FROM (NEW."is_default") OR OLD."office_id" IS DISTINCT FROM (NEW."office_id") OR OLD."title" IS DISTINCT FROM (NEW."title") OR OLD."title_fr" IS DISTINCT FROM (NEW."title_fr"))', func='INSERT INTO "programmes_questionnaireevent" ("beat", "id", "intro", "intro_fr", "is_active", "is_default", "office_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "title", "title_fr") VALUES (NEW."beat", NEW."id", NEW."intro", NEW."intro_fr", NEW."is_active", NEW."is_default", NEW."office_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."title", NEW."title_fr"); RETURN NULL;', hash='880b8664ad26b2012c28389ae24b32fc7685a361', operation='UPDATE', pgid='pgtrigger_update_update_33e4f', table='programmes_questionnaire', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='survey',
                    trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "programmes_surveyevent" ("beat", "closes_on", "content", "event_id", "follows_event", "id", "office_id", "opens_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "questionnaire_id", "status", "title") VALUES (NEW."beat", NEW."closes_on", NEW."content", NEW."event_id", NEW."follows_event", NEW."id", NEW."office_id", NEW."opens_on", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."questionnaire_id", NEW."status", NEW."title"); RETURN NULL;', hash='2106d6debb86a6a3d418bf479e83327d45716548', operation='INSERT', pgid='pgtrigger_insert_insert_d68f7', table='programmes_survey', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='survey',
                    trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."beat" IS DISTINCT FROM (NEW."beat") OR OLD."closes_on" IS DISTINCT FROM (NEW."closes_on") OR OLD."content" IS DISTINCT FROM (NEW."content") OR OLD."event_id" IS DISTINCT FROM (NEW."event_id") OR OLD."follows_event" IS DISTINCT FROM (NEW."follows_event") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."office_id" IS DISTINCT FROM (NEW."office_id") OR OLD."opens_on" IS DISTINCT FROM (NEW."opens_on") OR OLD."questionnaire_id" IS DISTINCT FROM (NEW."questionnaire_id") OR OLD."status" IS DISTINCT FROM (NEW."status") OR OLD."title" IS DISTINCT FROM (NEW."title"))', func='INSERT INTO "programmes_surveyevent" ("beat", "closes_on", "content", "event_id", "follows_event", "id", "office_id", "opens_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "questionnaire_id", "status", "title") VALUES (NEW."beat", NEW."closes_on", NEW."content", NEW."event_id", NEW."follows_event", NEW."id", NEW."office_id", NEW."opens_on", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."questionnaire_id", NEW."status", NEW."title"); RETURN NULL;', hash='d9d324932f61c6d2efccb268f7a4f0b55fe5d8c7', operation='UPDATE', pgid='pgtrigger_update_update_62ad8', table='programmes_survey', when='AFTER')),
                ),
            ],
        ),
    ]
