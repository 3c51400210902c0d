"""The past of the story: the city begins with what it knows, and what became of the cohort of 2024."""

from datetime import date
from functools import partial

from matang.foundation.access.selectors import actor_of
from matang.foundation.clock.services import today
from matang.foundation.tenancy.context import acting_in
from matang.portal.demo import adopting, aims, archive, cohort, hosting, mayor
from matang.portal.demo.adopting import Walker
from matang.portal.demo.lessons import LESSONS
from matang.portal.demo.world import World

OPENED, HANDED_IN, DECIDED, BEGAN = date(2025, 8, 4), date(2025, 8, 18), date(2025, 9, 8), date(2025, 10, 1)
CLOCKS = {30: date(2025, 10, 8), 90: date(2025, 12, 8), 180: date(2026, 3, 9), 365: date(2026, 9, 8)}
GIVEN_UP, CLOSED = date(2025, 12, 15), date(2026, 9, 15)
LATE = "DPU"
"""The OPD whose recommendation is decided only this year: of its looks one was made, and one is overdue."""


def tell(world: World) -> None:
    """Put the past into the story."""
    story = world.story
    story.on(OPENED, partial(_open, world))
    story.on(HANDED_IN, partial(_hand_in, world))
    story.on(DECIDED, lambda: [one.decide(world.who("walikota")) for one in _in_time(world)])
    for clock, day in CLOCKS.items():
        story.on(day, partial(_look, world, clock))
    story.on(GIVEN_UP, lambda: _close(world, begun=False))
    story.on(CLOSED, lambda: _close(world, begun=True))
    story.on(story.ago(140), lambda: late(world).decide(world.who("walikota")))
    story.on(story.ago(120), lambda: late(world).begin(world.who("kepegawaian"), today()))
    story.on(story.ago(110), lambda: late(world).check(world.who("kepegawaian"), 30))


def _open(world: World) -> None:
    planner, officer = world.who("bappeda"), world.who("kepegawaian")
    world.serves = aims.plant(planner)
    mayor.announce(planner, world.serves)
    world.hosts = hosting.know(officer, world.second, world.story.day)
    hosting.price(officer)
    archive.bring_in(officer)
    world.past = cohort.recall(officer, world.hosts)
    with acting_in(world.second.pk):
        hosting.receive(actor_of(world.roles.coordinator), world.story.day)


def _hand_in(world: World) -> None:
    officer = world.who("kepegawaian")
    reports = cohort.report(officer, world.past)
    for lesson in LESSONS:
        walker = Walker(lesson, world.serves[lesson.opd], world.units[lesson.owner or lesson.opd])
        walker.recommend(officer, reports[lesson.opd])
        world.walkers.append(walker)
    keys = [walker.key for walker in world.walkers]
    adopting.present(officer, world.units["BKPSDMD"], "Paparan hasil magang 2024", cohort.PRESENTED, keys)


def late(world: World) -> Walker:
    """Return the lesson that was decided late."""
    return next(one for one in world.walkers if one.lesson.opd == LATE)


def _in_time(world: World) -> list[Walker]:
    return [one for one in world.walkers if one.lesson.kind and one.lesson.opd != LATE]


def _look(world: World, clock: int) -> None:
    officer = world.who("kepegawaian")
    for walker in _in_time(world):
        clocks = [look.clock for look in walker.lesson.looks]
        if clock == min(CLOCKS) and max(CLOCKS) in clocks:
            walker.begin(officer, BEGAN)
        if clock in clocks:
            walker.check(officer, clock)


def _close(world: World, *, begun: bool) -> None:
    for walker in _in_time(world):
        if walker.lesson.ending and (walker.adoption.began_on is not None) == begun:
            walker.close(world.who("walikota"))
