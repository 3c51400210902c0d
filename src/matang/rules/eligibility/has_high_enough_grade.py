"""Is the person's grade (pangkat/golongan ruang) high enough for the post?

Only the ladder of PNS (I/a–IV/e) is compared. The golongan of a PPPK is another ladder, and a word that is on no ladder is
shown as it was written: both cannot be told.
"""

from matang.rules.book import PARAMETERS, cite
from matang.rules.core.conditions import Any, AtLeast
from matang.rules.core.expressions import Value, Word
from matang.rules.core.facts import LEAST
from matang.rules.core.limits import Limit, Unset
from matang.rules.core.message import N_
from matang.rules.core.rule import Criterion, Rule
from matang.rules.vocabulary.people import GRADE
from matang.rules.vocabulary.posts import POST_KIND

MINIMUM = Limit(PARAMETERS["eligibility.grade_minimum"], Word(POST_KIND), LEAST, GRADE)

RULE = Rule(
    key="eligibility.has_high_enough_grade",
    question=N_("Apakah pangkatnya cukup tinggi untuk jabatan?"),
    explained=N_(
        "Membandingkan golongan ruang PNS dengan golongan terendah yang lazim untuk jenjang jabatan, agar orang tidak "
        "memimpin jauh di atas pangkatnya. Berubah dengan kenaikan pangkat; golongan PPPK memakai tangga lain dan tidak "
        "dibandingkan."
    ),
    reference=cite("practice", "pangkat menurut jenjang jabatan", "M", note="dari ingatan; naskahnya belum dibaca"),
    criteria=(
        Criterion(
            Any((Unset(MINIMUM), AtLeast(Value(GRADE), MINIMUM))),
            passed=N_("Golongan %(grade)s memenuhi syarat: paling rendah %(minimum)s."),
            failed=N_("Golongan %(grade)s di bawah syarat: paling rendah %(minimum)s."),
            unknown=N_("Golongan yang tercatat: %(grade)s. Syarat paling rendah %(minimum)s belum dapat dipastikan."),
            arguments=(("grade", Value(GRADE)), ("minimum", MINIMUM)),
        ),
    ),
)
