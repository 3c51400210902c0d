"""What later stages, the portal and commands may use of learning."""

from matang.flow.learn.choices import (
    AlumnusRole,
    AttendanceState,
    HostAnswer,
    LearningPlace,
    ParticipantState,
    ReportState,
    SendingKind,
    SendingOrigin,
    SendingState,
)
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
from matang.flow.learn.services.cases.recording import PastSending, record_past_sending
from matang.flow.learn.services.daily.looking import name_host_mentor
from matang.flow.learn.services.daily.taking import SentEntry, take_entry
from matang.flow.learn.services.reports import accept_report, save_part, submit_report
from matang.flow.learn.services.sendings import (
    NewParticipant,
    Order,
    SendingDetails,
    add_participant,
    answer_request,
    choose_participant,
    create_sending,
    order_sending,
    return_from,
    start_sending,
    submit_sending,
)

__all__ = [
    "LIGHT",
    "Agreement",
    "Alumnus",
    "AlumnusRole",
    "AttendanceState",
    "Cohort",
    "Host",
    "HostAnswer",
    "HostOffering",
    "LearningHours",
    "LearningPlace",
    "NewParticipant",
    "Order",
    "Participant",
    "ParticipantState",
    "PastSending",
    "ReportState",
    "ReturnedCounter",
    "Sending",
    "SendingDetails",
    "SendingKind",
    "SendingOrigin",
    "SendingReport",
    "SendingState",
    "SentEntry",
    "SentRow",
    "WantedField",
    "accept_report",
    "add_participant",
    "agreements_of",
    "alumni_of",
    "answer_request",
    "choose_participant",
    "counters_of",
    "create_sending",
    "hours_in_year",
    "name_host_mentor",
    "order_sending",
    "provide_returned",
    "record_past_sending",
    "report_visible_to",
    "reports_visible_to",
    "return_from",
    "returned_on",
    "save_part",
    "sent_rows",
    "start_sending",
    "submit_report",
    "submit_sending",
    "take_entry",
]
