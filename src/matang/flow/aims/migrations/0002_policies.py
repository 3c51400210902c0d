"""Tenant policies."""

from django.db import migrations

from matang.foundation.tenancy import rls

TRACKED = (
    "aimplan",
    "aim",
    "aimlink",
    "indicator",
    "mayoragenda",
    "mayorannouncement",
    "mayorprogramme",
    "mayortie",
    "nomenclatureedition",
    "notsame",
    "thoughtpaper",
    "thoughteffort",
)
PLAIN = ("nomenclature", "thoughtversion")


class Migration(migrations.Migration):
    replaces = [
        ("aims", "0002_row_policies"),
        ("aims", "0004_thoughts_flower_and_mayor_policies"),
    ]
    dependencies = [("aims", "0001_tables")]
    operations = [
        *(rls.protect(f"aims_{table}{trail}") for table in TRACKED for trail in ("", "trail")),
        *(rls.protect(f"aims_{table}") for table in PLAIN),
    ]
