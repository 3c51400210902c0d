"""Every sending in few columns, with how many went, how long and for what money: what a page about the whole chain counts."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, F, Max, Q

from matang.flow.learn.choices import ParticipantState, ReportState, SendingOrigin
from matang.flow.learn.models import Participant, SendingReport, SendingStep
from matang.flow.learn.selectors.sendings import sendings_visible_to
from matang.foundation.access.actor import Actor


@dataclass(frozen=True, slots=True)
class SentRow:
    """One sending. ``people`` are those chosen, or the count that records of before give (``people_known`` = there is one).

    ``total`` rupiah of the order (None = not known, a minimum with ``at_least``). ``since`` is the day on which it came into its
    state, ``reports`` how many reports were accepted.
    """

    id: int
    title: str
    kind: str
    state: str
    unit_id: int
    unit_name: str
    unit_path: str
    cohort_id: int | None
    need_id: int | None
    aim_id: int | None
    aim_path: str
    indicator_id: int | None
    starts_on: date | None
    ends_on: date | None
    host: str
    host_answer: str
    total: int | None
    at_least: bool
    people: int
    people_known: bool
    reports: int
    since: date


def sent_rows(actor: Actor) -> list[SentRow]:
    """Return the sendings of the own agency that the actor reads, oldest first. Four queries, whatever their number."""
    rows = sendings_visible_to(actor)
    keys = rows.order_by().values("pk")
    chosen = Count("id", filter=Q(state=ParticipantState.CHOSEN))
    people = _by(Participant.objects.filter(sending__in=keys).order_by().values("sending_id").annotate(found=chosen))
    accepted = SendingReport.objects.filter(sending__in=keys, state=ReportState.ACCEPTED).order_by()
    reports = _by(accepted.values("sending_id").annotate(found=Count("id")))
    steps = SendingStep.objects.filter(sending__in=keys).order_by().values("sending_id")
    since = dict(steps.annotate(found=Max("made_on")).values_list("sending_id", "found"))
    return [
        SentRow(
            *row[:10],
            row[10] or "",
            *row[11:14],
            row[14] or "",
            row[15],
            row[16],
            at_least=row[17] is not False,
            people=_told(row) or people.get(row[0], 0),
            people_known=bool(people.get(row[0])) or row[19] != SendingOrigin.RECORDS or row[20] is not None,
            reports=reports.get(row[0], 0),
            since=since.get(row[0]) or row[18].date(),
        )
        for row in rows.order_by("pk").values_list(
            "id", "title", "kind", "state", "unit_id", "unit_name", "unit__path", "cohort_id", "need_id", "aim_id", "aim__path",
            "indicator_id", "starts_on", "ends_on", F("host__partner__name"), "host_answer", "order__total", "order__at_least",
            "opened_at", "origin", "seats",
        )
    ]  # fmt: skip


def _told(row: tuple[object, ...]) -> int:
    """Return how many went by records of before that name nobody; a plan's seats are no people."""
    return row[20] if row[19] == SendingOrigin.RECORDS and isinstance(row[20], int) else 0


def _by(rows: object) -> dict[int, int]:
    return {row["sending_id"]: row["found"] for row in rows}  # type: ignore[attr-defined]
