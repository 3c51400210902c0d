"""Verification codes: long enough not to be guessed, short and clear enough to be typed from paper."""

import secrets

LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's 32 signs: no I, L, O and U, which are misread."""
MISREAD = str.maketrans({"I": "1", "L": "1", "O": "0"})
GROUPS, GROUP = 3, 4


def new_code(agency_code: str) -> str:
    """Return a new code: the agency's code and 60 random bits, such as ``7271-K3MX-0Q9D-T4WE``."""
    groups = ("".join(secrets.choice(LETTERS) for _ in range(GROUP)) for _ in range(GROUPS))
    return "-".join((agency_code, *groups))


def read_code(typed: str) -> tuple[str, str] | None:
    """Return (agency code, whole code) of what somebody typed, forgiving small letters, spaces and misread signs.

    None when it cannot be a code.
    """
    signs = "".join(typed.split()).upper().replace("–", "-")
    agency, *groups = signs.rsplit("-", GROUPS)
    tail = [group.translate(MISREAD) for group in groups]
    if not agency or len(tail) != GROUPS or any(len(group) != GROUP or set(group) - set(LETTERS) for group in tail):
        return None
    return agency, "-".join((agency, *tail))
