"""In what unit is a kind of development counted: activities, sessions in a month, days, or hours?"""

from matang.rules.book import PARAMETERS, cite
from matang.rules.core.calculation import Calculation
from matang.rules.core.expressions import Word
from matang.rules.core.facts import LEAST
from matang.rules.core.limits import Limit
from matang.rules.core.message import N_
from matang.rules.vocabulary.development import JP_KIND, JP_UNIT

CALCULATION = Calculation(
    key="learning.in_what_unit",
    question=N_("Dalam satuan apa jenis kegiatan ini dihitung?"),
    explained=N_(
        "Menyebut satuan untuk menghitung JP suatu jenis kegiatan: kegiatan, sesi, hari, atau jam. Berubah bila lampiran "
        "peraturannya menyebut satuan lain."
    ),
    reference=cite("perlan-10-2018", "lampiran", "V2"),
    expression=Limit(PARAMETERS["learning.counted_in"], Word(JP_KIND), LEAST, JP_UNIT),
)
