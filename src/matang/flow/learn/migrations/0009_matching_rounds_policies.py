"""Tenant policies of what 0008 made."""

from django.db import migrations

from matang.foundation.tenancy import rls

TRACKED = ("matchinground", "roundperiod", "roundplace", "roundregion")
PLAIN = ("roundapplicant", "roundwish")


class Migration(migrations.Migration):
    dependencies = [("learn", "0008_matching_rounds")]
    operations = [
        *(rls.protect(f"learn_{table}{trail}") for table in TRACKED for trail in ("", "trail")),
        *(rls.protect(f"learn_{table}") for table in PLAIN),
    ]
