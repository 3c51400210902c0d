"""What later stages, the portal and commands may use of learning."""

from matang.flow.learn.choices import HostAnswer, ParticipantState, SendingKind, SendingState
from matang.flow.learn.models import Agreement, Cohort, Host, HostOffering, Participant, Sending, WantedField
from matang.flow.learn.selectors.hosts.agreements import ReturnedCounter, agreements_of, counters_of, provide_returned

__all__ = [
    "Agreement",
    "Cohort",
    "Host",
    "HostAnswer",
    "HostOffering",
    "Participant",
    "ParticipantState",
    "ReturnedCounter",
    "Sending",
    "SendingKind",
    "SendingState",
    "WantedField",
    "agreements_of",
    "counters_of",
    "provide_returned",
]
