"""Is this matching right? An independent answer, which shares no code with what made it.

Reads only the content of the two files and holds the matching against the definition:

* everybody has one place at most, one they wished and that accepts them; no place is over its seats, no region over a ceiling,
  no group under its least; the value is as stated;
* a stable matching leaves no objection: nobody prefers a place that has an empty seat for them, holds somebody of lower
  priority whose seat is not reserved against them, or holds a reserved seat of theirs that is not used for them. Only an
  unplaced seeker is not heard whose region, or one around it, is at its ceiling with people earlier in its queue.

For a matching by need objections are counted, not faulted. The lottery is drawn again from the seed. What is not checked:
that of several matchings without objection this is the one that suits the seekers best, or that no sum is greater; for that,
the solver can be run again, and gives the same bytes.
"""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from matang.engine.matching.form import PER_PAIR, PER_PLACE, PER_REGION, PER_SEEKER, MatchFault, fault, plain, unreadable

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

SHOWN = 20
"""At most so many faults of one kind are listed."""


@dataclass(frozen=True)
class MatchVerification:
    """The answer: right when there are no faults. ``objections`` counts pairs that would both gain by leaving the matching."""

    faults: tuple[MatchFault, ...]
    placed: int = 0
    value: int = 0
    objections: int = 0

    @property
    def ok(self) -> bool:
        """Return whether nothing is wrong."""
        return not self.faults


def check_matching(problem: Mapping[str, Any], matching: Mapping[str, Any], *, digest: str | None = None) -> MatchVerification:
    """Check the content of a matching against the content of its problem.

    ``digest`` is the SHA-256 of the problem file; without it the fingerprint that the matching names is not compared.
    Structural faults end the check; otherwise all rules are tried. At most ``SHOWN`` faults of one kind are listed.
    """
    found = unreadable(problem, matching)
    if digest is not None and not found and matching.get("problem") != digest:
        found.append(fault("digest", actual=digest, stated=matching.get("problem")))
    if found:
        return MatchVerification(tuple(found))
    case = _Case(problem, matching)
    found += list(case.strangers())
    if found:
        return MatchVerification(_shortened(found))
    found += [*case.places_kept(), *case.regions_kept()]
    value = case.value()
    if value != int(matching["value"]):
        found.append(fault("value", stated=int(matching["value"]), actual=value))
    objections = list(case.objections())
    if matching["method"] == "stable":
        found += objections
    return MatchVerification(_shortened(found), sum(at >= 0 for at in case.assigned), value, len(objections))


class _Row(NamedTuple):
    """Somebody at a place, in the order in which the place prefers: points, then the earlier number drawn."""

    points: int
    lottery: int
    seeker: int


