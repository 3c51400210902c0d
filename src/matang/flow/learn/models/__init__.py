"""Who is sent where to learn, and what they did there."""

from matang.flow.learn.models.agreements import Agreement, AgreementObligation, ObligationEntry
from matang.flow.learn.models.briefs import VisitBrief
from matang.flow.learn.models.calls import RoundCall, RoundRequest
from matang.flow.learn.models.cases import PastCase, PastClaim, PastImport
from matang.flow.learn.models.costs import CostBasis, SendingOrder, Tariff
from matang.flow.learn.models.daily.beside import AttendanceDay, ConductNote, MidReview, RotationLine
from matang.flow.learn.models.daily.entries import LogEntry, LogPhoto, SignOff
from matang.flow.learn.models.daily.levels import AskedCompetency, HostAssessment
from matang.flow.learn.models.hosts import Host
from matang.flow.learn.models.matching import (
    MatchingRound,
    RoundApplicant,
    RoundCeiling,
    RoundPeriod,
    RoundPlace,
    RoundRegion,
    RoundWish,
)
from matang.flow.learn.models.offers import HostOffering, HostStrength
from matang.flow.learn.models.reports import Alumnus, LearningHours, SendingReport
from matang.flow.learn.models.sendings import Cohort, Participant, Sending, SendingStep, WantedField
from matang.flow.learn.models.visits import HostArrangement, HostVisit

__all__ = [
    "Agreement",
    "AgreementObligation",
    "Alumnus",
    "AskedCompetency",
    "AttendanceDay",
    "Cohort",
    "ConductNote",
    "CostBasis",
    "Host",
    "HostArrangement",
    "HostAssessment",
    "HostOffering",
    "HostStrength",
    "HostVisit",
    "LearningHours",
    "LogEntry",
    "LogPhoto",
    "MatchingRound",
    "MidReview",
    "ObligationEntry",
    "Participant",
    "PastCase",
    "PastClaim",
    "PastImport",
    "RotationLine",
    "RoundApplicant",
    "RoundCall",
    "RoundCeiling",
    "RoundPeriod",
    "RoundPlace",
    "RoundRegion",
    "RoundRequest",
    "RoundWish",
    "Sending",
    "SendingOrder",
    "SendingReport",
    "SendingStep",
    "SignOff",
    "Tariff",
    "VisitBrief",
    "WantedField",
]
