"""The solved problem in binary, for pages."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('plan', '0006_bounds_policies'),
    ]

    operations = [
        migrations.AddField(
            model_name='scenarioresult',
            name='arrays',
            field=models.BinaryField(default=bytes, verbose_name='soal dan hasil sebagai larik'),
        ),
    ]
