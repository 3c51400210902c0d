"""The flower test and its lists: each reason, each list by a case, what a person says of a guess, 5,000 activities."""

from decimal import Decimal
from io import BytesIO

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from bench.aims_tree import grow as grow_large
from matang.flow.aims.models import Aim, AimLink, NotSame
from matang.flow.aims.public import link_aims
from matang.flow.aims.selectors.flower.asking import flower_test
from matang.flow.aims.selectors.flower.likeness import THRESHOLD, alike, pairs, weights_of, words_of
from matang.flow.aims.selectors.flower.lists import findings_at
from matang.flow.aims.services.flower.comparing import say_different, take_back_different, tie_alike
from matang.foundation.access.answers import RefusedError
from matang.foundation.access.selectors import actor_of
from matang.foundation.clock.services import today
from tests.cast import Cast
from tests.flow.aims.planting import Grove, grow, planner, plant
from tests.http import ActorClient

Browse = type[ActorClient]


def garden(cast: Cast) -> Grove:
    """Return the tree with a second agency's programme, an activity that looks alike, and an objective nobody serves."""
    grove, social = plant(cast), cast.units["social"].pk
    at = grove.at
    at["lonely"] = grow(cast, grove.plan, "objective", "Meningkatnya layanan lansia", at["goal"], unit_id=social)
    at["other"] = grow(cast, grove.plan, "programme", "Program Perlindungan Sosial", at["objective"], unit_id=social)
    at["deed"] = grow(cast, grove.plan, "activity", "Pendataan keluarga miskin", at["other"], unit_id=social)
    at["alike"] = grow(cast, grove.plan, "sub_activity", "Pengelolaan gizi anak balita", at["deed"], unit_id=social)
    return grove


@pytest.mark.parametrize(
    ("reasons", "doer_gone", "carer_gone", "faults"),
    [
        ((), False, False, ()),
        (("no_mission", "no_place"), False, False, ("no_place", "no_mission")),
        (("no_carer",), True, False, ("doer_gone", "no_carer")),
        ((), False, True, ("carer_gone",)),
        (("red_below", "no_owner"), False, False, ()),
    ],
)
def test_the_test_says_what_is_missing_in_its_order(
    reasons: tuple[str, ...], doer_gone: bool, carer_gone: bool, faults: tuple[str, ...]
) -> None:
    assert flower_test(reasons, doer_gone=doer_gone, carer_gone=carer_gone) == faults


def test_an_activity_without_anything_fails_all_but_the_mission(cast: Cast) -> None:
    grove = garden(cast)
    found = findings_at(planner(cast), today())
    flower = found.flowers[grove.at["sub"].pk]
    assert flower.faults == ("no_place", "no_doer", "no_carer", "no_upkeep", "no_indicator")
    assert [key for key, kept in flower.petals if kept] == ["mission"]
    assert found.orphans == []


def test_orphans_and_the_unserved_and_the_untended_are_listed(cast: Cast) -> None:
    grove = garden(cast)
    loose = grow(cast, grove.plan, "programme", "Program lepas", unit_id=cast.units["health"].pk)
    lost = grow(cast, grove.plan, "activity", "Kegiatan lepas", loose, carer_unit_id=cast.units["clinic"].pk)
    found = findings_at(planner(cast), today())
    assert [one.node.id for one in found.orphans] == [lost.pk]
    assert [node.title for node in found.unserved] == ["Meningkatnya layanan lansia"]
    assert lost.pk not in {one.node.id for one in found.carerless}
    assert len(found.carerless) == 4
    link_aims(actor=planner(cast), source_id=grove.at["other"].pk, target_id=grove.at["lonely"].pk, kind="contributes_to")
    assert findings_at(planner(cast), today()).unserved == []


def test_a_carer_whose_unit_has_ended_tends_nothing(cast: Cast) -> None:
    grove = garden(cast)
    Aim.objects.filter(pk=grove.at["sub"].pk).update(carer_unit=cast.units["clinic"])
    type(cast.units["clinic"]).objects.filter(pk=cast.units["clinic"].pk).update(valid_to=today())
    found = findings_at(planner(cast), today())
    assert "carer_gone" in found.flowers[grove.at["sub"].pk].faults


