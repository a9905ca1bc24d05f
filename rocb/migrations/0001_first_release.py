import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.contrib.postgres.search
import django.db.models.deletion
import django.db.models.functions.text
import django.utils.timezone
import pgtrigger.compiler
import pgtrigger.migrations
import rocb.models.parties
import rocb.models.trail
import rocb.schema
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    replaces = [
        ("rocb", "0001_initial"),
        ("rocb", "0001_squashed_first_release"),
        ("rocb", "0002_errands"),
        ("rocb", "0003_data_requests"),
        ("rocb", "0004_mail_to_addresses"),
    ]

    initial = True

    dependencies = [
        ("auth", "__first__"),
        ("contenttypes", "__first__"),
        ("pghistory", "__first__"),
    ]

    operations = [
        rocb.schema.ApplyTogether(
            operations=[
                migrations.CreateModel(
                    name="Organisation",
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
                        ("name", models.CharField(max_length=240, verbose_name="name")),
                        (
                            "acronym",
                            models.CharField(blank=True, max_length=40, verbose_name="acronym"),
                        ),
                        (
                            "iso2",
                            models.CharField(
                                blank=True, db_index=True, max_length=2, verbose_name="country code"
                            ),
                        ),
                        ("website", models.URLField(blank=True, verbose_name="website")),
                        (
                            "time_zone",
                            models.CharField(
                                default="UTC",
                                max_length=64,
                                validators=[rocb.models.parties.check_time_zone],
                                verbose_name="time zone",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="DiagnosticArea",
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
                            "number",
                            models.PositiveSmallIntegerField(unique=True, verbose_name="number"),
                        ),
                        ("title", models.CharField(max_length=160, verbose_name="title")),
                        (
                            "former_title",
                            models.CharField(
                                blank=True, max_length=160, verbose_name="former title"
                            ),
                        ),
                        (
                            "topics",
                            models.JSONField(
                                blank=True, default=list, verbose_name="suggested topics"
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["number"],
                    },
                ),
                migrations.CreateModel(
                    name="Grouping",
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
                        ("code", models.CharField(max_length=24, unique=True, verbose_name="code")),
                        ("name", models.CharField(max_length=160, verbose_name="name")),
                        (
                            "source",
                            models.CharField(blank=True, max_length=300, verbose_name="source"),
                        ),
                    ],
                    options={
                        "ordering": ["code"],
                    },
                ),
                migrations.CreateModel(
                    name="Region",
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
                        ("code", models.CharField(max_length=8, unique=True, verbose_name="code")),
                        ("name", models.CharField(max_length=120, verbose_name="name")),
                        (
                            "long_name",
                            models.CharField(
                                blank=True, max_length=240, verbose_name="official name"
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["code"],
                        "permissions": [("view_desk", "See the desk"), ("search", "Search")],
                    },
                ),
                migrations.CreateModel(
                    name="Theme",
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
                        ("code", models.SlugField(max_length=40, unique=True, verbose_name="code")),
                        ("name", models.CharField(max_length=160, verbose_name="name")),
                    ],
                    options={
                        "ordering": ["name"],
                    },
                ),
                migrations.CreateModel(
                    name="User",
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
                        ("password", models.CharField(max_length=128, verbose_name="password")),
                        (
                            "last_login",
                            models.DateTimeField(blank=True, null=True, verbose_name="last login"),
                        ),
                        (
                            "is_superuser",
                            models.BooleanField(
                                default=False,
                                help_text="Designates that this user has all permissions without explicitly assigning them.",
                                verbose_name="superuser status",
                            ),
                        ),
                        ("email", models.EmailField(max_length=254, verbose_name="e-mail")),
                        (
                            "person",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="user",
                                to="rocb.person",
                            ),
                        ),
                        (
                            "role",
                            models.CharField(
                                choices=[
                                    ("head", "Head of office"),
                                    ("officer", "Officer"),
                                    ("attache", "Attaché"),
                                    ("coordinator", "Coordinator"),
                                    ("contributor", "Contributor"),
                                    ("executive", "Head of customs"),
                                    ("donor", "Donor"),
                                    ("expert", "Expert"),
                                    ("secretariat", "WCO Secretariat"),
                                    ("administrator", "Administrator"),
                                ],
                                max_length=16,
                                verbose_name="role",
                            ),
                        ),
                        (
                            "starts_on",
                            models.DateField(
                                default=django.utils.timezone.localdate, verbose_name="starts"
                            ),
                        ),
                        (
                            "ends_on",
                            models.DateField(
                                blank=True,
                                help_text="The last day; empty while it lasts.",
                                null=True,
                                verbose_name="ends",
                            ),
                        ),
                        (
                            "is_active",
                            models.BooleanField(default=True, verbose_name="not blocked"),
                        ),
                        ("created_at", models.DateTimeField(auto_now_add=True)),
                        (
                            "last_seen_at",
                            models.DateTimeField(
                                blank=True, editable=False, null=True, verbose_name="last seen"
                            ),
                        ),
                        (
                            "wants_digest",
                            models.BooleanField(
                                default=True,
                                help_text="Without them you only see what is due on your desk.",
                                verbose_name="reminders by mail",
                            ),
                        ),
                        (
                            "calendar_key_hash",
                            models.CharField(
                                blank=True, db_index=True, editable=False, max_length=64
                            ),
                        ),
                        (
                            "groups",
                            models.ManyToManyField(
                                blank=True,
                                help_text="The groups this user belongs to. A user will get all permissions granted to each of their groups.",
                                related_name="user_set",
                                related_query_name="user",
                                to="auth.group",
                                verbose_name="groups",
                            ),
                        ),
                        (
                            "user_permissions",
                            models.ManyToManyField(
                                blank=True,
                                help_text="Specific permissions for this user.",
                                related_name="user_set",
                                related_query_name="user",
                                to="auth.permission",
                                verbose_name="user permissions",
                            ),
                        ),
                    ],
                    options={
                        "permissions": [
                            ("manage_users", "Manage sign-ins"),
                            ("manage_own_users", "Manage the sign-ins of the own administration"),
                            ("invite_user", "Invite somebody to sign in"),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                django.db.models.functions.text.Lower("email"),
                                name="user_email_once",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Administration",
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
                                related_name="administrations",
                                to="rocb.region",
                            ),
                        ),
                        ("country_name", models.CharField(max_length=120, verbose_name="member")),
                        (
                            "iso3",
                            models.CharField(
                                blank=True,
                                max_length=3,
                                verbose_name="ISO 3166 code, three letters",
                            ),
                        ),
                        (
                            "wco_group",
                            models.CharField(blank=True, max_length=40, verbose_name="WCO group"),
                        ),
                        (
                            "is_listed",
                            models.BooleanField(default=True, verbose_name="in the directory"),
                        ),
                        (
                            "is_member",
                            models.BooleanField(
                                default=True,
                                help_text="As of today; the dated facts say since when.",
                                verbose_name="WCO member",
                            ),
                        ),
                        (
                            "officer",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="administrations_in_charge",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="officer in charge",
                            ),
                        ),
                        (
                            "is_name_verified",
                            models.BooleanField(default=False, verbose_name="name verified"),
                        ),
                        (
                            "groupings",
                            models.ManyToManyField(
                                blank=True,
                                related_name="administrations",
                                to="rocb.grouping",
                                verbose_name="groupings",
                            ),
                        ),
                    ],
                    options={
                        "permissions": [("view_sent", "See what was sent to a member")],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("country_name",), name="administration_country_once"
                            )
                        ],
                    },
                    bases=("rocb.organisation",),
                ),
                migrations.CreateModel(
                    name="Framework",
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
                        ("code", models.CharField(max_length=24, verbose_name="code")),
                        ("edition", models.CharField(max_length=12, verbose_name="edition")),
                        ("name", models.CharField(max_length=240, verbose_name="name")),
                        (
                            "note",
                            models.CharField(
                                blank=True, max_length=300, verbose_name="what changed"
                            ),
                        ),
                        (
                            "is_default",
                            models.BooleanField(default=False, verbose_name="used for new cycles"),
                        ),
                    ],
                    options={
                        "ordering": ["code", "edition"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("code", "edition"), name="framework_edition_once"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="JobRun",
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
                        ("job", models.CharField(max_length=60, verbose_name="job")),
                        ("started_at", models.DateTimeField(verbose_name="started")),
                        ("ended_at", models.DateTimeField(null=True, verbose_name="ended")),
                        (
                            "outcome",
                            models.CharField(
                                choices=[
                                    ("running", "Running"),
                                    ("done", "Done"),
                                    ("failed", "Failed"),
                                ],
                                default="running",
                                max_length=8,
                                verbose_name="outcome",
                            ),
                        ),
                        ("sent", models.PositiveIntegerField(default=0, verbose_name="done")),
                        ("failed", models.PositiveIntegerField(default=0, verbose_name="failed")),
                        ("skipped", models.PositiveIntegerField(default=0, verbose_name="skipped")),
                        ("detail", models.TextField(blank=True, verbose_name="detail")),
                    ],
                    options={
                        "permissions": [("view_jobs", "See scheduled jobs")],
                        "indexes": [models.Index(fields=["job", "-started_at"], name="run_of_job")],
                    },
                ),
                migrations.CreateModel(
                    name="Person",
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
                            "organisation",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="people",
                                to="rocb.organisation",
                                verbose_name="organisation",
                            ),
                        ),
                        (
                            "honorific",
                            models.CharField(
                                blank=True,
                                choices=[("Mr", "Mr"), ("Ms", "Ms"), ("Dr", "Dr"), ("", "None")],
                                max_length=8,
                                verbose_name="title",
                            ),
                        ),
                        (
                            "given_name",
                            models.CharField(blank=True, max_length=120, verbose_name="given name"),
                        ),
                        (
                            "family_name",
                            models.CharField(max_length=120, verbose_name="family name"),
                        ),
                        (
                            "email",
                            models.EmailField(blank=True, max_length=254, verbose_name="e-mail"),
                        ),
                        (
                            "phone",
                            models.CharField(blank=True, max_length=60, verbose_name="telephone"),
                        ),
                        (
                            "position",
                            models.CharField(blank=True, max_length=160, verbose_name="position"),
                        ),
                        ("unit", models.CharField(blank=True, max_length=160, verbose_name="unit")),
                        (
                            "gender",
                            models.CharField(
                                blank=True,
                                choices=[("w", "Woman"), ("m", "Man"), ("", "Not stated")],
                                max_length=1,
                                verbose_name="gender",
                            ),
                        ),
                        (
                            "language",
                            models.CharField(
                                choices=[("en", "English"), ("fr", "French")],
                                default="en",
                                max_length=8,
                                verbose_name="language of letters",
                            ),
                        ),
                        (
                            "seconded_from",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="seconded_people",
                                to="rocb.administration",
                                verbose_name="seconded from",
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
                                    "given_name",
                                    "family_name",
                                    "email",
                                    "position",
                                    "unit",
                                    config="simple",
                                ),
                                output_field=django.contrib.postgres.search.SearchVectorField(),
                            ),
                        ),
                    ],
                    options={
                        "permissions": [
                            ("merge_person", "Merge two people that are one"),
                            ("hand_over", "Hand open work over to somebody else"),
                        ],
                        "indexes": [
                            django.contrib.postgres.indexes.GinIndex(
                                fields=["search"], name="person_search"
                            ),
                            models.Index(fields=["family_name", "given_name"], name="person_name"),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                django.db.models.functions.text.Lower("email"),
                                condition=models.Q(("email", ""), _negated=True),
                                name="person_email_once",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Mail",
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
                        ("key", models.CharField(max_length=200, unique=True)),
                        ("template", models.CharField(max_length=60, verbose_name="message")),
                        ("context", models.JSONField(default=dict)),
                        (
                            "person",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="mails",
                                to="rocb.person",
                            ),
                        ),
                        (
                            "email",
                            models.EmailField(blank=True, max_length=254, verbose_name="address"),
                        ),
                        (
                            "administration",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="mails",
                                to="rocb.administration",
                            ),
                        ),
                        (
                            "content_type",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="contenttypes.contenttype",
                            ),
                        ),
                        ("object_id", models.BigIntegerField(null=True)),
                        (
                            "subject",
                            models.CharField(blank=True, max_length=300, verbose_name="subject"),
                        ),
                        ("body", models.TextField(blank=True, verbose_name="text")),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("queued", "Waiting"),
                                    ("sent", "Sent"),
                                    ("failed", "Failed"),
                                    ("dropped", "No longer needed"),
                                    ("cancelled", "Cancelled"),
                                ],
                                db_default="queued",
                                default="queued",
                                max_length=12,
                                verbose_name="status",
                            ),
                        ),
                        (
                            "created_at",
                            models.DateTimeField(auto_now_add=True, verbose_name="written"),
                        ),
                        ("not_before", models.DateTimeField(verbose_name="not before")),
                        (
                            "attempts",
                            models.PositiveSmallIntegerField(
                                db_default=0, default=0, verbose_name="attempts"
                            ),
                        ),
                        (
                            "last_error",
                            models.CharField(
                                blank=True, db_default="", max_length=500, verbose_name="last error"
                            ),
                        ),
                        ("sent_at", models.DateTimeField(null=True, verbose_name="sent")),
                        ("message_id", models.CharField(blank=True, db_default="", max_length=200)),
                        (
                            "by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="mails_caused",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "permissions": [
                            ("manage_outbox", "Edit and cancel mail that has not gone")
                        ],
                        "indexes": [
                            models.Index(
                                condition=models.Q(("status", "queued")),
                                fields=["not_before", "id"],
                                name="mail_waiting",
                            ),
                            models.Index(
                                fields=["administration", "-created_at"], name="mail_of_member"
                            ),
                            models.Index(fields=["-created_at"], name="mail_newest"),
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
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="invitations",
                                to="rocb.person",
                            ),
                        ),
                        ("email", models.EmailField(max_length=254, verbose_name="e-mail")),
                        (
                            "role",
                            models.CharField(
                                choices=[
                                    ("head", "Head of office"),
                                    ("officer", "Officer"),
                                    ("attache", "Attaché"),
                                    ("coordinator", "Coordinator"),
                                    ("contributor", "Contributor"),
                                    ("executive", "Head of customs"),
                                    ("donor", "Donor"),
                                    ("expert", "Expert"),
                                    ("secretariat", "WCO Secretariat"),
                                    ("administrator", "Administrator"),
                                ],
                                max_length=16,
                                verbose_name="role",
                            ),
                        ),
                        (
                            "ends_on",
                            models.DateField(blank=True, null=True, verbose_name="sign-in ends"),
                        ),
                        (
                            "token_hash",
                            models.CharField(editable=False, max_length=64, unique=True),
                        ),
                        ("expires_at", models.DateTimeField(verbose_name="expires")),
                        (
                            "accepted_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="accepted"),
                        ),
                        (
                            "withdrawn_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="withdrawn"),
                        ),
                    ],
                    options={
                        "ordering": ["-created_at"],
                    },
                ),
                migrations.CreateModel(
                    name="Standard",
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
                            "framework",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="standards",
                                to="rocb.framework",
                            ),
                        ),
                        ("code", models.CharField(max_length=16, verbose_name="code")),
                        ("pillar", models.PositiveSmallIntegerField(verbose_name="pillar")),
                        ("number", models.CharField(max_length=8, verbose_name="number")),
                        ("title", models.CharField(max_length=240, verbose_name="title")),
                        ("position", models.PositiveSmallIntegerField(verbose_name="position")),
                        ("is_active", models.BooleanField(default=True, verbose_name="in use")),
                        (
                            "source",
                            models.CharField(blank=True, max_length=300, verbose_name="source"),
                        ),
                    ],
                    options={
                        "ordering": ["framework_id", "position"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("framework", "code"), name="standard_code_once"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="StatusChange",
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
                            "content_type",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="contenttypes.contenttype",
                            ),
                        ),
                        ("object_id", models.BigIntegerField()),
                        ("step", models.CharField(max_length=40, verbose_name="step")),
                        ("source", models.CharField(max_length=24, verbose_name="from")),
                        ("target", models.CharField(max_length=24, verbose_name="to")),
                        (
                            "by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="status_changes",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("at", models.DateTimeField(auto_now_add=True, verbose_name="when")),
                        ("comment", models.TextField(blank=True, verbose_name="comment")),
                    ],
                    options={
                        "indexes": [
                            models.Index(
                                fields=["content_type", "object_id", "at"], name="step_of_record"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="UserEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="email_role_starts_on_ends_on_is_active_is_superuser_events",
                                to=settings.AUTH_USER_MODEL,
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
                        ("email", models.EmailField(max_length=254, verbose_name="e-mail")),
                        (
                            "role",
                            models.CharField(
                                choices=[
                                    ("head", "Head of office"),
                                    ("officer", "Officer"),
                                    ("attache", "Attaché"),
                                    ("coordinator", "Coordinator"),
                                    ("contributor", "Contributor"),
                                    ("executive", "Head of customs"),
                                    ("donor", "Donor"),
                                    ("expert", "Expert"),
                                    ("secretariat", "WCO Secretariat"),
                                    ("administrator", "Administrator"),
                                ],
                                max_length=16,
                                verbose_name="role",
                            ),
                        ),
                        (
                            "starts_on",
                            models.DateField(
                                default=django.utils.timezone.localdate, verbose_name="starts"
                            ),
                        ),
                        (
                            "ends_on",
                            models.DateField(
                                blank=True,
                                help_text="The last day; empty while it lasts.",
                                null=True,
                                verbose_name="ends",
                            ),
                        ),
                        (
                            "is_active",
                            models.BooleanField(default=True, verbose_name="not blocked"),
                        ),
                        (
                            "is_superuser",
                            models.BooleanField(
                                default=False,
                                help_text="Designates that this user has all permissions without explicitly assigning them.",
                                verbose_name="superuser status",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="ReminderPause",
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
                            "administration",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="reminder_pauses",
                                to="rocb.administration",
                                verbose_name="member",
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(blank=True, max_length=60, verbose_name="deadline"),
                        ),
                        ("object_id", models.BigIntegerField(blank=True, null=True)),
                        ("reason", models.CharField(max_length=300, verbose_name="reason")),
                        ("from_on", models.DateField(verbose_name="from")),
                        (
                            "until_on",
                            models.DateField(
                                blank=True,
                                help_text="The last day of silence; empty: until ended.",
                                null=True,
                                verbose_name="until",
                            ),
                        ),
                        (
                            "by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("at", models.DateTimeField(auto_now_add=True)),
                    ],
                    options={
                        "ordering": ["-from_on"],
                        "permissions": [("pause_reminders", "Pause reminders for a member")],
                    },
                ),
                migrations.CreateModel(
                    name="Reminder",
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
                        ("kind", models.CharField(max_length=60, verbose_name="deadline")),
                        ("object_id", models.BigIntegerField()),
                        ("round", models.PositiveSmallIntegerField(db_default=0, default=0)),
                        (
                            "rung",
                            models.SmallIntegerField(
                                help_text="Days from the due date.", verbose_name="rung"
                            ),
                        ),
                        ("due_on", models.DateField(verbose_name="due")),
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="reminders",
                                to="rocb.person",
                            ),
                        ),
                        (
                            "administration",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="reminders",
                                to="rocb.administration",
                            ),
                        ),
                        ("reason", models.CharField(max_length=12, verbose_name="why this person")),
                        ("made_at", models.DateTimeField(verbose_name="made")),
                        (
                            "mail",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="reminders",
                                to="rocb.mail",
                            ),
                        ),
                    ],
                    options={
                        "indexes": [
                            models.Index(
                                condition=models.Q(("mail", None)),
                                fields=["person"],
                                name="not_in_a_mail",
                            ),
                            models.Index(
                                fields=["administration", "-made_at"], name="reminders_of_member"
                            ),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("kind", "object_id", "round", "rung", "person"),
                                name="reminded_once",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PersonEvent",
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
                                to="rocb.person",
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
                            "organisation",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="rocb.organisation",
                                verbose_name="organisation",
                            ),
                        ),
                        (
                            "honorific",
                            models.CharField(
                                blank=True,
                                choices=[("Mr", "Mr"), ("Ms", "Ms"), ("Dr", "Dr"), ("", "None")],
                                max_length=8,
                                verbose_name="title",
                            ),
                        ),
                        (
                            "given_name",
                            models.CharField(blank=True, max_length=120, verbose_name="given name"),
                        ),
                        (
                            "family_name",
                            models.CharField(max_length=120, verbose_name="family name"),
                        ),
                        (
                            "email",
                            models.EmailField(blank=True, max_length=254, verbose_name="e-mail"),
                        ),
                        (
                            "phone",
                            models.CharField(blank=True, max_length=60, verbose_name="telephone"),
                        ),
                        (
                            "position",
                            models.CharField(blank=True, max_length=160, verbose_name="position"),
                        ),
                        ("unit", models.CharField(blank=True, max_length=160, verbose_name="unit")),
                        (
                            "gender",
                            models.CharField(
                                blank=True,
                                choices=[("w", "Woman"), ("m", "Man"), ("", "Not stated")],
                                max_length=1,
                                verbose_name="gender",
                            ),
                        ),
                        (
                            "language",
                            models.CharField(
                                choices=[("en", "English"), ("fr", "French")],
                                default="en",
                                max_length=8,
                                verbose_name="language of letters",
                            ),
                        ),
                        (
                            "seconded_from",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="rocb.administration",
                                verbose_name="seconded from",
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
                    name="AdministrationFact",
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
                            "administration",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="facts",
                                to="rocb.administration",
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("wco_member", "WCO member"),
                                    ("wto_member", "WTO member"),
                                    ("ldc", "Least developed country"),
                                    ("sids", "Small island developing state"),
                                    ("lldc", "Landlocked developing country"),
                                ],
                                max_length=16,
                                verbose_name="fact",
                            ),
                        ),
                        ("from_on", models.DateField(blank=True, null=True, verbose_name="from")),
                        ("until_on", models.DateField(blank=True, null=True, verbose_name="until")),
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
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("administration", "kind", "from_on"),
                                name="administration_fact_once",
                                nulls_distinct=False,
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="AdministrationEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="country_name_wco_group_is_listed_is_member_officer_is_name_verified_events",
                                to="rocb.administration",
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
                        ("country_name", models.CharField(max_length=120, verbose_name="member")),
                        (
                            "wco_group",
                            models.CharField(blank=True, max_length=40, verbose_name="WCO group"),
                        ),
                        (
                            "is_listed",
                            models.BooleanField(default=True, verbose_name="in the directory"),
                        ),
                        (
                            "is_member",
                            models.BooleanField(
                                default=True,
                                help_text="As of today; the dated facts say since when.",
                                verbose_name="WCO member",
                            ),
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
                            "is_name_verified",
                            models.BooleanField(default=False, verbose_name="name verified"),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Office",
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
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="office",
                                to="rocb.region",
                            ),
                        ),
                        ("city", models.CharField(blank=True, max_length=120, verbose_name="city")),
                        ("host", models.CharField(blank=True, max_length=240, verbose_name="host")),
                        (
                            "opened_on",
                            models.DateField(blank=True, null=True, verbose_name="opened"),
                        ),
                        (
                            "reminder_rungs",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.SmallIntegerField(),
                                default=rocb.models.parties.default_rungs,
                                help_text="Days from the due date, separated by commas; negative is before it.",
                                size=None,
                                verbose_name="reminder ladder",
                            ),
                        ),
                        (
                            "officer_rung",
                            models.SmallIntegerField(
                                default=7,
                                help_text="Days after the due date.",
                                verbose_name="the officer is told from day",
                            ),
                        ),
                        (
                            "head_rung",
                            models.SmallIntegerField(
                                default=21,
                                help_text="The head of customs and the head of this office, days after the due date.",
                                verbose_name="the heads are told from day",
                            ),
                        ),
                        (
                            "maximum_extension_days",
                            models.PositiveSmallIntegerField(
                                default=365,
                                help_text="In days.",
                                verbose_name="longest extension without a second look",
                            ),
                        ),
                    ],
                    options={
                        "permissions": [
                            ("view_region", "See every record of the own region"),
                            ("view_audit", "See the audit trail"),
                        ],
                    },
                    bases=("rocb.organisation",),
                ),
                migrations.CreateModel(
                    name="Attachment",
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
                            "content_type",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="contenttypes.contenttype",
                            ),
                        ),
                        ("object_id", models.BigIntegerField()),
                        (
                            "file",
                            models.FileField(
                                max_length=120,
                                upload_to=rocb.models.trail.file_path,
                                verbose_name="file",
                            ),
                        ),
                        ("name", models.CharField(max_length=240, verbose_name="name")),
                        ("sha256", models.CharField(db_index=True, max_length=64)),
                        (
                            "size",
                            models.PositiveBigIntegerField(
                                help_text="In bytes.", verbose_name="size"
                            ),
                        ),
                        (
                            "content_type_name",
                            models.CharField(max_length=120, verbose_name="type"),
                        ),
                        (
                            "is_internal",
                            models.BooleanField(
                                default=False, verbose_name="internal to the office"
                            ),
                        ),
                        (
                            "by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="attachments",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("at", models.DateTimeField(auto_now_add=True, verbose_name="when")),
                    ],
                    options={
                        "ordering": ["at"],
                        "permissions": [
                            ("add_file", "Add files"),
                            ("view_file", "Read files of visible records"),
                        ],
                        "indexes": [
                            models.Index(
                                fields=["content_type", "object_id"], name="file_of_record"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Comment",
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
                            "content_type",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="contenttypes.contenttype",
                            ),
                        ),
                        ("object_id", models.BigIntegerField()),
                        ("text", models.TextField(max_length=10000, verbose_name="comment")),
                        (
                            "is_internal",
                            models.BooleanField(
                                default=True, verbose_name="internal to the office"
                            ),
                        ),
                        (
                            "by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="comments",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("at", models.DateTimeField(auto_now_add=True, verbose_name="when")),
                    ],
                    options={
                        "ordering": ["at"],
                        "permissions": [
                            ("comment_internal", "Write and read internal comments"),
                            ("comment_shared", "Write comments that the member reads"),
                        ],
                        "indexes": [
                            models.Index(
                                fields=["content_type", "object_id", "at"], name="comment_of_record"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Draft",
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
                            "user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="drafts",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("key_hash", models.CharField(blank=True, db_index=True, max_length=64)),
                        ("path", models.CharField(max_length=300)),
                        ("fields", models.JSONField(default=dict)),
                        ("updated_at", models.DateTimeField(auto_now=True)),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("user__isnull", False)),
                                fields=("user", "path"),
                                name="draft_once_per_page",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Errand",
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
                        ("kind", models.CharField(max_length=40)),
                        ("title", models.CharField(max_length=300, verbose_name="what")),
                        ("params", models.JSONField(default=dict)),
                        (
                            "asked_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="errands",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("asked_as", models.CharField(max_length=40)),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("waiting", "Waiting"),
                                    ("running", "Being prepared"),
                                    ("done", "Ready"),
                                    ("failed", "Failed"),
                                ],
                                default="waiting",
                                max_length=8,
                                verbose_name="status",
                            ),
                        ),
                        ("done", models.PositiveIntegerField(default=0)),
                        ("total", models.PositiveIntegerField(default=0)),
                        ("attempts", models.PositiveSmallIntegerField(default=0)),
                        (
                            "error",
                            models.CharField(
                                blank=True, max_length=500, verbose_name="what went wrong"
                            ),
                        ),
                        ("file", models.FileField(blank=True, max_length=200, upload_to="")),
                        ("file_name", models.CharField(blank=True, max_length=240)),
                        ("size", models.BigIntegerField(default=0)),
                        ("url", models.CharField(blank=True, max_length=300)),
                        (
                            "created_at",
                            models.DateTimeField(auto_now_add=True, verbose_name="asked for"),
                        ),
                        ("ended_at", models.DateTimeField(null=True, verbose_name="ended")),
                        ("fetched_at", models.DateTimeField(null=True)),
                        ("expires_at", models.DateTimeField(verbose_name="kept until")),
                    ],
                    options={
                        "verbose_name": "piece of work",
                        "verbose_name_plural": "pieces of work",
                        "indexes": [
                            models.Index(
                                fields=["asked_by", "-created_at"], name="errands_of_user"
                            ),
                            models.Index(
                                condition=models.Q(("status__in", ["waiting", "running"])),
                                fields=["created_at"],
                                name="errands_open",
                            ),
                            models.Index(fields=["expires_at"], name="errands_expiring"),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Measure",
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
                            "framework",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="measures",
                                to="rocb.framework",
                            ),
                        ),
                        ("code", models.CharField(max_length=24, verbose_name="code")),
                        ("title", models.CharField(max_length=240, verbose_name="title")),
                        (
                            "heading",
                            models.CharField(blank=True, max_length=240, verbose_name="under"),
                        ),
                        ("position", models.PositiveSmallIntegerField(verbose_name="position")),
                    ],
                    options={
                        "ordering": ["framework_id", "position"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("framework", "code"), name="measure_code_once"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="DataRequest",
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
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="data_requests",
                                to="rocb.person",
                                verbose_name="person",
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[("handed_out", "Handed out"), ("erased", "Erased")],
                                max_length=12,
                                verbose_name="what was done",
                            ),
                        ),
                        ("reason", models.CharField(max_length=500, verbose_name="reason")),
                        ("counts", models.JSONField(default=dict)),
                        (
                            "by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("at", models.DateTimeField(auto_now_add=True, verbose_name="when")),
                    ],
                    options={
                        "permissions": [
                            ("answer_data_request", "Hand out and erase the data about a person")
                        ],
                        "indexes": [models.Index(fields=["-at"], name="data_request_newest")],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("kind", "erased")),
                                fields=("person",),
                                name="erased_once",
                            )
                        ],
                    },
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="user",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "rocb_userevent" ("email", "ends_on", "is_active", "is_superuser", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "starts_on") VALUES (NEW."email", NEW."ends_on", NEW."is_active", NEW."is_superuser", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."role", NEW."starts_on"); RETURN NULL;',
                            hash="66439c1fd20871f0782240063550a0ce379d4196",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_03a78",
                            table="rocb_user",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="user",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."email" IS DISTINCT FROM (NEW."email") OR OLD."ends_on" IS DISTINCT FROM (NEW."ends_on") OR OLD."is_active" IS DISTINCT FROM (NEW."is_active") OR OLD."is_superuser" IS DISTINCT FROM (NEW."is_superuser") OR OLD."role" IS DISTINCT FROM (NEW."role") OR OLD."starts_on" IS DISTINCT FROM (NEW."starts_on"))',
                            func='INSERT INTO "rocb_userevent" ("email", "ends_on", "is_active", "is_superuser", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "starts_on") VALUES (NEW."email", NEW."ends_on", NEW."is_active", NEW."is_superuser", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."role", NEW."starts_on"); RETURN NULL;',
                            hash="e5c40de370abfd6ff7d81c6fa172906cc2ad06b5",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_9ac6c",
                            table="rocb_user",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="administration",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "rocb_administrationevent" ("country_name", "is_listed", "is_member", "is_name_verified", "officer_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "wco_group") VALUES (NEW."country_name", NEW."is_listed", NEW."is_member", NEW."is_name_verified", NEW."officer_id", _pgh_attach_context(), NOW(), \'insert\', NEW."organisation_ptr_id", NEW."wco_group"); RETURN NULL;',
                            hash="94c510de7932ef249de56a749b29de8954a7731d",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_4ee35",
                            table="rocb_administration",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="administration",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."country_name" IS DISTINCT FROM (NEW."country_name") OR OLD."is_listed" IS DISTINCT FROM (NEW."is_listed") OR OLD."is_member" IS DISTINCT FROM (NEW."is_member") OR OLD."is_name_verified" IS DISTINCT FROM (NEW."is_name_verified") OR OLD."officer_id" IS DISTINCT FROM (NEW."officer_id") OR OLD."wco_group" IS DISTINCT FROM (NEW."wco_group"))',
                            func='INSERT INTO "rocb_administrationevent" ("country_name", "is_listed", "is_member", "is_name_verified", "officer_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "wco_group") VALUES (NEW."country_name", NEW."is_listed", NEW."is_member", NEW."is_name_verified", NEW."officer_id", _pgh_attach_context(), NOW(), \'update\', NEW."organisation_ptr_id", NEW."wco_group"); RETURN NULL;',
                            hash="48f8a326c5d358efb7b42d34b41c98a2fba9013e",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_5a1c9",
                            table="rocb_administration",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="person",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "rocb_personevent" ("email", "family_name", "gender", "given_name", "honorific", "id", "is_invented", "language", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "position", "seconded_from_id", "unit") VALUES (NEW."email", NEW."family_name", NEW."gender", NEW."given_name", NEW."honorific", NEW."id", NEW."is_invented", NEW."language", NEW."organisation_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."phone", NEW."position", NEW."seconded_from_id", NEW."unit"); RETURN NULL;',
                            hash="6babcf45e559d72f4551f13956f81924388f091d",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_aa333",
                            table="rocb_person",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="person",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."email" IS DISTINCT FROM (NEW."email") OR OLD."family_name" IS DISTINCT FROM (NEW."family_name") OR OLD."gender" IS DISTINCT FROM (NEW."gender") OR OLD."given_name" IS DISTINCT FROM (NEW."given_name") OR OLD."honorific" IS DISTINCT FROM (NEW."honorific") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_invented" IS DISTINCT FROM (NEW."is_invented") OR OLD."language" IS DISTINCT FROM (NEW."language") OR OLD."organisation_id" IS DISTINCT FROM (NEW."organisation_id") OR OLD."phone" IS DISTINCT FROM (NEW."phone") OR OLD."position" IS DISTINCT FROM (NEW."position") OR OLD."seconded_from_id" IS DISTINCT FROM (NEW."seconded_from_id") OR OLD."unit" IS DISTINCT FROM (NEW."unit"))',
                            func='INSERT INTO "rocb_personevent" ("email", "family_name", "gender", "given_name", "honorific", "id", "is_invented", "language", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "position", "seconded_from_id", "unit") VALUES (NEW."email", NEW."family_name", NEW."gender", NEW."given_name", NEW."honorific", NEW."id", NEW."is_invented", NEW."language", NEW."organisation_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."phone", NEW."position", NEW."seconded_from_id", NEW."unit"); RETURN NULL;',
                            hash="7277e1cdd902836774b484bb253e990b7f5d551a",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_a57c3",
                            table="rocb_person",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="statuschange",
                    trigger=pgtrigger.compiler.Trigger(
                        name="keep",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="a9c44938c9ce7a7b150b3dcdbbb5a7a213758908",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_keep_26ab4",
                            table="rocb_statuschange",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="userevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="8f68aaed59b63eff80dd47786216cf5bc81187a6",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_e4a0d",
                            table="rocb_userevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="reminder",
                    trigger=pgtrigger.compiler.Trigger(
                        name="keep",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="4da723f32eec82eada9b95a64cc6ce1c0ec9f1f3",
                            operation="DELETE",
                            pgid="pgtrigger_keep_38991",
                            table="rocb_reminder",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="personevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="118ff2e03a18fb48e392052855b6cd8342cf2006",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_b5dde",
                            table="rocb_personevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="administrationevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="dbc27920343f897c16a9bfd9999a1201c0006cba",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_b7586",
                            table="rocb_administrationevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="datarequest",
                    trigger=pgtrigger.compiler.Trigger(
                        name="keep",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="a99e1e073fe00f38d730565f8526df09bb4b0434",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_keep_b978b",
                            table="rocb_datarequest",
                            when="BEFORE",
                        ),
                    ),
                ),
            ],
        ),
    ]
