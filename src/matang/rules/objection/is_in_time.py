"""How many working days are there to object to a decision, and to answer the objection, and is it in time?

The day on which the decision was made known (or the objection came in) is day 0; the last working day is still in time.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from matang.rules.book import PARAMETERS, cite
from matang.rules.core.calculation import Calculation
from matang.rules.core.clocks import Due, due_day
from matang.rules.core.conditions import AtLeast
from matang.rules.core.expressions import Value, Word
from matang.rules.core.facts import MOST
from matang.rules.core.limits import Limit
from matang.rules.core.message import N_
from matang.rules.core.rule import Criterion, Rule
from matang.rules.vocabulary.service import OBJECTION_STEP, WORKING_DAYS_TAKEN

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from matang.rules.core.parameters import Book

TERMS = PARAMETERS["objection.working_days"]
TERM = Limit(TERMS, Word(OBJECTION_STEP), MOST)
REFERENCE = cite("uu-30-2014", "pasal 77", "M", note="dari ingatan; naskah belum dibaca")

CALCULATION = Calculation(
    key="objection.within_how_many_days",
    question=N_("Berapa hari kerja tenggat langkah keberatan ini?"),
    explained=N_(
        "Menyebut waktu untuk mengajukan keberatan atas putusan, dan waktu pejabat menjawabnya, agar tidak seorang pun "
        "kehilangan haknya karena tidak tahu. Hanya undang-undang yang dapat mengubahnya."
    ),
    reference=REFERENCE,
    expression=TERM,
)
RULE = Rule(
    key="objection.is_in_time",
    question=N_("Apakah langkah keberatan ini masih dalam tenggat?"),
    explained=N_(
        "Membandingkan hari kerja yang sudah berjalan dengan tenggat langkahnya; hari libur tidak dihitung. Berubah "
        "setiap hari kerja, sampai langkahnya selesai."
    ),
    reference=REFERENCE,
    criteria=(
        Criterion(
            AtLeast(TERM, Value(WORKING_DAYS_TAKEN)),
            passed=N_("Keberatan, %(step)s: sudah %(days)s; tenggat %(term)s."),
            failed=N_("Keberatan, %(step)s: sudah %(days)s, lewat dari tenggat %(term)s."),
            unknown=N_("Keberatan, %(step)s: sudah %(days)s; tenggat %(term)s belum dapat dipastikan."),
            arguments=(("step", Word(OBJECTION_STEP)), ("days", Value(WORKING_DAYS_TAKEN)), ("term", TERM)),
        ),
    ),
)


def objection_due(
    step: str, begin: date, working_days_after: Callable[[date, int], date], *, book: Book | None = None
) -> Due[date]:
    """Return the last day of a step (``file``, ``answer``) that began on a day, by the caller's calendar."""
    return due_day(book.of(TERMS) if book else TERMS, step, begin, working_days_after)
