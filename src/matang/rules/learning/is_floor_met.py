"""Has the person reached the hours of learning that every year asks for?"""

from matang.rules.book import PARAMETERS, cite
from matang.rules.core.conditions import Any, AtLeast
from matang.rules.core.expressions import Value, Word
from matang.rules.core.facts import LEAST
from matang.rules.core.limits import Limit, Unset
from matang.rules.core.message import N_
from matang.rules.core.rule import Criterion, Rule
from matang.rules.vocabulary.development import JP_YEAR
from matang.rules.vocabulary.people import EMPLOYMENT_KIND

FLOOR = Limit(PARAMETERS["learning.floor"], Word(EMPLOYMENT_KIND), LEAST)

RULE = Rule(
    key="learning.is_floor_met",
    question=N_("Apakah JP tahun ini sudah mencukupi?"),
    explained=N_(
        "Membandingkan jumlah JP setahun dengan hak paling sedikit setiap PNS; bagi PPPK tidak ada batas bawah. Berubah "
        "setiap kali kegiatan belajar yang sah ditambahkan."
    ),
    reference=cite("pp-11-2017", "pasal 203 ayat (4)", "V2"),
    warns=True,
    criteria=(
        Criterion(
            Any((Unset(FLOOR), AtLeast(Value(JP_YEAR), FLOOR))),
            passed=N_("JP setahun %(hours)s; paling sedikit %(floor)s."),
            failed=N_("JP setahun %(hours)s, belum mencapai %(floor)s."),
            unknown=N_("JP setahun %(hours)s; batas paling sedikit %(floor)s belum dapat dipastikan."),
            arguments=(("hours", Value(JP_YEAR)), ("floor", FLOOR)),
        ),
    ),
)
