"""Tenant policies."""

from django.db import migrations

from matang.foundation.tenancy import rls


class Migration(migrations.Migration):
    dependencies = [("files", "0001_initial")]
    operations = [rls.protect("files_storedfile")]
