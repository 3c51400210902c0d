"""What later stages, the portal and commands may use of the decisions."""

from matang.flow.place.choices import (
    AdviceWay,
    AgendaState,
    Ballot,
    DecisionState,
    MeetingSeat,
    MeetingState,
    ObjectionState,
    Outcome,
)
from matang.flow.place.models import (
    AgendaItem,
    DeclaredConflict,
    InterestStatement,
    MeetingMember,
    Nomination,
    PanelMeeting,
    PanelVote,
    PlacementDecision,
    Waiver,
)
from matang.flow.place.selectors.decisions import decisions_visible_to, standing_for
from matang.flow.place.selectors.meetings import item_of, meetings_visible_to
from matang.flow.place.selectors.objections import objections_visible_to
from matang.flow.place.services.advice import Choice, cast_vote, close_vote, record_consensus
from matang.flow.place.services.decisions import Verdict, decide
from matang.flow.place.services.interests import Conflict, state_interests
from matang.flow.place.services.meetings import Summons, close_meeting, convene, open_meeting, record_attendance
from matang.flow.place.services.nominations import nominate, own_nominations
from matang.flow.place.services.undoing import undo
from matang.flow.place.services.waivers import Setting, waive

__all__ = [
    "AdviceWay",
    "AgendaItem",
    "AgendaState",
    "Ballot",
    "Choice",
    "Conflict",
    "DecisionState",
    "DeclaredConflict",
    "InterestStatement",
    "MeetingMember",
    "MeetingSeat",
    "MeetingState",
    "Nomination",
    "ObjectionState",
    "Outcome",
    "PanelMeeting",
    "PanelVote",
    "PlacementDecision",
    "Setting",
    "Summons",
    "Verdict",
    "Waiver",
    "cast_vote",
    "close_meeting",
    "close_vote",
    "convene",
    "decide",
    "decisions_visible_to",
    "item_of",
    "meetings_visible_to",
    "nominate",
    "objections_visible_to",
    "open_meeting",
    "own_nominations",
    "record_attendance",
    "record_consensus",
    "standing_for",
    "state_interests",
    "undo",
    "waive",
]
