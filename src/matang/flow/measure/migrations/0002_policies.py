"""Tenant policies; what was published about a government, every government reads."""

from django.db import migrations

from matang.foundation.tenancy import rls

TRACKED = ("series", "effectquestion", "effectcomparison", "seriesimport")
PLAIN = ("effectresult", "effectpublication", "publishedfigures", "seriesvalue")


class Migration(migrations.Migration):
    replaces = [
        ("measure", "0002_row_policies"),
    ]
    dependencies = [("measure", "0001_tables")]
    operations = [
        *(rls.protect(f"measure_{table}{trail}") for table in TRACKED for trail in ("", "trail")),
        *(rls.protect(f"measure_{table}") for table in PLAIN),
        rls.publish("measure_publishedfigures", where="true"),
    ]
