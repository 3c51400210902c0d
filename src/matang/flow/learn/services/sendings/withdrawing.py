"""The letters of a sending, and taking them back when it no longer stands."""

from matang.flow.learn.models import Sending
from matang.foundation.access.actor import Actor
from matang.foundation.audit.services import record_decision
from matang.foundation.documents.models import IssuedDocument
from matang.foundation.documents.selectors import documents_about
from matang.foundation.documents.services import withdraw

ORDER, REQUEST = "sending-order", "sending-request"


def withdraw_letters(*, actor: Actor, sending: Sending, reason: str) -> int:
    """Withdraw the letters of a sending that no longer stands; return how many stood."""
    papers = [paper for paper in letters_of(sending) if paper.withdrawn_at is None]
    for paper in papers:
        withdraw(paper, actor_id=actor.user_id, reason=reason)
        record_decision(
            agency_id=sending.agency_id, actor_id=actor.user_id, kind="learn.letter_withdrawn", subject=paper.subject,
            payload={"code": paper.code, "sha256": paper.sha256}, reason=reason,
        )  # fmt: skip
    return len(papers)


def letters_of(sending: Sending) -> list[IssuedDocument]:
    """Return the letters of a sending of one's own, the letter of duty first, the newest first."""
    return [paper for kind in (ORDER, REQUEST) for paper in documents_about(sending.agency_id, f"{kind}:{sending.pk}")]
