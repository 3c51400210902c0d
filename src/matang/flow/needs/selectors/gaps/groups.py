"""Gaps counted by unit and by family of posts: a cell for each competency and their sum."""

from dataclasses import dataclass, replace
from datetime import date

from django.db import connection

from matang.flow.needs.choices import MANAGERIAL_FIRST
from matang.flow.needs.selectors.families import families_at
from matang.flow.needs.selectors.gaps.cells import Cell
from matang.flow.needs.selectors.gaps.lines import JUDGED, GapQuestion, asked_of
from matang.flow.register.public import ids_of
from matang.foundation.access.actor import Actor


@dataclass(slots=True)
class OpdGaps:
    """The gaps of the people of one group: a cell for each competency and their sum. ``unit_id`` is 0 for no unit.

    ``family`` is the key of a family of posts and ``kinds`` the kinds of its posts.
    """

    unit_id: int
    name: str
    people: int
    cells: dict[int, Cell]
    total: Cell
    family: str = ""
    kinds: tuple[str, ...] = ()


COUNTS = """count(*) FILTER (WHERE standing = 'meets'), count(*) FILTER (WHERE standing = 'below'),
       count(*) FILTER (WHERE standing = 'unsure'), count(*) FILTER (WHERE standing = 'no_evidence')"""
BY_UNIT = f"""{JUDGED}
SELECT coalesce(nullif(split_part(path, '/', %(depth)s), ''), split_part(path, '/', %(depth)s - 1))::bigint AS unit,
       competency_id, count(DISTINCT person_id), {COUNTS}
FROM judged GROUP BY GROUPING SETS ((unit, competency_id), (unit))
"""  # noqa: S608 - constants only
BY_FAMILY = f"""{JUDGED}
, families(post_id, family) AS (SELECT unnest(%(family_posts)s::bigint[]), unnest(%(families)s::int[]))
SELECT f.family, competency_id, count(DISTINCT person_id), {COUNTS}
FROM judged JOIN families f USING (post_id) GROUP BY GROUPING SETS ((f.family, competency_id), (f.family))
"""  # noqa: S608 - constants only


def gaps_by_unit(actor: Actor, question: GapQuestion) -> list[OpdGaps]:
    """Return the gaps of the people whom the actor sees by the units right below the question's unit; one query.

    People of the unit itself come under the unit. The caller names the groups.
    """
    depth = len(ids_of(question.unit_path)) + 2
    return _grouped(BY_UNIT, asked_of(actor, question) | {"depth": depth})


def gaps_by_opd(actor: Actor, day: date, *, kinds: tuple[str, ...] | None = MANAGERIAL_FIRST) -> list[OpdGaps]:
    """Return the gaps of the people whom the actor sees, by OPD; ``kinds`` None = every kind of post."""
    return gaps_by_unit(actor, GapQuestion(day, kinds=kinds or ()))


def gaps_by_family(actor: Actor, question: GapQuestion) -> list[OpdGaps]:
    """Return the gaps by family of posts (see ``selectors.families``), named; three queries."""
    found = families_at(actor, question.day)
    members = [(post.id, number) for number, family in enumerate(found) for post in family.posts]
    asked = asked_of(actor, question) | {
        "family_posts": [post for post, _ in members],
        "families": [number for _, number in members],
    }
    return [
        replace(group, unit_id=0, name=family.label, family=family.key, kinds=tuple(family.kinds))
        for group in _grouped(BY_FAMILY, asked)
        for family in (found[group.unit_id],)
    ]


def _grouped(sql: str, asked: dict[str, object]) -> list[OpdGaps]:
    with connection.cursor() as cursor:
        cursor.execute(sql, asked)
        rows = cursor.fetchall()
    found: dict[int, OpdGaps] = {}
    for key, competency, people, *counts in rows:
        group = found.setdefault(key, OpdGaps(key, "", 0, {}, Cell()))
        if competency is None:
            group.people, group.total = people, Cell(*counts)
        else:
            group.cells[competency] = Cell(*counts)
    return list(found.values())
