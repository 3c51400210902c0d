"""The instruments that rules rest on: which rules and numbers, and what of them nobody has read yet."""

from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit

from matang import rules
from matang.portal.rules.values import subject_of, value_text
from matang.portal.rules.words import Mark, begun, mark, term

UNDATED = date(1900, 1, 1)
"""The beginning of what has no instrument: customs and decisions of agencies."""


@dataclass(frozen=True, slots=True)
class Cited:
    """One place that is cited: for which rule or number, and how sure we are of it."""

    title: str
    key: str
    article: str
    value: str
    mark: Mark
    checked: date


@dataclass(frozen=True, slots=True)
class SourcePage:
    """One source with all that rests on it; ``host`` is where its address leads."""

    source: rules.Source
    since: date | None
    state: str
    host: str
    items: tuple[Cited, ...]
    values: tuple[Cited, ...]

    @property
    def unread(self) -> int:
        """Return how many rules and numbers cite a place that nobody has read."""
        return sum(cited.mark.unverified for cited in (*self.items, *self.values))


def state_of(source: rules.Source, on: date) -> str:
    """Return ``undated``, ``coming``, ``repealed`` or ``in_force`` on a day."""
    if source.in_force == UNDATED:
        return "undated"
    if source.in_force > on:
        return "coming"
    return "repealed" if source.repealed is not None and source.repealed <= on else "in_force"


def source_page(source: rules.Source, on: date) -> SourcePage:
    """Return one source with all that rests on it, whatever the date of a value."""
    items = tuple(
        Cited(term(item.question), item.key, item.reference.article, "", mark(item.reference), item.reference.last_checked)
        for item in rules.ALL.values()
        if item.reference.source.key == source.key
    )
    values = tuple(
        Cited(
            _title(parameter, line), parameter.key, value.reference.article, value_text(parameter, value),
            mark(value.reference), value.reference.last_checked,
        )
        for parameter in rules.PARAMETERS.values()
        for line, dated in parameter.values.items()
        for value in dated
        if value.reference.source.key == source.key
    )  # fmt: skip
    since = None if source.in_force == UNDATED else source.in_force
    return SourcePage(source, since, state_of(source, on), urlsplit(source.url).hostname or "", items, values)


def _title(parameter: rules.Parameter, line: str) -> str:
    subject = subject_of(parameter, line)
    return begun(term(parameter.label)) + (f": {subject}" if subject else "")


def source_pages(on: date) -> list[SourcePage]:
    """Return every source, those with the most unread places first."""
    return sorted(
        (source_page(source, on) for source in rules.SOURCES.values()), key=lambda page: (-page.unread, page.source.title)
    )
