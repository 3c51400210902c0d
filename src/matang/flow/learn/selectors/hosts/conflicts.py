"""What does not go together in a host's calendar: too many people for the seats, and two visits at one time."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from matang.flow.learn.choices import DayPart
from matang.flow.learn.selectors.hosts.stays import Seats, Stay, Sureness, plain

A_DAY = timedelta(days=1)
HALVES = (DayPart.MORNING, DayPart.AFTERNOON)


@dataclass(frozen=True, slots=True)
class Crowd:
    """How many people are there: ``known`` for sure, ``most`` with those who perhaps are; ``uncounted`` groups beside them."""

    known: int
    most: int
    uncounted: int

    def against(self, seats: int) -> Sureness:
        """Say whether there are more people than seats; a group without a count is at least one person."""
        if self.known > seats:
            return Sureness.SURE
        return Sureness.PERHAPS if self.most + self.uncounted > seats else Sureness.NO


@dataclass(frozen=True, slots=True)
class SeatConflict:
    """More people than seats in one unit, from ``first`` to ``last``; ``seats`` is none where nobody has said how many.

    ``sure`` is true where the overlap needs no assumption.
    """

    unit: str
    first: date
    last: date
    seats: int | None
    crowd: Crowd
    stays: tuple[Stay, ...]
    sure: bool


@dataclass(frozen=True, slots=True)
class VisitClash:
    """Study visits in one half of one day; an empty ``part`` is a day on which the half is not known.

    ``same_unit`` is true where they (perhaps) come to the same unit; in different units the visits need to be agreed upon.
    """

    day: date
    part: str
    stays: tuple[Stay, ...]
    known: int
    uncounted: int
    sure: bool
    same_unit: bool


def crowd_of(stays: Iterable[Stay], day: date) -> Crowd:
    """Count the people of ``stays`` on a day."""
    known = most = uncounted = 0
    for stay in stays:
        there = stay.on(day)
        if there and stay.people is None:
            uncounted += 1
        elif there:
            most += stay.people or 0
            known += (stay.people or 0) if there == Sureness.SURE else 0
    return Crowd(known, most, uncounted)


def seats_of(offers: Iterable[Seats], unit: str, day: date, *, visiting: bool) -> int | None:
    """Return the seats that a unit offers on a day; none where nothing is offered or one offer does not say how many."""
    found = [
        offer.seats for offer in offers if plain(offer.unit) == plain(unit) and offer.visiting == visiting and offer.covers(day)
    ]
    return sum(seats or 0 for seats in found) if found and None not in found else None


def seat_conflicts(stays: Sequence[Stay], offers: Sequence[Seats], first: date, last: date) -> list[SeatConflict]:
    """Return where more people stay in a unit than it has seats, day by day from ``first`` to ``last``, joined to spans.

    Where the seats are unknown, a conflict without ``seats`` is returned as soon as two stays meet.
    """
    found: list[SeatConflict] = []
    for name, inside in _by_unit(stays).items():
        found += _of_unit(name, inside, offers, first, last)
    return sorted(found, key=lambda one: (one.seats is None, not one.sure, one.first, one.unit))


def _by_unit(stays: Iterable[Stay]) -> dict[str, list[Stay]]:
    """Return the stays that take a desk by their unit, under the first spelling of its name."""
    names: dict[str, str] = {}
    found: dict[str, list[Stay]] = {}
    for stay in stays:
        if stay.unit and not stay.visiting:
            found.setdefault(names.setdefault(plain(stay.unit), stay.unit), []).append(stay)
    return found


def _of_unit(unit: str, stays: list[Stay], offers: Sequence[Seats], first: date, last: date) -> list[SeatConflict]:
    found = []
    for begin, end in _spans(stays, [offer for offer in offers if plain(offer.unit) == plain(unit)], first, last):
        there = tuple(stay for stay in stays if stay.on(begin))
        crowd, seats = crowd_of(there, begin), seats_of(offers, unit, begin, visiting=False)
        level = Sureness(int(len(there) > 1)) if seats is None else crowd.against(seats)
        if level:
            found.append(SeatConflict(unit, begin, end, seats, crowd, there, sure=level == Sureness.SURE))
    return _joined(found)


def _spans(stays: Iterable[Stay], offers: Iterable[Seats], first: date, last: date) -> Iterable[tuple[date, date]]:
    """Cut the time from ``first`` to ``last`` where anybody comes or goes, or an offer begins or ends."""
    cuts = {first, last + A_DAY}
    for stay in stays:
        if stay.starts_on and stay.last_shown:
            cuts |= {stay.starts_on, stay.starts_on + A_DAY, stay.last_shown + A_DAY}
    for offer in offers:
        cuts |= {offer.starts_on, offer.last_shown + A_DAY}
    inside = sorted(cut for cut in cuts if first <= cut <= last + A_DAY)
    return [(begin, end - A_DAY) for begin, end in pairwise(inside)]


def _joined(found: list[SeatConflict]) -> list[SeatConflict]:
    """Join neighbouring spans that say the same."""
    joined: list[SeatConflict] = []
    for one in found:
        before = joined[-1] if joined else None
        if before and before.last + A_DAY == one.first and _says(before) == _says(one):
            joined[-1] = SeatConflict(one.unit, before.first, one.last, one.seats, one.crowd, one.stays, one.sure)
        else:
            joined.append(one)
    return joined


def _says(one: SeatConflict) -> tuple[object, ...]:
    return one.stays, one.seats, one.crowd, one.sure


def visit_clashes(stays: Iterable[Stay], first: date, last: date) -> list[VisitClash]:
    """Return the half days on which two or more study visits meet, from ``first`` to ``last``."""
    visits = [stay for stay in stays if stay.visiting]
    days = {
        begin + number * A_DAY
        for stay in visits
        if stay.starts_on and stay.last_shown
        for begin in [max(first, stay.starts_on)]
        for number in range((min(last, stay.last_shown) - begin).days + 1)
    }
    found: list[VisitClash] = []
    for day in sorted(days):
        there = [stay for stay in visits if stay.on(day)]
        clashes = [clash for part in HALVES if (clash := _meeting(there, day, part))]
        if len(clashes) == len(HALVES) and {clash.stays for clash in clashes} == {clashes[0].stays}:
            whole = all(stay.part == DayPart.WHOLE for stay in clashes[0].stays)
            clashes = [_with_part(clashes[0], DayPart.WHOLE if whole else "")]
        found += clashes
    return found


def _meeting(there: Sequence[Stay], day: date, part: str) -> VisitClash | None:
    """Return the clash of one half day, where there is one."""
    level = {stay.key: min(stay.on(day), stay.in_part(part)) for stay in there}
    meeting = tuple(stay for stay in there if level[stay.key])
    if len(meeting) < 2:
        return None
    units = [plain(stay.unit) for stay in meeting]
    return VisitClash(
        day=day,
        part=part,
        stays=meeting,
        known=sum(stay.people or 0 for stay in meeting),
        uncounted=sum(stay.people is None for stay in meeting),
        sure=sum(level[stay.key] == Sureness.SURE for stay in meeting) >= 2,
        same_unit="" in units or len(set(units)) < len(units),
    )


def _with_part(clash: VisitClash, part: str) -> VisitClash:
    return VisitClash(clash.day, part, clash.stays, clash.known, clash.uncounted, clash.sure, clash.same_unit)


def overfull_visits(stays: Iterable[Stay], offers: Sequence[Seats], first: date, last: date) -> list[SeatConflict]:
    """Return the study visits that alone bring more guests than their unit receives at a time."""
    found = []
    for stay in stays:
        day = stay.starts_on
        if not stay.visiting or not stay.unit or day is None or stay.people is None or not first <= day <= last:
            continue
        seats = seats_of(offers, stay.unit, day, visiting=True)
        if seats is not None and stay.people > seats:
            found.append(SeatConflict(stay.unit, day, stay.ends_on or day, seats, crowd_of([stay], day), (stay,), sure=True))
    return found
