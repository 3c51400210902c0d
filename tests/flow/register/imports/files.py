# ruff: noqa: E501, SIM905 - tables read best as tables
"""Personnel files as agencies send them, made here. Everybody is invented."""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

import xlsxwriter

DAY = date(2026, 11, 21)
SECRET = "7271019999990001"  # stands in every column that must never be kept
UNREAD = "MK TAHUN"
SIASN = (
    "PNS ID|NIP BARU|NIP LAMA|NAMA|GELAR DEPAN|GELAR BELAKANG|TEMPAT LAHIR ID|TEMPAT LAHIR NAMA|TANGGAL LAHIR|JENIS KELAMIN|AGAMA ID|"
    "AGAMA NAMA|JENIS KAWIN ID|JENIS KAWIN NAMA|NIK|NOMOR HP|EMAIL|EMAIL GOV|ALAMAT|NPWP NOMOR|BPJS|JENIS PEGAWAI ID|JENIS PEGAWAI NAMA|"
    "KEDUDUKAN HUKUM ID|KEDUDUKAN HUKUM NAMA|STATUS CPNS PNS|KARTU ASN VIRTUAL|NOMOR SK CPNS|TANGGAL SK CPNS|TMT CPNS|NOMOR SK PNS|"
    "TANGGAL SK PNS|TMT PNS|GOL AWAL ID|GOL AWAL NAMA|GOL AKHIR ID|GOL AKHIR NAMA|TMT GOLONGAN|MK TAHUN|MK BULAN|JENIS JABATAN ID|"
    "JENIS JABATAN NAMA|JABATAN ID|JABATAN NAMA|TMT JABATAN|TINGKAT PENDIDIKAN ID|TINGKAT PENDIDIKAN NAMA|PENDIDIKAN ID|PENDIDIKAN NAMA|"
    "TAHUN LULUS|KPKN ID|KPKN NAMA|LOKASI KERJA ID|LOKASI KERJA NAMA|UNOR ID|UNOR NAMA|INSTANSI INDUK ID|INSTANSI INDUK NAMA|"
    "INSTANSI KERJA ID|INSTANSI KERJA NAMA|SATUAN KERJA INDUK ID|SATUAN KERJA INDUK NAMA|SATUAN KERJA KERJA ID|SATUAN KERJA KERJA NAMA|"
    "IS VALID NIK|NAMA SEKOLAH|FLAG IKD|ESELON ID|ESELON NAMA"
).split("|")
DROPPED = (
    "AGAMA ID|AGAMA NAMA|JENIS KAWIN ID|JENIS KAWIN NAMA|NIK|NOMOR HP|EMAIL|ALAMAT|NPWP NOMOR|BPJS|KARTU ASN VIRTUAL"
).split("|")
UNITS = (
    ("U1", "Dinas Kesehatan", "", "Dinas"),
    ("U2", "Puskesmas Contoh", "Dinas Kesehatan", "Puskesmas"),
    ("U3", "Badan Kepegawaian dan Pengembangan Sumber Daya Manusia Daerah", "", "Badan"),
    ("U4", "Kelurahan Panawu", "", "Kelurahan"),
    ("U5", "SD Negeri 5 Contoh", "", "Sekolah"),
    ("U6", "SD Negeri 50 Contoh", "", "Sekolah"),
)


def nip(number: int, birth: str = "19800131", start: str = "200501", sex: str = "2") -> str:
    """Return a well-formed number; ``number`` makes it unlike the others."""
    return f"{birth}{start}{sex}{number:03d}"


def person(number: int, **cells: Any) -> dict[str, Any]:
    """Return a faultless SIASN row; ``cells`` (heading with _ for blanks) replaces what it names."""
    row: dict[str, Any] = dict.fromkeys(SIASN, "") | dict.fromkeys(DROPPED, SECRET)
    row |= {
        "PNS ID": f"X-{number}",
        "NIP BARU": nip(number),
        "NAMA": f"Orang Contoh {number}",
        "GELAR BELAKANG": "S.Kom.",
        "TEMPAT LAHIR NAMA": "Palu",
        "TANGGAL LAHIR": "31-01-1980",
        "JENIS KELAMIN": "F",
        "JENIS PEGAWAI NAMA": "PNS Daerah",
        "KEDUDUKAN HUKUM NAMA": "Aktif",
        "STATUS CPNS PNS": "PNS",
        "TMT CPNS": "01-01-2005",
        "GOL AKHIR NAMA": "III/c",
        "TMT GOLONGAN": "01-04-2024",
        "JENIS JABATAN NAMA": "Jabatan Pelaksana",
        "JABATAN NAMA": "Pengolah Data dan Informasi",
        "TMT JABATAN": "01-03-2022",
        "TINGKAT PENDIDIKAN NAMA": "S-1/Sarjana",
        "PENDIDIKAN NAMA": "S-1 Ilmu Komputer",
        "TAHUN LULUS": "2003",
        "UNOR NAMA": "Puskesmas Contoh",
        "INSTANSI KERJA NAMA": "Pemerintah Kota Contoh",
        "SATUAN KERJA KERJA NAMA": "Dinas Kesehatan",
    }
    return row | {key.replace("_", " "): value for key, value in cells.items()}


