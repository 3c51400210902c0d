"""How far each weight of a computed scenario may move before the proposal changes, and what would change then."""

import copy
import time
from collections.abc import Callable
from dataclasses import replace
from functools import cached_property
from typing import Any

import numpy as np
from django.db import transaction
from django.utils.translation import gettext as _

from matang import engine
from matang.flow.plan.choices import HIGHEST_WEIGHT, Weight
from matang.flow.plan.models import PlacementScenario, ScenarioResult
from matang.flow.plan.models.stability import StabilityReport
from matang.flow.plan.permissions import may_plan
from matang.flow.plan.selectors.facts import Integers
from matang.flow.plan.services.arrays import unpacked_arrays
from matang.flow.plan.services.posing import VACANCY_COST, pose
from matang.flow.plan.services.workbench import Workbench, workbench
from matang.foundation.access.actor import Actor
from matang.foundation.access.answers import Denied, RefusedError, require
from matang.foundation.clock.services import now

Pairs = tuple[tuple[int, int], ...]


class Weighing:
    """A scenario that can be solved at any weights. What does not hang on weights is read once."""

    def __init__(self, scenario: PlacementScenario) -> None:
        self.scenario = scenario
        self.weights = {weight: int(scenario.weights.get(weight, 0)) for weight in Weight}
        numbered = copy.copy(scenario)
        # A weight of its own for each part shows afterwards which term belongs to which part, those weighed at 0 included.
        numbered.weights = {weight.value: number for number, weight in enumerate(Weight, start=1)}
        self.bench = workbench(numbered)
        self.solved: dict[tuple[int, ...], Pairs] = {}

    @cached_property
    def part(self) -> tuple[Weight, ...]:
        """The part of the score to which each term of the sheet belongs."""
        parts = tuple(Weight)
        return tuple(parts[term.points_per_unit - 1] for term in self.bench.sheet.terms)

    def units(self, pairs: Pairs) -> dict[Weight, int]:
        """Return how many units of each part the pairs show, none above what the post asks."""
        people: Integers = np.array([self.bench.facts.row[person] for person, _post in pairs], dtype=np.int64)
        posts: Integers = np.array([self.bench.post_at[post] for _person, post in pairs], dtype=np.int64)
        found = dict.fromkeys(Weight, 0)
        for part, term in zip(self.part, self.bench.sheet.terms, strict=True):
            shown = np.minimum(np.maximum(term.measured[people], 0), term.required[posts])
            found[part] += int(shown.sum())
        return found

    def line(self, pairs: Pairs, part: Weight) -> engine.Placement:
        """Return the value of a placement as a line in one weight, the others as they are."""
        units = self.units(pairs)
        rest = sum(self.weights[other] * number for other, number in units.items() if other != part)
        seats = sum(post.opening.places for post in self.bench.posts)
        return engine.Placement(pairs, rest - VACANCY_COST * (seats - len(pairs)), units[part])

    def best(self, part: Weight, weight: int) -> engine.Placement:
        """Return the best placement with one weight changed, within the scenario's own bounds."""
        weights = {**self.weights, part: weight}
        key = tuple(weights.values())
        if key not in self.solved:
            terms = tuple(
                replace(term, points_per_unit=weights[of]) for of, term in zip(self.part, self.bench.sheet.terms, strict=True)
            )
            changed: Workbench = replace(self.bench, sheet=replace(self.bench.sheet, terms=terms))
            self.solved[key] = tuple(sorted(pose(changed, self.scenario).result.pairs()))
        return self.line(self.solved[key], part)


def measure_stability(
    *, actor: Actor, scenario_id: int, progress: Callable[[int], None] = lambda _percent: None
) -> StabilityReport:
    """Find the range of every weight, and keep it with the result. Repeating gives the same numbers.

    Refuses a scenario that is not computed, and one whose register changed since: its proposal is no longer the best.
    """
    scenario = PlacementScenario.objects.select_related("unit").get(pk=scenario_id, agency_id=actor.agency_id)
    require(may_plan(actor, scenario.unit.path if scenario.unit else ""))
    result = ScenarioResult.objects.filter(scenario=scenario).first()
    if result is None:
        raise RefusedError(Denied(_("Skenario ini belum dihitung. Hitung dulu, lalu periksa ketahanannya.")))
    began = time.perf_counter()
    weighing = Weighing(scenario)
    pairs = tuple(sorted(unpacked_arrays(bytes(result.arrays))[1].pairs()))
    try:
        ranges = list(_ranges(weighing, pairs, progress))
    except (engine.StabilityError, KeyError) as error:
        raise RefusedError(
            Denied(_("Data berubah sejak skenario dihitung, jadi usulannya bukan lagi yang terbaik. Hitung ulang dulu."))
        ) from error
    with transaction.atomic():
        StabilityReport.objects.filter(result=result).delete()
        return StabilityReport.objects.create(
            agency_id=actor.agency_id,
            result=result,
            ranges=ranges,
            solutions=len(weighing.solved),
            seconds=round(time.perf_counter() - began, 3),
            computed_at=now(),
        )


def _ranges(weighing: Weighing, pairs: Pairs, progress: Callable[[int], None]) -> Any:
    parts = [part for part in Weight if part in weighing.part]
    for number, part in enumerate(parts):
        found = engine.stable_range(
            weighing.line(pairs, part),
            lambda weight, part=part: weighing.best(part, weight),  # type: ignore[misc]
            current=weighing.weights[part],
            highest=HIGHEST_WEIGHT,
        )
        progress(100 * (number + 1) // len(parts))
        yield {
            "weight": part.value,
            "current": found.current,
            "low": found.low,
            "high": found.high,
            "below": _broken(found.below),
            "above": _broken(found.above),
        }


def _broken(edge: engine.Break | None) -> dict[str, object] | None:
    if edge is None:
        return None
    return {
        "weight": edge.weight,
        "better_by": edge.better_by,
        "leaving": [list(pair) for pair in edge.leaving],
        "coming": [list(pair) for pair in edge.coming],
    }
