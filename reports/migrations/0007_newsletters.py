import django.db.models.deletion
import django.db.models.functions.text
import pgtrigger.compiler
import pgtrigger.migrations
import rocb.schema
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('pghistory', '0007_auto_20250421_0444'),
        ('reports', '0006_circulars'),
        ('rocb', '0004_mail_to_addresses'),
        ('rocb', '__first__'),
    ]

    operations = [
        rocb.schema.CreateTogether(
            operations=[
                migrations.CreateModel(
                    name='Newsletter',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('created_at', models.DateTimeField(auto_now_add=True, verbose_name='created')),
                        ('updated_at', models.DateTimeField(auto_now=True, verbose_name='changed')),
                        ('number', models.PositiveSmallIntegerField(editable=False, verbose_name='number')),
                        ('title', models.CharField(max_length=160, verbose_name='title')),
                        ('intro', models.TextField(blank=True, help_text='Markdown: **bold**, lists with “- ”, links as [words](https://…).', max_length=6000, verbose_name='introduction')),
                        ('from_on', models.DateField(verbose_name='from')),
                        ('until_on', models.DateField(verbose_name='until')),
                        ('status', models.CharField(choices=[('draft', 'Draft'), ('sent', 'Sent')], default='draft', editable=False, max_length=8, verbose_name='status')),
                        ('sent_at', models.DateTimeField(editable=False, null=True, verbose_name='sent')),
                        ('is_invented', models.BooleanField(default=False, editable=False, verbose_name='demonstration data')),
                        ('created_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('office', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='newsletters', to='rocb.office')),
                        ('updated_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'permissions': [('send_newsletter', 'Send newsletters')],
                        'constraints': [models.UniqueConstraint(fields=('office', 'number'), name='one_issue_a_number'), models.CheckConstraint(condition=models.Q(('until_on__gte', models.F('from_on'))), name='newsletter_ends_after_it_begins', violation_error_message='It ends before it begins.')],
                    },
                ),
                migrations.CreateModel(
                    name='NewsletterEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('id', models.BigIntegerField()),
                        ('number', models.PositiveSmallIntegerField(editable=False, verbose_name='number')),
                        ('title', models.CharField(max_length=160, verbose_name='title')),
                        ('intro', models.TextField(blank=True, help_text='Markdown: **bold**, lists with “- ”, links as [words](https://…).', max_length=6000, verbose_name='introduction')),
                        ('from_on', models.DateField(verbose_name='from')),
                        ('until_on', models.DateField(verbose_name='until')),
                        ('status', models.CharField(choices=[('draft', 'Draft'), ('sent', 'Sent')], default='draft', editable=False, max_length=8, verbose_name='status')),
                        ('sent_at', models.DateTimeField(editable=False, null=True, verbose_name='sent')),
                        ('is_invented', models.BooleanField(default=False, editable=False, verbose_name='demonstration data')),
                        ('office', models.ForeignKey(db_constraint=False, editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='rocb.office')),
                        ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='reports.newsletter')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='NewsletterItem',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('part', models.CharField(max_length=24)),
                        ('title', models.CharField(max_length=300, verbose_name='title')),
                        ('text', models.TextField(blank=True, max_length=2000, verbose_name='text')),
                        ('url', models.CharField(blank=True, max_length=300, verbose_name='leads to')),
                        ('position', models.PositiveSmallIntegerField(default=1, verbose_name='position')),
                        ('is_included', models.BooleanField(default=True, verbose_name='stands in it')),
                        ('newsletter', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='items', to='reports.newsletter')),
                    ],
                    options={
                        'ordering': ['position', 'pk'],
                    },
                ),
                migrations.CreateModel(
                    name='NewsletterRefusal',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('at', models.DateTimeField(auto_now_add=True)),
                        ('person', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='newsletter_refusal', to='rocb.person')),
                    ],
                ),
                migrations.CreateModel(
                    name='Subscriber',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('email', models.EmailField(max_length=254, verbose_name='e-mail')),
                        ('language', models.CharField(default='en', max_length=8)),
                        ('asked_at', models.DateTimeField(verbose_name='asked')),
                        ('confirmed_at', models.DateTimeField(null=True, verbose_name='confirmed')),
                        ('left_at', models.DateTimeField(null=True, verbose_name='left')),
                    ],
                    options={
                        'ordering': ['-asked_at'],
                        'constraints': [models.UniqueConstraint(django.db.models.functions.text.Lower('email'), name='subscribed_once')],
                    },
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='newsletter',
                    trigger=pgtrigger.compiler.Trigger(name='steps', sql=pgtrigger.compiler.UpsertTriggerSql(declare='DECLARE _is_valid_transition BOOLEAN;', func='SELECT CONCAT(OLD."status", \':\', NEW."status") = ANY(\'{draft:sent}\'::text[]) INTO _is_valid_transition; IF (_is_valid_transition IS FALSE AND OLD."status" IS DISTINCT FROM NEW."status") THEN RAISE EXCEPTION \'pgtrigger: Invalid transition of field "status" from "%" to "%" on table %\', OLD."status", NEW."status", TG_TABLE_NAME; ELSE RETURN NEW; END IF;', hash='ca46ba35a697002192055e827739b7189caeed8c', operation='UPDATE', pgid='pgtrigger_steps_3c361', table='reports_newsletter', when='BEFORE')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='newsletter',
                    trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "reports_newsletterevent" ("from_on", "id", "intro", "is_invented", "number", "office_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sent_at", "status", "title", "until_on") VALUES (NEW."from_on", NEW."id", NEW."intro", NEW."is_invented", NEW."number", NEW."office_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."sent_at", NEW."status", NEW."title", NEW."until_on"); RETURN NULL;', hash='cbbaf4ac3166c02528adc87d43bba7316c558a9f', operation='INSERT', pgid='pgtrigger_insert_insert_3fa4b', table='reports_newsletter', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='newsletter',
                    trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."from_on" IS DISTINCT FROM (NEW."from_on") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."intro" IS DISTINCT FROM (NEW."intro") OR OLD."is_invented" IS DISTINCT FROM (NEW."is_invented") OR OLD."number" IS DISTINCT FROM (NEW."number") OR OLD."office_id" IS DISTINCT FROM (NEW."office_id") OR OLD."sent_at" IS DISTINCT FROM (NEW."sent_at") OR OLD."status" IS DISTINCT FROM (NEW."status") OR OLD."title" IS DISTINCT FROM (NEW."title") OR OLD."until_on" IS DISTINCT FROM (NEW."until_on"))', func='INSERT INTO "reports_newsletterevent" ("from_on", "id", "intro", "is_invented", "number", "office_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sent_at", "status", "title", "until_on") VALUES (NEW."from_on", NEW."id", NEW."intro", NEW."is_invented", NEW."number", NEW."office_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."sent_at", NEW."status", NEW."title", NEW."until_on"); RETURN NULL;', hash='48058e55cb88112e22577b52689f1d9016871c3f', operation='UPDATE', pgid='pgtrigger_update_update_8fd83', table='reports_newsletter', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='newsletterevent',
                    trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='fe7823e5168a4ede17a7ef937c912e4b35a3a746', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_9c765', table='reports_newsletterevent', when='BEFORE')),
                ),
            ],
        ),
    ]
