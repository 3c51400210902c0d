"""Giving and ending roles: who may, for how long, over which units, and what the decision log keeps."""

from datetime import date, timedelta

import pytest
import time_machine

from matang.foundation.access.actor import Actor, Scope
from matang.foundation.access.answers import RefusedError
from matang.foundation.access.models import Grant
from matang.foundation.access.permissions import WHOLE, Area
from matang.foundation.access.roles import Role
from matang.foundation.access.selectors import actor_of, enter_as, grants_of
from matang.foundation.access.services import Span, end_grant, grant_role, move_paths
from matang.foundation.audit.models import Decision
from matang.foundation.clock.services import today
from tests.cast import Cast

A_DAY = timedelta(days=1)


@pytest.fixture
def operator(cast: Cast) -> Actor:
    return actor_of(cast.users["system_operator"])


@pytest.fixture
def officer(cast: Cast) -> Actor:
    return actor_of(cast.users["hr_officer"])


def area(cast: Cast, name: str) -> Area:
    """Return a unit of the cast as an area."""
    return Area(cast.units[name].pk, cast.units[name].path)


def give(actor: Actor, cast: Cast, name: str, role: Role, where: Area = WHOLE, *, days: int | None = None) -> Grant:
    """Give a role from today, for some days or without an end."""
    span = Span(today(), today() + timedelta(days=days) if days else None)
    return grant_role(actor=actor, user=cast.users[name], role=role, area=where, span=span, reason="SK 800/1")


def test_a_role_holds_from_its_first_day_up_to_but_not_on_its_last(operator: Actor, cast: Cast) -> None:
    start = today() + 2 * A_DAY
    span = Span(start, start + 3 * A_DAY)
    grant_role(actor=operator, user=cast.users["no_role"], role=Role.PLANNER, area=WHOLE, span=span, reason="SK 1")
    held = {}
    for days in (-1, 0, 2, 3):
        day = start + timedelta(days=days)
        with time_machine.travel(f"{day}T12:00+08:00", tick=False):
            held[days] = actor_of(cast.users["no_role"]).has(Role.PLANNER)
    assert held == {-1: False, 0: True, 2: True, 3: False}


def test_both_ways_of_reading_grants_agree(cast: Cast) -> None:
    assert {name: enter_as(user) for name, user in cast.users.items() if name != "malang_officer"} == {
        name: actor_of(user) for name, user in cast.users.items() if name != "malang_officer"
    }


@pytest.mark.parametrize(
    ("paths", "path", "covered"),
    [
        (("/12/",), "/12/", True),
        (("/12/",), "/12/57/", True),
        (("/12/",), "/120/", False),
        (("/12/57/",), "/12/", False),
        (("/12/", "/13/"), "/13/1/", True),
        ((), "/12/", False),
    ],
)
def test_a_scope_covers_a_subtree(paths: tuple[str, ...], path: str, covered: bool) -> None:
    assert Scope(everything=False, paths=paths).covers(path) is covered


def test_a_role_over_the_whole_agency_covers_every_unit(cast: Cast) -> None:
    assert actor_of(cast.users["hr_officer"]).scope(Role.HR_OFFICER) == Scope(everything=True, paths=())
    assert actor_of(cast.users["unit_head"]).scope(Role.UNIT_HEAD) == Scope(False, (cast.units["health"].path,))
    assert actor_of(cast.users["no_role"]).scope(*Role).empty


def test_the_log_keeps_who_what_where_when_and_why(operator: Actor, cast: Cast) -> None:
    grant = give(operator, cast, "no_role", Role.UNIT_HEAD, area(cast, "clinic"), days=30)
    entry = Decision.objects.latest("sequence")
    assert (entry.kind, entry.subject, entry.actor_id) == (
        "access.granted", f"account:{grant.user_id}", cast.users["system_operator"].pk,
    )  # fmt: skip
    assert entry.reason == "SK 800/1"
    for fact in ('"role":"unit_head"', f'"unit_path":"{cast.units["clinic"].path}"'):
        assert fact in entry.document.replace(": ", ":")


