"""The answers of ``explain``: what stood between a seeker and a place, and how places and regions came out."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Bar(Enum):
    """What stood between a seeker and a place they wished more."""

    FULL = "full"
    DRAW = "draw"
    RESERVED = "reserved"
    PLACE_CEILING = "place_ceiling"
    REGION_CEILING = "region_ceiling"
    KIND_CEILING = "kind_ceiling"
    NO_SEATS = "no_seats"
    SHUT = "shut"
    GREATER_SUM = "greater_sum"


@dataclass(frozen=True, slots=True)
class Wish:
    """A place wished more than the one held, and why it was not had.

    ``points`` are the seeker's at this place, or in the region's queue for a ceiling of a region in all or for a kind.
    ``needed`` of the same would have been enough, ``missing`` more than there are; None = no number of points would.
    ``against`` is the seeker to be overtaken, ``region`` the one whose ceiling it is.

    ``DRAW``: as many points as that seeker, and the later number drawn. ``RESERVED``: more points than somebody who is
    there on a reserved seat, but fewer than all on open seats. ``GREATER_SUM``: the place would have gained, the sum not.
    """

    place: int
    rank: int
    bar: Bar
    points: int
    needed: int | None = None
    missing: int | None = None
    against: int | None = None
    region: int | None = None


@dataclass(frozen=True, slots=True)
class SeekerReasons:
    """A seeker's place (None without one) with its rank, every wish above it in order, lottery number and place in the draw."""

    seeker: int
    place: int | None
    rank: int | None
    above: tuple[Wish, ...]
    lottery: int
    drawn: int


@dataclass(frozen=True, slots=True)
class Floor:
    """A reserve at a place: seats kept, seats its regions use of them, and the fewest points of its people there."""

    regions: tuple[int, ...]
    seats: int
    used: int
    lowest: int | None


@dataclass(frozen=True, slots=True)
class PlaceReasons:
    """A place as it came out. ``cutoff`` = points of the weakest on an open seat; None while a seat is empty or none is open.

    ``wished`` counts all who ranked the place, ``first`` those who ranked it first; ``ceilings`` are (region, most, used).
    """

    place: int
    seats: int
    filled: int
    empty: int
    shut: bool
    cutoff: int | None
    wished: int
    first: int
    floors: tuple[Floor, ...]
    ceilings: tuple[tuple[int, int, int], ...]


@dataclass(frozen=True, slots=True)
class RegionReasons:
    """A region: its ceiling (-1 none), how many are placed and not, and the fewest queue points of anybody placed."""

    region: int
    most: int
    placed: int
    unplaced: int
    lowest: int | None
