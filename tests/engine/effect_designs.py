"""Invented worlds with a known effect: who is compared, for how long, and how the noise behaves. Seeds are fixed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from matang.engine.effect import Design, Limits
from matang.engine.effect.answer import Answers, by_time, by_units

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

RUNS = 1_000
EFFECT = -1.5
"""In standard deviations of one period's noise; the coverage does not depend on it, the table shows how often it is seen."""


@dataclass(frozen=True)
class World:
    """One design. ``noise``: normal, heavy (Student, 4 degrees) or skewed (exponential); ``rho`` from period to period.

    ``units`` are comparison units; ``walk``: a random walk moves all alike; ``loading``: how unequally units follow it;
    ``drift``: standard deviation of each unit's own slope a period.
    """

    name: str
    units: int
    before: int
    after: int
    rho: float
    design: Design = Design.LEVEL
    noise: str = "normal"
    treated: int = 1
    walk: float = 1.0
    loading: float = 0.0
    drift: float = 0.0

    @property
    def periods(self) -> NDArray[np.int64]:
        """Return the periods, counted from the adoption."""
        return np.arange(-self.before, self.after)

    @property
    def label(self) -> str:
        """Return the design in few words."""
        kind = "" if self.design is Design.LEVEL else " trend"
        return f"{self.name}: {self.treated}+{self.units} × {self.before}+{self.after}, ρ {self.rho}{kind}"


def _grid(name: str, shapes: list[tuple[int, int, int]], design: Design = Design.LEVEL) -> list[World]:
    """Return a world for every shape (units, before, after) and every ρ."""
    return [World(name, *shape, rho, design) for shape in shapes for rho in (0.0, 0.3, 0.6)]


UNITS = [
    *_grid("means", [(4, 4, 4), (4, 12, 12), (6, 6, 3), (8, 6, 6), (12, 12, 6), (20, 4, 4), (20, 24, 12)]),
    *_grid("lines", [(4, 8, 4), (8, 12, 12), (20, 24, 12)], Design.TREND),
    World("heavy tails", 6, 6, 6, 0.3, noise="heavy"),
    World("skewed", 6, 6, 6, 0.3, noise="skewed"),
    World("three treated", 8, 6, 6, 0.3, treated=3),
    World("unequal loadings", 8, 8, 8, 0.3, loading=0.5),
    World("own slopes", 8, 8, 8, 0.3, drift=0.2),
]
"""Where comparison units measure the noise."""
TIME = [
    *_grid("few compared", [(2, 12, 12), (2, 18, 6), (2, 24, 12)]),
    *_grid("few compared", [(1, 12, 12), (3, 24, 12), (2, 18, 18)], Design.TREND),
    *[
        World("alone", 0, *shape, rho, Design.TREND, walk=0.0)
        for shape in ((12, 12), (18, 6), (24, 12))
        for rho in (0.0, 0.3, 0.6)
    ],
]
"""Where time measures the noise."""
WEAK = [
    *[World("alone", 0, 24, 12, rho, Design.TREND, walk=0.0) for rho in (0.8, 0.9, 0.98)],
    *[World("few compared", 2, 24, 12, rho) for rho in (0.8, 0.9, 0.98)],
]
"""Beyond what is promised: noise that hardly forgets."""


def simulate(world: World, seed: int, effect: float = 0.0, runs: int = RUNS) -> Floats:
    """Return (runs, treated + units, periods): the treated units first, with the effect in every period after."""
    draw, count = np.random.default_rng(seed), world.treated + world.units
    shape = (runs, count, world.before + world.after)
    fresh = {
        "normal": lambda: draw.standard_normal(shape),
        "heavy": lambda: draw.standard_t(4, shape) / np.sqrt(2),
        "skewed": lambda: draw.exponential(size=shape) - 1,
    }[world.noise]()
    table = np.empty(shape)
    table[..., 0] = fresh[..., 0]
    for at in range(1, shape[-1]):
        table[..., at] = world.rho * table[..., at - 1] + np.sqrt(1 - world.rho**2) * fresh[..., at]
    follows = 1 + world.loading * draw.standard_normal((runs, count, 1))
    table += 50 + 10 * draw.standard_normal((runs, count, 1))
    table += follows * world.walk * draw.standard_normal((runs, 1, shape[-1])).cumsum(axis=-1)
    table += world.drift * draw.standard_normal((runs, count, 1)) * np.arange(shape[-1])
    table[:, : world.treated, world.before :] += effect
    return table


def answers(world: World, table: Floats) -> Answers:
    """Return the engine's answers for all runs at once."""
    mine, others = table[:, : world.treated], table[:, world.treated :]
    if world.units >= Limits().comparisons:
        return by_units(mine, others, world.periods, world.design, Limits())
    away = mine.mean(axis=1) - (others.mean(axis=1) if world.units else 0.0)
    return by_time(away, world.periods, world.design, Limits())


@dataclass(frozen=True)
class Score:
    """Shares of the runs, in percent of all: interval given, holding the truth (of those given), called though nothing was,
    called the wanted way when there was an effect."""  # noqa: D205, D209

    given: float
    covered: float
    false: float
    seen: float


def score(world: World, seed: int) -> Score:
    """Return how the engine does in a world: once with nothing to find, once with ``EFFECT``."""
    nothing = answers(world, simulate(world, seed))
    real = answers(world, simulate(world, seed + 1, EFFECT))
    given = real.conclusive
    covered = (real.effect.low <= EFFECT) & (real.effect.high >= EFFECT)
    return Score(
        100 * float(given.mean()),
        100 * float(covered[given].mean()),
        100 * float((nothing.conclusive & nothing.effect.beside_zero).mean()),
        100 * float((given & (real.effect.high < 0)).mean()),
    )
