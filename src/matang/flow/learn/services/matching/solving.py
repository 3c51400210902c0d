"""Compute a round with the engine, check the answer independently, and keep each applicant's reasons."""

import json
from collections.abc import Callable

from django.db import connection, transaction
from django.utils.translation import gettext as _

from matang.engine import ProblemError
from matang.engine.matching import (
    KindCeiling,
    Matching,
    MatchingProblem,
    MatchReasons,
    Region,
    Reserve,
    check_matching,
    explain_match,
    match_by_need,
    match_stable,
)
from matang.flow.learn.choices import MatchMethod, RoundState
from matang.flow.learn.models import MatchingRound, RoundApplicant, RoundCeiling, RoundPlace, RoundRegion, RoundWish
from matang.flow.learn.services.hosts.keeping import own
from matang.flow.learn.services.matching.rounds import OURS, drop_result
from matang.flow.register.public import PartnerKind
from matang.foundation.access.actor import Actor
from matang.foundation.access.answers import refuse
from matang.foundation.clock.services import now

UNLIMITED = -1
KINDS = (OURS, *PartnerKind.values)
"""Kinds of hosts by their number in the engine's problem: add new ones at the end."""
Progress = Callable[[int], None]


def missing_of_round(found: MatchingRound) -> list[str]:
    """Return what keeps a round from being computed."""
    said = []
    if not RoundPlace.objects.filter(round=found, seats__gt=0).exists():
        said.append(_("Belum ada tempat yang menawarkan kursi."))
    if not RoundApplicant.objects.filter(round=found).exists():
        said.append(_("Belum ada pelamar."))
    return said


def queue_round(*, actor: Actor, round_id: int, job: Callable[[], int]) -> MatchingRound:
    """Leave the computation to a job; ``job`` puts it on the queue and returns its number.

    Raises:
        RefusedError: not the actor's, decided, or something is missing.
    """
    with transaction.atomic():
        found = _ready(actor, round_id)
        drop_result(found, RoundState.RUNNING)
        found.job_id = job()
        found.save(update_fields=["job_id"])
    return found


def _ready(actor: Actor, round_id: int) -> MatchingRound:
    found = own(actor, MatchingRound, round_id)
    if found.state == RoundState.FIXED:
        raise refuse(_("Hasil putaran ini sudah ditetapkan, jadi tidak dihitung lagi."))
    if missing := missing_of_round(found):
        raise refuse(" ".join(missing))
    return found


def problem_of(found: MatchingRound) -> MatchingProblem:
    """Return the round as the engine's problem. Identifiers are the keys of the rows; the lot is drawn from them."""
    places = list(RoundPlace.objects.filter(round=found).select_related("host__partner").order_by("pk"))
    regions = list(RoundRegion.objects.filter(round=found).order_by("pk"))
    people = list(RoundApplicant.objects.filter(round=found).order_by("pk").values_list("pk", "region_id", "points"))
    points = {key: value for key, _region, value in people}
    wishes = list(
        RoundWish.objects.filter(applicant__round=found)
        .order_by("applicant_id", "rank")
        .values_list("applicant_id", "place_id", "rank")
    )
    lagging = tuple(region.pk for region in regions if region.lagging)
    return MatchingProblem.build(
        seekers=[key for key, _region, _points in people],
        region=[region for _key, region, _points in people],
        standing=[value for _key, _region, value in people],
        places=[place.pk for place in places],
        capacity=[place.seats for place in places],
        host=[place.host_id for place in places],
        kind=[KINDS.index(place.host.partner.kind if place.host.partner else OURS) for place in places],
        period=[place.period_id for place in places],
        least=[place.least for place in places],
        pairs=(
            [key for key, _place, _rank in wishes],
            [place for _key, place, _rank in wishes],
            [rank for _key, _place, rank in wishes],
            [points[key] for key, _place, _rank in wishes],
        ),
        seed=found.seed,
        regions=[Region(region.pk, None, UNLIMITED if region.most is None else region.most) for region in regions],
        kind_ceilings=[
            KindCeiling(row.region_id, KINDS.index(row.kind), row.most)
            for row in RoundCeiling.objects.filter(round=found).order_by("pk")
        ],
        reserves=[Reserve(place.pk, place.kept, lagging) for place in places if place.kept and lagging],
    )


def solve_round(*, actor: Actor, round_id: int, progress: Progress = lambda _percent: None) -> MatchingRound:
    """Compute a round. A result that the independent check refuses is not kept: the round says that it failed.

    Raises:
        RefusedError: not the actor's, decided, or something is missing.
    """
    with transaction.atomic():
        found = _ready(actor, round_id)
        try:
            problem = problem_of(found)
            progress(20)
            matching = match_stable(problem) if found.method == MatchMethod.STABLE else match_by_need(problem)
        except ProblemError as error:
            drop_result(found, RoundState.FAILED, str(error))
            return found
        progress(50)
        verified = check_matching(
            json.loads(problem.canonical), json.loads(matching.canonical), digest=problem.digest
        )  # fmt: skip
        if not verified.ok:
            drop_result(found, RoundState.FAILED, _("Pemeriksa mandiri menolak hasil hitungan; tidak ada yang disimpan."))
            return found
        progress(60)
        _keep_lines(found, problem, matching, progress)
        found.problem, found.matched = problem.canonical.decode(), matching.canonical.decode()
        found.digest, found.objections = problem.digest, verified.objections
        found.state, found.fault, found.job_id, found.computed_at = RoundState.SOLVED, "", None, now()
        found.save()
        progress(100)
    return found


def _keep_lines(found: MatchingRound, problem: MatchingProblem, matching: Matching, progress: Progress) -> None:
    """Store where everybody goes and what stood before the places they wished more."""
    why, rows = explain_match(problem, matching), []
    for number, key in enumerate(problem.seekers.tolist()):
        rows.append(_line(why, key))
        if number % 2000 == 0:
            progress(60 + 30 * number // max(1, len(problem.seekers)))
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE learn_roundapplicant a SET place_id = v.place, rank = v.rank, drawn = v.drawn, reasons = v.reasons "
            "FROM unnest(%s::bigint[], %s::bigint[], %s::int[], %s::int[], %s::jsonb[]) AS v (id, place, rank, drawn, reasons) "
            "WHERE a.id = v.id AND a.round_id = %s",
            [*(list(column) for column in zip(*rows, strict=True)), found.pk],
        )


def _line(why: MatchReasons, key: int) -> tuple[int, int | None, int | None, int, str]:
    reasons = why.seeker(key)
    above = [
        {
            "place": wish.place, "rank": wish.rank, "bar": wish.bar.value, "points": wish.points, "needed": wish.needed,
            "missing": wish.missing, "region": wish.region,
        }
        for wish in reasons.above
    ]  # fmt: skip
    return key, reasons.place, reasons.rank, reasons.drawn + 1, json.dumps(above)


def note_round_fault(agency_id: int, round_id: int, fault: str) -> None:
    """Say why a computation gave nothing; a round that was decided is left alone."""
    with transaction.atomic():
        rows = MatchingRound.objects.select_for_update().filter(pk=round_id, agency_id=agency_id)
        found = rows.exclude(state=RoundState.FIXED).first()
        if found is not None:
            drop_result(found, RoundState.FAILED, fault)
