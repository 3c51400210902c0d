"""A need serves an aim of its own agency."""

from django.db import migrations

from matang.foundation.tenancy import rls


class Migration(migrations.Migration):
    dependencies = [("needs", "0003_need_serves_an_aim")]
    operations = [rls.same_agency("needs_unitneed")]
