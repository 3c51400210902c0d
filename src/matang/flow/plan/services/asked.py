"""What a scenario asks and what its bounds cost, in words for pages and files."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from matang.flow.plan.choices import USUAL_KINDS, Pool
from matang.flow.plan.models import PlacementScenario
from matang.flow.register.public import EducationLevel, PostKind, Unit


def asked_lines(scenario: PlacementScenario) -> list[tuple[str, str]]:
    """Return what a scenario asks, line by line; only what was said."""
    lines = [(_("Lingkup"), scope_of(scenario))]
    kinds = [str(PostKind(kind).label) for kind in scenario.kinds or USUAL_KINDS]
    lines.append((_("Jenis jabatan"), ", ".join(kinds)))
    if scenario.post_ids:
        lines.append((_("Jabatan yang dipilih"), _("%(n)s jabatan") % {"n": len(scenario.post_ids)}))
    if scenario.retiring_within:
        lines.append((_("Pemangku segera pensiun"), _("dalam %(n)s bulan ikut") % {"n": scenario.retiring_within}))
    if scenario.pool != Pool.EVERYBODY:
        lines.append((_("Asal calon"), _pool(scenario)))
    if scenario.least_education:
        lines.append((_("Pendidikan paling rendah"), str(EducationLevel(scenario.least_education).label)))
    if scenario.least_months:
        lines.append((_("Masa paling singkat di jabatan sekarang"), _("%(n)s bulan") % {"n": scenario.least_months}))
    if scenario.most_moves is not None:
        lines.append((_("Perpindahan paling banyak"), str(scenario.most_moves)))
    if scenario.most_leaving is not None:
        lines.append((_("Keluar dari satu perangkat daerah paling banyak"), str(scenario.most_leaving)))
    return lines


def scope_of(scenario: PlacementScenario) -> str:
    """Return the units asked about, by name."""
    if scenario.units:
        names = Unit.objects.filter(pk__in=scenario.units).order_by("code").values_list("name", flat=True)
        return ", ".join(names)
    return scenario.unit.name if scenario.unit else _("Seluruh instansi")


def _pool(scenario: PlacementScenario) -> str:
    label = str(Pool(scenario.pool).label)
    if scenario.pool == Pool.LISTED:
        return f"{label}: {scenario.pool_list}"
    if scenario.pool == Pool.NAMED:
        return _("%(label)s (%(n)s orang)") % {"label": label, "n": len(scenario.pool_people)}
    return label


@dataclass(frozen=True, slots=True)
class Costs:
    """The prices of a scenario's bounds. ``leaving`` is by name of the OPD; ``vacancy`` is what filling a post is worth."""

    move: int
    leaving: list[tuple[str, int]]
    vacancy: int
    tie: bool

    def of_path(self, path: str, names: dict[str, str]) -> int:
        """Return what a move costs somebody who serves in the unit with this path."""
        opd = path.split("/")[1] if path.startswith("/") else ""
        return self.move + dict(self.leaving).get(names.get(opd, opd), 0)


def costs_of(scenario: PlacementScenario) -> Costs | None:
    """Return the prices of a scenario's bounds, None where nothing is held back."""
    result = getattr(scenario, "result", None)
    stored = result.costs if result is not None else {}
    if not stored:
        return None
    keys = [int(key) for key in stored["leaving"] if key.isdecimal()]
    names = {str(key): name for key, name in Unit.objects.filter(pk__in=keys).values_list("pk", "name")}
    leaving = [(names.get(key, key), int(cost)) for key, cost in stored["leaving"].items()]
    return Costs(int(stored["move"]), sorted(leaving), int(stored["vacancy"]), bool(stored["tie"]))
