import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.contrib.postgres.search
import django.core.validators
import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
import reports.models.files
import rocb.schema
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('pghistory', '0007_auto_20250421_0444'),
        ('programmes', '0004_assistance_and_training'),
        ('reports', '0002_initial'),
        ('rocb', '0001_initial'),
        ('rocb', '__first__'),
    ]

    operations = [
        rocb.schema.CreateTogether(
            operations=[
                pgtrigger.migrations.RemoveTrigger(
                    model_name='report',
                    name='steps',
                ),
                pgtrigger.migrations.RemoveTrigger(
                    model_name='report',
                    name='insert_insert',
                ),
                pgtrigger.migrations.RemoveTrigger(
                    model_name='report',
                    name='update_update',
                ),
                migrations.CreateModel(
                    name='CaseStudy',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('created_at', models.DateTimeField(auto_now_add=True, verbose_name='created')),
                        ('updated_at', models.DateTimeField(auto_now=True, verbose_name='changed')),
                        ('title', models.CharField(blank=True, max_length=200, verbose_name='title')),
                        ('text', models.TextField(blank=True, help_text='What the problem was, what was done, what came of it, what others may learn.', max_length=20000, verbose_name='the case')),
                        ('contact', models.CharField(blank=True, help_text='Name, unit, e-mail.', max_length=200, verbose_name='who can tell more')),
                        ('status', models.CharField(choices=[('asked', 'Asked for'), ('submitted', 'Submitted'), ('returned', 'Returned with questions'), ('accepted', 'Accepted'), ('declined', 'Declined')], default='asked', editable=False, max_length=10, verbose_name='status')),
                        ('administration', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='case_studies', to='rocb.administration')),
                        ('created_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('report', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.CASCADE, related_name='cases', to='reports.report')),
                        ('updated_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'permissions': [('view_case', 'See cases'), ('contribute_case', "Contribute the own administration's cases")],
                        'constraints': [models.UniqueConstraint(fields=('report', 'administration'), name='asked_once_for_a_case')],
                    },
                ),
                migrations.CreateModel(
                    name='CaseStudyEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('id', models.BigIntegerField()),
                        ('title', models.CharField(blank=True, max_length=200, verbose_name='title')),
                        ('text', models.TextField(blank=True, help_text='What the problem was, what was done, what came of it, what others may learn.', max_length=20000, verbose_name='the case')),
                        ('contact', models.CharField(blank=True, help_text='Name, unit, e-mail.', max_length=200, verbose_name='who can tell more')),
                        ('status', models.CharField(choices=[('asked', 'Asked for'), ('submitted', 'Submitted'), ('returned', 'Returned with questions'), ('accepted', 'Accepted'), ('declined', 'Declined')], default='asked', editable=False, max_length=10, verbose_name='status')),
                        ('administration', models.ForeignKey(db_constraint=False, editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='rocb.administration')),
                        ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='reports.casestudy')),
                        ('report', models.ForeignKey(db_constraint=False, editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='reports.report')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='Downloads',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('month', models.DateField()),
                        ('count', models.PositiveIntegerField(default=0)),
                        ('version', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='downloads', to='reports.fileversion')),
                    ],
                    options={
                        'constraints': [models.UniqueConstraint(fields=('version', 'month'), name='one_count_a_month')],
                    },
                ),
                migrations.CreateModel(
                    name='FilePage',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('number', models.PositiveIntegerField()),
                        ('config', models.CharField(max_length=12)),
                        ('text', models.TextField()),
                        ('search', models.GeneratedField(db_persist=True, expression=models.Case(models.When(config='french', then=django.contrib.postgres.search.SearchVector('text', config='french')), models.When(config='english', then=django.contrib.postgres.search.SearchVector('text', config='english')), default=django.contrib.postgres.search.SearchVector('text', config='simple')), output_field=django.contrib.postgres.search.SearchVectorField())),
                        ('version', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='texts', to='reports.fileversion')),
                    ],
                    options={
                        'indexes': [django.contrib.postgres.indexes.GinIndex(fields=['search'], name='page_search')],
                        'constraints': [models.UniqueConstraint(fields=('version', 'number'), name='page_once')],
                    },
                ),
                migrations.CreateModel(
                    name='FileVersion',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('number', models.PositiveSmallIntegerField(verbose_name='version')),
                        ('language', models.CharField(choices=[('en', 'English'), ('fr', 'French'), ('es', 'Spanish'), ('pt', 'Portuguese'), ('ru', 'Russian'), ('ar', 'Arabic'), ('zh', 'Chinese'), ('ja', 'Japanese'), ('ko', 'Korean'), ('ms', 'Malay'), ('id', 'Indonesian'), ('th', 'Thai'), ('vi', 'Vietnamese'), ('lo', 'Lao'), ('km', 'Khmer'), ('hi', 'Hindi'), ('bn', 'Bengali'), ('ur', 'Urdu'), ('fa', 'Persian'), ('mn', 'Mongolian'), ('tpi', 'Tok Pisin')], default='en', max_length=8, verbose_name='language')),
                        ('kind', models.CharField(choices=[('pdf', 'PDF'), ('docx', 'Word')], max_length=4)),
                        ('file', models.FileField(max_length=120, upload_to=reports.models.files.kept_at, verbose_name='file')),
                        ('name', models.CharField(max_length=200, verbose_name='name')),
                        ('sha256', models.CharField(max_length=64)),
                        ('size', models.PositiveBigIntegerField(verbose_name='size')),
                        ('pages', models.PositiveIntegerField(null=True, verbose_name='pages')),
                        ('note', models.CharField(blank=True, max_length=300, verbose_name='what changed')),
                        ('reading', models.CharField(choices=[('waiting', 'Being read for the search'), ('done', 'Can be searched'), ('no_text', 'No text inside: scanned pages cannot be searched'), ('failed', 'Its text could not be read')], default='waiting', max_length=8)),
                        ('is_current', models.BooleanField(default=True)),
                        ('at', models.DateTimeField(auto_now_add=True, verbose_name='uploaded')),
                        ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('report', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='files', to='reports.report')),
                    ],
                    options={
                        'ordering': ['-is_current', 'language', '-number'],
                        'indexes': [models.Index(condition=models.Q(('reading', 'waiting')), fields=['at'], name='file_waits_to_be_read')],
                        'constraints': [models.UniqueConstraint(fields=('report', 'number'), name='version_once'), models.UniqueConstraint(condition=models.Q(('is_current', True)), fields=('report', 'language'), name='one_current_file_a_language')],
                    },
                ),
                migrations.CreateModel(
                    name='Following',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('at', models.DateTimeField(auto_now_add=True)),
                        ('standard', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='followers', to='rocb.standard')),
                        ('theme', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='followers', to='rocb.theme')),
                        ('user', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='followed_topics', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'constraints': [models.UniqueConstraint(fields=('user', 'theme', 'standard'), name='followed_once', nulls_distinct=False), models.CheckConstraint(condition=models.Q(models.Q(('standard', None), ('theme__isnull', False)), models.Q(('standard__isnull', False), ('theme', None)), _connector='OR'), name='follows_one_topic')],
                    },
                ),
                migrations.CreateModel(
                    name='SearchText',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('config', models.CharField(max_length=12)),
                        ('words', django.contrib.postgres.search.SearchVectorField()),
                        ('report', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='texts', to='reports.report')),
                    ],
                    options={
                        'indexes': [django.contrib.postgres.indexes.GinIndex(fields=['words'], name='text_words')],
                        'constraints': [models.UniqueConstraint(fields=('report', 'config'), name='one_text_a_language')],
                    },
                ),
                migrations.CreateModel(
                    name='Series',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('code', models.SlugField(max_length=24, unique=True, validators=[django.core.validators.RegexValidator('[a-z]', 'A code has at least one letter.')], verbose_name='code')),
                        ('title', models.CharField(max_length=160, verbose_name='title')),
                        ('is_main', models.BooleanField(default=False, verbose_name='the main series')),
                        ('office', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='report_series', to='rocb.office')),
                    ],
                    options={
                        'verbose_name_plural': 'series',
                        'ordering': ['-is_main', 'title'],
                        'constraints': [models.UniqueConstraint(condition=models.Q(('is_main', True)), fields=('is_main',), name='one_main_series')],
                    },
                ),
                migrations.AlterModelOptions(
                    name='report',
                    options={'permissions': [('publish_report', 'Publish and withdraw reports'), ('call_cases', 'Call members for cases')]},
                ),
                migrations.AddField(
                    model_name='report',
                    name='authors',
                    field=models.CharField(blank=True, help_text='People or offices, separated by semicolons; empty: the office itself.', max_length=300, verbose_name='authors'),
                ),
                migrations.AddField(
                    model_name='report',
                    name='call_due_on',
                    field=models.DateField(blank=True, null=True, verbose_name='cases wanted by'),
                ),
                migrations.AddField(
                    model_name='report',
                    name='call_text',
                    field=models.TextField(blank=True, max_length=4000, verbose_name='what is asked for'),
                ),
                migrations.AddField(
                    model_name='report',
                    name='deposited_at',
                    field=models.DateTimeField(editable=False, null=True),
                ),
                migrations.AddField(
                    model_name='report',
                    name='handle',
                    field=models.CharField(editable=False, max_length=40, null=True, unique=True),
                ),
                migrations.AddField(
                    model_name='report',
                    name='is_invented',
                    field=models.BooleanField(default=False, editable=False, verbose_name='demonstration data'),
                ),
                migrations.AddField(
                    model_name='report',
                    name='languages',
                    field=django.contrib.postgres.fields.ArrayField(base_field=models.CharField(choices=[('en', 'English'), ('fr', 'French'), ('es', 'Spanish'), ('pt', 'Portuguese'), ('ru', 'Russian'), ('ar', 'Arabic'), ('zh', 'Chinese'), ('ja', 'Japanese'), ('ko', 'Korean'), ('ms', 'Malay'), ('id', 'Indonesian'), ('th', 'Thai'), ('vi', 'Vietnamese'), ('lo', 'Lao'), ('km', 'Khmer'), ('hi', 'Hindi'), ('bn', 'Bengali'), ('ur', 'Urdu'), ('fa', 'Persian'), ('mn', 'Mongolian'), ('tpi', 'Tok Pisin')], max_length=8), blank=True, default=list, editable=False, size=None, verbose_name='languages'),
                ),
                migrations.AddField(
                    model_name='report',
                    name='office',
                    field=models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='reports', to='rocb.office', verbose_name='office'),
                ),
                migrations.AddField(
                    model_name='report',
                    name='published_on',
                    field=models.DateField(editable=False, null=True, verbose_name='published'),
                ),
                migrations.AddField(
                    model_name='report',
                    name='related_events',
                    field=models.ManyToManyField(blank=True, related_name='reports', to='programmes.event', verbose_name='events it comes from'),
                ),
                migrations.AddField(
                    model_name='reportevent',
                    name='authors',
                    field=models.CharField(blank=True, help_text='People or offices, separated by semicolons; empty: the office itself.', max_length=300, verbose_name='authors'),
                ),
                migrations.AddField(
                    model_name='reportevent',
                    name='call_due_on',
                    field=models.DateField(blank=True, null=True, verbose_name='cases wanted by'),
                ),
                migrations.AddField(
                    model_name='reportevent',
                    name='call_text',
                    field=models.TextField(blank=True, max_length=4000, verbose_name='what is asked for'),
                ),
                migrations.AddField(
                    model_name='reportevent',
                    name='languages',
                    field=django.contrib.postgres.fields.ArrayField(base_field=models.CharField(choices=[('en', 'English'), ('fr', 'French'), ('es', 'Spanish'), ('pt', 'Portuguese'), ('ru', 'Russian'), ('ar', 'Arabic'), ('zh', 'Chinese'), ('ja', 'Japanese'), ('ko', 'Korean'), ('ms', 'Malay'), ('id', 'Indonesian'), ('th', 'Thai'), ('vi', 'Vietnamese'), ('lo', 'Lao'), ('km', 'Khmer'), ('hi', 'Hindi'), ('bn', 'Bengali'), ('ur', 'Urdu'), ('fa', 'Persian'), ('mn', 'Mongolian'), ('tpi', 'Tok Pisin')], max_length=8), blank=True, default=list, editable=False, size=None, verbose_name='languages'),
                ),
                migrations.AddField(
                    model_name='reportevent',
                    name='published_on',
                    field=models.DateField(editable=False, null=True, verbose_name='published'),
                ),
                migrations.AlterField(
                    model_name='report',
                    name='number',
                    field=models.PositiveSmallIntegerField(validators=[django.core.validators.MinValueValidator(1)], verbose_name='number'),
                ),
                migrations.RemoveIndex(
                    model_name='report',
                    name='report_search',
                ),
                migrations.RemoveField(
                    model_name='report',
                    name='search',
                ),
                migrations.AddField(
                    model_name='report',
                    name='search',
                    field=models.GeneratedField(db_persist=True, expression=django.contrib.postgres.search.SearchVector('title', 'summary', 'authors', config='simple'), output_field=django.contrib.postgres.search.SearchVectorField()),
                ),
                migrations.AddIndex(
                    model_name='report',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search'], name='report_search'),
                ),
                migrations.AlterField(
                    model_name='report',
                    name='status',
                    field=models.CharField(choices=[('draft', 'Draft'), ('calling', 'Call for cases'), ('in_review', 'In review'), ('published', 'Published'), ('withdrawn', 'Withdrawn')], default='draft', editable=False, max_length=12, verbose_name='status'),
                ),
                migrations.AlterField(
                    model_name='report',
                    name='year',
                    field=models.PositiveSmallIntegerField(blank=True, null=True, validators=[django.core.validators.MinValueValidator(1990), django.core.validators.MaxValueValidator(2100)], verbose_name='year'),
                ),
                migrations.AlterField(
                    model_name='reportevent',
                    name='number',
                    field=models.PositiveSmallIntegerField(validators=[django.core.validators.MinValueValidator(1)], verbose_name='number'),
                ),
                migrations.AlterField(
                    model_name='reportevent',
                    name='status',
                    field=models.CharField(choices=[('draft', 'Draft'), ('calling', 'Call for cases'), ('in_review', 'In review'), ('published', 'Published'), ('withdrawn', 'Withdrawn')], default='draft', editable=False, max_length=12, verbose_name='status'),
                ),
                migrations.AlterField(
                    model_name='reportevent',
                    name='year',
                    field=models.PositiveSmallIntegerField(blank=True, null=True, validators=[django.core.validators.MinValueValidator(1990), django.core.validators.MaxValueValidator(2100)], verbose_name='year'),
                ),
                migrations.AddField(
                    model_name='report',
                    name='series',
                    field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='reports', to='reports.series', verbose_name='series'),
                ),
                migrations.AddIndex(
                    model_name='report',
                    index=models.Index(fields=['-published_on', '-number'], name='report_newest'),
                ),
                migrations.AddIndex(
                    model_name='report',
                    index=models.Index(condition=models.Q(('deposited_at__isnull', False)), fields=['updated_at', 'id'], name='report_harvest'),
                ),
                migrations.AddConstraint(
                    model_name='report',
                    constraint=models.UniqueConstraint(fields=('series', 'number'), name='number_once_in_a_series', violation_error_message='This number of the series is taken.'),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='report',
                    trigger=pgtrigger.compiler.Trigger(name='steps', sql=pgtrigger.compiler.UpsertTriggerSql(declare='DECLARE _is_valid_transition BOOLEAN;', func='SELECT CONCAT(OLD."status", \':\', NEW."status") = ANY(\'{calling:draft,draft:calling,draft:in_review,in_review:draft,in_review:published,published:withdrawn,withdrawn:published}\'::text[]) INTO _is_valid_transition; IF (_is_valid_transition IS FALSE AND OLD."status" IS DISTINCT FROM NEW."status") THEN RAISE EXCEPTION \'pgtrigger: Invalid transition of field "status" from "%" to "%" on table %\', OLD."status", NEW."status", TG_TABLE_NAME; ELSE RETURN NEW; END IF;', hash='aec665dffc678ef40a1f845f412a4fb9f8701e71', operation='UPDATE', pgid='pgtrigger_steps_42ced', table='reports_report', when='BEFORE')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='report',
                    trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "reports_reportevent" ("authors", "call_due_on", "call_text", "countries", "id", "is_public", "languages", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_on", "status", "summary", "title", "year") VALUES (NEW."authors", NEW."call_due_on", NEW."call_text", NEW."countries", NEW."id", NEW."is_public", NEW."languages", NEW."number", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."published_on", NEW."status", NEW."summary", NEW."title", NEW."year"); RETURN NULL;', hash='f001a6b2059c6226b9381fc088f3ef3de7ed0b82', operation='INSERT', pgid='pgtrigger_insert_insert_84ceb', table='reports_report', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='report',
                    trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."authors" IS DISTINCT FROM (NEW."authors") OR OLD."call_due_on" IS DISTINCT FROM (NEW."call_due_on") OR OLD."call_text" IS DISTINCT FROM (NEW."call_text") OR OLD."countries" IS DISTINCT FROM (NEW."countries") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_public" IS DISTINCT FROM (NEW."is_public") OR OLD."languages" IS DISTINCT FROM (NEW."languages") OR OLD."number" IS DISTINCT FROM (NEW."number") OR OLD."published_on" IS DISTINCT FROM (NEW."published_on") OR OLD."status" IS DISTINCT FROM (NEW."status") OR OLD."summary" IS DISTINCT FROM (NEW."summary") OR OLD."title" IS DISTINCT FROM (NEW."title") OR OLD."year" IS DISTINCT FROM (NEW."year"))', func='INSERT INTO "reports_reportevent" ("authors", "call_due_on", "call_text", "countries", "id", "is_public", "languages", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_on", "status", "summary", "title", "year") VALUES (NEW."authors", NEW."call_due_on", NEW."call_text", NEW."countries", NEW."id", NEW."is_public", NEW."languages", NEW."number", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."published_on", NEW."status", NEW."summary", NEW."title", NEW."year"); RETURN NULL;', hash='0c512d21035a8e9d31eaecfd2e35b971e1928fbd', operation='UPDATE', pgid='pgtrigger_update_update_234a9', table='reports_report', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='casestudy',
                    trigger=pgtrigger.compiler.Trigger(name='steps', sql=pgtrigger.compiler.UpsertTriggerSql(declare='DECLARE _is_valid_transition BOOLEAN;', func='SELECT CONCAT(OLD."status", \':\', NEW."status") = ANY(\'{asked:declined,asked:submitted,returned:declined,returned:submitted,submitted:accepted,submitted:returned}\'::text[]) INTO _is_valid_transition; IF (_is_valid_transition IS FALSE AND OLD."status" IS DISTINCT FROM NEW."status") THEN RAISE EXCEPTION \'pgtrigger: Invalid transition of field "status" from "%" to "%" on table %\', OLD."status", NEW."status", TG_TABLE_NAME; ELSE RETURN NEW; END IF;', hash='80a8d477708226118fe0037888b67891acff102f', operation='UPDATE', pgid='pgtrigger_steps_f47c4', table='reports_casestudy', when='BEFORE')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='casestudy',
                    trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "reports_casestudyevent" ("administration_id", "contact", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "report_id", "status", "text", "title") VALUES (NEW."administration_id", NEW."contact", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."report_id", NEW."status", NEW."text", NEW."title"); RETURN NULL;', hash='74951928c3bcad22f59e304710eb6230e3b96a1c', operation='INSERT', pgid='pgtrigger_insert_insert_2c302', table='reports_casestudy', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='casestudy',
                    trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."administration_id" IS DISTINCT FROM (NEW."administration_id") OR OLD."contact" IS DISTINCT FROM (NEW."contact") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."report_id" IS DISTINCT FROM (NEW."report_id") OR OLD."status" IS DISTINCT FROM (NEW."status") OR OLD."text" IS DISTINCT FROM (NEW."text") OR OLD."title" IS DISTINCT FROM (NEW."title"))', func='INSERT INTO "reports_casestudyevent" ("administration_id", "contact", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "report_id", "status", "text", "title") VALUES (NEW."administration_id", NEW."contact", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."report_id", NEW."status", NEW."text", NEW."title"); RETURN NULL;', hash='392ad78ff04cc55aceb641ea92533ee31b49860d', operation='UPDATE', pgid='pgtrigger_update_update_7dbdc', table='reports_casestudy', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='casestudyevent',
                    trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='83758287cfde1a816da4d3ca996160e89b6ff819', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_66c2e', table='reports_casestudyevent', when='BEFORE')),
                ),
            ],
        ),
    ]
