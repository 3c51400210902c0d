"""One way to ask anything: what it needs, and the answer with its way, for rules, calculations and classifications."""

from datetime import date
from decimal import Decimal

import pytest

from matang import rules
from matang.rules.core.walk import parameters_of

ON = date(2026, 11, 23)


def needed(key: str) -> list[str]:
    """Return the keys of the facts a question needs."""
    return [fact.key for fact in rules.needs(key)]


def test_each_kind_of_question_says_what_it_needs() -> None:
    """In the order of asking, also those that stand only in a sentence."""
    assert needed("eligibility.has_high_enough_grade") == ["post_kind", "grade"]
    assert needed("credit.how_many_points") == ["rating", "post_kind", "credit_months"]
    assert needed("talent.which_box_by_score") == ["performance_score", "potential_score"]
    assert needed("identity.is_nip_readable") == ["nip", "employment_kind"]


def test_each_kind_of_question_says_which_parameters_it_reads() -> None:
    """So that a page can show today's values and their history."""
    assert [parameter.key for parameter in rules.parameters_read("transfer.is_it_time")] == [
        "transfer.months_minimum",
        "transfer.months_maximum",
    ]
    assert [parameter.key for parameter in rules.parameters_read("rating.which_rating")] == ["rating.matrix"]


def test_every_parameter_is_read_by_something() -> None:
    """No number is kept that nothing reads, and every question that is one of the law reads some."""
    read = {parameter.key for key in rules.ALL for parameter in rules.parameters_read(key)}
    assert set(rules.PARAMETERS) - read == set()
    assert all(rules.parameters_read(key) for key in rules.ALL)
    assert parameters_of(()) == ()


def test_what_a_question_needs_is_all_it_reads() -> None:
    """Facts that are not listed change nothing: the answer with only the needed facts is the same."""
    case = {
        "post_kind": "administrator", "education": "s1", "grade": "III/d", "birth_date": date(1980, 5, 1), "jp_year": 12,
        "employment_kind": "pns", "rating": "baik", "credit_months": 6, "performance_score": 95, "potential_score": 95,
    }  # fmt: skip
    for key in rules.ALL:
        only = {name: value for name, value in case.items() if name in needed(key)}
        assert rules.answer(key, case, ON) == rules.answer(key, only, ON), key


def test_a_rule_answers_with_its_verdict() -> None:
    """Outcome, sentence, trace, references and what is missing."""
    found = rules.answer("eligibility.has_high_enough_grade", {"post_kind": "pengawas", "grade": "II/d"}, ON)
    assert (found.outcome, found.message().text()) == (
        rules.Outcome.FAIL,
        "Golongan II/d di bawah syarat: paling rendah III/a.",
    )
    assert [step.outcome for step in found.steps] == [rules.Outcome.FAIL]
    assert [str(reference) for reference in found.references] == ["Kebiasaan instansi pangkat menurut jenjang jabatan"]
    assert (found.unverified, found.missing) == (True, ())


def test_a_calculation_answers_with_its_value_and_working() -> None:
    """The value in its unit, the numbers in between, and both ends where it is known only in part."""
    facts = {"post_kind": "jf_ahli_muda", "rating": "butuh_perbaikan", "credit_months": 12}
    found = rules.answer("credit.how_many_points", facts, ON)
    assert found.outcome is rules.Outcome.PASS
    assert found.shown == rules.Quantity(Decimal("18.75"), "angka kredit")
    assert found.message().text() == "18,75 angka kredit"
    assert [step.text.text() for step in found.steps] == [
        "persentase menurut predikat: 75 persen",
        "koefisien setahun: 25 angka kredit",
        "bulan yang dinilai dalam setahun: 12 bulan",
    ]
    half = rules.answer("credit.how_many_points", {**facts, "rating": None}, ON)
    assert (half.outcome, half.low, half.high) == (rules.Outcome.CANNOT_TELL, 625, 3750)
    assert [fact.key for fact in half.missing] == ["rating"]
    assert [step.outcome.name for step in half.steps] == ["CANNOT_TELL", "PASS", "PASS"]


