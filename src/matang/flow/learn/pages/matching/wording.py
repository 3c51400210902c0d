"""What stood between an applicant and a place, in words: for the applicant, without anybody else's name."""

from collections.abc import Mapping

from django.utils.translation import gettext as _

from matang.flow.learn.models import RoundPlace
from matang.ui.formats import angka


def place_name(place: RoundPlace) -> str:
    """Return ``Kota Contoh, gelombang 1``."""
    return f"{place.host}, {place.period}"


def why_not(row: Mapping[str, object]) -> str:
    """Return why a wish was not had, from the engine's codes and numbers; and what would have been enough."""
    bar, points, needed = str(row["bar"]), int(str(row["points"])), row["needed"]
    region = str(row.get("region_name") or _("daerahnya"))
    more = ""
    if needed is not None and bar in {"full", "reserved", "place_ceiling", "region_ceiling", "kind_ceiling"}:
        more = " " + _("Dengan %(needed)s poin kursinya didapat; kurang %(missing)s.") % {
            "needed": angka(int(str(needed))), "missing": angka(int(str(row["missing"]))),
        }  # fmt: skip
    said = {
        "full": _("Semua kursi diisi pelamar dengan poin lebih tinggi dari %(points)s."),
        "draw": _("Poin pelamar terakhir sama, %(points)s; undian menempatkannya lebih dulu."),
        "reserved": _("Kursi yang tersisa didahulukan bagi daerah tertinggal; kursi terbuka diisi poin di atas %(points)s."),
        "place_ceiling": _("Batas %(region)s di tempat ini sudah penuh."),
        "region_ceiling": _("Batas peserta dari %(region)s sudah penuh."),
        "kind_ceiling": _("Batas %(region)s di tuan rumah sejenis ini sudah penuh."),
        "no_seats": _("Tempat ini tidak menawarkan kursi."),
        "shut": _("Tempat ini ditutup karena peminatnya kurang dari jumlah paling sedikit."),
        "greater_sum": _(
            "Kursinya menambah lebih banyak kebutuhan bila diisi orang lain, karena itu ia ditempatkan di tempat lain."
        ),
    }
    return said[bar] % {"points": angka(points), "region": region} + more
