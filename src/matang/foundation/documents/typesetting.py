"""From a typst source and plain data to a PDF. No network, no shell, no fonts of the machine."""

import io
import json
from collections.abc import Mapping
from datetime import datetime
from functools import cache
from pathlib import Path

import segno
import typst

LETTER = Path(__file__).parent / "typst" / "letter.typ"


class TypesettingError(Exception):
    """The source could not be typeset with these data: a fault of the program, not of a person."""


def typeset(source: Path, data: Mapping[str, object], *, made_at: datetime, code: str, address: str = "") -> bytes:
    """Return a PDF/A-2b. The same arguments give the same bytes.

    Args:
        source: the main typst file; it may import ``letter.typ`` and reads its data by ``json(bytes(sys.inputs.data))``.
        data: plain values (texts, numbers, lists, dicts); dates already written as they shall be read.
        made_at: the moment written into the file.
        code: the verification code, printed with a QR of ``address`` (or of the code itself).
        address: where the code can be checked.
    """
    files = {
        "main.typ": source.read_bytes(),
        "letter.typ": LETTER.read_bytes(),
        "code.svg": _qr(address or code),
    }
    document = {**data, "code": code, "address": address}
    try:
        made = typst.compile(  # type: ignore[call-overload]  # several files are accepted; its stubs don't say so
            files,
            format="pdf",
            sys_inputs={"data": json.dumps(document, ensure_ascii=False)},
            ignore_system_fonts=True,
            pdf_standards=["a-2b"],
            timestamp=int(made_at.timestamp()),
        )
    except RuntimeError as error:
        raise TypesettingError(f"{source.name}: {error}") from error
    if not isinstance(made, bytes):
        raise TypesettingError(f"{source.name}: no single file came out")
    return made


@cache
def _qr(text: str) -> bytes:
    drawn = io.BytesIO()
    segno.make(text, error="m").save(drawn, kind="svg", border=0, xmldecl=False)
    return drawn.getvalue()