def test_the_same_code_under_two_units_is_found_but_not_what_every_agency_has(cast: Cast) -> None:
    grove = garden(cast)
    social = cast.units["social"].pk
    twin = grow(cast, grove.plan, "activity", "Bernama lain", grove.at["other"], unit_id=social, code="1.02.02.2.02")
    grow(cast, grove.plan, "activity", "Gaji", grove.at["other"], unit_id=social, code="1.06.01.2.02")
    grow(cast, grove.plan, "activity", "Gaji", grove.at["programme"], unit_id=cast.units["health"].pk, code="1.02.01.2.02")
    found = findings_at(planner(cast), today()).twins
    assert [(one.why, [node.id for node in one.nodes]) for one in found] == [("code", [grove.at["activity"].pk, twin.pk])]


def test_alike_titles_of_two_agencies_are_shown_and_a_person_decides(cast: Cast) -> None:
    grove, actor = garden(cast), planner(cast)
    sub, alike_one = grove.at["sub"].pk, grove.at["alike"].pk
    look = findings_at(actor, today()).looks[0]
    assert (look.first.id, look.second.id, look.share >= THRESHOLD) == (sub, alike_one, True)
    with pytest.raises(ValidationError):
        say_different(actor=actor, aim_ids=[sub, alike_one], reason=" ")
    with pytest.raises(RefusedError):
        say_different(actor=actor_of(cast.users["unit_head"]), aim_ids=[sub, alike_one], reason="Lain")
    assert NotSame.objects.count() == 0
    say_different(actor=actor, aim_ids=[alike_one, sub], reason="Sasarannya lain")
    say_different(actor=actor, aim_ids=[sub, alike_one], reason="Sekali lagi")
    assert [(row.first_id, row.second_id, row.reason) for row in NotSame.objects.all()] == [(sub, alike_one, "Sasarannya lain")]
    assert findings_at(actor, today()).looks == []
    take_back_different(actor=actor, statement_id=NotSame.objects.get().pk, reason="Ternyata sama")
    assert len(findings_at(actor, today()).looks) == 1
    tie_alike(actor=actor, aim_ids=[sub, alike_one], kind="needed_by", reason="Datanya dari sini")
    tie = AimLink.objects.get()
    assert (tie.source_id, tie.target_id, tie.kind) == (alike_one, sub, "needs")
    found = findings_at(actor, today())
    assert (found.looks, [one[0].id for one in found.needs]) == ([], [tie.pk])


def test_a_shared_outcome_is_counted_once_and_agreed_only_at_a_hundred(cast: Cast) -> None:
    grove, actor = garden(cast), planner(cast)
    at = grove.at
    link_aims(
        actor=actor, source_id=at["programme"].pk, target_id=at["objective"].pk, kind="contributes_to", share_percent=Decimal(60)
    )
    last = link_aims(actor=actor, source_id=at["other"].pk, target_id=at["objective"].pk, kind="shares_outcome")
    found = findings_at(actor, today()).outcomes
    assert [(one.node.id, one.total, one.agreed) for one in found] == [(at["objective"].pk, Decimal(60), False)]
    for share, agreed in ((Decimal("39.99"), False), (Decimal(40), True)):
        AimLink.objects.filter(pk=last.pk).update(share_percent=share)
        assert [one.agreed for one in findings_at(actor, today()).outcomes] == [agreed]
    link_aims(actor=actor, source_id=at["alike"].pk, target_id=at["other"].pk, kind="shares_outcome")
    (one,) = findings_at(actor, today()).outcomes
    assert (one.elsewhere, one.agreed) == (1, False)


def test_a_unit_sees_what_concerns_it(cast: Cast) -> None:
    grove = garden(cast)
    found = findings_at(planner(cast), today(), frozenset({cast.units["social"].pk}))
    assert set(found.flowers) == {grove.at["deed"].pk, grove.at["alike"].pk}
    assert len(found.looks) == 1
    assert findings_at(planner(cast), today(), frozenset({cast.units["clinic"].pk})).looks == []


