"""The pickers of aims and indicators: what they offer to whom, and the form with and without JavaScript."""

from collections.abc import Callable
from typing import Any

import pytest
from django.urls import reverse

from matang.flow.aims.models import Aim, AimPlan
from matang.flow.aims.public import IndicatorDetails, set_indicator
from matang.flow.aims.selectors.picking import aims_to_pick, indicators_to_pick
from matang.flow.learn.models import Sending
from matang.foundation.access.selectors import actor_of
from matang.foundation.clock.services import today
from matang.foundation.tenancy.context import acting_in
from tests.cast import START, Cast
from tests.factories.journeys import Journey, prepare
from tests.flow.aims.planting import grow, planner, plant
from tests.http import ActorClient

pytestmark = pytest.mark.django_db
Browse = Callable[..., ActorClient]


def many(cast: Cast, above: Aim, number: int) -> None:
    """Make aims without an owner below one, quickly."""
    rows = [
        Aim(agency=cast.palu, plan=above.plan, parent=above, level="activity", code=f"9.{n}", title=f"Kegiatan {n:04}",
            path=f"{above.path}{900_000 + n}/", valid_from=START)
        for n in range(number)
    ]  # fmt: skip
    Aim.objects.bulk_create(rows)


def test_the_own_line_comes_first_and_an_aim_without_an_owner_is_offered(cast: Cast) -> None:
    grove = plant(cast)
    actor = actor_of(cast.users["unit_head"])
    owned = grow(cast, grove.plan, "programme", "Program Klinik", grove.at["objective"], unit_id=cast.units["clinic"].pk)
    loose = grow(cast, grove.plan, "programme", "Program tanpa pemilik", grove.at["objective"])
    offered = [aim.title for aim in aims_to_pick(actor, today(), near=cast.units["clinic"].path)]
    assert offered[0] == owned.title
    assert offered[1:5] == [grove.at[name].title for name in ("objective", "programme", "activity", "sub")]
    assert offered[5:] == [grove.at["mission"].title, grove.at["goal"].title, loose.title]
    assert grove.at["vision"].title not in offered
    assert [aim.title for aim in aims_to_pick(actor, today(), "program TANPA")] == [loose.title]
    assert [aim.title for aim in aims_to_pick(actor, today(), "1.02.02.2.02.0015 gizi")] == ["Pengelolaan gizi balita"]
    assert list(aims_to_pick(actor_of(cast.users["malang_officer"]), today())) == []

    for aim, name in ((loose, "Cakupan"), (grove.at["sub"], "Balita gizi baik"), (owned, "Antrean klinik")):
        set_indicator(actor=planner(cast), aim_id=aim.pk, name=name, measure_unit="persen", details=IndicatorDetails())
    near, path = cast.units["clinic"].path, grove.at["activity"].path
    found = indicators_to_pick(actor, today(), near=near, aim_path=path)
    assert [row.name for row in found] == ["Balita gizi baik", "Antrean klinik", "Cakupan"]
    assert [row.name for row in indicators_to_pick(actor, today(), "tanpa pemilik")] == ["Cakupan"]


def test_an_aim_is_hung_and_tied_only_where_it_may_be(cast: Cast, browse: Browse) -> None:
    grove = plant(cast)
    other = grow(cast, grove.plan, "objective", "Sasaran lain", grove.at["goal"])
    client = browse(cast.users["programme_planner"])

    def offered(**asked: int) -> list[str]:
        return [one["title"] for one in client.get(reverse("aims:aim_pick"), asked).json()["offers"]]

    assert offered(pindah=grove.at["programme"].pk) == [other.title]
    tied = offered(bukan=grove.at["programme"].pk)
    assert grove.at["programme"].title not in tied
    assert {other.title, grove.at["vision"].title} <= set(tied)
    assert len(offered(semua=1)) == 8
    move = reverse("aims:aim_move", args=[grove.at["programme"].pk])
    for wrong in (grove.at["sub"].pk, grove.at["objective"].pk, grove.at["mission"].pk):
        assert client.post(move, {"target": wrong, "reason": "x"}).status_code == 422
    assert Aim.objects.get(pk=grove.at["programme"].pk).parent_id == grove.at["objective"].pk


