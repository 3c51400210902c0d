"""Which evidence is worth its money: only where its answer could change something, must-haves first, unknown costs last."""

from dataclasses import replace
from datetime import date

import pytest
from django.urls import reverse

from matang.flow.needs.choices import CompetencyField, EvidenceSource
from matang.flow.needs.models import EvidenceCost
from matang.flow.needs.public import NewEvidence, cheapest_evidence, ensure_dictionary, record_many, set_standard
from matang.flow.needs.selectors.gaps.worth import Advice, Bought, GapQuestion, OpenLine, advise, bought_with, costs_at, worth
from matang.flow.needs.services.evidence.costs import Cost, set_cost
from matang.flow.register.models import Incumbency
from matang.foundation.access.answers import RefusedError
from matang.foundation.access.roles import Role
from matang.foundation.access.selectors import actor_of
from matang.foundation.clock.services import today
from tests.cast import START, Cast, make_user
from tests.http import ActorClient

CENTRE, TEST, WORK, SUPERIOR = (
    EvidenceSource.ASSESSMENT_CENTRE,
    EvidenceSource.TEST,
    EvidenceSource.WORK_RESULT,
    EvidenceSource.SUPERIOR,
)
MANAGERIAL, TECHNICAL = CompetencyField.MANAGERIAL, CompetencyField.TECHNICAL


def line(low: int | None = None, high: int | None = None, **said: object) -> OpenLine:
    said = {"competency_id": 1, "field": MANAGERIAL, "level": 3, "must": False, "posts": 1} | said
    return OpenLine(low=low, high=high, **said)


@pytest.mark.parametrize(
    ("open_line", "kind", "value"),
    [
        (line(), CENTRE, 100),
        (line(must=True), CENTRE, 300),
        (line(None, 4), CENTRE, 200),
        (line(None, 4, must=True, posts=2), CENTRE, 1200),
        (line(importance=5), CENTRE, 500),
        (line(), SUPERIOR, 25),
        (line(None, 4), SUPERIOR, 0),
        (line(field=TECHNICAL), CENTRE, 0),
        (line(field=TECHNICAL), WORK, 100),
        (line(2, 4, held_down_by=frozenset({"test"})), TEST, 200),
        (line(2, 4, held_down_by=frozenset({"test"})), CENTRE, 0),
        (line(2, 4, held_down_by=frozenset({"test", "assessment_centre"})), TEST, 0),
    ],
    ids=[
        "unknown", "must", "a sign", "sign, must, two posts", "interest", "a hint may rule out", "a hint proves nothing",
        "other field", "work shows technical", "answers itself", "another sure source holds it down", "two hold it down",
    ],
)  # fmt: skip
def test_what_evidence_is_worth_by_hand(open_line: OpenLine, kind: EvidenceSource, value: int) -> None:
    assert worth(open_line, kind) == value


def cost(kind: EvidenceSource, rupiah: int | None, basis: str = "person") -> dict[str, EvidenceCost]:
    return {kind.value: EvidenceCost(kind=kind, rupiah=rupiah, basis=basis, since=START, source="x")}


def told(advice: list[Advice]) -> list[tuple[str, int, int | None]]:
    return [(entry.kind.value, len(entry.lines), entry.rupiah) for entry in advice]


def test_one_assessment_that_settles_nine_beats_nine_tests() -> None:
    nine = tuple(line(competency_id=number) for number in range(9))
    costs = cost(CENTRE, 4_500_000) | cost(TEST, 750_000, "competency")
    assert told(advise(nine, [CENTRE, TEST], costs)) == [("assessment_centre", 9, 4_500_000)]
    assert told(advise(nine[:2], [CENTRE, TEST], costs)) == [("test", 2, 1_500_000)]


def test_what_the_best_leaves_open_is_offered_next() -> None:
    lines = (line(), line(competency_id=2, field=TECHNICAL, must=True))
    costs = cost(CENTRE, 1_000_000) | cost(WORK, 1_000_000)
    assert told(advise(lines, [CENTRE, WORK], costs)) == [("work_result", 1, 1_000_000), ("assessment_centre", 1, 1_000_000)]


