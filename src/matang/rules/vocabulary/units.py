"""Units, and facts that nobody gives: they only say in which unit a calculated value is shown."""

from __future__ import annotations

from matang.rules.core.facts import Fact, Kind
from matang.rules.core.message import N_, Term

MONTH = N_("bulan")
YEAR = N_("tahun")
WORKING_DAY = N_("hari kerja")
HOUR = N_("jam")
MINUTE = N_("menit")
HOUR_OF_LEARNING = N_("JP")
POINT = N_("poin")
CREDIT_POINT = N_("angka kredit")

PRESENCE = (Term("present", N_("ada")), Term("absent", N_("tidak ada")))

DAY = Fact("day", N_("tanggal"), Kind.DATE)
MONTHS = Fact("months", N_("masa"), Kind.NUMBER, unit=MONTH)
YEARS = Fact("years", N_("usia"), Kind.NUMBER, unit=YEAR)
LEVEL = Fact("level", N_("level"), Kind.NUMBER)
WORKING_DAYS = Fact("days", N_("hari kerja"), Kind.NUMBER, unit=WORKING_DAY, least=0)
HOURS = Fact("hours", N_("jam"), Kind.NUMBER, unit=HOUR, least=0)
MINUTES = Fact("minutes", N_("menit"), Kind.NUMBER, unit=MINUTE, least=0)
JP = Fact("jp", N_("jam pelajaran"), Kind.NUMBER, unit=HOUR_OF_LEARNING, least=0, decimals=2)
POINTS = Fact("points", N_("nilai"), Kind.NUMBER, unit=POINT, least=0, most=100, decimals=2)
CREDIT_POINTS = Fact("credit", N_("angka kredit"), Kind.NUMBER, unit=CREDIT_POINT, least=0, decimals=2)
