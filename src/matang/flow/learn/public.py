"""What later stages, the portal and commands may use of learning."""

from matang.flow.learn.choices import AlumnusRole, HostAnswer, ParticipantState, ReportState, SendingKind, SendingState
from matang.flow.learn.models import (
    Agreement,
    Alumnus,
    Cohort,
    Host,
    HostOffering,
    LearningHours,
    Participant,
    Sending,
    SendingReport,
    WantedField,
)
from matang.flow.learn.selectors.funnel import SentRow, sent_rows
from matang.flow.learn.selectors.gate import LIGHT
from matang.flow.learn.selectors.hosts.agreements import ReturnedCounter, agreements_of, counters_of, provide_returned
from matang.flow.learn.selectors.reports import alumni_of, hours_in_year, report_visible_to, reports_visible_to, returned_on

__all__ = [
    "LIGHT",
    "Agreement",
    "Alumnus",
    "AlumnusRole",
    "Cohort",
    "Host",
    "HostAnswer",
    "HostOffering",
    "LearningHours",
    "Participant",
    "ParticipantState",
    "ReportState",
    "ReturnedCounter",
    "Sending",
    "SendingKind",
    "SendingReport",
    "SendingState",
    "SentRow",
    "WantedField",
    "agreements_of",
    "alumni_of",
    "counters_of",
    "hours_in_year",
    "provide_returned",
    "report_visible_to",
    "reports_visible_to",
    "returned_on",
    "sent_rows",
]
