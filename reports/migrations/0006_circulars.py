import django.contrib.postgres.indexes
import django.contrib.postgres.search
import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
import rocb.schema
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('pghistory', '0007_auto_20250421_0444'),
        ('programmes', '0005_surveys_without_names'),
        ('reports', '0005_every_report_has_a_series'),
        ('rocb', '0001_initial'),
        ('rocb', '__first__'),
    ]

    operations = [
        rocb.schema.CreateTogether(
            operations=[
                migrations.CreateModel(
                    name='Circular',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('created_at', models.DateTimeField(auto_now_add=True, verbose_name='created')),
                        ('updated_at', models.DateTimeField(auto_now=True, verbose_name='changed')),
                        ('reference', models.CharField(blank=True, editable=False, max_length=20, verbose_name='reference')),
                        ('subject', models.CharField(max_length=200, verbose_name='subject')),
                        ('body', models.TextField(help_text='Markdown: **bold**, lists with “- ”, links as [words](https://…).', max_length=20000, verbose_name='text')),
                        ('reply_by', models.DateField(blank=True, help_text='Empty: no reply is asked for.', null=True, verbose_name='reply by')),
                        ('content', models.JSONField(default=dict, editable=False)),
                        ('all_members', models.BooleanField(default=False, verbose_name='all members of the region')),
                        ('to_executives', models.BooleanField(default=False, verbose_name='also to the heads of customs')),
                        ('status', models.CharField(choices=[('draft', 'Draft'), ('sent', 'Sent'), ('closed', 'Closed')], default='draft', editable=False, max_length=8, verbose_name='status')),
                        ('sent_at', models.DateTimeField(editable=False, null=True, verbose_name='sent')),
                        ('search', models.GeneratedField(db_persist=True, expression=django.contrib.postgres.search.SearchVector('reference', 'subject', 'body', config='simple'), output_field=django.contrib.postgres.search.SearchVectorField())),
                        ('created_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('groupings', models.ManyToManyField(blank=True, related_name='+', to='rocb.grouping', verbose_name='groupings')),
                        ('members', models.ManyToManyField(blank=True, related_name='+', to='rocb.administration', verbose_name='single members')),
                        ('office', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='circulars', to='rocb.office')),
                        ('questionnaire', models.ForeignKey(blank=True, help_text='Asked with the reply; the office makes them under “Questionnaires”.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='circulars', to='programmes.questionnaire', verbose_name='questions')),
                        ('updated_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'permissions': [('send_circular', 'Send and close circulars'), ('answer_circular', 'Reply to circulars')],
                        'indexes': [django.contrib.postgres.indexes.GinIndex(fields=['search'], name='circular_search'), models.Index(fields=['office', '-sent_at'], name='circular_newest')],
                        'constraints': [models.UniqueConstraint(condition=models.Q(('reference', ''), _negated=True), fields=('office', 'reference'), name='one_circular_a_reference')],
                    },
                ),
                migrations.CreateModel(
                    name='CircularEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('id', models.BigIntegerField()),
                        ('reference', models.CharField(blank=True, editable=False, max_length=20, verbose_name='reference')),
                        ('subject', models.CharField(max_length=200, verbose_name='subject')),
                        ('body', models.TextField(help_text='Markdown: **bold**, lists with “- ”, links as [words](https://…).', max_length=20000, verbose_name='text')),
                        ('reply_by', models.DateField(blank=True, help_text='Empty: no reply is asked for.', null=True, verbose_name='reply by')),
                        ('all_members', models.BooleanField(default=False, verbose_name='all members of the region')),
                        ('to_executives', models.BooleanField(default=False, verbose_name='also to the heads of customs')),
                        ('status', models.CharField(choices=[('draft', 'Draft'), ('sent', 'Sent'), ('closed', 'Closed')], default='draft', editable=False, max_length=8, verbose_name='status')),
                        ('sent_at', models.DateTimeField(editable=False, null=True, verbose_name='sent')),
                        ('office', models.ForeignKey(db_constraint=False, editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='rocb.office')),
                        ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='reports.circular')),
                        ('questionnaire', models.ForeignKey(blank=True, db_constraint=False, help_text='Asked with the reply; the office makes them under “Questionnaires”.', null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='programmes.questionnaire', verbose_name='questions')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='Reply',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('created_at', models.DateTimeField(auto_now_add=True, verbose_name='created')),
                        ('updated_at', models.DateTimeField(auto_now=True, verbose_name='changed')),
                        ('text', models.TextField(blank=True, max_length=10000, verbose_name='reply')),
                        ('answers', models.JSONField(default=dict, editable=False, verbose_name='answers')),
                        ('answered_at', models.DateTimeField(editable=False, null=True, verbose_name='replied')),
                        ('administration', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='circular_replies', to='rocb.administration')),
                        ('answered_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('circular', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.CASCADE, related_name='replies', to='reports.circular')),
                        ('created_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('updated_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'verbose_name_plural': 'replies',
                        'constraints': [models.UniqueConstraint(fields=('circular', 'administration'), name='one_reply_a_member')],
                    },
                ),
                migrations.CreateModel(
                    name='Copy',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('is_mailed', models.BooleanField(default=False)),
                        ('read_at', models.DateTimeField(null=True, verbose_name='read')),
                        ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='circulars', to='rocb.person')),
                        ('reply', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='copies', to='reports.reply')),
                    ],
                    options={
                        'constraints': [models.UniqueConstraint(fields=('reply', 'person'), name='one_copy_each')],
                    },
                ),
                migrations.CreateModel(
                    name='ReplyEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('id', models.BigIntegerField()),
                        ('text', models.TextField(blank=True, max_length=10000, verbose_name='reply')),
                        ('answers', models.JSONField(default=dict, editable=False, verbose_name='answers')),
                        ('answered_at', models.DateTimeField(editable=False, null=True, verbose_name='replied')),
                        ('administration', models.ForeignKey(db_constraint=False, editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='rocb.administration')),
                        ('answered_by', models.ForeignKey(db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                        ('circular', models.ForeignKey(db_constraint=False, editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='reports.circular')),
                        ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='reports.reply')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='circular',
                    trigger=pgtrigger.compiler.Trigger(name='steps', sql=pgtrigger.compiler.UpsertTriggerSql(declare='DECLARE _is_valid_transition BOOLEAN;', func='SELECT CONCAT(OLD."status", \':\', NEW."status") = ANY(\'{draft:sent,sent:closed}\'::text[]) INTO _is_valid_transition; IF (_is_valid_transition IS FALSE AND OLD."status" IS DISTINCT FROM NEW."status") THEN RAISE EXCEPTION \'pgtrigger: Invalid transition of field "status" from "%" to "%" on table %\', OLD."status", NEW."status", TG_TABLE_NAME; ELSE RETURN NEW; END IF;', hash='0cea0f87e01388b2deefe2860dbeb87cbdf7bb3b', operation='UPDATE', pgid='pgtrigger_steps_2462a', table='reports_circular', when='BEFORE')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='circular',
                    trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "reports_circularevent" ("all_members", "body", "id", "office_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "questionnaire_id", "reference", "reply_by", "sent_at", "status", "subject", "to_executives") VALUES (NEW."all_members", NEW."body", NEW."id", NEW."office_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."questionnaire_id", NEW."reference", NEW."reply_by", NEW."sent_at", NEW."status", NEW."subject", NEW."to_executives"); RETURN NULL;', hash='1d807413f5945e8377724bc84db26bab16078f84', operation='INSERT', pgid='pgtrigger_insert_insert_942f9', table='reports_circular', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='circular',
                    trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."all_members" IS DISTINCT FROM (NEW."all_members") OR OLD."body" IS DISTINCT FROM (NEW."body") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."office_id" IS DISTINCT FROM (NEW."office_id") OR OLD."questionnaire_id" IS DISTINCT FROM (NEW."questionnaire_id") OR OLD."reference" IS DISTINCT FROM (NEW."reference") OR OLD."reply_by" IS DISTINCT FROM (NEW."reply_by") OR OLD."sent_at" IS DISTINCT FROM (NEW."sent_at") OR OLD."status" IS DISTINCT FROM (NEW."status") OR OLD."subject" IS DISTINCT FROM (NEW."subject") OR OLD."to_executives" IS DISTINCT FROM (NEW."to_executives"))', func='INSERT INTO "reports_circularevent" ("all_members", "body", "id", "office_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "questionnaire_id", "reference", "reply_by", "sent_at", "status", "subject", "to_executives") VALUES (NEW."all_members", NEW."body", NEW."id", NEW."office_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."questionnaire_id", NEW."reference", NEW."reply_by", NEW."sent_at", NEW."status", NEW."subject", NEW."to_executives"); RETURN NULL;', hash='a0f8a3df1b835e6d3c34f1a2fa022f15f024e663', operation='UPDATE', pgid='pgtrigger_update_update_fc925', table='reports_circular', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='circularevent',
                    trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='9aad4dea7a9cec67370a9da5bb1198b97635a2d8', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_ade83', table='reports_circularevent', when='BEFORE')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='reply',
                    trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "reports_replyevent" ("administration_id", "answered_at", "answered_by_id", "answers", "circular_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text") VALUES (NEW."administration_id", NEW."answered_at", NEW."answered_by_id", NEW."answers", NEW."circular_id", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."text"); RETURN NULL;', hash='94bb0939b3ee70e903d7440a34c44812e37b8ddf', operation='INSERT', pgid='pgtrigger_insert_insert_18d36', table='reports_reply', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='reply',
                    trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."administration_id" IS DISTINCT FROM (NEW."administration_id") OR OLD."answered_at" IS DISTINCT FROM (NEW."answered_at") OR OLD."answered_by_id" IS DISTINCT FROM (NEW."answered_by_id") OR OLD."answers" IS DISTINCT FROM (NEW."answers") OR OLD."circular_id" IS DISTINCT FROM (NEW."circular_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."text" IS DISTINCT FROM (NEW."text"))', func='INSERT INTO "reports_replyevent" ("administration_id", "answered_at", "answered_by_id", "answers", "circular_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text") VALUES (NEW."administration_id", NEW."answered_at", NEW."answered_by_id", NEW."answers", NEW."circular_id", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."text"); RETURN NULL;', hash='70cf0925033d59407bcb530e55b3a6dd45168e1c', operation='UPDATE', pgid='pgtrigger_update_update_e8bb1', table='reports_reply', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='replyevent',
                    trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='e9bece3e83bc57f3caf324ac567f6f6d256400d6', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_7ee67', table='reports_replyevent', when='BEFORE')),
                ),
            ],
        ),
    ]
