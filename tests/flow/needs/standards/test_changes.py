"""A change of standards: looked at, decided once, written whole, taken back while untouched, within one's scope."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from matang.flow.needs.choices import ChangeState, StandardChangeKind
from matang.flow.needs.models import PostStandard, StandardChange
from matang.flow.needs.public import core_changed_since, ensure_dictionary, requirements_of, set_standard, standards_changed_since
from matang.flow.needs.services.standards import changes
from matang.flow.needs.services.standards.timeline import Span
from matang.flow.register.models import Incumbency, Post
from matang.foundation.access.actor import Actor
from matang.foundation.access.answers import RefusedError
from matang.foundation.access.models import Grant
from matang.foundation.access.roles import Role
from matang.foundation.access.selectors import actor_of
from matang.foundation.audit.models import Decision
from matang.foundation.clock.services import now, today
from tests.cast import START, Cast, make_user

JAN, MAR, JUN = date(2026, 1, 1), date(2026, 3, 1), date(2026, 6, 1)


@pytest.fixture
def codes(cast: Cast) -> dict[str, int]:
    return ensure_dictionary(cast.palu.pk)


@pytest.fixture
def officer(cast: Cast) -> Actor:
    return actor_of(cast.users["hr_officer"])


@pytest.fixture
def post(cast: Cast) -> Post:
    return Incumbency.objects.get(person=cast.people["superior"]).post


def prepared(officer: Actor, post: Post, asked: dict[int, int | None], start: date = JAN, **more: object) -> StandardChange:
    """Prepare a change of one post: competency → level."""
    rows = [(post.pk, key, Span(start, None, level)) for key, level in asked.items()]
    kind = StandardChangeKind.ONE
    return changes.prepare(actor=officer, kind=kind, title=post.name, effective_from=start, rows=rows, basis="SK 7", **more)


def rows_of(post: Post) -> list[tuple[str, int, date, date | None]]:
    rows = PostStandard.objects.filter(post=post).order_by("competency__position", "valid_from")
    return list(rows.values_list("competency__code", "level", "valid_from", "valid_to"))


def test_nothing_is_written_before_it_is_decided_and_a_second_click_does_nothing(
    codes: dict[str, int], officer: Actor, post: Post
) -> None:
    change = prepared(officer, post, {codes["MAN.1"]: 3, codes["TEK.KES"]: 4})
    assert (rows_of(post), changes.plan_change(change).tally["created"]) == ([], 2)
    for _ in range(2):
        changes.apply_change(actor=officer, change_id=change.pk)
    assert rows_of(post) == [("MAN.1", 3, JAN, None), ("TEK.KES", 4, JAN, None)]
    change.refresh_from_db()
    assert (change.state, change.applied_by_id, change.tally["posts"], change.tally["posts_first"]) == (
        ChangeState.APPLIED, officer.user_id, 1, 1,
    )  # fmt: skip
    entry = Decision.objects.get()
    assert (entry.kind, entry.subject, entry.reason) == ("needs.standards_set", f"standards:{change.pk}", "SK 7")


def test_a_whole_standard_ends_what_it_does_not_name_and_keeps_the_days_before(
    codes: dict[str, int], officer: Actor, post: Post
) -> None:
    first = prepared(officer, post, {codes["MAN.1"]: 3, codes["MAN.2"]: 2, codes["MAN.3"]: 2})
    changes.apply_change(actor=officer, change_id=first.pk)
    second = prepared(officer, post, {codes["MAN.1"]: 3, codes["MAN.2"]: 4}, MAR, complete=True)
    plan = changes.plan_change(second)
    assert (plan.tally["left"], plan.tally["changed"], plan.tally["ended"], plan.tally["created"]) == (1, 1, 1, 0)
    changes.apply_change(actor=officer, change_id=second.pk)
    assert rows_of(post) == [
        ("MAN.1", 3, JAN, None), ("MAN.2", 2, JAN, MAR), ("MAN.2", 4, MAR, None), ("MAN.3", 2, JAN, MAR),
    ]  # fmt: skip
    asked = requirements_of(officer.agency_id, MAR - timedelta(days=1), [(post.pk, post.kind)])[post.pk]
    assert [line.level for line in asked] == [3, 2, 2]


def test_a_first_standard_may_keep_the_default_beside_it(codes: dict[str, int], officer: Actor, post: Post) -> None:
    change = prepared(officer, post, {codes["TEK.KES"]: 4, codes["MAN.1"]: 3}, fill_default=True)
    changes.apply_change(actor=officer, change_id=change.pk)
    asked = requirements_of(officer.agency_id, JAN, [(post.pk, post.kind)])[post.pk]
    assert sorted(line.level for line in asked) == [2] * 8 + [3, 4]
    assert not any(line.default for line in asked)


def test_undo_brings_back_every_row_also_those_that_were_going_to_start(
    codes: dict[str, int], officer: Actor, post: Post
) -> None:
    for level, day in ((2, JAN), (4, JUN)):
        set_standard(actor=officer, post_id=post.pk, competency_id=codes["MAN.1"], level=level, must=True, valid_from=day)
    before = rows_of(post)
    change = prepared(officer, post, {codes["MAN.1"]: 3, codes["MAN.2"]: 1}, MAR)
    changes.apply_change(actor=officer, change_id=change.pk)
    assert rows_of(post) == [("MAN.1", 2, JAN, MAR), ("MAN.1", 3, MAR, None), ("MAN.2", 1, MAR, None)]
    changes.undo_change(actor=officer, change_id=change.pk, reason="Keliru")
    assert rows_of(post) == before == [("MAN.1", 2, JAN, JUN), ("MAN.1", 4, JUN, None)]
    assert set(PostStandard.objects.values_list("must", flat=True)) == {True}
    change.refresh_from_db()
    assert (change.state, change.undone_reason) == (ChangeState.UNDONE, "Keliru")
    with pytest.raises(RefusedError):
        changes.apply_change(actor=officer, change_id=change.pk)


def test_only_the_newest_change_is_taken_back_and_then_the_one_before(codes: dict[str, int], officer: Actor, post: Post) -> None:
    first, second = prepared(officer, post, {codes["MAN.1"]: 3}), prepared(officer, post, {codes["MAN.1"]: 4})
    for change in (first, second):
        changes.apply_change(actor=officer, change_id=change.pk)
    with pytest.raises(RefusedError, match="lebih baru"):
        changes.undo_change(actor=officer, change_id=first.pk, reason="x")
    assert rows_of(post) == [("MAN.1", 4, JAN, None)]
    changes.undo_change(actor=officer, change_id=second.pk, reason="x")
    assert rows_of(post) == [("MAN.1", 3, JAN, None)]
    changes.undo_change(actor=officer, change_id=first.pk, reason="x")
    assert rows_of(post) == []


def test_undo_needs_a_reason(codes: dict[str, int], officer: Actor, post: Post) -> None:
    change = prepared(officer, post, {codes["MAN.1"]: 3})
    changes.apply_change(actor=officer, change_id=change.pk)
    with pytest.raises(RefusedError):
        changes.undo_change(actor=officer, change_id=change.pk, reason="  ")
    assert rows_of(post) == [("MAN.1", 3, JAN, None)]


def test_what_was_changed_since_it_was_looked_at_is_not_written(codes: dict[str, int], officer: Actor, post: Post) -> None:
    change = prepared(officer, post, {codes["MAN.1"]: 3})
    digest = changes.plan_change(change).digest
    set_standard(actor=officer, post_id=post.pk, competency_id=codes["MAN.1"], level=2, must=False, valid_from=JAN)
    with pytest.raises(changes.StaleError):
        changes.apply_change(actor=officer, change_id=change.pk, digest=digest)
    assert rows_of(post) == [("MAN.1", 2, JAN, None)]


def test_a_post_that_ended_meanwhile_is_not_written(codes: dict[str, int], officer: Actor, post: Post) -> None:
    change = prepared(officer, post, {codes["MAN.1"]: 3}, JUN)
    Post.objects.filter(pk=post.pk).update(valid_to=JUN)
    with pytest.raises(RefusedError, match="1 jabatan sudah tidak ada"):
        changes.apply_change(actor=officer, change_id=change.pk)
    assert rows_of(post) == []


def test_a_discarded_change_is_gone_but_in_the_history(codes: dict[str, int], officer: Actor, post: Post) -> None:
    change = prepared(officer, post, {codes["MAN.1"]: 3})
    changes.discard_change(actor=officer, change_id=change.pk)
    with pytest.raises(RefusedError):
        changes.apply_change(actor=officer, change_id=change.pk)
    change.refresh_from_db()
    assert (change.state, change.content, rows_of(post)) == (ChangeState.DISCARDED, {"rows": []}, [])


def test_an_officer_of_one_unit_touches_no_post_of_another(cast: Cast, codes: dict[str, int], officer: Actor, post: Post) -> None:
    narrow = actor_of(make_user(cast.palu, "narrow", Role.HR_OFFICER, cast.units["social"]))
    with pytest.raises(RefusedError):
        prepared(narrow, post, {codes["MAN.1"]: 3})
    assert StandardChange.objects.count() == 0
    change = prepared(officer, post, {codes["MAN.1"]: 3})
    for act in (changes.apply_change, changes.discard_change):
        with pytest.raises(RefusedError):
            act(actor=narrow, change_id=change.pk)
    changes.apply_change(actor=officer, change_id=change.pk)
    with pytest.raises(RefusedError):
        changes.undo_change(actor=narrow, change_id=change.pk, reason="x")
    assert rows_of(post) == [("MAN.1", 3, JAN, None)]
    Grant.objects.create(
        agency=cast.palu, user_id=narrow.user_id, role=Role.PLANNER, unit_id=cast.units["health"].pk,
        unit_path=cast.units["health"].path, valid_from=START,
    )  # fmt: skip
    own = actor_of(cast.users["no_role"]._meta.model.objects.get(pk=narrow.user_id))
    changes.undo_change(actor=own, change_id=change.pk, reason="x")
    assert rows_of(post) == []


def test_a_plan_hears_of_every_written_ended_or_removed_requirement(codes: dict[str, int], officer: Actor, post: Post) -> None:
    before = now() - timedelta(hours=1)
    assert standards_changed_since(officer.agency_id, before) == set()
    set_standard(actor=officer, post_id=post.pk, competency_id=codes["MAN.1"], level=2, must=False, valid_from=JAN)
    assert standards_changed_since(officer.agency_id, before) == {post.pk}
    assert standards_changed_since(officer.agency_id, before, [post.pk + 1]) == set()
    assert standards_changed_since(officer.agency_id, now() + timedelta(hours=1)) == set()
    assert core_changed_since(officer.agency_id, now() + timedelta(hours=1)) is False
    assert core_changed_since(officer.agency_id, before) is True


@pytest.mark.parametrize(
    ("values", "name"),
    [
        ({"level": 6, "valid_from": JAN}, "post_standard_level_one_to_five"),
        ({"level": 3, "valid_from": JAN, "valid_to": JAN}, "post_standard_ends_after_start"),
    ],
)
def test_the_database_refuses_what_cannot_be(
    cast: Cast, codes: dict[str, int], post: Post, values: dict[str, object], name: str
) -> None:
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        PostStandard.objects.create(agency=cast.palu, post=post, competency_id=codes["MAN.1"], **values)


def test_today_is_the_day_it_says(codes: dict[str, int], officer: Actor, post: Post) -> None:
    change = prepared(officer, post, {codes["MAN.1"]: 3}, today())
    changes.apply_change(actor=officer, change_id=change.pk)
    day_before = requirements_of(officer.agency_id, today() - timedelta(days=1), [(post.pk, post.kind)])[post.pk]
    assert [line.default for line in day_before] == [True] * 9
    assert [line.default for line in requirements_of(officer.agency_id, today(), [(post.pk, post.kind)])[post.pk]] == [False]
