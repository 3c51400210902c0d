"""Agreements: where they stand, what became of the promises, renewal and the early end."""

from collections.abc import Callable
from datetime import date, timedelta
from io import BytesIO

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, transaction
from django.urls import reverse
from openpyxl import load_workbook

from matang.flow.learn.choices import AgreementStanding, SendingState
from matang.flow.learn.models import Agreement, AgreementObligation, Host, ObligationEntry, Sending
from matang.flow.learn.selectors.hosts import agreements as selector
from matang.flow.learn.selectors.hosts.agreements import (
    Figure,
    agreement_of,
    agreements_of,
    asked_agreements,
    counters_of,
    in_standing,
    obligations_of,
    progress_of,
    standing_of,
)
from matang.flow.learn.services.hosts.agreements import (
    record_entry,
    remove_agreement,
    remove_entry,
    renew_agreement,
    resume_agreement,
    save_agreement,
    save_obligation,
    stop_agreement,
)
from matang.flow.register.models import Partner
from matang.foundation.access.answers import RefusedError
from matang.foundation.access.selectors import actor_of
from matang.foundation.clock.services import today
from matang.foundation.tenancy.context import acting_in
from tests.cast import START, Cast
from tests.factories.journeys import returned, under_way
from tests.http import ActorClient

pytestmark = pytest.mark.django_db
BEGIN, END = date(2026, 1, 1), date(2026, 12, 31)


def agreed(cast: Cast, host: Host | None = None, **more: object) -> Agreement:
    """Make an agreement of Palu for the year 2026."""
    if host is None:
        partner = Partner.objects.create(agency=cast.palu, name="Universitas Contoh", kind="university", valid_from=START)
        host = Host.objects.create(agency=cast.palu, partner=partner)
    facts: dict[str, object] = {"number": "1/PKS", "title": "Magang", "our_party": "Setda", "their_party": "Rektorat"}
    facts |= {"starts_on": BEGIN, "ends_on": END} | more
    return save_agreement(actor=actor_of(cast.users["host_coordinator"]), agreement=Agreement(host=host, **facts))


def owed(cast: Cast, agreement: Agreement, **more: object) -> AgreementObligation:
    """Add an obligation."""
    facts: dict[str, object] = {"side": "theirs", "counts": "seats", "what": "Kursi magang", "measure": "orang", "quantity": 4}
    actor = actor_of(cast.users["host_coordinator"])
    return save_obligation(actor=actor, obligation=AgreementObligation(agreement=agreement, **(facts | more)))


def stand(agreement: Agreement, day: date) -> str:
    """Return the standing as it is computed, after asserting that the database's filter agrees."""
    row = Agreement.objects.get(pk=agreement.pk)
    found = standing_of(row, day)
    from_database = [
        each
        for each in AgreementStanding
        if in_standing(agreements_of_palu(agreement), each, day).filter(pk=agreement.pk).exists()
    ]
    assert from_database == [found]
    return str(found.value)


def agreements_of_palu(agreement: Agreement) -> object:
    """Return the agreements with their last day."""
    return agreements_of(type("A", (), {"agency_id": agreement.agency_id})())  # type: ignore[arg-type]


def test_an_agreement_stands_by_its_days_and_the_last_one_counts(cast: Cast) -> None:
    one = agreed(cast)
    days = {
        date(2025, 12, 31): "coming", BEGIN: "valid", END - timedelta(days=91): "valid", END - timedelta(days=90): "ending",
        END: "ending", END + timedelta(days=1): "ended",
    }  # fmt: skip
    assert {day: stand(one, day) for day in days} == days


def test_without_a_last_day_nobody_assumes_one(cast: Cast) -> None:
    one = agreed(cast, ends_on=None)
    assert (stand(one, BEGIN), stand(one, date(2099, 1, 1)), stand(one, date(2025, 1, 1))) == ("unknown", "unknown", "coming")


