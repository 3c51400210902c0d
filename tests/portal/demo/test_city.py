"""The invented city: repeatable, lawful, and built without breaking a constraint."""

from collections import Counter
from datetime import date
from itertools import pairwise
from statistics import mean

import pytest

from matang import rules
from matang.flow.place.models import Nomination, PlacementDecision
from matang.flow.plan.models import StabilityReport
from matang.flow.plan.public import own_proposals
from matang.flow.register.models import Incumbency, Person, Region
from matang.flow.register.selectors.retirement import retirement_at
from matang.foundation.access.roles import Role
from matang.foundation.access.selectors import actor_of
from matang.foundation.audit.selectors import verify_chain
from matang.foundation.identity.models import User
from matang.foundation.tenancy.context import acting_in
from matang.foundation.tenancy.models import Agency
from matang.portal.demo import build, city
from matang.portal.demo.city import CityPlan

DAY = date(2026, 11, 23)


@pytest.fixture(scope="module")
def whole() -> CityPlan:
    """Return the whole city in memory."""
    return city.palu(people=8400, seed=7271, day=DAY)


def test_the_same_seed_makes_the_same_city_and_another_seed_another() -> None:
    first, again, other = (city.palu(people=400, seed=seed, day=DAY).digest() for seed in (1, 1, 2))
    assert first == again
    assert first != other


def test_the_city_has_the_asked_number_of_people(whole: CityPlan) -> None:
    assert len(whole.people) == 8400
    assert len(city.palu(people=400, seed=1, day=DAY).people) == 400


def test_every_number_reads_as_the_law_says_and_none_stands_twice(whole: CityPlan) -> None:
    for person in whole.people:
        read = rules.read_nip(person.nip, kind=person.kind, on=DAY)
        assert read.birth_date == person.born, person.nip
    assert len({person.nip for person in whole.people}) == 8400


def test_nobody_is_past_retirement_nor_started_as_a_child(whole: CityPlan) -> None:
    for person in whole.people:
        case = {"post_kind": person.post.kind, "birth_date": person.born}
        assert rules.IS_STILL_IN_SERVICE.trace(case, on=DAY).outcome is not rules.Outcome.FAIL, person.nip
        assert (person.start - person.born).days / 365.2425 > 17.9, person.nip


def test_histories_do_not_overlap_and_lead_up_to_the_post(whole: CityPlan) -> None:
    for person in whole.people:
        for spans in (person.grades, person.career):
            for span in spans:
                assert span.until is None or span.until > span.since, person.nip
            for earlier, later in pairwise(spans):
                assert earlier.until == later.since, person.nip
        assert person.grades[0].since == person.start
        assert person.grades[-1].until is None
        assert person.since >= person.start


def test_the_shape_is_lifelike(whole: CityPlan) -> None:
    kinds = Counter(person.kind for person in whole.people)
    women = sum(person.sex == "female" for person in whole.people)
    managerial = [post for post in whole.posts if post.kind in city.MANAGERIAL]
    vacant = sum(post.seats == 0 for post in managerial)
    assert 0.15 < kinds["pppk"] / 8400 < 0.3
    assert 0.5 < women / 8400 < 0.65
    assert 0.04 < vacant / len(managerial) < 0.1
    assert not any(person.kind == "pppk" and person.post.kind in city.MANAGERIAL for person in whole.people)


def test_each_of_the_next_five_years_two_to_three_in_a_hundred_retire(whole: CityPlan) -> None:
    retirement = retirement_at(DAY)
    ends = [retirement.date_of(person.born, person.post.kind) for person in whole.people]
    for year in range(5):
        since, until = (DAY.replace(year=DAY.year + later) for later in (year, year + 1))
        share = sum(end is not None and since < end <= until for end in ends) / len(ends)
        assert 0.02 <= share <= 0.03, (year, share)


def test_most_people_are_rated_for_the_last_two_years_and_some_ratings_are_missing(whole: CityPlan) -> None:
    rated = [person.appraisals for person in whole.people]
    assert {year for one in rated for year, _rating in one} == {2024, 2025}
    assert 0.8 < sum(len(one) == 2 for one in rated) / 8400 < 0.95
    assert sum(not one for one in rated) > 0
    words = Counter(rating for one in rated for _year, rating in one)
    assert [word for word, _count in words.most_common()] == ["baik", "sangat_baik", "butuh_perbaikan", "kurang"]
    assert 0.75 < words["baik"] / words.total() < 0.9
    assert 0.01 < words["butuh_perbaikan"] / words.total() < 0.06
    for person in whole.people:
        assert all(year >= person.start.year for year, _rating in person.appraisals), person.nip


def test_contract_staff_are_younger(whole: CityPlan) -> None:
    ages = {kind: [(DAY - person.born).days for person in whole.people if person.kind == kind] for kind in ("pns", "pppk")}
    assert mean(ages["pns"]) - mean(ages["pppk"]) > 5 * 365


@pytest.mark.usefixtures("db")
def test_the_demonstration_builds_walks_the_road_and_is_found_again() -> None:
    made = build.build(people=400)
    assert made.counts["people"] == 400
    assert made.counts["decisions"] == 1
    assert Region.objects.filter(level="village").count() == 46
    found = build.build(people=400)
    assert (found.found, found.counts, found.keys) == (True, made.counts, made.keys)
    palu = Agency.objects.get(code=build.PALU)
    with acting_in(palu.pk):
        users = {user.username: user for user in User.objects.filter(agency_id=palu.pk)}
        assert {held.role for user in users.values() for held in actor_of(user).held} == set(Role)
        assert [row.post_id for row in own_proposals(actor_of(users["asn"]))] == [made.keys["post"]]
        decision = PlacementDecision.objects.get()
        assert decision.person_id != users["asn"].person_id
        named = Nomination.objects.select_related("named_by").get()
        assert (named.person_id, named.post_id) == (users["unggulan"].person_id, decision.post_id)
        assert (named.named_by.username, named.rank, decision.person_id == named.person_id) == ("walikota", 0, False)
        assert all(article for _title, _reason, article, _unverified in named.refusals)
        assert StabilityReport.objects.count() == 1
        assert Incumbency.objects.filter(post=decision.post, valid_from=decision.effective_from).count() == 1
        assert verify_chain(palu.pk).ok
        assert Person.objects.count() == 400
    with acting_in(Agency.objects.get(code=build.MALANG).pk):
        assert Person.objects.count() == build.SECOND


@pytest.mark.usefixtures("db")
def test_the_demonstration_keeps_away_from_a_real_agency() -> None:
    Agency.objects.create(code=build.PALU, name="Pemerintah Kota", synthetic=False)
    with pytest.raises(build.NotADemoError):
        build.build(people=400)
    with pytest.raises(build.NotADemoError):
        build.forget()
    assert Agency.objects.count() == 1


def test_passwords_differ_by_account_and_can_be_told_again() -> None:
    told = build.logins()
    assert len({login["password"] for login in told}) == len(told)
    assert told == build.logins()
