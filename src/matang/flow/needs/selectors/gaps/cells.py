"""How many requirements stand how."""

from dataclasses import dataclass


@dataclass(slots=True)
class Cell:
    """How many requirements stand how."""

    meets: int = 0
    below: int = 0
    unsure: int = 0
    no_evidence: int = 0

    @property
    def total(self) -> int:
        """All requirements of the cell."""
        return self.meets + self.below + self.unsure + self.no_evidence

    @property
    def shown(self) -> float | None:
        """The share that is shown for sure to be met; None where nothing is asked."""
        return self.meets / self.total if self.total else None

    @property
    def assessed(self) -> int:
        """The requirements for which there is any evidence."""
        return self.total - self.no_evidence

    @property
    def unknown(self) -> bool:
        """True when not one requirement has any evidence, so that nothing can be said, not even "none is met"."""
        return self.no_evidence == self.total

    def add(self, other: "Cell") -> None:
        """Add another cell's counts."""
        self.meets += other.meets
        self.below += other.below
        self.unsure += other.unsure
        self.no_evidence += other.no_evidence
