"""Evidence that is wrong: taken out or put right by a new row, never changed; and the status follows in the same transaction."""

from datetime import date, timedelta

import pytest
from django.db import ProgrammingError, connection, transaction
from django.urls import reverse

from matang.flow.needs.models import CompetencyStatus, Evidence, EvidenceWithdrawal
from matang.flow.needs.public import NewEvidence, ensure_dictionary, intervals_at, record_evidence, record_many
from matang.flow.needs.selectors.gaps import gaps_by_opd, person_gaps, post_of
from matang.flow.needs.services.evidence import correct_evidence, recording, withdraw_evidence
from matang.foundation.access.answers import RefusedError
from matang.foundation.access.roles import Role
from matang.foundation.access.selectors import actor_of
from matang.foundation.clock.services import today
from tests.cast import Cast, make_user
from tests.http import ActorClient

EARLIER = date(2025, 3, 1)


def piece(cast: Cast, source: str = "test", level: int = 3, **said: object) -> NewEvidence:
    """Return a piece about the servant's integrity."""
    code = ensure_dictionary(cast.palu.pk)["MAN.1"]
    return NewEvidence(cast.people["servant"].pk, code, level, source, said.pop("shown_on", EARLIER), **said)


def recorded(cast: Cast, by: str = "hr_officer", **said: object) -> Evidence:
    return record_evidence(actor=actor_of(cast.users[by]), piece=piece(cast, **said))


def status() -> tuple[int | None, int | None, int]:
    row = CompetencyStatus.objects.get()
    return row.low, row.high, row.pieces


def test_a_withdrawn_piece_counts_on_no_day_and_stays_readable(cast: Cast) -> None:
    evidence = recorded(cast)
    assert status() == (3, 3, 1)
    made = withdraw_evidence(actor=actor_of(cast.users["hr_officer"]), evidence_id=evidence.pk, reason="  Tertukar orang ")
    assert (made.reason, made.withdrawn_by, made.replacement) == ("Tertukar orang", cast.users["hr_officer"], None)
    assert CompetencyStatus.objects.count() == 0
    assert intervals_at(cast.palu.pk, EARLIER + timedelta(days=1)) == {}
    assert Evidence.objects.get() == evidence
    line = person_gaps(cast.people["servant"], post_of(cast.people["servant"], today()), today())[0]
    assert [(shown.fate, shown.withdrawn.reason, shown.withdrawn.replaced) for shown in line.pieces] == [
        ("withdrawn", "Tertukar orang", False)
    ]


def test_said_twice_the_first_reason_stands(cast: Cast) -> None:
    evidence, officer = recorded(cast), actor_of(cast.users["hr_officer"])
    first = withdraw_evidence(actor=officer, evidence_id=evidence.pk, reason="Salah orang")
    assert withdraw_evidence(actor=officer, evidence_id=evidence.pk, reason="Lain lagi") == first
    assert EvidenceWithdrawal.objects.get().reason == "Salah orang"


def test_a_correction_is_a_new_piece_that_points_to_the_old_one(cast: Cast) -> None:
    old = recorded(cast, level=5)
    new = correct_evidence(
        actor=actor_of(cast.users["hr_officer"]), evidence_id=old.pk, piece=piece(cast, level=2), reason="Salah ketik"
    )
    assert EvidenceWithdrawal.objects.values_list("evidence", "replacement", "reason").get() == (old.pk, new.pk, "Salah ketik")
    assert status() == (2, 2, 1)
    with pytest.raises(RefusedError, match="sudah ditarik atau diperbaiki"):
        correct_evidence(actor=actor_of(cast.users["hr_officer"]), evidence_id=old.pk, piece=piece(cast, level=4), reason="Lagi")
    assert Evidence.objects.count() == 2


