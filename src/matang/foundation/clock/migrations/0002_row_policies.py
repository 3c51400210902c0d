"""Everybody reads the national days; only the service for them, which asks for the operator's role, may write them."""

from django.db import migrations

from matang.foundation.tenancy.rls import AGENCY

OWN = f"agency_id = {AGENCY}"
MAY_WRITE = f"({OWN} OR (agency_id IS NULL AND current_setting('matang.national_calendar', true) = 'on'))"


def protect(table: str) -> migrations.RunSQL:
    """Return the step that puts the calendar's policies on ``table``."""
    return migrations.RunSQL(
        sql=[
            f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY",
            f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY",
            f"CREATE POLICY tenant_read ON {table} FOR SELECT USING ({OWN} OR agency_id IS NULL)",
            f"CREATE POLICY tenant_add ON {table} FOR INSERT WITH CHECK {MAY_WRITE}",
            f"CREATE POLICY tenant_change ON {table} FOR UPDATE USING {MAY_WRITE} WITH CHECK {MAY_WRITE}",
            f"CREATE POLICY tenant_remove ON {table} FOR DELETE USING {MAY_WRITE}",
        ],
        reverse_sql=[
            *[f"DROP POLICY tenant_{what} ON {table}" for what in ("read", "add", "change", "remove")],
            f"ALTER TABLE {table} NO FORCE ROW LEVEL SECURITY",
            f"ALTER TABLE {table} DISABLE ROW LEVEL SECURITY",
        ],
    )


class Migration(migrations.Migration):
    dependencies = [("clock", "0001_initial")]
    operations = [protect("clock_holiday"), protect("clock_holidaytrail")]
