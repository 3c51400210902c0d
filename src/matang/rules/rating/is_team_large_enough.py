"""Is the team large enough for a distribution in percent to mean anything?"""

from matang.rules.book import PARAMETERS, cite
from matang.rules.core.conditions import AtLeast
from matang.rules.core.facts import LEAST
from matang.rules.core.limits import Limit
from matang.rules.core.message import N_
from matang.rules.core.rule import Criterion, Rule
from matang.rules.rating.does_distribution_fit import PEOPLE

MINIMUM = Limit(PARAMETERS["rating.team_minimum"], None, LEAST)

RULE = Rule(
    key="rating.is_team_large_enough",
    question=N_("Apakah timnya cukup besar untuk pola persentase?"),
    explained=N_(
        "Memberi tahu bila tim terlalu kecil untuk memenuhi pola dalam persen, sehingga penyimpangan wajar dan cukup "
        "dicatat alasannya. Berubah bila jumlah pegawai yang dinilai bertambah."
    ),
    reference=cite("practice", "kelayakan pola", "I", note="tafsir; tidak ada sumbernya"),
    warns=True,
    criteria=(
        Criterion(
            AtLeast(PEOPLE, MINIMUM),
            passed=N_("%(people)s pegawai dinilai; pola persentase dapat dipenuhi."),
            failed=N_(
                "Hanya %(people)s pegawai dinilai, kurang dari %(minimum)s; penyimpangan dari pola cukup dicatat alasannya."
            ),
            unknown=N_("Jumlah pegawai yang dinilai %(people)s; belum dapat dipastikan mencapai %(minimum)s."),
            arguments=(("people", PEOPLE), ("minimum", MINIMUM)),
        ),
    ),
)
