# ruff: noqa: E501 - lists of headings read best as lists
"""What we read from a personnel file, the headings it hides under, and the headings we never keep."""

import re
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_OTHER = re.compile(r"[^A-Z0-9]+")


def plain(heading: str) -> str:
    """Return a heading without case, punctuation and line breaks: ``"nip_Baru."`` → ``"NIP BARU"``."""
    return _OTHER.sub(" ", _CAMEL.sub(" ", heading).upper()).strip()


@dataclass(frozen=True, slots=True)
class Field:
    """A fact that we read. ``headings`` are plain headings, the surest first."""

    key: str
    label: str | Promise
    headings: tuple[str, ...]


FIELDS = (
    Field("nip", _("NIP"), ("NIP BARU", "NIP", "NOMOR INDUK PEGAWAI", "NI PPPK", "NIP NI PPPK", "NIP PEGAWAI", "NIP NIPPPK")),
    Field("name", _("Nama"), ("NAMA", "NAMA PEGAWAI", "NAMA LENGKAP", "NAMA NIP", "NAMA TTL", "NAMA DAN NIP", "NAMA ASN")),
    Field("title_front", _("Gelar depan"), ("GELAR DEPAN",)),
    Field("title_back", _("Gelar belakang"), ("GELAR BELAKANG", "GELAR")),
    Field("birth_place", _("Tempat lahir"), ("TEMPAT LAHIR NAMA", "TEMPAT LAHIR", "TMP LAHIR")),
    Field("birth_date", _("Tanggal lahir"), ("TANGGAL LAHIR", "TGL LAHIR", "TGL LHR")),
    Field("birth", _("Tempat dan tanggal lahir (TTL)"), ("TTL", "TEMPAT TANGGAL LAHIR", "TEMPAT TGL LAHIR", "TEMPAT DAN TANGGAL LAHIR")),
    Field("sex", _("Jenis kelamin"), ("JENIS KELAMIN", "JK", "L P", "KELAMIN")),
    Field("sex_male", _("Tanda laki-laki (L)"), ("JENIS KELAMIN L",)),
    Field("sex_female", _("Tanda perempuan (P)"), ("JENIS KELAMIN P",)),
    Field("kind", _("Jenis pegawai"), ("JENIS PEGAWAI NAMA", "JENIS PEGAWAI", "JENIS KEPEGAWAIAN", "STATUS KEPEGAWAIAN")),
    Field("status", _("Status CPNS/PNS"), ("STATUS CPNS PNS", "STATUS PEGAWAI")),
    Field("state", _("Kedudukan hukum"), ("KEDUDUKAN HUKUM NAMA", "KEDUDUKAN HUKUM", "KEDUDUKAN PEGAWAI")),
    Field("service_start", _("TMT CPNS/PPPK"), ("TMT CPNS", "TMT PPPK", "TMT MASUK", "TMT CPNS PPPK")),
    Field(
        "grade",
        _("Golongan"),
        ("GOL AKHIR NAMA", "GOL RUANG", "PANGKAT GOL RUANG", "PANGKAT GOL", "GOLONGAN", "GOL", "GOLONGAN RUANG", "GOLONGAN AKHIR"),
    ),
    Field("grade_room", _("Ruang"), ("RUANG",)),
    Field("grade_from", _("TMT golongan"), ("TMT GOLONGAN", "TMT GOLONGAN AKHIR", "TMT PANGKAT", "TMT GOL")),
    Field("post_type", _("Jenis jabatan"), ("JENIS JABATAN NAMA", "JENIS JABATAN")),
    Field(
        "post",
        _("Jabatan"),
        ("JABATAN NAMA", "NAMA JABATAN", "JABATAN", "JABATAN STRUKTURAL", "JABATAN SRUKTURAL", "JABATAN FUNGSIONAL", "JFT", "PELAKSANA"),
    ),
    Field("post_from", _("TMT jabatan"), ("TMT JABATAN", "TMT JAB")),
    Field("unit", _("Unit kerja"), ("UNOR NAMA", "UNIT KERJA", "UNOR", "BIDANG SEKSI SUBBAG", "TEMPAT TUGAS", "UNIT ORGANISASI")),
    Field(
        "parent_unit",
        _("Perangkat daerah (induk)"),
        ("SATUAN KERJA KERJA NAMA", "SATUAN KERJA INDUK NAMA", "UNOR INDUK NAMA", "UNOR INDUK", "OPD", "PERANGKAT DAERAH", "SKPD"),
    ),
    Field("echelon", _("Eselon"), ("ESELON NAMA", "ESELON", "ESLON")),
    Field("education_level", _("Tingkat pendidikan"), ("TINGKAT PENDIDIKAN NAMA", "TINGKAT PENDIDIKAN", "TK IJAZAH", "TK PENDIDIKAN")),
    Field(
        "education",
        _("Pendidikan"),
        ("PENDIDIKAN NAMA", "PENDIDIKAN TERAKHIR NAMA", "PENDIDIKAN TERAKHIR", "NAMA PEND TERAKHIR", "PENDIDIKAN", "PEND AKHIR", "JURUSAN"),
    ),
    Field("education_year", _("Tahun lulus"), ("TAHUN LULUS", "THN LULUS", "T LLS", "TH LULUS")),
    Field("school", _("Nama sekolah"), ("NAMA SEKOLAH", "SEKOLAH", "PERGURUAN TINGGI")),
)  # fmt: skip
BY_KEY = {field.key: field for field in FIELDS}

