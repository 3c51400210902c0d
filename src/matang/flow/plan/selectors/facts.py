"""What the rules and the score need to know of many people at once, as at a day: columns, one row for each person.

Unknown stays unknown: a column of numbers holds ``nan`` (or ``-1`` where stated) for what the register does not know.
"""

from dataclasses import dataclass
from datetime import date

import numpy as np
from django.db import connection
from numpy.typing import NDArray

from matang.flow.register.public import EDUCATION_RANK, PNS_GRADES

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]
DAYS = 365.2425
KINDS = (
    "jpt_utama", "jpt_madya", "jpt_pratama", "administrator", "pengawas", "pelaksana", "jf_ahli_utama", "jf_ahli_madya",
    "jf_ahli_muda", "jf_ahli_pertama", "jf_penyelia", "jf_mahir", "jf_terampil", "jf_pemula",
)  # fmt: skip
GRADE_RANK = {grade: rank for rank, grade in enumerate(PNS_GRADES)}


@dataclass(frozen=True, eq=False)
class PeopleFacts:
    """Columns over people; every array has one entry for each of ``ids``.

    ``grades`` are as recorded, also where no rule knows them; ``grade`` holds the rank of a known one. ``ratings_last``
    and ``ratings_before`` are those of the last two years that were over on the day.
    """

    day: date
    ids: Integers
    names: list[str]
    nips: list[str]
    births: list[date | None]
    pns: NDArray[np.bool_]
    kinds: list[str]
    post_ids: Integers
    post_names: list[str]
    unit_paths: list[str]
    tenure: Floats
    age: Floats
    education: Floats
    grade: Floats
    years: dict[str, Floats]
    degrees: list[str | None]
    since: list[date | None]
    grades: list[str | None]
    ratings_last: list[str | None]
    ratings_before: list[str | None]

    def __len__(self) -> int:
        return len(self.ids)

    @property
    def row(self) -> dict[int, int]:
        """The row of each person's key."""
        return {int(key): row for row, key in enumerate(self.ids)}


PEOPLE = """
SELECT p.id, p.full_name, p.title_front, p.title_back, p.nip, p.birth_date, p.kind, post.kind, post.id, post.name,
       u.path, i.valid_from, e.levels, g.grade, y.kinds, y.days, rated.rating, before.rating
FROM register_person p
LEFT JOIN register_incumbency i ON i.person_id = p.id AND i.kind = 'definitive' AND i.valid_from <= %(day)s
     AND (i.valid_to IS NULL OR i.valid_to > %(day)s)
LEFT JOIN register_post post ON post.id = i.post_id
LEFT JOIN register_unit u ON u.id = post.unit_id
LEFT JOIN (
    SELECT person_id, array_agg(level) AS levels FROM register_education
    WHERE (year IS NULL OR year <= %(year)s) AND (%(only)s::bigint[] IS NULL OR person_id = ANY(%(only)s::bigint[]))
    GROUP BY person_id
) e ON e.person_id = p.id
LEFT JOIN register_graderecord g ON g.person_id = p.id AND g.valid_from <= %(day)s
     AND (g.valid_to IS NULL OR g.valid_to > %(day)s)
LEFT JOIN register_appraisalrecord rated ON rated.person_id = p.id AND rated.year = %(year)s - 1
LEFT JOIN register_appraisalrecord before ON before.person_id = p.id AND before.year = %(year)s - 2
LEFT JOIN (
    SELECT person_id, array_agg(kind) AS kinds, array_agg(days) AS days FROM (
        SELECT person_id, kind, sum(days) AS days FROM (
            SELECT c.person_id, c.kind, least(coalesce(c.valid_to, %(day)s), %(day)s) - c.valid_from AS days
            FROM register_careerentry c WHERE c.valid_from < %(day)s
              AND (%(only)s::bigint[] IS NULL OR c.person_id = ANY(%(only)s::bigint[]))
            UNION ALL
            SELECT h.person_id, hp.kind, least(coalesce(h.valid_to, %(day)s), %(day)s) - h.valid_from
            FROM register_incumbency h JOIN register_post hp ON hp.id = h.post_id
            WHERE h.kind = 'definitive' AND h.valid_from < %(day)s
              AND (%(only)s::bigint[] IS NULL OR h.person_id = ANY(%(only)s::bigint[]))
        ) spans GROUP BY person_id, kind
    ) sums GROUP BY person_id
) y ON y.person_id = p.id
WHERE p.agency_id = %(agency)s AND (%(only)s::bigint[] IS NULL OR p.id = ANY(%(only)s::bigint[]))
  AND NOT EXISTS (SELECT 1 FROM register_servicerecord s WHERE s.person_id = p.id AND s.state <> 'active'
                  AND s.valid_from <= %(day)s AND (s.valid_to IS NULL OR s.valid_to > %(day)s))
  AND NOT EXISTS (SELECT 1 FROM register_incumbency later WHERE later.person_id = p.id AND later.kind = 'definitive'
                  AND later.valid_from > %(day)s)
ORDER BY p.id
"""


