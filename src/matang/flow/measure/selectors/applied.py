"""What became of sendings at work, as the stage apply tells it."""

from dataclasses import dataclass
from datetime import date

from matang.flow.learn.public import SentRow
from matang.foundation.access.actor import Actor


@dataclass(frozen=True, slots=True)
class Applied:
    """Recommendations and adoptions of sendings, by sending."""

    recommendations: dict[int, int]
    adopted: dict[int, int]


@dataclass(frozen=True, slots=True)
class Waiting:
    """Something of the stage apply that waits: whose it is, since when, and by how many days its clock has run out."""

    title: str
    unit: str
    since: date
    code: str
    late: int
    address: str
    key: int


def applied_of(actor: Actor, rows: list[SentRow], day: date) -> tuple[Applied | None, list[Waiting]]:
    """Return what is known of recommendations and adoptions; None while nobody keeps them, which is not none at all."""
    del actor, rows, day
    return None, []