def test_one_that_was_stopped_early_holds_to_its_last_day_and_can_be_resumed(cast: Cast) -> None:
    actor, one = actor_of(cast.users["host_coordinator"]), agreed(cast)
    with pytest.raises(ValidationError, match="sudah berakhir"):
        stop_agreement(actor=actor, agreement_id=one.pk, day=date(2027, 1, 1), reason="Pindah")
    with pytest.raises(ValidationError, match="alasan penghentian"):
        stop_agreement(actor=actor, agreement_id=one.pk, day=date(2026, 3, 1), reason=" ")
    assert Agreement.objects.get().stopped_on is None
    stop_agreement(actor=actor, agreement_id=one.pk, day=date(2026, 3, 1), reason="Pindah")
    assert (stand(one, date(2026, 3, 1)), stand(one, date(2026, 3, 2))) == ("ending", "stopped")
    resume_agreement(actor=actor, agreement_id=one.pk)
    assert (stand(one, date(2026, 3, 2)), Agreement.objects.get().stop_reason) == ("valid", "")


def test_a_renewal_follows_the_old_one_carries_its_obligations_and_ends_the_warning(cast: Cast) -> None:
    actor, one = actor_of(cast.users["host_coordinator"]), agreed(cast)
    owed(cast, one, due_on=date(2026, 6, 30))
    facts = {"title": "Magang", "our_party": "Setda", "their_party": "Rektorat"}
    with pytest.raises(ValidationError, match="sesudah hari terakhir"):
        renew_agreement(actor=actor, old_id=one.pk, new=Agreement(number="2/PKS", starts_on=END, **facts))
    assert Agreement.objects.count() == 1
    new = Agreement(number="2/PKS", starts_on=date(2027, 1, 1), ends_on=date(2028, 12, 31), **facts)
    made = renew_agreement(actor=actor, old_id=one.pk, new=new)
    assert (made.renews, made.host) == (one, one.host)
    (duty,) = AgreementObligation.objects.filter(agreement=made)
    assert (duty.what, duty.quantity, duty.due_on) == ("Kursi magang", 4, None)
    assert stand(one, END) == "valid"
    again = Agreement(number="3/PKS", starts_on=date(2027, 1, 1), **facts)
    with pytest.raises(RefusedError, match="sudah diperpanjang"):
        renew_agreement(actor=actor, old_id=one.pk, new=again)
    with pytest.raises(RefusedError, match="tidak dapat dihapus"):
        remove_agreement(actor=actor, agreement_id=one.pk)
    assert Agreement.objects.count() == 2


def test_the_old_one_says_its_last_day_before_it_is_renewed(cast: Cast) -> None:
    actor, one = actor_of(cast.users["host_coordinator"]), agreed(cast, ends_on=None)
    new = Agreement(number="2/PKS", title="T", our_party="A", their_party="B", starts_on=date(2027, 1, 1))
    with pytest.raises(RefusedError, match="hari terakhir perjanjian lama"):
        renew_agreement(actor=actor, old_id=one.pk, new=new)


def test_a_number_is_used_once_and_the_database_holds_the_days(cast: Cast) -> None:
    one = agreed(cast)
    with pytest.raises(ValidationError, match="sudah tercatat"):
        agreed(cast, one.host)
    for change in ({"ends_on": date(2025, 1, 1)}, {"stopped_on": BEGIN}, {"stopped_on": date(2025, 1, 1), "stop_reason": "X"}):
        with pytest.raises(DatabaseError, match="agreement_"), transaction.atomic():
            Agreement.objects.update(**change)


