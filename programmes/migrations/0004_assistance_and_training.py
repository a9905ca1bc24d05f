import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.contrib.postgres.search
import django.core.validators
import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
import programmes.models.nominations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('pghistory', '0007_auto_20250421_0444'),
        ('programmes', '0003_events'),
        ('rocb', '0001_initial'),
        ('rocb', '__first__'),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name='event',
            name='insert_insert',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='event',
            name='update_update',
        ),
        migrations.CreateModel(
            name='AssistanceRequest',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('created_at', models.DateTimeField(auto_now_add=True, verbose_name='created')),
                ('updated_at', models.DateTimeField(auto_now=True, verbose_name='changed')),
                ('title', models.CharField(max_length=240, verbose_name='title')),
                ('kind', models.CharField(choices=[('seminar', 'Seminar or workshop'), ('training', 'Training of trainers or officers'), ('advice', 'Expert advice'), ('mission', 'Diagnostic mission'), ('study', 'Study visit'), ('equipment', 'Equipment'), ('other', 'Other')], default='seminar', max_length=12, verbose_name='kind')),
                ('reason', models.TextField(max_length=4000, verbose_name='why it is needed')),
                ('expected', models.TextField(blank=True, max_length=4000, verbose_name='what it should lead to')),
                ('languages', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(choices=[('en', 'English'), ('fr', 'French'), ('es', 'Spanish'), ('pt', 'Portuguese'), ('ru', 'Russian'), ('ar', 'Arabic'), ('zh', 'Chinese'), ('ja', 'Japanese'), ('ko', 'Korean'), ('ms', 'Malay'), ('id', 'Indonesian'), ('th', 'Thai'), ('vi', 'Vietnamese'), ('lo', 'Lao'), ('km', 'Khmer'), ('hi', 'Hindi'), ('bn', 'Bengali'), ('ur', 'Urdu'), ('fa', 'Persian'), ('mn', 'Mongolian'), ('tpi', 'Tok Pisin')], max_length=8), blank=True, default=list, size=None, verbose_name='languages')),
                ('participants', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='participants expected')),
                ('wanted_from_on', models.DateField(blank=True, null=True, verbose_name='wanted from')),
                ('wanted_until_on', models.DateField(blank=True, null=True, verbose_name='wanted until')),
                ('assessment', models.TextField(blank=True, max_length=4000, verbose_name='assessment of the office')),
                ('needs_funding', models.BooleanField(default=False, verbose_name='needs money from a donor')),
                ('answer', models.TextField(blank=True, editable=False, max_length=4000, verbose_name='answer')),
                ('answered_at', models.DateTimeField(editable=False, null=True, verbose_name='answered')),
                ('status', models.CharField(choices=[('received', 'Received'), ('assessed', 'Assessed'), ('matched', 'Matched'), ('answered', 'Answered'), ('declined', 'Declined'), ('withdrawn', 'Withdrawn')], default='received', editable=False, max_length=12, verbose_name='status')),
                ('is_invented', models.BooleanField(default=False, editable=False, verbose_name='demonstration data')),
                ('search', models.GeneratedField(db_persist=True, expression=django.contrib.postgres.search.SearchVector('title', 'reason', 'expected', config='simple'), output_field=django.contrib.postgres.search.SearchVectorField())),
            ],
            options={
                'permissions': [('ask_assistance', 'Ask for assistance'), ('run_request', 'Take requests through their life')],
            },
        ),
        migrations.CreateModel(
            name='AssistanceRequestEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('title', models.CharField(max_length=240, verbose_name='title')),
                ('kind', models.CharField(choices=[('seminar', 'Seminar or workshop'), ('training', 'Training of trainers or officers'), ('advice', 'Expert advice'), ('mission', 'Diagnostic mission'), ('study', 'Study visit'), ('equipment', 'Equipment'), ('other', 'Other')], default='seminar', max_length=12, verbose_name='kind')),
                ('reason', models.TextField(max_length=4000, verbose_name='why it is needed')),
                ('expected', models.TextField(blank=True, max_length=4000, verbose_name='what it should lead to')),
                ('languages', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(choices=[('en', 'English'), ('fr', 'French'), ('es', 'Spanish'), ('pt', 'Portuguese'), ('ru', 'Russian'), ('ar', 'Arabic'), ('zh', 'Chinese'), ('ja', 'Japanese'), ('ko', 'Korean'), ('ms', 'Malay'), ('id', 'Indonesian'), ('th', 'Thai'), ('vi', 'Vietnamese'), ('lo', 'Lao'), ('km', 'Khmer'), ('hi', 'Hindi'), ('bn', 'Bengali'), ('ur', 'Urdu'), ('fa', 'Persian'), ('mn', 'Mongolian'), ('tpi', 'Tok Pisin')], max_length=8), blank=True, default=list, size=None, verbose_name='languages')),
                ('participants', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='participants expected')),
                ('wanted_from_on', models.DateField(blank=True, null=True, verbose_name='wanted from')),
                ('wanted_until_on', models.DateField(blank=True, null=True, verbose_name='wanted until')),
                ('assessment', models.TextField(blank=True, max_length=4000, verbose_name='assessment of the office')),
                ('needs_funding', models.BooleanField(default=False, verbose_name='needs money from a donor')),
                ('answer', models.TextField(blank=True, editable=False, max_length=4000, verbose_name='answer')),
                ('answered_at', models.DateTimeField(editable=False, null=True, verbose_name='answered')),
                ('status', models.CharField(choices=[('received', 'Received'), ('assessed', 'Assessed'), ('matched', 'Matched'), ('answered', 'Answered'), ('declined', 'Declined'), ('withdrawn', 'Withdrawn')], default='received', editable=False, max_length=12, verbose_name='status')),
                ('is_invented', models.BooleanField(default=False, editable=False, verbose_name='demonstration data')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Certificate',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('created_at', models.DateTimeField(auto_now_add=True, verbose_name='created')),
                ('updated_at', models.DateTimeField(auto_now=True, verbose_name='changed')),
                ('code', models.CharField(default=programmes.models.nominations.new_code, max_length=16, unique=True, verbose_name='code')),
                ('given_name', models.CharField(blank=True, max_length=120)),
                ('family_name', models.CharField(max_length=120)),
                ('event_title', models.CharField(max_length=300)),
                ('place', models.CharField(blank=True, max_length=160)),
                ('starts_on', models.DateField()),
                ('ends_on', models.DateField()),
                ('issued_on', models.DateField(verbose_name='issued')),
                ('withdrawn_on', models.DateField(blank=True, null=True, verbose_name='withdrawn')),
                ('withdrawn_reason', models.CharField(blank=True, max_length=500, verbose_name='reason')),
            ],
            options={
                'permissions': [('issue_certificate', 'Issue and withdraw certificates')],
            },
        ),
        migrations.CreateModel(
            name='Course',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('created_at', models.DateTimeField(auto_now_add=True, verbose_name='created')),
                ('updated_at', models.DateTimeField(auto_now=True, verbose_name='changed')),
                ('title', models.CharField(max_length=240, verbose_name='title')),
                ('languages', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(choices=[('en', 'English'), ('fr', 'French'), ('es', 'Spanish'), ('pt', 'Portuguese'), ('ru', 'Russian'), ('ar', 'Arabic'), ('zh', 'Chinese'), ('ja', 'Japanese'), ('ko', 'Korean'), ('ms', 'Malay'), ('id', 'Indonesian'), ('th', 'Thai'), ('vi', 'Vietnamese'), ('lo', 'Lao'), ('km', 'Khmer'), ('hi', 'Hindi'), ('bn', 'Bengali'), ('ur', 'Urdu'), ('fa', 'Persian'), ('mn', 'Mongolian'), ('tpi', 'Tok Pisin')], max_length=8), blank=True, default=list, size=None, verbose_name='languages')),
                ('days', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='days')),
                ('audience', models.CharField(blank=True, max_length=240, verbose_name='for whom')),
                ('description', models.TextField(blank=True, max_length=2000, verbose_name='description')),
            ],
            options={
                'ordering': ['title'],
            },
        ),
        migrations.CreateModel(
            name='CourseEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('title', models.CharField(max_length=240, verbose_name='title')),
                ('languages', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(choices=[('en', 'English'), ('fr', 'French'), ('es', 'Spanish'), ('pt', 'Portuguese'), ('ru', 'Russian'), ('ar', 'Arabic'), ('zh', 'Chinese'), ('ja', 'Japanese'), ('ko', 'Korean'), ('ms', 'Malay'), ('id', 'Indonesian'), ('th', 'Thai'), ('vi', 'Vietnamese'), ('lo', 'Lao'), ('km', 'Khmer'), ('hi', 'Hindi'), ('bn', 'Bengali'), ('ur', 'Urdu'), ('fa', 'Persian'), ('mn', 'Mongolian'), ('tpi', 'Tok Pisin')], max_length=8), blank=True, default=list, size=None, verbose_name='languages')),
                ('days', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='days')),
                ('audience', models.CharField(blank=True, max_length=240, verbose_name='for whom')),
                ('description', models.TextField(blank=True, max_length=2000, verbose_name='description')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='EventSession',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('created_at', models.DateTimeField(auto_now_add=True, verbose_name='created')),
                ('updated_at', models.DateTimeField(auto_now=True, verbose_name='changed')),
                ('on', models.DateField(verbose_name='day')),
                ('begins_at', models.TimeField(blank=True, null=True, verbose_name='from')),
                ('ends_at', models.TimeField(blank=True, null=True, verbose_name='to')),
                ('title', models.CharField(max_length=240, verbose_name='what')),
                ('notes', models.TextField(blank=True, max_length=2000, verbose_name='notes')),
            ],
            options={
                'ordering': ['on', models.OrderBy(models.F('begins_at'), nulls_first=True), 'pk'],
            },
        ),
        migrations.CreateModel(
            name='Invitation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('created_at', models.DateTimeField(auto_now_add=True, verbose_name='created')),
                ('updated_at', models.DateTimeField(auto_now=True, verbose_name='changed')),
                ('seats', models.PositiveSmallIntegerField(default=1, validators=[django.core.validators.MinValueValidator(1)], verbose_name='seats')),
                ('respond_by', models.DateField(verbose_name='answer wanted by')),
                ('message', models.TextField(blank=True, max_length=2000, verbose_name='message')),
                ('status', models.CharField(choices=[('open', 'Waiting for the answer'), ('answered', 'Answered'), ('declined', 'Nobody comes'), ('cancelled', 'Taken back')], default='open', editable=False, max_length=12, verbose_name='status')),
                ('answered_at', models.DateTimeField(editable=False, null=True, verbose_name='answered')),
            ],
            options={
                'permissions': [('answer_invitation', 'Answer an invitation to an event')],
            },
        ),
        migrations.CreateModel(
            name='InvitationEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('seats', models.PositiveSmallIntegerField(default=1, validators=[django.core.validators.MinValueValidator(1)], verbose_name='seats')),
                ('respond_by', models.DateField(verbose_name='answer wanted by')),
                ('message', models.TextField(blank=True, max_length=2000, verbose_name='message')),
                ('status', models.CharField(choices=[('open', 'Waiting for the answer'), ('answered', 'Answered'), ('declined', 'Nobody comes'), ('cancelled', 'Taken back')], default='open', editable=False, max_length=12, verbose_name='status')),
                ('answered_at', models.DateTimeField(editable=False, null=True, verbose_name='answered')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Nomination',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('created_at', models.DateTimeField(auto_now_add=True, verbose_name='created')),
                ('updated_at', models.DateTimeField(auto_now=True, verbose_name='changed')),
                ('rank', models.PositiveSmallIntegerField(default=1, validators=[django.core.validators.MinValueValidator(1)], verbose_name='rank')),
                ('language', models.CharField(blank=True, choices=[('fluent', 'Fluent'), ('working', 'Working knowledge'), ('basic', 'Basic'), ('', 'Not stated')], max_length=8, verbose_name="command of the event's language")),
                ('has_course', models.BooleanField(default=False, verbose_name='has finished the e-learning required')),
                ('is_self_funded', models.BooleanField(default=False, verbose_name='pays the own way')),
                ('motivation', models.TextField(blank=True, max_length=2000, verbose_name='why this person')),
                ('needs', models.TextField(blank=True, max_length=500, verbose_name='dietary or accessibility needs')),
                ('status', models.CharField(choices=[('nominated', 'Nominated'), ('selected', 'Selected'), ('waiting', 'On the waiting list'), ('offered', 'Seat offered'), ('confirmed', 'Confirmed'), ('attended', 'Attended'), ('no_show', 'Did not come'), ('not_selected', 'Not selected'), ('lapsed', 'Offer expired'), ('withdrawn', 'Withdrawn')], default='nominated', editable=False, max_length=12, verbose_name='status')),
                ('mark', models.CharField(blank=True, choices=[('select', 'Select'), ('wait', 'Waiting list'), ('turn_down', 'Do not select'), ('', 'Not decided')], editable=False, max_length=10, verbose_name='noted')),
                ('waiting_position', models.PositiveSmallIntegerField(editable=False, null=True, verbose_name='place on the waiting list')),
                ('asked_at', models.DateTimeField(editable=False, null=True, verbose_name='told')),
                ('offer_until', models.DateTimeField(editable=False, null=True, verbose_name='offer open until')),
                ('is_invented', models.BooleanField(default=False, editable=False, verbose_name='demonstration data')),
            ],
            options={
                'permissions': [('nominate', 'Nominate people for events'), ('select_nominees', 'Select among the nominees'), ('confirm_nomination', 'Confirm that somebody comes'), ('withdraw_nomination', 'Withdraw a nominee'), ('record_attendance', 'Record who attended')],
            },
        ),
        migrations.CreateModel(
            name='NominationEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('rank', models.PositiveSmallIntegerField(default=1, validators=[django.core.validators.MinValueValidator(1)], verbose_name='rank')),
                ('language', models.CharField(blank=True, choices=[('fluent', 'Fluent'), ('working', 'Working knowledge'), ('basic', 'Basic'), ('', 'Not stated')], max_length=8, verbose_name="command of the event's language")),
                ('has_course', models.BooleanField(default=False, verbose_name='has finished the e-learning required')),
                ('is_self_funded', models.BooleanField(default=False, verbose_name='pays the own way')),
                ('motivation', models.TextField(blank=True, max_length=2000, verbose_name='why this person')),
                ('needs', models.TextField(blank=True, max_length=500, verbose_name='dietary or accessibility needs')),
                ('status', models.CharField(choices=[('nominated', 'Nominated'), ('selected', 'Selected'), ('waiting', 'On the waiting list'), ('offered', 'Seat offered'), ('confirmed', 'Confirmed'), ('attended', 'Attended'), ('no_show', 'Did not come'), ('not_selected', 'Not selected'), ('lapsed', 'Offer expired'), ('withdrawn', 'Withdrawn')], default='nominated', editable=False, max_length=12, verbose_name='status')),
                ('mark', models.CharField(blank=True, choices=[('select', 'Select'), ('wait', 'Waiting list'), ('turn_down', 'Do not select'), ('', 'Not decided')], editable=False, max_length=10, verbose_name='noted')),
                ('waiting_position', models.PositiveSmallIntegerField(editable=False, null=True, verbose_name='place on the waiting list')),
                ('asked_at', models.DateTimeField(editable=False, null=True, verbose_name='told')),
                ('offer_until', models.DateTimeField(editable=False, null=True, verbose_name='offer open until')),
                ('is_invented', models.BooleanField(default=False, editable=False, verbose_name='demonstration data')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Question',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('created_at', models.DateTimeField(auto_now_add=True, verbose_name='created')),
                ('updated_at', models.DateTimeField(auto_now=True, verbose_name='changed')),
                ('position', models.PositiveSmallIntegerField(default=1, verbose_name='position')),
                ('code', models.SlugField(max_length=40, verbose_name='code')),
                ('text', models.CharField(max_length=400, verbose_name='question')),
                ('help', models.CharField(blank=True, max_length=400, verbose_name='help')),
                ('kind', models.CharField(choices=[('rating', 'Rating from 1 to 5'), ('choice', 'One of several'), ('choices', 'Any of several'), ('yes_no', 'Yes or no'), ('number', 'Number'), ('text', 'Text')], default='rating', max_length=8, verbose_name='kind of answer')),
                ('options', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=120), blank=True, default=list, size=None, verbose_name='answers')),
                ('is_required', models.BooleanField(default=True, verbose_name='must be answered')),
                ('level', models.PositiveSmallIntegerField(blank=True, choices=[(1, 'Reaction'), (2, 'Learning'), (3, 'Behaviour'), (4, 'Results'), (5, 'Return on investment')], null=True, validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(5)], verbose_name='level')),
            ],
            options={
                'ordering': ['position', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='QuestionEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('position', models.PositiveSmallIntegerField(default=1, verbose_name='position')),
                ('code', models.SlugField(db_index=False, max_length=40, verbose_name='code')),
                ('text', models.CharField(max_length=400, verbose_name='question')),
                ('help', models.CharField(blank=True, max_length=400, verbose_name='help')),
                ('kind', models.CharField(choices=[('rating', 'Rating from 1 to 5'), ('choice', 'One of several'), ('choices', 'Any of several'), ('yes_no', 'Yes or no'), ('number', 'Number'), ('text', 'Text')], default='rating', max_length=8, verbose_name='kind of answer')),
                ('options', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=120), blank=True, default=list, size=None, verbose_name='answers')),
                ('is_required', models.BooleanField(default=True, verbose_name='must be answered')),
                ('level', models.PositiveSmallIntegerField(blank=True, choices=[(1, 'Reaction'), (2, 'Learning'), (3, 'Behaviour'), (4, 'Results'), (5, 'Return on investment')], null=True, validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(5)], verbose_name='level')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Questionnaire',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('created_at', models.DateTimeField(auto_now_add=True, verbose_name='created')),
                ('updated_at', models.DateTimeField(auto_now=True, verbose_name='changed')),
                ('title', models.CharField(max_length=200, verbose_name='title')),
                ('beat', models.CharField(choices=[('before', 'Before the event'), ('end', 'At the end'), ('later', 'Six months later'), ('follow_up', 'Yearly follow-up survey'), ('needs', 'Needs survey')], default='end', max_length=12, verbose_name='asked')),
                ('intro', models.TextField(blank=True, max_length=2000, verbose_name='introduction')),
                ('is_active', models.BooleanField(default=True, verbose_name='in use')),
                ('is_default', models.BooleanField(default=False, verbose_name='used unless another is chosen')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='QuestionnaireEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('title', models.CharField(max_length=200, verbose_name='title')),
                ('beat', models.CharField(choices=[('before', 'Before the event'), ('end', 'At the end'), ('later', 'Six months later'), ('follow_up', 'Yearly follow-up survey'), ('needs', 'Needs survey')], default='end', max_length=12, verbose_name='asked')),
                ('intro', models.TextField(blank=True, max_length=2000, verbose_name='introduction')),
                ('is_active', models.BooleanField(default=True, verbose_name='in use')),
                ('is_default', models.BooleanField(default=False, verbose_name='used unless another is chosen')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='ResourcePerson',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('created_at', models.DateTimeField(auto_now_add=True, verbose_name='created')),
                ('updated_at', models.DateTimeField(auto_now=True, verbose_name='changed')),
                ('subject', models.CharField(blank=True, max_length=240, verbose_name='subject')),
                ('status', models.CharField(choices=[('asked', 'Asked'), ('accepted', 'Accepted'), ('declined', 'Declined'), ('released', 'Released')], default='asked', editable=False, max_length=8, verbose_name='status')),
                ('asked_at', models.DateTimeField(editable=False, null=True, verbose_name='asked')),
                ('answer_by', models.DateField(blank=True, null=True, verbose_name='answer wanted by')),
                ('answered_at', models.DateTimeField(editable=False, null=True, verbose_name='answered')),
            ],
            options={
                'permissions': [('answer_resource', 'Accept or decline to be a resource person')],
            },
        ),
        migrations.CreateModel(
            name='ResourcePersonEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('subject', models.CharField(blank=True, max_length=240, verbose_name='subject')),
                ('status', models.CharField(choices=[('asked', 'Asked'), ('accepted', 'Accepted'), ('declined', 'Declined'), ('released', 'Released')], default='asked', editable=False, max_length=8, verbose_name='status')),
                ('asked_at', models.DateTimeField(editable=False, null=True, verbose_name='asked')),
                ('answer_by', models.DateField(blank=True, null=True, verbose_name='answer wanted by')),
                ('answered_at', models.DateTimeField(editable=False, null=True, verbose_name='answered')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='ResourceProfile',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('created_at', models.DateTimeField(auto_now_add=True, verbose_name='created')),
                ('updated_at', models.DateTimeField(auto_now=True, verbose_name='changed')),
                ('languages', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(choices=[('en', 'English'), ('fr', 'French'), ('es', 'Spanish'), ('pt', 'Portuguese'), ('ru', 'Russian'), ('ar', 'Arabic'), ('zh', 'Chinese'), ('ja', 'Japanese'), ('ko', 'Korean'), ('ms', 'Malay'), ('id', 'Indonesian'), ('th', 'Thai'), ('vi', 'Vietnamese'), ('lo', 'Lao'), ('km', 'Khmer'), ('hi', 'Hindi'), ('bn', 'Bengali'), ('ur', 'Urdu'), ('fa', 'Persian'), ('mn', 'Mongolian'), ('tpi', 'Tok Pisin')], max_length=8), blank=True, default=list, size=None, verbose_name='languages')),
                ('note', models.TextField(blank=True, max_length=2000, verbose_name='note')),
                ('is_active', models.BooleanField(default=True, verbose_name='can be asked')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='ResourceProfileEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('languages', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(choices=[('en', 'English'), ('fr', 'French'), ('es', 'Spanish'), ('pt', 'Portuguese'), ('ru', 'Russian'), ('ar', 'Arabic'), ('zh', 'Chinese'), ('ja', 'Japanese'), ('ko', 'Korean'), ('ms', 'Malay'), ('id', 'Indonesian'), ('th', 'Thai'), ('vi', 'Vietnamese'), ('lo', 'Lao'), ('km', 'Khmer'), ('hi', 'Hindi'), ('bn', 'Bengali'), ('ur', 'Urdu'), ('fa', 'Persian'), ('mn', 'Mongolian'), ('tpi', 'Tok Pisin')], max_length=8), blank=True, default=list, size=None, verbose_name='languages')),
                ('note', models.TextField(blank=True, max_length=2000, verbose_name='note')),
                ('is_active', models.BooleanField(default=True, verbose_name='can be asked')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Respondent',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('asked_at', models.DateTimeField(verbose_name='asked')),
                ('nudges', models.PositiveSmallIntegerField(default=0, verbose_name='nudges')),
                ('nudged_at', models.DateTimeField(null=True, verbose_name='nudged')),
                ('answered_at', models.DateTimeField(null=True, verbose_name='answered')),
            ],
        ),
        migrations.CreateModel(
            name='Response',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('gender', models.CharField(blank=True, choices=[('w', 'Woman'), ('m', 'Man'), ('', 'Not stated')], max_length=1)),
                ('answered_on', models.DateField(verbose_name='answered')),
                ('answers', models.JSONField(default=dict)),
            ],
        ),
        migrations.CreateModel(
            name='Survey',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('created_at', models.DateTimeField(auto_now_add=True, verbose_name='created')),
                ('updated_at', models.DateTimeField(auto_now=True, verbose_name='changed')),
                ('beat', models.CharField(choices=[('before', 'Before the event'), ('end', 'At the end'), ('later', 'Six months later'), ('follow_up', 'Yearly follow-up survey'), ('needs', 'Needs survey')], editable=False, max_length=12, verbose_name='asked')),
                ('title', models.CharField(max_length=300, verbose_name='title')),
                ('opens_on', models.DateField(verbose_name='opens')),
                ('closes_on', models.DateField(verbose_name='closes')),
                ('status', models.CharField(choices=[('planned', 'Planned'), ('open', 'Open'), ('closed', 'Closed')], default='planned', editable=False, max_length=8, verbose_name='status')),
                ('content', models.JSONField(default=list, editable=False)),
            ],
            options={
                'permissions': [('run_survey', 'Open and close surveys')],
            },
        ),
        migrations.CreateModel(
            name='SurveyEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('beat', models.CharField(choices=[('before', 'Before the event'), ('end', 'At the end'), ('later', 'Six months later'), ('follow_up', 'Yearly follow-up survey'), ('needs', 'Needs survey')], editable=False, max_length=12, verbose_name='asked')),
                ('title', models.CharField(max_length=300, verbose_name='title')),
                ('opens_on', models.DateField(verbose_name='opens')),
                ('closes_on', models.DateField(verbose_name='closes')),
                ('status', models.CharField(choices=[('planned', 'Planned'), ('open', 'Open'), ('closed', 'Closed')], default='planned', editable=False, max_length=8, verbose_name='status')),
                ('content', models.JSONField(default=list, editable=False)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='TrainingCentre',
            fields=[
                ('organisation_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to='rocb.organisation')),
                ('city', models.CharField(blank=True, max_length=120, verbose_name='city')),
                ('since_on', models.DateField(blank=True, null=True, verbose_name='regional centre since')),
                ('until_on', models.DateField(blank=True, null=True, verbose_name='until')),
                ('profile', models.TextField(blank=True, max_length=4000, verbose_name='profile')),
                ('facilities', models.TextField(blank=True, max_length=4000, verbose_name='facilities')),
                ('seats', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='seats in the largest room')),
                ('beds', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='beds')),
                ('languages', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(choices=[('en', 'English'), ('fr', 'French'), ('es', 'Spanish'), ('pt', 'Portuguese'), ('ru', 'Russian'), ('ar', 'Arabic'), ('zh', 'Chinese'), ('ja', 'Japanese'), ('ko', 'Korean'), ('ms', 'Malay'), ('id', 'Indonesian'), ('th', 'Thai'), ('vi', 'Vietnamese'), ('lo', 'Lao'), ('km', 'Khmer'), ('hi', 'Hindi'), ('bn', 'Bengali'), ('ur', 'Urdu'), ('fa', 'Persian'), ('mn', 'Mongolian'), ('tpi', 'Tok Pisin')], max_length=8), blank=True, default=list, size=None, verbose_name='languages')),
                ('source', models.CharField(blank=True, max_length=300, verbose_name='source')),
                ('is_verified', models.BooleanField(default=False, verbose_name='verified')),
            ],
            bases=('rocb.organisation',),
        ),
        migrations.CreateModel(
            name='TrainingCentreEvent',
            fields=[
                ('organisation_ptr', models.ForeignKey(auto_created=True, db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, parent_link=True, related_name='+', related_query_name='+', serialize=False, to='rocb.organisation')),
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('city', models.CharField(blank=True, max_length=120, verbose_name='city')),
                ('since_on', models.DateField(blank=True, null=True, verbose_name='regional centre since')),
                ('until_on', models.DateField(blank=True, null=True, verbose_name='until')),
                ('profile', models.TextField(blank=True, max_length=4000, verbose_name='profile')),
                ('facilities', models.TextField(blank=True, max_length=4000, verbose_name='facilities')),
                ('seats', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='seats in the largest room')),
                ('beds', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='beds')),
                ('languages', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(choices=[('en', 'English'), ('fr', 'French'), ('es', 'Spanish'), ('pt', 'Portuguese'), ('ru', 'Russian'), ('ar', 'Arabic'), ('zh', 'Chinese'), ('ja', 'Japanese'), ('ko', 'Korean'), ('ms', 'Malay'), ('id', 'Indonesian'), ('th', 'Thai'), ('vi', 'Vietnamese'), ('lo', 'Lao'), ('km', 'Khmer'), ('hi', 'Hindi'), ('bn', 'Bengali'), ('ur', 'Urdu'), ('fa', 'Persian'), ('mn', 'Mongolian'), ('tpi', 'Tok Pisin')], max_length=8), blank=True, default=list, size=None, verbose_name='languages')),
                ('source', models.CharField(blank=True, max_length=300, verbose_name='source')),
                ('is_verified', models.BooleanField(default=False, verbose_name='verified')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.AlterModelOptions(
            name='event',
            options={'permissions': [('run_event', 'Take events through their life'), ('invite_members', 'Invite administrations to an event'), ('view_participation', 'See how many took part, by member')]},
        ),
        migrations.AddField(
            model_name='event',
            name='begins_at',
            field=models.TimeField(blank=True, help_text='Only where the hour matters, as of a webinar.', null=True, verbose_name='from'),
        ),
        migrations.AddField(
            model_name='event',
            name='calendar_turn',
            field=models.PositiveIntegerField(default=0, editable=False),
        ),
        migrations.AddField(
            model_name='event',
            name='cloned_from',
            field=models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='clones', to='programmes.event'),
        ),
        migrations.AddField(
            model_name='event',
            name='finishes_at',
            field=models.TimeField(blank=True, null=True, verbose_name='to'),
        ),
        migrations.AddField(
            model_name='event',
            name='is_invented',
            field=models.BooleanField(default=False, editable=False, verbose_name='demonstration data'),
        ),
        migrations.AddField(
            model_name='event',
            name='offer_days',
            field=models.PositiveSmallIntegerField(default=3, validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(60)], verbose_name='days to take up an offered seat'),
        ),
        migrations.AddField(
            model_name='event',
            name='required_course',
            field=models.CharField(blank=True, help_text='The course that nominees finish first; empty where none is required.', max_length=160, verbose_name='e-learning required'),
        ),
        migrations.AddField(
            model_name='event',
            name='selection_turn',
            field=models.PositiveIntegerField(default=0, editable=False),
        ),
        migrations.AddField(
            model_name='event',
            name='sponsor',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='sponsored_events', to='rocb.organisation', verbose_name='sponsor'),
        ),
        migrations.AddField(
            model_name='eventevent',
            name='begins_at',
            field=models.TimeField(blank=True, help_text='Only where the hour matters, as of a webinar.', null=True, verbose_name='from'),
        ),
        migrations.AddField(
            model_name='eventevent',
            name='cloned_from',
            field=models.ForeignKey(db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='programmes.event'),
        ),
        migrations.AddField(
            model_name='eventevent',
            name='finishes_at',
            field=models.TimeField(blank=True, null=True, verbose_name='to'),
        ),
        migrations.AddField(
            model_name='eventevent',
            name='is_invented',
            field=models.BooleanField(default=False, editable=False, verbose_name='demonstration data'),
        ),
        migrations.AddField(
            model_name='eventevent',
            name='offer_days',
            field=models.PositiveSmallIntegerField(default=3, validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(60)], verbose_name='days to take up an offered seat'),
        ),
        migrations.AddField(
            model_name='eventevent',
            name='required_course',
            field=models.CharField(blank=True, help_text='The course that nominees finish first; empty where none is required.', max_length=160, verbose_name='e-learning required'),
        ),
        migrations.AddField(
            model_name='eventevent',
            name='sponsor',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='rocb.organisation', verbose_name='sponsor'),
        ),
        migrations.AlterField(
            model_name='event',
            name='kind',
            field=models.CharField(choices=[('workshop', 'Workshop'), ('seminar', 'Seminar'), ('accreditation', 'Accreditation workshop'), ('webinar', 'Webinar'), ('meeting', 'Meeting'), ('centres', 'Meeting of the training centres')], default='workshop', max_length=16, verbose_name='kind'),
        ),
        migrations.AlterField(
            model_name='eventevent',
            name='kind',
            field=models.CharField(choices=[('workshop', 'Workshop'), ('seminar', 'Seminar'), ('accreditation', 'Accreditation workshop'), ('webinar', 'Webinar'), ('meeting', 'Meeting'), ('centres', 'Meeting of the training centres')], default='workshop', max_length=16, verbose_name='kind'),
        ),
        migrations.AddField(
            model_name='assistancerequest',
            name='activities',
            field=models.ManyToManyField(blank=True, related_name='assistance_requests', to='programmes.event', verbose_name='events'),
        ),
        migrations.AddField(
            model_name='assistancerequest',
            name='administration',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='assistance_requests', to='rocb.administration', verbose_name='member'),
        ),
        migrations.AddField(
            model_name='assistancerequest',
            name='created_by',
            field=models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='assistancerequest',
            name='helpers',
            field=models.ManyToManyField(blank=True, related_name='requests_helped', to='rocb.administration', verbose_name='resource persons from'),
        ),
        migrations.AddField(
            model_name='assistancerequest',
            name='officer',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='requests_in_charge', to=settings.AUTH_USER_MODEL, verbose_name='officer in charge'),
        ),
        migrations.AddField(
            model_name='assistancerequest',
            name='standards',
            field=models.ManyToManyField(blank=True, related_name='assistance_requests', to='rocb.standard', verbose_name='standards'),
        ),
        migrations.AddField(
            model_name='assistancerequest',
            name='themes',
            field=models.ManyToManyField(blank=True, related_name='assistance_requests', to='rocb.theme', verbose_name='themes'),
        ),
        migrations.AddField(
            model_name='assistancerequest',
            name='updated_by',
            field=models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='assistancerequestevent',
            name='administration',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='rocb.administration', verbose_name='member'),
        ),
        migrations.AddField(
            model_name='assistancerequestevent',
            name='officer',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='officer in charge'),
        ),
        migrations.AddField(
            model_name='assistancerequestevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='assistancerequestevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='programmes.assistancerequest'),
        ),
        migrations.AddField(
            model_name='certificate',
            name='created_by',
            field=models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='certificate',
            name='updated_by',
            field=models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='course',
            name='created_by',
            field=models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='course',
            name='themes',
            field=models.ManyToManyField(blank=True, related_name='courses', to='rocb.theme', verbose_name='themes'),
        ),
        migrations.AddField(
            model_name='course',
            name='updated_by',
            field=models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='courseevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='courseevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='programmes.course'),
        ),
        migrations.AddField(
            model_name='eventsession',
            name='created_by',
            field=models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='eventsession',
            name='event',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='sessions', to='programmes.event'),
        ),
        migrations.AddField(
            model_name='eventsession',
            name='updated_by',
            field=models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='invitation',
            name='administration',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='event_invitations', to='rocb.administration', verbose_name='member'),
        ),
        migrations.AddField(
            model_name='invitation',
            name='created_by',
            field=models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='invitation',
            name='event',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='invitations', to='programmes.event'),
        ),
        migrations.AddField(
            model_name='invitation',
            name='updated_by',
            field=models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='invitationevent',
            name='administration',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='rocb.administration', verbose_name='member'),
        ),
        migrations.AddField(
            model_name='invitationevent',
            name='event',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='programmes.event'),
        ),
        migrations.AddField(
            model_name='invitationevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='invitationevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='programmes.invitation'),
        ),
        migrations.AddField(
            model_name='nomination',
            name='administration',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='nominations', to='rocb.administration', verbose_name='member'),
        ),
        migrations.AddField(
            model_name='nomination',
            name='created_by',
            field=models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='nomination',
            name='event',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='nominations', to='programmes.event'),
        ),
        migrations.AddField(
            model_name='nomination',
            name='invitation',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='nominations', to='programmes.invitation'),
        ),
        migrations.AddField(
            model_name='nomination',
            name='person',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='nominations', to='rocb.person', verbose_name='person'),
        ),
        migrations.AddField(
            model_name='nomination',
            name='replaces',
            field=models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='replaced_by', to='programmes.nomination'),
        ),
        migrations.AddField(
            model_name='nomination',
            name='updated_by',
            field=models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='certificate',
            name='nomination',
            field=models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='certificate', to='programmes.nomination'),
        ),
        migrations.AddField(
            model_name='nominationevent',
            name='administration',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='rocb.administration', verbose_name='member'),
        ),
        migrations.AddField(
            model_name='nominationevent',
            name='event',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='programmes.event'),
        ),
        migrations.AddField(
            model_name='nominationevent',
            name='invitation',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='programmes.invitation'),
        ),
        migrations.AddField(
            model_name='nominationevent',
            name='person',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='rocb.person', verbose_name='person'),
        ),
        migrations.AddField(
            model_name='nominationevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='nominationevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='programmes.nomination'),
        ),
        migrations.AddField(
            model_name='nominationevent',
            name='replaces',
            field=models.ForeignKey(db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='programmes.nomination'),
        ),
        migrations.AddField(
            model_name='question',
            name='created_by',
            field=models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='question',
            name='updated_by',
            field=models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='questionevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='questionevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='programmes.question'),
        ),
        migrations.AddField(
            model_name='questionnaire',
            name='created_by',
            field=models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='questionnaire',
            name='office',
            field=models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='rocb.office'),
        ),
        migrations.AddField(
            model_name='questionnaire',
            name='updated_by',
            field=models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='questionevent',
            name='questionnaire',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='programmes.questionnaire'),
        ),
        migrations.AddField(
            model_name='question',
            name='questionnaire',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='questions', to='programmes.questionnaire'),
        ),
        migrations.AddField(
            model_name='questionnaireevent',
            name='office',
            field=models.ForeignKey(blank=True, db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='rocb.office'),
        ),
        migrations.AddField(
            model_name='questionnaireevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='questionnaireevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='programmes.questionnaire'),
        ),
        migrations.AddField(
            model_name='resourceperson',
            name='created_by',
            field=models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='resourceperson',
            name='event',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='resource_persons', to='programmes.event'),
        ),
        migrations.AddField(
            model_name='resourceperson',
            name='person',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='resource_places', to='rocb.person', verbose_name='person'),
        ),
        migrations.AddField(
            model_name='resourceperson',
            name='updated_by',
            field=models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='eventsession',
            name='speakers',
            field=models.ManyToManyField(blank=True, related_name='sessions', to='programmes.resourceperson', verbose_name='resource persons'),
        ),
        migrations.AddField(
            model_name='resourcepersonevent',
            name='event',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='programmes.event'),
        ),
        migrations.AddField(
            model_name='resourcepersonevent',
            name='person',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='rocb.person', verbose_name='person'),
        ),
        migrations.AddField(
            model_name='resourcepersonevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='resourcepersonevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='programmes.resourceperson'),
        ),
        migrations.AddField(
            model_name='resourceprofile',
            name='created_by',
            field=models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='resourceprofile',
            name='person',
            field=models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='resource_profile', to='rocb.person', verbose_name='person'),
        ),
        migrations.AddField(
            model_name='resourceprofile',
            name='themes',
            field=models.ManyToManyField(blank=True, related_name='resource_profiles', to='rocb.theme', verbose_name='themes'),
        ),
        migrations.AddField(
            model_name='resourceprofile',
            name='updated_by',
            field=models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='resourceprofileevent',
            name='person',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='rocb.person', verbose_name='person'),
        ),
        migrations.AddField(
            model_name='resourceprofileevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='resourceprofileevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='programmes.resourceprofile'),
        ),
        migrations.AddField(
            model_name='respondent',
            name='administration',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='rocb.administration'),
        ),
        migrations.AddField(
            model_name='respondent',
            name='person',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='asked_in_surveys', to='rocb.person'),
        ),
        migrations.AddField(
            model_name='response',
            name='administration',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='survey_responses', to='rocb.administration'),
        ),
        migrations.AddField(
            model_name='survey',
            name='created_by',
            field=models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='survey',
            name='event',
            field=models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='surveys', to='programmes.event'),
        ),
        migrations.AddField(
            model_name='survey',
            name='office',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='surveys', to='rocb.office'),
        ),
        migrations.AddField(
            model_name='survey',
            name='questionnaire',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='surveys', to='programmes.questionnaire', verbose_name='questionnaire'),
        ),
        migrations.AddField(
            model_name='survey',
            name='updated_by',
            field=models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='response',
            name='survey',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='responses', to='programmes.survey'),
        ),
        migrations.AddField(
            model_name='respondent',
            name='survey',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='respondents', to='programmes.survey'),
        ),
        migrations.AddField(
            model_name='surveyevent',
            name='event',
            field=models.ForeignKey(blank=True, db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='programmes.event'),
        ),
        migrations.AddField(
            model_name='surveyevent',
            name='office',
            field=models.ForeignKey(db_constraint=False, editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='rocb.office'),
        ),
        migrations.AddField(
            model_name='surveyevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='surveyevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='programmes.survey'),
        ),
        migrations.AddField(
            model_name='surveyevent',
            name='questionnaire',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='programmes.questionnaire', verbose_name='questionnaire'),
        ),
        migrations.AddField(
            model_name='trainingcentre',
            name='contacts',
            field=models.ManyToManyField(blank=True, related_name='contact_of_centres', to='rocb.person', verbose_name='contacts'),
        ),
        migrations.AddField(
            model_name='trainingcentre',
            name='region',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='training_centres', to='rocb.region'),
        ),
        migrations.AddField(
            model_name='trainingcentre',
            name='run_by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='training_centres', to='rocb.administration', verbose_name='run by'),
        ),
        migrations.AddField(
            model_name='trainingcentre',
            name='themes',
            field=models.ManyToManyField(blank=True, related_name='training_centres', to='rocb.theme', verbose_name='themes'),
        ),
        migrations.AddField(
            model_name='courseevent',
            name='centre',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='programmes.trainingcentre'),
        ),
        migrations.AddField(
            model_name='course',
            name='centre',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='courses', to='programmes.trainingcentre'),
        ),
        migrations.AddField(
            model_name='event',
            name='centre',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='held_events', to='programmes.trainingcentre', verbose_name='training centre'),
        ),
        migrations.AddField(
            model_name='eventevent',
            name='centre',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='programmes.trainingcentre', verbose_name='training centre'),
        ),
        migrations.AddConstraint(
            model_name='event',
            constraint=models.CheckConstraint(condition=models.Q(('finishes_at', None), ('begins_at__isnull', False), _connector='OR'), name='event_hours_from_and_to', violation_error_message='Say from what hour, too.'),
        ),
        migrations.AddField(
            model_name='trainingcentreevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='trainingcentreevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='programmes.trainingcentre'),
        ),
        migrations.AddField(
            model_name='trainingcentreevent',
            name='region',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='rocb.region'),
        ),
        migrations.AddField(
            model_name='trainingcentreevent',
            name='run_by',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='rocb.administration', verbose_name='run by'),
        ),
        migrations.AddIndex(
            model_name='assistancerequest',
            index=models.Index(fields=['administration', '-created_at'], name='request_of_member'),
        ),
        migrations.AddIndex(
            model_name='assistancerequest',
            index=django.contrib.postgres.indexes.GinIndex(fields=['search'], name='request_search'),
        ),
        migrations.AddConstraint(
            model_name='assistancerequest',
            constraint=models.CheckConstraint(condition=models.Q(('wanted_until_on', None), ('wanted_from_on', None), ('wanted_until_on__gte', models.F('wanted_from_on')), _connector='OR'), name='request_wanted_from_before_until', violation_error_message='“Wanted until” lies before “wanted from”.'),
        ),
        migrations.AddConstraint(
            model_name='invitation',
            constraint=models.UniqueConstraint(fields=('event', 'administration'), name='invited_once'),
        ),
        migrations.AddIndex(
            model_name='nomination',
            index=models.Index(fields=['event', 'status'], name='nominations_of_event'),
        ),
        migrations.AddIndex(
            model_name='nomination',
            index=models.Index(fields=['administration', 'status'], name='nominations_of_member'),
        ),
        migrations.AddIndex(
            model_name='nomination',
            index=models.Index(condition=models.Q(('status', 'offered')), fields=['offer_until'], name='offers_that_expire'),
        ),
        migrations.AddConstraint(
            model_name='nomination',
            constraint=models.UniqueConstraint(condition=models.Q(('status__in', ['withdrawn', 'lapsed', 'not_selected']), _negated=True), fields=('event', 'person'), name='nominated_once_at_an_event'),
        ),
        migrations.AddConstraint(
            model_name='question',
            constraint=models.UniqueConstraint(fields=('questionnaire', 'code'), name='question_code_once'),
        ),
        migrations.AddConstraint(
            model_name='resourceperson',
            constraint=models.UniqueConstraint(condition=models.Q(('status__in', ['asked', 'accepted'])), fields=('event', 'person'), name='one_resource_place_at_an_event'),
        ),
        migrations.AddConstraint(
            model_name='eventsession',
            constraint=models.CheckConstraint(condition=models.Q(('ends_at', None), ('begins_at', None), ('ends_at__gt', models.F('begins_at')), _connector='OR'), name='session_ends_after_it_starts', violation_error_message='It ends before it starts.'),
        ),
        migrations.AddConstraint(
            model_name='survey',
            constraint=models.UniqueConstraint(condition=models.Q(('event__isnull', False)), fields=('event', 'beat'), name='one_survey_a_beat'),
        ),
        migrations.AddConstraint(
            model_name='survey',
            constraint=models.CheckConstraint(condition=models.Q(('closes_on__gte', models.F('opens_on'))), name='survey_closes_after_it_opens', violation_error_message='The survey closes before it opens.'),
        ),
        migrations.AddConstraint(
            model_name='respondent',
            constraint=models.UniqueConstraint(fields=('survey', 'person'), name='asked_once_in_a_survey'),
        ),
        migrations.AddConstraint(
            model_name='trainingcentre',
            constraint=models.UniqueConstraint(fields=('run_by', 'city'), name='one_centre_of_a_member_in_a_city'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='event',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "programmes_eventevent" ("begins_at", "capacity", "centre_id", "cloned_from_id", "ends_on", "finishes_at", "host_id", "id", "is_invented", "kind", "languages", "offer_days", "office_id", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "programme_id", "required_course", "scope", "sponsor_id", "starts_on", "status", "summary", "time_zone", "title") VALUES (NEW."begins_at", NEW."capacity", NEW."centre_id", NEW."cloned_from_id", NEW."ends_on", NEW."finishes_at", NEW."host_id", NEW."id", NEW."is_invented", NEW."kind", NEW."languages", NEW."offer_days", NEW."office_id", NEW."outcome", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."place", NEW."programme_id", NEW."required_course", NEW."scope", NEW."sponsor_id", NEW."starts_on", NEW."status", NEW."summary", NEW."time_zone", NEW."title"); RETURN NULL;', hash='13d2be66ca537c442b7a84b1b98ef8aeec59d0c8', operation='INSERT', pgid='pgtrigger_insert_insert_8adcc', table='programmes_event', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='event',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."begins_at" IS DISTINCT FROM (NEW."begins_at") OR OLD."capacity" IS DISTINCT FROM (NEW."capacity") OR OLD."centre_id" IS DISTINCT FROM (NEW."centre_id") OR OLD."cloned_from_id" IS DISTINCT FROM (NEW."cloned_from_id") OR OLD."ends_on" IS DISTINCT FROM (NEW."ends_on") OR OLD."finishes_at" IS DISTINCT FROM (NEW."finishes_at") OR OLD."host_id" IS DISTINCT FROM (NEW."host_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_invented" IS DISTINCT FROM (NEW."is_invented") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."languages" IS DISTINCT FROM (NEW."languages") OR OLD."offer_days" IS DISTINCT FROM (NEW."offer_days") OR OLD."office_id" IS DISTINCT FROM (NEW."office_id") OR OLD."outcome" IS DISTINCT FROM (NEW."outcome") OR OLD."place" IS DISTINCT FROM (NEW."place") OR OLD."programme_id" IS DISTINCT FROM (NEW."programme_id") OR OLD."required_course" IS DISTINCT FROM (NEW."required_course") OR OLD."scope" IS DISTINCT FROM (NEW."scope") OR OLD."sponsor_id" IS DISTINCT FROM (NEW."sponsor_id") OR OLD."starts_on" IS DISTINCT FROM (NEW."starts_on") OR OLD."status" IS DISTINCT FROM (NEW."status") OR OLD."summary" IS DISTINCT FROM (NEW."summary") OR OLD."time_zone" IS DISTINCT FROM (NEW."time_zone") OR OLD."title" IS DISTINCT FROM (NEW."title"))', func='INSERT INTO "programmes_eventevent" ("begins_at", "capacity", "centre_id", "cloned_from_id", "ends_on", "finishes_at", "host_id", "id", "is_invented", "kind", "languages", "offer_days", "office_id", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "programme_id", "required_course", "scope", "sponsor_id", "starts_on", "status", "summary", "time_zone", "title") VALUES (NEW."begins_at", NEW."capacity", NEW."centre_id", NEW."cloned_from_id", NEW."ends_on", NEW."finishes_at", NEW."host_id", NEW."id", NEW."is_invented", NEW."kind", NEW."languages", NEW."offer_days", NEW."office_id", NEW."outcome", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."place", NEW."programme_id", NEW."required_course", NEW."scope", NEW."sponsor_id", NEW."starts_on", NEW."status", NEW."summary", NEW."time_zone", NEW."title"); RETURN NULL;', hash='a43252c89f8aa51f6fca8c7e040acbdc65868e67', operation='UPDATE', pgid='pgtrigger_update_update_ea73c', table='programmes_event', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='assistancerequest',
            trigger=pgtrigger.compiler.Trigger(name='steps', sql=pgtrigger.compiler.UpsertTriggerSql(declare='DECLARE _is_valid_transition BOOLEAN;', func='SELECT CONCAT(OLD."status", \':\', NEW."status") = ANY(\'{assessed:declined,assessed:matched,assessed:withdrawn,matched:answered,matched:withdrawn,received:assessed,received:declined,received:withdrawn}\'::text[]) INTO _is_valid_transition; IF (_is_valid_transition IS FALSE AND OLD."status" IS DISTINCT FROM NEW."status") THEN RAISE EXCEPTION \'pgtrigger: Invalid transition of field "status" from "%" to "%" on table %\', OLD."status", NEW."status", TG_TABLE_NAME; ELSE RETURN NEW; END IF;', hash='b2107fd5aa0eb1f1426d27ff55c8306ae8965094', operation='UPDATE', pgid='pgtrigger_steps_7240a', table='programmes_assistancerequest', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='assistancerequest',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "programmes_assistancerequestevent" ("administration_id", "answer", "answered_at", "assessment", "expected", "id", "is_invented", "kind", "languages", "needs_funding", "officer_id", "participants", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "status", "title", "wanted_from_on", "wanted_until_on") VALUES (NEW."administration_id", NEW."answer", NEW."answered_at", NEW."assessment", NEW."expected", NEW."id", NEW."is_invented", NEW."kind", NEW."languages", NEW."needs_funding", NEW."officer_id", NEW."participants", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."reason", NEW."status", NEW."title", NEW."wanted_from_on", NEW."wanted_until_on"); RETURN NULL;', hash='6788816c4d78693343a72553c4931f51e1c2342f', operation='INSERT', pgid='pgtrigger_insert_insert_be8df', table='programmes_assistancerequest', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='assistancerequest',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."administration_id" IS DISTINCT FROM (NEW."administration_id") OR OLD."answer" IS DISTINCT FROM (NEW."answer") OR OLD."answered_at" IS DISTINCT FROM (NEW."answered_at") OR OLD."assessment" IS DISTINCT FROM (NEW."assessment") OR OLD."expected" IS DISTINCT FROM (NEW."expected") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_invented" IS DISTINCT FROM (NEW."is_invented") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."languages" IS DISTINCT FROM (NEW."languages") OR OLD."needs_funding" IS DISTINCT FROM (NEW."needs_funding") OR OLD."officer_id" IS DISTINCT FROM (NEW."officer_id") OR OLD."participants" IS DISTINCT FROM (NEW."participants") OR OLD."reason" IS DISTINCT FROM (NEW."reason") OR OLD."status" IS DISTINCT FROM (NEW."status") OR OLD."title" IS DISTINCT FROM (NEW."title") OR OLD."wanted_from_on" IS DISTINCT FROM (NEW."wanted_from_on") OR OLD."wanted_until_on" IS DISTINCT FROM (NEW."wanted_until_on"))', func='INSERT INTO "programmes_assistancerequestevent" ("administration_id", "answer", "answered_at", "assessment", "expected", "id", "is_invented", "kind", "languages", "needs_funding", "officer_id", "participants", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "status", "title", "wanted_from_on", "wanted_until_on") VALUES (NEW."administration_id", NEW."answer", NEW."answered_at", NEW."assessment", NEW."expected", NEW."id", NEW."is_invented", NEW."kind", NEW."languages", NEW."needs_funding", NEW."officer_id", NEW."participants", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."reason", NEW."status", NEW."title", NEW."wanted_from_on", NEW."wanted_until_on"); RETURN NULL;', hash='1da4e55828347f15ad29fde9ee386948ebc82ca7', operation='UPDATE', pgid='pgtrigger_update_update_21653', table='programmes_assistancerequest', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='assistancerequestevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='956ee0bc8f21dfc671a4ba6c5b8474eef660f3b3', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_24bc9', table='programmes_assistancerequestevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='invitation',
            trigger=pgtrigger.compiler.Trigger(name='steps', sql=pgtrigger.compiler.UpsertTriggerSql(declare='DECLARE _is_valid_transition BOOLEAN;', func='SELECT CONCAT(OLD."status", \':\', NEW."status") = ANY(\'{answered:open,declined:open,open:answered,open:cancelled,open:declined}\'::text[]) INTO _is_valid_transition; IF (_is_valid_transition IS FALSE AND OLD."status" IS DISTINCT FROM NEW."status") THEN RAISE EXCEPTION \'pgtrigger: Invalid transition of field "status" from "%" to "%" on table %\', OLD."status", NEW."status", TG_TABLE_NAME; ELSE RETURN NEW; END IF;', hash='a59a2bebdb6a01dd25def70dfd4a2a84a7a129d8', operation='UPDATE', pgid='pgtrigger_steps_a73b2', table='programmes_invitation', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='invitation',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "programmes_invitationevent" ("administration_id", "answered_at", "event_id", "id", "message", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "respond_by", "seats", "status") VALUES (NEW."administration_id", NEW."answered_at", NEW."event_id", NEW."id", NEW."message", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."respond_by", NEW."seats", NEW."status"); RETURN NULL;', hash='b25ae4c274aef2e3c48cd7f5377d0d346e7c92e1', operation='INSERT', pgid='pgtrigger_insert_insert_fde89', table='programmes_invitation', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='invitation',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."administration_id" IS DISTINCT FROM (NEW."administration_id") OR OLD."answered_at" IS DISTINCT FROM (NEW."answered_at") OR OLD."event_id" IS DISTINCT FROM (NEW."event_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."message" IS DISTINCT FROM (NEW."message") OR OLD."respond_by" IS DISTINCT FROM (NEW."respond_by") OR OLD."seats" IS DISTINCT FROM (NEW."seats") OR OLD."status" IS DISTINCT FROM (NEW."status"))', func='INSERT INTO "programmes_invitationevent" ("administration_id", "answered_at", "event_id", "id", "message", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "respond_by", "seats", "status") VALUES (NEW."administration_id", NEW."answered_at", NEW."event_id", NEW."id", NEW."message", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."respond_by", NEW."seats", NEW."status"); RETURN NULL;', hash='76033e42c60d8d9b6579f2435ab501ab47e18427', operation='UPDATE', pgid='pgtrigger_update_update_cbb70', table='programmes_invitation', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='invitationevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='6edffb0cf5add970a004cd9a94499282a949db7a', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_b205d', table='programmes_invitationevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='nomination',
            trigger=pgtrigger.compiler.Trigger(name='steps', sql=pgtrigger.compiler.UpsertTriggerSql(declare='DECLARE _is_valid_transition BOOLEAN;', func='SELECT CONCAT(OLD."status", \':\', NEW."status") = ANY(\'{attended:no_show,confirmed:attended,confirmed:no_show,confirmed:withdrawn,no_show:attended,nominated:not_selected,nominated:selected,nominated:waiting,nominated:withdrawn,offered:confirmed,offered:lapsed,offered:withdrawn,selected:attended,selected:confirmed,selected:no_show,selected:withdrawn,waiting:not_selected,waiting:offered,waiting:selected,waiting:withdrawn}\'::text[]) INTO _is_valid_transition; IF (_is_valid_transition IS FALSE AND OLD."status" IS DISTINCT FROM NEW."status") THEN RAISE EXCEPTION \'pgtrigger: Invalid transition of field "status" from "%" to "%" on table %\', OLD."status", NEW."status", TG_TABLE_NAME; ELSE RETURN NEW; END IF;', hash='e30c64c06af1bb70d682215741b2b3343ae038ab', operation='UPDATE', pgid='pgtrigger_steps_702a8', table='programmes_nomination', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='nomination',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "programmes_nominationevent" ("administration_id", "asked_at", "event_id", "has_course", "id", "invitation_id", "is_invented", "is_self_funded", "language", "mark", "motivation", "needs", "offer_until", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rank", "replaces_id", "status", "waiting_position") VALUES (NEW."administration_id", NEW."asked_at", NEW."event_id", NEW."has_course", NEW."id", NEW."invitation_id", NEW."is_invented", NEW."is_self_funded", NEW."language", NEW."mark", NEW."motivation", NEW."needs", NEW."offer_until", NEW."person_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."rank", NEW."replaces_id", NEW."status", NEW."waiting_position"); RETURN NULL;', hash='00a2667b24b16076ca10e0071b0f5489b6eacace', operation='INSERT', pgid='pgtrigger_insert_insert_0ccda', table='programmes_nomination', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='nomination',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."administration_id" IS DISTINCT FROM (NEW."administration_id") OR OLD."asked_at" IS DISTINCT FROM (NEW."asked_at") OR OLD."event_id" IS DISTINCT FROM (NEW."event_id") OR OLD."has_course" IS DISTINCT FROM (NEW."has_course") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."invitation_id" IS DISTINCT FROM (NEW."invitation_id") OR OLD."is_invented" IS DISTINCT FROM (NEW."is_invented") OR OLD."is_self_funded" IS DISTINCT FROM (NEW."is_self_funded") OR OLD."language" IS DISTINCT FROM (NEW."language") OR OLD."mark" IS DISTINCT FROM (NEW."mark") OR OLD."motivation" IS DISTINCT FROM (NEW."motivation") OR OLD."needs" IS DISTINCT FROM (NEW."needs") OR OLD."offer_until" IS DISTINCT FROM (NEW."offer_until") OR OLD."person_id" IS DISTINCT FROM (NEW."person_id") OR OLD."rank" IS DISTINCT FROM (NEW."rank") OR OLD."replaces_id" IS DISTINCT FROM (NEW."replaces_id") OR OLD."status" IS DISTINCT FROM (NEW."status") OR OLD."waiting_position" IS DISTINCT FROM (NEW."waiting_position"))', func='INSERT INTO "programmes_nominationevent" ("administration_id", "asked_at", "event_id", "has_course", "id", "invitation_id", "is_invented", "is_self_funded", "language", "mark", "motivation", "needs", "offer_until", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rank", "replaces_id", "status", "waiting_position") VALUES (NEW."administration_id", NEW."asked_at", NEW."event_id", NEW."has_course", NEW."id", NEW."invitation_id", NEW."is_invented", NEW."is_self_funded", NEW."language", NEW."mark", NEW."motivation", NEW."needs", NEW."offer_until", NEW."person_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."rank", NEW."replaces_id", NEW."status", NEW."waiting_position"); RETURN NULL;', hash='98fbb0ef85c85e4ab501aa6572318d4333fcead3', operation='UPDATE', pgid='pgtrigger_update_update_97f48', table='programmes_nomination', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='nominationevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='c412071d2896b01263679e2c621ce73dd7848a67', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_40d2d', table='programmes_nominationevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='questionnaire',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "programmes_questionnaireevent" ("beat", "id", "intro", "is_active", "is_default", "office_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "title") VALUES (NEW."beat", NEW."id", NEW."intro", NEW."is_active", NEW."is_default", NEW."office_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."title"); RETURN NULL;', hash='1f26c56d803a7f00d164358a3e2691536b153864', operation='INSERT', pgid='pgtrigger_insert_insert_dab36', table='programmes_questionnaire', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='questionnaire',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."beat" IS DISTINCT FROM (NEW."beat") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."intro" IS DISTINCT FROM (NEW."intro") OR OLD."is_active" IS DISTINCT FROM (NEW."is_active") OR OLD."is_default" IS DISTINCT FROM (NEW."is_default") OR OLD."office_id" IS DISTINCT FROM (NEW."office_id") OR OLD."title" IS DISTINCT FROM (NEW."title"))', func='INSERT INTO "programmes_questionnaireevent" ("beat", "id", "intro", "is_active", "is_default", "office_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "title") VALUES (NEW."beat", NEW."id", NEW."intro", NEW."is_active", NEW."is_default", NEW."office_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."title"); RETURN NULL;', hash='235ba5993166eca9f0ac0b72b4c65aee569e78fd', operation='UPDATE', pgid='pgtrigger_update_update_33e4f', table='programmes_questionnaire', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='questionevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='a44d365e553c1f4e947c946689ea755a8e263340', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_4ffb1', table='programmes_questionevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='question',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "programmes_questionevent" ("code", "help", "id", "is_required", "kind", "level", "options", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "questionnaire_id", "text") VALUES (NEW."code", NEW."help", NEW."id", NEW."is_required", NEW."kind", NEW."level", NEW."options", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."position", NEW."questionnaire_id", NEW."text"); RETURN NULL;', hash='05fb6e98fa0495b98074fc7d66dac9667e1f73ee', operation='INSERT', pgid='pgtrigger_insert_insert_22e3a', table='programmes_question', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='question',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."code" IS DISTINCT FROM (NEW."code") OR OLD."help" IS DISTINCT FROM (NEW."help") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_required" IS DISTINCT FROM (NEW."is_required") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."level" IS DISTINCT FROM (NEW."level") OR OLD."options" IS DISTINCT FROM (NEW."options") OR OLD."position" IS DISTINCT FROM (NEW."position") OR OLD."questionnaire_id" IS DISTINCT FROM (NEW."questionnaire_id") OR OLD."text" IS DISTINCT FROM (NEW."text"))', func='INSERT INTO "programmes_questionevent" ("code", "help", "id", "is_required", "kind", "level", "options", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "questionnaire_id", "text") VALUES (NEW."code", NEW."help", NEW."id", NEW."is_required", NEW."kind", NEW."level", NEW."options", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."position", NEW."questionnaire_id", NEW."text"); RETURN NULL;', hash='264db48148664e5c025f39bb5d3e7bdca0b3d6a0', operation='UPDATE', pgid='pgtrigger_update_update_96d0c', table='programmes_question', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='questionnaireevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='57ec7d8281fe9898fecf52620d5d23555e41e45c', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_8b288', table='programmes_questionnaireevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='resourceperson',
            trigger=pgtrigger.compiler.Trigger(name='steps', sql=pgtrigger.compiler.UpsertTriggerSql(declare='DECLARE _is_valid_transition BOOLEAN;', func='SELECT CONCAT(OLD."status", \':\', NEW."status") = ANY(\'{accepted:declined,accepted:released,asked:accepted,asked:declined,asked:released}\'::text[]) INTO _is_valid_transition; IF (_is_valid_transition IS FALSE AND OLD."status" IS DISTINCT FROM NEW."status") THEN RAISE EXCEPTION \'pgtrigger: Invalid transition of field "status" from "%" to "%" on table %\', OLD."status", NEW."status", TG_TABLE_NAME; ELSE RETURN NEW; END IF;', hash='3cb7886f98c8761e574a6a051b8c0b62278d4a87', operation='UPDATE', pgid='pgtrigger_steps_936b6', table='programmes_resourceperson', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='resourceperson',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "programmes_resourcepersonevent" ("answer_by", "answered_at", "asked_at", "event_id", "id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "status", "subject") VALUES (NEW."answer_by", NEW."answered_at", NEW."asked_at", NEW."event_id", NEW."id", NEW."person_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."status", NEW."subject"); RETURN NULL;', hash='aef9b788d768f47811bf6a42d55953c44bd80524', operation='INSERT', pgid='pgtrigger_insert_insert_4d5cf', table='programmes_resourceperson', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='resourceperson',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."answer_by" IS DISTINCT FROM (NEW."answer_by") OR OLD."answered_at" IS DISTINCT FROM (NEW."answered_at") OR OLD."asked_at" IS DISTINCT FROM (NEW."asked_at") OR OLD."event_id" IS DISTINCT FROM (NEW."event_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."person_id" IS DISTINCT FROM (NEW."person_id") OR OLD."status" IS DISTINCT FROM (NEW."status") OR OLD."subject" IS DISTINCT FROM (NEW."subject"))', func='INSERT INTO "programmes_resourcepersonevent" ("answer_by", "answered_at", "asked_at", "event_id", "id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "status", "subject") VALUES (NEW."answer_by", NEW."answered_at", NEW."asked_at", NEW."event_id", NEW."id", NEW."person_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."status", NEW."subject"); RETURN NULL;', hash='6dea1638440b8b4cbc426ca9d09f390321fc7d16', operation='UPDATE', pgid='pgtrigger_update_update_c6f3b', table='programmes_resourceperson', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='resourcepersonevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='bf76e107c841990a455b0cc75e811da720879881', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_93e54', table='programmes_resourcepersonevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='resourceprofile',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "programmes_resourceprofileevent" ("id", "is_active", "languages", "note", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."id", NEW."is_active", NEW."languages", NEW."note", NEW."person_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id"); RETURN NULL;', hash='5faf8cb7ecef261b899737963e1cfe447419e500', operation='INSERT', pgid='pgtrigger_insert_insert_7a8e3', table='programmes_resourceprofile', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='resourceprofile',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_active" IS DISTINCT FROM (NEW."is_active") OR OLD."languages" IS DISTINCT FROM (NEW."languages") OR OLD."note" IS DISTINCT FROM (NEW."note") OR OLD."person_id" IS DISTINCT FROM (NEW."person_id"))', func='INSERT INTO "programmes_resourceprofileevent" ("id", "is_active", "languages", "note", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."id", NEW."is_active", NEW."languages", NEW."note", NEW."person_id", _pgh_attach_context(), NOW(), \'update\', NEW."id"); RETURN NULL;', hash='7fc72322a122141be4042d670051223ebc4ff7d5', operation='UPDATE', pgid='pgtrigger_update_update_5c1f6', table='programmes_resourceprofile', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='resourceprofileevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='75c2a06bece9eb0d16b08802be1fa95b0f616223', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_9c119', table='programmes_resourceprofileevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='survey',
            trigger=pgtrigger.compiler.Trigger(name='steps', sql=pgtrigger.compiler.UpsertTriggerSql(declare='DECLARE _is_valid_transition BOOLEAN;', func='SELECT CONCAT(OLD."status", \':\', NEW."status") = ANY(\'{closed:open,open:closed,planned:open}\'::text[]) INTO _is_valid_transition; IF (_is_valid_transition IS FALSE AND OLD."status" IS DISTINCT FROM NEW."status") THEN RAISE EXCEPTION \'pgtrigger: Invalid transition of field "status" from "%" to "%" on table %\', OLD."status", NEW."status", TG_TABLE_NAME; ELSE RETURN NEW; END IF;', hash='8316627025e705baae76fc25b653f343ba13f993', operation='UPDATE', pgid='pgtrigger_steps_a715e', table='programmes_survey', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='survey',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "programmes_surveyevent" ("beat", "closes_on", "content", "event_id", "id", "office_id", "opens_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "questionnaire_id", "status", "title") VALUES (NEW."beat", NEW."closes_on", NEW."content", NEW."event_id", NEW."id", NEW."office_id", NEW."opens_on", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."questionnaire_id", NEW."status", NEW."title"); RETURN NULL;', hash='6a497588ff6c029d67ff90bd5bb5516eb6af0676', operation='INSERT', pgid='pgtrigger_insert_insert_d68f7', table='programmes_survey', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='survey',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."beat" IS DISTINCT FROM (NEW."beat") OR OLD."closes_on" IS DISTINCT FROM (NEW."closes_on") OR OLD."content" IS DISTINCT FROM (NEW."content") OR OLD."event_id" IS DISTINCT FROM (NEW."event_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."office_id" IS DISTINCT FROM (NEW."office_id") OR OLD."opens_on" IS DISTINCT FROM (NEW."opens_on") OR OLD."questionnaire_id" IS DISTINCT FROM (NEW."questionnaire_id") OR OLD."status" IS DISTINCT FROM (NEW."status") OR OLD."title" IS DISTINCT FROM (NEW."title"))', func='INSERT INTO "programmes_surveyevent" ("beat", "closes_on", "content", "event_id", "id", "office_id", "opens_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "questionnaire_id", "status", "title") VALUES (NEW."beat", NEW."closes_on", NEW."content", NEW."event_id", NEW."id", NEW."office_id", NEW."opens_on", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."questionnaire_id", NEW."status", NEW."title"); RETURN NULL;', hash='0beb998ae003305cf1c6e10fda4f8351f9db3a99', operation='UPDATE', pgid='pgtrigger_update_update_62ad8', table='programmes_survey', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='surveyevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='364e0fbd4af99b2a35dab6e19f42854f513d64c7', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_ce705', table='programmes_surveyevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='trainingcentre',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "programmes_trainingcentreevent" ("beds", "city", "facilities", "is_verified", "languages", "organisation_ptr_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "profile", "region_id", "run_by_id", "seats", "since_on", "source", "until_on") VALUES (NEW."beds", NEW."city", NEW."facilities", NEW."is_verified", NEW."languages", NEW."organisation_ptr_id", _pgh_attach_context(), NOW(), \'insert\', NEW."organisation_ptr_id", NEW."profile", NEW."region_id", NEW."run_by_id", NEW."seats", NEW."since_on", NEW."source", NEW."until_on"); RETURN NULL;', hash='3667ba664b92d5a666f26e67e5ad801ec7d67375', operation='INSERT', pgid='pgtrigger_insert_insert_c58eb', table='programmes_trainingcentre', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='trainingcentre',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."beds" IS DISTINCT FROM (NEW."beds") OR OLD."city" IS DISTINCT FROM (NEW."city") OR OLD."facilities" IS DISTINCT FROM (NEW."facilities") OR OLD."is_verified" IS DISTINCT FROM (NEW."is_verified") OR OLD."languages" IS DISTINCT FROM (NEW."languages") OR OLD."organisation_ptr_id" IS DISTINCT FROM (NEW."organisation_ptr_id") OR OLD."profile" IS DISTINCT FROM (NEW."profile") OR OLD."region_id" IS DISTINCT FROM (NEW."region_id") OR OLD."run_by_id" IS DISTINCT FROM (NEW."run_by_id") OR OLD."seats" IS DISTINCT FROM (NEW."seats") OR OLD."since_on" IS DISTINCT FROM (NEW."since_on") OR OLD."source" IS DISTINCT FROM (NEW."source") OR OLD."until_on" IS DISTINCT FROM (NEW."until_on"))', func='INSERT INTO "programmes_trainingcentreevent" ("beds", "city", "facilities", "is_verified", "languages", "organisation_ptr_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "profile", "region_id", "run_by_id", "seats", "since_on", "source", "until_on") VALUES (NEW."beds", NEW."city", NEW."facilities", NEW."is_verified", NEW."languages", NEW."organisation_ptr_id", _pgh_attach_context(), NOW(), \'update\', NEW."organisation_ptr_id", NEW."profile", NEW."region_id", NEW."run_by_id", NEW."seats", NEW."since_on", NEW."source", NEW."until_on"); RETURN NULL;', hash='6eac422ade5078dbd6f34af3a7326256bccf5caa', operation='UPDATE', pgid='pgtrigger_update_update_f2a1f', table='programmes_trainingcentre', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='courseevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='a24045a20569cbbab81f707aa4228900e519faa4', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_4cc34', table='programmes_courseevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='course',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "programmes_courseevent" ("audience", "centre_id", "days", "description", "id", "languages", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "title") VALUES (NEW."audience", NEW."centre_id", NEW."days", NEW."description", NEW."id", NEW."languages", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."title"); RETURN NULL;', hash='957c855be45707ccfc12dc6a4e89f8608dd694de', operation='INSERT', pgid='pgtrigger_insert_insert_8e9b8', table='programmes_course', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='course',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."audience" IS DISTINCT FROM (NEW."audience") OR OLD."centre_id" IS DISTINCT FROM (NEW."centre_id") OR OLD."days" IS DISTINCT FROM (NEW."days") OR OLD."description" IS DISTINCT FROM (NEW."description") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."languages" IS DISTINCT FROM (NEW."languages") OR OLD."title" IS DISTINCT FROM (NEW."title"))', func='INSERT INTO "programmes_courseevent" ("audience", "centre_id", "days", "description", "id", "languages", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "title") VALUES (NEW."audience", NEW."centre_id", NEW."days", NEW."description", NEW."id", NEW."languages", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."title"); RETURN NULL;', hash='1786b9383518d100432830b4e0717ec1ab4a90ab', operation='UPDATE', pgid='pgtrigger_update_update_947a6', table='programmes_course', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='trainingcentreevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='44604e43e8571f2f0fa1b168d390b17193fb3f75', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_eb69d', table='programmes_trainingcentreevent', when='BEFORE')),
        ),
    ]
