"""Write an invented city into the register, table by table, each in one statement."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from matang.flow.register.public import (
    AppraisalRecord,
    CareerEntry,
    Education,
    GradeRecord,
    Incumbency,
    Person,
    Post,
    Region,
    ServiceRecord,
    Unit,
)
from matang.foundation.tenancy.bulk import copy_into, reserve_ids
from matang.portal.demo import facts
from matang.portal.demo.city import CityPlan
from matang.portal.demo.people import STRUCTURE_SINCE

ORIGIN = "demo"
POST_NAMES = {
    "pelaksana": "Pelaksana",
    "pengawas": "Kepala Subbagian/Seksi",
    "administrator": "Kepala Bidang/Bagian",
    "jf_ahli_pertama": "Jabatan fungsional ahli pertama",
    "jf_ahli_muda": "Jabatan fungsional ahli muda",
    "jf_ahli_madya": "Jabatan fungsional ahli madya",
    "jf_terampil": "Jabatan fungsional terampil",
    "jf_mahir": "Jabatan fungsional mahir",
    "jf_penyelia": "Jabatan fungsional penyelia",
}


@dataclass(slots=True)
class Keys:
    """The keys that the written rows got, in the order of the plan's lists."""

    units: list[int]
    posts: list[int]
    people: list[int]
    paths: list[str]


def regions() -> int:
    """Write Palu's regions unless they are there; return how many there are."""
    listed = facts.rows("regions")
    known = set(Region.objects.filter(code__in=[row["code"] for row in listed]).values_list("code", flat=True))
    Region.objects.bulk_create(
        Region(code=row["code"], name=row["name"], level=row["level"], parent_id=row["code"].rpartition(".")[0] or None)
        for row in listed
        if row["code"] not in known
    )
    return len(listed)


def city(agency_id: int, plan: CityPlan) -> Keys:
    """Write units, posts, people and their histories. Call inside ``acting_in(agency_id)``."""
    keys = Keys(reserve_ids(Unit, len(plan.units)), reserve_ids(Post, len(plan.posts)), reserve_ids(Person, len(plan.people)), [])
    _units(agency_id, plan, keys)
    _posts(agency_id, plan, keys)
    _people(agency_id, plan, keys)
    return keys


def _units(agency_id: int, plan: CityPlan, keys: Keys) -> None:
    number = {id(unit): key for unit, key in zip(plan.units, keys.units, strict=True)}
    path: dict[int, str] = {}
    rows = []
    for unit in plan.units:
        parent = unit.parent
        path[id(unit)] = f"{path[id(parent)] if parent else '/'}{number[id(unit)]}/"
        rows.append(
            (number[id(unit)], agency_id, unit.code, unit.name, unit.kind, number[id(parent)] if parent else None, path[id(unit)],
             unit.region or None, STRUCTURE_SINCE, ORIGIN)
        )  # fmt: skip
    keys.paths = [path[id(unit)] for unit in plan.units]
    copy_into(Unit, ("id", "agency", "code", "name", "kind", "parent", "path", "region", "valid_from", "origin"), rows)


def _posts(agency_id: int, plan: CityPlan, keys: Keys) -> None:
    unit_key = {id(unit): key for unit, key in zip(plan.units, keys.units, strict=True)}
    copy_into(
        Post,
        ("id", "agency", "unit", "name", "kind", "echelon", "job_class", "capacity", "valid_from", "origin"),
        (
            (key, agency_id, unit_key[id(post.unit)], post.name, post.kind, post.echelon, post.job_class, post.capacity,
             STRUCTURE_SINCE, ORIGIN)
            for post, key in zip(plan.posts, keys.posts, strict=True)
        ),
    )  # fmt: skip


def _people(agency_id: int, plan: CityPlan, keys: Keys) -> None:
    pairs = list(zip(plan.people, keys.people, strict=True))
    copy_into(
        Person,
        ("id", "agency", "nip", "kind", "full_name", "title_front", "title_back", "birth_date", "birth_place", "sex",
         "service_start", "origin"),
        (
            (key, agency_id, person.nip, person.kind, person.name, "", person.title_back, person.born, person.place, person.sex,
             person.start, ORIGIN)
            for person, key in pairs
        ),
    )  # fmt: skip
    copy_into(
        GradeRecord,
        ("agency", "person", "grade", "valid_from", "valid_to", "decree", "origin"),
        ((agency_id, key, span.what, span.since, span.until, "", ORIGIN) for person, key in pairs for span in person.grades),
    )
    copy_into(
        ServiceRecord,
        ("agency", "person", "state", "valid_from", "origin"),
        ((agency_id, key, "active", person.start, ORIGIN) for person, key in pairs),
    )
    copy_into(
        Education,
        ("agency", "person", "level", "field", "institution", "year", "origin"),
        (
            (agency_id, key, school.level, school.field, school.institution, school.year, ORIGIN)
            for person, key in pairs
            for school in person.schools
        ),
    )
    copy_into(
        CareerEntry,
        ("agency", "person", "post_name", "unit_name", "kind", "valid_from", "valid_to", "origin"),
        (
            (agency_id, key, POST_NAMES[span.what], person.post.unit.top.name, span.what, span.since, span.until, ORIGIN)
            for person, key in pairs
            for span in person.career
        ),
    )
    copy_into(
        AppraisalRecord,
        ("agency", "person", "year", "rating", "origin", "document"),
        ((agency_id, key, year, rating, ORIGIN, "") for person, key in pairs for year, rating in person.appraisals),
    )
    copy_into(
        Incumbency,
        ("agency", "person", "post", "kind", "sole", "valid_from", "decree", "origin"),
        _incumbencies(agency_id, plan, keys),
    )


def _incumbencies(agency_id: int, plan: CityPlan, keys: Keys) -> Iterator[tuple[int, int, int, str, bool, date, str, str]]:
    post_key = {id(post): key for post, key in zip(plan.posts, keys.posts, strict=True)}
    person_key = {id(person): key for person, key in zip(plan.people, keys.people, strict=True)}
    for person, key in zip(plan.people, keys.people, strict=True):
        yield agency_id, key, post_key[id(person.post)], "definitive", person.post.capacity == 1, person.since, "", ORIGIN
    for acting in plan.acting:
        yield agency_id, person_key[id(acting.person)], post_key[id(acting.post)], "acting", True, acting.since, "", ORIGIN
