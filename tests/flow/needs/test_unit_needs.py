"""Needs of units: stated once, changed with a reason, never lost; the same origin opens one need."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, ProgrammingError, transaction
from django.urls import reverse

from matang.flow.learn.models import Sending
from matang.flow.needs.models import NeedStep, UnitNeed
from matang.flow.needs.public import NeedDetails, ensure_dictionary, open_need
from matang.flow.needs.selectors.needs import NeedQuestion, needs_asked
from matang.flow.needs.services.needs import move_need
from matang.foundation.access.answers import RefusedError
from matang.foundation.access.selectors import actor_of
from matang.foundation.audit.tracking import trail_of
from matang.foundation.clock.services import today
from tests.cast import Cast
from tests.factories.journeys import ground
from tests.http import ActorClient


def stated(cast: Cast, what: str = "Analis data", **said: object) -> UnitNeed:
    said = {"why": "Data penerima belum dapat dipadankan."} | said
    return open_need(actor=actor_of(cast.users["unit_head"]), unit_id=cast.units["health"].pk, what=what, **said)


def moved(
    cast: Cast, need: UnitNeed, state: str, *, expected: str = "open", by: str = "unit_head", reason: str = "x"
) -> NeedStep:
    return move_need(actor=actor_of(cast.users[by]), need_id=need.pk, expected=expected, state=state, reason=reason)


def test_an_origin_opens_one_need_whatever_became_of_it(cast: Cast) -> None:
    first = stated(cast, origin="measure:indicator:12")
    moved(cast, first, "withdrawn")
    again = stated(cast, "Kata lain", origin="measure:indicator:12")
    other = stated(cast, origin="measure:indicator:13")
    assert (again.pk, again.what, again.state) == (first.pk, "Analis data", "withdrawn")
    assert other.pk != first.pk
    with pytest.raises(IntegrityError, match="unit_need_origin_once"), transaction.atomic():
        UnitNeed.objects.filter(pk=other.pk).update(origin="measure:indicator:12")


def test_by_hand_the_same_words_open_again_only_once_it_is_settled(cast: Cast) -> None:
    first = stated(cast)
    moved(cast, first, "under_way")
    assert stated(cast).pk == first.pk
    moved(cast, first, "met", expected="under_way")
    assert stated(cast).pk != first.pk


def test_each_step_keeps_its_reason_and_opening_again_is_the_undo(cast: Cast) -> None:
    need = stated(cast)
    moved(cast, need, "met", reason="Pelatihan selesai")
    moved(cast, need, "open", expected="met", by="hr_officer", reason="  Orangnya pindah ")
    need.refresh_from_db()
    steps = NeedStep.objects.order_by("id").values_list("before", "after", "reason", "made_on", "made_by__username")
    assert need.state == "open"
    assert list(steps) == [
        ("open", "met", "Pelatihan selesai", today(), "unit_head"),
        ("met", "open", "Orangnya pindah", today(), "hr_officer"),
    ]
    with pytest.raises(ProgrammingError, match="Cannot"), transaction.atomic():
        NeedStep.objects.all().delete()


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"state": "met", "reason": " "}, "Tulis alasan"),
        ({"state": "open"}, "tidak dapat menjadi"),
        ({"state": "gone"}, "tidak dapat menjadi"),
        ({"state": "met", "expected": "under_way"}, "sudah berubah menjadi"),
        ({"state": "met", "by": "other_unit_head"}, "kepala unit itu"),
        ({"state": "met", "by": "planner"}, "kepala unit itu"),
        ({"state": "met", "by": "malang_officer"}, "tidak ada dalam lingkup"),
    ],
)
def test_a_step_that_cannot_be_changes_nothing(cast: Cast, said: dict[str, str], words: str) -> None:
    need = stated(cast)
    with pytest.raises(RefusedError, match=words):
        moved(cast, need, **said)
    need.refresh_from_db()
    assert (need.state, NeedStep.objects.count()) == ("open", 0)


def test_what_is_not_known_stays_unknown_and_days_to_come_are_refused(cast: Cast) -> None:
    need = stated(cast)
    assert (need.people_affected, need.since, need.owner) == (None, None, None)
    with pytest.raises(RefusedError, match="belum tiba"):
        stated(cast, "Lain", details=NeedDetails(since=today() + timedelta(days=1)))
    with pytest.raises(RefusedError, match="Penanggung jawab"):
        stated(cast, "Lain", details=NeedDetails(owner_id=cast.people["malang"].pk))
    assert UnitNeed.objects.count() == 1


def test_the_list_answers_words_state_unit_and_order(cast: Cast) -> None:
    ensure_dictionary(cast.palu.pk)
    first = stated(cast, "Analis data", details=NeedDetails(urgency="low", people_affected=3, aim="RPJMD 2.1"))
    second = stated(cast, "Juru ukur", details=NeedDetails(urgency="high"))
    third = open_need(actor=actor_of(cast.users["hr_officer"]), unit_id=cast.units["social"].pk, what="Pendamping", why="Kurang")
    moved(cast, second, "met")
    officer = actor_of(cast.users["hr_officer"])

    def asked(actor: object = officer, **said: object) -> list[int]:
        return [need.pk for need in needs_asked(actor, NeedQuestion(**said))]

    assert asked() == [third.pk, first.pk]
    assert asked(state="all") == [second.pk, third.pk, first.pk]
    assert asked(state="met") == [second.pk]
    assert asked(text="rpjmd data") == [first.pk]
    assert asked(urgency="low") == [first.pk]
    assert asked(unit_path=cast.units["social"].path) == [third.pk]
    assert asked(sort="orang") == [first.pk, third.pk]
    assert asked(actor_of(cast.users["other_unit_head"]), state="all") == [third.pk]
    assert asked(actor_of(cast.users["civil_servant"]), state="all") == []


def test_the_pages_state_change_move_and_show_the_history(cast: Cast, browse: type[ActorClient]) -> None:
    client = browse(cast.users["unit_head"])
    said = {
        "unit": cast.units["health"].pk, "what": "Analis data", "why": "Belum ada", "urgency": "high", "people_affected": "4",
        "since": "2026-01-05", "owner": cast.people["superior"].nip, "wished": "Data padan tiap bulan", "aim": "RPJMD 2.1",
    }  # fmt: skip
    page = client.post(reverse("needs:open_need"), said, follow=True).content.decode()
    assert "Data padan tiap bulan" in page
    assert "Sitti Atasan" in page
    need = UnitNeed.objects.get()
    assert (need.people_affected, need.since, need.urgency, need.owner) == (
        4, date(2026, 1, 5), "high", cast.people["superior"],
    )  # fmt: skip
    form = client.get(reverse("needs:change_need", args=[need.pk])).content.decode()
    assert 'value="2026-01-05"' in form
    client.post(reverse("needs:change_need", args=[need.pk]), said | {"what": "Analis data sosial"})
    before = trail_of(UnitNeed).objects.filter(pgh_label="update").values_list("what", flat=True)
    assert list(before) == ["Analis data sosial"]
    address = reverse("needs:move_need", args=[need.pk])
    step = {"expected": "open", "state": "withdrawn", "reason": "Sudah tidak perlu"}
    assert "Sudah tidak perlu" in client.post(address, step, follow=True).content.decode()
    late = client.post(address, step, follow=True).content.decode()
    assert "Status kebutuhan ini sudah berubah menjadi “Ditarik”." in late
    assert NeedStep.objects.count() == 1
    shut = client.post(reverse("needs:change_need", args=[need.pk]), said).content.decode()
    assert "sudah selesai" in shut


def test_an_owner_of_another_agency_is_nobody(cast: Cast, browse: type[ActorClient]) -> None:
    said = {"unit": cast.units["health"].pk, "what": "A", "why": "B", "owner": cast.people["malang"].nip}
    page = browse(cast.users["unit_head"]).post(reverse("needs:open_need"), said).content.decode()
    assert "Tidak ada pegawai dengan NIP itu dalam lingkup Anda." in page
    assert UnitNeed.objects.count() == 0


def test_a_need_serves_an_aim_and_a_sending_for_it_serves_the_same(cast: Cast, browse: type[ActorClient]) -> None:
    base = ground(cast)
    head = browse(cast.users["unit_head"])
    form = {"unit": cast.units["health"].pk, "what": "Perawat instalasi", "why": "Instalasi berhenti.", "urgency": "normal"}
    page = head.post(reverse("needs:open_need"), form | {"serves_kata": "air limbah"}).content.decode()
    assert f'name="serves" value="{base.aim.pk}"' in page
    assert not UnitNeed.objects.filter(what="Perawat instalasi").exists()  # that was only a search
    assert head.post(reverse("needs:open_need"), form | {"serves": base.aim.pk}).status_code == 302
    need = UnitNeed.objects.get(what="Perawat instalasi")
    assert (need.serves, need.aim) == (base.aim, "Program air limbah")
    way = reverse("needs:need", args=[need.pk])
    assert f'href="{reverse("aims:aim", args=[base.aim.pk])}"' in head.get(way).content.decode()

    begin = {"unit": cast.units["health"].pk, "kind": "internship", "title": "Merawat instalasi"}
    assert head.post(f"{reverse('learn:sending_new')}?kebutuhan={need.pk}", begin).status_code == 302
    sending = Sending.objects.get(title="Merawat instalasi")
    assert (sending.need, sending.aim, sending.indicator) == (need, base.aim, base.indicator)

    with pytest.raises(RefusedError, match="Tujuan itu tidak ada"):
        stated(cast, "Lain", details=NeedDetails(serves_id=999_999))
    words = reverse("needs:change_need", args=[need.pk])
    assert head.post(words, form | {"serves": "", "aim": "Program lama"}).status_code == 302
    need.refresh_from_db()
    assert (need.serves, need.aim) == (None, "Program lama")
    kept = trail_of(UnitNeed).objects.filter(id=need.pk).order_by("pgh_id").values_list("serves_id", flat=True)
    assert list(kept) == [base.aim.pk, None]