def test_an_unknown_cost_is_not_nothing() -> None:
    costs = cost(CENTRE, None) | cost(TEST, 9_000_000)
    assert told(advise((line(),), [CENTRE, TEST], costs)) == [("test", 1, 9_000_000)]
    assert told(advise((line(),), [CENTRE], {})) == [("assessment_centre", 1, None)]


def entry(person: int, value: int, rupiah: int | None, lines: int = 1) -> Advice:
    return Advice(person, CENTRE, tuple(line(must=True) for _ in range(lines)), value, rupiah, None)


def test_the_order_is_free_then_worth_for_money_then_unpriced() -> None:
    given = [entry(1, 900, None), entry(2, 100, 1_000_000), entry(3, 300, 2_000_000), entry(4, 25, 0), entry(5, 100, 500_000)]
    assert [advice.person_id for advice in sorted(given, key=lambda one: one.order)] == [4, 5, 3, 2, 1]


def test_a_budget_is_spent_from_the_top_and_says_what_it_left_out() -> None:
    given = [entry(1, 9, 600, 3), entry(1, 8, 300), entry(2, 7, 500), entry(3, 6, 100), entry(4, 5, None)]
    assert bought_with(given, 1000) == Bought(3, 2, 5, 5, screened=0, spent=1000, unpriced=1)
    assert bought_with(given, 0) == Bought(0, 0, 0, 0, screened=0, spent=0, unpriced=1)
    rating = replace(entry(6, 9, 0, 4), kind=SUPERIOR)
    assert bought_with([rating, *given], 0) == Bought(1, 1, 0, 0, screened=4, spent=0, unpriced=1)


@pytest.fixture
def codes(cast: Cast) -> dict[str, int]:
    """Return the dictionary of Palu."""
    return ensure_dictionary(cast.palu.pk)


def advised(cast: Cast, by: str = "hr_officer", **said: object) -> dict[str, list[tuple[str, list[int]]]]:
    """Return the advice by name of the person: kind and competencies."""
    names = {person.pk: name for name, person in cast.people.items()}
    found: dict[str, list[tuple[str, list[int]]]] = {}
    for advice in cheapest_evidence(actor_of(cast.users[by]), today(), **said):
        settled = [one.competency_id for one in advice.lines]
        found.setdefault(names[advice.person_id], []).append((advice.kind.value, settled))
    return found


def only(cast: Cast, codes: dict[str, int], *, must: bool = True) -> None:
    """Let the superior's post ask for two things only."""
    post = Incumbency.objects.get(person=cast.people["superior"]).post_id
    for code in ("MAN.1", "TEK.KES"):
        set_standard(
            actor=actor_of(cast.users["hr_officer"]), post_id=post, competency_id=codes[code], level=3, must=must,
            valid_from=date(2026, 1, 1),
        )  # fmt: skip


def test_what_is_settled_is_not_asked_again(cast: Cast, codes: dict[str, int]) -> None:
    only(cast, codes)
    question = GapQuestion(today(), people=(cast.people["superior"].pk,))
    assert advised(cast, question=question) == {"superior": [("test", [codes["MAN.1"], codes["TEK.KES"]])]}
    person = cast.people["superior"].pk
    pieces = [
        NewEvidence(person, codes["MAN.1"], 3, "test", date(2026, 1, 5)),
        NewEvidence(person, codes["TEK.KES"], 2, "superior", date(2026, 1, 5)),
    ]
    record_many(cast.palu.pk, pieces, day=today())
    assert advised(cast, question=question) == {}


def test_a_sure_level_below_is_only_reopened_by_its_own_source(cast: Cast, codes: dict[str, int]) -> None:
    only(cast, codes)
    person = cast.people["superior"].pk
    pieces = [
        NewEvidence(person, codes["MAN.1"], 2, "assessment_centre", date(2026, 1, 5)),
        NewEvidence(person, codes["MAN.1"], 4, "superior", date(2026, 1, 5)),
        NewEvidence(person, codes["TEK.KES"], 3, "test", date(2026, 1, 5)),
    ]
    record_many(cast.palu.pk, pieces, day=today())
    question = GapQuestion(today(), people=(person,))
    assert advised(cast, question=question) == {"superior": [("assessment_centre", [codes["MAN.1"]])]}


