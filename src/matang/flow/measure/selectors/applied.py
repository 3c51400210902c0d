"""What became of sendings at work, as the stage apply tells it."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta

from matang.flow.apply.public import came_of, stuck_with_whom
from matang.flow.learn.public import SentRow
from matang.foundation.access.actor import Actor

RECOMMENDATION = "recommendation"


@dataclass(frozen=True, slots=True)
class Applied:
    """Recommendations handed in, and adoptions that were not given up, by sending."""

    recommendations: dict[int, int]
    adopted: dict[int, int]


@dataclass(frozen=True, slots=True)
class Waiting:
    """Something of the stage apply that waits: what, with whom, and since when."""

    title: str
    what: str
    whom: str
    since: date
    address: str
    key: int


def applied_of(actor: Actor, rows: list[SentRow], day: date, *, whole: bool) -> tuple[Applied, list[Waiting]]:
    """Return what came of these sendings, and what waits: of all that the actor reads, or (not ``whole``) only of these."""
    came = came_of(actor.agency_id or 0, [row.id for row in rows])
    recommended = Counter(one.sending_id for one in came)
    adopted = Counter(one.sending_id for one in came if one.adoption_id is not None)
    own = {(True, one.recommendation_id) for one in came} | {(False, one.adoption_id) for one in came}
    waiting = [
        Waiting(
            title=one.title,
            what=one.what,
            whom=one.whom,
            since=day - timedelta(days=one.days),
            address="apply:recommendation" if one.kind == RECOMMENDATION else "apply:adoption",
            key=one.key,
        )
        for one in stuck_with_whom(actor, day)
        if whole or (one.kind == RECOMMENDATION, one.key) in own
    ]
    return Applied(dict(recommended), dict(adopted)), waiting
