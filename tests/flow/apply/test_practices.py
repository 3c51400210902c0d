"""The practice registry: what was closed is kept, published ones are read by all, words are stemmed, origin is credited."""

import pytest
from django.db import connection
from django.urls import reverse

from matang.flow.apply.choices import ConditionKind
from matang.flow.apply.models import Practice, Recommendation
from matang.flow.apply.pages.practices import marked
from matang.flow.apply.selectors.practices import (
    PracticeQuestion,
    excerpts,
    origin_chain,
    practices_asked,
    practices_visible_to,
    ranked,
    roots_elsewhere,
)
from matang.flow.apply.services.practices import PracticeDetails, agree_to_credit, describe_practice, publish_practice
from matang.flow.apply.services.recommending import recommend_from_practice
from matang.foundation.access.answers import RefusedError
from matang.foundation.access.selectors import actor_of
from matang.foundation.clock.services import now, today
from matang.foundation.tenancy.context import acting_in
from tests.cast import Cast
from tests.http import ActorClient

pytestmark = pytest.mark.django_db


def practice(cast: Cast, title: str, what: str = "Regu", **more: object) -> Practice:
    """Make a practice of Palu's."""
    said = {"why": "Dirawat", "result": "worked", "government": "Palu", "unit_name": "Puskesmas", "changed_at": now()} | more
    if said.get("published"):
        said["published_on"] = today()
    return Practice.objects.create(**({"agency": cast.palu} | said), title=title, what=what)


def found(cast: Cast, text: str = "", **more: object) -> list[str]:
    """Return the titles that a question finds, best first."""
    question = PracticeQuestion(text=text, **more)
    actor = actor_of(cast.users["unit_head"])
    return [row.title for row in ranked(practices_asked(actor, question), text)]


def test_words_are_stemmed_and_the_title_weighs_most(cast: Cast) -> None:
    practice(cast, "Bank sampah", "Warga mengelola tabungan; sampah ditimbang.")
    practice(cast, "Pengelolaan sampah pasar", "Kompos.")
    practice(cast, "Antrean puskesmas", "Nomor antrean di ponsel.")
    assert found(cast, "dikelola") == ["Pengelolaan sampah pasar", "Bank sampah"]
    assert found(cast, "pengelolaan pasar") == ["Pengelolaan sampah pasar"]
    assert found(cast, "sampah -kompos") == ["Bank sampah"]
    assert found(cast, '"pengelolaan sampah"') == ["Pengelolaan sampah pasar"]
    assert found(cast, "'; drop table") == []
    assert found(cast, "&|!") == []
    assert len(found(cast)) == 3


@pytest.mark.parametrize(
    ("asked", "written"),
    [
        ("pengelolaan", "dikelola"), ("mengelola", "kelola"), ("perawatan", "merawat"), ("memilah", "dipilah"),
        ("pemilahan", "memilah"), ("pengolahan", "diolah"), ("mengirim", "dikirim"), ("penataan", "ditata"),
        ("layanan", "melayani"), ("penyuluhan", "menyuluh"),
    ],
)  # fmt: skip
def test_forms_of_one_root_find_each_other(cast: Cast, asked: str, written: str) -> None:
    practice(cast, f"Warga {written} bersama", why="Baik")
    practice(cast, "Antrean di loket", why="Baik")
    assert found(cast, asked) == [f"Warga {written} bersama"]
    Practice.objects.update(title=f"Warga {asked} bersama")
    assert len(found(cast, written)) == 2  # both rows say it now


def test_filters_by_result_topic_and_what_we_lack(cast: Cast) -> None:
    practice(cast, "Murah", need_money="not_needed", topic="Sampah")
    practice(cast, "Mahal", need_money="needed", result="failed")
    practice(cast, "Entah")
    assert found(cast, without=("money",)) == ["Murah"]
    assert found(cast, result="failed") == ["Mahal"]
    assert found(cast, topic="Sampah") == ["Murah"]
    assert found(cast, whose="others") == []


def test_found_words_are_marked_and_nothing_else_becomes_markup(cast: Cast) -> None:
    row = practice(cast, "Regu", "<script>alert(1)</script> merawat instalasi")
    piece = marked(excerpts([row.pk], "perawatan")[row.pk])
    assert "<strong>merawat</strong>" in piece
    assert "<script>" not in piece