def test_interest_of_a_later_stage_weighs_leaves_out_and_adds(cast: Cast, codes: dict[str, int]) -> None:
    only(cast, codes, must=False)
    actor, person = actor_of(cast.users["hr_officer"]), cast.people["superior"].pk
    question = GapQuestion(today(), people=(person,))
    interest = {(person, codes["MAN.1"]): 7, (person, codes["TEK.KES"]): 0, (person, codes["TEK.SOS"]): 2}
    found = cheapest_evidence(actor, today(), interest, question=question)
    assert [(advice.kind.value, advice.value) for advice in found] == [("test", 900)]
    assert [(one.competency_id, one.level, one.weight) for one in found[0].lines] == [
        (codes["MAN.1"], 3, 7),
        (codes["TEK.SOS"], None, 2),
    ]


def test_everybody_sees_only_their_own_people(cast: Cast, codes: dict[str, int]) -> None:
    assert codes
    assert set(advised(cast, "hr_officer")) == {"head", "superior", "servant", "other", "other_head"}
    assert set(advised(cast, "other_unit_head")) == {"other", "other_head"}
    assert set(advised(cast, "direct_superior")) == {"superior", "servant"}
    stranger = {(cast.people["servant"].pk, codes["TEK.SOS"]): 9}
    assert set(advised(cast, "other_unit_head", interest=stranger)) == {"other", "other_head"}


def test_costs_are_dated_and_set_by_the_agencys_officer_alone(cast: Cast) -> None:
    officer = actor_of(cast.users["hr_officer"])
    for since, rupiah in ((date(2026, 1, 1), 4_000_000), (date(2026, 3, 1), 5_000_000), (date(2026, 3, 1), 4_500_000)):
        set_cost(actor=officer, cost=Cost("assessment_centre", since, rupiah, 480, "Kontrak 12"))
    assert {day: costs_at(cast.palu.pk, day)["assessment_centre"].rupiah for day in (date(2026, 2, 28), date(2026, 3, 1))} == {
        date(2026, 2, 28): 4_000_000,
        date(2026, 3, 1): 4_500_000,
    }
    assert costs_at(cast.palu.pk, date(2025, 12, 31)) == {}
    of_unit = make_user(cast.palu, "officer_of_social", Role.HR_OFFICER, cast.units["social"])
    for user in (of_unit, cast.users["planner"], cast.users["unit_head"]):
        with pytest.raises(RefusedError):
            set_cost(actor=actor_of(user), cost=Cost("test", START, 1, None, "x"))
    with pytest.raises(RefusedError, match="dari mana"):
        set_cost(actor=officer, cost=Cost("test", START, 1, None, " "))
    assert EvidenceCost.objects.count() == 2


def test_the_page_says_what_a_sum_buys_and_where_nothing_is_known(
    cast: Cast, codes: dict[str, int], browse: type[ActorClient]
) -> None:
    assert codes
    client, address = browse(cast.users["hr_officer"]), reverse("needs:cheapest")
    page = client.get(f"{address}?anggaran=10000000&jabatan=semua").content.decode()
    assert "Biaya bukti belum diketahui" in page
    assert "Belum dapat dihitung apa yang dibeli" in page
    assert "5 penilaian dalam daftar ini belum diketahui biayanya." in page
    assert "orang" not in page.partition("Belum dapat dihitung apa yang dibeli")[2][:80]
    set_cost(actor=actor_of(cast.users["hr_officer"]), cost=Cost("assessment_centre", START, 4_000_000, None, "Kontrak"))
    page = client.get(f"{address}?anggaran=10000000&jabatan=semua").content.decode()
    assert "dapat diuji 2 orang" in page
    assert (
        "2 penilaian dapat membuktikan 18 syarat, 0 di antaranya mutlak; terpakai Rp8.000.000, sisa Rp2.000.000."
        in page.replace("\xa0", "")
    )
