"""Costs: both rules side by side with the figures of East Java, what is unknown, and what an order freezes."""

import io
import re
from collections.abc import Callable
from datetime import date
from html import unescape

import pytest
import xlsxwriter
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from matang.flow.learn.models import CostBasis, Sending, SendingOrder, Tariff
from matang.flow.learn.selectors.costs import compare_costs
from matang.flow.learn.services.costs import (
    HEADINGS,
    TariffLine,
    UnreadableTariffsError,
    choose_cost_rule,
    import_tariffs,
    read_tariffs,
    remove_tariff,
    save_tariff,
)
from matang.flow.learn.services.sendings import Order, answer_request, choose_participant, order_sending, submit_sending
from matang.foundation.access.answers import RefusedError
from matang.foundation.access.selectors import actor_of
from matang.foundation.clock.services import today
from matang.foundation.tenancy.context import acting_in
from tests.cast import Cast
from tests.factories.journeys import TITLE, Journey, prepare
from tests.http import ActorClient

pytestmark = pytest.mark.django_db
EAST_JAVA = {"training_day": 120_000, "travel_day": 410_000, "lodging_night": 664_000, "ticket_return": 3_883_000}


def with_tariffs(cast: Cast, **more: int) -> None:
    """Store the tariffs of East Java by one source; ``more`` are further kinds."""
    for kind, amount in (EAST_JAVA | more).items():
        line = TariffLine(kind, "Jawa Timur", amount, "SBU contoh", date(2024, 1, 1))
        save_tariff(actor=actor_of(cast.users["hr_officer"]), line=line)


def in_east_java(cast: Cast, made: Journey, rule: str = "", trips: int = 0) -> None:
    """Choose East Java and a rule."""
    choose_cost_rule(
        actor=actor_of(cast.users["unit_head"]), sending_id=made.sending.pk, rule=rule, place="Jawa Timur", local_trips=trips
    )
    made.sending.refresh_from_db()


def test_92_days_in_east_java_cost_6_8_times_as_much_by_the_dearer_rule(cast: Cast) -> None:
    made = prepare(cast)
    with_tariffs(cast)
    in_east_java(cast, made)
    found = compare_costs(made.sending, today())
    training, travel = found.rules
    assert (found.people, found.days) == (1, 92)
    assert [(line.kind, line.times, line.total) for line in training.lines] == [
        ("training_day", 92, 11_040_000), ("ticket_return", 1, 3_883_000),
    ]  # fmt: skip
    assert [(line.kind, line.times, line.total) for line in travel.lines] == [
        ("travel_day", 92, 37_720_000), ("lodging_night", 91, 60_424_000), ("ticket_return", 1, 3_883_000),
    ]  # fmt: skip
    assert (training.total, travel.total, training.at_least, travel.at_least) == (14_923_000, 102_027_000, False, False)
    assert found.ratio is not None
    assert round(float(found.ratio), 1) == 6.8
    assert found.dearer == "Uang harian perjalanan luar kota"
    page = ActorClient(cast.users["unit_head"]).get(f"/belajar/{made.sending.pk}/biaya/").content.decode()
    assert "Uang harian perjalanan luar kota 6,8 kali lebih mahal untuk hari yang sama" in page


def test_two_people_cost_twice(cast: Cast) -> None:
    made = prepare(cast)
    with_tariffs(cast)
    in_east_java(cast, made)
    made.sending.seats = 2
    assert [cost.total for cost in compare_costs(made.sending, today()).rules] == [29_846_000, 204_054_000]


def test_an_unknown_tariff_makes_the_total_a_minimum_and_the_ratio_unknown(cast: Cast) -> None:
    made = prepare(cast)
    with_tariffs(cast)
    Tariff.objects.filter(kind="lodging_night").delete()
    in_east_java(cast, made)
    found = compare_costs(made.sending, today())
    travel = found.rules[1]
    assert (travel.lines[1].amount, travel.lines[1].total, travel.at_least, travel.total) == (None, None, True, 41_603_000)
    assert found.ratio is None
    page = ActorClient(cast.users["unit_head"]).get(f"/belajar/{made.sending.pk}/biaya/").content.decode()
    assert "sedikitnya Rp41.603.000" in page
    assert "Perbandingan belum dapat dihitung" in page


def test_nothing_known_is_not_zero(cast: Cast) -> None:
    made = prepare(cast)
    found = compare_costs(made.sending, today())
    assert [(cost.total, cost.at_least) for cost in found.rules] == [(None, True), (None, True)]


def test_sources_that_contradict_each_other_are_both_named(cast: Cast) -> None:
    made = prepare(cast)
    with_tariffs(cast, local_trip=194_000)
    second = TariffLine("local_trip", "Jawa Timur", 233_000, "SBU baris kedua", date(2024, 1, 1))
    save_tariff(actor=actor_of(cast.users["hr_officer"]), line=second)
    in_east_java(cast, made, trips=2)
    line = compare_costs(made.sending, today()).rules[0].lines[-1]
    assert (line.amount, line.most, line.total, line.unsure) == (194_000, 233_000, 388_000, True)
    assert line.source == "SBU contoh; SBU baris kedua"


