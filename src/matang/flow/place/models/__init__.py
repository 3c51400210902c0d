"""What the panel advised and a named official decided."""

from matang.flow.place.models.advice import DeclaredConflict, InterestStatement, PanelVote
from matang.flow.place.models.decisions import PlacementDecision
from matang.flow.place.models.meetings import AgendaItem, MeetingMember, PanelMeeting
from matang.flow.place.models.nominations import Nomination
from matang.flow.place.models.objections import Objection
from matang.flow.place.models.waivers import Waiver

__all__ = [
    "AgendaItem",
    "DeclaredConflict",
    "InterestStatement",
    "MeetingMember",
    "Nomination",
    "Objection",
    "PanelMeeting",
    "PanelVote",
    "PlacementDecision",
    "Waiver",
]
