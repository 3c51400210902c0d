"""Every rule there is, and every text of theirs that needs a translation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from matang.rules import (
    competency,
    complaint,
    credit,
    discipline,
    index,
    learning,
    objection,
    personal_data,
    rating,
    response,
    retirement,
    social_data,
    talent,
    transfer,
)
from matang.rules.book import EVERYBODY, PARAMETERS, SOURCES
from matang.rules.core import expressions
from matang.rules.core.calculation import WORKED, Calculation
from matang.rules.core.classification import Classification
from matang.rules.core.message import N_
from matang.rules.core.rule import NO_RULE_KNOWN, OFF_SCALE, Rule
from matang.rules.core.walk import below
from matang.rules.eligibility import ELIGIBILITY
from matang.rules.identity import IS_NIP_READABLE
from matang.rules.vocabulary import FACTS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from matang.rules.core.expressions import Expression

TOPICS = {
    "eligibility": N_("Syarat jabatan"),
    "identity": N_("Nomor pegawai"),
    "retirement": N_("Pensiun"),
    "transfer": N_("Mutasi"),
    "competency": N_("Kompetensi"),
    "learning": N_("Jam pelajaran (JP)"),
    "index": N_("IP ASN"),
    "talent": N_("Talenta dan suksesi"),
    "rating": N_("Predikat kinerja"),
    "credit": N_("Angka kredit"),
    "discipline": N_("Disiplin"),
    "objection": N_("Keberatan"),
    "complaint": N_("Pengaduan"),
    "personal_data": N_("Pelindungan data pribadi"),
    "response": N_("Reaksi cepat"),
    "social_data": N_("Data sosial"),
}
"""What rules are about: the part of a key before its dot, in the order in which topics are shown."""

RULES: dict[str, Rule] = {
    rule.key: rule
    for rule in (
        *ELIGIBILITY,
        IS_NIP_READABLE,
        retirement.IS_STILL_IN_SERVICE,
        transfer.MAY_BE_TRANSFERRED,
        learning.IS_LEARNING_FLOOR_MET,
        learning.IS_WITHIN_LEARNING_CEILING,
        rating.DOES_DISTRIBUTION_FIT,
        rating.IS_TEAM_LARGE_ENOUGH,
        credit.HAS_CREDIT_FOR_GRADE,
        credit.HAS_CREDIT_FOR_LEVEL,
        objection.IS_OBJECTION_IN_TIME,
        complaint.IS_COMPLAINT_IN_TIME,
        personal_data.IS_DATA_REQUEST_IN_TIME,
        response.IS_FIRST_RESPONSE_IN_TIME,
    )
}
CALCULATIONS: dict[str, Calculation] = {
    item.key: item
    for item in (
        retirement.RETIREMENT_AGE,
        retirement.RETIREMENT_DAY,
        competency.DEFAULT_LEVEL,
        learning.LEARNING_HOURS,
        learning.LEARNING_UNIT,
        index.PROFESSIONALISM_INDEX,
        talent.TALENT_PERFORMANCE,
        talent.TALENT_POTENTIAL,
        talent.TALENT_SCORE,
        credit.CREDIT_POINTS_OF_YEAR,
        credit.NEEDED_FOR_GRADE,
        credit.NEEDED_FOR_LEVEL,
        objection.OBJECTION_TERM,
        complaint.COMPLAINT_TERM,
        personal_data.DATA_REQUEST_TERM,
        social_data.SOCIAL_DATA_PUBLICATION,
        social_data.SOCIAL_DATA_REFRESH,
    )
}
CLASSIFICATIONS: dict[str, Classification] = {
    item.key: item
    for item in (
        transfer.TRANSFER_WINDOW,
        competency.JPM_CATEGORY,
        index.INDEX_CATEGORY,
        index.CATEGORY_OF_INDEX,
        talent.TALENT_BOX,
        talent.TALENT_BOX_BY_SCORE,
        talent.SUCCESSION_GROUP,
        rating.RATING_OF_RESULTS,
        discipline.PENALTY_OF_ABSENCE,
    )
}
ASKABLE: tuple[Rule | Calculation | Classification, ...] = (
    *RULES.values(),
    *CALCULATIONS.values(),
    *CLASSIFICATIONS.values(),
)
ALL = {item.key: item for topic in TOPICS for item in ASKABLE if item.key.startswith(f"{topic}.")}
"""Everything that can be asked, by key, in the order of topics."""


def templates() -> tuple[str, ...]:
    """Return every Indonesian text that rules may show, each once, ascending.

    Those in Python carry the mark ``N_``; the labels, units and notes of parameter files stand only in YAML, so the catalogue of
    translations must hold them from here.
    """
    found = {NO_RULE_KNOWN, OFF_SCALE, WORKED, EVERYBODY.label, *TOPICS.values()}
    found |= {expressions.AT_LEAST_SHOWN, expressions.AT_MOST_SHOWN, expressions.BETWEEN_SHOWN}
    found |= {expressions.NOT_KNOWN.template, expressions.NOT_SET.template}
    for item in ALL.values():
        found |= {item.question, item.explained, item.note, item.reference.note, *_sentences(item), *_units(item)}
    for fact in FACTS.values():
        found |= {fact.label, fact.unit, *(term.label for term in fact.choices)}
    found |= {source.about for source in SOURCES.values()}
    for parameter in PARAMETERS.values():
        found |= {parameter.label, parameter.unit}
        found |= {value.reference.note for line in parameter.values.values() for value in line}
    return tuple(sorted(found - {""}))


def _sentences(item: Rule | Calculation | Classification) -> Iterator[str]:
    """Yield what an item itself says."""
    if isinstance(item, Rule):
        for criterion in item.criteria:
            yield from (criterion.passed, criterion.failed, criterion.unknown)
        return
    yield from (number.label for number in item.working)
    if isinstance(item, Classification):
        for category in item.categories:
            yield from (category.label, category.detail)


def _units(item: Rule | Calculation | Classification) -> Iterator[str]:
    """Yield the units in which calculated values inside an item are shown."""
    for part in _expressions(item):
        for inner in below(part):
            meaning = getattr(inner, "fact", None)
            if meaning is not None:
                yield meaning.unit


def _expressions(item: Rule | Calculation | Classification) -> Iterator[Expression]:
    """Yield what an item is written with."""
    if isinstance(item, Rule):
        for criterion in item.criteria:
            yield from criterion.parts
    elif isinstance(item, Classification):
        yield from (category.condition for category in item.categories)
    else:
        yield item.expression
    if not isinstance(item, Rule):
        yield from item.working
