"""Reads ``sources/*.yaml`` and ``parameters/*.yaml``, and refuses what cannot be answered for.

Refused: a number without source, article, date of last look or confidence; a key given twice; dates that overlap or leave
a gap; a value that was not read in the original and is not marked ``unverified``; unknown fields.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import yaml

from matang.rules.core.parameters import EVERY, DatedValue, Parameter
from matang.rules.core.sources import Confidence, Reference, Source

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path


class LoadError(ValueError):
    """A file that cannot be answered for; the message names the file and the place."""


class _Strict(yaml.SafeLoader):
    """YAML without keys given twice."""


def _mapping_once(loader: _Strict, node: yaml.MappingNode) -> dict[Any, Any]:
    """Build a mapping and refuse a key that stands twice."""
    found: dict[Any, Any] = {}
    for key_node, value_node in node.value:
        key = loader.construct_object(key_node, deep=True)
        if key in found:
            raise LoadError(f"line {key_node.start_mark.line + 1}: key {key!r} stands twice")
        found[key] = loader.construct_object(value_node, deep=True)
    return found


_Strict.add_constructor(yaml.resolver.BaseResolver.DEFAULT_MAPPING_TAG, _mapping_once)


def read_yaml(path: Path) -> dict[str, Any]:
    """Return the mapping of a YAML file; ``LoadError`` names the file."""
    try:
        content = yaml.load(path.read_text(encoding="utf-8"), Loader=_Strict)  # noqa: S506 - a safe loader
    except (yaml.YAMLError, LoadError) as failure:
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
    unknown = sorted(content.keys() - required - optional)
    if unknown:
        raise LoadError(f"{place}: unknown field {unknown[0]}")
    return content


def _day(place: str, value: object) -> date:
    """Return a date."""
    if type(value) is not date:
        raise LoadError(f"{place}: {value!r} is not a date")
    return value


def load_sources(folder: Path) -> dict[str, Source]:
    """Return all sources by key; a key stands in one file only."""
    found: dict[str, Source] = {}
    for path in sorted(folder.glob("*.yaml")):
        for key, content in read_yaml(path).items():
            place = f"{path.name}: {key}"
            if key in found:
                raise LoadError(f"{place}: stands in two files")
            row = _fields(place, content, {"title", "about", "in_force", "url"}, {"repealed", "unverified"})
            repealed = row.get("repealed")
            found[key] = Source(
                key=key,
                title=str(row["title"]),
                about=str(row["about"]),
                in_force=_day(f"{place}: in_force", row["in_force"]),
                repealed=None if repealed is None else _day(f"{place}: repealed", repealed),
                url=str(row["url"]),
                unverified=bool(row.get("unverified", False)),
            )
    return found


def reference(place: str, row: Mapping[str, Any], sources: Mapping[str, Source]) -> Reference:
    """Return where a value comes from; refuses a value nobody answers for."""
    if row["source"] not in sources:
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
    row = _fields(place, content, {"label", "unit", "values"}, {"by"})
    by = row.get("by")
    lines = {EVERY: row["values"]} if by is None else row["values"]
    if not isinstance(lines, dict) or not lines:
        raise LoadError(f"{place}: values are missing")
    values = {str(name): tuple(_timeline(f"{place}: {name}", line, sources)) for name, line in lines.items()}
    return Parameter(key=key, label=str(row["label"]), unit=str(row["unit"]), by=by, values=values)


def _timeline(place: str, line: object, sources: Mapping[str, Source]) -> Iterator[DatedValue]:
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
        before = DatedValue(begin, end, _value(where, row["value"]), reference(where, row, sources))
        yield before


def _value(place: str, value: object) -> int | str | tuple[int, int] | tuple[str, ...] | None:
    """Return a value: a whole number, a word, an interval of two numbers, a list of words, or none (the law sets nothing)."""
    if value is None or type(value) is int or isinstance(value, str):
        return value
    if isinstance(value, list) and value and all(isinstance(item, str) for item in value):
        return tuple(value)
    if isinstance(value, list) and len(value) == 2 and all(type(item) is int for item in value) and value[0] < value[1]:
        return (value[0], value[1])
    raise LoadError(f"{place}: {value!r} is no value a parameter can have")
