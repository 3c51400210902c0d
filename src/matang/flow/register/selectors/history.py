"""Everything dated that is recorded about one person, newest first; one query."""

from dataclasses import dataclass
from datetime import date

from django.db import connection

from matang.flow.register.choices import IncumbencyKind

HISTORY = """
SELECT 'post', i.id, i.valid_from, i.valid_to, t.name, i.kind, t.kind, u.name, t.id, i.decree, i.origin
FROM register_incumbency i JOIN register_post t ON t.id = i.post_id JOIN register_unit u ON u.id = t.unit_id
WHERE i.person_id = %(person)s
UNION ALL
SELECT 'grade', id, valid_from, valid_to, grade, '', '', '', NULL, decree, origin
FROM register_graderecord WHERE person_id = %(person)s
UNION ALL
SELECT 'state', id, valid_from, valid_to, state, '', '', '', NULL, '', origin
FROM register_servicerecord WHERE person_id = %(person)s
UNION ALL
SELECT 'career', id, valid_from, valid_to, post_name, '', kind, unit_name, NULL, '', origin
FROM register_careerentry WHERE person_id = %(person)s
UNION ALL
SELECT 'education', id, NULL, NULL, level, field, '', institution, year, '', origin
FROM register_education WHERE person_id = %(person)s
UNION ALL
SELECT 'appraisal', id, make_date(year + 1, 1, 1), NULL, rating, '', '', document, year, '', origin
FROM register_appraisalrecord WHERE person_id = %(person)s
"""


@dataclass(frozen=True, slots=True)
class Fact:
    """One dated fact. ``what`` is post, grade, state, career, education or appraisal.

    ``text`` is the post's name, grade, state, level of education or rating; ``kind`` how a post is held, or the field of
    study; ``place`` the unit, the institution or an appraisal's document; ``number`` the post's key, the year of
    graduation or the year that was rated. An appraisal holds from 1 January of the year after the rated one.
    """

    what: str
    id: int
    since: date | None
    until: date | None
    text: str
    kind: str
    post_kind: str
    place: str
    number: int | None
    decree: str
    origin: str

    def holds(self, day: date) -> bool:
        """True when the fact is true on the day; never for an education, which has no end."""
        return self.since is not None and self.since <= day and (self.until is None or self.until > day)

    @property
    def order(self) -> date:
        """Where the fact stands in time; an education without year comes last."""
        return self.since or date(self.number or 1, 12, 31)


@dataclass(frozen=True, slots=True)
class History:
    """All facts about a person that began on or before a day, newest first."""

    facts: tuple[Fact, ...]
    day: date

    def now(self, what: str) -> list[Fact]:
        """Return the facts of a kind that hold on the day."""
        return [fact for fact in self.facts if fact.what == what and fact.holds(self.day)]

    @property
    def post(self) -> Fact | None:
        """The definitive post of the day."""
        return next((fact for fact in self.now("post") if fact.kind == IncumbencyKind.DEFINITIVE), None)

    @property
    def others(self) -> list[Fact]:
        """The posts held as acting or stand-in on the day."""
        return [fact for fact in self.now("post") if fact.kind != IncumbencyKind.DEFINITIVE]

    @property
    def coming(self) -> list[Fact]:
        """The posts that begin after the day."""
        return [fact for fact in self.facts if fact.what == "post" and fact.since is not None and fact.since > self.day]


def history_of_person(person_id: int, day: date, *, with_coming: bool) -> History:
    """Return the facts about a person as at ``day``; ``with_coming`` adds what is recorded to begin later."""
    with connection.cursor() as cursor:
        cursor.execute(HISTORY, {"person": person_id})
        facts = [Fact(*row) for row in cursor.fetchall()]
    known = [fact for fact in facts if with_coming or fact.order <= day]
    return History(facts=tuple(sorted(known, key=lambda fact: (fact.order, fact.id), reverse=True)), day=day)
