"""Did the quick response team (TRC) give its first response in time? One city's standard, for the agency to decide."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from matang.rules.book import PARAMETERS, cite
from matang.rules.core.clocks import Due, due_time
from matang.rules.core.conditions import AtLeast
from matang.rules.core.expressions import Value
from matang.rules.core.facts import MOST
from matang.rules.core.limits import Limit
from matang.rules.core.message import N_
from matang.rules.core.parameters import EVERY
from matang.rules.core.rule import Criterion, Rule
from matang.rules.vocabulary.service import MINUTES_TAKEN

if TYPE_CHECKING:
    from datetime import datetime

    from matang.rules.core.parameters import Book

TERMS = PARAMETERS["response.first_minutes"]
TERM = Limit(TERMS, None, MOST)

RULE = Rule(
    key="response.is_first_response_in_time",
    question=N_("Apakah tanggapan pertama tim reaksi cepat tepat waktu?"),
    explained=N_(
        "Membandingkan waktu dari laporan sampai tanggapan pertama dengan standar layanan, karena orang yang terancam "
        "tidak dapat menunggu. Standarnya milik satu kota; instansi dapat menetapkan angkanya sendiri."
    ),
    reference=cite("sop-trc-banjarmasin", "tanggapan pertama", "V1", note="standar satu kota"),
    criteria=(
        Criterion(
            AtLeast(TERM, Value(MINUTES_TAKEN)),
            passed=N_("Tanggapan pertama setelah %(minutes)s; standar %(term)s."),
            failed=N_("Tanggapan pertama setelah %(minutes)s, lewat dari standar %(term)s."),
            unknown=N_("Waktu tanggapan pertama %(minutes)s; standar %(term)s belum dapat diperiksa."),
            arguments=(("minutes", Value(MINUTES_TAKEN)), ("term", TERM)),
        ),
    ),
)


def first_response_due(begin: datetime, *, book: Book | None = None) -> Due[datetime]:
    """Return the last moment for a first response to a report."""
    return due_time(book.of(TERMS) if book else TERMS, EVERY, begin, timedelta(minutes=1))
