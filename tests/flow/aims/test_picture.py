"""The picture: nothing overlaps, nothing leaves the sheet, and a large tree shows its top with counts."""

from itertools import combinations

import pytest
from django.urls import reverse

from matang.flow.aims.pages.picture.layout import CARDS, CHILDREN, SMALL, TITLE, Picture, cut, draw, text_width, wrapped
from matang.flow.aims.public import save_plan
from matang.flow.aims.selectors.forest import Node
from tests.cast import Cast
from tests.flow.aims.planting import grow, planner, plant
from tests.http import ActorClient


def tree(*shape: int) -> Node:
    """Return an aim with ``shape[0]`` children, each with ``shape[1]``, and so on."""
    keys = iter(range(1, 100_000))

    def made(depth: int) -> Node:
        node = Node(next(keys), None, 1, "goal", "", "Meningkatnya mutu layanan dasar bagi seluruh warga kota", "/", None)
        for _ in range(shape[depth] if depth < len(shape) else 0):
            child = made(depth + 1)
            node.children.append(child)
            node.below["red"] += 1 + child.count
        return node

    return made(0)


def drawn(*shape: int) -> Picture:
    top = tree(*shape)
    return draw(top, top.title, top.children)


@pytest.mark.parametrize("shape", [(0,), (1,), (4, 2, 3), (7, 4), (8, 4, 5), (13,), (6, 5, 9), (60, 3), (1, 1, 1, 1, 1)])
def test_no_two_cards_overlap_and_all_stand_on_the_sheet(shape: tuple[int, ...]) -> None:
    picture = drawn(*shape)
    for one, other in combinations(picture.cards, 2):
        apart = (
            one.x + one.width <= other.x
            or other.x + other.width <= one.x
            or one.y + one.height <= other.y
            or other.y + other.height <= one.y
        )
        assert apart, (one, other)
    for card in picture.cards:
        assert card.x >= 0
        assert card.y >= 0
        assert card.x + card.width <= picture.width
        assert card.y + card.height <= picture.height
    assert len(picture.paths) == len(picture.cards) - 1


def test_a_level_is_opened_whole_or_not_at_all_and_the_rest_is_counted() -> None:
    picture = drawn(4, 2, 3, 8, 4)
    assert len(picture.cards) == 1 + 4 + 8 + 24
    assert {card.hidden for card in picture.cards} == {0, 8 + 32}
    assert len(drawn(CARDS, 2).cards) == 1 + CHILDREN
    assert drawn(CARDS, 2).left_out == CARDS - CHILDREN


def test_words_fit_into_their_card() -> None:
    text = "Penyelenggaraan Pengembangan Kompetensi bagi Pimpinan Daerah, Jabatan Pimpinan Tinggi, Jabatan Fungsional"
    lines = wrapped(text, 292)
    assert len(lines) == 2
    assert lines[1].endswith("…")
    assert all(text_width(line, TITLE) <= 292 for line in lines)
    assert wrapped("Gizi", 292) == ["Gizi"]
    assert text_width(cut(text, 100), SMALL) <= 100
    assert len(wrapped("W" * 400, 292)) == 1


def test_the_picture_says_in_words_what_it_says_in_colour(cast: Cast, browse: type[ActorClient]) -> None:
    grove = plant(cast)
    client = browse(cast.users["appointing_official"])
    page = client.get(reverse("aims:picture")).content.decode()
    assert 'aria-label="Sasaran: Turunnya prevalensi stunting. Terputus: belum ada indikator;' in page
    assert ">Sasaran · Terputus</text>" in page
    branch = client.get(reverse("aims:picture"), {"akar": grove.at["programme"].pk}).content.decode()
    assert "Kota sehat dan mandiri" not in branch
    assert "Pengelolaan gizi balita" in branch
    assert client.get(reverse("aims:picture"), {"akar": "999999999"}).status_code == 404


def test_the_picture_of_a_branch_leads_back_to_the_plan_that_it_stands_in(cast: Cast, browse: type[ActorClient]) -> None:
    plant(cast)
    other = save_plan(actor=planner(cast), kind="rkpd", name="RKPD Contoh", year_from=2026, year_to=2026)
    loose = grow(cast, other, "programme", "Program lepas")
    page = browse(cast.users["planner"]).get(reverse("aims:picture"), {"akar": loose.pk}).content.decode()
    assert f"?dokumen={other.pk}&amp;buka={loose.pk}#simpul-{loose.pk}" in page