def refusal(**arguments: object) -> str:
    """Return the reason for which a grant is refused; nothing may have been written."""
    before = (Grant.objects.count(), Decision.objects.count())
    with pytest.raises(RefusedError) as refused:
        grant_role(**arguments)  # type: ignore[arg-type]
    assert (Grant.objects.count(), Decision.objects.count()) == before
    return refused.value.answer.reason


def test_nobody_gives_a_role_to_themselves(operator: Actor, cast: Cast) -> None:
    arguments = {"role": Role.AUDITOR, "area": WHOLE, "span": Span(today()), "reason": "SK"}
    assert "diri sendiri" in refusal(actor=operator, user=cast.users["system_operator"], **arguments)


@pytest.mark.parametrize("role", [Role.HR_OFFICER, Role.APPOINTING_OFFICIAL, Role.AUDITOR, Role.SYSTEM_OPERATOR])
def test_an_hr_officer_cannot_hand_out_powerful_roles(officer: Actor, cast: Cast, role: Role) -> None:
    arguments = {"role": role, "area": WHOLE, "span": Span(today()), "reason": "SK"}
    assert "hanya dapat diberikan" in refusal(actor=officer, user=cast.users["no_role"], **arguments)


def test_an_hr_officer_of_one_unit_stays_inside_it(operator: Actor, cast: Cast) -> None:
    give(operator, cast, "no_role", Role.HR_OFFICER, area(cast, "health"))
    actor = actor_of(cast.users["no_role"])
    give(actor, cast, "mentor", Role.PANEL_MEMBER, area(cast, "clinic"))
    for where in (area(cast, "social"), WHOLE):
        arguments = {"role": Role.PANEL_MEMBER, "area": where, "span": Span(today()), "reason": "SK"}
        assert "di luar wilayah" in refusal(actor=actor, user=cast.users["mentor"], **arguments)


@pytest.mark.parametrize("name", ["civil_servant", "direct_superior", "unit_head", "planner", "auditor", "mentor", "no_role"])
def test_others_hand_out_nothing(cast: Cast, name: str) -> None:
    arguments = {"role": Role.MENTOR, "area": area(cast, "clinic"), "span": Span(today()), "reason": "SK"}
    assert refusal(actor=actor_of(cast.users[name]), user=cast.users["other_servant"], **arguments)


def test_an_account_of_another_agency_gets_nothing(operator: Actor, cast: Cast) -> None:
    arguments = {"role": Role.MENTOR, "area": WHOLE, "span": Span(today()), "reason": "SK"}
    assert "instansi lain" in refusal(actor=operator, user=cast.users["malang_officer"], **arguments)


def test_an_operator_is_for_the_whole_agency(operator: Actor, cast: Cast) -> None:
    arguments = {"role": Role.SYSTEM_OPERATOR, "area": area(cast, "clinic"), "span": Span(today()), "reason": "SK"}
    assert "seluruh instansi" in refusal(actor=operator, user=cast.users["no_role"], **arguments)


@pytest.mark.parametrize(
    ("days", "reason", "expected"),
    [
        ((-1, None), "SK", "sudah lewat"),
        ((0, 0), "SK", "sesudah tanggal mulai"),
        ((3, 2), "SK", "sesudah tanggal mulai"),
        ((0, None), "  ", "Tuliskan alasannya"),
    ],
)
def test_spans_and_reasons(operator: Actor, cast: Cast, days: tuple[int, int | None], reason: str, expected: str) -> None:
    start, end = days
    span = Span(today() + start * A_DAY, None if end is None else today() + end * A_DAY)
    arguments = {"role": Role.PLANNER, "area": WHOLE, "span": span, "reason": reason}
    assert expected in refusal(actor=operator, user=cast.users["no_role"], **arguments)


def test_the_same_role_is_not_held_twice_on_one_day(operator: Actor, cast: Cast) -> None:
    give(operator, cast, "no_role", Role.PLANNER, days=10)
    for start, end in ((0, None), (9, 20), (5, 6)):
        span = Span(today() + start * A_DAY, None if end is None else today() + end * A_DAY)
        arguments = {"role": Role.PLANNER, "area": WHOLE, "span": span, "reason": "SK"}
        assert "sudah dipegang" in refusal(actor=operator, user=cast.users["no_role"], **arguments)
    span = Span(today() + 10 * A_DAY)
    grant_role(actor=operator, user=cast.users["no_role"], role=Role.PLANNER, area=WHOLE, span=span, reason="SK")
    assert grants_of(cast.users["no_role"]).count() == 2


