"""A whole demonstration city in memory: units, posts, vacancies, people and acting holders."""

import hashlib
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from matang.portal.demo import layout
from matang.portal.demo.layout import PostPlan, UnitPlan
from matang.portal.demo.people import Census, PersonPlan

MANAGERIAL = ("jpt_pratama", "administrator", "pengawas")
ALWAYS_VACANT = (
    "Kepala Bidang Rehabilitasi Sosial Dinas Sosial",
    "Sekretaris Dinas Sosial",
    "Kepala Subbagian Perencanaan Program Dinas Sosial",
)
SHOWN_OPD = "DINSOS"
WHOLE = 8400


@dataclass(slots=True)
class Acting:
    """A person who looks after a vacant post (Plt.) beside their own."""

    person: PersonPlan
    post: PostPlan
    since: date


@dataclass(slots=True)
class CityPlan:
    """Everything that will be written."""

    units: list[UnitPlan]
    people: list[PersonPlan] = field(default_factory=list)
    acting: list[Acting] = field(default_factory=list)

    @property
    def posts(self) -> list[PostPlan]:
        """All posts, unit by unit."""
        return [post for unit in self.units for post in unit.posts]

    def digest(self) -> str:
        """Return a fingerprint of all that was invented: the same seed, size and day give the same one."""
        seen = hashlib.sha256()
        for person in self.people:
            schools = [(school.level, school.field, school.year) for school in person.schools]
            spans = [(span.what, span.since, span.until) for span in (*person.grades, *person.career)]
            histories = [*spans, *person.appraisals]
            seen.update(repr((person.nip, person.name, person.since, person.post.name, schools, histories)).encode())
        for acting in self.acting:
            seen.update(repr((acting.person.nip, acting.post.name, acting.since)).encode())
        return seen.hexdigest()


def _empty_some(rng: Random, posts: list[PostPlan]) -> list[PostPlan]:
    """Leave about six in a hundred managerial posts without a holder."""
    vacant = [post for post in posts if post.kind in MANAGERIAL and (post.name in ALWAYS_VACANT or rng.random() < 0.055)]
    vacant = [post for post in vacant if post.name not in {"Sekretaris Daerah", "Kepala Dinas Sosial"}]
    for post in vacant:
        post.seats = 0
    return vacant


def _acting_for(rng: Random, vacant: list[PostPlan], people: list[PersonPlan], day: date) -> list[Acting]:
    """Let somebody of the same OPD, at the same level or one below, look after about half of the vacant posts."""
    made: list[Acting] = []
    for post in vacant:
        if rng.random() < 0.5:
            continue
        levels = MANAGERIAL[MANAGERIAL.index(post.kind) : MANAGERIAL.index(post.kind) + 2]
        near = [
            person
            for person in people
            if person.post.kind in levels and person.post.unit.top is post.unit.top and all(a.person is not person for a in made)
        ]
        if near:
            person = rng.choice(near)
            made.append(Acting(person, post, max(person.since, day - timedelta(days=rng.randint(30, 170)))))
    return made


def invent(units: list[UnitPlan], *, people: int, seed: int, day: date) -> CityPlan:
    """Fill ``units`` with ``people`` invented people as at ``day``."""
    census = Census(seed, day)
    city = CityPlan(units)
    vacant = _empty_some(census.rng, city.posts)
    layout.staff(units, people)
    city.people = [census.person(post) for post in city.posts for _ in range(post.seats)]
    city.acting = _acting_for(census.rng, vacant, city.people, day)
    return city


def palu(*, people: int, seed: int, day: date) -> CityPlan:
    """Invent Palu, whole (8,400 people) or a part of it."""
    return invent(layout.palu(min(1.0, people / WHOLE)), people=people, seed=seed, day=day)


def malang(*, people: int, seed: int, day: date) -> CityPlan:
    """Invent the second agency."""
    return invent(layout.malang(), people=people, seed=seed + 1, day=day)
