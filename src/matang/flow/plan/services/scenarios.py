"""Make a scenario and lead it to the panel."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from matang.flow.plan.choices import (
    DEFAULT_WEIGHTS,
    HIGHEST_WEIGHT,
    PROPOSABLE_KINDS,
    RETIRING_CHOICES,
    Basis,
    ScenarioState,
    Weight,
)
from matang.flow.plan.models import PlacementScenario, Proposal, ScenarioPost
from matang.flow.plan.permissions import may_plan
from matang.flow.plan.selectors.openings import openings, unknown_capacity
from matang.flow.plan.services.sayings import Stored
from matang.flow.register.public import Incumbency, IncumbencyKind, Unit
from matang.foundation.access.actor import Actor
from matang.foundation.access.answers import Denied, RefusedError, require
from matang.foundation.clock.services import now, today


@dataclass(frozen=True, slots=True)
class Question:
    """What a scenario asks. ``kinds`` empty = all that can be proposed; ``weights`` empty = the usual ones.

    ``retiring_within`` asks also for posts whose holders retire within so many months.
    """

    name: str
    unit_id: int | None = None
    kinds: tuple[str, ...] = ()
    weights: Mapping[str, int] | None = None
    as_at: date | None = None
    retiring_within: int = 0


def weights_of(given: Mapping[str, int] | None) -> dict[str, int]:
    """Return complete weights; refuse unknown names, numbers outside 0–100, and weights that are all zero."""
    weights = {key.value: number for key, number in DEFAULT_WEIGHTS.items()}
    for name, number in (given or {}).items():
        if name not in Weight.values:
            raise RefusedError(Denied(_("Bobot %(name)s tidak dikenal.") % {"name": name}))
        if not isinstance(number, int) or not 0 <= number <= HIGHEST_WEIGHT:
            raise RefusedError(Denied(_("Bobot %(name)s harus bilangan bulat antara 0 dan 100.") % {"name": Weight(name).label}))
        weights[name] = number
    if not any(weights.values()):
        raise RefusedError(Denied(_("Semua bobot nol: tidak ada yang membedakan calon. Beri bobot pada sedikitnya satu hal.")))
    return weights


def create_scenario(*, actor: Actor, question: Question) -> PlacementScenario:
    """Create a scenario over the posts to be filled in a unit and below (or in the whole agency) on its day."""
    unit = Unit.objects.get(pk=question.unit_id, agency_id=actor.agency_id) if question.unit_id else None
    path = unit.path if unit else ""
    require(may_plan(actor, path))
    day, weights = question.as_at or today(), weights_of(question.weights)
    kinds = [kind for kind in question.kinds if kind in PROPOSABLE_KINDS] or list(PROPOSABLE_KINDS)
    months = question.retiring_within
    if not 0 <= months <= max(RETIRING_CHOICES):
        raise RefusedError(Denied(_("Jangka pensiun paling lama %(most)s bulan.") % {"most": max(RETIRING_CHOICES)}))
    found = openings(actor.agency_id, day, unit_path=path, kinds=kinds, retiring_within=months)
    if not found:
        raise RefusedError(Denied(_nothing_to_fill(unknown_capacity(actor.agency_id, day, path, kinds), months)))
    with transaction.atomic():
        scenario = PlacementScenario.objects.create(
            agency_id=actor.agency_id,
            name=question.name.strip() or _("Jabatan lowong per %(day)s") % {"day": day.isoformat()},
            as_at=day,
            unit=unit,
            weights=weights,
            retiring_within=months,
            created_by_id=actor.user_id,
            created_at=now(),
        )
        ScenarioPost.objects.bulk_create(
            ScenarioPost(
                agency_id=actor.agency_id,
                scenario=scenario,
                post_id=opening.post_id,
                basis=opening.basis,
                places=opening.places,
                staying=opening.staying,
                free_from=opening.free_from,
            )
            for opening in found
        )
    return scenario


def _nothing_to_fill(unknown: int, months: int) -> str:
    """Say that nothing is to be filled, why that may be, and what to do about it."""
    said = [
        _("Tidak ada jabatan manajerial yang tercatat lowong atau dijabat pelaksana tugas dalam lingkup itu pada tanggal itu.")
    ]
    if unknown:
        said.append(
            _("Kapasitas %(n)s jabatan belum diketahui, jadi tidak dapat disebut lowong: isi kapasitasnya di halaman jabatan.")
            % {"n": unknown}
        )
    if months:
        said.append(_("Tidak ada pula pemangku yang pensiun dalam %(n)s bulan.") % {"n": months})
    else:
        said.append(_("Ikutkan juga jabatan yang pemangkunya segera pensiun, atau catat jabatan yang lowong di register."))
    return " ".join(said)


def lock_scenario(agency_id: int, scenario_id: int) -> PlacementScenario:
    """Return the scenario and hold it until the transaction ends, so that two who act at once wait for each other."""
    return PlacementScenario.objects.select_for_update().get(pk=scenario_id, agency_id=agency_id)


def queue_scenario(scenario: PlacementScenario, job_id: int | None) -> None:
    """Note that a job computes the scenario; None = the job noted before still waits."""
    scenario.state, scenario.fault, scenario.job_id = ScenarioState.RUNNING, {}, job_id or scenario.job_id
    scenario.save(update_fields=["state", "fault", "job_id"])


def note_fault(agency_id: int, scenario_id: int, fault: Stored) -> None:
    """Say why a computation gave nothing; one that is before the panel is left alone."""
    closed = (ScenarioState.PROPOSED, ScenarioState.DECIDED)
    open_ones = PlacementScenario.objects.filter(pk=scenario_id, agency_id=agency_id).exclude(state__in=closed)
    open_ones.update(state=ScenarioState.FAILED, fault=fault)


def submit_scenario(*, actor: Actor, scenario_id: int) -> PlacementScenario:
    """Lay a computed scenario before the panel. Repeating changes nothing."""
    with transaction.atomic():
        scenario = lock_scenario(actor.agency_id, scenario_id)
        require(may_plan(actor, scenario.unit.path if scenario.unit else ""))
        if scenario.state == ScenarioState.PROPOSED:
            return scenario
        if scenario.state != ScenarioState.SOLVED:
            raise RefusedError(Denied(_("Hanya skenario yang selesai dihitung dan lulus pemeriksaan yang dapat diajukan.")))
        scenario.state = ScenarioState.PROPOSED
        scenario.save(update_fields=["state"])
    return scenario


def mark_decided(scenario: PlacementScenario, post_id: int, moment: datetime | None) -> None:
    """Note that a post of the scenario was decided (or, with None, is open again); the last one closes the scenario."""
    ScenarioPost.objects.filter(scenario=scenario, post_id=post_id).update(decided_at=moment)
    open_posts = ScenarioPost.objects.filter(scenario=scenario, decided_at__isnull=True).exists()
    scenario.state = ScenarioState.PROPOSED if open_posts else ScenarioState.DECIDED
    scenario.save(update_fields=["state"])


def stale_reason(proposal: Proposal, day: date) -> str:
    """Return why a proposal no longer fits the register on ``day``, or an empty text.

    It is stale when the places it asked for are taken from that day on, or the person has changed post since it was computed.
    """
    definitive = Incumbency.objects.filter(agency_id=proposal.agency_id, kind=IncumbencyKind.DEFINITIVE)
    asked = ScenarioPost.objects.get(scenario_id=proposal.scenario_id, post_id=proposal.post_id)
    if definitive.as_at(day).filter(post_id=proposal.post_id).count() >= asked.staying + asked.places:
        if asked.basis == Basis.RETIRING:
            return _(
                "Pemangku yang akan pensiun masih tercatat memangku jabatan ini pada tanggal itu. Catat dulu akhir masa "
                "jabatannya di halaman jabatan, lalu tetapkan tanggal berlaku sesudahnya."
            )
        return _("Usulan ini sudah usang: jabatan itu telah diisi sejak usulan dihitung. Hitung skenario baru.")
    held = definitive.as_at(day).filter(person_id=proposal.person_id).values_list("post_id", flat=True).first()
    if held != proposal.reasons.get("post_id"):
        return _("Usulan ini sudah usang: jabatan pegawai itu berubah sejak usulan dihitung. Hitung skenario baru.")
    return ""
