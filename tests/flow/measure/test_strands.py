"""The chain can be walked in both directions: need, sending, recommendation, adoption, measured result."""

from collections.abc import Callable
from typing import Any

import pytest
from django.urls import reverse

from matang.flow.learn.models import Sending
from matang.flow.learn.selectors.afterwards import serving_needs
from matang.flow.learn.selectors.afterwards import what_came as what_came_of
from matang.flow.measure.selectors.afterwards import chain_behind
from matang.flow.needs.selectors.afterwards import what_came
from matang.foundation.access.selectors import actor_of
from matang.ui.formats import tanggal
from matang.ui.strands import Strand
from tests.cast import Cast
from tests.flow.apply.homecoming import TITLE, begun
from tests.http import ActorClient

pytestmark = pytest.mark.django_db
Browse = Callable[..., ActorClient]


def shape(strand: Strand) -> Any:
    """Return the kinds, words and states of a strand and of what came of it."""
    return (strand.kind, strand.title, strand.state, [shape(one) for one in strand.after])


def test_the_chain_runs_from_the_indicator_to_the_adoption_and_back(cast: Cast, browse: Browse) -> None:
    made = begun(cast)
    journey = made.journey
    head = actor_of(cast.users["unit_head"])
    adoption = ("Penerapan", "Puskesmas Contoh", "Berlaku sejak " + made_on(made), [])
    brought = ("Rekomendasi", TITLE, "Terapkan", [adoption])
    result = ("Hasil terukur", "Cakupan SPALD rumah", "Belum jatuh tempo", [])
    sending = ("Pengiriman", journey.sending.title, Sending.objects.get().get_state_display())
    assert [shape(one) for one in what_came(head, journey.need)] == [(*sending, [brought, result])]
    assert [shape(one) for one in what_came_of(head, Sending.objects.get())] == [brought, result]
    assert [shape(one) for one in chain_behind(head, journey.indicator)] == [
        ("Kebutuhan", journey.need.what, "Terbuka", [(*sending, [brought])])
    ]
    client = browse(cast.users["unit_head"])
    ways = {
        "need": reverse("needs:need", args=[journey.need.pk]),
        "sending": reverse("learn:sending", args=[journey.sending.pk]),
        "recommendation": reverse("apply:recommendation", args=[made.recommendation.pk]),
        "adoption": reverse("apply:adoption", args=[made.adoption.pk]),
        "indicator": reverse("measure:indicator", args=[journey.indicator.pk]),
    }
    leads = {
        "indicator": {"need", "sending", "recommendation", "adoption"},
        "need": {"sending", "recommendation", "adoption", "indicator"},
        "sending": {"need", "recommendation", "adoption", "indicator"},
        "recommendation": {"sending", "adoption", "indicator"},
        "adoption": {"recommendation", "indicator"},
    }
    for name, wanted in leads.items():
        page = client.get(ways[name]).content.decode()
        assert {other for other in wanted if f'href="{ways[other]}"' in page} == wanted, name


def made_on(made: Any) -> str:
    """Return the day on which the adoption took effect, as a page writes it."""
    return tanggal(made.adoption.began_on, "short")


def test_who_does_not_read_a_sending_sees_that_there_is_one_and_no_more(cast: Cast, browse: Browse) -> None:
    made = begun(cast)
    other = actor_of(cast.users["other_unit_head"])
    need = made.journey.need.pk
    assert chain_behind(other, made.journey.indicator) == []
    assert serving_needs(other, [need]) == {need: (Strand("Pengiriman", "1 pengiriman di luar lingkup Anda"),)}
    page = browse(cast.users["unit_head"]).get(reverse("needs:need", args=[made.journey.need.pk])).content.decode()
    assert f"{reverse('learn:sending_new')}?kebutuhan={made.journey.need.pk}" in page
    told = browse(cast.users["auditor"]).get(reverse("needs:need", args=[made.journey.need.pk])).content.decode()
    assert "?kebutuhan=" not in told
