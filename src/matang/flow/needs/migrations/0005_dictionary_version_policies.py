"""Tenant policies of the new tables, the first text of every competency, and an index to ask what changed since."""

from django.db import migrations

from matang.foundation.tenancy import rls

TABLES = (
    "dictionaryedition", "standardchange", "competencytext", "competencytexttrail", "postsheet", "postsheettrail",
)  # fmt: skip

# The policies hide every row from a migration, so it works for one agency after another.
FIRST_TEXTS = """
DO $$
DECLARE agency bigint;
BEGIN
  FOR agency IN SELECT id FROM tenancy_agency ORDER BY id LOOP
    PERFORM set_config('matang.agency', agency::text, true);
    INSERT INTO needs_competencytext
      (agency_id, competency_id, valid_from, valid_to, code, name, field, area, definition, levels, source)
    SELECT c.agency_id, c.id, c.valid_from, c.valid_to, c.code, c.name, c.field, c.area, '',
      COALESCE((
        SELECT jsonb_agg(jsonb_build_object('short', COALESCE(l.wording, ''), 'official', '', 'indicators', '[]'::jsonb) ORDER BY n)
        FROM generate_series(1, 5) AS n LEFT JOIN needs_competencylevel l ON l.competency_id = c.id AND l.level = n
      ), '[]'::jsonb), c.version
    FROM needs_competency c WHERE c.agency_id = agency;
  END LOOP;
  PERFORM set_config('matang.agency', '', true);
END $$
"""


class Migration(migrations.Migration):
    dependencies = [("needs", "0004_dictionary_versions"), ("tenancy", "0001_initial")]
    operations = [
        *(rls.protect(f"needs_{table}") for table in TABLES),
        rls.same_agency("needs_poststandard"),
        migrations.RunSQL(FIRST_TEXTS, migrations.RunSQL.noop),
        migrations.RunSQL(
            "CREATE INDEX poststandard_trail_since ON needs_poststandardtrail (agency_id, pgh_created_at)",
            "DROP INDEX poststandard_trail_since",
        ),
    ]
