"""Change many rows at once, under the row policies, as one statement that the audit triggers see."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.db import connection, models

from matang.foundation.tenancy.bulk import column_of


def change_rows(model: type[models.Model], fields: Sequence[str], rows: Iterable[Sequence[Any]]) -> int:
    """Set ``fields`` of the rows with the given keys and return how many changed. Each row is (key, value, value …)."""
    quote = connection.ops.quote_name
    table = quote(model._meta.db_table)
    columns = [quote(column_of(model, name)) for name in fields]
    staging = quote(f"changing_{model._meta.db_table}")
    listed = ", ".join(['"id"', *columns])
    settings = ", ".join(f"{column} = staged.{column}" for column in columns)
    with connection.cursor() as cursor:
        cursor.execute(f"CREATE TEMP TABLE {staging} ON COMMIT DROP AS SELECT {listed} FROM {table} WITH NO DATA")  # noqa: S608
        with cursor.copy(f"COPY {staging} ({listed}) FROM STDIN") as copy:
            for row in rows:
                copy.write_row(row)
        cursor.execute(f"UPDATE {table} AS held SET {settings} FROM {staging} AS staged WHERE held.id = staged.id")  # noqa: S608
        count: int = cursor.rowcount
        cursor.execute(f"DROP TABLE {staging}")
    return count