def test_a_tariff_holds_from_its_first_day_until_before_its_last(cast: Cast) -> None:
    made = prepare(cast, starts_on=date(2027, 1, 1), days=10)
    with_tariffs(cast)
    in_east_java(cast, made)
    Tariff.objects.filter(kind="training_day").update(valid_to=date(2027, 1, 1))
    assert compare_costs(made.sending, today()).rules[0].lines[0].amount is None
    Tariff.objects.filter(kind="training_day").update(valid_to=date(2027, 1, 2))
    assert compare_costs(made.sending, today()).rules[0].lines[0].amount == 120_000


def ordered_at(cast: Cast, made: Journey) -> SendingOrder:
    """Submit, accept, choose and order."""
    head = actor_of(cast.users["unit_head"])
    submit_sending(actor=head, sending_id=made.sending.pk)
    with acting_in(cast.malang.pk, made.hosting.pk):
        answer_request(actor=actor_of(made.hosting), sending_id=made.sending.pk, accept=True, reason="")
    choose_participant(actor=head, participant_id=made.participant.pk, state="chosen", reason="Kesenjangan terbesar.")
    mayor = actor_of(cast.users["appointing_official"])
    order_sending(actor=mayor, sending_id=made.sending.pk, order=Order("800/7", "Dibutuhkan."))
    return SendingOrder.objects.get(sending=made.sending)


def test_an_order_freezes_the_costs_of_its_day(cast: Cast) -> None:
    made = prepare(cast)
    with_tariffs(cast)
    in_east_java(cast, made, rule="training")
    order = ordered_at(cast, made)
    said = (order.number, order.cost_rule, order.people, order.days, order.total, order.at_least)
    assert said == ("800/7", "training", 1, 92, 14_923_000, False)
    Tariff.objects.update(amount=1)
    page = ActorClient(cast.users["unit_head"]).get(f"/belajar/{made.sending.pk}/biaya/").content.decode()
    assert "Rp14.923.000" in page
    assert "Rp102.027.000" in page
    with pytest.raises(RefusedError, match="dibekukan bersama putusan"):
        in_east_java(cast, made, rule="travel")
    made.sending.refresh_from_db()
    assert made.sending.cost_rule == "training"


def test_no_order_without_a_chosen_rule(cast: Cast) -> None:
    made = prepare(cast)
    in_east_java(cast, made, rule="")
    with pytest.raises(RefusedError, match="Pilih dulu aturan biayanya"):
        ordered_at(cast, made)
    assert SendingOrder.objects.count() == 0


def test_another_unit_neither_chooses_the_rule_nor_learns_of_it(cast: Cast) -> None:
    made = prepare(cast)
    with pytest.raises(RefusedError):
        choose_cost_rule(
            actor=actor_of(cast.users["other_unit_head"]), sending_id=made.sending.pk, rule="travel", place="Jawa Timur"
        )
    assert CostBasis.objects.count() == 0
    assert ActorClient(cast.users["other_unit_head"]).get(f"/belajar/{made.sending.pk}/biaya/").status_code == 404


def test_the_host_reads_no_costs(cast: Cast) -> None:
    made = prepare(cast)
    with_tariffs(cast)
    in_east_java(cast, made, rule="training")
    ordered_at(cast, made)
    with acting_in(cast.malang.pk, made.hosting.pk):
        assert (SendingOrder.objects.count(), CostBasis.objects.count(), Tariff.objects.count()) == (0, 0, 0)


def book(rows: list[tuple[object, ...]], headings: tuple[str, ...] = HEADINGS) -> bytes:
    """Return a workbook with these rows under the headings."""
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True, "strings_to_formulas": False}) as made:
        sheet = made.add_worksheet()
        for number, row in enumerate([headings, *rows]):
            sheet.write_row(number, 0, row)
    return file.getvalue()


GOOD = ("Uang harian diklat (orang per hari)", "Jawa Timur", 120_000, "SBU contoh", "01-01-2024", "")


def test_a_workbook_is_read_whole_and_loaded_once(cast: Cast) -> None:
    lines, faults = read_tariffs(book([GOOD, ("travel_day", "Jawa Timur", "Rp410.000", "SBU contoh", "01-01-2024", "")]))
    assert faults == []
    assert [(line.kind, line.amount) for line in lines] == [("training_day", 120_000), ("travel_day", 410_000)]
    officer = actor_of(cast.users["hr_officer"])
    assert import_tariffs(actor=officer, lines=lines) == (2, 0)
    assert import_tariffs(actor=officer, lines=lines) == (0, 0)
    assert Tariff.objects.count() == 2


