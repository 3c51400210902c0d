"""Small numbers: which values could point at single people, and may therefore stand nowhere."""

from decimal import Decimal

SHOWN_FROM = 5
"""Counts from 1 up to one less are never shown; 0 tells of nobody."""


def few(count: int | Decimal | None) -> bool:
    """Return whether a count is so small that it could point at single people."""
    return count is not None and 0 < count < SHOWN_FROM


def small(*, value: Decimal, numerator: int | None, denominator: int | None, counts: bool) -> bool:
    """Return whether a value must be hidden: few people in it, all but few, a small group, or itself a small count."""
    rest = denominator - numerator if numerator is not None and denominator is not None else None
    return few(numerator) or few(denominator) or few(rest) or (counts and few(abs(value)))