def test_the_other_government_reads_only_what_is_published_and_changes_nothing(cast: Cast) -> None:
    shown, hidden = practice(cast, "Terbit", published=True), practice(cast, "Rahasia")
    with acting_in(cast.malang.pk):
        officer = actor_of(cast.users["malang_officer"])
        assert [row.pk for row in practices_visible_to(officer)] == [shown.pk]
        assert list(Practice.objects.values_list("pk", flat=True)) == [shown.pk]
        assert Practice.objects.filter(pk=shown.pk).update(title="Dirusak") == 0
        with pytest.raises(RefusedError, match="tidak ada dalam lingkup"):
            publish_practice(actor=officer, practice_id=shown.pk, published=False)
    assert list(Practice.objects.filter(pk__in=[shown.pk, hidden.pk]).order_by("pk").values_list("title", flat=True)) == [
        "Terbit", "Rahasia",
    ]  # fmt: skip


def test_pages_of_the_other_government(cast: Cast, browse: type[ActorClient]) -> None:
    shown, hidden = practice(cast, "Terbit", published=True), practice(cast, "Rahasia")
    client = browse(cast.users["malang_officer"])
    page = client.get(reverse("apply:practices"), {"q": "merawat"}).content.decode()
    assert "Terbit" in page
    assert "Rahasia" not in page
    assert client.get(reverse("apply:practice", args=[shown.pk])).status_code == 200
    assert client.get(reverse("apply:practice", args=[hidden.pk])).status_code == 404


def test_published_says_what_was_done_and_why(cast: Cast) -> None:
    row = practice(cast, "Kosong", "")
    hr = actor_of(cast.users["hr_officer"])
    with pytest.raises(RefusedError, match="Tulis dulu"):
        publish_practice(actor=hr, practice_id=row.pk, published=True)
    row.refresh_from_db()
    assert not row.published
    needs = dict.fromkeys(ConditionKind.values, "not_needed")
    details = PracticeDetails("Regu", topic="Sanitasi", what="Regu merawat", why="Ada honor", needs=needs)
    describe_practice(actor=hr, practice_id=row.pk, details=details)
    assert publish_practice(actor=hr, practice_id=row.pk, published=True).published_on == today()
    assert found(cast, without=tuple(ConditionKind.values)) == ["Regu"]
    planner = actor_of(cast.users["programme_planner"])
    with pytest.raises(RefusedError, match="diterbitkan oleh"):
        publish_practice(actor=planner, practice_id=row.pk, published=False)


def test_a_name_stands_there_only_as_long_as_the_person_agrees(cast: Cast) -> None:
    row = practice(cast, "Regu", person=cast.people["servant"])
    with pytest.raises(RefusedError, match="Hanya yang bersangkutan"):
        agree_to_credit(actor=actor_of(cast.users["hr_officer"]), practice_id=row.pk, agreed=True)
    servant = actor_of(cast.users["civil_servant"])
    assert agree_to_credit(actor=servant, practice_id=row.pk, agreed=True).credited_name == "Nurul Pegawai"
    assert agree_to_credit(actor=servant, practice_id=row.pk, agreed=False).credited_name == ""


def test_what_takes_root_elsewhere_credits_its_origin(cast: Cast) -> None:
    first = practice(cast, "Asal", published=True)
    with acting_in(cast.malang.pk):
        officer = actor_of(cast.users["malang_officer"])
        unit = cast.units["malang"].pk
        made = recommend_from_practice(actor=officer, practice_id=first.pk, unit_id=unit)
        assert (made.origin_practice_id, made.origin_agency_id, made.seen_at) == (first.pk, cast.palu.pk, "Puskesmas, Palu")
        with pytest.raises(RefusedError, match="sudah direkomendasikan"):
            recommend_from_practice(actor=officer, practice_id=first.pk, unit_id=unit)
        assert Recommendation.objects.count() == 1
        grown = practice(
            cast, "Cabang", agency=cast.malang, origin_practice_id=first.pk, origin_agency=cast.palu, government="Malang"
        )
        assert [row.title for row in origin_chain(grown, officer)] == ["Asal"]
    head = actor_of(cast.users["unit_head"])
    assert roots_elsewhere(first, head) == []
    with acting_in(cast.malang.pk):
        Practice.objects.filter(pk=grown.pk).update(published=True, published_on=today())
    assert [row.title for row in roots_elsewhere(first, head)] == ["Cabang"]


def test_a_ring_of_origins_ends(cast: Cast) -> None:
    one, two = practice(cast, "Satu"), practice(cast, "Dua")
    Practice.objects.filter(pk=one.pk).update(origin_practice_id=two.pk)
    Practice.objects.filter(pk=two.pk).update(origin_practice_id=one.pk)
    one.refresh_from_db()
    assert [row.title for row in origin_chain(one, actor_of(cast.users["unit_head"]))] == ["Dua"]


def test_the_words_are_kept_by_the_database(cast: Cast) -> None:
    row = practice(cast, "Perawatan")
    with connection.cursor() as cursor:
        cursor.execute("SELECT words @@ to_tsquery('indonesian', 'dirawat') FROM apply_practice WHERE id = %s", [row.pk])
        assert cursor.fetchone() == (True,)
