"""Tenant policies of the import tables."""

from django.db import migrations

from matang.foundation.tenancy import rls

TABLES = ("importrun", "importcontent", "importrow", "columnmapping", "unitalias")


class Migration(migrations.Migration):
    dependencies = [("register", "0005_imports")]
    operations = [rls.protect(f"register_{table}") for table in TABLES]
