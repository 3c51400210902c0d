"""Everybody reads the national days; only the service for them, which asks for the operator's role, may write them."""

from django.db import migrations

from matang.foundation.tenancy.rls import AGENCY

TABLE = "clock_holiday"
OWN = f"agency_id = {AGENCY}"
NATIONAL = "(agency_id IS NULL AND current_setting('matang.national_calendar', true) = 'on')"
MAY_WRITE = f"({OWN} OR {NATIONAL})"


class Migration(migrations.Migration):
    dependencies = [("clock", "0001_initial")]
    operations = [
        migrations.RunSQL(
            sql=[
                f"ALTER TABLE {TABLE} ENABLE ROW LEVEL SECURITY",
                f"ALTER TABLE {TABLE} FORCE ROW LEVEL SECURITY",
                f"CREATE POLICY tenant_read ON {TABLE} FOR SELECT USING ({OWN} OR agency_id IS NULL)",
                f"CREATE POLICY tenant_add ON {TABLE} FOR INSERT WITH CHECK {MAY_WRITE}",
                f"CREATE POLICY tenant_change ON {TABLE} FOR UPDATE USING {MAY_WRITE} WITH CHECK {MAY_WRITE}",
                f"CREATE POLICY tenant_remove ON {TABLE} FOR DELETE USING {MAY_WRITE}",
            ],
            reverse_sql=[
                *[f"DROP POLICY tenant_{what} ON {TABLE}" for what in ("read", "add", "change", "remove")],
                f"ALTER TABLE {TABLE} NO FORCE ROW LEVEL SECURITY",
                f"ALTER TABLE {TABLE} DISABLE ROW LEVEL SECURITY",
            ],
        ),
    ]
