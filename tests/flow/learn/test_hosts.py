"""Hosts: what they are good at, what they offer to everybody, and who may write it down."""

from collections.abc import Callable
from datetime import date
from io import BytesIO

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, connection, transaction
from django.urls import reverse
from openpyxl import load_workbook

from matang.flow.learn.choices import SendingState
from matang.flow.learn.models import Agreement, Host, HostOffering, HostStrength, Sending
from matang.flow.learn.selectors.hosts.listing import HostQuestion, hosts_asked, learned_at
from matang.flow.learn.selectors.hosts.offers import OfferQuestion, published_offers
from matang.flow.learn.services.hosts.hosts import (
    host_from_offer,
    publish_offering,
    remove_host,
    save_host,
    save_offering,
    save_strength,
)
from matang.flow.register.models import Partner
from matang.foundation.access.answers import RefusedError
from matang.foundation.access.selectors import actor_of
from matang.foundation.clock.services import today
from matang.foundation.tenancy.context import acting_in
from tests.cast import START, Cast
from tests.factories.journeys import under_way
from tests.http import ActorClient

pytestmark = pytest.mark.django_db
BEGIN, END = date(2030, 2, 1), date(2030, 4, 30)


def partner(cast: Cast, name: str = "Universitas Contoh", kind: str = "university") -> Partner:
    """Make a partner of Palu."""
    return Partner.objects.create(agency=cast.palu, name=name, kind=kind, valid_from=START)


def host(cast: Cast, name: str = "Universitas Contoh", kind: str = "university") -> Host:
    """Make a host of Palu."""
    return save_host(actor=actor_of(cast.users["host_coordinator"]), host=Host(partner=partner(cast, name, kind)))


def offer_of_malang(cast: Cast, *, published: bool = True, topic: str = "Tata ruang") -> HostOffering:
    """Make an offering of Malang's own unit."""
    with acting_in(cast.malang.pk, cast.users["malang_officer"].pk):
        actor = actor_of(cast.users["malang_officer"])
        ours = Host.objects.filter(agency=cast.malang).first() or save_host(actor=actor, host=Host())
        made = HostOffering(host=ours, unit=cast.units["malang"], topic=topic, starts_on=BEGIN, ends_on=END, seats=2)
        save_offering(actor=actor, offering=made)
        return publish_offering(actor=actor, offering_id=made.pk, published=published)


def refused(work: Callable[[], object], words: str) -> None:
    """Assert a refusal with these words after which nothing has changed."""
    before = [list(model.objects.order_by("pk").values()) for model in (Host, HostStrength, HostOffering, Partner)]
    with pytest.raises((RefusedError, ValidationError), match=words):
        work()
    assert [list(model.objects.order_by("pk").values()) for model in (Host, HostStrength, HostOffering, Partner)] == before


def test_a_coordinator_keeps_hosts_and_a_unit_head_does_not(cast: Cast) -> None:
    made = host(cast)
    assert (str(made), made.agency_id, made.partner.kind) == ("Universitas Contoh", cast.palu.pk, "university")
    actor = actor_of(cast.users["unit_head"])
    refused(lambda: save_host(actor=actor, host=Host(partner=partner_of(cast))), "koordinator tuan rumah")
    refused(lambda: save_strength(actor=actor, strength=HostStrength(host=made, topic="X", practice="Y")), "koordinator")


def partner_of(cast: Cast) -> Partner:
    """Return a partner that is there already."""
    return Partner.objects.filter(agency=cast.palu).first() or partner(cast)


def test_a_partner_is_a_host_once_and_so_are_we(cast: Cast) -> None:
    actor, made = actor_of(cast.users["host_coordinator"]), host(cast)
    refused(lambda: save_host(actor=actor, host=Host(partner=made.partner)), "sudah tercatat")
    ours = save_host(actor=actor, host=Host())
    assert str(ours) == "Pemerintah Kota Contoh Palu"
    refused(lambda: save_host(actor=actor, host=Host()), "sudah tercatat")
    ours.linked = cast.malang
    refused(lambda: save_host(actor=actor, host=ours), "tidak ditautkan")


def test_another_agencys_host_is_out_of_reach(cast: Cast) -> None:
    made = host(cast)
    with acting_in(cast.malang.pk):
        officer = actor_of(cast.users["malang_officer"])
        with pytest.raises(RefusedError, match="tidak ada di instansi Anda"):
            save_strength(actor=officer, strength=HostStrength(host_id=made.pk, topic="X", practice="Y"))
        assert HostStrength.objects.count() == 0


def test_evidence_lies_in_the_past(cast: Cast) -> None:
    actor, made = actor_of(cast.users["host_coordinator"]), host(cast)
    strength = HostStrength(host=made, topic="Sanitasi", practice="Air limbah", evidence="Adipura", evidence_on=date(2199, 1, 1))
    refused(lambda: save_strength(actor=actor, strength=strength), "belum tiba")


