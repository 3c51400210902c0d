"""Tenant policies of the panel's tables and their trails, and keys that stay inside the agency."""

from django.db import migrations

from matang.foundation.tenancy import rls

TABLES = ("panelmeeting", "meetingmember", "agendaitem", "intereststatement", "declaredconflict", "panelvote", "waiver")


class Migration(migrations.Migration):
    dependencies = [("place", "0004_panels"), ("tenancy", "0001_initial")]
    operations = [
        *[rls.protect(f"place_{name}") for name in TABLES],
        *[rls.protect(f"place_{name}trail") for name in TABLES],
        rls.same_agency("place_placementdecision"),
    ]
