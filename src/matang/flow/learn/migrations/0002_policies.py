"""Tenant policies: the sender's alone, those that the host shares, and published offerings, which every government reads."""

from django.db import migrations

from matang.foundation.tenancy import rls

TRACKED = (
    "host",
    "agreement",
    "agreementobligation",
    "cohort",
    "sendingreport",
    "alumnus",
    "costbasis",
    "hostarrangement",
    "hostoffering",
    "hoststrength",
    "hostvisit",
    "matchinground",
    "obligationentry",
    "pastimport",
    "pastcase",
    "roundperiod",
    "roundplace",
    "roundregion",
    "sendingorder",
    "tariff",
    "wantedfield",
)
PLAIN = ("learninghours", "pastclaim", "roundapplicant", "roundwish")
SHARED = (
    "sending",
    "participant",
    "askedcompetency",
    "attendanceday",
    "conductnote",
    "hostassessment",
    "midreview",
    "rotationline",
    "sendingstep",
    "visitbrief",
)
SHARED_PLAIN = ("logentry", "logphoto", "signoff")
PARENTS = {
    "sendingstep": ("sending", "sending_id"),
    "visitbrief": ("sending", "sending_id"),
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
    replaces = [
        ("learn", "0002_row_policies"),
        ("learn", "0004_hosts_and_agreements_policies"),
        ("learn", "0006_what_a_sending_serves_policies"),
        ("learn", "0009_matching_rounds_policies"),
        ("learn", "0011_daily_learning_policies"),
        ("learn", "0013_reports_and_hours_policies"),
        ("learn", "0015_host_arrangements_policies"),
        ("learn", "0017_archive_of_cases_policies"),
        ("learn", "0019_costs_orders_and_briefs_policies"),
    ]
    dependencies = [("learn", "0001_tables")]
    operations = [
        *(rls.protect(f"learn_{table}{trail}") for table in TRACKED for trail in ("", "trail")),
        *(rls.protect(f"learn_{table}") for table in PLAIN),
        *(rls.protect_shared(f"learn_{table}{trail}") for table in SHARED for trail in ("", "trail")),
        *(rls.protect_shared(f"learn_{table}") for table in SHARED_PLAIN),
        rls.publish("learn_hostoffering", where="published"),
        *(rls.follow_host(f"learn_{table}", f"learn_{parent}", column) for table, (parent, column) in PARENTS.items()),
    ]
