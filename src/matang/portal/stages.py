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
        _("Menunjukkan simpul yang terputus beserta sebabnya, hasil yang belum dilayani siapa pun, dan yang dimiliki dua pihak."),
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
        _("Mengirim orang magang atau studi tiru karena ada kebutuhan terbuka; halamannya menyebut apa yang masih kurang."),
        _("Mencocokkan pengirim dan tuan rumah, menghitung biaya menurut dua aturan, dan menerbitkan surat tugas."),
        _("Membuka buku harian di ponsel, juga tanpa jaringan; mentor di kedua pemerintah membaca dan menanggapi."),
        _("Membukukan jam pelajaran (JP) saat laporan diterima. Sertifikat tidak disamakan dengan kompetensi."),
    ),
    "apply": (
        _("Membawa pulang rekomendasi beserta syarat yang membuatnya berhasil di sana, lalu memaparkannya."),
        _("Memutuskan dengan nama dan alasan, lalu memeriksa penerapannya pada hari ke-30, 90, 180, dan 365."),
        _("Menyimpan praktik yang berhasil dan yang gagal, dengan nama asalnya, untuk pemerintah lain."),
        _("Dipakai tidak disamakan dengan membaik; keduanya punya buktinya sendiri."),
    ),
    "serve": (
        _("Menerima aduan dan kasus sosial sebagai tiket dengan identitas tersamar."),
        _("Menjalankan jam layanan, dan memberi tahu siapa yang harus bertindak."),
        _("Tidak membuat daftar warga dan tidak membuat daftar kemiskinan."),
    ),
    "measure": (
        _("Mencatat nilai indikator dengan sumber dan tanggalnya; nilai yang diperbaiki tetap terbaca."),
        _("Membandingkan sebelum dan sesudah, dengan pembanding dan rentangnya; tanpa itu disebut belum terbukti."),
        _("Menunjukkan jalan dari kebutuhan ke hasil, dan apa yang tertahan pada siapa."),
        _("Membuka kebutuhan baru bila hasilnya belum tercapai."),
    ),
}
