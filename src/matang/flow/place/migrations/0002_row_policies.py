"""Tenant policies."""

from django.db import migrations

from matang.foundation.tenancy import rls


class Migration(migrations.Migration):
    dependencies = [("place", "0001_initial"), ("tenancy", "0001_initial")]
    operations = [rls.protect("place_placementdecision")]
