"""Walk the main road once, so that every page of the demonstration has something to show."""

from dataclasses import dataclass
from datetime import date, timedelta

from matang.flow.needs.public import gaps_by_opd, open_need
from matang.flow.place.public import (
    AdviceWay,
    Choice,
    Summons,
    Verdict,
    convene,
    decide,
    item_of,
    open_meeting,
    record_attendance,
    record_consensus,
    state_interests,
)
from matang.flow.plan.public import (
    PlacementScenario,
    Proposal,
    Question,
    create_scenario,
    measure_stability,
    solve_scenario,
    submit_scenario,
)
from matang.flow.register.public import Unit
from matang.foundation.access.selectors import actor_of
from matang.foundation.identity.models import User
from matang.portal.demo import favourite
from matang.ui.formats import tanggal


@dataclass(frozen=True, slots=True)
class Walked:
    """What the road left behind: keys for addresses."""

    scenario_id: int
    city_scenario_id: int | None
    decision_id: int
    decided_post_id: int
    runner_up_id: int
    favourite_id: int | None
    opds_with_gaps: int


def walk(users: dict[str, User], opd: Unit, day: date) -> Walked:
    """Gaps → needs → scenario of one OPD, checked → panel decides one post → the whole city computed as well."""
    officer, planner, mayor = (actor_of(users[name]) for name in ("kepegawaian", "perencana", "walikota"))
    gaps = gaps_by_opd(officer, day)
    open_need(
        actor=actor_of(users["kepala.dinas"]),
        unit_id=opd.pk,
        what="Pendamping yang mampu memilah data penerima bantuan",
        why="Data penerima dari kelurahan belum dapat dipadankan sendiri; dinas menunggu tenaga dari luar setiap triwulan.",
    )
    scenario = create_scenario(actor=planner, question=Question(f"Jabatan lowong {opd.name}", unit_id=opd.pk, as_at=day))
    solve_scenario(actor=planner, scenario_id=scenario.pk)
    measure_stability(actor=planner, scenario_id=scenario.pk)
    submit_scenario(actor=planner, scenario_id=scenario.pk)
    proposed, runner_up = _to_decide(scenario, mayor.person_id)
    named = favourite.put_forward(mayor, scenario, proposed.post)
    _advise(users["penilai"], scenario, proposed, day)
    decision = decide(
        actor=mayor,
        scenario_id=scenario.pk,
        post_id=proposed.post_id,
        verdict=Verdict(
            proposed.person_id, day + timedelta(days=14), "Sesuai usulan dan hasil wawancara tim.", "821.2/DEMO/2026"
        ),
    )
    city = create_scenario(
        actor=planner,
        question=Question("Administrator dan pengawas lowong se-kota", kinds=("administrator", "pengawas"), as_at=day),
    )
    solve_scenario(actor=planner, scenario_id=city.pk)
    return Walked(
        scenario.pk,
        city.pk,
        decision.pk,
        proposed.post_id,
        runner_up.person_id,
        named.person_id if named else None,
        len(gaps),
    )


def _advise(chair: User, scenario: PlacementScenario, proposed: Proposal, day: date) -> None:
    """Hold a meeting of the panel on the scenario and agree on the proposed person for one post; it stays open."""
    actor = actor_of(chair)
    summons = Summons(
        f"Sidang tim penilai {tanggal(day)}",
        day,
        (scenario.pk,),
        (chair.pk,),
        chair.pk,
        venue="Ruang rapat",
        way=AdviceWay.CONSENSUS,
    )
    meeting = convene(actor=actor, summons=summons)
    state_interests(actor=actor, meeting_id=meeting.pk)
    record_attendance(actor=actor, meeting_id=meeting.pk, here=set(meeting.members.values_list("pk", flat=True)))
    open_meeting(actor=actor, meeting_id=meeting.pk)
    item = item_of(scenario.pk, proposed.post_id)
    if item is not None:
        choice = Choice("person", proposed.person_id)
        record_consensus(actor=actor, item_id=item.pk, choice=choice, note="Terbukti dalam asesmen dan wawancara.")


def _to_decide(scenario: PlacementScenario, panel_person: int | None) -> tuple[Proposal, Proposal]:
    """Return a proposed person and the nearest runner-up who lost by some points and is proposed nowhere else."""
    taken = set(Proposal.objects.filter(scenario=scenario, rank=1).values_list("person_id", flat=True))
    others = Proposal.objects.filter(scenario=scenario, rank__gt=1).exclude(person_id__in=taken)
    for runner_up in others.order_by("-distance", "post_id", "rank"):
        proposed = Proposal.objects.filter(scenario=scenario, post_id=runner_up.post_id, rank=1).first()
        if (
            proposed is not None
            and panel_person not in {proposed.person_id, runner_up.person_id}
            and runner_up.reasons.get("changes")
        ):
            return proposed, runner_up
    proposed = Proposal.objects.filter(scenario=scenario, rank=1).order_by("post_id").first()
    runner_up = others.order_by("post_id", "rank").first()
    if proposed is None or runner_up is None:
        raise LookupError("The demonstration scenario found no candidates; the city is too small.")
    return proposed, runner_up
