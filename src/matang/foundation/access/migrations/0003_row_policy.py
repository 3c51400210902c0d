"""The tenant policy on grants; an account always sees its own."""

from django.db import migrations

from matang.foundation.tenancy import rls


class Migration(migrations.Migration):
    dependencies = [("access", "0002_initial")]
    operations = [rls.protect("access_grant", or_where=f"user_id = {rls.ACTOR}")]
