"""Whose answers change between two states of the law: every rule that the register's facts can answer, for everybody at once.

Three answers are compared for each person: the old law on the first day, the old law on the second day, and the new law on the
second day. What differs between the last two is the law's doing; the rest of a change comes with time.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

import numpy as np
from numpy.typing import NDArray

from matang import rules
from matang.flow.plan.public import PeopleFacts, law_columns, people_facts
from matang.flow.register.public import posts_at
from matang.rules.core.expressions import AT_LEAST_SHOWN, AT_MOST_SHOWN, BETWEEN_SHOWN, Number
from matang.rules.core.facts import Column

Item = rules.Rule | rules.Calculation | rules.Classification
Codes = NDArray[np.int64]
"""Answers of many people, two numbers each: outcome or place of the word twice, or the ends of a calculated value."""
DOUBT = "cannot tell"
OUTCOMES = {1: "pass", 0: "fail", -1: DOUBT}
POST_KIND, FUNCTIONAL = "post_kind", "functional_kind"
LAW, TIME = "law", "time"


@dataclass(frozen=True, slots=True)
class State:
    """The law on a day: the book and the day for which it is asked."""

    book: rules.Book
    day: date


@dataclass(frozen=True, slots=True)
class Question:
    """A rule as it is asked of people: of the post they hold, or of a post of some kind that they may take (``kind``)."""

    key: str
    kind: str

    @property
    def item(self) -> Item:
        """Return the rule."""
        return rules.ALL[self.key]


@dataclass(frozen=True, slots=True)
class Affected:
    """One person whose answer to one question changes, and whether the law or time does it."""

    nip: str
    name: str
    question: Question
    old: str
    new: str
    cause: str


@dataclass(frozen=True, slots=True)
class Posts:
    """Posts of a kind whose answer changes: how many there are, and the answers."""

    question: Question
    number: int
    old: str
    new: str


@dataclass(frozen=True)
class Comparison:
    """What changes: people one by one, counts by question and change (those of the law), posts, and what could not be asked."""

    people: int
    affected: tuple[Affected, ...]
    posts: tuple[Posts, ...]
    not_asked: tuple[str, ...]

    def by(self, cause: str) -> tuple[Affected, ...]:
        """Return the people affected by the law or by time."""
        return tuple(one for one in self.affected if one.cause == cause)

    def counts(self, cause: str) -> dict[Question, Counter[tuple[str, str]]]:
        """Return for each question how many people go from which answer to which; values are told apart from doubts only."""
        found: dict[Question, Counter[tuple[str, str]]] = {}
        for one in self.by(cause):
            change = (one.old, one.new)
            if isinstance(one.question.item, rules.Calculation):
                change = (one.old if one.old == DOUBT else "a value", one.new if one.new == DOUBT else "another value")
            found.setdefault(one.question, Counter())[change] += 1
        return found

    def sample(self, cause: str, number: int) -> tuple[Affected, ...]:
        """Return at most so many people, some of every question."""
        seen: Counter[Question] = Counter()
        ranked = []
        for one in self.by(cause):
            ranked.append((seen[one.question], one))
            seen[one.question] += 1
        chosen = {id(one) for _rank, one in sorted(ranked, key=lambda pair: pair[0])[:number]}
        return tuple(one for one in self.by(cause) if id(one) in chosen)


def compare(agency_id: int, old: State, new: State) -> Comparison:
    """Return whose answers change from the old law on its day to the new law on its day, by one query for each day."""
    after = people_facts(agency_id, new.day)
    before = after if old.day == new.day else people_facts(agency_id, old.day)
    kept = State(frozen(old.book, old.day), new.day)
    kinds = _kinds(agency_id, new.day)
    first, second, third = (_answers(facts, state, kinds) for facts, state in ((before, old), (after, kept), (after, new)))
    affected = tuple(_changed(before, after, first, second, third))
    posts = tuple(_changed_posts(kinds, old, new))
    return Comparison(len(after), affected, posts, tuple(_not_asked(old, new)))


def frozen(book: rules.Book, day: date) -> rules.Book:
    """Return a book whose values stay for ever what they are on a day."""
    found = {}
    for key, parameter in book.parameters.items():
        holding = {line: value for line in parameter.values if (value := parameter.on(day, line)) is not None}
        lines = {line: (replace(value, begin=date.min, end=None),) for line, value in holding.items()}
        found[key] = replace(parameter, values=lines)
    return rules.Book(book.sources, found)


def _kinds(agency_id: int, day: date) -> dict[str, int]:
    """Return how many posts of each kind the agency has on a day."""
    return dict(sorted(Counter(posts_at(agency_id, day).order_by().values_list("kind", flat=True)).items()))


def _asked_of_people(item: Item, known: Iterable[str]) -> bool:
    """Return whether the register knows something that an item asks for about people."""
    return any(fact.key in known for fact in item.needs)


def _answers(facts: PeopleFacts, state: State, kinds: Mapping[str, int]) -> dict[Question, Codes]:
    """Return everybody's answers to every question that the register's facts can touch."""
    people = law_columns(facts)
    held = rules.FACTS[POST_KIND].column([kind or None for kind in facts.kinds])
    eligibility = {rule.key for rule in rules.ELIGIBILITY}
    found = {}
    for item in rules.ALL.values():
        if not _asked_of_people(item, people):
            continue
        if item.key not in eligibility:
            found[Question(item.key, "")] = _codes(item, {**people, POST_KIND: held}, state, len(facts))
            continue
        for kind in kinds:
            wanted = rules.FACTS[POST_KIND].column([kind])
            found[Question(item.key, kind)] = _codes(item, {**people, POST_KIND: wanted}, state, len(facts))
    return found


def _codes(item: Item, columns: Mapping[str, Column], state: State, length: int) -> Codes:
    """Return the answers to one item in two numbers each."""
    answered = item.columns(columns, on=state.day, book=state.book)
    low, high = answered if isinstance(answered, tuple) else (answered, answered)
    return np.stack([np.broadcast_to(end, (length,)) for end in (low, high)], axis=1).astype(np.int64)


def _changed(
    before: PeopleFacts,
    after: PeopleFacts,
    first: Mapping[Question, Codes],
    second: Mapping[Question, Codes],
    third: Mapping[Question, Codes],
) -> Iterable[Affected]:
    """Yield the changes of the people who are there on both days."""
    _ids, was, now = np.intersect1d(before.ids, after.ids, return_indices=True)
    for question, answers in third.items():
        old, same_law, new = first[question][was], second[question][now], answers[now]
        for row in np.flatnonzero((old != new).any(axis=1) | (same_law != new).any(axis=1)):
            at = int(now[row])
            by_law = bool((same_law[row] != new[row]).any())
            begun = same_law[row] if by_law else old[row]
            yield Affected(
                after.nips[at], after.names[at], question, worded(question.item, begun), worded(question.item, new[row]),
                LAW if by_law else TIME,
            )  # fmt: skip


def _changed_posts(kinds: Mapping[str, int], old: State, new: State) -> Iterable[Posts]:
    """Yield the kinds of post whose own answer changes: questions that ask about a post and nobody in it."""
    for item in rules.ALL.values():
        if not {fact.key for fact in item.needs} <= {POST_KIND, FUNCTIONAL} or not item.needs:
            continue
        for kind, number in kinds.items():
            case = {POST_KIND: kind}
            was, now = (rules.answer(item.key, case, state.day, book=state.book) for state in (old, new))
            if was.message() != now.message():
                yield Posts(Question(item.key, kind), number, was.message().text(), now.message().text())


def _not_asked(old: State, new: State) -> Iterable[str]:
    """Yield the items that read a value which changes, but ask only for facts that the register does not hold."""
    touched = {
        key
        for key, parameter in new.book.parameters.items()
        if any(_value(old, key, line) != _value(new, key, line) for line in parameter.values)
    }
    known = {*law_fact_names(), POST_KIND}
    for item in rules.ALL.values():
        if touched & {parameter.key for parameter in item.parameters} and not _asked_of_people(item, known):
            yield item.key


def law_fact_names() -> tuple[str, ...]:
    """Return the names of the facts that the register holds about people."""
    served = (key for key in rules.FACTS if key.startswith("months_as_"))
    return (
        "employment_kind", "birth_date", "education", "grade", "held_kind", "post_since", "rating_last_year",
        "rating_year_before", *served,
    )  # fmt: skip


def _value(state: State, key: str, line: str) -> object:
    found = state.book.parameters[key].on(state.day, line)
    return None if found is None else (found.value,)


def worded(item: Item, codes: Codes) -> str:
    """Return an answer in words: an outcome in English, a word or a value of the law as the law says it."""
    low, high = (int(code) for code in codes)
    if isinstance(item, rules.Rule):
        return OUTCOMES[low]
    if isinstance(item, rules.Classification):
        return DOUBT if low < 0 else item.categories[low].label
    shown = _interval(item.expression, low, high)
    return DOUBT if shown is None else rules.Message.of("%(value)s", value=shown).text()


def _interval(number: Number, low: int, high: int) -> object:
    """Return an interval as it is shown, None where it says nothing."""
    least, most = number.span
    if low == high:
        return number.unit_of(low)
    if low <= least and high >= most:
        return None
    if high >= most:
        return rules.Message.of(AT_LEAST_SHOWN, low=number.unit_of(low))
    if low <= least:
        return rules.Message.of(AT_MOST_SHOWN, high=number.unit_of(high))
    return rules.Message.of(BETWEEN_SHOWN, low=number.unit_of(low), high=number.unit_of(high))
