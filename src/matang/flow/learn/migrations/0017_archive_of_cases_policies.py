"""Tenant policies of what 0016 made."""

from django.db import migrations

from matang.foundation.tenancy import rls


class Migration(migrations.Migration):
    dependencies = [("learn", "0016_archive_of_cases")]
    operations = [
        *(rls.protect(f"learn_{table}{trail}") for table in ("pastimport", "pastcase") for trail in ("", "trail")),
        rls.protect("learn_pastclaim"),
    ]
