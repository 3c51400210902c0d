"""Which level does a post of this kind ask for when it has no approved standard of its own? Always flagged as a default."""

from matang.rules.book import PARAMETERS, cite
from matang.rules.core.calculation import Calculation
from matang.rules.core.expressions import Word
from matang.rules.core.facts import LEAST
from matang.rules.core.limits import Limit
from matang.rules.core.message import N_
from matang.rules.vocabulary.posts import POST_KIND
from matang.rules.vocabulary.units import LEVEL

CALCULATION = Calculation(
    key="competency.which_level_by_default",
    question=N_("Level berapa yang dipersyaratkan bila jabatan belum punya standar sendiri?"),
    explained=N_(
        "Menyebut level kompetensi yang dianggap dipersyaratkan bila jabatan belum punya standar yang disahkan. Tidak "
        "dipakai lagi begitu standar jabatannya ditetapkan."
    ),
    reference=cite("permenpanrb-38-2017", "lampiran", "V2"),
    expression=Limit(PARAMETERS["competency.default_level"], Word(POST_KIND), LEAST, LEVEL),
)
