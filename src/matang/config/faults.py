"""Faults of the surroundings: what is wrong, and the way out. The command line ends with code 3 on them."""


class SurroundingsError(Exception):
    """The machine, the database or the settings stand in the way; ``mend`` says what the operator can do."""

    def __init__(self, what: str, mend: str) -> None:
        super().__init__(f"{what}\n{mend}")
        self.what = what
        self.mend = mend
