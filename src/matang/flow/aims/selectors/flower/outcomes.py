"""Outcomes that several agencies share, each counted once, and outcomes that nobody serves."""

from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal

from matang.flow.aims.choices import WORK_LEVELS, AimLevel, LinkKind
from matang.flow.aims.selectors.forest import Forest, Node

OUTCOMES = (AimLevel.GOAL, AimLevel.OBJECTIVE, AimLevel.CRITICAL_SUCCESS_FACTOR, AimLevel.INTERMEDIATE_CONDITION)
WHOLE = Decimal(100)


@dataclass(frozen=True, slots=True)
class Tie:
    """A link that holds on the day, by keys; ``share`` in percent, None = not agreed."""

    id: int
    source: int
    target: int
    kind: str
    share: Decimal | None


@dataclass(frozen=True, slots=True)
class SharedOutcome:
    """One outcome of several agencies: who brings what share to it. ``total`` sums the shares that are known.

    ``elsewhere`` counts shares that were agreed for another aim of the same outcome: then nothing is agreed on the whole.
    """

    node: Node
    parts: tuple[tuple[Node, Decimal | None], ...]
    total: Decimal
    elsewhere: int

    @property
    def agreed(self) -> bool:
        """True when every part is known and the parts come to exactly 100."""
        return not self.elsewhere and all(share is not None for _node, share in self.parts) and self.total == WHOLE


def unserved(forest: Forest, ties: list[Tie]) -> list[Node]:
    """Return the objectives that no programme, activity or sub-activity serves, neither below nor by a link to it."""
    helped = {
        tie.target
        for tie in ties
        if tie.kind == LinkKind.CONTRIBUTES_TO and tie.source in forest.by_id and forest.by_id[tie.source].level in WORK_LEVELS
    }
    found = []
    for node in forest.walk():
        if node.level == AimLevel.OBJECTIVE:
            branch = list(node.walk())
            if not any(below.level in WORK_LEVELS or below.id in helped for below in branch):
                found.append(node)
    return found


def shared_outcomes(forest: Forest, ties: list[Tie], tops: dict[int, int]) -> list[SharedOutcome]:
    """Return the outcomes that aims of more than one agency share, each once, however many links tell of it."""
    counting = [tie for tie in ties if _shares(forest, tie)]
    group: dict[int, int] = {}

    def head(key: int) -> int:
        while group.setdefault(key, key) != key:
            key = group[key]
        return key

    for tie in counting:
        group[head(tie.source)] = head(tie.target)
    bundles: dict[int, list[Tie]] = defaultdict(list)
    for tie in counting:
        bundles[head(tie.target)].append(tie)
    found = [_outcome(forest, bundle) for bundle in bundles.values()]
    return sorted((one for one in found if _agencies(one, tops) > 1), key=lambda one: (one.agreed, one.node.path))


def _shares(forest: Forest, tie: Tie) -> bool:
    if tie.source not in forest.by_id or tie.target not in forest.by_id:
        return False
    to_outcome = forest.by_id[tie.target].level in OUTCOMES
    return tie.kind == LinkKind.SHARES_OUTCOME or (tie.kind == LinkKind.CONTRIBUTES_TO and to_outcome)


def _outcome(forest: Forest, bundle: list[Tie]) -> SharedOutcome:
    reached: dict[int, int] = defaultdict(int)
    for tie in bundle:
        reached[tie.target] += 1
    target = min(reached, key=lambda key: (-reached[key], key))
    mine = [tie for tie in bundle if tie.target == target]
    elsewhere = [tie for tie in bundle if tie.target != target]
    shares: dict[int, Decimal | None] = {}
    for tie in mine:
        known = shares.get(tie.source)
        shares[tie.source] = tie.share if known is None else known + (tie.share or 0)
    others = {key for tie in elsewhere for key in (tie.source, tie.target)} - shares.keys() - {target}
    parts = [(forest.by_id[key], share) for key, share in shares.items()]
    parts += [(forest.by_id[key], None) for key in sorted(others)]
    total = sum((share for _node, share in parts if share is not None), Decimal(0))
    return SharedOutcome(forest.by_id[target], tuple(parts), total, len(elsewhere))


def _agencies(outcome: SharedOutcome, tops: dict[int, int]) -> int:
    units = [outcome.node.unit_id, *(node.unit_id for node, _share in outcome.parts)]
    return len({tops[unit] for unit in units if unit in tops})
