"""Into which category does a job person match fall?

The match is the sum of levels shown, each capped at what is required, over the sum required. It is compared as whole
numbers (shown × 100 against threshold × required), so that no rounding moves anyone over a threshold. A post that requires
nothing cannot be matched.
"""

from matang.rules.book import PARAMETERS, cite
from matang.rules.core.arithmetic import Product
from matang.rules.core.classification import Category, Classification
from matang.rules.core.conditions import All, AtLeast, Not
from matang.rules.core.expressions import Constant, Value, Word
from matang.rules.core.facts import MOST
from matang.rules.core.limits import Limit
from matang.rules.core.message import N_
from matang.rules.vocabulary.people import JPM_PURPOSE, JPM_REQUIRED, JPM_SHOWN

SHOWN = Product(Value(JPM_SHOWN), Constant(100), N_("level yang dicapai kali seratus"))
SOMETHING = AtLeast(Value(JPM_REQUIRED), Constant(1))


def _reaches(parameter: str) -> AtLeast:
    """Return the condition that the match reaches a threshold."""
    threshold = Limit(PARAMETERS[parameter], Word(JPM_PURPOSE), MOST)
    return AtLeast(SHOWN, Product(threshold, Value(JPM_REQUIRED), N_("batas kali jumlah syarat")))


FULL, PARTIAL = _reaches("competency.jpm_full"), _reaches("competency.jpm_partial")

CLASSIFICATION = Classification(
    key="competency.how_well_does_it_match",
    question=N_("Termasuk kategori apa kecocokan orang dengan jabatan (JPM)?"),
    explained=N_(
        "Membandingkan jumlah level yang terbukti dengan jumlah level yang dipersyaratkan, lalu menamai hasilnya menurut "
        "tujuan penilaian. Berubah bila bukti kompetensi bertambah atau standar jabatan diganti."
    ),
    reference=cite("perbkn-26-2019", "ambang kategori", "V2", note="nomor pasal belum dibaca"),
    categories=(
        Category("full", N_("Memenuhi Syarat / Optimal"), All((SOMETHING, FULL))),
        Category("partial", N_("Masih Memenuhi Syarat / Cukup Optimal"), All((SOMETHING, Not(FULL), PARTIAL))),
        Category("below", N_("Kurang Memenuhi Syarat / Kurang Optimal"), All((SOMETHING, Not(PARTIAL)))),
    ),
)

NAMES = {
    "selection": {"full": N_("Memenuhi Syarat"), "partial": N_("Masih Memenuhi Syarat"), "below": N_("Kurang Memenuhi Syarat")},
    "mapping": {"full": N_("Optimal"), "partial": N_("Cukup Optimal"), "below": N_("Kurang Optimal")},
}
"""What the category is called, by the purpose of the assessment."""
