"""Who may go where: seekers with ranked places, places with priorities and seats, regions with ceilings and floors.

A place is a host in a period. All numbers are whole. Input in any order gives the same problem, byte for byte.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, fields
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from matang.engine.matching.faults import (
    UNLIMITED,
    check_ceilings,
    check_columns,
    check_pairs,
    check_regions,
    check_reserves,
    check_seed,
    positions,
    unique,
    whole,
)
from matang.engine.problem import ProblemError, canonical_json

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import ArrayLike, NDArray

    from matang.engine.problem import Integers

FORMAT = "matang.engine.matching/1"
NOWHERE = -1


class Region(NamedTuple):
    """A sender region; ``most`` = how many of its people may be placed in all, those of regions inside it included."""

    id: int
    inside: int | None = None
    most: int = UNLIMITED


class Reserve(NamedTuple):
    """A floor: ``seats`` of a place are kept for people of these regions first; what they do not need is open to all."""

    place: int
    seats: int
    regions: tuple[int, ...]


class PlaceCeiling(NamedTuple):
    """At this place at most ``most`` people whose own region is this one."""

    place: int
    region: int
    most: int


class KindCeiling(NamedTuple):
    """At hosts of this kind at most ``most`` people of the region: the first of its queue who are eligible there."""

    region: int
    kind: int
    most: int


@dataclass(frozen=True, eq=False)
class MatchingProblem:
    """A validated problem in canonical order. Made by ``build`` or ``from_data``; rows hold positions, not identifiers.

    Seekers, places and regions ascend by identifier; pairs by seeker, then rank (0 = not ranked, last), then place.
    ``reserves`` are rows of (place, seats, (regions …)), expanded to every region meant; ``place_ceilings`` rows of
    (place, region, most); ``kind_ceilings`` rows of (region, kind, most).
    """

    seed: int
    regions: Integers
    inside: Integers
    region_most: Integers
    seekers: Integers
    seeker_region: Integers
    standing: Integers
    places: Integers
    host: Integers
    period: Integers
    kind: Integers
    capacity: Integers
    least: Integers
    pair_seeker: Integers
    pair_place: Integers
    pair_rank: Integers
    pair_priority: Integers
    reserves: tuple[tuple[int, int, tuple[int, ...]], ...] = ()
    place_ceilings: tuple[tuple[int, int, int], ...] = ()
    kind_ceilings: tuple[tuple[int, int, int], ...] = ()

    @classmethod
    def build(
        cls,
        *,
        seekers: ArrayLike,
        places: ArrayLike,
        capacity: ArrayLike,
        pairs: tuple[ArrayLike, ArrayLike, ArrayLike, ArrayLike],
        seed: int,
        regions: Sequence[Region] = (),
        region: ArrayLike | None = None,
        standing: ArrayLike | None = None,
        host: ArrayLike | None = None,
        period: ArrayLike | None = None,
        kind: ArrayLike | None = None,
        least: ArrayLike | None = None,
        reserves: Sequence[Reserve] = (),
        place_ceilings: Sequence[PlaceCeiling] = (),
        kind_ceilings: Sequence[KindCeiling] = (),
    ) -> MatchingProblem:
        """Return the problem for identifiers in any order.

        ``pairs`` are four vectors: seeker, place, rank and priority. A pair says that the place accepts the seeker, with
        so many points (0 to 10^6); rank 1 is the seeker's first wish, 0 = not wished. ``region`` is each seeker's own
        region (needed when ``regions`` are given), ``standing`` the points that order a region's queue, ``least`` the
        smallest group a place opens for. ``host``, ``period`` and ``kind`` default to the place itself, 0 and 0.

        Raises:
            ProblemError: names the field, the position in the input and what is wrong there.
        """
        whom, at = whole("seekers", seekers), whole("places", places)
        ids, inside, most = check_regions(regions)
        own = _default("region", region, len(whom), NOWHERE)
        points = _default("standing", standing, len(whom), 0)
        check_seed(seed, region_missing=region is None and bool(regions))
        who = np.full(len(whom), NOWHERE) if region is None else positions("region", ids, own)
        columns = [
            at if host is None else whole("host", host), _default("period", period, len(at), 0),
            _default("kind", kind, len(at), 0), whole("capacity", capacity), _default("least", least, len(at), 0),
        ]  # fmt: skip
        seeker_order, place_order = unique("seekers", whom), unique("places", at)
        check_columns(len(whom), own, points, at, columns)
        whom, at = whom[seeker_order], at[place_order]
        rows = check_pairs(whom, at, pairs)
        floors = check_reserves(at, columns[3][place_order], (ids, inside), reserves)
        narrow, kinds = check_ceilings(at, ids, place_ceilings, kind_ceilings)
        hosts, periods, kinds_of, seats, groups = (column[place_order] for column in columns)
        return cls(
            seed, ids, inside, most, whom, who[seeker_order], points[seeker_order], at, hosts, periods, kinds_of, seats, groups,
            *rows, reserves=floors, place_ceilings=narrow, kind_ceilings=kinds,
        )  # fmt: skip

    def __post_init__(self) -> None:
        for field in fields(self):
            value = getattr(self, field.name)
            if isinstance(value, np.ndarray):
                value = np.array(value, dtype=np.int64)
                value.flags.writeable = False
                object.__setattr__(self, field.name, value)

    @cached_property
    def lottery(self) -> Integers:
        """Return each seeker's lottery number: the first 15 hexadecimal digits of the SHA-256 of ``seed:identifier``."""
        drawn = (hashlib.sha256(f"{self.seed}:{key}".encode()).hexdigest() for key in self.seekers.tolist())
        return np.array([int(digits[:15], 16) for digits in drawn], dtype=np.int64)

    @cached_property
    def drawn(self) -> Integers:
        """Return each seeker's place in the draw, 0 first: by lottery number, then identifier."""
        return _ranks(np.argsort(self.lottery, kind="stable"))

    @cached_property
    def turn(self) -> Integers:
        """Return each seeker's place in the queue of every region that holds them: standing, then the draw; 0 is first."""
        return _ranks(np.lexsort((self.drawn, -self.standing)))

    @cached_property
    def key(self) -> Integers:
        """Return for each pair a number of its own: at the same place the higher is the one who is taken first."""
        return _ranks(np.lexsort((-self.drawn[self.pair_seeker], self.pair_priority, self.pair_place)))

    @cached_property
    def first_pair(self) -> Integers:
        """Return where each seeker's pairs begin; one longer than ``seekers``."""
        return np.searchsorted(self.pair_seeker, np.arange(len(self.seekers) + 1)).astype(np.int64)

    @cached_property
    def above(self) -> list[tuple[int, ...]]:
        """Return for each region itself and all regions around it, the innermost first."""
        inside = self.inside.tolist()
        chains: list[tuple[int, ...]] = []
        for region in range(len(inside)):
            chain = [region]
            while inside[chain[-1]] != NOWHERE:
                chain.append(inside[chain[-1]])
            chains.append(tuple(chain))
        return chains

    @cached_property
    def inner(self) -> list[list[int]]:
        """Return for each region itself and all regions inside it, ascending."""
        found: list[list[int]] = [[] for _ in self.above]
        for region, chain in enumerate(self.above):
            for around in chain:
                found[around].append(region)
        return found

    def members(self, region: int) -> NDArray[np.bool_]:
        """Return which seekers belong to a region (by position), regions inside it included."""
        within = np.zeros(len(self.regions), dtype=bool)
        within[self.inner[region]] = True
        belongs: NDArray[np.bool_] = within[self.seeker_region]
        return belongs

    @cached_property
    def barred(self) -> NDArray[np.bool_]:
        """Return which pairs a ceiling for a kind of host rules out.

        Of a region only the first ``most`` of its queue count who are accepted by a host of that kind, whether they wish
        it or not: what people wish must not decide who is in.
        """
        out = np.zeros(len(self.pair_seeker), dtype=bool)
        for region, kind, most in self.kind_ceilings:
            pairs = np.flatnonzero((self.kind[self.pair_place] == kind) & self.members(region)[self.pair_seeker])
            eligible = np.unique(self.pair_seeker[pairs])
            let_in = np.zeros(len(self.seekers), dtype=bool)
            let_in[eligible[np.argsort(self.turn[eligible])][:most]] = True
            out[pairs[~let_in[self.pair_seeker[pairs]]]] = True
        return out

    @cached_property
    def usable(self) -> NDArray[np.bool_]:
        """Return which pairs may be made: wished by the seeker and not barred."""
        return (self.pair_rank > 0) & ~self.barred

    def seeker_at(self, seeker_id: int) -> int:
        """Return the position of a seeker; ``ProblemError`` when not in the problem."""
        return int(positions("seeker", self.seekers, np.array([seeker_id]))[0])

    def place_at(self, place_id: int) -> int:
        """Return the position of a place; ``ProblemError`` when not in the problem."""
        return int(positions("place", self.places, np.array([place_id]))[0])

    def to_data(self) -> dict[str, Any]:
        """Return the problem as the content of its file; arrays instead of lists."""
        return {"format": FORMAT} | {field.name: getattr(self, field.name) for field in fields(self)}

    @cached_property
    def canonical(self) -> bytes:
        """Return the file's bytes: sorted keys, whole numbers, one line a field."""
        return canonical_json(self.to_data())

    @cached_property
    def digest(self) -> str:
        """Return the SHA-256 of the file's bytes, which a matching names."""
        return hashlib.sha256(self.canonical).hexdigest()

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> MatchingProblem:
        """Return the problem of a file's content, validated again."""
        if data.get("format") != FORMAT:
            raise ProblemError(f"format: expected {FORMAT}")
        missing = [field.name for field in fields(cls) if field.name not in data]
        if missing:
            raise ProblemError(f"{missing[0]}: missing")
        try:
            return cls._rebuilt(data)
        except (IndexError, TypeError, ValueError, OverflowError) as fault:
            raise fault if isinstance(fault, ProblemError) else ProblemError(f"content: {fault}") from fault

    @classmethod
    def _rebuilt(cls, data: Mapping[str, Any]) -> MatchingProblem:
        names = ("regions", "inside", "region_most", "seekers", "seeker_region", "places", "pair_seeker", "pair_place")
        row = {name: whole(name, data[name]) for name in names}
        ids, whom, at = row["regions"], row["seekers"], row["places"]
        for name in ("pair_seeker", "pair_place"):
            if row[name].size and int(row[name].min()) < 0:
                raise ProblemError(f"{name}: a position is below zero")
        parent = [None if up == NOWHERE else int(ids[up]) for up in row["inside"].tolist()]
        areas = [Region(*known) for known in zip(ids.tolist(), parent, row["region_most"].tolist(), strict=True)]
        return cls.build(
            seekers=whom, places=at, capacity=data["capacity"], seed=int(data["seed"]), regions=areas,
            region=ids[row["seeker_region"]] if areas else None, standing=data["standing"], host=data["host"],
            period=data["period"], kind=data["kind"], least=data["least"],
            pairs=(whom[row["pair_seeker"]], at[row["pair_place"]], data["pair_rank"], data["pair_priority"]),
            reserves=[Reserve(int(at[p]), seats, tuple(ids[list(some)].tolist())) for p, seats, some in data["reserves"]],
            place_ceilings=[PlaceCeiling(int(at[p]), int(ids[r]), most) for p, r, most in data["place_ceilings"]],
            kind_ceilings=[KindCeiling(int(ids[r]), kind, most) for r, kind, most in data["kind_ceilings"]],
        )  # fmt: skip


def _default(name: str, values: ArrayLike | None, size: int, default: int) -> Integers:
    """Return the given column, or one of equal numbers."""
    return np.full(size, default, dtype=np.int64) if values is None else whole(name, values)


def _ranks(order: NDArray[np.intp]) -> Integers:
    """Return for each position its place in an order."""
    ranks = np.empty(len(order), dtype=np.int64)
    ranks[order] = np.arange(len(order))
    return ranks
