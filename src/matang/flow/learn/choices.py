"""Closed lists of the stage. Terms of the law stay Indonesian on screen; values are English."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class SendingKind(models.TextChoices):
    """The ways of learning elsewhere that this stage keeps."""

    INTERNSHIP = "internship", _("Magang")
    STUDY_VISIT = "study_visit", _("Studi tiru")
    SECONDMENT = "secondment", _("Detasering")
    EXCHANGE = "exchange", _("Pertukaran pegawai")


class SendingState(models.TextChoices):
    """Where a sending stands."""

    DRAFT = "draft", _("Konsep")
    SUBMITTED = "submitted", _("Diajukan")
    ORDERED = "ordered", _("Surat tugas terbit")
    UNDER_WAY = "under_way", _("Sedang berjalan")
    RETURNED = "returned", _("Sudah kembali")
    REPORTED = "reported", _("Laporan diterima")
    CLOSED = "closed", pgettext_lazy("pengiriman", "Selesai")
    REFUSED = "refused", pgettext_lazy("pengiriman", "Ditolak")
    CANCELLED = "cancelled", pgettext_lazy("pengiriman", "Dibatalkan")


SENDING_STEPS = {
    SendingState.DRAFT: (SendingState.SUBMITTED, SendingState.CANCELLED),
    SendingState.SUBMITTED: (SendingState.ORDERED, SendingState.REFUSED, SendingState.DRAFT, SendingState.CANCELLED),
    SendingState.ORDERED: (SendingState.UNDER_WAY, SendingState.CANCELLED),
    SendingState.UNDER_WAY: (SendingState.RETURNED, SendingState.CANCELLED),
    SendingState.RETURNED: (SendingState.REPORTED, SendingState.CLOSED),
    SendingState.REPORTED: (SendingState.CLOSED, SendingState.RETURNED),
    SendingState.CLOSED: (SendingState.REPORTED, SendingState.RETURNED),
    SendingState.REFUSED: (SendingState.DRAFT,),
    SendingState.CANCELLED: (),
}
"""From which state a sending may go where."""

BEING_PREPARED = (SendingState.DRAFT, SendingState.SUBMITTED)
"""Nothing was decided yet."""
LOGBOOK_OPEN = (SendingState.ORDERED, SendingState.UNDER_WAY, SendingState.RETURNED)
"""States in which entries arrive: a phone may find a network only after the return."""
SINCE_RETURN = (SendingState.RETURNED, SendingState.REPORTED, SendingState.CLOSED)
SINCE_DEPARTURE = (SendingState.UNDER_WAY, *SINCE_RETURN)
"""States of sendings whose people have been, or are, with the host."""
SINCE_ORDER = (SendingState.ORDERED, *SINCE_DEPARTURE)

VISIBLE_TO_HOST = (
    SendingState.SUBMITTED,
    SendingState.ORDERED,
    SendingState.UNDER_WAY,
    SendingState.RETURNED,
    SendingState.REPORTED,
    SendingState.CLOSED,
    SendingState.CANCELLED,
)
"""A host reads a sending once it was asked, and keeps what it hosted."""


class HostAnswer(models.TextChoices):
    """What the host said to a request."""

    NOT_ASKED = "not_asked", _("Belum diminta")
    ASKED = "asked", _("Menunggu jawaban tuan rumah")
    ACCEPTED = "accepted", _("Diterima tuan rumah")
    DECLINED = "declined", _("Tidak dapat diterima tuan rumah")


class ParticipantState(models.TextChoices):
    """Whether a candidate goes."""

    CANDIDATE = "candidate", _("Calon")
    CHOSEN = "chosen", _("Terpilih")
    RESERVE = "reserve", _("Cadangan")
    NOT_CHOSEN = "not_chosen", _("Tidak terpilih")
    WITHDRAWN = "withdrawn", pgettext_lazy("peserta", "Mengundurkan diri")


class SendingCost(models.TextChoices):
    """By which rule the days away are paid. Never chosen by default: the same days can cost a multiple."""

    TRAINING = "training", _("Uang harian diklat")
    TRAVEL = "travel", _("Uang harian perjalanan luar kota")
    HOST_PAYS = "host_pays", _("Ditanggung tuan rumah")
    NONE = "none", _("Tanpa uang harian")


class TariffKind(models.TextChoices):
    """What a tariff is for; the label says per what it is paid."""

    TRAINING_DAY = "training_day", _("Uang harian diklat (orang per hari)")
    TRAVEL_DAY = "travel_day", _("Uang harian luar kota (orang per hari)")
    LODGING_NIGHT = "lodging_night", _("Penginapan (orang per malam)")
    TICKET_RETURN = "ticket_return", _("Tiket pulang pergi (orang)")
    LOCAL_TRIP = "local_trip", _("Angkutan setempat (sekali jalan)")


class ObligationSide(models.TextChoices):
    """Which side of an agreement owes something."""

    OURS = "ours", _("Kewajiban kami")
    THEIRS = "theirs", _("Kewajiban mitra")


class ObligationCounts(models.TextChoices):
    """What tells how far an obligation is met: seats, reports and adoptions are counted, the rest is written down."""

    SEATS = "seats", _("Kursi yang terpakai")
    REPORTS = "reports", _("Laporan yang diterima")
    RETURNED = "returned", _("Rekomendasi yang diterapkan")
    OTHER = "other", _("Dicatat sendiri")


class DayPart(models.TextChoices):
    """When on a day a visit takes place."""

    MORNING = "morning", _("Pagi")
    AFTERNOON = "afternoon", _("Siang")
    WHOLE = "whole", _("Sepanjang hari")


class AgreementStanding(models.TextChoices):
    """Where an agreement stands on a day: computed from its dates, never stored."""

    COMING = "coming", pgettext_lazy("perjanjian", "Belum mulai")
    VALID = "valid", pgettext_lazy("perjanjian", "Berlaku")
    ENDING = "ending", pgettext_lazy("perjanjian", "Segera berakhir")
    UNKNOWN = "unknown", pgettext_lazy("perjanjian", "Akhir belum diketahui")
    ENDED = "ended", pgettext_lazy("perjanjian", "Sudah berakhir")
    STOPPED = "stopped", pgettext_lazy("perjanjian", "Dihentikan")


class MatchMethod(models.TextChoices):
    """How a round is matched, and what holds of it."""

    STABLE = "stable", _("Stabil bagi pelamar")
    BY_NEED = "by_need", _("Jumlah kebutuhan terbesar")


class RoundState(models.TextChoices):
    """Where a matching round stands."""

    DRAFT = "draft", pgettext_lazy("putaran", "Disiapkan")
    RUNNING = "running", pgettext_lazy("putaran", "Sedang dihitung")
    SOLVED = "solved", pgettext_lazy("putaran", "Selesai dihitung")
    FAILED = "failed", pgettext_lazy("putaran", "Gagal dihitung")
    FIXED = "fixed", pgettext_lazy("putaran", "Ditetapkan")


class RoundWriting(models.TextChoices):
    """Why the result of a round could not be written into a sending."""

    GONE = "gone", _("Pengirimannya sudah ditarik, ditolak, atau diputuskan")
    SPLIT = "split", _("Peserta pengiriman itu ditempatkan di tempat yang berbeda")
    UNPLACED = "unplaced", _("Sebagian peserta pengiriman itu tidak mendapat tempat")
    NO_HOST = "no_host", _("Tuan rumah itu belum ada di daftar Anda")


class RequestState(models.TextChoices):
    """Where an application stands that a government handed in to another's round."""

    HANDED_IN = "handed_in", pgettext_lazy("lamaran", "Diserahkan")
    WITHDRAWN = "withdrawn", pgettext_lazy("lamaran", "Ditarik")
    TAKEN = "taken", pgettext_lazy("lamaran", "Masuk putaran")
    ANSWERED = "answered", pgettext_lazy("lamaran", "Ada hasilnya")


