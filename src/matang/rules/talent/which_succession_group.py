"""To which succession group does a talent box lead?"""

from matang.rules.book import PARAMETERS, cite
from matang.rules.core.classification import Category, Classification
from matang.rules.core.conditions import All, Not
from matang.rules.core.expressions import Word
from matang.rules.core.limits import Listed
from matang.rules.core.message import N_
from matang.rules.vocabulary.performance import TALENT_BOX

NATIONAL = Listed(Word(TALENT_BOX), PARAMETERS["talent.succession_national"])
AGENCY = Listed(Word(TALENT_BOX), PARAMETERS["talent.succession_agency"])

CLASSIFICATION = Classification(
    key="talent.which_succession_group",
    question=N_("Masuk kelompok rencana suksesi yang mana?"),
    explained=N_(
        "Menunjukkan dari kotak mana calon pengganti jabatan kritikal dapat diajukan: instansi mengajukan dari "
        "kelompoknya sendiri. Berubah bila pegawai pindah kotak; masuk kelompok belum berarti diangkat."
    ),
    reference=cite("permenpanrb-3-2020", "lampiran", "V2"),
    categories=(
        Category("national", N_("kelompok suksesi instansi dan nasional"), All((NATIONAL, AGENCY))),
        Category("agency", N_("kelompok suksesi instansi"), All((Not(NATIONAL), AGENCY))),
        Category("none", N_("tidak masuk kelompok suksesi"), All((Not(NATIONAL), Not(AGENCY)))),
    ),
)
