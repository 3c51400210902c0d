"""What the register tells later stages."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from matang.foundation.events.base import Event


@dataclass(frozen=True)
class Replacement:
    """A post and the one that replaces it."""

    old_id: int
    new_id: int


@dataclass(frozen=True, kw_only=True)
class PostsReplaced(Event):
    """Posts ended on a day and others took their place: a reorganisation, or the official rename of a post.

    Holders have moved already; what later stages hold about the old posts is theirs to carry over.
    """

    name: ClassVar[str] = "register.posts_replaced"

    pairs: tuple[Replacement, ...]
    effective_from: date

    @property
    def subject(self) -> str:
        """Order all of them: a post may be replaced again."""
        return "posts"
