"""Conditions and formulas of rules, read aloud: what a legal officer compares with the text of the law.

A number of the law that is the same for everybody is said as it stands on the day; one that differs (by kind of post, say) is
called by its name, and its values stand elsewhere on the page.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from matang import rules
from matang.portal.rules.values import value_text
from matang.portal.rules.words import term, told
from matang.rules.core import arithmetic, conditions, expressions, limits, schedules, sums, tables, texts
from matang.rules.core.walk import below

HUNDRED = 100
THERE = ("yes",), ("present",)
"""Words that say that something is so or is there."""


@dataclass(frozen=True, slots=True)
class Clause:
    """A line of a condition, with the lines it consists of."""

    text: str
    parts: tuple["Clause", ...] = ()

    @property
    def flat(self) -> str:
        """Return the whole in one line."""
        return self.text if not self.parts else f"{self.text} {'; '.join(part.flat for part in self.parts)}".lstrip()


@dataclass(frozen=True, slots=True)
class Answering:
    """One possible answer of a classification: its word, what follows from it, and when it is the one."""

    label: str
    detail: str
    clause: Clause


@dataclass(frozen=True, slots=True)
class Matrix:
    """A table of the law with rows and columns; ``rows`` hold label and cells."""

    label: str
    rows_label: str
    columns_label: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, tuple[str, ...]], ...]


PLAIN = (
    expressions.Value,
    expressions.Today,
    expressions.Constant,
    expressions.Nothing,
    limits.Limit,
    limits.Total,
    texts.Digits,
)
"""Numbers that need no explanation of their own, or get one as a parameter."""
SELF_SAID = (*PLAIN, arithmetic.Product, texts.DateOf)
"""Numbers without a line of their own: products are said in full wherever they stand, dates inside a number by their name."""


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads aloud what holds on a day."""

    on: date

    def criteria(self, rule: rules.Rule) -> tuple[Clause, ...]:
        """Return the conditions of a rule; all of them must hold."""
        return tuple(self.clause(criterion.condition) for criterion in rule.criteria)

    def answers(self, item: rules.Classification) -> tuple[Answering, ...]:
        """Return the answers of a classification in the order of asking; what an earlier answer took is not said again."""
        found, taken = list[Answering](), list[expressions.Condition]()
        for category in item.categories:
            whole = category.condition
            parts = whole.parts if isinstance(whole, conditions.All) else (whole,)
            left = [part for part in parts if not _settled(part, taken)]
            if len(left) == 1:
                taken.append(left[0])
            said = (
                Clause(_("selain itu")) if not left else self.clause(left[0] if len(left) == 1 else conditions.All(tuple(left)))
            )
            found.append(Answering(term(category.label), term(category.detail), said))
        return tuple(found)

    def definitions(self, item: rules.Rule | rules.Calculation | rules.Classification) -> tuple[Clause, ...]:
        """Return what the named numbers of an item mean, each once, in the order of use."""
        found: dict[str, Clause] = {}
        for inner in below(_written(item)):
            named = isinstance(inner, expressions.Number) and not isinstance(inner, SELF_SAID) and bool(inner.label)
            if named and inner.label not in found:  # type: ignore[union-attr]
                found[inner.label] = self._defined(inner)  # type: ignore[union-attr,arg-type]
        return tuple(found.values())

    def matrix(self, item: rules.Rule | rules.Calculation | rules.Classification) -> Matrix | None:
        """Return the table that a classification is read from, None for others."""
        if not isinstance(item, rules.Classification):
            return None
        found = next((part for part in below(_written(item)) if isinstance(part, tables.CellIs)), None)
        if found is None:
            return None
        words = {word.key: told(word) for word in rules.FACTS[found.parameter.words or ""].choices}
        rows = []
        for row in found.rows.choices:
            dated = found.parameter.on(self.on, row.key)
            said = dated.value if dated is not None and isinstance(dated.value, tuple) else ()
            rows.append((told(row), tuple(words.get(str(word), str(word)) for word in said)))
        columns = tuple(told(word) for word in found.columns.choices)
        return Matrix(term(found.parameter.label), self.name(found.row), self.name(found.column), columns, tuple(rows))

    def name(self, number: expressions.Number) -> str:
        """Return how a number is called inside a sentence: its value, its name, or its formula."""
        if isinstance(number, limits.Limit):
            return self._limit(number)
        if isinstance(number, expressions.Constant):
            return str(number.number)
        if isinstance(number, expressions.Nothing):
            return _("belum diketahui")
        if isinstance(number, arithmetic.Product) or not number.label:
            return self._formula(number)
        return term(number.label)

    def clause(self, asked: expressions.Condition) -> Clause:
        """Return a condition as a line, with the lines it consists of."""
        for kind, read in READERS:
            if isinstance(asked, kind):
                return read(self, asked)
        raise TypeError(type(asked).__name__)

    def _limit(self, number: limits.Limit) -> str:
        if number.by is not None and not isinstance(number.by, expressions.Exactly):
            return _quoted(number.label)
        found = number.parameter.on(self.on, rules.EVERY if number.by is None else number.by.key)
        return _quoted(number.label) if found is None else value_text(number.parameter, found)

    def _defined(self, number: expressions.Number) -> Clause:
        """Return what a name stands for, with a line for each case or part where there are several."""
        inner = number.number if isinstance(number, sums.Named) else number
        if isinstance(inner, (*PLAIN, sums.Named)) or (isinstance(number, sums.Named) and inner.label):
            said = Clause(self.name(inner))
        else:
            said = self.told(inner)
        if said.parts:
            return Clause(f"{term(number.label)}: {said.text}".rstrip(), said.parts)
        return Clause(f"{term(number.label)} = {said.text}")

    def told(self, number: expressions.Number) -> Clause:
        """Return how a number is worked out, in lines where it has cases or longer parts."""
        if isinstance(number, arithmetic.When) and isinstance(number.otherwise, expressions.Constant):
            places = {"number": self.name(number.then), "condition": self.clause(number.condition).flat}
            if number.otherwise.number == 0 and not _compound(number.then):
                return Clause(_("%(number)s, bila %(condition)s") % places)
        if isinstance(number, arithmetic.When):
            return Clause("", self._cases(number))
        if isinstance(number, sums.Sum) and any(_compound(part) for part in number.parts):
            return Clause(_("jumlah dari:"), tuple(self._case(part) for part in number.parts))
        return Clause(self.name(number) if isinstance(number, PLAIN) else self._formula(number))

    def _cases(self, number: expressions.Number) -> tuple[Clause, ...]:
        """Return a line for each case of a number that depends on conditions."""
        lines: list[Clause] = []
        while isinstance(number, arithmetic.When) and (not lines or not number.label):
            lead = _("bila %(condition)s:") % {"condition": self.clause(number.condition).flat}
            lines.append(_led(lead, self._case(number.then)))
            number = number.otherwise
        return (*lines, _led(_("selain itu:"), self._case(number)))

    def _case(self, number: expressions.Number) -> Clause:
        return self.told(number) if _compound(number) else Clause(self.name(number))

    def _formula(self, number: expressions.Number) -> str:
        for kind, read in FORMULAS:
            if isinstance(number, kind):
                return read(self, number)
        return term(number.label)

    def grouped(self, number: expressions.Number) -> str:
        """Return a part of a product, in brackets where it is a sum or has cases."""
        said = self.told(number).flat if _compound(number) else self.name(number)
        return f"({said})" if not number.label and isinstance(number, sums.Sum | arithmetic.When) else said

    def compared(self, asked: conditions.AtLeast, *, holds: bool) -> str:
        """Return a comparison in words, with the thing that is examined first and its limit second."""
        switch = isinstance(asked.first, limits.Limit) and isinstance(asked.second, expressions.Constant)
        if switch:  # a number of the law that is no limit but says yes or no
            return f"{term(asked.first.label)}: {_('ya') if holds else _('tidak')}"
        turned = (
            isinstance(asked.second, expressions.Today)
            or (_is_limit(asked.first) and not _is_limit(asked.second))
            or (isinstance(asked.second, expressions.Value) and not isinstance(asked.first, expressions.Value))
        )
        first, second = (asked.second, asked.first) if turned else (asked.first, asked.second)
        kinds = {part.meaning.kind for part in (first, second) if part.meaning is not None}
        if rules.Kind.DATE in kinds:
            words = (_("%(a)s pada atau sesudah %(b)s"), _("%(a)s sebelum %(b)s"))
            back = (_("%(a)s pada atau sebelum %(b)s"), _("%(a)s sesudah %(b)s"))
        elif rules.Kind.LEVEL in kinds:
            words = (_("%(a)s sama dengan atau di atas %(b)s"), _("%(a)s di bawah %(b)s"))
            back = (_("%(a)s sama dengan atau di bawah %(b)s"), _("%(a)s di atas %(b)s"))
        else:
            words = (_("%(a)s paling sedikit %(b)s"), _("%(a)s kurang dari %(b)s"))
            back = (_("%(a)s paling banyak %(b)s"), _("%(a)s lebih dari %(b)s"))
        chosen = (back if turned else words)[0 if holds else 1]
        whole = _hundredfold(first)
        if whole is not None and isinstance(second, arithmetic.Product):  # a share, compared without dividing
            share = _("%(share)s dari %(whole)s") % {"share": self.name(second.first), "whole": self.name(second.second)}
            return chosen % {"a": self.name(whole), "b": share}
        return chosen % {"a": self.name(first), "b": self.name(second)}


