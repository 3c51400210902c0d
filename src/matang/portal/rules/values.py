"""The numbers of the law: today's value of each parameter, and its whole dated history with source and confidence."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from matang import rules
from matang.portal.rules.words import Mark, mark, marks, term, told
from matang.rules.core.expressions import BETWEEN_SHOWN

FEW = 4
"""So many different values are named in a summary; of more only the smallest and the largest."""


@dataclass(frozen=True, slots=True)
class Line:
    """One dated value: for whom, from when until when (the first day on which it no longer holds), and where it is said."""

    subject: str
    value: str
    begin: date
    end: date | None
    holds: bool
    reference: rules.Reference
    mark: Mark
    note: str


@dataclass(frozen=True, slots=True)
class Values:
    """A parameter on a day: the lines that hold, all lines there are, and what the lines have in common."""

    key: str
    label: str
    by: str
    local: bool
    now: tuple[Line, ...]
    history: tuple[Line, ...]
    mark: Mark
    common: rules.Reference | None
    future: bool

    @property
    def notes(self) -> tuple[str, ...]:
        """Return the remarks on the lines that hold, each once."""
        return tuple(dict.fromkeys(line.note for line in self.now if line.note))

    @property
    def groups(self) -> tuple[tuple[str, str, Mark], ...]:
        """Return subjects, value and mark, with subjects of equal value and mark on one line."""
        found: dict[tuple[str, Mark], list[str]] = {}
        for line in self.now:
            found.setdefault((line.value, line.mark), []).append(line.subject)
        return tuple((", ".join(subjects), value, known) for (value, known), subjects in found.items())


def values_of(parameter: rules.Parameter, on: date) -> Values:
    """Return a parameter as it stands on a day."""
    history = tuple(_lines(parameter, on))
    now = tuple(line for line in history if line.holds)
    cited = {(str(line.reference), line.reference.confidence, line.reference.last_checked) for line in now}
    return Values(
        key=parameter.key,
        label=term(parameter.label),
        by=term(rules.FACTS[parameter.by].label) if parameter.by else "",
        local=parameter.local,
        now=now,
        history=history,
        mark=marks(line.reference for line in now) if now else Mark(_("belum ada nilainya pada tanggal ini"), unverified=True),
        common=now[0].reference if len(cited) == 1 else None,
        future=any(line.begin > on for line in history),
    )


def _lines(parameter: rules.Parameter, on: date) -> Iterable[Line]:
    """Yield every dated value, the newest of each subject first."""
    for key, dated in parameter.values.items():
        subject = subject_of(parameter, key)
        for value in reversed(dated):
            holds = value.begin <= on and (value.end is None or on < value.end)
            reference = value.reference
            yield Line(
                subject,
                value_text(parameter, value),
                value.begin,
                value.end,
                holds,
                reference,
                mark(reference),
                term(reference.note),
            )


def subject_of(parameter: rules.Parameter, key: str) -> str:
    """Return what a line of a parameter is about; empty where it holds for everybody."""
    if parameter.by is None:
        return ""
    fact = rules.FACTS[parameter.by]
    return told(fact.choices[fact.code(key)])


def value_text(parameter: rules.Parameter, value: rules.DatedValue) -> str:
    """Return a dated value in words."""
    return told(rules.said(parameter, value))


def short(parameter: rules.Parameter, on: date) -> str:
    """Return today's value in one short line; values that differ are named when they are few."""
    now = [(key, value) for key in parameter.values if (value := parameter.on(on, key)) is not None]
    if not now:
        return _("belum ada nilainya pada tanggal ini")
    if parameter.by is None:
        return value_text(parameter, now[0][1])
    by = term(rules.FACTS[parameter.by].label)
    found = {value.value: value for _key, value in now}
    lists = any(isinstance(value, tuple) and isinstance(value[0], str) for value in found)
    ordered = [] if lists else [found[value] for value in sorted(found, key=lambda value: _order(parameter, value))]
    exact = [value for value in ordered if isinstance(value.value, int)]
    if len(ordered) > FEW and len(exact) > 1:
        between = rules.Message.of(BETWEEN_SHOWN, low=rules.said(parameter, exact[0]), high=rules.said(parameter, exact[-1]))
        return _("%(values)s, menurut %(by)s") % {"values": told(between), "by": by}
    if lists or len(ordered) > FEW:
        return _("berbeda menurut %(by)s") % {"by": by}
    words = _joined([value_text(parameter, value) for value in ordered])
    return words if len(ordered) == 1 else _("%(values)s, menurut %(by)s") % {"values": words, "by": by}


def _order(parameter: rules.Parameter, value: object) -> tuple[int, int]:
    """Sort numbers by size and words by rank; what the law does not set comes last."""
    first = value[0] if isinstance(value, tuple) else value
    if isinstance(first, str):
        return 1, rules.FACTS[parameter.words or ""].code(first)
    return (2, 0) if not isinstance(first, int) else (0, first)


def _joined(words: list[str]) -> str:
    """Join values; a unit that all numbers end with is said once."""
    unit = words[0].rpartition(" ")[2]
    numbers = [word for word in words if word.endswith(f" {unit}")]
    if " " not in words[0] or not all(word.count(" ") == 1 for word in numbers):
        return "; ".join(words)
    others = [word for word in words if word not in numbers]
    return "; ".join([", ".join(word.removesuffix(f" {unit}") for word in numbers) + f" {unit}", *others])


def references_on(item: rules.Rule | rules.Calculation | rules.Classification, on: date) -> list[rules.Reference]:
    """Return what an item rests on, on a day: its own reference and those of the values that hold."""
    found = [item.reference]
    for parameter in item.parameters:
        found += [value.reference for key in parameter.values if (value := parameter.on(on, key)) is not None]
    return found


def users_of(key: str) -> tuple[rules.Rule | rules.Calculation | rules.Classification, ...]:
    """Return the items that read a parameter."""
    return tuple(item for item in rules.ALL.values() if any(parameter.key == key for parameter in item.parameters))
