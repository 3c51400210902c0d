"""Tenant policies of objections and of their trail."""

from django.db import migrations

from matang.foundation.tenancy import rls


class Migration(migrations.Migration):
    dependencies = [("place", "0008_objections"), ("tenancy", "0001_initial")]
    operations = [rls.protect("place_objection"), rls.protect("place_objectiontrail")]
