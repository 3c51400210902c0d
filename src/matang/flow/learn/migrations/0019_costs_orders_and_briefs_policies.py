"""Tenant policies of what 0018 made: costs and orders are the sender's alone; the brief of a visit is shared with its host."""

from django.db import migrations

from matang.foundation.tenancy import rls

OWN = ("tariff", "costbasis", "sendingorder")


class Migration(migrations.Migration):
    dependencies = [("learn", "0018_costs_orders_and_briefs")]
    operations = [
        *(rls.protect(f"learn_{table}{trail}") for table in OWN for trail in ("", "trail")),
        *(rls.protect_shared(f"learn_visitbrief{trail}") for trail in ("", "trail")),
        rls.follow_host("learn_visitbrief", "learn_sending", "sending_id"),
    ]
