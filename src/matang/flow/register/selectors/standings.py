"""What people hold on a day, for many people at once: post, grade, legal standing, acting posts."""

from dataclasses import dataclass, field
from datetime import date

from django.db import connection

from matang.flow.register.choices import IncumbencyKind

# Three plain index scans; OFFSET 0 keeps the planner from reading all posts to find a page of them.
# One query with four outer joins would say the same and spend longer in the planner.
STANDINGS = """
SELECT i.person_id, i.kind, t.name, t.kind, t.id, t.unit_id
FROM register_incumbency i
CROSS JOIN LATERAL (SELECT id, name, kind, unit_id FROM register_post WHERE id = i.post_id OFFSET 0) t
WHERE i.person_id = ANY(%(people)s) AND i.valid_from <= %(day)s AND (i.valid_to IS NULL OR i.valid_to > %(day)s)
UNION ALL
SELECT person_id, 'grade', grade, '', NULL, NULL FROM register_graderecord
WHERE person_id = ANY(%(people)s) AND valid_from <= %(day)s AND (valid_to IS NULL OR valid_to > %(day)s)
UNION ALL
SELECT person_id, 'state', state, '', NULL, NULL FROM register_servicerecord
WHERE person_id = ANY(%(people)s) AND valid_from <= %(day)s AND (valid_to IS NULL OR valid_to > %(day)s)
"""


@dataclass(slots=True)
class Held:
    """A post as somebody holds it."""

    kind: str
    post_id: int
    name: str
    post_kind: str
    unit_id: int


@dataclass(slots=True)
class Standing:
    """What one person holds on a day. Empty = not recorded. ``others`` are acting and stand-in posts."""

    post: Held | None = None
    grade: str = ""
    state: str = ""
    others: list[Held] = field(default_factory=list)

    @property
    def post_kind(self) -> str | None:
        """The kind of the definitive post."""
        return self.post.post_kind if self.post else None


def standings_of(person_ids: list[int], day: date) -> dict[int, Standing]:
    """Return the standing of each person on the day, by person; one query."""
    found = {person_id: Standing() for person_id in person_ids}
    if not found:
        return found
    with connection.cursor() as cursor:
        cursor.execute(STANDINGS, {"people": person_ids, "day": day})
        for person_id, what, text, kind, post_id, unit_id in cursor.fetchall():
            standing = found[person_id]
            if what == "grade":
                standing.grade = text
            elif what == "state":
                standing.state = text
            elif what == IncumbencyKind.DEFINITIVE:
                standing.post = Held(what, post_id, text, kind, unit_id)
            else:
                standing.others.append(Held(what, post_id, text, kind, unit_id))
    return found
