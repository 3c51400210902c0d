"""What the database itself says about its walls."""

from django.db import connection

from matang.foundation.tenancy.rls import TENANT_KEYS

UNWALLED = """
SELECT c.relname FROM pg_class c
WHERE c.relkind IN ('r', 'p') AND c.relnamespace = 'public'::regnamespace
AND EXISTS (SELECT 1 FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'agency_id' AND NOT a.attisdropped)
AND NOT (c.relrowsecurity AND c.relforcerowsecurity AND EXISTS (SELECT 1 FROM pg_policy p WHERE p.polrelid = c.oid))
ORDER BY 1
"""
STRAYING = f"""
SELECT k.child || '.' || k.child_column FROM ({TENANT_KEYS}) k
WHERE NOT EXISTS (
  SELECT 1 FROM pg_constraint d JOIN pg_attribute e ON e.attrelid = d.conrelid AND e.attnum = d.conkey[2]
  WHERE d.contype = 'f' AND d.conrelid = k.child AND d.confrelid = k.parent AND cardinality(d.conkey) = 2
  AND e.attname = k.child_column)
ORDER BY 1
"""


def first_column(sql: str) -> list[str]:
    """Return the first column of an answer."""
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return [row[0] for row in cursor.fetchall()]


def unwalled_tables() -> list[str]:
    """Return the tables with an ``agency_id`` that have no forced row-level security."""
    return first_column(UNWALLED)


def straying_keys() -> list[str]:
    """Return the foreign keys between tenant tables that could lead into another agency."""
    return first_column(STRAYING)
