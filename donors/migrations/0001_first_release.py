import datetime
import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.contrib.postgres.search
import django.core.validators
import django.db.models.deletion
import donors.models.choices
import pgtrigger.compiler
import pgtrigger.migrations
import rocb.schema
from decimal import Decimal
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    replaces = [
        ("donors", "0001_initial"),
        ("donors", "0001_squashed_first_release"),
        ("donors", "0002_agreements_and_funded_activities"),
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
                    name="Activity",
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
                                related_name="activities",
                                to="rocb.office",
                            ),
                        ),
                        (
                            "slug",
                            models.SlugField(
                                editable=False, max_length=120, unique=True, verbose_name="address"
                            ),
                        ),
                        (
                            "event",
                            models.OneToOneField(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="funded",
                                to="programmes.event",
                            ),
                        ),
                        (
                            "mission",
                            models.OneToOneField(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="funded",
                                to="missions.mission",
                            ),
                        ),
                        (
                            "action",
                            models.OneToOneField(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="funded",
                                to="missions.action",
                            ),
                        ),
                        (
                            "purpose",
                            models.TextField(
                                blank=True,
                                help_text="Donors and, once it is published, everybody read this. No names of persons.",
                                max_length=4000,
                                verbose_name="who asked, and why",
                            ),
                        ),
                        (
                            "implementer",
                            models.CharField(
                                blank=True,
                                help_text="Institutions, no names of persons.",
                                max_length=240,
                                verbose_name="who carries it out",
                            ),
                        ),
                        (
                            "outcome",
                            models.TextField(
                                blank=True,
                                help_text="In the office's own words, for donors and the public.",
                                max_length=4000,
                                verbose_name="what came of it",
                            ),
                        ),
                        (
                            "is_covered",
                            models.BooleanField(
                                default=False,
                                help_text="Nothing more is sought: an action leaves the needs board.",
                                verbose_name="fully paid for",
                            ),
                        ),
                        (
                            "is_invented",
                            models.BooleanField(
                                default=False, editable=False, verbose_name="demonstration data"
                            ),
                        ),
                        (
                            "helps",
                            models.ManyToManyField(
                                blank=True,
                                help_text="Donors read those that their members share; of the others only how many.",
                                related_name="helped_by",
                                to="missions.action",
                                verbose_name="actions that it helps",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name_plural": "activities",
                        "permissions": [
                            ("publish_activity", "Publish what a funded activity moved")
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("action", None),
                                        ("event__isnull", False),
                                        ("mission", None),
                                    ),
                                    models.Q(
                                        ("action", None),
                                        ("event", None),
                                        ("mission__isnull", False),
                                    ),
                                    models.Q(
                                        ("action__isnull", False),
                                        ("event", None),
                                        ("mission", None),
                                    ),
                                    _connector="OR",
                                ),
                                name="activity_is_exactly_one_thing",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ActivityEvent",
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
                                to="donors.activity",
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
                            "slug",
                            models.SlugField(
                                db_index=False,
                                editable=False,
                                max_length=120,
                                verbose_name="address",
                            ),
                        ),
                        (
                            "event",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="programmes.event",
                            ),
                        ),
                        (
                            "mission",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="missions.mission",
                            ),
                        ),
                        (
                            "action",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="missions.action",
                            ),
                        ),
                        (
                            "purpose",
                            models.TextField(
                                blank=True,
                                help_text="Donors and, once it is published, everybody read this. No names of persons.",
                                max_length=4000,
                                verbose_name="who asked, and why",
                            ),
                        ),
                        (
                            "implementer",
                            models.CharField(
                                blank=True,
                                help_text="Institutions, no names of persons.",
                                max_length=240,
                                verbose_name="who carries it out",
                            ),
                        ),
                        (
                            "outcome",
                            models.TextField(
                                blank=True,
                                help_text="In the office's own words, for donors and the public.",
                                max_length=4000,
                                verbose_name="what came of it",
                            ),
                        ),
                        (
                            "is_covered",
                            models.BooleanField(
                                default=False,
                                help_text="Nothing more is sought: an action leaves the needs board.",
                                verbose_name="fully paid for",
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
                    name="Agreement",
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
                                related_name="agreements",
                                to="rocb.office",
                            ),
                        ),
                        (
                            "donor",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="agreements",
                                to="donors.donor",
                                verbose_name="donor",
                            ),
                        ),
                        (
                            "request",
                            models.OneToOneField(
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="agreement",
                                to="donors.fundingrequest",
                                verbose_name="from the request",
                            ),
                        ),
                        (
                            "reference",
                            models.CharField(max_length=60, unique=True, verbose_name="reference"),
                        ),
                        ("title", models.CharField(max_length=240, verbose_name="title")),
                        (
                            "purpose",
                            models.TextField(
                                blank=True, max_length=4000, verbose_name="what it is for"
                            ),
                        ),
                        (
                            "amount",
                            models.DecimalField(
                                decimal_places=2,
                                max_digits=14,
                                validators=[
                                    django.core.validators.MinValueValidator(
                                        Decimal("0.01"), "An amount is more than nothing."
                                    ),
                                    django.core.validators.MaxValueValidator(
                                        Decimal("1000000000"),
                                        "More than 1,000,000,000 in one amount: look at the zeros again.",
                                    ),
                                ],
                                verbose_name="amount",
                            ),
                        ),
                        (
                            "currency",
                            models.CharField(
                                default="USD",
                                max_length=3,
                                validators=[donors.models.choices.check_currency],
                                verbose_name="currency",
                            ),
                        ),
                        ("starts_on", models.DateField(verbose_name="first day")),
                        ("ends_on", models.DateField(verbose_name="last day")),
                        (
                            "signed_on",
                            models.DateField(editable=False, null=True, verbose_name="signed"),
                        ),
                        (
                            "sector",
                            models.CharField(
                                choices=[
                                    ("33120", "Trade facilitation"),
                                    ("33110", "Trade policy and administrative management"),
                                    ("33181", "Trade education/training"),
                                    ("15114", "Domestic revenue mobilisation"),
                                    ("15113", "Anti-corruption organisations and institutions"),
                                    ("16063", "Narcotics control"),
                                    ("41010", "Environmental policy and administrative management"),
                                ],
                                default="33120",
                                max_length=5,
                                verbose_name="sector",
                            ),
                        ),
                        (
                            "officer",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="agreements_in_charge",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="officer in charge",
                            ),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("draft", "Draft"),
                                    ("signed", "Signed"),
                                    ("active", "Active"),
                                    ("suspended", "Suspended"),
                                    ("closed", "Closed"),
                                    ("terminated", "Terminated"),
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
                                    "reference", "title", "purpose", config="simple"
                                ),
                                output_field=django.contrib.postgres.search.SearchVectorField(),
                            ),
                        ),
                    ],
                    options={
                        "permissions": [
                            ("run_agreement", "Take agreements through their life and amend them"),
                            ("allocate_money", "Allocate money of an agreement"),
                            ("record_money", "Record instalments and expenditure"),
                            (
                                "view_money",
                                "See the sums of the office and the rates of currencies",
                            ),
                            ("export_iati", "Export agreements for IATI"),
                        ],
                        "indexes": [
                            models.Index(fields=["donor", "status"], name="agreement_of_donor"),
                            models.Index(
                                fields=["office", "-starts_on"], name="agreement_of_office"
                            ),
                            django.contrib.postgres.indexes.GinIndex(
                                fields=["search"], name="agreement_search"
                            ),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("amount__gt", 0)),
                                name="agreement_above_nothing",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("ends_on__gte", models.F("starts_on"))),
                                name="agreement_dates_in_order",
                                violation_error_message="The last day is before the first.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="AgreementEvent",
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
                                to="donors.agreement",
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
                            "donor",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="donors.donor",
                                verbose_name="donor",
                            ),
                        ),
                        (
                            "request",
                            models.ForeignKey(
                                db_constraint=False,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="donors.fundingrequest",
                                verbose_name="from the request",
                            ),
                        ),
                        ("reference", models.CharField(max_length=60, verbose_name="reference")),
                        ("title", models.CharField(max_length=240, verbose_name="title")),
                        (
                            "purpose",
                            models.TextField(
                                blank=True, max_length=4000, verbose_name="what it is for"
                            ),
                        ),
                        (
                            "amount",
                            models.DecimalField(
                                decimal_places=2,
                                max_digits=14,
                                validators=[
                                    django.core.validators.MinValueValidator(
                                        Decimal("0.01"), "An amount is more than nothing."
                                    ),
                                    django.core.validators.MaxValueValidator(
                                        Decimal("1000000000"),
                                        "More than 1,000,000,000 in one amount: look at the zeros again.",
                                    ),
                                ],
                                verbose_name="amount",
                            ),
                        ),
                        (
                            "currency",
                            models.CharField(
                                default="USD",
                                max_length=3,
                                validators=[donors.models.choices.check_currency],
                                verbose_name="currency",
                            ),
                        ),
                        ("starts_on", models.DateField(verbose_name="first day")),
                        ("ends_on", models.DateField(verbose_name="last day")),
                        (
                            "signed_on",
                            models.DateField(editable=False, null=True, verbose_name="signed"),
                        ),
                        (
                            "sector",
                            models.CharField(
                                choices=[
                                    ("33120", "Trade facilitation"),
                                    ("33110", "Trade policy and administrative management"),
                                    ("33181", "Trade education/training"),
                                    ("15114", "Domestic revenue mobilisation"),
                                    ("15113", "Anti-corruption organisations and institutions"),
                                    ("16063", "Narcotics control"),
                                    ("41010", "Environmental policy and administrative management"),
                                ],
                                default="33120",
                                max_length=5,
                                verbose_name="sector",
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
                            "status",
                            models.CharField(
                                choices=[
                                    ("draft", "Draft"),
                                    ("signed", "Signed"),
                                    ("active", "Active"),
                                    ("suspended", "Suspended"),
                                    ("closed", "Closed"),
                                    ("terminated", "Terminated"),
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
                    name="Allocation",
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
                            "agreement",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="allocations",
                                to="donors.agreement",
                            ),
                        ),
                        (
                            "activity",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="allocations",
                                to="donors.activity",
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[("money", "Money"), ("in_kind", "In kind")],
                                default="money",
                                max_length=8,
                                verbose_name="kind",
                            ),
                        ),
                        (
                            "amount",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                help_text="In the currency of the agreement.",
                                max_digits=14,
                                null=True,
                                validators=[
                                    django.core.validators.MinValueValidator(
                                        Decimal("0.01"), "An amount is more than nothing."
                                    ),
                                    django.core.validators.MaxValueValidator(
                                        Decimal("1000000000"),
                                        "More than 1,000,000,000 in one amount: look at the zeros again.",
                                    ),
                                ],
                                verbose_name="amount",
                            ),
                        ),
                        (
                            "what",
                            models.CharField(blank=True, max_length=240, verbose_name="for what"),
                        ),
                        ("on", models.DateField(verbose_name="allocated")),
                        (
                            "released_on",
                            models.DateField(editable=False, null=True, verbose_name="released"),
                        ),
                        (
                            "released_reason",
                            models.CharField(
                                blank=True, editable=False, max_length=500, verbose_name="reason"
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["on", "pk"],
                        "indexes": [
                            models.Index(
                                fields=["agreement", "activity"], name="allocation_of_agreement"
                            )
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("amount__gt", 0), ("kind", "money")),
                                    models.Q(
                                        ("kind", "in_kind"), models.Q(("what", ""), _negated=True)
                                    ),
                                    _connector="OR",
                                ),
                                name="allocation_is_money_or_said_what",
                                violation_error_message="Say how much money, or what is given in kind.",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="AllocationEvent",
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
                                to="donors.allocation",
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
                            "agreement",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="donors.agreement",
                            ),
                        ),
                        (
                            "activity",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="donors.activity",
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[("money", "Money"), ("in_kind", "In kind")],
                                default="money",
                                max_length=8,
                                verbose_name="kind",
                            ),
                        ),
                        (
                            "amount",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                help_text="In the currency of the agreement.",
                                max_digits=14,
                                null=True,
                                validators=[
                                    django.core.validators.MinValueValidator(
                                        Decimal("0.01"), "An amount is more than nothing."
                                    ),
                                    django.core.validators.MaxValueValidator(
                                        Decimal("1000000000"),
                                        "More than 1,000,000,000 in one amount: look at the zeros again.",
                                    ),
                                ],
                                verbose_name="amount",
                            ),
                        ),
                        (
                            "what",
                            models.CharField(blank=True, max_length=240, verbose_name="for what"),
                        ),
                        ("on", models.DateField(verbose_name="allocated")),
                        (
                            "released_on",
                            models.DateField(editable=False, null=True, verbose_name="released"),
                        ),
                        (
                            "released_reason",
                            models.CharField(
                                blank=True, editable=False, max_length=500, verbose_name="reason"
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Amendment",
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
                            "agreement",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="amendments",
                                to="donors.agreement",
                            ),
                        ),
                        ("number", models.PositiveSmallIntegerField(verbose_name="number")),
                        ("signed_on", models.DateField(verbose_name="signed")),
                        ("amount_before", models.DecimalField(decimal_places=2, max_digits=14)),
                        (
                            "amount",
                            models.DecimalField(
                                decimal_places=2, max_digits=14, verbose_name="amount"
                            ),
                        ),
                        ("ends_on_before", models.DateField()),
                        ("ends_on", models.DateField(verbose_name="last day")),
                        (
                            "donor_before",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="donors.donor",
                            ),
                        ),
                        ("reason", models.CharField(max_length=500, verbose_name="reason")),
                    ],
                    options={
                        "ordering": ["number"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("agreement", "number"), name="amendment_number_once"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Contact",
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
                            "donor",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="contacts",
                                to="donors.donor",
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="donor_contacts",
                                to="rocb.person",
                                verbose_name="person",
                            ),
                        ),
                        (
                            "duty",
                            models.CharField(blank=True, max_length=160, verbose_name="speaks for"),
                        ),
                        (
                            "is_main",
                            models.BooleanField(
                                default=False, verbose_name="first to be written to"
                            ),
                        ),
                        (
                            "until_on",
                            models.DateField(blank=True, null=True, verbose_name="last day"),
                        ),
                    ],
                    options={
                        "ordering": ["-is_main", "pk"],
                        "constraints": [
                            models.UniqueConstraint(fields=("donor", "person"), name="contact_once")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ContactEvent",
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
                                to="donors.contact",
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
                            "donor",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="donors.donor",
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
                            "duty",
                            models.CharField(blank=True, max_length=160, verbose_name="speaks for"),
                        ),
                        (
                            "is_main",
                            models.BooleanField(
                                default=False, verbose_name="first to be written to"
                            ),
                        ),
                        (
                            "until_on",
                            models.DateField(blank=True, null=True, verbose_name="last day"),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Donor",
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
                            "kind",
                            models.CharField(
                                choices=[
                                    ("international", "International"),
                                    ("regional", "Regional"),
                                    ("national", "National"),
                                ],
                                max_length=16,
                                verbose_name="kind",
                            ),
                        ),
                        (
                            "iati_identifier",
                            models.CharField(
                                blank=True, max_length=60, verbose_name="IATI identifier"
                            ),
                        ),
                        (
                            "iati_organisation_type",
                            models.CharField(blank=True, max_length=4, verbose_name="IATI type"),
                        ),
                        (
                            "crs_channel",
                            models.CharField(
                                blank=True, max_length=12, verbose_name="CRS channel code"
                            ),
                        ),
                        (
                            "is_identifier_verified",
                            models.BooleanField(default=False, verbose_name="identifier verified"),
                        ),
                        (
                            "valid_from_on",
                            models.DateField(blank=True, null=True, verbose_name="from"),
                        ),
                        (
                            "valid_until_on",
                            models.DateField(blank=True, null=True, verbose_name="until"),
                        ),
                        (
                            "successor",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="predecessors",
                                to="donors.donor",
                                verbose_name="successor",
                            ),
                        ),
                        (
                            "note",
                            models.TextField(blank=True, max_length=4000, verbose_name="note"),
                        ),
                        (
                            "instruments",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(
                                    choices=[
                                        ("money", "Money"),
                                        ("expertise", "Experts"),
                                        ("training", "Training and study visits"),
                                        ("equipment", "Equipment"),
                                    ],
                                    max_length=12,
                                ),
                                blank=True,
                                default=list,
                                size=None,
                                verbose_name="how it helps",
                            ),
                        ),
                        (
                            "themes",
                            models.ManyToManyField(
                                blank=True,
                                related_name="donors",
                                to="rocb.theme",
                                verbose_name="themes it cares for",
                            ),
                        ),
                        (
                            "administrations",
                            models.ManyToManyField(
                                blank=True,
                                related_name="donors",
                                to="rocb.administration",
                                verbose_name="members it helps",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("valid_until_on", None),
                                    ("valid_from_on", None),
                                    ("valid_until_on__gte", models.F("valid_from_on")),
                                    _connector="OR",
                                ),
                                name="donor_dates_in_order",
                                violation_error_message="The last day is before the first.",
                            )
                        ],
                    },
                    bases=("rocb.organisation",),
                ),
                migrations.CreateModel(
                    name="DonorEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="kind_iati_identifier_crs_channel_valid_until_on_successor_events",
                                to="donors.donor",
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
                            "kind",
                            models.CharField(
                                choices=[
                                    ("international", "International"),
                                    ("regional", "Regional"),
                                    ("national", "National"),
                                ],
                                max_length=16,
                                verbose_name="kind",
                            ),
                        ),
                        (
                            "iati_identifier",
                            models.CharField(
                                blank=True, max_length=60, verbose_name="IATI identifier"
                            ),
                        ),
                        (
                            "crs_channel",
                            models.CharField(
                                blank=True, max_length=12, verbose_name="CRS channel code"
                            ),
                        ),
                        (
                            "valid_until_on",
                            models.DateField(blank=True, null=True, verbose_name="until"),
                        ),
                        (
                            "successor",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="donors.donor",
                                verbose_name="successor",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="DonorName",
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
                            "donor",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="names",
                                to="donors.donor",
                            ),
                        ),
                        ("name", models.CharField(max_length=240, verbose_name="name")),
                        (
                            "acronym",
                            models.CharField(blank=True, max_length=40, verbose_name="acronym"),
                        ),
                        ("until_on", models.DateField(verbose_name="until")),
                    ],
                    options={
                        "ordering": ["-until_on"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("donor", "until_on"), name="one_donor_name_a_day"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="DonorReport",
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
                            "agreement",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="reports",
                                to="donors.agreement",
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("progress", "Progress report"),
                                    ("financial", "Financial report"),
                                    ("final", "Final report"),
                                ],
                                default="progress",
                                max_length=12,
                                verbose_name="kind",
                            ),
                        ),
                        ("from_on", models.DateField(verbose_name="period from")),
                        ("until_on", models.DateField(verbose_name="period until")),
                        ("due_on", models.DateField(verbose_name="due")),
                        (
                            "summary",
                            models.TextField(blank=True, max_length=4000, verbose_name="in short"),
                        ),
                        (
                            "difficulties",
                            models.TextField(
                                blank=True, max_length=4000, verbose_name="difficulties"
                            ),
                        ),
                        (
                            "outlook",
                            models.TextField(
                                blank=True, max_length=4000, verbose_name="what comes next"
                            ),
                        ),
                        ("content", models.JSONField(editable=False, null=True)),
                        ("sha256", models.CharField(blank=True, editable=False, max_length=64)),
                        (
                            "sent_at",
                            models.DateTimeField(editable=False, null=True, verbose_name="sent"),
                        ),
                        (
                            "sent_by",
                            models.ForeignKey(
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("writing", "To be written"),
                                    ("sent", "Sent"),
                                    ("waived", "Not needed"),
                                ],
                                default="writing",
                                editable=False,
                                max_length=8,
                                verbose_name="status",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["due_on", "pk"],
                        "permissions": [("send_donorreport", "Send reports to donors")],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("until_on__gte", models.F("from_on"))),
                                name="donor_report_dates_in_order",
                                violation_error_message="The period ends before it begins.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("due_on__gte", models.F("from_on"))),
                                name="donor_report_due_after_it_begins",
                                violation_error_message="It is due before its period begins.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="DonorReportEvent",
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
                                to="donors.donorreport",
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
                            "agreement",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="donors.agreement",
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("progress", "Progress report"),
                                    ("financial", "Financial report"),
                                    ("final", "Final report"),
                                ],
                                default="progress",
                                max_length=12,
                                verbose_name="kind",
                            ),
                        ),
                        ("from_on", models.DateField(verbose_name="period from")),
                        ("until_on", models.DateField(verbose_name="period until")),
                        ("due_on", models.DateField(verbose_name="due")),
                        (
                            "summary",
                            models.TextField(blank=True, max_length=4000, verbose_name="in short"),
                        ),
                        (
                            "difficulties",
                            models.TextField(
                                blank=True, max_length=4000, verbose_name="difficulties"
                            ),
                        ),
                        (
                            "outlook",
                            models.TextField(
                                blank=True, max_length=4000, verbose_name="what comes next"
                            ),
                        ),
                        (
                            "sent_at",
                            models.DateTimeField(editable=False, null=True, verbose_name="sent"),
                        ),
                        (
                            "sent_by",
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
                            "status",
                            models.CharField(
                                choices=[
                                    ("writing", "To be written"),
                                    ("sent", "Sent"),
                                    ("waived", "Not needed"),
                                ],
                                default="writing",
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
                    name="Engagement",
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
                                related_name="engagements",
                                to="rocb.office",
                            ),
                        ),
                        (
                            "donor",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="engagements",
                                to="donors.donor",
                                verbose_name="donor",
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("meeting", "Meeting"),
                                    ("call", "Call"),
                                    ("visit", "Visit"),
                                    ("seminar", "The donor's own seminar"),
                                    ("letter", "Letter or mail"),
                                    ("interest", "Interest in a need"),
                                ],
                                default="meeting",
                                max_length=12,
                                verbose_name="kind",
                            ),
                        ),
                        ("on", models.DateField(default=datetime.date.today, verbose_name="day")),
                        ("subject", models.CharField(max_length=240, verbose_name="subject")),
                        (
                            "present",
                            models.CharField(
                                blank=True, max_length=400, verbose_name="who took part"
                            ),
                        ),
                        (
                            "summary",
                            models.TextField(
                                blank=True, max_length=4000, verbose_name="what was said"
                            ),
                        ),
                        (
                            "next_step",
                            models.CharField(blank=True, max_length=240, verbose_name="next step"),
                        ),
                        (
                            "next_step_due_on",
                            models.DateField(blank=True, null=True, verbose_name="next step due"),
                        ),
                        (
                            "next_step_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="next_steps",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="who does it",
                            ),
                        ),
                        (
                            "done_on",
                            models.DateField(editable=False, null=True, verbose_name="done"),
                        ),
                        (
                            "is_invented",
                            models.BooleanField(
                                default=False, editable=False, verbose_name="demonstration data"
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["-on", "-pk"],
                        "indexes": [
                            models.Index(fields=["donor", "-on"], name="engagement_of_donor")
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("next_step", ""),
                                    ("next_step_due_on__isnull", False),
                                    _connector="OR",
                                ),
                                name="next_step_has_a_day",
                                violation_error_message="Say by when the next step is to be done.",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="EngagementEvent",
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
                                to="donors.engagement",
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
                            "donor",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="donors.donor",
                                verbose_name="donor",
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("meeting", "Meeting"),
                                    ("call", "Call"),
                                    ("visit", "Visit"),
                                    ("seminar", "The donor's own seminar"),
                                    ("letter", "Letter or mail"),
                                    ("interest", "Interest in a need"),
                                ],
                                default="meeting",
                                max_length=12,
                                verbose_name="kind",
                            ),
                        ),
                        ("on", models.DateField(default=datetime.date.today, verbose_name="day")),
                        ("subject", models.CharField(max_length=240, verbose_name="subject")),
                        (
                            "present",
                            models.CharField(
                                blank=True, max_length=400, verbose_name="who took part"
                            ),
                        ),
                        (
                            "summary",
                            models.TextField(
                                blank=True, max_length=4000, verbose_name="what was said"
                            ),
                        ),
                        (
                            "next_step",
                            models.CharField(blank=True, max_length=240, verbose_name="next step"),
                        ),
                        (
                            "next_step_due_on",
                            models.DateField(blank=True, null=True, verbose_name="next step due"),
                        ),
                        (
                            "next_step_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="who does it",
                            ),
                        ),
                        (
                            "done_on",
                            models.DateField(editable=False, null=True, verbose_name="done"),
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
                    name="Expenditure",
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
                            "agreement",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="expenditures",
                                to="donors.agreement",
                            ),
                        ),
                        (
                            "allocation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="expenditures",
                                to="donors.allocation",
                                verbose_name="allocation",
                            ),
                        ),
                        ("on", models.DateField(verbose_name="paid")),
                        ("what", models.CharField(max_length=240, verbose_name="for what")),
                        (
                            "amount",
                            models.DecimalField(
                                decimal_places=2,
                                max_digits=14,
                                validators=[
                                    django.core.validators.MinValueValidator(
                                        Decimal("0.01"), "An amount is more than nothing."
                                    ),
                                    django.core.validators.MaxValueValidator(
                                        Decimal("1000000000"),
                                        "More than 1,000,000,000 in one amount: look at the zeros again.",
                                    ),
                                ],
                                verbose_name="amount",
                            ),
                        ),
                        (
                            "paid_amount",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=14,
                                null=True,
                                validators=[
                                    django.core.validators.MinValueValidator(
                                        Decimal("0.01"), "An amount is more than nothing."
                                    ),
                                    django.core.validators.MaxValueValidator(
                                        Decimal("1000000000"),
                                        "More than 1,000,000,000 in one amount: look at the zeros again.",
                                    ),
                                ],
                                verbose_name="amount paid",
                            ),
                        ),
                        (
                            "paid_currency",
                            models.CharField(
                                blank=True,
                                default="",
                                max_length=3,
                                validators=[donors.models.choices.check_currency],
                                verbose_name="currency paid",
                            ),
                        ),
                        (
                            "rate_on",
                            models.DateField(editable=False, null=True, verbose_name="rate of"),
                        ),
                    ],
                    options={
                        "ordering": ["on", "pk"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("amount__gt", 0)),
                                name="expenditure_above_nothing",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ExpenditureEvent",
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
                                to="donors.expenditure",
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
                            "agreement",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="donors.agreement",
                            ),
                        ),
                        (
                            "allocation",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="donors.allocation",
                                verbose_name="allocation",
                            ),
                        ),
                        ("on", models.DateField(verbose_name="paid")),
                        ("what", models.CharField(max_length=240, verbose_name="for what")),
                        (
                            "amount",
                            models.DecimalField(
                                decimal_places=2,
                                max_digits=14,
                                validators=[
                                    django.core.validators.MinValueValidator(
                                        Decimal("0.01"), "An amount is more than nothing."
                                    ),
                                    django.core.validators.MaxValueValidator(
                                        Decimal("1000000000"),
                                        "More than 1,000,000,000 in one amount: look at the zeros again.",
                                    ),
                                ],
                                verbose_name="amount",
                            ),
                        ),
                        (
                            "paid_amount",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=14,
                                null=True,
                                validators=[
                                    django.core.validators.MinValueValidator(
                                        Decimal("0.01"), "An amount is more than nothing."
                                    ),
                                    django.core.validators.MaxValueValidator(
                                        Decimal("1000000000"),
                                        "More than 1,000,000,000 in one amount: look at the zeros again.",
                                    ),
                                ],
                                verbose_name="amount paid",
                            ),
                        ),
                        (
                            "paid_currency",
                            models.CharField(
                                blank=True,
                                default="",
                                max_length=3,
                                validators=[donors.models.choices.check_currency],
                                verbose_name="currency paid",
                            ),
                        ),
                        (
                            "rate_on",
                            models.DateField(editable=False, null=True, verbose_name="rate of"),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="FundingRequest",
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
                                related_name="funding_requests",
                                to="rocb.office",
                            ),
                        ),
                        (
                            "donor",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="funding_requests",
                                to="donors.donor",
                                verbose_name="donor",
                            ),
                        ),
                        ("title", models.CharField(max_length=240, verbose_name="title")),
                        (
                            "purpose",
                            models.TextField(max_length=4000, verbose_name="what it is for"),
                        ),
                        (
                            "amount",
                            models.DecimalField(
                                decimal_places=2,
                                max_digits=14,
                                validators=[
                                    django.core.validators.MinValueValidator(
                                        Decimal("0.01"), "An amount is more than nothing."
                                    ),
                                    django.core.validators.MaxValueValidator(
                                        Decimal("1000000000"),
                                        "More than 1,000,000,000 in one amount: look at the zeros again.",
                                    ),
                                ],
                                verbose_name="amount",
                            ),
                        ),
                        (
                            "currency",
                            models.CharField(
                                default="USD",
                                max_length=3,
                                validators=[donors.models.choices.check_currency],
                                verbose_name="currency",
                            ),
                        ),
                        ("starts_on", models.DateField(blank=True, null=True, verbose_name="from")),
                        ("ends_on", models.DateField(blank=True, null=True, verbose_name="until")),
                        (
                            "answer_by",
                            models.DateField(
                                blank=True, null=True, verbose_name="answer wanted by"
                            ),
                        ),
                        (
                            "officer",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="funding_requests_in_charge",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="officer in charge",
                            ),
                        ),
                        (
                            "sent_at",
                            models.DateTimeField(editable=False, null=True, verbose_name="sent"),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("drafting", "Drafting"),
                                    ("sent", "Sent"),
                                    ("in_discussion", "In discussion"),
                                    ("agreed", "Agreed"),
                                    ("declined", "Declined"),
                                    ("withdrawn", "Withdrawn"),
                                ],
                                default="drafting",
                                editable=False,
                                max_length=14,
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
                                    "title", "purpose", config="simple"
                                ),
                                output_field=django.contrib.postgres.search.SearchVectorField(),
                            ),
                        ),
                        (
                            "for_actions",
                            models.ManyToManyField(
                                blank=True,
                                related_name="funding_requests",
                                to="missions.action",
                                verbose_name="actions",
                            ),
                        ),
                        (
                            "for_events",
                            models.ManyToManyField(
                                blank=True,
                                related_name="funding_requests",
                                to="programmes.event",
                                verbose_name="events",
                            ),
                        ),
                        (
                            "for_missions",
                            models.ManyToManyField(
                                blank=True,
                                related_name="funding_requests",
                                to="missions.mission",
                                verbose_name="missions",
                            ),
                        ),
                        (
                            "for_requests",
                            models.ManyToManyField(
                                blank=True,
                                related_name="funding_requests",
                                to="programmes.assistancerequest",
                                verbose_name="requests for assistance",
                            ),
                        ),
                    ],
                    options={
                        "permissions": [
                            ("run_fundingrequest", "Take funding requests through their life")
                        ],
                        "indexes": [
                            models.Index(fields=["donor", "status"], name="funding_of_donor"),
                            django.contrib.postgres.indexes.GinIndex(
                                fields=["search"], name="funding_search"
                            ),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("amount__gt", 0)),
                                name="funding_request_amount_above_nothing",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("ends_on", None),
                                    ("starts_on", None),
                                    ("ends_on__gte", models.F("starts_on")),
                                    _connector="OR",
                                ),
                                name="funding_request_dates_in_order",
                                violation_error_message="The last day is before the first.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="FundingRequestEvent",
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
                                to="donors.fundingrequest",
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
                            "donor",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="donors.donor",
                                verbose_name="donor",
                            ),
                        ),
                        ("title", models.CharField(max_length=240, verbose_name="title")),
                        (
                            "purpose",
                            models.TextField(max_length=4000, verbose_name="what it is for"),
                        ),
                        (
                            "amount",
                            models.DecimalField(
                                decimal_places=2,
                                max_digits=14,
                                validators=[
                                    django.core.validators.MinValueValidator(
                                        Decimal("0.01"), "An amount is more than nothing."
                                    ),
                                    django.core.validators.MaxValueValidator(
                                        Decimal("1000000000"),
                                        "More than 1,000,000,000 in one amount: look at the zeros again.",
                                    ),
                                ],
                                verbose_name="amount",
                            ),
                        ),
                        (
                            "currency",
                            models.CharField(
                                default="USD",
                                max_length=3,
                                validators=[donors.models.choices.check_currency],
                                verbose_name="currency",
                            ),
                        ),
                        ("starts_on", models.DateField(blank=True, null=True, verbose_name="from")),
                        ("ends_on", models.DateField(blank=True, null=True, verbose_name="until")),
                        (
                            "answer_by",
                            models.DateField(
                                blank=True, null=True, verbose_name="answer wanted by"
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
                            "sent_at",
                            models.DateTimeField(editable=False, null=True, verbose_name="sent"),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("drafting", "Drafting"),
                                    ("sent", "Sent"),
                                    ("in_discussion", "In discussion"),
                                    ("agreed", "Agreed"),
                                    ("declined", "Declined"),
                                    ("withdrawn", "Withdrawn"),
                                ],
                                default="drafting",
                                editable=False,
                                max_length=14,
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
                    name="Instalment",
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
                            "agreement",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="instalments",
                                to="donors.agreement",
                            ),
                        ),
                        (
                            "number",
                            models.PositiveSmallIntegerField(editable=False, verbose_name="number"),
                        ),
                        ("due_on", models.DateField(verbose_name="planned for")),
                        (
                            "amount",
                            models.DecimalField(
                                decimal_places=2,
                                max_digits=14,
                                validators=[
                                    django.core.validators.MinValueValidator(
                                        Decimal("0.01"), "An amount is more than nothing."
                                    ),
                                    django.core.validators.MaxValueValidator(
                                        Decimal("1000000000"),
                                        "More than 1,000,000,000 in one amount: look at the zeros again.",
                                    ),
                                ],
                                verbose_name="planned amount",
                            ),
                        ),
                        (
                            "received_on",
                            models.DateField(editable=False, null=True, verbose_name="received"),
                        ),
                        (
                            "received_amount",
                            models.DecimalField(
                                decimal_places=2,
                                editable=False,
                                max_digits=14,
                                null=True,
                                verbose_name="received amount",
                            ),
                        ),
                        (
                            "condition",
                            models.CharField(
                                blank=True, max_length=240, verbose_name="on what condition"
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["due_on", "number"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("agreement", "number"), name="instalment_number_once"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("amount__gt", 0)),
                                name="instalment_above_nothing",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("received_amount", None), ("received_on", None)),
                                    models.Q(
                                        ("received_amount__gt", 0), ("received_on__isnull", False)
                                    ),
                                    _connector="OR",
                                ),
                                name="instalment_received_in_full_words",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="InstalmentEvent",
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
                                to="donors.instalment",
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
                            "agreement",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="donors.agreement",
                            ),
                        ),
                        (
                            "number",
                            models.PositiveSmallIntegerField(editable=False, verbose_name="number"),
                        ),
                        ("due_on", models.DateField(verbose_name="planned for")),
                        (
                            "amount",
                            models.DecimalField(
                                decimal_places=2,
                                max_digits=14,
                                validators=[
                                    django.core.validators.MinValueValidator(
                                        Decimal("0.01"), "An amount is more than nothing."
                                    ),
                                    django.core.validators.MaxValueValidator(
                                        Decimal("1000000000"),
                                        "More than 1,000,000,000 in one amount: look at the zeros again.",
                                    ),
                                ],
                                verbose_name="planned amount",
                            ),
                        ),
                        (
                            "received_on",
                            models.DateField(editable=False, null=True, verbose_name="received"),
                        ),
                        (
                            "received_amount",
                            models.DecimalField(
                                decimal_places=2,
                                editable=False,
                                max_digits=14,
                                null=True,
                                verbose_name="received amount",
                            ),
                        ),
                        (
                            "condition",
                            models.CharField(
                                blank=True, max_length=240, verbose_name="on what condition"
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Need",
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
                            "request",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="need",
                                to="programmes.assistancerequest",
                            ),
                        ),
                        (
                            "is_shared",
                            models.BooleanField(
                                default=False, editable=False, verbose_name="shared with donors"
                            ),
                        ),
                        (
                            "shared_by",
                            models.ForeignKey(
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "shared_at",
                            models.DateTimeField(editable=False, null=True, verbose_name="shared"),
                        ),
                        (
                            "cost",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=14,
                                null=True,
                                validators=[
                                    django.core.validators.MinValueValidator(
                                        Decimal("0.01"), "An amount is more than nothing."
                                    ),
                                    django.core.validators.MaxValueValidator(
                                        Decimal("1000000000"),
                                        "More than 1,000,000,000 in one amount: look at the zeros again.",
                                    ),
                                ],
                                verbose_name="what it would cost",
                            ),
                        ),
                        (
                            "currency",
                            models.CharField(
                                default="USD",
                                max_length=3,
                                validators=[donors.models.choices.check_currency],
                                verbose_name="currency",
                            ),
                        ),
                        (
                            "is_covered",
                            models.BooleanField(
                                default=False,
                                help_text="Nothing more is sought: it leaves the needs board.",
                                verbose_name="paid for",
                            ),
                        ),
                    ],
                    options={
                        "permissions": [
                            ("share_request", "Share a request for assistance with donors"),
                            ("show_interest", "Tell the office that a need is of interest"),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="NeedEvent",
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
                                to="donors.need",
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
                            "request",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="programmes.assistancerequest",
                            ),
                        ),
                        (
                            "is_shared",
                            models.BooleanField(
                                default=False, editable=False, verbose_name="shared with donors"
                            ),
                        ),
                        (
                            "shared_by",
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
                            "shared_at",
                            models.DateTimeField(editable=False, null=True, verbose_name="shared"),
                        ),
                        (
                            "cost",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=14,
                                null=True,
                                validators=[
                                    django.core.validators.MinValueValidator(
                                        Decimal("0.01"), "An amount is more than nothing."
                                    ),
                                    django.core.validators.MaxValueValidator(
                                        Decimal("1000000000"),
                                        "More than 1,000,000,000 in one amount: look at the zeros again.",
                                    ),
                                ],
                                verbose_name="what it would cost",
                            ),
                        ),
                        (
                            "currency",
                            models.CharField(
                                default="USD",
                                max_length=3,
                                validators=[donors.models.choices.check_currency],
                                verbose_name="currency",
                            ),
                        ),
                        (
                            "is_covered",
                            models.BooleanField(
                                default=False,
                                help_text="Nothing more is sought: it leaves the needs board.",
                                verbose_name="paid for",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Rate",
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
                            "currency",
                            models.CharField(
                                default="",
                                max_length=3,
                                validators=[donors.models.choices.check_currency],
                                verbose_name="currency",
                            ),
                        ),
                        ("on", models.DateField(verbose_name="day")),
                        (
                            "usd",
                            models.DecimalField(
                                decimal_places=8,
                                help_text="For example 0.0067 for one yen.",
                                max_digits=18,
                                validators=[
                                    django.core.validators.MinValueValidator(Decimal("1E-8"))
                                ],
                                verbose_name="US dollars for one unit",
                            ),
                        ),
                        (
                            "source",
                            models.CharField(blank=True, max_length=160, verbose_name="source"),
                        ),
                    ],
                    options={
                        "ordering": ["-on", "currency"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("currency", "on"),
                                name="one_rate_a_day",
                                violation_error_message="There is a rate of this currency for that day already.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("usd__gt", 0)), name="rate_above_nothing"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("currency", "USD"), _negated=True),
                                name="no_rate_of_the_dollar",
                                violation_error_message="A US dollar is always worth one US dollar.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="RateEvent",
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
                                to="donors.rate",
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
                            "currency",
                            models.CharField(
                                default="",
                                max_length=3,
                                validators=[donors.models.choices.check_currency],
                                verbose_name="currency",
                            ),
                        ),
                        ("on", models.DateField(verbose_name="day")),
                        (
                            "usd",
                            models.DecimalField(
                                decimal_places=8,
                                help_text="For example 0.0067 for one yen.",
                                max_digits=18,
                                validators=[
                                    django.core.validators.MinValueValidator(Decimal("1E-8"))
                                ],
                                verbose_name="US dollars for one unit",
                            ),
                        ),
                        (
                            "source",
                            models.CharField(blank=True, max_length=160, verbose_name="source"),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="RateImport",
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
                    ],
                ),
                migrations.CreateModel(
                    name="Share",
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
                            "agreement",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="shares",
                                to="donors.agreement",
                            ),
                        ),
                        (
                            "administration",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="rocb.administration",
                                verbose_name="member",
                            ),
                        ),
                        (
                            "region",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("798", "Asia, regional"),
                                    ("889", "Oceania, regional"),
                                    ("789", "Far East Asia, regional"),
                                    ("679", "South Asia, regional"),
                                    ("1033", "Melanesia, regional"),
                                    ("1034", "Micronesia, regional"),
                                    ("1035", "Polynesia, regional"),
                                ],
                                max_length=5,
                                verbose_name="part of the world",
                            ),
                        ),
                        (
                            "percent",
                            models.DecimalField(
                                decimal_places=2,
                                max_digits=5,
                                validators=[
                                    django.core.validators.MinValueValidator(Decimal("0.01")),
                                    django.core.validators.MaxValueValidator(Decimal("100")),
                                ],
                                verbose_name="per cent",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["-percent", "pk"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("administration", None),
                                        models.Q(("region", ""), _negated=True),
                                    ),
                                    models.Q(("administration__isnull", False), ("region", "")),
                                    _connector="OR",
                                ),
                                name="share_of_one_place",
                            ),
                            models.UniqueConstraint(
                                fields=("agreement", "administration", "region"),
                                name="one_share_of_a_place",
                                nulls_distinct=False,
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Snapshot",
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
                            "activity",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="snapshots",
                                to="donors.activity",
                            ),
                        ),
                        ("as_at", models.DateField(verbose_name="as at")),
                        (
                            "shows_amounts",
                            models.BooleanField(
                                default=False, verbose_name="with amounts of money"
                            ),
                        ),
                        ("content", models.JSONField(editable=False)),
                        ("sha256", models.CharField(editable=False, max_length=64)),
                        (
                            "published_at",
                            models.DateTimeField(
                                editable=False, null=True, verbose_name="published"
                            ),
                        ),
                        (
                            "made_by",
                            models.ForeignKey(
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("frozen", "Frozen, not published"),
                                    ("published", "Published"),
                                    ("withdrawn", "Withdrawn"),
                                ],
                                default="frozen",
                                editable=False,
                                max_length=12,
                                verbose_name="status",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["-pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("status", "published")),
                                fields=("activity",),
                                name="one_published_snapshot",
                            )
                        ],
                    },
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="activity",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "donors_activityevent" ("action_id", "event_id", "id", "implementer", "is_covered", "is_invented", "mission_id", "office_id", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "purpose", "slug") VALUES (NEW."action_id", NEW."event_id", NEW."id", NEW."implementer", NEW."is_covered", NEW."is_invented", NEW."mission_id", NEW."office_id", NEW."outcome", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."purpose", NEW."slug"); RETURN NULL;',
                            hash="dc64682039c59d4ed71b5f4992dfcccecf5f8466",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_58de8",
                            table="donors_activity",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="activity",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."action_id" IS DISTINCT FROM (NEW."action_id") OR OLD."event_id" IS DISTINCT FROM (NEW."event_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."implementer" IS DISTINCT FROM (NEW."implementer") OR OLD."is_covered" IS DISTINCT FROM (NEW."is_covered") OR OLD."is_invented" IS DISTINCT FROM (NEW."is_invented") OR OLD."mission_id" IS DISTINCT FROM (NEW."mission_id") OR OLD."office_id" IS DISTINCT FROM (NEW."office_id") OR OLD."outcome" IS DISTINCT FROM (NEW."outcome") OR OLD."purpose" IS DISTINCT FROM (NEW."purpose") OR OLD."slug" IS DISTINCT FROM (NEW."slug"))',
                            func='INSERT INTO "donors_activityevent" ("action_id", "event_id", "id", "implementer", "is_covered", "is_invented", "mission_id", "office_id", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "purpose", "slug") VALUES (NEW."action_id", NEW."event_id", NEW."id", NEW."implementer", NEW."is_covered", NEW."is_invented", NEW."mission_id", NEW."office_id", NEW."outcome", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."purpose", NEW."slug"); RETURN NULL;',
                            hash="f13776cc0d69aecf021e242a1a8ac2732b23663a",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_3b63c",
                            table="donors_activity",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="activityevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="7edb43ebbe3ad3fedaaa7e3946fcf46729b662a0",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_0a000",
                            table="donors_activityevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="agreement",
                    trigger=pgtrigger.compiler.Trigger(
                        name="steps",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            declare="DECLARE _is_valid_transition BOOLEAN;",
                            func='SELECT CONCAT(OLD."status", \':\', NEW."status") = ANY(\'{active:closed,active:suspended,active:terminated,draft:signed,signed:active,signed:suspended,signed:terminated,suspended:active,suspended:terminated}\'::text[]) INTO _is_valid_transition; IF (_is_valid_transition IS FALSE AND OLD."status" IS DISTINCT FROM NEW."status") THEN RAISE EXCEPTION \'pgtrigger: Invalid transition of field "status" from "%" to "%" on table %\', OLD."status", NEW."status", TG_TABLE_NAME; ELSE RETURN NEW; END IF;',
                            hash="a4dc86529393df4021a5ab99cf3c5b0238884ade",
                            operation="UPDATE",
                            pgid="pgtrigger_steps_748ce",
                            table="donors_agreement",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="agreement",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "donors_agreementevent" ("amount", "currency", "donor_id", "ends_on", "id", "is_invented", "office_id", "officer_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "purpose", "reference", "request_id", "sector", "signed_on", "starts_on", "status", "title") VALUES (NEW."amount", NEW."currency", NEW."donor_id", NEW."ends_on", NEW."id", NEW."is_invented", NEW."office_id", NEW."officer_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."purpose", NEW."reference", NEW."request_id", NEW."sector", NEW."signed_on", NEW."starts_on", NEW."status", NEW."title"); RETURN NULL;',
                            hash="a55cb55bea70f31bc78861a6ad6aff4d614cdc6b",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_1a240",
                            table="donors_agreement",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="agreement",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."amount" IS DISTINCT FROM (NEW."amount") OR OLD."currency" IS DISTINCT FROM (NEW."currency") OR OLD."donor_id" IS DISTINCT FROM (NEW."donor_id") OR OLD."ends_on" IS DISTINCT FROM (NEW."ends_on") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_invented" IS DISTINCT FROM (NEW."is_invented") OR OLD."office_id" IS DISTINCT FROM (NEW."office_id") OR OLD."officer_id" IS DISTINCT FROM (NEW."officer_id") OR OLD."purpose" IS DISTINCT FROM (NEW."purpose") OR OLD."reference" IS DISTINCT FROM (NEW."reference") OR OLD."request_id" IS DISTINCT FROM (NEW."request_id") OR OLD."sector" IS DISTINCT FROM (NEW."sector") OR OLD."signed_on" IS DISTINCT FROM (NEW."signed_on") OR OLD."starts_on" IS DISTINCT FROM (NEW."starts_on") OR OLD."status" IS DISTINCT FROM (NEW."status") OR OLD."title" IS DISTINCT FROM (NEW."title"))',
                            func='INSERT INTO "donors_agreementevent" ("amount", "currency", "donor_id", "ends_on", "id", "is_invented", "office_id", "officer_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "purpose", "reference", "request_id", "sector", "signed_on", "starts_on", "status", "title") VALUES (NEW."amount", NEW."currency", NEW."donor_id", NEW."ends_on", NEW."id", NEW."is_invented", NEW."office_id", NEW."officer_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."purpose", NEW."reference", NEW."request_id", NEW."sector", NEW."signed_on", NEW."starts_on", NEW."status", NEW."title"); RETURN NULL;',
                            hash="8eaa6f06c3b636001068006a6b7c8cd54e3335ed",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_8377b",
                            table="donors_agreement",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="agreementevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="2ba22a3603787e300a0b3a72a2c63b67ce320390",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_05cc6",
                            table="donors_agreementevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="allocation",
                    trigger=pgtrigger.compiler.Trigger(
                        name="within_agreement",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            declare="DECLARE held numeric; taken numeric;",
                            func="\n    IF NEW.kind = 'money' AND NEW.released_on IS NULL THEN\n        SELECT amount INTO held FROM donors_agreement WHERE id = NEW.agreement_id FOR UPDATE;\n        SELECT coalesce(sum(amount), 0) INTO taken FROM donors_allocation\n            WHERE agreement_id = NEW.agreement_id AND kind = 'money' AND released_on IS NULL\n            AND id <> NEW.id;\n        IF taken + NEW.amount > held THEN\n            RAISE EXCEPTION 'allocated above what the agreement holds' USING ERRCODE = '23514';\n        END IF;\n    END IF;\n    RETURN NEW;\n",
                            hash="afbfe132afa44541d563ec079f21924fe741acb1",
                            operation="INSERT OR UPDATE",
                            pgid="pgtrigger_within_agreement_209cd",
                            table="donors_allocation",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="allocation",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "donors_allocationevent" ("activity_id", "agreement_id", "amount", "id", "kind", "on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "released_on", "released_reason", "what") VALUES (NEW."activity_id", NEW."agreement_id", NEW."amount", NEW."id", NEW."kind", NEW."on", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."released_on", NEW."released_reason", NEW."what"); RETURN NULL;',
                            hash="9f58df04e2bd58c987b5d273c9b7be1074b45906",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_3ebe1",
                            table="donors_allocation",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="allocation",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."activity_id" IS DISTINCT FROM (NEW."activity_id") OR OLD."agreement_id" IS DISTINCT FROM (NEW."agreement_id") OR OLD."amount" IS DISTINCT FROM (NEW."amount") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."on" IS DISTINCT FROM (NEW."on") OR OLD."released_on" IS DISTINCT FROM (NEW."released_on") OR OLD."released_reason" IS DISTINCT FROM (NEW."released_reason") OR OLD."what" IS DISTINCT FROM (NEW."what"))',
                            func='INSERT INTO "donors_allocationevent" ("activity_id", "agreement_id", "amount", "id", "kind", "on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "released_on", "released_reason", "what") VALUES (NEW."activity_id", NEW."agreement_id", NEW."amount", NEW."id", NEW."kind", NEW."on", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."released_on", NEW."released_reason", NEW."what"); RETURN NULL;',
                            hash="d329f7dc429037ca8bc6c26c8277ed549ff5147f",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_15722",
                            table="donors_allocation",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="allocationevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="c5db0335b27e273cabdece6c796a87dc3da6206d",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_6782b",
                            table="donors_allocationevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="contact",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "donors_contactevent" ("donor_id", "duty", "id", "is_main", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "until_on") VALUES (NEW."donor_id", NEW."duty", NEW."id", NEW."is_main", NEW."person_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."until_on"); RETURN NULL;',
                            hash="403f17cb7c3746cab2b672a002c2f29ac52f9b78",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_a79d6",
                            table="donors_contact",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="contact",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."donor_id" IS DISTINCT FROM (NEW."donor_id") OR OLD."duty" IS DISTINCT FROM (NEW."duty") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_main" IS DISTINCT FROM (NEW."is_main") OR OLD."person_id" IS DISTINCT FROM (NEW."person_id") OR OLD."until_on" IS DISTINCT FROM (NEW."until_on"))',
                            func='INSERT INTO "donors_contactevent" ("donor_id", "duty", "id", "is_main", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "until_on") VALUES (NEW."donor_id", NEW."duty", NEW."id", NEW."is_main", NEW."person_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."until_on"); RETURN NULL;',
                            hash="03e43db8d5bea75cf7349349696580e18a035513",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_57667",
                            table="donors_contact",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="contactevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="3c80000474913ca1981fe60b9b2a084592b06f35",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_371f3",
                            table="donors_contactevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="donor",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "donors_donorevent" ("crs_channel", "iati_identifier", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "successor_id", "valid_until_on") VALUES (NEW."crs_channel", NEW."iati_identifier", NEW."kind", _pgh_attach_context(), NOW(), \'insert\', NEW."organisation_ptr_id", NEW."successor_id", NEW."valid_until_on"); RETURN NULL;',
                            hash="f9e760e2100d3480f43de93e8c8e5d616d9fbfc3",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_79eaf",
                            table="donors_donor",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="donor",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."crs_channel" IS DISTINCT FROM (NEW."crs_channel") OR OLD."iati_identifier" IS DISTINCT FROM (NEW."iati_identifier") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."successor_id" IS DISTINCT FROM (NEW."successor_id") OR OLD."valid_until_on" IS DISTINCT FROM (NEW."valid_until_on"))',
                            func='INSERT INTO "donors_donorevent" ("crs_channel", "iati_identifier", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "successor_id", "valid_until_on") VALUES (NEW."crs_channel", NEW."iati_identifier", NEW."kind", _pgh_attach_context(), NOW(), \'update\', NEW."organisation_ptr_id", NEW."successor_id", NEW."valid_until_on"); RETURN NULL;',
                            hash="b8e637e47f54a1693b0b93d8f98774c9aa35a364",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_9c475",
                            table="donors_donor",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="donorevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="efc328464fa72e7a7ec7854219ce5c472f79e530",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_59fab",
                            table="donors_donorevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="donorreport",
                    trigger=pgtrigger.compiler.Trigger(
                        name="steps",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            declare="DECLARE _is_valid_transition BOOLEAN;",
                            func='SELECT CONCAT(OLD."status", \':\', NEW."status") = ANY(\'{writing:sent,writing:waived}\'::text[]) INTO _is_valid_transition; IF (_is_valid_transition IS FALSE AND OLD."status" IS DISTINCT FROM NEW."status") THEN RAISE EXCEPTION \'pgtrigger: Invalid transition of field "status" from "%" to "%" on table %\', OLD."status", NEW."status", TG_TABLE_NAME; ELSE RETURN NEW; END IF;',
                            hash="b5b23c3e86f83922be3ff187d36ba8e19e6f6a38",
                            operation="UPDATE",
                            pgid="pgtrigger_steps_fae1d",
                            table="donors_donorreport",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="donorreport",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "donors_donorreportevent" ("agreement_id", "difficulties", "due_on", "from_on", "id", "kind", "outlook", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sent_at", "sent_by_id", "status", "summary", "until_on") VALUES (NEW."agreement_id", NEW."difficulties", NEW."due_on", NEW."from_on", NEW."id", NEW."kind", NEW."outlook", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."sent_at", NEW."sent_by_id", NEW."status", NEW."summary", NEW."until_on"); RETURN NULL;',
                            hash="93ba1f95c3c780bfed7d81f9f60926bb679f331f",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_950e5",
                            table="donors_donorreport",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="donorreport",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."agreement_id" IS DISTINCT FROM (NEW."agreement_id") OR OLD."difficulties" IS DISTINCT FROM (NEW."difficulties") OR OLD."due_on" IS DISTINCT FROM (NEW."due_on") OR OLD."from_on" IS DISTINCT FROM (NEW."from_on") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."outlook" IS DISTINCT FROM (NEW."outlook") OR OLD."sent_at" IS DISTINCT FROM (NEW."sent_at") OR OLD."sent_by_id" IS DISTINCT FROM (NEW."sent_by_id") OR OLD."status" IS DISTINCT FROM (NEW."status") OR OLD."summary" IS DISTINCT FROM (NEW."summary") OR OLD."until_on" IS DISTINCT FROM (NEW."until_on"))',
                            func='INSERT INTO "donors_donorreportevent" ("agreement_id", "difficulties", "due_on", "from_on", "id", "kind", "outlook", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sent_at", "sent_by_id", "status", "summary", "until_on") VALUES (NEW."agreement_id", NEW."difficulties", NEW."due_on", NEW."from_on", NEW."id", NEW."kind", NEW."outlook", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."sent_at", NEW."sent_by_id", NEW."status", NEW."summary", NEW."until_on"); RETURN NULL;',
                            hash="8543a62a5ae4c9f2aa290eda5f0b41802111f6be",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_9f69e",
                            table="donors_donorreport",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="donorreportevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="293cdae7ff6e19e133927a606c0c3b6489507c6a",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_2ab63",
                            table="donors_donorreportevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="engagement",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "donors_engagementevent" ("done_on", "donor_id", "id", "is_invented", "kind", "next_step", "next_step_by_id", "next_step_due_on", "office_id", "on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "present", "subject", "summary") VALUES (NEW."done_on", NEW."donor_id", NEW."id", NEW."is_invented", NEW."kind", NEW."next_step", NEW."next_step_by_id", NEW."next_step_due_on", NEW."office_id", NEW."on", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."present", NEW."subject", NEW."summary"); RETURN NULL;',
                            hash="0b282e1cfaec3b591d37df297588a614ce41a9b2",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_ccea3",
                            table="donors_engagement",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="engagement",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."done_on" IS DISTINCT FROM (NEW."done_on") OR OLD."donor_id" IS DISTINCT FROM (NEW."donor_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_invented" IS DISTINCT FROM (NEW."is_invented") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."next_step" IS DISTINCT FROM (NEW."next_step") OR OLD."next_step_by_id" IS DISTINCT FROM (NEW."next_step_by_id") OR OLD."next_step_due_on" IS DISTINCT FROM (NEW."next_step_due_on") OR OLD."office_id" IS DISTINCT FROM (NEW."office_id") OR OLD."on" IS DISTINCT FROM (NEW."on") OR OLD."present" IS DISTINCT FROM (NEW."present") OR OLD."subject" IS DISTINCT FROM (NEW."subject") OR OLD."summary" IS DISTINCT FROM (NEW."summary"))',
                            func='INSERT INTO "donors_engagementevent" ("done_on", "donor_id", "id", "is_invented", "kind", "next_step", "next_step_by_id", "next_step_due_on", "office_id", "on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "present", "subject", "summary") VALUES (NEW."done_on", NEW."donor_id", NEW."id", NEW."is_invented", NEW."kind", NEW."next_step", NEW."next_step_by_id", NEW."next_step_due_on", NEW."office_id", NEW."on", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."present", NEW."subject", NEW."summary"); RETURN NULL;',
                            hash="bb70bd8ae93bc2d95c1dc9e2b337245f7d6e2eb9",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_1c11d",
                            table="donors_engagement",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="engagementevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="d96f40dd6a2ebb997e65935a4ae7861ff3e32cc4",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_f8e75",
                            table="donors_engagementevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="expenditure",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "donors_expenditureevent" ("agreement_id", "allocation_id", "amount", "id", "on", "paid_amount", "paid_currency", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rate_on", "what") VALUES (NEW."agreement_id", NEW."allocation_id", NEW."amount", NEW."id", NEW."on", NEW."paid_amount", NEW."paid_currency", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."rate_on", NEW."what"); RETURN NULL;',
                            hash="4dddbc83383805e7e227008f75f08c5f12e2e8d2",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_a10fe",
                            table="donors_expenditure",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="expenditure",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."agreement_id" IS DISTINCT FROM (NEW."agreement_id") OR OLD."allocation_id" IS DISTINCT FROM (NEW."allocation_id") OR OLD."amount" IS DISTINCT FROM (NEW."amount") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."on" IS DISTINCT FROM (NEW."on") OR OLD."paid_amount" IS DISTINCT FROM (NEW."paid_amount") OR OLD."paid_currency" IS DISTINCT FROM (NEW."paid_currency") OR OLD."rate_on" IS DISTINCT FROM (NEW."rate_on") OR OLD."what" IS DISTINCT FROM (NEW."what"))',
                            func='INSERT INTO "donors_expenditureevent" ("agreement_id", "allocation_id", "amount", "id", "on", "paid_amount", "paid_currency", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rate_on", "what") VALUES (NEW."agreement_id", NEW."allocation_id", NEW."amount", NEW."id", NEW."on", NEW."paid_amount", NEW."paid_currency", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."rate_on", NEW."what"); RETURN NULL;',
                            hash="6c4849c627e837c578c6ee7e1e139a998c8ea556",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_ecb0f",
                            table="donors_expenditure",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="expenditureevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="b158e0c6638b123bf220539821a43ed0cb0531c2",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_3bf7d",
                            table="donors_expenditureevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="fundingrequest",
                    trigger=pgtrigger.compiler.Trigger(
                        name="steps",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            declare="DECLARE _is_valid_transition BOOLEAN;",
                            func='SELECT CONCAT(OLD."status", \':\', NEW."status") = ANY(\'{drafting:sent,drafting:withdrawn,in_discussion:agreed,in_discussion:declined,in_discussion:withdrawn,sent:agreed,sent:declined,sent:in_discussion,sent:withdrawn}\'::text[]) INTO _is_valid_transition; IF (_is_valid_transition IS FALSE AND OLD."status" IS DISTINCT FROM NEW."status") THEN RAISE EXCEPTION \'pgtrigger: Invalid transition of field "status" from "%" to "%" on table %\', OLD."status", NEW."status", TG_TABLE_NAME; ELSE RETURN NEW; END IF;',
                            hash="5beb7d7cd98b99455072260794472cb2a0511ca8",
                            operation="UPDATE",
                            pgid="pgtrigger_steps_85ff0",
                            table="donors_fundingrequest",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="fundingrequest",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "donors_fundingrequestevent" ("amount", "answer_by", "currency", "donor_id", "ends_on", "id", "is_invented", "office_id", "officer_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "purpose", "sent_at", "starts_on", "status", "title") VALUES (NEW."amount", NEW."answer_by", NEW."currency", NEW."donor_id", NEW."ends_on", NEW."id", NEW."is_invented", NEW."office_id", NEW."officer_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."purpose", NEW."sent_at", NEW."starts_on", NEW."status", NEW."title"); RETURN NULL;',
                            hash="4db4be71a587dc878d5d37ad91e8bc70534714d9",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_83fa9",
                            table="donors_fundingrequest",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="fundingrequest",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."amount" IS DISTINCT FROM (NEW."amount") OR OLD."answer_by" IS DISTINCT FROM (NEW."answer_by") OR OLD."currency" IS DISTINCT FROM (NEW."currency") OR OLD."donor_id" IS DISTINCT FROM (NEW."donor_id") OR OLD."ends_on" IS DISTINCT FROM (NEW."ends_on") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_invented" IS DISTINCT FROM (NEW."is_invented") OR OLD."office_id" IS DISTINCT FROM (NEW."office_id") OR OLD."officer_id" IS DISTINCT FROM (NEW."officer_id") OR OLD."purpose" IS DISTINCT FROM (NEW."purpose") OR OLD."sent_at" IS DISTINCT FROM (NEW."sent_at") OR OLD."starts_on" IS DISTINCT FROM (NEW."starts_on") OR OLD."status" IS DISTINCT FROM (NEW."status") OR OLD."title" IS DISTINCT FROM (NEW."title"))',
                            func='INSERT INTO "donors_fundingrequestevent" ("amount", "answer_by", "currency", "donor_id", "ends_on", "id", "is_invented", "office_id", "officer_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "purpose", "sent_at", "starts_on", "status", "title") VALUES (NEW."amount", NEW."answer_by", NEW."currency", NEW."donor_id", NEW."ends_on", NEW."id", NEW."is_invented", NEW."office_id", NEW."officer_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."purpose", NEW."sent_at", NEW."starts_on", NEW."status", NEW."title"); RETURN NULL;',
                            hash="e8c75092be89c664f6e956c51ed3c6170c20c968",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_9aa8e",
                            table="donors_fundingrequest",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="fundingrequestevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="0a1c4fb0785d14929d47b1dcee770e5ac905e599",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_24acd",
                            table="donors_fundingrequestevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="instalment",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "donors_instalmentevent" ("agreement_id", "amount", "condition", "due_on", "id", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "received_amount", "received_on") VALUES (NEW."agreement_id", NEW."amount", NEW."condition", NEW."due_on", NEW."id", NEW."number", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."received_amount", NEW."received_on"); RETURN NULL;',
                            hash="4314c0323cb0d999b38360857226b3c6c8f7ae21",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_6f227",
                            table="donors_instalment",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="instalment",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."agreement_id" IS DISTINCT FROM (NEW."agreement_id") OR OLD."amount" IS DISTINCT FROM (NEW."amount") OR OLD."condition" IS DISTINCT FROM (NEW."condition") OR OLD."due_on" IS DISTINCT FROM (NEW."due_on") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."number" IS DISTINCT FROM (NEW."number") OR OLD."received_amount" IS DISTINCT FROM (NEW."received_amount") OR OLD."received_on" IS DISTINCT FROM (NEW."received_on"))',
                            func='INSERT INTO "donors_instalmentevent" ("agreement_id", "amount", "condition", "due_on", "id", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "received_amount", "received_on") VALUES (NEW."agreement_id", NEW."amount", NEW."condition", NEW."due_on", NEW."id", NEW."number", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."received_amount", NEW."received_on"); RETURN NULL;',
                            hash="7bdfb9e283516732219e5c405c1e73aa017a704b",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_54540",
                            table="donors_instalment",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="instalmentevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="e525c86f97a0bacac9da9b807a4f36d1f41b0549",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_342c6",
                            table="donors_instalmentevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="need",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "donors_needevent" ("cost", "currency", "id", "is_covered", "is_shared", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "request_id", "shared_at", "shared_by_id") VALUES (NEW."cost", NEW."currency", NEW."id", NEW."is_covered", NEW."is_shared", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."request_id", NEW."shared_at", NEW."shared_by_id"); RETURN NULL;',
                            hash="89b27ff2f046cb0dd850147cc9d7b3ab151ec3a7",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_39b88",
                            table="donors_need",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="need",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."cost" IS DISTINCT FROM (NEW."cost") OR OLD."currency" IS DISTINCT FROM (NEW."currency") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_covered" IS DISTINCT FROM (NEW."is_covered") OR OLD."is_shared" IS DISTINCT FROM (NEW."is_shared") OR OLD."request_id" IS DISTINCT FROM (NEW."request_id") OR OLD."shared_at" IS DISTINCT FROM (NEW."shared_at") OR OLD."shared_by_id" IS DISTINCT FROM (NEW."shared_by_id"))',
                            func='INSERT INTO "donors_needevent" ("cost", "currency", "id", "is_covered", "is_shared", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "request_id", "shared_at", "shared_by_id") VALUES (NEW."cost", NEW."currency", NEW."id", NEW."is_covered", NEW."is_shared", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."request_id", NEW."shared_at", NEW."shared_by_id"); RETURN NULL;',
                            hash="a4d3fd0c9a02f6658e9c554e32444a9c36b55a4a",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_3ae07",
                            table="donors_need",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="needevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="b334e06c6f76daff129d1fc96f546356dad5d16a",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_bdd96",
                            table="donors_needevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="rate",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "donors_rateevent" ("currency", "id", "on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source", "usd") VALUES (NEW."currency", NEW."id", NEW."on", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."source", NEW."usd"); RETURN NULL;',
                            hash="89caac25b3ffdac9b604db4a2d5ba9c7ac9641df",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_18350",
                            table="donors_rate",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="rate",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."currency" IS DISTINCT FROM (NEW."currency") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."on" IS DISTINCT FROM (NEW."on") OR OLD."source" IS DISTINCT FROM (NEW."source") OR OLD."usd" IS DISTINCT FROM (NEW."usd"))',
                            func='INSERT INTO "donors_rateevent" ("currency", "id", "on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source", "usd") VALUES (NEW."currency", NEW."id", NEW."on", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."source", NEW."usd"); RETURN NULL;',
                            hash="549eebcc27ad265997a6377f2f453622b044050a",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_58e96",
                            table="donors_rate",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="rateevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="8c012f64e101db81fd4b09b642374a6804abccd5",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_1a111",
                            table="donors_rateevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="snapshot",
                    trigger=pgtrigger.compiler.Trigger(
                        name="steps",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            declare="DECLARE _is_valid_transition BOOLEAN;",
                            func='SELECT CONCAT(OLD."status", \':\', NEW."status") = ANY(\'{frozen:published,frozen:withdrawn,published:withdrawn}\'::text[]) INTO _is_valid_transition; IF (_is_valid_transition IS FALSE AND OLD."status" IS DISTINCT FROM NEW."status") THEN RAISE EXCEPTION \'pgtrigger: Invalid transition of field "status" from "%" to "%" on table %\', OLD."status", NEW."status", TG_TABLE_NAME; ELSE RETURN NEW; END IF;',
                            hash="6fe9973b27b040411c4bd5ec937872d1c5b92e2b",
                            operation="UPDATE",
                            pgid="pgtrigger_steps_d4be5",
                            table="donors_snapshot",
                            when="BEFORE",
                        ),
                    ),
                ),
            ],
        ),
    ]
