"""What the reasons of many proposals share, kept once: sentences with their articles, and what counts in the score."""

from functools import lru_cache
from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from matang import engine
from matang.flow.plan.choices import EARNED
from matang.foundation.tenancy.models import TenantModel

HOLE = "#"
NUMBER, DATE = "n", "d"


class ReasonBook(TenantModel):
    """Sentences and terms of one computation, by number. Written once and never changed, so that it may be remembered.

    It holds no one's data: what differs from person to person stands in the proposal.
    """

    personal_data: ClassVar[tuple[str, ...]] = ()

    checks = models.JSONField(_("kalimat syarat"))
    terms = models.JSONField(_("butir nilai"))
    sheets = models.JSONField(_("butir nilai tiap golongan jabatan"), default=list)

    class Meta:
        verbose_name = _("buku alasan")
        verbose_name_plural = _("buku alasan")


@lru_cache(maxsize=32)
def _book(key: int) -> tuple[list[Any], list[Any], list[Any]]:
    found = ReasonBook.objects.get(pk=key)
    return found.checks, found.terms, found.sheets


def unpacked(packed: dict[str, Any]) -> dict[str, Any]:
    """Return reasons in full; what was never packed is returned as it is."""
    if "b" not in packed:
        return packed
    checks, terms, sheets = _book(packed["b"])
    sheet, units = packed["t"]
    mine = {number: (shown, asked) for (number, asked), shown in zip(sheets[sheet], units, strict=False)}
    rows = [_term(terms[number], shown, asked) for number, (shown, asked) in mine.items()]
    return {
        **packed["r"],
        "changes": _changes(packed["r"], rows),
        "checks": [filled(checks[number], leaves) for number, *leaves in packed["c"]],
        "terms": rows,
        "rival": _rival(packed.get("v"), terms, mine),
    }


def _term(term: list[Any], shown: int | None, asked: int) -> dict[str, Any]:
    name, each, must, unit = term
    counted = min(shown or 0, asked)
    return {"name": name, "shown": shown, "asked": asked, "each": each, "points": counted * each, "must": must, "unit": unit}


def _changes(numbers: dict[str, Any], rows: list[dict[str, Any]]) -> list[list[dict[str, Any]]]:
    """Return the smallest sufficient ways to win, in the score's own terms; they follow from distance and terms."""
    if numbers["standing"] not in {"loses", "ties"}:
        return []
    levers = [
        (str(at), row["each"], row["asked"] - min(row["shown"] or 0, row["asked"]))
        for at, row in enumerate(rows)
        if row["unit"] in EARNED
    ]
    useful = [lever for lever in levers if lever[1] and lever[2]]
    return [
        [
            {"term": rows[int(c.term)]["name"], "units": c.units, "points": c.points, "unit": rows[int(c.term)]["unit"]}
            for c in way
        ]
        for way in engine.smallest_changes(numbers["distance"] + 1, useful)
    ]


def _rival(packed: list[Any] | None, terms: list[Any], mine: dict[int, tuple[int | None, int]]) -> dict[str, Any] | None:
    """Return the comparison with the person whose shown units stand in ``packed``; positive = the one asked about is ahead."""
    if packed is None:
        return None
    person, theirs = packed
    rows = []
    for (number, (shown, asked)), other in zip(mine.items(), theirs, strict=False):
        name, each = terms[number][0], terms[number][1]
        first, second = min(shown or 0, asked) * each, min(other or 0, asked) * each
        if first or second:
            rows.append([name, first, second, first - second])
    return {
        "person": person,
        "rows": rows,
        "total": sum(row[2] for row in rows),
        "difference": sum(row[3] for row in rows),
    }


def filled(shape: Any, leaves: list[Any]) -> Any:
    """Return a value with its leaves put back, in order."""
    return _filled(shape, iter(leaves))


def _filled(shape: Any, leaves: Any) -> Any:
    if isinstance(shape, dict):
        if HOLE in shape:
            leaf = next(leaves)
            return {"date": leaf} if shape[HOLE] == DATE else leaf
        return {key: _filled(value, leaves) for key, value in sorted(shape.items())}
    return [_filled(value, leaves) for value in shape] if isinstance(shape, list) else shape


def hollow(value: Any, leaves: list[Any]) -> Any:
    """Return a value without its numbers and dates, which are appended to ``leaves`` in order; the reverse of ``filled``.

    Keys are taken in the order of their names: the database keeps them in an order of its own.
    """
    if isinstance(value, dict):
        if set(value) == {"date"}:
            leaves.append(value["date"])
            return {HOLE: DATE}
        return {key: hollow(part, leaves) for key, part in sorted(value.items())}
    if isinstance(value, (list, tuple)):
        return [hollow(part, leaves) for part in value]
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        leaves.append(value)
        return {HOLE: NUMBER}
    return value