def _written(item: rules.Rule | rules.Calculation | rules.Classification) -> tuple[expressions.Expression, ...]:
    """Return what decides an item."""
    if isinstance(item, rules.Rule):
        return tuple(criterion.condition for criterion in item.criteria)
    if isinstance(item, rules.Classification):
        return tuple(category.condition for category in item.categories)
    return (item.expression,)


def _settled(part: expressions.Condition, taken: list[expressions.Condition]) -> bool:
    """Return whether a condition must hold because earlier answers were not the one."""
    return any(part == conditions.Not(known) or known == conditions.Not(part) for known in taken)


def _is_limit(number: expressions.Number) -> bool:
    """Return whether a number is the measure in a comparison: a number of the law, a share of something, a fixed number."""
    if isinstance(number, arithmetic.Product):
        return isinstance(number.first, limits.Limit)
    return isinstance(number, limits.Limit | expressions.Constant)


def _hundredfold(number: expressions.Number) -> expressions.Number | None:
    """Return what is taken a hundred times, to be compared with percentages; None for other numbers."""
    if isinstance(number, arithmetic.Product) and number.second == expressions.Constant(HUNDRED):
        return number.first
    return None


def _compound(number: expressions.Number) -> bool:
    return not number.label and isinstance(number, arithmetic.When | sums.Sum)


