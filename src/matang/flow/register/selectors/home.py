"""What a unit's home page shows of the people in it: who retires soon, who acts and since when."""

from dataclasses import dataclass
from datetime import date

from django.db import connection

from matang.flow.register.choices import ENDED_STATES, IncumbencyKind
from matang.flow.register.models.people import name_with_titles
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
FROM register_unit u
JOIN register_post t ON t.unit_id = u.id
JOIN register_incumbency i ON i.post_id = t.id AND i.agency_id = u.agency_id
JOIN register_person p ON p.id = i.person_id
WHERE u.agency_id = %(agency)s AND u.path ^@ %(path)s
  AND i.valid_from <= %(day)s AND (i.valid_to IS NULL OR i.valid_to > %(day)s)
  AND (i.kind <> 'definitive' OR ({soon}) AND NOT EXISTS (
    SELECT 1 FROM register_servicerecord s
    WHERE s.agency_id = u.agency_id AND s.person_id = p.id AND s.state = ANY(%(gone)s)
      AND s.valid_from <= %(day)s AND (s.valid_to IS NULL OR s.valid_to > %(day)s)))
"""


@dataclass(frozen=True, slots=True)
class Attention:
    """What needs a look in a unit: who retires soon, the earliest first, and who acts, the longest first."""

    leaving: list[Leaving]
    acting: list[Acting]


def attention_in(agency_id: int, path: str, day: date, months: int) -> Attention:
    """Return who retires at most ``months`` after the day and who acts or stands in, at or below ``path``; one query."""
    retirement = retirement_at(day)
    params: dict[str, object] = {"agency": agency_id, "path": path, "day": day, "gone": list(map(str, ENDED_STATES))}
    soon = []
    for place, (born_before, kinds) in enumerate(retirement.born_before(day, months)):
        params |= {f"born_{place}": born_before, f"kinds_{place}": list(map(str, kinds))}
        soon.append(f"(t.kind = ANY(%(kinds_{place})s) AND p.birth_date < %(born_{place})s)")
    with connection.cursor() as cursor:
        cursor.execute(HELD.format(soon=" OR ".join(soon) or "false"), params)
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
