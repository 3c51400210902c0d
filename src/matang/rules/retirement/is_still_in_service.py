"""Has the person not yet retired on that day?"""

from matang.rules.book import cite
from matang.rules.core.conditions import AtLeast, Not
from matang.rules.core.expressions import Today, Value
from matang.rules.core.message import N_
from matang.rules.core.rule import Criterion, Rule
from matang.rules.retirement.at_what_age import AGE
from matang.rules.retirement.on_which_day import RETIREMENT_DAY
from matang.rules.vocabulary.people import BIRTH_DATE
from matang.rules.vocabulary.units import DAY

RULE = Rule(
    key="retirement.is_still_in_service",
    question=N_("Apakah ia belum mencapai batas usia pensiun?"),
    explained=N_(
        "Memeriksa apakah batas usia pensiun jabatan itu sudah tercapai pada hari pemeriksaan. Berubah bila jabatannya "
        "lain, karena batas usia mengikuti jenis jabatan."
    ),
    reference=cite("pp-11-2017", "pasal 239 ayat (2)", "V1"),
    criteria=(
        Criterion(
            Not(AtLeast(Today(DAY), RETIREMENT_DAY)),
            passed=N_("Batas usia pensiun %(age)s; pensiun mulai %(retirement)s."),
            failed=N_("Batas usia pensiun %(age)s sudah tercapai; pensiun mulai %(retirement)s."),
            unknown=N_("Lahir %(birth)s, batas usia pensiun %(age)s: tanggal pensiun belum dapat dipastikan."),
            arguments=(("birth", Value(BIRTH_DATE)), ("age", AGE), ("retirement", RETIREMENT_DAY)),
        ),
    ),
)
