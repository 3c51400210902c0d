"""Matching rounds: what was prepared and what came of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.db.models import Avg, Count, F, Min, OuterRef, Q, QuerySet, Subquery, Sum
from django.db.models.functions import Coalesce
from django.utils.translation import gettext as _

from matang.flow.learn.choices import RoundState
from matang.flow.learn.models import MatchingRound, RoundApplicant, RoundCeiling, RoundPlace, RoundRegion, RoundWish
from matang.flow.register.public import PartnerKind
from matang.foundation.access.actor import Actor
from matang.foundation.jobs.models import JobState, Progress

NOWHERE = "tanpa"
SORTS = {
    "nomor": ("number",),
    "nama": ("name", "number"),
    "poin": ("-points", "number"),
    "pilihan": (F("rank").asc(nulls_last=True), "number"),
}


def rounds_of(actor: Actor) -> QuerySet[MatchingRound]:
    """Return the rounds of the actor's agency with how many ``people`` and ``placed`` they have; newest first."""
    found = MatchingRound.objects.filter(agency_id=actor.agency_id).defer("problem", "matched")
    people = RoundApplicant.objects.filter(round=OuterRef("pk"))
    counts = {"people": _count(people), "placed": _count(people.filter(place__isnull=False))}
    return found.annotate(**counts).order_by("-opened_at", "-pk")


def _count(rows: QuerySet[RoundApplicant]) -> Coalesce:
    """Return how many of a round's ``rows`` there are, as a column."""
    return Coalesce(Subquery(rows.order_by().values("round").annotate(n=Count("pk")).values("n")), 0)


def round_of(actor: Actor, round_id: int) -> MatchingRound | None:
    """Return one round of the actor's agency."""
    return rounds_of(actor).filter(pk=round_id).first()


def progress_of_round(found: MatchingRound) -> Progress | None:
    """Return how far the job of a round is; none where none runs or it is gone."""
    if found.state != RoundState.RUNNING or found.job_id is None:
        return None
    return Progress.objects.filter(job_id=found.job_id).exclude(state=JobState.FAILED).first()


def places_of(found: MatchingRound) -> list[RoundPlace]:
    """Return the places of a round with how many ``wished`` it, and ``first`` of all.

    Counted apart: a join over a round of ten thousand can be planned badly while the database has not counted its rows yet.
    """
    places = list(RoundPlace.objects.filter(round=found).select_related("host__partner", "host__agency", "period").order_by("pk"))
    rows = RoundWish.objects.filter(place_id__in=[place.pk for place in places]).order_by().values("place_id")
    counted = rows.annotate(wished=Count("pk"), first=Count("pk", filter=Q(rank=1)))
    by_key = {key: (wished, first) for key, wished, first in counted.values_list("place_id", "wished", "first")}
    for place in places:
        place.wished, place.first = by_key.get(place.pk, (0, 0))  # type: ignore[attr-defined]
    return places


def filled_of(found: MatchingRound) -> dict[int, tuple[int, int]]:
    """Return how many go to each place, and the fewest points among them; places to which nobody goes are left out."""
    rows = RoundApplicant.objects.filter(round=found, place__isnull=False).order_by().values("place_id")
    counted = rows.annotate(people=Count("pk"), lowest=Min("points"))
    return {place: (people, lowest) for place, people, lowest in counted.values_list("place_id", "people", "lowest")}


def regions_of(found: MatchingRound) -> list[RoundRegion]:
    """Return the regions of a round with ``people``, ``placed`` and the ``mean`` of their points (none = nobody)."""
    rows = RoundApplicant.objects.filter(round=found).order_by().values("region_id")
    counted = rows.annotate(people=Count("pk"), placed=Count("place_id"), mean=Avg("points"))
    columns = counted.values_list("region_id", "people", "placed", "mean")
    by_key = {key: (people, placed, mean) for key, people, placed, mean in columns}
    regions = list(RoundRegion.objects.filter(round=found).order_by("name"))
    for region in regions:
        region.people, region.placed, region.mean = by_key.get(region.pk, (0, 0, None))  # type: ignore[attr-defined]
    return regions


def ceilings_of(found: MatchingRound) -> list[tuple[RoundCeiling, str]]:
    """Return the ceilings by kind of host, each with the kind's name."""
    names = dict(PartnerKind.choices) | {"ours": _("Instansi sendiri")}
    rows = RoundCeiling.objects.filter(round=found).select_related("region").order_by("region__name", "kind")
    return [(row, str(names.get(row.kind, row.kind))) for row in rows]


def left_to_write(found: MatchingRound) -> bool:
    """Return whether somebody of an own sending has a result that was not written into it yet."""
    return RoundApplicant.objects.filter(round=found, participant__isnull=False, written_at=None).exists()


@dataclass(frozen=True, slots=True)
class ApplicantQuestion:
    """What the list of applicants is asked for: words, a region, a place (``NOWHERE`` = without one), an order."""

    text: str = ""
    region_id: int | None = None
    place: str = ""
    sort: str = "nomor"


def applicants_of(found: MatchingRound, question: ApplicantQuestion) -> QuerySet[RoundApplicant]:
    """Return the applicants of a round that answer the question."""
    rows = RoundApplicant.objects.filter(round=found)
    rows = rows.select_related("region", "place__host__partner", "place__host__agency", "place__period")
    for word in question.text.split():
        rows = rows.filter(Q(name__icontains=word) | Q(number__icontains=word))
    if question.region_id:
        rows = rows.filter(region_id=question.region_id)
    if question.place == NOWHERE:
        rows = rows.filter(place__isnull=True)
    elif question.place.isdecimal():
        rows = rows.filter(place_id=int(question.place))
    return rows.order_by(*SORTS.get(question.sort, SORTS["nomor"]), "pk")


def applicant_of(found: MatchingRound, applicant_id: int) -> RoundApplicant | None:
    """Return one applicant of a round."""
    return applicants_of(found, ApplicantQuestion()).filter(pk=applicant_id).first()


def own_lines(actor: Actor) -> QuerySet[RoundApplicant]:
    """Return the actor's own lines in rounds whose result was decided; newest first."""
    rows = RoundApplicant.objects.filter(
        agency_id=actor.agency_id, participant__person_id=actor.person_id or 0, round__state=RoundState.FIXED
    )
    return rows.select_related(
        "round", "region", "place__host__partner", "place__host__agency", "place__period"
    ).order_by("-round__fixed_at", "pk")  # fmt: skip


def seats_of_round(found: MatchingRound) -> int:
    """Return how many seats a round has."""
    return RoundPlace.objects.filter(round=found).aggregate(n=Sum("seats"))["n"] or 0


def wishes_of(applicant: RoundApplicant) -> list[tuple[int, RoundPlace]]:
    """Return an applicant's wishes as (rank, place), the first wish first."""
    rows = applicant.wishes.select_related("place__host__partner", "place__host__agency", "place__period").order_by("rank")
    return [(wish.rank, wish.place) for wish in rows]


def told_reasons(
    applicant: RoundApplicant, places: Mapping[int, RoundPlace], regions: Mapping[int, str]
) -> list[tuple[RoundPlace, dict[str, object]]]:
    """Return what stood between an applicant and each place wished more: the place, and the engine's codes and numbers.

    A place or region that is gone is left out or unnamed; nobody else's name is told.
    """
    stored: Sequence[dict[str, object]] = applicant.reasons
    return [
        (
            places[int(str(row["place"]))],
            row | {"region_name": regions.get(int(str(row["region"])), "") if row.get("region") else ""},
        )
        for row in stored
        if int(str(row["place"])) in places
    ]
