"""Two who act on one proposal at the same moment: one result, and a submitted plan is never computed over."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection, transaction

from matang.flow.plan.models import DevelopmentProposal, DevelopmentResult
from matang.flow.plan.public import compute_development, submit_development
from matang.foundation.access.answers import RefusedError
from matang.foundation.tenancy import context
from matang.foundation.tenancy.models import Agency
from tests.cast import build_cast
from tests.flow.plan.development.office import MILLION, Office, build_office
from tests.flow.plan.world import build_world


@pytest.fixture
def committed(transactional_db: None) -> tuple[Office, DevelopmentProposal]:
    """Return the office and a computed proposal, seen by every connection."""
    with transaction.atomic():
        palu = Agency.objects.create(code="7271", name="Pemerintah Kota Contoh Palu", synthetic=True)
        malang = Agency.objects.create(code="3573", name="Pemerintah Kota Contoh Malang", synthetic=True)
        context.enter(palu.pk, None)
        office = build_office(build_world(build_cast(palu, malang)))
        return office, office.proposal(15 * MILLION)


def at_once(agency_id: int, *acts: Callable[[], object]) -> list[object]:
    """Do all acts at the same moment, each in its own connection; return what each gave, or its refusal."""
    start = Barrier(len(acts))

    def run(act: Callable[[], object]) -> object:
        try:
            start.wait()
            with transaction.atomic(), context.acting_in(agency_id):
                return act()
        except RefusedError as error:
            return error
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(run, acts))


def test_two_computations_at_once_leave_one_result_and_each_gap_once(committed: tuple[Office, DevelopmentProposal]) -> None:
    office, proposal = committed
    agency = office.world.cast.palu.pk
    with transaction.atomic(), context.acting_in(agency):
        planner = office.world.actor("planner")
    compute = lambda: compute_development(actor=planner, proposal_id=proposal.pk)  # noqa: E731 - the same act twice
    assert [row.state for row in at_once(agency, compute, compute)] == ["computed", "computed"]  # type: ignore[attr-defined]
    with transaction.atomic(), context.acting_in(agency):
        assert DevelopmentResult.objects.get().value == 10
        assert DevelopmentProposal.objects.get().lines.count() == 4


def test_a_submission_and_a_computation_at_once_keep_the_submitted_plan(
    committed: tuple[Office, DevelopmentProposal],
) -> None:
    office, proposal = committed
    agency = office.world.cast.palu.pk
    with transaction.atomic(), context.acting_in(agency):
        planner = office.world.actor("planner")
    at_once(
        agency,
        lambda: submit_development(actor=planner, proposal_id=proposal.pk),
        lambda: compute_development(actor=planner, proposal_id=proposal.pk),
    )
    with transaction.atomic(), context.acting_in(agency):
        kept = DevelopmentProposal.objects.get()
        assert (kept.state, kept.result.value, kept.lines.count()) == ("proposed", 10, 4)
