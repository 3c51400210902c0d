"""Read questions about effects and their answers, and tell whether an answer still fits the data."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from django.db.models import QuerySet

from matang.engine.effect import Design, Observation, Study, Wanted
from matang.flow.aims.public import IndicatorDirection
from matang.flow.measure.models import EffectQuestion, EffectResult, Series
from matang.flow.measure.models.periods import number_of, start_of
from matang.flow.measure.selectors.series import Point, points_of
from matang.foundation.access.actor import Actor


@dataclass(frozen=True, slots=True)
class Inputs:
    """Everything an answer is computed from: question, series, values as known on a day, and their fingerprint."""

    question: EffectQuestion
    series: list[Series]
    points: dict[int, list[Point]]
    since: int
    settling: int
    fingerprint: str


def questions_of(actor: Actor, indicator_id: int) -> QuerySet[EffectQuestion]:
    """Return the questions about an indicator, newest first."""
    rows = EffectQuestion.objects.filter(agency_id=actor.agency_id, treated__indicator_id=indicator_id)
    return rows.select_related("treated__unit", "asked_by")


def question_visible_to(actor: Actor, question_id: int) -> EffectQuestion | None:
    """Return a question of the actor's agency, else None."""
    rows = EffectQuestion.objects.filter(agency_id=actor.agency_id, pk=question_id)
    return rows.select_related("treated__unit", "treated__indicator__aim", "asked_by").first()


def newest_results(question_ids: Iterable[int]) -> dict[int, EffectResult]:
    """Return the newest answer of each question. One query."""
    rows = EffectResult.objects.filter(question_id__in=list(question_ids)).select_related("publication__published_by")
    return {row.question_id: row for row in rows.order_by("question_id", "-computed_at", "-id").distinct("question_id")}


def results_of(question: EffectQuestion) -> list[EffectResult]:
    """Return every answer a question has had, newest first."""
    return list(question.results.select_related("publication__published_by", "computed_by"))


def inputs_of(question: EffectQuestion, day: date) -> Inputs:
    """Return what an answer as at the day is computed from. Two queries."""
    treated = question.treated
    others = Series.objects.filter(pk__in=question.lines.values("series_id")).select_related("unit", "indicator")
    series = [treated, *others.order_by("unit__path", "place", "id")]
    points = points_of(series, day)
    since = number_of(treated.kind, question.started_on)
    mid = question.started_on != start_of(treated.kind, since)
    settling = question.settling + int(mid)
    indicator = treated.indicator
    told = [
        question.pk, question.design, since, settling, indicator.direction, indicator.measure_unit,
        str(indicator.baseline_value), str(indicator.target_value), treated.pk,
        *([at.series_id, at.number, str(at.exact), at.numerator, at.denominator] for one in series for at in points[one.pk]),
    ]  # fmt: skip
    digest = sha256(json.dumps(told, separators=(",", ":")).encode()).hexdigest()
    return Inputs(question, series, points, since, settling, digest)


def study_of(inputs: Inputs) -> Study:
    """Return the study that the engine answers. A count that is a value itself is told as a count, so that it is protected.

    Raises:
        EffectError: the values describe no study.
    """
    question, indicator = inputs.question, inputs.question.treated.indicator
    counting = {one.pk for one in inputs.series if one.counts}
    return Study.build(
        [_observed(point, counts=point.series_id in counting) for rows in inputs.points.values() for point in rows],
        treated=[question.treated_id],
        since=inputs.since,
        wanted=Wanted.UP if indicator.direction == IndicatorDirection.UP else Wanted.DOWN,
        measured_in=indicator.measure_unit,
        design=Design(question.design),
        settling=inputs.settling,
        baseline=float(indicator.baseline_value) if indicator.baseline_value is not None else None,
        target=float(indicator.target_value) if indicator.target_value is not None else None,
    )


def _observed(point: Point, *, counts: bool) -> Observation:
    numerator = point.numerator
    if numerator is None and counts and point.exact >= 0:
        numerator = int(point.exact)
    return Observation(point.series_id, point.number, float(point.exact), numerator, point.denominator)
