"""Who is sent where to learn, and what they did there."""

from matang.flow.learn.models.hosts import Host
from matang.flow.learn.models.sendings import Cohort, Participant, Sending, SendingStep, WantedField

__all__ = ["Cohort", "Host", "Participant", "Sending", "SendingStep", "WantedField"]
