"""Every way in which numbers can fail to describe a matching: each refused with the field and the position in the input."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from matang.engine.problem import ProblemError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from numpy.typing import ArrayLike, NDArray

    from matang.engine.matching.problem import KindCeiling, PlaceCeiling, Region, Reserve
    from matang.engine.problem import Integers

    Rows = tuple[tuple[int, int, int], ...]
    Floors = tuple[tuple[int, int, tuple[int, ...]], ...]

UNLIMITED = -1
MOST_POINTS = 10**6
MOST_SEATS = 10**6
LARGEST = 2**52


def whole(name: str, values: ArrayLike) -> Integers:
    """Return a vector of whole numbers within ±2^52, or refuse it."""
    raw = np.asarray(values)
    if raw.ndim != 1:
        raise ProblemError(f"{name}: expected one dimension, got {raw.ndim}")
    if raw.size and raw.dtype.kind not in "iu":
        raise ProblemError(f"{name}: expected integers, got {raw.dtype}")
    if raw.size and (int(raw.max()) > LARGEST or int(raw.min()) < -LARGEST):
        raise ProblemError(f"{name}: a number is outside ±2^52")
    return raw.astype(np.int64)


def unique(name: str, ids: Integers) -> NDArray[np.intp]:
    """Return the order that sorts identifiers; refuse one that stands twice."""
    order = np.argsort(ids, kind="stable")
    same = np.flatnonzero(np.diff(ids[order]) == 0)
    if same.size:
        at = int(order[same[0] + 1])
        raise ProblemError(f"{name}[{at}]: identifier {int(ids[at])} stands twice")
    return order


def positions(name: str, known: Integers, wanted: Integers) -> Integers:
    """Return where each wanted identifier stands in the ascending known ones; refuse an unknown one."""
    at = np.minimum(np.searchsorted(known, wanted), max(len(known) - 1, 0))
    found = known[at] == wanted if len(known) else np.zeros(len(wanted), dtype=bool)
    _refuse(name, ~found, wanted, "is not known")
    return at.astype(np.int64)


def check_regions(regions: Sequence[Region]) -> tuple[Integers, Integers, Integers]:
    """Return identifiers (ascending), position of the region around each (-1 none) and ceilings."""
    given = whole("regions.id", [region.id for region in regions])
    order = unique("regions.id", given)
    ids, ordered = given[order], [regions[at] for at in order]
    inside = np.full(len(ids), -1, dtype=np.int64)
    for at, region in enumerate(ordered):
        if region.most < UNLIMITED:
            raise ProblemError(f"regions.most[{int(order[at])}]: {region.most} is below zero")
        if region.inside is not None:
            inside[at] = positions("regions.inside", ids, np.array([region.inside]))[0]
    for at in range(len(ids)):
        up, steps = int(inside[at]), 0
        while up >= 0 and steps <= len(ids):
            up, steps = int(inside[up]), steps + 1
        if up >= 0:
            raise ProblemError(f"regions.inside[{int(order[at])}]: region {int(ids[at])} lies inside itself")
    return ids, inside, whole("regions.most", [region.most for region in ordered])


def check_columns(seekers: int, region: Integers, standing: Integers, places: Integers, columns: list[Integers]) -> None:
    """Refuse columns of the wrong length, seats below zero, a least group above the seats, a host twice in a period."""
    host, period, kind, capacity, least = columns
    for name, column, size in (
        ("region", region, seekers), ("standing", standing, seekers), ("host", host, len(places)),
        ("period", period, len(places)), ("kind", kind, len(places)), ("capacity", capacity, len(places)),
        ("least", least, len(places)),
    ):  # fmt: skip
        if len(column) != size:
            raise ProblemError(f"{name}: {len(column)} numbers where {size} are needed")
    _refuse("capacity", (capacity < 0) | (capacity > MOST_SEATS), capacity, f"seats: must lie between 0 and {MOST_SEATS}")
    _refuse("least", least < 0, least, "people: a group cannot be smaller than 0")
    _refuse("least", (least > capacity) & (capacity > 0), least, "people are more than the place has seats")
    order = np.lexsort((period, host))
    twice = np.flatnonzero((np.diff(host[order]) == 0) & (np.diff(period[order]) == 0))
    if twice.size:
        at = int(order[twice[0] + 1])
        raise ProblemError(f"host[{at}]: host {int(host[at])} stands twice in period {int(period[at])}")


def check_seed(seed: int, *, region_missing: bool) -> None:
    """Refuse a seed that does not fit into a file's number, and people without the region that others have."""
    if isinstance(seed, bool) or not 0 <= seed < 2**63:
        raise ProblemError("seed: must lie between 0 and 2^63 - 1")
    if region_missing:
        raise ProblemError("region: missing, though regions are given")


