"""Why a gap was answered or not, told from the stored code and numbers in the language of whoever reads."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from matang.flow.plan.models import DevelopmentLine, DevelopmentProposal
from matang.flow.plan.services.development.hours import hours_of
from matang.ui.formats import angka, rupiah

NOBODY = 10**9
CODES = (
    "chosen", "no_act", "no_level", "no_price", "past", "no_jp", "no_weight", "no_hours", "person_full", "hours_full", "clash",
    "full", "draw", "too_dear", "better", "fairness", "unproven",
)  # fmt: skip


def headings() -> dict[str, str]:
    """Return a short name of every reason, for summaries and filters."""
    return {
        "chosen": _("Dipilih"),
        "no_act": _("Belum ada kegiatan untuk kompetensinya"),
        "no_level": _("Ada kegiatan, tetapi bukan untuk levelnya"),
        "no_price": _("Biaya kegiatannya belum diketahui"),
        "past": _("Kegiatannya sudah lewat"),
        "no_jp": _("JP kegiatannya belum diketahui"),
        "no_weight": _("Kelompok jabatannya berbobot nol"),
        "no_hours": _("JP kegiatannya melebihi batas per orang"),
        "person_full": _("Batas kegiatan pegawai sudah tercapai"),
        "hours_full": _("Batas JP pegawai akan terlampaui"),
        "clash": _("Jadwalnya bertabrakan"),
        "full": _("Kursi penuh"),
        "draw": _("Nilainya sama; dana atau kursi tidak cukup"),
        "too_dear": _("Biayanya melebihi seluruh anggaran"),
        "better": _("Dana lebih berguna untuk kegiatan lain"),
        "fairness": _("Dana atau kursi untuk bagian minimal unit lain"),
        "unproven": _("Perhitungan berhenti lebih dulu"),
    }


def told(line: DevelopmentLine, proposal: DevelopmentProposal, acts: Mapping[str, Mapping[str, Any]]) -> str:
    """Return the reason of a line as a sentence. ``acts`` are the acts as the computation knew them, by key."""
    numbers = line.reason
    words = {
        "act": _name(acts, numbers.get("act")),
        "other": _name(acts, numbers.get("other")),
        "acts": ", ".join(_name(acts, key) for key in numbers.get("acts", [])),
        "value": angka(numbers.get("value", 0)),
        "lost": angka(numbers.get("lost", 0)),
        "price": rupiah(numbers["price"]) if numbers.get("price") else _("nol"),
        "left": rupiah(numbers.get("left", 0)),
        "budget": rupiah(proposal.budget),
        "start": line.start,
        "expected": line.expected,
        "most": proposal.most_acts,
        "hours": angka(_hours(acts.get(str(numbers.get("act"))), proposal)),
        "most_hours": angka(proposal.most_hours or 0),
    }
    nobody = line.why == "better" and numbers.get("lost", 0) >= NOBODY
    return (_alone() if nobody else _sentences()[line.why]) % words


def _name(acts: Mapping[str, Mapping[str, Any]], key: object) -> str:
    return str(acts[str(key)]["name"]) if str(key) in acts else ""


def _hours(act: Mapping[str, Any] | None, proposal: DevelopmentProposal) -> int:
    return (hours_of(act["kind"], act["hours"], proposal.as_at) or 0) if act else 0


def _alone() -> str:
    return _("%(act)s butuh %(price)s, sisa anggaran %(left)s, dan tidak ada kegiatan lain yang dapat dilepas untuk menutupnya.")


def _sentences() -> dict[str, str]:
    return {
        "chosen": _("Diharapkan naik dari level %(start)s ke %(expected)s; bernilai %(value)s poin; biaya per orang %(price)s."),
        "no_act": _("Katalog belum punya kegiatan untuk kompetensi ini."),
        "no_level": _("Katalog punya %(acts)s, tetapi tidak untuk yang mulai dari level %(start)s."),
        "no_price": _("%(acts)s cocok, tetapi biayanya belum diketahui; isi biayanya di katalog lalu hitung ulang."),
        "past": _("%(acts)s cocok, tetapi mulainya sudah lewat; isi jadwal baru di katalog lalu hitung ulang."),
        "no_jp": _("%(acts)s cocok, tetapi JP-nya belum diketahui, padahal JP per orang dibatasi."),
        "no_weight": _("Kelompok jabatan pegawai ini diberi bobot nol dalam usulan ini."),
        "no_hours": _("%(act)s %(hours)s JP, melebihi batas %(most_hours)s JP per orang."),
        "person_full": _("%(act)s cocok, tetapi pegawai ini sudah mendapat %(most)s kegiatan, batas per orang."),
        "hours_full": _("%(act)s (%(hours)s JP) cocok, tetapi bersama kegiatan lain melebihi batas %(most_hours)s JP per orang."),
        "clash": _("Jadwal %(act)s bertabrakan dengan %(other)s yang sudah dipilih untuk pegawai ini."),
        "full": _("Kursi %(act)s penuh: yang mendapat kursi bernilai sedikitnya %(lost)s poin, kebutuhan ini %(value)s poin."),
        "draw": _(
            "%(act)s bernilai %(value)s poin, sama dengan yang terpilih, tetapi dana atau kursi tidak cukup untuk keduanya. "
            "Di antara yang serupa, undian tetap yang menentukan."
        ),
        "too_dear": _("%(act)s butuh %(price)s, melebihi seluruh anggaran %(budget)s."),
        "better": _(
            "%(act)s butuh %(price)s, sisa anggaran %(left)s. Kegiatan lain senilai %(lost)s poin harus dilepas untuk itu, "
            "sedangkan kebutuhan ini bernilai %(value)s poin."
        ),
        "fairness": _(
            "%(act)s bernilai %(value)s poin, lebih dari %(lost)s poin yang dipertahankan, tetapi dana atau kursinya dipakai "
            "untuk bagian minimal perangkat daerah lain."
        ),
        "unproven": _("Perhitungan berhenti sebelum semua susunan dicoba; %(act)s mungkin masih dapat dipilih."),
    }
