"""What posts of one class ask for stands once in a book of reasons."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("plan", "0011_stability_policies")]
    operations = [
        migrations.AddField(
            model_name="reasonbook",
            name="sheets",
            field=models.JSONField(default=list, verbose_name="butir nilai tiap golongan jabatan"),
        ),
    ]