class _Case:
    """The contents as plain lists, and what is counted from them."""

    def __init__(self, problem: Mapping[str, Any], matching: Mapping[str, Any]) -> None:
        self.of = {name: plain(problem[name]) for name in (*PER_PAIR, *PER_SEEKER, *PER_PLACE, *PER_REGION)}
        self.seed = int(problem["seed"])
        self.reserves, self.narrow, self.kinds = problem["reserves"], problem["place_ceilings"], problem["kind_ceilings"]
        self.assigned, self.closed = plain(matching["assigned"]), set(matching["closed"])
        self.bonus = int(matching["bonus"])
        self.pairs = list(zip(*(self.of[name] for name in PER_PAIR), strict=True))
        self.points = {(seeker, place): points for seeker, place, _, points in self.pairs}
        self.rank = {(seeker, place): rank for seeker, place, rank, _ in self.pairs}
        seekers = self.of["seekers"]
        self.lottery = [int(hashlib.sha256(f"{self.seed}:{key}".encode()).hexdigest()[:15], 16) for key in seekers]
        self.filled = Counter(place for place in self.assigned if place >= 0)

    def name(self, **at: int) -> dict[str, int]:
        """Return identifiers for positions of seekers, places and regions; other numbers as they are."""
        lists = {"seeker": "seekers", "other": "seekers", "place": "places", "region": "regions"}
        return {key: self.of[lists[key]][number] if key in lists else number for key, number in at.items()}

    def around(self, region: int) -> Iterator[int]:
        """Yield a region and all around it."""
        while region >= 0:
            yield region
            region = self.of["inside"][region]

    @cached_property
    def turn(self) -> list[tuple[int, int, int]]:
        """Each seeker's sort value in a region's queue: the lowest comes first."""
        return list(zip((-points for points in self.of["standing"]), self.lottery, self.of["seekers"], strict=True))

    @cached_property
    def barred(self) -> set[tuple[int, int]]:
        """The (seeker, kind of host) that a ceiling for the kind rules out."""
        accepted: dict[tuple[int, int], set[int]] = defaultdict(set)
        kinds = {kind for _, kind, _ in self.kinds}
        for seeker, place, _, _ in self.pairs if kinds else ():
            if (kind := self.of["kind"][place]) in kinds:
                accepted[kind, self.of["seeker_region"][seeker]].add(seeker)
        out: set[tuple[int, int]] = set()
        for region, kind, most in self.kinds:
            pools = [some for (of, own), some in accepted.items() if of == kind and region in self.around(own)]
            queue = sorted(set().union(*pools), key=self.turn.__getitem__)
            out |= {(seeker, kind) for seeker in queue[most:]}
        return out

    def strangers(self) -> Iterator[MatchFault]:
        """Yield people who were sent where they cannot be."""
        for seeker, place in enumerate(self.assigned):
            if place < 0:
                continue
            if place >= len(self.of["places"]):
                yield fault("unknown_place", **self.name(seeker=seeker), place=place)
            elif (seeker, place) not in self.rank:
                yield fault("not_accepted", **self.name(seeker=seeker, place=place))
            elif self.rank[seeker, place] <= 0:
                yield fault("not_wished", **self.name(seeker=seeker, place=place))
            elif (seeker, self.of["kind"][place]) in self.barred:
                yield fault("barred", **self.name(seeker=seeker, place=place))

    def places_kept(self) -> Iterator[MatchFault]:
        """Yield places over their seats, under their least group, or shut for no reason."""
        for place, (seats, least) in enumerate(zip(self.of["capacity"], self.of["least"], strict=True)):
            filled = self.filled[place]
            if filled > seats:
                yield fault("over_capacity", **self.name(place=place, filled=filled, seats=seats))
            if place in self.closed and filled:
                yield fault("shut_filled", **self.name(place=place, filled=filled))
            elif place in self.closed and least <= 1:
                yield fault("shut_without_cause", **self.name(place=place))
            elif 0 < filled < least:
                yield fault("too_few", **self.name(place=place, filled=filled, least=least))

    def regions_kept(self) -> Iterator[MatchFault]:
        """Yield regions over a ceiling, in all or at a place."""
        for region, most in enumerate(self.of["region_most"]):
            if 0 <= most < len(self.placed_of[region]):
                yield fault("region_over", **self.name(region=region, filled=len(self.placed_of[region]), most=most))
        at_place = Counter(zip(self.assigned, self.of["seeker_region"], strict=True))
        for place, region, most in self.narrow:
            if at_place[place, region] > most:
                filled = at_place[place, region]
                yield fault("region_over_at_place", **self.name(region=region, place=place, filled=filled, most=most))

    @cached_property
    def placed_of(self) -> dict[int, list[int]]:
        """The placed seekers of each region, those of regions inside it included."""
        found: dict[int, list[int]] = defaultdict(list)
        for seeker, place in enumerate(self.assigned):
            for region in self.around(self.of["seeker_region"][seeker]) if place >= 0 else ():
                found[region].append(seeker)
        return found

    def value(self) -> int:
        """Return the priorities of all pairs made, and the bonus for reserved seats in use."""
        total: int = sum(self.points[seeker, place] for seeker, place in enumerate(self.assigned) if place >= 0)
        for place, seats, regions in self.reserves if self.bonus else ():
            own = set(regions)
            total += self.bonus * min(seats, sum(self.of["seeker_region"][row.seeker] in own for row in self.at_place[place]))
        return total

    @cached_property
    def at_place(self) -> dict[int, list[_Row]]:
        """The people at each place."""
        found: dict[int, list[_Row]] = defaultdict(list)
        for seeker, place in enumerate(self.assigned):
            if place >= 0:
                found[place].append(_Row(self.points[seeker, place], -self.lottery[seeker], seeker))
        return found

    @cached_property
    def floors(self) -> dict[int, list[tuple[int, tuple[int, ...]]]]:
        """The reserves of each place: seats and regions."""
        found: dict[int, list[tuple[int, tuple[int, ...]]]] = defaultdict(list)
        for place, seats, some in self.reserves:
            found[place].append((seats, tuple(some)))
        return found

    def floor_of(self, place: int) -> dict[int, int]:
        """Return for each region with a reserve at the place the number of that reserve."""
        named = tuple(some for _, some in self.floors.get(place, ()))
        if named not in self._alike:
            self._alike[named] = {region: number for number, some in enumerate(named) for region in some}
        return self._alike[named]

    @cached_property
    def _alike(self) -> dict[tuple[tuple[int, ...], ...], dict[int, int]]:
        return {}

    @cached_property
    def ceilings(self) -> dict[int, dict[int, int]]:
        """The ceilings of regions at each place."""
        found: dict[int, dict[int, int]] = defaultdict(dict)
        for place, region, most in self.narrow:
            found[place][region] = most
        return found

    def objections(self) -> Iterator[MatchFault]:
        """Yield every wish that seeker and place would both rather see fulfilled than what they have."""
        silent = {seeker for seeker, place in enumerate(self.assigned) if place < 0 and self._kept_out(seeker)}
        standings = {place: _Standing(self, place) for place in range(len(self.of["places"])) if place not in self.closed}
        for seeker, place, rank, points in self.pairs:
            own = self.assigned[seeker]
            if rank <= 0 or place not in standings or seeker in silent or (own >= 0 and self.rank[seeker, own] <= rank):
                continue
            if (seeker, self.of["kind"][place]) in self.barred:
                continue
            objection = standings[place].against(_Row(points, -self.lottery[seeker], seeker))
            if objection:
                code, other = objection
                named = self.name(seeker=seeker, place=place) | (self.name(other=other) if other >= 0 else {})
                yield fault(code, **named)

    def _kept_out(self, seeker: int) -> bool:
        """Return whether a region of this seeker is at its ceiling with people who were all before them in the queue."""
        return any(
            0 <= self.of["region_most"][region] <= len(self.placed_of[region])
            and self.turn[seeker] > self._last_turn(region)
            for region in self.around(self.of["seeker_region"][seeker])
        )  # fmt: skip

    def _last_turn(self, region: int) -> tuple[int, ...]:
        if region not in self._last:
            self._last[region] = max((self.turn[other] for other in self.placed_of[region]), default=())
        return self._last[region]

    @cached_property
    def _last(self) -> dict[int, tuple[int, ...]]:
        return {}


