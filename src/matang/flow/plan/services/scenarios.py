"""Make a scenario and lead it to the panel."""

from dataclasses import replace
from datetime import date, datetime
from typing import Any

from django.db import DatabaseError, transaction
from django.utils.translation import gettext as _

from matang.flow.plan.choices import Basis, Pool, ScenarioState
from matang.flow.plan.models import PlacementConstraint, PlacementScenario, Proposal, ScenarioPost
from matang.flow.plan.permissions import may_plan
from matang.flow.plan.selectors.openings import Opening, openings, unknown_capacity
from matang.flow.plan.services.questions import Question, above_all, check_question, units_asked, weights_of
from matang.flow.plan.services.sayings import Stored
from matang.flow.register.public import Incumbency, IncumbencyKind, Unit
from matang.foundation.access.actor import Actor
from matang.foundation.access.answers import Denied, RefusedError, refuse, require
from matang.foundation.clock.services import now, today

NAME_LENGTH = 120


class BusyError(RefusedError):
    """Somebody else is computing the same scenario."""


def create_scenario(*, actor: Actor, question: Question, copied_from: PlacementScenario | None = None) -> PlacementScenario:
    """Create a scenario over the posts to be filled in some units and below (or in the whole agency) on its day."""
    units = units_asked(actor.agency_id, question)
    for path in [unit.path for unit in units] or [""]:
        require(may_plan(actor, path))
    found = _openings_asked(actor, question, units)
    with transaction.atomic():
        scenario = PlacementScenario.objects.create(
            agency_id=actor.agency_id,
            **_fields(question, units),
            copied_from=copied_from,
            created_by_id=actor.user_id,
            created_at=now(),
        )
        _ask_posts(scenario, found)
    return scenario


def change_scenario(*, actor: Actor, scenario_id: int, question: Question) -> PlacementScenario:
    """Ask something else. What was computed for the question before stays to be seen until the new result replaces it."""
    units = units_asked(actor.agency_id, question)
    for path in [unit.path for unit in units] or [""]:
        require(may_plan(actor, path))
    found = _openings_asked(actor, question, units)
    with transaction.atomic():
        scenario = lock_scenario(actor.agency_id, scenario_id)
        _refuse_closed(actor, scenario)
        for name, value in _fields(question, units).items():
            setattr(scenario, name, value)
        scenario.state, scenario.fault = ScenarioState.DRAFT, {}
        scenario.save()
        scenario.posts.exclude(post_id__in=[opening.post_id for opening in found]).delete()
        known = set(scenario.posts.values_list("post_id", flat=True))
        _ask_posts(scenario, [opening for opening in found if opening.post_id not in known])
    return scenario


def question_of(scenario: PlacementScenario) -> Question:
    """Return what a scenario asks, to be asked again or changed."""
    return Question(
        name=scenario.name,
        unit_id=None if scenario.units else scenario.unit_id,
        more_units=tuple(scenario.units),
        kinds=tuple(scenario.kinds),
        weights=scenario.weights,
        as_at=scenario.as_at,
        retiring_within=scenario.retiring_within,
        posts=tuple(scenario.post_ids),
        pool=scenario.pool,
        pool_people=tuple(scenario.pool_people),
        pool_list=scenario.pool_list,
        least_education=scenario.least_education,
        least_months=scenario.least_months,
        most_moves=scenario.most_moves,
        most_leaving=scenario.most_leaving,
    )


def copy_scenario(*, actor: Actor, scenario_id: int, as_at: date | None = None) -> PlacementScenario:
    """Make a draft that asks the same, constraints of persons included; ``as_at`` asks it for another day."""
    with transaction.atomic():
        old = PlacementScenario.objects.get(pk=scenario_id, agency_id=actor.agency_id)
        name = _("Salinan %(name)s") % {"name": old.name}
        question = replace(question_of(old), name=name[:NAME_LENGTH], as_at=as_at or old.as_at)
        made = create_scenario(actor=actor, question=question, copied_from=old)
        copied = ("person_id", "kind", "units", "reason", "created_by_id", "created_at")
        PlacementConstraint.objects.bulk_create(
            PlacementConstraint(agency_id=actor.agency_id, scenario=made, **{name: getattr(row, name) for name in copied})
            for row in old.constraints.all()
        )
    return made


