"""Sentences for people, without Django: an Indonesian source text with named places, and what stands in them.

``N_`` marks a text for the extractor (Babel, keyword ``N_``). Whoever shows a message passes the translator and the
formatter of its page; without them the Indonesian text comes out.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


def N_(text: str) -> str:  # noqa: N802 - the customary name of the mark for translation
    """Mark a text for translation without translating it."""
    return text


MONTHS = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober", "November", "Desember",
)  # fmt: skip


def plain(value: date | int | Decimal) -> str:
    """Return a date or number as an Indonesian letter writes it."""
    if isinstance(value, date):
        return f"{value.day} {MONTHS[value.month - 1]} {value.year}"
    return str(value).replace(".", ",")


def scaled(number: int, decimals: int) -> int | Decimal:
    """Return a number that rules hold as a whole number of its smallest parts (1875, 2 → 18.75); whole ones as ``int``."""
    whole, rest = divmod(number, 10**decimals)
    return whole if rest == 0 else Decimal(number).scaleb(-decimals).normalize()


@dataclass(frozen=True)
class Term:
    """A word of a closed list: its key in data and its Indonesian label."""

    key: str
    label: str

    def __str__(self) -> str:
        return self.label


@dataclass(frozen=True)
class Quantity:
    """A number with its unit (Indonesian, translatable)."""

    number: int | Decimal
    unit: str

    def __str__(self) -> str:
        return f"{plain(self.number)} {self.unit}"


@dataclass(frozen=True)
class Message:
    """A template and its arguments: words (``Term``), quantities, dates, numbers, texts or messages."""

    template: str
    arguments: tuple[tuple[str, object], ...] = ()

    @classmethod
    def of(cls, template: str, **arguments: object) -> Message:
        """Return a message."""
        return cls(template, tuple(arguments.items()))

    def text(self, translate: Callable[[str], str] = str, show: Callable[[date | int | Decimal], str] = plain) -> str:
        """Return the sentence. ``translate`` is the page's gettext, ``show`` formats dates and numbers for its language."""
        return translate(self.template) % {name: _shown(value, translate, show) for name, value in self.arguments}


def _shown(value: object, translate: Callable[[str], str], show: Callable[[date | int | Decimal], str]) -> str:
    """Return one argument as text."""
    if isinstance(value, Message):
        return value.text(translate, show)
    if isinstance(value, Term):
        return translate(value.label)
    if isinstance(value, Quantity):
        return f"{show(value.number)} {translate(value.unit)}"
    if isinstance(value, date | int | Decimal) and not isinstance(value, bool):
        return show(value)
    return str(value)