class AttendanceState(models.TextChoices):
    """Where an intern was on a day. That nobody knows is a value of its own."""

    PRESENT = "present", _("Hadir")
    SICK = "sick", _("Sakit")
    LEAVE = "leave", _("Izin atau cuti")
    DUTY_ELSEWHERE = "duty_elsewhere", _("Tugas di tempat lain")
    ABSENT = "absent", _("Tanpa keterangan")
    UNKNOWN = "unknown", pgettext_lazy("kehadiran", "Belum diketahui")


class LookerSide(models.TextChoices):
    """From which side somebody speaks about an internship."""

    OWN = "own", _("Peserta")
    HOME = "home", _("Mentor pengirim")
    HOST = "host", _("Mentor tuan rumah")


class SignKind(models.TextChoices):
    """What a mentor says to an entry of the logbook."""

    SEEN = "seen", _("Sudah dibaca")
    ASKS = "asks", _("Ada pertanyaan")


class NoteKind(models.TextChoices):
    """What a note about an intern is about."""

    SAFETY = "safety", _("Keselamatan")
    CONDUCT = "conduct", _("Sikap")


class LearningProgress(models.TextChoices):
    """How the learning stands at half time, against its plan."""

    ON = "on", _("Sesuai rencana")
    PARTLY = "partly", _("Sebagian sesuai")
    OFF = "off", _("Jauh dari rencana")
    UNKNOWN = "unknown", pgettext_lazy("kemajuan", "Belum dapat dinilai")


class ReportState(models.TextChoices):
    """Where a participant's report of a sending stands."""

    DRAFT = "draft", pgettext_lazy("laporan", "Konsep")
    SUBMITTED = "submitted", pgettext_lazy("laporan", "Menunggu diperiksa")
    SENT_BACK = "sent_back", pgettext_lazy("laporan", "Dikembalikan")
    ACCEPTED = "accepted", pgettext_lazy("laporan", "Diterima")


REPORT_OPEN = (ReportState.DRAFT, ReportState.SENT_BACK)
"""States in which the writer may change a report."""


