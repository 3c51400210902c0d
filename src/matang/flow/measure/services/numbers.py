"""Numbers as an office writes them."""

import re
from decimal import Decimal, InvalidOperation

GROUPED = re.compile(r"\d{1,3}(\.\d{3})+")
LARGEST = Decimal(10) ** 16


class NotANumberError(ValueError):
    """The text is no number, or one with more than four places or sixteen digits."""


def read_number(text: str) -> Decimal:
    """Return ``1.234,5``, ``1234,5`` or ``1234.5`` as a number.

    Points part thousands where exactly three digits follow each (``1.250`` is a thousand). Raises ``NotANumberError``.
    """
    plain = text.replace("\u00a0", "").replace(" ", "").replace("\u2212", "-").removesuffix("%")
    sign, body = ("-", plain[1:]) if plain.startswith("-") else ("", plain)
    whole, comma, places = body.partition(",")
    if comma:
        if "." in whole and not GROUPED.fullmatch(whole):
            raise NotANumberError(text)
        body = f"{whole.replace('.', '')}.{places}"
    elif GROUPED.fullmatch(whole):
        body = whole.replace(".", "")
    if not re.fullmatch(r"\d+(\.\d+)?", body):
        raise NotANumberError(text)
    try:
        number = Decimal(sign + body)
    except InvalidOperation as error:
        raise NotANumberError(text) from error
    if abs(number) >= LARGEST or number != round(number, 4):
        raise NotANumberError(text)
    return number
