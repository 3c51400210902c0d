"""Units change without overwriting their past: posts, holders and roles follow from the day on."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from matang.flow.register.models import Incumbency, Post, Unit
from matang.flow.register.public import officer_for, person_visible_to, unit_tree, units_at
from matang.flow.register.services.reorganisation import Successor, end_unit, succeed_unit
from matang.flow.register.services.units import correct_unit, create_unit
from matang.foundation.access.answers import RefusedError
from matang.foundation.access.models import Grant
from matang.foundation.access.selectors import actor_of
from matang.foundation.audit.selectors import history_of
from tests.cast import START, Cast, make_unit
from tests.http import ActorClient

DAY = date(2026, 7, 1)
BEFORE = date(2026, 6, 30)


def rename(cast: Cast, unit: str = "health", **changes: object) -> Unit:
    """Rename a unit of the cast from ``DAY`` on."""
    old = cast.units[unit]
    facts = {"code": old.code, "name": "Dinas Kesehatan dan Keluarga", "kind": old.kind, "parent": old.parent, **changes}
    return succeed_unit(actor=officer_for(cast.palu.pk), unit=old, into=Successor(**facts), day=DAY, reason="Perda 3/2026")


def named(cast: Cast, day: date) -> set[str]:
    """Return the names of the units of a day."""
    return set(units_at(cast.palu.pk, day).values_list("name", flat=True))


def test_a_renamed_unit_shows_its_name_of_the_day(cast: Cast) -> None:
    heir = rename(cast)
    assert named(cast, BEFORE) == {"Dinas Kesehatan", "Puskesmas Contoh", "Dinas Sosial"}
    assert named(cast, DAY) == {"Dinas Kesehatan dan Keluarga", "Puskesmas Contoh", "Dinas Sosial"}
    assert heir.replaces_id == cast.units["health"].pk


def test_units_below_follow_and_the_tree_of_each_day_is_whole(cast: Cast) -> None:
    heir = rename(cast)
    for day, top in ((BEFORE, cast.units["health"]), (DAY, heir)):
        tree = unit_tree(cast.palu.pk, day)
        (node,) = [root for root in tree.roots if root.id == top.pk]
        assert [child.name for child in node.children] == ["Puskesmas Contoh"]
        assert [each.id for each in tree.line(node.children[0].path)] == [top.pk, node.children[0].id]


def test_holders_hold_the_posts_of_the_successor(cast: Cast) -> None:
    heir = rename(cast)
    servant = cast.people["servant"]
    old, new = Incumbency.objects.filter(person=servant).order_by("valid_from")
    assert (old.valid_from, old.valid_to, new.valid_from, new.valid_to) == (START, DAY, DAY, None)
    assert (new.post.name, new.sole, new.kind) == (old.post.name, old.sole, old.kind)
    assert new.post.unit.path.startswith(heir.path)
    assert Post.objects.get(pk=old.post_id).valid_to == DAY


def test_roles_follow_the_unit_from_the_day(cast: Cast) -> None:
    heir = rename(cast)
    grants = Grant.objects.filter(user=cast.users["unit_head"]).order_by("valid_from")
    assert [(grant.unit_path, grant.valid_from, grant.valid_to) for grant in grants] == [
        (cast.units["health"].path, START, DAY),
        (heir.path, DAY, None),
    ]
    below = Grant.objects.filter(user=cast.users["direct_superior"]).order_by("valid_from").last()
    assert below.unit_path == Unit.objects.get(replaces=cast.units["clinic"]).path


def test_other_units_are_untouched(cast: Cast) -> None:
    rename(cast)
    cast.units["social"].refresh_from_db()
    assert cast.units["social"].valid_to is None
    assert Incumbency.objects.filter(person=cast.people["other"]).count() == 1


def test_a_unit_moves_below_another(cast: Cast) -> None:
    heir = rename(cast, "clinic", name="Puskesmas Contoh", parent=cast.units["social"])
    assert heir.path == f"{cast.units['social'].path}{heir.pk}/"
    social = actor_of(cast.users["other_unit_head"])
    assert person_visible_to(social, cast.people["servant"].pk, BEFORE) is None
    assert person_visible_to(social, cast.people["servant"].pk, DAY) == cast.people["servant"]


def test_what_starts_later_is_re_pointed_and_not_doubled(cast: Cast) -> None:
    later = make_unit(cast.palu, "P01.2", "Puskesmas Kedua", cast.units["health"])
    Unit.objects.filter(pk=later.pk).update(valid_from=date(2027, 1, 1))
    post = Post.objects.create(
        agency=cast.palu,
        unit=cast.units["clinic"],
        name="Ahli Gizi",
        kind="jf_ahli_pertama",
        capacity=1,
        valid_from=date(2027, 1, 1),
    )
    heir = rename(cast)
    later.refresh_from_db()
    post.refresh_from_db()
    assert (later.parent_id, later.path) == (heir.pk, f"{heir.path}{later.pk}/")
    assert post.unit.replaces_id == cast.units["clinic"].pk
    assert Unit.objects.filter(code="P01.2").count() == Post.objects.filter(name="Ahli Gizi").count() == 1


@pytest.mark.parametrize(
    ("changes", "day", "field"),
    [
        ({}, START, "day"),
        ({"parent": "clinic"}, DAY, "parent"),
        ({"parent": "health"}, DAY, "parent"),
    ],
)
def test_impossible_changes_are_refused_at_their_field(cast: Cast, changes: dict[str, str], day: date, field: str) -> None:
    parent = cast.units[changes["parent"]] if changes else None
    with pytest.raises(ValidationError) as caught:
        succeed_unit(
            actor=officer_for(cast.palu.pk),
            unit=cast.units["health"],
            into=Successor(code="P01", name="X", parent=parent),
            day=day,
            reason="x",
        )
    assert list(caught.value.message_dict) == [field]
    assert Unit.objects.count() == 3


def test_only_an_officer_of_the_unit_may_change_it(cast: Cast) -> None:
    Grant.objects.filter(user=cast.users["hr_officer"]).update(
        unit_id=cast.units["social"].pk, unit_path=cast.units["social"].path
    )
    for who in ("hr_officer", "unit_head", "planner", "system_operator"):
        with pytest.raises(RefusedError):
            succeed_unit(
                actor=actor_of(cast.users[who]),
                unit=cast.units["health"],
                into=Successor(code="P01", name="X"),
                day=DAY,
                reason="x",
            )
    assert Unit.objects.count() == 3


def test_a_slip_of_the_pen_is_mended_for_all_days_with_its_reason(cast: Cast) -> None:
    unit = cast.units["health"]
    correct_unit(
        actor=officer_for(cast.palu.pk),
        unit=unit,
        code="P01",
        name="Dinas Kesehatan Kota",
        kind="Dinas",
        region=None,
        reason="Salah ketik",
    )
    assert "Dinas Kesehatan Kota" in named(cast, BEFORE)
    assert history_of(Unit, unit.pk)[0].why == "Salah ketik"


def test_a_unit_with_holders_or_units_below_does_not_end(cast: Cast) -> None:
    officer = officer_for(cast.palu.pk)
    with pytest.raises(ValidationError, match="Puskesmas Contoh"):
        end_unit(actor=officer, unit=cast.units["health"], day=DAY, reason="x")
    with pytest.raises(ValidationError, match="Nurul Pegawai"):
        end_unit(actor=officer, unit=cast.units["clinic"], day=DAY, reason="x")
    assert Unit.objects.filter(valid_to=None).count() == 3


def test_an_empty_unit_ends_with_its_empty_posts(cast: Cast) -> None:
    officer = officer_for(cast.palu.pk)
    unit = create_unit(actor=officer, code="P03", name="Unit Kosong", valid_from=START)
    post = Post.objects.create(agency=cast.palu, unit=unit, name="Kosong", kind="pengawas", capacity=1, valid_from=START)
    end_unit(actor=officer, unit=unit, day=DAY, reason="Perda 3/2026")
    post.refresh_from_db()
    assert post.valid_to == DAY
    assert ("Unit Kosong" in named(cast, BEFORE), "Unit Kosong" in named(cast, DAY)) == (True, False)


def test_the_kept_tree_notices_every_change(cast: Cast) -> None:
    def shown() -> list[str]:
        return [node.name for node in unit_tree(cast.palu.pk, DAY).walk()]

    before = shown()
    assert unit_tree(cast.palu.pk, DAY) is unit_tree(cast.palu.pk, DAY)
    Unit.objects.filter(pk=cast.units["social"].pk).update(name="Dinas Sosial Baru")
    assert shown() == [*before[:-1], "Dinas Sosial Baru"]
    Unit.objects.filter(pk=cast.units["social"].pk).update(valid_to=DAY)
    assert shown() == before[:-1]


def test_posts_know_which_they_replace(cast: Cast) -> None:
    rename(cast)
    old, new = Incumbency.objects.filter(person=cast.people["servant"]).order_by("valid_from")
    assert new.post.replaces_id == old.post_id
    assert Post.objects.filter(replaces__isnull=False).count() == 3


def test_an_official_change_of_a_post_keeps_the_old_one_and_its_holder(cast: Cast) -> None:
    old = Incumbency.objects.get(person=cast.people["servant"]).post
    address = f"/daftar/jabatan/{old.pk}/ubah/"
    data = {"how": "official", "name": "Penata Layanan", "kind": "pelaksana", "capacity": "2", "reason": "Perwali", "day": ""}
    client = ActorClient(cast.users["hr_officer"])
    assert "Isi tanggal mulai perubahan resmi ini" in client.post(address, data).content.decode()
    assert client.post(address, {**data, "day": str(START)}).status_code == 200
    assert Post.objects.filter(replaces=old).count() == 0
    client.post(address, {**data, "day": str(DAY)})
    new = Post.objects.get(replaces=old)
    old.refresh_from_db()
    assert (old.name, old.valid_to, new.name, new.valid_from) == ("Pengolah Data dan Informasi", DAY, "Penata Layanan", DAY)
    spans = Incumbency.objects.filter(person=cast.people["servant"]).order_by("valid_from")
    assert list(spans.values_list("post_id", "valid_from", "valid_to", "sole")) == [
        (old.pk, START, DAY, True),
        (new.pk, DAY, None, False),
    ]
    assert "Penata Layanan" in client.get(f"/daftar/jabatan/{old.pk}/?per=2026-06-30").content.decode()
    assert "Pengolah Data dan Informasi" in client.get(f"/daftar/jabatan/{new.pk}/?per=2026-07-01").content.decode()


def test_a_slip_in_a_post_is_mended_without_a_successor(cast: Cast) -> None:
    post = Incumbency.objects.get(person=cast.people["servant"]).post
    data = {"how": "slip", "name": "Pengolah Data", "kind": "pelaksana", "capacity": "1", "reason": "Salah ketik"}
    ActorClient(cast.users["hr_officer"]).post(f"/daftar/jabatan/{post.pk}/ubah/", data)
    post.refresh_from_db()
    assert (post.name, post.valid_to) == ("Pengolah Data", None)
