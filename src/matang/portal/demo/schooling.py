"""Where invented people went to school."""

from dataclasses import dataclass
from datetime import date
from random import Random

UNIVERSITIES = ("Universitas Tadulako", "Universitas Hasanuddin", "Universitas Negeri Makassar", "Universitas Muhammadiyah Palu",
                "Universitas Alkhairaat", "Universitas Brawijaya", "Universitas Terbuka",
                "Universitas Sam Ratulangi")  # fmt: skip
FIELDS: dict[str, tuple[tuple[str, str], ...]] = {
    "pemerintahan": (("Ilmu Pemerintahan", "S.IP."), ("Administrasi Publik", "S.AP."), ("Ilmu Hukum", "S.H.")),
    "sosial": (("Kesejahteraan Sosial", "S.Sos."), ("Sosiologi", "S.Sos."), ("Administrasi Publik", "S.AP.")),
    "hukum": (("Ilmu Hukum", "S.H."),),
    "ekonomi": (("Ekonomi Pembangunan", "S.E."), ("Manajemen", "S.E."), ("Agribisnis", "S.P.")),
    "perencanaan": (("Ekonomi Pembangunan", "S.E."), ("Perencanaan Wilayah dan Kota", "S.T."), ("Statistika", "S.Si.")),
    "pengadaan": (("Manajemen", "S.E."), ("Teknik Sipil", "S.T."), ("Ilmu Hukum", "S.H.")),
    "umum": (("Administrasi Publik", "S.AP."), ("Manajemen", "S.E.")),
    "organisasi": (("Administrasi Publik", "S.AP."), ("Psikologi", "S.Psi."), ("Manajemen", "S.E.")),
    "komunikasi": (("Ilmu Komunikasi", "S.I.Kom."),),
    "keuangan": (("Akuntansi", "S.E."), ("Manajemen", "S.E."), ("Ekonomi Pembangunan", "S.E.")),
    "pengawasan": (("Akuntansi", "S.E."), ("Ilmu Hukum", "S.H."), ("Teknik Sipil", "S.T.")),
    "kebencanaan": (("Teknik Sipil", "S.T."), ("Ilmu Pemerintahan", "S.IP."), ("Geofisika", "S.Si.")),
    "ketertiban": (("Ilmu Hukum", "S.H."), ("Ilmu Pemerintahan", "S.IP.")),
    "infrastruktur": (("Teknik Sipil", "S.T."), ("Arsitektur", "S.T."), ("Perencanaan Wilayah dan Kota", "S.T.")),
    "kesehatan": (("Kesehatan Masyarakat", "S.K.M."), ("Ilmu Keperawatan", "S.Kep."), ("Administrasi Kesehatan", "S.K.M.")),
    "pendidikan": (("Pendidikan Guru Sekolah Dasar", "S.Pd."), ("Pendidikan Matematika", "S.Pd."),
    ("Pendidikan Bahasa Indonesia", "S.Pd.")),
    "teknologi": (("Teknik Informatika", "S.Kom."), ("Sistem Informasi", "S.Kom."), ("Statistika", "S.Si.")),
    "lingkungan": (("Teknik Lingkungan", "S.T."), ("Biologi", "S.Si.")),
    "kearsipan": (("Ilmu Perpustakaan", "S.I.P."), ("Administrasi Publik", "S.AP.")),
}  # fmt: skip
BY_POST: tuple[tuple[str, tuple[str, str]], ...] = (
    ("Dokter Gigi", ("Kedokteran Gigi", "drg.")),
    ("Dokter", ("Kedokteran", "dr.")),
    ("Perawat", ("Keperawatan", "S.Kep.")),
    ("Bidan", ("Kebidanan", "S.Keb.")),
    ("Apoteker", ("Farmasi", "S.Farm.")),
    ("Pranata Komputer", ("Teknik Informatika", "S.Kom.")),
)
MASTERS = (("Magister Administrasi Publik", "M.A.P."), ("Magister Manajemen", "M.M."), ("Magister Ilmu Hukum", "M.H."),
           ("Magister Sains", "M.Si."))  # fmt: skip


@dataclass(frozen=True, slots=True)
class School:
    """A finished education. ``title`` is empty where none is borne behind the name."""

    level: str
    field: str
    institution: str
    year: int
    title: str


def schooling(rng: Random, degree: str, field: str, post_name: str, born: date) -> list[School]:
    """Return the educations that end with ``degree``, in the field of the work for seven in ten."""
    made = [
        School(
            "sma",
            rng.choice(("IPA", "IPS", "Administrasi Perkantoran")),
            f"SMA Negeri {rng.randint(1, 8)} Palu",
            born.year + 18,
            "",
        )
    ]
    if degree == "sma":
        return made
    pool = FIELDS[field] if rng.random() < 0.7 else FIELDS["umum"]
    subject, title = rng.choice(pool)
    subject, title = next((found for word, found in BY_POST if post_name.startswith(word)), (subject, title))
    title = "" if title in {"dr.", "drg."} else title
    campus = rng.choice(UNIVERSITIES)
    if degree == "d3":
        return [*made, School("d3", subject, campus, born.year + 21, "A.Md.")]
    made.append(School("s1", subject, campus, born.year + 23, title))
    if degree in {"s2", "s3"}:
        master, letters = rng.choice(MASTERS)
        made.append(School("s2", master, rng.choice(UNIVERSITIES), born.year + 32, letters))
    if degree == "s3":
        made.append(School("s3", "Ilmu Administrasi", rng.choice(UNIVERSITIES), born.year + 40, ""))
    return made
