"""The wording of the dictionary an agency starts with: our own short sentences, not the annex of PermenPANRB 38/2017.

An agency loads the official texts beside them. The technical ones carry the government affair that they belong to.
"""

VERSION = "Rumusan ringkas Matang 1"

DICTIONARY: tuple[tuple[str, str, str, str, tuple[str, str, str, str, str]], ...] = (
    ("MAN.1", "Integritas", "managerial", "", (
        "Berlaku jujur dan mengikuti aturan dalam pekerjaannya sendiri.",
        "Mengingatkan rekan bila ada yang menyimpang dari aturan.",
        "Memastikan orang yang dipimpinnya bekerja sesuai aturan.",
        "Membangun suasana kerja yang membuat orang berani berlaku jujur.",
        "Menjadi rujukan kejujuran di luar instansinya.")),
    ("MAN.2", "Kerja sama", "managerial", "", (
        "Ikut mengerjakan bagiannya dalam kelompok.",
        "Mengajak anggota kelompok berpendapat dan saling membantu.",
        "Membentuk tim yang saling melengkapi agar hasil naik.",
        "Menyatukan beberapa unit untuk satu tujuan.",
        "Menjaga kerja sama jangka panjang dengan pihak di luar instansi.")),
    ("MAN.3", "Komunikasi", "managerial", "", (
        "Menyampaikan pesan dengan jelas dan lengkap.",
        "Menyusun bahan tertulis dan menjelaskannya kepada pihak lain.",
        "Menyampaikan hal yang peka atau rumit dengan tegas dan santun.",
        "Meyakinkan berbagai pihak sampai sepakat.",
        "Menetapkan cara instansi berkomunikasi terbuka dengan masyarakat.")),
    ("MAN.4", "Orientasi pada hasil", "managerial", "", (
        "Menyelesaikan pekerjaan sesuai ukuran yang diminta.",
        "Memperbaiki cara kerja sendiri agar hasil melebihi ukuran.",
        "Menetapkan sasaran unit yang menantang dan memantaunya.",
        "Mendorong unit melampaui capaian tahun lalu.",
        "Meningkatkan mutu hasil seluruh instansi.")),
    ("MAN.5", "Pelayanan publik", "managerial", "", (
        "Melayani warga sesuai standar.",
        "Menjelaskan layanan dan mengawasi pelaksanaannya.",
        "Memperbaiki standar layanan unitnya.",
        "Membaca kebutuhan warga ke depan dan menyiapkan layanan.",
        "Menjamin kebijakan layanan yang adil bagi semua warga.")),
    ("MAN.6", "Pengembangan diri dan orang lain", "managerial", "", (
        "Belajar dari pekerjaan dan dari umpan balik.",
        "Membimbing rekan atau bawahan dengan contoh.",
        "Memberi umpan balik dan kesempatan belajar secara teratur.",
        "Menyusun program pengembangan pegawai untuk beberapa tahun.",
        "Membuat instansi terus belajar dari pengalamannya.")),
    ("MAN.7", "Mengelola perubahan", "managerial", "", (
        "Mengikuti perubahan dengan arahan.",
        "Menyesuaikan cara kerja sendiri tanpa menunggu diminta.",
        "Membantu orang lain berubah dan menyiapkan langkahnya.",
        "Memimpin perubahan di unitnya sampai berjalan.",
        "Menggerakkan banyak pihak untuk perubahan di tingkat instansi.")),
    ("MAN.8", "Pengambilan keputusan", "managerial", "", (
        "Mengumpulkan keterangan dan bertindak dalam batas wewenang.",
        "Menelaah masalah sebelum memutuskan.",
        "Membandingkan pilihan dan menimbang risikonya.",
        "Memutuskan hal berisiko tinggi dan menyiapkan pencegahnya.",
        "Menetapkan keputusan jangka panjang yang berdampak luas.")),
    ("SOS.1", "Perekat bangsa", "cultural", "", (
        "Peka dan terbuka terhadap perbedaan.",
        "Menghormati perbedaan secara nyata dalam pekerjaan.",
        "Menengahi perselisihan dan mendorong tenggang rasa.",
        "Memakai perbedaan sebagai kekuatan tim.",
        "Mewakili pemerintah dalam merawat kerukunan masyarakat.")),
    ("TEK.PEM", "Penyelenggaraan pemerintahan wilayah", "technical", "Pemerintahan umum", (
        "Mengenal tugas pemerintahan wilayah.", "Mengerjakan administrasi wilayah sesuai aturan.",
        "Mengatur pekerjaan dan memecahkan masalah wilayah.", "Menyusun kebijakan teknis wilayah.",
        "Mengembangkan cara baru pemerintahan wilayah.")),
    ("TEK.REN", "Perencanaan pembangunan", "technical", "Perencanaan", (
        "Mengenal dokumen perencanaan.", "Menyusun bahan rencana kerja.", "Menyelaraskan rencana, anggaran, dan indikator.",
        "Merumuskan strategi pembangunan daerah.", "Mengembangkan metode perencanaan.")),
    ("TEK.KEU", "Pengelolaan keuangan daerah", "technical", "Keuangan", (
        "Mengenal alur keuangan daerah.", "Menatausahakan keuangan sesuai aturan.", "Menganalisis anggaran dan laporan keuangan.",
        "Merumuskan kebijakan keuangan daerah.", "Mengembangkan sistem keuangan daerah.")),
    ("TEK.KES", "Pengelolaan layanan kesehatan", "technical", "Kesehatan", (
        "Mengenal program kesehatan.", "Melaksanakan program kesehatan sesuai pedoman.", "Mengelola program dan mutu layanan.",
        "Merumuskan kebijakan kesehatan daerah.", "Mengembangkan sistem kesehatan daerah.")),
    ("TEK.DIK", "Pengelolaan pendidikan", "technical", "Pendidikan", (
        "Mengenal program pendidikan.", "Melaksanakan program pendidikan sesuai pedoman.",
        "Mengelola satuan dan mutu pendidikan.",
        "Merumuskan kebijakan pendidikan daerah.", "Mengembangkan sistem pendidikan daerah.")),
    ("TEK.SOS", "Perlindungan dan pemberdayaan sosial", "technical", "Sosial", (
        "Mengenal program sosial.", "Mendampingi penerima layanan sesuai pedoman.", "Mengelola penanganan kasus dan data sosial.",
        "Merumuskan kebijakan perlindungan sosial.", "Mengembangkan sistem perlindungan sosial daerah.")),
    ("TEK.INF", "Penataan ruang dan infrastruktur", "technical", "Pekerjaan umum dan penataan ruang", (
        "Mengenal pekerjaan infrastruktur.", "Melaksanakan pekerjaan teknis sesuai standar.",
        "Mengelola proyek dan mutu pekerjaan.",
        "Merumuskan kebijakan infrastruktur.", "Mengembangkan sistem infrastruktur kota.")),
    ("TEK.EKO", "Pengembangan ekonomi daerah", "technical", "Perdagangan, perindustrian, dan usaha kecil", (
        "Mengenal pelaku ekonomi daerah.", "Membina pelaku usaha sesuai program.", "Mengelola program ekonomi dan dampaknya.",
        "Merumuskan kebijakan ekonomi daerah.", "Mengembangkan model ekonomi daerah.")),
    ("TEK.SDM", "Manajemen kepegawaian dan organisasi", "technical", "Kepegawaian", (
        "Mengenal aturan kepegawaian.", "Melayani administrasi kepegawaian.", "Menganalisis kebutuhan dan penempatan pegawai.",
        "Merumuskan kebijakan manajemen talenta.", "Mengembangkan sistem manajemen ASN.")),
    ("TEK.TIK", "Pengelolaan data dan teknologi informasi", "technical", "Komunikasi dan informatika", (
        "Memakai aplikasi dan data dengan benar.", "Mengoperasikan dan merawat aplikasi.",
        "Merancang dan mengelola layanan digital.",
        "Merumuskan kebijakan pemerintahan digital.", "Mengembangkan arsitektur digital daerah.")),
    ("TEK.LIN", "Pengelolaan lingkungan dan kebencanaan", "technical", "Lingkungan hidup dan kebencanaan", (
        "Mengenal risiko lingkungan dan bencana.", "Melaksanakan pencegahan sesuai prosedur.",
        "Mengelola penanganan dan pemulihan.",
        "Merumuskan kebijakan lingkungan dan kebencanaan.", "Mengembangkan ketahanan kota.")),
    ("TEK.HKM", "Hukum, pengawasan, dan ketertiban", "technical", "Ketenteraman dan ketertiban umum", (
        "Mengenal peraturan daerah.", "Memeriksa kepatuhan sesuai prosedur.",
        "Menganalisis pelanggaran dan menyusun rekomendasi.",
        "Merumuskan kebijakan pengawasan.", "Mengembangkan sistem pengendalian.")),
)  # fmt: skip
