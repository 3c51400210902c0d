"""The tree as it was: where aims hung and what they said on an earlier day, read from their trail.

An aim keeps its key and its row when it is reworded or moved, so that what points to it stays true. A day before it was
recorded shows it as it stood at the end of its first day in the system: what was mended while it was entered is mended.
"""

from datetime import date, datetime, time, timedelta

from django.db import connection
from django.utils import timezone

from matang.flow.aims.models import Aim
from matang.foundation.clock.services import today

FIELDS = (
    "id", "parent_id", "plan_id", "level", "code", "title", "path", "unit_id", "ends_on", "place", "doer_unit_id",
    "carer_unit_id", "upkeep_rupiah", "position",
)  # fmt: skip
SPOKEN = ("output", "post_id", "doer_post_id", "carer_post_id", "upkeep_source", "started_on")
COLUMNS = ", ".join(f"t.{name}" for name in (*FIELDS, *SPOKEN))
THEN = f"""
WITH first AS (SELECT id, min(pgh_created_at) AS at FROM aims_aimtrail WHERE agency_id = %(agency)s GROUP BY id)
SELECT DISTINCT ON (t.id) {COLUMNS}
FROM aims_aimtrail t JOIN first ON first.id = t.id
WHERE t.agency_id = %(agency)s AND t.pgh_label <> 'delete' AND (%(aim)s::bigint IS NULL OR t.id = %(aim)s)
  AND t.pgh_created_at < greatest(%(bound)s, date_trunc('day', first.at, %(zone)s) + interval '1 day')
ORDER BY t.id, t.pgh_id DESC
"""  # noqa: S608 - the columns are ours


def is_past(day: date) -> bool:
    """Return true for a day whose tree may differ from the rows of today."""
    return day < today()


def rows_then(agency_id: int | None, day: date, aim_id: int | None = None) -> dict[int, tuple]:
    """Return what each aim of the agency (or one of them) said at the end of the day, as ``FIELDS`` and ``SPOKEN``, by key.

    Whether it held on that day, the row of today knows. One query.
    """
    zone = timezone.get_current_timezone()
    bound = datetime.combine(day + timedelta(days=1), time.min, tzinfo=zone)
    with connection.cursor() as cursor:
        cursor.execute(THEN, {"agency": agency_id, "aim": aim_id, "bound": bound, "zone": str(zone)})
        return {row[0]: row for row in cursor.fetchall()}


def as_it_was(aim: Aim, day: date) -> Aim:
    """Let an aim, not to be saved, say what it said at the end of the day; today's stays as it is. At most one query."""
    if is_past(day) and (row := rows_then(aim.agency_id, day, aim.pk).get(aim.pk)):
        for name, value in zip((*FIELDS, *SPOKEN), row, strict=True):
            if name not in {"id", "path"}:
                setattr(aim, name, value)
    return aim
