"""How many places are filled, vacant, held by acting officials, and whose holders retire: by unit, on a day; one query."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db import connection

from matang.flow.register.choices import ENDED_STATES
from matang.flow.register.selectors.retirement import retirement_at
from matang.flow.register.selectors.units import UnitNode

HORIZONS = (12, 24, 60)

# Two ways to the same rows, because no statistics may stand behind a table that has just been filled, and the planner then
# takes an agency for a handful of rows. One unit goes down by index, step by step (OFFSET 0 keeps the steps apart); the
# whole agency is joined at once, with nested loops forbidden.
HELD_IN_UNIT = """
FROM register_unit u
CROSS JOIN LATERAL (
  SELECT id, unit_id, name, kind, capacity FROM register_post
  WHERE agency_id = %(agency)s AND unit_id = u.id AND valid_from <= %(day)s AND (valid_to IS NULL OR valid_to > %(day)s)
  OFFSET 0
) t
LEFT JOIN LATERAL (
  SELECT person_id, kind, valid_from FROM register_incumbency
  WHERE agency_id = %(agency)s AND post_id = t.id AND valid_from <= %(day)s AND (valid_to IS NULL OR valid_to > %(day)s)
  OFFSET 0
) i ON true
"""
ITS_PEOPLE = """
LEFT JOIN LATERAL (
  SELECT id, title_front, full_name, title_back, birth_date FROM register_person WHERE id = i.person_id OFFSET 0
) p ON true
"""
AT_OR_BELOW = """
WHERE u.agency_id = %(agency)s AND u.path ^@ %(path)s
  AND u.valid_from <= %(day)s AND (u.valid_to IS NULL OR u.valid_to > %(day)s)
"""
IN_UNIT = HELD_IN_UNIT + ITS_PEOPLE + AT_OR_BELOW
POSTS_IN_UNIT = HELD_IN_UNIT + AT_OR_BELOW
IN_AGENCY = """
FROM register_unit u
JOIN register_post t ON t.unit_id = u.id AND t.valid_from <= %(day)s AND (t.valid_to IS NULL OR t.valid_to > %(day)s)
LEFT JOIN register_incumbency i ON i.post_id = t.id AND i.valid_from <= %(day)s AND (i.valid_to IS NULL OR i.valid_to > %(day)s)
LEFT JOIN register_person p ON p.id = i.person_id
WHERE u.agency_id = %(agency)s AND u.valid_from <= %(day)s AND (u.valid_to IS NULL OR u.valid_to > %(day)s)
"""
GONE = """
WITH gone AS (
  SELECT person_id FROM register_servicerecord
  WHERE agency_id = %(agency)s AND state = ANY(%(gone)s) AND valid_from <= %(day)s AND (valid_to IS NULL OR valid_to > %(day)s)
)
"""
COUNTS = """
SELECT unit_id, count(*), sum(filled)::int, coalesce(sum(greatest(capacity - filled, 0)), 0)::int,
  count(*) FILTER (WHERE capacity IS NULL)::int, sum(acting)::int, {sums}
FROM (
  SELECT t.unit_id, t.id, t.capacity,
    count(*) FILTER (WHERE i.kind = 'definitive') AS filled, count(*) FILTER (WHERE i.kind <> 'definitive') AS acting, {horizons}
  {source} GROUP BY t.unit_id, t.id, t.capacity
) posts
GROUP BY unit_id
"""
RETIRING = """count(*) FILTER (
  WHERE i.kind = 'definitive' AND ({condition}) AND p.id NOT IN (SELECT person_id FROM gone)
) AS r{number}"""


@dataclass(slots=True)
class Counts:
    """Numbers of a unit, or of a unit with all below it. ``vacant`` counts only posts whose capacity is known.

    ``uncounted`` says how many posts have no known capacity; ``retiring`` is by months ahead (``HORIZONS``), each
    including the nearer ones and those whose day has passed.
    """

    posts: int = 0
    filled: int = 0
    vacant: int = 0
    uncounted: int = 0
    acting: int = 0
    retiring: tuple[int, ...] = (0,) * len(HORIZONS)

    def add(self, other: "Counts") -> None:
        """Add another unit's numbers."""
        self.posts += other.posts
        self.filled += other.filled
        self.vacant += other.vacant
        self.uncounted += other.uncounted
        self.acting += other.acting
        self.retiring = tuple(mine + theirs for mine, theirs in zip(self.retiring, other.retiring, strict=True))


def soon_to_retire(day: date, horizons: tuple[int, ...]) -> tuple[list[str], dict[str, object]]:
    """Return for each number of months the SQL condition "retires within them", and the parameters that they need."""
    params: dict[str, object] = {"gone": list(map(str, ENDED_STATES))}
    conditions = []
    for number, months in enumerate(horizons):
        either = []
        for place, (born_before, kinds) in enumerate(retirement_at(day).born_before(day, months)):
            params |= {f"born_{number}_{place}": born_before, f"kinds_{place}": list(map(str, kinds))}
            either.append(f"(t.kind = ANY(%(kinds_{place})s) AND p.birth_date < %(born_{number}_{place})s)")
        conditions.append(" OR ".join(either) or "false")
    return conditions, params


def own_counts(agency_id: int, day: date, path: str = "") -> dict[int, Counts]:
    """Return the numbers of each unit at or below ``path`` (empty = all), its own posts only, by unit."""
    conditions, params = soon_to_retire(day, HORIZONS)
    params |= {"agency": agency_id, "day": day, "path": path}
    horizons = ", ".join(RETIRING.format(condition=each, number=number) for number, each in enumerate(conditions))
    sums = ", ".join(f"sum(r{number})::int" for number in range(len(conditions)))
    query = GONE + COUNTS.format(source=IN_UNIT if path else IN_AGENCY, horizons=horizons, sums=sums)
    with connection.cursor() as cursor:
        if not path:
            cursor.execute("SELECT set_config('enable_nestloop', 'off', true)")
        cursor.execute(query, params)
        found = {unit_id: Counts(*numbers[:5], tuple(numbers[5:])) for unit_id, *numbers in cursor.fetchall()}
        if not path:
            cursor.execute("SELECT set_config('enable_nestloop', 'on', true)")
    return found


def rolled_up(tops: Iterable[UnitNode], own: dict[int, Counts]) -> dict[int, Counts]:
    """Return for each unit at and below ``tops`` its numbers with all below it."""
    total: dict[int, Counts] = {}
    for top in tops:
        for node in reversed(list(top.walk())):
            counts = total.setdefault(node.id, Counts())
            if node.id in own:
                counts.add(own[node.id])
            if node.parent_id and node is not top:
                total.setdefault(node.parent_id, Counts()).add(counts)
    return total
