"""How many places are filled, vacant, held by acting officials, and whose holders retire: by unit, on a day; one query."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db import connection

from matang.flow.register.choices import ENDED_STATES
from matang.flow.register.selectors.retirement import retirement_at
from matang.flow.register.selectors.units import UnitNode

HORIZONS = (12, 24, 60)

COUNTS = """
WITH gone AS (
  SELECT person_id FROM register_servicerecord
  WHERE agency_id = %(agency)s AND state = ANY(%(gone)s) AND valid_from <= %(day)s AND (valid_to IS NULL OR valid_to > %(day)s)
), held AS (
  SELECT i.post_id,
    count(*) FILTER (WHERE i.kind = 'definitive') AS filled,
    count(*) FILTER (WHERE i.kind <> 'definitive') AS acting,
    {horizons}
  FROM register_incumbency i
  JOIN register_post t ON t.id = i.post_id
  JOIN register_unit u ON u.id = t.unit_id
  JOIN register_person p ON p.id = i.person_id
  WHERE i.agency_id = %(agency)s AND u.path ^@ %(path)s
    AND i.valid_from <= %(day)s AND (i.valid_to IS NULL OR i.valid_to > %(day)s)
  GROUP BY i.post_id
)
SELECT t.unit_id, count(*), coalesce(sum(h.filled), 0)::int,
  coalesce(sum(greatest(t.capacity - coalesce(h.filled, 0), 0)), 0)::int,
  count(*) FILTER (WHERE t.capacity IS NULL)::int, coalesce(sum(h.acting), 0)::int, {sums}
FROM register_post t
JOIN register_unit u ON u.id = t.unit_id
LEFT JOIN held h ON h.post_id = t.id
WHERE t.agency_id = %(agency)s AND u.path ^@ %(path)s
  AND t.valid_from <= %(day)s AND (t.valid_to IS NULL OR t.valid_to > %(day)s)
GROUP BY t.unit_id
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


def own_counts(agency_id: int, day: date, path: str = "") -> dict[int, Counts]:
    """Return the numbers of each unit at or below ``path`` (empty = all), its own posts only, by unit."""
    groups = [retirement_at(day).born_before(day, months) for months in HORIZONS]
    params: dict[str, object] = {"agency": agency_id, "day": day, "path": path or "/", "gone": list(map(str, ENDED_STATES))}
    horizons = []
    for number, group in enumerate(groups):
        either = []
        for place, (born_before, kinds) in enumerate(group):
            params |= {f"born_{number}_{place}": born_before, f"kinds_{place}": list(map(str, kinds))}
            either.append(f"(t.kind = ANY(%(kinds_{place})s) AND p.birth_date < %(born_{number}_{place})s)")
        condition = " OR ".join(either) or "false"
        horizons.append(RETIRING.format(condition=condition, number=number))
    sums = ", ".join(f"coalesce(sum(h.r{number}), 0)::int" for number in range(len(groups)))
    with connection.cursor() as cursor:
        cursor.execute(COUNTS.format(horizons=", ".join(horizons), sums=sums), params)
        return {unit_id: Counts(*numbers[:5], tuple(numbers[5:])) for unit_id, *numbers in cursor.fetchall()}


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