class LearningPlace(models.TextChoices):
    """Where the learning took place; hours of learning differ by it."""

    NATIONAL = "national", _("Dalam negeri")
    ABROAD = "abroad", _("Luar negeri")


class AlumnusRole(models.TextChoices):
    """As what an alumnus is ready to help others."""

    MENTOR = "mentor", _("Mentor")
    SPEAKER = "speaker", _("Narasumber")
    BOTH = "both", _("Mentor dan narasumber")


class PastKind(models.TextChoices):
    """What sort of learning a case of the archive was; the word of the source is kept beside it."""

    INTERNSHIP = "internship", _("Magang")
    STUDY_VISIT = "study_visit", _("Studi tiru")
    TRAINING = "training", _("Pelatihan")
    PRESENTATION = "presentation", _("Paparan hasil")
    OTHER = "other", pgettext_lazy("jenis kasus", "Lainnya")


class PastPrecision(models.TextChoices):
    """How exactly a date of the archive is known."""

    DAY = "day", pgettext_lazy("ketelitian", "Hari")
    MONTH = "month", pgettext_lazy("ketelitian", "Bulan")
    YEAR = "year", pgettext_lazy("ketelitian", "Tahun")


class PastMark(models.TextChoices):
    """What a date of the archive marks. Only the first says that the learning itself began or ended."""

    ITSELF = "itself", _("Belajarnya sendiri")
    RELEASE = "release", _("Pelepasan")
    OPENING = "opening", _("Pembukaan")
    NEWS = "news", _("Berita")
    OTHER = "other", pgettext_lazy("tanda tanggal", "Lainnya")


class PastSpan(models.TextChoices):
    """The unit of a duration."""

    DAY = "day", pgettext_lazy("satuan", "hari")
    WEEK = "week", pgettext_lazy("satuan", "minggu")
    MONTH = "month", pgettext_lazy("satuan", "bulan")
    YEAR = "year", pgettext_lazy("satuan", "tahun")


class PastReading(models.TextChoices):
    """Where the reading of a note stands. Nothing that a note says is taken before a person confirms it."""

    NONE = "none", _("Tidak ada")
    PROPOSED = "proposed", _("Menunggu konfirmasi")
    CONFIRMED = "confirmed", _("Dikonfirmasi")
    REFUSED = "refused", pgettext_lazy("bacaan", "Ditolak")


class PastTrust(models.TextChoices):
    """How far the source of a case can be relied upon."""

    HIGH = "high", pgettext_lazy("keyakinan", "Tinggi")
    MEDIUM = "medium", pgettext_lazy("keyakinan", "Sedang")
    LOW = "low", pgettext_lazy("keyakinan", "Rendah")
    UNKNOWN = "unknown", pgettext_lazy("keyakinan", "Tidak disebut")


class PastOutcome(models.TextChoices):
    """Whether the source says that an outcome was measured."""

    YES = "yes", pgettext_lazy("hasil", "Ya")
    PARTLY = "partly", pgettext_lazy("hasil", "Sebagian")
    NO = "no", pgettext_lazy("hasil", "Tidak")
    UNKNOWN = "unknown", pgettext_lazy("hasil", "Tidak disebut")


class PastField(models.TextChoices):
    """What of a case a claim or a question is about."""

    KIND = "kind", _("Jenis")
    SENDER = "sender", _("Pengirim")
    HOSTS = "hosts", _("Tuan rumah")
    PEOPLE = "people", _("Jumlah orang")
    OFFICES = "offices", _("Jumlah kantor")
    PART = "part", _("Bagian dari")
    STARTS = "starts", _("Mulai")
    ENDS = "ends", _("Selesai")
    YEAR = "year", pgettext_lazy("kasus", "Tahun")
    DURATION = "duration", _("Lama")
    CONFLICT = "conflict", _("Tanggal lawan lama")
    TOPIC = "topic", _("Topik")
    REPORTED = "reported", _("Hasil yang dilaporkan")
    OUTCOME = "outcome", _("Hasil yang diukur")
    TRUST = "trust", _("Keyakinan")
    NOTE = "note", _("Catatan")


class PastOrigin(models.TextChoices):
    """Whence a claim comes: a column of the file, a reading of its note, or somebody's answer."""

    FILE = "file", _("Berkas")
    NOTE = "note", _("Bacaan catatan")
    ANSWER = "answer", _("Jawaban")


class PastImportState(models.TextChoices):
    """Where an import into the archive stands."""

    READY = "ready", pgettext_lazy("impor", "Menunggu keputusan Anda")
    APPLIED = "applied", pgettext_lazy("impor", "Sudah masuk")
    UNDONE = "undone", pgettext_lazy("impor", "Dibatalkan")
    DISCARDED = "discarded", pgettext_lazy("impor", "Dibuang")


class SendingOrigin(models.TextChoices):
    """Where a sending was written down: here, through the gate, or loaded from records of before the gate existed."""

    HERE = "here", _("Diajukan di Matang")
    RECORDS = "records", _("Dimuat dari catatan lama")