@pytest.mark.parametrize(
    ("by", "source", "may"),
    [
        ("hr_officer", "test", True),
        ("civil_servant", "test", False),
        ("unit_head", "test", False),
        ("other_unit_head", "test", False),
        ("planner", "test", False),
        ("direct_superior", "superior", True),
        ("unit_head", "superior", False),
        ("hr_officer", "superior", True),
        ("civil_servant", "superior", False),
        ("civil_servant", "self", True),
        ("hr_officer", "self", False),
        ("direct_superior", "self", False),
    ],
)
def test_who_may_withdraw(cast: Cast, by: str, source: str, may: bool) -> None:
    author = {"superior": "direct_superior", "self": "civil_servant"}.get(source, "hr_officer")
    evidence = recorded(cast, by=author, source=source)
    act = lambda: withdraw_evidence(actor=actor_of(cast.users[by]), evidence_id=evidence.pk, reason="Keliru")  # noqa: E731
    if may:
        act()
    else:
        with pytest.raises(RefusedError):
            act()
    assert EvidenceWithdrawal.objects.count() == int(may)


def test_without_a_reason_nothing_is_withdrawn(cast: Cast) -> None:
    evidence = recorded(cast)
    with pytest.raises(RefusedError, match="Tulis alasan"):
        withdraw_evidence(actor=actor_of(cast.users["hr_officer"]), evidence_id=evidence.pk, reason="   ")
    assert EvidenceWithdrawal.objects.count() == 0


@pytest.mark.parametrize("act", ["update", "delete"])
def test_the_database_keeps_withdrawals_as_they_were(cast: Cast, act: str) -> None:
    evidence = recorded(cast)
    withdraw_evidence(actor=actor_of(cast.users["hr_officer"]), evidence_id=evidence.pk, reason="Keliru")
    rows = EvidenceWithdrawal.objects.all()
    with pytest.raises(ProgrammingError, match="Cannot"), transaction.atomic():
        rows.update(reason="Lain") if act == "update" else rows.delete()
    assert EvidenceWithdrawal.objects.get().reason == "Keliru"


def test_evidence_and_status_come_together_or_not_at_all(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    recorded(cast, level=2)
    with connection.cursor() as cursor:
        cursor.execute("SELECT e.xmin = s.xmin FROM needs_evidence e, needs_competencystatus s")
        assert cursor.fetchone() == (True,)

    def broken(*_args: object) -> None:
        raise ConnectionError

    monkeypatch.setattr(recording, "recompute", broken)
    with pytest.raises(ConnectionError):
        recorded(cast, level=5, shown_on=EARLIER + timedelta(days=1))
    assert Evidence.objects.count() == 1
    assert status() == (2, 2, 1)


def test_a_rollback_takes_both_away(cast: Cast) -> None:

    def broken_off() -> None:
        with transaction.atomic():
            recorded(cast)
            raise ConnectionError

    with pytest.raises(ConnectionError):
        broken_off()
    assert (Evidence.objects.count(), CompetencyStatus.objects.count()) == (0, 0)


@pytest.mark.parametrize(
    ("ends_in", "expected"), [(1, (3, 3, 1)), (0, (None, None, 0)), (-1, (None, None, 0))], ids=["tomorrow", "today", "yesterday"]
)
def test_the_day_of_expiry_is_already_without(cast: Cast, ends_in: int, expected: tuple[int | None, int | None, int]) -> None:
    recorded(cast, expires_on=today() + timedelta(days=ends_in))
    assert status() == expected


def test_a_status_that_has_run_out_is_not_believed(cast: Cast) -> None:
    """Written a week ago, it held until yesterday: today the views compute from the evidence instead."""
    day, head = today(), cast.people["head"].pk
    code = ensure_dictionary(cast.palu.pk)["MAN.1"]
    old = NewEvidence(head, code, 4, "test", day - timedelta(days=90), expires_on=day)
    later = NewEvidence(head, code, 2, "superior", day + timedelta(days=3))
    record_many(cast.palu.pk, [old, later], day=day - timedelta(days=7))
    officer = actor_of(cast.users["hr_officer"])

    def counts(when: date) -> tuple[int, int, int, int]:
        total = next(opd for opd in gaps_by_opd(officer, when) if opd.unit_id == cast.units["health"].pk).cells[code]
        return total.meets, total.below, total.unsure, total.no_evidence

    assert CompetencyStatus.objects.values_list("low", "holds_to").get() == (4, day)
    assert counts(day - timedelta(days=1)) == (1, 0, 0, 1)
    assert counts(day) == (0, 0, 0, 2)
    assert counts(day + timedelta(days=3)) == (0, 1, 0, 1)
    assert counts(day - timedelta(days=91)) == (0, 0, 0, 2)


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"source": "peer"}, "Sebutkan penilainya"),
        ({"source": "superior", "reliability": 90}, "paling tinggi 50"),
        ({"source": "certificate", "reliability": 71}, "paling tinggi 60"),
        ({"level": 6}, "antara 0 dan 5"),
        ({"shown_on": today() + timedelta(days=1)}, "belum tiba"),
        ({"expires_on": EARLIER}, "kedaluwarsa sesudah"),
    ],
)
def test_what_cannot_be_is_refused_by_the_service_as_well(cast: Cast, said: dict[str, object], words: str) -> None:
    with pytest.raises(RefusedError, match=words):
        recorded(cast, **said)
    assert Evidence.objects.count() == 0


