"""Search finds only what the actor may see."""

from collections.abc import Callable

import pytest
from django.urls import reverse

from matang.flow.apply.models import Practice
from matang.foundation.access.selectors import actor_of
from matang.foundation.clock.services import now
from matang.foundation.tenancy.context import acting_in
from matang.portal.search import search
from tests.cast import Cast
from tests.factories.journeys import TITLE, prepare
from tests.http import ActorClient

Browse = Callable[..., ActorClient]


def found(cast: Cast, who: str, words: str) -> dict[str, list[str]]:
    """Return the titles that a search by this account finds, by group."""
    user = cast.users[who]
    with acting_in(user.agency_id, user.pk):
        return {group.name: [hit.title for hit in group.hits] for group in search(actor_of(user), words)}


@pytest.mark.parametrize("words", ["nurul", "NURUL peg", "199001012015012003", "19900101 201501 2 003"])
def test_a_person_is_found_by_name_and_by_nip(cast: Cast, words: str) -> None:
    assert found(cast, "hr_officer", words)["Pegawai"] == ["Nurul Pegawai"]


@pytest.mark.parametrize("who", ["other_unit_head", "other_servant", "malang_officer", "mentor"])
def test_people_outside_the_reach_are_not_found(cast: Cast, who: str) -> None:
    assert "Pegawai" not in found(cast, who, "nurul")
    assert "Pegawai" not in found(cast, who, "199001012015012003")


def test_people_of_the_same_name_are_told_apart_by_their_posts(browse: Browse, cast: Cast) -> None:
    page = browse(cast.users["hr_officer"]).get(reverse("portal:search"), {"q": "nurul"}).content.decode()
    assert "NIP 199001012015012003 · Pengolah Data dan Informasi" in page


def test_a_head_finds_those_below(cast: Cast) -> None:
    assert found(cast, "unit_head", "nurul")["Pegawai"] == ["Nurul Pegawai"]


def test_units_and_posts_of_the_own_agency_are_found(cast: Cast) -> None:
    groups = found(cast, "civil_servant", "kesehatan")
    assert groups["Unit"] == ["Dinas Kesehatan"]
    assert groups["Jabatan"] == ["Kepala Dinas Kesehatan"]
    assert found(cast, "malang_officer", "kesehatan")["Unit"] == ["Dinas Kesehatan Malang"]


def test_pages_are_found_by_their_name(cast: Cast) -> None:
    assert "Kebutuhan" in found(cast, "civil_servant", "kebutuhan")["Halaman"]


def test_a_single_letter_is_too_little(browse: Browse, cast: Cast) -> None:
    response = browse(cast.users["hr_officer"]).get(reverse("portal:search"), {"q": "n"})
    assert "Tulis paling sedikit dua huruf." in response.content.decode()


def test_nothing_found_says_what_to_try(browse: Browse, cast: Cast) -> None:
    text = browse(cast.users["hr_officer"]).get(reverse("portal:search"), {"q": "<b>zzz"}).content.decode()
    assert "Periksa ejaannya" in text
    assert "<b>zzz" not in text


def test_aims_are_found_by_words_and_code_and_only_the_own(cast: Cast) -> None:
    prepare(cast)
    assert found(cast, "civil_servant", "program air limbah")["Tujuan"] == ["Program air limbah"]
    assert "Tujuan" not in found(cast, "malang_officer", "program air limbah")


def test_sendings_are_found_by_those_who_read_them(cast: Cast) -> None:
    prepare(cast)
    for who in ("unit_head", "civil_servant", "hr_officer"):
        assert found(cast, who, "limbah domestik")["Pengiriman belajar"] == [TITLE], who
    for who in ("other_unit_head", "other_servant", "malang_officer"):
        assert "Pengiriman belajar" not in found(cast, who, "limbah domestik"), who


def test_practices_are_found_by_stemmed_words_elsewhere_once_published(cast: Cast) -> None:
    said = {
        "agency": cast.palu,
        "result": "worked",
        "government": "Kota Contoh Palu",
        "unit_name": "Puskesmas",
        "changed_at": now(),
    }
    Practice.objects.create(title="Mengelola air limbah", **said)
    assert found(cast, "civil_servant", "pengelolaan")["Praktik"] == ["Mengelola air limbah"]
    assert "Praktik" not in found(cast, "malang_officer", "pengelolaan")
    Practice.objects.update(published=True, published_on=now().date(), what="Regu tetap.", why="Ada anggarannya.")
    assert found(cast, "malang_officer", "pengelolaan")["Praktik"] == ["Mengelola air limbah"]
