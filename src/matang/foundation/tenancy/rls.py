"""Row-level security: the wall behind the ORM.

A session variable names the agency of the current transaction; a policy on every tenant table compares with it.
Without the variable a query sees nothing. The policies are forced, so that the owner of the tables is bound too.
"""

from django.db import migrations

AGENCY = "(SELECT NULLIF(current_setting('matang.agency', true), '')::bigint)"
ACTOR = "(SELECT NULLIF(current_setting('matang.actor', true), '')::bigint)"


def protect(table: str, *, or_where: str = "") -> migrations.RunSQL:
    """Return the migration step that puts the tenant policy on ``table``.

    ``or_where`` is a further SQL condition under which a row may be seen and changed.
    """
    condition = f"agency_id = {AGENCY}"
    if or_where:
        condition = f"({condition} OR {or_where})"
    return migrations.RunSQL(
        sql=[
            f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY",
            f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY",
            f"CREATE POLICY tenant ON {table} USING ({condition}) WITH CHECK ({condition})",
        ],
        reverse_sql=[
            f"DROP POLICY tenant ON {table}",
            f"ALTER TABLE {table} NO FORCE ROW LEVEL SECURITY",
            f"ALTER TABLE {table} DISABLE ROW LEVEL SECURITY",
        ],
    )
