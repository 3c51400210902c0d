"""The table behind Django's cache: counts of attempts that all processes and machines share."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("identity", "0003_row_policy")]
    operations = [
        migrations.RunSQL(
            sql=[
                """CREATE UNLOGGED TABLE identity_cache
                (cache_key varchar(255) PRIMARY KEY, value text NOT NULL, expires timestamptz NOT NULL)""",
                "CREATE INDEX identity_cache_expires ON identity_cache (expires)",
            ],
            reverse_sql="DROP TABLE identity_cache",
        )
    ]