@given(st.lists(st.frozensets(st.sampled_from("abcdefgh"), min_size=1), max_size=12), st.sampled_from([0.3, 0.5, 0.7, 0.9, 1.0]))
def test_looking_up_rare_words_misses_no_pair(texts: list[frozenset[str]], threshold: float) -> None:
    known = dict(enumerate(texts))
    weights = weights_of(texts)
    every = {
        (one, two) for one in known for two in known if one < two and alike(known[one], known[two], weights) >= threshold - 1e-9
    }
    assert {(one, two) for one, two, _share in pairs(known, threshold)} == every


def test_words_that_tell_nothing_are_left_out() -> None:
    assert words_of("Pelaksanaan Pembinaan Gizi bagi Balita") == {"gizi", "balita"}
    assert words_of("Pelaksanaan Kegiatan") == {"pelaksanaan", "kegiatan"}


def test_answers_are_given_in_place_and_zero_is_known(cast: Cast, browse: Browse) -> None:
    grove = garden(cast)
    client = browse(cast.users["programme_planner"])
    address = reverse("aims:flower", args=[grove.at["sub"].pk])
    said = {"place": "Lere", "doer_unit": cast.units["health"].pk, "carer_unit": cast.units["clinic"].pk, "upkeep_rupiah": "0"}
    assert client.post(address, said).status_code == 302
    aim = Aim.objects.get(pk=grove.at["sub"].pk)
    assert (aim.place, aim.upkeep_rupiah, aim.carer_unit_id, aim.code) == (
        "Lere",
        0,
        cast.units["clinic"].pk,
        "1.02.02.2.02.0015",
    )
    faults = findings_at(planner(cast), today()).flowers[aim.pk].faults
    assert faults == ("no_indicator",)
    assert client.get(reverse("aims:flower", args=[grove.at["programme"].pk])).status_code == 404


@pytest.mark.parametrize(
    "key",
    [
        "semua",
        "yatim",
        "tanpa-perawat",
        "ganda",
        "tak-dilayani",
        "mungkin-sama",
        "saling-butuh",
        "hasil-bersama",
        "dinyatakan-berbeda",
    ],
)
def test_every_list_is_shown_and_downloaded(cast: Cast, browse: Browse, key: str) -> None:
    grove, actor = garden(cast), planner(cast)
    at = grove.at
    grow(cast, grove.plan, "activity", "Kembar", at["other"], unit_id=cast.units["social"].pk, code="1.02.02.2.02")
    link_aims(actor=actor, source_id=at["programme"].pk, target_id=at["objective"].pk, kind="contributes_to")
    link_aims(actor=actor, source_id=at["other"].pk, target_id=at["objective"].pk, kind="contributes_to")
    link_aims(actor=actor, source_id=at["sub"].pk, target_id=at["deed"].pk, kind="needs")
    loose = grow(cast, grove.plan, "programme", "Lepas")
    grow(cast, grove.plan, "activity", "Kegiatan lepas", loose)
    say_different(actor=actor, aim_ids=[at["sub"].pk, at["deed"].pk], reason="Lain")
    client = browse(cast.users["programme_planner"])
    assert client.get(reverse("aims:flowers"), {"daftar": key}).status_code == 200
    book = load_workbook(BytesIO(client.get(reverse("aims:flowers_download"), {"daftar": key}).content))
    assert book.active.max_row > 6


def test_five_thousand_activities_ask_as_few_questions_as_five(cast: Cast, browse: Browse, django_assert_max_num_queries) -> None:
    grow_large(cast.palu, 5_000, [unit.pk for name, unit in cast.units.items() if name != "malang"])
    client = browse(cast.users["auditor"])
    client.get(reverse("aims:flowers"))
    for key in ("semua", "mungkin-sama", "ganda"):
        with django_assert_max_num_queries(18):
            page = client.get(reverse("aims:flowers"), {"daftar": key})
        assert page.status_code == 200
        assert len(page.content) < 200_000
