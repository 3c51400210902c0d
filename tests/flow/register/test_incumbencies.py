"""Appointments, moves and their ends."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from matang.flow.register.models import Incumbency, Post
from matang.flow.register.public import create_post, move_person, officer_for, posts_at, vacant_posts
from matang.flow.register.services.incumbencies import appoint, end_incumbency
from matang.flow.register.services.posts import correct_post, end_post
from matang.foundation.access.answers import RefusedError
from matang.foundation.access.selectors import actor_of
from tests.cast import START, Cast

DAY = date(2026, 7, 1)


def empty_post(cast: Cast, **facts: object) -> Post:
    """Make a free post in the social agency."""
    facts = {"name": "Kepala Bidang Rehabilitasi", "kind": "administrator", "capacity": 1, "valid_from": START, **facts}
    return create_post(actor=officer_for(cast.palu.pk), unit=cast.units["social"], **facts)


def move(cast: Cast, post: Post, who: str = "servant", day: date = DAY) -> Incumbency:
    """Move somebody of the cast to a post."""
    return move_person(
        actor=officer_for(cast.palu.pk),
        person_id=cast.people[who].pk,
        post_id=post.pk,
        effective_from=day,
        decree="SK 7/2026",
        origin="decision:7",
    )


def spans(cast: Cast, who: str) -> list[tuple[str, str, date, date | None]]:
    """Return what somebody holds, in order."""
    rows = Incumbency.objects.filter(person=cast.people[who]).order_by("valid_from", "id")
    return list(rows.values_list("post__name", "kind", "valid_from", "valid_to"))


def test_a_move_ends_the_old_post_and_starts_the_new_one(cast: Cast) -> None:
    made = move(cast, empty_post(cast))
    assert spans(cast, "servant") == [
        ("Pengolah Data dan Informasi", "definitive", START, DAY),
        ("Kepala Bidang Rehabilitasi", "definitive", DAY, None),
    ]
    assert (made.sole, made.decree, made.origin) == (True, "SK 7/2026", "decision:7")


def test_who_acted_on_the_post_stops_acting_when_appointed(cast: Cast) -> None:
    post = empty_post(cast)
    Incumbency.objects.create(agency=cast.palu, person=cast.people["servant"], post=post, kind="acting", valid_from=START)
    move(cast, post)
    assert [row for row in spans(cast, "servant") if row[1] == "acting"] == [("Kepala Bidang Rehabilitasi", "acting", START, DAY)]


def test_a_taken_post_is_refused_and_nothing_changes(cast: Cast) -> None:
    taken = Incumbency.objects.get(person=cast.people["other"]).post
    before = spans(cast, "servant")
    with pytest.raises(ValidationError) as caught:
        move(cast, taken)
    assert list(caught.value.message_dict) == ["post"]
    assert spans(cast, "servant") == before


def test_a_later_appointment_stands_in_the_way(cast: Cast) -> None:
    move(cast, empty_post(cast), day=date(2026, 9, 1))
    with pytest.raises(ValidationError) as caught:
        move(cast, empty_post(cast, name="Kepala Bidang Lain"))
    assert list(caught.value.message_dict) == ["effective_from"]


def test_a_post_that_does_not_exist_on_the_day_is_refused(cast: Cast) -> None:
    with pytest.raises(ValidationError) as caught:
        move(cast, empty_post(cast, valid_from=date(2027, 1, 1)))
    assert list(caught.value.message_dict) == ["post"]


@pytest.mark.parametrize("who", ["unit_head", "planner", "auditor", "system_operator", "civil_servant"])
def test_others_may_not_move_people(cast: Cast, who: str) -> None:
    post = empty_post(cast)
    with pytest.raises(RefusedError):
        move_person(
            actor=actor_of(cast.users[who]),
            person_id=cast.people["servant"].pk,
            post_id=post.pk,
            effective_from=DAY,
            decree="",
            origin="",
        )
    assert len(spans(cast, "servant")) == 1


def test_the_appointing_official_may_move_people(cast: Cast) -> None:
    move_person(
        actor=actor_of(cast.users["appointing_official"]),
        person_id=cast.people["servant"].pk,
        post_id=empty_post(cast).pk,
        effective_from=DAY,
        decree="",
        origin="decision:1",
    )
    assert len(spans(cast, "servant")) == 2


def test_vacancies_count_only_known_capacity(cast: Cast) -> None:
    empty_post(cast, name="Satu", capacity=1)
    empty_post(cast, name="Tiga", capacity=3)
    empty_post(cast, name="Entah", capacity=None)
    free = {post.name: post.vacancies for post in vacant_posts(cast.palu.pk, DAY)}
    assert free == {"Satu": 1, "Tiga": 3}
    assert {post.name for post in vacant_posts(cast.palu.pk, DAY, cast.units["health"].path)} == set()
    assert "Entah" in {post.name for post in posts_at(cast.palu.pk, DAY)}


def test_an_acting_official_leaves_the_post_vacant(cast: Cast) -> None:
    post = empty_post(cast)
    appoint(
        actor=officer_for(cast.palu.pk),
        post=post,
        person=cast.people["servant"],
        kind="acting",
        valid_from=DAY,
        reason="SK 8/2026",
    )
    assert [each.pk for each in vacant_posts(cast.palu.pk, DAY)] == [post.pk]


def test_an_appointment_ends(cast: Cast) -> None:
    held = Incumbency.objects.get(person=cast.people["servant"])
    officer = officer_for(cast.palu.pk)
    with pytest.raises(ValidationError):
        end_incumbency(actor=officer, incumbency=held, day=START, reason="x")
    end_incumbency(actor=officer, incumbency=held, day=DAY, reason="Pensiun")
    with pytest.raises(ValidationError):
        end_incumbency(actor=officer, incumbency=held, day=date(2026, 8, 1), reason="x")
    assert spans(cast, "servant")[0][3] == DAY


def test_a_post_narrowed_to_one_refuses_when_two_hold_it(cast: Cast) -> None:
    post = empty_post(cast, capacity=2)
    move(cast, post, "servant")
    move(cast, post, "superior")
    facts = {"name": post.name, "kind": post.kind, "echelon": "", "job_class": None, "reason": "x"}
    with pytest.raises(ValidationError):
        correct_post(actor=officer_for(cast.palu.pk), post=post, capacity=1, **facts)
    end_incumbency(
        actor=officer_for(cast.palu.pk),
        incumbency=Incumbency.objects.get(person=cast.people["superior"], post=post),
        day=date(2026, 8, 1),
        reason="x",
    )
    Incumbency.objects.filter(person=cast.people["superior"], post=post).delete()
    correct_post(actor=officer_for(cast.palu.pk), post=post, capacity=1, **facts)
    assert list(Incumbency.objects.filter(post=post).values_list("sole", flat=True)) == [True]


def test_a_held_post_does_not_end_and_an_empty_one_does(cast: Cast) -> None:
    officer = officer_for(cast.palu.pk)
    with pytest.raises(ValidationError, match="Nurul Pegawai"):
        end_post(actor=officer, post=Incumbency.objects.get(person=cast.people["servant"]).post, day=DAY, reason="x")
    post = empty_post(cast)
    end_post(actor=officer, post=post, day=DAY, reason="x")
    assert post.pk not in {each.pk for each in posts_at(cast.palu.pk, DAY)}
