# ruff: noqa: E501 - a sentence for people stands on one line
"""The codes of findings: stable names, how serious each is, what it means and the way out.

``docs/guides/import-codes.md`` repeats them.
"""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as now
from django.utils.translation import gettext_lazy as _


class Severity(StrEnum):
    """What happens to the row: not taken, taken once somebody answers, taken after a repair, taken with a remark."""

    REFUSED = "refused"
    ASKED = "asked"
    REPAIRED = "repaired"
    WARNED = "warned"


@dataclass(frozen=True, slots=True)
class Code:
    """A kind of finding. ``reason`` and ``way_out`` may name ``%(value)s`` and the finding's own arguments."""

    code: str
    severity: Severity
    title: str | Promise
    reason: str | Promise
    way_out: str | Promise


R, A, P, W = Severity.REFUSED, Severity.ASKED, Severity.REPAIRED, Severity.WARNED

CODES = {
    entry.code: entry
    for entry in (
        Code("nip_missing", R, _("NIP kosong"), _("NIP tidak diisi."), _("Isi NIP 18 angka.")),
        Code(
            "nip_as_number", R, _("NIP diketik sebagai angka"),
            _("NIP tersimpan sebagai angka (%(value)s), bukan teks: Excel hanya menyimpan 15 angka, sisanya hilang dan diganti nol."),
            _("Ubah format kolom NIP menjadi Teks, lalu ketik ulang NIP dari sumbernya; angka yang hilang tidak dapat dikembalikan."),
        ),
        Code("nip_not_digits", R, _("NIP berisi huruf"), _("NIP “%(value)s” berisi selain angka."), _("Ketik ulang NIP, hanya angka (huruf O bukan angka 0).")),
        Code("nip_17_digits", R, _("NIP 17 angka"), _("NIP “%(value)s” hanya 17 angka; seharusnya 18."), _("Lengkapi NIP dari SK atau kartu pegawai.")),
        Code(
            "nip_length", R, _("Panjang NIP salah"), _("NIP “%(value)s” berisi %(length)s angka; seharusnya 18 (NIP lama 9 angka tidak dipakai lagi)."),
            _("Ketik NIP 18 angka dari SK atau kartu pegawai."),
        ),
        Code(
            "nip_month_13", R, _("Bulan di NIP tidak ada"), _("Angka ke-13 dan 14 NIP “%(value)s” adalah bulan pengangkatan PNS, tetapi “%(month)s” bukan bulan."),
            _("Periksa NIP; bila ia PPPK, isi jenis pegawai PPPK."),
        ),
        Code("nip_sex_digit", R, _("Angka jenis kelamin di NIP salah"), _("Angka ke-15 NIP “%(value)s” harus 1 (laki-laki) atau 2 (perempuan)."), _("Periksa NIP pada SK.")),
        Code("nip_birth_invalid", R, _("Tanggal lahir di NIP tidak ada"), _("Delapan angka pertama NIP “%(value)s” bukan tanggal yang ada."), _("Periksa NIP pada SK.")),
        Code(
            "nip_birth_mismatch", R, _("NIP dan tanggal lahir berbeda"), _("Tanggal lahir %(value)s, tetapi menurut NIP %(in_nip)s."),
            _("Perbaiki yang salah: NIP atau tanggal lahir. Bila keduanya sesuai SK, kosongkan tanggal lahir dan laporkan ke BKN."),
        ),
        Code("birth_unparseable", R, _("Tanggal lahir tidak terbaca"), _("Tanggal lahir “%(value)s” bukan tanggal yang ada."), _("Tulis sebagai hari-bulan-tahun, contoh 31-01-1980.")),
        Code("name_missing", R, _("Nama kosong"), _("Nama tidak diisi."), _("Isi nama tanpa gelar.")),
        Code(
            "grade_unknown", R, _("Golongan tidak dikenal"), _("Golongan “%(value)s” bukan golongan %(kind)s."),
            _("Tulis golongan PNS seperti III/c, atau PPPK seperti IX."),
        ),
        Code("post_blank", R, _("Jabatan tidak diisi"), _("Nama jabatan tidak diisi."), _("Isi nama jabatan sesuai SK.")),
        Code("unit_blank", R, _("Unit kerja kosong"), _("Unit kerja tidak diisi."), _("Isi nama unit kerja.")),
        Code(
            "unit_unknown", R, _("Unit tidak dikenal"), _("Unit “%(value)s” tidak ada dalam daftar unit."),
            _("Pilih unit yang dimaksud pada halaman Cocokkan unit, tambahkan unitnya, atau perbaiki namanya."),
        ),
        Code(
            "unit_spelling", A, _("Ejaan unit berbeda"), _("Unit “%(value)s” tidak ditulis sama dengan unit yang dikenal. Barangkali: %(candidates)s."),
            _("Pastikan unitnya pada halaman Cocokkan unit; jabatannya baru dicatat sesudah itu."),
        ),
        Code(
            "unit_ambiguous", A, _("Nama unit dipakai beberapa unit"), _("Ada beberapa unit bernama “%(value)s”: %(candidates)s."),
            _("Pilih unitnya pada halaman Cocokkan unit, atau isi kolom perangkat daerah."),
        ),
        Code(
            "duplicate_row", R, _("Orang yang sama muncul lagi"), _("NIP %(value)s sudah ada pada sheet “%(first_sheet)s” baris %(first_row)s."),
            _("Simpan satu baris saja untuk satu orang."),
        ),
        Code("unit_code_missing", R, _("Kode unit kosong"), _("Kode unit tidak diisi."), _("Isi kode unit.")),
        Code("unit_name_missing", R, _("Nama unit kosong"), _("Nama unit tidak diisi."), _("Isi nama unit.")),
        Code("unit_code_twice", R, _("Kode unit berulang"), _("Kode %(value)s sudah ada pada baris %(first_row)s."), _("Beri kode lain, atau hapus barisnya.")),
        Code(
            "unit_name_twice", R, _("Unit berulang"), _("Unit “%(value)s” di bawah induk yang sama sudah ada pada baris %(first_row)s."),
            _("Hapus salah satu barisnya."),
        ),
        Code("unit_parent_unknown", R, _("Induk tidak dikenal"), _("Induk “%(value)s” tidak ada dalam berkas maupun register."), _("Tambahkan unit induknya, atau perbaiki namanya.")),
        Code("unit_parent_ambiguous", R, _("Induk tidak tunggal"), _("Ada beberapa unit bernama “%(value)s”."), _("Tulis kode induknya, bukan namanya.")),
        Code("unit_parent_refused", R, _("Induk ditolak"), _("Induk “%(value)s” sendiri ditolak."), _("Perbaiki dahulu baris induknya.")),
        Code("unit_cycle", R, _("Unit berputar"), _("Dengan induk “%(value)s” unit ini berada di bawah dirinya sendiri."), _("Perbaiki induknya.")),
        Code(
            "person_unknown", R, _("Pegawai tidak dikenal"), _("Tidak ada pegawai dengan NIP %(value)s di register."),
            _("Periksa NIP, atau catat pegawainya dahulu; lalu unggah baris ini lagi."),
        ),
        Code("appraisal_year_unreadable", R, _("Tahun tidak terbaca"), _("Tahun “%(value)s” bukan tahun penilaian."), _("Tulis tahun dengan empat angka, contoh 2025.")),
        Code(
            "appraisal_year_not_over", R, _("Tahun belum berakhir"), _("Penilaian tahun %(value)s baru dapat dicatat mulai 1 Januari %(next)s."),
            _("Periksa tahunnya, atau unggah lagi sesudah tahun itu berakhir."),
        ),
        Code(
            "appraisal_before_service", R, _("Tahun sebelum mulai bekerja"), _("Tahun %(value)s mendahului mulai bekerja pegawai ini, tahun %(start)s."),
            _("Periksa NIP dan tahunnya."),
        ),
        Code(
            "appraisal_rating_unknown", R, _("Predikat tidak dikenal"), _("“%(value)s” bukan predikat kinerja."), _("Tulis salah satu: %(names)s."),
        ),
        Code(
            "appraisal_twice", R, _("Penilaian yang sama muncul lagi"), _("NIP %(value)s tahun %(year)s sudah ada pada sheet “%(first_sheet)s” baris %(first_row)s."),
            _("Simpan satu baris saja untuk satu orang dan satu tahun."),
        ),
        Code(
            "appraisal_held_by_hand", R, _("Berbeda dari catatan petugas"),
            _("Berkas menyebut predikat %(year)s %(value)s, tetapi petugas sudah mencatat %(held)s; catatan petugas dipertahankan."),
            _("Bila berkas yang benar, ganti catatannya pada halaman pegawai."),
        ),
        Code("nip_apostrophe_spaces", P, _("NIP memakai tanda petik atau spasi"), _("NIP “%(value)s” dibaca sebagai %(read)s."), _("Tidak perlu tindakan.")),
        Code("name_newline", P, _("Nama memakai ganti baris"), _("Nama “%(value)s” dibaca sebagai “%(read)s”."), _("Tidak perlu tindakan.")),
        Code("birth_excel_serial", P, _("Tanggal lahir berupa angka Excel"), _("Tanggal lahir %(value)s dibaca sebagai %(read)s."), _("Tidak perlu tindakan.")),
        Code("date_excel_serial", P, _("Tanggal berupa angka Excel"), _("Angka %(value)s dibaca sebagai tanggal %(read)s."), _("Tidak perlu tindakan.")),
        Code(
            "acting_post", P, _("Pelaksana tugas atau pelaksana harian"), _("“%(value)s” dicatat sebagai %(holding)s pada jabatan “%(post)s”; jabatan definitif orang ini tidak berubah."),
            _("Tidak perlu tindakan."),
        ),
        Code(
            "start_in_future", W, _("TMT di masa depan"), _("TMT jabatan %(value)s belum tiba; orangnya dicatat, tetapi baru terhitung menjabat pada tanggal itu."),
            _("Periksa tahun TMT."),
        ),
        Code(
            "date_unparseable", W, _("Tanggal tidak terbaca"), _("“%(value)s” bukan tanggal yang ada dan dianggap tidak diketahui."),
            _("Tulis sebagai hari-bulan-tahun, contoh 01-04-2024."),
        ),
        Code(
            "inactive", W, _("Tidak aktif"), _("Kedudukan hukum “%(value)s”: orangnya dicatat, dan tidak diusulkan dalam penempatan."), _("Periksa kedudukan hukumnya."),
        ),
        Code(
            "state_unknown", W, _("Kedudukan hukum tidak dikenal"), _("Kedudukan hukum “%(value)s” tidak dikenal dan dicatat sebagai tidak aktif."),
            _("Pakai sebutan resmi, misalnya Aktif atau Cuti Luar Tanggungan Negara."),
        ),
        Code(
            "past_retirement", W, _("Melewati batas usia pensiun"), _("Lahir %(value)s: batas usia pensiun %(age)s tahun sudah lewat sejak %(since)s."),
            _("Periksa tanggal lahir, atau kedudukan hukumnya."),
        ),
        Code("sex_mismatch", W, _("Jenis kelamin berbeda dari NIP"), _("Jenis kelamin “%(value)s” berbeda dari angka ke-15 NIP; yang dipakai isi kolom."), _("Periksa yang mana benar.")),
        Code("appraisal_rating_missing", W, _("Predikat kosong"), _("Predikat tahun %(year)s tidak diisi; tidak ada yang dicatat."), _("Isi predikatnya bila sudah ada.")),
        Code(
            "appraisal_differs", W, _("Berbeda dari yang tercatat"), _("Predikat %(year)s yang tercatat %(held)s diganti menjadi %(value)s; yang lama tetap ada di jejak audit."),
            _("Periksa yang mana benar sebelum menyimpan."),
        ),
        Code("grade_missing", W, _("Golongan kosong"), _("Golongan tidak diisi dan dicatat sebagai tidak diketahui."), _("Isi golongan bila ada.")),
        Code(
            "older_than_register", W, _("Register lebih baru"), _("%(field)s “%(value)s” lebih lama daripada yang tercatat (“%(held)s” sejak %(since)s); yang tercatat dipertahankan."),
            _("Tidak perlu tindakan bila register benar; bila tidak, perbaiki TMT dalam berkas."),
        ),
        Code(
            "start_before_current", W, _("TMT lebih awal dari jabatan tercatat"),
            _("TMT %(value)s lebih awal daripada jabatan yang tercatat; perpindahannya dicatat mulai %(since)s."), _("Periksa TMT jabatan."),
        ),
        Code(
            "post_two_holders", W, _("Jabatan dipegang lebih dari satu orang"), _("Jabatan “%(value)s” pada tanggal yang sama juga dipegang %(other)s."),
            _("Periksa siapa yang definitif; pelaksana tugas dicatat tersendiri."),
        ),
    )
}  # fmt: skip


