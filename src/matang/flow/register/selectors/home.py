"""What a unit's home page shows of the people in it: who retires soon, who acts and since when."""

from dataclasses import dataclass
from datetime import date

from django.db import connection

from matang.flow.register.choices import IncumbencyKind
from matang.flow.register.models.people import name_with_titles
from matang.flow.register.selectors.counts import GONE, IN_UNIT, soon_to_retire
from matang.flow.register.selectors.retirement import retirement_at


@dataclass(frozen=True, slots=True)
class Leaving:
    """Somebody who retires soon, from which post and when."""

    person_id: int
    name: str
    post_id: int
    post_name: str
    unit_id: int
    retires: date


@dataclass(frozen=True, slots=True)
class Acting:
    """Somebody who acts or stands in, on which post, and for how many whole months so far."""

    person_id: int
    name: str
    kind: str
    post_id: int
    post_name: str
    unit_id: int
    since: date
    months: int


HELD = """
SELECT p.id, p.title_front, p.full_name, p.title_back, p.birth_date, i.kind, t.id, t.name, t.kind, t.unit_id, i.valid_from
{source} AND (i.kind <> 'definitive' OR i.kind = 'definitive' AND ({soon}) AND p.id NOT IN (SELECT person_id FROM gone))
"""


@dataclass(frozen=True, slots=True)
class Attention:
    """What needs a look in a unit: who retires soon, the earliest first, and who acts, the longest first."""

    leaving: list[Leaving]
    acting: list[Acting]


def attention_in(agency_id: int, path: str, day: date, months: int) -> Attention:
    """Return who retires at most ``months`` after the day and who acts or stands in, at or below ``path``; one query."""
    retirement = retirement_at(day)
    (soon,), params = soon_to_retire(day, (months,))
    params |= {"agency": agency_id, "path": path, "day": day}
    with connection.cursor() as cursor:
        cursor.execute(GONE + HELD.format(source=IN_UNIT, soon=soon), params)
        rows = cursor.fetchall()
    leaving, acting = [], []
    for person_id, front, name, back, born, kind, post_id, post_name, post_kind, unit_id, since in rows:
        whole = name_with_titles(front, name, back)
        if kind != IncumbencyKind.DEFINITIVE:
            acting.append(Acting(person_id, whole, kind, post_id, post_name, unit_id, since, months_between(since, day)))
        elif retires := retirement.date_of(born, post_kind):
            leaving.append(Leaving(person_id, whole, post_id, post_name, unit_id, retires))
    return Attention(
        leaving=sorted(leaving, key=lambda each: (each.retires, each.name)),
        acting=sorted(acting, key=lambda each: (each.since, each.name)),
    )


def months_between(start: date, end: date) -> int:
    """Return how many whole months lie between two days."""
    return (end.year - start.year) * 12 + end.month - start.month - (end.day < start.day)
