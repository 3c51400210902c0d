"""Write to the decision log."""

from collections.abc import Mapping
from typing import Any

from django.db import connection, transaction

from matang.foundation.audit.chain import GENESIS, Entry, canonical, hash_of
from matang.foundation.audit.models import ChainHead, Decision
from matang.foundation.clock.services import now
from matang.foundation.tenancy.bulk import reserve_ids


def record_decision(
    *, agency_id: int, actor_id: int | None, kind: str, subject: str, payload: Mapping[str, Any], reason: str
) -> Decision:
    """Append an entry to the agency's log, inside the caller's transaction, and return it.

    Until that transaction ends, other writers of the same agency wait: record the decision last.

    Args:
        agency_id: the agency whose log it is; the transaction must work for it.
        actor_id: the account that decided; ``None`` for the system itself.
        kind: what kind of decision, such as ``place.decided``.
        subject: what it is about, as ``person:12`` or ``post:7``.
        payload: the facts that led to it; JSON values, dates and decimals.
        reason: the reason that the official gave.
    """
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [f"matang.decision:{agency_id}"])
        head = ChainHead.objects.filter(agency_id=agency_id).first()
        entry = Entry(
            id=reserve_ids(Decision, 1)[0],
            agency_id=agency_id,
            sequence=head.sequence + 1 if head else 1,
            at=now(),
            actor_id=actor_id,
            kind=kind,
            subject=subject,
            document=canonical(payload),
            reason=reason,
            previous=head.hash if head else GENESIS,
        )
        decision = Decision(
            id=entry.id,
            agency_id=agency_id,
            sequence=entry.sequence,
            at=entry.at,
            actor_id=actor_id,
            kind=kind,
            subject=subject,
            document=entry.document,
            reason=reason,
            previous=entry.previous,
            hash=hash_of(entry),
        )
        decision.save(force_insert=True)
        ChainHead.objects.update_or_create(agency_id=agency_id, defaults={"sequence": entry.sequence, "hash": decision.hash})
    return decision
