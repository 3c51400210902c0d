"""Texts of the rules in the language of the page: sentences, values, and how sure we are of each."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from matang import rules
from matang.ui.formats import angka, tanggal

CONFIDENCE: dict[rules.Confidence, str | Promise] = {
    rules.Confidence.READ: _("dibaca dari naskah"),
    rules.Confidence.SECONDARY: _("sumber kedua"),
    rules.Confidence.MEMORY: _("dari ingatan"),
    rules.Confidence.CONFLICT: _("sumber berbeda"),
    rules.Confidence.INFERENCE: _("tafsir"),
}
MEANING: dict[rules.Confidence, str | Promise] = {
    rules.Confidence.READ: _("Seseorang membacanya pada naskah resmi peraturan."),
    rules.Confidence.SECONDARY: _("Diambil dari tulisan orang lain tentang peraturan itu, bukan dari naskahnya."),
    rules.Confidence.MEMORY: _("Dituliskan dari ingatan; sumbernya belum ditemukan."),
    rules.Confidence.CONFLICT: _("Sumber-sumbernya tidak sama; yang benar belum dapat dipastikan."),
    rules.Confidence.INFERENCE: _("Disimpulkan sendiri; tidak ada sumber yang menyebutnya."),
}
LARGEST_PLAIN = 9999
"""Up to here a number may be a year, which is never written with a separator."""


@dataclass(frozen=True, slots=True)
class Mark:
    """How sure we are of something: the word for it, and whether it still has to be read in the original."""

    word: str
    unverified: bool


def show(value: date | int | Decimal) -> str:
    """Return a date or number as the page writes it."""
    if isinstance(value, date):
        return tanggal(value)
    return str(value) if isinstance(value, int) and 0 <= value <= LARGEST_PLAIN else angka(value)


def told(value: object) -> str:
    """Return anything that rules show (message, term, quantity, date, number, tuple of such) in the page's language."""
    if isinstance(value, tuple):
        return ", ".join(told(part) for part in value)
    message = value if isinstance(value, rules.Message) else rules.Message.of("%(value)s", value=value)
    return message.text(_said, show)


def _said(text: str) -> str:
    return gettext(text) if text else ""


def term(text: str) -> str:
    """Return an Indonesian text of the rules in the page's language; empty stays empty."""
    return _said(text)


def begun(text: str) -> str:
    """Return a text with a capital letter at its beginning."""
    return text[:1].upper() + text[1:]


def fact_label(fact: rules.Fact) -> str:
    """Return what a fact is called in a form or a list."""
    if fact.key.startswith("months_as_"):
        return gettext("lama sebagai %(post)s") % {"post": term(fact.label)}
    return term(fact.label)


def mark(reference: rules.Reference) -> Mark:
    """Return how sure we are of one reference."""
    return Mark(str(CONFIDENCE[reference.confidence]), reference.unverified)


def marks(references: Iterable[rules.Reference]) -> Mark:
    """Return how sure we are of several references together: unverified when one is, with the words of those that are."""
    known = list(references)
    doubtful = [reference for reference in known if reference.unverified]
    words = dict.fromkeys(str(CONFIDENCE[reference.confidence]) for reference in doubtful or known)
    return Mark(", ".join(words), bool(doubtful))