class _Standing:
    """What somebody must beat at one place: the weakest of a full region, of one's own reserve, of the open seats."""

    def __init__(self, case: _Case, place: int) -> None:
        rows = case.at_place.get(place, [])
        self.region = case.of["seeker_region"]
        self.free = case.of["capacity"][place] - len(rows)
        self.ceiling = case.ceilings.get(place, {})
        floors = case.floors.get(place, [])
        self.floor_of = case.floor_of(place)
        self.by_region, self.by_floor, self.open = defaultdict(list), defaultdict(list), list[_Row]()
        for row in sorted(rows, reverse=True):
            self.by_region[self.region[row.seeker]].append(row)
            number = self.floor_of.get(self.region[row.seeker], -1)
            self.by_floor[number].append(row)
            if number < 0 or len(self.by_floor[number]) > floors[number][0]:
                self.open.append(row)
        self.open.sort(reverse=True)
        self.unused = {number for number, (seats, _) in enumerate(floors) if len(self.by_floor[number]) < seats}

    def against(self, row: _Row) -> tuple[str, int] | None:
        """Return the code of the objection and whom it is against (-1 nobody), None when the place would not agree."""
        region = self.region[row.seeker]
        own = self.floor_of.get(region, -1)
        if region in self.ceiling and len(self.by_region[region]) >= self.ceiling[region]:
            weakest = self.by_region[region][-1] if self.by_region[region] else None
        elif self.free > 0:
            return "empty_seat", -1
        elif own in self.unused:
            return "reserved_seat", -1
        else:
            last = [rows[-1] for rows in (self.open, self.by_floor[own] if own >= 0 else []) if rows]
            weakest = min(last, default=None)
        return ("higher_priority", weakest.seeker) if weakest is not None and weakest < row else None


def _shortened(found: list[MatchFault]) -> tuple[MatchFault, ...]:
    """Return the first faults of each kind."""
    seen: Counter[str] = Counter()
    kept = []
    for wrong in found:
        seen[wrong.code] += 1
        if seen[wrong.code] <= SHOWN:
            kept.append(wrong)
    return tuple(kept)
