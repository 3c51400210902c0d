"""Apply a plan, inside the caller's transaction: all of it or nothing."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from django.db import connection, models

from matang.flow.register.choices import IncumbencyKind, PostKind
from matang.flow.register.models import Education, GradeRecord, Incumbency, Person, Post, ServiceRecord
from matang.flow.register.services.imports.changing import change_rows
from matang.flow.register.services.imports.dating import Change
from matang.flow.register.services.imports.plan import Plan, PostRef, Who, Writes
from matang.flow.register.services.imports.posts import is_single
from matang.flow.register.services.imports.record import Record
from matang.flow.register.services.imports.snapshot import PERSON_FIELDS, PostKey
from matang.foundation.tenancy.bulk import copy_into, reserve_ids

Report = Callable[[int, int, str], None]
STEPS = 7
MANY = 2_000  # new people after which the planner's statistics are too old to choose well
WRITTEN = (Person, Post, Incumbency, GradeRecord, ServiceRecord, Education)


def apply(plan: Plan, *, agency_id: int, origin: str, report: Report) -> None:
    """Write what the plan says. ``origin`` is noted in every row that is written."""
    _Writer(plan, agency_id, origin).run(report)


class _Writer:
    def __init__(self, plan: Plan, agency_id: int, origin: str) -> None:
        self.plan = plan
        self.agency = agency_id
        self.origin = origin
        self.new_ids: list[int] = []
        self.post_ids: dict[PostKey, int] = {}

    def run(self, report: Report) -> None:
        """Write in an order that keeps every constraint true after each statement: make room first, then fill it."""
        steps: tuple[tuple[str, Callable[[], None]], ...] = (
            ("people", self._people),
            ("posts", self._posts),
            ("incumbencies", self._incumbencies),
            ("acting", self._acting),
            ("grades", lambda: self._facts(GradeRecord, "grade", self.plan.grades)),
            ("states", lambda: self._facts(ServiceRecord, "state", self.plan.states)),
            ("educations", self._educations),
        )
        for number, (name, step) in enumerate(steps):
            report(number, STEPS, name)
            step()
        if len(self.plan.new_people) >= MANY:
            _count_anew()
        report(STEPS, STEPS, "")

    def _who(self, who: Who) -> int:
        return who if who > 0 else self.new_ids[-who - 1]

    def _post(self, ref: PostRef) -> int:
        return ref if isinstance(ref, int) else self.post_ids[ref]

    def _people(self) -> None:
        new = self.plan.new_people
        self.new_ids = reserve_ids(Person, len(new))
        if new:
            fields = ("id", "agency", "nip", *PERSON_FIELDS, "origin")
            copy_into(
                Person,
                fields,
                ((number, self.agency, *_person(record), self.origin) for number, record in zip(self.new_ids, new, strict=True)),
            )
        if self.plan.people:
            change_rows(
                Person, (*PERSON_FIELDS, "origin"), ((who, *_plain(values), self.origin) for who, values in self.plan.people)
            )

    def _posts(self) -> None:
        made = self.plan.posts
        numbers = reserve_ids(Post, len(made))
        self.post_ids = dict(zip(made, numbers, strict=True))
        if made:
            fields = ("id", "agency", "unit", "name", "kind", "echelon", "capacity", "valid_from", "origin")
            copy_into(
                Post,
                fields,
                (
                    (
                        self.post_ids[key], self.agency, post.unit, post.name, post.kind.value, post.echelon,
                        1 if is_single(post.kind) and post.holders <= 1 else None, post.since, self.origin,
                    )
                    for key, post in made.items()
                ),
            )  # fmt: skip
        if self.plan.post_facts:
            change_rows(
                Post,
                ("kind", "echelon"),
                ((number, kind.value, echelon) for number, (kind, echelon) in self.plan.post_facts.items()),
            )

    def _incumbencies(self) -> None:
        sole, writes = self.plan.sole, self.plan.incumbencies
        self._reshape(
            Incumbency, "post", writes.change, marks=[sole.get(("change", index)) for index in range(len(writes.change))]
        )
        if writes.add:
            fields = ("agency", "person", "post", "kind", "sole", "valid_from", "decree", "origin")
            copy_into(
                Incumbency,
                fields,
                (
                    (
                        self.agency,
                        self._who(who),
                        self._post(ref),
                        IncumbencyKind.DEFINITIVE.value,
                        sole.get(("add", index), False),
                        start,
                        "",
                        self.origin,
                    )
                    for index, (who, ref, start) in enumerate(writes.add)
                ),
            )
        again = [writes.change[index].id for (kind, index), alone in sole.items() if kind == "change" and alone]
        if again:
            change_rows(Incumbency, ("sole",), ((number, True) for number in again))

    def _acting(self) -> None:
        if self.plan.acting:
            fields = ("agency", "person", "post", "kind", "valid_from", "origin", "sole", "decree")
            copy_into(
                Incumbency,
                fields,
                (
                    (self.agency, self._who(who), self._post(ref), holding.value, start, self.origin, False, "")
                    for who, ref, holding, start in self.plan.acting
                ),
            )

    def _facts(self, model: type[models.Model], value: str, writes: Writes) -> None:
        self._reshape(model, value, writes.change)
        if writes.add:
            decree = ("decree",) if model is GradeRecord else ()
            fields = ("agency", "person", value, "valid_from", "origin", *decree)
            blank = ("",) * len(decree)
            copy_into(
                model,
                fields,
                ((self.agency, self._who(who), fact, start, self.origin, *blank) for who, fact, start in writes.add),
            )

    def _reshape(
        self, model: type[models.Model], value: str, changes: Sequence[Change], marks: Sequence[bool | None] = ()
    ) -> None:
        """Shorten first, then lengthen: two spans of one person never share a day in between."""
        extra = ("sole",) if model is Incumbency else ()
        if extra:  # nobody sits alone while people change places; those who do are marked again at the end
            freed = [change.id for change, mark in zip(changes, marks, strict=True) if mark is not None]
            if freed:
                change_rows(model, extra, ((number, False) for number in freed))
        narrow = [change for change in changes if not _is_same(change, *_narrowed(change))]
        if narrow:
            change_rows(model, ("valid_from", "valid_to"), ((change.id, *_narrowed(change)) for change in narrow))
        if changes:
            change_rows(
                model,
                (value, "valid_from", "valid_to", "origin"),
                ((change.id, self._value(change.value), change.start, change.end, self.origin) for change in changes),
            )

    def _value(self, value: Any) -> Any:
        return self.post_ids[value] if isinstance(value, tuple) else value

    def _educations(self) -> None:
        if self.plan.educations:
            fields = ("agency", "person", "level", "field", "institution", "year", "origin")
            copy_into(
                Education,
                fields,
                (
                    (self.agency, self._who(who), level, name, school, year, self.origin)
                    for who, level, name, school, year in self.plan.educations
                ),
            )


def _count_anew() -> None:
    """Refresh the statistics of the tables now: the next list or import would else be planned for an empty register."""
    with connection.cursor() as cursor:
        for model in WRITTEN:
            cursor.execute(f"ANALYZE {connection.ops.quote_name(model._meta.db_table)}")


def _narrowed(change: Change) -> tuple[date, date | None]:
    """Return the days that a row holds both before and after the change (its old span where there are none)."""
    start = max(change.start, change.was.start)
    ends = [end for end in (change.end, change.was.end) if end is not None]
    end = min(ends) if ends else None
    return (start, end) if end is None or start < end else (change.was.start, change.was.end)


def _is_same(change: Change, start: date, end: date | None) -> bool:
    return (start, end) == (change.was.start, change.was.end)


def _person(record: Record) -> tuple[object, ...]:
    return (
        record.nip, record.kind.value, record.name, record.title_front, record.title_back, record.birth_date, record.birth_place,
        (record.sex or record.sex_in_nip).value, record.service_start or record.appointed,
    )  # fmt: skip


def _plain(values: tuple[object, ...]) -> tuple[object, ...]:
    return tuple(
        value.value if isinstance(value, PostKind) else str(value) if isinstance(value, models.TextChoices) else value
        for value in values
    )
