"""Tenant policies, and an index to ask what changed in the standards since a moment."""

from django.db import migrations

from matang.foundation.tenancy import rls

TRACKED = (
    "assessmentfile",
    "competency",
    "competencytext",
    "evidence",
    "evidencecost",
    "evidencewithdrawal",
    "unitneed",
    "needstep",
    "postsheet",
    "poststandard",
)
PLAIN = ("competencystatus", "dictionaryedition", "standardchange")


class Migration(migrations.Migration):
    replaces = [
        ("needs", "0002_row_policies"),
        ("needs", "0005_dictionary_version_policies"),
        ("needs", "0006_levels_are_in_the_texts"),
        ("needs", "0008_evidence_and_needs_policies"),
    ]
    dependencies = [("needs", "0001_tables")]
    operations = [
        *(rls.protect(f"needs_{table}{trail}") for table in TRACKED for trail in ("", "trail")),
        *(rls.protect(f"needs_{table}") for table in PLAIN),
        migrations.RunSQL(
            "CREATE INDEX poststandard_trail_since ON needs_poststandardtrail (agency_id, pgh_created_at)",
            "DROP INDEX poststandard_trail_since",
        ),
    ]
