"""Tenant policies of the plans, aims, indicators and the national list, and of their trails."""

from django.db import migrations

from matang.foundation.tenancy import rls

TRACKED = ("aimplan", "aim", "aimlink", "indicator", "nomenclatureedition")


class Migration(migrations.Migration):
    dependencies = [("aims", "0001_initial")]
    operations = [
        *[rls.protect(f"aims_{name}") for name in (*TRACKED, "nomenclature")],
        *[rls.protect(f"aims_{name}trail") for name in TRACKED],
    ]
