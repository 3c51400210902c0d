"""Tenant policies of what 0010 made: everything is shared with the host, and follows the host of the row it belongs to."""

from django.db import migrations

from matang.foundation.tenancy import rls

TRACKED = ("rotationline", "attendanceday", "conductnote", "midreview", "askedcompetency", "hostassessment")
PLAIN = ("logentry", "logphoto", "signoff")
PARENTS = {
    "rotationline": ("participant", "participant_id"),
    "attendanceday": ("participant", "participant_id"),
    "conductnote": ("participant", "participant_id"),
    "midreview": ("participant", "participant_id"),
    "askedcompetency": ("participant", "participant_id"),
    "hostassessment": ("askedcompetency", "asked_id"),
    "logentry": ("participant", "participant_id"),
    "logphoto": ("logentry", "entry_id"),
    "signoff": ("logentry", "entry_id"),
}


class Migration(migrations.Migration):
    dependencies = [("learn", "0010_daily_learning")]
    operations = [
        *(rls.protect_shared(f"learn_{table}{trail}") for table in TRACKED for trail in ("", "trail")),
        *(rls.protect_shared(f"learn_{table}") for table in PLAIN),
        *(rls.follow_host(f"learn_{table}", f"learn_{parent}", column) for table, (parent, column) in PARENTS.items()),
    ]
