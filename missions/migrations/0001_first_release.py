import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.contrib.postgres.search
import django.core.validators
import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
import rocb.schema
from decimal import Decimal
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    replaces = [
        ("missions", "0001_initial"),
        ("missions", "0001_squashed_first_release"),
        ("missions", "0002_initial"),
        ("missions", "0003_missions_and_experts"),
        ("missions", "0004_events_that_help_actions"),
    ]

    initial = True

    dependencies = [
        ("pghistory", "__first__"),
        ("programmes", "0001_first_release"),
        ("rocb", "0001_first_release"),
    ]

    operations = [
        rocb.schema.ApplyTogether(
            operations=[
                migrations.CreateModel(
                    name="Absence",
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
                            "expert",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="absences",
                                to="missions.expert",
                            ),
                        ),
                        ("from_on", models.DateField(verbose_name="from")),
                        ("until_on", models.DateField(verbose_name="until")),
                        (
                            "reason",
                            models.CharField(blank=True, max_length=200, verbose_name="reason"),
                        ),
                    ],
                    options={
                        "ordering": ["from_on"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("until_on__gte", models.F("from_on"))),
                                name="absence_ends_after_it_starts",
                                violation_error_message="It ends before it starts.",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Action",
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
                                related_name="actions",
                                to="missions.actionplan",
                            ),
                        ),
                        ("number", models.CharField(max_length=20, verbose_name="number")),
                        ("title", models.CharField(max_length=400, verbose_name="action")),
                        (
                            "expected_result",
                            models.TextField(
                                blank=True, max_length=4000, verbose_name="expected result"
                            ),
                        ),
                        (
                            "responsible_unit",
                            models.CharField(
                                blank=True, max_length=240, verbose_name="responsible unit"
                            ),
                        ),
                        (
                            "responsible_person",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="actions",
                                to="rocb.person",
                                verbose_name="responsible person",
                            ),
                        ),
                        (
                            "baseline_due_on",
                            models.DateField(
                                editable=False, null=True, verbose_name="baseline due date"
                            ),
                        ),
                        (
                            "current_due_on",
                            models.DateField(blank=True, null=True, verbose_name="due date"),
                        ),
                        (
                            "cost",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=14,
                                null=True,
                                validators=[django.core.validators.MinValueValidator(Decimal("0"))],
                                verbose_name="cost",
                            ),
                        ),
                        (
                            "currency",
                            models.CharField(
                                blank=True, default="USD", max_length=3, verbose_name="currency"
                            ),
                        ),
                        (
                            "support_needed",
                            models.CharField(
                                choices=[
                                    ("none", "None"),
                                    ("expertise", "Expertise"),
                                    ("training", "Training"),
                                    ("equipment", "Equipment"),
                                    ("funding", "Funding"),
                                ],
                                default="none",
                                max_length=12,
                                verbose_name="support needed",
                            ),
                        ),
                        (
                            "is_shared",
                            models.BooleanField(
                                default=False,
                                help_text="Donors then read its title, result, status and cost.",
                                verbose_name="shared with donors",
                            ),
                        ),
                        (
                            "tells_others",
                            models.BooleanField(
                                default=False,
                                help_text="Once it is implemented, members with the same problem read its title and result.",
                                verbose_name="shown to other members",
                            ),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("not_started", "Not started"),
                                    ("in_progress", "In progress"),
                                    ("partly", "Partly implemented"),
                                    ("implemented", "Implemented"),
                                    ("postponed", "Postponed"),
                                    ("dropped", "No longer applicable"),
                                ],
                                default="not_started",
                                editable=False,
                                max_length=12,
                                verbose_name="status",
                            ),
                        ),
                        (
                            "percent",
                            models.PositiveSmallIntegerField(
                                default=0,
                                editable=False,
                                validators=[django.core.validators.MaxValueValidator(100)],
                                verbose_name="per cent done",
                            ),
                        ),
                        (
                            "position",
                            models.PositiveIntegerField(
                                default=0, editable=False, verbose_name="position"
                            ),
                        ),
                        (
                            "search",
                            models.GeneratedField(
                                db_persist=True,
                                expression=django.contrib.postgres.search.SearchVector(
                                    "number",
                                    "title",
                                    "expected_result",
                                    "responsible_unit",
                                    config="simple",
                                ),
                                output_field=django.contrib.postgres.search.SearchVectorField(),
                            ),
                        ),
                        (
                            "recommendations",
                            models.ManyToManyField(
                                blank=True,
                                related_name="actions",
                                to="missions.recommendation",
                                verbose_name="recommendations",
                            ),
                        ),
                        (
                            "standards",
                            models.ManyToManyField(
                                blank=True,
                                related_name="actions",
                                to="rocb.standard",
                                verbose_name="standards",
                            ),
                        ),
                        (
                            "activities",
                            models.ManyToManyField(
                                blank=True,
                                related_name="helped_actions",
                                to="programmes.event",
                                verbose_name="events that help it",
                            ),
                        ),
                    ],
                    options={
                        "permissions": [("share_action", "Share an action with donors")],
                        "indexes": [
                            models.Index(fields=["plan", "position"], name="action_of_plan"),
                            models.Index(fields=["current_due_on"], name="action_due"),
                            django.contrib.postgres.indexes.GinIndex(
                                fields=["search"], name="action_search"
                            ),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("plan", "number"), name="action_number_once"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("percent__lte", 100)),
                                name="action_percent_to_100",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ActionEvent",
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
                                to="missions.action",
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
                                to="missions.actionplan",
                            ),
                        ),
                        ("number", models.CharField(max_length=20, verbose_name="number")),
                        ("title", models.CharField(max_length=400, verbose_name="action")),
                        (
                            "expected_result",
                            models.TextField(
                                blank=True, max_length=4000, verbose_name="expected result"
                            ),
                        ),
                        (
                            "responsible_unit",
                            models.CharField(
                                blank=True, max_length=240, verbose_name="responsible unit"
                            ),
                        ),
                        (
                            "responsible_person",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="rocb.person",
                                verbose_name="responsible person",
                            ),
                        ),
                        (
                            "baseline_due_on",
                            models.DateField(
                                editable=False, null=True, verbose_name="baseline due date"
                            ),
                        ),
                        (
                            "current_due_on",
                            models.DateField(blank=True, null=True, verbose_name="due date"),
                        ),
                        (
                            "cost",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=14,
                                null=True,
                                validators=[django.core.validators.MinValueValidator(Decimal("0"))],
                                verbose_name="cost",
                            ),
                        ),
                        (
                            "currency",
                            models.CharField(
                                blank=True, default="USD", max_length=3, verbose_name="currency"
                            ),
                        ),
                        (
                            "support_needed",
                            models.CharField(
                                choices=[
                                    ("none", "None"),
                                    ("expertise", "Expertise"),
                                    ("training", "Training"),
                                    ("equipment", "Equipment"),
                                    ("funding", "Funding"),
                                ],
                                default="none",
                                max_length=12,
                                verbose_name="support needed",
                            ),
                        ),
                        (
                            "is_shared",
                            models.BooleanField(
                                default=False,
                                help_text="Donors then read its title, result, status and cost.",
                                verbose_name="shared with donors",
                            ),
                        ),
                        (
                            "tells_others",
                            models.BooleanField(
                                default=False,
                                help_text="Once it is implemented, members with the same problem read its title and result.",
                                verbose_name="shown to other members",
                            ),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("not_started", "Not started"),
                                    ("in_progress", "In progress"),
                                    ("partly", "Partly implemented"),
                                    ("implemented", "Implemented"),
                                    ("postponed", "Postponed"),
                                    ("dropped", "No longer applicable"),
                                ],
                                default="not_started",
                                editable=False,
                                max_length=12,
                                verbose_name="status",
                            ),
                        ),
                        (
                            "percent",
                            models.PositiveSmallIntegerField(
                                default=0,
                                editable=False,
                                validators=[django.core.validators.MaxValueValidator(100)],
                                verbose_name="per cent done",
                            ),
                        ),
                        (
                            "position",
                            models.PositiveIntegerField(
                                default=0, editable=False, verbose_name="position"
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="ActionPlan",
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
                                related_name="plans",
                                to="rocb.administration",
                                verbose_name="member",
                            ),
                        ),
                        (
                            "mission",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="plans",
                                to="missions.mission",
                                verbose_name="made after the mission",
                            ),
                        ),
                        ("title", models.CharField(max_length=240, verbose_name="title")),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("draft", "Draft"),
                                    ("submitted", "Submitted for endorsement"),
                                    ("endorsed", "Endorsed"),
                                    ("in_force", "In force"),
                                    ("closed", "Closed"),
                                ],
                                default="draft",
                                editable=False,
                                max_length=12,
                                verbose_name="status",
                            ),
                        ),
                        (
                            "starts_on",
                            models.DateField(blank=True, null=True, verbose_name="starts"),
                        ),
                        ("ends_on", models.DateField(blank=True, null=True, verbose_name="ends")),
                        (
                            "summary",
                            models.TextField(blank=True, max_length=4000, verbose_name="summary"),
                        ),
                        (
                            "endorsed_by",
                            models.ForeignKey(
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "endorsed_on",
                            models.DateField(editable=False, null=True, verbose_name="endorsed"),
                        ),
                        (
                            "in_force_on",
                            models.DateField(
                                editable=False, null=True, verbose_name="in force since"
                            ),
                        ),
                    ],
                    options={
                        "permissions": [
                            ("submit_plan", "Submit a plan for endorsement"),
                            ("endorse_plan", "Endorse or return a plan"),
                            ("bring_plan_into_force", "Bring a plan into force"),
                            ("close_plan", "Close a plan"),
                            ("import_plan", "Import a plan from a workbook"),
                            ("view_plan", "See action plans"),
                            ("change_plan", "Change draft plans"),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("status", "in_force")),
                                fields=("administration",),
                                name="one_plan_in_force",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("ends_on", None),
                                    ("starts_on", None),
                                    ("ends_on__gte", models.F("starts_on")),
                                    _connector="OR",
                                ),
                                name="plan_ends_after_it_starts",
                                violation_error_message="The plan ends before it starts.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ActionPlanEvent",
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
                                to="missions.actionplan",
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
                                verbose_name="made after the mission",
                            ),
                        ),
                        ("title", models.CharField(max_length=240, verbose_name="title")),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("draft", "Draft"),
                                    ("submitted", "Submitted for endorsement"),
                                    ("endorsed", "Endorsed"),
                                    ("in_force", "In force"),
                                    ("closed", "Closed"),
                                ],
                                default="draft",
                                editable=False,
                                max_length=12,
                                verbose_name="status",
                            ),
                        ),
                        (
                            "starts_on",
                            models.DateField(blank=True, null=True, verbose_name="starts"),
                        ),
                        ("ends_on", models.DateField(blank=True, null=True, verbose_name="ends")),
                        (
                            "summary",
                            models.TextField(blank=True, max_length=4000, verbose_name="summary"),
                        ),
                        (
                            "endorsed_by",
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
                            "endorsed_on",
                            models.DateField(editable=False, null=True, verbose_name="endorsed"),
                        ),
                        (
                            "in_force_on",
                            models.DateField(
                                editable=False, null=True, verbose_name="in force since"
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="ActionRow",
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
                        ("revision", models.PositiveIntegerField(default=0)),
                        (
                            "updated_at",
                            models.DateTimeField(editable=False, null=True, verbose_name="changed"),
                        ),
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
                            "matrix",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="action_rows",
                                to="missions.matrix",
                            ),
                        ),
                        (
                            "action",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="progress",
                                to="missions.action",
                            ),
                        ),
                        (
                            "status",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("not_started", "Not started"),
                                    ("in_progress", "In progress"),
                                    ("partly", "Partly implemented"),
                                    ("implemented", "Implemented"),
                                    ("postponed", "Postponed"),
                                    ("dropped", "No longer applicable"),
                                ],
                                max_length=12,
                                verbose_name="status",
                            ),
                        ),
                        (
                            "percent",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                null=True,
                                validators=[django.core.validators.MaxValueValidator(100)],
                                verbose_name="per cent done",
                            ),
                        ),
                        (
                            "progress",
                            models.TextField(blank=True, max_length=4000, verbose_name="progress"),
                        ),
                        (
                            "obstacle",
                            models.TextField(blank=True, max_length=4000, verbose_name="obstacle"),
                        ),
                        (
                            "next_step",
                            models.TextField(blank=True, max_length=4000, verbose_name="next step"),
                        ),
                        (
                            "support_needed",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("none", "None"),
                                    ("expertise", "Expertise"),
                                    ("training", "Training"),
                                    ("equipment", "Equipment"),
                                    ("funding", "Funding"),
                                ],
                                max_length=12,
                                verbose_name="support needed",
                            ),
                        ),
                        (
                            "evidence",
                            models.TextField(blank=True, max_length=4000, verbose_name="evidence"),
                        ),
                        (
                            "is_unchanged",
                            models.BooleanField(
                                default=False, verbose_name="no change this period"
                            ),
                        ),
                    ],
                    options={
                        "indexes": [
                            models.Index(fields=["action", "-matrix"], name="progress_of_action")
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("matrix", "action"), name="action_row_once"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("percent", None), ("percent__lte", 100), _connector="OR"
                                ),
                                name="row_percent_to_100",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="AgendaItem",
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
                            "mission",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="agenda",
                                to="missions.mission",
                            ),
                        ),
                        ("on", models.DateField(verbose_name="day")),
                        ("begins_at", models.TimeField(blank=True, null=True, verbose_name="from")),
                        ("ends_at", models.TimeField(blank=True, null=True, verbose_name="to")),
                        ("title", models.CharField(max_length=240, verbose_name="what")),
                        (
                            "place",
                            models.CharField(blank=True, max_length=160, verbose_name="where"),
                        ),
                        (
                            "people",
                            models.TextField(
                                blank=True,
                                help_text="Name and position, one a line.",
                                max_length=1000,
                                verbose_name="people to meet",
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
                                name="appointment_ends_after_it_starts",
                                violation_error_message="It ends before it starts.",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Assessment",
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
                            "mission",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="assessments",
                                to="missions.mission",
                            ),
                        ),
                        (
                            "area",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="assessments",
                                to="rocb.diagnosticarea",
                            ),
                        ),
                        (
                            "level",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                choices=[
                                    (0, "0 Not started"),
                                    (1, "1 Planned"),
                                    (2, "2 Under way"),
                                    (3, "3 Largely implemented"),
                                    (4, "4 Fully implemented"),
                                ],
                                null=True,
                                validators=[django.core.validators.MaxValueValidator(4)],
                                verbose_name="own level",
                            ),
                        ),
                        (
                            "situation",
                            models.TextField(
                                blank=True, max_length=4000, verbose_name="where we stand"
                            ),
                        ),
                        (
                            "needs",
                            models.TextField(
                                blank=True, max_length=4000, verbose_name="what we need"
                            ),
                        ),
                        (
                            "team_level",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                choices=[
                                    (0, "0 Not started"),
                                    (1, "1 Planned"),
                                    (2, "2 Under way"),
                                    (3, "3 Largely implemented"),
                                    (4, "4 Fully implemented"),
                                ],
                                null=True,
                                validators=[django.core.validators.MaxValueValidator(4)],
                                verbose_name="team's level",
                            ),
                        ),
                        (
                            "team_note",
                            models.TextField(
                                blank=True, max_length=4000, verbose_name="team's note"
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["area__number"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("mission", "area"), name="area_once_on_a_mission"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Certification",
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
                            "expert",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="certifications",
                                to="missions.expert",
                            ),
                        ),
                        (
                            "scheme",
                            models.CharField(
                                choices=[
                                    ("facilitator", "WCO diagnostic facilitator"),
                                    ("adviser", "Customs modernisation adviser"),
                                    ("mercator", "Mercator programme adviser"),
                                    ("trainer", "Accredited trainer"),
                                ],
                                default="facilitator",
                                max_length=12,
                                verbose_name="scheme",
                            ),
                        ),
                        (
                            "stage",
                            models.CharField(
                                choices=[
                                    ("nominated", "Nominated"),
                                    ("prescreened", "Pre-screened"),
                                    ("preaccredited", "Pre-accredited"),
                                    ("accredited", "Accredited"),
                                    ("recognised", "Recognised"),
                                    ("lapsed", "Lapsed"),
                                ],
                                max_length=16,
                                verbose_name="stage",
                            ),
                        ),
                        ("awarded_on", models.DateField(verbose_name="from")),
                        (
                            "expires_on",
                            models.DateField(blank=True, null=True, verbose_name="until"),
                        ),
                        (
                            "event",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="certifications",
                                to="programmes.event",
                                verbose_name="workshop that gave it",
                            ),
                        ),
                        ("note", models.CharField(blank=True, max_length=300, verbose_name="note")),
                    ],
                    options={
                        "ordering": ["-awarded_on", "-pk"],
                        "indexes": [
                            models.Index(fields=["expires_on"], name="certification_expiry")
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("expert", "scheme", "stage", "awarded_on"),
                                name="certification_once",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("expires_on", None),
                                    ("expires_on__gt", models.F("awarded_on")),
                                    _connector="OR",
                                ),
                                name="certification_expires_after_award",
                                violation_error_message="It expires before it is awarded.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="CertificationEvent",
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
                                to="missions.certification",
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
                            "expert",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="missions.expert",
                            ),
                        ),
                        (
                            "scheme",
                            models.CharField(
                                choices=[
                                    ("facilitator", "WCO diagnostic facilitator"),
                                    ("adviser", "Customs modernisation adviser"),
                                    ("mercator", "Mercator programme adviser"),
                                    ("trainer", "Accredited trainer"),
                                ],
                                default="facilitator",
                                max_length=12,
                                verbose_name="scheme",
                            ),
                        ),
                        (
                            "stage",
                            models.CharField(
                                choices=[
                                    ("nominated", "Nominated"),
                                    ("prescreened", "Pre-screened"),
                                    ("preaccredited", "Pre-accredited"),
                                    ("accredited", "Accredited"),
                                    ("recognised", "Recognised"),
                                    ("lapsed", "Lapsed"),
                                ],
                                max_length=16,
                                verbose_name="stage",
                            ),
                        ),
                        ("awarded_on", models.DateField(verbose_name="from")),
                        (
                            "expires_on",
                            models.DateField(blank=True, null=True, verbose_name="until"),
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
                                verbose_name="workshop that gave it",
                            ),
                        ),
                        ("note", models.CharField(blank=True, max_length=300, verbose_name="note")),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Cycle",
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
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="cycles",
                                to="rocb.office",
                            ),
                        ),
                        ("name", models.CharField(max_length=80, verbose_name="name")),
                        (
                            "framework",
                            models.ForeignKey(
                                help_text="Every matrix keeps the edition it was filled in with.",
                                on_delete=django.db.models.deletion.PROTECT,
                                to="rocb.framework",
                                verbose_name="edition",
                            ),
                        ),
                        ("opens_on", models.DateField(verbose_name="opens")),
                        ("due_on", models.DateField(verbose_name="due")),
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
                    ],
                    options={
                        "ordering": ["-due_on"],
                        "permissions": [("open_cycle", "Open and close follow-up cycles")],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("office", "name"), name="cycle_name_once"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("opens_on__lt", models.F("due_on")),
                                    ("due_on__lte", models.F("closes_on")),
                                ),
                                name="cycle_dates_in_order",
                                violation_error_message="The dates are out of order: a cycle opens, then falls due, then closes.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="CycleEvent",
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
                                to="missions.cycle",
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
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="rocb.office",
                            ),
                        ),
                        ("name", models.CharField(max_length=80, verbose_name="name")),
                        (
                            "framework",
                            models.ForeignKey(
                                db_constraint=False,
                                help_text="Every matrix keeps the edition it was filled in with.",
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="rocb.framework",
                                verbose_name="edition",
                            ),
                        ),
                        ("opens_on", models.DateField(verbose_name="opens")),
                        ("due_on", models.DateField(verbose_name="due")),
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
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Expert",
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
                                related_name="expert",
                                to="rocb.person",
                                verbose_name="person",
                            ),
                        ),
                        (
                            "administration",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="experts",
                                to="rocb.administration",
                                verbose_name="administration",
                            ),
                        ),
                        (
                            "category",
                            models.CharField(
                                choices=[
                                    ("diagnostic", "Diagnostic facilitator"),
                                    ("adviser", "Customs modernisation adviser"),
                                    ("technical", "Technical and operational expert"),
                                ],
                                default="diagnostic",
                                max_length=12,
                                verbose_name="category",
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
                            "experience",
                            models.TextField(
                                blank=True, max_length=4000, verbose_name="experience"
                            ),
                        ),
                        (
                            "is_active",
                            models.BooleanField(default=True, verbose_name="may be asked"),
                        ),
                        (
                            "areas",
                            models.ManyToManyField(
                                blank=True,
                                related_name="experts",
                                to="rocb.diagnosticarea",
                                verbose_name="areas",
                            ),
                        ),
                    ],
                    options={
                        "permissions": [
                            ("keep_profile", "Keep the own expert profile"),
                            ("view_roster", "See the roster of experts"),
                        ],
                        "indexes": [
                            django.contrib.postgres.indexes.GinIndex(
                                fields=["languages"], name="expert_languages"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ExpertEvent",
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
                                to="missions.expert",
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
                            "administration",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="rocb.administration",
                                verbose_name="administration",
                            ),
                        ),
                        (
                            "category",
                            models.CharField(
                                choices=[
                                    ("diagnostic", "Diagnostic facilitator"),
                                    ("adviser", "Customs modernisation adviser"),
                                    ("technical", "Technical and operational expert"),
                                ],
                                default="diagnostic",
                                max_length=12,
                                verbose_name="category",
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
                            "experience",
                            models.TextField(
                                blank=True, max_length=4000, verbose_name="experience"
                            ),
                        ),
                        (
                            "is_active",
                            models.BooleanField(default=True, verbose_name="may be asked"),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="ExtensionRequest",
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
                            "action",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="extension_requests",
                                to="missions.action",
                            ),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("requested", "Requested"),
                                    ("approved", "Approved"),
                                    ("refused", "Refused"),
                                    ("withdrawn", "Withdrawn"),
                                ],
                                default="requested",
                                editable=False,
                                max_length=12,
                                verbose_name="status",
                            ),
                        ),
                        (
                            "due_on_before",
                            models.DateField(editable=False, verbose_name="due date until now"),
                        ),
                        ("new_due_on", models.DateField(verbose_name="new due date")),
                        ("reason", models.TextField(max_length=4000, verbose_name="reason")),
                        (
                            "decided_by",
                            models.ForeignKey(
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "decided_at",
                            models.DateTimeField(editable=False, null=True, verbose_name="decided"),
                        ),
                    ],
                    options={
                        "ordering": ["-created_at"],
                        "permissions": [
                            ("request_extension", "Ask for a later due date"),
                            ("decide_extension", "Approve or refuse a later due date"),
                            ("view_extension", "See extension requests"),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("status", "requested")),
                                fields=("action",),
                                name="one_open_extension",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("new_due_on__gt", models.F("due_on_before"))),
                                name="extension_is_later",
                                violation_error_message="The new date is not later than the present one.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ExtensionRequestEvent",
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
                                to="missions.extensionrequest",
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
                            "action",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="missions.action",
                            ),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("requested", "Requested"),
                                    ("approved", "Approved"),
                                    ("refused", "Refused"),
                                    ("withdrawn", "Withdrawn"),
                                ],
                                default="requested",
                                editable=False,
                                max_length=12,
                                verbose_name="status",
                            ),
                        ),
                        (
                            "due_on_before",
                            models.DateField(editable=False, verbose_name="due date until now"),
                        ),
                        ("new_due_on", models.DateField(verbose_name="new due date")),
                        ("reason", models.TextField(max_length=4000, verbose_name="reason")),
                        (
                            "decided_by",
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
                            "decided_at",
                            models.DateTimeField(editable=False, null=True, verbose_name="decided"),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Finding",
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
                            "mission",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="findings",
                                to="missions.mission",
                            ),
                        ),
                        (
                            "number",
                            models.PositiveSmallIntegerField(editable=False, verbose_name="number"),
                        ),
                        (
                            "area",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="findings",
                                to="rocb.diagnosticarea",
                                verbose_name="area",
                            ),
                        ),
                        ("text", models.TextField(max_length=4000, verbose_name="finding")),
                        (
                            "evidence",
                            models.TextField(blank=True, max_length=4000, verbose_name="evidence"),
                        ),
                        ("key", models.UUIDField(editable=False, null=True, unique=True)),
                        (
                            "search",
                            models.GeneratedField(
                                db_persist=True,
                                expression=django.contrib.postgres.search.SearchVector(
                                    "text", "evidence", config="simple"
                                ),
                                output_field=django.contrib.postgres.search.SearchVectorField(),
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["mission_id", "number"],
                        "indexes": [
                            django.contrib.postgres.indexes.GinIndex(
                                fields=["search"], name="finding_search"
                            )
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("mission", "number"), name="finding_number_once"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="FindingEvent",
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
                                to="missions.finding",
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
                            "mission",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="missions.mission",
                            ),
                        ),
                        (
                            "number",
                            models.PositiveSmallIntegerField(editable=False, verbose_name="number"),
                        ),
                        (
                            "area",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="rocb.diagnosticarea",
                                verbose_name="area",
                            ),
                        ),
                        ("text", models.TextField(max_length=4000, verbose_name="finding")),
                        (
                            "evidence",
                            models.TextField(blank=True, max_length=4000, verbose_name="evidence"),
                        ),
                        ("key", models.UUIDField(editable=False, null=True)),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Matrix",
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
                            "cycle",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="matrices",
                                to="missions.cycle",
                            ),
                        ),
                        (
                            "plan",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="matrices",
                                to="missions.actionplan",
                            ),
                        ),
                        (
                            "administration",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="matrices",
                                to="rocb.administration",
                                verbose_name="member",
                            ),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("draft", "To be filled in"),
                                    ("submitted", "Submitted"),
                                    ("returned", "Returned for correction"),
                                    ("withdrawn", "Withdrawn by the member"),
                                    ("accepted", "Accepted"),
                                    ("cancelled", "Cancelled"),
                                ],
                                default="draft",
                                editable=False,
                                max_length=12,
                                verbose_name="status",
                            ),
                        ),
                        ("due_on", models.DateField(verbose_name="due")),
                        ("round", models.PositiveSmallIntegerField(default=0, editable=False)),
                        (
                            "has_nothing_to_report",
                            models.BooleanField(default=False, verbose_name="nothing to report"),
                        ),
                        (
                            "nothing_reason",
                            models.TextField(blank=True, max_length=4000, verbose_name="why"),
                        ),
                        (
                            "typed_by",
                            models.ForeignKey(
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "typed_at",
                            models.DateTimeField(
                                editable=False, null=True, verbose_name="last typed"
                            ),
                        ),
                        (
                            "submitted_by",
                            models.ForeignKey(
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "submitted_at",
                            models.DateTimeField(
                                editable=False, null=True, verbose_name="submitted"
                            ),
                        ),
                        (
                            "reviewed_by",
                            models.ForeignKey(
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "reviewed_at",
                            models.DateTimeField(
                                editable=False, null=True, verbose_name="reviewed"
                            ),
                        ),
                        (
                            "copied_to",
                            models.CharField(
                                blank=True,
                                editable=False,
                                max_length=400,
                                verbose_name="copy to the Secretariat",
                            ),
                        ),
                        (
                            "copied_at",
                            models.DateTimeField(
                                editable=False, null=True, verbose_name="copy sent"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name_plural": "matrices",
                        "permissions": [
                            ("fill_matrix", "Type into a matrix"),
                            ("submit_matrix", "Submit and withdraw a matrix"),
                            ("review_matrix", "Accept, return and cancel matrices"),
                        ],
                        "indexes": [
                            models.Index(
                                fields=["administration", "-due_on"], name="matrix_of_member"
                            ),
                            models.Index(fields=["status", "due_on"], name="matrix_by_status"),
                        ],
                        "constraints": [
                            models.UniqueConstraint(fields=("cycle", "plan"), name="matrix_once")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="MatrixEvent",
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
                                to="missions.matrix",
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
                            "cycle",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="missions.cycle",
                            ),
                        ),
                        (
                            "plan",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="missions.actionplan",
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
                            "status",
                            models.CharField(
                                choices=[
                                    ("draft", "To be filled in"),
                                    ("submitted", "Submitted"),
                                    ("returned", "Returned for correction"),
                                    ("withdrawn", "Withdrawn by the member"),
                                    ("accepted", "Accepted"),
                                    ("cancelled", "Cancelled"),
                                ],
                                default="draft",
                                editable=False,
                                max_length=12,
                                verbose_name="status",
                            ),
                        ),
                        ("due_on", models.DateField(verbose_name="due")),
                        ("round", models.PositiveSmallIntegerField(default=0, editable=False)),
                        (
                            "has_nothing_to_report",
                            models.BooleanField(default=False, verbose_name="nothing to report"),
                        ),
                        (
                            "nothing_reason",
                            models.TextField(blank=True, max_length=4000, verbose_name="why"),
                        ),
                        (
                            "submitted_by",
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
                            "submitted_at",
                            models.DateTimeField(
                                editable=False, null=True, verbose_name="submitted"
                            ),
                        ),
                        (
                            "reviewed_by",
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
                            "reviewed_at",
                            models.DateTimeField(
                                editable=False, null=True, verbose_name="reviewed"
                            ),
                        ),
                        (
                            "copied_to",
                            models.CharField(
                                blank=True,
                                editable=False,
                                max_length=400,
                                verbose_name="copy to the Secretariat",
                            ),
                        ),
                        (
                            "copied_at",
                            models.DateTimeField(
                                editable=False, null=True, verbose_name="copy sent"
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="MatrixUpload",
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
                        ("name", models.CharField(max_length=240, verbose_name="file")),
                        ("sha256", models.CharField(max_length=64)),
                        (
                            "by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("at", models.DateTimeField(auto_now_add=True, verbose_name="sent in")),
                        ("applied_at", models.DateTimeField(null=True, verbose_name="applied")),
                        ("content", models.JSONField()),
                        (
                            "matrix",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="uploads",
                                to="missions.matrix",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="MatrixVersion",
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
                            "matrix",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="versions",
                                to="missions.matrix",
                            ),
                        ),
                        ("number", models.PositiveSmallIntegerField(verbose_name="version")),
                        ("submitted_at", models.DateTimeField(verbose_name="submitted")),
                        (
                            "submitted_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "typed_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("content", models.JSONField()),
                        ("sha256", models.CharField(max_length=64)),
                    ],
                    options={
                        "ordering": ["matrix_id", "number"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("matrix", "number"), name="version_number_once"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Mission",
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
                                related_name="missions",
                                to="rocb.administration",
                                verbose_name="member",
                            ),
                        ),
                        (
                            "programme",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="missions",
                                to="programmes.programme",
                                verbose_name="programme",
                            ),
                        ),
                        (
                            "phase",
                            models.CharField(
                                choices=[
                                    ("1", "Phase I: diagnostic"),
                                    ("2", "Phase II: planning"),
                                    ("3", "Phase III: evaluation"),
                                ],
                                default="1",
                                max_length=1,
                                verbose_name="phase",
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("full", "All seven areas"),
                                    ("targeted", "Some areas"),
                                    ("workshop", "Workshop"),
                                    ("advice", "Expert advice"),
                                ],
                                default="full",
                                max_length=12,
                                verbose_name="kind",
                            ),
                        ),
                        (
                            "lead",
                            models.CharField(
                                choices=[
                                    ("secretariat", "WCO Secretariat"),
                                    ("office", "Regional office"),
                                ],
                                default="office",
                                max_length=12,
                                verbose_name="led by",
                            ),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("requested", "Requested"),
                                    ("accepted", "Accepted"),
                                    ("team_selected", "Team selected"),
                                    ("terms_agreed", "Terms agreed"),
                                    ("in_country", "In the country"),
                                    ("draft_report", "Draft report"),
                                    ("member_comments", "With the member for comments"),
                                    ("final", "Final report"),
                                    ("closed", "Closed"),
                                    ("cancelled", "Cancelled"),
                                ],
                                default="requested",
                                editable=False,
                                max_length=16,
                                verbose_name="status",
                            ),
                        ),
                        (
                            "starts_on",
                            models.DateField(blank=True, null=True, verbose_name="first day"),
                        ),
                        (
                            "ends_on",
                            models.DateField(blank=True, null=True, verbose_name="last day"),
                        ),
                        (
                            "framework",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="rocb.framework",
                                verbose_name="edition of the standards",
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
                            "officer",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="missions_in_charge",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="officer in charge",
                            ),
                        ),
                        (
                            "event",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="missions",
                                to="programmes.event",
                                verbose_name="workshop it belongs to",
                            ),
                        ),
                        (
                            "before",
                            models.ForeignKey(
                                blank=True,
                                help_text="For phase III: the mission whose findings are the state before.",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="evaluations",
                                to="missions.mission",
                                verbose_name="compared with",
                            ),
                        ),
                        (
                            "objectives",
                            models.TextField(
                                blank=True, max_length=4000, verbose_name="why it is asked for"
                            ),
                        ),
                        (
                            "terms",
                            models.TextField(
                                blank=True, max_length=12000, verbose_name="terms of reference"
                            ),
                        ),
                        (
                            "situation",
                            models.TextField(
                                blank=True, max_length=12000, verbose_name="situation"
                            ),
                        ),
                        (
                            "way_forward",
                            models.TextField(
                                blank=True, max_length=12000, verbose_name="way forward"
                            ),
                        ),
                        (
                            "debrief_on",
                            models.DateField(blank=True, null=True, verbose_name="debrief"),
                        ),
                        (
                            "debrief",
                            models.TextField(
                                blank=True,
                                max_length=4000,
                                verbose_name="what was said at the debrief",
                            ),
                        ),
                        (
                            "assessed_at",
                            models.DateTimeField(
                                editable=False, null=True, verbose_name="self-assessment sent"
                            ),
                        ),
                        (
                            "sent_at",
                            models.DateTimeField(
                                editable=False, null=True, verbose_name="draft report sent"
                            ),
                        ),
                        (
                            "comments_due_on",
                            models.DateField(
                                editable=False, null=True, verbose_name="comments due"
                            ),
                        ),
                        (
                            "final_on",
                            models.DateField(
                                editable=False, null=True, verbose_name="final report"
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
                                    "objectives", "terms", config="simple"
                                ),
                                output_field=django.contrib.postgres.search.SearchVectorField(),
                            ),
                        ),
                        (
                            "areas",
                            models.ManyToManyField(
                                blank=True,
                                related_name="missions",
                                to="rocb.diagnosticarea",
                                verbose_name="areas",
                            ),
                        ),
                    ],
                    options={
                        "permissions": [
                            ("run_mission", "Take missions through their life"),
                            ("request_mission", "Ask for a mission"),
                            ("agree_terms", "Agree on terms of reference"),
                            ("write_findings", "Write findings and recommendations"),
                            ("assess_self", "Fill in the self-assessment"),
                            ("comment_report", "Comment on a draft report"),
                            ("view_heat_map", "See the heat map of the region"),
                        ],
                        "indexes": [
                            models.Index(
                                fields=["administration", "-starts_on"], name="mission_of_member"
                            ),
                            models.Index(fields=["starts_on"], name="mission_start"),
                            django.contrib.postgres.indexes.GinIndex(
                                fields=["search"], name="mission_search"
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
                                name="mission_ends_after_it_starts",
                                violation_error_message="The mission ends before it starts.",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="MissionEvent",
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
                                to="missions.mission",
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
                            "phase",
                            models.CharField(
                                choices=[
                                    ("1", "Phase I: diagnostic"),
                                    ("2", "Phase II: planning"),
                                    ("3", "Phase III: evaluation"),
                                ],
                                default="1",
                                max_length=1,
                                verbose_name="phase",
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("full", "All seven areas"),
                                    ("targeted", "Some areas"),
                                    ("workshop", "Workshop"),
                                    ("advice", "Expert advice"),
                                ],
                                default="full",
                                max_length=12,
                                verbose_name="kind",
                            ),
                        ),
                        (
                            "lead",
                            models.CharField(
                                choices=[
                                    ("secretariat", "WCO Secretariat"),
                                    ("office", "Regional office"),
                                ],
                                default="office",
                                max_length=12,
                                verbose_name="led by",
                            ),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("requested", "Requested"),
                                    ("accepted", "Accepted"),
                                    ("team_selected", "Team selected"),
                                    ("terms_agreed", "Terms agreed"),
                                    ("in_country", "In the country"),
                                    ("draft_report", "Draft report"),
                                    ("member_comments", "With the member for comments"),
                                    ("final", "Final report"),
                                    ("closed", "Closed"),
                                    ("cancelled", "Cancelled"),
                                ],
                                default="requested",
                                editable=False,
                                max_length=16,
                                verbose_name="status",
                            ),
                        ),
                        (
                            "starts_on",
                            models.DateField(blank=True, null=True, verbose_name="first day"),
                        ),
                        (
                            "ends_on",
                            models.DateField(blank=True, null=True, verbose_name="last day"),
                        ),
                        (
                            "framework",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="rocb.framework",
                                verbose_name="edition of the standards",
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
                            "event",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="programmes.event",
                                verbose_name="workshop it belongs to",
                            ),
                        ),
                        (
                            "before",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                help_text="For phase III: the mission whose findings are the state before.",
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="missions.mission",
                                verbose_name="compared with",
                            ),
                        ),
                        (
                            "objectives",
                            models.TextField(
                                blank=True, max_length=4000, verbose_name="why it is asked for"
                            ),
                        ),
                        (
                            "terms",
                            models.TextField(
                                blank=True, max_length=12000, verbose_name="terms of reference"
                            ),
                        ),
                        (
                            "situation",
                            models.TextField(
                                blank=True, max_length=12000, verbose_name="situation"
                            ),
                        ),
                        (
                            "way_forward",
                            models.TextField(
                                blank=True, max_length=12000, verbose_name="way forward"
                            ),
                        ),
                        (
                            "debrief_on",
                            models.DateField(blank=True, null=True, verbose_name="debrief"),
                        ),
                        (
                            "debrief",
                            models.TextField(
                                blank=True,
                                max_length=4000,
                                verbose_name="what was said at the debrief",
                            ),
                        ),
                        (
                            "assessed_at",
                            models.DateTimeField(
                                editable=False, null=True, verbose_name="self-assessment sent"
                            ),
                        ),
                        (
                            "sent_at",
                            models.DateTimeField(
                                editable=False, null=True, verbose_name="draft report sent"
                            ),
                        ),
                        (
                            "comments_due_on",
                            models.DateField(
                                editable=False, null=True, verbose_name="comments due"
                            ),
                        ),
                        (
                            "final_on",
                            models.DateField(
                                editable=False, null=True, verbose_name="final report"
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
                    name="MissionImport",
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
                        ("name", models.CharField(max_length=240, verbose_name="file")),
                        ("sha256", models.CharField(max_length=64)),
                        (
                            "by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("at", models.DateTimeField(auto_now_add=True, verbose_name="sent in")),
                        ("applied_at", models.DateTimeField(null=True, verbose_name="applied")),
                        ("content", models.JSONField()),
                        (
                            "mission",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="imports",
                                to="missions.mission",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="PlanImport",
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
                        ("name", models.CharField(max_length=240, verbose_name="file")),
                        ("sha256", models.CharField(max_length=64)),
                        (
                            "by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("at", models.DateTimeField(auto_now_add=True, verbose_name="sent in")),
                        ("applied_at", models.DateTimeField(null=True, verbose_name="applied")),
                        ("content", models.JSONField()),
                        (
                            "administration",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="plan_imports",
                                to="rocb.administration",
                            ),
                        ),
                        (
                            "plan",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="imports",
                                to="missions.actionplan",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Recommendation",
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
                                related_name="recommendations",
                                to="rocb.administration",
                                verbose_name="member",
                            ),
                        ),
                        ("number", models.CharField(max_length=20, verbose_name="number")),
                        ("text", models.TextField(max_length=4000, verbose_name="recommendation")),
                        (
                            "mission",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="recommendations",
                                to="missions.mission",
                                verbose_name="mission",
                            ),
                        ),
                        (
                            "area",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                to="rocb.diagnosticarea",
                                verbose_name="area",
                            ),
                        ),
                        (
                            "priority",
                            models.CharField(
                                choices=[("high", "High"), ("medium", "Medium"), ("low", "Low")],
                                default="medium",
                                max_length=8,
                                verbose_name="priority",
                            ),
                        ),
                        (
                            "horizon",
                            models.CharField(
                                choices=[
                                    ("short", "Short term (up to 1 year)"),
                                    ("medium", "Medium term (1 to 3 years)"),
                                    ("long", "Long term (over 3 years)"),
                                ],
                                default="medium",
                                max_length=8,
                                verbose_name="horizon",
                            ),
                        ),
                        (
                            "source",
                            models.CharField(
                                blank=True,
                                help_text="Mission or report.",
                                max_length=240,
                                verbose_name="where it comes from",
                            ),
                        ),
                        (
                            "made_on",
                            models.DateField(blank=True, null=True, verbose_name="made on"),
                        ),
                        (
                            "answer",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("accepted", "Accepted"),
                                    ("partly", "Partly accepted"),
                                    ("noted", "Noted"),
                                ],
                                max_length=8,
                                verbose_name="the member's answer",
                            ),
                        ),
                        (
                            "answer_reason",
                            models.TextField(blank=True, max_length=4000, verbose_name="reason"),
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
                        (
                            "answered_at",
                            models.DateTimeField(
                                editable=False, null=True, verbose_name="answered"
                            ),
                        ),
                        ("key", models.UUIDField(editable=False, null=True, unique=True)),
                        (
                            "search",
                            models.GeneratedField(
                                db_persist=True,
                                expression=django.contrib.postgres.search.SearchVector(
                                    "number", "text", "source", config="simple"
                                ),
                                output_field=django.contrib.postgres.search.SearchVectorField(),
                            ),
                        ),
                        (
                            "findings",
                            models.ManyToManyField(
                                blank=True,
                                related_name="recommendations",
                                to="missions.finding",
                                verbose_name="findings",
                            ),
                        ),
                        (
                            "standards",
                            models.ManyToManyField(
                                blank=True,
                                related_name="recommendations",
                                to="rocb.standard",
                                verbose_name="standards",
                            ),
                        ),
                    ],
                    options={
                        "permissions": [
                            ("answer_recommendation", "Answer recommendations for the member")
                        ],
                        "indexes": [
                            django.contrib.postgres.indexes.GinIndex(
                                fields=["search"], name="recommendation_search"
                            )
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("administration", "number"),
                                name="recommendation_number_once",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="RecommendationEvent",
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
                                to="missions.recommendation",
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
                        ("number", models.CharField(max_length=20, verbose_name="number")),
                        ("text", models.TextField(max_length=4000, verbose_name="recommendation")),
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
                            "area",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="rocb.diagnosticarea",
                                verbose_name="area",
                            ),
                        ),
                        (
                            "priority",
                            models.CharField(
                                choices=[("high", "High"), ("medium", "Medium"), ("low", "Low")],
                                default="medium",
                                max_length=8,
                                verbose_name="priority",
                            ),
                        ),
                        (
                            "horizon",
                            models.CharField(
                                choices=[
                                    ("short", "Short term (up to 1 year)"),
                                    ("medium", "Medium term (1 to 3 years)"),
                                    ("long", "Long term (over 3 years)"),
                                ],
                                default="medium",
                                max_length=8,
                                verbose_name="horizon",
                            ),
                        ),
                        (
                            "source",
                            models.CharField(
                                blank=True,
                                help_text="Mission or report.",
                                max_length=240,
                                verbose_name="where it comes from",
                            ),
                        ),
                        (
                            "made_on",
                            models.DateField(blank=True, null=True, verbose_name="made on"),
                        ),
                        (
                            "answer",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("accepted", "Accepted"),
                                    ("partly", "Partly accepted"),
                                    ("noted", "Noted"),
                                ],
                                max_length=8,
                                verbose_name="the member's answer",
                            ),
                        ),
                        (
                            "answer_reason",
                            models.TextField(blank=True, max_length=4000, verbose_name="reason"),
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
                        (
                            "answered_at",
                            models.DateTimeField(
                                editable=False, null=True, verbose_name="answered"
                            ),
                        ),
                        ("key", models.UUIDField(editable=False, null=True)),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="ReportRemark",
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
                            "mission",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="remarks",
                                to="missions.mission",
                            ),
                        ),
                        (
                            "version",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="remarks",
                                to="missions.reportversion",
                            ),
                        ),
                        ("anchor", models.CharField(max_length=40, verbose_name="place")),
                        ("text", models.TextField(max_length=4000, verbose_name="comment")),
                        (
                            "reply",
                            models.TextField(blank=True, max_length=4000, verbose_name="reply"),
                        ),
                        (
                            "replied_by",
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
                        "ordering": ["pk"],
                    },
                ),
                migrations.CreateModel(
                    name="ReportRemarkEvent",
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
                                to="missions.reportremark",
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
                            "mission",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="missions.mission",
                            ),
                        ),
                        (
                            "version",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="missions.reportversion",
                            ),
                        ),
                        ("anchor", models.CharField(max_length=40, verbose_name="place")),
                        ("text", models.TextField(max_length=4000, verbose_name="comment")),
                        (
                            "reply",
                            models.TextField(blank=True, max_length=4000, verbose_name="reply"),
                        ),
                        (
                            "replied_by",
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
                    name="ReportVersion",
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
                            "mission",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="report_versions",
                                to="missions.mission",
                            ),
                        ),
                        ("number", models.PositiveSmallIntegerField(verbose_name="version")),
                        (
                            "kind",
                            models.CharField(
                                choices=[("draft", "Draft"), ("final", "Final")],
                                max_length=8,
                                verbose_name="kind",
                            ),
                        ),
                        ("content", models.JSONField(verbose_name="content")),
                        ("sha256", models.CharField(max_length=64)),
                        ("made_at", models.DateTimeField(verbose_name="sent")),
                        (
                            "made_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["mission_id", "number"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("mission", "number"), name="report_version_once"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ReturnComment",
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
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="return_comments",
                                to="missions.matrixversion",
                            ),
                        ),
                        (
                            "standard",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="rocb.standard",
                            ),
                        ),
                        (
                            "action",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to="missions.action",
                            ),
                        ),
                        ("text", models.TextField(max_length=4000, verbose_name="comment")),
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
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("standard", None), ("action", None), _connector="XOR"
                                ),
                                name="comment_on_one_row",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="StandardRow",
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
                        ("revision", models.PositiveIntegerField(default=0)),
                        (
                            "updated_at",
                            models.DateTimeField(editable=False, null=True, verbose_name="changed"),
                        ),
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
                            "matrix",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="standard_rows",
                                to="missions.matrix",
                            ),
                        ),
                        (
                            "standard",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="matrix_rows",
                                to="rocb.standard",
                            ),
                        ),
                        (
                            "level",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                choices=[
                                    (0, "0 Not started"),
                                    (1, "1 Planned"),
                                    (2, "2 Under way"),
                                    (3, "3 Largely implemented"),
                                    (4, "4 Fully implemented"),
                                ],
                                null=True,
                                verbose_name="status",
                            ),
                        ),
                        (
                            "remark",
                            models.TextField(blank=True, max_length=4000, verbose_name="remark"),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("matrix", "standard"), name="standard_row_once"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="TeamMember",
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
                            "mission",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="team",
                                to="missions.mission",
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="mission_places",
                                to="rocb.person",
                                verbose_name="person",
                            ),
                        ),
                        (
                            "role",
                            models.CharField(
                                choices=[
                                    ("leader", "Leader"),
                                    ("expert", "Expert"),
                                    ("observer", "Observer"),
                                ],
                                default="expert",
                                max_length=8,
                                verbose_name="as",
                            ),
                        ),
                        (
                            "origin",
                            models.CharField(
                                choices=[
                                    ("region", "Region"),
                                    ("secretariat", "WCO Secretariat"),
                                    ("donor", "Donor"),
                                    ("office", "Regional office"),
                                ],
                                default="region",
                                max_length=12,
                                verbose_name="from",
                            ),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("reserve", "In reserve"),
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
                            "reasons",
                            models.TextField(
                                blank=True, max_length=1000, verbose_name="why this person"
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
                        "permissions": [("answer_place", "Accept or decline a place on a mission")],
                        "indexes": [
                            models.Index(fields=["person", "status"], name="places_of_person")
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(
                                    ("status__in", ["reserve", "asked", "accepted"])
                                ),
                                fields=("mission", "person"),
                                name="one_place_on_a_mission",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="TeamMemberEvent",
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
                                to="missions.teammember",
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
                            "mission",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="missions.mission",
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
                            "role",
                            models.CharField(
                                choices=[
                                    ("leader", "Leader"),
                                    ("expert", "Expert"),
                                    ("observer", "Observer"),
                                ],
                                default="expert",
                                max_length=8,
                                verbose_name="as",
                            ),
                        ),
                        (
                            "origin",
                            models.CharField(
                                choices=[
                                    ("region", "Region"),
                                    ("secretariat", "WCO Secretariat"),
                                    ("donor", "Donor"),
                                    ("office", "Regional office"),
                                ],
                                default="region",
                                max_length=12,
                                verbose_name="from",
                            ),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("reserve", "In reserve"),
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
                            "reasons",
                            models.TextField(
                                blank=True, max_length=1000, verbose_name="why this person"
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
                pgtrigger.migrations.AddTrigger(
                    model_name="action",
                    trigger=pgtrigger.compiler.Trigger(
                        name="keep_baseline",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."baseline_due_on" IS NOT NULL AND OLD."baseline_due_on" IS DISTINCT FROM (NEW."baseline_due_on"))',
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                            hash="6cc5d06bfdc18ba42960ba8662780de25d8d16a4",
                            operation="UPDATE",
                            pgid="pgtrigger_keep_baseline_cf738",
                            table="missions_action",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="action",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "missions_actionevent" ("baseline_due_on", "cost", "currency", "current_due_on", "expected_result", "id", "is_shared", "number", "percent", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "position", "responsible_person_id", "responsible_unit", "status", "support_needed", "tells_others", "title") VALUES (NEW."baseline_due_on", NEW."cost", NEW."currency", NEW."current_due_on", NEW."expected_result", NEW."id", NEW."is_shared", NEW."number", NEW."percent", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."plan_id", NEW."position", NEW."responsible_person_id", NEW."responsible_unit", NEW."status", NEW."support_needed", NEW."tells_others", NEW."title"); RETURN NULL;',
                            hash="d689291e457f929cbd23d8dc58b2cde6f2328a43",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_d9d0b",
                            table="missions_action",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="action",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."baseline_due_on" IS DISTINCT FROM (NEW."baseline_due_on") OR OLD."cost" IS DISTINCT FROM (NEW."cost") OR OLD."currency" IS DISTINCT FROM (NEW."currency") OR OLD."current_due_on" IS DISTINCT FROM (NEW."current_due_on") OR OLD."expected_result" IS DISTINCT FROM (NEW."expected_result") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_shared" IS DISTINCT FROM (NEW."is_shared") OR OLD."number" IS DISTINCT FROM (NEW."number") OR OLD."percent" IS DISTINCT FROM (NEW."percent") OR OLD."plan_id" IS DISTINCT FROM (NEW."plan_id") OR OLD."position" IS DISTINCT FROM (NEW."position") OR OLD."responsible_person_id" IS DISTINCT FROM (NEW."responsible_person_id") OR OLD."responsible_unit" IS DISTINCT FROM (NEW."responsible_unit") OR OLD."status" IS DISTINCT FROM (NEW."status") OR OLD."support_needed" IS DISTINCT FROM (NEW."support_needed") OR OLD."tells_others" IS DISTINCT FROM (NEW."tells_others") OR OLD."title" IS DISTINCT FROM (NEW."title"))',
                            func='INSERT INTO "missions_actionevent" ("baseline_due_on", "cost", "currency", "current_due_on", "expected_result", "id", "is_shared", "number", "percent", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "position", "responsible_person_id", "responsible_unit", "status", "support_needed", "tells_others", "title") VALUES (NEW."baseline_due_on", NEW."cost", NEW."currency", NEW."current_due_on", NEW."expected_result", NEW."id", NEW."is_shared", NEW."number", NEW."percent", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."plan_id", NEW."position", NEW."responsible_person_id", NEW."responsible_unit", NEW."status", NEW."support_needed", NEW."tells_others", NEW."title"); RETURN NULL;',
                            hash="30539878e999bd181550e3eb7c155265abb5dd26",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_5798a",
                            table="missions_action",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="actionevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="e5f535031296fdc462c24c3a3a07aa70e9ba1149",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_11d4e",
                            table="missions_actionevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="actionplan",
                    trigger=pgtrigger.compiler.Trigger(
                        name="steps",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            declare="DECLARE _is_valid_transition BOOLEAN;",
                            func='SELECT CONCAT(OLD."status", \':\', NEW."status") = ANY(\'{draft:submitted,endorsed:in_force,in_force:closed,submitted:draft,submitted:endorsed}\'::text[]) INTO _is_valid_transition; IF (_is_valid_transition IS FALSE AND OLD."status" IS DISTINCT FROM NEW."status") THEN RAISE EXCEPTION \'pgtrigger: Invalid transition of field "status" from "%" to "%" on table %\', OLD."status", NEW."status", TG_TABLE_NAME; ELSE RETURN NEW; END IF;',
                            hash="0fcf9413a67d69c5883d97441d159a21ed8d1359",
                            operation="UPDATE",
                            pgid="pgtrigger_steps_62fa8",
                            table="missions_actionplan",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="actionplan",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "missions_actionplanevent" ("administration_id", "endorsed_by_id", "endorsed_on", "ends_on", "id", "in_force_on", "mission_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on", "status", "summary", "title") VALUES (NEW."administration_id", NEW."endorsed_by_id", NEW."endorsed_on", NEW."ends_on", NEW."id", NEW."in_force_on", NEW."mission_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."starts_on", NEW."status", NEW."summary", NEW."title"); RETURN NULL;',
                            hash="0fe4340775162b9e235a703d8aaeeac77df192a2",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_0649b",
                            table="missions_actionplan",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="actionplan",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."administration_id" IS DISTINCT FROM (NEW."administration_id") OR OLD."endorsed_by_id" IS DISTINCT FROM (NEW."endorsed_by_id") OR OLD."endorsed_on" IS DISTINCT FROM (NEW."endorsed_on") OR OLD."ends_on" IS DISTINCT FROM (NEW."ends_on") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."in_force_on" IS DISTINCT FROM (NEW."in_force_on") OR OLD."mission_id" IS DISTINCT FROM (NEW."mission_id") OR OLD."starts_on" IS DISTINCT FROM (NEW."starts_on") OR OLD."status" IS DISTINCT FROM (NEW."status") OR OLD."summary" IS DISTINCT FROM (NEW."summary") OR OLD."title" IS DISTINCT FROM (NEW."title"))',
                            func='INSERT INTO "missions_actionplanevent" ("administration_id", "endorsed_by_id", "endorsed_on", "ends_on", "id", "in_force_on", "mission_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on", "status", "summary", "title") VALUES (NEW."administration_id", NEW."endorsed_by_id", NEW."endorsed_on", NEW."ends_on", NEW."id", NEW."in_force_on", NEW."mission_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."starts_on", NEW."status", NEW."summary", NEW."title"); RETURN NULL;',
                            hash="347942076ef6aa7403a4a4f0368c4d8b43921712",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_0c496",
                            table="missions_actionplan",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="actionplanevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="4d79c7543cd50a2d5345318438ea3e6674455d44",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_0a0da",
                            table="missions_actionplanevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="certification",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "missions_certificationevent" ("awarded_on", "event_id", "expert_id", "expires_on", "id", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "scheme", "stage") VALUES (NEW."awarded_on", NEW."event_id", NEW."expert_id", NEW."expires_on", NEW."id", NEW."note", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."scheme", NEW."stage"); RETURN NULL;',
                            hash="bb3fae1f0c1049c3b36ba91155c066f5d4f9acbb",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_3c9df",
                            table="missions_certification",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="certification",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."awarded_on" IS DISTINCT FROM (NEW."awarded_on") OR OLD."event_id" IS DISTINCT FROM (NEW."event_id") OR OLD."expert_id" IS DISTINCT FROM (NEW."expert_id") OR OLD."expires_on" IS DISTINCT FROM (NEW."expires_on") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."note" IS DISTINCT FROM (NEW."note") OR OLD."scheme" IS DISTINCT FROM (NEW."scheme") OR OLD."stage" IS DISTINCT FROM (NEW."stage"))',
                            func='INSERT INTO "missions_certificationevent" ("awarded_on", "event_id", "expert_id", "expires_on", "id", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "scheme", "stage") VALUES (NEW."awarded_on", NEW."event_id", NEW."expert_id", NEW."expires_on", NEW."id", NEW."note", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."scheme", NEW."stage"); RETURN NULL;',
                            hash="1cc4f39cfd89da4315d8572d8ebe3632d4e94725",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_8e805",
                            table="missions_certification",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="certificationevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="9ce40c8f7198a5cc872c69f7d90c51259041dcb5",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_97fbf",
                            table="missions_certificationevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="cycle",
                    trigger=pgtrigger.compiler.Trigger(
                        name="steps",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            declare="DECLARE _is_valid_transition BOOLEAN;",
                            func='SELECT CONCAT(OLD."status", \':\', NEW."status") = ANY(\'{open:closed,planned:open}\'::text[]) INTO _is_valid_transition; IF (_is_valid_transition IS FALSE AND OLD."status" IS DISTINCT FROM NEW."status") THEN RAISE EXCEPTION \'pgtrigger: Invalid transition of field "status" from "%" to "%" on table %\', OLD."status", NEW."status", TG_TABLE_NAME; ELSE RETURN NEW; END IF;',
                            hash="46dcbc21f645e7dc25298862c2a113de321b51ff",
                            operation="UPDATE",
                            pgid="pgtrigger_steps_4b875",
                            table="missions_cycle",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="cycle",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "missions_cycleevent" ("closes_on", "due_on", "framework_id", "id", "name", "office_id", "opens_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "status") VALUES (NEW."closes_on", NEW."due_on", NEW."framework_id", NEW."id", NEW."name", NEW."office_id", NEW."opens_on", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."status"); RETURN NULL;',
                            hash="501c6a14a1c5bd34899f266c1a432bb4e56d6015",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_3c03b",
                            table="missions_cycle",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="cycle",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."closes_on" IS DISTINCT FROM (NEW."closes_on") OR OLD."due_on" IS DISTINCT FROM (NEW."due_on") OR OLD."framework_id" IS DISTINCT FROM (NEW."framework_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."name" IS DISTINCT FROM (NEW."name") OR OLD."office_id" IS DISTINCT FROM (NEW."office_id") OR OLD."opens_on" IS DISTINCT FROM (NEW."opens_on") OR OLD."status" IS DISTINCT FROM (NEW."status"))',
                            func='INSERT INTO "missions_cycleevent" ("closes_on", "due_on", "framework_id", "id", "name", "office_id", "opens_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "status") VALUES (NEW."closes_on", NEW."due_on", NEW."framework_id", NEW."id", NEW."name", NEW."office_id", NEW."opens_on", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."status"); RETURN NULL;',
                            hash="b1052980ba28a344f3fde246872799a595d75eba",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_f425a",
                            table="missions_cycle",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="cycleevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="b07a9c2a478cf3b7a6b4751f969b5a92e53b3bb4",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_ced1d",
                            table="missions_cycleevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="expert",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "missions_expertevent" ("administration_id", "category", "experience", "id", "is_active", "languages", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."administration_id", NEW."category", NEW."experience", NEW."id", NEW."is_active", NEW."languages", NEW."person_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id"); RETURN NULL;',
                            hash="70813680031ed999c4096bdd9455c0f08e7e31ea",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_c4dfc",
                            table="missions_expert",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="expert",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."administration_id" IS DISTINCT FROM (NEW."administration_id") OR OLD."category" IS DISTINCT FROM (NEW."category") OR OLD."experience" IS DISTINCT FROM (NEW."experience") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_active" IS DISTINCT FROM (NEW."is_active") OR OLD."languages" IS DISTINCT FROM (NEW."languages") OR OLD."person_id" IS DISTINCT FROM (NEW."person_id"))',
                            func='INSERT INTO "missions_expertevent" ("administration_id", "category", "experience", "id", "is_active", "languages", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."administration_id", NEW."category", NEW."experience", NEW."id", NEW."is_active", NEW."languages", NEW."person_id", _pgh_attach_context(), NOW(), \'update\', NEW."id"); RETURN NULL;',
                            hash="53cefda6cb9c09c14d00fa4359886c205bab63f0",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_84ac9",
                            table="missions_expert",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="expertevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="b0a3cbf78490bdb27ebb19ae63849fc75a7c5950",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_00b67",
                            table="missions_expertevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="extensionrequest",
                    trigger=pgtrigger.compiler.Trigger(
                        name="steps",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            declare="DECLARE _is_valid_transition BOOLEAN;",
                            func='SELECT CONCAT(OLD."status", \':\', NEW."status") = ANY(\'{requested:approved,requested:refused,requested:withdrawn}\'::text[]) INTO _is_valid_transition; IF (_is_valid_transition IS FALSE AND OLD."status" IS DISTINCT FROM NEW."status") THEN RAISE EXCEPTION \'pgtrigger: Invalid transition of field "status" from "%" to "%" on table %\', OLD."status", NEW."status", TG_TABLE_NAME; ELSE RETURN NEW; END IF;',
                            hash="8709be39ccdc06f182291c6260a14e4330ab39f0",
                            operation="UPDATE",
                            pgid="pgtrigger_steps_50ad2",
                            table="missions_extensionrequest",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="extensionrequest",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "missions_extensionrequestevent" ("action_id", "decided_at", "decided_by_id", "due_on_before", "id", "new_due_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "status") VALUES (NEW."action_id", NEW."decided_at", NEW."decided_by_id", NEW."due_on_before", NEW."id", NEW."new_due_on", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."reason", NEW."status"); RETURN NULL;',
                            hash="d8f7c036d92eb988978f37937b56604be459fdaa",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_5b3a1",
                            table="missions_extensionrequest",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="extensionrequest",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."action_id" IS DISTINCT FROM (NEW."action_id") OR OLD."decided_at" IS DISTINCT FROM (NEW."decided_at") OR OLD."decided_by_id" IS DISTINCT FROM (NEW."decided_by_id") OR OLD."due_on_before" IS DISTINCT FROM (NEW."due_on_before") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."new_due_on" IS DISTINCT FROM (NEW."new_due_on") OR OLD."reason" IS DISTINCT FROM (NEW."reason") OR OLD."status" IS DISTINCT FROM (NEW."status"))',
                            func='INSERT INTO "missions_extensionrequestevent" ("action_id", "decided_at", "decided_by_id", "due_on_before", "id", "new_due_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "status") VALUES (NEW."action_id", NEW."decided_at", NEW."decided_by_id", NEW."due_on_before", NEW."id", NEW."new_due_on", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."reason", NEW."status"); RETURN NULL;',
                            hash="3fe1d4e9024f9f8d854ed8a0146b62c46915178f",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_eeecb",
                            table="missions_extensionrequest",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="extensionrequestevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="facd39fdb2671372793e309cf0649712badb4d7f",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_8540e",
                            table="missions_extensionrequestevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="finding",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "missions_findingevent" ("area_id", "evidence", "id", "key", "mission_id", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text") VALUES (NEW."area_id", NEW."evidence", NEW."id", NEW."key", NEW."mission_id", NEW."number", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."text"); RETURN NULL;',
                            hash="0932ebcdb1f02595ca99e15f648bc9c8f02a2597",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_3bea7",
                            table="missions_finding",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="finding",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."area_id" IS DISTINCT FROM (NEW."area_id") OR OLD."evidence" IS DISTINCT FROM (NEW."evidence") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."key" IS DISTINCT FROM (NEW."key") OR OLD."mission_id" IS DISTINCT FROM (NEW."mission_id") OR OLD."number" IS DISTINCT FROM (NEW."number") OR OLD."text" IS DISTINCT FROM (NEW."text"))',
                            func='INSERT INTO "missions_findingevent" ("area_id", "evidence", "id", "key", "mission_id", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text") VALUES (NEW."area_id", NEW."evidence", NEW."id", NEW."key", NEW."mission_id", NEW."number", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."text"); RETURN NULL;',
                            hash="d1cb265ac4ecf03dd3d341920b012f2b153d5b66",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_2164f",
                            table="missions_finding",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="findingevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="1de2860c0fcd4c78e91cf17fd7e7744ffda92b58",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_84cc9",
                            table="missions_findingevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="matrix",
                    trigger=pgtrigger.compiler.Trigger(
                        name="steps",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            declare="DECLARE _is_valid_transition BOOLEAN;",
                            func='SELECT CONCAT(OLD."status", \':\', NEW."status") = ANY(\'{draft:cancelled,draft:submitted,returned:cancelled,returned:submitted,submitted:accepted,submitted:returned,submitted:withdrawn,withdrawn:cancelled,withdrawn:submitted}\'::text[]) INTO _is_valid_transition; IF (_is_valid_transition IS FALSE AND OLD."status" IS DISTINCT FROM NEW."status") THEN RAISE EXCEPTION \'pgtrigger: Invalid transition of field "status" from "%" to "%" on table %\', OLD."status", NEW."status", TG_TABLE_NAME; ELSE RETURN NEW; END IF;',
                            hash="6fb27f061855ba2f941ff23ad6405c35d118bc63",
                            operation="UPDATE",
                            pgid="pgtrigger_steps_1708e",
                            table="missions_matrix",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="matrix",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "missions_matrixevent" ("administration_id", "copied_at", "copied_to", "cycle_id", "due_on", "has_nothing_to_report", "id", "nothing_reason", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "reviewed_at", "reviewed_by_id", "round", "status", "submitted_at", "submitted_by_id") VALUES (NEW."administration_id", NEW."copied_at", NEW."copied_to", NEW."cycle_id", NEW."due_on", NEW."has_nothing_to_report", NEW."id", NEW."nothing_reason", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."plan_id", NEW."reviewed_at", NEW."reviewed_by_id", NEW."round", NEW."status", NEW."submitted_at", NEW."submitted_by_id"); RETURN NULL;',
                            hash="2f365b6ff9a49326c06b86d779178e6cb8128794",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_4998c",
                            table="missions_matrix",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="matrix",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."administration_id" IS DISTINCT FROM (NEW."administration_id") OR OLD."copied_at" IS DISTINCT FROM (NEW."copied_at") OR OLD."copied_to" IS DISTINCT FROM (NEW."copied_to") OR OLD."cycle_id" IS DISTINCT FROM (NEW."cycle_id") OR OLD."due_on" IS DISTINCT FROM (NEW."due_on") OR OLD."has_nothing_to_report" IS DISTINCT FROM (NEW."has_nothing_to_report") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."nothing_reason" IS DISTINCT FROM (NEW."nothing_reason") OR OLD."plan_id" IS DISTINCT FROM (NEW."plan_id") OR OLD."reviewed_at" IS DISTINCT FROM (NEW."reviewed_at") OR OLD."reviewed_by_id" IS DISTINCT FROM (NEW."reviewed_by_id") OR OLD."round" IS DISTINCT FROM (NEW."round") OR OLD."status" IS DISTINCT FROM (NEW."status") OR OLD."submitted_at" IS DISTINCT FROM (NEW."submitted_at") OR OLD."submitted_by_id" IS DISTINCT FROM (NEW."submitted_by_id"))',
                            func='INSERT INTO "missions_matrixevent" ("administration_id", "copied_at", "copied_to", "cycle_id", "due_on", "has_nothing_to_report", "id", "nothing_reason", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "reviewed_at", "reviewed_by_id", "round", "status", "submitted_at", "submitted_by_id") VALUES (NEW."administration_id", NEW."copied_at", NEW."copied_to", NEW."cycle_id", NEW."due_on", NEW."has_nothing_to_report", NEW."id", NEW."nothing_reason", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."plan_id", NEW."reviewed_at", NEW."reviewed_by_id", NEW."round", NEW."status", NEW."submitted_at", NEW."submitted_by_id"); RETURN NULL;',
                            hash="0505c8e2c35fcadb8bf21667fd0557fc7941d00c",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_7ddb1",
                            table="missions_matrix",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="matrixevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="69659525241b82dc8ed1a6c98b13cef0b6fdf6b0",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_0bcae",
                            table="missions_matrixevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="matrixversion",
                    trigger=pgtrigger.compiler.Trigger(
                        name="keep",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="9d1848748b881a65149116aaf69e129b272e0470",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_keep_8671c",
                            table="missions_matrixversion",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="mission",
                    trigger=pgtrigger.compiler.Trigger(
                        name="steps",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            declare="DECLARE _is_valid_transition BOOLEAN;",
                            func='SELECT CONCAT(OLD."status", \':\', NEW."status") = ANY(\'{accepted:cancelled,accepted:team_selected,draft_report:member_comments,final:closed,in_country:cancelled,in_country:draft_report,member_comments:draft_report,member_comments:final,requested:accepted,requested:cancelled,team_selected:cancelled,team_selected:terms_agreed,terms_agreed:cancelled,terms_agreed:in_country}\'::text[]) INTO _is_valid_transition; IF (_is_valid_transition IS FALSE AND OLD."status" IS DISTINCT FROM NEW."status") THEN RAISE EXCEPTION \'pgtrigger: Invalid transition of field "status" from "%" to "%" on table %\', OLD."status", NEW."status", TG_TABLE_NAME; ELSE RETURN NEW; END IF;',
                            hash="35606279d04c066f6924d6a68f858e1b10208b0e",
                            operation="UPDATE",
                            pgid="pgtrigger_steps_91fe9",
                            table="missions_mission",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="mission",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "missions_missionevent" ("administration_id", "assessed_at", "before_id", "comments_due_on", "debrief", "debrief_on", "ends_on", "event_id", "final_on", "framework_id", "id", "is_invented", "kind", "languages", "lead", "objectives", "officer_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phase", "programme_id", "sent_at", "situation", "starts_on", "status", "terms", "way_forward") VALUES (NEW."administration_id", NEW."assessed_at", NEW."before_id", NEW."comments_due_on", NEW."debrief", NEW."debrief_on", NEW."ends_on", NEW."event_id", NEW."final_on", NEW."framework_id", NEW."id", NEW."is_invented", NEW."kind", NEW."languages", NEW."lead", NEW."objectives", NEW."officer_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."phase", NEW."programme_id", NEW."sent_at", NEW."situation", NEW."starts_on", NEW."status", NEW."terms", NEW."way_forward"); RETURN NULL;',
                            hash="7ff52baaa6ad88ed2094b01857c2fb2bb24e01c9",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_f739d",
                            table="missions_mission",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="mission",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."administration_id" IS DISTINCT FROM (NEW."administration_id") OR OLD."assessed_at" IS DISTINCT FROM (NEW."assessed_at") OR OLD."before_id" IS DISTINCT FROM (NEW."before_id") OR OLD."comments_due_on" IS DISTINCT FROM (NEW."comments_due_on") OR OLD."debrief" IS DISTINCT FROM (NEW."debrief") OR OLD."debrief_on" IS DISTINCT FROM (NEW."debrief_on") OR OLD."ends_on" IS DISTINCT FROM (NEW."ends_on") OR OLD."event_id" IS DISTINCT FROM (NEW."event_id") OR OLD."final_on" IS DISTINCT FROM (NEW."final_on") OR OLD."framework_id" IS DISTINCT FROM (NEW."framework_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_invented" IS DISTINCT FROM (NEW."is_invented") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."languages" IS DISTINCT FROM (NEW."languages") OR OLD."lead" IS DISTINCT FROM (NEW."lead") OR OLD."objectives" IS DISTINCT FROM (NEW."objectives") OR OLD."officer_id" IS DISTINCT FROM (NEW."officer_id") OR OLD."phase" IS DISTINCT FROM (NEW."phase") OR OLD."programme_id" IS DISTINCT FROM (NEW."programme_id") OR OLD."sent_at" IS DISTINCT FROM (NEW."sent_at") OR OLD."situation" IS DISTINCT FROM (NEW."situation") OR OLD."starts_on" IS DISTINCT FROM (NEW."starts_on") OR OLD."status" IS DISTINCT FROM (NEW."status") OR OLD."terms" IS DISTINCT FROM (NEW."terms") OR OLD."way_forward" IS DISTINCT FROM (NEW."way_forward"))',
                            func='INSERT INTO "missions_missionevent" ("administration_id", "assessed_at", "before_id", "comments_due_on", "debrief", "debrief_on", "ends_on", "event_id", "final_on", "framework_id", "id", "is_invented", "kind", "languages", "lead", "objectives", "officer_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phase", "programme_id", "sent_at", "situation", "starts_on", "status", "terms", "way_forward") VALUES (NEW."administration_id", NEW."assessed_at", NEW."before_id", NEW."comments_due_on", NEW."debrief", NEW."debrief_on", NEW."ends_on", NEW."event_id", NEW."final_on", NEW."framework_id", NEW."id", NEW."is_invented", NEW."kind", NEW."languages", NEW."lead", NEW."objectives", NEW."officer_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."phase", NEW."programme_id", NEW."sent_at", NEW."situation", NEW."starts_on", NEW."status", NEW."terms", NEW."way_forward"); RETURN NULL;',
                            hash="a92fcbf1239762d9f24ad44a530c7539a16dd0ff",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_0f472",
                            table="missions_mission",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="missionevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="156d60ea8a5d9d3297fa5473f3fced0dff5d7c85",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_43268",
                            table="missions_missionevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="recommendation",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "missions_recommendationevent" ("administration_id", "answer", "answer_reason", "answered_at", "answered_by_id", "area_id", "horizon", "id", "key", "made_on", "mission_id", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "priority", "source", "text") VALUES (NEW."administration_id", NEW."answer", NEW."answer_reason", NEW."answered_at", NEW."answered_by_id", NEW."area_id", NEW."horizon", NEW."id", NEW."key", NEW."made_on", NEW."mission_id", NEW."number", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."priority", NEW."source", NEW."text"); RETURN NULL;',
                            hash="17b7ba3ba8f9971be1b9cf218f5da42bd7c42066",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_c765e",
                            table="missions_recommendation",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="recommendation",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."administration_id" IS DISTINCT FROM (NEW."administration_id") OR OLD."answer" IS DISTINCT FROM (NEW."answer") OR OLD."answer_reason" IS DISTINCT FROM (NEW."answer_reason") OR OLD."answered_at" IS DISTINCT FROM (NEW."answered_at") OR OLD."answered_by_id" IS DISTINCT FROM (NEW."answered_by_id") OR OLD."area_id" IS DISTINCT FROM (NEW."area_id") OR OLD."horizon" IS DISTINCT FROM (NEW."horizon") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."key" IS DISTINCT FROM (NEW."key") OR OLD."made_on" IS DISTINCT FROM (NEW."made_on") OR OLD."mission_id" IS DISTINCT FROM (NEW."mission_id") OR OLD."number" IS DISTINCT FROM (NEW."number") OR OLD."priority" IS DISTINCT FROM (NEW."priority") OR OLD."source" IS DISTINCT FROM (NEW."source") OR OLD."text" IS DISTINCT FROM (NEW."text"))',
                            func='INSERT INTO "missions_recommendationevent" ("administration_id", "answer", "answer_reason", "answered_at", "answered_by_id", "area_id", "horizon", "id", "key", "made_on", "mission_id", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "priority", "source", "text") VALUES (NEW."administration_id", NEW."answer", NEW."answer_reason", NEW."answered_at", NEW."answered_by_id", NEW."area_id", NEW."horizon", NEW."id", NEW."key", NEW."made_on", NEW."mission_id", NEW."number", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."priority", NEW."source", NEW."text"); RETURN NULL;',
                            hash="477fe65c03c0c768af99f10d050b36a4494ec0f3",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_f7301",
                            table="missions_recommendation",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="recommendationevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="8fe3cc0172f4bc0ceaf171e5883f7ef611bbe268",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_7a854",
                            table="missions_recommendationevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="reportremark",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "missions_reportremarkevent" ("anchor", "id", "mission_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "replied_by_id", "reply", "text", "version_id") VALUES (NEW."anchor", NEW."id", NEW."mission_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."replied_by_id", NEW."reply", NEW."text", NEW."version_id"); RETURN NULL;',
                            hash="11165daf5d42f77498d3cb44092a4b5040ea161a",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_fbbc6",
                            table="missions_reportremark",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="reportremark",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."anchor" IS DISTINCT FROM (NEW."anchor") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."mission_id" IS DISTINCT FROM (NEW."mission_id") OR OLD."replied_by_id" IS DISTINCT FROM (NEW."replied_by_id") OR OLD."reply" IS DISTINCT FROM (NEW."reply") OR OLD."text" IS DISTINCT FROM (NEW."text") OR OLD."version_id" IS DISTINCT FROM (NEW."version_id"))',
                            func='INSERT INTO "missions_reportremarkevent" ("anchor", "id", "mission_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "replied_by_id", "reply", "text", "version_id") VALUES (NEW."anchor", NEW."id", NEW."mission_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."replied_by_id", NEW."reply", NEW."text", NEW."version_id"); RETURN NULL;',
                            hash="86e5129db2e5a0d505cde4eee75830b0697229b2",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_8224a",
                            table="missions_reportremark",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="reportremarkevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="8a87fd939ad207ebb53ea12be9a5790d8a00016f",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_adeed",
                            table="missions_reportremarkevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="reportversion",
                    trigger=pgtrigger.compiler.Trigger(
                        name="keep",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="d8680c8bc122471944aafbf27292f03b5be00576",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_keep_c3e66",
                            table="missions_reportversion",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="teammember",
                    trigger=pgtrigger.compiler.Trigger(
                        name="steps",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            declare="DECLARE _is_valid_transition BOOLEAN;",
                            func='SELECT CONCAT(OLD."status", \':\', NEW."status") = ANY(\'{accepted:declined,accepted:released,asked:accepted,asked:declined,asked:released,reserve:asked,reserve:released}\'::text[]) INTO _is_valid_transition; IF (_is_valid_transition IS FALSE AND OLD."status" IS DISTINCT FROM NEW."status") THEN RAISE EXCEPTION \'pgtrigger: Invalid transition of field "status" from "%" to "%" on table %\', OLD."status", NEW."status", TG_TABLE_NAME; ELSE RETURN NEW; END IF;',
                            hash="c3f6c5f26ce7fbe0d6e9ee6c4e0ba3a39798a4fe",
                            operation="UPDATE",
                            pgid="pgtrigger_steps_f4922",
                            table="missions_teammember",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="teammember",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "missions_teammemberevent" ("answer_by", "answered_at", "asked_at", "id", "mission_id", "origin", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reasons", "role", "status") VALUES (NEW."answer_by", NEW."answered_at", NEW."asked_at", NEW."id", NEW."mission_id", NEW."origin", NEW."person_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."reasons", NEW."role", NEW."status"); RETURN NULL;',
                            hash="333aaceccd9f252ea1e77ffbc5a4132a25f4a866",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_c2f11",
                            table="missions_teammember",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="teammember",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."answer_by" IS DISTINCT FROM (NEW."answer_by") OR OLD."answered_at" IS DISTINCT FROM (NEW."answered_at") OR OLD."asked_at" IS DISTINCT FROM (NEW."asked_at") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."mission_id" IS DISTINCT FROM (NEW."mission_id") OR OLD."origin" IS DISTINCT FROM (NEW."origin") OR OLD."person_id" IS DISTINCT FROM (NEW."person_id") OR OLD."reasons" IS DISTINCT FROM (NEW."reasons") OR OLD."role" IS DISTINCT FROM (NEW."role") OR OLD."status" IS DISTINCT FROM (NEW."status"))',
                            func='INSERT INTO "missions_teammemberevent" ("answer_by", "answered_at", "asked_at", "id", "mission_id", "origin", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reasons", "role", "status") VALUES (NEW."answer_by", NEW."answered_at", NEW."asked_at", NEW."id", NEW."mission_id", NEW."origin", NEW."person_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."reasons", NEW."role", NEW."status"); RETURN NULL;',
                            hash="12c7b58f2a543dbc2b6f61784ed264bb512c9245",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_4e522",
                            table="missions_teammember",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="teammemberevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="542e82abd068aafb21cc274107a94b7004126e11",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_b490a",
                            table="missions_teammemberevent",
                            when="BEFORE",
                        ),
                    ),
                ),
            ],
        ),
    ]
