"""A book with some values changed: what a legal officer proposes in a file, or what an agency has decided for itself.

A proposed line says what holds from its first date on. What the book says for earlier days stays, cut off at that date, so a
proposal is short and history is never lost. A rule reads nothing new: keys, units and kinds must be those of the book.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from matang.rules.core.loader import LoadError, lines_of, read_yaml, sources_of, value_of
from matang.rules.core.parameters import EVERY, Book, DatedValue, Parameter
from matang.rules.core.sources import Confidence, Reference, Source

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from decimal import Decimal
    from pathlib import Path

SAME = ("label", "unit", "by", "words", "decimals", "local")
"""What a proposal may repeat, but not change."""


def amended(book: Book, overlay: Path) -> Book:
    """Return the book as a file (or every YAML file of a folder) would change it; ``LoadError`` for what cannot be answered for.

    A file holds parameters by key, each with its dated ``values``, and may bring ``sources``.
    """
    files = sorted(overlay.glob("*.yaml")) if overlay.is_dir() else [overlay]
    if not files:
        raise LoadError(f"{overlay.name}: holds no YAML file")
    sources: dict[str, Source] = dict(book.sources)
    content = {path.name: read_yaml(path) for path in files}
    for name, rows in content.items():
        for key, source in sources_of(f"{name}: sources", _mapping(f"{name}: sources", rows.pop("sources", {}))):
            if key in sources:
                raise LoadError(f"{name}: sources: {key}: is in the book already")
            sources[key] = source
    found = dict(book.parameters)
    seen: set[str] = set()
    for name, rows in content.items():
        for key, row in rows.items():
            place = f"{name}: {key}"
            if key in seen:
                raise LoadError(f"{place}: stands in two files")
            if key not in book.parameters:
                raise LoadError(f"{place}: no rule reads this parameter")
            seen.add(key)
            found[key] = _amended(place, book.parameters[key], _mapping(place, row), sources)
    return Book(sources, found)


def _mapping(place: str, content: object) -> Mapping[str, object]:
    """Return a mapping."""
    if not isinstance(content, dict):
        raise LoadError(f"{place}: expected a mapping")
    return content


def _amended(place: str, shipped: Parameter, row: Mapping[str, object], sources: Mapping[str, Source]) -> Parameter:
    """Return a parameter with the proposed lines put over the shipped ones."""
    if "values" not in row:
        raise LoadError(f"{place}: values is missing")
    for name, said in row.items():
        if name != "values" and name not in SAME:
            raise LoadError(f"{place}: unknown field {name}")
        if name != "values" and said != getattr(shipped, name):
            raise LoadError(f"{place}: {name} is {getattr(shipped, name)!r} in the book, not {said!r}")
    lines = lines_of(place, row["values"], shipped.by, shipped.decimals, sources)
    values = dict(shipped.values)
    for line, dated in lines.items():
        for value in dated:
            _refuse_another_kind(f"{place}: {line}: from {value.begin}", value, shipped)
        values[line] = _over(f"{place}: {line}", shipped.values.get(line, ()), dated)
    return replace(shipped, values=values)


def _refuse_another_kind(place: str, value: DatedValue, shipped: Parameter) -> None:
    """Refuse a word where the book has numbers, a list where it has words, and so on."""
    kinds = {_kind(known) for line in shipped.values.values() for known in line} - {"nothing"}
    if kinds and _kind(value) not in kinds | {"nothing"}:
        raise LoadError(f"{place}: expected a {' or '.join(sorted(kinds))}, not a {_kind(value)}")


def _kind(value: DatedValue) -> str:
    """Return what kind of value it is; an interval is a number known in part."""
    said = value.value
    if said is None:
        return "nothing"
    if isinstance(said, tuple):
        return "list of words" if isinstance(said[0], str) else "number"
    return "word" if isinstance(said, str) else "number"


def _over(place: str, shipped: tuple[DatedValue, ...], proposed: tuple[DatedValue, ...]) -> tuple[DatedValue, ...]:
    """Return the shipped values up to the first proposed day, then the proposed ones."""
    begin = proposed[0].begin
    kept = [value for value in shipped if value.begin < begin]
    if kept and kept[-1].end is not None and kept[-1].end < begin:
        raise LoadError(f"{place}: from {begin}: leaves a gap after the value from {kept[-1].begin}")
    if kept and (kept[-1].end is None or kept[-1].end > begin):
        kept[-1] = replace(kept[-1], end=begin)
    return (*kept, *proposed)


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
    """Return the book with a value that an agency has decided for itself, from a day on.

    ``source`` is the decision, ``article`` its number. ``LoadError`` when the law leaves the value to nobody.
    """
    shipped = book.parameters[key]
    if not shipped.local:
        raise LoadError(f"{key}: is not for an agency to decide")
    if not article.strip():
        raise LoadError(f"{key}: article is empty")
    if (line == EVERY) != (shipped.by is None):
        raise LoadError(f"{key}: {'differs by ' + shipped.by if shipped.by else 'is the same for all'}, not {line!r}")
    reference = Reference(source, article, Confidence.READ, begin, unverified=False)
    dated = DatedValue(begin, None, value_of(key, value, shipped.decimals), reference)
    _refuse_another_kind(f"{key}: from {begin}", dated, shipped)
    values = {**shipped.values, line: _over(key, shipped.values.get(line, ()), (dated,))}
    return Book({**book.sources, source.key: source}, {**book.parameters, key: replace(shipped, values=values)})
