"""The register as it is, for the people of one file: read in a few queries, whatever the number of rows."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from django.db import connection
from django.db.models import Q

from matang.flow.register.choices import IncumbencyKind
from matang.flow.register.models import Education, GradeRecord, Incumbency, Post, ServiceRecord, Unit, UnitAlias
from matang.flow.register.services.imports.dating import Span
from matang.flow.register.services.imports.units import KnownUnit, UnitIndex, plain_name
from matang.foundation.clock.dated import holds_at

PERSON_FIELDS = ("kind", "full_name", "title_front", "title_back", "birth_date", "birth_place", "sex", "service_start")
DECIDED = "decision"
WANTED = "JOIN unnest(%s::bigint[]) AS wanted (number) ON wanted.number = person_id WHERE agency_id = %s"
PostKey = tuple[int, str]


@dataclass(frozen=True, slots=True)
class KnownPost:
    """A post of the register."""

    id: int
    unit: int
    name: str
    kind: str
    echelon: str
    capacity: int | None


@dataclass(slots=True)
class Snapshot:
    """People by NIP, their histories by person id, and all posts that hold on the day."""

    people: dict[str, tuple[int, tuple[object, ...]]] = field(default_factory=dict)
    grades: dict[int, list[Span]] = field(default_factory=dict)
    states: dict[int, list[Span]] = field(default_factory=dict)
    incumbencies: dict[int, list[Span]] = field(default_factory=dict)
    acting: dict[int, list[Span]] = field(default_factory=dict)
    educations: dict[int, set[tuple[str, str]]] = field(default_factory=dict)
    posts: dict[PostKey, KnownPost] = field(default_factory=dict)
    post_names: dict[int, PostKey] = field(default_factory=dict)
    units: dict[int, tuple[str, date]] = field(default_factory=dict)


def unit_index(agency_id: int, day: date) -> UnitIndex:
    """Return the units of an agency that hold on ``day`` or later, with the confirmed spellings."""
    rows = list(
        Unit.objects.filter(Q(valid_to__isnull=True) | Q(valid_to__gt=day), agency_id=agency_id)
        .order_by("path")
        .values_list("id", "name", "path")
    )
    names = {number: plain_name(name) for number, name, _path in rows}
    units = [KnownUnit(number, name, names.get(_top(path), plain_name(name))) for number, name, path in rows]
    return UnitIndex(units, dict(UnitAlias.objects.filter(agency_id=agency_id).values_list("spelling", "unit_id")))


def _top(path: str) -> int:
    first = path.strip("/").split("/", maxsplit=1)[0]
    return int(first) if first else 0


def take(agency_id: int, nips: Sequence[str], day: date) -> Snapshot:
    """Read what the register holds about the people with these numbers, and the agency's posts on ``day``."""
    snapshot = Snapshot()
    with connection.cursor() as cursor:  # one scan with a hash join beats 100,000 parameters
        cursor.execute(
            f"SELECT nip, id, {', '.join(PERSON_FIELDS)} FROM register_person "  # noqa: S608
            "JOIN unnest(%s::varchar[]) AS wanted (number) ON wanted.number = nip WHERE agency_id = %s",
            [list(nips), agency_id],
        )
        for nip, number, *values in cursor:
            snapshot.people[nip] = (number, tuple(values))
    ids = [number for number, _values in snapshot.people.values()]
    _posts(snapshot, agency_id, day)
    if ids:
        _histories(snapshot, agency_id, ids)
    return snapshot


def _posts(snapshot: Snapshot, agency_id: int, day: date) -> None:
    rows = Post.objects.filter(holds_at(day), agency_id=agency_id).order_by("id")
    for row in rows.values_list("id", "unit_id", "name", "kind", "echelon", "capacity"):
        post = KnownPost(*row)
        key = (post.unit, plain_name(post.name))
        snapshot.posts.setdefault(key, post)
        snapshot.post_names[post.id] = key
    snapshot.units = {
        number: (name, start)
        for number, name, start in Unit.objects.filter(agency_id=agency_id).values_list("id", "name", "valid_from")
    }


def _spans(rows: Iterable[tuple[int, int, object, date, date | None, str]]) -> dict[int, list[Span]]:
    spans: dict[int, list[Span]] = defaultdict(list)
    for person, number, value, start, end, origin in rows:
        spans[person].append(Span(number, value, start, end, fixed=origin.startswith(DECIDED)))
    return dict(spans)


def _histories(snapshot: Snapshot, agency_id: int, ids: list[int]) -> None:
    def read(table: str, value: str, extra: str = "") -> dict[int, list[Span]]:
        with connection.cursor() as cursor:
            cursor.execute(
                f"SELECT person_id, id, {value}, valid_from, valid_to, origin FROM {table} {WANTED} {extra} "  # noqa: S608
                "ORDER BY person_id, valid_from",
                [ids, agency_id],
            )
            return _spans(cursor)

    snapshot.grades = read(GradeRecord._meta.db_table, "grade")
    snapshot.states = read(ServiceRecord._meta.db_table, "state")
    snapshot.incumbencies = read(Incumbency._meta.db_table, "post_id", f"AND kind = '{IncumbencyKind.DEFINITIVE}'")
    for person, spans in read(
        Incumbency._meta.db_table, "ARRAY[post_id::text, kind]", f"AND kind <> '{IncumbencyKind.DEFINITIVE}'"
    ).items():
        snapshot.acting[person] = [replace(span, value=(int(span.value[0]), span.value[1])) for span in spans]
    held: dict[int, set[tuple[str, str]]] = defaultdict(set)
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT person_id, level, field FROM {Education._meta.db_table} {WANTED}",  # noqa: S608
            [ids, agency_id],
        )
        for person, level, name in cursor:
            held[person].add((level, name))
    snapshot.educations = dict(held)


def sole_holders(agency_id: int, posts: Sequence[int]) -> dict[int, list[tuple[int, int, str, date, date | None]]]:
    """Return who holds these posts alone: post → [(incumbency, person, name, start, end)]."""
    found: dict[int, list[tuple[int, int, str, date, date | None]]] = defaultdict(list)
    rows = Incumbency.objects.filter(agency_id=agency_id, post_id__in=posts, sole=True, kind=IncumbencyKind.DEFINITIVE)
    for post, number, person, name, start, end in rows.values_list(
        "post_id", "id", "person_id", "person__full_name", "valid_from", "valid_to"
    ):
        found[post].append((number, person, name, start, end))
    return found
