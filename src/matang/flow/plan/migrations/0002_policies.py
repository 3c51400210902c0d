"""Tenant policies."""

from django.db import migrations

from matang.foundation.tenancy import rls

TRACKED = (
    "developmentact",
    "developmentproposal",
    "placementscenario",
    "placementconstraint",
    "scenariopost",
    "successionlisting",
)
PLAIN = ("developmentline", "developmentresult", "proposal", "reasonbook", "scenarioresult", "stabilityreport")


class Migration(migrations.Migration):
    replaces = [
        ("plan", "0002_row_policies"),
        ("plan", "0006_bounds_policies"),
        ("plan", "0009_development_policies"),
        ("plan", "0011_stability_policies"),
    ]
    dependencies = [("plan", "0001_tables")]
    operations = [
        *(rls.protect(f"plan_{table}{trail}") for table in TRACKED for trail in ("", "trail")),
        *(rls.protect(f"plan_{table}") for table in PLAIN),
    ]
