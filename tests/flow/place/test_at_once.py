"""Two who act at the same moment: one decision, one chain, no vote lost, and every refusal writes nothing."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
from django.db import connection, transaction

from matang.flow.place.models import PanelVote, PlacementDecision
from matang.flow.place.public import Choice, Verdict, cast_vote, close_vote, decide
from matang.flow.plan.models import PlacementScenario
from matang.flow.register.models import Incumbency
from matang.foundation.access.answers import RefusedError
from matang.foundation.access.roles import Role
from matang.foundation.access.selectors import actor_of
from matang.foundation.audit.models import Decision
from matang.foundation.audit.selectors import verify_chain
from matang.foundation.clock.services import today
from matang.foundation.identity.models import User
from matang.foundation.tenancy import context
from matang.foundation.tenancy.models import Agency
from tests.cast import build_cast, make_user
from tests.flow.place.sitting import agree, sit
from tests.flow.plan.world import World, build_world


@pytest.fixture
def committed(transactional_db: None) -> tuple[World, PlacementScenario]:
    """Return the world and a submitted scenario, seen by every connection."""
    with transaction.atomic():
        palu = Agency.objects.create(code="7271", name="Pemerintah Kota Contoh Palu", synthetic=True)
        malang = Agency.objects.create(code="3573", name="Pemerintah Kota Contoh Malang", synthetic=True)
        context.enter(palu.pk, None)
        world = build_world(build_cast(palu, malang))
        world.cast.users["wakil"] = make_user(palu, "wakil", Role.APPOINTING_OFFICIAL)
        for name in ("sekretaris", "anggota"):
            world.cast.users[name] = make_user(palu, name, Role.PANEL_MEMBER)
        return world, world.scenario(submitted=True)


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


def test_two_officials_deciding_at_once_make_one_decision(committed: tuple[World, PlacementScenario]) -> None:
    world, scenario = committed
    agency, day = world.cast.palu.pk, today() + timedelta(days=9)
    with transaction.atomic(), context.acting_in(agency):
        agree(world.cast.users["panel_member"], sit(world.cast.users["panel_member"], scenario), world.vacant.pk, None)
        before = Decision.objects.count()

    def act(user: User, name: str) -> Callable[[], object]:
        verdict = Verdict(world.people[name].pk, day, "Pilihan saya.")
        return lambda: decide(actor=actor_of(user), scenario_id=scenario.pk, post_id=world.vacant.pk, verdict=verdict)

    mayor, deputy = world.cast.users["appointing_official"], world.cast.users["wakil"]
    found = at_once(agency, act(mayor, "ani"), act(deputy, "budi"), act(mayor, "ani"), act(deputy, "budi"))
    refused = [row for row in found if isinstance(row, RefusedError)]
    with transaction.atomic(), context.acting_in(agency):
        standing = PlacementDecision.objects.get()
        assert {row.pk for row in found if isinstance(row, PlacementDecision)} == {standing.pk}
        assert [row.answer.reason[:27] for row in refused] == ["Jabatan ini sudah diputus. "] * 2
        assert Incumbency.objects.filter(post=world.vacant).count() == 1
        assert Decision.objects.count() == before + 1
    assert verify_chain(agency).ok


def test_votes_at_once_with_double_clicks_are_all_kept(committed: tuple[World, PlacementScenario]) -> None:
    world, scenario = committed
    agency = world.cast.palu.pk
    members = [world.cast.users[name] for name in ("panel_member", "sekretaris", "anggota")]
    with transaction.atomic(), context.acting_in(agency):
        item = sit(members[0], scenario, *members[1:], way="vote").items.get()
    choice = Choice("person", world.people["ani"].pk)

    def act(user: User) -> Callable[[], object]:
        return lambda: cast_vote(actor=actor_of(user), item_id=item.pk, choice=choice)

    found = at_once(agency, *(act(user) for user in [*members, *members]))
    assert not [row for row in found if isinstance(row, RefusedError)]
    closed = at_once(agency, *[lambda: close_vote(actor=actor_of(members[0]), item_id=item.pk)] * 2)
    with transaction.atomic(), context.acting_in(agency):
        assert PanelVote.objects.count() == 3
        assert {row.log_id for row in closed} == {Decision.objects.get(kind="place.advised").pk}
    assert verify_chain(agency).ok
