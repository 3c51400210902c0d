"""Can the number be a NIP (PNS) or NI PPPK?

18 digits: date of birth, year and month of entry, 1 male or 2 female, serial number. A PPPK number has a code in place of
the month. There is no check digit; beyond the form only plausibility can be tried. Where the kind is not known, a "month"
of 21 is in doubt, not wrong.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from matang.rules.book import PARAMETERS, cite
from matang.rules.core.arithmetic import AfterMonths, When
from matang.rules.core.conditions import All, Any, AtLeast, OneOf
from matang.rules.core.expressions import Constant, Nothing, Word
from matang.rules.core.facts import LEAST, MOST, Case
from matang.rules.core.limits import Limit
from matang.rules.core.message import N_
from matang.rules.core.outcome import YES, Outcome
from matang.rules.core.rule import Criterion, Rule, Verdict
from matang.rules.core.texts import AllDigits, DateOf, Digits, RealDate
from matang.rules.vocabulary.people import EMPLOYMENT_KIND, NIP
from matang.rules.vocabulary.units import DAY, YEARS

LENGTH = 18
BIRTH_YEAR = Digits(NIP, 0, 4, N_("tahun lahir pada NIP"))
BIRTH_MONTH = Digits(NIP, 4, 6, N_("bulan lahir pada NIP"))
BIRTH_DAY_OF_MONTH = Digits(NIP, 6, 8, N_("hari lahir pada NIP"))
START_YEAR = Digits(NIP, 8, 12, N_("tahun mulai pada NIP"))
START_MONTH = Digits(NIP, 12, 14, N_("bulan mulai pada NIP"))
SEX = Digits(NIP, 14, 15, N_("jenis kelamin pada NIP"))
IS_PPPK = OneOf(Word(EMPLOYMENT_KIND), ("pppk",))

BIRTH_DAY = DateOf(BIRTH_YEAR, BIRTH_MONTH, BIRTH_DAY_OF_MONTH, DAY, N_("tanggal lahir pada NIP"))
MONTH_KNOWN = All((AtLeast(START_MONTH, Constant(1)), AtLeast(Constant(12), START_MONTH)))
PNS_MONTH = All((OneOf(Word(EMPLOYMENT_KIND), ("pns",)), MONTH_KNOWN))
FIRST_MONTH = When(PNS_MONTH, START_MONTH, Nothing(1, 12))
START_FIRST = DateOf(START_YEAR, FIRST_MONTH, Constant(1), DAY, N_("mulai bekerja pada NIP"))
YOUNGEST = AfterMonths(
    BIRTH_DAY, Limit(PARAMETERS["identity.start_age_minimum"], None, LEAST, YEARS), 12, DAY, N_("paling awal mulai bekerja")
)
OLDEST = AfterMonths(
    BIRTH_DAY, Limit(PARAMETERS["identity.start_age_maximum"], None, MOST, YEARS), 12, DAY, N_("paling lambat mulai bekerja")
)

RULE = Rule(
    key="identity.is_nip_readable",
    question=N_("Apakah NIP atau NI PPPK ini terbaca?"),
    explained=N_(
        "Memeriksa susunan 18 angka NIP atau NI PPPK dan kewajaran tanggal di dalamnya, agar salah ketik ditemukan "
        "sebelum data dipakai. Nomor ini tidak memuat angka pemeriksa, jadi nomor yang terbaca belum tentu benar."
    ),
    reference=cite("practice", "susunan NIP", "V2", note="naskah aturannya belum dibaca"),
    criteria=(
        Criterion(
            AllDigits(NIP, LENGTH),
            passed=N_("NIP terdiri atas 18 angka."),
            failed=N_("NIP harus terdiri atas 18 angka tanpa huruf, spasi, atau tanda lain."),
            unknown=N_("NIP belum diisi."),
        ),
        Criterion(
            RealDate(BIRTH_YEAR, BIRTH_MONTH, BIRTH_DAY_OF_MONTH),
            passed=N_("Delapan angka pertama adalah tanggal lahir %(birth)s."),
            failed=N_("Delapan angka pertama bukan tanggal yang ada (tahun %(year)s, bulan %(month)s, hari %(day)s)."),
            unknown=N_("Tanggal lahir pada NIP tidak terbaca."),
            arguments=(("birth", BIRTH_DAY), ("year", BIRTH_YEAR), ("month", BIRTH_MONTH), ("day", BIRTH_DAY_OF_MONTH)),
        ),
        Criterion(
            Any((IS_PPPK, MONTH_KNOWN)),
            passed=N_("Angka ke-13 dan ke-14 (%(month)s) sesuai dengan jenis pegawai %(kind)s."),
            failed=N_("Angka ke-13 dan ke-14 adalah %(month)s, bukan bulan 01–12; itu hanya mungkin pada NI PPPK."),
            unknown=N_("Angka ke-13 dan ke-14 adalah %(month)s; hanya mungkin pada NI PPPK, sedangkan jenis pegawai %(kind)s."),
            arguments=(("month", START_MONTH), ("kind", Word(EMPLOYMENT_KIND))),
        ),
        Criterion(
            All((AtLeast(SEX, Constant(1)), AtLeast(Constant(2), SEX))),
            passed=N_("Angka ke-15 (%(sex)s) menyatakan jenis kelamin."),
            failed=N_("Angka ke-15 adalah %(sex)s; seharusnya 1 (laki-laki) atau 2 (perempuan)."),
            unknown=N_("Jenis kelamin pada NIP tidak terbaca."),
            arguments=(("sex", SEX),),
        ),
        Criterion(
            All((AtLeast(START_FIRST, YOUNGEST), AtLeast(OLDEST, START_FIRST))),
            passed=N_("Usia saat mulai bekerja wajar (lahir %(birth)s, mulai %(start)s)."),
            failed=N_("Usia saat mulai bekerja tidak wajar: lahir %(birth)s, mulai %(start)s."),
            unknown=N_("Usia saat mulai bekerja belum dapat dipastikan: lahir %(birth)s, mulai %(start)s."),
            arguments=(("birth", BIRTH_DAY), ("start", START_FIRST)),
        ),
    ),
)


@dataclass(frozen=True)
class Nip:
    """What a number says: ``start`` is the first of the month of entry, or of January for a PPPK (only the year is known)."""

    verdict: Verdict
    birth_date: date | None
    start: date | None
    start_is_year_only: bool
    sex: str | None
    serial: str | None

    @property
    def readable(self) -> bool:
        """Return whether nothing speaks against the number."""
        return self.verdict.outcome is not Outcome.FAIL


def read_nip(number: str, *, kind: str | None, on: date) -> Nip:
    """Return what a NIP or NI PPPK says. ``kind``: ``pns``, ``pppk`` or None when not known. Parts that are wrong are None."""
    facts = {"nip": number or None, "employment_kind": kind}
    verdict = RULE.trace(facts, on=on)
    case = Case(facts, on)
    birth, start, sex = BIRTH_DAY.one(case), START_FIRST.one(case), SEX.one(case)
    complete = RULE.criteria[0].condition.one(case) == YES
    return Nip(
        verdict=verdict,
        birth_date=date.fromordinal(birth[0]) if birth[0] == birth[1] else None,
        start=date.fromordinal(start[0]) if complete and start[0] > BIRTH_DAY.span[0] else None,
        start_is_year_only=start[0] != start[1],
        sex={1: "male", 2: "female"}.get(sex[0]) if sex[0] == sex[1] else None,
        serial=number[15:] if complete else None,
    )
