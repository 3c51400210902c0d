"""Facts about clocks: steps of a complaint, requests about personal data, quick response, proposals for social data."""

from __future__ import annotations

from matang.rules.core.facts import Fact, Kind
from matang.rules.core.message import N_, Term
from matang.rules.vocabulary.units import MINUTE, WORKING_DAY

COMPLAINT_STEP = Fact(
    "complaint_step", N_("langkah pengaduan"), Kind.CHOICE,
    choices=(
        Term("verify", N_("verifikasi dan penerusan")),
        Term("respond", N_("tanggapan pertama instansi")),
        Term("close_unanswered", N_("penutupan bila tidak ada balasan")),
        Term("settle_request", N_("penyelesaian permintaan informasi atau normatif")),
        Term("settle_ordinary", N_("penyelesaian pengaduan tidak berkadar pengawasan")),
        Term("settle_supervisory", N_("penyelesaian pengaduan berkadar pengawasan")),
    ),
)  # fmt: skip
WORKING_DAYS_TAKEN = Fact(
    "working_days", N_("hari kerja yang sudah berjalan"), Kind.NUMBER, unit=WORKING_DAY, least=0, most=100_000
)
OBJECTION_STEP = Fact(
    "objection_step", N_("langkah keberatan"), Kind.CHOICE,
    choices=(
        Term("file", N_("mengajukan keberatan atas putusan")),
        Term("answer", N_("menjawab keberatan")),
    ),
)  # fmt: skip
DATA_REQUEST = Fact(
    "data_request", N_("jenis urusan data pribadi"), Kind.CHOICE,
    choices=(
        Term("correction", N_("perbaikan data")),
        Term("access", N_("akses dan rekam jejak")),
        Term("breach", N_("pemberitahuan kegagalan pelindungan")),
    ),
)  # fmt: skip
MINUTES_TAKEN = Fact("minutes_taken", N_("menit yang sudah berjalan"), Kind.NUMBER, unit=MINUTE, least=0, most=10_000_000)
PROPOSED_ON = Fact("proposed_on", N_("tanggal usulan"), Kind.DATE)

FACTS_OF_SERVICE = (COMPLAINT_STEP, OBJECTION_STEP, WORKING_DAYS_TAKEN, DATA_REQUEST, MINUTES_TAKEN, PROPOSED_ON)
