"""What a funded activity is called, as a column of the database: lists join no three tables in Python."""

from django.db.models import Case, CharField, F, QuerySet, Value, When
from django.db.models.functions import Concat
from django.utils.translation import gettext as _


def named(rows: QuerySet, path: str = "") -> QuerySet:
    """Rows with `name`: the title of the event or action, or whose mission it is.

    `path` leads to the activity. A mission has no title of its own: the member names it.
    """
    mission = Concat(
        Value(f"{_('Mission')}: "),
        F(f"{path}mission__administration__country_name"),
        output_field=CharField(),
    )
    return rows.annotate(
        name=Case(
            When(**{f"{path}event__isnull": False}, then=F(f"{path}event__title")),
            When(**{f"{path}action__isnull": False}, then=F(f"{path}action__title")),
            default=mission,
            output_field=CharField(),
        )
    )
