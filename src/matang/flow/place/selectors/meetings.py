"""Read meetings, within the actor's reach."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from matang.flow.place.choices import UNFINISHED, AgendaState, DecisionState, MeetingAttendance
from matang.flow.place.models import AgendaItem, MeetingMember, PanelMeeting, PlacementDecision
from matang.flow.place.permissions import LOOKING_ROLES
from matang.flow.plan.public import PlacementScenario, ScenarioPost
from matang.foundation.access.actor import Actor


def meetings_visible_to(actor: Actor) -> QuerySet[PanelMeeting]:
    """Return the meetings whose whole agenda lies in the units the actor looks after, and those the actor sits in."""
    found = PanelMeeting.objects.filter(agency_id=actor.agency_id)
    scope = actor.scope(*LOOKING_ROLES)
    if scope.everything:
        return found
    inside = Q(pk__in=())
    for path in scope.paths:
        inside |= Q(post__unit__path__startswith=path)
    outside = AgendaItem.objects.filter(meeting=OuterRef("pk")).exclude(inside)
    seated = MeetingMember.objects.filter(meeting=OuterRef("pk"), user_id=actor.user_id)
    return found.filter(~Exists(outside) | Exists(seated))


def with_progress(meetings: QuerySet[PanelMeeting]) -> QuerySet[PanelMeeting]:
    """Add to each meeting ``posts``, ``advised`` and ``decided``: how many posts stand on its agenda, and how far they are."""
    decided = PlacementDecision.objects.filter(item=OuterRef("pk"), state=DecisionState.STANDS)
    settled = AgendaItem.objects.filter(Exists(decided)).values("pk")
    return meetings.annotate(
        posts=Count("items"),
        advised=Count("items", filter=Q(items__state=AgendaState.ADVISED)),
        decided=Count("items", filter=Q(items__in=settled)),
    )


def agenda_of(meeting: PanelMeeting) -> list[AgendaItem]:
    """Return the agenda in its order, with posts, units and what was advised."""
    return list(meeting.items.select_related("scenario", "post__unit", "advised_person", "advised_by"))


def members_of(meeting: PanelMeeting) -> list[MeetingMember]:
    """Return the members: the chair, the secretary, then the others as they were named."""
    order = {"chair": 0, "secretary": 1, "member": 2}
    rows = meeting.members.select_related("user", "statement")
    return sorted(rows, key=lambda row: (order[row.seat], row.pk))


def needed(meeting: PanelMeeting, members: int) -> int:
    """Return how many of so many members must be present and vote: the meeting's quorum, else more than half of them."""
    return meeting.quorum or members // 2 + 1


def present(members: Iterable[MeetingMember]) -> list[MeetingMember]:
    """Return the members who are there."""
    return [row for row in members if row.attendance == MeetingAttendance.PRESENT]


def item_of(scenario_id: int, post_id: int) -> AgendaItem | None:
    """Return the post's place on the agenda of a meeting that still goes on, or on which it was decided; None for none."""
    rows = AgendaItem.objects.filter(scenario_id=scenario_id, post_id=post_id).exclude(state=AgendaState.CARRIED)
    return rows.select_related("meeting", "advised_person", "post__unit").first()


def free_posts(scenarios: Iterable[PlacementScenario]) -> QuerySet[ScenarioPost]:
    """Return the undecided posts of these scenarios that stand on no agenda, in the order of an agenda."""
    taken = AgendaItem.objects.filter(scenario_id=OuterRef("scenario_id"), post_id=OuterRef("post_id"))
    found = ScenarioPost.objects.filter(scenario__in=list(scenarios), decided_at__isnull=True)
    return (
        found.exclude(Exists(taken.exclude(state=AgendaState.CARRIED)))
        .select_related("post__unit")
        .order_by("post__unit__path", "post__kind", "post__name", "post_id", "scenario_id")
    )


@dataclass(frozen=True, slots=True)
class Seats:
    """The actor's own place in a meeting, and whether they lead it."""

    member: MeetingMember | None
    leads: bool


def seat_in(actor: Actor, members: Iterable[MeetingMember]) -> Seats:
    """Return the actor's place among the members; the chair and the secretary lead."""
    mine = next((row for row in members if row.user_id == actor.user_id), None)
    return Seats(mine, mine is not None and mine.seat != "member")


def unfinished(meetings: QuerySet[PanelMeeting]) -> QuerySet[PanelMeeting]:
    """Return those that are not closed."""
    return meetings.filter(state__in=UNFINISHED)
