"""What a scenario asks, checked before anything is kept."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from matang.flow.plan.choices import (
    DEFAULT_WEIGHTS,
    HIGHEST_WEIGHT,
    PROPOSABLE_KINDS,
    RETIRING_CHOICES,
    USUAL_KINDS,
    Pool,
    Weight,
)
from matang.flow.plan.models import SuccessionListing
from matang.flow.register.public import EDUCATION_RANK, Person, Unit, ids_of
from matang.foundation.access.answers import refuse

LONGEST = 600
"""Months in a post that a scenario may ask for, at most."""


@dataclass(frozen=True, slots=True)
class Question:
    """What a scenario asks. ``kinds`` empty = the managerial ones; ``weights`` empty = the usual ones.

    ``unit_id`` and ``more_units`` are the units asked about, with those below them (none = the whole agency); ``posts``
    picks single posts of them (empty = all that are open). ``retiring_within`` asks also for posts whose holders retire
    within so many months. The rest is what ``PlacementScenario`` says.
    """

    name: str
    unit_id: int | None = None
    kinds: tuple[str, ...] = ()
    weights: Mapping[str, int] | None = None
    as_at: date | None = None
    retiring_within: int = 0
    more_units: tuple[int, ...] = ()
    posts: tuple[int, ...] = ()
    pool: str = Pool.EVERYBODY
    pool_people: tuple[int, ...] = ()
    pool_list: str = ""
    least_education: str = ""
    least_months: int = 0
    most_moves: int | None = None
    most_leaving: int | None = None

    @property
    def asked_kinds(self) -> list[str]:
        """The kinds of post to fill."""
        return [kind for kind in self.kinds if kind in PROPOSABLE_KINDS] or list(USUAL_KINDS)


def weights_of(given: Mapping[str, int] | None) -> dict[str, int]:
    """Return complete weights; refuse unknown names, numbers outside 0–100, and weights that are all zero."""
    weights = {key.value: number for key, number in DEFAULT_WEIGHTS.items()}
    for name, number in (given or {}).items():
        if name not in Weight.values:
            raise refuse(_("Bobot %(name)s tidak dikenal.") % {"name": name})
        if not isinstance(number, int) or not 0 <= number <= HIGHEST_WEIGHT:
            raise refuse(_("Bobot %(name)s harus bilangan bulat antara 0 dan 100.") % {"name": Weight(name).label})
        weights[name] = number
    if given and not any(number for name, number in weights.items() if name in given):
        raise refuse(_("Semua bobot nol: tidak ada yang membedakan calon. Beri bobot pada sedikitnya satu hal."))
    return weights


def units_asked(agency_id: int | None, question: Question) -> list[Unit]:
    """Return the units asked about, each once and none that lies below another of them; refuse what does not exist."""
    wanted = dict.fromkeys([key for key in (question.unit_id, *question.more_units) if key])
    found = {unit.pk: unit for unit in Unit.objects.filter(pk__in=wanted, agency_id=agency_id)}
    if len(found) < len(wanted):
        raise refuse(_("Ada unit yang tidak dikenal. Pilih unit dari daftar."))
    units = [found[key] for key in wanted]
    return [unit for unit in units if not any(unit.path != other.path and unit.path.startswith(other.path) for other in units)]


def above_all(units: list[Unit]) -> Unit | None:
    """Return the nearest unit that all lie in (None: only the agency)."""
    lines = [ids_of(unit.path) for unit in units]
    shared = [steps[0] for steps in zip(*lines, strict=False) if len(set(steps)) == 1]
    if not shared:
        return None
    return next((unit for unit in units if unit.pk == shared[-1]), None) or Unit.objects.get(pk=shared[-1])


def check_question(agency_id: int | None, question: Question) -> None:
    """Refuse numbers and names that make no sense, each with its way out."""
    if not 0 <= question.retiring_within <= max(RETIRING_CHOICES):
        raise refuse(_("Jangka pensiun paling lama %(most)s bulan.") % {"most": max(RETIRING_CHOICES)})
    if question.least_education and question.least_education not in EDUCATION_RANK:
        raise refuse(_("Jenjang pendidikan %(name)s tidak dikenal.") % {"name": question.least_education})
    if not 0 <= question.least_months <= LONGEST:
        raise refuse(_("Masa paling singkat di jabatan harus antara 0 dan %(most)s bulan.") % {"most": LONGEST})
    for number in (question.most_moves, question.most_leaving):
        if number is not None and number < 0:
            raise refuse(_("Batas perpindahan tidak boleh kurang dari nol."))
    if question.most_moves == 0 or question.most_leaving == 0:
        raise refuse(_("Batas nol berarti tidak seorang pun boleh pindah, jadi tidak ada yang dihitung. Kosongkan batas itu."))
    _check_pool(agency_id, question)


def _check_pool(agency_id: int | None, question: Question) -> None:
    if question.pool not in Pool.values:
        raise refuse(_("Asal calon tidak dikenal."))
    if question.pool == Pool.NAMED:
        if not question.pool_people:
            raise refuse(_("Sebut sedikitnya satu pegawai yang boleh menjadi calon."))
        known = Person.objects.filter(agency_id=agency_id, pk__in=question.pool_people).count()
        if known < len(set(question.pool_people)):
            raise refuse(_("Ada calon yang disebut tetapi tidak dikenal di register."))
    if question.pool == Pool.LISTED and not listed(agency_id, question.pool_list):
        raise refuse(_("Daftar suksesi %(name)s tidak ada. Muat daftarnya lebih dulu.") % {"name": question.pool_list or "–"})


def listed(agency_id: int | None, name: str) -> bool:
    """Return whether a list of successors with this name exists."""
    return bool(name) and SuccessionListing.objects.filter(agency_id=agency_id, list_name=name).exists()
