"""Has the holder of a functional post gathered enough credit points to rise?"""

from matang.rules.book import cite
from matang.rules.core.conditions import All, AtLeast, Not
from matang.rules.core.expressions import Value
from matang.rules.core.limits import Limit, Unset
from matang.rules.core.message import N_
from matang.rules.core.rule import Criterion, Rule
from matang.rules.credit.how_many_points import FOR_GRADE, FOR_LEVEL
from matang.rules.vocabulary.performance import CREDIT_EARNED


def enough(key: str, needed: Limit, question: str, explained: str) -> Rule:
    """Return the rule that the points gathered reach what a rise asks for; nobody rises from the top."""
    return Rule(
        key=key,
        question=question,
        explained=explained,
        reference=cite("perbkn-3-2023", "angka kredit kumulatif", "V2"),
        criteria=(
            Criterion(
                All((Not(Unset(needed)), AtLeast(Value(CREDIT_EARNED), needed))),
                passed=N_("Terkumpul %(points)s; yang diperlukan %(needed)s."),
                failed=N_("Terkumpul %(points)s; yang diperlukan %(needed)s belum tercapai atau tidak ada lanjutannya."),
                unknown=N_("Terkumpul %(points)s; kecukupannya terhadap %(needed)s belum dapat dipastikan."),
                arguments=(("points", Value(CREDIT_EARNED)), ("needed", needed)),
            ),
        ),
    )


FOR_NEXT_GRADE = enough(
    "credit.has_enough_for_grade",
    FOR_GRADE,
    N_("Apakah angka kreditnya cukup untuk naik pangkat?"),
    N_(
        "Membandingkan angka kredit yang terkumpul dengan kebutuhan untuk naik pangkat. Berubah setiap tahun setelah penilaian "
        "kinerja; angka kredit saja belum berarti naik pangkat."
    ),
)
FOR_NEXT_LEVEL = enough(
    "credit.has_enough_for_level",
    FOR_LEVEL,
    N_("Apakah angka kreditnya cukup untuk naik jenjang?"),
    N_(
        "Membandingkan angka kredit yang terkumpul dengan kebutuhan untuk naik jenjang. Berubah setiap tahun setelah penilaian "
        "kinerja; masih ada syarat lain, seperti uji kompetensi dan formasi."
    ),
)
