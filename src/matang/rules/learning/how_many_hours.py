"""How many hours of learning (JP) does an activity count?

Asked for one period of its cap: a day for hours of self-study, e-learning or a community, a month for sessions, one activity for
all others. The quantity counts up to the cap, times the JP of each unit at home or abroad. Hundredths of a JP, halves up.
"""

from matang.rules.book import PARAMETERS, cite
from matang.rules.core.arithmetic import Product, When
from matang.rules.core.calculation import Calculation
from matang.rules.core.conditions import OneOf
from matang.rules.core.expressions import Value, Word
from matang.rules.core.facts import LEAST, MOST
from matang.rules.core.limits import Limit
from matang.rules.core.message import N_
from matang.rules.core.sums import Named, Quotient, Smaller
from matang.rules.vocabulary.development import JP_KIND, JP_PLACE, JP_QUANTITY
from matang.rules.vocabulary.units import JP

HUNDREDTHS = 100
CAP = Limit(PARAMETERS["learning.cap"], Word(JP_KIND), MOST, JP_QUANTITY)
COUNTED = Named(Smaller(Value(JP_QUANTITY), CAP), N_("banyaknya yang dihitung"), JP_QUANTITY)
EACH = When(
    OneOf(Word(JP_PLACE), ("abroad",)),
    Limit(PARAMETERS["learning.jp_abroad"], Word(JP_KIND), LEAST),
    Limit(PARAMETERS["learning.jp_national"], Word(JP_KIND), LEAST),
)
RESULT = Named(Quotient(Product(COUNTED, EACH, ""), HUNDREDTHS), N_("JP kegiatan"), JP)

CALCULATION = Calculation(
    key="learning.how_many_hours",
    question=N_("Berapa JP yang diperoleh dari kegiatan ini?"),
    explained=N_(
        "Mengubah satu kegiatan belajar menjadi jam pelajaran (JP) menurut jenis, tempat, dan batas per hari atau per "
        "bulan, agar semua orang dihitung dengan ukuran yang sama. Magang dihitung tetap, berapa pun lamanya; JP tidak "
        "mengukur manfaatnya."
    ),
    reference=cite("perlan-10-2018", "lampiran", "V2", note="lampiran belum dibaca; disusun dari sistem tiga instansi"),
    expression=RESULT,
    working=(COUNTED, Named(EACH, N_("JP tiap satuan"), JP)),
)
