"""Tenant policies of what 0012 made: reports, hours and alumni are the sender's alone."""

from django.db import migrations

from matang.foundation.tenancy import rls

NEW = ("sendingreport", "sendingreporttrail", "learninghours", "alumnus", "alumnustrail")


class Migration(migrations.Migration):
    dependencies = [("learn", "0012_reports_and_hours")]
    operations = [rls.protect(f"learn_{table}") for table in NEW]
