"""Tenant policies: everything is the agency's own; published practices are read by every government."""

from django.db import migrations

from matang.foundation.tenancy import rls

TRACKED = ("presentation", "recommendation", "adoption", "adoptionaction", "practice", "recommendationcondition")
PLAIN = ("recommendationdecision", "adoptioncheck", "adoptionstep")


class Migration(migrations.Migration):
    replaces = [
        ("apply", "0002_row_policies"),
    ]
    dependencies = [("apply", "0001_tables")]
    operations = [
        *(rls.protect(f"apply_{table}{trail}") for table in TRACKED for trail in ("", "trail")),
        *(rls.protect(f"apply_{table}") for table in PLAIN),
        rls.publish("apply_practice", where="published"),
    ]
