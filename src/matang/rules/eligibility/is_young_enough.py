"""Is the person not too old on the day of appointment?

"At most 56 years" is read strictly: the 56th birthday itself is still in time, the day after is not. Whether the age counts
on the day of registration or of appointment was not found; the day for which the rule is asked is what counts here.
"""

from matang.rules.book import PARAMETERS, cite
from matang.rules.core.arithmetic import AfterMonths
from matang.rules.core.conditions import Any, AtLeast
from matang.rules.core.expressions import Today, Value, Word
from matang.rules.core.facts import MOST
from matang.rules.core.limits import Limit, Unset
from matang.rules.core.message import N_
from matang.rules.core.rule import Criterion, Rule
from matang.rules.vocabulary.people import BIRTH_DATE
from matang.rules.vocabulary.posts import POST_KIND
from matang.rules.vocabulary.units import DAY, YEARS

MAXIMUM = Limit(PARAMETERS["eligibility.age_maximum"], Word(POST_KIND), MOST, YEARS)
LAST_DAY = AfterMonths(Value(BIRTH_DATE), MAXIMUM, 12, DAY, N_("hari terakhir dapat diangkat"))

RULE = Rule(
    key="eligibility.is_young_enough",
    question=N_("Apakah usianya belum melampaui batas saat diangkat?"),
    explained=N_(
        "Membandingkan usia pada hari pemeriksaan dengan usia tertinggi untuk diangkat, agar jabatan masih dapat dijalani "
        "cukup lama sebelum pensiun. Hanya tanggal lahir, hari pengangkatan, dan batas usianya yang menentukan."
    ),
    reference=cite("pp-11-2017", "pasal 107", "V1"),
    criteria=(
        Criterion(
            Any((Unset(MAXIMUM), AtLeast(LAST_DAY, Today(DAY)))),
            passed=N_("Lahir %(birth)s; usia paling tinggi %(maximum)s pada %(day)s tidak terlampaui."),
            failed=N_("Lahir %(birth)s; usia paling tinggi %(maximum)s tercapai pada %(last)s, sebelum %(day)s."),
            unknown=N_("Tanggal lahir %(birth)s; usia paling tinggi %(maximum)s belum dapat dipastikan."),
            arguments=(("birth", Value(BIRTH_DATE)), ("maximum", MAXIMUM), ("last", LAST_DAY), ("day", Today(DAY))),
        ),
    ),
)
