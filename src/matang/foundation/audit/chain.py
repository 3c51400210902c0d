"""The hash chain's encoding. Whoever wants to check a log by other means needs only this page.

The hash of an entry is SHA-256 over the UTF-8 text of a JSON array without spaces, characters outside ASCII written
as themselves: ``["matang-decision-1", id, agency, sequence, at, actor, kind, subject, document, reason, previous]``.
``at`` is UTC with microseconds (``2026-03-02T01:02:03.000004Z``); the first entry's ``previous`` is 64 zeros.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder

VERSION = "matang-decision-1"
GENESIS = "0" * 64


@dataclass(frozen=True, slots=True)
class Entry:
    """What the hash covers."""

    id: int
    agency_id: int
    sequence: int
    at: datetime
    actor_id: int | None
    kind: str
    subject: str
    document: str
    reason: str
    previous: str


def canonical(payload: Mapping[str, Any]) -> str:
    """Return ``payload`` as JSON with sorted keys and without spaces; dates and decimals become text.

    Raises:
        TypeError: a value that JSON cannot hold.
        ValueError: a number that is not finite.
    """
    return json.dumps(payload, cls=DjangoJSONEncoder, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False)


def hash_of(entry: Entry) -> str:
    """Return the entry's hash, 64 hexadecimal digits."""
    at = entry.at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
    fields = [
        VERSION, entry.id, entry.agency_id, entry.sequence, at, entry.actor_id,
        entry.kind, entry.subject, entry.document, entry.reason, entry.previous,
    ]  # fmt: skip
    text = json.dumps(fields, separators=(",", ":"), ensure_ascii=False)
    return sha256(text.encode()).hexdigest()
