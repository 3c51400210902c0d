"""From evidence to an interval: by hand, and the same in SQL, in the stored status and in Python."""

from datetime import date

import pytest
from django.db import ProgrammingError, transaction

from matang.flow.needs.choices import Standing
from matang.flow.needs.models import CompetencyStatus, Evidence
from matang.flow.needs.public import (
    NewEvidence,
    ensure_dictionary,
    gap,
    intervals_at,
    record_evidence,
    record_many,
    standing,
    withdraw_evidence,
)
from matang.flow.needs.selectors.intervals import NOTHING, Interval, Piece, interval
from matang.foundation.access.answers import RefusedError
from matang.foundation.access.selectors import actor_of
from tests.cast import Cast

DAY = date(2026, 3, 2)
EARLIER, LATER = date(2024, 1, 1), date(2025, 1, 1)


@pytest.mark.parametrize(
    ("pieces", "expected"),
    [
        ([], NOTHING),
        ([Piece("assessment_centre", 3, 90, LATER)], Interval(3, 3, 1)),
        ([Piece("superior", 4, 50, LATER)], Interval(None, 4, 1)),
        ([Piece("assessment_centre", 2, 90, LATER), Piece("test", 3, 85, EARLIER)], Interval(2, 3, 2)),
        ([Piece("assessment_centre", 2, 90, EARLIER), Piece("assessment_centre", 4, 90, LATER)], Interval(4, 4, 1)),
        ([Piece("assessment_centre", 4, 90, EARLIER, DAY)], NOTHING),
        ([Piece("certificate", 3, 70, LATER), Piece("self", 5, 20, LATER)], Interval(3, 5, 2)),
        ([Piece("test", 3, 85, date(2026, 3, 3))], NOTHING),
        ([Piece("peer", 4, 40, EARLIER, rater="Rekan 1"), Piece("peer", 2, 40, LATER, rater="Rekan 2")], Interval(None, 4, 2)),
        ([Piece("superior", 4, 50, EARLIER, rater="A"), Piece("superior", 2, 50, LATER, rater="B")], Interval(None, 2, 1)),
    ],
    ids=[
        "none",
        "sure",
        "only weak",
        "lowest of the sure",
        "latest of a source",
        "expired today",
        "own word widens",
        "future",
        "two peers",
        "the superior of today",
    ],
)
def test_what_evidence_adds_up_to(pieces: list[Piece], expected: Interval) -> None:
    assert interval(pieces, DAY) == expected


@pytest.mark.parametrize(
    ("found", "stands", "lacks"),
    [
        (NOTHING, Standing.NO_EVIDENCE, 3),
        (Interval(3, 3, 1), Standing.MEETS, 0),
        (Interval(5, 5, 1), Standing.MEETS, 0),
        (Interval(2, 2, 1), Standing.BELOW, 1),
        (Interval(2, 4, 2), Standing.UNSURE, 1),
        (Interval(None, 4, 1), Standing.UNSURE, 3),
        (Interval(None, 2, 1), Standing.BELOW, 3),
    ],
)
def test_no_evidence_is_not_below(found: Interval, stands: Standing, lacks: int) -> None:
    assert (standing(3, found), gap(3, found)) == (stands, lacks)


def test_sql_status_and_python_agree(cast: Cast) -> None:
    codes = list(ensure_dictionary(cast.palu.pk).values())[:4]
    people = [person.pk for name, person in cast.people.items() if name != "malang"]
    pieces = [
        NewEvidence(
            person, competency, (person * 7 + competency * 5 + turn * 3) % 6, source, date(2023 + turn, 1 + turn, 1 + person % 9),
            expires_on=date(2026, 1 + turn * 2, 1) if (person + turn) % 3 == 0 else None,
        )
        for person in people
        for competency in codes
        for turn, source in enumerate(("assessment_centre", "superior", "assessment_centre", "certificate"))
    ]  # fmt: skip
    record_many(cast.palu.pk, pieces, day=DAY)
    expected = {}
    for person in people:
        for competency in codes:
            mine = Evidence.objects.filter(person_id=person, competency_id=competency)
            found = interval([Piece(e.source, e.level, e.reliability, e.shown_on, e.expires_on) for e in mine], DAY)
            if found != NOTHING:
                expected[person, competency] = found
    stored = {
        (row.person_id, row.competency_id): Interval(row.low, row.high, row.pieces) for row in CompetencyStatus.objects.all()
    }
    assert intervals_at(cast.palu.pk, DAY) == expected
    assert stored == expected


def test_of_one_day_the_piece_recorded_last_counts_and_what_was_withdrawn_never(cast: Cast) -> None:
    codes, servant = ensure_dictionary(cast.palu.pk), cast.people["servant"].pk
    officer = actor_of(cast.users["hr_officer"])
    for level in (5, 2):
        last = record_evidence(actor=officer, piece=NewEvidence(servant, codes["MAN.1"], level, "test", LATER))
    other = record_evidence(actor=officer, piece=NewEvidence(servant, codes["MAN.1"], 4, "work_result", LATER))
    withdraw_evidence(actor=officer, evidence_id=other.pk, reason="Bukan karyanya")
    assert intervals_at(cast.palu.pk, DAY) == {(servant, codes["MAN.1"]): Interval(2, 2, 1)}
    assert CompetencyStatus.objects.values_list("low", "high", "pieces").get() == (2, 2, 1)
    pieces = [Piece("test", 5, 85, LATER, key=last.pk - 1), Piece("test", 2, 85, LATER, key=last.pk)]
    assert interval([*pieces, Piece("work_result", 4, 75, LATER, key=other.pk, withdrawn=True)], DAY) == Interval(2, 2, 1)


def one(cast: Cast, source: str = "superior") -> NewEvidence:
    competency = ensure_dictionary(cast.palu.pk)["MAN.1"]
    return NewEvidence(cast.people["servant"].pk, competency, 2, source, LATER)


def test_recording_updates_the_status_at_once(cast: Cast) -> None:
    record_evidence(actor=actor_of(cast.users["direct_superior"]), piece=one(cast))
    row = CompetencyStatus.objects.get()
    assert (row.low, row.high, row.pieces) == (None, 2, 1)


@pytest.mark.parametrize(
    ("name", "source"),
    [("other_unit_head", "superior"), ("direct_superior", "assessment_centre"),
     ("civil_servant", "assessment_centre"), ("hr_officer", "self"), ("auditor", "superior")],
)  # fmt: skip
def test_who_may_not_record_changes_nothing(cast: Cast, name: str, source: str) -> None:
    with pytest.raises(RefusedError):
        record_evidence(actor=actor_of(cast.users[name]), piece=one(cast, source))
    assert Evidence.objects.count() == 0


def test_one_states_ones_own_word(cast: Cast) -> None:
    record_evidence(actor=actor_of(cast.users["civil_servant"]), piece=one(cast, "self"))
    assert Evidence.objects.get().reliability == 20


@pytest.mark.parametrize("act", ["update", "delete"])
def test_the_database_keeps_evidence_as_it_was(cast: Cast, act: str) -> None:
    record_evidence(actor=actor_of(cast.users["direct_superior"]), piece=one(cast))
    rows = Evidence.objects.all()
    with pytest.raises(ProgrammingError, match="Cannot"), transaction.atomic():
        rows.update(level=5) if act == "update" else rows.delete()
    assert Evidence.objects.get().level == 2
