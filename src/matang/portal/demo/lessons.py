"""What the cohort of 2024 brought home: reports and recommendations. All of it is invented."""

from dataclasses import dataclass

from matang.flow.apply.public import AdoptionResult, Barrier, CheckFinding, Fit

FITS, LACKS, UNKNOWN = Fit.FITS, Fit.LACKS, Fit.UNKNOWN
LEARNED = {
    "BKPSDMD": (
        "Permohonan izin belajar dan cuti masuk satu loket daring; pemohon melihat posisi berkasnya.",
        "Satu kepala bidang bertanggung jawab atas waktu selesai, dan angkanya dibuka tiap bulan.",
        "Di Palu berkas masih lewat tiga meja dan tidak ada yang memegang waktunya.",
        "Satu loket, satu penanggung jawab, dan papan waktu selesai yang dibaca wali kota.",
    ),
    "DPU": (
        "IPAL perumahan diuji sebelum serah terima; yang tidak laik kembali ke pengembang.",
        "Ada daftar uji yang sama untuk semua pengembang, dan jaminan perawatan setahun.",
        "Di Palu serah terima hanya memeriksa bangunan, bukan air yang keluar.",
        "Menyusun daftar uji dan mencobanya pada tiga perumahan yang akan diserahkan.",
    ),
    "DINKES": (
        "Warga mendaftar antrean puskesmas sehari sebelumnya dan datang pada jamnya.",
        "Petugas loket dilatih, dan kuota tiap jam diatur puskesmas sendiri.",
        "Di Palu warga datang pukul enam untuk mengambil nomor.",
        "Mencoba pendaftaran sehari sebelumnya di satu puskesmas selama setahun.",
    ),
    "BPKAD": (
        "Kas kecil bidang dibayar nontunai dan tercatat pada hari yang sama.",
        "Bendahara tiap bidang memegang kartu, dan bank menyediakan laporan harian.",
        "Di Palu uang persediaan masih diambil tunai setiap pekan.",
        "Membuka kartu untuk dua bidang, lalu seluruh badan.",
    ),
}
"""What was seen, why it works there, what differs here, what to do: by the code of the OPD."""


@dataclass(frozen=True, slots=True)
class Look:
    """What was found on one of the four clocks, with its evidence."""

    clock: int
    finding: str
    found: str
    evidence: str
    barrier: str = ""


@dataclass(frozen=True, slots=True)
class Ending:
    """As what an adoption was closed."""

    result: str
    evidence: str
    reason: str


@dataclass(frozen=True, slots=True)
class Lesson:
    """A recommendation with its five conditions (there, here, fit), and what became of it.

    ``kind`` is the decision, empty = nobody has decided. ``owner`` is the unit that is to own it, empty = the sender.
    """

    opd: str
    title: str
    cost: int
    risk: str
    conditions: tuple[tuple[str, str, str], ...]
    kind: str = ""
    reason: str = ""
    owner: str = ""
    action: str = ""
    looks: tuple[Look, ...] = ()
    ending: Ending | None = None


