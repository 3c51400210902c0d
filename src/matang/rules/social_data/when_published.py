"""When may the result of a proposal for social data (DTSEN) appear, and when do the data turn over?

A proposal made on the day of publication waits for the next one: a reading of ours.
"""

from matang.rules.book import PARAMETERS, cite
from matang.rules.core.calculation import Calculation
from matang.rules.core.expressions import Value
from matang.rules.core.facts import MOST
from matang.rules.core.limits import Limit
from matang.rules.core.message import N_
from matang.rules.core.schedules import NextOnDay, NextPeriod
from matang.rules.vocabulary.service import PROPOSED_ON
from matang.rules.vocabulary.units import DAY

REFERENCE = cite("inpres-4-2025", "jadwal pemutakhiran", "V2", note="keterangan Kementerian Sosial; naskah belum dibaca")
PUBLISHED = NextOnDay(
    Value(PROPOSED_ON), Limit(PARAMETERS["social_data.publication_day"], None, MOST), DAY, N_("pengumuman berikutnya")
)
REFRESHED = NextPeriod(
    Value(PROPOSED_ON), Limit(PARAMETERS["social_data.refresh_months"], None, MOST), DAY, N_("pemutakhiran berikutnya")
)

CALCULATION = Calculation(
    key="social_data.when_published",
    question=N_("Kapan hasil usulan data sosial paling cepat diumumkan?"),
    explained=N_(
        "Menyebut tanggal pengumuman bulanan yang berikutnya setelah usulan masuk, agar warga tahu kapan menengok "
        "hasilnya. Berubah bila kementerian memindahkan jadwalnya; usulan belum tentu diterima."
    ),
    reference=REFERENCE,
    expression=PUBLISHED,
)
NEXT_REFRESH = Calculation(
    key="social_data.when_refreshed",
    question=N_("Kapan data sosial berikutnya dimutakhirkan?"),
    explained=N_(
        "Menyebut awal masa pemutakhiran yang berikutnya, setiap tiga bulan dihitung dari Januari. Berubah bila "
        "kementerian mengganti jarak pemutakhirannya."
    ),
    reference=REFERENCE,
    expression=REFRESHED,
)