def people_facts(agency_id: int, day: date, only: list[int] | None = None) -> PeopleFacts:
    """Return the facts of the agency's people (or of ``only`` some) in active service on the day, by one query.

    Whoever has a later appointment already is left out.

    Years in a kind of post add up the register's incumbencies and the stated career; a person without any stated career
    and without a dated incumbency has unknown years.
    """
    with connection.cursor() as cursor:
        cursor.execute(PEOPLE, {"agency": agency_id, "day": day, "year": day.year, "only": only})
        rows = cursor.fetchall()
    return PeopleFacts(
        day=day,
        ids=np.array([row[0] for row in rows], dtype=np.int64),
        names=[_display(row[1], row[2], row[3]) for row in rows],
        nips=[row[4] for row in rows],
        births=[row[5] for row in rows],
        pns=np.array([row[6] == "pns" for row in rows], dtype=bool),
        kinds=[row[7] or "" for row in rows],
        post_ids=np.array([row[8] or -1 for row in rows], dtype=np.int64),
        post_names=[row[9] or "" for row in rows],
        unit_paths=[row[10] or "" for row in rows],
        tenure=np.array([(day - row[11]).days / DAYS if row[11] else np.nan for row in rows]),
        age=np.array([_age(row[5], day) for row in rows]),
        education=np.array(
            [max((EDUCATION_RANK[level] for level in row[12]), default=np.nan) if row[12] else np.nan for row in rows]
        ),
        grade=np.array([GRADE_RANK.get(row[13] or "", np.nan) for row in rows], dtype=np.float64),
        years=_years(rows),
        degrees=[max(row[12], key=EDUCATION_RANK.__getitem__) if row[12] else None for row in rows],
        since=[row[11] for row in rows],
        grades=[row[13] or None for row in rows],
        ratings_last=[row[16] for row in rows],
        ratings_before=[row[17] for row in rows],
    )


def _display(name: str, front: str, back: str) -> str:
    shown = f"{front} {name}".strip()
    return f"{shown}, {back}" if back else shown


def _age(born: date | None, day: date) -> float:
    """Return the age in whole years, plus the part of the year since the birthday."""
    if born is None:
        return float("nan")
    years = day.year - born.year - ((day.month, day.day) < (born.month, born.day))
    last = date(born.year + years, born.month, min(born.day, 28))
    return years + max(0, (day - last).days) / 366


def _years(rows: list[tuple]) -> dict[str, Floats]:
    """Return years by kind of post; unknown for people of whom no career is known at all."""
    years = {kind: np.full(len(rows), np.nan) for kind in KINDS}
    for at, row in enumerate(rows):
        if row[14] is None:
            continue
        for kind in KINDS:
            years[kind][at] = 0.0
        for kind, days in zip(row[14], row[15], strict=True):
            if kind in years:
                years[kind][at] = float(days) / DAYS
    return years
