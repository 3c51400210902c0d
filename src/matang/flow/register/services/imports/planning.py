"""Rows against the register: what is new, what changes and how, what stays, what is refused. Writes nothing."""

from collections.abc import Callable, Iterable
from datetime import date

from matang.flow.register.choices import (
    EducationLevel,
    EmploymentKind,
    ImportOutcome,
    IncumbencyKind,
    PostKind,
    ServiceState,
    Sex,
)
from matang.flow.register.services.imports.checking import Checked, SheetChecker
from matang.flow.register.services.imports.codes import CODES, Finding, Severity
from matang.flow.register.services.imports.dating import Change, Placing, Span, place
from matang.flow.register.services.imports.fields import BY_KEY
from matang.flow.register.services.imports.mapping import Mapped
from matang.flow.register.services.imports.parcel import Row, Sheet
from matang.flow.register.services.imports.plan import NewPost, Plan, PlannedRow, PostRef, Who, Writes
from matang.flow.register.services.imports.record import Record
from matang.flow.register.services.imports.seats import settle_seats
from matang.flow.register.services.imports.snapshot import PERSON_FIELDS, Snapshot, take, unit_index
from matang.flow.register.services.imports.units import plain_name

Report = Callable[[int, int, str], None]
GONE = frozenset({ServiceState.RETIRED, ServiceState.LEFT, ServiceState.DECEASED})
UNSETTLED = frozenset({PostKind.OTHER, PostKind.JF_OTHER})
EVERY = 2_000  # rows between two reports of progress


def quiet(_done: int, _total: int, _message: str) -> None:
    """Report progress to nobody."""


def make_plan(
    *, agency_id: int, sheets: list[Sheet], rows: Iterable[Row], mapped: Mapped, as_at: date, report: Report = quiet
) -> Plan:
    """Return what importing these rows would do to the register as it is now. The dry run and the commit both call this."""
    plan = Plan(as_at=as_at)
    units = unit_index(agency_id, as_at)
    checkers = [SheetChecker(number, sheet, mapped, units, as_at) for number, sheet in enumerate(sheets)]
    records: list[tuple[PlannedRow, Record]] = []
    first_seen: dict[str, PlannedRow] = {}
    total = sum(sheet.rows for sheet in sheets if not sheet.skipped)
    read = (row for row in rows if not sheets[row.sheet].skipped)
    for count, row in enumerate(read):
        if count % EVERY == 0:
            report(count, total, "check")
        checked = checkers[row.sheet].check(row)
        planned = _enter(row, checked)
        if checked.record and checked.record.nip in first_seen:
            first = first_seen[checked.record.nip]
            planned.outcome = ImportOutcome.REFUSED
            planned.findings = [checkers[row.sheet].duplicate(row, checked, sheets[first.sheet].name, first.row)]
        elif checked.record:
            first_seen[checked.record.nip] = planned
            records.append((planned, checked.record))
        if planned.outcome is ImportOutcome.REFUSED or _asks(planned):
            planned.cells = row.cells
        plan.rows.append(planned)
    snapshot = take(agency_id, list(first_seen), as_at)
    comparer = _Comparer(plan, snapshot, sheets, as_at)
    for count, (planned, record) in enumerate(records):
        if count % EVERY == 0:
            report(count, total, "compare")
        comparer.compare(planned, record)
    settle_seats(plan, snapshot, agency_id, comparer.row_of, sheets)
    return plan


def _enter(row: Row, checked: Checked) -> PlannedRow:
    """Return the entry of a row before it is compared."""
    record = checked.record
    return PlannedRow(
        sheet=row.sheet,
        row=row.number,
        outcome=ImportOutcome.UNCHANGED if record else ImportOutcome.REFUSED,
        nip=checked.nip,
        name=record.name if record else checked.name,
        unit=record.unit_written if record else checked.unit,
        post=record.post if record else checked.post,
        findings=checked.findings,
    )


def _asks(planned: PlannedRow) -> bool:
    return any(CODES[found.code].severity is Severity.ASKED for found in planned.findings)


