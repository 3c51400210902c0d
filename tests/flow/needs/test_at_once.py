"""Two who act at the same moment: nothing is lost, nothing is written twice, and the status knows of both."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from threading import Barrier

import pytest
from django.db import connection, transaction

from matang.flow.needs.models import CompetencyStatus, Evidence, EvidenceWithdrawal, NeedStep, UnitNeed
from matang.flow.needs.public import NewEvidence, ensure_dictionary, open_need, record_evidence
from matang.flow.needs.services.evidence import Upload, correct_evidence, withdraw_evidence
from matang.flow.needs.services.evidence.intake import commit_assessments, try_assessments
from matang.flow.needs.services.needs import move_need
from matang.foundation.access.answers import RefusedError
from matang.foundation.access.selectors import actor_of
from matang.foundation.tenancy import context
from matang.foundation.tenancy.models import Agency
from tests.cast import Cast, build_cast
from tests.permissions.needs_gaps import results

DAY = date(2026, 1, 5)


@pytest.fixture
def committed(transactional_db: None) -> Cast:
    """Return the cast, seen by every connection."""
    with transaction.atomic():
        palu = Agency.objects.create(code="7271", name="Pemerintah Kota Contoh Palu", synthetic=True)
        malang = Agency.objects.create(code="3573", name="Pemerintah Kota Contoh Malang", synthetic=True)
        cast = build_cast(palu, malang)
        ensure_dictionary(palu.pk)
    return cast


def at_once(agency: int, *acts: Callable[[], object]) -> list[object]:
    """Do the acts at the same moment, each in a connection and transaction of its own; a refusal is a result."""
    barrier = Barrier(len(acts))

    def run(act: Callable[[], object]) -> object:
        try:
            with transaction.atomic(), context.acting_in(agency):
                barrier.wait(timeout=20)
                return act()
        except RefusedError as error:
            return error
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(run, acts))


def test_who_acts_at_once_loses_nothing_and_writes_nothing_twice(committed: Cast) -> None:
    """Evidence, withdrawals, needs and files, each by four at once."""
    cast, agency = committed, committed.palu.pk
    with transaction.atomic(), context.acting_in(agency):
        officer, codes = actor_of(cast.users["hr_officer"]), ensure_dictionary(agency)
        person, unit = cast.people["servant"].pk, cast.units["health"].pk
        first = record_evidence(actor=officer, piece=NewEvidence(person, codes["MAN.3"], 1, "test", DAY))
    sources = ("test", "assessment_centre", "work_result", "certificate")

    def record(source: str, level: int) -> Callable[[], object]:
        return lambda: record_evidence(actor=officer, piece=NewEvidence(person, codes["MAN.1"], level, source, DAY))

    at_once(agency, *(record(source, level) for level, source in enumerate(sources, start=1)))
    better = NewEvidence(person, codes["MAN.3"], 4, "test", DAY)
    taken = at_once(
        agency,
        *[lambda: withdraw_evidence(actor=officer, evidence_id=first.pk, reason="Keliru")] * 2,
        *[lambda: correct_evidence(actor=officer, evidence_id=first.pk, piece=better, reason="Keliru")] * 2,
    )
    needs = at_once(agency, *[lambda: open_need(actor=officer, unit_id=unit, what="A", why="B", origin="measure:1")] * 4)
    moved = at_once(
        agency,
        *[lambda: move_need(actor=officer, need_id=needs[0].pk, expected="open", state="met", reason="Sudah")] * 3,
    )
    with transaction.atomic(), context.acting_in(agency):
        status = CompetencyStatus.objects.get(competency=codes["MAN.1"])
        assert (status.low, status.high, status.pieces) == (1, 4, 4)
        assert EvidenceWithdrawal.objects.count() == 1
        assert Evidence.objects.filter(competency=codes["MAN.3"]).count() == 1 + sum(isinstance(row, Evidence) for row in taken)
        assert sum(isinstance(row, Evidence) for row in taken) <= 1
        assert {need.pk for need in needs} == {UnitNeed.objects.get().pk}
        assert sum(isinstance(step, NeedStep) for step in moved) == 1
        assert NeedStep.objects.count() == 1


def test_a_file_that_two_store_at_once_is_stored_once(committed: Cast) -> None:
    cast, agency = committed, committed.palu.pk
    with transaction.atomic(), context.acting_in(agency):
        officer = actor_of(cast.users["hr_officer"])
        upload = Upload("hasil.xlsx", results(cast.people["servant"].nip))
        file = try_assessments(actor=officer, upload=upload, source="assessment_centre", shown_on=DAY)
    found = at_once(agency, *[lambda: commit_assessments(actor=officer, file_id=file.pk)] * 3)
    with transaction.atomic(), context.acting_in(agency):
        assert [row.state for row in found] == ["committed"] * 3
        assert Evidence.objects.count() == 1
