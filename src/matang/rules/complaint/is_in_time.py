"""How many working days does a step of a complaint have, and is it in time?

The day of the complaint is day 0; the last working day of the term is still in time.
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
from matang.rules.vocabulary.service import COMPLAINT_STEP, WORKING_DAYS_TAKEN

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from matang.rules.core.parameters import Book

TERMS = PARAMETERS["complaint.working_days"]
TERM = Limit(TERMS, Word(COMPLAINT_STEP), MOST)
REFERENCE = cite("permenpanrb-62-2018", "tenggat penanganan", "V2", note="naskah belum dibaca; dari standar pelayanan")

CALCULATION = Calculation(
    key="complaint.within_how_many_days",
    question=N_("Berapa hari kerja tenggat langkah pengaduan ini?"),
    explained=N_(
        "Menyebut tenggat tiap langkah pengaduan, agar warga tahu kapan jawabannya datang. Berubah menurut jenis "
        "pengaduan: yang perlu pemeriksaan mendapat waktu lebih lama."
    ),
    reference=REFERENCE,
    expression=TERM,
)
RULE = Rule(
    key="complaint.is_in_time",
    question=N_("Apakah langkah pengaduan ini masih dalam tenggat?"),
    explained=N_(
        "Membandingkan hari kerja yang sudah berjalan dengan tenggat langkahnya; hari libur tidak dihitung. Berubah "
        "setiap hari kerja, sampai langkahnya selesai."
    ),
    reference=REFERENCE,
    criteria=(
        Criterion(
            AtLeast(TERM, Value(WORKING_DAYS_TAKEN)),
            passed=N_("Langkah %(step)s: sudah %(days)s; tenggat %(term)s."),
            failed=N_("Langkah %(step)s: sudah %(days)s, lewat dari tenggat %(term)s."),
            unknown=N_("Langkah %(step)s: sudah %(days)s; tenggat %(term)s belum dapat dipastikan."),
            arguments=(("step", Word(COMPLAINT_STEP)), ("days", Value(WORKING_DAYS_TAKEN)), ("term", TERM)),
        ),
    ),
)


def complaint_due(
    step: str, begin: date, working_days_after: Callable[[date, int], date], *, book: Book | None = None
) -> Due[date]:
    """Return the last day of a step that began on a day; ``working_days_after(day, n)`` is the caller's calendar."""
    return due_day(book.of(TERMS) if book else TERMS, step, begin, working_days_after)
