"""From people, posts and weights to the engine's terms: what counts, in units that a person understands."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np
from django.utils.translation import gettext_noop as _
from numpy.typing import NDArray

from matang import engine
from matang.flow.needs.public import Interval, Requirement
from matang.flow.plan.choices import EDUCATION_STEPS, STEPPING, Weight
from matang.flow.plan.selectors.facts import Floats, Integers, PeopleFacts
from matang.flow.plan.selectors.openings import Opening
from matang.flow.plan.services.sayings import Stored, saying, source_text
from matang.flow.register.public import EDUCATION_RANK

Words = NDArray[np.str_]
EXPERIENCE_CAP = 10
"""Years beyond this count no more: surplus of years does not buy a lack of competence."""

HIGHEST_BOX = 9

EXPERIENCE_NAMES = {
    "jpt_pratama": _("Pengalaman sebagai administrator, JPT, atau JF ahli madya (tahun)"),
    "administrator": _("Pengalaman sebagai pengawas, administrator, atau JF ahli muda/madya (tahun)"),
    "pengawas": _("Pengalaman sebagai pelaksana, pengawas, atau JF (tahun)"),
}


@dataclass(frozen=True, slots=True)
class AskedPost:
    """A post with places to fill, and what it asks for."""

    opening: Opening
    requirements: tuple[Requirement, ...]

    @property
    def id(self) -> int:
        """The post's key."""
        return self.opening.post_id

    @property
    def kind(self) -> str:
        """The post's kind."""
        return self.opening.kind

    @property
    def opd(self) -> str:
        """The first part of the path: the OPD."""
        return opd_of(self.opening.unit_path)


@dataclass(frozen=True, eq=False)
class WordedTerm:
    """A term of the score, what it is called, and what one unit of it is: ``level``, ``year``, ``step``, ``box`` or ``flag``.

    Levels, years and steps (``choices.EARNED``) are what a person can earn more of by learning and working.
    """

    term: engine.ScoreTerm
    name: Stored
    unit: str


def _worded(name: Stored, unit: str, weight: int, measured: Integers, required: Integers, *, must: bool = False) -> WordedTerm:
    return WordedTerm(engine.ScoreTerm(source_text(name), weight, measured, required, must=must), name, unit)


def opd_of(path: str) -> str:
    """Return the key of the OPD in a unit's path, or an empty text."""
    return path.split("/")[1] if path.startswith("/") else ""


def _rows(values: Floats) -> Integers:
    """Return whole units; what nobody knows becomes the engine's mark for that."""
    return np.where(np.isnan(values), engine.NOT_SHOWN, np.floor(np.nan_to_num(values))).astype(np.int64)


def experience(facts: PeopleFacts, kind: str) -> Floats:
    """Return years of experience that count for a kind of post."""
    return np.sum([facts.years[step] for step in STEPPING[kind]], axis=0)


def terms_for(
    facts: PeopleFacts,
    posts: list[AskedPost],
    *,
    intervals: Mapping[tuple[int, int], Interval],
    names: Mapping[int, str],
    opds: Mapping[str, str],
    weights: Mapping[str, int],
    boxes: Mapping[int, int] | None = None,
) -> tuple[WordedTerm, ...]:
    """Return the terms of a score sheet; the order is the order in which reasons are shown."""
    terms = [
        *_competency_terms(facts, posts, intervals, names, weights[Weight.COMPETENCY]),
        *_experience_terms(facts, posts, weights[Weight.EXPERIENCE]),
        _education_term(facts, posts, weights[Weight.EDUCATION]),
        *_unit_terms(facts, posts, opds, weights[Weight.UNIT]),
        *_stay_terms(facts, posts, weights[Weight.STAY]),
        *_talent_terms(facts, posts, boxes or {}, weights.get(Weight.TALENT, 0)),
    ]
    return tuple(worded for worded in terms if worded.term.points_per_unit or worded.term.must)


