"""Make a register of any size, quickly and always the same. Everybody is invented."""

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from matang.flow.register.choices import IncumbencyKind, PostKind, ServiceState
from matang.flow.register.models import Education, GradeRecord, Incumbency, Person, Post, ServiceRecord, Unit
from matang.foundation.tenancy.bulk import copy_into, reserve_ids
from matang.foundation.tenancy.models import Agency

FIRST = (
    "Adi",
    "Bunga",
    "Citra",
    "Dedi",
    "Endang",
    "Fajar",
    "Gita",
    "Hasan",
    "Indah",
    "Joko",
    "Kartika",
    "Lukman",
    "Mega",
    "Nanda",
)
LAST = (
    "Pratama",
    "Lestari",
    "Wijaya",
    "Sari",
    "Hidayat",
    "Utami",
    "Saputra",
    "Rahayu",
    "Kusuma",
    "Anggraini",
    "Santoso",
    "Maharani",
)
STAFF = (
    ("Pengolah Data dan Informasi", PostKind.PELAKSANA),
    ("Penelaah Teknis Kebijakan", PostKind.PELAKSANA),
    ("Guru Ahli Pertama", PostKind.JF_AHLI_PERTAMA),
    ("Perawat Terampil", PostKind.JF_TERAMPIL),
    ("Analis Kebijakan Ahli Muda", PostKind.JF_AHLI_MUDA),
    ("Perencana Ahli Madya", PostKind.JF_AHLI_MADYA),
)
GRADES = ("II/c", "II/d", "III/a", "III/b", "III/c", "III/d", "IV/a", "IV/b")
START = date(2020, 1, 1)
COLUMNS = {
    Person: (
        "id", "agency", "nip", "kind", "full_name", "title_front", "title_back", "birth_date", "birth_place", "sex",
        "service_start", "origin",
    ),
    Post: ("id", "agency", "unit", "name", "kind", "echelon", "capacity", "valid_from", "origin"),
    Incumbency: ("agency", "person", "post", "kind", "sole", "valid_from", "decree", "origin"),
    GradeRecord: ("agency", "person", "grade", "valid_from", "decree", "origin"),
    ServiceRecord: ("agency", "person", "state", "valid_from", "origin"),
    Education: ("agency", "person", "level", "field", "institution", "year", "origin"),
}  # fmt: skip


@dataclass(frozen=True)
class City:
    """What was made: keys of the OPDs, of all units, posts and people, each in the order of making."""

    opds: list[int]
    units: list[int]
    posts: list[int]
    people: list[int]


def make_units(agency: Agency, opds: int, sections: int) -> tuple[list[int], dict[int, str]]:
    """Make OPDs with sections below; return the keys of the OPDs and the paths of all units."""
    ids = reserve_ids(Unit, opds * (sections + 1))
    rows, tops, paths = [], [], {}
    for number in range(opds):
        top, *below = ids[number * (sections + 1) : (number + 1) * (sections + 1)]
        tops.append(top)
        paths[top] = f"/{top}/"
        rows.append((top, agency.pk, f"{number + 1:02}", f"Dinas Contoh {number + 1:02}", "Dinas", None, paths[top], START, ""))
        for place, section in enumerate(below, start=1):
            paths[section] = f"/{top}/{section}/"
            name = f"Bidang {place} Dinas Contoh {number + 1:02}"
            rows.append((section, agency.pk, f"{number + 1:02}.{place}", name, "Bidang", top, paths[section], START, ""))
    copy_into(Unit, ("id", "agency", "code", "name", "kind", "parent", "path", "valid_from", "origin"), rows)
    return tops, paths


def make_city(agency: Agency, people: int, *, opds: int = 4, sections: int = 4, seed: int = 1, vacant: int = 2) -> City:
    """Make ``people`` civil servants in the units of ``agency``, with ``vacant`` free managerial posts in each OPD."""
    chance = Random(seed)  # noqa: S311 -- invented people
    tops, paths = make_units(agency, opds, sections)
    units = list(paths)
    person_ids, post_ids = reserve_ids(Person, people), reserve_ids(Post, people + opds * vacant)
    persons, posts, holdings, grades, states, studies = [], [], [], [], [], []
    for number, (person, post) in enumerate(zip(person_ids, post_ids, strict=False)):
        unit = units[number % len(units)]
        name, kind = (f"Kepala {unit}", PostKind.JPT_PRATAMA) if number < len(units) else STAFF[number % len(STAFF)]
        born = date(1967, 1, 1) + timedelta(days=chance.randrange(12_000))
        since = START + timedelta(days=chance.randrange(1_500))
        nip = f"{born:%Y%m%d}{2005 + number // 1000}{1 + number % 12:02}{1 + number % 2}{number % 1000:03}"
        full_name = f"{chance.choice(FIRST)} {chance.choice(LAST)} {number}"
        sex = ("male", "female")[number % 2]
        persons.append(
            (person, agency.pk, nip, "pns", full_name, "", "S.E." if number % 3 else "", born, "Palu", sex, START, "manual")
        )
        posts.append((post, agency.pk, unit, f"{name} {number}", kind, "", 1, START, "manual"))
        holdings.append((agency.pk, person, post, IncumbencyKind.DEFINITIVE, True, since, "", "manual"))
        grades.append((agency.pk, person, chance.choice(GRADES), since, "", "manual"))
        states.append((agency.pk, person, ServiceState.ACTIVE, START, "manual"))
        studies.append((agency.pk, person, "s1", "Manajemen", "Universitas Contoh", 2005, "manual"))
    free = post_ids[people:]
    for number, post in enumerate(free):
        unit = tops[number % len(tops)]
        posts.append(
            (post, agency.pk, unit, f"Kepala Bidang Kosong {number}", PostKind.ADMINISTRATOR, "III.b", 1, START, "manual")
        )
        if number % 2 == 0 and people:
            deputy = person_ids[number % people]
            holdings.append((agency.pk, deputy, post, IncumbencyKind.ACTING, False, START, "", "manual"))
    rows = (persons, posts, holdings, grades, states, studies)
    for (model, columns), values in zip(COLUMNS.items(), rows, strict=True):
        copy_into(model, columns, values)
    return City(opds=tops, units=units, posts=post_ids, people=person_ids)
