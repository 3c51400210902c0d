"""A few characters for each fact that a result rests on, and what differs since.

They are made of the rows themselves, whatever day they are about: a move that begins after the scenario's day changes them
as well. The people and posts of one scenario only.
"""

from collections.abc import Iterable
from functools import lru_cache
from hashlib import sha256
from json import loads
from typing import Any

from django.db import connection

from matang import rules
from matang.flow.plan.models import PlacementScenario

Prints = dict[str, dict[str, str]]

PEOPLE = {
    "moved": "SELECT person_id, kind, post_id, valid_from, valid_to FROM register_incumbency WHERE person_id = ANY(%s)",
    "grade": "SELECT person_id, grade, valid_from, valid_to FROM register_graderecord WHERE person_id = ANY(%s)",
    "education": "SELECT person_id, level FROM register_education WHERE person_id = ANY(%s)",
    "service": "SELECT person_id, state, valid_from, valid_to FROM register_servicerecord WHERE person_id = ANY(%s)",
    "career": "SELECT person_id, kind, valid_from, valid_to FROM register_careerentry WHERE person_id = ANY(%s)",
    "appraisal": "SELECT person_id, year, rating FROM register_appraisalrecord WHERE person_id = ANY(%s)",
    "evidence": "SELECT person_id, id, competency_id, level, expires_on FROM needs_evidence WHERE person_id = ANY(%s)",
    "person": "SELECT id, birth_date, kind FROM register_person WHERE id = ANY(%s)",
}
POSTS = {
    "filled": "SELECT post_id, kind, person_id, valid_from, valid_to FROM register_incumbency WHERE post_id = ANY(%s)",
    "post": "SELECT id, kind, capacity, unit_id, valid_to FROM register_post WHERE id = ANY(%s)",
    "standard": (
        "SELECT post_id, competency_id, level, must, valid_from, valid_to FROM needs_poststandard WHERE post_id = ANY(%s)"
    ),
}


def fingerprint(scenario: PlacementScenario, people: Iterable[int], *, posts: list[int] | None = None) -> dict[str, Any]:
    """Return what a result rests on now: by kind of fact, for each person and post; and the rules.

    ``posts`` are some posts of the scenario instead of all.
    """
    asked = list(scenario.posts.values_list("post_id", flat=True)) if posts is None else posts
    return {"people": _prints(PEOPLE, list(people)), "posts": _prints(POSTS, asked), "rules": rules_print()}


KEPT_OF_ONE = """
SELECT fingerprint->>'rules',
       (SELECT jsonb_object_agg(k, v->>%s) FROM jsonb_each(fingerprint->'people') e (k, v) WHERE v ? %s),
       (SELECT jsonb_object_agg(k, v->>%s) FROM jsonb_each(fingerprint->'posts') e (k, v) WHERE v ? %s)
FROM plan_scenarioresult WHERE scenario_id = %s AND fingerprint <> '{}'
"""


def kept_of_one(scenario: PlacementScenario, person_id: int, post_id: int) -> dict[str, Any] | None:
    """Return what was kept of one person and one post, without reading what was kept of all; None without a result."""
    person, post = str(person_id), str(post_id)
    with connection.cursor() as cursor:
        cursor.execute(KEPT_OF_ONE, [person, person, post, post, scenario.pk])
        row = cursor.fetchone()
    if row is None:
        return None
    people, posts = ({} if part is None else part if isinstance(part, dict) else loads(part) for part in row[1:])
    kinds = {"people": {kind: {} for kind in PEOPLE}, "posts": {kind: {} for kind in POSTS}}
    kinds["people"] |= {kind: {person: kept} for kind, kept in people.items()}
    kinds["posts"] |= {kind: {post: kept} for kind, kept in posts.items()}
    return {"rules": row[0], **kinds, "known": bool(people)}


def _prints(queries: dict[str, str], keys: list[int]) -> Prints:
    found: Prints = {}
    with connection.cursor() as cursor:
        for name, rows in queries.items():
            cursor.execute(_hashed(rows), [keys])
            found[name] = dict(cursor.fetchall())
    return found


@lru_cache
def _hashed(rows: str) -> str:
    first = rows.removeprefix("SELECT ").split(",", 1)[0].strip()
    lines = f"(SELECT f.{first} AS k, f::text AS line FROM ({rows}) f) g"  # noqa: S608 - from the constants above
    return f"SELECT k::text, substr(md5(string_agg(line, '|' ORDER BY line)), 1, 8) FROM {lines} GROUP BY k"  # noqa: S608


@lru_cache(maxsize=1)
def rules_print() -> str:
    """Return a few characters for all parameters of the rules with their dates; another version of them gives others."""
    lines = [f"{key}{parameter!r}" for key, parameter in sorted(rules.PARAMETERS.items())]
    lines += [f"{key}{rule!r}" for key, rule in sorted(rules.RULES.items())]
    return sha256("\n".join(lines).encode()).hexdigest()[:12]


def differences(before: Prints, after: Prints) -> dict[str, list[int]]:
    """Return by kind of fact whose differ."""
    found = {}
    for name, now in after.items():
        then = before.get(name, {})
        keys = sorted(int(key) for key in {*then, *now} if then.get(key) != now.get(key))
        if name in before and keys:
            found[name] = keys
    return found
