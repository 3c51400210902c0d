"""A file of dated values that a legal officer wrote: what it would change, or everything that is wrong with it. No Django.

The shipped book is read, never written.
"""

from __future__ import annotations

import re
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from matang import rules
from matang.rules.core.loader import read_yaml

if TYPE_CHECKING:
    from collections.abc import Iterator

SOURCES = "sources"
WAYS_OUT = (
    ("is not in sources/", "Describe the instrument under 'sources:' in the same file, or use a key that the page Sumber lists."),
    ("source is missing", "Say which instrument it comes from: 'source: KEY'. A value nobody answers for is never taken."),
    ("article is (missing|empty)", "Say where in the instrument it stands: article, annex or page."),
    ("last_checked is missing", "Say on which day you looked it up: 'last_checked: 2026-11-23'."),
    (
        "confidence is missing|confidence '.*' is not one of",
        "V1 read in the original, V2 a second source, M memory, I inference, conflict sources disagree.",
    ),
    ("must be marked unverified", "Add 'unverified: true'; only what you read in the original (V1) may go without."),
    ("leaves a gap", "Begin on the day on which the value before it ends, or say in a line of its own what holds in between."),
    ("overlaps", "Give the value before it an 'until' that is the first day of this one."),
    ("ends before it begins", "'until' is the first day on which the value no longer holds; it must lie after 'from'."),
    ("stands twice|stands in two files", "Keep one of them."),
    ("no rule reads this parameter", "Use a key of the sheet Nilai in the page's download; a new key needs a new rule."),
    (
        "is no value a parameter can have",
        "Write a number with as many decimals as today's, a word, a list of words, or null where the law sets nothing.",
    ),
    ("expected a .* not a", "Keep the kind of value that the parameter has today."),
    (r"is not one of \[", "Use one of the words listed; they are the ones the law knows."),
    ("is not a date", "Write the date as 2027-01-01, without quotation marks."),
    ("unknown field", "Fields are from, until, value, source, article, confidence, unverified, last_checked and note."),
    ("in the book, not", "Leave this field out, or repeat what the book says: a file changes values only."),
    ("is in the book already", "Use the source that is there under this key, or choose another key."),
    (
        "expected a mapping|values (is|are) missing|expected a list",
        "See the example in docs/guides/rules.md: key, then 'values:', then dated values that begin with '-'.",
    ),
    ("must be (true or false|a number)", "Write it without quotation marks."),
)
NO_WAY = "Compare with the example in docs/guides/rules.md."


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong: where (key and line of the file, None where unknown), what, and the way out."""

    key: str
    line: int | None
    message: str
    way_out: str


@dataclass(frozen=True, slots=True)
class Change:
    """One dated value that differs from the shipped book; ``old`` is what the book says for that day."""

    key: str
    label: str
    subject: str
    begin: date
    old: str
    new: str
    unverified: bool


@dataclass(frozen=True, slots=True)
class Proposal:
    """A file that was read. Without faults ``book`` is the shipped one as the file would change it."""

    name: str
    book: rules.Book | None
    faults: tuple[Fault, ...]
    changes: tuple[Change, ...]

    @property
    def first(self) -> date | None:
        """Return the first day on which the file changes something."""
        return min((change.begin for change in self.changes), default=None)


def read_proposal(path: Path) -> Proposal:
    """Return what a file proposes, or every fault of it: one for each key at least, all of them where keys are independent."""
    try:
        book = rules.load_book(overlay=path)
    except rules.LoadError as refused:
        return Proposal(path.name, None, tuple(_faults(path, refused)), ())
    return Proposal(path.name, book, (), tuple(changes_between(rules.BOOK, book)))


def changes_between(old: rules.Book, new: rules.Book) -> Iterator[Change]:
    """Yield the dated values of a book that another one does not have."""
    for key, parameter in new.parameters.items():
        shipped = old.parameters[key]
        for line, dated in parameter.values.items():
            known = {(value.begin, value.value) for value in shipped.values.get(line, ())}
            for value in dated:
                if (value.begin, value.value) not in known:
                    before = shipped.on(value.begin, line)
                    yield Change(
                        key, parameter.label, line, value.begin, "" if before is None else plain(shipped, before),
                        plain(parameter, value), value.reference.unverified,
                    )  # fmt: skip


def changing_days(book: rules.Book) -> list[date]:
    """Return the days on which some value of a book begins, ascending."""
    return sorted({value.begin for parameter in book.parameters.values() for line in parameter.values.values() for value in line})


def plain(parameter: rules.Parameter, value: rules.DatedValue) -> str:
    """Return a dated value as the Indonesian text writes it."""
    said = rules.said(parameter, value)
    parts = said if isinstance(said, tuple) else (said,)
    return ", ".join(rules.Message.of("%(value)s", value=part).text() for part in parts)


def _faults(path: Path, refused: Exception) -> Iterator[Fault]:
    """Yield the faults of a file: those of its form, else those of each source and each parameter by itself."""
    try:
        content = read_yaml(path)
    except rules.LoadError as malformed:
        found = re.search(r"line (\d+)", str(malformed))
        text = " ".join(str(malformed).removeprefix(f"{path.name}: ").split())
        if "codec can't decode" in text:
            yield Fault("", None, "the file is not UTF-8 text", "Save it as plain text with UTF-8 encoding.")
            return
        form = "Keep one of them." if "stands twice" in text else "YAML is indented with spaces, and a colon follows each key."
        yield Fault("", int(found[1]) if found else None, text, form)
        return
    lines = yaml.compose(path.read_text(encoding="utf-8"))
    messages = list(_alone(path.name, content)) or [str(refused)]
    for message in messages:
        yield _placed(message.removeprefix(f"{path.name}: "), lines)


def _alone(name: str, content: dict[str, Any]) -> Iterator[str]:
    """Yield what is refused when each source, and then each parameter with the good sources, is read by itself."""
    proposed = content.pop(SOURCES, {})
    if not isinstance(proposed, dict):
        yield f"{SOURCES}: expected a mapping"
        proposed = {}
    good: dict[str, Any] = {}
    for key, row in proposed.items():
        told = _refusal(name, {SOURCES: {key: row}})
        if told is None:
            good[key] = row
        else:
            yield told
    bad = proposed.keys() - good.keys()
    for key, row in content.items():
        told = _refusal(name, {SOURCES: good, key: row})
        if told is not None and not any(f"source {each!r} is not" in told for each in bad):
            yield told


def _refusal(name: str, content: dict[str, Any]) -> str | None:
    """Return why a part of a file is refused, None when it is not."""
    with tempfile.TemporaryDirectory() as folder:
        part = Path(folder) / name
        part.write_text(yaml.safe_dump(content, allow_unicode=True, sort_keys=False), encoding="utf-8")
        try:
            rules.load_book(overlay=part)
        except rules.LoadError as refused:
            return str(refused)
    return None


def _placed(message: str, root: yaml.Node | None) -> Fault:
    """Return a message of the loader with its place in the file: as deep as its words lead."""
    words = message.split(": ")
    node, at, path = root, 0, list[str]()
    line = None
    while at < len(words) - 1 and node is not None:
        found = _below(node, words[at])
        if found is None and at == 1 and words[at] != rules.EVERY:
            found = _below(_child(node, "values"), words[at])
        if found is None and words[at] == rules.EVERY:
            found = _child(node, "values")
        if found is None:
            break
        node, line = found, found.start_mark.line + 1
        path.append(words[at])
        at += 1
    text = ": ".join(words[at:])
    missing = re.match(r"(\w+) is missing", text)
    item = _without(node, missing[1]) if missing else None
    line = item.start_mark.line + 1 if item is not None else line
    place = ": ".join(word for word in path if word != rules.EVERY)
    return Fault(place, line, text, next((way for pattern, way in WAYS_OUT if re.search(pattern, text)), NO_WAY))


def _child(node: yaml.Node | None, key: str) -> yaml.Node | None:
    if isinstance(node, yaml.MappingNode):
        return next((value for name, value in node.value if name.value == key), None)
    return None


def _below(node: yaml.Node | None, word: str) -> yaml.Node | None:
    """Return the part of a file that a word of a message names: a key, or the dated value that begins on a day."""
    if isinstance(node, yaml.MappingNode):
        pair = next(((name, value) for name, value in node.value if name.value == word), None)
        return None if pair is None else _at(pair[0], pair[1])
    if isinstance(node, yaml.SequenceNode) and word.startswith("from "):
        for item in node.value:
            begin = _child(item, "from")
            if begin is not None and begin.value == word.removeprefix("from "):
                return item
    return None


def _at(name: yaml.Node, value: yaml.Node) -> yaml.Node:
    """Return a value that stands where its key does, so that a place is the line of the key."""
    with suppress(AttributeError):
        value.start_mark = name.start_mark
    return value


def _without(node: yaml.Node | None, field: str) -> yaml.Node | None:
    """Return the first dated value of a list that lacks a field."""
    if isinstance(node, yaml.SequenceNode):
        return next((item for item in node.value if _child(item, field) is None), None)
    return None
