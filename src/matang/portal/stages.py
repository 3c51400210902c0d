"""What each stage does, in sentences for its own page."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

DOES: dict[str, tuple[str | Promise, ...]] = {
    "register": (
        _("Mencatat unit, jabatan, pegawai, dan siapa menduduki apa, pada tanggal mana pun."),
        _("Membaca berkas SIASN, DUK, dan CSV; setiap baris yang ditolak disertai alasan dan jalan keluarnya."),
        _("Memperlihatkan kepada setiap orang apa yang tercatat tentang dirinya, dan dari mana asalnya."),
    ),
    "aims": (
        _("Menurunkan visi sampai sub-kegiatan, masing-masing dengan pemilik dan pemilik berikutnya."),
        _("Menguji setiap kegiatan: ditanam di mana, dirawat siapa, untuk program apa."),
        _("Menunjukkan hasil yang belum dilayani siapa pun, dan yang dimiliki dua pihak."),
    ),
    "needs": (
        _("Menyimpan standar kompetensi jabatan dan bukti kompetensi pegawai."),
        _("Menghitung kesenjangan sebagai rentang; tanpa bukti tidak sama dengan kurang."),
        _("Membuka kebutuhan unit: orang, kompetensi, atau hal lain yang bukan soal orang."),
    ),
    "plan": (
        _("Mengusulkan siapa menempati jabatan kosong, dengan alasan bagi setiap calon."),
        _("Memeriksa usulan dengan program lain yang tidak memakai perhitungan yang sama."),
        _("Menunjukkan seberapa jauh bobot boleh bergeser sebelum usulan berubah."),
    ),
    "place": (
        _("Tim penilai mengukuhkan atau mengubah usulan; perubahan memerlukan alasan dan nama."),
        _("Setiap keputusan masuk ke catatan berantai yang dapat diperiksa siapa pun."),
        _("Perpindahan berlaku di daftar sejak tanggal yang ditetapkan."),
    ),
    "learn": (
        _("Mengirim orang magang atau pelatihan karena ada kebutuhan terbuka, bukan karena ada undangan."),
        _("Mencatat jam pelajaran, buku harian magang, dan sertifikat."),
        _("Sertifikat tidak disamakan dengan kompetensi."),
    ),
    "apply": (
        _("Mengubah rekomendasi menjadi keputusan, lalu menjadi kebiasaan kerja."),
        _("Menautkan hasil belajar dengan rencana kinerja (SKP)."),
        _("Dipakai tidak disamakan dengan membaik; keduanya punya buktinya sendiri."),
    ),
    "serve": (
        _("Menerima aduan dan kasus sosial sebagai tiket dengan identitas tersamar."),
        _("Menjalankan jam layanan, dan memberi tahu siapa yang harus bertindak."),
        _("Tidak membuat daftar warga dan tidak membuat daftar kemiskinan."),
    ),
    "measure": (
        _("Membandingkan sebelum dan sesudah, dengan unit pembanding dan ketidakpastiannya."),
        _("Menyusun penilaian yang keterangannya dapat ditelusuri."),
        _("Membuka kebutuhan baru bila hasilnya belum tercapai."),
    ),
}
