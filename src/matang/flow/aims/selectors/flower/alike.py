"""Activities that stand twice or look alike: same code, same words, similar words. Kept while the tree does not change."""

from collections import defaultdict
from dataclasses import dataclass

from matang.flow.aims.choices import DEED_LEVELS
from matang.flow.aims.selectors.flower.likeness import THRESHOLD, pairs, words_of
from matang.flow.aims.selectors.forest import Forest, Node

KEPT = 4
MOST = 500
"""How many pairs are shown at most, the most alike first."""

_kept: list[tuple[Forest, dict[int, int], "tuple[list[Twin], list[Look]]"]] = []


@dataclass(frozen=True, slots=True)
class Twin:
    """Aims of different units with the same code (``why`` "code") or the same words ("title"), smallest key first."""

    why: str
    nodes: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Look:
    """Two activities of two agencies whose words are alike (``share`` 0–1); smaller key first."""

    first: Node
    second: Node
    share: float


def alike_in(forest: Forest, tops: dict[int, int]) -> tuple[list[Twin], list[Look]]:
    """Return what stands twice and what looks alike; ``tops`` gives the agency (unit without parent) of each unit.

    The work that every agency does for itself (programme 01 of the national list) stands everywhere by law and is left out.
    """
    for known, units, found in _kept:
        if known is forest and units == tops:
            return found
    deeds = [node for node in forest.walk() if node.level in DEED_LEVELS and not is_support(node.code)]
    made = (_twins(deeds), _looks(deeds, tops))
    _kept.append((forest, tops, made))
    del _kept[:-KEPT]
    return made


def is_support(code: str) -> bool:
    """Return whether a code of the national list is of the supporting programme that every agency has (…01…)."""
    parts = code.split(".")
    return len(parts) >= 3 and parts[2] == "01"


def _twins(deeds: list[Node]) -> list[Twin]:
    groups: dict[tuple[str, str, str], list[Node]] = defaultdict(list)
    for node in deeds:
        if node.code:
            groups["code", node.level, node.code].append(node)
        groups["title", node.level, " ".join(node.title.lower().split())].append(node)
    found, seen = [], set()
    for (why, _level, _key), nodes in groups.items():
        keys = frozenset(node.id for node in nodes)
        if len({node.unit_id for node in nodes if node.unit_id}) > 1 and keys not in seen:
            seen.add(keys)
            found.append(Twin(why, tuple(sorted(nodes, key=lambda node: node.id))))
    return found


def _looks(deeds: list[Node], tops: dict[int, int]) -> list[Look]:
    """Compare each wording once, whatever number of aims has it; show one pair for two wordings."""
    holders: dict[frozenset[str], list[Node]] = defaultdict(list)
    for node in deeds:
        if node.unit_id in tops:
            holders[words_of(node.title)].append(node)
    wordings = {min(node.id for node in nodes): words for words, nodes in holders.items()}
    found = []
    for one, two, share in pairs(wordings, THRESHOLD):
        pair = next(
            (
                (first, second)
                for first in holders[wordings[one]]
                for second in holders[wordings[two]]
                if tops[first.unit_id or 0] != tops[second.unit_id or 0] and first.level == second.level
            ),
            None,
        )
        if pair:
            first, second = sorted(pair, key=lambda node: node.id)
            found.append(Look(first, second, share))
    return sorted(found, key=lambda look: (-look.share, look.first.id, look.second.id))[:MOST]
