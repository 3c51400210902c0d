"""Row-level security: the wall behind the ORM.

A session variable names the agency of the current transaction; a policy on every tenant table compares with it.
Without the variable a query sees nothing. The policies are forced, so that the owner of the tables is bound too.

Foreign keys look past row policies: a row of one agency could point to a row of another. Composite foreign keys
(agency and key together) close that door, in the database and for every role.
"""

from django.db import migrations

AGENCY = "(SELECT NULLIF(current_setting('matang.agency', true), '')::bigint)"
ACTOR = "(SELECT NULLIF(current_setting('matang.actor', true), '')::bigint)"

# Every foreign key of one column from a table with agency_id to another such table.
TENANT_KEYS = """
SELECT c.conrelid::regclass AS child, c.confrelid::regclass AS parent, a.attname AS child_column, b.attname AS parent_column
FROM pg_constraint c
JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
JOIN pg_attribute b ON b.attrelid = c.confrelid AND b.attnum = c.confkey[1]
WHERE c.contype = 'f' AND cardinality(c.conkey) = 1 AND a.attname <> 'agency_id'
AND EXISTS (SELECT 1 FROM pg_attribute x WHERE x.attrelid = c.conrelid AND x.attname = 'agency_id' AND NOT x.attisdropped)
AND EXISTS (SELECT 1 FROM pg_attribute x WHERE x.attrelid = c.confrelid AND x.attname = 'agency_id' AND NOT x.attisdropped)
"""

SAME_AGENCY = """
DO $$
DECLARE k record; name text; target text;
BEGIN
  FOR k IN {keys} AND c.conrelid = '{table}'::regclass LOOP
    target := left(k.parent::text, 45) || '_in_agency';
    name := left(k.child::text || '_' || k.child_column, 50) || '_same_agency';
    IF NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conrelid = k.parent AND conname = target) THEN
      EXECUTE format('ALTER TABLE %s ADD CONSTRAINT %I UNIQUE (agency_id, %I)', k.parent, target, k.parent_column);
    END IF;
    IF NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conrelid = k.child AND conname = name) THEN
      EXECUTE format(
        'ALTER TABLE %s ADD CONSTRAINT %I FOREIGN KEY (agency_id, %I) REFERENCES %s (agency_id, %I) '
        'DEFERRABLE INITIALLY DEFERRED',
        k.child, name, k.child_column, k.parent, k.parent_column);
    END IF;
  END LOOP;
END $$
"""

ANY_AGENCY = """
DO $$
DECLARE name text;
BEGIN
  FOR name IN SELECT conname FROM pg_constraint WHERE conrelid = '{table}'::regclass AND conname LIKE '%\\_same\\_agency' LOOP
    EXECUTE format('ALTER TABLE {table} DROP CONSTRAINT %I', name);
  END LOOP;
END $$
"""


def same_agency(table: str) -> migrations.RunSQL:
    """Return the migration step that lets ``table`` point only to rows of its own agency.

    It covers the foreign keys that the table has when the step runs, so it belongs into a later migration than the
    one that makes the table. ``protect`` includes it; call it again when a later migration adds a foreign key.
    """
    return migrations.RunSQL(
        sql=SAME_AGENCY.format(keys=TENANT_KEYS, table=table),
        reverse_sql=ANY_AGENCY.format(table=table),
    )


def protect(table: str, *, or_where: str = "") -> migrations.RunSQL:
    """Return the migration step that puts the tenant policy on ``table`` and keeps its foreign keys inside the agency.

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
            SAME_AGENCY.format(keys=TENANT_KEYS, table=table),
        ],
        reverse_sql=[
            ANY_AGENCY.format(table=table),
            f"DROP POLICY tenant ON {table}",
            f"ALTER TABLE {table} NO FORCE ROW LEVEL SECURITY",
            f"ALTER TABLE {table} DISABLE ROW LEVEL SECURITY",
        ],
    )


def publish(table: str, *, where: str) -> migrations.RunSQL:
    """Return the migration step that lets every agency read the rows of ``table`` for which the SQL condition ``where`` holds.

    A further policy beside the tenant policy of ``protect``, for reading only: others neither change, lock nor delete such
    a row, and nobody reads it without working for an agency. A selector of one's own rows must therefore name the agency.
    """
    return migrations.RunSQL(
        sql=f"CREATE POLICY published ON {table} FOR SELECT USING ({AGENCY} IS NOT NULL AND ({where}))",
        reverse_sql=f"DROP POLICY published ON {table}",
    )


HOSTED = f"host_agency_id = {AGENCY}"


def protect_shared(table: str) -> migrations.RunSQL:
    """Return the migration step for a table on which two agencies work: the owner (``agency``) and ``host_agency``."""
    return protect(table, or_where=HOSTED)


FOLLOW_HOST = """
CREATE FUNCTION {table}_follow_host() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  SELECT p.host_agency_id INTO NEW.host_agency_id FROM {parent} p WHERE p.id = NEW.{column};
  RETURN NEW;
END $$;
CREATE TRIGGER follow_host BEFORE INSERT OR UPDATE ON {table} FOR EACH ROW EXECUTE FUNCTION {table}_follow_host();
"""


def follow_host(table: str, parent: str, column: str) -> migrations.RunSQL:
    """Return the migration step that gives each row of a shared table the host of the row it belongs to, whoever writes it.

    Without it a host could put a row of its own making under somebody else's eyes, or hide one from the owner's host.
    """
    return migrations.RunSQL(
        sql=FOLLOW_HOST.format(table=table, parent=parent, column=column),
        reverse_sql=f"DROP TRIGGER follow_host ON {table}; DROP FUNCTION {table}_follow_host()",
    )
