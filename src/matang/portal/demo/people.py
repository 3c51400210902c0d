"""Invented people who fit their posts: age, sex, number, grade, education and career agree with each other."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import pairwise
from random import Random

from matang.flow.register.public import PNS_GRADES
from matang.portal.demo import names
from matang.portal.demo.layout import PostPlan
from matang.portal.demo.schooling import School, schooling

DAYS = 365.2425
LEANING = 0.9
"""Below 1, ages lean towards the highest: so that two to three people in a hundred retire each year, as in many cities."""
STRUCTURE_SINCE = date(2017, 1, 2)


@dataclass(frozen=True, slots=True)
class Profile:
    """What holders of a kind of post look like: ages, grade band (indexes of ``PNS_GRADES``), share of women, of PPPK."""

    age: tuple[int, int]
    grade: tuple[str, str]
    degrees: tuple[tuple[str, int], ...]
    women: float
    pppk: float = 0.0


PROFILES = {
    "jpt_pratama": Profile((47, 59), ("IV/b", "IV/d"), (("s2", 75), ("s1", 17), ("s3", 8)), 0.24),
    "administrator": Profile((41, 57), ("III/d", "IV/b"), (("s1", 55), ("s2", 45)), 0.38),
    "pengawas": Profile((33, 57), ("III/b", "III/d"), (("s1", 76), ("d3", 12), ("s2", 12)), 0.47),
    "pelaksana": Profile((23, 57), ("II/a", "III/c"), (("sma", 40), ("d3", 16), ("s1", 44)), 0.48, 0.26),
    "jf_ahli_madya": Profile((43, 59), ("IV/a", "IV/c"), (("s1", 68), ("s2", 32)), 0.6),
    "jf_ahli_muda": Profile((33, 57), ("III/c", "III/d"), (("s1", 80), ("s2", 20)), 0.62),
    "jf_ahli_pertama": Profile((25, 46), ("III/a", "III/b"), (("s1", 100),), 0.66, 0.42),
    "jf_penyelia": Profile((42, 57), ("III/c", "III/d"), (("d3", 80), ("s1", 20)), 0.6),
    "jf_mahir": Profile((33, 53), ("III/a", "III/b"), (("d3", 100),), 0.6),
    "jf_terampil": Profile((24, 42), ("II/c", "II/d"), (("d3", 100),), 0.6, 0.34),
}
PPPK_GRADE = {"sma": "V", "d3": "VII", "s1": "IX", "s2": "X", "s3": "XI"}
ENTRY = {"sma": (19, 27), "d3": (22, 29), "s1": (23, 31), "s2": (26, 32), "s3": (26, 32)}
ENTRY_GRADE = {"sma": "II/a", "d3": "II/c", "s1": "III/a", "s2": "III/a", "s3": "III/a"}
PRIOR = {
    "jpt_pratama": (("pelaksana", 4.0), ("pengawas", 4.0), ("administrator", 0.0)),
    "administrator": (("pelaksana", 0.0), ("pengawas", 4.5)),
    "pengawas": (("pelaksana", 0.0),),
    "jf_ahli_madya": (("jf_ahli_pertama", 0.0), ("jf_ahli_muda", 6.0)),
    "jf_ahli_muda": (("jf_ahli_pertama", 0.0),),
    "jf_penyelia": (("jf_terampil", 0.0), ("jf_mahir", 6.0)),
    "jf_mahir": (("jf_terampil", 0.0),),
}
"""Earlier kinds of posts, oldest first, with the years each usually takes (0 = what is left)."""
RATINGS = (("baik", 82), ("sangat_baik", 13), ("butuh_perbaikan", 4), ("kurang", 1))
UNRATED = 0.04
RATED_ALIKE = 0.6
"""The share of people whose rating stays that of the year before."""


@dataclass(slots=True)
class Span:
    """Something that held from a day (included) to a day (excluded; None = still)."""

    what: str
    since: date
    until: date | None = None


@dataclass(slots=True)
class PersonPlan:
    """An invented person and everything the register will hold about them."""

    nip: str
    kind: str
    name: str
    sex: str
    born: date
    place: str
    start: date
    since: date
    post: PostPlan
    schools: list[School]
    grades: list[Span] = field(default_factory=list)
    career: list[Span] = field(default_factory=list)
    appraisals: list[tuple[int, str]] = field(default_factory=list)

    @property
    def title_back(self) -> str:
        """Academic titles, as an office writes them behind the name."""
        return ", ".join(school.title for school in self.schools if school.title)


class Census:
    """Makes people one after another; the same seed and day make the same people."""

    def __init__(self, seed: int, day: date) -> None:
        self.rng = Random(seed)  # noqa: S311 - a repeatable city, not a secret
        self.ratings = Random(f"{seed} appraisals")  # noqa: S311 - their own row of numbers, so that nobody else changes
        self.day = day
        self.serials: Counter[str] = Counter()

    def person(self, post: PostPlan) -> PersonPlan:
        """Invent a person who may hold ``post`` today."""
        rng, profile = self.rng, PROFILES[post.kind]
        sex = "female" if rng.random() < profile.women else "male"
        degree = rng.choices([name for name, _ in profile.degrees], [share for _, share in profile.degrees])[0]
        contract = rng.random() < profile.pppk
        born, start = self._contract_dates(profile, degree) if contract else self._service_dates(profile, degree)
        person = PersonPlan(
            nip=self._number(born, start, sex, contract=contract),
            kind="pppk" if contract else "pns",
            name=names.full_name(rng, sex),
            sex=sex,
            born=born,
            place=rng.choice(names.PLACES),
            start=start,
            since=self._since(post, start),
            post=post,
            schools=schooling(rng, degree, post.unit.field, post.name, born),
        )
        person.grades = [Span(PPPK_GRADE[degree], start)] if contract else self._grades(profile, degree, start)
        person.career = self._career(post, start, person.since)
        person.appraisals = self._appraisals(start)
        return person

    def _service_dates(self, profile: Profile, degree: str) -> tuple[date, date]:
        """Return birth and start of service such that the lowest grade of the band can have been reached."""
        rng = self.rng
        steps = PNS_GRADES.index(profile.grade[0]) - PNS_GRADES.index(ENTRY_GRADE[degree])
        low, high = profile.age
        first, last = ENTRY[degree]
        entry = rng.randint(first, min(last, high - 2))
        least = max(low, entry + max(1, steps * 3 + 1))
        if least > high:
            entry, least = first, min(high, max(low, first + max(1, steps * 3 + 1)))
        age = least + (high + 0.95 - least) * rng.random() ** LEANING
        born = self.day - timedelta(days=round(age * DAYS))
        start = date(born.year + entry, rng.choice((1, 2, 3, 3, 4, 12)), 1)
        latest = self.day - timedelta(days=400)
        return born, min(start, latest.replace(day=1))

    def _contract_dates(self, profile: Profile, degree: str) -> tuple[date, date]:
        rng = self.rng
        start = date(rng.randint(2021, self.day.year - 1), rng.choice((2, 3, 5, 6)), 1)
        age = rng.triangular(max(ENTRY[degree][0], profile.age[0]), min(50, profile.age[1]), 32)
        return start - timedelta(days=round(age * DAYS)), start

    def _number(self, born: date, start: date, sex: str, *, contract: bool) -> str:
        """Return an 18-digit number: birth, start (for PPPK the year and "21"), sex, serial."""
        stem = f"{born:%Y%m%d}{start:%Y}{'21' if contract else f'{start:%m}'}{1 if sex == 'male' else 2}"
        self.serials[stem] += 1
        return f"{stem}{self.serials[stem]:03}"

    def _since(self, post: PostPlan, start: date) -> date:
        """Return when the person took the present post: after the structure was made and long enough after the start."""
        years = (self.day - start).days / DAYS
        needed = {"jpt_pratama": 15, "administrator": 9, "pengawas": 5}.get(post.kind, 0)
        longest = max(0.3, min(9.5, years - needed))
        tenure = self.rng.triangular(0.2, longest, min(longest, 2.5))
        since = self.day - timedelta(days=round(tenure * DAYS))
        return max(since, STRUCTURE_SINCE, start)

    def _grades(self, profile: Profile, degree: str, start: date) -> list[Span]:
        """Return the grades from the start of service to today, one step in three to five years."""
        first = PNS_GRADES.index(ENTRY_GRADE[degree])
        lowest, highest = (PNS_GRADES.index(grade) for grade in profile.grade)
        years = (self.day - start).days / DAYS
        reached = min(highest, max(lowest, first + int(years / 4.2)))
        steps = max(0, reached - first)
        if steps == 0:
            return [Span(PNS_GRADES[max(first, reached)], start)]
        pace = years / (steps + self.rng.uniform(0.2, 0.9))
        spans = [Span(PNS_GRADES[first + step], self._april(start, pace * step) if step else start) for step in range(steps + 1)]
        for earlier, later in pairwise(spans):
            earlier.until = later.since
        return spans

    def _appraisals(self, start: date) -> list[tuple[int, str]]:
        """Return (year, rating) of the last two years that are over; some are missing, as in every register."""
        rng, made, last = self.ratings, [], ""
        for year in (self.day.year - 2, self.day.year - 1):
            fresh = rng.choices([word for word, _ in RATINGS], [share for _, share in RATINGS])[0]
            alike, missing = rng.random() < RATED_ALIKE, rng.random() < UNRATED
            if start >= date(year, 7, 1) or missing:
                continue
            last = last if alike and last else fresh
            made.append((year, last))
        return made

    def _april(self, start: date, years: float) -> date:
        """Return the 1 April or 1 October near ``years`` after the start: the days on which grades change."""
        day = start + timedelta(days=round(years * DAYS))
        return date(day.year, 4 if day.month < 7 else 10, 1)

    def _career(self, post: PostPlan, start: date, since: date) -> list[Span]:
        """Return earlier posts, oldest first, from the start of service to the present post."""
        years = (since - start).days / DAYS
        if years < 0.5:
            return []
        pattern = PRIOR.get(post.kind, ((post.kind, 0.0),))
        fixed = sum(length for _, length in pattern)
        stretch = min(1.0, years / (fixed + 1)) if fixed else 1.0
        lengths = [length * stretch * self.rng.uniform(0.8, 1.1) for _, length in pattern]
        rest = max(0.2, years - sum(lengths))
        lengths = [rest if fixed_length == 0 else length for (_, fixed_length), length in zip(pattern, lengths, strict=True)]
        spans, day = [], start
        for (kind, _), length in zip(pattern, lengths, strict=True):
            until = min(since, day + timedelta(days=max(30, round(length * DAYS))))
            if until > day:
                spans.append(Span(kind, day, until))
            day = until
        spans[-1].until = since
        return spans
