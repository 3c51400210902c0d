"""Tenant policies."""

from django.db import migrations

from matang.foundation.tenancy import rls


class Migration(migrations.Migration):
    dependencies = [("events", "0001_initial")]
    operations = [rls.protect("events_outboxevent"), rls.protect("events_delivery")]
