"""The facts rules ask for, under the names that the rest of the system uses. Terms of the law stay Indonesian."""

from __future__ import annotations

from typing import TYPE_CHECKING

from matang.rules.vocabulary.development import FACTS_OF_DEVELOPMENT
from matang.rules.vocabulary.people import FACTS_OF_PEOPLE
from matang.rules.vocabulary.performance import FACTS_OF_PERFORMANCE
from matang.rules.vocabulary.posts import FACTS_OF_POSTS
from matang.rules.vocabulary.service import FACTS_OF_SERVICE

if TYPE_CHECKING:
    from matang.rules.core.facts import Column

FACTS = {
    fact.key: fact
    for fact in (*FACTS_OF_PEOPLE, *FACTS_OF_POSTS, *FACTS_OF_DEVELOPMENT, *FACTS_OF_PERFORMANCE, *FACTS_OF_SERVICE)
}


def columns(**values: object) -> dict[str, Column]:
    """Return columns for facts by name: any sequence of what one value may be; ``None`` in it is unknown."""
    return {key: FACTS[key].column(sequence) for key, sequence in values.items()}  # type: ignore[arg-type]
