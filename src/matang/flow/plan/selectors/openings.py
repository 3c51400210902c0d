"""Which posts have a place to fill on a day, and why: vacant, held by an acting official, or soon to be left."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from matang.flow.plan.choices import USUAL_KINDS, Basis
from matang.flow.register.public import Incumbency, IncumbencyKind, Retirement, posts_at, retirement_at


@dataclass(frozen=True, slots=True)
class Opening:
    """A post with places to fill. ``staying`` = definitive holders who stay; ``free_from`` empty = free already."""

    post_id: int
    name: str
    kind: str
    unit_path: str
    basis: Basis
    places: int
    staying: int
    free_from: date | None


@dataclass(slots=True)
class _Held:
    """Who holds a post on a day: birth dates of the definitive holders, whether somebody acts, whether it is promised."""

    births: list[date | None]
    acting: bool = False
    promised: bool = False


def openings(
    agency_id: int | None,
    day: date,
    *,
    unit_path: str | Iterable[str] = "",
    kinds: Iterable[str] = USUAL_KINDS,
    retiring_within: int = 0,
    post_id: int | None = None,
) -> list[Opening]:
    """Return the posts with places to fill at or below ``unit_path`` (or any of several), by key; two queries.

    ``post_id`` asks of one post only.

    A post is open when fewer hold it than may; when only an acting official holds it, even where nobody has said how many
    may; and, with ``retiring_within`` months, when a holder retires in that time. A post that somebody is already appointed
    to from a later day is not open.
    """
    posts = posts_at(agency_id, day).filter(_below(unit_path), kind__in=list(kinds)).order_by("id")
    if post_id is not None:
        posts = posts.filter(pk=post_id)
    rows = list(posts.values_list("id", "name", "kind", "unit__path", "capacity"))
    held, retirement = _holders(agency_id, day, [row[0] for row in rows]), retirement_at(day)
    made = []
    for key, name, kind, path, capacity in rows:
        holders = held.get(key, _Held([]))
        leaving = _leaving(retirement, holders, kind, day, retiring_within)
        only_acting = holders.acting and not holders.births
        free = max(0, capacity - len(holders.births)) if capacity is not None else int(only_acting)
        if holders.promised or not free + len(leaving):
            continue
        basis = Basis.ACTING if free and only_acting else Basis.VACANT if free else Basis.RETIRING
        staying = len(holders.births) - len(leaving)
        made.append(Opening(key, name, kind, path, basis, free + len(leaving), staying, None if free else leaving[0]))
    return made


def _below(unit_path: str | Iterable[str]) -> Q:
    inside = Q(pk__in=())
    for path in [unit_path] if isinstance(unit_path, str) else unit_path:
        inside |= Q(unit__path__startswith=path)
    return inside


def unknown_capacity(agency_id: int | None, day: date, unit_path: str | Iterable[str], kinds: Iterable[str]) -> int:
    """Return of how many posts nobody has said how many may hold them, so that they cannot be called vacant."""
    return posts_at(agency_id, day).filter(_below(unit_path), kind__in=list(kinds), capacity__isnull=True).count()


def _holders(agency_id: int | None, day: date, posts: list[int]) -> dict[int, _Held]:
    rows = Incumbency.objects.filter(Q(valid_to__isnull=True) | Q(valid_to__gt=day), agency_id=agency_id, post_id__in=posts)
    held: dict[int, _Held] = {}
    for post_id, kind, since, born in rows.values_list("post_id", "kind", "valid_from", "person__birth_date"):
        entry = held.setdefault(post_id, _Held([]))
        if kind == IncumbencyKind.DEFINITIVE and since > day:
            entry.promised = True
        elif kind == IncumbencyKind.DEFINITIVE:
            entry.births.append(born)
        elif since <= day:
            entry.acting = True
    return held


def _leaving(retirement: Retirement, holders: _Held, kind: str, day: date, months: int) -> list[date]:
    """Return on which days holders retire at most ``months`` after ``day``, the earliest first."""
    if not months:
        return []
    born_before = next((limit for limit, group in retirement.born_before(day, months) if kind in group), None)
    soon = [born for born in holders.births if born is not None and born_before is not None and born < born_before]
    return sorted(found for born in soon if (found := retirement.date_of(born, kind)) is not None)