def test_a_certificate_alone_is_a_sign_and_no_proof(cast: Cast) -> None:
    recorded(cast, source="certificate", level=4)
    assert status() == (None, 4, 1)


def test_raters_of_one_kind_are_kept_apart(cast: Cast) -> None:
    for rater, level, day in (("Rekan 1", 4, 1), ("Rekan 2", 2, 2), ("Rekan 1", 3, 3)):
        recorded(cast, source="peer", level=level, rater_role=rater, shown_on=date(2026, 1, day))
    assert status() == (None, 3, 2)


def test_the_pages_withdraw_and_correct_and_say_what_changed(cast: Cast, browse: type[ActorClient]) -> None:
    evidence, client = recorded(cast, level=5), browse(cast.users["hr_officer"])
    address = reverse("needs:correct_evidence", args=[evidence.pk])
    page = client.get(address).content.decode()
    assert 'value="2025-03-01"' in page
    said = {"competency": evidence.competency_id, "level": 2, "source": "test", "shown_on": "2025-03-01", "reason": "Salah ketik"}
    told = client.post(address, said, follow=True).content.decode()
    assert "Bukti diperbaiki. Integritas berubah dari terbukti level 5 (kesenjangan 0) menjadi terbukti level 2" in told
    assert "Salah ketik" in told
    again = client.post(address, said)
    assert "Bukti ini sudah ditarik" in again.content.decode()
    new = Evidence.objects.order_by("-pk")[0]
    told = client.post(reverse("needs:withdraw_evidence", args=[new.pk]), {"reason": "Bukan orangnya"}, follow=True)
    assert "menjadi belum ada bukti" in told.content.decode()
    assert EvidenceWithdrawal.objects.count() == 2


def test_an_officer_of_another_unit_withdraws_nothing(cast: Cast, browse: type[ActorClient]) -> None:
    evidence = recorded(cast)
    stranger = make_user(cast.palu, "officer_of_social", Role.HR_OFFICER, cast.units["social"])
    address = reverse("needs:withdraw_evidence", args=[evidence.pk])
    assert browse(stranger).post(address, {"reason": "x"}).status_code == 404
    assert browse(cast.users["auditor"]).post(address, {"reason": "x"}).status_code == 403
    assert EvidenceWithdrawal.objects.count() == 0


def test_a_correction_carries_an_unusual_reliability_over_and_asks_why_last(cast: Cast, browse: type[ActorClient]) -> None:
    code = ensure_dictionary(cast.palu.pk)["MAN.1"]
    actor, person = actor_of(cast.users["hr_officer"]), cast.people["servant"].pk
    old = record_evidence(actor=actor, piece=NewEvidence(person, code, 3, "test", today(), reliability=72))
    usual = record_evidence(actor=actor, piece=NewEvidence(person, code, 3, "test", today()))
    client = browse(cast.users["hr_officer"])
    page = client.get(reverse("needs:correct_evidence", args=[old.pk])).content.decode()
    assert 'name="reliability" value="72"' in page
    assert page.index('name="document"') < page.index('name="reason"')
    assert 'name="reliability" value' not in client.get(reverse("needs:correct_evidence", args=[usual.pk])).content.decode()
