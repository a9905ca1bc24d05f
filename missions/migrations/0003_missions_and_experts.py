import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.contrib.postgres.search
import django.core.validators
import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('missions', '0002_initial'),
        ('pghistory', '0007_auto_20250421_0444'),
        ('programmes', '0003_events'),
        ('rocb', '0001_initial'),
        ('rocb', '__first__'),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name='action',
            name='insert_insert',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='action',
            name='update_update',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='actionplan',
            name='insert_insert',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='actionplan',
            name='update_update',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='recommendation',
            name='insert_insert',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='recommendation',
            name='update_update',
        ),
        migrations.CreateModel(
            name='Absence',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('created_at', models.DateTimeField(auto_now_add=True, verbose_name='created')),
                ('updated_at', models.DateTimeField(auto_now=True, verbose_name='changed')),
                ('from_on', models.DateField(verbose_name='from')),
                ('until_on', models.DateField(verbose_name='until')),
                ('reason', models.CharField(blank=True, max_length=200, verbose_name='reason')),
            ],
            options={
                'ordering': ['from_on'],
            },
        ),
        migrations.CreateModel(
            name='AgendaItem',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('created_at', models.DateTimeField(auto_now_add=True, verbose_name='created')),
                ('updated_at', models.DateTimeField(auto_now=True, verbose_name='changed')),
                ('on', models.DateField(verbose_name='day')),
                ('begins_at', models.TimeField(blank=True, null=True, verbose_name='from')),
                ('ends_at', models.TimeField(blank=True, null=True, verbose_name='to')),
                ('title', models.CharField(max_length=240, verbose_name='what')),
                ('place', models.CharField(blank=True, max_length=160, verbose_name='where')),
                ('people', models.TextField(blank=True, help_text='Name and position, one a line.', max_length=1000, verbose_name='people to meet')),
            ],
            options={
                'ordering': ['on', models.OrderBy(models.F('begins_at'), nulls_first=True), 'pk'],
            },
        ),
        migrations.CreateModel(
            name='Assessment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('created_at', models.DateTimeField(auto_now_add=True, verbose_name='created')),
                ('updated_at', models.DateTimeField(auto_now=True, verbose_name='changed')),
                ('level', models.PositiveSmallIntegerField(blank=True, choices=[(0, '0 Not started'), (1, '1 Planned'), (2, '2 Under way'), (3, '3 Largely implemented'), (4, '4 Fully implemented')], null=True, validators=[django.core.validators.MaxValueValidator(4)], verbose_name='own level')),
                ('situation', models.TextField(blank=True, max_length=4000, verbose_name='where we stand')),
                ('needs', models.TextField(blank=True, max_length=4000, verbose_name='what we need')),
                ('team_level', models.PositiveSmallIntegerField(blank=True, choices=[(0, '0 Not started'), (1, '1 Planned'), (2, '2 Under way'), (3, '3 Largely implemented'), (4, '4 Fully implemented')], null=True, validators=[django.core.validators.MaxValueValidator(4)], verbose_name="team's level")),
                ('team_note', models.TextField(blank=True, max_length=4000, verbose_name="team's note")),
            ],
            options={
                'ordering': ['area__number'],
            },
        ),
        migrations.CreateModel(
            name='Certification',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('created_at', models.DateTimeField(auto_now_add=True, verbose_name='created')),
                ('updated_at', models.DateTimeField(auto_now=True, verbose_name='changed')),
                ('scheme', models.CharField(choices=[('facilitator', 'WCO diagnostic facilitator'), ('adviser', 'Customs modernisation adviser'), ('mercator', 'Mercator programme adviser'), ('trainer', 'Accredited trainer')], default='facilitator', max_length=12, verbose_name='scheme')),
                ('stage', models.CharField(choices=[('nominated', 'Nominated'), ('prescreened', 'Pre-screened'), ('preaccredited', 'Pre-accredited'), ('accredited', 'Accredited'), ('recognised', 'Recognised'), ('lapsed', 'Lapsed')], max_length=16, verbose_name='stage')),
                ('awarded_on', models.DateField(verbose_name='from')),
                ('expires_on', models.DateField(blank=True, null=True, verbose_name='until')),
                ('note', models.CharField(blank=True, max_length=300, verbose_name='note')),
            ],
            options={
                'ordering': ['-awarded_on', '-pk'],
            },
        ),
        migrations.CreateModel(
            name='CertificationEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('scheme', models.CharField(choices=[('facilitator', 'WCO diagnostic facilitator'), ('adviser', 'Customs modernisation adviser'), ('mercator', 'Mercator programme adviser'), ('trainer', 'Accredited trainer')], default='facilitator', max_length=12, verbose_name='scheme')),
                ('stage', models.CharField(choices=[('nominated', 'Nominated'), ('prescreened', 'Pre-screened'), ('preaccredited', 'Pre-accredited'), ('accredited', 'Accredited'), ('recognised', 'Recognised'), ('lapsed', 'Lapsed')], max_length=16, verbose_name='stage')),
                ('awarded_on', models.DateField(verbose_name='from')),
                ('expires_on', models.DateField(blank=True, null=True, verbose_name='until')),
                ('note', models.CharField(blank=True, max_length=300, verbose_name='note')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Expert',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('created_at', models.DateTimeField(auto_now_add=True, verbose_name='created')),
                ('updated_at', models.DateTimeField(auto_now=True, verbose_name='changed')),
                ('category', models.CharField(choices=[('diagnostic', 'Diagnostic facilitator'), ('adviser', 'Customs modernisation adviser'), ('technical', 'Technical and operational expert')], default='diagnostic', max_length=12, verbose_name='category')),
                ('languages', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(choices=[('en', 'English'), ('fr', 'French'), ('es', 'Spanish'), ('pt', 'Portuguese'), ('ru', 'Russian'), ('ar', 'Arabic'), ('zh', 'Chinese'), ('ja', 'Japanese'), ('ko', 'Korean'), ('ms', 'Malay'), ('id', 'Indonesian'), ('th', 'Thai'), ('vi', 'Vietnamese'), ('lo', 'Lao'), ('km', 'Khmer'), ('hi', 'Hindi'), ('bn', 'Bengali'), ('ur', 'Urdu'), ('fa', 'Persian'), ('mn', 'Mongolian'), ('tpi', 'Tok Pisin')], max_length=8), blank=True, default=list, size=None, verbose_name='languages')),
                ('experience', models.TextField(blank=True, max_length=4000, verbose_name='experience')),
                ('is_active', models.BooleanField(default=True, verbose_name='may be asked')),
            ],
            options={
                'permissions': [('keep_profile', 'Keep the own expert profile'), ('view_roster', 'See the roster of experts')],
            },
        ),
        migrations.CreateModel(
            name='ExpertEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('category', models.CharField(choices=[('diagnostic', 'Diagnostic facilitator'), ('adviser', 'Customs modernisation adviser'), ('technical', 'Technical and operational expert')], default='diagnostic', max_length=12, verbose_name='category')),
                ('languages', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(choices=[('en', 'English'), ('fr', 'French'), ('es', 'Spanish'), ('pt', 'Portuguese'), ('ru', 'Russian'), ('ar', 'Arabic'), ('zh', 'Chinese'), ('ja', 'Japanese'), ('ko', 'Korean'), ('ms', 'Malay'), ('id', 'Indonesian'), ('th', 'Thai'), ('vi', 'Vietnamese'), ('lo', 'Lao'), ('km', 'Khmer'), ('hi', 'Hindi'), ('bn', 'Bengali'), ('ur', 'Urdu'), ('fa', 'Persian'), ('mn', 'Mongolian'), ('tpi', 'Tok Pisin')], max_length=8), blank=True, default=list, size=None, verbose_name='languages')),
                ('experience', models.TextField(blank=True, max_length=4000, verbose_name='experience')),
                ('is_active', models.BooleanField(default=True, verbose_name='may be asked')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Finding',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('created_at', models.DateTimeField(auto_now_add=True, verbose_name='created')),
                ('updated_at', models.DateTimeField(auto_now=True, verbose_name='changed')),
                ('number', models.PositiveSmallIntegerField(editable=False, verbose_name='number')),
                ('text', models.TextField(max_length=4000, verbose_name='finding')),
                ('evidence', models.TextField(blank=True, max_length=4000, verbose_name='evidence')),
                ('key', models.UUIDField(editable=False, null=True, unique=True)),
                ('search', models.GeneratedField(db_persist=True, expression=django.contrib.postgres.search.SearchVector('text', 'evidence', config='simple'), output_field=django.contrib.postgres.search.SearchVectorField())),
            ],
            options={
                'ordering': ['mission_id', 'number'],
            },
        ),
        migrations.CreateModel(
            name='FindingEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('number', models.PositiveSmallIntegerField(editable=False, verbose_name='number')),
                ('text', models.TextField(max_length=4000, verbose_name='finding')),
                ('evidence', models.TextField(blank=True, max_length=4000, verbose_name='evidence')),
                ('key', models.UUIDField(editable=False, null=True)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Mission',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('created_at', models.DateTimeField(auto_now_add=True, verbose_name='created')),
                ('updated_at', models.DateTimeField(auto_now=True, verbose_name='changed')),
                ('phase', models.CharField(choices=[('1', 'Phase I: diagnostic'), ('2', 'Phase II: planning'), ('3', 'Phase III: evaluation')], default='1', max_length=1, verbose_name='phase')),
                ('kind', models.CharField(choices=[('full', 'All seven areas'), ('targeted', 'Some areas'), ('workshop', 'Workshop'), ('advice', 'Expert advice')], default='full', max_length=12, verbose_name='kind')),
                ('lead', models.CharField(choices=[('secretariat', 'WCO Secretariat'), ('office', 'Regional office')], default='office', max_length=12, verbose_name='led by')),
                ('status', models.CharField(choices=[('requested', 'Requested'), ('accepted', 'Accepted'), ('team_selected', 'Team selected'), ('terms_agreed', 'Terms agreed'), ('in_country', 'In the country'), ('draft_report', 'Draft report'), ('member_comments', 'With the member for comments'), ('final', 'Final report'), ('closed', 'Closed'), ('cancelled', 'Cancelled')], default='requested', editable=False, max_length=16, verbose_name='status')),
                ('starts_on', models.DateField(blank=True, null=True, verbose_name='first day')),
                ('ends_on', models.DateField(blank=True, null=True, verbose_name='last day')),
                ('languages', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(choices=[('en', 'English'), ('fr', 'French'), ('es', 'Spanish'), ('pt', 'Portuguese'), ('ru', 'Russian'), ('ar', 'Arabic'), ('zh', 'Chinese'), ('ja', 'Japanese'), ('ko', 'Korean'), ('ms', 'Malay'), ('id', 'Indonesian'), ('th', 'Thai'), ('vi', 'Vietnamese'), ('lo', 'Lao'), ('km', 'Khmer'), ('hi', 'Hindi'), ('bn', 'Bengali'), ('ur', 'Urdu'), ('fa', 'Persian'), ('mn', 'Mongolian'), ('tpi', 'Tok Pisin')], max_length=8), blank=True, default=list, size=None, verbose_name='languages')),
                ('objectives', models.TextField(blank=True, max_length=4000, verbose_name='why it is asked for')),
                ('terms', models.TextField(blank=True, max_length=12000, verbose_name='terms of reference')),
                ('situation', models.TextField(blank=True, max_length=12000, verbose_name='situation')),
                ('way_forward', models.TextField(blank=True, max_length=12000, verbose_name='way forward')),
                ('debrief_on', models.DateField(blank=True, null=True, verbose_name='debrief')),
                ('debrief', models.TextField(blank=True, max_length=4000, verbose_name='what was said at the debrief')),
                ('assessed_at', models.DateTimeField(editable=False, null=True, verbose_name='self-assessment sent')),
                ('sent_at', models.DateTimeField(editable=False, null=True, verbose_name='draft report sent')),
                ('comments_due_on', models.DateField(editable=False, null=True, verbose_name='comments due')),
                ('final_on', models.DateField(editable=False, null=True, verbose_name='final report')),
                ('is_invented', models.BooleanField(default=False, editable=False, verbose_name='demonstration data')),
                ('search', models.GeneratedField(db_persist=True, expression=django.contrib.postgres.search.SearchVector('objectives', 'terms', config='simple'), output_field=django.contrib.postgres.search.SearchVectorField())),
            ],
            options={
                'permissions': [('run_mission', 'Take missions through their life'), ('request_mission', 'Ask for a mission'), ('agree_terms', 'Agree on terms of reference'), ('write_findings', 'Write findings and recommendations'), ('assess_self', 'Fill in the self-assessment'), ('comment_report', 'Comment on a draft report'), ('view_heat_map', 'See the heat map of the region')],
            },
        ),
        migrations.CreateModel(
            name='MissionEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('phase', models.CharField(choices=[('1', 'Phase I: diagnostic'), ('2', 'Phase II: planning'), ('3', 'Phase III: evaluation')], default='1', max_length=1, verbose_name='phase')),
                ('kind', models.CharField(choices=[('full', 'All seven areas'), ('targeted', 'Some areas'), ('workshop', 'Workshop'), ('advice', 'Expert advice')], default='full', max_length=12, verbose_name='kind')),
                ('lead', models.CharField(choices=[('secretariat', 'WCO Secretariat'), ('office', 'Regional office')], default='office', max_length=12, verbose_name='led by')),
                ('status', models.CharField(choices=[('requested', 'Requested'), ('accepted', 'Accepted'), ('team_selected', 'Team selected'), ('terms_agreed', 'Terms agreed'), ('in_country', 'In the country'), ('draft_report', 'Draft report'), ('member_comments', 'With the member for comments'), ('final', 'Final report'), ('closed', 'Closed'), ('cancelled', 'Cancelled')], default='requested', editable=False, max_length=16, verbose_name='status')),
                ('starts_on', models.DateField(blank=True, null=True, verbose_name='first day')),
                ('ends_on', models.DateField(blank=True, null=True, verbose_name='last day')),
                ('languages', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(choices=[('en', 'English'), ('fr', 'French'), ('es', 'Spanish'), ('pt', 'Portuguese'), ('ru', 'Russian'), ('ar', 'Arabic'), ('zh', 'Chinese'), ('ja', 'Japanese'), ('ko', 'Korean'), ('ms', 'Malay'), ('id', 'Indonesian'), ('th', 'Thai'), ('vi', 'Vietnamese'), ('lo', 'Lao'), ('km', 'Khmer'), ('hi', 'Hindi'), ('bn', 'Bengali'), ('ur', 'Urdu'), ('fa', 'Persian'), ('mn', 'Mongolian'), ('tpi', 'Tok Pisin')], max_length=8), blank=True, default=list, size=None, verbose_name='languages')),
                ('objectives', models.TextField(blank=True, max_length=4000, verbose_name='why it is asked for')),
                ('terms', models.TextField(blank=True, max_length=12000, verbose_name='terms of reference')),
                ('situation', models.TextField(blank=True, max_length=12000, verbose_name='situation')),
                ('way_forward', models.TextField(blank=True, max_length=12000, verbose_name='way forward')),
                ('debrief_on', models.DateField(blank=True, null=True, verbose_name='debrief')),
                ('debrief', models.TextField(blank=True, max_length=4000, verbose_name='what was said at the debrief')),
                ('assessed_at', models.DateTimeField(editable=False, null=True, verbose_name='self-assessment sent')),
                ('sent_at', models.DateTimeField(editable=False, null=True, verbose_name='draft report sent')),
                ('comments_due_on', models.DateField(editable=False, null=True, verbose_name='comments due')),
                ('final_on', models.DateField(editable=False, null=True, verbose_name='final report')),
                ('is_invented', models.BooleanField(default=False, editable=False, verbose_name='demonstration data')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='MissionImport',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=240, verbose_name='file')),
                ('sha256', models.CharField(max_length=64)),
                ('at', models.DateTimeField(auto_now_add=True, verbose_name='sent in')),
                ('applied_at', models.DateTimeField(null=True, verbose_name='applied')),
                ('content', models.JSONField()),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='ReportRemark',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('created_at', models.DateTimeField(auto_now_add=True, verbose_name='created')),
                ('updated_at', models.DateTimeField(auto_now=True, verbose_name='changed')),
                ('anchor', models.CharField(max_length=40, verbose_name='place')),
                ('text', models.TextField(max_length=4000, verbose_name='comment')),
                ('reply', models.TextField(blank=True, max_length=4000, verbose_name='reply')),
            ],
            options={
                'ordering': ['pk'],
            },
        ),
        migrations.CreateModel(
            name='ReportRemarkEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('anchor', models.CharField(max_length=40, verbose_name='place')),
                ('text', models.TextField(max_length=4000, verbose_name='comment')),
                ('reply', models.TextField(blank=True, max_length=4000, verbose_name='reply')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='ReportVersion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveSmallIntegerField(verbose_name='version')),
                ('kind', models.CharField(choices=[('draft', 'Draft'), ('final', 'Final')], max_length=8, verbose_name='kind')),
                ('content', models.JSONField(verbose_name='content')),
                ('sha256', models.CharField(max_length=64)),
                ('made_at', models.DateTimeField(verbose_name='sent')),
            ],
            options={
                'ordering': ['mission_id', 'number'],
            },
        ),
        migrations.CreateModel(
            name='TeamMember',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('created_at', models.DateTimeField(auto_now_add=True, verbose_name='created')),
                ('updated_at', models.DateTimeField(auto_now=True, verbose_name='changed')),
                ('role', models.CharField(choices=[('leader', 'Leader'), ('expert', 'Expert'), ('observer', 'Observer')], default='expert', max_length=8, verbose_name='as')),
                ('origin', models.CharField(choices=[('region', 'Region'), ('secretariat', 'WCO Secretariat'), ('donor', 'Donor'), ('office', 'Regional office')], default='region', max_length=12, verbose_name='from')),
                ('status', models.CharField(choices=[('reserve', 'In reserve'), ('asked', 'Asked'), ('accepted', 'Accepted'), ('declined', 'Declined'), ('released', 'Released')], default='asked', editable=False, max_length=8, verbose_name='status')),
                ('reasons', models.TextField(blank=True, max_length=1000, verbose_name='why this person')),
                ('asked_at', models.DateTimeField(editable=False, null=True, verbose_name='asked')),
                ('answer_by', models.DateField(blank=True, null=True, verbose_name='answer wanted by')),
                ('answered_at', models.DateTimeField(editable=False, null=True, verbose_name='answered')),
            ],
            options={
                'permissions': [('answer_place', 'Accept or decline a place on a mission')],
            },
        ),
        migrations.CreateModel(
            name='TeamMemberEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('role', models.CharField(choices=[('leader', 'Leader'), ('expert', 'Expert'), ('observer', 'Observer')], default='expert', max_length=8, verbose_name='as')),
                ('origin', models.CharField(choices=[('region', 'Region'), ('secretariat', 'WCO Secretariat'), ('donor', 'Donor'), ('office', 'Regional office')], default='region', max_length=12, verbose_name='from')),
                ('status', models.CharField(choices=[('reserve', 'In reserve'), ('asked', 'Asked'), ('accepted', 'Accepted'), ('declined', 'Declined'), ('released', 'Released')], default='asked', editable=False, max_length=8, verbose_name='status')),
                ('reasons', models.TextField(blank=True, max_length=1000, verbose_name='why this person')),
                ('asked_at', models.DateTimeField(editable=False, null=True, verbose_name='asked')),
                ('answer_by', models.DateField(blank=True, null=True, verbose_name='answer wanted by')),
                ('answered_at', models.DateTimeField(editable=False, null=True, verbose_name='answered')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.AddField(
            model_name='action',
            name='tells_others',
            field=models.BooleanField(default=False, help_text='Once it is implemented, members with the same problem read its title and result.', verbose_name='shown to other members'),
        ),
        migrations.AddField(
            model_name='actionevent',
            name='tells_others',
            field=models.BooleanField(default=False, help_text='Once it is implemented, members with the same problem read its title and result.', verbose_name='shown to other members'),
        ),
        migrations.AddField(
            model_name='recommendation',
            name='key',
            field=models.UUIDField(editable=False, null=True, unique=True),
        ),
        migrations.AddField(
            model_name='recommendationevent',
            name='key',
            field=models.UUIDField(editable=False, null=True),
        ),
        migrations.AddField(
            model_name='absence',
            name='created_by',
            field=models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='absence',
            name='updated_by',
            field=models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='agendaitem',
            name='created_by',
            field=models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='agendaitem',
            name='updated_by',
            field=models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='assessment',
            name='area',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='assessments', to='rocb.diagnosticarea'),
        ),
        migrations.AddField(
            model_name='assessment',
            name='created_by',
            field=models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='assessment',
            name='updated_by',
            field=models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='certification',
            name='created_by',
            field=models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='certification',
            name='event',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='certifications', to='programmes.event', verbose_name='workshop that gave it'),
        ),
        migrations.AddField(
            model_name='certification',
            name='updated_by',
            field=models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='certificationevent',
            name='event',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='programmes.event', verbose_name='workshop that gave it'),
        ),
        migrations.AddField(
            model_name='certificationevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='certificationevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='missions.certification'),
        ),
        migrations.AddField(
            model_name='expert',
            name='administration',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='experts', to='rocb.administration', verbose_name='administration'),
        ),
        migrations.AddField(
            model_name='expert',
            name='areas',
            field=models.ManyToManyField(blank=True, related_name='experts', to='rocb.diagnosticarea', verbose_name='areas'),
        ),
        migrations.AddField(
            model_name='expert',
            name='created_by',
            field=models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='expert',
            name='person',
            field=models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='expert', to='rocb.person', verbose_name='person'),
        ),
        migrations.AddField(
            model_name='expert',
            name='updated_by',
            field=models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='certificationevent',
            name='expert',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='missions.expert'),
        ),
        migrations.AddField(
            model_name='certification',
            name='expert',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='certifications', to='missions.expert'),
        ),
        migrations.AddField(
            model_name='absence',
            name='expert',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='absences', to='missions.expert'),
        ),
        migrations.AddField(
            model_name='expertevent',
            name='administration',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='rocb.administration', verbose_name='administration'),
        ),
        migrations.AddField(
            model_name='expertevent',
            name='person',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='rocb.person', verbose_name='person'),
        ),
        migrations.AddField(
            model_name='expertevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='expertevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='missions.expert'),
        ),
        migrations.AddField(
            model_name='finding',
            name='area',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='findings', to='rocb.diagnosticarea', verbose_name='area'),
        ),
        migrations.AddField(
            model_name='finding',
            name='created_by',
            field=models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='finding',
            name='updated_by',
            field=models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='recommendation',
            name='findings',
            field=models.ManyToManyField(blank=True, related_name='recommendations', to='missions.finding', verbose_name='findings'),
        ),
        migrations.AddField(
            model_name='findingevent',
            name='area',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='rocb.diagnosticarea', verbose_name='area'),
        ),
        migrations.AddField(
            model_name='findingevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='findingevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='missions.finding'),
        ),
        migrations.AddField(
            model_name='mission',
            name='administration',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='missions', to='rocb.administration', verbose_name='member'),
        ),
        migrations.AddField(
            model_name='mission',
            name='areas',
            field=models.ManyToManyField(blank=True, related_name='missions', to='rocb.diagnosticarea', verbose_name='areas'),
        ),
        migrations.AddField(
            model_name='mission',
            name='before',
            field=models.ForeignKey(blank=True, help_text='For phase III: the mission whose findings are the state before.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='evaluations', to='missions.mission', verbose_name='compared with'),
        ),
        migrations.AddField(
            model_name='mission',
            name='created_by',
            field=models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='mission',
            name='event',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='missions', to='programmes.event', verbose_name='workshop it belongs to'),
        ),
        migrations.AddField(
            model_name='mission',
            name='framework',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='rocb.framework', verbose_name='edition of the standards'),
        ),
        migrations.AddField(
            model_name='mission',
            name='officer',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='missions_in_charge', to=settings.AUTH_USER_MODEL, verbose_name='officer in charge'),
        ),
        migrations.AddField(
            model_name='mission',
            name='programme',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='missions', to='programmes.programme', verbose_name='programme'),
        ),
        migrations.AddField(
            model_name='mission',
            name='updated_by',
            field=models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='findingevent',
            name='mission',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='missions.mission'),
        ),
        migrations.AddField(
            model_name='finding',
            name='mission',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='findings', to='missions.mission'),
        ),
        migrations.AddField(
            model_name='assessment',
            name='mission',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='assessments', to='missions.mission'),
        ),
        migrations.AddField(
            model_name='agendaitem',
            name='mission',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='agenda', to='missions.mission'),
        ),
        migrations.AddField(
            model_name='actionplan',
            name='mission',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='plans', to='missions.mission', verbose_name='made after the mission'),
        ),
        migrations.AddField(
            model_name='actionplanevent',
            name='mission',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='missions.mission', verbose_name='made after the mission'),
        ),
        migrations.AddField(
            model_name='recommendation',
            name='mission',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='recommendations', to='missions.mission', verbose_name='mission'),
        ),
        migrations.AddField(
            model_name='recommendationevent',
            name='mission',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='missions.mission', verbose_name='mission'),
        ),
        migrations.AddField(
            model_name='missionevent',
            name='administration',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='rocb.administration', verbose_name='member'),
        ),
        migrations.AddField(
            model_name='missionevent',
            name='before',
            field=models.ForeignKey(blank=True, db_constraint=False, help_text='For phase III: the mission whose findings are the state before.', null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='missions.mission', verbose_name='compared with'),
        ),
        migrations.AddField(
            model_name='missionevent',
            name='event',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='programmes.event', verbose_name='workshop it belongs to'),
        ),
        migrations.AddField(
            model_name='missionevent',
            name='framework',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='rocb.framework', verbose_name='edition of the standards'),
        ),
        migrations.AddField(
            model_name='missionevent',
            name='officer',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='officer in charge'),
        ),
        migrations.AddField(
            model_name='missionevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='missionevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='missions.mission'),
        ),
        migrations.AddField(
            model_name='missionevent',
            name='programme',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='programmes.programme', verbose_name='programme'),
        ),
        migrations.AddField(
            model_name='missionimport',
            name='by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='missionimport',
            name='mission',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='imports', to='missions.mission'),
        ),
        migrations.AddField(
            model_name='reportremark',
            name='created_by',
            field=models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='reportremark',
            name='mission',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='remarks', to='missions.mission'),
        ),
        migrations.AddField(
            model_name='reportremark',
            name='replied_by',
            field=models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='reportremark',
            name='updated_by',
            field=models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='reportremarkevent',
            name='mission',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='missions.mission'),
        ),
        migrations.AddField(
            model_name='reportremarkevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='reportremarkevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='missions.reportremark'),
        ),
        migrations.AddField(
            model_name='reportremarkevent',
            name='replied_by',
            field=models.ForeignKey(db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='reportversion',
            name='made_by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='reportversion',
            name='mission',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='report_versions', to='missions.mission'),
        ),
        migrations.AddField(
            model_name='reportremarkevent',
            name='version',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='missions.reportversion'),
        ),
        migrations.AddField(
            model_name='reportremark',
            name='version',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='remarks', to='missions.reportversion'),
        ),
        migrations.AddField(
            model_name='teammember',
            name='created_by',
            field=models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='teammember',
            name='mission',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='team', to='missions.mission'),
        ),
        migrations.AddField(
            model_name='teammember',
            name='person',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='mission_places', to='rocb.person', verbose_name='person'),
        ),
        migrations.AddField(
            model_name='teammember',
            name='updated_by',
            field=models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='teammemberevent',
            name='mission',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='missions.mission'),
        ),
        migrations.AddField(
            model_name='teammemberevent',
            name='person',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='rocb.person', verbose_name='person'),
        ),
        migrations.AddField(
            model_name='teammemberevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='teammemberevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='missions.teammember'),
        ),
        migrations.AddIndex(
            model_name='expert',
            index=django.contrib.postgres.indexes.GinIndex(fields=['languages'], name='expert_languages'),
        ),
        migrations.AddIndex(
            model_name='certification',
            index=models.Index(fields=['expires_on'], name='certification_expiry'),
        ),
        migrations.AddConstraint(
            model_name='certification',
            constraint=models.UniqueConstraint(fields=('expert', 'scheme', 'stage', 'awarded_on'), name='certification_once'),
        ),
        migrations.AddConstraint(
            model_name='certification',
            constraint=models.CheckConstraint(condition=models.Q(('expires_on', None), ('expires_on__gt', models.F('awarded_on')), _connector='OR'), name='certification_expires_after_award', violation_error_message='It expires before it is awarded.'),
        ),
        migrations.AddConstraint(
            model_name='absence',
            constraint=models.CheckConstraint(condition=models.Q(('until_on__gte', models.F('from_on'))), name='absence_ends_after_it_starts', violation_error_message='It ends before it starts.'),
        ),
        migrations.AddIndex(
            model_name='mission',
            index=models.Index(fields=['administration', '-starts_on'], name='mission_of_member'),
        ),
        migrations.AddIndex(
            model_name='mission',
            index=models.Index(fields=['starts_on'], name='mission_start'),
        ),
        migrations.AddIndex(
            model_name='mission',
            index=django.contrib.postgres.indexes.GinIndex(fields=['search'], name='mission_search'),
        ),
        migrations.AddConstraint(
            model_name='mission',
            constraint=models.CheckConstraint(condition=models.Q(('ends_on', None), ('starts_on', None), ('ends_on__gte', models.F('starts_on')), _connector='OR'), name='mission_ends_after_it_starts', violation_error_message='The mission ends before it starts.'),
        ),
        migrations.AddIndex(
            model_name='finding',
            index=django.contrib.postgres.indexes.GinIndex(fields=['search'], name='finding_search'),
        ),
        migrations.AddConstraint(
            model_name='finding',
            constraint=models.UniqueConstraint(fields=('mission', 'number'), name='finding_number_once'),
        ),
        migrations.AddConstraint(
            model_name='assessment',
            constraint=models.UniqueConstraint(fields=('mission', 'area'), name='area_once_on_a_mission'),
        ),
        migrations.AddConstraint(
            model_name='agendaitem',
            constraint=models.CheckConstraint(condition=models.Q(('ends_at', None), ('begins_at', None), ('ends_at__gt', models.F('begins_at')), _connector='OR'), name='appointment_ends_after_it_starts', violation_error_message='It ends before it starts.'),
        ),
        migrations.AddConstraint(
            model_name='reportversion',
            constraint=models.UniqueConstraint(fields=('mission', 'number'), name='report_version_once'),
        ),
        migrations.AddIndex(
            model_name='teammember',
            index=models.Index(fields=['person', 'status'], name='places_of_person'),
        ),
        migrations.AddConstraint(
            model_name='teammember',
            constraint=models.UniqueConstraint(condition=models.Q(('status__in', ['reserve', 'asked', 'accepted'])), fields=('mission', 'person'), name='one_place_on_a_mission'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='action',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "missions_actionevent" ("baseline_due_on", "cost", "currency", "current_due_on", "expected_result", "id", "is_shared", "number", "percent", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "position", "responsible_person_id", "responsible_unit", "status", "support_needed", "tells_others", "title") VALUES (NEW."baseline_due_on", NEW."cost", NEW."currency", NEW."current_due_on", NEW."expected_result", NEW."id", NEW."is_shared", NEW."number", NEW."percent", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."plan_id", NEW."position", NEW."responsible_person_id", NEW."responsible_unit", NEW."status", NEW."support_needed", NEW."tells_others", NEW."title"); RETURN NULL;', hash='d689291e457f929cbd23d8dc58b2cde6f2328a43', operation='INSERT', pgid='pgtrigger_insert_insert_d9d0b', table='missions_action', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='action',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."baseline_due_on" IS DISTINCT FROM (NEW."baseline_due_on") OR OLD."cost" IS DISTINCT FROM (NEW."cost") OR OLD."currency" IS DISTINCT FROM (NEW."currency") OR OLD."current_due_on" IS DISTINCT FROM (NEW."current_due_on") OR OLD."expected_result" IS DISTINCT FROM (NEW."expected_result") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_shared" IS DISTINCT FROM (NEW."is_shared") OR OLD."number" IS DISTINCT FROM (NEW."number") OR OLD."percent" IS DISTINCT FROM (NEW."percent") OR OLD."plan_id" IS DISTINCT FROM (NEW."plan_id") OR OLD."position" IS DISTINCT FROM (NEW."position") OR OLD."responsible_person_id" IS DISTINCT FROM (NEW."responsible_person_id") OR OLD."responsible_unit" IS DISTINCT FROM (NEW."responsible_unit") OR OLD."status" IS DISTINCT FROM (NEW."status") OR OLD."support_needed" IS DISTINCT FROM (NEW."support_needed") OR OLD."tells_others" IS DISTINCT FROM (NEW."tells_others") OR OLD."title" IS DISTINCT FROM (NEW."title"))', func='INSERT INTO "missions_actionevent" ("baseline_due_on", "cost", "currency", "current_due_on", "expected_result", "id", "is_shared", "number", "percent", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "position", "responsible_person_id", "responsible_unit", "status", "support_needed", "tells_others", "title") VALUES (NEW."baseline_due_on", NEW."cost", NEW."currency", NEW."current_due_on", NEW."expected_result", NEW."id", NEW."is_shared", NEW."number", NEW."percent", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."plan_id", NEW."position", NEW."responsible_person_id", NEW."responsible_unit", NEW."status", NEW."support_needed", NEW."tells_others", NEW."title"); RETURN NULL;', hash='30539878e999bd181550e3eb7c155265abb5dd26', operation='UPDATE', pgid='pgtrigger_update_update_5798a', table='missions_action', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='actionplan',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "missions_actionplanevent" ("administration_id", "endorsed_by_id", "endorsed_on", "ends_on", "id", "in_force_on", "mission_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on", "status", "summary", "title") VALUES (NEW."administration_id", NEW."endorsed_by_id", NEW."endorsed_on", NEW."ends_on", NEW."id", NEW."in_force_on", NEW."mission_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."starts_on", NEW."status", NEW."summary", NEW."title"); RETURN NULL;', hash='0fe4340775162b9e235a703d8aaeeac77df192a2', operation='INSERT', pgid='pgtrigger_insert_insert_0649b', table='missions_actionplan', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='actionplan',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."administration_id" IS DISTINCT FROM (NEW."administration_id") OR OLD."endorsed_by_id" IS DISTINCT FROM (NEW."endorsed_by_id") OR OLD."endorsed_on" IS DISTINCT FROM (NEW."endorsed_on") OR OLD."ends_on" IS DISTINCT FROM (NEW."ends_on") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."in_force_on" IS DISTINCT FROM (NEW."in_force_on") OR OLD."mission_id" IS DISTINCT FROM (NEW."mission_id") OR OLD."starts_on" IS DISTINCT FROM (NEW."starts_on") OR OLD."status" IS DISTINCT FROM (NEW."status") OR OLD."summary" IS DISTINCT FROM (NEW."summary") OR OLD."title" IS DISTINCT FROM (NEW."title"))', func='INSERT INTO "missions_actionplanevent" ("administration_id", "endorsed_by_id", "endorsed_on", "ends_on", "id", "in_force_on", "mission_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on", "status", "summary", "title") VALUES (NEW."administration_id", NEW."endorsed_by_id", NEW."endorsed_on", NEW."ends_on", NEW."id", NEW."in_force_on", NEW."mission_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."starts_on", NEW."status", NEW."summary", NEW."title"); RETURN NULL;', hash='347942076ef6aa7403a4a4f0368c4d8b43921712', operation='UPDATE', pgid='pgtrigger_update_update_0c496', table='missions_actionplan', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='recommendation',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "missions_recommendationevent" ("administration_id", "answer", "answer_reason", "answered_at", "answered_by_id", "area_id", "horizon", "id", "key", "made_on", "mission_id", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "priority", "source", "text") VALUES (NEW."administration_id", NEW."answer", NEW."answer_reason", NEW."answered_at", NEW."answered_by_id", NEW."area_id", NEW."horizon", NEW."id", NEW."key", NEW."made_on", NEW."mission_id", NEW."number", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."priority", NEW."source", NEW."text"); RETURN NULL;', hash='17b7ba3ba8f9971be1b9cf218f5da42bd7c42066', operation='INSERT', pgid='pgtrigger_insert_insert_c765e', table='missions_recommendation', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='recommendation',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."administration_id" IS DISTINCT FROM (NEW."administration_id") OR OLD."answer" IS DISTINCT FROM (NEW."answer") OR OLD."answer_reason" IS DISTINCT FROM (NEW."answer_reason") OR OLD."answered_at" IS DISTINCT FROM (NEW."answered_at") OR OLD."answered_by_id" IS DISTINCT FROM (NEW."answered_by_id") OR OLD."area_id" IS DISTINCT FROM (NEW."area_id") OR OLD."horizon" IS DISTINCT FROM (NEW."horizon") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."key" IS DISTINCT FROM (NEW."key") OR OLD."made_on" IS DISTINCT FROM (NEW."made_on") OR OLD."mission_id" IS DISTINCT FROM (NEW."mission_id") OR OLD."number" IS DISTINCT FROM (NEW."number") OR OLD."priority" IS DISTINCT FROM (NEW."priority") OR OLD."source" IS DISTINCT FROM (NEW."source") OR OLD."text" IS DISTINCT FROM (NEW."text"))', func='INSERT INTO "missions_recommendationevent" ("administration_id", "answer", "answer_reason", "answered_at", "answered_by_id", "area_id", "horizon", "id", "key", "made_on", "mission_id", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "priority", "source", "text") VALUES (NEW."administration_id", NEW."answer", NEW."answer_reason", NEW."answered_at", NEW."answered_by_id", NEW."area_id", NEW."horizon", NEW."id", NEW."key", NEW."made_on", NEW."mission_id", NEW."number", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."priority", NEW."source", NEW."text"); RETURN NULL;', hash='477fe65c03c0c768af99f10d050b36a4494ec0f3', operation='UPDATE', pgid='pgtrigger_update_update_f7301', table='missions_recommendation', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='expert',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "missions_expertevent" ("administration_id", "category", "experience", "id", "is_active", "languages", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."administration_id", NEW."category", NEW."experience", NEW."id", NEW."is_active", NEW."languages", NEW."person_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id"); RETURN NULL;', hash='70813680031ed999c4096bdd9455c0f08e7e31ea', operation='INSERT', pgid='pgtrigger_insert_insert_c4dfc', table='missions_expert', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='expert',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."administration_id" IS DISTINCT FROM (NEW."administration_id") OR OLD."category" IS DISTINCT FROM (NEW."category") OR OLD."experience" IS DISTINCT FROM (NEW."experience") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_active" IS DISTINCT FROM (NEW."is_active") OR OLD."languages" IS DISTINCT FROM (NEW."languages") OR OLD."person_id" IS DISTINCT FROM (NEW."person_id"))', func='INSERT INTO "missions_expertevent" ("administration_id", "category", "experience", "id", "is_active", "languages", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."administration_id", NEW."category", NEW."experience", NEW."id", NEW."is_active", NEW."languages", NEW."person_id", _pgh_attach_context(), NOW(), \'update\', NEW."id"); RETURN NULL;', hash='53cefda6cb9c09c14d00fa4359886c205bab63f0', operation='UPDATE', pgid='pgtrigger_update_update_84ac9', table='missions_expert', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='certificationevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='9ce40c8f7198a5cc872c69f7d90c51259041dcb5', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_97fbf', table='missions_certificationevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='certification',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "missions_certificationevent" ("awarded_on", "event_id", "expert_id", "expires_on", "id", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "scheme", "stage") VALUES (NEW."awarded_on", NEW."event_id", NEW."expert_id", NEW."expires_on", NEW."id", NEW."note", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."scheme", NEW."stage"); RETURN NULL;', hash='bb3fae1f0c1049c3b36ba91155c066f5d4f9acbb', operation='INSERT', pgid='pgtrigger_insert_insert_3c9df', table='missions_certification', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='certification',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."awarded_on" IS DISTINCT FROM (NEW."awarded_on") OR OLD."event_id" IS DISTINCT FROM (NEW."event_id") OR OLD."expert_id" IS DISTINCT FROM (NEW."expert_id") OR OLD."expires_on" IS DISTINCT FROM (NEW."expires_on") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."note" IS DISTINCT FROM (NEW."note") OR OLD."scheme" IS DISTINCT FROM (NEW."scheme") OR OLD."stage" IS DISTINCT FROM (NEW."stage"))', func='INSERT INTO "missions_certificationevent" ("awarded_on", "event_id", "expert_id", "expires_on", "id", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "scheme", "stage") VALUES (NEW."awarded_on", NEW."event_id", NEW."expert_id", NEW."expires_on", NEW."id", NEW."note", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."scheme", NEW."stage"); RETURN NULL;', hash='1cc4f39cfd89da4315d8572d8ebe3632d4e94725', operation='UPDATE', pgid='pgtrigger_update_update_8e805', table='missions_certification', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='expertevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='b0a3cbf78490bdb27ebb19ae63849fc75a7c5950', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_00b67', table='missions_expertevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='mission',
            trigger=pgtrigger.compiler.Trigger(name='steps', sql=pgtrigger.compiler.UpsertTriggerSql(declare='DECLARE _is_valid_transition BOOLEAN;', func='SELECT CONCAT(OLD."status", \':\', NEW."status") = ANY(\'{accepted:cancelled,accepted:team_selected,draft_report:member_comments,final:closed,in_country:cancelled,in_country:draft_report,member_comments:draft_report,member_comments:final,requested:accepted,requested:cancelled,team_selected:cancelled,team_selected:terms_agreed,terms_agreed:cancelled,terms_agreed:in_country}\'::text[]) INTO _is_valid_transition; IF (_is_valid_transition IS FALSE AND OLD."status" IS DISTINCT FROM NEW."status") THEN RAISE EXCEPTION \'pgtrigger: Invalid transition of field "status" from "%" to "%" on table %\', OLD."status", NEW."status", TG_TABLE_NAME; ELSE RETURN NEW; END IF;', hash='35606279d04c066f6924d6a68f858e1b10208b0e', operation='UPDATE', pgid='pgtrigger_steps_91fe9', table='missions_mission', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='mission',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "missions_missionevent" ("administration_id", "assessed_at", "before_id", "comments_due_on", "debrief", "debrief_on", "ends_on", "event_id", "final_on", "framework_id", "id", "is_invented", "kind", "languages", "lead", "objectives", "officer_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phase", "programme_id", "sent_at", "situation", "starts_on", "status", "terms", "way_forward") VALUES (NEW."administration_id", NEW."assessed_at", NEW."before_id", NEW."comments_due_on", NEW."debrief", NEW."debrief_on", NEW."ends_on", NEW."event_id", NEW."final_on", NEW."framework_id", NEW."id", NEW."is_invented", NEW."kind", NEW."languages", NEW."lead", NEW."objectives", NEW."officer_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."phase", NEW."programme_id", NEW."sent_at", NEW."situation", NEW."starts_on", NEW."status", NEW."terms", NEW."way_forward"); RETURN NULL;', hash='7ff52baaa6ad88ed2094b01857c2fb2bb24e01c9', operation='INSERT', pgid='pgtrigger_insert_insert_f739d', table='missions_mission', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='mission',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."administration_id" IS DISTINCT FROM (NEW."administration_id") OR OLD."assessed_at" IS DISTINCT FROM (NEW."assessed_at") OR OLD."before_id" IS DISTINCT FROM (NEW."before_id") OR OLD."comments_due_on" IS DISTINCT FROM (NEW."comments_due_on") OR OLD."debrief" IS DISTINCT FROM (NEW."debrief") OR OLD."debrief_on" IS DISTINCT FROM (NEW."debrief_on") OR OLD."ends_on" IS DISTINCT FROM (NEW."ends_on") OR OLD."event_id" IS DISTINCT FROM (NEW."event_id") OR OLD."final_on" IS DISTINCT FROM (NEW."final_on") OR OLD."framework_id" IS DISTINCT FROM (NEW."framework_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_invented" IS DISTINCT FROM (NEW."is_invented") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."languages" IS DISTINCT FROM (NEW."languages") OR OLD."lead" IS DISTINCT FROM (NEW."lead") OR OLD."objectives" IS DISTINCT FROM (NEW."objectives") OR OLD."officer_id" IS DISTINCT FROM (NEW."officer_id") OR OLD."phase" IS DISTINCT FROM (NEW."phase") OR OLD."programme_id" IS DISTINCT FROM (NEW."programme_id") OR OLD."sent_at" IS DISTINCT FROM (NEW."sent_at") OR OLD."situation" IS DISTINCT FROM (NEW."situation") OR OLD."starts_on" IS DISTINCT FROM (NEW."starts_on") OR OLD."status" IS DISTINCT FROM (NEW."status") OR OLD."terms" IS DISTINCT FROM (NEW."terms") OR OLD."way_forward" IS DISTINCT FROM (NEW."way_forward"))', func='INSERT INTO "missions_missionevent" ("administration_id", "assessed_at", "before_id", "comments_due_on", "debrief", "debrief_on", "ends_on", "event_id", "final_on", "framework_id", "id", "is_invented", "kind", "languages", "lead", "objectives", "officer_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phase", "programme_id", "sent_at", "situation", "starts_on", "status", "terms", "way_forward") VALUES (NEW."administration_id", NEW."assessed_at", NEW."before_id", NEW."comments_due_on", NEW."debrief", NEW."debrief_on", NEW."ends_on", NEW."event_id", NEW."final_on", NEW."framework_id", NEW."id", NEW."is_invented", NEW."kind", NEW."languages", NEW."lead", NEW."objectives", NEW."officer_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."phase", NEW."programme_id", NEW."sent_at", NEW."situation", NEW."starts_on", NEW."status", NEW."terms", NEW."way_forward"); RETURN NULL;', hash='a92fcbf1239762d9f24ad44a530c7539a16dd0ff', operation='UPDATE', pgid='pgtrigger_update_update_0f472', table='missions_mission', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='findingevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='1de2860c0fcd4c78e91cf17fd7e7744ffda92b58', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_84cc9', table='missions_findingevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='finding',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "missions_findingevent" ("area_id", "evidence", "id", "key", "mission_id", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text") VALUES (NEW."area_id", NEW."evidence", NEW."id", NEW."key", NEW."mission_id", NEW."number", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."text"); RETURN NULL;', hash='0932ebcdb1f02595ca99e15f648bc9c8f02a2597', operation='INSERT', pgid='pgtrigger_insert_insert_3bea7', table='missions_finding', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='finding',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."area_id" IS DISTINCT FROM (NEW."area_id") OR OLD."evidence" IS DISTINCT FROM (NEW."evidence") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."key" IS DISTINCT FROM (NEW."key") OR OLD."mission_id" IS DISTINCT FROM (NEW."mission_id") OR OLD."number" IS DISTINCT FROM (NEW."number") OR OLD."text" IS DISTINCT FROM (NEW."text"))', func='INSERT INTO "missions_findingevent" ("area_id", "evidence", "id", "key", "mission_id", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text") VALUES (NEW."area_id", NEW."evidence", NEW."id", NEW."key", NEW."mission_id", NEW."number", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."text"); RETURN NULL;', hash='d1cb265ac4ecf03dd3d341920b012f2b153d5b66', operation='UPDATE', pgid='pgtrigger_update_update_2164f', table='missions_finding', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='missionevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='156d60ea8a5d9d3297fa5473f3fced0dff5d7c85', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_43268', table='missions_missionevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='reportversion',
            trigger=pgtrigger.compiler.Trigger(name='keep', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='d8680c8bc122471944aafbf27292f03b5be00576', operation='UPDATE OR DELETE', pgid='pgtrigger_keep_c3e66', table='missions_reportversion', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='reportremarkevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='8a87fd939ad207ebb53ea12be9a5790d8a00016f', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_adeed', table='missions_reportremarkevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='reportremark',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "missions_reportremarkevent" ("anchor", "id", "mission_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "replied_by_id", "reply", "text", "version_id") VALUES (NEW."anchor", NEW."id", NEW."mission_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."replied_by_id", NEW."reply", NEW."text", NEW."version_id"); RETURN NULL;', hash='11165daf5d42f77498d3cb44092a4b5040ea161a', operation='INSERT', pgid='pgtrigger_insert_insert_fbbc6', table='missions_reportremark', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='reportremark',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."anchor" IS DISTINCT FROM (NEW."anchor") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."mission_id" IS DISTINCT FROM (NEW."mission_id") OR OLD."replied_by_id" IS DISTINCT FROM (NEW."replied_by_id") OR OLD."reply" IS DISTINCT FROM (NEW."reply") OR OLD."text" IS DISTINCT FROM (NEW."text") OR OLD."version_id" IS DISTINCT FROM (NEW."version_id"))', func='INSERT INTO "missions_reportremarkevent" ("anchor", "id", "mission_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "replied_by_id", "reply", "text", "version_id") VALUES (NEW."anchor", NEW."id", NEW."mission_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."replied_by_id", NEW."reply", NEW."text", NEW."version_id"); RETURN NULL;', hash='86e5129db2e5a0d505cde4eee75830b0697229b2', operation='UPDATE', pgid='pgtrigger_update_update_8224a', table='missions_reportremark', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='teammember',
            trigger=pgtrigger.compiler.Trigger(name='steps', sql=pgtrigger.compiler.UpsertTriggerSql(declare='DECLARE _is_valid_transition BOOLEAN;', func='SELECT CONCAT(OLD."status", \':\', NEW."status") = ANY(\'{accepted:declined,accepted:released,asked:accepted,asked:declined,asked:released,reserve:asked,reserve:released}\'::text[]) INTO _is_valid_transition; IF (_is_valid_transition IS FALSE AND OLD."status" IS DISTINCT FROM NEW."status") THEN RAISE EXCEPTION \'pgtrigger: Invalid transition of field "status" from "%" to "%" on table %\', OLD."status", NEW."status", TG_TABLE_NAME; ELSE RETURN NEW; END IF;', hash='c3f6c5f26ce7fbe0d6e9ee6c4e0ba3a39798a4fe', operation='UPDATE', pgid='pgtrigger_steps_f4922', table='missions_teammember', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='teammember',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "missions_teammemberevent" ("answer_by", "answered_at", "asked_at", "id", "mission_id", "origin", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reasons", "role", "status") VALUES (NEW."answer_by", NEW."answered_at", NEW."asked_at", NEW."id", NEW."mission_id", NEW."origin", NEW."person_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."reasons", NEW."role", NEW."status"); RETURN NULL;', hash='333aaceccd9f252ea1e77ffbc5a4132a25f4a866', operation='INSERT', pgid='pgtrigger_insert_insert_c2f11', table='missions_teammember', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='teammember',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."answer_by" IS DISTINCT FROM (NEW."answer_by") OR OLD."answered_at" IS DISTINCT FROM (NEW."answered_at") OR OLD."asked_at" IS DISTINCT FROM (NEW."asked_at") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."mission_id" IS DISTINCT FROM (NEW."mission_id") OR OLD."origin" IS DISTINCT FROM (NEW."origin") OR OLD."person_id" IS DISTINCT FROM (NEW."person_id") OR OLD."reasons" IS DISTINCT FROM (NEW."reasons") OR OLD."role" IS DISTINCT FROM (NEW."role") OR OLD."status" IS DISTINCT FROM (NEW."status"))', func='INSERT INTO "missions_teammemberevent" ("answer_by", "answered_at", "asked_at", "id", "mission_id", "origin", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reasons", "role", "status") VALUES (NEW."answer_by", NEW."answered_at", NEW."asked_at", NEW."id", NEW."mission_id", NEW."origin", NEW."person_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."reasons", NEW."role", NEW."status"); RETURN NULL;', hash='12c7b58f2a543dbc2b6f61784ed264bb512c9245', operation='UPDATE', pgid='pgtrigger_update_update_4e522', table='missions_teammember', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='teammemberevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='542e82abd068aafb21cc274107a94b7004126e11', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_b490a', table='missions_teammemberevent', when='BEFORE')),
        ),
    ]
