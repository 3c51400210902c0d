"""Where everything of the picture stands: the top above, what is below it in columns, and their branches as indented lists.

All numbers are whole units of the drawing, which is as wide as a sheet lies: at most six columns, then another band.
"""

from dataclasses import dataclass, field

from matang.flow.aims.selectors.forest import Node

CARD, GAP, INDENT, MARGIN = 320, 24, 20, 14
COLUMNS, CARDS, CHILDREN = 6, 72, 36
PADDING, TITLE, SMALL = 28, 13.5, 11.5
BASE, BADGE, SPACE, BAND = 82, 22, 12, 44


@dataclass(slots=True)
class Card:
    """An aim in the picture; ``hidden`` counts the aims below it that are not drawn. ``node`` None = the plan itself."""

    node: Node | None
    title: str
    x: int = 0
    y: int = 0
    width: int = CARD
    hidden: int = 0
    below: list["Card"] = field(default_factory=list)

    @property
    def height(self) -> int:
        """How high the card is: a badge needs a line of its own."""
        return BASE + (BADGE if self.hidden else 0)

    @property
    def lines(self) -> list[str]:
        """The title, in lines."""
        return wrapped(self.title, self.width - PADDING)

    def fitted(self, text: str) -> str:
        """Return a small line that fits into the card."""
        return cut(text, self.width - PADDING)


@dataclass(slots=True)
class Picture:
    """A drawing of ``width`` × ``height``: its cards, the paths between them, and how many aims of the first row are left out."""

    width: int
    height: int
    cards: list[Card]
    paths: list[str]
    left_out: int = 0


NARROW, WIDE = frozenset("iljtfrI.,:;'|()[]/ 1-"), frozenset("mwMW%@OQ–—")


def text_width(text: str, size: float) -> float:
    """Return about how wide a text is in letters of ``size``; rather too much than too little."""
    factors = (0.36 if letter in NARROW else 0.92 if letter in WIDE else 0.7 if letter.isupper() else 0.57 for letter in text)
    return size * sum(factors)


def cut(text: str, width: float, size: float = SMALL) -> str:
    """Return a text that fits into the width, with an ellipsis where something is left out."""
    if text_width(text, size) <= width:
        return text
    while text and text_width(text + "…", size) > width:
        text = text[:-1]
    return text.rstrip() + "…"


def wrapped(text: str, width: float, most: int = 2) -> list[str]:
    """Return a title as at most ``most`` lines that fit into the width; what does not fit ends in an ellipsis."""
    lines: list[str] = []
    words = text.split()
    for number, word in enumerate(words):
        if lines and text_width(f"{lines[-1]} {word}", TITLE) <= width:
            lines[-1] += f" {word}"
        elif len(lines) == most:
            rest = " ".join(words[number:])
            return [*lines[:-1], cut(f"{lines[-1]} {rest}", width, TITLE)]
        else:
            lines.append(cut(word, width, TITLE))
    return lines


def draw(top: Node | None, title: str, first: list[Node]) -> Picture:
    """Return the picture of ``top`` (None = a plan called ``title``) and what is below it, as deep as the sheet is large."""
    root = Card(top, title)
    root.below = [Card(node, node.title) for node in first[:CHILDREN]]
    _deepen(root)
    for card in _all(root):
        card.hidden = card.node.count if card.node and not card.below else 0
    columns = _columns(len(root.below))
    width = max(columns * (CARD + GAP) - GAP, 2 * CARD) + 2 * MARGIN
    root.width = min(width - 2 * MARGIN, 2 * CARD)
    root.x, root.y = (width - root.width) // 2, MARGIN
    root.hidden = 0
    paths: list[str] = []
    bottom = root.y + root.height
    for start in range(0, len(root.below), columns):
        bottom = _band(root, root.below[start : start + columns], bottom + BAND, width, paths)
    return Picture(width, bottom + MARGIN, list(_all(root)), paths, left_out=max(0, len(first) - CHILDREN))


def _columns(count: int) -> int:
    """Return how many columns stand side by side: in even bands, and so that the line to the next passes between two."""
    bands = -(-count // COLUMNS) or 1
    columns = -(-count // bands) or 1
    return columns if bands == 1 else columns + columns % 2


def _deepen(root: Card) -> None:
    """Open a whole level at a time while all cards fit on the sheet."""
    row, count = root.below, 1 + len(root.below)
    while row:
        size = sum(len(card.node.children) for card in row if card.node)
        if not size or count + size > CARDS:
            return
        for card in row:
            card.below = [Card(node, node.title) for node in card.node.children] if card.node else []
        row = [below for card in row for below in card.below]
        count += size


def _all(card: Card) -> list[Card]:
    return [card, *(one for below in card.below for one in _all(below))]


def _band(root: Card, row: list[Card], top: int, width: int, paths: list[str]) -> int:
    """Place a row of columns and return where it ends; the root's line comes down to each."""
    left = (width - (len(row) * (CARD + GAP) - GAP)) // 2
    middle, rail = root.x + root.width // 2, top - BAND // 2
    bottom = top
    for number, card in enumerate(row):
        card.x, card.y = left + number * (CARD + GAP), top
        at = card.x + CARD // 2
        paths.append(f"M{middle} {root.y + root.height}V{rail}H{at}V{top}")
        bottom = max(bottom, _column(card, paths))
    return bottom


def _column(card: Card, paths: list[str]) -> int:
    """Place what is below a card under it, a step to the right, and return where it ends."""
    bottom = card.y + card.height
    for below in card.below:
        below.x, below.y = card.x + INDENT, bottom + SPACE
        below.width = card.width - INDENT
        paths.append(f"M{card.x + INDENT // 2} {card.y + card.height}V{below.y + BASE // 2}H{below.x}")
        bottom = _column(below, paths)
    return bottom
