"""Take evidence out of the count: a new row says why; the old one stays as it was."""

from dataclasses import replace

from django.db import transaction
from django.utils.translation import gettext as _

from matang.flow.needs.models import Evidence, EvidenceWithdrawal
from matang.flow.needs.permissions import may_withdraw_evidence
from matang.flow.needs.services.evidence.recording import (
    NewEvidence,
    Upload,
    append,
    kept,
    may_write_about,
    refuse_nonsense,
)
from matang.flow.needs.services.evidence.status import recompute
from matang.flow.register.public import person_visible_to, unit_path_of
from matang.foundation.access.actor import Actor
from matang.foundation.access.answers import Denied, RefusedError, require
from matang.foundation.clock.services import now, today


def withdraw_evidence(*, actor: Actor, evidence_id: int, reason: str) -> EvidenceWithdrawal:
    """Let a piece count no longer, on any day, with a reason; said twice, the first reason stands.

    Raises:
        RefusedError: not the actor's to withdraw, or no reason.
    """
    with transaction.atomic():
        evidence, reason = _to_withdraw(actor, evidence_id, reason)
        found = EvidenceWithdrawal.objects.filter(evidence=evidence).first()
        if found:
            return found
        made = _withdraw(actor, evidence, reason, None)
        recompute(evidence.agency_id, today(), [evidence.person_id])
    return made


def correct_evidence(
    *, actor: Actor, evidence_id: int, piece: NewEvidence, reason: str, upload: Upload | None = None
) -> Evidence:
    """Put a new piece in the place of a wrong one; both stay readable. The document is carried over unless a new one comes.

    Raises:
        RefusedError: not the actor's, no reason, it was withdrawn before, or the new piece cannot be.
        RefusedFileError: the document is not accepted. Nothing was changed.
    """
    with transaction.atomic():
        old, reason = _to_withdraw(actor, evidence_id, reason)
        if EvidenceWithdrawal.objects.filter(evidence=old).exists():
            raise RefusedError(Denied(_("Bukti ini sudah ditarik atau diperbaiki sebelumnya.")))
        piece = replace(piece, person_id=old.person_id)
        may_write_about(actor, old.person_id, piece.source)
        refuse_nonsense(piece)
        new = append(actor, piece, kept(actor, upload) or old.document)
        _withdraw(actor, old, reason, new)
        recompute(old.agency_id, today(), [old.person_id])
    return new


def _to_withdraw(actor: Actor, evidence_id: int, reason: str) -> tuple[Evidence, str]:
    """Return the piece, locked so that two people don't withdraw it at once, and the reason without blanks."""
    evidence = Evidence.objects.select_for_update(of=("self",)).filter(pk=evidence_id, agency_id=actor.agency_id).first()
    if evidence is None or person_visible_to(actor, evidence.person_id) is None:
        raise RefusedError(Denied(_("Bukti ini tidak ada dalam lingkup Anda.")))
    path = lambda: unit_path_of(evidence.person_id, today())  # noqa: E731 - asked only where it matters
    require(may_withdraw_evidence(actor, evidence.person_id, evidence.source, evidence.rater_id, path))
    if not reason.strip():
        raise RefusedError(Denied(_("Tulis alasan penarikan bukti.")))
    return evidence, reason.strip()


def _withdraw(actor: Actor, evidence: Evidence, reason: str, replacement: Evidence | None) -> EvidenceWithdrawal:
    return EvidenceWithdrawal.objects.create(
        agency_id=evidence.agency_id,
        evidence=evidence,
        replacement=replacement,
        reason=reason,
        withdrawn_by_id=actor.user_id,
        withdrawn_at=now(),
    )
