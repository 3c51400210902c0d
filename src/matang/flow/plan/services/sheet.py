"""From people, posts and weights to the engine's terms: what counts, in units that a person understands."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from matang import engine
from matang.flow.needs.public import Interval, Requirement
from matang.flow.plan.choices import Weight
from matang.flow.plan.selectors.facts import Floats, Integers, PeopleFacts
from matang.flow.register.public import EDUCATION_RANK, PostKind

EXPERIENCE_CAP = 10
"""Years beyond this count no more: surplus of years does not buy a lack of competence."""

STEPPING = {
    "jpt_pratama": ("administrator", "jpt_pratama", "jf_ahli_madya"),
    "administrator": ("pengawas", "administrator", "jf_ahli_muda", "jf_ahli_madya"),
    "pengawas": ("pelaksana", "pengawas", "jf_ahli_pertama", "jf_ahli_muda", "jf_mahir", "jf_penyelia"),
}
"""Which kinds of posts count as experience for a kind, and from which candidates come."""

EXPERIENCE_NAMES = {
    "jpt_pratama": gettext_lazy("Pengalaman sebagai administrator, JPT, atau JF ahli madya (tahun)"),
    "administrator": gettext_lazy("Pengalaman sebagai pengawas, administrator, atau JF ahli muda/madya (tahun)"),
    "pengawas": gettext_lazy("Pengalaman sebagai pelaksana, pengawas, atau JF (tahun)"),
}


@dataclass(frozen=True, slots=True)
class AskedPost:
    """A vacant post: key, name, kind, path of its unit, places free, and what it asks for."""

    id: int
    name: str
    kind: str
    unit_path: str
    vacancies: int
    requirements: tuple[Requirement, ...]

    @property
    def opd(self) -> str:
        """The first part of the path: the OPD."""
        return opd_of(self.unit_path)


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
) -> tuple[engine.ScoreTerm, ...]:
    """Return the terms of a score sheet; the order is the order in which reasons are shown."""
    terms = [
        *_competency_terms(facts, posts, intervals, names, weights[Weight.COMPETENCY]),
        *_experience_terms(facts, posts, weights[Weight.EXPERIENCE]),
        _education_term(facts, posts, weights[Weight.EDUCATION]),
        *_unit_terms(facts, posts, opds, weights[Weight.UNIT]),
        *_stay_terms(facts, posts, weights[Weight.STAY]),
    ]
    return tuple(term for term in terms if term.points_per_unit or term.must)


def units_of(terms: tuple[engine.ScoreTerm, ...], names: Mapping[int, str]) -> dict[str, str]:
    """Return what one unit of each term is: ``level``, ``year``, ``step`` (of education) or ``flag``.

    All but flags are things that a person can earn more of by learning and working.
    """
    levels = set(names.values()) | {_must_name(name) for name in names.values()}
    years = {str(name) for name in EXPERIENCE_NAMES.values()}

    def unit(name: str) -> str:
        if name in levels:
            return "level"
        return "year" if name in years else "step" if name == _education_name() else "flag"

    return {term.name: unit(term.name) for term in terms}


def _must_name(name: str) -> str:
    return _("%(name)s (mutlak)") % {"name": name}


def _education_name() -> str:
    return _("Pendidikan (jenjang di atas SMA)")


def _competency_terms(
    facts: PeopleFacts,
    posts: list[AskedPost],
    intervals: Mapping[tuple[int, int], Interval],
    names: Mapping[int, str],
    weight: int,
) -> list[engine.ScoreTerm]:
    asked: dict[tuple[int, bool], dict[int, int]] = {}
    for at, post in enumerate(posts):
        for line in post.requirements:
            asked.setdefault((line.competency_id, line.must), {})[at] = line.level
    row = facts.row
    made = []
    for (competency, must), levels in sorted(asked.items(), key=lambda item: (list(names).index(item[0][0]), item[0][1])):
        measured = np.full(len(facts), engine.NOT_SHOWN, dtype=np.int64)
        for (person, key), found in intervals.items():
            if key == competency and found.low is not None and person in row:
                measured[row[person]] = found.low
        required = np.zeros(len(posts), dtype=np.int64)
        for at, level in levels.items():
            required[at] = level
        title = _must_name(names[competency]) if must else names[competency]
        made.append(engine.ScoreTerm(title, weight, measured, required, must=must))
    return made


def _where(posts: list[AskedPost], value: int, kind: str | None = None, opd: str | None = None) -> Integers:
    wanted = [value if (kind in {None, post.kind}) and (opd in {None, post.opd}) else 0 for post in posts]
    return np.array(wanted, dtype=np.int64)


def _experience_terms(facts: PeopleFacts, posts: list[AskedPost], weight: int) -> list[engine.ScoreTerm]:
    kinds = [kind for kind in STEPPING if any(post.kind == kind for post in posts)]
    return [
        engine.ScoreTerm(
            str(EXPERIENCE_NAMES[kind]), weight, _rows(experience(facts, kind)), _where(posts, EXPERIENCE_CAP, kind=kind)
        )
        for kind in kinds
    ]


def _education_term(facts: PeopleFacts, posts: list[AskedPost], weight: int) -> engine.ScoreTerm:
    """Return the steps of education above secondary school: diploma 1, bachelor 2, master and above 3."""
    steps = np.select(
        [np.isnan(facts.education), *(facts.education >= EDUCATION_RANK[level] for level in ("s2", "s1", "d3"))],
        [np.nan, 3.0, 2.0, 1.0],
        0.0,
    )  # fmt: skip
    required = np.array([2 if post.kind == "pengawas" else 3 for post in posts], dtype=np.int64)
    return engine.ScoreTerm(_education_name(), weight, _rows(steps), required)


def _unit_terms(facts: PeopleFacts, posts: list[AskedPost], opds: Mapping[str, str], weight: int) -> list[engine.ScoreTerm]:
    mine = np.array([opd_of(path) for path in facts.unit_paths])
    return [
        engine.ScoreTerm(
            _("Bertugas di %(unit)s") % {"unit": opds.get(opd, opd)},
            weight,
            (mine == opd).astype(np.int64),
            _where(posts, 1, opd=opd),
        )
        for opd in sorted({post.opd for post in posts}, key=lambda key: opds.get(key, key))
    ]


def _stay_terms(facts: PeopleFacts, posts: list[AskedPost], weight: int) -> list[engine.ScoreTerm]:
    kinds = np.array(facts.kinds)
    return [
        engine.ScoreTerm(
            _("Tidak mengosongkan jabatan %(kind)s") % {"kind": PostKind(kind).label},
            weight,
            (kinds != kind).astype(np.int64),
            _where(posts, 1, kind=kind),
        )
        for kind in STEPPING
        if any(post.kind == kind for post in posts)
    ]
