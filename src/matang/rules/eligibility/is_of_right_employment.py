"""May this kind of civil servant (PNS or PPPK) hold the post?"""

from matang.rules.book import PARAMETERS, cite
from matang.rules.core.expressions import Word
from matang.rules.core.limits import Listed
from matang.rules.core.message import N_
from matang.rules.core.rule import Criterion, Rule
from matang.rules.vocabulary.people import EMPLOYMENT_KIND
from matang.rules.vocabulary.posts import POST_KIND

RULE = Rule(
    key="eligibility.is_of_right_employment",
    question=N_("Apakah jenis kepegawaiannya sesuai dengan jabatan?"),
    explained=N_(
        "Memeriksa apakah jabatan terbuka bagi PNS, PPPK, atau keduanya, karena undang-undang membedakan keduanya. "
        "Berubah bila peraturan membuka jabatan bagi jenis pegawai lain."
    ),
    reference=cite("uu-20-2023", "pasal 34", "M"),
    criteria=(
        Criterion(
            Listed(Word(EMPLOYMENT_KIND), PARAMETERS["eligibility.employment_kinds"], Word(POST_KIND)),
            passed=N_("Jenis pegawai %(kind)s dapat menduduki jabatan %(post)s."),
            failed=N_("Jenis pegawai %(kind)s tidak tercatat dapat menduduki jabatan %(post)s."),
            unknown=N_("Jenis pegawai %(kind)s untuk jabatan %(post)s belum dapat dipastikan."),
            arguments=(("kind", Word(EMPLOYMENT_KIND)), ("post", Word(POST_KIND))),
        ),
    ),
)
