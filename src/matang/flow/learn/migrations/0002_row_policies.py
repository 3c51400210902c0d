"""Tenant policies: the sender's alone, and those that the host shares."""

from django.db import migrations

from matang.foundation.tenancy import rls

OWN = ("host", "cohort", "wantedfield")
SHARED = ("sending", "sendingstep", "participant")


class Migration(migrations.Migration):
    dependencies = [("learn", "0001_initial")]
    operations = [
        *(rls.protect(f"learn_{table}{trail}") for table in OWN for trail in ("", "trail")),
        *(rls.protect_shared(f"learn_{table}{trail}") for table in SHARED for trail in ("", "trail")),
        rls.follow_host("learn_sendingstep", "learn_sending", "sending_id"),
    ]
