"""Were the appraisals of the last two years good enough?"""

from matang.rules.book import PARAMETERS, cite
from matang.rules.core.conditions import All, Any, AtLeast
from matang.rules.core.expressions import Value, Word
from matang.rules.core.facts import LEAST
from matang.rules.core.limits import Limit, Unset
from matang.rules.core.message import N_
from matang.rules.core.rule import Criterion, Rule
from matang.rules.vocabulary.people import RATING_BEFORE, RATING_LAST
from matang.rules.vocabulary.posts import POST_KIND

MINIMUM = Limit(PARAMETERS["eligibility.appraisal_minimum"], Word(POST_KIND), LEAST, RATING_LAST)

RULE = Rule(
    key="eligibility.has_good_appraisals",
    question=N_("Apakah penilaian kinerja dua tahun terakhir cukup baik?"),
    explained=N_(
        "Memeriksa predikat kinerja dua tahun terakhir, karena jabatan yang lebih tinggi dipercayakan kepada orang yang "
        "kinerjanya baik. Berubah bila predikat yang belum tercatat dilengkapi."
    ),
    reference=cite("pp-11-2017", "pasal 54", "V2"),
    criteria=(
        Criterion(
            Any((Unset(MINIMUM), All((AtLeast(Value(RATING_LAST), MINIMUM), AtLeast(Value(RATING_BEFORE), MINIMUM))))),
            passed=N_("Predikat kinerja tahun lalu %(last)s dan tahun sebelumnya %(before)s; syarat paling rendah %(minimum)s."),
            failed=N_("Predikat kinerja tahun lalu %(last)s dan tahun sebelumnya %(before)s, di bawah syarat %(minimum)s."),
            unknown=N_(
                "Predikat tahun lalu %(last)s dan tahun sebelumnya %(before)s; syarat %(minimum)s belum dapat dipastikan."
            ),
            arguments=(("last", Value(RATING_LAST)), ("before", Value(RATING_BEFORE)), ("minimum", MINIMUM)),
        ),
    ),
)
