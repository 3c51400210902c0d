"""How alike two texts are: shared words, a rare word counting more. Ours, plain Python, the same everywhere."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from math import log

THRESHOLD = 0.7
"""From this share of common weight on (0 none, 1 the same words) two titles are shown as possibly the same."""

WORD = re.compile(r"[a-z0-9]+")
EMPTY = frozenset(
    [
        "dan",
        "atau",
        "di",
        "ke",
        "dari",
        "untuk",
        "pada",
        "dalam",
        "dengan",
        "yang",
        "bagi",
        "serta",
        "oleh",
        "atas",
        "secara",
        "kota",
        "kabupaten",
        "daerah",
        "provinsi",
        "tahun",
        "melalui",
        "penyelenggaraan",
        "pelaksanaan",
        "pengelolaan",
        "penyediaan",
        "peningkatan",
        "pembinaan",
        "kegiatan",
        "program",
    ]
)
"""Words that stand in half of the national list and tell nothing apart."""


def words_of(text: str) -> frozenset[str]:
    """Return the telling words of a text in small letters; all its words where none tells anything."""
    found = frozenset(WORD.findall(text.lower()))
    return found - EMPTY or found


def weights_of(texts: Iterable[frozenset[str]]) -> dict[str, float]:
    """Return the weight of each word: ln(1 + n / how many texts hold it)."""
    sets = list(texts)
    counts = Counter(word for words in sets for word in words)
    return {word: log(1 + len(sets) / count) for word, count in counts.items()}


def alike(first: frozenset[str], second: frozenset[str], weights: dict[str, float]) -> float:
    """Return the common weight of two texts as a share of both (Dice): 0 nothing, 1 the same words."""
    both = _sum(first, weights) + _sum(second, weights)
    return 2 * _sum(first & second, weights) / both if both else 0.0


def pairs(texts: dict[int, frozenset[str]], threshold: float = THRESHOLD) -> Iterator[tuple[int, int, float]]:
    """Yield every two keys (smaller first) whose texts are at least so alike, with how much.

    Two texts that reach the threshold share a word among the rarest of either: only those are looked up. Nothing is missed.
    """
    weights = weights_of(texts.values())
    sums = {key: _sum(words, weights) for key, words in texts.items()}
    needed = threshold / (2 - threshold)
    holders: dict[str, list[int]] = defaultdict(list)
    for key in sorted(texts):
        words = texts[key]
        near: set[int] = set()
        left = sums[key]
        for word in sorted(words, key=lambda one: (-weights[one], one)):
            if left < needed * sums[key] - 1e-9:
                break
            near.update(holders[word])
            holders[word].append(key)
            left -= weights[word]
        for other in sorted(near):
            both = sums[key] + sums[other]
            if both and min(sums[key], sums[other]) >= needed * max(sums[key], sums[other]) - 1e-9:
                share = 2 * _sum(words & texts[other], weights) / both
                if share >= threshold - 1e-9:
                    yield other, key, share


def _sum(words: frozenset[str], weights: dict[str, float]) -> float:
    return sum(weights.get(word, 0.0) for word in words)