def _competency_terms(
    facts: PeopleFacts,
    posts: list[AskedPost],
    intervals: Mapping[tuple[int, int], Interval],
    names: Mapping[int, str],
    weight: int,
) -> list[WordedTerm]:
    asked: dict[tuple[int, bool], dict[int, int]] = {}
    for at, post in enumerate(posts):
        for line in post.requirements:
            asked.setdefault((line.competency_id, line.must), {})[at] = line.level
    row = facts.row
    shown: dict[int, list[tuple[int, int]]] = {}
    for (person, key), found in intervals.items():
        if found.low is not None and person in row:
            shown.setdefault(key, []).append((row[person], found.low))
    made = []
    order = {key: number for number, key in enumerate(names)}
    for (competency, must), levels in sorted(asked.items(), key=lambda item: (order[item[0][0]], item[0][1])):
        measured = np.full(len(facts), engine.NOT_SHOWN, dtype=np.int64)
        for at, low in shown.get(competency, ()):
            measured[at] = low
        required = np.zeros(len(posts), dtype=np.int64)
        for at, level in levels.items():
            required[at] = level
        title = saying(_("%(name)s (mutlak)"), name=names[competency]) if must else names[competency]
        made.append(_worded(title, "level", weight, measured, required, must=must))
    return made


def _where(found: Words, wanted: str, value: int = 1) -> Integers:
    """Return ``value`` where a word is the one wanted, 0 elsewhere."""
    return np.where(found == wanted, value, 0).astype(np.int64)


def _words(found: Iterable[str]) -> Words:
    return np.array(list(found), dtype=np.str_)


def _experience_terms(facts: PeopleFacts, posts: list[AskedPost], weight: int) -> list[WordedTerm]:
    asked = _words(post.kind for post in posts)
    return [
        _worded(
            _experience_name(kind),
            "year",
            weight,
            _rows(experience(facts, kind)),
            _where(asked, kind, EXPERIENCE_CAP),
        )
        for kind in STEPPING
        if kind in asked
    ]


def _experience_name(kind: str) -> Stored:
    if kind in EXPERIENCE_NAMES:
        return saying(EXPERIENCE_NAMES[kind])
    return saying(_("Pengalaman sebagai %(kinds)s (tahun)"), kinds=[{"kind": step} for step in STEPPING[kind]])


def _education_term(facts: PeopleFacts, posts: list[AskedPost], weight: int) -> WordedTerm:
    """Return the steps of education above secondary school: diploma 1, bachelor 2, master and above 3."""
    steps = np.select(
        [np.isnan(facts.education), *(facts.education >= EDUCATION_RANK[level] for level in ("s2", "s1", "d3"))],
        [np.nan, 3.0, 2.0, 1.0],
        0.0,
    )  # fmt: skip
    required = np.array([EDUCATION_STEPS.get(post.kind, 3) for post in posts], dtype=np.int64)
    return _worded(saying(_("Pendidikan (jenjang di atas SMA)")), "step", weight, _rows(steps), required)


def _unit_terms(facts: PeopleFacts, posts: list[AskedPost], opds: Mapping[str, str], weight: int) -> list[WordedTerm]:
    mine = _words(opd_of(path) for path in facts.unit_paths)
    theirs = _words(post.opd for post in posts)
    return [
        _worded(
            saying(_("Bertugas di %(unit)s"), unit=opds.get(opd, opd)),
            "flag",
            weight,
            _where(mine, opd),
            _where(theirs, opd),
        )
        for opd in sorted(set(theirs.tolist()), key=lambda key: opds.get(key, key))
    ]


def _stay_terms(facts: PeopleFacts, posts: list[AskedPost], weight: int) -> list[WordedTerm]:
    kinds, asked = _words(facts.kinds), _words(post.kind for post in posts)
    return [
        _worded(
            saying(_("Tidak mengosongkan jabatan %(kind)s"), kind={"kind": kind}),
            "flag",
            weight,
            (kinds != kind).astype(np.int64),
            _where(asked, kind),
        )
        for kind in STEPPING
        if kind in asked
    ]


def _talent_terms(facts: PeopleFacts, posts: list[AskedPost], boxes: Mapping[int, int], weight: int) -> list[WordedTerm]:
    """Return the talent box as a term, where anybody stands in one; who stands in none is unknown, not the lowest."""
    if not boxes:
        return []
    measured = np.array([boxes.get(int(key), engine.NOT_SHOWN) for key in facts.ids], dtype=np.int64)
    return [_worded(saying(_("Kotak talenta")), "box", weight, measured, np.full(len(posts), HIGHEST_BOX, dtype=np.int64))]