class _Comparer:
    """Compares one record after another with the snapshot and adds to the plan what follows."""

    def __init__(self, plan: Plan, snapshot: Snapshot, sheets: list[Sheet], as_at: date) -> None:
        self.plan = plan
        self.snapshot = snapshot
        self.sheets = sheets
        self.as_at = as_at
        self.row_of: dict[Who, PlannedRow] = {}

    def compare(self, planned: PlannedRow, record: Record) -> None:
        """Plan one row."""
        known = self.snapshot.people.get(record.nip)
        if known is None:
            self.plan.new_people.append(record)
            who = -len(self.plan.new_people)
        else:
            who = known[0]
            self._person(planned, record, who, known[1])
        self.row_of[who] = planned
        self._grade(planned, record, who)
        self._state(planned, record, who, new=known is None)
        self._incumbency(planned, record, who)
        self._education(planned, record, who)
        if known is None:
            planned.outcome, planned.changes = ImportOutcome.CREATE, []
        elif planned.changes:
            planned.outcome = ImportOutcome.UPDATE

    # -- parts --------------------------------------------------------------------------------------

    def _person(self, planned: PlannedRow, record: Record, who: int, held: tuple[object, ...]) -> None:
        stated = (
            record.kind, _name_kept(str(held[1]), record.name), record.title_front, record.title_back, record.birth_date,
            record.birth_place, record.sex, record.service_start,
        )  # fmt: skip
        wanted = tuple(new if new not in {None, ""} else old for new, old in zip(stated, held, strict=True))
        differing = [index for index in range(len(held)) if wanted[index] != held[index]]
        for index in differing:
            key = {"full_name": "name"}.get(PERSON_FIELDS[index], PERSON_FIELDS[index])
            planned.changes.append((key, shown(held[index], key), shown(wanted[index], key)))
        if differing:
            self.plan.people.append((who, wanted))

    def _grade(self, planned: PlannedRow, record: Record, who: Who) -> None:
        if record.grade is None:
            return
        start = record.grade_from or (record.service_start or record.appointed if who < 0 else None)
        placing = place(self.snapshot.grades.get(who, ()), record.grade, start, as_at=self.as_at)
        self._take(planned, placing, self.plan.grades, who, "grade")

    def _state(self, planned: PlannedRow, record: Record, who: Who, *, new: bool) -> None:
        if record.state is None and not new:
            return
        state = record.state or ServiceState.ACTIVE
        start = (record.service_start or record.appointed) if new and state is ServiceState.ACTIVE else None
        placing = place(self.snapshot.states.get(who, ()), state.value, start, as_at=self.as_at)
        self._take(planned, placing, self.plan.states, who, "state")

    def _incumbency(self, planned: PlannedRow, record: Record, who: Who) -> None:
        history = self.snapshot.incumbencies.get(who, ())
        if record.state in GONE:
            self._leave(planned, history)
            return
        if record.unit is None:
            return
        post = self._post(record)
        if record.holding is not IncumbencyKind.DEFINITIVE:
            self._acting(planned, record, who, post)
            return
        start = record.post_from or (record.service_start or record.appointed if who < 0 else None)
        placing = place(history, post, start, as_at=self.as_at, moves=True)
        self._take(planned, placing, self.plan.incumbencies, who, "post")

    def _acting(self, planned: PlannedRow, record: Record, who: Who, post: PostRef) -> None:
        """Plan that somebody acts in a post, unless the register says so; the post that is held definitively stays."""
        start = record.post_from or self.as_at
        for span in self.snapshot.acting.get(who, ()):
            if span.value == (post, record.holding) and (span.end is None or span.end > self.as_at or span.start == start):
                return
        self.plan.acting.append((who, post, record.holding, start))
        planned.changes.append(("post", "", f"{record.holding.label}: {self._post_name(post)} ({start:%d-%m-%Y})"))

    def _leave(self, planned: PlannedRow, history: Iterable[Span]) -> None:
        for span in history:
            if span.end is None and span.start < self.as_at:
                self.plan.incumbencies.change.append(Change(span.id, span.value, span.start, self.as_at, span))
                planned.changes.append(("post", self._post_name(span.value), ""))

    def _post(self, record: Record) -> PostRef:
        """Return the post of a record, planning it where the register has none of that name in the unit."""
        key = (record.unit or 0, plain_name(record.post))
        known = self.snapshot.posts.get(key)
        if known is not None:
            if known.kind in UNSETTLED and record.post_kind not in UNSETTLED:
                self.plan.post_facts[known.id] = (record.post_kind, record.echelon or known.echelon)
            return known.id
        since = self.snapshot.units[key[0]][1]
        if record.post_from and record.post_from <= self.as_at:
            since = min(since, record.post_from)
        made = self.plan.posts.setdefault(key, NewPost(key[0], record.post, record.post_kind, record.echelon, since))
        made.since = min(made.since, since)
        if made.kind in UNSETTLED:
            made.kind = record.post_kind
        return key

    def _education(self, planned: PlannedRow, record: Record, who: Who) -> None:
        level = record.education_level
        held = self.snapshot.educations.get(who, set())
        if level is None or (level.value, record.education) in held:
            return
        if not record.education and any(known == level.value for known, _name in held):
            return
        self.plan.educations.append((who, level.value, record.education, record.school, record.education_year))
        planned.changes.append(("education", "", record.education or str(level.label)))

    # -- dated facts ---------------------------------------------------------------------------------

    def _take(self, planned: PlannedRow, placing: Placing, writes: Writes, who: Who, key: str) -> None:
        if placing.remark:
            planned.findings.append(self._remark(planned, placing, key))
        writes.change.extend(placing.changes)
        if placing.add is not None:
            value, start = placing.add
            writes.add.append((who, value, start))
            old = placing.held.value if placing.held else ""
            planned.changes.append((key, self._named(old, key), f"{self._named(value, key)} ({start:%d-%m-%Y})"))
            return
        for change in placing.changes:
            if change.value != change.was.value:
                planned.changes.append((key, self._named(change.was.value, key), self._named(change.value, key)))
            elif change.start != change.was.start:
                planned.changes.append((f"{key}_from", f"{change.was.start:%d-%m-%Y}", f"{change.start:%d-%m-%Y}"))

    def _named(self, value: object, key: str) -> str:
        return self._post_name(value) if key == "post" else shown(value, key)

    def _post_name(self, ref: object) -> str:
        key = self.snapshot.post_names.get(ref, (0, "")) if isinstance(ref, int) else ref
        if not isinstance(key, tuple) or not key[1]:
            return ""
        post = self.snapshot.posts[key].name if key in self.snapshot.posts else self.plan.posts[key].name
        return f"{post}, {self.snapshot.units[key[0]][0]}"

    def _remark(self, planned: PlannedRow, placing: Placing, key: str) -> Finding:
        held = placing.held
        since = placing.add[1] if placing.add else held.start if held else self.as_at
        args = {
            "field": str(BY_KEY[key].label),
            "held": self._named(held.value, key) if held else "",
            "since": f"{since:%d-%m-%Y}",
            "person": f"{planned.name}, NIP {planned.nip}",
        }
        return Finding(self.sheets[planned.sheet].name, planned.row, str(BY_KEY[key].label), placing.remark, planned.post, args)


def _name_kept(held: str, stated: str) -> str:
    """Return the held name when the stated one differs only in capitals."""
    return held if held.casefold() == stated.casefold() else stated


def shown(value: object, key: str) -> str:
    """Return a value of the register as a person reads it."""
    if value is None or value == "":
        return ""
    if isinstance(value, date):
        return f"{value:%d-%m-%Y}"
    labels = {"kind": EmploymentKind, "sex": Sex, "state": ServiceState, "education_level": EducationLevel}
    return str(labels[key](value).label) if key in labels else str(value)
