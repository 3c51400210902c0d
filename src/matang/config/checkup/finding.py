"""The answer of a check."""

from dataclasses import dataclass
from enum import StrEnum


class State(StrEnum):
    """How a thing is. Only a fault makes the doctor's exit code 1."""

    OK = "ok"
    WARNING = "warning"
    FAULT = "fault"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at: ``what`` was found, and how to ``mend`` it when it is not ok."""

    check: str
    state: State
    what: str
    mend: str = ""

    def __post_init__(self) -> None:
        if (self.state is State.OK) == bool(self.mend):
            raise ValueError(f"{self.check}: a finding that is not ok, and only such a one, says how to mend it")


def ok(check: str, what: str) -> Finding:
    """All is well."""
    return Finding(check, State.OK, what)


def warning(check: str, what: str, mend: str) -> Finding:
    """It works, but not well."""
    return Finding(check, State.WARNING, what, mend)


def fault(check: str, what: str, mend: str) -> Finding:
    """It does not work, or is not safe."""
    return Finding(check, State.FAULT, what, mend)
