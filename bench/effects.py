"""How honest the measured effects are: invented worlds with a known truth, design by design.

    python -m bench.effects [runs] [seed]

Given: runs that got an interval (the others are refused by the checks before). Holds: of these, intervals that hold the
truth. False: of all runs, called better or worse though nothing was. Seen: of all runs, called if there had been an effect
of 1.5 standard deviations of one period's noise. The last block lies beyond what is promised.
"""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING

import numpy as np

from matang.engine.effect import Design, Limits, Observation, Study, Wanted, measure_effect
from matang.engine.effect.answer import by_units
from matang.engine.effect.student import quantile
from tests.engine.effect_designs import BEYOND, EFFECT, TIME, UNITS, World, score, simulate

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

STUDIES = 200


def _away(world: World, seed: int, runs: int) -> tuple[Floats, Floats]:
    """Return the distance of the adopter from the mean of the others (runs, periods), and a constant with a step."""
    table, count = simulate(world, seed, runs), world.before + world.after
    design = np.column_stack([np.ones(count), np.arange(count) >= world.before]).astype(np.float64)
    return table[:, 0] - table[:, world.treated :].mean(axis=1), design


def _called(step: Floats, variance: Floats, freedom: int) -> float:
    return 100 * float((np.abs(step) > quantile(0.975, freedom) * np.sqrt(variance)).mean())


def newey_west(world: World, seed: int, runs: int, lags: int) -> float:
    """Return the share (percent) of false calls of least squares; 0 lags take every point for independent."""
    series, design = _away(world, seed, runs)
    count, inverse = len(design), np.linalg.inv(design.T @ design)
    answer = series @ design @ inverse
    scores = (series - answer @ design.T)[:, :, None] * design
    if lags == 0:
        noise = ((series - answer @ design.T) ** 2).sum(axis=1) / (count - 2)
        return _called(answer[:, 1], noise * inverse[1, 1], count - 2)
    middle = scores.swapaxes(1, 2) @ scores
    for lag in range(1, lags + 1):
        beside = scores[:, lag:].swapaxes(1, 2) @ scores[:, :-lag]
        middle += (1 - lag / (lags + 1)) * (beside + beside.swapaxes(1, 2))
    variance = (inverse @ middle @ inverse)[:, 1, 1] * count / (count - 2)
    return _called(answer[:, 1], variance, count - 2)


def prais_winsten(world: World, seed: int, runs: int) -> float:
    """Return the share (percent) of false calls when one estimated ρ is taken for the truth (ten rounds)."""
    series, design = _away(world, seed, runs)
    rho = np.zeros(len(series))
    for _ in range(10):
        first = np.sqrt(1 - rho**2)[:, None]
        white = np.concatenate([first * series[:, :1], series[:, 1:] - rho[:, None] * series[:, :-1]], axis=1)
        later = design[None, 1:] - rho[:, None, None] * design[None, :-1]
        factors = np.concatenate([first[:, :, None] * design[None, :1], later], axis=1)
        gram = factors.swapaxes(1, 2) @ factors
        answer = np.linalg.solve(gram, factors.swapaxes(1, 2) @ white[..., None])
        rest = series - (design @ answer)[..., 0]
        rho = np.clip((rest[:, 1:] * rest[:, :-1]).sum(axis=1) / (rest**2).sum(axis=1), -0.95, 0.95)
    noise = ((white[..., None] - factors @ answer)[..., 0] ** 2).sum(axis=1) / (len(design) - 2)
    return _called(answer[:, 1, 0], np.linalg.inv(gram)[:, 1, 1] * noise, len(design) - 2)


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
    print(f"{'false calls of what was rejected':<58}{'indep.':>8}{'N.–W.':>8}{'P.–W.':>8}")
    for world in (World("means", 8, *shape, rho) for shape in ((6, 6), (12, 12), (24, 12)) for rho in (0.0, 0.3, 0.6)):
        lags = max(1, int(4 * (len(world.periods) / 100) ** (2 / 9)))
        found_by = (newey_west(world, seed, runs, 0), newey_west(world, seed, runs, lags), prais_winsten(world, seed, runs))
        print(f"{world.label:<58}" + "".join(f"{share:>8.1f}" for share in found_by))
    for world in (World("lines where means are refused", 4, 8, 4, 0.0), World("lines where means are refused", 20, 24, 12, 0.3)):
        print(f"{world.label:<58}{switching(world, seed, runs):>8.1f}")
    print(f"\none study of 21 units × 36 periods, observations to verdict: {speed():.1f} ms")


if __name__ == "__main__":
    main()
