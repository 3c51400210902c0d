"""The questions of a paper, in their order, each with help and an invented example."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

EFFORTS = "efforts"
FEEDBACK = "feedback_on"


@dataclass(frozen=True, slots=True)
class Question:
    """One question: the field it fills, its part (1 flow, 2 pattern), its words, an example, whether it must be answered."""

    key: str
    part: int
    label: str | Promise
    asked: str | Promise
    help: str | Promise
    example: str | Promise
    needed: bool = False


QUESTIONS: tuple[Question, ...] = (
    Question(
        "problem", 1, _("Masalah"), _("Apa masalahnya, bagi siapa, dan di mana?"),
        _("Tulis keadaan yang dirasakan warga, bukan kegiatan yang belum ada."),
        _("Satu dari lima balita di tiga kelurahan pesisir pendek menurut umurnya."), needed=True,
    ),
    Question(
        "evidence", 1, _("Bukti"), _("Dari mana kita tahu?"),
        _("Sebut angka, tanggal, dan sumbernya. Kalau belum ada angka, tulis siapa yang melihatnya."),
        _("Penimbangan Agustus 2025: 212 dari 1.040 balita. Sumber: catatan posyandu."),
    ),
    Question(
        "cause", 1, _("Sebab"), _("Mengapa itu terjadi?"),
        _("Tanyakan “mengapa” beberapa kali sampai bertemu sebab yang dapat dikerjakan."),
        _("Kader tidak menindaklanjuti hasil timbang, karena tidak jelas kepada siapa harus melapor."), needed=True,
    ),
    Question(
        "legal_base", 1, _("Dasar hukum"), _("Aturan apa yang memberi tugas atau membatasi?"),
        _("Nomor dan pasalnya. Tulis juga kewenangan siapa."),
        _("Peraturan daerah tentang kesehatan ibu dan anak; tugas dinas menurut peraturan wali kota."),
    ),
    Question(
        "environment", 1, _("Lingkungan strategis"), _("Apa yang mendukung dan menghambat di sekitar kita?"),
        _("Peluang dan hambatan dari luar: warga, mitra, anggaran, alam, kebijakan pusat."),
        _("Ada kampus kesehatan di kota; jalan ke satu kelurahan putus saat hujan."),
    ),
    Question(
        "expected", 1, _("Keadaan yang diharapkan"), _("Seperti apa keadaannya bila masalah ini selesai?"),
        _("Satu keadaan yang dapat dilihat orang lain, dengan waktunya."),
        _("Akhir 2027 setiap balita yang berat badannya tidak naik dikunjungi dalam tujuh hari."), needed=True,
    ),
    Question(
        "policy", 1, _("Kebijakan"), _("Ke arah mana kita memilih?"),
        _("Satu pilihan: apa yang didahulukan, apa yang tidak dikerjakan."),
        _("Mendahulukan kunjungan rumah daripada kegiatan di aula."),
    ),
    Question(
        "strategy", 1, pgettext_lazy("alur pikir", "Strategi"), _("Dengan cara apa kebijakan itu dicapai?"),
        _("Jalan yang ditempuh, urut. Rinciannya menjadi upaya."),
        _("Puskesmas memegang daftar anak; kelurahan menyediakan kader; dinas sosial menyambung bantuan."),
    ),
    Question(
        EFFORTS, 1, _("Upaya"), _("Siapa mengerjakan apa, dan siapa meneruskannya?"),
        _("Tiap upaya punya pelaksana, penerus, indikator, dan misi. Tanpa itu alur pikir tidak dapat diajukan."),
        _("Kunjungan rumah bulanan – pelaksana: puskesmas; penerus: kelurahan; indikator: anak dikunjungi."), needed=True,
    ),
    Question(
        "subject", 2, _("Subjek"), _("Siapa yang bekerja?"), _("Unit dan jabatan, bukan “semua pihak”."),
        _("Bidan koordinator dan dua belas kader."),
    ),
    Question(
        "object", 2, _("Objek"), _("Kepada siapa atau apa?"), _("Yang dilayani atau diubah, dengan jumlahnya bila diketahui."),
        _("212 balita dan keluarganya di tiga kelurahan."),
    ),
    Question(
        "method", 2, _("Metode"), _("Bagaimana caranya?"), _("Langkah kerja yang dapat diikuti orang lain."),
        _("Daftar anak dibuka tiap Senin; kader berkunjung; hasil dicatat di hari yang sama."),
    ),
    Question(
        "resources", 2, _("Sumber daya"), _("Dengan orang, uang, alat, dan data apa?"),
        _("Sebut juga keluaran unit lain yang dibutuhkan; itu yang menyambungkan kerja kita."),
        _("Rp180.000.000 setahun dari APBD; daftar keluarga penerima bantuan dari dinas sosial."),
    ),
    Question(
        "output", 2, _("Keluaran"), _("Apa yang langsung dihasilkan?"), _("Barang, layanan, atau dokumen yang dapat dihitung."),
        _("Daftar balita berisiko yang diperbarui tiap bulan."), needed=True,
    ),
    Question(
        "outcome", 2, _("Hasil"), _("Apa yang berubah bagi warga?"), _("Perubahan keadaan, bukan jumlah kegiatan."),
        _("Berat badan anak yang dikunjungi naik dalam tiga bulan."),
    ),
    Question(
        FEEDBACK, 2, _("Umpan balik"), _("Kapan kita melihat lagi apakah ini berhasil?"),
        _("Satu tanggal. Pada hari itu alur ini dibuka kembali dan diperbaiki."), _("Enam bulan sesudah mulai."), needed=True,
    ),
)  # fmt: skip
BY_KEY = {question.key: question for question in QUESTIONS}
TEXTS = tuple(question.key for question in QUESTIONS if question.key not in {EFFORTS, FEEDBACK})