def test_the_addresses_offer_twenty_of_the_own_agency_in_few_queries(
    cast: Cast, browse: Browse, django_assert_max_num_queries: Any
) -> None:
    grove = plant(cast)
    many(cast, grove.at["programme"], 5_000)
    client = browse(cast.users["unit_head"])
    with django_assert_max_num_queries(12):
        answer = client.get(reverse("aims:aim_pick"), {"q": "kegiatan 00", "unit": cast.units["clinic"].pk})
    said = answer.json()
    assert (len(said["offers"]), said["more"], said["words"]) == (20, True, "kegiatan 00")
    assert said["offers"][0] | {"key": 0} == {
        "key": 0, "title": "Kegiatan 0000", "code": "9.0", "detail": "Kegiatan · belum ada penanggung jawab",
    }  # fmt: skip
    assert len(answer.content) < 4_000
    assert browse(cast.users["malang_officer"]).get(reverse("aims:aim_pick")).json()["offers"] == []
    odd = client.get(reverse("aims:indicator_pick"), {"q": "x" * 500, "beside": "²", "unit": "999999"})
    assert odd.json() == {"offers": [], "more": False, "words": "x" * 120}


def test_a_form_without_javascript_searches_first_and_then_saves(
    cast: Cast, browse: Browse, django_assert_max_num_queries: Any
) -> None:
    made: Journey = prepare(cast)
    many(cast, made.aim, 5_000)
    other = Aim.objects.get(title="Kegiatan 4321")
    address = reverse("learn:sending_purpose", args=[made.sending.pk])
    client = browse(cast.users["unit_head"])
    with django_assert_max_num_queries(20):
        page = client.get(address).content.decode()
    assert page.count('type="radio" name="aim"') <= 7
    assert len(page) < 40_000
    form = {
        "title": "Judul yang baru", "need": made.need.pk, "aim": made.aim.pk, "indicator": made.indicator.pk,
        "after_return": "Merawat.", "aim_kata": "kegiatan 4321",
    }  # fmt: skip
    before = Sending.objects.filter(pk=made.sending.pk).values().get()
    for more in ({"_cari": "aim"}, {}):  # the button, and Enter in the search box
        page = client.post(address, form | more).content.decode()
        assert f'name="aim" value="{other.pk}"' in page
        assert f'name="aim" value="{made.aim.pk}" checked' in page
        assert 'value="Judul yang baru"' in page
        assert "field-errors" not in page
    assert Sending.objects.filter(pk=made.sending.pk).values().get() == before
    assert client.post(address, form | {"aim": other.pk, "indicator": "", "aim_dicari": "kegiatan 4321"}).status_code == 302
    made.sending.refresh_from_db()
    assert (made.sending.aim_id, made.sending.title) == (other.pk, "Judul yang baru")


def test_an_ended_aim_stays_named_and_one_of_another_agency_is_refused(cast: Cast, browse: Browse) -> None:
    made = prepare(cast)
    with acting_in(cast.malang.pk):
        foreign = plant_foreign(cast)
    Aim.objects.filter(pk=made.aim.pk).update(valid_to=today())
    address = reverse("learn:sending_purpose", args=[made.sending.pk])
    client = browse(cast.users["unit_head"])
    form = {"title": "Tetap", "need": made.need.pk, "aim": made.aim.pk, "indicator": made.indicator.pk}
    assert client.post(address, form).status_code == 302
    page = client.post(address, form | {"aim": foreign, "title": "Lain"})
    assert page.status_code == 200
    assert "Pilih dari hasil pencarian; yang ini tidak berlaku atau tidak ada." in page.content.decode()
    made.sending.refresh_from_db()
    assert (made.sending.aim_id, made.sending.title) == (made.aim.pk, "Tetap")


def plant_foreign(cast: Cast) -> int:
    """Make an aim of Malang and return its key."""
    plan = AimPlan.objects.create(agency=cast.malang, kind="rpjmd", name="RPJMD lain", year_from=2025, year_to=2029)
    return Aim.objects.create(agency=cast.malang, plan=plan, level="mission", title="Misi lain", path="/1/", valid_from=START).pk
