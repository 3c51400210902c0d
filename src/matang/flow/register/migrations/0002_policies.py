"""Tenant policies, and the keys that earlier layers hold as plain numbers."""

from django.db import migrations

from matang.foundation.tenancy import rls

TRACKED = (
    "person",
    "appraisalrecord",
    "careerentry",
    "correctionrequest",
    "education",
    "graderecord",
    "unit",
    "post",
    "incumbency",
    "partner",
    "servicerecord",
)
PLAIN = ("columnmapping", "importrun", "importcontent", "importrow", "unitalias")
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
    replaces = [
        ("register", "0002_row_policies"),
        ("register", "0006_import_policies"),
        ("register", "0008_post_successors_same_agency"),
        ("register", "0010_appraisal_policies"),
    ]
    dependencies = [("register", "0001_tables"), ("access", "0003_row_policy"), ("identity", "0001_initial")]
    operations = [
        *(rls.protect(f"register_{table}{trail}") for table in TRACKED for trail in ("", "trail")),
        *(rls.protect(f"register_{table}") for table in PLAIN),
        *(key(*entry) for entry in KEYS),
        rls.same_agency("identity_user"),
        rls.same_agency("access_grant"),
    ]
