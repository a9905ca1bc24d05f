import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.contrib.postgres.search
import django.core.validators
import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
import programmes.models.nominations
import programmes.models.surveys
import rocb.models.parties
import rocb.schema
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    replaces = [
        ("programmes", "0001_initial"),
        ("programmes", "0001_squashed_first_release"),
        ("programmes", "0002_initial"),
        ("programmes", "0003_events"),
        ("programmes", "0004_assistance_and_training"),
        ("programmes", "0005_surveys_without_names"),
        ("programmes", "0006_nominees_from_lists"),
    ]

    initial = True

    dependencies = [
        ("pghistory", "__first__"),
        ("rocb", "0001_first_release"),
    ]

    operations = [
        rocb.schema.ApplyTogether(
            operations=[
                migrations.CreateModel(
                    name="AssistanceRequest",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "created_at",
                            models.DateTimeField(auto_now_add=True, verbose_name="created"),
                        ),
                        (
                            "created_by",
                            models.ForeignKey(
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("updated_at", models.DateTimeField(auto_now=True, verbose_name="changed")),
                        (
                            "updated_by",
                            models.ForeignKey(
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "administration",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="assistance_requests",
                                to="rocb.administration",
                                verbose_name="member",
                            ),
                        ),
                        ("title", models.CharField(max_length=240, verbose_name="title")),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("seminar", "Seminar or workshop"),
                                    ("training", "Training of trainers or officers"),
                                    ("advice", "Expert advice"),
                                    ("mission", "Diagnostic mission"),
                                    ("study", "Study visit"),
                                    ("equipment", "Equipment"),
                                    ("other", "Other"),
                                ],
                                default="seminar",
                                max_length=12,
                                verbose_name="kind",
                            ),
                        ),
                        (
                            "reason",
                            models.TextField(max_length=4000, verbose_name="why it is needed"),
                        ),
                        (
                            "expected",
                            models.TextField(
                                blank=True, max_length=4000, verbose_name="what it should lead to"
                            ),
                        ),
                        (
                            "languages",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(
                                    choices=[
                                        ("en", "English"),
                                        ("fr", "French"),
                                        ("es", "Spanish"),
                                        ("pt", "Portuguese"),
                                        ("ru", "Russian"),
                                        ("ar", "Arabic"),
                                        ("zh", "Chinese"),
                                        ("ja", "Japanese"),
                                        ("ko", "Korean"),
                                        ("ms", "Malay"),
                                        ("id", "Indonesian"),
                                        ("th", "Thai"),
                                        ("vi", "Vietnamese"),
                                        ("lo", "Lao"),
                                        ("km", "Khmer"),
                                        ("hi", "Hindi"),
                                        ("bn", "Bengali"),
                                        ("ur", "Urdu"),
                                        ("fa", "Persian"),
                                        ("mn", "Mongolian"),
                                        ("tpi", "Tok Pisin"),
                                    ],
                                    max_length=8,
                                ),
                                blank=True,
                                default=list,
                                size=None,
                                verbose_name="languages",
                            ),
                        ),
                        (
                            "participants",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="participants expected"
                            ),
                        ),
                        (
                            "wanted_from_on",
                            models.DateField(blank=True, null=True, verbose_name="wanted from"),
                        ),
                        (
                            "wanted_until_on",
                            models.DateField(blank=True, null=True, verbose_name="wanted until"),
                        ),
                        (
                            "officer",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="requests_in_charge",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="officer in charge",
                            ),
                        ),
                        (
                            "assessment",
                            models.TextField(
                                blank=True, max_length=4000, verbose_name="assessment of the office"
                            ),
                        ),
                        (
                            "needs_funding",
                            models.BooleanField(
                                default=False, verbose_name="needs money from a donor"
                            ),
                        ),
                        (
                            "answer",
                            models.TextField(
                                blank=True, editable=False, max_length=4000, verbose_name="answer"
                            ),
                        ),
                        (
                            "answered_at",
                            models.DateTimeField(
                                editable=False, null=True, verbose_name="answered"
                            ),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("received", "Received"),
                                    ("assessed", "Assessed"),
                                    ("matched", "Matched"),
                                    ("answered", "Answered"),
                                    ("declined", "Declined"),
                                    ("withdrawn", "Withdrawn"),
                                ],
                                default="received",
                                editable=False,
                                max_length=12,
                                verbose_name="status",
                            ),
                        ),
                        (
                            "is_invented",
                            models.BooleanField(
                                default=False, editable=False, verbose_name="demonstration data"
                            ),
                        ),
                        (
                            "search",
                            models.GeneratedField(
                                db_persist=True,
                                expression=django.contrib.postgres.search.SearchVector(
                                    "title", "reason", "expected", config="simple"
                                ),
                                output_field=django.contrib.postgres.search.SearchVectorField(),
                            ),
                        ),
                        (
                            "themes",
                            models.ManyToManyField(
                                blank=True,
                                related_name="assistance_requests",
                                to="rocb.theme",
                                verbose_name="themes",
                            ),
                        ),
                        (
                            "standards",
                            models.ManyToManyField(
                                blank=True,
                                related_name="assistance_requests",
                                to="rocb.standard",
                                verbose_name="standards",
                            ),
                        ),
                        (
                            "activities",
                            models.ManyToManyField(
                                blank=True,
                                related_name="assistance_requests",
                                to="programmes.event",
                                verbose_name="events",
                            ),
                        ),
                        (
                            "helpers",
                            models.ManyToManyField(
                                blank=True,
                                related_name="requests_helped",
                                to="rocb.administration",
                                verbose_name="resource persons from",
                            ),
                        ),
                    ],
                    options={
                        "permissions": [
                            ("ask_assistance", "Ask for assistance"),
                            ("run_request", "Take requests through their life"),
                        ],
                        "indexes": [
                            models.Index(
                                fields=["administration", "-created_at"], name="request_of_member"
                            ),
                            django.contrib.postgres.indexes.GinIndex(
                                fields=["search"], name="request_search"
                            ),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("wanted_until_on", None),
                                    ("wanted_from_on", None),
                                    ("wanted_until_on__gte", models.F("wanted_from_on")),
                                    _connector="OR",
                                ),
                                name="request_wanted_from_before_until",
                                violation_error_message="“Wanted until” lies before “wanted from”.",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="AssistanceRequestEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="programmes.assistancerequest",
                            ),
                        ),
                        (
                            "pgh_context",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="pghistory.context",
                            ),
                        ),
                        ("id", models.BigIntegerField()),
                        (
                            "administration",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="rocb.administration",
                                verbose_name="member",
                            ),
                        ),
                        ("title", models.CharField(max_length=240, verbose_name="title")),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("seminar", "Seminar or workshop"),
                                    ("training", "Training of trainers or officers"),
                                    ("advice", "Expert advice"),
                                    ("mission", "Diagnostic mission"),
                                    ("study", "Study visit"),
                                    ("equipment", "Equipment"),
                                    ("other", "Other"),
                                ],
                                default="seminar",
                                max_length=12,
                                verbose_name="kind",
                            ),
                        ),
                        (
                            "reason",
                            models.TextField(max_length=4000, verbose_name="why it is needed"),
                        ),
                        (
                            "expected",
                            models.TextField(
                                blank=True, max_length=4000, verbose_name="what it should lead to"
                            ),
                        ),
                        (
                            "languages",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(
                                    choices=[
                                        ("en", "English"),
                                        ("fr", "French"),
                                        ("es", "Spanish"),
                                        ("pt", "Portuguese"),
                                        ("ru", "Russian"),
                                        ("ar", "Arabic"),
                                        ("zh", "Chinese"),
                                        ("ja", "Japanese"),
                                        ("ko", "Korean"),
                                        ("ms", "Malay"),
                                        ("id", "Indonesian"),
                                        ("th", "Thai"),
                                        ("vi", "Vietnamese"),
                                        ("lo", "Lao"),
                                        ("km", "Khmer"),
                                        ("hi", "Hindi"),
                                        ("bn", "Bengali"),
                                        ("ur", "Urdu"),
                                        ("fa", "Persian"),
                                        ("mn", "Mongolian"),
                                        ("tpi", "Tok Pisin"),
                                    ],
                                    max_length=8,
                                ),
                                blank=True,
                                default=list,
                                size=None,
                                verbose_name="languages",
                            ),
                        ),
                        (
                            "participants",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="participants expected"
                            ),
                        ),
                        (
                            "wanted_from_on",
                            models.DateField(blank=True, null=True, verbose_name="wanted from"),
                        ),
                        (
                            "wanted_until_on",
                            models.DateField(blank=True, null=True, verbose_name="wanted until"),
                        ),
                        (
                            "officer",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="officer in charge",
                            ),
                        ),
                        (
                            "assessment",
                            models.TextField(
                                blank=True, max_length=4000, verbose_name="assessment of the office"
                            ),
                        ),
                        (
                            "needs_funding",
                            models.BooleanField(
                                default=False, verbose_name="needs money from a donor"
                            ),
                        ),
                        (
                            "answer",
                            models.TextField(
                                blank=True, editable=False, max_length=4000, verbose_name="answer"
                            ),
                        ),
                        (
                            "answered_at",
                            models.DateTimeField(
                                editable=False, null=True, verbose_name="answered"
                            ),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("received", "Received"),
                                    ("assessed", "Assessed"),
                                    ("matched", "Matched"),
                                    ("answered", "Answered"),
                                    ("declined", "Declined"),
                                    ("withdrawn", "Withdrawn"),
                                ],
                                default="received",
                                editable=False,
                                max_length=12,
                                verbose_name="status",
                            ),
                        ),
                        (
                            "is_invented",
                            models.BooleanField(
                                default=False, editable=False, verbose_name="demonstration data"
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Certificate",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "created_at",
                            models.DateTimeField(auto_now_add=True, verbose_name="created"),
                        ),
                        (
                            "created_by",
                            models.ForeignKey(
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("updated_at", models.DateTimeField(auto_now=True, verbose_name="changed")),
                        (
                            "updated_by",
                            models.ForeignKey(
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "nomination",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="certificates",
                                to="programmes.nomination",
                            ),
                        ),
                        (
                            "code",
                            models.CharField(
                                default=programmes.models.nominations.new_code,
                                max_length=16,
                                unique=True,
                                verbose_name="code",
                            ),
                        ),
                        ("given_name", models.CharField(blank=True, max_length=120)),
                        ("family_name", models.CharField(max_length=120)),
                        ("event_title", models.CharField(max_length=300)),
                        ("place", models.CharField(blank=True, max_length=160)),
                        ("starts_on", models.DateField()),
                        ("ends_on", models.DateField()),
                        ("issued_on", models.DateField(verbose_name="issued")),
                        (
                            "withdrawn_on",
                            models.DateField(blank=True, null=True, verbose_name="withdrawn"),
                        ),
                        (
                            "withdrawn_reason",
                            models.CharField(blank=True, max_length=500, verbose_name="reason"),
                        ),
                    ],
                    options={
                        "permissions": [("issue_certificate", "Issue and withdraw certificates")],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("withdrawn_on", None)),
                                fields=("nomination",),
                                name="one_certificate_that_counts",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Course",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "created_at",
                            models.DateTimeField(auto_now_add=True, verbose_name="created"),
                        ),
                        (
                            "created_by",
                            models.ForeignKey(
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("updated_at", models.DateTimeField(auto_now=True, verbose_name="changed")),
                        (
                            "updated_by",
                            models.ForeignKey(
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "centre",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="courses",
                                to="programmes.trainingcentre",
                            ),
                        ),
                        ("title", models.CharField(max_length=240, verbose_name="title")),
                        (
                            "languages",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(
                                    choices=[
                                        ("en", "English"),
                                        ("fr", "French"),
                                        ("es", "Spanish"),
                                        ("pt", "Portuguese"),
                                        ("ru", "Russian"),
                                        ("ar", "Arabic"),
                                        ("zh", "Chinese"),
                                        ("ja", "Japanese"),
                                        ("ko", "Korean"),
                                        ("ms", "Malay"),
                                        ("id", "Indonesian"),
                                        ("th", "Thai"),
                                        ("vi", "Vietnamese"),
                                        ("lo", "Lao"),
                                        ("km", "Khmer"),
                                        ("hi", "Hindi"),
                                        ("bn", "Bengali"),
                                        ("ur", "Urdu"),
                                        ("fa", "Persian"),
                                        ("mn", "Mongolian"),
                                        ("tpi", "Tok Pisin"),
                                    ],
                                    max_length=8,
                                ),
                                blank=True,
                                default=list,
                                size=None,
                                verbose_name="languages",
                            ),
                        ),
                        (
                            "days",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="days"
                            ),
                        ),
                        (
                            "audience",
                            models.CharField(blank=True, max_length=240, verbose_name="for whom"),
                        ),
                        (
                            "description",
                            models.TextField(
                                blank=True, max_length=2000, verbose_name="description"
                            ),
                        ),
                        (
                            "themes",
                            models.ManyToManyField(
                                blank=True,
                                related_name="courses",
                                to="rocb.theme",
                                verbose_name="themes",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["title"],
                    },
                ),
                migrations.CreateModel(
                    name="CourseEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="programmes.course",
                            ),
                        ),
                        (
                            "pgh_context",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="pghistory.context",
                            ),
                        ),
                        ("id", models.BigIntegerField()),
                        (
                            "centre",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="programmes.trainingcentre",
                            ),
                        ),
                        ("title", models.CharField(max_length=240, verbose_name="title")),
                        (
                            "languages",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(
                                    choices=[
                                        ("en", "English"),
                                        ("fr", "French"),
                                        ("es", "Spanish"),
                                        ("pt", "Portuguese"),
                                        ("ru", "Russian"),
                                        ("ar", "Arabic"),
                                        ("zh", "Chinese"),
                                        ("ja", "Japanese"),
                                        ("ko", "Korean"),
                                        ("ms", "Malay"),
                                        ("id", "Indonesian"),
                                        ("th", "Thai"),
                                        ("vi", "Vietnamese"),
                                        ("lo", "Lao"),
                                        ("km", "Khmer"),
                                        ("hi", "Hindi"),
                                        ("bn", "Bengali"),
                                        ("ur", "Urdu"),
                                        ("fa", "Persian"),
                                        ("mn", "Mongolian"),
                                        ("tpi", "Tok Pisin"),
                                    ],
                                    max_length=8,
                                ),
                                blank=True,
                                default=list,
                                size=None,
                                verbose_name="languages",
                            ),
                        ),
                        (
                            "days",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="days"
                            ),
                        ),
                        (
                            "audience",
                            models.CharField(blank=True, max_length=240, verbose_name="for whom"),
                        ),
                        (
                            "description",
                            models.TextField(
                                blank=True, max_length=2000, verbose_name="description"
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Event",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "created_at",
                            models.DateTimeField(auto_now_add=True, verbose_name="created"),
                        ),
                        (
                            "created_by",
                            models.ForeignKey(
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("updated_at", models.DateTimeField(auto_now=True, verbose_name="changed")),
                        (
                            "updated_by",
                            models.ForeignKey(
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "office",
                            models.ForeignKey(
                                editable=False,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="events",
                                to="rocb.office",
                                verbose_name="office",
                            ),
                        ),
                        ("title", models.CharField(max_length=300, verbose_name="title")),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("workshop", "Workshop"),
                                    ("seminar", "Seminar"),
                                    ("accreditation", "Accreditation workshop"),
                                    ("webinar", "Webinar"),
                                    ("meeting", "Meeting"),
                                    ("centres", "Meeting of the training centres"),
                                ],
                                default="workshop",
                                max_length=16,
                                verbose_name="kind",
                            ),
                        ),
                        (
                            "scope",
                            models.CharField(
                                choices=[
                                    ("national", "National"),
                                    ("subregional", "Sub-regional"),
                                    ("regional", "Regional"),
                                ],
                                default="regional",
                                max_length=12,
                                verbose_name="for whom",
                            ),
                        ),
                        (
                            "programme",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="activities",
                                to="programmes.programme",
                                verbose_name="programme",
                            ),
                        ),
                        (
                            "starts_on",
                            models.DateField(blank=True, null=True, verbose_name="starts"),
                        ),
                        ("ends_on", models.DateField(blank=True, null=True, verbose_name="ends")),
                        (
                            "begins_at",
                            models.TimeField(
                                blank=True,
                                help_text="Only where the hour matters, as of a webinar.",
                                null=True,
                                verbose_name="from",
                            ),
                        ),
                        ("finishes_at", models.TimeField(blank=True, null=True, verbose_name="to")),
                        (
                            "time_zone",
                            models.CharField(
                                default="Asia/Bangkok",
                                max_length=64,
                                validators=[rocb.models.parties.check_time_zone],
                                verbose_name="time zone",
                            ),
                        ),
                        (
                            "host",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="hosted_events",
                                to="rocb.organisation",
                                verbose_name="host",
                            ),
                        ),
                        (
                            "centre",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="held_events",
                                to="programmes.trainingcentre",
                                verbose_name="training centre",
                            ),
                        ),
                        (
                            "sponsor",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="sponsored_events",
                                to="rocb.organisation",
                                verbose_name="sponsor",
                            ),
                        ),
                        (
                            "place",
                            models.CharField(blank=True, max_length=160, verbose_name="place"),
                        ),
                        (
                            "languages",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(
                                    choices=[
                                        ("en", "English"),
                                        ("fr", "French"),
                                        ("es", "Spanish"),
                                        ("pt", "Portuguese"),
                                        ("ru", "Russian"),
                                        ("ar", "Arabic"),
                                        ("zh", "Chinese"),
                                        ("ja", "Japanese"),
                                        ("ko", "Korean"),
                                        ("ms", "Malay"),
                                        ("id", "Indonesian"),
                                        ("th", "Thai"),
                                        ("vi", "Vietnamese"),
                                        ("lo", "Lao"),
                                        ("km", "Khmer"),
                                        ("hi", "Hindi"),
                                        ("bn", "Bengali"),
                                        ("ur", "Urdu"),
                                        ("fa", "Persian"),
                                        ("mn", "Mongolian"),
                                        ("tpi", "Tok Pisin"),
                                    ],
                                    max_length=8,
                                ),
                                blank=True,
                                default=list,
                                size=None,
                                verbose_name="languages",
                            ),
                        ),
                        (
                            "capacity",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="seats"
                            ),
                        ),
                        (
                            "required_course",
                            models.CharField(
                                blank=True,
                                help_text="The course that nominees finish first; empty where none is required.",
                                max_length=160,
                                verbose_name="e-learning required",
                            ),
                        ),
                        (
                            "offer_days",
                            models.PositiveSmallIntegerField(
                                default=3,
                                validators=[
                                    django.core.validators.MinValueValidator(1),
                                    django.core.validators.MaxValueValidator(60),
                                ],
                                verbose_name="days to take up an offered seat",
                            ),
                        ),
                        (
                            "cloned_from",
                            models.ForeignKey(
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="clones",
                                to="programmes.event",
                            ),
                        ),
                        ("calendar_turn", models.PositiveIntegerField(default=0, editable=False)),
                        ("selection_turn", models.PositiveIntegerField(default=0, editable=False)),
                        (
                            "is_invented",
                            models.BooleanField(
                                default=False, editable=False, verbose_name="demonstration data"
                            ),
                        ),
                        (
                            "summary",
                            models.TextField(
                                blank=True, max_length=4000, verbose_name="what it is about"
                            ),
                        ),
                        (
                            "outcome",
                            models.TextField(blank=True, max_length=4000, verbose_name="outcome"),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("idea", "Idea"),
                                    ("planned", "Planned"),
                                    ("announced", "Announced"),
                                    ("confirmed", "Confirmed"),
                                    ("held", "Held"),
                                    ("closed", "Closed"),
                                    ("postponed", "Postponed"),
                                    ("cancelled", "Cancelled"),
                                ],
                                default="idea",
                                editable=False,
                                max_length=12,
                                verbose_name="status",
                            ),
                        ),
                        (
                            "search",
                            models.GeneratedField(
                                db_persist=True,
                                expression=django.contrib.postgres.search.SearchVector(
                                    "title", "place", "summary", config="simple"
                                ),
                                output_field=django.contrib.postgres.search.SearchVectorField(),
                            ),
                        ),
                        (
                            "themes",
                            models.ManyToManyField(
                                blank=True,
                                related_name="events",
                                to="rocb.theme",
                                verbose_name="themes",
                            ),
                        ),
                        (
                            "standards",
                            models.ManyToManyField(
                                blank=True,
                                related_name="events",
                                to="rocb.standard",
                                verbose_name="standards",
                            ),
                        ),
                    ],
                    options={
                        "permissions": [
                            ("run_event", "Take events through their life"),
                            ("invite_members", "Invite administrations to an event"),
                            ("view_participation", "See how many took part, by member"),
                        ],
                        "indexes": [
                            models.Index(fields=["starts_on"], name="event_start"),
                            django.contrib.postgres.indexes.GinIndex(
                                fields=["search"], name="event_search"
                            ),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("ends_on", None),
                                    ("starts_on", None),
                                    ("ends_on__gte", models.F("starts_on")),
                                    _connector="OR",
                                ),
                                name="event_ends_after_it_starts",
                                violation_error_message="The event ends before it starts.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("finishes_at", None),
                                    ("begins_at__isnull", False),
                                    _connector="OR",
                                ),
                                name="event_hours_from_and_to",
                                violation_error_message="Say from what hour, too.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="EventEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="programmes.event",
                            ),
                        ),
                        (
                            "pgh_context",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="pghistory.context",
                            ),
                        ),
                        ("id", models.BigIntegerField()),
                        (
                            "office",
                            models.ForeignKey(
                                db_constraint=False,
                                editable=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="rocb.office",
                                verbose_name="office",
                            ),
                        ),
                        ("title", models.CharField(max_length=300, verbose_name="title")),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("workshop", "Workshop"),
                                    ("seminar", "Seminar"),
                                    ("accreditation", "Accreditation workshop"),
                                    ("webinar", "Webinar"),
                                    ("meeting", "Meeting"),
                                    ("centres", "Meeting of the training centres"),
                                ],
                                default="workshop",
                                max_length=16,
                                verbose_name="kind",
                            ),
                        ),
                        (
                            "scope",
                            models.CharField(
                                choices=[
                                    ("national", "National"),
                                    ("subregional", "Sub-regional"),
                                    ("regional", "Regional"),
                                ],
                                default="regional",
                                max_length=12,
                                verbose_name="for whom",
                            ),
                        ),
                        (
                            "programme",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="programmes.programme",
                                verbose_name="programme",
                            ),
                        ),
                        (
                            "starts_on",
                            models.DateField(blank=True, null=True, verbose_name="starts"),
                        ),
                        ("ends_on", models.DateField(blank=True, null=True, verbose_name="ends")),
                        (
                            "begins_at",
                            models.TimeField(
                                blank=True,
                                help_text="Only where the hour matters, as of a webinar.",
                                null=True,
                                verbose_name="from",
                            ),
                        ),
                        ("finishes_at", models.TimeField(blank=True, null=True, verbose_name="to")),
                        (
                            "time_zone",
                            models.CharField(
                                default="Asia/Bangkok",
                                max_length=64,
                                validators=[rocb.models.parties.check_time_zone],
                                verbose_name="time zone",
                            ),
                        ),
                        (
                            "host",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="rocb.organisation",
                                verbose_name="host",
                            ),
                        ),
                        (
                            "centre",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="programmes.trainingcentre",
                                verbose_name="training centre",
                            ),
                        ),
                        (
                            "sponsor",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="rocb.organisation",
                                verbose_name="sponsor",
                            ),
                        ),
                        (
                            "place",
                            models.CharField(blank=True, max_length=160, verbose_name="place"),
                        ),
                        (
                            "languages",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(
                                    choices=[
                                        ("en", "English"),
                                        ("fr", "French"),
                                        ("es", "Spanish"),
                                        ("pt", "Portuguese"),
                                        ("ru", "Russian"),
                                        ("ar", "Arabic"),
                                        ("zh", "Chinese"),
                                        ("ja", "Japanese"),
                                        ("ko", "Korean"),
                                        ("ms", "Malay"),
                                        ("id", "Indonesian"),
                                        ("th", "Thai"),
                                        ("vi", "Vietnamese"),
                                        ("lo", "Lao"),
                                        ("km", "Khmer"),
                                        ("hi", "Hindi"),
                                        ("bn", "Bengali"),
                                        ("ur", "Urdu"),
                                        ("fa", "Persian"),
                                        ("mn", "Mongolian"),
                                        ("tpi", "Tok Pisin"),
                                    ],
                                    max_length=8,
                                ),
                                blank=True,
                                default=list,
                                size=None,
                                verbose_name="languages",
                            ),
                        ),
                        (
                            "capacity",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="seats"
                            ),
                        ),
                        (
                            "required_course",
                            models.CharField(
                                blank=True,
                                help_text="The course that nominees finish first; empty where none is required.",
                                max_length=160,
                                verbose_name="e-learning required",
                            ),
                        ),
                        (
                            "offer_days",
                            models.PositiveSmallIntegerField(
                                default=3,
                                validators=[
                                    django.core.validators.MinValueValidator(1),
                                    django.core.validators.MaxValueValidator(60),
                                ],
                                verbose_name="days to take up an offered seat",
                            ),
                        ),
                        (
                            "cloned_from",
                            models.ForeignKey(
                                db_constraint=False,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="programmes.event",
                            ),
                        ),
                        (
                            "is_invented",
                            models.BooleanField(
                                default=False, editable=False, verbose_name="demonstration data"
                            ),
                        ),
                        (
                            "summary",
                            models.TextField(
                                blank=True, max_length=4000, verbose_name="what it is about"
                            ),
                        ),
                        (
                            "outcome",
                            models.TextField(blank=True, max_length=4000, verbose_name="outcome"),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("idea", "Idea"),
                                    ("planned", "Planned"),
                                    ("announced", "Announced"),
                                    ("confirmed", "Confirmed"),
                                    ("held", "Held"),
                                    ("closed", "Closed"),
                                    ("postponed", "Postponed"),
                                    ("cancelled", "Cancelled"),
                                ],
                                default="idea",
                                editable=False,
                                max_length=12,
                                verbose_name="status",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="EventSession",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "created_at",
                            models.DateTimeField(auto_now_add=True, verbose_name="created"),
                        ),
                        (
                            "created_by",
                            models.ForeignKey(
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("updated_at", models.DateTimeField(auto_now=True, verbose_name="changed")),
                        (
                            "updated_by",
                            models.ForeignKey(
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "event",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="sessions",
                                to="programmes.event",
                            ),
                        ),
                        ("on", models.DateField(verbose_name="day")),
                        ("begins_at", models.TimeField(blank=True, null=True, verbose_name="from")),
                        ("ends_at", models.TimeField(blank=True, null=True, verbose_name="to")),
                        ("title", models.CharField(max_length=240, verbose_name="what")),
                        (
                            "notes",
                            models.TextField(blank=True, max_length=2000, verbose_name="notes"),
                        ),
                        (
                            "speakers",
                            models.ManyToManyField(
                                blank=True,
                                related_name="sessions",
                                to="programmes.resourceperson",
                                verbose_name="resource persons",
                            ),
                        ),
                    ],
                    options={
                        "ordering": [
                            "on",
                            models.OrderBy(models.F("begins_at"), nulls_first=True),
                            "pk",
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("ends_at", None),
                                    ("begins_at", None),
                                    ("ends_at__gt", models.F("begins_at")),
                                    _connector="OR",
                                ),
                                name="session_ends_after_it_starts",
                                violation_error_message="It ends before it starts.",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Invitation",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "created_at",
                            models.DateTimeField(auto_now_add=True, verbose_name="created"),
                        ),
                        (
                            "created_by",
                            models.ForeignKey(
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("updated_at", models.DateTimeField(auto_now=True, verbose_name="changed")),
                        (
                            "updated_by",
                            models.ForeignKey(
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "event",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="invitations",
                                to="programmes.event",
                            ),
                        ),
                        (
                            "administration",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="event_invitations",
                                to="rocb.administration",
                                verbose_name="member",
                            ),
                        ),
                        (
                            "seats",
                            models.PositiveSmallIntegerField(
                                default=1,
                                validators=[django.core.validators.MinValueValidator(1)],
                                verbose_name="seats",
                            ),
                        ),
                        ("respond_by", models.DateField(verbose_name="answer wanted by")),
                        (
                            "message",
                            models.TextField(blank=True, max_length=2000, verbose_name="message"),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("open", "Waiting for the answer"),
                                    ("answered", "Answered"),
                                    ("declined", "Nobody comes"),
                                    ("cancelled", "Taken back"),
                                ],
                                default="open",
                                editable=False,
                                max_length=12,
                                verbose_name="status",
                            ),
                        ),
                        (
                            "answered_at",
                            models.DateTimeField(
                                editable=False, null=True, verbose_name="answered"
                            ),
                        ),
                    ],
                    options={
                        "permissions": [("answer_invitation", "Answer an invitation to an event")],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("event", "administration"), name="invited_once"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="InvitationEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="programmes.invitation",
                            ),
                        ),
                        (
                            "pgh_context",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="pghistory.context",
                            ),
                        ),
                        ("id", models.BigIntegerField()),
                        (
                            "event",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="programmes.event",
                            ),
                        ),
                        (
                            "administration",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="rocb.administration",
                                verbose_name="member",
                            ),
                        ),
                        (
                            "seats",
                            models.PositiveSmallIntegerField(
                                default=1,
                                validators=[django.core.validators.MinValueValidator(1)],
                                verbose_name="seats",
                            ),
                        ),
                        ("respond_by", models.DateField(verbose_name="answer wanted by")),
                        (
                            "message",
                            models.TextField(blank=True, max_length=2000, verbose_name="message"),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("open", "Waiting for the answer"),
                                    ("answered", "Answered"),
                                    ("declined", "Nobody comes"),
                                    ("cancelled", "Taken back"),
                                ],
                                default="open",
                                editable=False,
                                max_length=12,
                                verbose_name="status",
                            ),
                        ),
                        (
                            "answered_at",
                            models.DateTimeField(
                                editable=False, null=True, verbose_name="answered"
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Nomination",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "created_at",
                            models.DateTimeField(auto_now_add=True, verbose_name="created"),
                        ),
                        (
                            "created_by",
                            models.ForeignKey(
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("updated_at", models.DateTimeField(auto_now=True, verbose_name="changed")),
                        (
                            "updated_by",
                            models.ForeignKey(
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "event",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="nominations",
                                to="programmes.event",
                            ),
                        ),
                        (
                            "invitation",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="nominations",
                                to="programmes.invitation",
                            ),
                        ),
                        (
                            "administration",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="nominations",
                                to="rocb.administration",
                                verbose_name="member",
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="nominations",
                                to="rocb.person",
                                verbose_name="person",
                            ),
                        ),
                        (
                            "rank",
                            models.PositiveSmallIntegerField(
                                default=1,
                                validators=[django.core.validators.MinValueValidator(1)],
                                verbose_name="rank",
                            ),
                        ),
                        (
                            "language",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("fluent", "Fluent"),
                                    ("working", "Working knowledge"),
                                    ("basic", "Basic"),
                                    ("", "Not stated"),
                                ],
                                max_length=8,
                                verbose_name="command of the event's language",
                            ),
                        ),
                        (
                            "has_course",
                            models.BooleanField(
                                default=False, verbose_name="has finished the e-learning required"
                            ),
                        ),
                        (
                            "is_self_funded",
                            models.BooleanField(default=False, verbose_name="pays the own way"),
                        ),
                        (
                            "motivation",
                            models.TextField(
                                blank=True, max_length=2000, verbose_name="why this person"
                            ),
                        ),
                        (
                            "needs",
                            models.TextField(
                                blank=True,
                                max_length=500,
                                verbose_name="dietary or accessibility needs",
                            ),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("nominated", "Nominated"),
                                    ("selected", "Selected"),
                                    ("waiting", "On the waiting list"),
                                    ("offered", "Seat offered"),
                                    ("confirmed", "Confirmed"),
                                    ("attended", "Attended"),
                                    ("no_show", "Did not come"),
                                    ("not_selected", "Not selected"),
                                    ("lapsed", "Offer expired"),
                                    ("withdrawn", "Withdrawn"),
                                ],
                                default="nominated",
                                editable=False,
                                max_length=12,
                                verbose_name="status",
                            ),
                        ),
                        (
                            "mark",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("select", "Select"),
                                    ("wait", "Waiting list"),
                                    ("turn_down", "Do not select"),
                                    ("", "Not decided"),
                                ],
                                editable=False,
                                max_length=10,
                                verbose_name="noted",
                            ),
                        ),
                        (
                            "waiting_position",
                            models.PositiveSmallIntegerField(
                                editable=False, null=True, verbose_name="place on the waiting list"
                            ),
                        ),
                        (
                            "asked_at",
                            models.DateTimeField(editable=False, null=True, verbose_name="told"),
                        ),
                        (
                            "offer_until",
                            models.DateTimeField(
                                editable=False, null=True, verbose_name="offer open until"
                            ),
                        ),
                        (
                            "days_attended",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                editable=False,
                                help_text="Empty: all of them.",
                                null=True,
                                verbose_name="days attended",
                            ),
                        ),
                        (
                            "replaces",
                            models.ForeignKey(
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="replaced_by",
                                to="programmes.nomination",
                            ),
                        ),
                        (
                            "is_invented",
                            models.BooleanField(
                                default=False, editable=False, verbose_name="demonstration data"
                            ),
                        ),
                    ],
                    options={
                        "permissions": [
                            ("nominate", "Nominate people for events"),
                            ("select_nominees", "Select among the nominees"),
                            ("confirm_nomination", "Confirm that somebody comes"),
                            ("withdraw_nomination", "Withdraw a nominee"),
                            ("record_attendance", "Record who attended"),
                        ],
                        "indexes": [
                            models.Index(fields=["event", "status"], name="nominations_of_event"),
                            models.Index(
                                fields=["administration", "status"], name="nominations_of_member"
                            ),
                            models.Index(
                                condition=models.Q(("status", "offered")),
                                fields=["offer_until"],
                                name="offers_that_expire",
                            ),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(
                                    ("status__in", ["withdrawn", "lapsed", "not_selected"]),
                                    _negated=True,
                                ),
                                fields=("event", "person"),
                                name="nominated_once_at_an_event",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="NominationEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="programmes.nomination",
                            ),
                        ),
                        (
                            "pgh_context",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="pghistory.context",
                            ),
                        ),
                        ("id", models.BigIntegerField()),
                        (
                            "event",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="programmes.event",
                            ),
                        ),
                        (
                            "invitation",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="programmes.invitation",
                            ),
                        ),
                        (
                            "administration",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="rocb.administration",
                                verbose_name="member",
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="rocb.person",
                                verbose_name="person",
                            ),
                        ),
                        (
                            "rank",
                            models.PositiveSmallIntegerField(
                                default=1,
                                validators=[django.core.validators.MinValueValidator(1)],
                                verbose_name="rank",
                            ),
                        ),
                        (
                            "language",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("fluent", "Fluent"),
                                    ("working", "Working knowledge"),
                                    ("basic", "Basic"),
                                    ("", "Not stated"),
                                ],
                                max_length=8,
                                verbose_name="command of the event's language",
                            ),
                        ),
                        (
                            "has_course",
                            models.BooleanField(
                                default=False, verbose_name="has finished the e-learning required"
                            ),
                        ),
                        (
                            "is_self_funded",
                            models.BooleanField(default=False, verbose_name="pays the own way"),
                        ),
                        (
                            "motivation",
                            models.TextField(
                                blank=True, max_length=2000, verbose_name="why this person"
                            ),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("nominated", "Nominated"),
                                    ("selected", "Selected"),
                                    ("waiting", "On the waiting list"),
                                    ("offered", "Seat offered"),
                                    ("confirmed", "Confirmed"),
                                    ("attended", "Attended"),
                                    ("no_show", "Did not come"),
                                    ("not_selected", "Not selected"),
                                    ("lapsed", "Offer expired"),
                                    ("withdrawn", "Withdrawn"),
                                ],
                                default="nominated",
                                editable=False,
                                max_length=12,
                                verbose_name="status",
                            ),
                        ),
                        (
                            "mark",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("select", "Select"),
                                    ("wait", "Waiting list"),
                                    ("turn_down", "Do not select"),
                                    ("", "Not decided"),
                                ],
                                editable=False,
                                max_length=10,
                                verbose_name="noted",
                            ),
                        ),
                        (
                            "waiting_position",
                            models.PositiveSmallIntegerField(
                                editable=False, null=True, verbose_name="place on the waiting list"
                            ),
                        ),
                        (
                            "asked_at",
                            models.DateTimeField(editable=False, null=True, verbose_name="told"),
                        ),
                        (
                            "offer_until",
                            models.DateTimeField(
                                editable=False, null=True, verbose_name="offer open until"
                            ),
                        ),
                        (
                            "days_attended",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                editable=False,
                                help_text="Empty: all of them.",
                                null=True,
                                verbose_name="days attended",
                            ),
                        ),
                        (
                            "replaces",
                            models.ForeignKey(
                                db_constraint=False,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="programmes.nomination",
                            ),
                        ),
                        (
                            "is_invented",
                            models.BooleanField(
                                default=False, editable=False, verbose_name="demonstration data"
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="NominationImport",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "event",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="nomination_imports",
                                to="programmes.event",
                            ),
                        ),
                        (
                            "invitation",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="nomination_imports",
                                to="programmes.invitation",
                            ),
                        ),
                        ("name", models.CharField(max_length=240, verbose_name="file")),
                        (
                            "by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("at", models.DateTimeField(auto_now_add=True, verbose_name="sent in")),
                        ("applied_at", models.DateTimeField(null=True, verbose_name="applied")),
                        ("content", models.JSONField()),
                    ],
                ),
                migrations.CreateModel(
                    name="Programme",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "created_at",
                            models.DateTimeField(auto_now_add=True, verbose_name="created"),
                        ),
                        (
                            "created_by",
                            models.ForeignKey(
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("updated_at", models.DateTimeField(auto_now=True, verbose_name="changed")),
                        (
                            "updated_by",
                            models.ForeignKey(
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "name",
                            models.CharField(max_length=160, unique=True, verbose_name="name"),
                        ),
                        (
                            "acronym",
                            models.CharField(blank=True, max_length=40, verbose_name="short name"),
                        ),
                        (
                            "sponsor",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="programmes",
                                to="rocb.organisation",
                                verbose_name="sponsor",
                            ),
                        ),
                        (
                            "starts_on",
                            models.DateField(blank=True, null=True, verbose_name="starts"),
                        ),
                        ("ends_on", models.DateField(blank=True, null=True, verbose_name="ends")),
                        (
                            "description",
                            models.TextField(
                                blank=True, max_length=4000, verbose_name="description"
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("ends_on", None),
                                    ("starts_on", None),
                                    ("ends_on__gte", models.F("starts_on")),
                                    _connector="OR",
                                ),
                                name="programme_ends_after_it_starts",
                                violation_error_message="The programme ends before it starts.",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ProgrammeEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="programmes.programme",
                            ),
                        ),
                        (
                            "pgh_context",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="pghistory.context",
                            ),
                        ),
                        ("id", models.BigIntegerField()),
                        ("name", models.CharField(max_length=160, verbose_name="name")),
                        (
                            "acronym",
                            models.CharField(blank=True, max_length=40, verbose_name="short name"),
                        ),
                        (
                            "sponsor",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="rocb.organisation",
                                verbose_name="sponsor",
                            ),
                        ),
                        (
                            "starts_on",
                            models.DateField(blank=True, null=True, verbose_name="starts"),
                        ),
                        ("ends_on", models.DateField(blank=True, null=True, verbose_name="ends")),
                        (
                            "description",
                            models.TextField(
                                blank=True, max_length=4000, verbose_name="description"
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Question",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "created_at",
                            models.DateTimeField(auto_now_add=True, verbose_name="created"),
                        ),
                        (
                            "created_by",
                            models.ForeignKey(
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("updated_at", models.DateTimeField(auto_now=True, verbose_name="changed")),
                        (
                            "updated_by",
                            models.ForeignKey(
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "questionnaire",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="questions",
                                to="programmes.questionnaire",
                            ),
                        ),
                        (
                            "position",
                            models.PositiveSmallIntegerField(default=1, verbose_name="position"),
                        ),
                        ("code", models.SlugField(max_length=40, verbose_name="code")),
                        ("text", models.CharField(max_length=400, verbose_name="question")),
                        (
                            "text_fr",
                            models.CharField(
                                blank=True, max_length=400, verbose_name="question in French"
                            ),
                        ),
                        ("help", models.CharField(blank=True, max_length=400, verbose_name="help")),
                        (
                            "help_fr",
                            models.CharField(
                                blank=True, max_length=400, verbose_name="help in French"
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("rating", "Rating from 1 to 5"),
                                    ("choice", "One of several"),
                                    ("choices", "Any of several"),
                                    ("yes_no", "Yes or no"),
                                    ("number", "Number"),
                                    ("text", "Text"),
                                ],
                                default="rating",
                                max_length=8,
                                verbose_name="kind of answer",
                            ),
                        ),
                        (
                            "options",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(max_length=120),
                                blank=True,
                                default=list,
                                size=None,
                                verbose_name="answers",
                            ),
                        ),
                        (
                            "options_fr",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(max_length=120),
                                blank=True,
                                default=list,
                                size=None,
                                verbose_name="answers in French",
                            ),
                        ),
                        (
                            "is_required",
                            models.BooleanField(default=True, verbose_name="must be answered"),
                        ),
                        (
                            "level",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                choices=[
                                    (1, "Reaction"),
                                    (2, "Learning"),
                                    (3, "Behaviour"),
                                    (4, "Results"),
                                    (5, "Return on investment"),
                                ],
                                null=True,
                                validators=[
                                    django.core.validators.MinValueValidator(1),
                                    django.core.validators.MaxValueValidator(5),
                                ],
                                verbose_name="level",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["position", "pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("questionnaire", "code"), name="question_code_once"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="QuestionEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="programmes.question",
                            ),
                        ),
                        (
                            "pgh_context",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="pghistory.context",
                            ),
                        ),
                        ("id", models.BigIntegerField()),
                        (
                            "questionnaire",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="programmes.questionnaire",
                            ),
                        ),
                        (
                            "position",
                            models.PositiveSmallIntegerField(default=1, verbose_name="position"),
                        ),
                        (
                            "code",
                            models.SlugField(db_index=False, max_length=40, verbose_name="code"),
                        ),
                        ("text", models.CharField(max_length=400, verbose_name="question")),
                        (
                            "text_fr",
                            models.CharField(
                                blank=True, max_length=400, verbose_name="question in French"
                            ),
                        ),
                        ("help", models.CharField(blank=True, max_length=400, verbose_name="help")),
                        (
                            "help_fr",
                            models.CharField(
                                blank=True, max_length=400, verbose_name="help in French"
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("rating", "Rating from 1 to 5"),
                                    ("choice", "One of several"),
                                    ("choices", "Any of several"),
                                    ("yes_no", "Yes or no"),
                                    ("number", "Number"),
                                    ("text", "Text"),
                                ],
                                default="rating",
                                max_length=8,
                                verbose_name="kind of answer",
                            ),
                        ),
                        (
                            "options",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(max_length=120),
                                blank=True,
                                default=list,
                                size=None,
                                verbose_name="answers",
                            ),
                        ),
                        (
                            "options_fr",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(max_length=120),
                                blank=True,
                                default=list,
                                size=None,
                                verbose_name="answers in French",
                            ),
                        ),
                        (
                            "is_required",
                            models.BooleanField(default=True, verbose_name="must be answered"),
                        ),
                        (
                            "level",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                choices=[
                                    (1, "Reaction"),
                                    (2, "Learning"),
                                    (3, "Behaviour"),
                                    (4, "Results"),
                                    (5, "Return on investment"),
                                ],
                                null=True,
                                validators=[
                                    django.core.validators.MinValueValidator(1),
                                    django.core.validators.MaxValueValidator(5),
                                ],
                                verbose_name="level",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Questionnaire",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "created_at",
                            models.DateTimeField(auto_now_add=True, verbose_name="created"),
                        ),
                        (
                            "created_by",
                            models.ForeignKey(
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("updated_at", models.DateTimeField(auto_now=True, verbose_name="changed")),
                        (
                            "updated_by",
                            models.ForeignKey(
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "office",
                            models.ForeignKey(
                                blank=True,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="rocb.office",
                            ),
                        ),
                        ("title", models.CharField(max_length=200, verbose_name="title")),
                        (
                            "title_fr",
                            models.CharField(
                                blank=True, max_length=200, verbose_name="title in French"
                            ),
                        ),
                        (
                            "beat",
                            models.CharField(
                                choices=[
                                    ("before", "Before the event"),
                                    ("end", "At the end"),
                                    ("later", "Six months later"),
                                    ("follow_up", "Yearly follow-up survey"),
                                    ("needs", "Needs survey"),
                                    ("circular", "With a circular"),
                                ],
                                default="end",
                                max_length=12,
                                verbose_name="asked",
                            ),
                        ),
                        (
                            "intro",
                            models.TextField(
                                blank=True, max_length=2000, verbose_name="introduction"
                            ),
                        ),
                        (
                            "intro_fr",
                            models.TextField(
                                blank=True, max_length=2000, verbose_name="introduction in French"
                            ),
                        ),
                        ("is_active", models.BooleanField(default=True, verbose_name="in use")),
                        (
                            "is_default",
                            models.BooleanField(
                                default=False, verbose_name="used unless another is chosen"
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("is_default", True)),
                                fields=("office", "beat"),
                                name="one_default_questionnaire_a_beat",
                                nulls_distinct=False,
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="QuestionnaireEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="programmes.questionnaire",
                            ),
                        ),
                        (
                            "pgh_context",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="pghistory.context",
                            ),
                        ),
                        ("id", models.BigIntegerField()),
                        (
                            "office",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="rocb.office",
                            ),
                        ),
                        ("title", models.CharField(max_length=200, verbose_name="title")),
                        (
                            "title_fr",
                            models.CharField(
                                blank=True, max_length=200, verbose_name="title in French"
                            ),
                        ),
                        (
                            "beat",
                            models.CharField(
                                choices=[
                                    ("before", "Before the event"),
                                    ("end", "At the end"),
                                    ("later", "Six months later"),
                                    ("follow_up", "Yearly follow-up survey"),
                                    ("needs", "Needs survey"),
                                    ("circular", "With a circular"),
                                ],
                                default="end",
                                max_length=12,
                                verbose_name="asked",
                            ),
                        ),
                        (
                            "intro",
                            models.TextField(
                                blank=True, max_length=2000, verbose_name="introduction"
                            ),
                        ),
                        (
                            "intro_fr",
                            models.TextField(
                                blank=True, max_length=2000, verbose_name="introduction in French"
                            ),
                        ),
                        ("is_active", models.BooleanField(default=True, verbose_name="in use")),
                        (
                            "is_default",
                            models.BooleanField(
                                default=False, verbose_name="used unless another is chosen"
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="ResourcePerson",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "created_at",
                            models.DateTimeField(auto_now_add=True, verbose_name="created"),
                        ),
                        (
                            "created_by",
                            models.ForeignKey(
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("updated_at", models.DateTimeField(auto_now=True, verbose_name="changed")),
                        (
                            "updated_by",
                            models.ForeignKey(
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "event",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="resource_persons",
                                to="programmes.event",
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="resource_places",
                                to="rocb.person",
                                verbose_name="person",
                            ),
                        ),
                        (
                            "subject",
                            models.CharField(blank=True, max_length=240, verbose_name="subject"),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("asked", "Asked"),
                                    ("accepted", "Accepted"),
                                    ("declined", "Declined"),
                                    ("released", "Released"),
                                ],
                                default="asked",
                                editable=False,
                                max_length=8,
                                verbose_name="status",
                            ),
                        ),
                        (
                            "asked_at",
                            models.DateTimeField(editable=False, null=True, verbose_name="asked"),
                        ),
                        (
                            "answer_by",
                            models.DateField(
                                blank=True, null=True, verbose_name="answer wanted by"
                            ),
                        ),
                        (
                            "answered_at",
                            models.DateTimeField(
                                editable=False, null=True, verbose_name="answered"
                            ),
                        ),
                    ],
                    options={
                        "permissions": [
                            ("answer_resource", "Accept or decline to be a resource person")
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("status__in", ["asked", "accepted"])),
                                fields=("event", "person"),
                                name="one_resource_place_at_an_event",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ResourcePersonEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="programmes.resourceperson",
                            ),
                        ),
                        (
                            "pgh_context",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="pghistory.context",
                            ),
                        ),
                        ("id", models.BigIntegerField()),
                        (
                            "event",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="programmes.event",
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="rocb.person",
                                verbose_name="person",
                            ),
                        ),
                        (
                            "subject",
                            models.CharField(blank=True, max_length=240, verbose_name="subject"),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("asked", "Asked"),
                                    ("accepted", "Accepted"),
                                    ("declined", "Declined"),
                                    ("released", "Released"),
                                ],
                                default="asked",
                                editable=False,
                                max_length=8,
                                verbose_name="status",
                            ),
                        ),
                        (
                            "asked_at",
                            models.DateTimeField(editable=False, null=True, verbose_name="asked"),
                        ),
                        (
                            "answer_by",
                            models.DateField(
                                blank=True, null=True, verbose_name="answer wanted by"
                            ),
                        ),
                        (
                            "answered_at",
                            models.DateTimeField(
                                editable=False, null=True, verbose_name="answered"
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="ResourceProfile",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "created_at",
                            models.DateTimeField(auto_now_add=True, verbose_name="created"),
                        ),
                        (
                            "created_by",
                            models.ForeignKey(
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("updated_at", models.DateTimeField(auto_now=True, verbose_name="changed")),
                        (
                            "updated_by",
                            models.ForeignKey(
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "person",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="resource_profile",
                                to="rocb.person",
                                verbose_name="person",
                            ),
                        ),
                        (
                            "languages",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(
                                    choices=[
                                        ("en", "English"),
                                        ("fr", "French"),
                                        ("es", "Spanish"),
                                        ("pt", "Portuguese"),
                                        ("ru", "Russian"),
                                        ("ar", "Arabic"),
                                        ("zh", "Chinese"),
                                        ("ja", "Japanese"),
                                        ("ko", "Korean"),
                                        ("ms", "Malay"),
                                        ("id", "Indonesian"),
                                        ("th", "Thai"),
                                        ("vi", "Vietnamese"),
                                        ("lo", "Lao"),
                                        ("km", "Khmer"),
                                        ("hi", "Hindi"),
                                        ("bn", "Bengali"),
                                        ("ur", "Urdu"),
                                        ("fa", "Persian"),
                                        ("mn", "Mongolian"),
                                        ("tpi", "Tok Pisin"),
                                    ],
                                    max_length=8,
                                ),
                                blank=True,
                                default=list,
                                size=None,
                                verbose_name="languages",
                            ),
                        ),
                        (
                            "note",
                            models.TextField(blank=True, max_length=2000, verbose_name="note"),
                        ),
                        (
                            "is_active",
                            models.BooleanField(default=True, verbose_name="can be asked"),
                        ),
                        (
                            "themes",
                            models.ManyToManyField(
                                blank=True,
                                related_name="resource_profiles",
                                to="rocb.theme",
                                verbose_name="themes",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="ResourceProfileEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="programmes.resourceprofile",
                            ),
                        ),
                        (
                            "pgh_context",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="pghistory.context",
                            ),
                        ),
                        ("id", models.BigIntegerField()),
                        (
                            "person",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="rocb.person",
                                verbose_name="person",
                            ),
                        ),
                        (
                            "languages",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(
                                    choices=[
                                        ("en", "English"),
                                        ("fr", "French"),
                                        ("es", "Spanish"),
                                        ("pt", "Portuguese"),
                                        ("ru", "Russian"),
                                        ("ar", "Arabic"),
                                        ("zh", "Chinese"),
                                        ("ja", "Japanese"),
                                        ("ko", "Korean"),
                                        ("ms", "Malay"),
                                        ("id", "Indonesian"),
                                        ("th", "Thai"),
                                        ("vi", "Vietnamese"),
                                        ("lo", "Lao"),
                                        ("km", "Khmer"),
                                        ("hi", "Hindi"),
                                        ("bn", "Bengali"),
                                        ("ur", "Urdu"),
                                        ("fa", "Persian"),
                                        ("mn", "Mongolian"),
                                        ("tpi", "Tok Pisin"),
                                    ],
                                    max_length=8,
                                ),
                                blank=True,
                                default=list,
                                size=None,
                                verbose_name="languages",
                            ),
                        ),
                        (
                            "note",
                            models.TextField(blank=True, max_length=2000, verbose_name="note"),
                        ),
                        (
                            "is_active",
                            models.BooleanField(default=True, verbose_name="can be asked"),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Respondent",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "survey",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="respondents",
                                to="programmes.survey",
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="asked_in_surveys",
                                to="rocb.person",
                            ),
                        ),
                        (
                            "administration",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="rocb.administration",
                            ),
                        ),
                        ("asked_at", models.DateTimeField(verbose_name="asked")),
                        (
                            "nudges",
                            models.PositiveSmallIntegerField(default=0, verbose_name="nudges"),
                        ),
                        ("nudged_at", models.DateTimeField(null=True, verbose_name="nudged")),
                        (
                            "has_answered",
                            models.BooleanField(default=False, verbose_name="answered"),
                        ),
                        ("answered_at", models.DateTimeField(null=True, verbose_name="answered")),
                    ],
                    options={
                        "indexes": [
                            models.Index(
                                condition=models.Q(("has_answered", False)),
                                fields=["survey"],
                                name="asked_and_not_answered",
                            )
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("survey", "person"), name="asked_once_in_a_survey"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Response",
                    fields=[
                        (
                            "id",
                            models.BigIntegerField(
                                default=programmes.models.surveys.random_id,
                                editable=False,
                                primary_key=True,
                                serialize=False,
                            ),
                        ),
                        (
                            "survey",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="responses",
                                to="programmes.survey",
                            ),
                        ),
                        (
                            "administration",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="survey_responses",
                                to="rocb.administration",
                            ),
                        ),
                        (
                            "gender",
                            models.CharField(
                                blank=True,
                                choices=[("w", "Woman"), ("m", "Man"), ("", "Not stated")],
                                max_length=1,
                            ),
                        ),
                        ("answered_on", models.DateField(null=True, verbose_name="answered")),
                        (
                            "is_counted",
                            models.BooleanField(default=False, verbose_name="in the results"),
                        ),
                        ("answers", models.JSONField(default=dict)),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("administration__isnull", False)),
                                fields=("survey", "administration"),
                                name="one_answer_of_a_member",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Survey",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "created_at",
                            models.DateTimeField(auto_now_add=True, verbose_name="created"),
                        ),
                        (
                            "created_by",
                            models.ForeignKey(
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("updated_at", models.DateTimeField(auto_now=True, verbose_name="changed")),
                        (
                            "updated_by",
                            models.ForeignKey(
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "office",
                            models.ForeignKey(
                                editable=False,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="surveys",
                                to="rocb.office",
                            ),
                        ),
                        (
                            "event",
                            models.ForeignKey(
                                blank=True,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="surveys",
                                to="programmes.event",
                            ),
                        ),
                        (
                            "questionnaire",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="surveys",
                                to="programmes.questionnaire",
                                verbose_name="questionnaire",
                            ),
                        ),
                        (
                            "beat",
                            models.CharField(
                                choices=[
                                    ("before", "Before the event"),
                                    ("end", "At the end"),
                                    ("later", "Six months later"),
                                    ("follow_up", "Yearly follow-up survey"),
                                    ("needs", "Needs survey"),
                                    ("circular", "With a circular"),
                                ],
                                editable=False,
                                max_length=12,
                                verbose_name="asked",
                            ),
                        ),
                        ("title", models.CharField(max_length=300, verbose_name="title")),
                        ("opens_on", models.DateField(verbose_name="opens")),
                        ("closes_on", models.DateField(verbose_name="closes")),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("planned", "Planned"),
                                    ("open", "Open"),
                                    ("closed", "Closed"),
                                ],
                                default="planned",
                                editable=False,
                                max_length=8,
                                verbose_name="status",
                            ),
                        ),
                        (
                            "follows_event",
                            models.BooleanField(
                                default=True, verbose_name="moves with the dates of the event"
                            ),
                        ),
                        ("content", models.JSONField(default=dict, editable=False)),
                        (
                            "administrations",
                            models.ManyToManyField(
                                blank=True,
                                help_text="Nobody chosen: every member of the region.",
                                related_name="+",
                                to="rocb.administration",
                                verbose_name="members",
                            ),
                        ),
                    ],
                    options={
                        "permissions": [
                            ("run_survey", "Open and close surveys"),
                            ("answer_survey", "Answer surveys"),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("event__isnull", False)),
                                fields=("event", "beat"),
                                name="one_survey_a_beat",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("closes_on__gte", models.F("opens_on"))),
                                name="survey_closes_after_it_opens",
                                violation_error_message="The survey closes before it opens.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SurveyEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="programmes.survey",
                            ),
                        ),
                        (
                            "pgh_context",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="pghistory.context",
                            ),
                        ),
                        ("id", models.BigIntegerField()),
                        (
                            "office",
                            models.ForeignKey(
                                db_constraint=False,
                                editable=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="rocb.office",
                            ),
                        ),
                        (
                            "event",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="programmes.event",
                            ),
                        ),
                        (
                            "questionnaire",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="programmes.questionnaire",
                                verbose_name="questionnaire",
                            ),
                        ),
                        (
                            "beat",
                            models.CharField(
                                choices=[
                                    ("before", "Before the event"),
                                    ("end", "At the end"),
                                    ("later", "Six months later"),
                                    ("follow_up", "Yearly follow-up survey"),
                                    ("needs", "Needs survey"),
                                    ("circular", "With a circular"),
                                ],
                                editable=False,
                                max_length=12,
                                verbose_name="asked",
                            ),
                        ),
                        ("title", models.CharField(max_length=300, verbose_name="title")),
                        ("opens_on", models.DateField(verbose_name="opens")),
                        ("closes_on", models.DateField(verbose_name="closes")),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("planned", "Planned"),
                                    ("open", "Open"),
                                    ("closed", "Closed"),
                                ],
                                default="planned",
                                editable=False,
                                max_length=8,
                                verbose_name="status",
                            ),
                        ),
                        (
                            "follows_event",
                            models.BooleanField(
                                default=True, verbose_name="moves with the dates of the event"
                            ),
                        ),
                        ("content", models.JSONField(default=dict, editable=False)),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="TrainingCentre",
                    fields=[
                        (
                            "organisation_ptr",
                            models.OneToOneField(
                                auto_created=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                parent_link=True,
                                primary_key=True,
                                serialize=False,
                                to="rocb.organisation",
                            ),
                        ),
                        (
                            "region",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="training_centres",
                                to="rocb.region",
                            ),
                        ),
                        (
                            "run_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="training_centres",
                                to="rocb.administration",
                                verbose_name="run by",
                            ),
                        ),
                        ("city", models.CharField(blank=True, max_length=120, verbose_name="city")),
                        (
                            "since_on",
                            models.DateField(
                                blank=True, null=True, verbose_name="regional centre since"
                            ),
                        ),
                        ("until_on", models.DateField(blank=True, null=True, verbose_name="until")),
                        (
                            "profile",
                            models.TextField(blank=True, max_length=4000, verbose_name="profile"),
                        ),
                        (
                            "facilities",
                            models.TextField(
                                blank=True, max_length=4000, verbose_name="facilities"
                            ),
                        ),
                        (
                            "seats",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="seats in the largest room"
                            ),
                        ),
                        (
                            "beds",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="beds"
                            ),
                        ),
                        (
                            "languages",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(
                                    choices=[
                                        ("en", "English"),
                                        ("fr", "French"),
                                        ("es", "Spanish"),
                                        ("pt", "Portuguese"),
                                        ("ru", "Russian"),
                                        ("ar", "Arabic"),
                                        ("zh", "Chinese"),
                                        ("ja", "Japanese"),
                                        ("ko", "Korean"),
                                        ("ms", "Malay"),
                                        ("id", "Indonesian"),
                                        ("th", "Thai"),
                                        ("vi", "Vietnamese"),
                                        ("lo", "Lao"),
                                        ("km", "Khmer"),
                                        ("hi", "Hindi"),
                                        ("bn", "Bengali"),
                                        ("ur", "Urdu"),
                                        ("fa", "Persian"),
                                        ("mn", "Mongolian"),
                                        ("tpi", "Tok Pisin"),
                                    ],
                                    max_length=8,
                                ),
                                blank=True,
                                default=list,
                                size=None,
                                verbose_name="languages",
                            ),
                        ),
                        (
                            "source",
                            models.CharField(blank=True, max_length=300, verbose_name="source"),
                        ),
                        (
                            "is_verified",
                            models.BooleanField(default=False, verbose_name="verified"),
                        ),
                        (
                            "themes",
                            models.ManyToManyField(
                                blank=True,
                                related_name="training_centres",
                                to="rocb.theme",
                                verbose_name="themes",
                            ),
                        ),
                        (
                            "contacts",
                            models.ManyToManyField(
                                blank=True,
                                related_name="contact_of_centres",
                                to="rocb.person",
                                verbose_name="contacts",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("run_by", "city"), name="one_centre_of_a_member_in_a_city"
                            )
                        ],
                    },
                    bases=("rocb.organisation",),
                ),
                migrations.CreateModel(
                    name="TrainingCentreEvent",
                    fields=[
                        (
                            "organisation_ptr",
                            models.ForeignKey(
                                auto_created=True,
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                parent_link=True,
                                related_name="+",
                                related_query_name="+",
                                serialize=False,
                                to="rocb.organisation",
                            ),
                        ),
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="programmes.trainingcentre",
                            ),
                        ),
                        (
                            "pgh_context",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="pghistory.context",
                            ),
                        ),
                        (
                            "region",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="rocb.region",
                            ),
                        ),
                        (
                            "run_by",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="rocb.administration",
                                verbose_name="run by",
                            ),
                        ),
                        ("city", models.CharField(blank=True, max_length=120, verbose_name="city")),
                        (
                            "since_on",
                            models.DateField(
                                blank=True, null=True, verbose_name="regional centre since"
                            ),
                        ),
                        ("until_on", models.DateField(blank=True, null=True, verbose_name="until")),
                        (
                            "profile",
                            models.TextField(blank=True, max_length=4000, verbose_name="profile"),
                        ),
                        (
                            "facilities",
                            models.TextField(
                                blank=True, max_length=4000, verbose_name="facilities"
                            ),
                        ),
                        (
                            "seats",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="seats in the largest room"
                            ),
                        ),
                        (
                            "beds",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="beds"
                            ),
                        ),
                        (
                            "languages",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(
                                    choices=[
                                        ("en", "English"),
                                        ("fr", "French"),
                                        ("es", "Spanish"),
                                        ("pt", "Portuguese"),
                                        ("ru", "Russian"),
                                        ("ar", "Arabic"),
                                        ("zh", "Chinese"),
                                        ("ja", "Japanese"),
                                        ("ko", "Korean"),
                                        ("ms", "Malay"),
                                        ("id", "Indonesian"),
                                        ("th", "Thai"),
                                        ("vi", "Vietnamese"),
                                        ("lo", "Lao"),
                                        ("km", "Khmer"),
                                        ("hi", "Hindi"),
                                        ("bn", "Bengali"),
                                        ("ur", "Urdu"),
                                        ("fa", "Persian"),
                                        ("mn", "Mongolian"),
                                        ("tpi", "Tok Pisin"),
                                    ],
                                    max_length=8,
                                ),
                                blank=True,
                                default=list,
                                size=None,
                                verbose_name="languages",
                            ),
                        ),
                        (
                            "source",
                            models.CharField(blank=True, max_length=300, verbose_name="source"),
                        ),
                        (
                            "is_verified",
                            models.BooleanField(default=False, verbose_name="verified"),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="assistancerequest",
                    trigger=pgtrigger.compiler.Trigger(
                        name="steps",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            declare="DECLARE _is_valid_transition BOOLEAN;",
                            func='SELECT CONCAT(OLD."status", \':\', NEW."status") = ANY(\'{assessed:declined,assessed:matched,assessed:withdrawn,matched:answered,matched:withdrawn,received:assessed,received:declined,received:withdrawn}\'::text[]) INTO _is_valid_transition; IF (_is_valid_transition IS FALSE AND OLD."status" IS DISTINCT FROM NEW."status") THEN RAISE EXCEPTION \'pgtrigger: Invalid transition of field "status" from "%" to "%" on table %\', OLD."status", NEW."status", TG_TABLE_NAME; ELSE RETURN NEW; END IF;',
                            hash="b2107fd5aa0eb1f1426d27ff55c8306ae8965094",
                            operation="UPDATE",
                            pgid="pgtrigger_steps_7240a",
                            table="programmes_assistancerequest",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="assistancerequest",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "programmes_assistancerequestevent" ("administration_id", "answer", "answered_at", "assessment", "expected", "id", "is_invented", "kind", "languages", "needs_funding", "officer_id", "participants", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "status", "title", "wanted_from_on", "wanted_until_on") VALUES (NEW."administration_id", NEW."answer", NEW."answered_at", NEW."assessment", NEW."expected", NEW."id", NEW."is_invented", NEW."kind", NEW."languages", NEW."needs_funding", NEW."officer_id", NEW."participants", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."reason", NEW."status", NEW."title", NEW."wanted_from_on", NEW."wanted_until_on"); RETURN NULL;',
                            hash="6788816c4d78693343a72553c4931f51e1c2342f",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_be8df",
                            table="programmes_assistancerequest",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="assistancerequest",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."administration_id" IS DISTINCT FROM (NEW."administration_id") OR OLD."answer" IS DISTINCT FROM (NEW."answer") OR OLD."answered_at" IS DISTINCT FROM (NEW."answered_at") OR OLD."assessment" IS DISTINCT FROM (NEW."assessment") OR OLD."expected" IS DISTINCT FROM (NEW."expected") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_invented" IS DISTINCT FROM (NEW."is_invented") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."languages" IS DISTINCT FROM (NEW."languages") OR OLD."needs_funding" IS DISTINCT FROM (NEW."needs_funding") OR OLD."officer_id" IS DISTINCT FROM (NEW."officer_id") OR OLD."participants" IS DISTINCT FROM (NEW."participants") OR OLD."reason" IS DISTINCT FROM (NEW."reason") OR OLD."status" IS DISTINCT FROM (NEW."status") OR OLD."title" IS DISTINCT FROM (NEW."title") OR OLD."wanted_from_on" IS DISTINCT FROM (NEW."wanted_from_on") OR OLD."wanted_until_on" IS DISTINCT FROM (NEW."wanted_until_on"))',
                            func='INSERT INTO "programmes_assistancerequestevent" ("administration_id", "answer", "answered_at", "assessment", "expected", "id", "is_invented", "kind", "languages", "needs_funding", "officer_id", "participants", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "status", "title", "wanted_from_on", "wanted_until_on") VALUES (NEW."administration_id", NEW."answer", NEW."answered_at", NEW."assessment", NEW."expected", NEW."id", NEW."is_invented", NEW."kind", NEW."languages", NEW."needs_funding", NEW."officer_id", NEW."participants", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."reason", NEW."status", NEW."title", NEW."wanted_from_on", NEW."wanted_until_on"); RETURN NULL;',
                            hash="1da4e55828347f15ad29fde9ee386948ebc82ca7",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_21653",
                            table="programmes_assistancerequest",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="assistancerequestevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="956ee0bc8f21dfc671a4ba6c5b8474eef660f3b3",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_24bc9",
                            table="programmes_assistancerequestevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="course",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "programmes_courseevent" ("audience", "centre_id", "days", "description", "id", "languages", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "title") VALUES (NEW."audience", NEW."centre_id", NEW."days", NEW."description", NEW."id", NEW."languages", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."title"); RETURN NULL;',
                            hash="957c855be45707ccfc12dc6a4e89f8608dd694de",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_8e9b8",
                            table="programmes_course",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="course",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."audience" IS DISTINCT FROM (NEW."audience") OR OLD."centre_id" IS DISTINCT FROM (NEW."centre_id") OR OLD."days" IS DISTINCT FROM (NEW."days") OR OLD."description" IS DISTINCT FROM (NEW."description") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."languages" IS DISTINCT FROM (NEW."languages") OR OLD."title" IS DISTINCT FROM (NEW."title"))',
                            func='INSERT INTO "programmes_courseevent" ("audience", "centre_id", "days", "description", "id", "languages", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "title") VALUES (NEW."audience", NEW."centre_id", NEW."days", NEW."description", NEW."id", NEW."languages", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."title"); RETURN NULL;',
                            hash="1786b9383518d100432830b4e0717ec1ab4a90ab",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_947a6",
                            table="programmes_course",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="courseevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="a24045a20569cbbab81f707aa4228900e519faa4",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_4cc34",
                            table="programmes_courseevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="event",
                    trigger=pgtrigger.compiler.Trigger(
                        name="steps",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            declare="DECLARE _is_valid_transition BOOLEAN;",
                            func='SELECT CONCAT(OLD."status", \':\', NEW."status") = ANY(\'{announced:cancelled,announced:confirmed,announced:postponed,confirmed:cancelled,confirmed:held,confirmed:postponed,held:closed,idea:cancelled,idea:planned,planned:announced,planned:cancelled,postponed:announced,postponed:cancelled}\'::text[]) INTO _is_valid_transition; IF (_is_valid_transition IS FALSE AND OLD."status" IS DISTINCT FROM NEW."status") THEN RAISE EXCEPTION \'pgtrigger: Invalid transition of field "status" from "%" to "%" on table %\', OLD."status", NEW."status", TG_TABLE_NAME; ELSE RETURN NEW; END IF;',
                            hash="69a9a2c91b9c8a6a00777c73afd4807034fa7f4e",
                            operation="UPDATE",
                            pgid="pgtrigger_steps_51c65",
                            table="programmes_event",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="event",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "programmes_eventevent" ("begins_at", "capacity", "centre_id", "cloned_from_id", "ends_on", "finishes_at", "host_id", "id", "is_invented", "kind", "languages", "offer_days", "office_id", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "programme_id", "required_course", "scope", "sponsor_id", "starts_on", "status", "summary", "time_zone", "title") VALUES (NEW."begins_at", NEW."capacity", NEW."centre_id", NEW."cloned_from_id", NEW."ends_on", NEW."finishes_at", NEW."host_id", NEW."id", NEW."is_invented", NEW."kind", NEW."languages", NEW."offer_days", NEW."office_id", NEW."outcome", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."place", NEW."programme_id", NEW."required_course", NEW."scope", NEW."sponsor_id", NEW."starts_on", NEW."status", NEW."summary", NEW."time_zone", NEW."title"); RETURN NULL;',
                            hash="13d2be66ca537c442b7a84b1b98ef8aeec59d0c8",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_8adcc",
                            table="programmes_event",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="event",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."begins_at" IS DISTINCT FROM (NEW."begins_at") OR OLD."capacity" IS DISTINCT FROM (NEW."capacity") OR OLD."centre_id" IS DISTINCT FROM (NEW."centre_id") OR OLD."cloned_from_id" IS DISTINCT FROM (NEW."cloned_from_id") OR OLD."ends_on" IS DISTINCT FROM (NEW."ends_on") OR OLD."finishes_at" IS DISTINCT FROM (NEW."finishes_at") OR OLD."host_id" IS DISTINCT FROM (NEW."host_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_invented" IS DISTINCT FROM (NEW."is_invented") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."languages" IS DISTINCT FROM (NEW."languages") OR OLD."offer_days" IS DISTINCT FROM (NEW."offer_days") OR OLD."office_id" IS DISTINCT FROM (NEW."office_id") OR OLD."outcome" IS DISTINCT FROM (NEW."outcome") OR OLD."place" IS DISTINCT FROM (NEW."place") OR OLD."programme_id" IS DISTINCT FROM (NEW."programme_id") OR OLD."required_course" IS DISTINCT FROM (NEW."required_course") OR OLD."scope" IS DISTINCT FROM (NEW."scope") OR OLD."sponsor_id" IS DISTINCT FROM (NEW."sponsor_id") OR OLD."starts_on" IS DISTINCT FROM (NEW."starts_on") OR OLD."status" IS DISTINCT FROM (NEW."status") OR OLD."summary" IS DISTINCT FROM (NEW."summary") OR OLD."time_zone" IS DISTINCT FROM (NEW."time_zone") OR OLD."title" IS DISTINCT FROM (NEW."title"))',
                            func='INSERT INTO "programmes_eventevent" ("begins_at", "capacity", "centre_id", "cloned_from_id", "ends_on", "finishes_at", "host_id", "id", "is_invented", "kind", "languages", "offer_days", "office_id", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "programme_id", "required_course", "scope", "sponsor_id", "starts_on", "status", "summary", "time_zone", "title") VALUES (NEW."begins_at", NEW."capacity", NEW."centre_id", NEW."cloned_from_id", NEW."ends_on", NEW."finishes_at", NEW."host_id", NEW."id", NEW."is_invented", NEW."kind", NEW."languages", NEW."offer_days", NEW."office_id", NEW."outcome", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."place", NEW."programme_id", NEW."required_course", NEW."scope", NEW."sponsor_id", NEW."starts_on", NEW."status", NEW."summary", NEW."time_zone", NEW."title"); RETURN NULL;',
                            hash="a43252c89f8aa51f6fca8c7e040acbdc65868e67",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_ea73c",
                            table="programmes_event",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="eventevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="4a5edf64fe67bae4b65343b61c68a20713f2535c",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_19f1b",
                            table="programmes_eventevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="invitation",
                    trigger=pgtrigger.compiler.Trigger(
                        name="steps",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            declare="DECLARE _is_valid_transition BOOLEAN;",
                            func='SELECT CONCAT(OLD."status", \':\', NEW."status") = ANY(\'{answered:open,declined:open,open:answered,open:cancelled,open:declined}\'::text[]) INTO _is_valid_transition; IF (_is_valid_transition IS FALSE AND OLD."status" IS DISTINCT FROM NEW."status") THEN RAISE EXCEPTION \'pgtrigger: Invalid transition of field "status" from "%" to "%" on table %\', OLD."status", NEW."status", TG_TABLE_NAME; ELSE RETURN NEW; END IF;',
                            hash="a59a2bebdb6a01dd25def70dfd4a2a84a7a129d8",
                            operation="UPDATE",
                            pgid="pgtrigger_steps_a73b2",
                            table="programmes_invitation",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="invitation",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "programmes_invitationevent" ("administration_id", "answered_at", "event_id", "id", "message", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "respond_by", "seats", "status") VALUES (NEW."administration_id", NEW."answered_at", NEW."event_id", NEW."id", NEW."message", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."respond_by", NEW."seats", NEW."status"); RETURN NULL;',
                            hash="b25ae4c274aef2e3c48cd7f5377d0d346e7c92e1",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_fde89",
                            table="programmes_invitation",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="invitation",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."administration_id" IS DISTINCT FROM (NEW."administration_id") OR OLD."answered_at" IS DISTINCT FROM (NEW."answered_at") OR OLD."event_id" IS DISTINCT FROM (NEW."event_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."message" IS DISTINCT FROM (NEW."message") OR OLD."respond_by" IS DISTINCT FROM (NEW."respond_by") OR OLD."seats" IS DISTINCT FROM (NEW."seats") OR OLD."status" IS DISTINCT FROM (NEW."status"))',
                            func='INSERT INTO "programmes_invitationevent" ("administration_id", "answered_at", "event_id", "id", "message", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "respond_by", "seats", "status") VALUES (NEW."administration_id", NEW."answered_at", NEW."event_id", NEW."id", NEW."message", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."respond_by", NEW."seats", NEW."status"); RETURN NULL;',
                            hash="76033e42c60d8d9b6579f2435ab501ab47e18427",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_cbb70",
                            table="programmes_invitation",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="invitationevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="6edffb0cf5add970a004cd9a94499282a949db7a",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_b205d",
                            table="programmes_invitationevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="nomination",
                    trigger=pgtrigger.compiler.Trigger(
                        name="steps",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            declare="DECLARE _is_valid_transition BOOLEAN;",
                            func='SELECT CONCAT(OLD."status", \':\', NEW."status") = ANY(\'{attended:no_show,confirmed:attended,confirmed:no_show,confirmed:withdrawn,no_show:attended,nominated:not_selected,nominated:selected,nominated:waiting,nominated:withdrawn,offered:confirmed,offered:lapsed,offered:withdrawn,selected:attended,selected:confirmed,selected:no_show,selected:withdrawn,waiting:not_selected,waiting:offered,waiting:selected,waiting:withdrawn}\'::text[]) INTO _is_valid_transition; IF (_is_valid_transition IS FALSE AND OLD."status" IS DISTINCT FROM NEW."status") THEN RAISE EXCEPTION \'pgtrigger: Invalid transition of field "status" from "%" to "%" on table %\', OLD."status", NEW."status", TG_TABLE_NAME; ELSE RETURN NEW; END IF;',
                            hash="e30c64c06af1bb70d682215741b2b3343ae038ab",
                            operation="UPDATE",
                            pgid="pgtrigger_steps_702a8",
                            table="programmes_nomination",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="nomination",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "programmes_nominationevent" ("administration_id", "asked_at", "days_attended", "event_id", "has_course", "id", "invitation_id", "is_invented", "is_self_funded", "language", "mark", "motivation", "offer_until", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rank", "replaces_id", "status", "waiting_position") VALUES (NEW."administration_id", NEW."asked_at", NEW."days_attended", NEW."event_id", NEW."has_course", NEW."id", NEW."invitation_id", NEW."is_invented", NEW."is_self_funded", NEW."language", NEW."mark", NEW."motivation", NEW."offer_until", NEW."person_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."rank", NEW."replaces_id", NEW."status", NEW."waiting_position"); RETURN NULL;',
                            hash="2fa8df3c6f999af1f2ad6e3be06366a8f66918f3",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_0ccda",
                            table="programmes_nomination",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="nomination",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."administration_id" IS DISTINCT FROM (NEW."administration_id") OR OLD."asked_at" IS DISTINCT FROM (NEW."asked_at") OR OLD."days_attended" IS DISTINCT FROM (NEW."days_attended") OR OLD."event_id" IS DISTINCT FROM (NEW."event_id") OR OLD."has_course" IS DISTINCT FROM (NEW."has_course") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."invitation_id" IS DISTINCT FROM (NEW."invitation_id") OR OLD."is_invented" IS DISTINCT FROM (NEW."is_invented") OR OLD."is_self_funded" IS DISTINCT FROM (NEW."is_self_funded") OR OLD."language" IS DISTINCT FROM (NEW."language") OR OLD."mark" IS DISTINCT FROM (NEW."mark") OR OLD."motivation" IS DISTINCT FROM (NEW."motivation") OR OLD."offer_until" IS DISTINCT FROM (NEW."offer_until") OR OLD."person_id" IS DISTINCT FROM (NEW."person_id") OR OLD."rank" IS DISTINCT FROM (NEW."rank") OR OLD."replaces_id" IS DISTINCT FROM (NEW."replaces_id") OR OLD."status" IS DISTINCT FROM (NEW."status") OR OLD."waiting_position" IS DISTINCT FROM (NEW."waiting_position"))',
                            func='INSERT INTO "programmes_nominationevent" ("administration_id", "asked_at", "days_attended", "event_id", "has_course", "id", "invitation_id", "is_invented", "is_self_funded", "language", "mark", "motivation", "offer_until", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rank", "replaces_id", "status", "waiting_position") VALUES (NEW."administration_id", NEW."asked_at", NEW."days_attended", NEW."event_id", NEW."has_course", NEW."id", NEW."invitation_id", NEW."is_invented", NEW."is_self_funded", NEW."language", NEW."mark", NEW."motivation", NEW."offer_until", NEW."person_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."rank", NEW."replaces_id", NEW."status", NEW."waiting_position"); RETURN NULL;',
                            hash="287c36d6d1463e9210d2816a9d30e8bb9a9b977a",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_97f48",
                            table="programmes_nomination",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="nominationevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="c412071d2896b01263679e2c621ce73dd7848a67",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_40d2d",
                            table="programmes_nominationevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="programme",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "programmes_programmeevent" ("acronym", "description", "ends_on", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sponsor_id", "starts_on") VALUES (NEW."acronym", NEW."description", NEW."ends_on", NEW."id", NEW."name", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."sponsor_id", NEW."starts_on"); RETURN NULL;',
                            hash="9ba7d5fec5b4edc84394a4e0249a59353083b8a0",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_56ab2",
                            table="programmes_programme",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="programme",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."acronym" IS DISTINCT FROM (NEW."acronym") OR OLD."description" IS DISTINCT FROM (NEW."description") OR OLD."ends_on" IS DISTINCT FROM (NEW."ends_on") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."name" IS DISTINCT FROM (NEW."name") OR OLD."sponsor_id" IS DISTINCT FROM (NEW."sponsor_id") OR OLD."starts_on" IS DISTINCT FROM (NEW."starts_on"))',
                            func='INSERT INTO "programmes_programmeevent" ("acronym", "description", "ends_on", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sponsor_id", "starts_on") VALUES (NEW."acronym", NEW."description", NEW."ends_on", NEW."id", NEW."name", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."sponsor_id", NEW."starts_on"); RETURN NULL;',
                            hash="fa55c55b86e426920e2bb022987f9227263d914b",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_af864",
                            table="programmes_programme",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="programmeevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="5fe1ee674ae180722b68fb3695b029aa2ce00d96",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_df196",
                            table="programmes_programmeevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="question",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "programmes_questionevent" ("code", "help", "help_fr", "id", "is_required", "kind", "level", "options", "options_fr", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "questionnaire_id", "text", "text_fr") VALUES (NEW."code", NEW."help", NEW."help_fr", NEW."id", NEW."is_required", NEW."kind", NEW."level", NEW."options", NEW."options_fr", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."position", NEW."questionnaire_id", NEW."text", NEW."text_fr"); RETURN NULL;',
                            hash="b2293f168c9e7e5a8e21cb500c389e18fcf678f6",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_22e3a",
                            table="programmes_question",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="question",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."code" IS DISTINCT FROM (NEW."code") OR OLD."help" IS DISTINCT FROM (NEW."help") OR OLD."help_fr" IS DISTINCT FROM (NEW."help_fr") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_required" IS DISTINCT FROM (NEW."is_required") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."level" IS DISTINCT FROM (NEW."level") OR OLD."options" IS DISTINCT FROM (NEW."options") OR OLD."options_fr" IS DISTINCT FROM (NEW."options_fr") OR OLD."position" IS DISTINCT FROM (NEW."position") OR OLD."questionnaire_id" IS DISTINCT FROM (NEW."questionnaire_id") OR OLD."text" IS DISTINCT FROM (NEW."text") OR OLD."text_fr" IS DISTINCT FROM (NEW."text_fr"))',
                            func='INSERT INTO "programmes_questionevent" ("code", "help", "help_fr", "id", "is_required", "kind", "level", "options", "options_fr", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "questionnaire_id", "text", "text_fr") VALUES (NEW."code", NEW."help", NEW."help_fr", NEW."id", NEW."is_required", NEW."kind", NEW."level", NEW."options", NEW."options_fr", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."position", NEW."questionnaire_id", NEW."text", NEW."text_fr"); RETURN NULL;',
                            hash="94e2c7d16497936c4f7efbcd9fce655f59b1d626",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_96d0c",
                            table="programmes_question",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="questionevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="a44d365e553c1f4e947c946689ea755a8e263340",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_4ffb1",
                            table="programmes_questionevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="questionnaire",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "programmes_questionnaireevent" ("beat", "id", "intro", "intro_fr", "is_active", "is_default", "office_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "title", "title_fr") VALUES (NEW."beat", NEW."id", NEW."intro", NEW."intro_fr", NEW."is_active", NEW."is_default", NEW."office_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."title", NEW."title_fr"); RETURN NULL;',
                            hash="e01232f7efb9b5657d1b4acfafb3e77cb2b60629",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_dab36",
                            table="programmes_questionnaire",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="questionnaire",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."beat" IS DISTINCT FROM (NEW."beat") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."intro" IS DISTINCT FROM (NEW."intro") OR OLD."intro_fr" IS DISTINCT FROM (NEW."intro_fr") OR OLD."is_active" IS DISTINCT FROM (NEW."is_active") OR OLD."is_default" IS DISTINCT FROM (NEW."is_default") OR OLD."office_id" IS DISTINCT FROM (NEW."office_id") OR OLD."title" IS DISTINCT FROM (NEW."title") OR OLD."title_fr" IS DISTINCT FROM (NEW."title_fr"))',
                            func='INSERT INTO "programmes_questionnaireevent" ("beat", "id", "intro", "intro_fr", "is_active", "is_default", "office_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "title", "title_fr") VALUES (NEW."beat", NEW."id", NEW."intro", NEW."intro_fr", NEW."is_active", NEW."is_default", NEW."office_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."title", NEW."title_fr"); RETURN NULL;',
                            hash="880b8664ad26b2012c28389ae24b32fc7685a361",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_33e4f",
                            table="programmes_questionnaire",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="questionnaireevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="57ec7d8281fe9898fecf52620d5d23555e41e45c",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_8b288",
                            table="programmes_questionnaireevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="resourceperson",
                    trigger=pgtrigger.compiler.Trigger(
                        name="steps",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            declare="DECLARE _is_valid_transition BOOLEAN;",
                            func='SELECT CONCAT(OLD."status", \':\', NEW."status") = ANY(\'{accepted:declined,accepted:released,asked:accepted,asked:declined,asked:released}\'::text[]) INTO _is_valid_transition; IF (_is_valid_transition IS FALSE AND OLD."status" IS DISTINCT FROM NEW."status") THEN RAISE EXCEPTION \'pgtrigger: Invalid transition of field "status" from "%" to "%" on table %\', OLD."status", NEW."status", TG_TABLE_NAME; ELSE RETURN NEW; END IF;',
                            hash="3cb7886f98c8761e574a6a051b8c0b62278d4a87",
                            operation="UPDATE",
                            pgid="pgtrigger_steps_936b6",
                            table="programmes_resourceperson",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="resourceperson",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "programmes_resourcepersonevent" ("answer_by", "answered_at", "asked_at", "event_id", "id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "status", "subject") VALUES (NEW."answer_by", NEW."answered_at", NEW."asked_at", NEW."event_id", NEW."id", NEW."person_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."status", NEW."subject"); RETURN NULL;',
                            hash="aef9b788d768f47811bf6a42d55953c44bd80524",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_4d5cf",
                            table="programmes_resourceperson",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="resourceperson",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."answer_by" IS DISTINCT FROM (NEW."answer_by") OR OLD."answered_at" IS DISTINCT FROM (NEW."answered_at") OR OLD."asked_at" IS DISTINCT FROM (NEW."asked_at") OR OLD."event_id" IS DISTINCT FROM (NEW."event_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."person_id" IS DISTINCT FROM (NEW."person_id") OR OLD."status" IS DISTINCT FROM (NEW."status") OR OLD."subject" IS DISTINCT FROM (NEW."subject"))',
                            func='INSERT INTO "programmes_resourcepersonevent" ("answer_by", "answered_at", "asked_at", "event_id", "id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "status", "subject") VALUES (NEW."answer_by", NEW."answered_at", NEW."asked_at", NEW."event_id", NEW."id", NEW."person_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."status", NEW."subject"); RETURN NULL;',
                            hash="6dea1638440b8b4cbc426ca9d09f390321fc7d16",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_c6f3b",
                            table="programmes_resourceperson",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="resourcepersonevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="bf76e107c841990a455b0cc75e811da720879881",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_93e54",
                            table="programmes_resourcepersonevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="resourceprofile",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "programmes_resourceprofileevent" ("id", "is_active", "languages", "note", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."id", NEW."is_active", NEW."languages", NEW."note", NEW."person_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id"); RETURN NULL;',
                            hash="5faf8cb7ecef261b899737963e1cfe447419e500",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_7a8e3",
                            table="programmes_resourceprofile",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="resourceprofile",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_active" IS DISTINCT FROM (NEW."is_active") OR OLD."languages" IS DISTINCT FROM (NEW."languages") OR OLD."note" IS DISTINCT FROM (NEW."note") OR OLD."person_id" IS DISTINCT FROM (NEW."person_id"))',
                            func='INSERT INTO "programmes_resourceprofileevent" ("id", "is_active", "languages", "note", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."id", NEW."is_active", NEW."languages", NEW."note", NEW."person_id", _pgh_attach_context(), NOW(), \'update\', NEW."id"); RETURN NULL;',
                            hash="7fc72322a122141be4042d670051223ebc4ff7d5",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_5c1f6",
                            table="programmes_resourceprofile",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="resourceprofileevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="75c2a06bece9eb0d16b08802be1fa95b0f616223",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_9c119",
                            table="programmes_resourceprofileevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="survey",
                    trigger=pgtrigger.compiler.Trigger(
                        name="steps",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            declare="DECLARE _is_valid_transition BOOLEAN;",
                            func='SELECT CONCAT(OLD."status", \':\', NEW."status") = ANY(\'{closed:open,open:closed,planned:open}\'::text[]) INTO _is_valid_transition; IF (_is_valid_transition IS FALSE AND OLD."status" IS DISTINCT FROM NEW."status") THEN RAISE EXCEPTION \'pgtrigger: Invalid transition of field "status" from "%" to "%" on table %\', OLD."status", NEW."status", TG_TABLE_NAME; ELSE RETURN NEW; END IF;',
                            hash="8316627025e705baae76fc25b653f343ba13f993",
                            operation="UPDATE",
                            pgid="pgtrigger_steps_a715e",
                            table="programmes_survey",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="survey",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "programmes_surveyevent" ("beat", "closes_on", "content", "event_id", "follows_event", "id", "office_id", "opens_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "questionnaire_id", "status", "title") VALUES (NEW."beat", NEW."closes_on", NEW."content", NEW."event_id", NEW."follows_event", NEW."id", NEW."office_id", NEW."opens_on", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."questionnaire_id", NEW."status", NEW."title"); RETURN NULL;',
                            hash="2106d6debb86a6a3d418bf479e83327d45716548",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_d68f7",
                            table="programmes_survey",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="survey",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."beat" IS DISTINCT FROM (NEW."beat") OR OLD."closes_on" IS DISTINCT FROM (NEW."closes_on") OR OLD."content" IS DISTINCT FROM (NEW."content") OR OLD."event_id" IS DISTINCT FROM (NEW."event_id") OR OLD."follows_event" IS DISTINCT FROM (NEW."follows_event") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."office_id" IS DISTINCT FROM (NEW."office_id") OR OLD."opens_on" IS DISTINCT FROM (NEW."opens_on") OR OLD."questionnaire_id" IS DISTINCT FROM (NEW."questionnaire_id") OR OLD."status" IS DISTINCT FROM (NEW."status") OR OLD."title" IS DISTINCT FROM (NEW."title"))',
                            func='INSERT INTO "programmes_surveyevent" ("beat", "closes_on", "content", "event_id", "follows_event", "id", "office_id", "opens_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "questionnaire_id", "status", "title") VALUES (NEW."beat", NEW."closes_on", NEW."content", NEW."event_id", NEW."follows_event", NEW."id", NEW."office_id", NEW."opens_on", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."questionnaire_id", NEW."status", NEW."title"); RETURN NULL;',
                            hash="d9d324932f61c6d2efccb268f7a4f0b55fe5d8c7",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_62ad8",
                            table="programmes_survey",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="surveyevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="364e0fbd4af99b2a35dab6e19f42854f513d64c7",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_ce705",
                            table="programmes_surveyevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="trainingcentre",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "programmes_trainingcentreevent" ("beds", "city", "facilities", "is_verified", "languages", "organisation_ptr_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "profile", "region_id", "run_by_id", "seats", "since_on", "source", "until_on") VALUES (NEW."beds", NEW."city", NEW."facilities", NEW."is_verified", NEW."languages", NEW."organisation_ptr_id", _pgh_attach_context(), NOW(), \'insert\', NEW."organisation_ptr_id", NEW."profile", NEW."region_id", NEW."run_by_id", NEW."seats", NEW."since_on", NEW."source", NEW."until_on"); RETURN NULL;',
                            hash="3667ba664b92d5a666f26e67e5ad801ec7d67375",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_c58eb",
                            table="programmes_trainingcentre",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="trainingcentre",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."beds" IS DISTINCT FROM (NEW."beds") OR OLD."city" IS DISTINCT FROM (NEW."city") OR OLD."facilities" IS DISTINCT FROM (NEW."facilities") OR OLD."is_verified" IS DISTINCT FROM (NEW."is_verified") OR OLD."languages" IS DISTINCT FROM (NEW."languages") OR OLD."organisation_ptr_id" IS DISTINCT FROM (NEW."organisation_ptr_id") OR OLD."profile" IS DISTINCT FROM (NEW."profile") OR OLD."region_id" IS DISTINCT FROM (NEW."region_id") OR OLD."run_by_id" IS DISTINCT FROM (NEW."run_by_id") OR OLD."seats" IS DISTINCT FROM (NEW."seats") OR OLD."since_on" IS DISTINCT FROM (NEW."since_on") OR OLD."source" IS DISTINCT FROM (NEW."source") OR OLD."until_on" IS DISTINCT FROM (NEW."until_on"))',
                            func='INSERT INTO "programmes_trainingcentreevent" ("beds", "city", "facilities", "is_verified", "languages", "organisation_ptr_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "profile", "region_id", "run_by_id", "seats", "since_on", "source", "until_on") VALUES (NEW."beds", NEW."city", NEW."facilities", NEW."is_verified", NEW."languages", NEW."organisation_ptr_id", _pgh_attach_context(), NOW(), \'update\', NEW."organisation_ptr_id", NEW."profile", NEW."region_id", NEW."run_by_id", NEW."seats", NEW."since_on", NEW."source", NEW."until_on"); RETURN NULL;',
                            hash="6eac422ade5078dbd6f34af3a7326256bccf5caa",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_f2a1f",
                            table="programmes_trainingcentre",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="trainingcentreevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="44604e43e8571f2f0fa1b168d390b17193fb3f75",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_eb69d",
                            table="programmes_trainingcentreevent",
                            when="BEFORE",
                        ),
                    ),
                ),
            ],
        ),
    ]
