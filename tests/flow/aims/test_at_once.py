"""Two who act on the tree at the same moment: nothing twice, no path that lies, no branch that hangs under itself."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal
from threading import Barrier

import pytest
from django.core.exceptions import ValidationError
from django.db import connection, transaction

from matang.flow.aims.models import Aim, AimLink
from matang.flow.aims.services.aims import change_aim, create_aim, details_of, move_aim
from matang.flow.aims.services.links import link_aims
from matang.flow.aims.services.writing import version_of
from matang.foundation.access.answers import RefusedError
from matang.foundation.tenancy import context
from matang.foundation.tenancy.models import Agency
from tests.cast import Cast, build_cast
from tests.flow.aims.planting import grow, planner, plant


@pytest.fixture
def committed(transactional_db: None) -> Cast:
    """Return the cast, seen by every connection."""
    with transaction.atomic():
        palu = Agency.objects.create(code="7271", name="Pemerintah Kota Contoh Palu", synthetic=True)
        malang = Agency.objects.create(code="3573", name="Pemerintah Kota Contoh Malang", synthetic=True)
        return build_cast(palu, malang)


def at_once(agency: int, *acts: Callable[[], object]) -> list[object]:
    """Do the acts at the same moment, each in a connection and transaction of its own; a refusal is a result."""
    barrier = Barrier(len(acts))

    def run(act: Callable[[], object]) -> object:
        try:
            with transaction.atomic(), context.acting_in(agency):
                barrier.wait(timeout=20)
                return act()
        except (RefusedError, ValidationError) as error:
            return error
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(run, acts))


def test_who_acts_at_once_makes_nothing_twice_and_breaks_no_path(committed: Cast) -> None:
    cast, agency = committed, committed.palu.pk
    with transaction.atomic(), context.acting_in(agency):
        grove, actor = plant(cast), planner(cast)
        one = grow(cast, grove.plan, "intermediate_condition", "Kader terlatih", grove.at["objective"])
        two = grow(cast, grove.plan, "intermediate_condition", "Kader ditunjuk", grove.at["objective"])
    said = {
        "actor": actor,
        "plan_id": grove.plan.pk,
        "level": "mission",
        "title": "Misi baru",
        "parent_id": grove.at["vision"].pk,
    }
    made = at_once(agency, *[lambda: create_aim(**said)] * 4)
    assert sum(isinstance(result, Aim) for result in made) == 1
    moved = at_once(
        agency,
        lambda: move_aim(actor=actor, aim_id=one.pk, parent_id=two.pk, reason="x"),
        lambda: move_aim(actor=actor, aim_id=two.pk, parent_id=one.pk, reason="x"),
    )
    assert sum(isinstance(result, RefusedError) for result in moved) == 1
    tied = at_once(
        agency,
        *[
            lambda: link_aims(
                actor=actor,
                source_id=grove.at["sub"].pk,
                target_id=grove.at["objective"].pk,
                kind="shares_outcome",
                share_percent=Decimal(60),
            ),
            lambda: link_aims(
                actor=actor,
                source_id=grove.at["activity"].pk,
                target_id=grove.at["objective"].pk,
                kind="contributes_to",
                share_percent=Decimal(60),
            ),
        ],
    )
    assert sum(isinstance(result, AimLink) for result in tied) == 1
    with transaction.atomic(), context.acting_in(agency):
        seen = version_of(Aim.objects.get(pk=grove.at["sub"].pk))
    reworded = at_once(
        agency,
        *[
            lambda title=title: change_aim(
                actor=actor, aim_id=grove.at["sub"].pk, title=title, details=details_of(grove.at["sub"]), seen=seen
            )
            for title in ("Pertama", "Kedua")
        ],
    )
    assert sum(isinstance(result, Aim) for result in reworded) == 1
    with transaction.atomic(), context.acting_in(agency):
        paths = dict(Aim.objects.values_list("pk", "path"))
        for aim in Aim.objects.all():
            above = paths[aim.parent_id] if aim.parent_id else "/"
            assert aim.path == f"{above}{aim.pk}/"