def rename_scenario(*, actor: Actor, scenario_id: int, name: str) -> PlacementScenario:
    """Call a scenario something else; its question and result stay."""
    if not name.strip():
        raise refuse(_("Tulis nama skenario."))
    with transaction.atomic():
        scenario = lock_scenario(actor.agency_id, scenario_id)
        _require_whole(actor, scenario)
        scenario.name = name.strip()[:NAME_LENGTH]
        scenario.save(update_fields=["name"])
    return scenario


def delete_scenario(*, actor: Actor, scenario_id: int) -> None:
    """Delete a scenario that has never been before the panel, with its result."""
    with transaction.atomic():
        scenario = lock_scenario(actor.agency_id, scenario_id)
        _refuse_closed(actor, scenario)
        if scenario.state == ScenarioState.RUNNING:
            raise refuse(_("Skenario ini sedang dihitung. Tunggu sampai selesai, lalu hapus."))
        scenario.delete()


def _require_whole(actor: Actor, scenario: PlacementScenario) -> None:
    require(may_plan(actor, scenario.unit.path if scenario.unit else ""))


def _refuse_closed(actor: Actor, scenario: PlacementScenario) -> None:
    """Refuse to change what the panel has before it."""
    _require_whole(actor, scenario)
    if scenario.state in {ScenarioState.PROPOSED, ScenarioState.DECIDED}:
        raise refuse(_("Skenario yang sudah diajukan tidak dapat diubah atau dihapus. Salin, lalu ubah salinannya."))


def _openings_asked(actor: Actor, question: Question, units: list[Unit]) -> list[Opening]:
    """Return the posts to fill; refuse a question that makes no sense or finds none, with the way out."""
    weights_of(question.weights)
    check_question(actor.agency_id, question)
    day, kinds, months = question.as_at or today(), question.asked_kinds, question.retiring_within
    paths = [unit.path for unit in units] or [""]
    found = openings(actor.agency_id, day, unit_path=paths, kinds=kinds, retiring_within=months)
    if not found:
        raise refuse(_nothing_to_fill(unknown_capacity(actor.agency_id, day, paths, kinds), months))
    chosen = [opening for opening in found if not question.posts or opening.post_id in set(question.posts)]
    if not chosen:
        raise refuse(_("Tidak satu pun jabatan yang dipilih masih lowong dalam lingkup itu. Pilih lagi jabatannya."))
    return chosen


def _fields(question: Question, units: list[Unit]) -> dict[str, Any]:
    day = question.as_at or today()
    return {
        "name": question.name.strip() or _("Jabatan lowong per %(day)s") % {"day": day.isoformat()},
        "as_at": day,
        "unit": above_all(units),
        "units": [unit.pk for unit in units] if len(units) > 1 else [],
        "kinds": question.asked_kinds,
        "post_ids": list(question.posts),
        "pool": question.pool,
        "pool_people": sorted(set(question.pool_people)) if question.pool == Pool.NAMED else [],
        "pool_list": question.pool_list if question.pool == Pool.LISTED else "",
        "least_education": question.least_education,
        "least_months": question.least_months,
        "most_moves": question.most_moves,
        "most_leaving": question.most_leaving,
        "weights": weights_of(question.weights),
        "retiring_within": question.retiring_within,
    }


def _ask_posts(scenario: PlacementScenario, found: list[Opening]) -> None:
    ScenarioPost.objects.bulk_create(
        ScenarioPost(
            agency_id=scenario.agency_id,
            scenario=scenario,
            post_id=opening.post_id,
            basis=opening.basis,
            places=opening.places,
            staying=opening.staying,
            free_from=opening.free_from,
        )
        for opening in found
    )


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


def take_scenario(agency_id: int, scenario_id: int) -> PlacementScenario:
    """Return the scenario and hold it, to compute it; refuse while somebody else is computing it."""
    held = PlacementScenario.objects.select_for_update(nowait=True, of=("self",)).select_related("unit")
    try:
        with transaction.atomic():  # a lock that is refused would else spoil the caller's transaction
            return held.get(pk=scenario_id, agency_id=agency_id)
    except DatabaseError as error:
        text = _("Skenario ini sedang dihitung oleh pengguna lain. Tunggu sebentar, lalu muat ulang halaman.")
        raise BusyError(Denied(text)) from error


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