def _led(lead: str, said: Clause) -> Clause:
    return Clause(f"{lead} {said.text}".rstrip(), said.parts)


def _quoted(label: str) -> str:
    """Return the name of a value that differs from case to case, set apart from the words around it."""
    return f"“{term(label)}”"


def _one_of(_reader: Reader, asked: conditions.OneOf) -> Clause:
    known = {word.key: told(word) for word in asked.word.fact.choices}
    words = [known[key] for key in asked.keys]
    if asked.keys in THERE:
        return Clause(f"{term(asked.word.label)}: {words[0]}")
    joined = words[0] if len(words) == 1 else _("%(first)s, atau %(last)s") % {"first": ", ".join(words[:-1]), "last": words[-1]}
    return Clause(_("%(what)s adalah %(words)s") % {"what": term(asked.word.label), "words": joined})


def _listed(_reader: Reader, asked: limits.Listed, *, holds: bool = True) -> Clause:
    places = {"what": term(asked.word.label), "list": _quoted(asked.parameter.label)}
    if holds:
        return Clause(_("%(what)s termasuk %(list)s") % places)
    return Clause(_("%(what)s tidak termasuk %(list)s") % places)


def _cell(reader: Reader, asked: tables.CellIs) -> Clause:
    places = {"row": reader.name(asked.row), "column": reader.name(asked.column), "table": term(asked.parameter.label)}
    return Clause(_("begitulah tabel %(table)s pada baris %(row)s dan kolom %(column)s") % places)


