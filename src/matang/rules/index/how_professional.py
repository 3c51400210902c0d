"""How high is the professionalism index (IP ASN) of a PNS? An estimate: the official one comes from the national agency.

The weights of PPPK are not known, so theirs cannot be told.
"""

from matang.rules.book import cite
from matang.rules.core.arithmetic import When
from matang.rules.core.calculation import Calculation
from matang.rules.core.conditions import OneOf
from matang.rules.core.expressions import Nothing, Word
from matang.rules.core.message import N_
from matang.rules.core.sums import Named, Sum
from matang.rules.index.parts import PARTS
from matang.rules.vocabulary.people import EMPLOYMENT_KIND
from matang.rules.vocabulary.units import POINTS

ESTIMATE = N_("Perkiraan. Nilai resmi dihitung BKN dari data SIASN; bobot bagi PPPK belum diketahui.")
INDEX = Named(
    When(OneOf(Word(EMPLOYMENT_KIND), ("pns",)), Sum(PARTS), Nothing(*POINTS.span)),
    N_("Perkiraan IP ASN"),
    POINTS,
)

CALCULATION = Calculation(
    key="index.how_professional",
    question=N_("Berapa perkiraan Indeks Profesionalitas (IP ASN) pegawai ini?"),
    explained=N_(
        "Menjumlahkan nilai kualifikasi, kompetensi, kinerja, dan disiplin menjadi indeks 0–100 seperti cara BKN. Naik "
        "dengan ijazah, pelatihan, dan kinerja yang lebih baik; turun setelah hukuman disiplin atau bila pelatihan sudah "
        "lewat masanya."
    ),
    reference=cite("perbkn-8-2019", "lampiran I", "V2", note="lampiran belum dibaca; disusun dari sistem satu instansi"),
    expression=INDEX,
    working=PARTS,
    note=ESTIMATE,
)
