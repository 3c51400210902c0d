"""Tenant policies of acts, development proposals and their lines."""

from django.db import migrations

from matang.foundation.tenancy import rls

TABLES = (
    "developmentact", "developmentacttrail", "developmentproposal", "developmentproposaltrail", "developmentresult",
    "developmentline",
)  # fmt: skip


class Migration(migrations.Migration):
    dependencies = [("plan", "0008_development"), ("tenancy", "0001_initial")]
    operations = [rls.protect(f"plan_{table}") for table in TABLES]
