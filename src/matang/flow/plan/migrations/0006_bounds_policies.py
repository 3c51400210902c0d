"""Tenant policies of what bounds a scenario, and of the books that reasons share."""

from django.db import migrations

from matang.foundation.tenancy import rls

TABLES = (
    "placementconstraint",
    "placementconstrainttrail",
    "successionlisting",
    "successionlistingtrail",
    "reasonbook",
)


class Migration(migrations.Migration):
    dependencies = [("plan", "0005_scenario_bounds"), ("tenancy", "0001_initial")]
    operations = [
        *[rls.protect(f"plan_{table}") for table in TABLES],
        rls.same_agency("plan_placementscenario"),
    ]
