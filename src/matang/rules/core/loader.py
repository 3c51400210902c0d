"""Reads ``sources/*.yaml`` and ``parameters/*.yaml``, and refuses what cannot be answered for.

Refused: a number without source, article, date of last look or confidence; a key given twice; dates that overlap or leave
a gap; a value that was not read in the original and is not marked ``unverified``; unknown fields.
"""

from __future__ import annotations

from collections.abc import Hashable
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import yaml

try:
    from yaml import CSafeLoader as SafeLoader
except ImportError:  # a build without libyaml: slower, the same otherwise
    from yaml import SafeLoader  # type: ignore[assignment]

from matang.rules.core.parameters import EVERY, Book, DatedValue, Parameter
from matang.rules.core.sources import Confidence, Reference, Source

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from matang.rules.core.parameters import Scalar


LARGEST = 10**6
"""No number of the law is larger, in its own unit; far below what columns can hold."""


class LoadError(ValueError):
    """A file that cannot be answered for; the message names the file and the place."""


class _Strict(SafeLoader):
    """YAML without keys given twice."""


def _mapping_once(loader: _Strict, node: yaml.MappingNode) -> dict[Any, Any]:
    """Build a mapping and refuse a key that stands twice."""
    found: dict[Any, Any] = {}
    for key_node, value_node in node.value:
        key = loader.construct_object(key_node, deep=True)
        if not isinstance(key, Hashable):
            raise LoadError(f"line {key_node.start_mark.line + 1}: a list cannot be a key")
        if key in found:
            raise LoadError(f"line {key_node.start_mark.line + 1}: key {key!r} stands twice")
        found[key] = loader.construct_object(value_node, deep=True)
    return found


_Strict.add_constructor(yaml.resolver.BaseResolver.DEFAULT_MAPPING_TAG, _mapping_once)


def read_yaml(path: Path) -> dict[str, Any]:
    """Return the mapping of a YAML file; ``LoadError`` names the file."""
    try:
        content = yaml.load(path.read_text(encoding="utf-8"), Loader=_Strict)  # noqa: S506 - a safe loader
    except OSError as failure:
        raise LoadError(f"{path.name}: cannot be read ({failure.strerror})") from None
    except (yaml.YAMLError, ValueError) as failure:  # a date that does not exist, bytes that are no UTF-8
        raise LoadError(f"{path.name}: {failure}") from None
    if not isinstance(content, dict):
        raise LoadError(f"{path.name}: expected a mapping")
    return content


def _fields(place: str, content: object, required: set[str], optional: set[str]) -> dict[str, Any]:
    """Return a mapping that has all required fields and no unknown one."""
    if not isinstance(content, dict):
        raise LoadError(f"{place}: expected a mapping")
    missing = sorted(required - content.keys())
    if missing:
        raise LoadError(f"{place}: {missing[0]} is missing")
    unknown = sorted(content.keys() - required - optional, key=str)
    if unknown:
        raise LoadError(f"{place}: unknown field {unknown[0]}")
    return content


def _day(place: str, value: object) -> date:
    """Return a date."""
    if type(value) is not date:
        raise LoadError(f"{place}: {value!r} is not a date")
    return value


def load_book(folder: Path) -> Book:
    """Return the book of a folder that holds ``sources/`` and ``parameters/``."""
    sources = load_sources(folder / "sources")
    return Book(sources, load_parameters(folder / "parameters", sources))


def load_sources(folder: Path) -> dict[str, Source]:
    """Return all sources by key; a key stands in one file only."""
    found: dict[str, Source] = {}
    for path in sorted(folder.glob("*.yaml")):
        for key, source in sources_of(path.name, read_yaml(path)):
            if key in found:
                raise LoadError(f"{path.name}: {key}: stands in two files")
            found[key] = source
    return found


def sources_of(name: str, rows: Mapping[str, Any]) -> Iterator[tuple[str, Source]]:
    """Yield the sources of one file by key."""
    for key, content in rows.items():
        place = f"{name}: {key}"
        row = _fields(place, content, {"title", "about", "in_force", "url"}, {"repealed", "unverified"})
        repealed = row.get("repealed")
        yield (
            str(key),
            Source(
                key=str(key),
                title=str(row["title"]),
                about=str(row["about"]),
                in_force=_day(f"{place}: in_force", row["in_force"]),
                repealed=None if repealed is None else _day(f"{place}: repealed", repealed),
                url=str(row["url"]),
                unverified=bool(row.get("unverified", False)),
            ),
        )


