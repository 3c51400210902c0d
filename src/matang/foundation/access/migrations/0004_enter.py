"""One call that tells the database whom a request works for and answers with the grants that hold."""

from django.db import migrations

ENTER = """
CREATE FUNCTION access_enter(agency bigint, account bigint, day date) RETURNS TABLE (role text, unit_path text)
LANGUAGE plpgsql AS $$
BEGIN
  PERFORM set_config('matang.agency', coalesce(agency::text, ''), true), set_config('matang.actor', account::text, true);
  RETURN QUERY
    SELECT g.role::text, g.unit_path::text FROM access_grant g
    WHERE g.user_id = account AND g.agency_id = agency AND g.valid_from <= day AND (g.valid_to IS NULL OR g.valid_to > day)
    ORDER BY 1, 2;
END $$
"""


class Migration(migrations.Migration):
    dependencies = [("access", "0003_row_policy")]
    operations = [migrations.RunSQL(sql=ENTER, reverse_sql="DROP FUNCTION access_enter")]
