"""The law's requirements for a post: in columns for everybody, and with every reason for one person."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

import numpy as np
from django.utils.translation import gettext_noop as _

from matang import rules
from matang.flow.plan.selectors.facts import KINDS, Integers, PeopleFacts
from matang.flow.plan.services.sayings import Stored, kept, saying
from matang.rules.assess import taken
from matang.rules.core.facts import Column

LAW = (*rules.ELIGIBILITY, rules.MAY_BE_TRANSFERRED, rules.IS_STILL_IN_SERVICE)
"""What the law asks of whoever takes a post, in the order in which it is shown."""

LACKING = {
    "education": _("Pendidikannya belum tercatat di register."),
    "grade": _("Golongannya pada tanggal ini belum tercatat di register."),
}
"""What to say of a fact that the register lacks, beside the sentence of the rule."""
RATED = {"rating_last_year": 1, "rating_year_before": 2}
"""Facts that are ratings, with how many years before the day's year the rated year lies."""
VERDICTS = {1: "pass", 0: "fail", -1: "unknown"}


@dataclass(frozen=True, slots=True)
class Check:
    """One requirement, answered: ``verdict`` is pass, fail or unknown; ``unverified`` = source not read in the original."""

    key: str
    title: Stored
    verdict: str
    reason: Stored
    article: str = ""
    source: str = ""
    unverified: bool = False

    def data(self) -> dict[str, object]:
        """Return the check as JSON values."""
        return {name: getattr(self, name) for name in NAMES}


NAMES = tuple(each.name for each in fields(Check))


def law_columns(facts: PeopleFacts) -> dict[str, Column]:
    """Return what the rules may ask of people, in columns; the kind of post that is asked for is not among them."""
    held_months = {f"months_as_{kind}": _distinct(facts.years[kind].tolist(), _months) for kind in KINDS}
    found = {
        "employment_kind": _distinct(facts.pns.tolist(), lambda pns: "pns" if pns else "pppk"),
        "birth_date": _distinct(facts.births),
        "education": _distinct(facts.degrees),
        "grade": _distinct(facts.grades),
        "held_kind": _distinct(facts.kinds, lambda kind: kind or None),
        "post_since": _distinct(facts.since),
        "field_months": ([None], np.zeros(len(facts), dtype=np.int64)),
        "rating_last_year": _distinct(facts.ratings_last),
        "rating_year_before": _distinct(facts.ratings_before),
        **held_months,
    }
    columns = rules.columns(**{name: values for name, (values, _at) in found.items()})
    return {name: taken(column, found[name][1]) for name, column in columns.items()}


def _distinct(values: list[Any], told: Callable[[Any], object] = lambda value: value) -> tuple[list[object], Integers]:
    """Return each different value once, told as the rules take it, and where each person's stands: few differ in a city."""
    number: dict[Any, int] = {}
    at = [number.setdefault(value, len(number)) for value in values]
    return [told(value) for value in number], np.array(at, dtype=np.int64)


def law_grid(facts: PeopleFacts, kinds: list[str]) -> rules.Grid:
    """Return the law for all people against posts of these kinds."""
    return rules.grid(LAW, law_columns(facts), rules.columns(post_kind=kinds), on=facts.day)


def _months(years: float) -> int | None:
    return None if years != years else int(years * 12 + 1e-6)  # noqa: PLR0124 - only what is no number differs from itself


def law_case(facts: PeopleFacts, row: int, kind: str) -> dict[str, object]:
    """Return what the rules may ask of one person and a kind of post."""
    return {
        "post_kind": kind,
        "employment_kind": "pns" if facts.pns[row] else "pppk",
        "birth_date": facts.births[row],
        "education": facts.degrees[row],
        "grade": facts.grades[row],
        "held_kind": facts.kinds[row] or None,
        "post_since": facts.since[row],
        "rating_last_year": facts.ratings_last[row],
        "rating_year_before": facts.ratings_before[row],
        **{f"months_as_{step}": _months(facts.years[step][row]) for step in KINDS},
    }


def law_checks(facts: PeopleFacts, row: int, kind: str) -> list[Check]:
    """Answer every requirement of the law for one person and a kind of post."""
    case = law_case(facts, row, kind)
    return [law_answer(rule, case, facts.day) for rule in LAW]


def law_answer(rule: rules.Rule, case: Mapping[str, object], day: date) -> Check:
    """Answer one requirement of the law for one case."""
    return _answered(rule.trace(case, on=day))


def _lacking(verdict: rules.Verdict) -> Stored | None:
    """Return what the register would have to hold for a doubt to end, None where nothing of that kind is missing."""
    missing = [fact.key for fact in verdict.missing]
    if years := sorted(verdict.on.year - RATED[key] for key in missing if key in RATED):
        return saying(_("Predikat kinerja tahun %(years)s belum tercatat di register."), years=years)
    return next((saying(LACKING[key]) for key in missing if key in LACKING), None)


def _reason(verdict: rules.Verdict) -> Stored:
    lacking = _lacking(verdict)
    told = kept(verdict.reason)
    return told if lacking is None else saying("%(told)s %(lacking)s", told=told, lacking=lacking)


def _answered(verdict: rules.Verdict) -> Check:
    return Check(
        key=verdict.rule.key,
        title=saying(verdict.rule.question),
        verdict=VERDICTS[int(verdict.outcome)],
        reason=_reason(verdict),
        article=verdict.article,
        source=verdict.reference.source.url,
        unverified=verdict.unverified,
    )
