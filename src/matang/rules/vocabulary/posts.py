"""Facts about posts: their kind, and whether a functional post has a statute of its own."""

from __future__ import annotations

from matang.rules.core.facts import Fact, Kind
from matang.rules.core.message import N_, Term

POST_KINDS = (
    Term("jpt_utama", N_("JPT utama")),
    Term("jpt_madya", N_("JPT madya")),
    Term("jpt_pratama", N_("JPT pratama")),
    Term("administrator", N_("Administrator")),
    Term("pengawas", N_("Pengawas")),
    Term("pelaksana", N_("Pelaksana")),
    Term("jf_ahli_utama", N_("JF ahli utama")),
    Term("jf_ahli_madya", N_("JF ahli madya")),
    Term("jf_ahli_muda", N_("JF ahli muda")),
    Term("jf_ahli_pertama", N_("JF ahli pertama")),
    Term("jf_penyelia", N_("JF penyelia")),
    Term("jf_mahir", N_("JF mahir")),
    Term("jf_terampil", N_("JF terampil")),
    Term("jf_pemula", N_("JF pemula")),
    Term("jf_other", N_("JF (jenjang tidak diketahui)")),
    Term("other", N_("Tidak diketahui")),
)
STRUCTURAL = ("jpt_utama", "jpt_madya", "jpt_pratama", "administrator", "pengawas")
EXPERT = ("jf_ahli_utama", "jf_ahli_madya", "jf_ahli_muda", "jf_ahli_pertama")
FUNCTIONAL = (*EXPERT, "jf_penyelia", "jf_mahir", "jf_terampil", "jf_pemula", "jf_other")

POST_KIND = Fact("post_kind", N_("jenis jabatan"), Kind.CHOICE, choices=POST_KINDS)
HELD_KIND = Fact("held_kind", N_("jenis jabatan yang sedang dipegang"), Kind.CHOICE, choices=POST_KINDS)
FUNCTIONAL_KIND = Fact(
    "functional_kind", N_("kelompok jabatan fungsional"), Kind.CHOICE,
    choices=(
        Term("general", N_("umum")),
        Term("teacher", N_("guru")),
        Term("own_statute", N_("lainnya yang diatur undang-undang tersendiri")),
    ),
)  # fmt: skip
"""Whether the retirement age of a functional post is set by a statute of its own (PP 11/2017, pasal 240)."""

FACTS_OF_POSTS = (POST_KIND, HELD_KIND, FUNCTIONAL_KIND)
