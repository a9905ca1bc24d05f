import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.contrib.postgres.search
import django.core.validators
import django.db.models.deletion
import django.db.models.functions.text
import pgtrigger.compiler
import pgtrigger.migrations
import reports.models.files
import rocb.schema
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    replaces = [
        ("reports", "0001_initial"),
        ("reports", "0001_squashed_first_release"),
        ("reports", "0002_initial"),
        ("reports", "0003_library"),
        ("reports", "0004_reports_have_a_series"),
        ("reports", "0005_every_report_has_a_series"),
        ("reports", "0006_circulars"),
        ("reports", "0007_newsletters"),
        ("reports", "0008_plans_and_annual_report"),
    ]

    initial = True

    dependencies = [
        ("missions", "0001_first_release"),
        ("pghistory", "__first__"),
        ("programmes", "0001_first_release"),
        ("rocb", "0001_first_release"),
    ]

    operations = [
        rocb.schema.ApplyTogether(
            operations=[
                migrations.CreateModel(
                    name="AnnualReport",
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
                                related_name="annual_reports",
                                to="rocb.office",
                                verbose_name="office",
                            ),
                        ),
                        (
                            "year",
                            models.PositiveSmallIntegerField(
                                editable=False, verbose_name="fiscal year"
                            ),
                        ),
                        (
                            "foreword",
                            models.TextField(blank=True, max_length=8000, verbose_name="foreword"),
                        ),
                        (
                            "highlights",
                            models.TextField(
                                blank=True,
                                help_text="One point on each line.",
                                max_length=8000,
                                verbose_name="executive summary",
                            ),
                        ),
                        (
                            "outlook",
                            models.TextField(blank=True, max_length=8000, verbose_name="outlook"),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[("draft", "Draft"), ("issued", "Issued")],
                                default="draft",
                                editable=False,
                                max_length=12,
                                verbose_name="status",
                            ),
                        ),
                        (
                            "content",
                            models.JSONField(
                                editable=False, null=True, verbose_name="what was issued"
                            ),
                        ),
                        (
                            "sha256",
                            models.CharField(
                                blank=True, editable=False, max_length=64, verbose_name="hash"
                            ),
                        ),
                        (
                            "issued_at",
                            models.DateTimeField(editable=False, null=True, verbose_name="issued"),
                        ),
                        (
                            "issued_by",
                            models.ForeignKey(
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
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
                        "ordering": ["-year"],
                        "permissions": [("issue_annualreport", "Issue the annual report")],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("office", "year"),
                                name="one_annual_report_a_year",
                                violation_error_message="There is a report of this year already.",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="AnnualReportEvent",
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
                                to="reports.annualreport",
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
                        (
                            "year",
                            models.PositiveSmallIntegerField(
                                editable=False, verbose_name="fiscal year"
                            ),
                        ),
                        (
                            "foreword",
                            models.TextField(blank=True, max_length=8000, verbose_name="foreword"),
                        ),
                        (
                            "highlights",
                            models.TextField(
                                blank=True,
                                help_text="One point on each line.",
                                max_length=8000,
                                verbose_name="executive summary",
                            ),
                        ),
                        (
                            "outlook",
                            models.TextField(blank=True, max_length=8000, verbose_name="outlook"),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[("draft", "Draft"), ("issued", "Issued")],
                                default="draft",
                                editable=False,
                                max_length=12,
                                verbose_name="status",
                            ),
                        ),
                        (
                            "sha256",
                            models.CharField(
                                blank=True, editable=False, max_length=64, verbose_name="hash"
                            ),
                        ),
                        (
                            "issued_at",
                            models.DateTimeField(editable=False, null=True, verbose_name="issued"),
                        ),
                        (
                            "issued_by",
                            models.ForeignKey(
                                db_constraint=False,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
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
                    name="CaseStudy",
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
                            "report",
                            models.ForeignKey(
                                editable=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="cases",
                                to="reports.report",
                            ),
                        ),
                        (
                            "administration",
                            models.ForeignKey(
                                editable=False,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="case_studies",
                                to="rocb.administration",
                            ),
                        ),
                        (
                            "title",
                            models.CharField(blank=True, max_length=200, verbose_name="title"),
                        ),
                        (
                            "text",
                            models.TextField(
                                blank=True,
                                help_text="What the problem was, what was done, what came of it, what others may learn.",
                                max_length=20000,
                                verbose_name="the case",
                            ),
                        ),
                        (
                            "contact",
                            models.CharField(
                                blank=True,
                                help_text="Name, unit, e-mail.",
                                max_length=200,
                                verbose_name="who can tell more",
                            ),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("asked", "Asked for"),
                                    ("submitted", "Submitted"),
                                    ("returned", "Returned with questions"),
                                    ("accepted", "Accepted"),
                                    ("declined", "Declined"),
                                ],
                                default="asked",
                                editable=False,
                                max_length=10,
                                verbose_name="status",
                            ),
                        ),
                    ],
                    options={
                        "permissions": [
                            ("view_case", "See cases"),
                            ("contribute_case", "Contribute the own administration's cases"),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("report", "administration"), name="asked_once_for_a_case"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="CaseStudyEvent",
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
                                to="reports.casestudy",
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
                            "report",
                            models.ForeignKey(
                                db_constraint=False,
                                editable=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="reports.report",
                            ),
                        ),
                        (
                            "administration",
                            models.ForeignKey(
                                db_constraint=False,
                                editable=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="rocb.administration",
                            ),
                        ),
                        (
                            "title",
                            models.CharField(blank=True, max_length=200, verbose_name="title"),
                        ),
                        (
                            "text",
                            models.TextField(
                                blank=True,
                                help_text="What the problem was, what was done, what came of it, what others may learn.",
                                max_length=20000,
                                verbose_name="the case",
                            ),
                        ),
                        (
                            "contact",
                            models.CharField(
                                blank=True,
                                help_text="Name, unit, e-mail.",
                                max_length=200,
                                verbose_name="who can tell more",
                            ),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("asked", "Asked for"),
                                    ("submitted", "Submitted"),
                                    ("returned", "Returned with questions"),
                                    ("accepted", "Accepted"),
                                    ("declined", "Declined"),
                                ],
                                default="asked",
                                editable=False,
                                max_length=10,
                                verbose_name="status",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Circular",
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
                                related_name="circulars",
                                to="rocb.office",
                            ),
                        ),
                        (
                            "reference",
                            models.CharField(
                                blank=True, editable=False, max_length=20, verbose_name="reference"
                            ),
                        ),
                        ("subject", models.CharField(max_length=200, verbose_name="subject")),
                        (
                            "body",
                            models.TextField(
                                help_text="Markdown: **bold**, lists with “- ”, links as [words](https://…).",
                                max_length=20000,
                                verbose_name="text",
                            ),
                        ),
                        (
                            "reply_by",
                            models.DateField(
                                blank=True,
                                help_text="Empty: no reply is asked for.",
                                null=True,
                                verbose_name="reply by",
                            ),
                        ),
                        (
                            "questionnaire",
                            models.ForeignKey(
                                blank=True,
                                help_text="Asked with the reply; the office makes them under “Questionnaires”.",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="circulars",
                                to="programmes.questionnaire",
                                verbose_name="questions",
                            ),
                        ),
                        ("content", models.JSONField(default=dict, editable=False)),
                        (
                            "all_members",
                            models.BooleanField(
                                default=False, verbose_name="all members of the region"
                            ),
                        ),
                        (
                            "to_executives",
                            models.BooleanField(
                                default=False, verbose_name="also to the heads of customs"
                            ),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("draft", "Draft"),
                                    ("sent", "Sent"),
                                    ("closed", "Closed"),
                                ],
                                default="draft",
                                editable=False,
                                max_length=8,
                                verbose_name="status",
                            ),
                        ),
                        (
                            "sent_at",
                            models.DateTimeField(editable=False, null=True, verbose_name="sent"),
                        ),
                        (
                            "search",
                            models.GeneratedField(
                                db_persist=True,
                                expression=django.contrib.postgres.search.SearchVector(
                                    "reference", "subject", "body", config="simple"
                                ),
                                output_field=django.contrib.postgres.search.SearchVectorField(),
                            ),
                        ),
                        (
                            "groupings",
                            models.ManyToManyField(
                                blank=True,
                                related_name="+",
                                to="rocb.grouping",
                                verbose_name="groupings",
                            ),
                        ),
                        (
                            "members",
                            models.ManyToManyField(
                                blank=True,
                                related_name="+",
                                to="rocb.administration",
                                verbose_name="single members",
                            ),
                        ),
                    ],
                    options={
                        "permissions": [
                            ("send_circular", "Send and close circulars"),
                            ("answer_circular", "Reply to circulars"),
                        ],
                        "indexes": [
                            django.contrib.postgres.indexes.GinIndex(
                                fields=["search"], name="circular_search"
                            ),
                            models.Index(fields=["office", "-sent_at"], name="circular_newest"),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("reference", ""), _negated=True),
                                fields=("office", "reference"),
                                name="one_circular_a_reference",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="CircularEvent",
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
                                to="reports.circular",
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
                            "reference",
                            models.CharField(
                                blank=True, editable=False, max_length=20, verbose_name="reference"
                            ),
                        ),
                        ("subject", models.CharField(max_length=200, verbose_name="subject")),
                        (
                            "body",
                            models.TextField(
                                help_text="Markdown: **bold**, lists with “- ”, links as [words](https://…).",
                                max_length=20000,
                                verbose_name="text",
                            ),
                        ),
                        (
                            "reply_by",
                            models.DateField(
                                blank=True,
                                help_text="Empty: no reply is asked for.",
                                null=True,
                                verbose_name="reply by",
                            ),
                        ),
                        (
                            "questionnaire",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                help_text="Asked with the reply; the office makes them under “Questionnaires”.",
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="programmes.questionnaire",
                                verbose_name="questions",
                            ),
                        ),
                        (
                            "all_members",
                            models.BooleanField(
                                default=False, verbose_name="all members of the region"
                            ),
                        ),
                        (
                            "to_executives",
                            models.BooleanField(
                                default=False, verbose_name="also to the heads of customs"
                            ),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("draft", "Draft"),
                                    ("sent", "Sent"),
                                    ("closed", "Closed"),
                                ],
                                default="draft",
                                editable=False,
                                max_length=8,
                                verbose_name="status",
                            ),
                        ),
                        (
                            "sent_at",
                            models.DateTimeField(editable=False, null=True, verbose_name="sent"),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Copy",
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
                            "reply",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="copies",
                                to="reports.reply",
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="circulars",
                                to="rocb.person",
                            ),
                        ),
                        ("is_mailed", models.BooleanField(default=False)),
                        ("read_at", models.DateTimeField(null=True, verbose_name="read")),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("reply", "person"), name="one_copy_each"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Downloads",
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
                            "version",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="downloads",
                                to="reports.fileversion",
                            ),
                        ),
                        ("month", models.DateField()),
                        ("count", models.PositiveIntegerField(default=0)),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("version", "month"), name="one_count_a_month"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="FilePage",
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
                            "version",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="texts",
                                to="reports.fileversion",
                            ),
                        ),
                        ("number", models.PositiveIntegerField()),
                        ("config", models.CharField(max_length=12)),
                        ("text", models.TextField()),
                        (
                            "search",
                            models.GeneratedField(
                                db_persist=True,
                                expression=models.Case(
                                    models.When(
                                        config="french",
                                        then=django.contrib.postgres.search.SearchVector(
                                            "text", config="french"
                                        ),
                                    ),
                                    models.When(
                                        config="english",
                                        then=django.contrib.postgres.search.SearchVector(
                                            "text", config="english"
                                        ),
                                    ),
                                    default=django.contrib.postgres.search.SearchVector(
                                        "text", config="simple"
                                    ),
                                ),
                                output_field=django.contrib.postgres.search.SearchVectorField(),
                            ),
                        ),
                    ],
                    options={
                        "indexes": [
                            django.contrib.postgres.indexes.GinIndex(
                                fields=["search"], name="page_search"
                            )
                        ],
                        "constraints": [
                            models.UniqueConstraint(fields=("version", "number"), name="page_once")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="FileVersion",
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
                            "report",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="files",
                                to="reports.report",
                            ),
                        ),
                        ("number", models.PositiveSmallIntegerField(verbose_name="version")),
                        (
                            "language",
                            models.CharField(
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
                                default="en",
                                max_length=8,
                                verbose_name="language",
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[("pdf", "PDF"), ("docx", "Word")], max_length=4
                            ),
                        ),
                        (
                            "file",
                            models.FileField(
                                max_length=120,
                                upload_to=reports.models.files.kept_at,
                                verbose_name="file",
                            ),
                        ),
                        ("name", models.CharField(max_length=200, verbose_name="name")),
                        ("sha256", models.CharField(max_length=64)),
                        ("size", models.PositiveBigIntegerField(verbose_name="size")),
                        ("pages", models.PositiveIntegerField(null=True, verbose_name="pages")),
                        (
                            "note",
                            models.CharField(
                                blank=True, max_length=300, verbose_name="what changed"
                            ),
                        ),
                        (
                            "reading",
                            models.CharField(
                                choices=[
                                    ("waiting", "Being read for the search"),
                                    ("done", "Can be searched"),
                                    ("no_text", "No text inside: scanned pages cannot be searched"),
                                    ("failed", "Its text could not be read"),
                                ],
                                default="waiting",
                                max_length=8,
                            ),
                        ),
                        ("is_current", models.BooleanField(default=True)),
                        (
                            "by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("at", models.DateTimeField(auto_now_add=True, verbose_name="uploaded")),
                    ],
                    options={
                        "ordering": ["-is_current", "language", "-number"],
                        "indexes": [
                            models.Index(
                                condition=models.Q(("reading", "waiting")),
                                fields=["at"],
                                name="file_waits_to_be_read",
                            )
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("report", "number"), name="version_once"
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("is_current", True)),
                                fields=("report", "language"),
                                name="one_current_file_a_language",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Following",
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
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="followed_topics",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "theme",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="followers",
                                to="rocb.theme",
                            ),
                        ),
                        (
                            "standard",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="followers",
                                to="rocb.standard",
                            ),
                        ),
                        ("at", models.DateTimeField(auto_now_add=True)),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("user", "theme", "standard"),
                                name="followed_once",
                                nulls_distinct=False,
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("standard", None), ("theme__isnull", False)),
                                    models.Q(("standard__isnull", False), ("theme", None)),
                                    _connector="OR",
                                ),
                                name="follows_one_topic",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Indicator",
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
                            "objective",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="indicators",
                                to="reports.objective",
                            ),
                        ),
                        ("title", models.CharField(max_length=300, verbose_name="indicator")),
                        ("unit", models.CharField(blank=True, max_length=40, verbose_name="unit")),
                        (
                            "figure_key",
                            models.CharField(
                                blank=True,
                                help_text="Empty: its values are entered by hand, with evidence.",
                                max_length=80,
                                verbose_name="computed from the figure",
                            ),
                        ),
                        (
                            "is_lower_better",
                            models.BooleanField(default=False, verbose_name="lower is better"),
                        ),
                        (
                            "baseline",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=12,
                                null=True,
                                verbose_name="baseline",
                            ),
                        ),
                        (
                            "note",
                            models.TextField(
                                blank=True, max_length=2000, verbose_name="how it is measured"
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["objective", "pk"],
                    },
                ),
                migrations.CreateModel(
                    name="IndicatorEvent",
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
                                to="reports.indicator",
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
                            "objective",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="reports.objective",
                            ),
                        ),
                        ("title", models.CharField(max_length=300, verbose_name="indicator")),
                        ("unit", models.CharField(blank=True, max_length=40, verbose_name="unit")),
                        (
                            "figure_key",
                            models.CharField(
                                blank=True,
                                help_text="Empty: its values are entered by hand, with evidence.",
                                max_length=80,
                                verbose_name="computed from the figure",
                            ),
                        ),
                        (
                            "is_lower_better",
                            models.BooleanField(default=False, verbose_name="lower is better"),
                        ),
                        (
                            "baseline",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=12,
                                null=True,
                                verbose_name="baseline",
                            ),
                        ),
                        (
                            "note",
                            models.TextField(
                                blank=True, max_length=2000, verbose_name="how it is measured"
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Newsletter",
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
                                related_name="newsletters",
                                to="rocb.office",
                            ),
                        ),
                        (
                            "number",
                            models.PositiveSmallIntegerField(editable=False, verbose_name="number"),
                        ),
                        ("title", models.CharField(max_length=160, verbose_name="title")),
                        (
                            "intro",
                            models.TextField(
                                blank=True,
                                help_text="Markdown: **bold**, lists with “- ”, links as [words](https://…).",
                                max_length=6000,
                                verbose_name="introduction",
                            ),
                        ),
                        ("from_on", models.DateField(verbose_name="from")),
                        ("until_on", models.DateField(verbose_name="until")),
                        (
                            "status",
                            models.CharField(
                                choices=[("draft", "Draft"), ("sent", "Sent")],
                                default="draft",
                                editable=False,
                                max_length=8,
                                verbose_name="status",
                            ),
                        ),
                        (
                            "sent_at",
                            models.DateTimeField(editable=False, null=True, verbose_name="sent"),
                        ),
                        (
                            "is_invented",
                            models.BooleanField(
                                default=False, editable=False, verbose_name="demonstration data"
                            ),
                        ),
                    ],
                    options={
                        "permissions": [("send_newsletter", "Send newsletters")],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("office", "number"), name="one_issue_a_number"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("until_on__gte", models.F("from_on"))),
                                name="newsletter_ends_after_it_begins",
                                violation_error_message="It ends before it begins.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="NewsletterEvent",
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
                                to="reports.newsletter",
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
                            "number",
                            models.PositiveSmallIntegerField(editable=False, verbose_name="number"),
                        ),
                        ("title", models.CharField(max_length=160, verbose_name="title")),
                        (
                            "intro",
                            models.TextField(
                                blank=True,
                                help_text="Markdown: **bold**, lists with “- ”, links as [words](https://…).",
                                max_length=6000,
                                verbose_name="introduction",
                            ),
                        ),
                        ("from_on", models.DateField(verbose_name="from")),
                        ("until_on", models.DateField(verbose_name="until")),
                        (
                            "status",
                            models.CharField(
                                choices=[("draft", "Draft"), ("sent", "Sent")],
                                default="draft",
                                editable=False,
                                max_length=8,
                                verbose_name="status",
                            ),
                        ),
                        (
                            "sent_at",
                            models.DateTimeField(editable=False, null=True, verbose_name="sent"),
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
                    name="NewsletterItem",
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
                            "newsletter",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="items",
                                to="reports.newsletter",
                            ),
                        ),
                        ("part", models.CharField(max_length=24)),
                        ("title", models.CharField(max_length=300, verbose_name="title")),
                        (
                            "text",
                            models.TextField(blank=True, max_length=2000, verbose_name="text"),
                        ),
                        (
                            "url",
                            models.CharField(blank=True, max_length=300, verbose_name="leads to"),
                        ),
                        (
                            "position",
                            models.PositiveSmallIntegerField(default=1, verbose_name="position"),
                        ),
                        (
                            "is_included",
                            models.BooleanField(default=True, verbose_name="stands in it"),
                        ),
                    ],
                    options={
                        "ordering": ["position", "pk"],
                    },
                ),
                migrations.CreateModel(
                    name="NewsletterRefusal",
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
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="newsletter_refusal",
                                to="rocb.person",
                            ),
                        ),
                        ("at", models.DateTimeField(auto_now_add=True)),
                    ],
                ),
                migrations.CreateModel(
                    name="Objective",
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
                            "plan",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="objectives",
                                to="reports.strategicplan",
                            ),
                        ),
                        (
                            "pillar",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="objectives",
                                to="reports.pillar",
                                verbose_name="pillar",
                            ),
                        ),
                        ("number", models.CharField(max_length=12, verbose_name="number")),
                        ("title", models.CharField(max_length=300, verbose_name="objective")),
                        (
                            "description",
                            models.TextField(
                                blank=True, max_length=4000, verbose_name="description"
                            ),
                        ),
                        (
                            "serves",
                            models.ForeignKey(
                                blank=True,
                                help_text="The objective of the plan above.",
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="served_by",
                                to="reports.objective",
                                verbose_name="serves",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["plan", "number"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("plan", "number"),
                                name="objective_number_once",
                                violation_error_message="This plan has an objective of that number already.",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ObjectiveEvent",
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
                                to="reports.objective",
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
                            "plan",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="reports.strategicplan",
                            ),
                        ),
                        (
                            "pillar",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="reports.pillar",
                                verbose_name="pillar",
                            ),
                        ),
                        ("number", models.CharField(max_length=12, verbose_name="number")),
                        ("title", models.CharField(max_length=300, verbose_name="objective")),
                        (
                            "description",
                            models.TextField(
                                blank=True, max_length=4000, verbose_name="description"
                            ),
                        ),
                        (
                            "serves",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                help_text="The objective of the plan above.",
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="reports.objective",
                                verbose_name="serves",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Pillar",
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
                            "office",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="pillars",
                                to="rocb.office",
                            ),
                        ),
                        ("number", models.PositiveSmallIntegerField(verbose_name="number")),
                    ],
                    options={
                        "ordering": ["number"],
                        "constraints": [
                            models.UniqueConstraint(fields=("office", "number"), name="pillar_once")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PillarTitle",
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
                            "pillar",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="titles",
                                to="reports.pillar",
                            ),
                        ),
                        ("title", models.CharField(max_length=240, verbose_name="title")),
                        ("from_on", models.DateField(verbose_name="from")),
                    ],
                    options={
                        "ordering": ["pillar", "from_on"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("pillar", "from_on"),
                                name="one_title_from_a_day",
                                violation_error_message="This pillar has a title from that day already.",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PillarTitleEvent",
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
                                to="reports.pillartitle",
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
                            "pillar",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="reports.pillar",
                            ),
                        ),
                        ("title", models.CharField(max_length=240, verbose_name="title")),
                        ("from_on", models.DateField(verbose_name="from")),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Reading",
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
                            "indicator",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="readings",
                                to="reports.indicator",
                            ),
                        ),
                        ("on", models.DateField(verbose_name="on")),
                        (
                            "value",
                            models.DecimalField(
                                decimal_places=2, max_digits=12, verbose_name="value"
                            ),
                        ),
                        (
                            "evidence",
                            models.TextField(
                                help_text="Where the number comes from.",
                                max_length=2000,
                                verbose_name="evidence",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["-on"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("indicator", "on"),
                                name="one_reading_a_day",
                                violation_error_message="There is a value for this day already.",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ReadingEvent",
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
                                to="reports.reading",
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
                            "indicator",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="reports.indicator",
                            ),
                        ),
                        ("on", models.DateField(verbose_name="on")),
                        (
                            "value",
                            models.DecimalField(
                                decimal_places=2, max_digits=12, verbose_name="value"
                            ),
                        ),
                        (
                            "evidence",
                            models.TextField(
                                help_text="Where the number comes from.",
                                max_length=2000,
                                verbose_name="evidence",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Reply",
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
                            "circular",
                            models.ForeignKey(
                                editable=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="replies",
                                to="reports.circular",
                            ),
                        ),
                        (
                            "administration",
                            models.ForeignKey(
                                editable=False,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="circular_replies",
                                to="rocb.administration",
                            ),
                        ),
                        (
                            "text",
                            models.TextField(blank=True, max_length=10000, verbose_name="reply"),
                        ),
                        (
                            "answers",
                            models.JSONField(default=dict, editable=False, verbose_name="answers"),
                        ),
                        (
                            "answered_at",
                            models.DateTimeField(editable=False, null=True, verbose_name="replied"),
                        ),
                        (
                            "answered_by",
                            models.ForeignKey(
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name_plural": "replies",
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("circular", "administration"), name="one_reply_a_member"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ReplyEvent",
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
                                to="reports.reply",
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
                            "circular",
                            models.ForeignKey(
                                db_constraint=False,
                                editable=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="reports.circular",
                            ),
                        ),
                        (
                            "administration",
                            models.ForeignKey(
                                db_constraint=False,
                                editable=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="rocb.administration",
                            ),
                        ),
                        (
                            "text",
                            models.TextField(blank=True, max_length=10000, verbose_name="reply"),
                        ),
                        (
                            "answers",
                            models.JSONField(default=dict, editable=False, verbose_name="answers"),
                        ),
                        (
                            "answered_at",
                            models.DateTimeField(editable=False, null=True, verbose_name="replied"),
                        ),
                        (
                            "answered_by",
                            models.ForeignKey(
                                db_constraint=False,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Report",
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
                                related_name="reports",
                                to="rocb.office",
                                verbose_name="office",
                            ),
                        ),
                        (
                            "series",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="reports",
                                to="reports.series",
                                verbose_name="series",
                            ),
                        ),
                        (
                            "number",
                            models.PositiveSmallIntegerField(
                                validators=[django.core.validators.MinValueValidator(1)],
                                verbose_name="number",
                            ),
                        ),
                        ("handle", models.CharField(editable=False, max_length=40, unique=True)),
                        ("title", models.CharField(max_length=300, verbose_name="title")),
                        (
                            "authors",
                            models.CharField(
                                blank=True,
                                help_text="People or offices, separated by semicolons; empty: the office itself.",
                                max_length=300,
                                verbose_name="authors",
                            ),
                        ),
                        (
                            "summary",
                            models.TextField(blank=True, max_length=4000, verbose_name="summary"),
                        ),
                        (
                            "countries",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(max_length=2),
                                blank=True,
                                default=list,
                                size=None,
                                verbose_name="case countries",
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
                                editable=False,
                                size=None,
                                verbose_name="languages",
                            ),
                        ),
                        (
                            "year",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                null=True,
                                validators=[
                                    django.core.validators.MinValueValidator(1990),
                                    django.core.validators.MaxValueValidator(2100),
                                ],
                                verbose_name="year",
                            ),
                        ),
                        (
                            "call_text",
                            models.TextField(
                                blank=True, max_length=4000, verbose_name="what is asked for"
                            ),
                        ),
                        (
                            "call_due_on",
                            models.DateField(blank=True, null=True, verbose_name="cases wanted by"),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("draft", "Draft"),
                                    ("calling", "Call for cases"),
                                    ("in_review", "In review"),
                                    ("published", "Published"),
                                    ("withdrawn", "Withdrawn"),
                                ],
                                default="draft",
                                editable=False,
                                max_length=12,
                                verbose_name="status",
                            ),
                        ),
                        ("is_public", models.BooleanField(default=False, verbose_name="public")),
                        (
                            "published_on",
                            models.DateField(editable=False, null=True, verbose_name="published"),
                        ),
                        ("deposited_at", models.DateTimeField(editable=False, null=True)),
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
                                    "title", "summary", "authors", config="simple"
                                ),
                                output_field=django.contrib.postgres.search.SearchVectorField(),
                            ),
                        ),
                        (
                            "themes",
                            models.ManyToManyField(
                                blank=True,
                                related_name="reports",
                                to="rocb.theme",
                                verbose_name="themes",
                            ),
                        ),
                        (
                            "standards",
                            models.ManyToManyField(
                                blank=True,
                                related_name="reports",
                                to="rocb.standard",
                                verbose_name="standards",
                            ),
                        ),
                        (
                            "related_events",
                            models.ManyToManyField(
                                blank=True,
                                related_name="reports",
                                to="programmes.event",
                                verbose_name="events it comes from",
                            ),
                        ),
                    ],
                    options={
                        "permissions": [
                            ("publish_report", "Publish and withdraw reports"),
                            ("call_cases", "Call members for cases"),
                        ],
                        "indexes": [
                            django.contrib.postgres.indexes.GinIndex(
                                fields=["search"], name="report_search"
                            ),
                            models.Index(fields=["-published_on", "-number"], name="report_newest"),
                            models.Index(
                                condition=models.Q(("deposited_at__isnull", False)),
                                fields=["updated_at", "id"],
                                name="report_harvest",
                            ),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("series", "number"),
                                name="number_once_in_a_series",
                                violation_error_message="This number of the series is taken.",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ReportEvent",
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
                                to="reports.report",
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
                            "number",
                            models.PositiveSmallIntegerField(
                                validators=[django.core.validators.MinValueValidator(1)],
                                verbose_name="number",
                            ),
                        ),
                        ("title", models.CharField(max_length=300, verbose_name="title")),
                        (
                            "authors",
                            models.CharField(
                                blank=True,
                                help_text="People or offices, separated by semicolons; empty: the office itself.",
                                max_length=300,
                                verbose_name="authors",
                            ),
                        ),
                        (
                            "summary",
                            models.TextField(blank=True, max_length=4000, verbose_name="summary"),
                        ),
                        (
                            "countries",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(max_length=2),
                                blank=True,
                                default=list,
                                size=None,
                                verbose_name="case countries",
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
                                editable=False,
                                size=None,
                                verbose_name="languages",
                            ),
                        ),
                        (
                            "year",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                null=True,
                                validators=[
                                    django.core.validators.MinValueValidator(1990),
                                    django.core.validators.MaxValueValidator(2100),
                                ],
                                verbose_name="year",
                            ),
                        ),
                        (
                            "call_text",
                            models.TextField(
                                blank=True, max_length=4000, verbose_name="what is asked for"
                            ),
                        ),
                        (
                            "call_due_on",
                            models.DateField(blank=True, null=True, verbose_name="cases wanted by"),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("draft", "Draft"),
                                    ("calling", "Call for cases"),
                                    ("in_review", "In review"),
                                    ("published", "Published"),
                                    ("withdrawn", "Withdrawn"),
                                ],
                                default="draft",
                                editable=False,
                                max_length=12,
                                verbose_name="status",
                            ),
                        ),
                        ("is_public", models.BooleanField(default=False, verbose_name="public")),
                        (
                            "published_on",
                            models.DateField(editable=False, null=True, verbose_name="published"),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="SearchText",
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
                            "report",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="texts",
                                to="reports.report",
                            ),
                        ),
                        ("config", models.CharField(max_length=12)),
                        ("words", django.contrib.postgres.search.SearchVectorField()),
                    ],
                    options={
                        "indexes": [
                            django.contrib.postgres.indexes.GinIndex(
                                fields=["words"], name="text_words"
                            )
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("report", "config"), name="one_text_a_language"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Series",
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
                            "office",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="report_series",
                                to="rocb.office",
                            ),
                        ),
                        (
                            "code",
                            models.SlugField(
                                max_length=24,
                                unique=True,
                                validators=[
                                    django.core.validators.RegexValidator(
                                        "[a-z]", "A code has at least one letter."
                                    )
                                ],
                                verbose_name="code",
                            ),
                        ),
                        ("title", models.CharField(max_length=160, verbose_name="title")),
                        (
                            "is_main",
                            models.BooleanField(default=False, verbose_name="the main series"),
                        ),
                    ],
                    options={
                        "verbose_name_plural": "series",
                        "ordering": ["-is_main", "title"],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("is_main", True)),
                                fields=("is_main",),
                                name="one_main_series",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="StrategicPlan",
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
                            "level",
                            models.CharField(
                                choices=[
                                    ("wco", "WCO Strategic Plan"),
                                    ("region", "Regional Strategic Plan"),
                                    ("office", "Plan of the office"),
                                ],
                                default="office",
                                max_length=8,
                                verbose_name="whose plan",
                            ),
                        ),
                        (
                            "office",
                            models.ForeignKey(
                                blank=True,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="strategic_plans",
                                to="rocb.office",
                                verbose_name="office",
                            ),
                        ),
                        (
                            "parent",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="carried_out_by",
                                to="reports.strategicplan",
                                verbose_name="carries out",
                            ),
                        ),
                        ("title", models.CharField(max_length=240, verbose_name="title")),
                        ("starts_on", models.DateField(verbose_name="first day")),
                        ("ends_on", models.DateField(verbose_name="last day")),
                        (
                            "adopted_by",
                            models.CharField(
                                blank=True,
                                help_text="The body, such as the Heads of Customs Administrations Meeting.",
                                max_length=240,
                                verbose_name="adopted by",
                            ),
                        ),
                        (
                            "adopted_on",
                            models.DateField(editable=False, null=True, verbose_name="adopted"),
                        ),
                        (
                            "summary",
                            models.TextField(blank=True, max_length=8000, verbose_name="summary"),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("draft", "Draft"),
                                    ("adopted", "Adopted"),
                                    ("closed", "Closed"),
                                ],
                                default="draft",
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
                                    "title", "summary", config="simple"
                                ),
                                output_field=django.contrib.postgres.search.SearchVectorField(),
                            ),
                        ),
                    ],
                    options={
                        "permissions": [
                            ("adopt_strategicplan", "Record that a plan was adopted, and close it")
                        ],
                        "indexes": [
                            models.Index(
                                fields=["level", "office", "starts_on"], name="strategy_of_time"
                            ),
                            django.contrib.postgres.indexes.GinIndex(
                                fields=["search"], name="strategy_search"
                            ),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("ends_on__gte", models.F("starts_on"))),
                                name="strategy_ends_after_it_starts",
                                violation_error_message="The plan ends before it starts.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("level", "wco"), ("office", None)),
                                    models.Q(
                                        models.Q(("level", "wco"), _negated=True),
                                        ("office__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="strategy_of_an_office",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="StrategicPlanEvent",
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
                                to="reports.strategicplan",
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
                            "level",
                            models.CharField(
                                choices=[
                                    ("wco", "WCO Strategic Plan"),
                                    ("region", "Regional Strategic Plan"),
                                    ("office", "Plan of the office"),
                                ],
                                default="office",
                                max_length=8,
                                verbose_name="whose plan",
                            ),
                        ),
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
                                verbose_name="office",
                            ),
                        ),
                        (
                            "parent",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="reports.strategicplan",
                                verbose_name="carries out",
                            ),
                        ),
                        ("title", models.CharField(max_length=240, verbose_name="title")),
                        ("starts_on", models.DateField(verbose_name="first day")),
                        ("ends_on", models.DateField(verbose_name="last day")),
                        (
                            "adopted_by",
                            models.CharField(
                                blank=True,
                                help_text="The body, such as the Heads of Customs Administrations Meeting.",
                                max_length=240,
                                verbose_name="adopted by",
                            ),
                        ),
                        (
                            "adopted_on",
                            models.DateField(editable=False, null=True, verbose_name="adopted"),
                        ),
                        (
                            "summary",
                            models.TextField(blank=True, max_length=8000, verbose_name="summary"),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("draft", "Draft"),
                                    ("adopted", "Adopted"),
                                    ("closed", "Closed"),
                                ],
                                default="draft",
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
                    name="Subscriber",
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
                        ("email", models.EmailField(max_length=254, verbose_name="e-mail")),
                        ("language", models.CharField(default="en", max_length=8)),
                        ("asked_at", models.DateTimeField(verbose_name="asked")),
                        ("confirmed_at", models.DateTimeField(null=True, verbose_name="confirmed")),
                        ("left_at", models.DateTimeField(null=True, verbose_name="left")),
                    ],
                    options={
                        "ordering": ["-asked_at"],
                        "constraints": [
                            models.UniqueConstraint(
                                django.db.models.functions.text.Lower("email"),
                                name="subscribed_once",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Target",
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
                            "indicator",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="targets",
                                to="reports.indicator",
                            ),
                        ),
                        (
                            "year",
                            models.PositiveSmallIntegerField(
                                help_text="The calendar year in which it begins.",
                                validators=[
                                    django.core.validators.MinValueValidator(2000),
                                    django.core.validators.MaxValueValidator(2100),
                                ],
                                verbose_name="fiscal year",
                            ),
                        ),
                        (
                            "value",
                            models.DecimalField(
                                decimal_places=2, max_digits=12, verbose_name="target"
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["year"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("indicator", "year"), name="one_target_a_year"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="TargetEvent",
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
                                to="reports.target",
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
                            "indicator",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="reports.indicator",
                            ),
                        ),
                        (
                            "year",
                            models.PositiveSmallIntegerField(
                                help_text="The calendar year in which it begins.",
                                validators=[
                                    django.core.validators.MinValueValidator(2000),
                                    django.core.validators.MaxValueValidator(2100),
                                ],
                                verbose_name="fiscal year",
                            ),
                        ),
                        (
                            "value",
                            models.DecimalField(
                                decimal_places=2, max_digits=12, verbose_name="target"
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="WorkItem",
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
                                related_name="work_items",
                                to="rocb.office",
                                verbose_name="office",
                            ),
                        ),
                        (
                            "year",
                            models.PositiveSmallIntegerField(
                                validators=[
                                    django.core.validators.MinValueValidator(2000),
                                    django.core.validators.MaxValueValidator(2100),
                                ],
                                verbose_name="fiscal year",
                            ),
                        ),
                        (
                            "pillar",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="work",
                                to="reports.pillar",
                                verbose_name="pillar",
                            ),
                        ),
                        (
                            "objective",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="work",
                                to="reports.objective",
                                verbose_name="objective",
                            ),
                        ),
                        ("title", models.CharField(max_length=300, verbose_name="what")),
                        (
                            "description",
                            models.TextField(
                                blank=True, max_length=4000, verbose_name="description"
                            ),
                        ),
                        (
                            "outcome",
                            models.CharField(
                                blank=True, max_length=500, verbose_name="intended outcome"
                            ),
                        ),
                        (
                            "carried_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="work_items",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="carried by",
                            ),
                        ),
                        ("starts_on", models.DateField(verbose_name="from")),
                        ("ends_on", models.DateField(verbose_name="until")),
                        (
                            "effort",
                            models.DecimalField(
                                decimal_places=1,
                                default=5,
                                max_digits=5,
                                validators=[
                                    django.core.validators.MinValueValidator(0),
                                    django.core.validators.MaxValueValidator(400),
                                ],
                                verbose_name="working days it takes",
                            ),
                        ),
                        (
                            "percent",
                            models.PositiveSmallIntegerField(
                                default=0,
                                validators=[django.core.validators.MaxValueValidator(100)],
                                verbose_name="per cent done",
                            ),
                        ),
                        (
                            "progress",
                            models.TextField(
                                blank=True, max_length=2000, verbose_name="progress so far"
                            ),
                        ),
                        (
                            "event",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="work_items",
                                to="programmes.event",
                                verbose_name="event",
                            ),
                        ),
                        (
                            "mission",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="work_items",
                                to="missions.mission",
                                verbose_name="mission",
                            ),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("planned", "Planned"),
                                    ("running", "Under way"),
                                    ("done", "Done"),
                                    ("dropped", "Dropped"),
                                ],
                                default="planned",
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
                                    "title", "description", "outcome", config="simple"
                                ),
                                output_field=django.contrib.postgres.search.SearchVectorField(),
                            ),
                        ),
                    ],
                    options={
                        "indexes": [
                            models.Index(fields=["office", "year", "status"], name="work_of_year"),
                            models.Index(fields=["carried_by", "ends_on"], name="work_of_person"),
                            django.contrib.postgres.indexes.GinIndex(
                                fields=["search"], name="work_search"
                            ),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("ends_on__gte", models.F("starts_on"))),
                                name="work_ends_after_it_starts",
                                violation_error_message="It ends before it starts.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("percent__lte", 100)),
                                name="work_percent_to_100",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="WorkItemEvent",
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
                                to="reports.workitem",
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
                        (
                            "year",
                            models.PositiveSmallIntegerField(
                                validators=[
                                    django.core.validators.MinValueValidator(2000),
                                    django.core.validators.MaxValueValidator(2100),
                                ],
                                verbose_name="fiscal year",
                            ),
                        ),
                        (
                            "pillar",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="reports.pillar",
                                verbose_name="pillar",
                            ),
                        ),
                        (
                            "objective",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="reports.objective",
                                verbose_name="objective",
                            ),
                        ),
                        ("title", models.CharField(max_length=300, verbose_name="what")),
                        (
                            "description",
                            models.TextField(
                                blank=True, max_length=4000, verbose_name="description"
                            ),
                        ),
                        (
                            "outcome",
                            models.CharField(
                                blank=True, max_length=500, verbose_name="intended outcome"
                            ),
                        ),
                        (
                            "carried_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="carried by",
                            ),
                        ),
                        ("starts_on", models.DateField(verbose_name="from")),
                        ("ends_on", models.DateField(verbose_name="until")),
                        (
                            "effort",
                            models.DecimalField(
                                decimal_places=1,
                                default=5,
                                max_digits=5,
                                validators=[
                                    django.core.validators.MinValueValidator(0),
                                    django.core.validators.MaxValueValidator(400),
                                ],
                                verbose_name="working days it takes",
                            ),
                        ),
                        (
                            "percent",
                            models.PositiveSmallIntegerField(
                                default=0,
                                validators=[django.core.validators.MaxValueValidator(100)],
                                verbose_name="per cent done",
                            ),
                        ),
                        (
                            "progress",
                            models.TextField(
                                blank=True, max_length=2000, verbose_name="progress so far"
                            ),
                        ),
                        (
                            "event",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="programmes.event",
                                verbose_name="event",
                            ),
                        ),
                        (
                            "mission",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="missions.mission",
                                verbose_name="mission",
                            ),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("planned", "Planned"),
                                    ("running", "Under way"),
                                    ("done", "Done"),
                                    ("dropped", "Dropped"),
                                ],
                                default="planned",
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
                pgtrigger.migrations.AddTrigger(
                    model_name="annualreport",
                    trigger=pgtrigger.compiler.Trigger(
                        name="steps",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            declare="DECLARE _is_valid_transition BOOLEAN;",
                            func='SELECT CONCAT(OLD."status", \':\', NEW."status") = ANY(\'{draft:issued}\'::text[]) INTO _is_valid_transition; IF (_is_valid_transition IS FALSE AND OLD."status" IS DISTINCT FROM NEW."status") THEN RAISE EXCEPTION \'pgtrigger: Invalid transition of field "status" from "%" to "%" on table %\', OLD."status", NEW."status", TG_TABLE_NAME; ELSE RETURN NEW; END IF;',
                            hash="4e68582be53af04a1ee323ec9d8836b1a9db62b8",
                            operation="UPDATE",
                            pgid="pgtrigger_steps_cb7f5",
                            table="reports_annualreport",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="annualreport",
                    trigger=pgtrigger.compiler.Trigger(
                        name="keep_issued",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.\"status\" = 'issued')",
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="bac68cb4331bc9144b5fe638cc6ae02284c2ae35",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_keep_issued_f9117",
                            table="reports_annualreport",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="annualreport",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "reports_annualreportevent" ("foreword", "highlights", "id", "is_invented", "issued_at", "issued_by_id", "office_id", "outlook", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sha256", "status", "year") VALUES (NEW."foreword", NEW."highlights", NEW."id", NEW."is_invented", NEW."issued_at", NEW."issued_by_id", NEW."office_id", NEW."outlook", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."sha256", NEW."status", NEW."year"); RETURN NULL;',
                            hash="faf3627c77d25abab3d57b425c2b1595c9e5349c",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_e8ae4",
                            table="reports_annualreport",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="annualreport",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."foreword" IS DISTINCT FROM (NEW."foreword") OR OLD."highlights" IS DISTINCT FROM (NEW."highlights") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_invented" IS DISTINCT FROM (NEW."is_invented") OR OLD."issued_at" IS DISTINCT FROM (NEW."issued_at") OR OLD."issued_by_id" IS DISTINCT FROM (NEW."issued_by_id") OR OLD."office_id" IS DISTINCT FROM (NEW."office_id") OR OLD."outlook" IS DISTINCT FROM (NEW."outlook") OR OLD."sha256" IS DISTINCT FROM (NEW."sha256") OR OLD."status" IS DISTINCT FROM (NEW."status") OR OLD."year" IS DISTINCT FROM (NEW."year"))',
                            func='INSERT INTO "reports_annualreportevent" ("foreword", "highlights", "id", "is_invented", "issued_at", "issued_by_id", "office_id", "outlook", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sha256", "status", "year") VALUES (NEW."foreword", NEW."highlights", NEW."id", NEW."is_invented", NEW."issued_at", NEW."issued_by_id", NEW."office_id", NEW."outlook", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."sha256", NEW."status", NEW."year"); RETURN NULL;',
                            hash="12b9bf4d9b6fdf68818c4ca1dc2614d28b5ed9db",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_8bc8c",
                            table="reports_annualreport",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="annualreportevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="30213a27d7f30489108c1495a3d15a4da1d1f6b4",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_da714",
                            table="reports_annualreportevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="casestudy",
                    trigger=pgtrigger.compiler.Trigger(
                        name="steps",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            declare="DECLARE _is_valid_transition BOOLEAN;",
                            func='SELECT CONCAT(OLD."status", \':\', NEW."status") = ANY(\'{asked:declined,asked:submitted,returned:declined,returned:submitted,submitted:accepted,submitted:returned}\'::text[]) INTO _is_valid_transition; IF (_is_valid_transition IS FALSE AND OLD."status" IS DISTINCT FROM NEW."status") THEN RAISE EXCEPTION \'pgtrigger: Invalid transition of field "status" from "%" to "%" on table %\', OLD."status", NEW."status", TG_TABLE_NAME; ELSE RETURN NEW; END IF;',
                            hash="80a8d477708226118fe0037888b67891acff102f",
                            operation="UPDATE",
                            pgid="pgtrigger_steps_f47c4",
                            table="reports_casestudy",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="casestudy",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "reports_casestudyevent" ("administration_id", "contact", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "report_id", "status", "text", "title") VALUES (NEW."administration_id", NEW."contact", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."report_id", NEW."status", NEW."text", NEW."title"); RETURN NULL;',
                            hash="74951928c3bcad22f59e304710eb6230e3b96a1c",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_2c302",
                            table="reports_casestudy",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="casestudy",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."administration_id" IS DISTINCT FROM (NEW."administration_id") OR OLD."contact" IS DISTINCT FROM (NEW."contact") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."report_id" IS DISTINCT FROM (NEW."report_id") OR OLD."status" IS DISTINCT FROM (NEW."status") OR OLD."text" IS DISTINCT FROM (NEW."text") OR OLD."title" IS DISTINCT FROM (NEW."title"))',
                            func='INSERT INTO "reports_casestudyevent" ("administration_id", "contact", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "report_id", "status", "text", "title") VALUES (NEW."administration_id", NEW."contact", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."report_id", NEW."status", NEW."text", NEW."title"); RETURN NULL;',
                            hash="392ad78ff04cc55aceb641ea92533ee31b49860d",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_7dbdc",
                            table="reports_casestudy",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="casestudyevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="83758287cfde1a816da4d3ca996160e89b6ff819",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_66c2e",
                            table="reports_casestudyevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="circular",
                    trigger=pgtrigger.compiler.Trigger(
                        name="steps",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            declare="DECLARE _is_valid_transition BOOLEAN;",
                            func='SELECT CONCAT(OLD."status", \':\', NEW."status") = ANY(\'{draft:sent,sent:closed}\'::text[]) INTO _is_valid_transition; IF (_is_valid_transition IS FALSE AND OLD."status" IS DISTINCT FROM NEW."status") THEN RAISE EXCEPTION \'pgtrigger: Invalid transition of field "status" from "%" to "%" on table %\', OLD."status", NEW."status", TG_TABLE_NAME; ELSE RETURN NEW; END IF;',
                            hash="0cea0f87e01388b2deefe2860dbeb87cbdf7bb3b",
                            operation="UPDATE",
                            pgid="pgtrigger_steps_2462a",
                            table="reports_circular",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="circular",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "reports_circularevent" ("all_members", "body", "id", "office_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "questionnaire_id", "reference", "reply_by", "sent_at", "status", "subject", "to_executives") VALUES (NEW."all_members", NEW."body", NEW."id", NEW."office_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."questionnaire_id", NEW."reference", NEW."reply_by", NEW."sent_at", NEW."status", NEW."subject", NEW."to_executives"); RETURN NULL;',
                            hash="1d807413f5945e8377724bc84db26bab16078f84",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_942f9",
                            table="reports_circular",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="circular",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."all_members" IS DISTINCT FROM (NEW."all_members") OR OLD."body" IS DISTINCT FROM (NEW."body") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."office_id" IS DISTINCT FROM (NEW."office_id") OR OLD."questionnaire_id" IS DISTINCT FROM (NEW."questionnaire_id") OR OLD."reference" IS DISTINCT FROM (NEW."reference") OR OLD."reply_by" IS DISTINCT FROM (NEW."reply_by") OR OLD."sent_at" IS DISTINCT FROM (NEW."sent_at") OR OLD."status" IS DISTINCT FROM (NEW."status") OR OLD."subject" IS DISTINCT FROM (NEW."subject") OR OLD."to_executives" IS DISTINCT FROM (NEW."to_executives"))',
                            func='INSERT INTO "reports_circularevent" ("all_members", "body", "id", "office_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "questionnaire_id", "reference", "reply_by", "sent_at", "status", "subject", "to_executives") VALUES (NEW."all_members", NEW."body", NEW."id", NEW."office_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."questionnaire_id", NEW."reference", NEW."reply_by", NEW."sent_at", NEW."status", NEW."subject", NEW."to_executives"); RETURN NULL;',
                            hash="a0f8a3df1b835e6d3c34f1a2fa022f15f024e663",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_fc925",
                            table="reports_circular",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="circularevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="9aad4dea7a9cec67370a9da5bb1198b97635a2d8",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_ade83",
                            table="reports_circularevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="indicator",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "reports_indicatorevent" ("baseline", "figure_key", "id", "is_lower_better", "note", "objective_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "title", "unit") VALUES (NEW."baseline", NEW."figure_key", NEW."id", NEW."is_lower_better", NEW."note", NEW."objective_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."title", NEW."unit"); RETURN NULL;',
                            hash="26ec86fc18af41a0bafca362351a99cc69bc8e21",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_d7913",
                            table="reports_indicator",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="indicator",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."baseline" IS DISTINCT FROM (NEW."baseline") OR OLD."figure_key" IS DISTINCT FROM (NEW."figure_key") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_lower_better" IS DISTINCT FROM (NEW."is_lower_better") OR OLD."note" IS DISTINCT FROM (NEW."note") OR OLD."objective_id" IS DISTINCT FROM (NEW."objective_id") OR OLD."title" IS DISTINCT FROM (NEW."title") OR OLD."unit" IS DISTINCT FROM (NEW."unit"))',
                            func='INSERT INTO "reports_indicatorevent" ("baseline", "figure_key", "id", "is_lower_better", "note", "objective_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "title", "unit") VALUES (NEW."baseline", NEW."figure_key", NEW."id", NEW."is_lower_better", NEW."note", NEW."objective_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."title", NEW."unit"); RETURN NULL;',
                            hash="e9fcc8c0e4c0f22b53edc7404f08fa8e0e45cfbf",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_f82e1",
                            table="reports_indicator",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="indicatorevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="ac0f0c021d20f764486034f9a0c01c9af6bed54d",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_578a2",
                            table="reports_indicatorevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="newsletter",
                    trigger=pgtrigger.compiler.Trigger(
                        name="steps",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            declare="DECLARE _is_valid_transition BOOLEAN;",
                            func='SELECT CONCAT(OLD."status", \':\', NEW."status") = ANY(\'{draft:sent}\'::text[]) INTO _is_valid_transition; IF (_is_valid_transition IS FALSE AND OLD."status" IS DISTINCT FROM NEW."status") THEN RAISE EXCEPTION \'pgtrigger: Invalid transition of field "status" from "%" to "%" on table %\', OLD."status", NEW."status", TG_TABLE_NAME; ELSE RETURN NEW; END IF;',
                            hash="ca46ba35a697002192055e827739b7189caeed8c",
                            operation="UPDATE",
                            pgid="pgtrigger_steps_3c361",
                            table="reports_newsletter",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="newsletter",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "reports_newsletterevent" ("from_on", "id", "intro", "is_invented", "number", "office_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sent_at", "status", "title", "until_on") VALUES (NEW."from_on", NEW."id", NEW."intro", NEW."is_invented", NEW."number", NEW."office_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."sent_at", NEW."status", NEW."title", NEW."until_on"); RETURN NULL;',
                            hash="cbbaf4ac3166c02528adc87d43bba7316c558a9f",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_3fa4b",
                            table="reports_newsletter",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="newsletter",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."from_on" IS DISTINCT FROM (NEW."from_on") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."intro" IS DISTINCT FROM (NEW."intro") OR OLD."is_invented" IS DISTINCT FROM (NEW."is_invented") OR OLD."number" IS DISTINCT FROM (NEW."number") OR OLD."office_id" IS DISTINCT FROM (NEW."office_id") OR OLD."sent_at" IS DISTINCT FROM (NEW."sent_at") OR OLD."status" IS DISTINCT FROM (NEW."status") OR OLD."title" IS DISTINCT FROM (NEW."title") OR OLD."until_on" IS DISTINCT FROM (NEW."until_on"))',
                            func='INSERT INTO "reports_newsletterevent" ("from_on", "id", "intro", "is_invented", "number", "office_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sent_at", "status", "title", "until_on") VALUES (NEW."from_on", NEW."id", NEW."intro", NEW."is_invented", NEW."number", NEW."office_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."sent_at", NEW."status", NEW."title", NEW."until_on"); RETURN NULL;',
                            hash="48058e55cb88112e22577b52689f1d9016871c3f",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_8fd83",
                            table="reports_newsletter",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="newsletterevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="fe7823e5168a4ede17a7ef937c912e4b35a3a746",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_9c765",
                            table="reports_newsletterevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="objective",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "reports_objectiveevent" ("description", "id", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pillar_id", "plan_id", "serves_id", "title") VALUES (NEW."description", NEW."id", NEW."number", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."pillar_id", NEW."plan_id", NEW."serves_id", NEW."title"); RETURN NULL;',
                            hash="edb72f7375ba3d5db298190a1f38946ddca31cb0",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_a8176",
                            table="reports_objective",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="objective",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."description" IS DISTINCT FROM (NEW."description") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."number" IS DISTINCT FROM (NEW."number") OR OLD."pillar_id" IS DISTINCT FROM (NEW."pillar_id") OR OLD."plan_id" IS DISTINCT FROM (NEW."plan_id") OR OLD."serves_id" IS DISTINCT FROM (NEW."serves_id") OR OLD."title" IS DISTINCT FROM (NEW."title"))',
                            func='INSERT INTO "reports_objectiveevent" ("description", "id", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pillar_id", "plan_id", "serves_id", "title") VALUES (NEW."description", NEW."id", NEW."number", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."pillar_id", NEW."plan_id", NEW."serves_id", NEW."title"); RETURN NULL;',
                            hash="a458d250d292d6474b5201f935715ebcce059cf2",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_4d719",
                            table="reports_objective",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="objectiveevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="a15deb4198356d48573aae6d1b3deb63988b29a2",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_2a06d",
                            table="reports_objectiveevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="pillartitle",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "reports_pillartitleevent" ("from_on", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pillar_id", "title") VALUES (NEW."from_on", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."pillar_id", NEW."title"); RETURN NULL;',
                            hash="1886cbcf768f5f884e0886fa68301721deece049",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_31139",
                            table="reports_pillartitle",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="pillartitle",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "reports_pillartitleevent" ("from_on", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pillar_id", "title") VALUES (NEW."from_on", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."pillar_id", NEW."title"); RETURN NULL;',
                            hash="5a7e947a5753c9f98fd34fa66123d0938f57c8cf",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_56d02",
                            table="reports_pillartitle",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="pillartitleevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="2ad9ee37c2cc76c8892de29a1cca9dee1f4dc0e9",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_6aa5f",
                            table="reports_pillartitleevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="reading",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "reports_readingevent" ("evidence", "id", "indicator_id", "on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "value") VALUES (NEW."evidence", NEW."id", NEW."indicator_id", NEW."on", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."value"); RETURN NULL;',
                            hash="a5ebccf1dcfe0c69ca7229dedce17690c40293ea",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_1540d",
                            table="reports_reading",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="reading",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."evidence" IS DISTINCT FROM (NEW."evidence") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."indicator_id" IS DISTINCT FROM (NEW."indicator_id") OR OLD."on" IS DISTINCT FROM (NEW."on") OR OLD."value" IS DISTINCT FROM (NEW."value"))',
                            func='INSERT INTO "reports_readingevent" ("evidence", "id", "indicator_id", "on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "value") VALUES (NEW."evidence", NEW."id", NEW."indicator_id", NEW."on", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."value"); RETURN NULL;',
                            hash="e08d546c10394b6701c1a04330c45d4dcba1bb2f",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_6c4c1",
                            table="reports_reading",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="readingevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="2db5afebc2693c845b9e0e3d43525e27be54e601",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_1b05d",
                            table="reports_readingevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="reply",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "reports_replyevent" ("administration_id", "answered_at", "answered_by_id", "answers", "circular_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text") VALUES (NEW."administration_id", NEW."answered_at", NEW."answered_by_id", NEW."answers", NEW."circular_id", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."text"); RETURN NULL;',
                            hash="94bb0939b3ee70e903d7440a34c44812e37b8ddf",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_18d36",
                            table="reports_reply",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="reply",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."administration_id" IS DISTINCT FROM (NEW."administration_id") OR OLD."answered_at" IS DISTINCT FROM (NEW."answered_at") OR OLD."answered_by_id" IS DISTINCT FROM (NEW."answered_by_id") OR OLD."answers" IS DISTINCT FROM (NEW."answers") OR OLD."circular_id" IS DISTINCT FROM (NEW."circular_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."text" IS DISTINCT FROM (NEW."text"))',
                            func='INSERT INTO "reports_replyevent" ("administration_id", "answered_at", "answered_by_id", "answers", "circular_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text") VALUES (NEW."administration_id", NEW."answered_at", NEW."answered_by_id", NEW."answers", NEW."circular_id", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."text"); RETURN NULL;',
                            hash="70cf0925033d59407bcb530e55b3a6dd45168e1c",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_e8bb1",
                            table="reports_reply",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="replyevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="e9bece3e83bc57f3caf324ac567f6f6d256400d6",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_7ee67",
                            table="reports_replyevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="report",
                    trigger=pgtrigger.compiler.Trigger(
                        name="steps",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            declare="DECLARE _is_valid_transition BOOLEAN;",
                            func='SELECT CONCAT(OLD."status", \':\', NEW."status") = ANY(\'{calling:draft,draft:calling,draft:in_review,in_review:draft,in_review:published,published:withdrawn,withdrawn:published}\'::text[]) INTO _is_valid_transition; IF (_is_valid_transition IS FALSE AND OLD."status" IS DISTINCT FROM NEW."status") THEN RAISE EXCEPTION \'pgtrigger: Invalid transition of field "status" from "%" to "%" on table %\', OLD."status", NEW."status", TG_TABLE_NAME; ELSE RETURN NEW; END IF;',
                            hash="aec665dffc678ef40a1f845f412a4fb9f8701e71",
                            operation="UPDATE",
                            pgid="pgtrigger_steps_42ced",
                            table="reports_report",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="report",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "reports_reportevent" ("authors", "call_due_on", "call_text", "countries", "id", "is_public", "languages", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_on", "status", "summary", "title", "year") VALUES (NEW."authors", NEW."call_due_on", NEW."call_text", NEW."countries", NEW."id", NEW."is_public", NEW."languages", NEW."number", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."published_on", NEW."status", NEW."summary", NEW."title", NEW."year"); RETURN NULL;',
                            hash="f001a6b2059c6226b9381fc088f3ef3de7ed0b82",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_84ceb",
                            table="reports_report",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="report",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."authors" IS DISTINCT FROM (NEW."authors") OR OLD."call_due_on" IS DISTINCT FROM (NEW."call_due_on") OR OLD."call_text" IS DISTINCT FROM (NEW."call_text") OR OLD."countries" IS DISTINCT FROM (NEW."countries") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_public" IS DISTINCT FROM (NEW."is_public") OR OLD."languages" IS DISTINCT FROM (NEW."languages") OR OLD."number" IS DISTINCT FROM (NEW."number") OR OLD."published_on" IS DISTINCT FROM (NEW."published_on") OR OLD."status" IS DISTINCT FROM (NEW."status") OR OLD."summary" IS DISTINCT FROM (NEW."summary") OR OLD."title" IS DISTINCT FROM (NEW."title") OR OLD."year" IS DISTINCT FROM (NEW."year"))',
                            func='INSERT INTO "reports_reportevent" ("authors", "call_due_on", "call_text", "countries", "id", "is_public", "languages", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_on", "status", "summary", "title", "year") VALUES (NEW."authors", NEW."call_due_on", NEW."call_text", NEW."countries", NEW."id", NEW."is_public", NEW."languages", NEW."number", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."published_on", NEW."status", NEW."summary", NEW."title", NEW."year"); RETURN NULL;',
                            hash="0c512d21035a8e9d31eaecfd2e35b971e1928fbd",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_234a9",
                            table="reports_report",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="reportevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="79709c12d5a2ece868c72f81bcfe3e43e6ab1222",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_eac1b",
                            table="reports_reportevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="strategicplan",
                    trigger=pgtrigger.compiler.Trigger(
                        name="steps",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            declare="DECLARE _is_valid_transition BOOLEAN;",
                            func='SELECT CONCAT(OLD."status", \':\', NEW."status") = ANY(\'{adopted:closed,draft:adopted}\'::text[]) INTO _is_valid_transition; IF (_is_valid_transition IS FALSE AND OLD."status" IS DISTINCT FROM NEW."status") THEN RAISE EXCEPTION \'pgtrigger: Invalid transition of field "status" from "%" to "%" on table %\', OLD."status", NEW."status", TG_TABLE_NAME; ELSE RETURN NEW; END IF;',
                            hash="080b5c04bcbe72ea553bedc5ba96223bbe64540e",
                            operation="UPDATE",
                            pgid="pgtrigger_steps_a41df",
                            table="reports_strategicplan",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="strategicplan",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "reports_strategicplanevent" ("adopted_by", "adopted_on", "ends_on", "id", "is_invented", "level", "office_id", "parent_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on", "status", "summary", "title") VALUES (NEW."adopted_by", NEW."adopted_on", NEW."ends_on", NEW."id", NEW."is_invented", NEW."level", NEW."office_id", NEW."parent_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."starts_on", NEW."status", NEW."summary", NEW."title"); RETURN NULL;',
                            hash="75721ba94d8948817b6e936f03abea1f91dde83b",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_ec483",
                            table="reports_strategicplan",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="strategicplan",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."adopted_by" IS DISTINCT FROM (NEW."adopted_by") OR OLD."adopted_on" IS DISTINCT FROM (NEW."adopted_on") OR OLD."ends_on" IS DISTINCT FROM (NEW."ends_on") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_invented" IS DISTINCT FROM (NEW."is_invented") OR OLD."level" IS DISTINCT FROM (NEW."level") OR OLD."office_id" IS DISTINCT FROM (NEW."office_id") OR OLD."parent_id" IS DISTINCT FROM (NEW."parent_id") OR OLD."starts_on" IS DISTINCT FROM (NEW."starts_on") OR OLD."status" IS DISTINCT FROM (NEW."status") OR OLD."summary" IS DISTINCT FROM (NEW."summary") OR OLD."title" IS DISTINCT FROM (NEW."title"))',
                            func='INSERT INTO "reports_strategicplanevent" ("adopted_by", "adopted_on", "ends_on", "id", "is_invented", "level", "office_id", "parent_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on", "status", "summary", "title") VALUES (NEW."adopted_by", NEW."adopted_on", NEW."ends_on", NEW."id", NEW."is_invented", NEW."level", NEW."office_id", NEW."parent_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."starts_on", NEW."status", NEW."summary", NEW."title"); RETURN NULL;',
                            hash="7b97bdea3604fc55575d1f8ff208f957d38492b4",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_003ea",
                            table="reports_strategicplan",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="strategicplanevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="e7e81eb29e1c16b3eab6731991b97a239867b773",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_dd066",
                            table="reports_strategicplanevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="target",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "reports_targetevent" ("id", "indicator_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "value", "year") VALUES (NEW."id", NEW."indicator_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."value", NEW."year"); RETURN NULL;',
                            hash="000d326f5898c1e740ee7245ee1683e3d813d262",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_cfa69",
                            table="reports_target",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="target",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."indicator_id" IS DISTINCT FROM (NEW."indicator_id") OR OLD."value" IS DISTINCT FROM (NEW."value") OR OLD."year" IS DISTINCT FROM (NEW."year"))',
                            func='INSERT INTO "reports_targetevent" ("id", "indicator_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "value", "year") VALUES (NEW."id", NEW."indicator_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."value", NEW."year"); RETURN NULL;',
                            hash="fb6c79c5dd617909a2a01a51c209b471b3cf7ba8",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_40222",
                            table="reports_target",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="targetevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="b24e0f555af54da97da6f48c39932b059f4e9414",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_adc18",
                            table="reports_targetevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="workitem",
                    trigger=pgtrigger.compiler.Trigger(
                        name="steps",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            declare="DECLARE _is_valid_transition BOOLEAN;",
                            func='SELECT CONCAT(OLD."status", \':\', NEW."status") = ANY(\'{done:running,dropped:running,planned:done,planned:dropped,planned:running,running:done,running:dropped}\'::text[]) INTO _is_valid_transition; IF (_is_valid_transition IS FALSE AND OLD."status" IS DISTINCT FROM NEW."status") THEN RAISE EXCEPTION \'pgtrigger: Invalid transition of field "status" from "%" to "%" on table %\', OLD."status", NEW."status", TG_TABLE_NAME; ELSE RETURN NEW; END IF;',
                            hash="7d635de9ab999c192bbd2a0ce5dba62f8d516252",
                            operation="UPDATE",
                            pgid="pgtrigger_steps_85837",
                            table="reports_workitem",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="workitem",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "reports_workitemevent" ("carried_by_id", "description", "effort", "ends_on", "event_id", "id", "is_invented", "mission_id", "objective_id", "office_id", "outcome", "percent", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pillar_id", "progress", "starts_on", "status", "title", "year") VALUES (NEW."carried_by_id", NEW."description", NEW."effort", NEW."ends_on", NEW."event_id", NEW."id", NEW."is_invented", NEW."mission_id", NEW."objective_id", NEW."office_id", NEW."outcome", NEW."percent", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."pillar_id", NEW."progress", NEW."starts_on", NEW."status", NEW."title", NEW."year"); RETURN NULL;',
                            hash="29560735b917416a0b0927acb6402cdba37b8e2b",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_1d775",
                            table="reports_workitem",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="workitem",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."carried_by_id" IS DISTINCT FROM (NEW."carried_by_id") OR OLD."description" IS DISTINCT FROM (NEW."description") OR OLD."effort" IS DISTINCT FROM (NEW."effort") OR OLD."ends_on" IS DISTINCT FROM (NEW."ends_on") OR OLD."event_id" IS DISTINCT FROM (NEW."event_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_invented" IS DISTINCT FROM (NEW."is_invented") OR OLD."mission_id" IS DISTINCT FROM (NEW."mission_id") OR OLD."objective_id" IS DISTINCT FROM (NEW."objective_id") OR OLD."office_id" IS DISTINCT FROM (NEW."office_id") OR OLD."outcome" IS DISTINCT FROM (NEW."outcome") OR OLD."percent" IS DISTINCT FROM (NEW."percent") OR OLD."pillar_id" IS DISTINCT FROM (NEW."pillar_id") OR OLD."progress" IS DISTINCT FROM (NEW."progress") OR OLD."starts_on" IS DISTINCT FROM (NEW."starts_on") OR OLD."status" IS DISTINCT FROM (NEW."status") OR OLD."title" IS DISTINCT FROM (NEW."title") OR OLD."year" IS DISTINCT FROM (NEW."year"))',
                            func='INSERT INTO "reports_workitemevent" ("carried_by_id", "description", "effort", "ends_on", "event_id", "id", "is_invented", "mission_id", "objective_id", "office_id", "outcome", "percent", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pillar_id", "progress", "starts_on", "status", "title", "year") VALUES (NEW."carried_by_id", NEW."description", NEW."effort", NEW."ends_on", NEW."event_id", NEW."id", NEW."is_invented", NEW."mission_id", NEW."objective_id", NEW."office_id", NEW."outcome", NEW."percent", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."pillar_id", NEW."progress", NEW."starts_on", NEW."status", NEW."title", NEW."year"); RETURN NULL;',
                            hash="0e2eaa61c2e38fbae4b7daf8bcf98dfa8f8fca39",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_2308e",
                            table="reports_workitem",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="workitemevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="14b7c7878e4eba4ae30a16b223351626bd973dd9",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_eadd8",
                            table="reports_workitemevent",
                            when="BEFORE",
                        ),
                    ),
                ),
            ],
        ),
    ]
