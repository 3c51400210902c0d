"""Tenant policies of the stage; what was published about a government, every government reads."""

from django.db import migrations

from matang.foundation.tenancy import rls

TRACKED = ("series", "seriesimport", "effectquestion", "effectcomparison")
PLAIN = ("seriesvalue", "effectresult", "effectpublication", "publishedfigures")


class Migration(migrations.Migration):
    dependencies = [("measure", "0001_series_and_effects")]
    operations = [
        *(rls.protect(f"measure_{table}{trail}") for table in TRACKED for trail in ("", "trail")),
        *(rls.protect(f"measure_{table}") for table in PLAIN),
        rls.publish("measure_publishedfigures", where="true"),
    ]