def test_what_was_offered_used_learned_and_returned(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(selector, "_counter", [])
    journey = returned(cast, starts_on=today())
    actor = actor_of(cast.users["hr_officer"])
    one = agreed(cast, journey.host, starts_on=today(), ends_on=today() + timedelta(days=365))
    assert counters_of(actor, [one])[one.pk, "theirs"].offered is None
    owed(cast, one)
    found = counters_of(actor, [one])
    them, us = found[one.pk, "theirs"], found[one.pk, "ours"]
    assert (them.offered, them.used, them.learned, them.returned) == (Figure(4), Figure(1), Figure(0), None)
    assert (us.offered, us.used) == (None, Figure(0))
    owed(cast, one, what="Kursi studi tiru", quantity=None)
    Sending.objects.filter(pk=journey.sending.pk).update(state=SendingState.REPORTED)
    monkeypatch.setattr(selector, "_counter", [lambda _actor, keys: dict.fromkeys(keys, 3)])
    them = counters_of(actor, [one])[one.pk, "theirs"]
    assert (them.offered, them.learned, them.returned) == (Figure(4, at_least=True), Figure(1), 3)


def test_a_sending_counts_under_the_newest_agreement_that_holds_on_its_first_day(cast: Cast) -> None:
    journey = under_way(cast, starts_on=today())
    actor = actor_of(cast.users["hr_officer"])
    old = agreed(cast, journey.host, starts_on=date(2020, 1, 1), ends_on=None)
    new = agreed(cast, journey.host, number="2/PKS", starts_on=today(), ends_on=None)
    past = agreed(cast, journey.host, number="3/PKS", starts_on=date(2019, 1, 1), ends_on=today() - timedelta(days=1))
    found = counters_of(actor, [old, new, past])
    assert [found[one.pk, "theirs"].used.known for one in (old, new, past)] == [0, 1, 0]


def test_the_host_counts_what_its_guests_used(cast: Cast) -> None:
    under_way(cast, starts_on=today())
    with acting_in(cast.malang.pk, cast.users["malang_officer"].pk):
        officer = actor_of(cast.users["malang_officer"])
        partner = Partner.objects.create(agency=cast.malang, name="Kota Palu", kind="government", valid_from=START)
        host = Host.objects.create(agency=cast.malang, partner=partner, linked=cast.palu)
        one = save_agreement(
            actor=officer,
            agreement=Agreement(
                host=host, number="9/PKS", title="T", our_party="Setda", their_party="Setda", starts_on=date(2020, 1, 1)
            ),
        )
        found = counters_of(officer, [one])
        assert (found[one.pk, "ours"].used, found[one.pk, "theirs"].used) == (Figure(1), Figure(0))
        assert found[one.pk, "ours"].returned is None


def test_obligations_are_met_late_or_not_known(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(selector, "_counter", [])
    actor, one = actor_of(cast.users["host_coordinator"]), agreed(cast)
    seats = owed(cast, one, due_on=date(2026, 6, 30))
    open_end = owed(cast, one, side="ours", counts="other", what="Honor pembimbing", measure="kali", quantity=None)
    talks = owed(cast, one, side="ours", counts="other", what="Paparan", measure="kali", quantity=2, due_on=date(2026, 6, 30))
    adopted = owed(cast, one, side="ours", counts="returned", what="Diterapkan", measure="rekomendasi", quantity=1)
    record_entry(actor=actor, obligation_id=talks.pk, done_on=date(2026, 5, 5), quantity=1, note="")
    last = record_entry(actor=actor, obligation_id=talks.pk, done_on=date(2026, 5, 6), quantity=1, note="")

    def told(day: date) -> dict[int, tuple[object, ...]]:
        counters = counters_of(actor, [one])
        rows = progress_of(obligations_of(Agreement.objects.get(pk=one.pk)), counters, day)
        return {row.obligation.pk: (row.done, row.met, row.late) for row in rows}

    assert told(date(2026, 7, 1)) == {
        seats.pk: (Figure(0), False, True),
        open_end.pk: (Figure(0), None, False),
        talks.pk: (Figure(2), True, False),
        adopted.pk: (None, None, False),
    }
    assert told(date(2026, 6, 30))[seats.pk] == (Figure(0), False, False)
    remove_entry(actor=actor, entry_id=last.pk)
    assert told(date(2026, 7, 1))[talks.pk] == (Figure(1), False, True)


def test_only_what_nothing_else_counts_is_written_down(cast: Cast) -> None:
    actor, one = actor_of(cast.users["host_coordinator"]), agreed(cast)
    seats = owed(cast, one)
    with pytest.raises(RefusedError, match="dihitung sendiri"):
        record_entry(actor=actor, obligation_id=seats.pk, done_on=BEGIN, quantity=1, note="")
    talks = owed(cast, one, counts="other", what="Paparan")
    with pytest.raises(ValidationError, match="belum tiba"):
        record_entry(actor=actor, obligation_id=talks.pk, done_on=date(2199, 1, 1), quantity=1, note="")
    assert ObligationEntry.objects.count() == 0


def test_another_government_neither_reads_nor_changes_an_agreement(cast: Cast) -> None:
    one = agreed(cast)
    with acting_in(cast.malang.pk):
        officer = actor_of(cast.users["malang_officer"])
        assert agreement_of(officer, one.pk) is None
        with pytest.raises(RefusedError, match="tidak ada di instansi Anda"):
            stop_agreement(actor=officer, agreement_id=one.pk, day=BEGIN, reason="X")
    assert agreement_of(officer, one.pk) is None
    assert Agreement.objects.get().stopped_on is None


def test_the_list_names_what_ends_soon_and_what_is_not_known(cast: Cast, browse: type[ActorClient]) -> None:
    soon = agreed(cast, starts_on=today(), ends_on=today() + timedelta(days=30))
    agreed(cast, soon.host, number="2/PKS", starts_on=today(), ends_on=None)
    client = browse(cast.users["civil_servant"])
    page = client.get(reverse("learn:agreements")).content.decode()
    assert "Satu perjanjian berakhir dalam 90 hari" in page
    assert "Satu perjanjian tidak diketahui kapan berakhir" in page
    found = asked_agreements(actor_of(cast.users["auditor"]), "", "ending", today())
    assert [one.number for one in found] == ["1/PKS"]
    shown = client.get(reverse("learn:agreement", args=[soon.pk])).content.decode()
    assert "Berakhir dalam 30 hari" in shown
    assert "Perpanjang</span>" not in shown


def test_the_list_asks_the_database_the_same_however_long_it_is(
    cast: Cast, browse: type[ActorClient], django_assert_max_num_queries: Callable[[int], object]
) -> None:
    one = agreed(cast)
    for number in range(2, 12):
        owed(cast, agreed(cast, one.host, number=f"{number}/PKS"))
    client = browse(cast.users["host_coordinator"])
    client.get(reverse("learn:agreements"))
    with django_assert_max_num_queries(16):  # type: ignore[attr-defined]
        assert client.get(reverse("learn:agreements")).status_code == 200


def test_the_download_has_a_sheet_of_obligations(cast: Cast, browse: type[ActorClient]) -> None:
    one = agreed(cast)
    owed(cast, one)
    answer = browse(cast.users["auditor"]).get(reverse("learn:agreements_download"))
    book = load_workbook(BytesIO(answer.content))
    assert book.sheetnames == ["Perjanjian", "Kewajiban"]
    assert [cell.value for cell in book["Perjanjian"][5]][:3] == ["1/PKS", "Magang", "Universitas Contoh"]
    assert [cell.value for cell in book["Kewajiban"][2]][:5] == ["1/PKS", "Kewajiban mitra", "Kursi magang", 4, "orang"]


def test_a_double_click_keeps_one_agreement(cast: Cast, browse: type[ActorClient]) -> None:
    host = agreed(cast).host
    said = {
        "host": host.pk, "number": "7/PKS", "title": "T", "our_party": "A", "their_party": "B", "starts_on": "2026-01-01",
        "ends_on": "",
    }  # fmt: skip
    client = browse(cast.users["host_coordinator"])
    assert client.post(reverse("learn:agreement_new"), said).status_code == 302
    page = client.post(reverse("learn:agreement_new"), said)
    assert "Nomor perjanjian ini sudah tercatat." in page.content.decode()
    assert Agreement.objects.filter(number="7/PKS").count() == 1
