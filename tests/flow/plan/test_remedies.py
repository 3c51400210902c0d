"""What has to change for every requirement that can be failed, and from which day on."""

from dataclasses import replace
from datetime import date
from types import SimpleNamespace
from typing import Any, cast

import numpy as np
import pytest

from matang import rules
from matang.flow.plan.choices import Basis, Pool
from matang.flow.plan.selectors.facts import PeopleFacts
from matang.flow.plan.selectors.openings import Opening
from matang.flow.plan.services.conditions import Conditions, Stated, condition_checks
from matang.flow.plan.services.eligibility import must_checks, pool_check
from matang.flow.plan.services.law import LAW, law_answer
from matang.flow.plan.services.remedies import remedies, remedy
from matang.flow.plan.services.sayings import said
from matang.flow.plan.services.sheet import AskedPost

DAY = date(2026, 3, 2)
POST = AskedPost(Opening(9, "Kabid", "administrator", "/1/2/", Basis.VACANT, 1, 0, None), {})
CASE: dict[str, Any] = {
    "post_kind": "administrator", "employment_kind": "pns", "birth_date": date(1985, 1, 1), "education": "s1", "grade": "III/d",
    "held_kind": "pengawas", "post_since": date(2020, 1, 1), "months_as_pengawas": 60,
    "rating_last_year": "baik", "rating_year_before": "baik",
}  # fmt: skip


def of_law(key: str, **facts: object) -> str:
    """Return the remedy of one requirement of the law for a case that fails it."""
    check = law_answer(rules.RULES[key], CASE | facts, DAY)
    assert check.verdict == "fail", key
    return said(remedy(check.data(), DAY))


@pytest.mark.parametrize(
    ("key", "facts", "expected"),
    [
        (
            "transfer.may_be_transferred",
            {"post_since": date(2025, 2, 1)},
            "Terpenuhi dengan sendirinya mulai 1 Februari 2027, bila jabatan sekarang tetap dipegang.",
        ),
        ("eligibility.has_enough_education", {"education": "d3"}, "Ijazah paling rendah S-1 tercatat di register."),
        (
            "eligibility.has_good_appraisals",
            {"rating_year_before": "kurang"},
            "Predikat kinerja tahun 2025, 2026 paling rendah Baik; terpenuhi paling awal 1 Januari 2027.",
        ),
        (
            "eligibility.has_good_appraisals",
            {"rating_last_year": "kurang"},
            "Predikat kinerja tahun 2026, 2027 paling rendah Baik; terpenuhi paling awal 1 Januari 2028.",
        ),
        (
            "eligibility.is_young_enough",
            {"post_kind": "jpt_pratama", "birth_date": date(1969, 1, 1)},
            "Tidak dapat dipenuhi lagi: usia paling tinggi sudah tercapai pada 1 Januari 2025.",
        ),
    ],
)
def test_a_failed_rule_says_what_and_from_when(key: str, facts: dict[str, object], expected: str) -> None:
    assert of_law(key, **facts) == expected


def test_every_rule_of_the_law_has_a_remedy_for_its_failure() -> None:
    for rule in LAW:
        names = {name: "#" for name, _value in rule.criteria[0].arguments}
        reason = {"text": rule.criteria[0].failed, "with": names}
        assert said(remedy({"reason": reason}, DAY)), rule.key


def facts_of(kind: str, post_id: int = 1, path: str = "/2/3/") -> PeopleFacts:
    """Return the facts of one person, as far as the requirements of a scenario look at them."""
    one = SimpleNamespace(
        ids=np.array([5]), kinds=[kind], post_ids=np.array([post_id]), unit_paths=[path],
        education=np.array([1.0]), since=[date(2025, 1, 31)],
    )  # fmt: skip
    return cast("PeopleFacts", one)


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        (facts_of(""), "Memangku jabatan definitif pada jenjang yang menuju jabatan ini."),
        (facts_of("pengawas", 9), "Tidak ada yang perlu berubah: jabatan ini sudah dipangku."),
        (facts_of("jf_ahli_muda"), "Bertugas dahulu di perangkat daerah jabatan ini."),
    ],
)
def test_the_pool_has_remedies(facts: PeopleFacts, expected: str) -> None:
    assert remedies([pool_check(facts, 0, replace(POST)).data()], DAY) == [expected]


def test_a_level_that_does_not_lead_here_names_those_that_do() -> None:
    (told,) = remedies([pool_check(facts_of("pelaksana"), 0, POST).data()], DAY)
    assert told.startswith("Memangku dahulu jabatan pada salah satu jenjang ini: Pengawas")


def test_a_must_have_names_its_level_and_the_conditions_of_a_scenario_their_way_out() -> None:
    term = SimpleNamespace(must=True, asked=3, shown=2, gate=0, name="a")
    words = {"a": SimpleNamespace(name="Komunikasi")}
    checks = must_checks(cast("Any", (term,)), cast("Any", words))
    assert remedies([check.data() for check in checks], DAY) == ["Ada bukti pasti untuk level 3; sekarang terbukti level 2."]
    asked = Conditions(DAY, least_education="s1", least_months=24, stated={5: Stated(stays=True)})
    found = [
        told
        for pool in (Pool.OWN_OPD, Pool.NAMED, Pool.LISTED)
        for told in remedies([c.data() for c in condition_checks(facts_of("pengawas"), 0, POST, replace(asked, pool=pool))], DAY)
    ]
    assert found[0] == "Bertugas di perangkat daerah itu, atau ada skenario lain yang mengambil calon lebih luas."
    assert found[1:4] == [
        "Ijazah paling rendah S-1 tercatat di register.",
        "Terpenuhi dengan sendirinya mulai 31 Januari 2027, bila jabatan sekarang tetap dipegang.",
        "Pembatasan itu diubah atau dicabut oleh pejabat yang mencatatnya.",
    ]
    assert found[4] == "Disebut sebagai calon dalam skenario lain."
    assert found[8] == "Masuk daftar suksesi untuk jabatan ini."


def test_what_was_kept_before_the_day_was_known_is_told_without_it_and_strange_sentences_have_no_remedy() -> None:
    old = {"text": "Baru %(held)s bulan di jabatan sekarang; skenario ini meminta paling sedikit %(least)s bulan."}
    assert said(remedy({"reason": old | {"with": {"held": 3, "least": 24}}}, DAY)) == "Genap 24 bulan di jabatan sekarang."
    assert remedy({"reason": {"text": "Lain.", "with": {}}}, DAY) is None
    assert remedy({"reason": "Lain."}, DAY) is None
