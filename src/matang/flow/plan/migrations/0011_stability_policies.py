"""Tenant policy of the stability reports."""

from django.db import migrations

from matang.foundation.tenancy import rls


class Migration(migrations.Migration):
    dependencies = [("plan", "0010_stability")]
    operations = [rls.protect("plan_stabilityreport")]
