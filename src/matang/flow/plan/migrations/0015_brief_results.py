"""What of a result says why somebody does not hold a post, in short, for pages."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("plan", "0014_single_successors")]
    operations = [
        migrations.AddField(
            model_name="scenarioresult",
            name="brief",
            field=models.BinaryField(default=bytes, verbose_name="hasil ringkas untuk alasan"),
        ),
    ]