def pppk(number: int, **cells: Any) -> dict[str, Any]:
    """Return a faultless PPPK row."""
    own = {
        "NIP_BARU": nip(number, start="202321"), "JENIS_PEGAWAI_NAMA": "PPPK Daerah", "KEDUDUKAN_HUKUM_NAMA": "PPPK Aktif",
        "STATUS_CPNS_PNS": "PPPK", "TMT_CPNS": "01-03-2023", "GOL_AKHIR_NAMA": "IX", "TMT_GOLONGAN": "01-03-2023",
    }  # fmt: skip
    return person(number, **(own | cells))


def book(sheets: Mapping[str, Sequence[Sequence[Any]]], merges: Iterable[tuple[str, int, int, int, int]] = ()) -> bytes:
    """Return a workbook; text stays text, numbers stay numbers, dates become dates."""
    buffer = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(buffer, options) as made:
        day = made.add_format({"num_format": "dd/mm/yyyy"})
        for name, rows in sheets.items():
            page = made.add_worksheet(name)
            for number, row in enumerate(rows):
                for column, value in enumerate(row):
                    if isinstance(value, date):
                        page.write_datetime(number, column, value, day)
                    elif value not in {"", None}:
                        page.write(number, column, value)
            for sheet, top, left, bottom, right in merges:
                if sheet == name:
                    page.merge_range(top, left, bottom, right, rows[top][left])
    return buffer.getvalue()


def siasn(rows: Sequence[Mapping[str, Any]], headings: Sequence[str] = tuple(SIASN), sheet: str = "Data Utama") -> bytes:
    """Return a flat export with these columns in this order."""
    return book({sheet: [list(headings), *[[row[heading] for heading in headings] for row in rows]]})


def csv_file(rows: Sequence[Mapping[str, Any]], headings: Sequence[str], separator: str = ";", encoding: str = "utf-8") -> bytes:
    """Return the same as text."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=separator)
    writer.writerow(headings)
    writer.writerows([[row[heading] for heading in headings] for row in rows])
    return text.getvalue().encode(encoding)


DUK_TOP = ["NO", "NAMA / NIP", "JENIS KELAMIN", "", "PANGKAT TERAKHIR", "", "JABATAN", "", "PEND AHKIR", "", "", "KET"]
DUK_BELOW = ["", "", "L", "P", "GOL/RUANG", "TMT", "NAMA", "TMT", "JURUSAN", "T.LLS", "TK.IJAZAH", ""]
DUK_MERGED = ((4, 0, 5, 0), (4, 1, 5, 1), (4, 2, 4, 3), (4, 4, 4, 5), (4, 6, 4, 7), (4, 8, 4, 10), (4, 11, 5, 11))


def duk_person(number: int, written_nip: str = "", **cells: str) -> list[list[Any]]:
    """Return the two rows of a person in a DUK."""
    facts = {
        "name": f"Orang Duk {number} S.Sos.", "grade": "III/d", "grade_from": "01/05/2024", "post": "Pengadministrasi Perkantoran",
        "post_from": "01/07/2023", "unit": "Puskesmas Contoh",
    } | cells  # fmt: skip
    upper = [
        number, facts["name"], "", 1, facts["grade"], facts["grade_from"], facts["post"], facts["post_from"], "S-1 Akuntansi", "2002",
        "S-1/Sarjana", facts["unit"],
    ]  # fmt: skip
    return [upper, ["", f"NIP. {written_nip or nip(number)}"]]


def duk(sheets: Mapping[str, tuple[Sequence[list[list[Any]]], int | None]]) -> bytes:
    """Return a DUK: for each sheet its people and what its total row states (None = no such row)."""
    pages: dict[str, list[list[Any]]] = {}
    merges: list[tuple[str, int, int, int, int]] = []
    for name, (people, total) in sheets.items():
        rows: list[list[Any]] = [["DAFTAR URUT KEPANGKATAN APARATUR SIPIL NEGARA"], ["PEMERINTAH KOTA CONTOH"], [], []]
        rows += [DUK_TOP, DUK_BELOW, [*range(1, len(DUK_TOP) + 1)]]
        rows += [line for pair in people for line in pair]
        if total is not None:
            rows.append(["", "JUMLAH", 0, total, total])
        pages[name] = rows
        merges += [(name, 0, 0, 0, 11), *[(name, *area) for area in DUK_MERGED]]
    return book(pages, merges)


def unit_file(rows: Iterable[Sequence[str]] = UNITS) -> bytes:
    """Return a file of units."""
    return "\n".join(["KODE;ORGANISASI;INDUK;JENIS", *[";".join(row) for row in rows]]).encode()
