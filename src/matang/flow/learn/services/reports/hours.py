"""Book hours of learning by the rule, once for each acceptance; take them back by a row of their own."""

from decimal import Decimal

from matang import rules
from matang.flow.learn.choices import SendingKind
from matang.flow.learn.models import LearningHours, SendingReport
from matang.flow.learn.selectors.reports import returned_on
from matang.foundation.access.actor import Actor
from matang.foundation.clock.services import now, today

RULE = "learning.how_many_hours"
KINDS = {
    SendingKind.INTERNSHIP: "internship",
    SendingKind.STUDY_VISIT: "benchmarking",
    SendingKind.SECONDMENT: "secondment",
    SendingKind.EXCHANGE: "exchange",
}
"""By which kind of the national list each kind of sending is counted."""
HUNDREDTHS = Decimal(100)


def book(actor: Actor, report: SendingReport) -> LearningHours:
    """Book the hours of an accepted report as the rule counts them on the day of return. Never twice for one acceptance."""
    ended = returned_on(report.sending_id) or report.sending.ends_on or today()
    kind = KINDS[SendingKind(report.sending.kind)]
    found = rules.answer(RULE, {"jp_kind": kind, "jp_place": report.place, "jp_quantity": 1}, ended)
    known = found.low is not None and found.low == found.high
    reference = next(iter(found.references), found.item.reference)
    row, _made = LearningHours.objects.get_or_create(
        agency_id=report.agency_id,
        report=report,
        acceptance=report.acceptances,
        withdraws=None,
        defaults={
            "person_id": report.person_id,
            "activity": report.sending.title,
            "kind": kind,
            "place": report.place,
            "year": ended.year,
            "ended_on": ended,
            "hours": Decimal(found.low or 0) / HUNDREDTHS if known else None,
            "rule": RULE,
            "article": str(reference),
            "confidence": str(reference.confidence),
            "unverified": found.unverified,
            "booked_at": now(),
            "booked_by_account": actor.user_id,
        },
    )
    return row


def withdraw(actor: Actor, report: SendingReport, reason: str) -> None:
    """Withdraw what the last acceptance booked, with the reason."""
    row = LearningHours.objects.filter(report=report, acceptance=report.acceptances, withdraws=None, withdrawn_by=None).first()
    if row is None:
        return
    taken = {field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields if not field.primary_key}
    taken |= {
        "withdraws_id": row.pk,
        "hours": None if row.hours is None else -row.hours,
        "reason": reason.strip()[:500],
        "booked_at": now(),
        "booked_by_account": actor.user_id,
    }
    LearningHours.objects.create(**taken)
