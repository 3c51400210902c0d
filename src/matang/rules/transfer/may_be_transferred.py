"""Has the person held the present post long enough to be transferred?"""

from matang.rules.book import cite
from matang.rules.core.expressions import Value
from matang.rules.core.message import N_
from matang.rules.core.rule import Criterion, Rule
from matang.rules.transfer.is_it_time import EARLIEST, LONG_ENOUGH, MINIMUM
from matang.rules.vocabulary.people import POST_SINCE

RULE = Rule(
    key="transfer.may_be_transferred",
    question=N_("Apakah jabatan sekarang sudah cukup lama dipegang?"),
    explained=N_(
        "Memeriksa apakah jabatan sekarang sudah dipegang selama waktu paling singkat sebelum mutasi. Berubah dengan "
        "sendirinya setelah waktunya genap."
    ),
    reference=cite("perbkn-5-2019", "pasal 2 ayat (3)", "V2"),
    criteria=(
        Criterion(
            LONG_ENOUGH,
            passed=N_("Memegang jabatan sejak %(since)s, sudah %(minimum)s atau lebih."),
            failed=N_("Memegang jabatan sejak %(since)s, belum %(minimum)s; paling awal dapat dimutasi %(earliest)s."),
            unknown=N_("Mulai memegang jabatan: %(since)s. Masa paling singkat %(minimum)s belum dapat dipastikan."),
            arguments=(("since", Value(POST_SINCE)), ("minimum", MINIMUM), ("earliest", EARLIEST)),
        ),
    ),
)
