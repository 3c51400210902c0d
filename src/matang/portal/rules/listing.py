"""The list of everything the law decides here: what a line shows, and which lines a search and filters leave."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from matang import rules
from matang.portal.rules.values import references_on, short
from matang.portal.rules.words import Mark, begun, mark, marks, term

SHOWN_VALUES = 2
Item = rules.Rule | rules.Calculation | rules.Classification


@dataclass(frozen=True, slots=True)
class Row:
    """One rule in the list; ``values`` are label and value, ``more`` counts those left out.

    ``own`` is how sure we are of the article itself; ``read`` of the ``cited`` places (article and values) were read in the
    original.
    """

    key: str
    question: str
    explained: str
    values: tuple[tuple[str, str], ...]
    more: int
    article: str
    source: str
    mark: Mark
    own: Mark
    read: int
    cited: int
    checked: date
    warns: bool


@dataclass(frozen=True, slots=True)
class Topic:
    """The rules about one thing."""

    key: str
    name: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Tally:
    """How much there is, and how much of it nobody has read in the original."""

    rules: int
    rules_unverified: int
    values: int
    values_unverified: int


def topic_of(key: str) -> str:
    """Return the topic that a key belongs to."""
    return key.split(".", 1)[0]


def row_of(item: Item, on: date) -> Row:
    """Return the line of one item on a day."""
    references = references_on(item, on)
    shown = [(begun(term(parameter.label)), short(parameter, on)) for parameter in item.parameters[:SHOWN_VALUES]]
    return Row(
        key=item.key,
        question=term(item.question),
        explained=term(item.explained),
        values=tuple(shown),
        more=max(0, len(item.parameters) - SHOWN_VALUES),
        article=str(item.reference),
        source=item.reference.source.key,
        mark=marks(references),
        own=mark(item.reference),
        read=sum(not reference.unverified for reference in references),
        cited=len(references),
        checked=min(reference.last_checked for reference in references),
        warns=isinstance(item, rules.Rule) and item.warns,
    )


def matches(item: Item, words: str) -> bool:
    """Return whether every word stands in what an item asks, says, is about, rests on or reads."""
    said = [item.key, term(item.question), term(item.explained), term(rules.TOPICS[topic_of(item.key)]), str(item.reference)]
    said += [term(parameter.label) for parameter in item.parameters]
    text = " ".join(said).casefold()
    return all(word in text for word in words.casefold().split())


def found_by(words: str, most: int) -> list[tuple[str, str, str]]:
    """Return at most so many rules that a search finds: key, question, and topic with article."""
    found: list[tuple[str, str, str]] = []
    for item in rules.ALL.values():
        if len(found) < most and matches(item, words):
            found.append((item.key, term(item.question), f"{term(rules.TOPICS[topic_of(item.key)])} · {item.reference}"))
    return found


def topics(on: date, *, words: str = "", topic: str = "", unverified: bool = False) -> list[Topic]:
    """Return the rules by topic in their order, as far as search and filters leave them."""
    found: dict[str, list[Row]] = {}
    for item in rules.ALL.values():
        about = topic_of(item.key)
        if (topic and about != topic) or not matches(item, words):
            continue
        row = row_of(item, on)
        if row.mark.unverified or not unverified:
            found.setdefault(about, []).append(row)
    return [Topic(key, term(name), tuple(found[key])) for key, name in rules.TOPICS.items() if key in found]


def tally(on: date) -> Tally:
    """Return how many rules and values there are on a day, and how many are unverified."""
    marked = [marks(references_on(item, on)) for item in rules.ALL.values()]
    values = [value for parameter in rules.PARAMETERS.values() for value in _holding(parameter, on)]
    return Tally(
        rules=len(marked),
        rules_unverified=sum(found.unverified for found in marked),
        values=len(values),
        values_unverified=sum(value.reference.unverified for value in values),
    )


def _holding(parameter: rules.Parameter, on: date) -> Iterable[rules.DatedValue]:
    return (value for key in parameter.values if (value := parameter.on(on, key)) is not None)
