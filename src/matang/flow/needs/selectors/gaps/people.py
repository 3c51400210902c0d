"""Gaps person by person: a list to search, sort and leaf through."""

import re
from dataclasses import dataclass

from django.db import connection

from matang.flow.needs.choices import Standing
from matang.flow.needs.selectors.gaps.cells import Cell
from matang.flow.needs.selectors.gaps.lines import JUDGED, GapQuestion, asked_of
from matang.foundation.access.actor import Actor

WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class PersonGaps:
    """How the requirements of one person's post stand. ``level``, ``low`` and ``high`` only where one competency was asked."""

    person_id: int
    nip: str
    name: str
    post_id: int
    post: str
    path: str
    cell: Cell
    level: int | None
    low: int | None
    high: int | None


COUNTED = {standing.value: f"count(*) FILTER (WHERE standing = '{standing.value}')" for standing in Standing}
ORDER = {
    "nama": "name, person_id",
    "terbukti": "meets, name, person_id",
    "bawah": "below, name, person_id",
    "ragu": "unsure, name, person_id",
    "belum": "no_evidence, name, person_id",
}
PEOPLE = f"""{JUDGED}
, counted AS (
    SELECT j.person_id, j.post_id, j.name AS post, j.path, {", ".join(f"{sql} AS {key}" for key, sql in COUNTED.items())},
           min(j.level) AS level, min(j.low) AS low, min(j.high) AS high
    FROM judged j GROUP BY j.person_id, j.post_id, j.name, j.path
)
SELECT c.person_id, p.nip, concat_ws(', ', nullif(concat_ws(' ', nullif(p.title_front, ''), p.full_name), ''),
           nullif(p.title_back, '')) AS display, c.post_id, c.post, c.path, meets, below, unsure, no_evidence,
       c.level, c.low, c.high, p.full_name AS name, count(*) OVER ()
FROM counted c JOIN register_person p ON p.id = c.person_id
WHERE (%(standing)s = '' OR CASE %(standing)s WHEN 'meets' THEN meets WHEN 'below' THEN below WHEN 'unsure' THEN unsure
       ELSE no_evidence END > 0) AND p.search LIKE ALL(%(words)s::text[])
"""  # noqa: S608 - constants only


def people_gaps(
    actor: Actor, question: GapQuestion, *, text: str = "", standing: str = "", sort: str = "nama", window: slice | None = None
) -> tuple[list[PersonGaps], int]:
    """Return one page of the people whom the actor sees and how many there are in all; one query.

    ``standing`` keeps those with at least one requirement that stands so; ``sort`` is a key of ``ORDER``, backwards with a
    minus before it; ``window`` None = everybody.
    """
    down = sort.startswith("-")
    first, _, rest = ORDER[sort.lstrip("-")].partition(", ")
    sql = f"{PEOPLE} ORDER BY {first} {'DESC' if down else 'ASC'}, {rest}"
    asked = asked_of(actor, question) | {
        "standing": standing,
        "words": [f"% {word}%" for word in WORD.findall(text.lower())],
    }
    if window is not None:
        sql += " LIMIT %(limit)s OFFSET %(offset)s"
        asked |= {"limit": window.stop - window.start, "offset": window.start}
    alone = len(question.competencies) == 1
    with connection.cursor() as cursor:
        cursor.execute(sql, asked)
        rows = cursor.fetchall()
    found = [PersonGaps(*row[:6], Cell(*row[6:10]), *(row[10:13] if alone else (None, None, None))) for row in rows]
    return found, rows[0][-1] if rows else 0
