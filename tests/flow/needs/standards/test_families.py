"""Families of posts: what shares a standard, and setting it for all of them at once."""

import pytest
from django.urls import reverse

from matang.flow.needs.choices import ChangeState
from matang.flow.needs.models import PostStandard, StandardChange
from matang.flow.needs.public import ensure_dictionary
from matang.flow.needs.selectors.families import families_at, stem_of
from matang.flow.register.models import Post
from matang.foundation.access.selectors import actor_of
from matang.foundation.clock.services import today
from tests.cast import START, Cast
from tests.http import ActorClient


@pytest.mark.parametrize(
    ("name", "unit", "kind", "stem"),
    [
        ("Kepala Bidang Pendataan Badan Pendapatan", "Bidang Pendataan", "administrator", "Kepala Bidang"),
        ("Kepala Bidangan Aneh", "Bidang", "administrator", "Kepala Bidangan Aneh"),
        ("Lurah Besusu", "Kelurahan Besusu", "pengawas", "Lurah"),
        ("Wakil Direktur Pelayanan", "RSUD", "administrator", "Wakil Direktur"),
        ("Ketua Tim Dinas Sosial", "Dinas Sosial", "pengawas", "Ketua Tim"),
        ("Pengolah Data dan Informasi", "Sekretariat", "pelaksana", "Pengolah Data dan Informasi"),
        ("Perawat Ahli Muda", "Puskesmas", "jf_ahli_muda", "Perawat"),
        ("Perawat Terampil", "Puskesmas", "jf_terampil", "Perawat"),
        ("Guru Madya", "SMP", "jf_ahli_madya", "Guru"),
        ("Analis Kebijakan (Ahli Pertama)", "Bagian", "jf_ahli_pertama", "Analis Kebijakan"),
    ],
)
def test_the_stem_of_a_name(name: str, unit: str, kind: str, stem: str) -> None:
    assert stem_of(name, unit, kind) == stem


@pytest.fixture
def lurah(cast: Cast) -> list[Post]:
    """Three posts of one family, two below health and one below social."""
    ensure_dictionary(cast.palu.pk)
    return [
        Post.objects.create(agency=cast.palu, unit=cast.units[unit], name=f"Lurah {n}", kind="pengawas", valid_from=START)
        for n, unit in enumerate(("health", "clinic", "social"))
    ]


def test_families_are_counted_with_those_that_have_a_standard(cast: Cast, lurah: list[Post]) -> None:
    key = ensure_dictionary(cast.palu.pk)["MAN.1"]
    PostStandard.objects.create(agency=cast.palu, post=lurah[0], competency_id=key, level=2, valid_from=START)
    found = {family.key: family for family in families_at(actor_of(cast.users["hr_officer"]), today())}
    family = found["pengawas:lurah"]
    assert (family.label, len(family.posts), family.own, family.kinds) == ("Lurah …", 3, 1, {"pengawas": 3})
    inside = families_at(actor_of(cast.users["hr_officer"]), today(), [cast.units["health"].path])
    assert len(next(family for family in inside if family.stem == "Lurah").posts) == 2


def test_one_table_sets_the_standard_of_all_but_those_left_out(cast: Cast, lurah: list[Post], browse: type[ActorClient]) -> None:
    codes, client = ensure_dictionary(cast.palu.pk), browse(cast.users["hr_officer"])
    address = reverse("needs:family_edit") + "?rumpun=pengawas:lurah"
    page = client.get(address)
    grid = page.context["grid"]
    assert [row.levels["pengawas"] for row in grid.rows] == [2] * 9
    man, tek = codes["MAN.1"], codes["TEK.PEM"]
    data = {
        f"level_{man}_pengawas": "3", f"must_{man}": "on", "new_0": tek, "newlevel_0_pengawas": "4", "skip": lurah[2].pk,
        "complete": "tidak", "effective_from": "2026-01-05", "basis": "SK 3",
    }  # fmt: skip
    preview = client.post(address, data, follow=True)
    assert preview.context["tally"]["posts"] == 2
    assert PostStandard.objects.count() == 0
    [group] = preview.context["rows"]
    assert (group.count, [(name, line.after) for name, line in group.lines]) == (
        2, [("Integritas", (3, True)), ("Penyelenggaraan pemerintahan wilayah", (4, False))],
    )  # fmt: skip
    here = preview.redirect_chain[-1][0]
    client.post(here, {"act": "apply", "digest": preview.context["plan"].digest})
    rows = PostStandard.objects.order_by("post_id", "competency__position").values_list("post_id", "level", "must")
    assert list(rows) == [(post.pk, level, must) for post in lurah[:2] for level, must in ((3, True), (4, False))]


def test_what_half_of_the_posts_or_fewer_ask_for_is_not_filled_in(
    cast: Cast, lurah: list[Post], browse: type[ActorClient]
) -> None:
    codes = ensure_dictionary(cast.palu.pk)
    for post, code in ((lurah[0], "TEK.PEM"), (lurah[1], "TEK.KES"), (lurah[0], "MAN.1"), (lurah[1], "MAN.1")):
        PostStandard.objects.create(agency=cast.palu, post=post, competency_id=codes[code], level=3, valid_from=START)
    grid = browse(cast.users["planner"]).get(reverse("needs:family_edit") + "?rumpun=pengawas:lurah").context["grid"]
    filled = {row.competency.code: (row.levels["pengawas"], row.asking) for row in grid.rows if row.asking}
    assert filled == {"MAN.1": (3, 2), "TEK.PEM": (None, 1), "TEK.KES": (None, 1)}


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"new_0": "x", "newlevel_0_pengawas": "2"}, "Pilih kompetensinya pada baris tambahan 1."),
        ({"level": "7"}, "Level “7” bukan angka 1 sampai 5."),
        ({}, "Isi level untuk paling sedikit satu kompetensi."),
        ({"level": "2", "skip": "all"}, "Semua jabatan dikecualikan"),
        ({"level": "2", "basis": ""}, "Dasar penetapan"),
    ],
)
def test_a_slip_is_told_and_nothing_is_prepared(
    cast: Cast, lurah: list[Post], browse: type[ActorClient], change: dict[str, object], words: str
) -> None:
    man = ensure_dictionary(cast.palu.pk)["MAN.1"]
    data = {"complete": "tidak", "effective_from": "2026-01-05", "basis": "SK 3"} | change
    if "level" in data:
        data[f"level_{man}_pengawas"] = data.pop("level")
    if data.get("skip") == "all":
        data["skip"] = [post.pk for post in lurah]
    page = browse(cast.users["hr_officer"]).post(reverse("needs:family_edit") + "?rumpun=pengawas:lurah", data)
    assert page.status_code == 422
    assert words in page.content.decode()
    assert StandardChange.objects.count() == 0


def test_a_double_click_decides_once(cast: Cast, lurah: list[Post], browse: type[ActorClient]) -> None:
    man, client = ensure_dictionary(cast.palu.pk)["MAN.1"], browse(cast.users["hr_officer"])
    data = {f"level_{man}_pengawas": "3", "complete": "ya", "effective_from": "2026-01-05", "basis": "SK 3"}
    preview = client.post(reverse("needs:family_edit") + "?rumpun=pengawas:lurah", data, follow=True)
    here, digest = preview.redirect_chain[-1][0], preview.context["plan"].digest
    for _ in range(2):
        assert client.post(here, {"act": "apply", "digest": digest}).status_code == 302
    assert (PostStandard.objects.count(), StandardChange.objects.get().state) == (3, ChangeState.APPLIED)
