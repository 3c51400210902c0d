"""Tenant policies."""

from django.db import migrations

from matang.foundation.tenancy import rls

TABLES = ("placementscenario", "scenariopost", "scenarioresult", "proposal")


class Migration(migrations.Migration):
    dependencies = [("plan", "0001_initial"), ("tenancy", "0001_initial")]
    operations = [rls.protect(f"plan_{table}") for table in TABLES]
