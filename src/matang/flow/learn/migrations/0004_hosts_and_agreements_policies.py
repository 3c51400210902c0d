"""Tenant policies of what 0003 made; published offerings are read by every government."""

from django.db import migrations

from matang.foundation.tenancy import rls

NEW = ("agreement", "agreementobligation", "obligationentry", "hoststrength", "hostoffering", "hostvisit")


class Migration(migrations.Migration):
    dependencies = [("learn", "0003_hosts_and_agreements")]
    operations = [
        *(rls.protect(f"learn_{table}{trail}") for table in NEW for trail in ("", "trail")),
        rls.publish("learn_hostoffering", where="published"),
    ]
