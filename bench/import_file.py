# ruff: noqa: E501, SIM905 - tables read best as tables
"""Write an export of any number of invented civil servants, with the 69 columns of the national system."""

from pathlib import Path
from random import Random

import xlsxwriter

HEADINGS = (
    "PNS ID|NIP BARU|NIP LAMA|NAMA|GELAR DEPAN|GELAR BELAKANG|TEMPAT LAHIR ID|TEMPAT LAHIR NAMA|TANGGAL LAHIR|JENIS KELAMIN|AGAMA ID|"
    "AGAMA NAMA|JENIS KAWIN ID|JENIS KAWIN NAMA|NIK|NOMOR HP|EMAIL|EMAIL GOV|ALAMAT|NPWP NOMOR|BPJS|JENIS PEGAWAI ID|JENIS PEGAWAI NAMA|"
    "KEDUDUKAN HUKUM ID|KEDUDUKAN HUKUM NAMA|STATUS CPNS PNS|KARTU ASN VIRTUAL|NOMOR SK CPNS|TANGGAL SK CPNS|TMT CPNS|NOMOR SK PNS|"
    "TANGGAL SK PNS|TMT PNS|GOL AWAL ID|GOL AWAL NAMA|GOL AKHIR ID|GOL AKHIR NAMA|TMT GOLONGAN|MK TAHUN|MK BULAN|JENIS JABATAN ID|"
    "JENIS JABATAN NAMA|JABATAN ID|JABATAN NAMA|TMT JABATAN|TINGKAT PENDIDIKAN ID|TINGKAT PENDIDIKAN NAMA|PENDIDIKAN ID|PENDIDIKAN NAMA|"
    "TAHUN LULUS|KPKN ID|KPKN NAMA|LOKASI KERJA ID|LOKASI KERJA NAMA|UNOR ID|UNOR NAMA|INSTANSI INDUK ID|INSTANSI INDUK NAMA|"
    "INSTANSI KERJA ID|INSTANSI KERJA NAMA|SATUAN KERJA INDUK ID|SATUAN KERJA INDUK NAMA|SATUAN KERJA KERJA ID|SATUAN KERJA KERJA NAMA|"
    "IS VALID NIK|NAMA SEKOLAH|FLAG IKD|ESELON ID|ESELON NAMA"
).split("|")
OPDS, BELOW = 30, 10
UNITS = "\n".join(
    ["KODE;ORGANISASI;INDUK;JENIS"]
    + [f"{top:02d};Dinas Contoh {top};;Dinas" for top in range(OPDS)]
    + [f"{top:02d}.{low};Unit {low} Dinas Contoh {top};{top:02d};Unit" for top in range(OPDS) for low in range(BELOW)]
)
POSTS = (
    ("Guru Ahli Pertama", "Jabatan Fungsional"), ("Perawat Terampil", "Jabatan Fungsional"), ("Perencana Ahli Muda", "Jabatan Fungsional"),
    ("Pengolah Data dan Informasi", "Jabatan Pelaksana"), ("Pengadministrasi Perkantoran", "Jabatan Pelaksana"),
)  # fmt: skip
GRADES = ("II/c", "II/d", "III/a", "III/b", "III/c", "III/d", "IV/a", "IV/b")


def write_export(path: Path, rows: int) -> None:
    """Write ``rows`` faultless people, always the same ones, to an xlsx file."""
    random = Random(20261121)
    at = {heading: column for column, heading in enumerate(HEADINGS)}
    with xlsxwriter.Workbook(path, {"constant_memory": True, "strings_to_numbers": False}) as book:
        sheet = book.add_worksheet("Data Utama")
        sheet.write_row(0, 0, HEADINGS)
        for number in range(rows):
            line = [""] * len(HEADINGS)
            for heading, value in person(number, random).items():
                line[at[heading]] = value
            sheet.write_row(number + 1, 0, line)


def person(number: int, random: Random) -> dict[str, str]:
    """Return the filled cells of one invented person; ``number`` below 12 million makes the NIP unique."""
    year, month, day = 1970 + number % 30, 1 + number // 30 % 12, 1 + number // 360 % 28
    start = (2000 + number // 10_080 % 20, 1 + number // 201_600 % 12)
    sex, serial = 1 + number % 2, 1 + number // 2_419_200 % 999
    top, low = random.randrange(OPDS), random.randrange(BELOW)
    post, post_type = random.choice(POSTS)
    return {
        "PNS ID": f"X-{number:08d}",
        "NIP BARU": f"{year}{month:02d}{day:02d}{start[0]}{start[1]:02d}{sex}{serial:03d}",
        "NAMA": f"Orang Contoh Nomor {number}",
        "GELAR BELAKANG": "S.Kom.",
        "TEMPAT LAHIR NAMA": "Palu",
        "TANGGAL LAHIR": f"{day:02d}-{month:02d}-{year}",
        "JENIS KELAMIN": "M" if sex == 1 else "F",
        "AGAMA NAMA": "(dibuang)",
        "NIK": "(dibuang)",
        "ALAMAT": f"(dibuang) {number}",
        "JENIS PEGAWAI NAMA": "PNS Daerah",
        "KEDUDUKAN HUKUM NAMA": "Aktif",
        "STATUS CPNS PNS": "PNS",
        "TMT CPNS": f"01-{start[1]:02d}-{start[0]}",
        "TMT PNS": f"01-{start[1]:02d}-{start[0] + 1}",
        "GOL AKHIR NAMA": random.choice(GRADES),
        "TMT GOLONGAN": "01-04-2024",
        "MK TAHUN": "10",
        "MK BULAN": str(number % 12),
        "JENIS JABATAN NAMA": post_type,
        "JABATAN NAMA": post,
        "TMT JABATAN": f"01-{1 + number % 12:02d}-{2018 + number % 8}",
        "TINGKAT PENDIDIKAN NAMA": "S-1/Sarjana",
        "PENDIDIKAN NAMA": "S-1 Ilmu Komputer",
        "TAHUN LULUS": str(1995 + number % 25),
        "LOKASI KERJA NAMA": "Kota Palu",
        "UNOR NAMA": f"Unit {low} Dinas Contoh {top}",
        "INSTANSI INDUK NAMA": "Pemerintah Kota Contoh",
        "INSTANSI KERJA NAMA": "Pemerintah Kota Contoh",
        "SATUAN KERJA INDUK NAMA": f"Dinas Contoh {top}",
        "SATUAN KERJA KERJA NAMA": f"Dinas Contoh {top}",
        "IS VALID NIK": "1",
        "FLAG IKD": "1",
    }
