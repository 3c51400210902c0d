"""Tenant policies."""

from django.db import migrations

from matang.foundation.tenancy import rls

TABLES = ("competency", "competencylevel", "poststandard", "evidence", "competencystatus", "unitneed")


class Migration(migrations.Migration):
    dependencies = [("needs", "0001_initial"), ("tenancy", "0001_initial")]
    operations = [rls.protect(f"needs_{table}") for table in TABLES]