@pytest.mark.parametrize(
    ("row", "column"),
    [
        (("taksi", *GOOD[1:]), "JENIS"),
        ((*GOOD[:2], 120_000.5, *GOOD[3:]), "RUPIAH"),
        ((*GOOD[:2], -1, *GOOD[3:]), "RUPIAH"),
        ((*GOOD[:3], "", *GOOD[4:]), "SUMBER"),
        ((*GOOD[:4], "kemarin", ""), "BERLAKU SEJAK"),
        ((*GOOD[:5], "01-01-2024"), "BERLAKU SAMPAI"),
    ],
)
def test_a_bad_row_is_named_with_its_column(row: tuple[object, ...], column: str) -> None:
    lines, faults = read_tariffs(book([GOOD, row]))
    assert len(lines) == 1
    assert [(fault.row, fault.column) for fault in faults] == [(3, column)]


def test_a_file_without_the_headings_is_refused_in_words() -> None:
    with pytest.raises(UnreadableTariffsError, match="JENIS dan RUPIAH"):
        read_tariffs(book([GOOD], ("A", "B", "C", "D", "E", "F")))
    with pytest.raises(UnreadableTariffsError, match="tidak dapat dibaca"):
        read_tariffs(b"bukan excel")


def test_only_the_officer_keeps_tariffs(cast: Cast) -> None:
    line = TariffLine("training_day", "Jawa Timur", 1, "SBU", date(2024, 1, 1))
    with pytest.raises(RefusedError, match="pengelola kepegawaian"):
        save_tariff(actor=actor_of(cast.users["unit_head"]), line=line)
    assert Tariff.objects.count() == 0


def test_the_file_is_chosen_once_and_what_was_shown_is_stored(cast: Cast, browse: Callable[..., ActorClient]) -> None:
    client, address = browse(cast.users["hr_officer"]), reverse("learn:tariffs_import")
    page = client.post(address, {"file": SimpleUploadedFile("tarif.xlsx", book([GOOD]))}).content.decode()
    assert "1 tarif siap disimpan" in page
    assert Tariff.objects.count() == 0
    seal = unescape(re.search(r'name="seal" value="([^"]+)"', page)[1])
    for wrong in (seal + "x", "palsu"):
        assert "Unggah berkasnya sekali lagi" in client.post(address, {"seal": wrong}, follow=True).content.decode()
    foreign = browse(cast.users["malang_officer"]).post(address, {"seal": seal}, follow=True).content.decode()
    assert "Pratinjau ini milik orang lain." in foreign
    assert Tariff.objects.count() == 0
    for told in ("1 tarif baru dan 0 tarif berubah", "0 tarif baru dan 0 tarif berubah"):  # the second is a double click
        assert told in client.post(address, {"seal": seal}, follow=True).content.decode()
    assert list(Tariff.objects.values_list("amount", "place")) == [(GOOD[2], GOOD[1])]
    bad = client.post(address, {"file": SimpleUploadedFile("tarif.xlsx", book([GOOD, ("taksi", *GOOD[1:])]))}).content.decode()
    assert 'name="seal"' not in bad


def test_a_tariff_goes_only_while_nothing_is_counted_with_it(cast: Cast, browse: Callable[..., ActorClient]) -> None:
    made = prepare(cast)
    with_tariffs(cast, local_trip=90_000)
    in_east_java(cast, made, "training")
    officer = actor_of(cast.users["hr_officer"])
    by_kind = {row.kind: row for row in Tariff.objects.all()}
    said = f"Tarif ini dipakai menghitung biaya “{TITLE}”. Bila tidak berlaku lagi, isi tanggal berakhirnya."
    for kind in ("training_day", "ticket_return"):
        with pytest.raises(RefusedError, match=said):
            remove_tariff(actor=officer, tariff_id=by_kind[kind].pk)
    with pytest.raises(RefusedError, match="dicatat oleh pengelola kepegawaian"):
        remove_tariff(actor=actor_of(cast.users["unit_head"]), tariff_id=by_kind["travel_day"].pk)
    assert Tariff.objects.count() == 5
    for kind in ("travel_day", "lodging_night", "local_trip"):  # another rule's, and local trips that are not paid
        remove_tariff(actor=officer, tariff_id=by_kind[kind].pk)
    Tariff.objects.filter(kind="ticket_return").update(valid_to=made.sending.starts_on)
    remove_tariff(actor=officer, tariff_id=by_kind["ticket_return"].pk)
    assert list(Tariff.objects.values_list("kind", flat=True)) == ["training_day"]
    client = browse(cast.users["hr_officer"])
    page = client.post(reverse("learn:tariff_remove", args=[by_kind["training_day"].pk]), follow=True)
    assert (page.redirect_chain[0][0], said in page.content.decode()) == (
        reverse("learn:tariff_change", args=[by_kind["training_day"].pk]), True,
    )  # fmt: skip
    Sending.objects.update(state="cancelled")
    remove_tariff(actor=officer, tariff_id=by_kind["training_day"].pk)
    with pytest.raises(RefusedError, match="Tarif ini tidak ada"):
        remove_tariff(actor=officer, tariff_id=by_kind["training_day"].pk)
