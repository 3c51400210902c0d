"""The levels stand in the texts now, where they have a date. The old rows only ever held the starting dictionary."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("needs", "0005_dictionary_version_policies")]
    operations = [
        migrations.DeleteModel(name="CompetencyLevel"),
        migrations.DeleteModel(name="CompetencyLevelTrail"),
    ]
