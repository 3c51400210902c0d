"""Tenant policies: a call is read by every government, an application by who handed it in and by the coordinator."""

from django.db import migrations

from matang.foundation.tenancy import rls


class Migration(migrations.Migration):
    dependencies = [("learn", "0003_paper_levels_and_open_rounds")]
    operations = [
        *(rls.protect(f"learn_{table}{trail}") for table in ("roundcall", "roundceiling") for trail in ("", "trail")),
        *(rls.protect_shared(f"learn_roundrequest{trail}") for trail in ("", "trail")),
        rls.publish("learn_roundcall", where="true"),
        rls.same_agency("learn_hostassessment"),
    ]
