"""Is this allocation right? An independent answer, which shares no code with the model that made it.

Reads only the two files, as JSON values, and holds the result against the definition: every act offered for its gap, every
person within their limits and in one place at a time, no class over its seats, the money as stated and within the budget,
the points as stated, and what units lack of their shares as stated. The prices prove, by weak duality in whole numbers,
that nothing as fair can be worth more than ``bound``.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

PROBLEM, RESULT = "matang.engine.allocation/1", "matang.engine.allocated/1"
PART = 10**12


def N_(text: str) -> str:  # noqa: N802 - the customary name of the mark for translation
    """Mark a text for translation without translating it."""
    return text


MESSAGES = {
    "unreadable": N_("Berkas tidak dapat dibaca: %(why)s."),
    "format": N_("Berkas bukan format yang dikenal."),
    "digest": N_("Hasil ini dibuat untuk soal lain: sidik jari soal %(actual)s, yang disebut hasil %(stated)s."),
    "not_offered": N_("Kebutuhan %(gap)s dijawab dengan kegiatan %(act)s yang tidak ditawarkan untuknya."),
    "acts": N_("Orang %(person)s mendapat %(given)s kegiatan, paling banyak %(most)s."),
    "hours": N_("Orang %(person)s mendapat %(given)s jam pelajaran, paling banyak %(most)s."),
    "clash": N_("Orang %(person)s mendapat dua kegiatan yang bertabrakan: %(first)s dan %(second)s."),
    "classes": N_("Kegiatan %(act)s: %(stated)s kelas, seharusnya %(needed)s."),
    "too_many_classes": N_("Kegiatan %(act)s membuka %(given)s kelas, paling banyak %(most)s."),
    "cost": N_("Biaya tertulis %(stated)s, hasil hitung ulang %(actual)s."),
    "budget": N_("Biaya %(cost)s melebihi anggaran %(budget)s."),
    "value": N_("Nilai tertulis %(stated)s, hasil hitung ulang %(actual)s."),
    "short": N_("Kekurangan bagian unit tertulis %(stated)s, hasil hitung ulang %(actual)s."),
    "prices": N_("Ada harga di bawah nol, jadi batas atas tidak terbukti."),
    "bound": N_("Batas atas tertulis %(stated)s tidak terbukti: yang terbukti %(actual)s."),
}


@dataclass(frozen=True, slots=True)
class AllocationFault:
    """One thing that is wrong: its code, a sentence with places, and the numbers for them."""

    code: str
    template: str
    numbers: tuple[tuple[str, object], ...]

    def __str__(self) -> str:
        return self.template % dict(self.numbers)


@dataclass(frozen=True, slots=True)
class AllocationCheck:
    """What was found. ``ok`` when nothing is wrong."""

    faults: tuple[AllocationFault, ...]

    @property
    def ok(self) -> bool:
        """True when the allocation keeps every rule and every number is as stated."""
        return not self.faults


def check_allocation(problem: Mapping[str, Any], result: Mapping[str, Any]) -> AllocationCheck:
    """Hold a result against its problem; both are the JSON values of their files. Never raises."""
    try:
        return AllocationCheck(tuple(_faults(problem, result)))
    except (KeyError, TypeError, ValueError, IndexError, AttributeError) as error:
        return AllocationCheck((_fault("unreadable", why=f"{type(error).__name__} {error}"),))


def _fault(code: str, **numbers: object) -> AllocationFault:
    return AllocationFault(code, MESSAGES[code], tuple(numbers.items()))


def _faults(problem: Mapping[str, Any], result: Mapping[str, Any]) -> Iterator[AllocationFault]:
    if problem["format"] != PROBLEM or result["format"] != RESULT:
        yield _fault("format")
        return
    text = json.dumps(problem, sort_keys=True, separators=(",", ":"), allow_nan=False)
    digest = hashlib.sha256(text.encode()).hexdigest()
    if digest != result["problem"]:
        yield _fault("digest", actual=digest, stated=result["problem"])
    offers = {(gap, act): value for gap, act, value in problem["options"]}
    pairs = [(gap, act) for gap, act in enumerate(result["chosen"]) if act != -1]
    if len(result["chosen"]) != len(problem["gaps"]) or len(result["classes"]) != len(problem["acts"]):
        raise ValueError("lengths")
    for gap, act in pairs:
        if (gap, act) not in offers:
            yield _fault("not_offered", gap=problem["gaps"][gap][0], act=act)
            return
    yield from _people(problem, pairs)
    yield from _money(problem, result, pairs)
    yield from _worth(problem, result, pairs, offers)
    yield from _proof(problem, result, offers)


def _people(problem: Mapping[str, Any], pairs: list[tuple[int, int]]) -> Iterator[AllocationFault]:
    """Nobody takes more than they may, nor two things at a time."""
    acts: dict[int, list[int]] = defaultdict(list)
    for gap, act in pairs:
        acts[problem["gaps"][gap][1]].append(act)
    clashing = {tuple(pair) for pair in problem["clashes"]}
    for person, taken in acts.items():
        key, _unit, _order, most, most_hours = problem["people"][person]
        if most >= 0 and len(taken) > most:
            yield _fault("acts", person=key, given=len(taken), most=most)
        hours = sum(problem["acts"][act][5] for act in taken)
        if 0 <= most_hours < hours:
            yield _fault("hours", person=key, given=hours, most=most_hours)
        for first in taken:
            for second in taken:
                if (first, second) in clashing:
                    yield _fault("clash", person=key, first=problem["acts"][first][0], second=problem["acts"][second][0])


def _money(problem: Mapping[str, Any], result: Mapping[str, Any], pairs: list[tuple[int, int]]) -> Iterator[AllocationFault]:
    """Every class is needed and allowed, and the money is as stated and there."""
    taken, cost = Counter(act for _gap, act in pairs), 0
    for at, (key, each, fixed, seats, most, _hours) in enumerate(problem["acts"]):
        needed = (1 if taken[at] else 0) if seats < 0 else (taken[at] + seats - 1) // seats
        if result["classes"][at] != needed:
            yield _fault("classes", act=key, stated=result["classes"][at], needed=needed)
        if needed > most:
            yield _fault("too_many_classes", act=key, given=needed, most=most)
        cost += each * taken[at] + fixed * needed
    if cost != result["cost"]:
        yield _fault("cost", stated=result["cost"], actual=cost)
    if cost > problem["budget"]:
        yield _fault("budget", cost=cost, budget=problem["budget"])


def _worth(
    problem: Mapping[str, Any], result: Mapping[str, Any], pairs: list[tuple[int, int]], offers: Mapping[tuple[int, int], int]
) -> Iterator[AllocationFault]:
    """The points are as stated, and so is what units lack of their shares."""
    got: Counter[int] = Counter()
    for gap, act in pairs:
        got[_unit(problem, gap)] += offers[gap, act]
    if got.total() != result["value"]:
        yield _fault("value", stated=result["value"], actual=got.total())
    lacking = sum(max(0, floor - got[unit]) for unit, floor in _floors(problem, offers).items())
    if lacking != result["short"]:
        yield _fault("short", stated=result["short"], actual=lacking)


def _unit(problem: Mapping[str, Any], gap: int) -> int:
    return int(problem["people"][problem["gaps"][gap][1]][1])


def _floors(problem: Mapping[str, Any], offers: Mapping[tuple[int, int], int]) -> dict[int, int]:
    """Return what every unit should get: the share of the sum of the best offer for each of its gaps, rounded up."""
    best: dict[int, int] = {}
    for (gap, _act), value in offers.items():
        best[gap] = max(value, best.get(gap, 0))
    sums: Counter[int] = Counter()
    for gap, value in best.items():
        sums[_unit(problem, gap)] += value
    share = problem["share"]
    return {unit: (total * share + 99) // 100 for unit, total in sums.items()} if share else {}


def _proof(
    problem: Mapping[str, Any], result: Mapping[str, Any], offers: Mapping[tuple[int, int], int]
) -> Iterator[AllocationFault]:
    """Weak duality: pay for money, seats and shares at the prices, let everybody take what suits them best, and add up."""
    money, seats = result["prices"]["money"], result["prices"]["seats"]
    units = {unit: price for unit, price in result["prices"]["units"]}  # noqa: C416 - the pairs are lists
    if min([money, *seats, *units.values()]) < 0:
        yield _fault("prices")
        return
    many = max(1, len(problem["gaps"]))
    bound = money * problem["budget"]
    for at, (_key, _each, fixed, places, most, _hours) in enumerate(problem["acts"]):
        bound += most * max(0, seats[at] * (many if places < 0 else places) - money * fixed)
    best: dict[int, int] = {}
    for (gap, act), value in offers.items():
        net = value * (PART + units.get(_unit(problem, gap), 0)) - money * problem["acts"][act][1] - seats[act]
        best[gap] = max(net, best.get(gap, 0))
    gains: dict[int, list[int]] = defaultdict(list)
    for gap, net in best.items():
        gains[problem["gaps"][gap][1]].append(net)
    for person, nets in gains.items():
        most = problem["people"][person][3]
        bound += sum(sorted(nets, reverse=True)[: most if most >= 0 else len(nets)])
    floors = _floors(problem, offers)
    bound += result["short"] * max(units.values(), default=0) - sum(units.get(unit, 0) * floor for unit, floor in floors.items())
    actual = max(result["value"], bound // PART)
    if actual != result["bound"]:
        yield _fault("bound", stated=result["bound"], actual=actual)
