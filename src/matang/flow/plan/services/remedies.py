"""What has to change for a requirement that was failed, and from which day on where its rule knows one.

A stored sentence is recognised by its template, so that answers kept before there were remedies have theirs as well.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.utils.translation import gettext_noop as _

from matang import rules
from matang.flow.plan.services.sayings import Stored, said, saying

RATINGS = [term.label for term in rules.FACTS["rating_last_year"].choices]
"""Ratings, the lowest first, as the sentences of the rule call them."""
APPRAISALS = rules.RULES["eligibility.has_good_appraisals"].criteria[0].failed
LAW = {
    "transfer.may_be_transferred": _("Terpenuhi dengan sendirinya mulai %(earliest)s, bila jabatan sekarang tetap dipegang."),
    "eligibility.has_enough_education": _("Ijazah paling rendah %(minimum)s tercatat di register."),
    "eligibility.has_high_enough_grade": _("Naik pangkat sampai golongan %(minimum)s atau lebih tinggi."),
    "eligibility.has_enough_field_experience": _("Pengalaman di bidang terkait genap %(minimum)s; sekarang %(months)s."),
    "eligibility.has_enough_prior_posts": _("Masa dalam jabatan yang dihitung genap %(minimum)s; sekarang %(time)s."),
    "eligibility.is_young_enough": _("Tidak dapat dipenuhi lagi: usia paling tinggi sudah tercapai pada %(last)s."),
    "eligibility.is_of_right_employment": _("Hanya berubah bila peraturan membuka jabatan %(post)s bagi %(kind)s."),
    "retirement.is_still_in_service": _("Tidak dapat dipenuhi lagi: masa pensiun mulai %(retirement)s."),
}
OWN = {
    "Tidak memangku jabatan definitif.": _("Memangku jabatan definitif pada jenjang yang menuju jabatan ini."),
    "Memangku jabatan ini sekarang; yang dicari adalah penggantinya.": _(
        "Tidak ada yang perlu berubah: jabatan ini sudah dipangku."
    ),
    "Sekarang %(kind)s; calon hanya diambil dari %(leads)s.": _(
        "Memangku dahulu jabatan pada salah satu jenjang ini: %(leads)s."
    ),
    "Sekarang %(kind)s di perangkat daerah lain; pejabat fungsional hanya menjadi calon di bidangnya sendiri.": _(
        "Bertugas dahulu di perangkat daerah jabatan ini."
    ),
    "Disyaratkan level %(asked)s; %(shown)s.": _("Ada bukti pasti untuk level %(asked)s; sekarang %(shown)s."),
    "Skenario ini hanya mengambil calon dari perangkat daerah jabatan itu sendiri.": _(
        "Bertugas di perangkat daerah itu, atau ada skenario lain yang mengambil calon lebih luas."
    ),
    "Skenario ini hanya mengambil calon dari pegawai yang disebut namanya.": _("Disebut sebagai calon dalam skenario lain."),
    "Skenario ini hanya mengambil calon dari daftar suksesi; pegawai ini tidak tercantum untuk jabatan ini.": _(
        "Masuk daftar suksesi untuk jabatan ini."
    ),
    "Pendidikannya di bawah %(least)s yang diminta skenario ini.": _("Ijazah paling rendah %(least)s tercatat di register."),
    "Ada pembatasan penempatan yang dicatat pejabat beserta alasannya; jabatan ini terkena.": _(
        "Pembatasan itu diubah atau dicabut oleh pejabat yang mencatatnya."
    ),
}
"""By the sentences of ``eligibility`` and ``conditions``; a test fails each of them once and asks for its remedy."""
REMEDIES = OWN | {rules.RULES[key].criteria[0].failed: text for key, text in LAW.items()}
TOO_SHORT = "Baru %(held)s bulan di jabatan sekarang; skenario ini meminta paling sedikit %(least)s bulan."
FROM_DAY = _("Terpenuhi dengan sendirinya mulai %(from)s, bila jabatan sekarang tetap dipegang.")
LONGER = _("Genap %(least)s bulan di jabatan sekarang.")
RATED = _("Predikat kinerja tahun %(years)s paling rendah %(minimum)s; terpenuhi paling awal %(from)s.")


def remedy(check: Mapping[str, Any], day: date) -> Stored | None:
    """Return what would meet a requirement failed on ``day``; None where nobody has put it in words.

    ``check`` needs its stored ``reason`` only.
    """
    reason = check["reason"]
    if not isinstance(reason, Mapping):
        return None
    template, places = str(reason["text"]), dict(reason["with"])
    if template == APPRAISALS:
        return _rated(places, day)
    if template == TOO_SHORT:
        return saying(FROM_DAY if "from" in places else LONGER, **places)
    return saying(REMEDIES[template], **places) if template in REMEDIES else None


def remedies(checks: Iterable[Mapping[str, Any]], day: date) -> list[str]:
    """Return the remedy of every failed requirement that has one, in the active language."""
    failed = [check for check in checks if check["verdict"] == "fail"]
    return [said(found) for check in failed if (found := remedy(check, day)) is not None]


def _rated(places: Mapping[str, Any], day: date) -> Stored:
    """Return which two years have to be rated well enough: a bad last year stays one of the two for a year more."""
    least = _rank(places["minimum"])
    first = day.year - 1 if _rank(places["last"]) >= least else day.year
    begin = {"date": date(first + 2, 1, 1).isoformat()}
    return saying(RATED, years=[first, first + 1], minimum=places["minimum"], **{"from": begin})


def _rank(rating: Any) -> int:
    """Return the rank of a rating, -1 for one that is not known."""
    label = rating.get("text") if isinstance(rating, Mapping) else rating
    return RATINGS.index(label) if label in RATINGS else -1