@dataclass(slots=True)
class Finding:
    """Something noticed in one cell. ``row`` is the row number that a spreadsheet shows."""

    sheet: str
    row: int
    column: str
    code: str
    value: str
    args: dict[str, Any] = field(default_factory=dict)

    @property
    def severity(self) -> Severity:
        """How serious it is."""
        return CODES[self.code].severity

    @property
    def words(self) -> dict[str, Any]:
        """The values that the texts name."""
        return {"value": self.value, **self.args}

    @property
    def reason(self) -> str:
        """Why, in a sentence."""
        return str(CODES[self.code].reason) % self.words

    @property
    def way_out(self) -> str:
        """What to do, in a sentence."""
        return str(CODES[self.code].way_out) % self.words

    @property
    def message(self) -> str:
        """Place, reason and way out together, naming the person where that is known."""
        place = now("Sheet “%(sheet)s” baris %(row)d") % {"sheet": self.sheet, "row": self.row}
        if self.column:
            place += now(", kolom %(column)s") % {"column": self.column}
        if person := self.args.get("person"):
            place += f" ({person})"
        return f"{place}: {self.reason} {self.way_out}"

    def as_json(self) -> dict[str, Any]:
        """Return the form that scripts read."""
        return {
            "sheet": self.sheet,
            "row": self.row,
            "column": self.column,
            "code": self.code,
            "severity": self.severity.value,
            "value": self.value,
            "message": self.message,
        }