def _not(reader: Reader, asked: conditions.Not) -> Clause:
    inner = asked.part
    if isinstance(inner, conditions.AtLeast):
        return Clause(reader.compared(inner, holds=False))
    if isinstance(inner, conditions.Not):
        return reader.clause(inner.part)
    if isinstance(inner, limits.Listed):
        return _listed(reader, inner, holds=False)
    if isinstance(inner, limits.Unset):
        return Clause(_("ada ketentuan tentang %(what)s") % {"what": reader.name(inner.limit)})
    return Clause(_("ini tidak benar:"), (reader.clause(inner),))


def _several(words: Callable[[], str]) -> Callable[[Reader, conditions.All | conditions.Any], Clause]:
    return lambda reader, asked: Clause(words(), tuple(reader.clause(part) for part in asked.parts))


def _digits(_reader: Reader, asked: texts.AllDigits) -> Clause:
    return Clause(_("%(what)s terdiri atas %(number)s angka") % {"what": term(asked.fact.label), "number": asked.length})


def _real_date(reader: Reader, asked: texts.RealDate) -> Clause:
    places = {"year": reader.name(asked.year), "month": reader.name(asked.month), "day": reader.name(asked.day)}
    return Clause(_("%(year)s, %(month)s, dan %(day)s membentuk tanggal yang ada") % places)


READERS: tuple[tuple[type, Callable[..., Clause]], ...] = (
    (conditions.AtLeast, lambda reader, asked: Clause(reader.compared(asked, holds=True))),
    (conditions.OneOf, _one_of),
    (conditions.All, _several(lambda: _("semua ini:"))),
    (conditions.Any, _several(lambda: _("salah satu dari ini:"))),
    (conditions.Not, _not),
    (limits.Unset, lambda reader, asked: Clause(_("peraturan tidak menetapkan %(what)s") % {"what": reader.name(asked.limit)})),
    (limits.Listed, _listed),
    (tables.CellIs, _cell),
    (texts.AllDigits, _digits),
    (texts.RealDate, _real_date),
)


def _quotient(reader: Reader, number: sums.Quotient) -> str:
    """Return a division; by a hundred it only turns percentages or smallest parts back, which is nothing to tell."""
    said = reader.name(number.number)
    if number.divisor == HUNDRED:
        return said
    shown = f"({said})" if isinstance(number.number, sums.Sum) else said
    return _("%(number)s dibagi %(divisor)s, dibulatkan") % {"number": shown, "divisor": number.divisor}


FORMULAS: tuple[tuple[type, Callable[..., str]], ...] = (
    (
        arithmetic.AfterMonths,
        lambda r, n: _("%(begin)s ditambah %(time)s") % {"begin": r.name(n.begin), "time": r.name(n.number)},
    ),
    (
        arithmetic.FirstOfMonth,
        lambda r, n: _("tanggal 1, %(later)s sesudah bulan %(day)s") % {"day": r.name(n.day), "later": r.name(n.later)},
    ),
    (
        schedules.NextOnDay,
        lambda r, n: _("tanggal %(number)s berikutnya setelah %(day)s") % {"day": r.name(n.day), "number": r.name(n.number)},
    ),
    (
        schedules.NextPeriod,
        lambda r, n: _("awal masa %(months)s berikutnya setelah %(day)s") % {"day": r.name(n.day), "months": r.name(n.months)},
    ),
    (arithmetic.Product, lambda r, n: " × ".join(r.grouped(part) for part in (n.first, n.second))),
    (sums.Quotient, _quotient),
    (sums.Sum, lambda r, n: " + ".join(r.name(part) for part in n.parts)),
    (
        sums.Smaller,
        lambda r, n: _("%(first)s, dihitung paling banyak %(second)s") % {"first": r.name(n.first), "second": r.name(n.second)},
    ),
    (
        tables.ByLevel,
        lambda r, n: _("%(table)s, dibaca pada %(level)s") % {"table": _quoted(n.parameter.label), "level": r.name(n.level)},
    ),
    (arithmetic.When, lambda r, n: r.told(n).flat),
    (sums.Named, lambda r, n: r.name(n.number)),
)