def test_ending_a_role_takes_effect_on_the_day(operator: Actor, cast: Cast) -> None:
    grant = Grant.objects.get(role=Role.PLANNER)
    end_grant(actor=operator, grant=grant, day=today(), reason="Pindah tugas")
    assert actor_of(cast.users["planner"]).held == ()
    grant.refresh_from_db()
    assert grant.valid_to == today()
    assert Decision.objects.latest("sequence").kind == "access.ended"


def test_a_role_that_had_not_begun_goes_altogether(operator: Actor, cast: Cast) -> None:
    span = Span(today() + 5 * A_DAY)
    grant = grant_role(actor=operator, user=cast.users["no_role"], role=Role.PLANNER, area=WHOLE, span=span, reason="SK")
    end_grant(actor=operator, grant=grant, day=today(), reason="Batal")
    assert grants_of(cast.users["no_role"]).count() == 0
    assert Decision.objects.latest("sequence").kind == "access.withdrawn"


@pytest.mark.parametrize(("day", "expected"), [(date(2020, 1, 2), "sudah lewat"), (date(2999, 1, 1), None)])
def test_a_role_ends_today_or_later(operator: Actor, cast: Cast, day: date, expected: str | None) -> None:
    grant = Grant.objects.get(role=Role.PLANNER)
    if expected is None:
        end_grant(actor=operator, grant=grant, day=day, reason="SK")
        assert Grant.objects.get(pk=grant.pk).valid_to == day
        return
    with pytest.raises(RefusedError, match=expected):
        end_grant(actor=operator, grant=grant, day=day, reason="SK")


def test_a_role_is_not_lengthened_by_ending_it_later(operator: Actor, cast: Cast) -> None:
    grant = give(operator, cast, "no_role", Role.PLANNER, days=3)
    with pytest.raises(RefusedError, match="sudah berakhir"):
        end_grant(actor=operator, grant=grant, day=today() + 5 * A_DAY, reason="SK")


def test_one_may_lay_down_one_s_own_role(cast: Cast) -> None:
    end_grant(actor=actor_of(cast.users["mentor"]), grant=Grant.objects.get(role=Role.MENTOR), day=today(), reason="Pensiun")
    assert actor_of(cast.users["mentor"]).held == ()


def test_the_last_operator_cannot_go(operator: Actor, cast: Cast) -> None:
    own = Grant.objects.get(role=Role.SYSTEM_OPERATOR)
    with pytest.raises(RefusedError, match="operator sistem terakhir"):
        end_grant(actor=operator, grant=own, day=today(), reason="Pindah")
    give(operator, cast, "no_role", Role.SYSTEM_OPERATOR, days=30)
    with pytest.raises(RefusedError, match="operator sistem terakhir"):
        end_grant(actor=operator, grant=own, day=today(), reason="Pindah")
    give(operator, cast, "planner", Role.SYSTEM_OPERATOR)
    end_grant(actor=operator, grant=own, day=today(), reason="Pindah")
    assert actor_of(cast.users["system_operator"]).held == ()


def test_grants_follow_a_unit_that_moves(cast: Cast) -> None:
    health, clinic, social = (cast.units[name].path for name in ("health", "clinic", "social"))
    moved = f"{social}{clinic.rsplit('/', 2)[1]}/"
    assert move_paths(agency_id=cast.palu.pk, old=clinic, new=moved) == 3
    assert actor_of(cast.users["direct_superior"]).scope(Role.DIRECT_SUPERIOR).paths == (moved,)
    assert actor_of(cast.users["unit_head"]).scope(Role.UNIT_HEAD).paths == (health,)
    assert move_paths(agency_id=cast.palu.pk, old=social, new="/999/") == 5
    assert actor_of(cast.users["mentor"]).scope(Role.MENTOR).paths == (moved.replace(social, "/999/"),)
