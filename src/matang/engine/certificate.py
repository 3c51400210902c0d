"""One file that anybody can check: the problem, the result, and what finds a number that was altered.

Beside the contents of both files a certificate holds two sums of every list of numbers: the plain sum, and the sum of each
number times its place. When one number changes, the first sum says by how much and the quotient of the two says where, so
that the check can name the place and the number that stood there. (This is the oldest of error-locating codes; it needs
no copy of the numbers.)

The sums find accidents and clumsy hands. Somebody who mends them as well still meets the proof of ``check``, and the
fingerprint of the whole file that stands in the minutes.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from matang.engine.check import PROBLEM_FIELDS, RESULT_FIELDS, Verification, Violation, check
from matang.engine.problem import canonical_json

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from matang.engine.problem import Problem
    from matang.engine.result import Result

FORMAT = "matang.engine.certificate/1"
PRIMES = (2**31 - 1, 2**31 - 19)
"""A difference that one of them divides is found with the other; lists are shorter than both."""
NOBODY = -1
"""Stands for the empty place of an unplaced person in the sums."""


def N_(text: str) -> str:  # noqa: N802 - the customary name of the mark for translation
    """Mark a text for translation without translating it."""
    return text


MESSAGES = {
    "altered": N_("Angka ke-%(at)s pada isian %(field)s berubah: semula %(was)s, kini %(now)s."),
    "altered_many": N_("Lebih dari satu angka pada isian %(field)s berubah."),
    "altered_sum": N_("Jumlah pemeriksa isian %(field)s sendiri yang berubah."),
    "resized": N_("Isian %(field)s semula berisi %(was)s angka, kini %(now)s."),
}


@dataclass(frozen=True)
class Altered(Violation):
    """A number that no longer is what it was; ``numbers`` hold field, place (from 1), old and new value where known."""

    @property
    def template(self) -> str:
        """Return the Indonesian source text with named places, for translation."""
        return MESSAGES[self.code]


def certificate(problem: Problem, result: Result) -> bytes:
    """Return the bytes of the certificate of a result; the same result gives the same bytes."""
    parts = {"problem": problem.canonical, "result": result.canonical()}
    sums = {f"{name}.{field}": list(_sums(numbers)) for name, field, numbers in _fields(_read(parts))}
    tail = json.dumps(sums, sort_keys=True, separators=(",", ":")).encode()
    return (
        b'{"format":' + json.dumps(FORMAT).encode()
        + b',\n"problem":' + parts["problem"].rstrip()
        + b',\n"result":' + parts["result"].rstrip()
        + b',\n"sums":' + tail + b"}\n"
    )  # fmt: skip


def fingerprint(content: bytes) -> str:
    """Return the SHA-256 of a certificate's bytes, as minutes and letters print it."""
    return hashlib.sha256(content).hexdigest()


def verify_certificate(path: Path) -> Verification:
    """Check a certificate: nothing altered, feasible, optimal. Needs no database and no solver."""
    try:
        content = json.loads(path.read_bytes())
    except (OSError, ValueError) as failure:
        return Verification((Violation("unreadable", (("name", path.name), ("why", failure))),))
    if not isinstance(content, dict) or content.get("format") != FORMAT:
        return Verification((Violation("format", (("name", path.name), ("expected", FORMAT))),))
    for name in ("problem", "result", "sums"):
        if not isinstance(content.get(name), dict):
            return Verification((Violation("field", (("name", path.name), ("field", name))),))
    altered = tuple(_altered(content, content["sums"]))
    digest = hashlib.sha256(canonical_json(content["problem"])).hexdigest()
    found = check(content["problem"], content["result"], digest=digest)
    return Verification(altered + found.violations, found.people, found.placed, found.objective)


def is_certificate(path: Path) -> bool:
    """Return whether a file says that it is a certificate."""
    try:
        with path.open("rb") as file:
            return FORMAT.encode() in file.read(200)
    except OSError:
        return False


def _read(parts: Mapping[str, bytes]) -> dict[str, Any]:
    return {name: json.loads(part) for name, part in parts.items()}


def _fields(content: Mapping[str, Any]) -> Iterator[tuple[str, str, Sequence[object]]]:
    """Yield every list of numbers of the two contents with its name; a single number is a list of one."""
    for name, fields in (("problem", PROBLEM_FIELDS), ("result", (*RESULT_FIELDS, "assignment"))):
        for field in fields:
            numbers = content[name].get(field)
            yield name, field, numbers if isinstance(numbers, list) else []
    yield "result", "objective", [content["result"].get("objective")]


def _sums(numbers: Sequence[object]) -> tuple[int, int, int, int]:
    """Return length, plain sum, and the sums of number times place modulo each prime."""
    whole = [NOBODY if number is None else number for number in numbers]
    if not all(type(number) is int for number in whole):
        raise ValueError("not whole numbers")
    place = np.arange(1, len(whole) + 1, dtype=np.int64)
    weighted = []
    for prime in PRIMES:
        rest = np.array([number % prime for number in whole], dtype=np.int64)  # type: ignore[operator]
        weighted.append(int((place % prime * rest % prime).sum()) % prime)
    return len(whole), sum(whole), *weighted  # type: ignore[arg-type, return-value]


def _altered(content: Mapping[str, Any], stated: Mapping[str, Any]) -> Iterator[Altered]:
    """Yield what the sums say of every list that no longer fits them."""
    for name, field, numbers in _fields(content):
        key = f"{name}.{field}"
        sums = stated.get(key)
        if not isinstance(sums, list) or len(sums) != 4 or not all(type(number) is int for number in sums):
            yield Altered("altered_sum", (("field", key),))
            continue
        try:
            now = _sums(numbers)
        except ValueError:
            yield Altered("altered_many", (("field", key),))
            continue
        if list(now) != sums:
            yield _located(key, numbers, sums, now)


def _located(key: str, numbers: Sequence[object], was: Sequence[int], now: Sequence[int]) -> Altered:
    """Say which number of a list changed, as far as the sums can tell."""
    if was[0] != now[0] and list(was[1:]) == list(now[1:]):
        return Altered("altered_sum", (("field", key),))
    if was[0] != now[0]:
        return Altered("resized", (("field", key), ("was", was[0]), ("now", now[0])))
    by = now[1] - was[1]
    moved = [(found - stated) % prime for found, stated, prime in zip(now[2:], was[2:], PRIMES, strict=True)]
    if sum((by != 0, moved[0] != 0, moved[1] != 0)) == 1 and not _divides_one(by):
        return Altered("altered_sum", (("field", key),))
    places = {moved[at] * pow(by, -1, prime) % prime for at, prime in enumerate(PRIMES) if by % prime}
    place = places.pop() if len(places) == 1 else 0
    if not 1 <= place <= len(numbers):
        return Altered("altered_many", (("field", key),))
    value = numbers[place - 1]
    old = (NOBODY if value is None else int(value)) - by  # type: ignore[call-overload]
    shown = None if key == "result.assignment" and old == NOBODY else old
    return Altered("altered", (("field", key), ("at", place), ("was", shown), ("now", value)))


def _divides_one(by: int) -> bool:
    """Return whether a difference is lost to one of the two weighted sums, which then stays as it was."""
    return any(by % prime == 0 for prime in PRIMES) and by != 0
