"""What waits in this stage, with whom and since when: read in few columns, since a city has a thousand of them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, QuerySet
from django.utils.translation import gettext as _

from matang.flow.apply.choices import CLOCKS, Barrier, CheckFinding, RecommendationState
from matang.flow.apply.models import Adoption, AdoptionAction, AdoptionCheck, Recommendation
from matang.flow.apply.selectors.adoptions import adoptions_visible_to, due_on
from matang.flow.apply.selectors.recommendations import recommendations_visible_to, turn_words
from matang.flow.register.public import Person
from matang.foundation.access.actor import Actor

Check = tuple[int, str, date, str, str]
"""Clock, finding, day, barrier, barrier in words."""


@dataclass(frozen=True, slots=True)
class Stuck:
    """Something that waits: since how many days, and with whom; of which ``kind`` (recommendation, check, barrier, adoption)."""

    kind: str
    key: int
    title: str
    unit: str
    what: str
    whom: str
    days: int


def stuck_for(actor: Actor, day: date) -> list[Stuck]:
    """Return what waits of all that the actor reads, the longest first. Four queries at most, whatever the number of rows."""
    found = [*_waiting(recommendations_visible_to(actor), day), *_open(adoptions_visible_to(actor), day)]
    return sorted(found, key=lambda one: (-one.days, one.title, one.key))


def _waiting(rows: QuerySet[Recommendation], day: date) -> Iterator[Stuck]:
    """Give the recommendations that nobody has decided; the clock runs from the return, else from the day it was handed in."""
    waiting = list(
        rows.exclude(state=RecommendationState.DECIDED).values_list(
            "pk", "title", "unit__name", "state", "returned_on", "submitted_at", "opened_at", "presentation__day", "person_id",
            "author_name",
        )
    )  # fmt: skip
    authors = {row[8] for row in waiting if row[3] == RecommendationState.DRAFT and row[8]}
    names = {one.pk: one.display_name for one in Person.objects.filter(pk__in=authors)} if authors else {}
    labels = {
        RecommendationState.DRAFT: _("Rekomendasi masih konsep"),
        RecommendationState.SUBMITTED: _("Belum dipaparkan"),
        RecommendationState.PRESENTED: _("Belum diputus"),
    }
    words: dict[tuple[str, bool, str], str] = {}
    for key, title, unit, state, returned, submitted, opened, shown_on, person, author in waiting:
        since = returned or (submitted or opened).date()
        if state == RecommendationState.PRESENTED and shown_on is not None:
            since = shown_on
        turn = (state, shown_on is not None, names.get(person, author) if state == RecommendationState.DRAFT else "")
        if turn not in words:
            words[turn] = turn_words(*turn)
        yield Stuck("recommendation", key, title, unit, labels[state], words[turn], (day - since).days)


def _open(rows: QuerySet[Adoption], day: date) -> Iterator[Stuck]:
    """Give the open adoptions whose check is late, that don't go on, or that never began."""
    still = rows.filter(result="")
    checks = _checks_of(still)
    planned = Exists(AdoptionAction.objects.filter(adoption=OuterRef("pk")))
    columns = ("pk", "recommendation__title", "unit__name", "decided_on", "began_on", planned)
    head, late_words, barriers = _("Pimpinan %(unit)s"), _("Pemeriksaan hari ke-%(clock)s terlambat"), dict(Barrier.choices)
    for key, title, unit, decided, began, has_plan in still.values_list(*columns):
        own, whom = checks.get(key, []), head % {"unit": unit}
        late = _last_late(decided, {check[0] for check in own}, day)
        if late:
            yield Stuck("check", key, title, unit, late_words % {"clock": late[0]}, whom, late[1])
        if own and own[-1][1] == CheckFinding.STUCK:
            _clock, _finding, looked, barrier, text = own[-1]
            what = _("Tidak berjalan: %(why)s") % {"why": text or barriers[barrier]}
            yield Stuck("barrier", key, title, unit, what, whom, (day - looked).days)
        elif began is None and not late:
            what = _("Belum mulai berlaku") if has_plan else _("Belum ada tindakan")
            yield Stuck("adoption", key, title, unit, what, whom, (day - decided).days)


def _checks_of(adoptions: QuerySet[Adoption]) -> dict[int, list[Check]]:
    """Return the checks of each adoption, the latest last. One query."""
    rows = AdoptionCheck.objects.filter(adoption__in=adoptions.order_by().values("pk")).order_by("recorded_at", "pk")
    found: dict[int, list[Check]] = {}
    for key, *check in rows.values_list("adoption_id", "clock", "finding", "checked_on", "barrier", "barrier_text"):
        found.setdefault(key, []).append((check[0], check[1], check[2], check[3], check[4]))
    return found


def _last_late(decided_on: date, looked_at: set[int], day: date) -> tuple[int, int] | None:
    """Return the last clock that ran out unchecked, and the days since; None when none did."""
    for clock in reversed(CLOCKS):
        if clock not in looked_at and (late := (day - due_on(decided_on, clock)).days) > 0:
            return clock, late
    return None
