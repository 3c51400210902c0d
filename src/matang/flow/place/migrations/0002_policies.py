"""Tenant policies."""

from django.db import migrations

from matang.foundation.tenancy import rls

TRACKED = (
    "panelmeeting",
    "agendaitem",
    "meetingmember",
    "intereststatement",
    "declaredconflict",
    "nomination",
    "placementdecision",
    "objection",
    "panelvote",
    "waiver",
)


class Migration(migrations.Migration):
    replaces = [
        ("place", "0002_row_policies"),
        ("place", "0005_panel_policies"),
        ("place", "0007_nomination_policies"),
        ("place", "0009_objection_policies"),
    ]
    dependencies = [("place", "0001_tables")]
    operations = [
        *(rls.protect(f"place_{table}{trail}") for table in TRACKED for trail in ("", "trail")),
    ]
