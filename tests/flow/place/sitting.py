"""A meeting of the panel for tests: the panel member sits alone in it, unless others are named."""

from datetime import date

from matang.flow.place.models import AgendaItem, PanelMeeting
from matang.flow.place.public import (
    Choice,
    Summons,
    convene,
    open_meeting,
    record_attendance,
    record_consensus,
    state_interests,
)
from matang.flow.plan.public import PlacementScenario
from matang.foundation.access.selectors import actor_of
from matang.foundation.clock.services import today
from matang.foundation.identity.models import User


def summons(chair: User, scenario: PlacementScenario, *others: User, way: str = "consensus", day: date | None = None) -> Summons:
    """Return a summons with ``chair`` first and the next one as secretary."""
    members = (chair.pk, *(user.pk for user in others))
    return Summons("Sidang uji", day or today(), (scenario.pk,), members, chair.pk, others[0].pk if others else None, way=way)


def sit(chair: User, scenario: PlacementScenario, *others: User, way: str = "consensus") -> PanelMeeting:
    """Return an open meeting on the scenario in which everybody is there and stated to be free of conflicts."""
    meeting = convene(actor=actor_of(chair), summons=summons(chair, scenario, *others, way=way))
    for user in (chair, *others):
        state_interests(actor=actor_of(user), meeting_id=meeting.pk)
    here = set(meeting.members.values_list("pk", flat=True))
    record_attendance(actor=actor_of(chair), meeting_id=meeting.pk, here=here)
    return open_meeting(actor=actor_of(chair), meeting_id=meeting.pk)


def agree(chair: User, meeting: PanelMeeting, post_id: int, person_id: int | None) -> AgendaItem:
    """Let the meeting agree on a person for a post (None = leave it vacant)."""
    item = meeting.items.get(post_id=post_id)
    choice = Choice("person", person_id) if person_id else Choice("vacant")
    return record_consensus(actor=actor_of(chair), item_id=item.pk, choice=choice)


def advised(chair: User, scenario: PlacementScenario, post_id: int, person_id: int | None) -> AgendaItem:
    """Return the advice of an open meeting held for this alone."""
    return agree(chair, sit(chair, scenario), post_id, person_id)
