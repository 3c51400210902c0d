"""Recording evidence: what it changes is told, what cannot be is refused, and nothing recorded is changed."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse

from matang.flow.needs.models import CompetencyStatus, Evidence
from matang.flow.needs.public import ensure_dictionary
from matang.foundation.access.models import Grant
from matang.foundation.access.roles import Role
from matang.foundation.clock.services import today
from tests.cast import START, Cast, make_user
from tests.http import ActorClient


def said(cast: Cast, **changes: object) -> dict[str, object]:
    """Return the fields of a piece about the servant."""
    code = ensure_dictionary(cast.palu.pk)["MAN.1"]
    return {"competency": code, "level": 3, "source": "test", "shown_on": today().isoformat(), "note": "LHA-7"} | changes


def address(cast: Cast) -> str:
    return reverse("needs:record_evidence", args=[cast.people["servant"].pk])


def test_the_officer_reads_what_the_new_piece_changes(cast: Cast, browse: type[ActorClient]) -> None:
    client = browse(cast.users["hr_officer"])
    page = client.post(address(cast), said(cast), follow=True).content.decode()
    assert "Bukti dicatat. Integritas berubah dari belum ada bukti menjadi terbukti level 3" in page
    piece = Evidence.objects.get()
    assert (piece.level, piece.source, piece.reliability, piece.rater, piece.note, piece.origin) == (
        3,
        "test",
        85,
        cast.users["hr_officer"],
        "LHA-7",
        "manual",
    )
    status = CompetencyStatus.objects.get()
    assert (status.low, status.high, status.pieces) == (3, 3, 1)
    again = client.post(address(cast), said(cast), follow=True).content.decode()
    assert "Integritas tidak berubah: terbukti level 3" in again
    assert Evidence.objects.count() == 2


def test_a_superiors_judgement_is_a_hint_and_no_proof(cast: Cast, browse: type[ActorClient]) -> None:
    client = browse(cast.users["direct_superior"])
    page = client.get(address(cast)).content.decode()
    assert "Penilaian atasan (keandalan 50)" in page
    assert "Uji kompetensi" not in page
    told = client.post(address(cast), said(cast, source="superior"), follow=True).content.decode()
    assert "menjadi belum terbukti pasti, mungkin sampai level 3" in told
    assert CompetencyStatus.objects.get().low is None


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"shown_on": (today() + timedelta(days=1)).isoformat()}, "Tanggal ini belum tiba"),
        ({"expires_on": today().isoformat()}, "Bukti harus kedaluwarsa sesudah tanggalnya."),
        ({"source": "self"}, "bukan salah satu dari pilihan"),
        ({"level": 6}, "bukan salah satu dari pilihan"),
        ({"level": ""}, "Bidang ini tidak boleh kosong."),
        ({"source": ""}, "Bidang ini tidak boleh kosong."),
    ],
)
def test_what_cannot_be_is_refused_with_the_reason(
    cast: Cast, browse: type[ActorClient], change: dict[str, object], words: str
) -> None:
    page = browse(cast.users["hr_officer"]).post(address(cast), said(cast, **change))
    assert page.status_code == 200
    assert words in page.content.decode()
    assert Evidence.objects.count() == 0


def test_the_button_stands_only_where_it_works(cast: Cast, browse: type[ActorClient]) -> None:
    shown = {
        name: address(cast)
        in browse(cast.users[name]).get(reverse("needs:person", args=[cast.people["servant"].pk])).content.decode()
        for name in ("hr_officer", "civil_servant", "planner", "auditor")
    }
    assert shown == {"hr_officer": True, "civil_servant": True, "planner": False, "auditor": False}


def test_without_any_evidence_nothing_is_said_to_be_missing(cast: Cast, browse: type[ActorClient]) -> None:
    ensure_dictionary(cast.palu.pk)
    client = browse(cast.users["hr_officer"])
    page = client.get(reverse("needs:gaps") + "?jabatan=semua").content.decode()
    assert "Belum ada satu pun bukti kompetensi" in page
    assert "0%" not in page.replace("100%", "")
    person = client.get(reverse("needs:person", args=[cast.people["servant"].pk])).content.decode()
    assert "Itu bukan berarti tidak mampu: belum dinilai." in person
    client.post(address(cast), said(cast))
    assert "Belum ada satu pun bukti kompetensi" not in client.get(reverse("needs:gaps") + "?jabatan=semua").content.decode()


def test_an_officer_of_another_unit_who_reads_everything_records_nothing(cast: Cast, browse: type[ActorClient]) -> None:
    user = make_user(cast.palu, "officer_of_social", Role.HR_OFFICER, cast.units["social"])
    Grant.objects.create(agency=cast.palu, user=user, role=Role.AUDITOR, valid_from=START)
    before = Evidence.objects.count()
    page = browse(user).get(address(cast))
    assert page.status_code == 403
    assert "di luar lingkup tugas Anda" in page.content.decode()
    assert Evidence.objects.count() == before


def test_nothing_that_can_never_be_taken_back_is_chosen_beforehand(cast: Cast, browse: type[ActorClient]) -> None:
    page = browse(cast.users["hr_officer"]).get(address(cast)).content.decode()
    assert re.findall(r'<option value="([^"]*)" selected', page) == ["", "", ""]
