"""Invented worlds with a known effect: who is compared, for how long, and how the noise behaves. Seeds are fixed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from matang.engine.effect import Design, Limits
from matang.engine.effect.answer import Answers, by_time, by_units
from matang.engine.effect.counting import Sampling

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

RUNS = 1_000
EFFECT = -1.5
"""In standard deviations of one period's noise: the table also shows how often such an effect is seen."""


@dataclass(frozen=True)
class World:
    """One design. ``noise``: normal, heavy (Student, 4 degrees) or skewed (exponential); ``rho`` from period to period.

    ``units`` are comparison units; ``walk``: a random walk moves all alike; ``loading``: how unequally units follow it;
    ``drift``: standard deviation of each unit's own slope a period; ``louder``: the adopters' noise beside the others';
    ``people``: values are shares counted among so many people of an adopter, 1,500 to 9,000 elsewhere;
    ``blind``: these counts are not told.
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
    louder: float = 1.0
    people: int = 0
    blind: bool = False

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
    World("three adopters", 8, 6, 6, 0.3, treated=3),
    World("unequal loadings", 8, 8, 8, 0.3, loading=0.5),
    World("own slopes", 8, 8, 8, 0.3, drift=0.2),
    World("small adopter", 4, 4, 4, 0.3, people=60),
    World("small adopter", 8, 6, 6, 0.3, people=200),
]
"""Where comparison units measure the noise."""
TIME = [
    *_grid("few compared", [(2, 18, 12), (1, 24, 6), (3, 24, 12)]),
    *_grid("few compared", [(2, 18, 12), (1, 18, 18)], Design.TREND),
    *[replace(world, walk=0.0) for world in _grid("alone", [(0, 24, 6), (0, 24, 12)], Design.TREND)],
]
"""Where time measures the noise."""
BEYOND = [
    World("alone in a common walk", 0, 24, 12, 0.3, Design.TREND),
    *[World("few compared", 2, 24, 12, rho) for rho in (0.8, 0.9)],
    *[World("few compared", 2, 24, 12, rho, Design.TREND) for rho in (0.8, 0.9)],
    *[World("small adopter, counts unknown", *shape, 0.3, people=200, blind=True) for shape in ((4, 4, 4), (8, 6, 6))],
    *[World("adopter twice as noisy", *shape, 0.3, louder=2.0) for shape in ((4, 4, 4), (8, 6, 6), (20, 24, 12))],
]
"""Beyond what is promised: what moves everybody and is blamed on the practice (why a series alone proves no cause), noise that
hardly forgets, an adopter noisier than the others, as no count tells."""


def simulate(world: World, seed: int, runs: int) -> Floats:
    """Return (runs, treated + units, periods) without any effect: the treated units first."""
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
    table[:, : world.treated] *= world.louder
    follows = 1 + world.loading * draw.standard_normal((runs, count, 1))
    table += 10 * draw.standard_normal((runs, count, 1))
    table += follows * world.walk * draw.standard_normal((runs, 1, shape[-1])).cumsum(axis=-1)
    table += world.drift * draw.standard_normal((runs, count, 1)) * np.arange(shape[-1])
    return table


def counted(world: World, seed: int, runs: int) -> tuple[Floats, Sampling]:
    """Return shares in percent, counted among few people of the adopter and many elsewhere, and their variances."""
    draw, hidden = np.random.default_rng(seed), simulate(replace(world, walk=0.0), seed + 1, runs)
    hidden -= hidden.mean(axis=-1, keepdims=True)
    people = np.array([world.people] * world.treated + np.linspace(1500, 9000, world.units).astype(int).tolist())
    people = np.broadcast_to(people[:, None], hidden.shape)
    hits = draw.binomial(people, np.clip(0.3 + hidden / 100, 0, 1))
    share = hits.sum(axis=-1, keepdims=True) / people.sum(axis=-1, keepdims=True)
    variance = 100**2 * share * (1 - share) / people
    return 100 * hits / people, Sampling(variance[:, : world.treated], variance[:, world.treated :])


def answers(world: World, seed: int, runs: int = RUNS) -> Answers:
    """Return the engine's answers for all runs at once."""
    table, sampling = counted(world, seed, runs) if world.people else (simulate(world, seed, runs), None)
    sampling = None if world.blind else sampling
    mine, others = table[:, : world.treated], table[:, world.treated :]
    if world.units >= Limits().comparisons:
        return by_units(mine, others, world.periods, world.design, Limits(), sampling=sampling)
    away = mine.mean(axis=1) - (others.mean(axis=1) if world.units else 0.0)
    return by_time(away, world.periods, world.design, Limits())


@dataclass(frozen=True)
class Score:
    """Shares in percent.

    ``given``: runs that got an interval; ``covered``: of these, those whose interval holds the truth; ``false``: of all
    runs, those called better or worse though nothing was; ``seen``: of all runs, those called if there had been ``EFFECT``.
    """

    given: float
    covered: float
    false: float
    seen: float


def score(world: World, seed: int, runs: int = RUNS) -> Score:
    """Return how the engine does in a world.

    An effect moves estimate and interval by itself and changes nothing else (a test of its own holds this), so the runs
    without an effect also tell what happens with one.
    """
    found = answers(world, seed, runs)
    given, effect = found.conclusive, found.effect
    return Score(
        100 * float(given.mean()),
        100 * float((~effect.beside_zero)[given].mean()),
        100 * float((given & effect.beside_zero).mean()),
        100 * float((given & (effect.high + EFFECT < 0)).mean()),
    )
