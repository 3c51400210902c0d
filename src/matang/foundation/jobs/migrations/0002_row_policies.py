"""Tenant policies."""

from django.db import migrations

from matang.foundation.tenancy import rls


class Migration(migrations.Migration):
    dependencies = [("jobs", "0001_initial")]
    operations = [rls.protect("jobs_progress"), rls.protect("jobs_receipt")]
