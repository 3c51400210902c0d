"""The aim and the indicator are the sender's own."""

from django.db import migrations

from matang.foundation.tenancy import rls


class Migration(migrations.Migration):
    dependencies = [("learn", "0005_what_a_sending_serves")]
    operations = [rls.same_agency("learn_sending")]
