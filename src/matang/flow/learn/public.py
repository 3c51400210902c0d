"""What later stages, the portal and commands may use of learning."""

from matang.flow.learn.choices import HostAnswer, ParticipantState, SendingKind, SendingState
from matang.flow.learn.models import Cohort, Host, Participant, Sending, WantedField

__all__ = [
    "Cohort",
    "Host",
    "HostAnswer",
    "Participant",
    "ParticipantState",
    "Sending",
    "SendingKind",
    "SendingState",
    "WantedField",
]
