"""Tenant policies, and the keys that earlier layers hold as plain numbers."""

from django.db import migrations

from matang.foundation.tenancy import rls

TABLES = (
    "unit", "post", "person", "graderecord", "servicerecord", "education", "careerentry", "incumbency", "partner",
    "correctionrequest",
)  # fmt: skip

KEYS = (
    ("identity_user", "person_id", "register_person"),
    ("identity_user", "agency_id", "tenancy_agency"),
    ("access_grant", "unit_id", "register_unit"),
)


def key(table: str, column: str, target: str) -> migrations.RunSQL:
    """Return the step that makes ``column`` a foreign key to ``target``."""
    name = f"{table}_{column}_fk"
    return migrations.RunSQL(
        sql=f"ALTER TABLE {table} ADD CONSTRAINT {name} FOREIGN KEY ({column}) REFERENCES {target} (id) DEFERRABLE INITIALLY DEFERRED",
        reverse_sql=f"ALTER TABLE {table} DROP CONSTRAINT {name}",
    )


class Migration(migrations.Migration):
    dependencies = [("register", "0001_initial"), ("access", "0003_row_policy"), ("identity", "0001_initial")]
    operations = [
        *[rls.protect(f"register_{table}") for table in TABLES],
        *[key(*entry) for entry in KEYS],
        rls.same_agency("identity_user"),
        rls.same_agency("access_grant"),
    ]
