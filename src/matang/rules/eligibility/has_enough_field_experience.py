"""Has the person worked long enough in the field of the post?"""

from matang.rules.book import PARAMETERS, cite
from matang.rules.core.conditions import Any, AtLeast
from matang.rules.core.expressions import Value, Word
from matang.rules.core.facts import LEAST
from matang.rules.core.limits import Limit, Unset
from matang.rules.core.message import N_
from matang.rules.core.rule import Criterion, Rule
from matang.rules.vocabulary.people import FIELD_MONTHS
from matang.rules.vocabulary.posts import POST_KIND
from matang.rules.vocabulary.units import MONTHS

MINIMUM = Limit(PARAMETERS["eligibility.field_experience_months"], Word(POST_KIND), LEAST, MONTHS)

RULE = Rule(
    key="eligibility.has_enough_field_experience",
    question=N_("Apakah pengalamannya di bidang terkait cukup lama?"),
    explained=N_(
        "Menilai apakah masa kerja di bidang yang terkait dengan jabatan sudah cukup, agar pemimpin mengenal urusannya. "
        "Berubah bila riwayat jabatan bertambah atau lama yang dipersyaratkan diganti."
    ),
    reference=cite("pp-11-2017", "pasal 107", "V1"),
    criteria=(
        Criterion(
            Any(
                (
                    Unset(MINIMUM),
                    AtLeast(Value(FIELD_MONTHS), MINIMUM),
                )
            ),
            passed=N_("Pengalaman di bidang terkait %(months)s; syarat paling singkat %(minimum)s."),
            failed=N_("Pengalaman di bidang terkait %(months)s, kurang dari syarat paling singkat %(minimum)s."),
            unknown=N_("Pengalaman di bidang terkait %(months)s; syarat paling singkat %(minimum)s belum dapat dipastikan."),
            arguments=(("months", Value(FIELD_MONTHS)), ("minimum", MINIMUM)),
        ),
    ),
)