def check_pairs(
    seekers: Integers, places: Integers, pairs: tuple[ArrayLike, ArrayLike, ArrayLike, ArrayLike]
) -> tuple[Integers, Integers, Integers, Integers]:
    """Return the pairs as positions, by seeker, rank (0 last) and place."""
    if len(pairs) != 4:
        raise ProblemError(f"pairs: {len(pairs)} vectors where 4 are needed (seeker, place, rank, priority)")
    names = ("pairs.seeker", "pairs.place", "pairs.rank", "pairs.priority")
    whom, where, rank, priority = (whole(name, part) for name, part in zip(names, pairs, strict=True))
    for name, part in zip(names[1:], (where, rank, priority), strict=True):
        if len(part) != len(whom):
            raise ProblemError(f"{name}: {len(part)} numbers where {len(whom)} are needed")
    row, column = positions(names[0], seekers, whom), positions(names[1], places, where)
    _refuse(names[2], rank < 0, rank, "is below zero (0 = not wished)")
    _refuse(names[3], (priority < 0) | (priority > MOST_POINTS), priority, f"points: must lie between 0 and {MOST_POINTS}")
    order = np.lexsort((column, row))
    twice = np.flatnonzero((np.diff(row[order]) == 0) & (np.diff(column[order]) == 0))
    if twice.size:
        at = int(order[twice[0] + 1])
        raise ProblemError(f"pairs[{at}]: seeker {int(whom[at])} and place {int(where[at])} stand twice")
    order = np.lexsort((column, np.where(rank > 0, rank, np.iinfo(np.int64).max), row))
    same = np.flatnonzero((np.diff(row[order]) == 0) & (np.diff(rank[order]) == 0) & (rank[order][1:] > 0))
    if same.size:
        at = int(order[same[0] + 1])
        raise ProblemError(f"{names[2]}[{at}]: seeker {int(whom[at])} gives rank {int(rank[at])} to two places")
    return row[order], column[order], rank[order], priority[order]


def check_reserves(
    places: Integers, capacity: Integers, regions: tuple[Integers, Integers], reserves: Sequence[Reserve]
) -> Floors:
    """Return reserves as sorted rows of positions; ``regions`` are identifiers and the region around each."""
    at = positions("reserves.place", places, whole("reserves.place", [row.place for row in reserves])).tolist()
    meant: dict[tuple[int, ...], tuple[int, ...]] = {}
    for number, row in enumerate(reserves):
        if row.regions not in meant:
            meant[row.regions] = _with_inner(f"reserves[{number}].regions", row.regions, *regions)
    named = [meant[row.regions] for row in reserves]
    floors = [(at[number], row.seats, named[number]) for number, row in enumerate(reserves)]
    _check_floors(floors, capacity)
    return tuple(sorted(floors))


def check_ceilings(
    places: Integers, regions: Integers, narrow: Sequence[PlaceCeiling], kinds: Sequence[KindCeiling]
) -> tuple[Rows, Rows]:
    """Return ceilings at places and for kinds of hosts as sorted rows of positions."""
    where = positions("place_ceilings.place", places, whole("place_ceilings.place", [row.place for row in narrow])).tolist()
    whose = positions("place_ceilings.region", regions, whole("place_ceilings.region", [row.region for row in narrow])).tolist()
    tight = [(where[number], whose[number], row.most) for number, row in enumerate(narrow)]
    whose = positions("kind_ceilings.region", regions, whole("kind_ceilings.region", [row.region for row in kinds])).tolist()
    sorts = [(whose[number], row.kind, row.most) for number, row in enumerate(kinds)]
    for name, rows in (("place_ceilings", tight), ("kind_ceilings", sorts)):
        seen: set[tuple[int, int]] = set()
        for number, (first, second, most) in enumerate(rows):
            if most < 0:
                raise ProblemError(f"{name}[{number}]: {most} is below zero")
            if (first, second) in seen:
                raise ProblemError(f"{name}[{number}]: stands twice")
            seen.add((first, second))
    return tuple(sorted(tight)), tuple(sorted(sorts))


def _check_floors(floors: Iterable[tuple[int, int, tuple[int, ...]]], capacity: Integers) -> None:
    """Refuse floors that overlap at a place, are empty, or together exceed its seats."""
    held: dict[int, int] = {}
    meant: dict[int, set[int]] = {}
    for number, (place, seats, some) in enumerate(floors):
        if seats < 1:
            raise ProblemError(f"reserves[{number}]: {seats} seats; a reserve has at least one")
        if not some:
            raise ProblemError(f"reserves[{number}]: names no region")
        held[place] = held.get(place, 0) + seats
        if held[place] > int(capacity[place]):
            raise ProblemError(f"reserves[{number}]: {held[place]} reserved seats where the place has {int(capacity[place])}")
        if not meant.setdefault(place, set()).isdisjoint(some):
            raise ProblemError(f"reserves[{number}]: a region is in two reserves of the same place")
        meant[place].update(some)


def _with_inner(name: str, wanted: Iterable[int], ids: Integers, inside: Integers) -> tuple[int, ...]:
    """Return the positions of regions and of all inside them, ascending."""
    found = np.zeros(len(ids), dtype=bool)
    found[positions(name, ids, whole(name, list(wanted)))] = True
    while bool((inner := (inside >= 0) & found[inside] & ~found).any()):
        found |= inner
    return tuple(np.flatnonzero(found).tolist())


def _refuse(name: str, wrong: NDArray[np.bool_], values: Integers, why: str) -> None:
    """Refuse the first wrong number, with its position."""
    if bool(wrong.any()):
        at = int(np.flatnonzero(wrong)[0])
        raise ProblemError(f"{name}[{at}]: {int(values[at])} {why}")