WITH_MONEY = ("Perwali yang mengatur waktu layanan.", "Ada Perwali 2023.", FITS)
LESSONS = (
    Lesson(
        "BKPSDMD", "Satu loket daring untuk izin belajar dan cuti", 40_000_000, "Pemohon lama tetap menitip berkas ke kenalan.",
        (WITH_MONEY, ("Biaya aplikasi Rp60 juta.", "Aplikasi daerah sudah ada.", FITS), ("Dua petugas.", "Ada.", FITS),
         ("Kominfo menjaga sambungan.", "Kominfo bersedia.", FITS), ("Sekda membaca angkanya.", "Sekda meminta laporan.", FITS)),
        "adopt", "Murah, dan terasa bulan itu juga.", action="Membuka satu loket dan papan waktu selesai",
        looks=(
            Look(30, CheckFinding.GOING, "Loket dibuka; 61 permohonan masuk.", "Papan waktu selesai, Oktober 2025"),
            Look(90, CheckFinding.GOING, "Rata-rata selesai 9 hari kerja.", "Papan waktu selesai, Desember 2025"),
            Look(180, CheckFinding.GOING, "Rata-rata selesai 7 hari kerja.", "Papan waktu selesai, Maret 2026"),
            Look(365, CheckFinding.GOING, "Loket berjalan tanpa pendampingan.", "Berita acara pemeriksaan, September 2026"),
        ),
        ending=Ending(AdoptionResult.APPLIED, "Papan waktu selesai dua belas bulan", "Satu penanggung jawab, angkanya dibuka."),
    ),
    Lesson(
        "BKPSDMD", "Magang antarkota menjadi syarat pola karier", 0, "Pegawai tanpa kesempatan magang dirugikan.",
        (("Peraturan pola karier.", "Belum disusun.", LACKS), ("Biaya magang dianggarkan.", "", UNKNOWN),
         ("Kuota tiap OPD.", "", UNKNOWN), ("Kerja sama antarkota.", "Tiga perjanjian.", FITS),
         ("Wali kota menetapkan.", "", UNKNOWN)),
    ),
    Lesson(
        "DINKES", "Daftar antrean puskesmas sehari sebelumnya", 35_000_000, "Warga tanpa ponsel menunggu lebih lama.",
        (("Kuota tiap jam diatur puskesmas.", "Boleh diatur kepala puskesmas.", FITS),
         ("Honor petugas loket sore.", "Belum ada pada DPA.", LACKS), ("Petugas loket terlatih.", "Dua dari empat.", LACKS),
         ("Kader membantu lansia mendaftar.", "Kader bersedia.", FITS), ("Kepala dinas memantau.", "Memantau tiap bulan.", FITS)),
        "adapt", "Disesuaikan: pendaftaran lewat kader bagi yang tanpa ponsel.", owner="DINKES.P01",
        action="Membuka pendaftaran sehari sebelumnya, juga lewat kader",
        looks=(
            Look(30, CheckFinding.GOING, "Sepertiga pasien mendaftar sehari sebelumnya.", "Buku loket, Oktober 2025"),
            Look(90, CheckFinding.PARTLY, "Loket sore tutup karena honor belum ada.", "DPA 2026", Barrier.NO_FUNDS),
            Look(180, CheckFinding.PARTLY, "Pendaftaran pagi berjalan, sore belum.", "Buku loket, Maret 2026", Barrier.NO_FUNDS),
            Look(365, CheckFinding.PARTLY, "Sore tetap tutup.", "Buku loket, September 2026", Barrier.NO_FUNDS),
        ),
        ending=Ending(AdoptionResult.PARTLY, "Buku loket dua belas bulan", "Pagi berjalan; honor loket sore tidak dianggarkan."),
    ),
    Lesson(
        "DINKES", "Puskesmas buka sampai pukul 20.00", 900_000_000, "Tenaga yang sama bekerja dua giliran.",
        (("Jam layanan diatur gubernur.", "Diatur Perwali.", FITS), ("Tambahan honor tenaga.", "Tidak ada.", LACKS),
         ("Dua giliran dokter.", "Satu giliran.", LACKS), ("Klinik swasta ikut.", "", UNKNOWN), ("Kepala dinas.", "", UNKNOWN)),
        "reject", "Dua giliran tenaga belum dapat dibayar; antrean pagi didahulukan.",
    ),
    Lesson(
        "DPU", "IPAL perumahan diuji sebelum serah terima", 55_000_000, "Pengembang menunda serah terima.",
        (("Perda serah terima prasarana.", "Ada, tanpa uji air.", LACKS), ("Biaya uji ditanggung pengembang.", "Belum.", LACKS),
         ("Dua penguji.", "Satu penguji bersertifikat.", LACKS), ("Laboratorium kota.", "Laboratorium kesehatan daerah.", FITS),
         ("Kepala dinas menolak yang tidak laik.", "Bersedia.", FITS)),
        "adopt", "Daftar ujinya sudah lengkap; biaya uji pada pengembang.", action="Menguji tiga perumahan yang akan diserahkan",
        looks=(Look(30, CheckFinding.GOING, "Daftar uji dipakai pada satu perumahan.", "Berita acara uji"),),
    ),
    Lesson(
        "BPKAD", "Kas kecil nontunai di semua bidang", 15_000_000, "Bidang kembali meminta uang tunai.",
        (("Perwali kas nontunai.", "Ada.", FITS), ("Tanpa biaya kartu.", "Bank meminta biaya.", LACKS),
         ("Bendahara tiap bidang.", "Bendahara bidang ada.", FITS), ("Bank daerah.", "Bank daerah bersedia.", FITS),
         ("Kepala badan memulai dari ruangannya.", "", UNKNOWN)),
        "adopt", "Mulai dari dua bidang, seluruh badan sebelum akhir tahun.", action="Membuka kartu untuk dua bidang",
        looks=(
            Look(30, CheckFinding.STUCK, "Yang membawanya pulang pindah tugas; kartu belum dibuka.", "Nota dinas", Barrier.MOVED),
            Look(90, CheckFinding.STUCK, "Bidang lain tidak meneruskan.", "Notulen rapat bidang", Barrier.NO_TEAM),
        ),
        ending=Ending(AdoptionResult.NOT_APPLIED, "Tidak ada kartu yang dibuka", "Bergantung pada satu orang yang pindah."),
    ),
)  # fmt: skip
