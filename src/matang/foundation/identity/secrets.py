"""Temporary passwords, and sealing of secrets at rest."""

from base64 import urlsafe_b64encode
from hashlib import sha256
from secrets import choice

from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings
from django.utils.encoding import force_bytes

LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"  # no characters that are read as one another
GROUPS, GROUP_LENGTH = 4, 4


def temporary_password() -> str:
    """Return a random password of four groups (about 79 bits) that can be read out over the telephone."""
    return "-".join("".join(choice(LETTERS) for _ in range(GROUP_LENGTH)) for _ in range(GROUPS))


def keys() -> MultiFernet:
    """Return the keys of this installation, the current one first, then those it is turning away from."""
    secrets = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    return MultiFernet([Fernet(urlsafe_b64encode(sha256(b"matang.mfa:" + force_bytes(secret)).digest())) for secret in secrets])


def seal(text: str) -> str:
    """Return ``text`` encrypted and signed."""
    return keys().encrypt(text.encode()).decode()


def unseal(sealed: str) -> str:
    """Return the text that :func:`seal` was given.

    Raises:
        cryptography.fernet.InvalidToken: the text was changed, or sealed with a key that is no longer known.
    """
    return keys().decrypt(sealed.encode()).decode()
