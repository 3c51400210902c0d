"""The sources and parameters in force, read once, and refused at once when they cannot be answered for."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from matang.rules.core import amend, loader
from matang.rules.core.expressions import BETWEEN_SHOWN, NOT_SET
from matang.rules.core.facts import FactError
from matang.rules.core.loader import LoadError
from matang.rules.core.message import N_, Message, Quantity, Term, scaled
from matang.rules.core.parameters import EVERY
from matang.rules.core.sources import Confidence, Reference
from matang.rules.vocabulary import FACTS

if TYPE_CHECKING:
    from decimal import Decimal

    from matang.rules.core.parameters import Book, DatedValue, Parameter
    from matang.rules.core.sources import Source

HERE = Path(__file__).parent
EVERYBODY = Term(EVERY, N_("semua"))


def load_book(folder: Path = HERE, overlay: Path | None = None) -> Book:
    """Return a book of sources and parameters: those of ``folder``, as a proposed file ``overlay`` would change them.

    ``LoadError`` names file and place of what cannot be answered for.
    """
    found = loader.load_book(folder)
    if overlay is not None:
        found = amend.amended(found, overlay)
    for parameter in found.parameters.values():
        _refuse_unknown_words(parameter)
    return found


def decided(
    book: Book,
    key: str,
    value: int | Decimal | str | list[str] | None,
    *,
    begin: date,
    source: Source,
    article: str,
    line: str = EVERY,
) -> Book:
    """Return a book with a value that an agency has decided for itself, from a day on.

    ``source`` is the decision (``SOURCES["agency-decision"]``), ``article`` its number, ``line`` the word where the value differs
    by one. ``LoadError`` for what is not left to an agency, and for words and values that cannot be.
    """
    found = amend.decided(book, key, value, begin=begin, source=source, article=article, line=line)
    _refuse_unknown_words(found.parameters[key])
    return found


def _refuse_unknown_words(parameter: Parameter) -> None:
    """Refuse lines and values that are no words of the facts they stand for."""
    for name in (parameter.by, parameter.words):
        if name is not None and name not in FACTS:
            raise LoadError(f"{parameter.key}: {name!r} is no fact")
    for line, dated in parameter.values.items():
        try:
            if parameter.by is not None:
                FACTS[parameter.by].code(line)
            for value in dated:
                _words(parameter, value)
        except FactError as unknown:
            raise LoadError(f"{parameter.key}: {line}: {unknown}") from None


def _words(parameter: Parameter, value: DatedValue) -> tuple[str, ...]:
    """Return the words of a value; ``FactError`` for one that is not of the list."""
    said = value.value if isinstance(value.value, tuple) else (value.value,)
    words = tuple(word for word in said if isinstance(word, str) and word != EVERY)
    if words and parameter.words is None:
        raise LoadError(f"{parameter.key}: holds words, but does not say of which fact")
    for word in words:
        FACTS[parameter.words or ""].code(word)
    return words


def said(parameter: Parameter, value: DatedValue) -> object:
    """Return a dated value as it is shown: a quantity, a word, a tuple of words, or a message (not set, between two numbers)."""
    held = value.value
    if held is None:
        return NOT_SET
    if isinstance(held, int):
        return _quantity(parameter, held)
    if isinstance(held, tuple) and isinstance(held[0], int):
        return Message.of(BETWEEN_SHOWN, low=_quantity(parameter, held[0]), high=_quantity(parameter, int(held[-1])))
    scale = FACTS[parameter.words or ""]
    words = held if isinstance(held, tuple) else (held,)
    terms = tuple(EVERYBODY if word == EVERY else scale.choices[scale.code(str(word))] for word in words)
    return terms if isinstance(held, tuple) else terms[0]


def _quantity(parameter: Parameter, number: int) -> object:
    """Return a number in the parameter's unit, bare where it has none."""
    value = scaled(number, parameter.decimals)
    return Quantity(value, parameter.unit) if parameter.unit else value


BOOK = load_book()
SOURCES = BOOK.sources
PARAMETERS = BOOK.parameters


def cite(source: str, article: str, confidence: str, *, checked: date = date(2026, 11, 21), note: str = "") -> Reference:
    """Return the reference of a rule itself; not read in the original means unverified."""
    known = Confidence(confidence)
    return Reference(SOURCES[source], article, known, checked, unverified=known is not Confidence.READ, note=note)


def number(key: str, *, on: date, line: str = EVERY, book: Book | None = None) -> DatedValue:
    """Return the value of a parameter on a day, with its source; ``LookupError`` when no source says one."""
    found = (book or BOOK).parameters[key].on(on, line)
    if found is None:
        raise LookupError(f"{key}: no source says a value for {on}")
    return found
