"""Read the trail and the log."""

from collections.abc import Iterator
from dataclasses import dataclass
from dataclasses import fields as dataclass_fields
from datetime import datetime
from typing import Any

from django.db import models
from django.db.models import Subquery
from django.utils.functional import Promise

from matang.foundation.audit.chain import GENESIS, Entry, hash_of
from matang.foundation.audit.models import ChainHead, Decision
from matang.foundation.audit.tracking import trail_of
from matang.foundation.tenancy.context import acting_in

COLUMNS = (*(field.name for field in dataclass_fields(Entry)), "hash")
OWN_COLUMNS = frozenset({"id", "agency"})


@dataclass(frozen=True, slots=True)
class Change:
    """One field's value before and after; ``None`` = empty or not there yet."""

    field: str
    label: str | Promise
    before: Any
    after: Any


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """One change of a row: ``kind`` is insert, update or delete; ``actor_id`` none = the system; ``where`` as recorded."""

    at: datetime
    kind: str
    actor_id: int | None
    why: str
    where: str
    changes: tuple[Change, ...]


def history_of(model: type[models.Model], pk: int) -> list[HistoryEntry]:
    """Return what happened to one row of a tracked model, newest first, as far as the transaction's agency may see. One query."""
    trail = trail_of(model)
    fields = [field for field in trail._meta.local_fields if not field.name.startswith("pgh_") and field.name not in OWN_COLUMNS]
    names = [field.attname for field in fields]
    rows = trail._default_manager.filter(models.Q(id=pk)).order_by("pgh_id")
    entries: list[HistoryEntry] = []
    before: dict[str, Any] = dict.fromkeys(names)
    for at, kind, actor_id, why, where, *values in rows.values_list(
        "pgh_created_at", "pgh_label", "pgh_actor", "pgh_why", "pgh_where", *names
    ):
        after = dict.fromkeys(names) if kind == "delete" else dict(zip(names, values, strict=True))
        changes = tuple(
            Change(field.name, field.verbose_name, before[field.attname], after[field.attname])
            for field in fields
            if before[field.attname] != after[field.attname]
        )
        entries.append(HistoryEntry(at, kind, actor_id, why, where, changes))
        before = after
    return entries[::-1]


@dataclass(frozen=True, slots=True)
class ChainReport:
    """The result of a check. ``head`` is "number:hash" of the newest entry, the anchor to print or publish.

    ``first_fault`` names the first entry that does not hold (``None`` when all do) and ``problem`` says what is wrong.
    """

    ok: bool
    count: int
    head: str
    first_fault: int | None = None
    problem: str = ""


def verify_chain(agency_id: int, anchor: str = "") -> ChainReport:
    """Recompute an agency's log from its first entry.

    Finds a changed byte in any column, and an entry that was removed, added or moved. Whoever rebuilds the whole chain,
    its head included, is found with an ``anchor``: a ``head`` from an earlier report that was kept elsewhere.

    Raises:
        ValueError: ``anchor`` is not "number:hash".
    """
    kept_number, kept_hash = _anchor(anchor)
    previous, count, kept_seen, head = GENESIS, 0, not anchor, None
    with acting_in(agency_id):
        for *facts, stored, head_number, head_hash in _log(agency_id):
            entry = Entry(*facts)
            count += 1
            head = (head_number, head_hash)
            problem = _problem(entry, stored, count, previous)
            if not problem and entry.sequence == kept_number:
                kept_seen = True
                problem = "" if stored == kept_hash else "differs from the anchor"
            if problem:
                return ChainReport(False, count, f"{count}:{stored}", entry.sequence, problem)
            previous = stored
        if count == 0:
            head = ChainHead.objects.filter(agency_id=agency_id).values_list("sequence", "hash").first()
    shown = f"{count}:{previous}"
    if head != ((count, previous) if count else None):
        return ChainReport(False, count, shown, count + 1, "the newest entry is not the one that the head names")
    if not kept_seen:
        return ChainReport(False, count, shown, count + 1, "the anchor names an entry that is missing")
    return ChainReport(True, count, shown)


def _log(agency_id: int) -> Iterator[tuple[Any, ...]]:
    """Return the entries with the head beside them: one statement, so that an entry added meanwhile is in both or neither."""
    head = ChainHead.objects.filter(agency_id=agency_id)
    return (
        Decision.objects.filter(agency_id=agency_id)
        .order_by("sequence", "id")
        .annotate(head_number=Subquery(head.values("sequence")), head_hash=Subquery(head.values("hash")))
        .values_list(*COLUMNS, "head_number", "head_hash")
        .iterator(chunk_size=2000)
    )


def _anchor(anchor: str) -> tuple[int, str]:
    if not anchor:
        return 0, ""
    number, _colon, kept = anchor.partition(":")
    if not number.isdigit() or len(kept) != len(GENESIS):
        raise ValueError("an anchor looks like 12:0f3c…, a number and 64 hexadecimal digits")
    return int(number), kept


def _problem(entry: Entry, stored: str, expected: int, previous: str) -> str:
    if entry.sequence != expected:
        return f"number {expected} is missing" if entry.sequence > expected else f"number {entry.sequence} stands twice"
    if entry.previous != previous:
        return "does not follow the entry before it"
    return "" if hash_of(entry) == stored else "its content does not match its hash"
