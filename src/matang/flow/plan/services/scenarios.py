"""Make a scenario and lead it to the panel."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from matang.flow.plan.choices import DEFAULT_WEIGHTS, HIGHEST_WEIGHT, PROPOSABLE_KINDS, ScenarioState, Weight
from matang.flow.plan.models import PlacementScenario, Proposal, ScenarioPost
from matang.flow.plan.permissions import may_plan
from matang.flow.register.public import Incumbency, IncumbencyKind, Unit, vacant_posts
from matang.foundation.access.actor import Actor
from matang.foundation.access.answers import Denied, RefusedError, require
from matang.foundation.clock.services import now, today


@dataclass(frozen=True, slots=True)
class Question:
    """What a scenario asks. ``kinds`` empty = all that can be proposed; ``weights`` empty = the usual ones."""

    name: str
    unit_id: int | None = None
    kinds: tuple[str, ...] = ()
    weights: Mapping[str, int] | None = None
    as_at: date | None = None


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
    """Create a scenario over the vacant posts of a unit and below (or of the whole agency) on its day.

    Posts that somebody is already appointed to from a later day are left out.
    """
    unit = Unit.objects.get(pk=question.unit_id, agency_id=actor.agency_id) if question.unit_id else None
    require(may_plan(actor, unit.path if unit else ""))
    day, weights = question.as_at or today(), weights_of(question.weights)
    kinds = [kind for kind in question.kinds if kind in PROPOSABLE_KINDS] or list(PROPOSABLE_KINDS)
    posts = list(
        vacant_posts(actor.agency_id, day, unit.path if unit else "")
        .filter(kind__in=kinds)
        .order_by("id")
        .values_list("id", flat=True)
    )
    promised = set(
        Incumbency.objects.filter(
            agency_id=actor.agency_id, kind=IncumbencyKind.DEFINITIVE, valid_from__gt=day, post_id__in=posts
        ).values_list("post_id", flat=True)
    )
    posts = [post for post in posts if post not in promised]
    if not posts:
        raise RefusedError(Denied(_("Tidak ada jabatan manajerial yang lowong dalam lingkup itu pada tanggal itu.")))
    with transaction.atomic():
        scenario = PlacementScenario.objects.create(
            agency_id=actor.agency_id,
            name=question.name.strip() or _("Jabatan lowong per %(day)s") % {"day": day.isoformat()},
            as_at=day,
            unit=unit,
            weights=weights,
            created_by_id=actor.user_id,
            created_at=now(),
        )
        ScenarioPost.objects.bulk_create(
            ScenarioPost(agency_id=actor.agency_id, scenario=scenario, post_id=post) for post in posts
        )
    return scenario


def lock_scenario(agency_id: int, scenario_id: int) -> PlacementScenario:
    """Return the scenario and hold it until the transaction ends, so that two who act at once wait for each other."""
    return PlacementScenario.objects.select_for_update().get(pk=scenario_id, agency_id=agency_id)


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

    It is stale when the post has a definitive holder from that day on, or the person has changed post since it was computed.
    """
    definitive = Incumbency.objects.filter(agency_id=proposal.agency_id, kind=IncumbencyKind.DEFINITIVE)
    if proposal.post.capacity == 1 and definitive.as_at(day).filter(post_id=proposal.post_id).exists():
        return _("Usulan ini sudah usang: jabatan itu telah diisi sejak usulan dihitung. Hitung skenario baru.")
    held = definitive.as_at(day).filter(person_id=proposal.person_id).values_list("post_id", flat=True).first()
    if held != proposal.reasons.get("post_id"):
        return _("Usulan ini sudah usang: jabatan pegawai itu berubah sejak usulan dihitung. Hitung skenario baru.")
    return ""
