"""How many people were sent, at least: what is counted, what is not, and why."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from matang.flow.learn.choices import PastKind, PastReading
from matang.flow.learn.models import PastCase

COUNTED, WITHIN, WAITING, UNSAID, THROUGH, EVENT = "counted", "within", "waiting", "unsaid", "through", "event"
"""Counted; contained in another case; waits for somebody to say so; no number; known from its parts; no sending."""


@dataclass(slots=True)
class Total:
    """A sum that says what it is made of. ``people`` is a lower bound whenever ``unsaid`` or ``waiting`` is not zero."""

    name: str = ""
    people: int = 0
    cases: int = 0
    unsaid: int = 0
    waiting: int = 0
    within: int = 0
    offices: int = 0
    events: int = 0

    @property
    def at_least(self) -> bool:
        """True when something is missing, so that the sum may only be called a lower bound."""
        return bool(self.unsaid or self.waiting)

    def take(self, line: "TotalLine") -> None:
        """Add one case as its line says."""
        if line.way == EVENT:
            self.events += 1
            return
        self.cases += 1
        self.people += line.people
        self.offices += line.case.offices or 0
        self.within += line.way == WITHIN
        self.waiting += line.way == WAITING
        self.unsaid += line.way in {UNSAID, THROUGH}


@dataclass(frozen=True, slots=True)
class TotalLine:
    """One case in a total: how many people it adds, and in which way it was treated."""

    case: PastCase
    people: int
    way: str


@dataclass(frozen=True, slots=True)
class Made:
    """A total with its lines, and the same by group."""

    total: Total
    lines: list[TotalLine] = field(default_factory=list)
    groups: list[Total] = field(default_factory=list)


def lines_of(cases: Iterable[PastCase]) -> list[TotalLine]:
    """Return for each case what it adds.

    A case within another adds nothing, nor does one that waits for that to be confirmed. A case without a number adds what its
    largest part is known to have had: that many were there at the least.
    """
    rows = list(cases)
    parts: dict[int, list[PastCase]] = {}
    for case in rows:
        if case.part_of_id is not None:
            parts.setdefault(case.part_of_id, []).append(case)
    return [_line(case, parts) for case in rows]


def _line(case: PastCase, parts: dict[int, list[PastCase]]) -> TotalLine:
    if case.kind == PastKind.PRESENTATION:
        return TotalLine(case, 0, EVENT)
    if case.part_of_id is not None:
        return TotalLine(case, 0, WITHIN)
    if case.part_state == PastReading.PROPOSED:
        return TotalLine(case, 0, WAITING)
    if case.people is not None:
        return TotalLine(case, case.people, COUNTED)
    least = _least(case, parts)
    return TotalLine(case, least, THROUGH if least else UNSAID)


def _least(case: PastCase, parts: dict[int, list[PastCase]]) -> int:
    if case.people is not None:
        return case.people
    return max((_least(part, parts) for part in parts.get(case.pk, ())), default=0)


def totals_of(cases: Iterable[PastCase], group: Callable[[PastCase], str]) -> Made:
    """Return the total of the cases, its lines, and the totals of the groups in the order of their names."""
    lines = lines_of(cases)
    total, groups = Total(), dict[str, Total]()
    for line in lines:
        total.take(line)
        name = group(line.case)
        groups.setdefault(name, Total(name)).take(line)
    return Made(total, lines, sorted(groups.values(), key=lambda one: one.name))


def too_many(cases: Iterable[PastCase]) -> list[tuple[PastCase, int]]:
    """Return the cases with fewer people than one of their parts, and that part's number: a contradiction of the sources."""
    rows = {case.pk: case for case in cases}
    found = []
    for case in rows.values():
        whole = rows.get(case.part_of_id or 0)
        if whole is not None and whole.people is not None and case.people is not None and case.people > whole.people:
            found.append((whole, case.people))
    return found
