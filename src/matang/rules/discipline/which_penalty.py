"""Which penalty does unexcused absence lead to, by working days of a year and by days in a row?

A run may reach over New Year, so the days of the year do not bound it: both are asked for.
"""

from matang.rules.book import PARAMETERS, cite
from matang.rules.core.classification import Category, Classification
from matang.rules.core.conditions import All, Any, AtLeast, Not
from matang.rules.core.expressions import Condition, Exactly, Value
from matang.rules.core.facts import MOST
from matang.rules.core.limits import Limit
from matang.rules.core.message import N_
from matang.rules.vocabulary.performance import ABSENT_DAYS, ABSENT_RUN, PENALTIES

WEIGHT = {
    "oral": "light", "written": "light", "dissatisfaction": "light", "cut_6": "medium", "cut_9": "medium", "cut_12": "medium",
    "demotion": "severe", "to_pelaksana": "severe", "dismissal": "severe",
}  # fmt: skip
"""How heavy each penalty is, in the words of the fact ``heaviest_penalty``."""
SHOWN = {
    "light": N_("Hukuman disiplin ringan."),
    "medium": N_("Hukuman disiplin sedang."),
    "severe": N_("Hukuman disiplin berat."),
}
LONG_RUN = AtLeast(Value(ABSENT_RUN), Limit(PARAMETERS["discipline.run"], None, MOST))
HEAVIEST = PENALTIES.choices[-1].key


def reaches(penalty: str) -> Condition:
    """Return the condition that the days of the year, or a long run of them, reach a penalty."""
    begin = Limit(PARAMETERS["discipline.days_from"], Exactly(PENALTIES, penalty), MOST)
    enough = AtLeast(Value(ABSENT_DAYS), begin)
    return Any((enough, LONG_RUN)) if penalty == HEAVIEST else enough


def _categories() -> tuple[Category, ...]:
    """Return the penalties, heaviest first; each excludes the heavier ones."""
    found: list[Category] = []
    heavier: tuple[Condition, ...] = ()
    for term in reversed(PENALTIES.choices):
        found.append(Category(term.key, term.label, All((reaches(term.key), *heavier)), detail=SHOWN[WEIGHT[term.key]]))
        heavier = (*heavier, Not(reaches(term.key)))
    return (*found, Category("none", N_("tidak ada hukuman"), All(heavier)))


CLASSIFICATION = Classification(
    key="discipline.which_penalty",
    question=N_("Hukuman disiplin apa yang diancamkan karena tidak masuk kerja?"),
    explained=N_(
        "Menunjukkan jenis hukuman menurut jumlah hari tidak masuk tanpa alasan dalam setahun; sepuluh hari "
        "berturut-turut langsung berujung pemberhentian. Berubah bila ketidakhadiran ternyata beralasan; hukumannya "
        "diputuskan pejabat yang berwenang."
    ),
    reference=cite("pp-94-2021", "ketentuan masuk kerja", "V2", note="dua sumber; nomor pasal belum dibaca"),
    categories=_categories(),
)
