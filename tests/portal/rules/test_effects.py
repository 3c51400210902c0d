"""Whose answers a change of the law moves, told apart from what time moves anyhow."""

from datetime import date
from pathlib import Path

import pytest

from matang import rules
from matang.flow.register.models import Incumbency, Post, Unit
from matang.foundation.tenancy.context import acting_in
from matang.portal.rules.effects import Comparison, Posts, Question, State, compare, frozen
from matang.portal.rules.proposals import read_proposal
from tests.cast import Cast
from tests.portal.rules.files import GOOD, proposed, value

DAY = date(2026, 3, 2)
SERVANT = "199001012015012003"
"""Holds a post since 2020-01-01, as everybody of the cast."""


def compared(cast: Cast, folder: Path, text: str, begin: date, end: date) -> Comparison:
    """Return what a file changes between two days in Palu."""
    book = read_proposal(proposed(folder, text)).book
    assert book is not None
    with acting_in(cast.palu.pk, None):
        return compare(cast.palu.pk, State(rules.BOOK, begin), State(book, end))


def answers(found: Comparison, key: str, cause: str) -> dict[str, tuple[str, str]]:
    """Return old and new answer to a question by NIP."""
    return {one.nip: (one.old, one.new) for one in found.by(cause) if one.question == Question(key, "")}


@pytest.mark.parametrize(("months", "flips"), [(74, False), (75, True)])
def test_one_month_more_than_anybody_served_flips_everybody_exactly_there(
    cast: Cast, tmp_path: Path, months: int, flips: bool
) -> None:
    day = date(2026, 3, 1)  # 74 months after 2020-01-01
    found = compared(cast, tmp_path, value(f"from: 2026-01-01, value: {months}, {GOOD}"), day, day)
    told = answers(found, "transfer.may_be_transferred", "law")
    assert found.people == 5
    assert told == (dict.fromkeys(told, ("pass", "fail")) if flips else {})
    assert len(told) == (5 if flips else 0)


def test_one_person_flips_on_the_very_day(cast: Cast, tmp_path: Path) -> None:
    with acting_in(cast.palu.pk, None):
        Incumbency.objects.filter(person=cast.people["servant"]).update(valid_from=date(2024, 3, 2))
    text = value(f"from: 2027-03-02, value: 37, {GOOD}")
    day_before = compared(cast, tmp_path, text, DAY, date(2027, 3, 1))
    that_day = compared(cast, tmp_path, text, DAY, date(2027, 3, 2))
    assert answers(day_before, "transfer.may_be_transferred", "law") == {}
    assert answers(that_day, "transfer.may_be_transferred", "law") == {SERVANT: ("pass", "fail")}
    assert answers(that_day, "transfer.is_it_time", "law") == {SERVANT: ("sudah waktunya", "terlalu awal")}


def test_what_time_does_is_not_laid_at_the_door_of_the_law(cast: Cast, tmp_path: Path) -> None:
    with acting_in(cast.palu.pk, None):
        Incumbency.objects.filter(person=cast.people["servant"]).update(valid_from=date(2025, 3, 2))
    found = compared(cast, tmp_path, value(f"from: 2027-03-02, value: 24, {GOOD}"), DAY, date(2027, 3, 2))
    assert answers(found, "transfer.may_be_transferred", "time") == {SERVANT: ("fail", "pass")}
    assert answers(found, "transfer.may_be_transferred", "law") == {}


def test_a_later_retirement_moves_the_day_of_those_in_such_posts_only(cast: Cast, tmp_path: Path) -> None:
    text = f"retirement.age:\n  values:\n    pengawas:\n      - {{from: 2026-03-02, value: 60, {GOOD}}}\n"
    found = compared(cast, tmp_path, text, DAY, DAY)
    assert answers(found, "retirement.on_which_day", "law") == {"198001012005012002": ("1 Februari 2038", "1 Februari 2040")}
    assert found.counts("law")[Question("retirement.on_which_day", "")] == {("a value", "another value"): 1}
    assert Posts(Question("retirement.at_what_age", "pengawas"), 1, "58 tahun", "60 tahun") in found.posts


def test_eligibility_is_asked_for_every_kind_of_post_there_is(cast: Cast, tmp_path: Path) -> None:
    text = (
        "eligibility.age_maximum:\n  values:\n    jpt_pratama:\n"
        f"      - {{from: 2026-03-02, value: 51, {GOOD}}}\n    administrator:\n      - {{from: 2026-03-02, value: 30, {GOOD}}}\n"
    )
    found = compared(cast, tmp_path, text, DAY, DAY)
    by_kind = {one.question.kind: (one.nip, one.old, one.new) for one in found.by("law")}
    assert by_kind == {"jpt_pratama": ("197501012000012001", "pass", "fail")}


def test_posts_without_a_standard_of_their_own_are_counted(cast: Cast, tmp_path: Path) -> None:
    with acting_in(cast.palu.pk, None):
        unit = Unit.objects.get(pk=cast.units["clinic"].pk)
        Post.objects.create(
            agency=cast.palu, unit=unit, name="Kepala Seksi", kind="pengawas", capacity=1, valid_from=date(2020, 1, 1)
        )
    text = f"competency.default_level:\n  values:\n    pengawas:\n      - {{from: 2026-03-02, value: 3, {GOOD}}}\n"
    found = compared(cast, tmp_path, text, DAY, DAY)
    assert found.posts == (Posts(Question("competency.which_level_by_default", "pengawas"), 2, "2", "3"),)
    assert found.by("law") == ()


def test_what_the_register_cannot_answer_is_named(cast: Cast, tmp_path: Path) -> None:
    found = compared(cast, tmp_path, value(f"from: 2026-01-01, value: 15, {GOOD}", key="discipline.run"), DAY, DAY)
    assert (found.not_asked, found.affected) == (("discipline.which_penalty",), ())


def test_people_of_another_government_are_never_among_them(cast: Cast, tmp_path: Path) -> None:
    found = compared(cast, tmp_path, value(f"from: 2026-01-01, value: 200, {GOOD}"), DAY, DAY)
    assert "198001012005012001" not in {one.nip for one in found.affected}


def test_a_frozen_book_keeps_a_days_values_for_ever() -> None:
    kept = frozen(rules.BOOK, date(2019, 4, 4))
    assert kept.parameters["transfer.months_minimum"].on(date(2026, 1, 1)) is None
    kept = frozen(rules.BOOK, DAY)
    held = kept.parameters["transfer.months_minimum"].on(date(1990, 1, 1))
    assert held is not None
    assert held.value == 24


def test_a_sample_shows_some_of_every_question(cast: Cast, tmp_path: Path) -> None:
    found = compared(cast, tmp_path, value(f"from: 2026-01-01, value: 200, {GOOD}"), DAY, DAY)
    sample = found.sample("law", 4)
    assert [one.question.key for one in sample] == ["transfer.may_be_transferred"] * 2 + ["transfer.is_it_time"] * 2
