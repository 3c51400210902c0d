"""How honest the measured effects are: invented worlds with a known truth, design by design.

    python -m bench.effects [runs] [seed]

Given: runs that got an interval (the others are refused by the checks before). Holds: of these, intervals that hold the
truth. False: of all runs, called better or worse though nothing was. Seen: of all runs, called if there had been an effect
of 1.5 standard deviations of one period's noise. The last block lies beyond what is promised.
"""

from __future__ import annotations

import sys
import time

import numpy as np

from matang.engine.effect import Design, Limits, Observation, Study, Wanted, measure_effect
from matang.engine.effect.answer import by_units
from tests.engine.effect_designs import BEYOND, EFFECT, TIME, UNITS, World, score, simulate

STUDIES = 200


def textbook(world: World, seed: int, runs: int) -> float:
    """Return the share (percent) of false calls of a least-squares interval over all points, as if they were independent."""
    table = simulate(world, seed, runs)
    away = table[:, 0] - table[:, world.treated :].mean(axis=1)
    before, after = away[:, : world.before], away[:, world.before :]
    gap = after.mean(axis=1) - before.mean(axis=1)
    rest = before.var(axis=1) * world.before + after.var(axis=1) * world.after
    error = np.sqrt(rest / (world.before + world.after - 2) * (1 / world.before + 1 / world.after))
    return 100 * float((np.abs(gap) > 1.96 * error).mean())


def switching(world: World, seed: int, runs: int) -> float:
    """Return the share of false calls when lines of their own are drawn wherever the plain comparison is refused."""
    table = simulate(world, seed, runs)
    plain, lines = (by_units(table[:, :1], table[:, 1:], world.periods, design, Limits()) for design in Design)
    return 100 * float(np.where(plain.conclusive, plain.effect.beside_zero, lines.effect.beside_zero).mean())


def speed() -> float:
    """Return milliseconds of one whole study of 21 units and 36 periods, from observations to verdict."""
    tables = simulate(World("speed", 20, 24, 12, 0.3), 1, STUDIES)
    rows = [[Observation(u, p, float(v)) for (u, p), v in np.ndenumerate(table)] for table in tables]
    began = time.perf_counter()
    for each in rows:
        measure_effect(Study.build(each, treated=[0], since=24, wanted=Wanted.DOWN, measured_in="poin"))
    return 1000 * (time.perf_counter() - began) / STUDIES


def main() -> None:
    """Print one line for each design."""
    given = [int(word) for word in sys.argv[1:]]
    runs, seed = (*given, *(10_000, 1)[len(given) :])
    print(f"{runs} runs of each design, seed {seed}; effect {EFFECT}; percent")
    print(f"{'adopters + compared × before + after':<58}{'given':>8}{'holds':>8}{'false':>8}{'seen':>8}")
    for worlds in (UNITS, TIME, BEYOND):
        for world in worlds:
            found = score(world, seed, runs)
            print(f"{world.label:<58}{found.given:>8.1f}{found.covered:>8.1f}{found.false:>8.1f}{found.seen:>8.1f}")
        print()
    print("false calls of what was rejected:")
    for world in (World("a", 8, 12, 12, rho) for rho in (0.0, 0.3, 0.6)):
        print(f"  every point taken for independent, ρ {world.rho}: {textbook(world, seed, runs):.1f}")
    for world in (World("a", 4, 8, 4, 0.0), World("a", 20, 24, 12, 0.3)):
        print(
            f"  lines after a refused comparison, 1+{world.units} × {world.before}+{world.after}: {switching(world, seed, runs):.1f}"
        )
    print(f"\none study of 21 units × 36 periods, observations to verdict: {speed():.1f} ms")


if __name__ == "__main__":
    main()
