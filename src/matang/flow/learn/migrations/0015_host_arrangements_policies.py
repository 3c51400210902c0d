"""Tenant policies of what 0014 made."""

from django.db import migrations

from matang.foundation.tenancy import rls


class Migration(migrations.Migration):
    dependencies = [("learn", "0014_host_arrangements")]
    operations = [rls.protect(f"learn_{table}") for table in ("hostarrangement", "hostarrangementtrail")]
