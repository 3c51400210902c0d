"""The tenant policy on accounts.

Signing in must find an account before any agency is known, so accounts are visible where no agency has been entered;
whoever works for one agency sees its accounts and their own.
"""

from django.db import migrations

from matang.foundation.tenancy import rls


class Migration(migrations.Migration):
    dependencies = [("identity", "0002_sessions"), ("tenancy", "0001_initial")]
    operations = [rls.protect("identity_user", or_where=f"{rls.AGENCY} IS NULL OR id = {rls.ACTOR}")]
