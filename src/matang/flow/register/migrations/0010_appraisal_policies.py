"""Tenant policies of the appraisals and of their trail."""

from django.db import migrations

from matang.foundation.tenancy import rls


class Migration(migrations.Migration):
    dependencies = [("register", "0009_appraisals")]
    operations = [rls.protect("register_appraisalrecord"), rls.protect("register_appraisalrecordtrail")]
