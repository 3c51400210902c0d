"""A post replaces only posts of its own agency."""

from django.db import migrations

from matang.foundation.tenancy import rls


class Migration(migrations.Migration):
    dependencies = [("register", "0007_post_successors")]
    operations = [rls.same_agency("register_post")]