def test_an_offering_of_ours_takes_the_name_of_its_unit(cast: Cast) -> None:
    actor = actor_of(cast.users["host_coordinator"])
    ours = save_host(actor=actor, host=Host())
    made = HostOffering(host=ours, unit=cast.units["social"], unit_name="X", topic="Layanan sosial", starts_on=BEGIN)
    assert save_offering(actor=actor, offering=made).unit_name == "Dinas Sosial"
    nowhere = HostOffering(host=ours, unit_name="X", topic="Layanan", starts_on=BEGIN)
    refused(lambda: save_offering(actor=actor, offering=nowhere), "Pilih unit")
    backwards = HostOffering(host=ours, unit=cast.units["social"], topic="Layanan", starts_on=END, ends_on=BEGIN)
    refused(lambda: save_offering(actor=actor, offering=backwards), "Hari terakhir")


def test_only_what_is_ours_is_published(cast: Cast) -> None:
    actor, made = actor_of(cast.users["host_coordinator"]), host(cast)
    theirs = save_offering(
        actor=actor, offering=HostOffering(host=made, unit_name="Fakultas", topic="Statistik", starts_on=BEGIN, published=True)
    )
    assert theirs.published is False
    refused(lambda: publish_offering(actor=actor, offering_id=theirs.pk, published=True), "unit sendiri")
    with pytest.raises(DatabaseError, match="host_offering_published_is_ours"), transaction.atomic():
        HostOffering.objects.filter(pk=theirs.pk).update(published=True)


def test_the_database_shows_published_offerings_to_every_government_and_nothing_else(cast: Cast) -> None:
    shown, kept = offer_of_malang(cast), offer_of_malang(cast, published=False, topic="Rahasia")
    with connection.cursor() as cursor:
        cursor.execute("SELECT id FROM learn_hostoffering")
        assert cursor.fetchall() == [(shown.pk,)]
        cursor.execute("SELECT count(*) FROM learn_hostofferingtrail WHERE agency_id = %s", [cast.malang.pk])
        assert cursor.fetchone() == (0,)
        cursor.execute("UPDATE learn_hostoffering SET topic = 'X' WHERE id = %s", [shown.pk])
        assert cursor.rowcount == 0
        cursor.execute("DELETE FROM learn_hostoffering WHERE id = %s", [shown.pk])
        assert cursor.rowcount == 0
    assert HostOffering.objects.filter(pk=kept.pk).count() == 0


def test_the_published_list_has_both_governments_and_leaves_out_what_has_ended(cast: Cast) -> None:
    actor = actor_of(cast.users["host_coordinator"])
    theirs = offer_of_malang(cast)
    ours = save_host(actor=actor, host=Host())
    mine = save_offering(
        actor=actor, offering=HostOffering(host=ours, unit=cast.units["social"], topic="Layanan", starts_on=BEGIN)
    )
    assert list(published_offers(actor, OfferQuestion(), BEGIN)) == [theirs]
    publish_offering(actor=actor, offering_id=mine.pk, published=True)
    assert set(published_offers(actor, OfferQuestion(), END)) == {theirs, mine}
    assert list(published_offers(actor, OfferQuestion(), date(2030, 5, 1))) == [mine]
    assert list(published_offers(actor, OfferQuestion(text="tata ruang"), BEGIN)) == [theirs]
    assert list(published_offers(actor, OfferQuestion(agency_id=cast.palu.pk), BEGIN)) == [mine]
    assert list(published_offers(actor, OfferQuestion(kind="study_visit"), BEGIN)) == []


def test_who_publishes_becomes_a_linked_host_once(cast: Cast) -> None:
    actor, theirs = actor_of(cast.users["host_coordinator"]), offer_of_malang(cast)
    made = host_from_offer(actor=actor, offering_id=theirs.pk)
    assert (str(made), made.linked, made.partner.kind) == ("Pemerintah Kota Contoh Malang", cast.malang, "government")
    assert host_from_offer(actor=actor, offering_id=theirs.pk) == made
    assert (Host.objects.count(), Partner.objects.count()) == (1, 1)
    kept = offer_of_malang(cast, published=False, topic="Rahasia")
    refused(lambda: host_from_offer(actor=actor, offering_id=kept.pk), "tidak lagi terbit")


def test_a_partner_of_the_same_name_is_taken_and_linked(cast: Cast) -> None:
    known = host(cast, "Pemerintah Kota Contoh Malang", "government")
    made = host_from_offer(actor=actor_of(cast.users["hr_officer"]), offering_id=offer_of_malang(cast).pk)
    assert (made, made.linked) == (known, cast.malang)
    assert Partner.objects.count() == 1


def test_a_host_in_use_is_not_removed(cast: Cast) -> None:
    actor, made = actor_of(cast.users["host_coordinator"]), host(cast)
    Agreement.objects.create(
        agency=cast.palu, host=made, number="1", title="T", our_party="A", their_party="B", starts_on=BEGIN
    )  # fmt: skip
    refused(lambda: remove_host(actor=actor, host_id=made.pk), "tidak dapat dihapus")
    Agreement.objects.all().delete()
    save_strength(actor=actor, strength=HostStrength(host=made, topic="X", practice="Y"))
    remove_host(actor=actor, host_id=made.pk)
    assert (Host.objects.count(), HostStrength.objects.count()) == (0, 0)


