"""Is the person's formal education high enough for the post?"""

from matang.rules.book import PARAMETERS, cite
from matang.rules.core.conditions import Any, AtLeast
from matang.rules.core.expressions import Value, Word
from matang.rules.core.facts import LEAST
from matang.rules.core.limits import Limit, Unset
from matang.rules.core.message import N_
from matang.rules.core.rule import Criterion, Rule
from matang.rules.vocabulary.people import EDUCATION
from matang.rules.vocabulary.posts import POST_KIND

MINIMUM = Limit(PARAMETERS["eligibility.education_minimum"], Word(POST_KIND), LEAST, EDUCATION)

RULE = Rule(
    key="eligibility.has_enough_education",
    question=N_("Apakah pendidikannya memenuhi syarat jabatan?"),
    explained=N_(
        "Membandingkan pendidikan formal tertinggi dengan pendidikan minimum jabatan, karena tiap jabatan memerlukan "
        "bekal pengetahuan tertentu. Berubah bila ijazah yang lebih tinggi dicatat atau syaratnya diganti."
    ),
    reference=cite("pp-11-2017", "pasal 54 dan pasal 107", "V2"),
    criteria=(
        Criterion(
            Any((Unset(MINIMUM), AtLeast(Value(EDUCATION), MINIMUM))),
            passed=N_("Pendidikan %(education)s memenuhi syarat: paling rendah %(minimum)s."),
            failed=N_("Pendidikan %(education)s di bawah syarat: paling rendah %(minimum)s."),
            unknown=N_("Pendidikan yang tercatat: %(education)s. Syarat paling rendah %(minimum)s belum dapat dipastikan."),
            arguments=(("education", Value(EDUCATION)), ("minimum", MINIMUM)),
        ),
    ),
)
