"""Results are read without their files unless somebody asks for them."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("plan", "0012_reason_sheets")]
    operations = [
        migrations.AlterModelOptions(
            name="scenarioresult",
            options={
                "base_manager_name": "objects",
                "verbose_name": "hasil skenario",
                "verbose_name_plural": "hasil skenario",
            },
        ),
    ]
