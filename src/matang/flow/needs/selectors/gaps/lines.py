"""The one question behind every gap view: what the posts ask of their holders on a day, and how that stands.

Requirements and evidence meet in SQL here, so that a city of 9,000 is one query; ``requirements_of`` and ``standing`` say the
same in Python for one, and a test holds them equal.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.db import connection

from matang.flow.needs.choices import Standing
from matang.flow.needs.selectors.defaults import default_levels
from matang.flow.needs.selectors.intervals import KNOWN, places
from matang.flow.needs.selectors.standards import core_ids
from matang.flow.register.public import people_visible_to, reading_scope
from matang.foundation.access.actor import Actor


@dataclass(frozen=True, slots=True)
class GapQuestion:
    """What a view of gaps asks for. Empty fields do not filter; ``posts`` are keys."""

    day: date
    unit_path: str = ""
    kinds: tuple[str, ...] = ()
    competencies: tuple[int, ...] = ()
    must: bool = False
    posts: tuple[int, ...] | None = None
    people: tuple[int, ...] | None = None
    definitive: bool = True


STANDS = """CASE WHEN k.high IS NULL THEN 'no_evidence' WHEN k.low >= a.level THEN 'meets'
     WHEN k.high < a.level THEN 'below' ELSE 'unsure' END"""
JUDGED = f"""
WITH {KNOWN}, defaults(kind, level) AS (SELECT unnest(%(default_kinds)s::text[]), unnest(%(default_levels)s::int[])),
held AS MATERIALIZED (
    SELECT i.person_id, p.id AS post_id, p.kind, p.name, u.path
    FROM register_incumbency i JOIN register_post p ON p.id = i.post_id JOIN register_unit u ON u.id = p.unit_id
    WHERE i.agency_id = %(agency)s AND i.valid_from <= %(day)s AND (i.valid_to IS NULL OR i.valid_to > %(day)s)
      AND (i.kind = 'definitive' OR NOT %(definitive)s)
      AND (%(people)s::bigint[] IS NULL OR i.person_id = ANY(%(people)s::bigint[]))
      AND (%(kinds)s::text[] IS NULL OR p.kind = ANY(%(kinds)s::text[])) AND starts_with(u.path, %(path)s)
      AND (%(posts)s::bigint[] IS NULL OR p.id = ANY(%(posts)s::bigint[]))
), own AS MATERIALIZED (
    SELECT post_id, competency_id, level, must FROM needs_poststandard
    WHERE agency_id = %(agency)s AND valid_from <= %(day)s AND (valid_to IS NULL OR valid_to > %(day)s)
), asked AS (
    SELECT h.*, o.competency_id, o.level, o.must FROM held h JOIN own o USING (post_id)
    UNION ALL
    SELECT h.*, c.id, d.level, false
    FROM held h JOIN defaults d USING (kind) CROSS JOIN unnest(%(core)s::bigint[]) AS c(id)
    WHERE NOT EXISTS (SELECT FROM own o WHERE o.post_id = h.post_id)
), judged AS (
    SELECT a.*, k.low, k.high, {STANDS} AS standing
    FROM asked a LEFT JOIN known k ON k.person_id = a.person_id AND k.competency_id = a.competency_id
    WHERE (%(competencies)s::bigint[] IS NULL OR a.competency_id = ANY(%(competencies)s::bigint[])) AND (a.must OR NOT %(must)s)
)
"""  # noqa: S608 - constants only
"""Common table expressions up to ``judged``: person, post, kind, name, path, competency, level, must, low, high, standing."""


def asked_of(actor: Actor, question: GapQuestion) -> dict[str, object]:
    """Return what ``JUDGED`` asks for: the question, cut down to the people whom the actor sees that day."""
    levels = default_levels(question.day)
    people = None if question.people is None else list(question.people)
    if not reading_scope(actor).everything:
        seen = people_visible_to(actor, question.day).order_by()
        people = list((seen if people is None else seen.filter(pk__in=people)).values_list("pk", flat=True))
    return places(actor.agency_id or 0, question.day, people) | {
        "definitive": question.definitive,
        "default_kinds": list(levels),
        "default_levels": list(levels.values()),
        "core": core_ids(actor.agency_id or 0, question.day),
        "kinds": list(question.kinds) or None,
        "path": question.unit_path,
        "posts": None if question.posts is None else list(question.posts),
        "competencies": list(question.competencies) or None,
        "must": question.must,
    }


@dataclass(frozen=True, slots=True)
class JudgedLine:
    """One requirement of a post, its holder, and how it stands. ``low``/``high`` are None where nothing was shown."""

    person_id: int
    post_id: int
    competency_id: int
    level: int
    must: bool
    low: int | None
    high: int | None
    standing: Standing


LINES = f"""{JUDGED}
SELECT person_id, post_id, competency_id, level, must, low, high, standing FROM judged
WHERE standing = ANY(%(standings)s::text[]) ORDER BY person_id, post_id, competency_id
"""  # noqa: S608 - constants only


def judged_lines(actor: Actor, question: GapQuestion, standings: tuple[Standing, ...] = tuple(Standing)) -> Iterator[JudgedLine]:
    """Yield the requirements that stand so, of the people whom the actor sees, ordered by person and post; one query."""
    with connection.cursor() as cursor:
        cursor.execute(LINES, asked_of(actor, question) | {"standings": [str(item) for item in standings]})
        for row in cursor.fetchall():
            yield JudgedLine(*row[:-1], Standing(row[-1]))