def test_a_classification_answers_with_its_word_and_what_follows() -> None:
    """The category, its detail, and the levels it was found with."""
    found = rules.answer("talent.which_box_by_score", {"performance_score": 95, "potential_score": 95}, ON)
    assert (found.shown, found.category and found.category.detail) == (
        rules.Term("9", "Kotak 9"),
        "Dipromosikan dan dipertahankan; masuk kelompok suksesi instansi dan nasional, serta diberi penghargaan.",
    )
    assert [step.text.text() for step in found.steps] == [
        "tingkat kinerja: di atas ekspektasi",
        "tingkat potensial: tinggi",
    ]
    nothing = rules.answer("talent.which_box_by_score", {}, ON)
    assert (nothing.outcome, nothing.message().text(), nothing.category) == (
        rules.Outcome.CANNOT_TELL,
        "tidak diketahui",
        None,
    )


def test_where_nothing_is_missing_and_yet_nothing_known_the_doubt_is_said() -> None:
    """No source says it, or the word is of another ladder."""
    silent = rules.answer("credit.how_many_for_grade", {"post_kind": "pengawas"}, ON)
    assert silent.doubt is not None
    assert silent.doubt.text() == (
        "Belum ada ketentuan tentang angka kredit kumulatif untuk naik pangkat yang diketahui untuk keadaan ini pada "
        "23 November 2026."
    )
    strange = rules.answer("eligibility.has_high_enough_grade", {"post_kind": "jf_ahli_muda", "grade": "IX"}, ON)
    assert (strange.outcome, strange.missing) == (rules.Outcome.CANNOT_TELL, ())
    assert "IX" in strange.message().text()


def test_a_key_there_is_not_and_a_value_that_cannot_be_are_refused() -> None:
    """``KeyError`` and ``FactError``; more decimals than a fact has are refused, not rounded."""
    with pytest.raises(KeyError):
        rules.needs("eligibility.is_tall_enough")
    with pytest.raises(KeyError):
        rules.answer("eligibility.is_tall_enough", {}, ON)
    for wrong in (Decimal("19.999"), Decimal("NaN"), Decimal("Infinity"), 19.5, -1, 100_001):
        with pytest.raises(rules.FactError, match="jp_year"):
            rules.answer("learning.is_floor_met", {"employment_kind": "pns", "jp_year": wrong}, ON)


def test_every_question_is_explained_and_has_a_topic() -> None:
    """A question mark, one or two sentences of explanation, and a topic that is shown."""
    for key, item in rules.ALL.items():
        assert key.split(".")[0] in rules.TOPICS
        assert item.question.endswith("?"), key
        sentences = item.explained.removesuffix(".").count(". ") + 1
        assert item.explained.endswith("."), key
        assert 1 <= sentences <= 2, key
    assert set(rules.ALL) == {*rules.RULES, *rules.CALCULATIONS, *rules.CLASSIFICATIONS}


def test_hours_of_several_activities_add_up() -> None:
    """A national internship of 90 days, three coaching sessions in a month and five hours of e-learning in a day: 27."""
    activities = [
        {"jp_kind": "internship", "jp_place": "national", "jp_quantity": 1},
        {"jp_kind": "coaching", "jp_place": "national", "jp_quantity": 3},
        {"jp_kind": "e_learning", "jp_place": "national", "jp_quantity": 5},
    ]
    found = rules.total_hours(activities, on=ON)
    assert (found.low, found.high, found.unverified) == (27, 27, True)
    assert [answer.value for answer in found.answers] == [2000, 400, 300]
    doubtful = rules.total_hours([*activities, {"jp_kind": "workshop", "jp_place": "national", "jp_quantity": 1}], on=ON)
    assert (doubtful.low, doubtful.high) == (32, 35)


def test_every_kind_of_development_of_the_national_list_has_a_word() -> None:
    """25 numbers, 25 words, each a word of the fact."""
    assert sorted(rules.SIASN_JP_KINDS) == list(range(1, 26))
    assert [rules.SIASN_JP_KINDS[number] for number in range(1, 26)] == [term.key for term in rules.FACTS["jp_kind"].choices]


def test_an_index_is_called_an_estimate() -> None:
    """The note stands beside every answer of both."""
    for key in ("index.how_professional", "index.which_category"):
        assert rules.ALL[key].note.startswith("Perkiraan.")


def test_warnings_never_refuse() -> None:
    """Which rules only warn is said by the rule."""
    assert {key for key, rule in rules.RULES.items() if rule.warns} == {
        "learning.is_floor_met",
        "learning.is_within_ceiling",
        "rating.does_distribution_fit",
        "rating.is_team_large_enough",
    }