def reference(place: str, row: Mapping[str, Any], sources: Mapping[str, Source]) -> Reference:
    """Return where a value comes from; refuses a value nobody answers for."""
    if not isinstance(row["source"], str) or row["source"] not in sources:
        raise LoadError(f"{place}: source {row['source']!r} is not in sources/")
    if not str(row["article"] or "").strip():
        raise LoadError(f"{place}: article is empty")
    try:
        confidence = Confidence(str(row["confidence"]))
    except ValueError:
        known = ", ".join(Confidence)
        raise LoadError(f"{place}: confidence {row['confidence']!r} is not one of {known}") from None
    unverified = row.get("unverified", False)
    if type(unverified) is not bool:
        raise LoadError(f"{place}: unverified must be true or false")
    if confidence is not Confidence.READ and not unverified:
        raise LoadError(f"{place}: not read in the original ({confidence.value}), so it must be marked unverified")
    return Reference(
        source=sources[row["source"]],
        article=str(row["article"]),
        confidence=confidence,
        last_checked=_day(f"{place}: last_checked", row["last_checked"]),
        unverified=unverified,
        note=str(row.get("note", "")),
    )


def load_parameters(folder: Path, sources: Mapping[str, Source]) -> dict[str, Parameter]:
    """Return all parameters by key; a key stands in one file only."""
    found: dict[str, Parameter] = {}
    for path in sorted(folder.glob("*.yaml")):
        for key, content in read_yaml(path).items():
            if key in found:
                raise LoadError(f"{path.name}: {key}: stands in two files")
            found[key] = _parameter(f"{path.name}: {key}", key, content, sources)
    return found


def _parameter(place: str, key: str, content: object, sources: Mapping[str, Source]) -> Parameter:
    """Return one parameter."""
    row = _fields(place, content, {"label", "unit", "values"}, {"by", "words", "decimals", "local"})
    by, decimals, local = row.get("by"), row.get("decimals", 0), row.get("local", False)
    for name in ("by", "words"):
        if not isinstance(row.get(name), str | None):
            raise LoadError(f"{place}: {name} must name a fact")
    if type(decimals) is not int or not 0 <= decimals <= 4:
        raise LoadError(f"{place}: decimals must be a number from 0 to 4")
    if type(local) is not bool:
        raise LoadError(f"{place}: local must be true or false")
    return Parameter(
        key=key,
        label=str(row["label"]),
        unit=str(row["unit"]),
        by=by,
        values=lines_of(place, row["values"], by, decimals, sources),
        words=row.get("words"),
        decimals=decimals,
        local=local,
    )


def lines_of(
    place: str, values: object, by: str | None, decimals: int, sources: Mapping[str, Source]
) -> dict[str, tuple[DatedValue, ...]]:
    """Return the dated values of each line of a parameter; one line without ``by``."""
    lines = {EVERY: values} if by is None else values
    if not isinstance(lines, dict) or not lines:
        raise LoadError(f"{place}: values are missing")
    return {str(name): tuple(_timeline(f"{place}: {name}", line, decimals, sources)) for name, line in lines.items()}


def _timeline(place: str, line: object, decimals: int, sources: Mapping[str, Source]) -> Iterator[DatedValue]:
    """Yield dated values in order; refuses gaps and overlaps."""
    if not isinstance(line, list) or not line:
        raise LoadError(f"{place}: expected a list of dated values")
    before: DatedValue | None = None
    for item in line:
        row = _fields(
            place, item, {"from", "value", "source", "article", "last_checked", "confidence"}, {"until", "unverified", "note"}
        )
        begin = _day(f"{place}: from", row["from"])
        end = None if row.get("until") is None else _day(f"{place}: until", row["until"])
        where = f"{place}: from {begin}"
        if end is not None and end <= begin:
            raise LoadError(f"{where}: ends before it begins")
        if before is not None and before.end != begin:
            kind = "overlaps" if before.end is None or before.end > begin else "leaves a gap after"
            raise LoadError(f"{where}: {kind} the value from {before.begin}")
        before = DatedValue(begin, end, value_of(where, row["value"], decimals), reference(where, row, sources))
        yield before


def value_of(place: str, value: object, decimals: int = 0) -> Scalar:
    """Return a value: a number, a word, an interval of two numbers, a list of words, or none (the law sets nothing).

    Numbers come out as whole numbers of their smallest parts.
    """
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, list) and value and all(isinstance(item, str) for item in value):
        return tuple(value)
    number = _in_parts(value, decimals)
    if number is not None:
        return number
    if isinstance(value, list) and len(value) == 2:
        low, high = (_in_parts(item, decimals) for item in value)
        if low is not None and high is not None and low < high:
            return (low, high)
    raise LoadError(f"{place}: {value!r} is no value a parameter can have")


def _in_parts(value: object, decimals: int) -> int | None:
    """Return a number in its smallest parts; None for anything else, and for more decimals than the parameter has."""
    if type(value) is int:
        return value * int(10**decimals) if abs(value) <= LARGEST else None
    if not isinstance(value, float | Decimal):
        return None
    parts = Decimal(str(value)).scaleb(decimals)
    exact = bool(decimals) and parts.is_finite() and parts == parts.to_integral_value()
    return int(parts) if exact and abs(parts) <= Decimal(LARGEST).scaleb(decimals) else None
