"""The demonstration office after many more years: its past, written again and again by the database.

`seed_demo --scale N` has what is over and done N times. Each pillar names the records that are
copied and what belongs to them; a copy differs in its ids, in what points from one copied record to
another, and in what must be unique. Nothing open is copied: desks and deadlines stay those of one
office. Neither are histories: a copy has never been edited.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import connection, models
from django.db.models import Q

from rocb.models import Mail, Reminder, StatusChange
from rocb.registry import Registry

Model = type[models.Model]


@dataclass(frozen=True, slots=True)
class Growth:
    """Records of the past that are copied together.

    `tables`: a model with a filter that says which of its rows are over, or with the name of the
    foreign key to the owner, listed before it, whose rows it shares. `values`: SQL for a column of
    a copy, where `k` is the number of the copy, `t` the row and `{stride}` how far ids of copies lie
    apart. `times`: how many copies for each
    turn of the scale, where the demonstration shows fewer years than the office has.
    """

    key: str
    tables: tuple[tuple[Model, Q | str], ...]
    values: Mapping[Model, Mapping[str, str]] = field(default_factory=dict)
    times: int = 1


growths: Registry[Growth] = Registry("Growth")


def grow(scale: int) -> int:
    """Copy all that is registered until it is there `scale` times; returns the rows written."""
    if scale < 2:
        return 0
    with connection.cursor() as cursor:
        # Guards, histories and sums follow what people do; these rows come from nobody.
        cursor.execute("SET LOCAL session_replication_role = replica")
        stride = 10 ** len(str(widest(cursor)))
        with without_indexes(cursor, StatusChange):
            written = sum(copied(cursor, one, (scale - 1) * one.times, stride) for one in growths)
        cursor.execute("SET LOCAL session_replication_role = DEFAULT")
    return written


def widest(cursor) -> int:
    """The highest id of all: copy k of record 17 gets the id 17 + k times a rounder number."""
    found = [0]
    for model in {model for growth in growths for model, _how in growth.tables}:
        cursor.execute(f'SELECT max(id) FROM "{model._meta.db_table}"')
        found.append(cursor.fetchone()[0] or 0)
    return max(found)


def copied(cursor, growth: Growth, copies: int, stride: int) -> int:
    """The copies of one kind and the steps that they took; returns the number of rows."""
    for model, how in growth.tables:
        cursor.execute(f'CREATE TEMP TABLE "{chosen(model)}" AS {rows(model, how)}')
        cursor.execute(f'CREATE UNIQUE INDEX ON "{chosen(model)}" (id)')
    own = {model for model, _how in growth.tables}
    written = 0
    for model, _how in growth.tables:
        columns = expressions(model, own, growth.values.get(model, {}), stride)
        with without_indexes(cursor, model):
            written += inserted(
                cursor, model, columns, f'"{chosen(model)}" own ON own.id = t.id', copies
            )
    kinds = " UNION ALL ".join(
        f'SELECT {ContentType.objects.get_for_model(model).pk} AS kind, id FROM "{chosen(model)}"'
        for model in own
    )
    join = f"({kinds}) own ON own.kind = t.content_type_id AND own.id = t.object_id"
    columns = expressions(StatusChange, own, {"object_id": f"t.object_id + k * {stride}"}, stride)
    # Steps have ids of their own: there are many more of them than of anything else.
    columns["id"] = "nextval(pg_get_serial_sequence('rocb_statuschange', 'id'))"
    written += inserted(cursor, StatusChange, columns, join, copies)
    for model in own:
        cursor.execute(f'DROP TABLE "{chosen(model)}"')
    return written


def chosen(model: Model) -> str:
    return f"chosen_{model._meta.db_table}"


def rows(model: Model, how: Q | str) -> str:
    """SQL for the ids of the rows that are copied."""
    if isinstance(how, Q):
        with connection.cursor() as cursor:
            query = model._default_manager.filter(how).order_by().values("id").query
            return cursor.mogrify(*query.sql_with_params()).decode()
    owner: Any = model._meta.get_field(how)
    table, theirs = model._meta.db_table, chosen(owner.related_model)
    return f'SELECT t.id FROM "{table}" t JOIN "{theirs}" o ON t."{owner.column}" = o.id'


def expressions(model: Model, own: set[Model], values, stride: int) -> dict[str, str]:
    """SQL for each column of a copy."""
    found: dict[str, str] = {}
    one: Any
    for one in model._meta.local_concrete_fields:
        if one.generated:
            continue
        column = f't."{one.column}"'
        if one.name in values:
            column = values[one.name].replace("{stride}", str(stride))
        elif one.primary_key:
            column += f" + k * {stride}"
        elif one.is_relation and one.related_model in own:
            table = chosen(one.related_model)
            column += (
                f' + CASE WHEN {column} IN (SELECT id FROM "{table}") THEN k * {stride} ELSE 0 END'
            )
        elif one.unique and isinstance(one, models.UUIDField):
            column = "gen_random_uuid()"
        elif one.unique and one.max_length:
            column = f"left({column}, {one.max_length - 6}) || '-' || k"
        found[one.column] = column
    return found


def inserted(cursor, model: Model, columns: dict[str, str], join: str, copies: int) -> int:
    """Write the copies; returns how many."""
    table, names = model._meta.db_table, ", ".join(f'"{name}"' for name in columns)
    cursor.execute(
        f'INSERT INTO "{table}" ({names}) SELECT {", ".join(columns.values())} '
        f'FROM "{table}" t JOIN {join}, generate_series(1, {copies}) k'
    )
    written = cursor.rowcount
    last = f'(SELECT max(id) FROM "{table}")'
    cursor.execute(f"SELECT setval(pg_get_serial_sequence('{table}', 'id'), {last})")
    return written


@contextmanager
def without_indexes(cursor, model: Model) -> Iterator[None]:
    """Take the indexes that guard nothing away, and make them again in one go."""
    cursor.execute(
        "SELECT indexrelid::regclass::text, pg_get_indexdef(indexrelid) FROM pg_index "
        "WHERE indrelid = %s::regclass AND NOT indisunique",
        [model._meta.db_table],
    )
    indexes = cursor.fetchall()
    for name, _definition in indexes:
        cursor.execute(f"DROP INDEX {name}")
    yield
    for _name, definition in indexes:
        cursor.execute(definition)


POST = Growth(
    "post",
    ((Mail, Q(status=Mail.Status.SENT)), (Reminder, Q(mail__status=Mail.Status.SENT))),
    {
        # Written on other days, of other records.
        Mail: {"created_at": "t.created_at - k * interval '1 day'"},
        Reminder: {"object_id": "t.object_id + k * {stride}"},
    },
)
