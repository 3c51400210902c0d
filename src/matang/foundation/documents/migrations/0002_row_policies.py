"""Tenant policies."""

from django.db import migrations

from matang.foundation.tenancy import rls


class Migration(migrations.Migration):
    dependencies = [("documents", "0001_initial"), ("files", "0002_row_policies")]
    operations = [rls.protect("documents_issueddocument")]
