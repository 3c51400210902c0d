"""Tenant policies of the names put forward, and of their trail."""

from django.db import migrations

from matang.foundation.tenancy import rls


class Migration(migrations.Migration):
    dependencies = [("place", "0006_nominations"), ("tenancy", "0001_initial")]
    operations = [rls.protect("place_nomination"), rls.protect("place_nominationtrail")]
