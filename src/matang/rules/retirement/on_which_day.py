"""On which day does the person's retirement take effect? The first day of the month after the birthday (unverified)."""

from matang.rules.book import PARAMETERS, cite
from matang.rules.core.arithmetic import AfterMonths, FirstOfMonth
from matang.rules.core.calculation import Calculation
from matang.rules.core.expressions import Value
from matang.rules.core.facts import MOST
from matang.rules.core.limits import Limit
from matang.rules.core.message import N_
from matang.rules.retirement.at_what_age import AGE
from matang.rules.vocabulary.people import BIRTH_DATE
from matang.rules.vocabulary.units import DAY, MONTHS

BIRTHDAY = AfterMonths(Value(BIRTH_DATE), AGE, 12, DAY, N_("ulang tahun batas usia pensiun"))
RETIREMENT_DAY = FirstOfMonth(
    BIRTHDAY, Limit(PARAMETERS["retirement.months_after"], None, MOST, MONTHS), DAY, N_("mulai pensiun")
)

CALCULATION = Calculation(
    key="retirement.on_which_day",
    question=N_("Mulai tanggal berapa ia pensiun?"),
    explained=N_(
        "Menghitung hari mulai pensiun dari tanggal lahir dan batas usia, yaitu tanggal 1 bulan berikutnya. Berubah bila "
        "tanggal lahir, jenis jabatan, atau batas usianya lain."
    ),
    reference=cite("pp-11-2017", "pasal 239", "V1"),
    expression=RETIREMENT_DAY,
)
