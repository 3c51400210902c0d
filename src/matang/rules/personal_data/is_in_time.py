"""How many hours does a request about personal data have, and is it in time? Hours run through nights and holidays."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from matang.rules.book import PARAMETERS, cite
from matang.rules.core.calculation import Calculation
from matang.rules.core.clocks import Due, due_time
from matang.rules.core.conditions import AtLeast, OneOf
from matang.rules.core.expressions import Value, Word
from matang.rules.core.facts import MOST
from matang.rules.core.limits import Limit
from matang.rules.core.message import N_
from matang.rules.core.parameters import EVERY
from matang.rules.core.rule import Criterion, Rule
from matang.rules.core.sums import Named, times
from matang.rules.core.tables import stepwise
from matang.rules.vocabulary.service import DATA_REQUEST, MINUTES_TAKEN
from matang.rules.vocabulary.units import HOURS

if TYPE_CHECKING:
    from datetime import datetime

    from matang.rules.core.parameters import Book

MINUTES_OF_HOUR = 60


def hours_of(request: str) -> Limit:
    """Return the hours a kind of request has."""
    return Limit(PARAMETERS[f"personal_data.{request}_hours"], None, MOST)


TERM = Named(
    stepwise([(OneOf(Word(DATA_REQUEST), (kind,)), hours_of(kind)) for kind in ("correction", "access")], hours_of("breach")),
    N_("tenggat"),
    HOURS,
)
REFERENCE = cite("uu-27-2022", "pasal 30, pasal 32, dan pasal 46", "V2", note="nomor pasal 46 menurut ingatan")

CALCULATION = Calculation(
    key="personal_data.within_how_many_hours",
    question=N_("Berapa jam tenggat urusan data pribadi ini?"),
    explained=N_(
        "Menyebut tenggat 3 × 24 jam bagi perbaikan data, akses, dan pemberitahuan kegagalan pelindungan. Jam terus "
        "berjalan pada malam hari dan hari libur; hanya undang-undang yang dapat mengubahnya."
    ),
    reference=REFERENCE,
    expression=TERM,
)
RULE = Rule(
    key="personal_data.is_in_time",
    question=N_("Apakah urusan data pribadi ini masih dalam tenggat?"),
    explained=N_(
        "Membandingkan waktu yang sudah berjalan sejak permintaan atau kejadian dengan tenggatnya, agar hak pemilik data "
        "tidak terlewat. Berubah setiap menit, sampai urusannya selesai."
    ),
    reference=REFERENCE,
    criteria=(
        Criterion(
            AtLeast(times(TERM, MINUTES_OF_HOUR), Value(MINUTES_TAKEN)),
            passed=N_("Sudah %(minutes)s; tenggat %(term)s belum lewat."),
            failed=N_("Sudah %(minutes)s; tenggat %(term)s sudah lewat."),
            unknown=N_("Sudah %(minutes)s; tenggat %(term)s belum dapat dipastikan."),
            arguments=(("minutes", Value(MINUTES_TAKEN)), ("term", TERM)),
        ),
    ),
)


def data_request_due(request: str, begin: datetime, *, book: Book | None = None) -> Due[datetime]:
    """Return the last moment of a request (``correction``, ``access``, ``breach``) that began at a moment."""
    terms = PARAMETERS[f"personal_data.{request}_hours"]
    return due_time(book.of(terms) if book else terms, EVERY, begin, timedelta(hours=1))