# Headings of the national export that we keep in the copy but do not read. Naming them keeps near matches away:
# "TMT PNS" is two letters from "TMT CPNS".
KNOWN_UNREAD = frozenset(
    """PNS ID|NIP LAMA|TEMPAT LAHIR ID|EMAIL GOV|JENIS PEGAWAI ID|KEDUDUKAN HUKUM ID|NOMOR SK CPNS|TANGGAL SK CPNS|NOMOR SK PNS
    |TANGGAL SK PNS|TMT PNS|GOL AWAL ID|GOL AWAL NAMA|GOL AKHIR ID|MK TAHUN|MK BULAN|JENIS JABATAN ID|JABATAN ID
    |TINGKAT PENDIDIKAN ID|PENDIDIKAN ID|KPKN ID|KPKN NAMA|LOKASI KERJA ID|LOKASI KERJA NAMA|UNOR ID|INSTANSI INDUK ID
    |INSTANSI INDUK NAMA|INSTANSI KERJA ID|INSTANSI KERJA NAMA|SATUAN KERJA INDUK ID|SATUAN KERJA KERJA ID|IS VALID NIK
    |FLAG IKD|ESELON ID|NO|NO URUT|KET|KETERANGAN|USIA|USIA THN""".replace("\n    ", "").split("|")
)

# Parts of a second heading level, by words that stand in the first: ("PANGKAT TERAKHIR", "TMT") is the grade's date.
GROUPS: tuple[tuple[tuple[str, ...], dict[str, str]], ...] = (
    (("KELAMIN", "JK"), {"L": "sex_male", "P": "sex_female", "LK": "sex_male", "PR": "sex_female"}),
    (("PANGKAT", "PKT"), {"GOL RUANG": "grade", "GOL": "grade", "GOLONGAN": "grade", "RUANG": "grade_room", "TMT": "grade_from"}),
    (("JABATAN",), {"NAMA": "post", "NAMA JABATAN": "post", "TMT": "post_from", "ESELON": "echelon", "ESLON": "echelon"}),
    (
        ("PEND", "PENDIDIKAN", "IJAZAH"),
        {
            "JURUSAN": "education", "ASAL": "school", "NAMA": "education", "T LLS": "education_year", "TAHUN": "education_year",
            "LULUS": "education_year", "THN LULUS": "education_year", "TK IJAZAH": "education_level", "TINGKAT": "education_level",
        },
    ),
)  # fmt: skip

SENSITIVE = frozenset(
    """NIK|NO KTP|NOMOR KTP|KTP|NO NIK|NOMOR NIK|NOMOR INDUK KEPENDUDUKAN|NO KK|NOMOR KK|KARTU KELUARGA|NPWP|NPWP NOMOR|NO NPWP|NOMOR NPWP
    |BPJS|NO BPJS|NOMOR BPJS|BPJS KESEHATAN|NO BPJS KESEHATAN|BPJS KETENAGAKERJAAN|ASKES|NO ASKES|TASPEN|NOMOR HP|NO HP|HP|HANDPHONE
    |NO HANDPHONE|NOMOR HANDPHONE|TELEPON|NO TELEPON|NOMOR TELEPON|NO TELP|TELP|NO TLP|NO WA|NOMOR WA|WHATSAPP|NO WHATSAPP|EMAIL|E MAIL
    |EMAIL PRIBADI|ALAMAT EMAIL|ALAMAT|ALAMAT RUMAH|ALAMAT TINGGAL|ALAMAT DOMISILI|ALAMAT LENGKAP|AGAMA|AGAMA ID|AGAMA NAMA|JENIS KAWIN
    |JENIS KAWIN ID|JENIS KAWIN NAMA|STATUS KAWIN|STATUS PERKAWINAN|STATUS PERNIKAHAN|STATUS NIKAH|KARTU ASN VIRTUAL|NO REKENING
    |NOMOR REKENING|REKENING|NAMA IBU KANDUNG|IBU KANDUNG|GOLONGAN DARAH|GOL DARAH""".replace("\n    ", "").split("|")
)


def sensitive(*parts: str) -> bool:
    """True when a heading, one of its levels or all levels together name something that is never kept."""
    words = [plain(part) for part in parts if part]
    return any(word in SENSITIVE for word in (*words, " ".join(words)))