def test_the_list_is_searched_by_topic_and_practice_and_counts_what_is_bare(cast: Cast) -> None:
    actor, made = actor_of(cast.users["host_coordinator"]), host(cast)
    host(cast, "Kementerian Contoh", "ministry")
    save_strength(actor=actor, strength=HostStrength(host=made, topic="Sanitasi", practice="Air limbah rumah tangga"))
    save_strength(actor=actor, strength=HostStrength(host=made, topic="Peta", practice="Peta rinci", evidence="Juara 2024"))
    asked = {
        "all": HostQuestion(),
        "text": HostQuestion(text="limbah universitas"),
        "topic": HostQuestion(topic="sanitasi"),
        "kind": HostQuestion(kind="ministry"),
        "bare": HostQuestion(state="tanpa-bukti"),
        "seats": HostQuestion(state="kursi"),
    }
    found = {key: [str(one) for one in hosts_asked(actor, question, today())] for key, question in asked.items()}
    assert found == {
        "all": ["Kementerian Contoh", "Universitas Contoh"],
        "text": ["Universitas Contoh"],
        "topic": ["Universitas Contoh"],
        "kind": ["Kementerian Contoh"],
        "bare": ["Kementerian Contoh", "Universitas Contoh"],
        "seats": [],
    }
    row = hosts_asked(actor, HostQuestion(text="limbah"), today()).get()
    assert (row.strengths_shown, row.strengths_bare, row.offered, row.agreed, row.learned_here) == (2, 1, 0, False, 0)


def test_who_learned_there_is_counted_from_sendings_without_names(cast: Cast) -> None:
    journey = under_way(cast)
    (row,) = learned_at(journey.host)
    assert (row.title, row.unit_name, row.people, row.state) == (journey.sending.title, "Puskesmas Contoh", 1, "under_way")
    counted = hosts_asked(actor_of(cast.users["hr_officer"]), HostQuestion(), today()).get()
    assert counted.learned_here == 1
    Sending.objects.filter(pk=journey.sending.pk).update(state=SendingState.CANCELLED)
    assert learned_at(journey.host) == []


def test_pages_ask_the_database_the_same_however_many_hosts_there_are(
    cast: Cast, browse: type[ActorClient], django_assert_max_num_queries: Callable[[int], object]
) -> None:
    client = browse(cast.users["host_coordinator"])
    for number in range(12):
        made = host(cast, f"Universitas {number:02}")
        HostStrength.objects.create(agency=cast.palu, host=made, topic=f"Topik {number}", practice="Y")
        HostOffering.objects.create(agency=cast.palu, host=made, unit_name="X", topic="T", starts_on=BEGIN)
    client.get(reverse("learn:hosts"))
    with django_assert_max_num_queries(12):  # type: ignore[attr-defined]
        answer = client.get(reverse("learn:hosts"))
    assert answer.content.decode().count("Universitas ") >= 12


def test_the_page_of_a_host_says_what_is_not_known(cast: Cast, browse: type[ActorClient]) -> None:
    actor, made = actor_of(cast.users["host_coordinator"]), host(cast)
    save_strength(actor=actor, strength=HostStrength(host=made, topic="Sanitasi", practice="Air limbah"))
    save_offering(actor=actor, offering=HostOffering(host=made, unit_name="Fakultas Teknik", topic="Sanitasi", starts_on=BEGIN))
    page = browse(cast.users["civil_servant"]).get(reverse("learn:host", args=[made.pk])).content.decode()
    for words in ("belum ada bukti", "akhir belum diketahui", "Belum ada perjanjian", "Belum ada pegawai kita"):
        assert words in page
    assert "Tambah keunggulan" not in page


def test_forms_say_at_the_field_what_is_wrong(cast: Cast, browse: type[ActorClient]) -> None:
    made, client = host(cast), browse(cast.users["host_coordinator"])
    address = reverse("learn:offering_new", args=[made.pk])
    said = {"kind": "internship", "unit_name": "Fakultas", "topic": "Peta", "starts_on": "2030-02-01", "ends_on": "2030-01-01"}
    page = client.post(address, said).content.decode()
    assert "Hari terakhir tidak boleh sebelum hari mulai." in page
    assert HostOffering.objects.count() == 0
    said |= {"ends_on": "", "cost_per_person": "Rp 1.500.000", "seats": ""}
    assert client.post(address, said).status_code == 302
    row = HostOffering.objects.get()
    assert (row.cost_per_person, row.seats, row.ends_on) == (1_500_000, None, None)


def test_the_download_has_the_rows_of_the_list_and_no_formulas(cast: Cast, browse: type[ActorClient]) -> None:
    host(cast, "=HYPERLINK(1)", "firm")
    host(cast, "Universitas Contoh")
    answer = browse(cast.users["auditor"]).get(reverse("learn:hosts_download"), {"jenis": "firm"})
    sheet = load_workbook(BytesIO(answer.content)).active
    assert [cell.value for cell in sheet[5]][:2] == ["=HYPERLINK(1)", "Perusahaan"]
    assert sheet["A5"].data_type == "s"
    assert sheet.max_row == 5
