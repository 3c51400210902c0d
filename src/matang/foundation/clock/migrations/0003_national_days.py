"""Suggest the national days of the years around the first release, so that no deadline runs over an empty calendar."""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from matang.foundation.clock.suggestions import SOURCE, national_days

YEARS = range(2025, 2029)


def suggest(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Add the days, marked as estimated."""
    holiday = apps.get_model("clock", "Holiday")
    schema_editor.execute("SELECT set_config('matang.national_calendar', 'on', true)")
    holiday.objects.bulk_create(
        holiday(day=day.day, name=day.name, kind="joint" if day.joint else "national", source=SOURCE, estimated=True)
        for year in YEARS
        for day in national_days(year)
    )
    schema_editor.execute("SELECT set_config('matang.national_calendar', '', true)")


class Migration(migrations.Migration):
    dependencies = [("clock", "0002_row_policies")]
    operations = [migrations.RunPython(suggest, migrations.RunPython.noop)]
