"""Answers to "may this actor do that?". A refusal carries its reason and, where there is one, its article."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Allowed:
    """Yes."""

    def __bool__(self) -> bool:
        return True


@dataclass(frozen=True, slots=True)
class Denied:
    """No, because of ``reason`` (a sentence for the person) under ``article`` (a citation, or empty)."""

    reason: str
    article: str = ""

    def __bool__(self) -> bool:
        return False


Answer = Allowed | Denied


class RefusedError(Exception):
    """Raised by a service when the answer is a refusal; the page shows the reason and nothing has changed."""

    def __init__(self, answer: Denied) -> None:
        super().__init__(answer.reason)
        self.answer = answer


def refuse(reason: str) -> RefusedError:
    """Return the refusal with this reason, to be raised."""
    return RefusedError(Denied(reason))


def require(answer: Answer) -> None:
    """Raise :class:`RefusedError` unless ``answer`` allows."""
    if isinstance(answer, Denied):
        raise RefusedError(answer)
