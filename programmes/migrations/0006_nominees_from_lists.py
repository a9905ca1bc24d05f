import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
import rocb.schema
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('programmes', '0005_surveys_without_names'),
        ('rocb', '__first__'),
    ]

    operations = [
        rocb.schema.CreateTogether(
            operations=[
                pgtrigger.migrations.RemoveTrigger(
                    model_name='nomination',
                    name='insert_insert',
                ),
                pgtrigger.migrations.RemoveTrigger(
                    model_name='nomination',
                    name='update_update',
                ),
                migrations.CreateModel(
                    name='NominationImport',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('name', models.CharField(max_length=240, verbose_name='file')),
                        ('at', models.DateTimeField(auto_now_add=True, verbose_name='sent in')),
                        ('applied_at', models.DateTimeField(null=True, verbose_name='applied')),
                        ('content', models.JSONField()),
                        ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('event', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='nomination_imports', to='programmes.event')),
                        ('invitation', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='nomination_imports', to='programmes.invitation')),
                    ],
                ),
                migrations.RemoveField(
                    model_name='nominationevent',
                    name='needs',
                ),
                migrations.AddField(
                    model_name='nomination',
                    name='days_attended',
                    field=models.PositiveSmallIntegerField(blank=True, editable=False, help_text='Empty: all of them.', null=True, verbose_name='days attended'),
                ),
                migrations.AddField(
                    model_name='nominationevent',
                    name='days_attended',
                    field=models.PositiveSmallIntegerField(blank=True, editable=False, help_text='Empty: all of them.', null=True, verbose_name='days attended'),
                ),
                migrations.AlterField(
                    model_name='certificate',
                    name='nomination',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='certificates', to='programmes.nomination'),
                ),
                migrations.AddConstraint(
                    model_name='certificate',
                    constraint=models.UniqueConstraint(condition=models.Q(('withdrawn_on', None)), fields=('nomination',), name='one_certificate_that_counts'),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='nomination',
                    trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "programmes_nominationevent" ("administration_id", "asked_at", "days_attended", "event_id", "has_course", "id", "invitation_id", "is_invented", "is_self_funded", "language", "mark", "motivation", "offer_until", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rank", "replaces_id", "status", "waiting_position") VALUES (NEW."administration_id", NEW."asked_at", NEW."days_attended", NEW."event_id", NEW."has_course", NEW."id", NEW."invitation_id", NEW."is_invented", NEW."is_self_funded", NEW."language", NEW."mark", NEW."motivation", NEW."offer_until", NEW."person_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."rank", NEW."replaces_id", NEW."status", NEW."waiting_position"); RETURN NULL;', hash='2fa8df3c6f999af1f2ad6e3be06366a8f66918f3', operation='INSERT', pgid='pgtrigger_insert_insert_0ccda', table='programmes_nomination', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='nomination',
                    trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."administration_id" IS DISTINCT FROM (NEW."administration_id") OR OLD."asked_at" IS DISTINCT FROM (NEW."asked_at") OR OLD."days_attended" IS DISTINCT FROM (NEW."days_attended") OR OLD."event_id" IS DISTINCT FROM (NEW."event_id") OR OLD."has_course" IS DISTINCT FROM (NEW."has_course") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."invitation_id" IS DISTINCT FROM (NEW."invitation_id") OR OLD."is_invented" IS DISTINCT FROM (NEW."is_invented") OR OLD."is_self_funded" IS DISTINCT FROM (NEW."is_self_funded") OR OLD."language" IS DISTINCT FROM (NEW."language") OR OLD."mark" IS DISTINCT FROM (NEW."mark") OR OLD."motivation" IS DISTINCT FROM (NEW."motivation") OR OLD."offer_until" IS DISTINCT FROM (NEW."offer_until") OR OLD."person_id" IS DISTINCT FROM (NEW."person_id") OR OLD."rank" IS DISTINCT FROM (NEW."rank") OR OLD."replaces_id" IS DISTINCT FROM (NEW."replaces_id") OR OLD."status" IS DISTINCT FROM (NEW."status") OR OLD."waiting_position" IS DISTINCT FROM (NEW."waiting_position"))', func='INSERT INTO "programmes_nominationevent" ("administration_id", "asked_at", "days_attended", "event_id", "has_course", "id", "invitation_id", "is_invented", "is_self_funded", "language", "mark", "motivation", "offer_until", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rank", "replaces_id", "status", "waiting_position") VALUES (NEW."administration_id", NEW."asked_at", NEW."days_attended", NEW."event_id", NEW."has_course", NEW."id", NEW."invitation_id", NEW."is_invented", NEW."is_self_funded", NEW."language", NEW."mark", NEW."motivation", NEW."offer_until", NEW."person_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."rank", NEW."replaces_id", NEW."status", NEW."waiting_position"); RETURN NULL;', hash='287c36d6d1463e9210d2816a9d30e8bb9a9b977a', operation='UPDATE', pgid='pgtrigger_update_update_97f48', table='programmes_nomination', when='AFTER')),
                ),
            ],
        ),
    ]
