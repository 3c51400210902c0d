"""Has a PPPK stayed within the hours of learning of a contract year? A warning; top posts are free of it."""

from matang.rules.book import PARAMETERS, cite
from matang.rules.core.conditions import Any, AtLeast
from matang.rules.core.expressions import Value, Word
from matang.rules.core.facts import MOST
from matang.rules.core.limits import Limit, Listed, Unset
from matang.rules.core.message import N_
from matang.rules.core.rule import Criterion, Rule
from matang.rules.vocabulary.development import JP_YEAR
from matang.rules.vocabulary.people import EMPLOYMENT_KIND
from matang.rules.vocabulary.posts import HELD_KIND

CEILING = Limit(PARAMETERS["learning.ceiling"], Word(EMPLOYMENT_KIND), MOST)
FREE = Listed(Word(HELD_KIND), PARAMETERS["learning.ceiling_free_kinds"])

RULE = Rule(
    key="learning.is_within_ceiling",
    question=N_("Apakah JP tahun ini tidak melebihi batas?"),
    explained=N_(
        "Memperingatkan bila JP seorang PPPK melampaui batas setahun perjanjian kerja; PNS dan PPPK pada JPT utama atau "
        "madya tidak dibatasi. Hanya peringatan: kegiatan yang sudah berjalan tidak dibatalkan."
    ),
    reference=cite("pp-49-2018", "pasal 40", "V2"),
    warns=True,
    criteria=(
        Criterion(
            Any((Unset(CEILING), FREE, AtLeast(CEILING, Value(JP_YEAR)))),
            passed=N_("JP setahun %(hours)s; batas paling banyak %(ceiling)s."),
            failed=N_("JP setahun %(hours)s, melebihi batas %(ceiling)s."),
            unknown=N_("JP setahun %(hours)s; batas paling banyak %(ceiling)s belum dapat dipastikan."),
            arguments=(("hours", Value(JP_YEAR)), ("ceiling", CEILING)),
        ),
    ),
)
