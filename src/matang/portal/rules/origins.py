"""Where the facts that rules ask for come from: which page of the register holds them, or that nothing does yet."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from matang import rules
from matang.portal.rules.words import begun, fact_label, term, told
from matang.ui.navigation import address

REGISTER, POSTS = "register:people", "register:posts"
ORIGINS: dict[str, tuple[str | Promise, str]] = {
    "nip": (_("Daftar: biodata pegawai"), REGISTER),
    "employment_kind": (_("Daftar: biodata pegawai"), REGISTER),
    "birth_date": (_("Daftar: biodata pegawai"), REGISTER),
    "education": (_("Daftar: riwayat pendidikan pegawai"), REGISTER),
    "grade": (_("Daftar: riwayat pangkat pegawai"), REGISTER),
    "post_since": (_("Daftar: riwayat jabatan pegawai"), REGISTER),
    "held_kind": (_("Daftar: jabatan yang sedang dipegang pegawai"), REGISTER),
    "rating_last_year": (_("Daftar: penilaian kinerja pegawai"), REGISTER),
    "rating_year_before": (_("Daftar: penilaian kinerja pegawai"), REGISTER),
    "post_kind": (_("Daftar: jenis jabatan yang dituju"), POSTS),
    "jpm_shown": (_("Kebutuhan: bukti kompetensi pegawai"), ""),
    "jpm_required": (_("Kebutuhan: standar kompetensi jabatan"), ""),
}
SERVED: tuple[str | Promise, str] = (_("Daftar: dijumlahkan dari riwayat jabatan pegawai"), REGISTER)
NOWHERE: tuple[str | Promise, str] = (_("Belum tercatat di Matang; dianggap belum diketahui sampai diisi"), "")


@dataclass(frozen=True, slots=True)
class Asked:
    """A fact that a rule asks for: its name, how it is given, and where it comes from (``href`` empty: no page)."""

    label: str
    given: str
    origin: str
    href: str


KINDS: dict[rules.Kind, str | Promise] = {
    rules.Kind.DATE: _("tanggal"),
    rules.Kind.LEVEL: _("tingkat"),
    rules.Kind.CHOICE: _("pilihan"),
    rules.Kind.TEXT: _("teks"),
    rules.Kind.NUMBER: _("angka"),
}


def asked_by(facts: tuple[rules.Fact, ...]) -> tuple[Asked, ...]:
    """Return facts with their origin, in the order of asking."""
    return tuple(_asked(fact) for fact in facts)


def _asked(fact: rules.Fact) -> Asked:
    origin, name = ORIGINS.get(fact.key, SERVED if fact.key.startswith("months_as_") else NOWHERE)
    given = term(fact.unit) if fact.unit else str(KINDS[fact.kind])
    return Asked(begun(fact_label(fact)), told(given), str(origin), address(name) if name else "")
