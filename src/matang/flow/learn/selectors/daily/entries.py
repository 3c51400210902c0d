"""Read the entries of a logbook and what the mentors said to them. Rows of shared tables only."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from django.db.models import Count, Max, QuerySet

from matang.flow.learn.choices import SignKind
from matang.flow.learn.models import LogEntry, LogPhoto, SignOff
from matang.flow.learn.selectors.daily.reach import Trainee, going, home_trainees, hosted_trainees
from matang.foundation.access.actor import Actor

SKEWED = 5 * 60
"""Seconds from which on a wrong clock of the phone is told."""


@dataclass(frozen=True, slots=True)
class Sign:
    """What a mentor said: seen or a question, from which side, when, by whom."""

    side: str
    kind: str
    comment: str
    at: datetime
    name: str


@dataclass(slots=True)
class EntryLine:
    """An entry as it stands, with its photos (keys and captions) and the latest word of each side."""

    pk: int
    participant_id: int
    identifier: UUID
    version: int
    versions: int
    day: date
    done: str
    learned: str
    idea: str
    attendance: str
    hours: Decimal | None
    written_at: datetime
    clock_skew: int | None
    received_at: datetime
    digest: str
    photos: list[tuple[int, str, str]] = field(default_factory=list)
    signs: dict[str, Sign] = field(default_factory=dict)

    @property
    def number(self) -> str:
        """The number on the receipt."""
        return f"{self.pk}-{self.digest[:6]}"

    @property
    def asks(self) -> list[Sign]:
        """The questions that stand."""
        return [sign for sign in self.signs.values() if sign.kind == SignKind.ASKS]

    @property
    def clock_was_wrong(self) -> bool:
        """True when the phone's clock was minutes off as it sent."""
        return self.clock_skew is not None and abs(self.clock_skew) > SKEWED


COLUMNS = (
    "pk", "participant_id", "identifier", "version", "day", "done", "learned", "idea", "attendance", "hours", "written_at",
    "clock_skew", "received_at", "digest",
)  # fmt: skip


def entries_of(trainee: Trainee, *, first: date | None = None, last: date | None = None, most: int = 400) -> list[EntryLine]:
    """Return the current entries of an intern, the latest day first; four queries whatever their number."""
    rows = LogEntry.objects.filter(participant_id=trainee.pk, current=True)
    if first is not None:
        rows = rows.filter(day__gte=first)
    if last is not None:
        rows = rows.filter(day__lte=last)
    return _lines(rows.order_by("-day", "-received_at", "-pk")[:most])


def latest_entry(trainee: Trainee) -> date | None:
    """Return the latest day of which the intern wrote; None = none."""
    found: date | None = LogEntry.objects.filter(participant_id=trainee.pk, current=True).aggregate(day=Max("day"))["day"]
    return found


def entry_of(trainee: Trainee, identifier: UUID) -> EntryLine | None:
    """Return one current entry."""
    found = _lines(LogEntry.objects.filter(participant_id=trainee.pk, identifier=identifier, current=True))
    return found[0] if found else None


def versions_of(trainee: Trainee, identifier: UUID) -> list[EntryLine]:
    """Return every version of an entry, the one that counts first, then by arrival."""
    rows = LogEntry.objects.filter(participant_id=trainee.pk, identifier=identifier)
    return _lines(rows.order_by("-current", "-version"))


def _lines(rows: QuerySet[LogEntry]) -> list[EntryLine]:
    found = [EntryLine(versions=1, **dict(zip(COLUMNS, row, strict=True))) for row in rows.values_list(*COLUMNS)]
    if not found:
        return found
    by_key = {line.pk: line for line in found}
    for key, photo, caption, digest in (
        LogPhoto.objects.filter(entry_id__in=by_key).order_by("position").values_list("entry_id", "pk", "caption", "sent_digest")
    ):
        by_key[key].photos.append((photo, caption, digest))
    for key, *said in (
        SignOff.objects.filter(entry_id__in=by_key)
        .order_by("signed_at", "pk")
        .values_list("entry_id", "side", "kind", "comment", "signed_at", "by_name")
    ):
        by_key[key].signs[said[0]] = Sign(*said)
    counted = LogEntry.objects.filter(
        participant_id__in={line.participant_id for line in found}, identifier__in=[line.identifier for line in found]
    )
    many = {row[:2]: row[2] for row in counted.values_list("participant_id", "identifier").annotate(Count("pk")).order_by()}
    for line in found:
        line.versions = many[line.participant_id, line.identifier]
    return found


def signs_of(entry_ids: Sequence[int]) -> list[tuple[int, Sign]]:
    """Return everything that was said to these versions, in order of time."""
    rows = SignOff.objects.filter(entry_id__in=entry_ids).order_by("signed_at", "pk")
    return [(key, Sign(*said)) for key, *said in rows.values_list("entry_id", "side", "kind", "comment", "signed_at", "by_name")]


def photo_seen(actor: Actor, photo_id: int) -> bytes | None:
    """Return the bytes of a photo whose intern the actor reads, else None."""
    row = LogPhoto.objects.filter(pk=photo_id).values_list("entry__participant_id", "content").first()
    if row is None:
        return None
    own = going().filter(agency_id=actor.agency_id, person_id=actor.person_id or 0)
    reach = (own, home_trainees(actor), hosted_trainees(actor))
    return bytes(row[1]) if any(rows.filter(pk=row[0]).exists() for rows in reach) else None
